"""The table of a series: a row for each volume, parted where something changed or is missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from yearbook import address, units
from yearbook.model import Edition, Figure
from yearbook.render import changes, dates
from yearbook.render.figure import MINUS, plain, shown
from yearbook.render.labels import T
from yearbook.render.site import Site
from yearbook.render.trend import spoken, unsaid
from yearbook.render.views import view
from yearbook.years.change import DEFINITION, PER, SPAN, STOCK, UNIT, change, months
from yearbook.years.series import Point, Series

LONG = 40  # characters of a fact that is not said in the head of rows


@view
class SeriesRow:
    """What a volume says; `href` leads to its row on the figures page, `said` to the sentence.

    `remarks` are the period, the day of a stock, and the words of the prose for no number.
    """

    volume: str
    href: str
    remarks: tuple[str, ...]
    written: str
    scaled: str
    unit: str
    change: str
    source: str
    said: str


@view
class SeriesPart:
    """Rows that follow each other; `heads` say what is missing before them or has changed."""

    heads: tuple[str, ...]
    rows: tuple[SeriesRow, ...]


def parts(site: Site, series: Series, root: str) -> Iterator[SeriesPart]:
    """The table of a series, the newest volume last; `root` leads from its page to the site's."""
    heads: tuple[str, ...] = ()
    rows = [_row(site, series.points[0], None, root)]
    for before, after in pairwise(series.points):
        between = (*unsaid(before, after, site.yearbook.editions), *_broken(site, series, after))
        if between:
            yield SeriesPart(heads, tuple(rows))
            heads, rows = between, []
        rows.append(_row(site, after, before, root))
    yield SeriesPart(heads, tuple(rows))


def _broken(site: Site, series: Series, point: Point) -> Iterator[str]:
    """What breaks the series at a point, in a sentence."""
    if point.breaks:
        before = series.before(point)
        why = T.join.join(_changed(site, name, before, point) for name in point.breaks)
        yield T.series_break.format(volume=site.volumes[point.edition].label, why=why)


def _changed(site: Site, name: str, before: Point, after: Point) -> str:
    facts = _fact(site, name, before), _fact(site, name, after)
    if max(map(len, facts)) > LONG:
        return T.series_breaks[name]
    return T.series_changed[name].format(before=facts[0], after=facts[1])


def _fact(site: Site, name: str, point: Point) -> str:
    """What a figure or its edition says of that which may break a series."""
    one = point.figure
    if name == UNIT:
        return T.series_quoted.format(text=units.bare(one.unit))
    if name == PER:
        return T.per.format(per=one.per) if one.per else T.series_total
    if name == STOCK:
        return T.series_stock if one.as_of else T.series_flow
    if name == SPAN:
        return T.series_months.format(count=months(site.volumes[point.edition].edition.covers))
    assert name == DEFINITION
    return _definition(one)


def _definition(one: Figure) -> str:
    said = one.definition.rstrip("。")
    return T.series_quoted.format(text=said) if said else T.series_undefined


def _row(site: Site, point: Point, before: Point | None, root: str) -> SeriesRow:
    volume, figure = site.volumes[point.edition], point.figure
    anchor, id_ = address.figure_id(figure.id), volume.edition.id
    return SeriesRow(
        volume.label,
        address.outside(root, f"{address.figures(id_)}#{anchor}"),
        tuple(_remarks(volume.edition, point)),
        shown(figure),
        _scaled(point),
        _unit(figure),
        _compared(point, before),
        _source(point),
        address.outside(root, f"{address.section(id_, point.section.stem)}#{anchor}"),
    )


def _remarks(edition: Edition, point: Point) -> Iterator[str]:
    """The period where the volume does not say it, the day of a stock, words for no number."""
    year, figure = dates.whole_year(edition.covers), point.figure
    if not year or f"{year}" not in edition.volume:
        yield T.series_covers.format(period=_period(edition))
    if figure.as_of:
        yield T.as_of.format(date=dates.day(figure.as_of))
    if point.scaled is None:
        said = T.series_words.format(text=figure.text) if figure.text else ""
        yield spoken(point) + said


def _period(edition: Edition) -> str:
    covers, year = edition.covers, dates.whole_year(edition.covers)
    if year:
        return T.series_year.format(year=year)
    return T.series_days.format(start=dates.day(covers.start), end=dates.day(covers.end))


def _scaled(point: Point) -> str:
    """The value with 万 and 亿 multiplied out, 约 before an approximate one."""
    if point.scaled is None:
        return ""
    about = T.about_word if point.figure.approx else ""
    return about + plain(point.scaled.normalize()).replace("-", MINUS)


def _unit(figure: Figure) -> str:
    bare = units.bare(figure.unit)
    return T.series_unit.format(unit=bare, per=figure.per) if figure.per else bare


def _compared(point: Point, before: Point | None) -> str:
    """The change since the volume before; nothing over a gap or a break."""
    if before is None or point.scaled is None or point.breaks:
        return ""
    if before.scaled is None or before.edition < point.edition - 1:
        return T.series_not_before
    made = None if point.gap else change(before.figure, point.figure)
    return changes.said(made) if made else T.series_over_years


def _source(point: Point) -> str:
    """Section and entry; a lead has the title of its section."""
    entry, section = entry_title(point), point.section.title
    return section if entry in ("", section) else f"{section}·{entry}"


def entry_title(point: Point) -> str:
    """The title of the entry that says a point; empty for a record."""
    row = point.section.entries
    return next((entry.title for entry in row if entry.id == point.figure.entry), "")
