"""`originals/imports.yaml`: which files were made of which manuscript, and how they were then.

By this a later import knows whether a file was edited since, and which ids it had.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from yearbook.issues import ContentError, Issue, Place

NAME = "originals/imports.yaml"
HEAD = "# import 所编的来稿。程序据此辨认编入之后改过的文件，请不要改动\n"


@dataclass(frozen=True, slots=True)
class Import:
    """One manuscript: its name in originals/, its SHA-256, the files made of it by SHA-256.

    `ids` are the ids of entries by stem and title.
    """

    original: str
    sha256: str
    files: Mapping[str, str] = field(default_factory=dict)
    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read_imports(folder: Path) -> tuple[Import, ...]:
    """What the edition in `folder` says of earlier imports; `ContentError` where that is none."""
    path = folder / NAME
    if not path.is_file():
        return ()
    try:
        found = yaml.safe_load(path.read_bytes().decode("utf-8"))
        return tuple(_import(one) for one in found["imports"])
    except (yaml.YAMLError, OSError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        raise ContentError((Issue(Place(path.as_posix()), "M034"),)) from error


def _import(one: Any) -> Import:
    files, ids = one.get("files") or {}, one.get("ids") or {}
    texts = [one["original"], one["sha256"], *files, *files.values(), *ids]
    texts += [text for row in ids.values() for pair in row.items() for text in pair]
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("not text")
    return Import(one["original"], one["sha256"], files, ids)


def text_of(imports: Iterable[Import]) -> str:
    """The file's text."""
    lines = [HEAD, "imports:\n"]
    for one in imports:
        lines.append(f"  - original: {_said(one.original)}\n    sha256: {one.sha256}\n")
        lines.append(f"    files: {_said(one.files)}\n    ids: {_said(one.ids)}\n")
    return "".join(lines)


def _said(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def digests(imports: Iterable[Import]) -> dict[str, str]:
    """The SHA-256 that each file had when it was last imported."""
    made: dict[str, str] = {}
    for one in imports:
        made |= one.files
    return made


def remembered(imports: Iterable[Import]) -> dict[str, dict[str, str]]:
    """The ids of entries by stem and title, the latest last."""
    made: dict[str, dict[str, str]] = {}
    for one in imports:
        for stem, ids in one.ids.items():
            made.setdefault(stem, {}).update(ids)
    return made
