"""Titles by their looks: runs of short lines decide, and what follows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yearbook.indexes.guess import guess
from yearbook.manuscripts import records, shapes
from yearbook.manuscripts.drafts import Line
from yearbook.manuscripts.hints import Hints, Said, begins_entry
from yearbook.manuscripts.shapes import proper, titled


def flat(lines: Sequence[Line], hints: Hints) -> Iterator[Said]:
    reader = _Flat(lines, hints)
    at = 0
    while at < len(lines):
        end = reader.run(at)
        if end == at:
            yield reader.one(at), lines[at]
            at += 1
            continue
        yield from reader.first(end) if at == 0 else reader.titles(lines[at:end], end)
        at = end


class _Flat:
    """Reads a flat manuscript line by line: runs of lines that look like titles decide."""

    def __init__(self, lines: Sequence[Line], hints: Hints) -> None:
        self.lines, self.hints = lines, hints
        first = self.run(0)
        self.later = any(self._plain(one) for one in lines[first:])
        self.listing = False  # below a list of bodies a body's name heads an entry
        self.ranks = self._ranks()

    def _ranks(self) -> dict[int, str]:
        """What titles with 一、 and （一） are: entries below plain titles, else sections."""
        ranks = sorted({n.rank for one in self.lines if (n := _numbered(one))})
        names = ["entry", *["sub"] * 6]
        if ranks[:2] == [0, 1]:  # 章 and 节
            names = ["group", *names] if self.hints.single else ["category", "section", *names]
        elif not self.hints.single and not self.later and self._numbered_sections(ranks):
            names = ["section", *names]
        return dict(zip(ranks, names, strict=False))

    def _numbered_sections(self, ranks: Sequence[int]) -> bool:
        """Whether numbered titles of the highest rank head sections: entries stand below them."""
        if self.hints.opening or any(_known(one, self.hints.sections) for one in self.lines):
            return True
        if any(begins_entry(one) or self._lists(one) for one in self.lines):
            return True
        named = any(not shapes.PAPERS.search(one.text) for one in self.lines[: self.run(0)])
        return len(ranks) > 1 and not named

    def _lists(self, line: Line) -> bool:
        """Whether a line is the numbered title of a section of records."""
        return bool(_numbered(line)) and records.keeps_lines(proper(line.text))

    def _plain(self, line: Line) -> bool:
        """Whether a line looks like a title without a number."""
        if line.cells or line.style in ("item", "numbered", "caption", "quote"):
            return False
        return line.style == "title" or (
            titled(line.text, line.bold) and not shapes.numbering(line.text)
        )

    def run(self, at: int) -> int:
        """The end of a run of lines from `at` that look like titles without numbers."""
        while at < len(self.lines) and self._plain(self.lines[at]):
            at += 1
        return at

    def one(self, at: int) -> str:
        """What a line is that is no plain title: text, or a title with a number."""
        found = _numbered(self.lines[at])
        if not found:
            return "text"
        name = "text" if self._is_listed(at, found.rank) else self.ranks[found.rank]
        after = self.lines[at + 1] if at + 1 < len(self.lines) else None
        headed = after is not None and (self._plain(after) or _numbered(after))
        return "section" if name == "category" and not headed else name

    def _is_listed(self, at: int, rank: int) -> bool:
        """Whether numbered lines in a row are items: three and more, or two without words."""
        start, end = at, at + 1
        while start and at - start < 2 and self._is_of_rank(start - 1, rank):
            start -= 1
        while end < len(self.lines) and end - start < 3 and self._is_of_rank(end, rank):
            end += 1
        worded = end < len(self.lines) and not (
            self._plain(self.lines[end]) or _numbered(self.lines[end])
        )
        return end - start > (2 if worded else 1)

    def _is_of_rank(self, at: int, rank: int) -> bool:
        found = _numbered(self.lines[at])
        return bool(found and found.rank == rank)

    def first(self, end: int) -> Iterator[Said]:
        """The lines at the head: names of the manuscript, titles of the first section."""
        run = self.lines[:end]
        if self.hints.single:
            yield "section", run[0]
            yield from self.titles(run[1:], end)
        elif records.keeps_lines(run[0].text) and not self.hints.opening:
            yield from self.titles(run, end)
        elif end == len(self.lines) > 1 and not self.hints.opening:
            yield "section", run[0]
            yield from (("text", one) for one in run[1:])
        elif self.hints.opening or end == len(self.lines):
            entries = len(run) > 1 and end < len(self.lines) and begins_entry(self.lines[end])
            yield from (("title", one) for one in (run[:-1] if entries else run))
            yield from (("section", one) for one in (run[-1:] if entries else ()))
        elif any(_known(one, self.hints.sections) for one in run):
            yield from self._opened(run, end)
        elif not self.later and "section" not in self.ranks.values():
            head = next((one for one in run if not shapes.PAPERS.search(one.text)), run[0])
            yield from (("title", one) for one in run if one is not head)
            yield "section", head
        else:
            yield from self._opened(run, end)

    def _opened(self, run: Sequence[Line], end: int) -> Iterator[Said]:
        """The head of a manuscript of several sections: its own names, then titles."""
        known = [n for n, one in enumerate(run) if _known(one, self.hints.sections)]
        count = known[0] if known else min(1, len(run) - 1) if _whole(run[0]) else 0
        if count and _known(run[count - 1], self.hints.categories):
            count -= 1
        yield from (("title", one) for one in run[:count])
        if len(run) == 1 and not known and _whole(run[0]):
            yield "title", run[0]
        else:
            yield from self.titles(run[count:], end)

    def titles(self, run: Sequence[Line], end: int) -> Iterator[Said]:
        """A run of titles in the midst; what follows it at `end` belongs to the last."""
        if not self.hints.single and any(_known(one, self.hints.sections) for one in run):
            yield from self._known_titles(run)
        elif run:
            yield from self._run(run, end)

    def _known_titles(self, run: Sequence[Line]) -> Iterator[Said]:
        """Titles of sections that are known, of categories before them, and lists below them."""
        inside = False
        for n, line in enumerate(run):
            after = run[n + 1] if n + 1 < len(run) else None
            heads = after is not None and _known(after, self.hints.sections)
            if _known(line, self.hints.sections):
                inside = True
                yield "section", line
            elif heads and (not inside or _known(line, self.hints.categories)):
                yield "category", line
            else:
                yield ("text" if inside else "title"), line

    def _run(self, run: Sequence[Line], end: int) -> Iterator[Said]:
        head, *rest = run
        members = self._members(head, rest)
        if records.listed_by_line(head.text):
            yield from self._listed(head, rest, end)
        elif members:
            self.listing = True
            follows = len(members) == len(rest) and end < len(self.lines)
            yield self._name("section"), head
            yield from (("text", one) for one in (members[:-1] if follows else members))
            yield from (("entry", one) for one in (members[-1:] if follows else ()))
            yield from self.titles(rest[len(members) :], end)
        elif self.listing and shapes.body_like(head.text):
            yield "entry", head
            yield from self.titles(rest, end)
        else:
            self.listing = False
            yield from self._plain_run(run, end)

    def _listed(self, head: Line, rest: Sequence[Line], end: int) -> Iterator[Said]:
        """A title of records with its lines; the last may be a title again, before sentences."""
        yield self._name("section"), head
        after = self.lines[end].text if end < len(self.lines) else ""
        last = len(rest) - (1 if shapes.SENTENCE.search(after) else 0)
        yield from (("text", one) for one in rest[:last])
        yield from self.titles(rest[last:], end)

    def _plain_run(self, run: Sequence[Line], end: int) -> Iterator[Said]:
        """A title; a category and a section; three and more in a row are a title and a list."""
        listed = end == len(self.lines) or len(run) > 3
        if len(run) == 1:
            yield self._name("section"), run[0]
        elif listed:
            last = 0 if end == len(self.lines) else 1
            yield self._name("section"), run[0]
            yield from (("text", one) for one in run[1 : len(run) - last])
            yield from ((self._name("section"), one) for one in run[len(run) - last :])
        else:
            names = ("group", "entry", "sub") if self.hints.single else _THREE
            yield from zip(names, run, strict=False)

    def _name(self, name: str) -> str:
        return "entry" if self.hints.single else name

    def _members(self, head: Line, rest: Sequence[Line]) -> Sequence[Line]:
        """The names of bodies that follow a title in a row."""
        count = 0
        while count < len(rest) and shapes.body_like(rest[count].text):
            count += 1
        listed = shapes.LISTED.search(head.text) and not shapes.NOT_LISTED.search(head.text)
        return rest[:count] if count > 1 or (count and listed) else ()


def _whole(line: Line) -> bool:
    """Whether a line is the name of an institution or of a paper, not of a section."""
    paper = shapes.PAPERS.search(line.text)
    return line.style == "title" or guess(line.text) == ("body", True) or bool(paper)


_THREE = ("category", "section", "entry")


def _numbered(line: Line) -> shapes.Numbering | None:
    """The number of a line that is a title with one."""
    if line.cells or line.style in ("item", "numbered") or not titled(line.text, line.bold):
        return None
    return shapes.numbering(line.text)


def _known(line: Line, names: frozenset[str]) -> bool:
    return bool(line.text) and proper(line.text) in names
