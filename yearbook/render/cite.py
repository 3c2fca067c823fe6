"""Citations after GB/T 7714—2025 and GB/T 7714—2015.

An edition with a place and a publisher is cited as a volume and its parts, any other as pages. An
element that is missing is left out. The day of access is added by the copy button, so a citation
comes in two halves. A part without a published address names the volume instead; a local address
is never printed.
"""

from __future__ import annotations

from dataclasses import dataclass

from yearbook.model import Contributor, Edition, Entry, Imprint, Section
from yearbook.render.views import Citation


@dataclass(frozen=True, slots=True)
class Style:
    """The punctuation of one issue of the standard."""

    stop: str
    colon: str
    comma: str
    brackets: tuple[str, str]


STYLES = {
    "2025": Style(".", "：", "，", ("（", "）")),
    "2015": Style(". ", ": ", ", ", ("(", ")")),
}


def edition(edition: Edition, url: str = "") -> Citation:
    """The citation of a whole volume."""
    imprint, style = edition.imprint, STYLES[edition.imprint.citation]
    if published(imprint):
        who = imprint.editor or imprint.institution
        return _volume(edition, _joined(style, who, _name(edition)) + "[M/OL]", url)
    who = imprint.institution or imprint.editor
    return _page(edition, _joined(style, who, _name(edition)) + "[EB/OL]", url)


def part(edition: Edition, section: Section, entry: Entry | None, url: str = "") -> Citation:
    """The citation of a section, or of one entry of it; `url` is its published address."""
    imprint, style = edition.imprint, STYLES[edition.imprint.citation]
    signed = (entry.contributors if entry else ()) or section.contributors
    who = _unit(signed) or imprint.institution or imprint.editor
    title = _joined(style, who, entry.title if entry else section.title)
    host = _joined(style, imprint.editor or imprint.institution, _name(edition))
    if published(imprint):
        return _volume(edition, f"{title}[M/OL]//{host}", url)
    return _page(edition, f"{title}[EB/OL]" + ("" if url else f"//{host}"), url)


def published(imprint: Imprint) -> bool:
    """Whether the yearbook is cited as a published volume."""
    return bool(imprint.place and imprint.publisher)


def _page(edition: Edition, head: str, url: str) -> Citation:
    """`head.（updated）[accessed].url`."""
    style = STYLES[edition.imprint.citation]
    if not edition.revised:
        return Citation(head, _address(style, url), style.stop)
    updated = edition.revised.isoformat().join(style.brackets)
    return Citation(f"{head}{style.stop}{updated}", _address(style, url))


def _volume(edition: Edition, head: str, url: str) -> Citation:
    """`head.place：publisher，year[accessed].url`."""
    imprint, style = edition.imprint, STYLES[edition.imprint.citation]
    issued = f"{imprint.place}{style.colon}{imprint.publisher}"
    year = f"{style.comma}{edition.revised.year}" if edition.revised else ""
    return Citation(f"{head}{style.stop}{issued}{year}", _address(style, url))


def _address(style: Style, url: str) -> str:
    return style.stop + url if url else "."


def _name(edition: Edition) -> str:
    """The yearbook and its volume: 东营市总工会年鉴：2017."""
    return f"{edition.imprint.title}{STYLES[edition.imprint.citation].colon}{edition.volume}"


def _unit(signed: tuple[Contributor, ...]) -> str:
    """Who answers for a text: the body of each contributor, or the person without one."""
    return "，".join(dict.fromkeys(one.body or one.name for one in signed))


def _joined(style: Style, *parts: str) -> str:
    return style.stop.join(part for part in parts if part)
