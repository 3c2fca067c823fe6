"""The style sheet and the scripts of the theme."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import chain, product
from string import ascii_letters

from yearbook.issues import ContentError, Issue, Place, spot
from yearbook.output import Output, digest
from yearbook.render.labels import T
from yearbook.render.site import Site, program
from yearbook.render.theme import Theme, ThemeFile
from yearbook.years.change import POINTS, SHARES

STRING_OR_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""", re.DOTALL)
ASKED = re.compile(r"""assets/[\w./-]+\.\w+(?=["'])""")  # what stands before it is looked at after
QUOTES = ('"', "'", "}")
DRAFT_STYLE = "assets/draft.css"
SEARCH = "assets/search.js"
SPEAKING: dict[str, dict[str, object]] = {
    "assets/cite.js": {**T.cite_words},
    SEARCH: {**T.search_words},
    "assets/compare.js": {},
    "assets/comparing.js": {**T.compare_words, "points": POINTS, "shares": sorted(SHARES)},
}
WORD = re.compile(r"[\w$]")
TOKEN = re.compile(
    r"""(?P<blank>(?:\s|/\*.*?\*/|//[^\n]*)+)"""
    r"""|(?P<token>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[\w$]+|.)""",
    re.DOTALL,
)
REGEX = re.compile(r"(?P<token>/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*)")
SHORT = "@short-names"
RESERVED = frozenset("as do if in is of on or".split())
NAME = re.compile(r"[A-Za-z_$][\w$]*")
DECLARED = re.compile(r"\b(?:var|let|const|function)\s+([A-Za-z_]\w+)")
PARAMETERS = re.compile(r"function\s*\w*\(([^()]*)\)|\(([\w, ]*)\)=>|\b(\w+)=>")
LISTED = re.compile(r"\bvar\b([^;]*)")
BEFORE_VALUE = frozenset("return typeof case in of delete void throw new do else".split())
UNSAFE = re.compile(r"[\"\\<\x00-\x1f\x7f]")


def outputs(site: Site) -> Iterator[Output]:
    drafts = any(volume.edition.status == "draft" for volume in site.volumes)
    for file in site.theme.assets:
        if file.name == DRAFT_STYLE and not drafts:
            continue
        if file.name.endswith(".css"):
            yield _style(site.theme, file, site.yearbook.imprint.title)
        elif file.name.endswith(".js"):
            yield _script(site, file)
        else:
            yield _copy(file)
    yield from _lost(site)


def _lost(site: Site) -> Iterator[Output]:
    """The files that pages and scripts ask for and that are nowhere: what is made is the fault."""
    there = {*(file.name for file in site.theme.assets), *(x.path for x in site.yearbook.extras)}
    for file in site.theme.files:
        if not file.name.endswith((".html", ".js")):
            continue
        text = file.data.decode("utf-8-sig")
        for asked in ASKED.finditer(text):
            name, start = asked[0], asked.start()
            before = text[max(0, start - 4) : start].removesuffix("../")[-1:]
            if name not in there and before in QUOTES:
                there.add(name)
                line, column = spot(text, start)
                place = Place(f"{site.theme.shown}/{file.name}", line, column)
                yield Output(name, "", partial(_fail, place, name))


def _fail(place: Place, name: str) -> bytes:
    raise ContentError((Issue(place, "T007", (("name", name),)),))


def _copy(file: ThemeFile) -> Output:
    return Output(file.name, digest(file.name, file.data), lambda: file.data)


def _script(site: Site, file: ThemeFile) -> Output:
    text = file.data.decode("utf-8-sig")
    if file.name in SPEAKING:  # it may include any file of the theme
        words = json.dumps(_words(site, file.name), ensure_ascii=False, separators=(",", ":"))
        key = digest(file.name, words, site.theme.digest, program())
        return Output(file.name, key, lambda: _spoken(site.theme, file.name, words))
    key = digest(file.name, file.data, program())
    return Output(file.name, key, lambda: _kept(site.theme, file.name, text, squeezed_script))


def _words(site: Site, name: str) -> dict[str, object]:
    """What a script says; that of the search also knows which store it opens.

    No page says that: it changes when the yearbook has grown.
    """
    if name != SEARCH:
        return SPEAKING[name]
    from yearbook.search.chapters import is_small

    return {**SPEAKING[name], "store": "all" if is_small(site) else "meta"}


