"""Issues: where something is wrong, what must be, and the mend."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, total_ordering
from itertools import accumulate
from pathlib import PurePath
from typing import Literal

from yearbook.record import positional, record

Lang = Literal["zh", "en"]
Severity = Literal["error", "warning", "hint"]
LONGEST = 400  # of what a message quotes
LONG = 20_000  # characters, from which on lines are not counted again and again


@total_ordering
@positional
class Place:
    """A spot in a file: path as shown to the user, line and column from 1; 0 = the whole file."""

    path: str
    line: int = 0
    column: int = 0

    def __lt__(self, other: Place) -> bool:
        return (self.path, self.line, self.column) < (other.path, other.line, other.column)

    def __str__(self) -> str:
        parts = [visible(self.path), *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


def visible(text: str) -> str:
    """`text` on one line, safe to print: control, bidi and undecodable characters are spelt."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u3000" else f"<U+{ord(c):04X}>" for c in text)


def spot(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in `text`."""
    if len(text) < LONG:
        return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    starts = _starts(text)
    line = bisect(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=8)
def _starts(text: str) -> tuple[int, ...]:
    """Where the lines of a long text begin: many places in it are asked for."""
    return (0, *accumulate(len(line) + 1 for line in text.split("\n")))


@positional
class Words:
    """An argument of a message that differs by language."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.en


def likely(word: str, known: Iterable[str]) -> str:
    """The name that `word` is a near miss of: letters exchanged, else alike; empty for none.

    Of two years that are equally alike neither is likely.
    """
    from difflib import SequenceMatcher, get_close_matches

    alike = [name for name in known if abs(len(name) - len(word)) <= 3 + len(word) // 4]
    letters = sorted(word.casefold())
    turned = (name for name in alike if sorted(name.casefold()) == letters)
    start = word[:80]
    close = [name for name in alike if _shares(name, start)][:400]
    found = get_close_matches(start, close, 2, 0.6)
    ratios = {SequenceMatcher(None, name, start).ratio() for name in found}
    tied = word.isdecimal() and len(ratios) < len(found)
    return next(turned, "") or ("" if tied else next(iter(found), ""))


def _shares(name: str, word: str) -> bool:
    """Whether two words have letters enough in common to be alike, which is seen quickly."""
    common = sum(map(word.count, set(name).intersection(word)))
    return 2 * min(common, len(name)) >= 0.6 * (len(name) + len(word))


def near(word: str, known: Iterable[str]) -> Words:
    """ "Did you mean …?" where a near miss exists, else what may be written."""
    names = list(known)
    meant = likely(word, names)
    if meant:
        return Words(f"是不是“{meant}”？", f'did you mean "{meant}"?')
    if not names:
        return Words("目前没有可选的名称", "there is no name to choose yet")
    more = len(names) > 12
    return Words(
        f"可以写：{'、'.join(names[:12])}{' 等' if more else ''}",
        f"write one of: {', '.join(names[:12])}{', …' if more else ''}",
    )


@record
class Message:
    """What a code says, in both languages; `{fields}` are filled from the issue's arguments.

    Of proofreading: `wrong` and `right` are examples for the manual, Markdown of an entry or of
    several `## ` entries. `fixable`: the argument `text`, which stands at the place, may safely be
    replaced by the argument `mended`.
    """

    zh: str
    zh_mend: str
    en: str
    en_mend: str
    severity: Severity = "error"
    wrong: str = ""
    right: str = ""
    fixable: bool = False


Arguments = tuple[tuple[str, object], ...]


class Issue:
    """One fault: its place, its code in the catalogue and the arguments of its message. Read-only.

    A yearbook may have tens of thousands, hence the names of the arguments are kept once.
    """

    __slots__ = ("code", "names", "place", "values")

    def __init__(
        self, place: Place, code: str, args: Arguments | Mapping[str, object] = ()
    ) -> None:
        said = dict(args)
        names = tuple(said)
        self.place, self.code, self.names = place, code, _NAMES.setdefault(names, names)
        self.values = tuple(said.values())

    @property
    def args(self) -> Arguments:
        return tuple(zip(self.names, self.values, strict=True))

    @property
    def _facts(self) -> tuple[object, ...]:
        return self.place, self.code, self.names, self.values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Issue) and self._facts == other._facts

    def __hash__(self) -> int:
        return hash(_order(self))

    def __repr__(self) -> str:
        return f"Issue({self.place!r}, {self.code!r}, {self.args!r})"

    @property
    def severity(self) -> Severity:
        return message(self.code).severity

    def parts(self, lang: Lang) -> tuple[str, str]:
        """What is wrong, and the mend."""
        found = message(self.code)
        said, mend = (found.zh, found.zh_mend) if lang == "zh" else (found.en, found.en_mend)
        args = {name: visible(_said(value, lang)) for name, value in self.args}
        return said.format(**args), mend.format(**args)

    def text(self, lang: Lang) -> str:
        """The sentence and its mend, without the place: `message — mend`."""
        return " — ".join(self.parts(lang))

    def line(self, lang: Lang) -> str:
        """The whole line as printed: `path:line:column: CODE message — mend`."""
        return f"{self.place}: {self.code} {self.text(lang)}"


_NAMES: dict[tuple[str, ...], tuple[str, ...]] = {}


def _order(issue: Issue) -> tuple[str, int, int, str]:
    """By which issues are sorted: place and code."""
    return issue.place.path, issue.place.line, issue.place.column, issue.code


def _said(value: object, lang: Lang) -> str:
    text = getattr(value, lang) if isinstance(value, Words) else str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


@lru_cache(maxsize=256)
def message(code: str) -> Message:
    """The catalogue's message for `code`. The catalogue is imported on the first need."""
    from yearbook.catalog import CATALOG

    return CATALOG[code]


@dataclass(slots=True)
class Issues:
    """The collector that reading and checking pass along; order of finding is kept."""

    found: list[Issue] = field(default_factory=list)
    _seen: set[Issue] = field(default_factory=set)

    def add(self, place: Place, code: str, /, **args: object) -> None:
        """Record an issue once: the same code at the same place is not repeated."""
        issue, known = Issue(place, code, args), len(self._seen)
        self._seen.add(issue)
        if len(self._seen) > known:
            self.found.append(issue)

    def __iter__(self) -> Iterator[Issue]:
        """In the order of their places."""
        return iter(sorted(self.found, key=_order))

    @property
    def errors(self) -> list[Issue]:
        return sorted((one for one in self.found if one.severity == "error"), key=_order)

    def raise_errors(self) -> None:
        """Raise `ContentError` with every error, when there is one."""
        if self.errors:
            raise ContentError(tuple(self))


def folder(path: str, content: PurePath) -> str:
    """The folder of `content` in which a file lies."""
    return path.removeprefix(f"{content.as_posix()}/").partition("/")[0]


class ContentError(Exception):
    """The content has errors; carries every issue of the run, warnings included."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__("\n".join(issue.line("en") for issue in issues))
        self.issues = tuple(sorted(issues, key=_order))

    def __reduce__(self) -> tuple[type[ContentError], tuple[tuple[Issue, ...]]]:
        """To come whole out of a fork."""
        return ContentError, (self.issues,)


class UseError(Exception):
    """Wrong use or a place that cannot be written (exit code 2); carries its issues, at least one,
    `issue` being the first."""

    def __init__(self, issue: Issue, *others: Issue) -> None:
        super().__init__(issue.line("en"))
        self.issue, self.issues = issue, (issue, *others)

    def __reduce__(self) -> tuple[type[UseError], tuple[Issue, ...]]:
        """To come whole out of a fork."""
        return UseError, self.issues
