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
from functools import cache, partial

from yearbook import address
from yearbook.cite import bibtex, cited, csl, gbt, ris
from yearbook.cite.cited import Cited
from yearbook.cite.forms import DAY, FIRST, KEY, MARKS, MONTH, SECOND, TITLE, URL, YEAR
from yearbook.model import Edition, Section
from yearbook.output import Output
from yearbook.render.site import Site, Volume
from yearbook.render.views import Citation, Item

FORMATS = (("citations.bib", "BibTeX"), ("citations.ris", "RIS"), ("citations.json", "CSL-JSON"))
ESCAPED = [(one, f"\\u{ord(one):04x}") for one in (*MARKS, "\u2028", "\u2029")]
Parts = tuple[Cited, ...]
Form = tuple[tuple[str, str, str], tuple[str, str, str], str]


def outputs(site: Site, volume: Volume) -> Iterator[Output]:
    parts = cache(partial(_parts, volume.edition))
    for name, make in FILES.items():
        path = address.data(volume.edition.id, name)
        yield Output(path, site.keyed(), partial(_made, make, parts))


def _parts(edition: Edition) -> Parts:
    return tuple(cited.parts(edition))


def _made(make: Callable[[Parts], str], parts: Callable[[], Parts]) -> bytes:
    return make(parts()).encode("utf-8")


def citation(one: Cited) -> Citation:
    """A citation as a page shows it."""
    before, joint, after = gbt.halves(one)
    return Citation(before, after, joint, one.key)


def edition(edition: Edition) -> Citation:
    """The citation of a whole volume."""
    return citation(cited.volume(edition))


class Citations:
    """The citations on the pages of a volume's sections, by form as in `cite/forms.py`."""

    def __init__(self) -> None:
        self.forms: dict[object, Form | None] = {}

    def __call__(self, one: Cited) -> Citation:
        """A citation of a part of the volume as a page shows it."""
        kind = one.kind, one.authors, not one.url
        if kind not in self.forms:
            self.forms[kind] = _form(one)
        form = self.forms[kind]
        return _filled(form, one) if form and one.title else citation(one)


def _form(one: Cited) -> Form | None:
    made = citation(replace(one, title=TITLE, url=URL if one.url else ""))
    form = made.before.partition(TITLE), made.after.partition(URL), made.joint
    return form if _filled(form, one) == citation(one) else None


def _filled(form: Form, one: Cited) -> Citation:
    (head, _, foot), (start, _, end), joint = form
    return Citation(f"{head}{one.title}{foot}", f"{start}{one.url}{end}", joint, one.key)


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
    kinds: dict[object, int] = {}
    forms: dict[Cited, int] = {}
    authors: dict[tuple[str, ...], int] = {}
    rows = []
    for one in parts:
        kind = one.kind, not one.authors, not one.url
        if kind not in kinds:
            kinds[kind] = forms.setdefault(_marked(one), len(forms))
        author = authors.setdefault(one.authors, len(authors))
        rows.append([kinds[kind], one.at.partition("/")[2], one.title, author])
    edition, _, home = parts[0].at.partition("/")
    data = {
        "base": parts[0].url.removesuffix(home),
        "forms": [_forms(one) for one in forms],
        "authors": list(authors),
        "items": rows,
    }
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, escaped in ESCAPED:
        said = said.replace(char, escaped)
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
