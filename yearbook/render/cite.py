"""Citations on pages, and the files of each volume: citations.bib, .ris, .json and .js.

The .js is what the menu of formats in a page reads, a classic script because `fetch` fails on
`file://`. It holds each citation once: what differs, and the forms that the writers of
`yearbook.cite` make of it, with marks where `assets/cite.js` puts it in. The marks are characters
that Unicode keeps out of texts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

from yearbook import address
from yearbook.cite import bibtex, cited, csl, gbt, ris
from yearbook.cite.cited import Cited
from yearbook.model import Edition, Entry, Section
from yearbook.output import Output, digest
from yearbook.render.site import Site, Volume, program
from yearbook.render.views import Citation, Item, bare

FORMATS = (("citations.bib", "BibTeX"), ("citations.ris", "RIS"), ("citations.json", "CSL-JSON"))
MARKS = tuple(chr(0xFDD0 + nth) for nth in range(8))
KEY, TITLE, FIRST, SECOND, URL, YEAR, MONTH, DAY = MARKS
ESCAPED = {ord(one): f"\\u{ord(one):04x}" for one in (*MARKS, "\u2028", "\u2029")}
Parts = tuple[Cited, ...]


def outputs(site: Site, volume: Volume) -> Iterator[Output]:
    edition = volume.edition
    key = _key(volume)
    for name, make in FILES.items():
        yield _output(address.data(edition.id, name), key, edition, make)


def _output(path: str, key: str, edition: Edition, make: Callable[[Parts], str]) -> Output:
    return Output(
        path,
        digest(path, key, program()),
        lambda: make(tuple(cited.parts(edition))).encode("utf-8"),
    )


def _key(volume: Volume) -> str:
    """A digest of what a volume's citations are made from."""
    edition = volume.edition
    sections = [
        (
            section.stem,
            section.title,
            section.contributors,
            [(entry.id, entry.title, entry.contributors) for entry in section.entries],
            [bare(record) for record in cited.records(section)],
            [bare(figure) for figure in section.figures],
        )
        for section in volume.sections
    ]
    return digest(edition.id, edition.imprint, edition.volume, edition.revised, sections)


def citation(one: Cited) -> Citation:
    """A citation as a page shows it."""
    before, joint, after = gbt.halves(one)
    return Citation(before, after, joint, one.key)


def edition(edition: Edition) -> Citation:
    """The citation of a whole volume."""
    return citation(cited.volume(edition))


def section(edition: Edition, section: Section) -> Citation:
    """The citation of a section."""
    return citation(cited.section(edition, section))


def entry(edition: Edition, section: Section, entry: Entry) -> Citation:
    """The citation of an entry."""
    return citation(cited.entry(edition, section, entry))


def records(edition: Edition, section: Section) -> str:
    """What names to the script the records of a section, one of which is to be chosen."""
    return f"{edition.id}.{section.stem}.*" if cited.records(section) else ""


def files(edition: Edition, path: str) -> tuple[Item, ...]:
    """Links from the page at `path` to a volume's files of citations."""
    return tuple(
        Item(text, address.relative(path, address.data(edition.id, name))) for name, text in FORMATS
    )


def script(parts: Parts) -> str:
    """The script of a volume whose first part is itself: `yearbookCitations(id, data)`."""
    forms: dict[Cited, int] = {}
    authors: dict[tuple[str, ...], int] = {}
    rows = [
        [
            forms.setdefault(_marked(one), len(forms)),
            one.at.partition("/")[2],
            one.title,
            authors.setdefault(one.authors, len(authors)),
        ]
        for one in parts
    ]
    edition, _, home = parts[0].at.partition("/")
    data = {
        "base": parts[0].url.removesuffix(home),
        "forms": [_forms(one) for one in forms],
        "authors": list(authors),
        "items": rows,
    }
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(ESCAPED)
    return f"yearbookCitations({json.dumps(edition)},{said});\n"


def _marked(one: Cited) -> Cited:
    """What a part of a volume has in common with others: marks stand for what is its own."""
    kind = "section" if one.kind in ("entry", "record") else one.kind
    authors = (FIRST, SECOND) if one.authors else ()
    url = URL if one.url else ""
    return replace(one, kind=kind, at=KEY, title=TITLE, authors=authors, url=url)


def _forms(marked: Cited) -> tuple[str, ...]:
    """A citation in each format, with marks also for the day of access."""
    writers = (gbt.write, bibtex.write, ris.write, csl.write)
    return tuple(write(marked, f"{YEAR}-{MONTH}-{DAY}") for write in writers)


FILES: dict[str, Callable[[Parts], str]] = {
    "citations.bib": bibtex.file,
    "citations.ris": ris.file,
    "citations.json": csl.file,
    "citations.js": script,
}
