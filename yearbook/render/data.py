"""The figures of a volume as CSV and JSON, one row a figure."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from yearbook import address, figures
from yearbook.model import Edition, Figure, Section
from yearbook.output import Output, digest
from yearbook.render.figure import plain
from yearbook.render.site import Site, Volume, program

BOM = "\ufeff"
RISKY = tuple("=+-@\t\r＝＋－＠")  # Chinese spreadsheets take the wide ones for the half-width
WIDE = str.maketrans("＝＋－＠", "=+-@")
NEGATIVE = re.compile(r"-[0-9][0-9,.]*[^-+*=@|!&()'\"]*")
COLUMNS = (
    "edition",
    "section",
    "entry",
    "id",
    "label",
    "value",
    "unit",
    "approx",
    "written",
    "scaled",
    "as_of",
    "per",
    "definition",
    "address",
)
Row = dict[str, str]
Write = Callable[[tuple[Row, ...]], bytes]


def outputs(site: Site, volume: Volume) -> Iterator[Output]:
    if volume.figures:
        rows = tuple(_rows(volume))
        yield _output(address.figures_csv(volume.edition.id), rows, to_csv)
        yield _output(address.data(volume.edition.id, "figures.csv"), rows, to_csv)
        yield _output(address.figures_json(volume.edition.id), rows, to_json)


def _output(path: str, rows: tuple[Row, ...], write: Write) -> Output:
    return Output(path, digest(path, rows, program()), lambda: write(rows))


def _rows(volume: Volume) -> Iterator[Row]:
    for section, figure in volume.figures:
        yield row(volume.edition, section, figure)


def row(edition: Edition, section: Section, figure: Figure) -> Row:
    """A figure by column: `scaled` in whole units, without 万 and 亿; `written` with its 余."""
    place = f"{address.section(edition.id, section.stem)}#{address.figure_id(figure.id)}"
    scaled = figures.scaled(figure)
    return {
        "edition": edition.id,
        "section": section.stem,
        "entry": figure.entry,
        "id": figure.id,
        "label": figure.label,
        "value": plain(figure.value) if figure.value is not None else "",
        "unit": figure.unit,
        "approx": figure.approx,
        "written": figures.written(figure) if figure.value is not None else figure.written,
        "scaled": plain(scaled.normalize()) if scaled is not None else "",
        "as_of": figure.as_of.isoformat() if figure.as_of else "",
        "per": figure.per,
        "definition": figure.definition,
        "address": address.absolute(edition.imprint.base_url, place) or place,
    }


def to_csv(rows: tuple[Row, ...]) -> bytes:
    """UTF-8 with a byte order mark, for spreadsheets; lines end as RFC 4180 says."""
    return csv_of(COLUMNS, rows)


def csv_of(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """The same with other columns."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([guarded(one[name]) for name in columns] for one in rows)
    return (BOM + text.getvalue()).encode("utf-8")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula: `'` before = + - @.

    A negative number with or without a unit, as -150人次, is data and stays.
    """
    if not cell.startswith(RISKY):
        return cell
    return cell if NEGATIVE.fullmatch(cell.translate(WIDE)) else f"'{cell}"


def to_json(rows: tuple[Row, ...]) -> bytes:
    """A list of objects; empty values are left out."""
    filled = [{key: value for key, value in one.items() if value} for one in rows]
    return (json.dumps(filled, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
