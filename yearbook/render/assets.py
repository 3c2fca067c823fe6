"""The style sheet and the scripts of the theme."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from yearbook.output import Output, digest
from yearbook.render.labels import T
from yearbook.render.site import Site, program
from yearbook.render.theme import Theme, ThemeFile

STRING_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL)
SPEAKING = {"assets/cite.js": T.cite_words, "assets/search.js": T.search_words}
WORD = re.compile(r"[\w$]")
TOKEN = re.compile(
    r"""(?P<blank>(?:\s|/\*.*?\*/|//[^\n]*)+)"""
    r"""|(?P<token>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[\w$]+|.)""",
    re.DOTALL,
)
REGEX = re.compile(r"(?P<token>/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*)")
BEFORE_VALUE = frozenset("return typeof case in of delete void throw new do else".split())
UNSAFE = re.compile(r"[\"\\<\x00-\x1f\x7f]")


def outputs(site: Site) -> Iterator[Output]:
    for file in site.theme.assets:
        if file.name.endswith(".css"):
            yield _style(site.theme, file, site.yearbook.imprint.title)
        elif file.name.endswith(".js"):
            yield _script(site.theme, file)
        else:
            yield _copy(file)


def _copy(file: ThemeFile) -> Output:
    return Output(file.name, digest(file.name, file.data), lambda: file.data)


def _script(theme: Theme, file: ThemeFile) -> Output:
    text = file.data.decode("utf-8-sig")
    key = digest(file.name, file.data, program())
    if file.name in SPEAKING:
        return Output(file.name, key, lambda: _spoken(theme, file.name))
    return Output(file.name, key, lambda: squeezed_script(text).encode("utf-8"))


def _spoken(theme: Theme, name: str) -> bytes:
    """A script that is a template: it gets what it says as JSON."""
    from markupsafe import Markup

    words = json.dumps(SPEAKING[name], ensure_ascii=False, separators=(",", ":"))
    made = theme.render(name, words=Markup(words)).decode("utf-8")
    return squeezed_script(made).encode("utf-8")


def _style(theme: Theme, file: ThemeFile, title: str) -> Output:
    """A style sheet is a template: its running head is the yearbook's title."""
    key = digest(file.name, file.data, title, program())
    return Output(file.name, key, lambda: _made(theme, file.name, title))


def _made(theme: Theme, name: str, title: str) -> bytes:
    from markupsafe import Markup

    made = theme.render(name, running_head=Markup(css_string(title)))
    return squeezed(made.decode("utf-8")).encode("utf-8")


def css_string(text: str) -> str:
    """`text` as a CSS string, whatever it holds."""
    escaped = UNSAFE.sub(lambda found: f"\\{ord(found[0]):x} ", text)
    return f'"{escaped}"'


def squeezed(css: str) -> str:
    """The sheet without comments and the blanks that mean nothing; strings are kept."""
    strings: list[str] = []

    def keep(found: re.Match[str]) -> str:
        strings.append(found[1] or "")
        return f"\0{len(strings) - 1}\0" if found[1] else " "

    bare = re.sub(r"\s+", " ", STRING_OR_COMMENT.sub(keep, css))
    tight = re.sub(r" ?([{};,>]) ?|(?<=:) ", lambda found: found[1] or "", bare)
    tight = tight.replace(";}", "}").strip()
    return re.sub("\0(\\d+)\0", lambda found: strings[int(found[1])], tight)


def squeezed_script(script: str) -> str:
    """The script without comments and the blanks that mean nothing; a line break stays where it
    may end a statement. One with a template literal loses only its indents and comment lines."""
    made, last, blank, at = list[str](), "", "", 0
    while at < len(script):
        found = (REGEX if _begins(last) else TOKEN).match(script, at) or TOKEN.match(script, at)
        assert found
        at = found.end()
        if found.lastgroup == "blank":
            blank = "\n" if "\n" in blank + found[0] else " "
            continue
        if found[0] == "`":
            return _lines(script)
        made += _between(last, blank, found[0]), found[0]
        last, blank = found[0], ""
    return "".join(made) + "\n"


def _lines(script: str) -> str:
    lines = (line.strip() for line in script.splitlines())
    kept = (line for line in lines if line and not (line.startswith("/*") and line.endswith("*/")))
    return "\n".join(kept) + "\n"


def _begins(last: str) -> bool:
    """Whether a slash after this token begins a regular expression and divides nothing."""
    return not last or last in BEFORE_VALUE or not (WORD.match(last[-1]) or last[-1] in ")]}\"'")


def _between(last: str, blank: str, token: str) -> str:
    """What must stand between two tokens."""
    if not last or not blank:
        return ""
    before, after = last[-1], token[0]
    if WORD.match(before) and WORD.match(after):
        return blank
    if before + after in ("++", "--", "//", "/*", "<!") or (before.isdigit() and after == "."):
        return blank
    if blank == "\n" and before not in "{;,([=:?&|" and after not in "})],;:?&|=.":
        return blank
    return ""
