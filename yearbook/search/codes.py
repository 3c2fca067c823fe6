"""Numbers as printable ASCII, for scripts: an (s,c)-dense code (Brisaboa et al., 2003).

A number is written in digits of which only the last is one of the `STOPPERS`, so no mark between
numbers is needed. `"` and `\\` are no digits: a string of codes stands in a script as it is.
templates/assets/engine.js reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import sub

DIGITS = "".join(chr(code) for code in range(32, 127) if chr(code) not in '"\\')
STOPPERS = 46
GOING_ON = len(DIGITS) - STOPPERS


class Codes(dict[int, str]):
    """The code of each number from 0, worked out when it is first asked for."""

    def __missing__(self, number: int) -> str:
        made, rest = DIGITS[number % STOPPERS], number // STOPPERS
        while rest:
            rest -= 1
            made = DIGITS[STOPPERS + rest % GOING_ON] + made
            rest //= GOING_ON
        self[number] = made
        return made


CODES = Codes()


def coded(numbers: Iterable[int]) -> str:
    """The codes of numbers, one after the other."""
    return "".join(map(CODES.__getitem__, numbers))


def gaps(rising: Sequence[int]) -> str:
    """The codes of the gaps between numbers that rise: nothing for the first."""
    return coded(map(sub, rising[1:], rising)) if len(rising) > 1 else ""
