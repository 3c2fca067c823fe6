"""How far an edition is from the last: its years, its label, its dates."""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import dataclass
from datetime import date

from yearbook.markup.hypertext import NUMERALS, han
from yearbook.model import Period
from yearbook.wording import han_value

NUMBER = re.compile("[0-9]+")
YEAR = re.compile("(?<![0-9])[12][0-9]{3}(?![0-9])")
HAN = re.compile("[〇一二三四五六七八九十百]+")
LATEST = 9999


@dataclass(frozen=True, slots=True)
class Step:
    """From one edition to another by the numbers with which their ids begin."""

    old: int
    new: int

    @property
    def years(self) -> int:
        return self.new - self.old

    def label(self, volume: str) -> str:
        """What is printed on the spine: 2018 after 2017, 第4卷 after 第3卷, 第四卷 after 第三卷.

        Years move on by the years of the step, other numbers are volumes counted on.
        """
        if NUMBER.search(volume):
            return NUMBER.sub(lambda found: str(self._moved(int(found[0]))), volume)
        return HAN.sub(lambda found: self._han(found[0]), volume)

    def _moved(self, number: int) -> int:
        return number + (self.years if number == self.old or 1000 <= number <= LATEST else 1)

    def _han(self, numeral: str) -> str:
        number = self._moved(int(han_value(numeral)))
        digits = len(numeral) > 1 and not {*numeral} & {*"十百"}
        return "".join(NUMERALS[int(one)] for one in str(number)) if digits else han(number)

    def comment(self, text: str) -> str:
        """A comment beside what was moved on: the years in it move on too."""
        return YEAR.sub(lambda year: str(int(year[0]) + self.years), text)

    def day(self, day: date) -> date:
        """The same day in its new year; the last of February stays the last."""
        year = day.year + self.years
        if day.month == 2 and day.day == 28 + isleap(day.year):
            return date(year, 2, 28 + isleap(year))
        return day.replace(year=year)

    def period(self, period: Period) -> Period:
        return Period(start=self.day(period.start), end=self.day(period.end))


def step(old: str, new: str) -> Step | None:
    """The step between two ids; None where a number is longer than a year's."""
    numbers = [re.match("[0-9]+", name) for name in (old, new)]
    row = [int(found[0]) for found in numbers if found and len(found[0]) <= len(str(LATEST))]
    return Step(row[0], row[1]) if len(row) == 2 else None
