"""Numbers and units are sought by quick ways that find what the plain ones do."""

from __future__ import annotations

import re
import sys
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from yearbook import figures, units

PLAIN = re.compile(
    r"(?<![0-9])(?<![0-9][.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![0-9]|[.,][0-9])"
)
TEXTS = st.lists(st.sampled_from([*"00112.,.人次万约 ", "１", "٢", "，", "．"]), max_size=14)
UNITS = sorted(units.known())


@settings(max_examples=300)
@given(TEXTS.map("".join), st.integers(0, 5))
def test_a_number_is_where_digits_begin_and_end(text: str, start: int) -> None:
    found = [one.span() for one in figures.NUMBER.finditer(text, start)]
    assert found == [one.span() for one in PLAIN.finditer(text, start)]


@settings(max_examples=300)
@given(TEXTS.map("".join), st.sampled_from(["0", "1", "12", "0.1", "10", "1.20", "1200", "100.10"]))
def test_a_value_is_found_however_it_is_written(text: str, said: str) -> None:
    narrow, value = figures.narrow(text), Decimal(said)
    row = [one for one in PLAIN.finditer(narrow) if Decimal(one[0].replace(",", "")) == value]
    assert list(figures._equal(value, narrow)) == [one.span() for one in row]


def test_a_text_with_digits_of_any_script_is_not_ordinary() -> None:
    for char in map(chr, range(0x80, sys.maxunicode + 1)):
        assert not (char.isdecimal() and figures._ordinary(char))
    assert figures._ordinary("投入486.08万元（12%），“㎡”²①№——约𠀀３"[:-1])


@settings(max_examples=200)
@given(st.sampled_from(UNITS), st.sampled_from([*UNITS, "民", "次", "目", "²"]), st.booleans())
def test_the_longest_unit_is_found(one: str, after: str, told: bool) -> None:
    declared = frozenset(("斛", "人民")) if told else frozenset[str]()
    text = f"{one}{after}"
    fitting = [
        unit
        for unit in units.known(declared)
        if text.startswith(unit) and units._ends(unit, text[len(unit) :][:1], declared)
    ]
    assert units.longest(text, 0, declared) == max(fitting, key=len, default="")
