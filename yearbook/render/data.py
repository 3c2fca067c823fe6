"""The figures of a volume as CSV and JSON, one row a figure."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from yearbook import address, figures
from yearbook.model import Edition, Figure, Section
from yearbook.output import Output
from yearbook.render.figure import plain
from yearbook.render.indented import to_json
from yearbook.render.site import Site, Volume

BOM = "\ufeff"
FORMULA = tuple("=+-@\t\r＝＋－＠")
WIDE = str.maketrans("＝＋－＠", "=+-@")  # Chinese spreadsheets take these for the half-width ones
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


def outputs(site: Site, volume: Volume) -> Iterator[Output]:
    if volume.figures:
        edition = volume.edition.id
        table = cache(lambda: to_csv(rows_of(volume)))
        yield Output(address.figures_csv(edition), site.keyed(), table)
        yield Output(address.data(edition, "figures.csv"), site.keyed(), table)
        yield Output(address.figures_json(edition), site.keyed(), lambda: _json(rows_of(volume)))


def rows_of(volume: Volume) -> tuple[Row, ...]:
    """The figures of a volume by column; of the volume that was asked for last they are kept."""
    if not _latest or _latest[0][0] is not volume:
        made = (row(volume.edition, section, figure) for section, figure in volume.figures)
        _latest[:] = [(volume, tuple(made))]
    return _latest[0][1]


_latest: list[tuple[Volume, tuple[Row, ...]]] = []


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
    writer.writerows([guarded(one[column]) for column in columns] for one in rows)
    return (BOM + text.getvalue()).encode("utf-8")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet runs as a formula: `'` before = + - @.

    A negative number with or without a unit, as -150人次, is data and stays.
    """
    if not cell.startswith(FORMULA):
        return cell
    return cell if NEGATIVE.fullmatch(cell.translate(WIDE)) else f"'{cell}"


def _json(rows: tuple[Row, ...]) -> bytes:
    """A list of objects; empty values are left out."""
    return to_json([{key: value for key, value in one.items() if value} for one in rows])
