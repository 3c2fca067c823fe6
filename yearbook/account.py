"""What an editor is asked for of each edition: characters, marks, index, what is lacking."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from yearbook.indexes import Depth
from yearbook.issues import Issue, folder
from yearbook.model import Edition
from yearbook.proofread import LETTER, Proofread

EMPTY = ("C371", "C372", "C373")
CARRIED = "C374"
UNIT = 10_000  # characters, on which marks are counted
PASS = 1  # the most marks on a unit with which an edition passes


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Of one edition: characters without blanks, errors, warnings of proofreading (`marks`).

    `empty` are entries, figures and sections that wait for their words; `carried` how many
    sections were taken over from which edition and not looked through. `depth` is None where no
    site could be made.
    """

    edition: str
    volume: str
    draft: bool
    characters: int
    errors: int
    marks: int
    depth: Depth | None
    empty: tuple[int, ...]
    carried: tuple[tuple[str, int], ...]

    @property
    def rate(self) -> float:
        """Marks on ten thousand characters."""
        return self.marks * UNIT / self.characters if self.characters else 0.0

    @property
    def passes(self) -> bool:
        return not self.errors and self.marks * UNIT <= PASS * self.characters

    @property
    def lacks(self) -> bool:
        return any(self.empty) or bool(self.carried)


def accounts(
    content: Path, read: Iterable[Proofread], depths: Iterable[Depth], found: Iterable[Issue]
) -> tuple[Account, ...]:
    """The accounts of the editions, in their order; about.md has none."""
    of_edition: defaultdict[str, list[Issue]] = defaultdict(list)
    for issue in found:
        of_edition[folder(issue.place.path, content)].append(issue)
    index = {one.edition: one for one in depths}
    return tuple(
        _account(one.edition, one.characters, of_edition[one.edition.id], index)
        for one in read
        if one.edition
    )


def _account(
    edition: Edition, characters: int, found: list[Issue], index: dict[str, Depth]
) -> Account:
    counts = Counter(issue.code for issue in found)
    grades = Counter(issue.severity for issue in found if issue.severity == "error")
    marks = sum(one.severity == "warning" for one in found if one.code.startswith(LETTER))
    carried = Counter(str(dict(one.args)["edition"]) for one in found if one.code == CARRIED)
    return Account(
        edition=edition.id,
        volume=edition.volume,
        draft=edition.status == "draft",
        characters=characters,
        errors=grades["error"],
        marks=marks,
        depth=index.get(edition.id),
        empty=tuple(counts[code] for code in EMPTY),
        carried=tuple(carried.items()),
    )