def _spoken(theme: Theme, name: str, words: str) -> bytes:
    """A script that is a template: it gets what it says as JSON."""
    from markupsafe import Markup

    made = theme.render(name, words=Markup(words)).decode("utf-8")
    return _kept(theme, name, made, squeezed_script)


def _style(theme: Theme, file: ThemeFile, title: str) -> Output:
    """A style sheet is a template: its running head is the yearbook's title."""
    key = digest(file.name, file.data, title, program())
    return Output(file.name, key, lambda: _made(theme, file.name, title))


def _made(theme: Theme, name: str, title: str) -> bytes:
    from markupsafe import Markup

    made = theme.render(name, running_head=Markup(css_string(title)))
    return _kept(theme, name, made.decode("utf-8"), squeezed)


def _kept(theme: Theme, name: str, text: str, squeeze: Callable[[str], str]) -> bytes:
    """A text squeezed, or as it was kept when it was the same."""
    place, source = f"squeezed-{name.replace('/', '-')}.bin", text.encode()
    known = theme.kept.look(place, source)
    if known is None:
        known = squeeze(text).encode()
        theme.kept.keep(place, known, source)
    return known


def css_string(text: str) -> str:
    """`text` as a CSS string, whatever it holds."""
    escaped = UNSAFE.sub(lambda found: f"\\{ord(found[0]):x} ", text)
    return f'"{escaped}"'


@lru_cache(maxsize=32)
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


@lru_cache(maxsize=32)
def squeezed_script(script: str) -> str:
    """The script without comments and the blanks that mean nothing; a line break stays where it
    may end a statement. One with a template literal loses only its indents and comment lines.
    One that asks for it, with `@short-names` in a comment, gets short names for its own."""
    made, last, blank = list[str](), "", ""
    for token, is_blank in _tokens(script):
        if is_blank:
            blank = "\n" if "\n" in blank + token else " "
            continue
        if token == "`":
            return _lines(script)
        made += _between(last, blank, token), token
        last, blank = token, ""
    return ("".join(_renamed(made)) if SHORT in script else "".join(made)) + "\n"


def _tokens(script: str) -> Iterator[tuple[str, bool]]:
    """The tokens of a script, and whether each is nothing but blanks and comments."""
    last, at = "", 0
    while at < len(script):
        found = (REGEX if _begins(last) else TOKEN).match(script, at) or TOKEN.match(script, at)
        assert found
        at = found.end()
        if found.lastgroup != "blank":
            last = found[0]
        yield found[0], found.lastgroup == "blank"


def _renamed(made: list[str]) -> Iterator[str]:
    """The tokens with short names for what the script declares, the same throughout. A name that
    is a property or a key anywhere keeps its own; the script has no shorthand for either."""
    script, tokens = "".join(made), list(_joined(made))
    around = list(zip(["", *tokens], tokens, [*tokens[1:], ""], strict=False))
    used = Counter(token for token in tokens if NAME.fullmatch(token))
    kept = {
        token
        for before, token, after in around
        if before == "." or (after == ":" and before in "{,")
    }
    own = {*DECLARED.findall(script), *chain.from_iterable(map(_listed, LISTED.findall(script)))}
    own |= {one for found in PARAMETERS.findall(script) for one in NAME.findall(",".join(found))}
    free = ("".join(name) for many in (1, 2) for name in product(ascii_letters, repeat=many))
    free = (name for name in free if name not in used and name not in RESERVED)
    long = sorted((one for one in own - kept if len(one) > 1), key=lambda one: (-used[one], one))
    short = dict(zip(long, free, strict=False))
    before = ""
    for token in tokens:
        yield token if before == "." else short.get(token, token)
        before = token if token.strip() else before


def _joined(made: list[str]) -> Iterator[str]:
    """The tokens, those of `...` as one."""
    dots = ""
    for token in filter(None, made):
        if token == ".":
            dots += token
            continue
        if dots:
            yield dots
        dots = ""
        yield token


def _listed(names: str) -> Iterator[str]:
    """What one `var` declares: the names outside of brackets that stand first or after a comma."""
    depth, first = 0, True
    for token, is_blank in _tokens(names):
        if is_blank:
            continue
        if not depth and first and NAME.fullmatch(token):
            yield token
        depth += (token in "([{") - (token in ")]}")
        first = token == ","


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
