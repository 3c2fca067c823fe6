"""JSON Schemas of the YAML files, made from the field table that the reader reads by.

Editors use them for completion. `python -m yearbook.read.schema` writes them to `schemas/`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from yearbook.read import format
from yearbook.read.values import Kind, Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES: dict[str, tuple[str, Kind]] = {
    "yearbook": ("年鉴：content/yearbook.yaml", format.YEARBOOK),
    "edition": ("一卷：content/2017/edition.yaml", format.EDITION),
    "section": ("分目的数据：content/2017/overview.yaml", format.SECTION),
    "names": ("名称：content/names.yaml", format.NAMES),
}


def schemas() -> dict[str, Schema]:
    """The schemas by the name of their file, `NAME.json`."""
    return {name: _schema(title, kind) for name, (title, kind) in FILES.items()}


def _schema(title: str, kind: Kind) -> Schema:
    return {"$schema": DIALECT, "title": title, **kind.schema()}


def text(schema: dict[str, Any]) -> str:
    """A schema as it is written to its file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def write(folder: Path) -> None:
    """Write all schemas to `folder`."""
    folder.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        (folder / f"{name}.json").write_text(text(schema), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(__file__).parents[2] / "schemas")
