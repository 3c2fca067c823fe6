"""The nouns of a yearbook, frozen. No input or output, no HTML.

The model stores what an editor wrote; what can be computed is a function at the end of the file.
Children have no parent pointers; links are by written id. `at` is where the record stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

from yearbook.issues import Place
from yearbook.record import record as record

LEVELS = ("全国", "省", "市", "县")  # of honours, the highest first
STATES = ("约稿", "收稿", "初审", "复审", "终审", "定稿")  # of entries, in their order
FINAL = STATES[-1]


@record
class Imprint:
    """Identity of a yearbook; an edition may set any of it again.

    `published` is the day of publication as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD.
    """

    title: str
    title_en: str = ""
    institution: str = ""
    editor: str = ""
    publisher: str = ""
    place: str = ""
    published: str = ""
    isbn: str = ""
    licence: str = ""
    base_url: str = ""
    citation: Literal["2025", "2015"] = "2025"


@record
class Period:
    """The days from `start` to `end`, both counted."""

    start: date
    end: date


@record
class Contributor:
    """撰稿人: who wrote an entry or a section, and for which body."""

    name: str
    body: str = ""


@record
class Note:
    """校注: a Markdown footnote of a section file; `source` is its Markdown."""

    id: str
    source: str
    at: Place


@record
class Entry:
    """条目: the lead (`id` is `lead`, the title is the section's) or a `## title {#id}`.

    `source` is the Markdown of the body with note definitions blanked out, so that its first
    line is line `line` of the file and every later line keeps its number.
    """

    id: str
    title: str
    source: str
    line: int
    at: Place
    group: str = ""
    title_en: str = ""
    contributors: tuple[Contributor, ...] = ()
    date: str = ""
    keywords: tuple[str, ...] = ()
    state: str = ""
    editor: str = ""
    aliases: tuple[str, ...] = ()
    continues: tuple[str, ...] = ()


@record
class Cell:
    """The table cell that a figure is: the table's id, the row's first cell, the column's head."""

    table: str
    row: str
    column: str


@record
class Figure:
    """数据: a number with a unit, declared once in YAML and found again in the prose.

    `value` is None for missing (`written` is …) and nil (`written` is —). `written` is the number
    as the editor typed it. `approx` is one of the words before the number (约 近 超 逾 不足),
    before the unit (余 多 来) or after it (左右 以上 以下), or empty. `entry` is an entry id.
    """

    id: str
    entry: str
    label: str
    value: Decimal | None
    written: str
    unit: str
    at: Place
    approx: str = ""
    text: str = ""
    as_of: date | None = None
    per: str = ""
    definition: str = ""
    series: str = ""
    cell: Cell | None = None
    aliases: tuple[str, ...] = ()


@record
class Slot:
    """A figure of a draft whose value is still to come: an empty `value:`."""

    id: str
    entry: str
    label: str
    unit: str
    at: Place


@record
class Recipient:
    """Who received an honour: the institution itself, a name, or a number of named ones."""

    self_: bool = False
    name: str = ""
    count: int = 0
    unit: str = ""
    named: tuple[str, ...] = ()


@record
class Honour:
    """荣誉: `title` stands in the prose of its entry. `level` is 全国, 省, 市 or 县."""

    id: str
    entry: str
    title: str
    level: str
    recipient: Recipient
    at: Place
    from_: str = ""
    date: str = ""
    aliases: tuple[str, ...] = ()


@record
class Person:
    """人物 of a data section, such as a leader."""

    id: str
    name: str
    office: str
    at: Place
    from_: str = ""
    to: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()


@record
class Body:
    """机构 of a data section, such as a department."""

    id: str
    name: str
    at: Place
    parent: str = ""
    kind: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()


@record
class Item:
    """One of a numbered list, such as a duty."""

    id: str
    text: str
    at: Place
    note: str = ""
    aliases: tuple[str, ...] = ()


@record
class Event:
    """大事记: `date` is YYYY, YYYY-MM or YYYY-MM-DD."""

    id: str
    date: str
    text: str
    at: Place
    entry: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()


@record
class Reference:
    """参考资料."""

    id: str
    title: str
    at: Place
    author: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    accessed: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()


@record
class Picture:
    """A picture of a data section; `file` is relative to the edition's folder."""

    id: str
    file: str
    caption: str
    at: Place
    credit: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()


@record
class Table:
    """A CSV table; `rows` holds its cells as text, the head first."""

    id: str
    entry: str
    caption: str
    file: str
    rows: tuple[tuple[str, ...], ...]
    at: Place
    units: str = ""
    source: str = ""
    aliases: tuple[str, ...] = ()


@record
class Erratum:
    """A dated correction of what is no prose: a title, a record, a figure, a table.

    `anchor` is what stands after # in the address; empty for the section's or edition's own page.
    Without both readings the whole of it was added after the release.
    """

    date: date
    reason: str
    at: Place
    anchor: str = ""
    printed: str = ""
    corrected: str = ""


Record = Person | Body | Item | Event | Reference | Picture


@record
class Ignore:
    """An issue that the editors accept, with the reason."""

    code: str
    text: str
    reason: str
    at: Place


@record
class Section:
    """分目: one page. `clean` is false when reading it found an error: rules then pass it over.

    `clean_prose` is false when the error is in its Markdown; else the rules of prose still run.
    `state` and `editor` are those of its entries that have none of their own; `carried` is the
    edition from which it was taken over and not looked through yet.
    """

    stem: str
    title: str
    at: Place
    clean: bool = True
    clean_prose: bool = True
    title_en: str = ""
    summary_en: str = ""
    contributors: tuple[Contributor, ...] = ()
    state: str = ""
    editor: str = ""
    carried: str = ""
    continues: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()
    figures: tuple[Figure, ...] = ()
    slots: tuple[Slot, ...] = ()
    plain: tuple[str, ...] = ()
    honours: tuple[Honour, ...] = ()
    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    items: tuple[Item, ...] = ()
    events: tuple[Event, ...] = ()
    references: tuple[Reference, ...] = ()
    tables: tuple[Table, ...] = ()
    pictures: tuple[Picture, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    aliases: tuple[str, ...] = ()
    corrections: tuple[Erratum, ...] = ()


@record
class Category:
    """类目: a group of sections; without a title it holds one section that stands alone."""

    id: str = ""
    title: str = ""
    title_en: str = ""
    sections: tuple[Section, ...] = ()


@record
class Pair:
    """Two sides of one matter in a chart: what was applied for and what was recognised of it."""

    title: str
    applied: str
    recognised: tuple[str, ...]
    note: str = ""


@record
class Chart:
    """A chart of the figures page; its headline is computed from the figures.

    `kind`: `bars` compares `figures` by size, `pairs` shows `pairs`, `numbers` lists `figures`.
    """

    id: str
    kind: Literal["bars", "pairs", "numbers"]
    title: str
    at: Place
    figures: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    note: str = ""


@record
class Media:
    """A file of an edition that pages show: an image with its size in pixels (0 = unknown).

    `path` is relative to the edition's folder, in content/ and in the site; `source` is where it
    is read from; `digest` is of its bytes.
    """

    path: str
    source: str
    width: int = 0
    height: int = 0
    digest: str = ""


@record
class Lock:
    """edition.lock: the words under each address as they were released on the day `released`."""

    edition: str
    released: str
    passages: tuple[tuple[str, tuple[str, ...]], ...]
    at: Place


@record
class Edition:
    """卷: one volume. `volume` is printed on the spine, `covers` is what it records.

    `strays` are files of its folder, as `images/Hall.PNG`, that were refused for their names.
    `clean` is false when edition.yaml has an error of reading. `locked`: there is an edition.lock;
    `lock` is None where it does not read.
    """

    id: str
    imprint: Imprint
    volume: str
    covers: Period
    at: Place
    status: Literal["draft", "released"] = "draft"
    honours_window: Period | None = None
    revised: date | None = None
    figures: Literal["all", "declared"] = "all"
    highlights: tuple[str, ...] = ()
    contents: tuple[Category, ...] = ()
    charts: tuple[Chart, ...] = ()
    media: tuple[Media, ...] = ()
    strays: tuple[str, ...] = ()
    clean: bool = True
    corrections: tuple[Erratum, ...] = ()
    locked: bool = False
    lock: Lock | None = None


@record
class Name:
    """An entry of names.yaml: person, body, place, programme, competition or term."""

    id: str
    name: str
    kind: str
    at: Place
    reading: str = ""
    short: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    see: str = ""
    also: tuple[str, ...] = ()
    from_: str = ""
    to: str = ""
    before: str = ""
    after: str = ""
    gloss: str = ""


@record
class Extra:
    """A file of content/files/, copied as it is; `path` is its address in the site."""

    path: str
    source: str
    digest: str


@record
class Offline:
    """A reader's zip in content/files/offline/, of the edition or, if empty, of the whole site.

    `content` is a digest of what it says. `sound`: it is as it was made.
    """

    edition: str
    path: str
    source: str
    digest: str
    size: int
    content: str
    sound: bool
    at: Place


@record
class Yearbook:
    """年鉴: the series. `editions` are ordered by the period they cover, drafts included.

    `about` holds the entries of content/about.md, the editors' own words on the about page.
    `strays` are names in content/ that were refused; one of them may be an edition. `gone` are the
    editions that are not here: left out to show one alone, or `elsewhere` by yearbook.yaml.
    """

    imprint: Imprint
    editions: tuple[Edition, ...]
    names: tuple[Name, ...] = ()
    about: Section | None = None
    extras: tuple[Extra, ...] = ()
    offline: tuple[Offline, ...] = ()
    strays: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def sections(edition: Edition) -> tuple[Section, ...]:
    """The sections of an edition in the order of its table of contents."""
    return tuple(section for category in edition.contents for section in category.sections)


def records(section: Section) -> tuple[Record, ...]:
    """The data records of a section in the order in which a page shows them."""
    return (
        *section.people,
        *section.bodies,
        *section.items,
        *section.events,
        *section.references,
        *section.pictures,
    )


def state(section: Section, entry: Entry | None = None) -> str:
    """How far an entry is, or the records of a section: its own state, else the section's."""
    return (entry.state if entry else "") or section.state


def editor(section: Section, entry: Entry | None = None) -> str:
    """Who edits an entry: its own editor, else the section's."""
    return (entry.editor if entry else "") or section.editor


def declared(edition: Edition) -> Iterator[Figure | Slot]:
    """Every figure of an edition, also those whose value is still to come."""
    for section in sections(edition):
        yield from section.figures
        yield from section.slots


def figures(edition: Edition) -> Iterator[tuple[Section, Figure]]:
    """Every figure of an edition with its section."""
    return ((section, figure) for section in sections(edition) for figure in section.figures)


def honours(edition: Edition) -> Iterator[tuple[Section, Honour]]:
    """Every honour of an edition with its section."""
    return ((section, honour) for section in sections(edition) for honour in section.honours)


def neighbours(edition: Edition, stem: str) -> tuple[Section | None, Section | None]:
    """The sections before and after `stem` in the table of contents."""
    row = sections(edition)
    here = next(n for n, section in enumerate(row) if section.stem == stem)
    before = row[here - 1] if here else None
    after = row[here + 1] if here + 1 < len(row) else None
    return before, after


def meets(period: Period, date: str) -> bool:
    """Whether a day, month or year has a day in the period."""
    size = len(date)
    return period.start.isoformat()[:size] <= date <= period.end.isoformat()[:size]
