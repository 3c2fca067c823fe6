"""The same matter as scripts, a file for each section: any two editions are compared from them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from yearbook import address, units
from yearbook.figures import SCALE_VALUES
from yearbook.output import Output
from yearbook.render.figure import parts, plain
from yearbook.render.matter import Matters
from yearbook.years.change import defined
from yearbook.years.pairing import Head, Indicator, Matter

INDEX = "index"


def scripts(matters: Matters, n: int) -> Iterator[Output]:
    """For a volume its contents and its sections; each knows its own and older volumes alone."""
    one = matters.contents[n]
    path = address.compare_data(one.edition, INDEX)
    keyed = matters.site.keyed()
    yield Output(path, keyed, lambda: _script(one.edition, INDEX, [*map(_head, one.heads)]))
    yield from (_section(matters, n, one.edition, head.stem) for head in one.heads)


def _section(matters: Matters, n: int, edition: str, stem: str) -> Output:
    path = address.compare_data(edition, stem)
    key = matters.site.keyed(matters.site.words_of(n, stem))
    return Output(path, key, lambda: _script(edition, stem, _matter(matters.matter(n, stem))))


def _head(one: Head) -> tuple[object, ...]:
    keys = dict.fromkeys(key for keys in one.entries.values() for key in keys)
    return one.stem, one.title, one.keys, list(keys)


def _matter(one: Matter) -> tuple[object, ...]:
    blocks = [(b.keys, b.id, b.title, b.lines, b.ids) for b in one.blocks]
    return one.title, blocks, [measured(found) for found in one.figures]


def measured(one: Indicator) -> tuple[object, ...]:
    """As it is shown; then what a difference is worked out from."""
    figure = one.figure
    value = "" if figure.value is None else plain(figure.value)
    zeros = len(str(SCALE_VALUES[units.scale(figure.unit)])) - 1
    counted = (value, zeros, figure.unit, units.bare(figure.unit), bool(figure.approx))
    kept = (figure.per, figure.as_of is not None, one.months, defined(figure))
    return one.series, figure.id, figure.entry, figure.label, parts(figure), counted, kept


def _script(edition: str, name: str, data: object) -> bytes:
    """A script that hands over data; it holds nothing that could end it."""
    said = json.dumps([edition, name, data], ensure_ascii=False, separators=(",", ":"))
    said = said.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("<", "\\u003c")
    return f"yearbookCompare({said[1:-1]});\n".encode()
