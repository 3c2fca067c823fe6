"""What is said of an edition in the archive's terms: bag-info.txt and Dublin Core."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from yearbook import __version__, address
from yearbook.deposit.names import slug
from yearbook.model import Edition
from yearbook.render.extras import size
from yearbook.render.site import volume_label

WIDE = 79
FORMATS = {
    ".html": "text/html",
    ".md": "text/markdown",
    ".yaml": "application/yaml",
    ".json": "application/json",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
NOT_IN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SPACES = " ".join(
    (
        'xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
        'xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/'
        ' http://www.openarchives.org/OAI/2.0/oai_dc.xsd"',
    )
)

Term = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Payload:
    """How much there is in data/, and of what kinds."""

    size: int
    count: int
    endings: frozenset[str]


def title(edition: Edition) -> str:
    """海棠县图书馆年鉴（2017卷）."""
    return f"{edition.imprint.title}（{volume_label(edition.volume)}）"


def producer(edition: Edition) -> str:
    imprint = edition.imprint
    return next(filter(None, (imprint.institution, imprint.editor, imprint.publisher)), "")


def covered(edition: Edition) -> str:
    """The days that are recorded, as ISO 8601 writes a period."""
    return f"{edition.covers.start.isoformat()}/{edition.covers.end.isoformat()}"


def described(edition: Edition) -> str:
    """What the package is, in both languages."""
    start, end = (f"{day:%Y-%m-%d}" for day in (edition.covers.start, edition.covers.end))
    return (
        f"{title(edition)}，记述{start}至{end}：内容、网站、数据和原稿。"
        f" The yearbook's volume {edition.volume} ({start} to {end}):"
        " sources, website, data and original manuscripts."
    )


def identifiers(edition: Edition) -> Iterator[str]:
    """The ISBN and the published address."""
    if edition.imprint.isbn:
        yield f"ISBN {edition.imprint.isbn}"
    if edition.imprint.base_url:
        yield address.absolute(edition.imprint.base_url, address.edition(edition.id))


def rights(edition: Edition) -> str:
    """What may be done with the volume; an archive is told as well when nothing is said of it."""
    return edition.imprint.licence or "未注明 (not stated)"


def bag_info(edition: Edition, day: date, payload: Payload) -> bytes:
    """bag-info.txt."""
    lines = (_folded(f"{label}: {_plain(value)}") for label, value in _terms(edition, day, payload))
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _terms(edition: Edition, day: date, payload: Payload) -> Iterator[Term]:
    imprint = edition.imprint
    lock = edition.lock
    known = (
        ("Source-Organization", producer(edition)),
        ("External-Description", described(edition)),
        *(("External-Identifier", one) for one in identifiers(edition)),
        ("Internal-Sender-Identifier", edition.id),
        ("Bag-Group-Identifier", slug(edition)),
        ("Bagging-Date", day.isoformat()),
        ("Bag-Size", size(payload.size)),
        ("Payload-Oxum", f"{payload.size}.{payload.count}"),
        ("Bag-Software-Agent", f"yearbook {__version__}"),
        ("Title", title(edition)),
        ("Title-English", imprint.title_en),
        ("Volume", edition.volume),
        ("Coverage", covered(edition)),
        ("Producer", imprint.institution),
        ("Editor", imprint.editor),
        ("Publisher", imprint.publisher),
        ("Place", imprint.place),
        ("Published", imprint.published),
        ("Revised", edition.revised.isoformat() if edition.revised else ""),
        ("Released", lock.released if lock else ""),
        ("Language", "zh-Hans"),
        ("Rights", rights(edition)),
        ("Software-Version", f"yearbook {__version__}"),
    )
    yield from ((label, value) for label, value in known if value)


def _plain(value: str) -> str:
    """A value on one line."""
    return " ".join(value.split())


def _folded(line: str) -> str:
    """A long line broken at blanks, where joining it gives the same words; never within others."""
    made, rest = [], line
    while len(rest) > WIDE and (at := rest.rfind(" ", 2, WIDE)) > 2:
        made.append(rest[:at])
        rest = f"  {rest[at + 1 :]}"
    return "\n".join((*made, rest))


def dublin_core(edition: Edition, payload: Payload) -> bytes:
    """The fifteen elements of Dublin Core, those that are known, as OAI has them."""
    rows = [f"  <dc:{name}{lang}>{_xml(said)}</dc:{name}>" for name, lang, said in _core(edition)]
    rows += [f"  <dc:format>{one}</dc:format>" for one in formats(payload.endings)]
    lines = ('<?xml version="1.0" encoding="UTF-8"?>', f"<oai_dc:dc {SPACES}>", *rows)
    return "".join(f"{line}\n" for line in (*lines, "</oai_dc:dc>")).encode("utf-8")


def _core(edition: Edition) -> Iterator[tuple[str, str, str]]:
    imprint = edition.imprint
    issued = imprint.published or (edition.revised.isoformat() if edition.revised else "")
    chinese, english = ' xml:lang="zh-Hans"', ' xml:lang="en"'
    parts = [one.title for one in edition.contents if one.title]
    known = (
        ("title", chinese, title(edition)),
        ("title", english, imprint.title_en and f"{imprint.title_en}, volume {edition.volume}"),
        ("creator", chinese, producer(edition)),
        ("contributor", chinese, imprint.editor),
        *(("subject", chinese, one) for one in parts),
        ("description", "", described(edition)),
        ("publisher", chinese, imprint.publisher or producer(edition)),
        ("date", "", issued),
        ("type", "", "Text"),
        ("type", "", "Dataset"),
        *(("identifier", "", one) for one in identifiers(edition)),
        ("language", "", "zh-Hans"),
        ("coverage", "", covered(edition)),
        ("rights", "", rights(edition)),
    )
    yield from (one for one in known if one[2])


def formats(endings: Iterable[str]) -> list[str]:
    return sorted({FORMATS[one] for one in endings if one in FORMATS})


def _xml(text: str) -> str:
    return escape(NOT_IN_XML.sub(" ", _plain(text)))
