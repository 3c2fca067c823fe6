"""Keys of groups: digests of all that their files depend on, from what is noted of the editions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from yearbook.kept import Facts
from yearbook.output import digest
from yearbook.render.program import program
from yearbook.render.site import REACH, Site
from yearbook.render.views import bare
from yearbook.years.series import ids


class Keys:
    """Empty where nothing is noted: such groups are always made."""

    def __init__(self, site: Site, facts: Mapping[str, Facts]) -> None:
        self.site = site
        self.facts = [facts[one.edition.id] for one in site.volumes] if facts else []

    @cached_property
    def base(self) -> str:
        """What every page depends on, and what is said on the spines of all volumes."""
        from yearbook.search.chapters import is_small

        book = self.site.yearbook
        return digest(
            program(),
            self.site.theme.digest,
            is_small(self.site),
            self.site.across,
            book.imprint,
            [bare(one) for one in book.names],
            book.gone,
            book.extras,
            [bare(one) for one in book.offline],
            [one.spine for one in self.facts],
        )

    @cached_property
    def surface(self) -> str:
        """All but the words of closed prose."""
        if not self.facts:
            return ""
        return digest(self.base, self.site.yearbook.about, [one.surface for one in self.facts])

    @property
    def prose(self) -> tuple[Mapping[str, str], ...]:
        """Digests of the prose of each volume by sections."""
        return tuple(one.words for one in self.facts)

    @cached_property
    def words(self) -> str:
        """All words of all volumes."""
        return digest(self.surface, [one.content for one in self.facts]) if self.facts else ""

    @cached_property
    def latest(self) -> str:
        """All but the words of older volumes."""
        return digest(self.surface, self.facts[-1].content) if self.facts else ""

    def volume(self, n: int) -> str:
        """The words of a volume, and what its pages say of the volumes within reach. Series are
        called after their first figure, however long ago."""
        if not self.facts:
            return ""
        around = [one.surface for one in self.facts[max(0, n - REACH) : n + REACH + 1]]
        series = self._series if self.site.across else ""
        moved = [bare(one) for one in self.site.volumes[n].moved]
        return digest(self.base, n, self.facts[n].content, around, series, moved)

    @cached_property
    def _series(self) -> str:
        """The figures that say which series they are of: a series is called after its first."""
        rows = (ids(one) for one in self.site.yearbook.editions)
        return digest([[one for one in row if one[1]] for row in rows])

    def words_of(self, first: int, last: int) -> str:
        """The words of some volumes that follow each other."""
        if not self.facts:
            return ""
        return digest(self.surface, [one.content for one in self.facts[first : last + 1]])
