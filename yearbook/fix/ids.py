"""Ids written for entries that have none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yearbook.fix.change import Change
from yearbook.fix.files import LINE, read, write
from yearbook.issues import Issues, Place


def write_ids(content: Path) -> Iterator[Change]:
    """Ids that the reader proposed for entries without one."""
    from yearbook.read import load

    issues = Issues()
    load(content, issues)
    missing: dict[str, list[tuple[int, str]]] = {}
    for issue in issues:
        if issue.code == "C143":
            row = missing.setdefault(issue.place.path, [])
            row.append((issue.place.line, str(dict(issue.args)["id"])))
    for path, row in missing.items():
        text = read(Path(path))
        write(Path(path), with_ids(text, dict(row)))
        yield from (Change(Place(path, line), "id", f"{{#{id_}}}") for line, id_ in row)


def with_ids(text: str, ids: dict[int, str]) -> str:
    """The text with ` {#id}` at the end of the lines (from 1) that `ids` names."""
    row = LINE.findall(text)
    for number, id_ in ids.items():
        line = row[number - 1]
        body = line.rstrip("\r\n")
        end = len(body.rstrip())
        row[number - 1] = f"{body[:end]} {{#{id_}}}{line[end:]}"
    return "".join(row)
