"""`edition.json`: all that a volume holds, for programs, as the shapes say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook import address
from yearbook.output import Output
from yearbook.read.values import half
from yearbook.render import datarows as rows
from yearbook.render import shapes
from yearbook.render.data import rows_of
from yearbook.render.datarows import Data
from yearbook.render.edition import EDITION_DATA
from yearbook.render.indented import to_json
from yearbook.render.site import Site, Volume


def outputs(site: Site, volume: Volume) -> Iterator[Output]:
    path = address.data(volume.edition.id, EDITION_DATA)
    yield Output(path, "", lambda: to_json(edition(site, volume)))


def edition(site: Site, volume: Volume) -> Data:
    """A volume as data."""
    from yearbook.search.chapters import entry_texts

    one, imprint = volume.edition, volume.edition.imprint
    path = address.data(one.id, EDITION_DATA)
    texts = entry_texts(site, volume)
    return shapes.EDITION.filled(
        {
            "$schema": address.relative(path, address.DATA_SCHEMA),
            "id": one.id,
            "title": imprint.title,
            "title_en": imprint.title_en,
            "volume": one.volume,
            "covers": rows.period(one.covers),
            "honours_window": rows.period(one.honours_window) if one.honours_window else None,
            "status": one.status,
            "revised": one.revised.isoformat() if one.revised else "",
            "institution": imprint.institution,
            "editor": imprint.editor,
            "publisher": imprint.publisher,
            "place": imprint.place,
            "published": imprint.published,
            "isbn": _isbn(imprint.isbn),
            "licence": imprint.licence,
            "address": rows.place(one, address.edition(one.id)),
            "categories": [rows.category(part) for part in one.contents if part.id],
            "sections": [rows.section(one, part, texts[part.stem]) for part in volume.sections],
            "figures": [*map(rows.figure, rows_of(volume), (one for _, one in volume.figures))],
            "honours": [rows.honour(one, section, honour) for section, honour in volume.honours],
            "names": _names(site, volume),
        }
    )


def _isbn(said: str) -> str:
    """The ISBN in its digits and strokes; nothing if the words are none."""
    found = re.sub("[‐–—]", "-", half(said).upper())
    found = re.sub("[^0-9X-]", "", found)
    return found if re.fullmatch("[0-9][0-9-]*[0-9X]", found) else ""


def _names(site: Site, volume: Volume) -> list[Data]:
    """The names of names.yaml that the volume says, with their places in its indexes."""
    from yearbook.indexes import book_of, held_of, index_of
    from yearbook.indexes.headings import PAGE_OF

    if not site.yearbook.names:
        held_of(site, volume)  # what all volumes need of this one is worked out beside others
        return []
    edition, book = volume.edition, book_of(site.yearbook.names)
    pages = {one.id: PAGE_OF[one.kind] for one in index_of(site, volume, book).headings if one.id}
    return [
        rows.name(
            book.by_id[id_],
            f"{rows.place(edition, address.index(page, edition.id))}#{address.name_id(id_)}",
        )
        for id_, page in pages.items()
    ]
