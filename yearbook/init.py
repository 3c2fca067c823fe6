"""`init`: a new yearbook of one edition that builds, and teaches its format by example."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from yearbook.issues import Issue, Place, UseError, Words
from yearbook.listing import LITTER

SCAFFOLD = Path(__file__).parent / "scaffold"
TITLE = "某某单位年鉴"
BLANK = re.compile(r"\{(?:title|institution|year)\}")
TOLERATED = LITTER | {".git"}


def init(folder: Path, title: str = "", year: int | None = None) -> tuple[Path, ...]:
    """Make a new yearbook in `folder`, which must be empty; the files written.

    The edition is of `year`, by default the year that has ended. `UseError` when the folder is
    not empty or cannot be written.
    """
    try:
        _require_empty(folder)
        return tuple(_write(folder, _words(title, year or date.today().year - 1)))
    except OSError as error:
        reason = error.strerror or str(error)
        raise UseError(_issue(folder, "S031", reason=reason)) from error


def _issue(folder: Path, code: str, **args: object) -> Issue:
    return Issue(Place(folder.as_posix()), code, tuple(args.items()))


def _require_empty(folder: Path) -> None:
    if not os.path.lexists(folder):
        return
    found = sorted({path.name for path in folder.iterdir()} - TOLERATED)
    if found:
        more = (" 等", ", …") if len(found) > 3 else ("", "")
        said = Words("、".join(found[:3]) + more[0], ", ".join(found[:3]) + more[1])
        raise UseError(_issue(folder, "S030", files=said))


def _words(title: str, year: int) -> dict[str, str]:
    """What stands for the names in braces. A JSON string is a YAML string, whatever it holds."""
    name = " ".join(title.split()) or TITLE
    body = name.removesuffix("年鉴") or name
    quoted = [json.dumps(text, ensure_ascii=False) for text in (name, body)]
    return {"{title}": quoted[0], "{institution}": quoted[1], "{year}": str(year)}


def _write(folder: Path, words: dict[str, str]) -> Iterator[Path]:
    for source in sorted(SCAFFOLD.rglob("*")):
        if source.is_dir():
            continue
        target = _target(folder, source.relative_to(SCAFFOLD), words["{year}"])
        text = source.read_text(encoding="utf-8")
        text = BLANK.sub(lambda blank: words[blank[0]], text)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        yield target


def _target(folder: Path, name: Path, year: str) -> Path:
    """Where a file of the scaffold goes."""
    if name.name == "gitignore":
        return folder / ".gitignore"
    return folder.joinpath("content", *(year if part == "edition" else part for part in name.parts))
