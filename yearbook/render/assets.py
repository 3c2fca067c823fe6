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
SPEAKING = {"assets/cite.js": T.cite_words}
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
    """The script without indents, empty lines and the comments that have a line of their own."""
    lines = (line.strip() for line in script.splitlines())
    kept = (line for line in lines if line and not (line.startswith("/*") and line.endswith("*/")))
    return "\n".join(kept) + "\n"
