"""Rules across editions: how volumes are called and what they cover."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from samples import AT, IMPRINT, YEARBOOK, year

from yearbook.issues import Issue
from yearbook.model import Edition, Period
from yearbook.rules import years


def edition(volume: str, covers: int | Period) -> Edition:
    period = year(covers) if isinstance(covers, int) else covers
    return Edition(id=volume, imprint=IMPRINT, volume=volume, covers=period, at=AT)


def found(*editions: Edition) -> list[tuple[str, object]]:
    """The codes of what is wrong, with the volume that each is about."""
    yearbook = replace(YEARBOOK, editions=editions)
    rules = (years.labels, years.conventions, years.overlaps)
    return [
        (code, args.get("volume", args.get("start")))
        for rule in rules
        for _, code, args in rule(yearbook)
    ]


@pytest.mark.parametrize("offset", [0, 1, -1, 3])
def test_any_convention_that_all_volumes_keep_is_good(offset: int) -> None:
    assert found(*(edition(f"{n + offset}", n) for n in range(2010, 2016))) == []


@pytest.mark.parametrize("place", range(4))
def test_a_volume_unlike_those_around_it_is_told(place: int) -> None:
    row = [edition(f"{n}", n) for n in range(2016, 2020)]
    row[place] = replace(row[place], volume=f"{2016 + place + 20}")
    assert found(*row) == [("C361", f"{2036 + place}")]


def test_a_convention_may_change_once() -> None:
    before = [edition(f"{n}", n) for n in range(2010, 2013)]
    after = [edition(f"{n + 1}", n) for n in range(2013, 2016)]
    assert found(*before, *after) == []


def test_one_or_two_volumes_have_no_convention_yet() -> None:
    assert found(edition("2018", 2017)) == []
    assert found(edition("2007", 2017)) == [("C362", "2007")]
    assert found(edition("2016", 2016), edition("2018", 2017)) == []


@pytest.mark.parametrize("volume", ["3", "第3卷", "创刊", "2017上", "99999"])
def test_a_volume_that_is_no_year_has_no_convention(volume: str) -> None:
    assert found(edition(volume, 2017)) == []


def test_a_volume_of_many_years_is_called_by_any_of_them() -> None:
    assert found(edition("1990", Period(start=date(1986, 1, 1), end=date(2005, 12, 31)))) == []


@pytest.mark.parametrize("other", ["2017", "2017卷", "2017年", " 2017"])
def test_two_volumes_of_one_label(other: str) -> None:
    assert ("C360", other) in found(edition("2017", 2016), edition(other, 2017))


def test_periods_that_overlap() -> None:
    long = edition("志", Period(start=date(1986, 1, 1), end=date(2005, 12, 31)))
    inside, after = edition("1990", 1990), edition("2006", 2006)
    assert found(long, inside, after) == [("C363", "1990-01-01")]


def test_the_same_period_is_told_of_in_reading() -> None:
    assert found(edition("2017上", 2017), edition("2017下", 2017)) == []


def test_an_edition_that_did_not_read_is_passed_over() -> None:
    broken = replace(edition("2017", 2017), clean=False)
    assert found(edition("2017", 2016), broken) == []


def test_the_sentence_names_both_conventions() -> None:
    row = [edition(f"{n + 1}", n) for n in range(2015, 2019)]
    row[1] = replace(row[1], volume="2016")
    ((_, code, args),) = years.conventions(replace(YEARBOOK, editions=tuple(row)))
    issue = Issue(AT, code, tuple(args.items()))
    assert issue.text("zh") == (
        "2016卷记2016年，前后各卷的卷名与所记之年却晚1年，如2016卷记2015年 — "
        "核对本卷的 volume 和 covers"
    )
    assert issue.text("en") == (
        "volume 2016 covers 2016, but the volumes around it are called 1 year later than what they"
        " cover, as volume 2016 covers 2015 — check `volume` and `covers` of this edition"
    )
