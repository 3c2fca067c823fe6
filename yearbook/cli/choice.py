"""`--select` and `--ignore`: which warnings and hints `check` tells. Errors are always told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from yearbook.catalog import CATALOG
from yearbook.cli.options import Options
from yearbook.issues import Issue, Place, UseError, near

DIVIDER = re.compile(r"[,，、\s]+")


@dataclass(frozen=True, slots=True)
class Choice:
    """The beginnings of the codes that are told (none: all), and of those that are not."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @classmethod
    def of(cls, options: Options) -> Choice:
        """What the options ask for. `UseError` for what begins no code."""
        return cls(_codes("--select", options.select), _codes("--ignore", options.ignore))

    def tells(self, issue: Issue) -> bool:
        if issue.severity == "error":
            return True
        wanted = not self.select or issue.code.startswith(self.select)
        return wanted and not issue.code.startswith(self.ignore)

    def told(self, issues: Iterable[Issue]) -> list[Issue]:
        """Those that are told, in the order of their places."""
        return [issue for issue in issues if self.tells(issue)]


def _codes(option: str, said: str) -> tuple[str, ...]:
    words = tuple(word.upper() for word in DIVIDER.split(said) if word)
    for word in words:
        if not any(code.startswith(word) for code in CATALOG):
            names = sorted({code[:size] for code in CATALOG for size in (1, 2, 4)}, key=_order)
            args = {"option": option, "said": word, "near": near(word, names)}
            raise UseError(Issue(Place("yearbook"), "S070", tuple(args.items())))
    return words


def _order(name: str) -> tuple[int, str]:
    return len(name), name
