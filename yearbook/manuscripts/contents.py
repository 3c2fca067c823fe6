"""New sections in the contents of `edition.yaml`: every other byte of the file stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import yaml

from yearbook.manuscripts.shapes import proper
from yearbook.manuscripts.yamlfile import inline, scalar


@dataclass(frozen=True, slots=True)
class Place:
    """Where a section is to be listed: below a category of that title and id, or alone."""

    stem: str
    category: str = ""
    id: str = ""


def new_edition(volume: str, year: int, places: Iterable[Place]) -> str:
    """The `edition.yaml` of a new draft."""
    lines = [f"volume: {volume}", f"covers: {year}", "status: draft", "contents:"]
    rows: dict[str, list[Place]] = {}
    for place in places:
        rows.setdefault(place.id or f"- {place.stem}", []).append(place)
    for key, row in rows.items():
        lines.append(f"  {key}" if key.startswith("- ") else f"  - {_category(row)}")
    return "".join(f"{line}\n" for line in lines)


def _category(row: list[Place]) -> str:
    stems = f"[{', '.join(place.stem for place in row)}]"
    return inline({"category": row[0].id, "title": scalar(row[0].category), "sections": stems})


def with_sections(text: str, places: Iterable[Place]) -> str:
    """The text of an `edition.yaml` with more sections in its contents."""
    for place in places:
        text = _with_section(text, place)
    return text


def _with_section(text: str, place: Place) -> str:
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark) if mark else text
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    fields = _fields(root)
    listed = fields.get("contents")
    item = f"- {place.stem}"
    if not isinstance(listed, yaml.SequenceNode):
        return mark + text  # such a file has an error, and nothing is imported into it
    for one in listed.value:
        below = _fields(one)
        if place.category and _is(below, place):
            sections = below.get("sections")
            if isinstance(sections, yaml.SequenceNode):
                return mark + _insert(text, sections, item)
    return mark + _insert(text, listed, _item(place))


def _is(fields: Mapping[str, yaml.Node], place: Place) -> bool:
    """Whether a line of the contents is the category of a place."""
    title, id_ = fields.get("title"), fields.get("category")
    return bool(
        (title and proper(str(title.value)) == proper(place.category))
        or (id_ and id_.value == place.id)
    )


def _item(place: Place) -> str:
    return f"- {_category([place])}" if place.category else f"- {place.stem}"


def _fields(node: yaml.Node | None) -> dict[str, yaml.Node]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return {str(key.value): value for key, value in pairs}


def _insert(text: str, row: yaml.SequenceNode, item: str) -> str:
    """The text with an item at the end of a list."""
    if row.flow_style:
        at = row.end_mark.index - 1
        head = text[:at].rstrip()
        comma = "" if not row.value or head.endswith(",") else ","
        blank = " " if row.value else ""
        return f"{head}{comma}{blank}{item[2:]}{text[at:]}"
    lines = text.splitlines(keepends=True)
    indent = row.start_mark.column
    end = row.value[-1].start_mark.line + 1
    while end < len(lines) and _belongs(lines[end], indent):
        end += 1
    while not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#"):
        end -= 1
    lines[end - 1] = _closed(lines[end - 1], _end(text))
    return "".join([*lines[:end], f"{' ' * indent}{item}{_end(text)}", *lines[end:]])


def _belongs(line: str, indent: int) -> bool:
    """Whether a line goes on with the last item of a list that stands so far in."""
    bare = line.strip()
    return not bare or bare.startswith("#") or len(line) - len(line.lstrip()) > indent


def _end(text: str) -> str:
    return next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")


def _closed(text: str, end: str = "") -> str:
    """The text with an end of line."""
    return text if not text or text.endswith(("\n", "\r")) else text + (end or _end(text))
