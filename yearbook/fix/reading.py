"""The content as it reads with some files changed: its words, and what may be mended in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from yearbook.fix.kept import is_kept
from yearbook.issues import Issue, Issues, Place, folder, message
from yearbook.model import Section, Yearbook, sections
from yearbook.proofread import LETTER
from yearbook.proofread.copy import Copy, copies
from yearbook.read import load
from yearbook.read.text import instead
from yearbook.rules import check

Words = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Mend:
    """Words at a place of a file that are to be others; `copy` and `offset` are where they are."""

    line: int
    column: int
    text: str
    mended: str
    copy: int
    offset: int


Mends = dict[str, list[Mend]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is wrong besides proofreading, by file; the words and the mends of each file.

    `locked`: of each locked edition, how many marks stay.
    """

    faults: Counter[tuple[str, str]]
    words: Words
    mends: Mends
    locked: dict[str, int]

    @classmethod
    def of(cls, content: Path, texts: Mapping[str, str], tells: Callable[[Issue], bool]) -> Reading:
        """Read and proofread the content, with `texts` instead of the files of these paths."""
        issues = Issues()
        with instead({path: text.encode("utf-8") for path, text in texts.items()}):
            yearbook = load(content, issues)
        if yearbook:
            check(yearbook, issues, proofread=True)
        faults = Counter(
            (issue.place.path, issue.code)
            for issue in issues.found
            if not issue.code.startswith(LETTER)
        )
        marks = [one for one in issues if message(one.code).fixable and tells(one)]
        found = _sorted(yearbook, marks, content) if yearbook else ({}, {}, {})
        return cls(faults, *found)

    def after(self, row: Iterable[Mend], path: str) -> tuple[str, ...]:
        """The words of a file when these mends are done."""
        words = list(self.words[path])
        for one in sorted(row, key=lambda one: one.offset, reverse=True):
            said = words[one.copy]
            end = one.offset + len(one.text)
            words[one.copy] = said[: one.offset] + one.mended + said[end:]
        return tuple(words)


def _sorted(
    yearbook: Yearbook, marks: Iterable[Issue], content: Path
) -> tuple[Words, Mends, dict[str, int]]:
    """The words and the mends of each file, and the number of marks in each locked edition."""
    closed = {edition.id for edition in yearbook.editions if edition.locked}
    by_file: defaultdict[str, list[Issue]] = defaultdict(list)
    locked: Counter[str] = Counter()
    for issue in marks:
        edition = folder(issue.place.path, content)
        if edition in closed:
            locked[f"{content.as_posix()}/{edition}"] += 1
        else:
            by_file[issue.place.path].append(issue)
    files = _files(yearbook)
    mends = {path: list(_mends(files.get(path, []), row)) for path, row in by_file.items()}
    words = {path: tuple(copy.source for copy in row) for path, row in files.items()}
    return words, {path: row for path, row in mends.items() if row}, locked


def _files(yearbook: Yearbook) -> dict[str, list[Copy]]:
    """The copies of each file that is not locked; what several sections show stands there once."""
    files: defaultdict[str, dict[Place, Copy]] = defaultdict(dict)
    for section in _sections(yearbook):
        for copy in copies(section):
            files[copy.at.path].setdefault(copy.at, copy)
    return {path: list(row.values()) for path, row in files.items()}


def _sections(yearbook: Yearbook) -> Iterator[Section]:
    for edition in yearbook.editions:
        yield from () if edition.locked else sections(edition)
    if yearbook.about:
        yield yearbook.about


def _mends(row: Sequence[Copy], marks: Iterable[Issue]) -> Iterator[Mend]:
    """What the marks of a file mend; nothing of what is quoted, nothing across lines."""
    for issue in marks:
        args = {name: str(value) for name, value in issue.args}
        text, mended, place = args["text"], args["mended"], issue.place
        for nth, copy in enumerate(row):
            at = copy.offset(place)
            if at >= 0 and copy.source.startswith(text, at) and "\n" not in text + mended:
                if not is_kept(copy, at, text, mended):
                    yield Mend(place.line, place.column, text, mended, nth, at)
                break
