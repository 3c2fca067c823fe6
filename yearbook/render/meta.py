"""What the head of a page says to machines: description, OpenGraph, Dublin Core, schema.org."""

from __future__ import annotations

import json
from collections.abc import Mapping

from yearbook import address
from yearbook.cite.cited import Cited
from yearbook.model import Contributor, Edition, Imprint
from yearbook.render.labels import T
from yearbook.render.licence import linked
from yearbook.render.policy import page_policy
from yearbook.render.views import Meta

written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
UNSAFE = [(char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029"]


def linked_data(data: Mapping[str, object]) -> str:
    """A JSON-LD block: nothing in it can end the script element; empty values are left out."""
    filled = {key: it for key, it in data.items() if it or it not in ("", None, [], {})}
    made = written({"@context": "https://schema.org", **filled})
    for char, escaped in UNSAFE:
        made = made.replace(char, escaped)
    return made


def meta(
    imprint: Imprint,
    path: str,
    titles: tuple[str, ...],
    description: str,
    kind: str = "WebPage",
    date: str = "",
    lang: str = T.lang,
    cited: Cited | None = None,
    signed: tuple[Contributor, ...] = (),
    **data: object,
) -> Meta:
    """The head of the page at `path`; `titles` from the page's own to the yearbook's.

    `kind` is the schema.org type, `lang` the language of the page's words; `data` are further
    schema.org properties. What is `cited` has the authors of its citation, of those who `signed`
    it the ones without a body as persons; other pages are the institution's.
    """
    url = address.absolute(imprint.base_url, path)
    title, owner = "·".join(titles), imprint.institution or imprint.editor
    authors = cited.authors if cited else tuple(filter(None, [owner]))
    people = {one.name for one in signed if not one.body}
    published = imprint.published if kind in ("Book", "Chapter") else ""
    known = {
        "@type": kind,
        "@id": place(imprint, path, path),
        "name": titles[0],
        "description": description,
        "inLanguage": lang,
        "url": url,
        "datePublished": published,
        "dateModified": date,
        "license": linked(imprint.licence),
        "author": _one_or_more([_agent(one, one in people) for one in authors]),
        "publisher": _agent(imprint.publisher or owner),
    }
    made = linked_data({**known, **data})
    return Meta(
        title,
        description,
        url,
        _open_graph(imprint, titles[0], description, url, kind),
        _dublin_core(imprint, title, description, url, authors, date, lang),
        made,
        page_policy(made),
    )


def place(imprint: Imprint, path: str, target: str) -> str:
    """How the page at `path` names `target`: by its published address, else by the way to it."""
    return address.absolute(imprint.base_url, target) or address.relative(path, target)


def book(edition: Edition, label: str, path: str) -> dict[str, str]:
    """A volume as the page at `path` names it."""
    return {
        "@type": "Book",
        "@id": place(edition.imprint, path, address.edition(edition.id)),
        "name": f"{edition.imprint.title}{label}",
    }


def _agent(name: str, person: bool = False) -> dict[str, str] | None:
    return {"@type": "Person" if person else "Organization", "name": name} if name else None


def _one_or_more(rows: list[dict[str, str] | None]) -> object:
    return rows[0] if len(rows) == 1 else rows


def _open_graph(
    imprint: Imprint, title: str, description: str, url: str, kind: str
) -> tuple[tuple[str, str], ...]:
    rows = (
        ("og:type", "article" if kind == "Chapter" else "website"),
        ("og:title", title),
        ("og:site_name", imprint.title),
        ("og:description", description),
        ("og:locale", T.locale),
        ("og:url", url),
    )
    return tuple(row for row in rows if row[1])


def _dublin_core(
    imprint: Imprint,
    title: str,
    description: str,
    url: str,
    creators: tuple[str, ...],
    date: str,
    lang: str,
) -> tuple[tuple[str, str], ...]:
    rows = (
        ("DC.title", title),
        *(("DC.creator", one) for one in creators),
        ("DC.publisher", imprint.publisher),
        ("DC.description", description),
        ("DC.date", date),
        ("DC.language", lang),
        ("DC.identifier", url),
        ("DC.rights", imprint.licence),
        ("DC.type", "Text"),
    )
    return tuple(row for row in rows if row[1])
