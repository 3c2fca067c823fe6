"""Titles by the styles of headings: a tree of them, and what each is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from yearbook.manuscripts.drafts import Line
from yearbook.manuscripts.hints import Hints, Said, begins_entry
from yearbook.manuscripts.shapes import proper, titled


@dataclass(slots=True)
class Node:
    """A heading with what stands below it; `text` directly, before the first lower heading."""

    line: Line | None
    rank: int
    text: list[Line] = field(default_factory=list)
    below: list[Node] = field(default_factory=list)


def styled(lines: Sequence[Line], hints: Hints) -> Iterator[Said]:
    root = _tree(lines)
    tops = root.below
    if not hints.single and len(tops) == 1 and not root.text and _is_whole(tops[0], hints):
        assert tops[0].line is not None
        yield "title", tops[0].line
        root, tops = tops[0], tops[0].below
    elif hints.single and len(tops) == 1 and not root.text:
        yield from _section(tops[0])
        return
    names = _names(root.text)
    yield from (("title", one) for one in names)
    yield from (("text", one) for one in root.text[len(names) :])
    for top in tops:
        yield from _below_single(top) if hints.single else _top(top, hints)


def _names(lines: Sequence[Line]) -> Sequence[Line]:
    """The names of the manuscript above its first words."""
    count = 0
    while count < len(lines) and (lines[count].style == "title" or _name(lines[count])):
        count += 1
    return lines[:count]


def _name(line: Line) -> bool:
    return not line.cells and line.style == "" and titled(line.text)


def _tree(lines: Sequence[Line]) -> Node:
    root = Node(None, -1)
    open_ = [root]
    lowest = max(line.level for line in lines if line.style == "heading")
    for line in lines:
        rank = line.level if line.style == "heading" else 0
        if not rank and line.bold and not line.style and titled(line.text, bold=True):
            rank = lowest + 1
        if not rank or not line.text:
            open_[-1].text.append(line)
            continue
        while open_[-1].rank >= rank:
            open_.pop()
        node = Node(line, rank)
        open_[-1].below.append(node)
        open_.append(node)
    return root


def _is_whole(node: Node, hints: Hints) -> bool:
    """Whether the one highest heading is the name of the manuscript, not of a section."""
    assert node.line is not None
    if proper(node.line.text) in hints.sections or not node.below:
        return False
    known = any(one.line and proper(one.line.text) in hints.sections for one in node.below)
    return hints.opening or known or any(_divided(one) for one in node.below)


def _divided(node: Node) -> bool:
    """Whether a heading has entries below it."""
    return bool(node.below) or any(begins_entry(line) for line in node.text)


def _top(node: Node, hints: Hints) -> Iterator[Said]:
    """A heading of the highest rank: a category of sections, or a section."""
    assert node.line is not None
    name = proper(node.line.text)
    known = any(one.line and proper(one.line.text) in hints.sections for one in node.below)
    parted = known or name in hints.categories or any(_divided(one) for one in node.below)
    if node.below and not node.text and parted and name not in hints.sections:
        yield "category", node.line
        for one in node.below:
            yield from _section(one)
    else:
        yield "apart", node.line
        yield from _section(node)


def _section(node: Node) -> Iterator[Said]:
    assert node.line is not None
    yield "section", node.line
    yield from _below_single(node, top=False)


def _below_single(node: Node, top: bool = True) -> Iterator[Said]:
    """What is below a section: entries with headings, groups of entries."""
    if top and node.line:
        yield "entry", node.line
    yield from (("text", line) for line in node.text)
    for one in node.below:
        if not top and one.line and one.below and not one.text:
            yield "group", one.line
            for entry in one.below:
                yield from _below_single(entry)
        elif top:
            yield from _sub(one)
        else:
            yield from _below_single(one)


def _sub(node: Node) -> Iterator[Said]:
    if node.line:
        yield "sub", node.line
    yield from (("text", line) for line in node.text)
    for one in node.below:
        yield from _sub(one)
