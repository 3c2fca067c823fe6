"""What all pages share: the volumes with their counts, the theme, and how a page is made."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from operator import attrgetter

from yearbook import model
from yearbook.errata import Corrected, corrections
from yearbook.kept import Kept
from yearbook.markup.plain import is_closed
from yearbook.model import Edition, Entry, Figure, Honour, Section, Yearbook
from yearbook.old import Old, old
from yearbook.output import Output, digest
from yearbook.parts import Parts
from yearbook.record import positional
from yearbook.render.labels import T
from yearbook.render.program import program as program
from yearbook.render.theme import Theme
from yearbook.render.views import bare, stated
from yearbook.years.days import has_chronicle
from yearbook.years.series import Indicators, Names, indicators, names
from yearbook.years.threads import Threads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from _typeshed import DataclassInstance

MANY = 12  # with more volumes decades are told apart
REACH = 5  # how many editions away a page of a volume may know of


@positional
class Volume:
    """An edition and what is counted of it once for all its pages.

    `moved` are the old addresses in it. `said` is a digest of its words and all that is declared
    beside them, `shape` of what Markdown gives of it but the words of closed prose, `length` is
    about how many characters they have. `has` says which of `sections`, `figures` and `honours`
    there are.
    """

    edition: Edition
    label: str
    sections: tuple[Section, ...]
    stems: frozenset[str]
    entries: int
    figures: tuple[tuple[Section, Figure], ...]
    honours: tuple[tuple[Section, Honour], ...]
    english: bool
    chronicle: bool
    moved: tuple[Old, ...]
    corrections: tuple[Corrected, ...]
    said: str
    shape: str
    length: int
    has: frozenset[str]

    def noted(self) -> tuple[object, ...]:
        """What is noted of a volume, for a build that need not read its edition."""
        return tuple(getattr(self, name) for name in NOTED)


class KeptVolume(Volume):
    """A volume as it was noted; the rest is counted when it is asked for."""

    __slots__ = ()

    def __getattr__(self, name: str) -> object:
        """Called for a field that has no value yet."""
        if name not in ("sections", "figures", "honours"):
            raise AttributeError(name)
        made = getattr(model, name)(self.edition)
        object.__setattr__(self, name, tuple(made))
        return object.__getattribute__(self, name)


NOTED = (
    "label", "stems", "entries", "english", "chronicle", "corrections", "said", "shape", "length",
    "has",
)  # fmt: skip


@dataclass(frozen=True)
class Site:
    """A yearbook on its way to pages; `search` is the address of the search page, if any,
    and `store` what it searches: `text`, `exact`, or empty to choose by size.

    `parts` remembers what was worked out for an edition. `threads` says where the same matter
    stands in other volumes, by their places in `volumes`.
    `indicators` are the series of figures, their editions counted likewise, `series` only their
    names. `across` says whether
    there are pages across years: sections and figures through them, and neighbours compared.
    `key` is a digest of all that pages depend on but the words of closed prose, `words` has digests
    of those by volume and section; both are empty where nothing is noted of the editions.
    """

    yearbook: Yearbook
    theme: Theme
    volumes: tuple[Volume, ...]
    search: str = ""
    store: str = ""
    parts: Parts = field(default_factory=Parts)
    threads: Threads = field(default_factory=lambda: Threads(()))
    across: bool = False
    key: str = ""
    words: tuple[Mapping[str, str], ...] = ()

    def keyed(self, *words: object) -> str:
        """The key of an output that depends on these words and on nothing else that is prose."""
        return digest(self.key, *words) if self.key else ""

    def words_of(self, n: int, *stems: str) -> list[str]:
        """What tells the prose of some sections of a volume; of all without stems."""
        found = self.words[n] if self.words else {}
        return [found.get(stem, "") for stem in stems or found]

    @cached_property
    def indicators(self) -> Indicators:
        return indicators(self.yearbook.editions)

    @cached_property
    def series(self) -> Names:
        return names(self.yearbook.editions)

    @property
    def latest(self) -> Volume | None:
        return self.volumes[-1] if self.volumes else None

    def page(self, path: str, template: str, view: Callable[[], object]) -> Output:
        """A page that shows no words of closed prose."""
        return Output(path, self.keyed(), lambda: self.theme.render(template, view=view()))

    def output(self, path: str, template: str, view: object) -> Output:
        """A page made of its view alone."""
        return Output(path, "", lambda: self.theme.render(template, view=view))

    def shown(
        self, path: str, template: str, view: object, show: Callable[[], dict[str, object]]
    ) -> Output:
        """The same for a page whose view is first worked up by `show`."""
        return Output(path, "", lambda: self.theme.render(template, view=view, **show()))


def site(
    yearbook: Yearbook,
    theme: Theme,
    search: str = "",
    parts: Parts | None = None,
    *,
    store: str = "",
    without: Container[str] = (),
    moved: Mapping[str, Sequence[Old]] | None = None,
    threads: Threads | None = None,
) -> Site:
    """The yearbook with its volumes counted; `without` names what is left out. `moved` are the old
    addresses by their editions, and `threads` those of these editions, where they are known."""
    moved = _moved(yearbook) if moved is None else moved
    volumes = tuple(volume(one, moved.get(one.id, ())) for one in yearbook.editions)
    across = len(volumes) > 1 and "across" not in without
    threads = threads or Threads(yearbook.editions)
    return Site(yearbook, theme, volumes, search, store, parts or Parts(), threads, across)


def _moved(yearbook: Yearbook) -> dict[str, list[Old]]:
    """The old addresses by the editions in which they are."""
    moved: dict[str, list[Old]] = {}
    for one in old(yearbook):
        moved.setdefault(one.path.partition("/")[0], []).append(one)
    return moved


def volume(edition: Edition, moved: Iterable[Old] = ()) -> Volume:
    """An edition with its counts, and the old addresses in it."""
    if isinstance(edition, Kept):
        return _kept(edition, tuple(moved))
    sections = model.sections(edition)
    shape = digest([*map(_shape, sections)])
    return Volume(
        edition,
        volume_label(edition.volume),
        sections,
        frozenset(section.stem for section in sections),
        sum(entry_count(section) for section in sections),
        tuple(model.figures(edition)),
        tuple(model.honours(edition)),
        any(one.title_en for one in edition.contents) or any(one.title_en for one in sections),
        has_chronicle(edition),
        tuple(moved),
        tuple(corrections(edition)),
        digest(shape, *_said(edition, sections)),
        shape,
        sum(_length(section) for section in sections),
        frozenset(_has(sections)),
    )


def _has(sections: Sequence[Section]) -> Iterator[str]:
    if sections:
        yield "sections"
    if any(one.figures for one in sections):
        yield "figures"
    if any(one.honours for one in sections):
        yield "honours"


def _kept(edition: Kept, moved: tuple[Old, ...]) -> KeptVolume:
    made = object.__new__(KeptVolume)
    for name, value in zip(NOTED, edition.facts.volume, strict=True):
        object.__setattr__(made, name, value)
    object.__setattr__(made, "edition", edition)
    object.__setattr__(made, "moved", moved)
    return made


def _said(edition: Edition, sections: Iterable[Section]) -> Iterator[object]:
    """What is said in an edition beside the shape of its sections, without the places."""
    yield edition.id
    yield T.volume
    yield [(one.id, one.title) for one in edition.contents]
    yield [(section.contributors, [*map(stated, _declared(section))]) for section in sections]
    sources = [entry.source for section in sections for entry in section.entries]
    yield [*map(len, sources)]
    yield "".join(sources).encode("utf-8", "surrogatepass")


def _declared(section: Section) -> Iterator[DataclassInstance]:
    yield from model.records(section)
    yield from section.tables
    yield from section.corrections
    yield from section.figures
    yield from section.honours


OWN = attrgetter(*(one.name for one in fields(Entry) if one.name not in ("source", "line", "at")))


def _shape(section: Section) -> tuple[object, ...]:
    """All that Markdown gives of a section but the words of closed prose."""
    return (
        section.stem,
        section.title,
        section.clean,
        [(OWN(entry), _open(entry.source)) for entry in section.entries],
        [(note.id, note.source) for note in section.notes],
    )


def _open(source: str) -> object:
    """A source that others may know of; of a closed one whether there is any."""
    return bool(source.strip()) if is_closed(source) else source


def volume_label(volume: str) -> str:
    """2017卷; a volume that says 卷 itself, as 第3卷 does, is its own label."""
    return volume if volume.endswith(T.volume_words) else T.volume.format(volume=volume)


def _length(section: Section) -> int:
    prose = sum(len(entry.source) for entry in section.entries)
    notes = sum(len(note.source) for note in section.notes)
    return prose + notes + sum(len(repr(bare(one))) for one in model.records(section))


def entry_count(section: Section) -> int:
    """How many entries a section holds: its lead counts only when it is all the prose there is."""
    headed = sum(entry.id != "lead" for entry in section.entries)
    data = len(model.records(section))
    return headed + data if headed or data else len(section.entries)


def missing(before: Volume, after: Volume) -> str:
    """The years between two volumes that no volume records: 2016, 2016—2018, or empty."""
    return years_between(before.edition, after.edition)


def years_between(before: Edition, after: Edition) -> str:
    """The years between what two editions record."""
    first, last = before.covers.end.year + 1, after.covers.start.year - 1
    if first > last:
        return ""
    return f"{first}" if first == last else f"{first}—{last}"


def decade(volume: Volume) -> int:
    """The first year of the decade that a volume records."""
    return volume.edition.covers.start.year // 10 * 10


def volumes_around(site: Site, here: Volume | None) -> tuple[Volume, ...]:
    """The volumes within reach of `here`; as many of the newest without it."""
    if here is None:
        return site.volumes[-2 * REACH - 1 :]
    at = site.threads.at[here.edition.id]
    return site.volumes[max(0, at - REACH) : at + REACH + 1]
