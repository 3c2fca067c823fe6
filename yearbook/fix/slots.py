"""Values written into figures that wait for them: `value: ,` becomes `value: 30,`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

from yearbook.fix.draft import Draft, scalar

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
Fields = dict[str, tuple[yaml.Node, yaml.Node]]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What stands in a line, from 0, between two columns is to be `text`."""

    line: int
    start: int
    end: int
    text: str


def filled(text: str, drafts: Iterable[Draft]) -> tuple[str, list[int]]:
    """The YAML with the values of the drafts in the figures of their ids, and the lines of these.

    A figure whose value is not empty, or that already says how it is written, stays; its line is 0.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    rows = LINE.findall(text)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    slots = _slots(yaml.compose(plain, Loader=yaml.SafeLoader))
    edits: list[Edit] = []
    lines = []
    for draft in drafts:
        own = list(_edits(slots[draft.id], draft, rows)) if draft.id in slots else []
        lines.append(own[0].line + 1 if own else 0)
        edits += own
    for edit in sorted(edits, reverse=True):
        line = rows[edit.line]
        rows[edit.line] = line[: edit.start] + edit.text + line[edit.end :]
    return mark + "".join(rows), lines


def _slots(root: yaml.Node | None) -> dict[str, tuple[Fields, bool]]:
    """The fields of each figure whose value is empty, and whether they stand in braces."""
    made = {}
    for id_, (_, node) in _fields(_fields(root).get("figures", (None, None))[1]).items():
        own = _fields(node)
        value = own["value"][1] if "value" in own else None
        empty = value is not None and value.start_mark.index == value.end_mark.index
        if empty and "unit" in own and "approx" not in own and "text" not in own:
            made[id_] = own, bool(getattr(node, "flow_style", False))
    return made


def _fields(node: yaml.Node | None) -> Fields:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return {str(key.value): (key, value) for key, value in pairs}


def _edits(slot: tuple[Fields, bool], draft: Draft, rows: list[str]) -> Iterator[Edit]:
    fields, braces = slot
    mark = fields["value"][1].start_mark
    rest = rows[mark.line][mark.column :]
    blanks = len(rest) - len(rest.lstrip(" "))
    after = "" if rest.lstrip(" ")[:1] in ("", ",", "}", "\r", "\n") else " "
    yield Edit(mark.line, mark.column, mark.column + blanks, f" {draft.value}{after}")
    key, unit = fields["unit"]
    if unit.value != draft.number.unit:
        start, end = unit.start_mark, unit.end_mark
        yield Edit(start.line, start.column, end.column, scalar(draft.number.unit))
    more = {"approx": draft.number.approx, "text": scalar(draft.text) if draft.text else ""}
    for name, said in more.items():
        if said and braces:
            last = unit.end_mark
            yield Edit(last.line, last.column, last.column, f", {name}: {said}")
        elif said:
            column = key.start_mark.column
            line = rows[key.start_mark.line]
            end_of_line = line[len(line.rstrip("\r\n")) :] or "\n"
            text = f"{name}: {said}{end_of_line}{' ' * column}"
            yield Edit(key.start_mark.line, column, column, text)
