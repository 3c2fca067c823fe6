"""BibTeX, in the entry types that biblatex and gbt7714 know: @book @incollection @online @dataset.

A page without a published address is @misc, for @online asks for one.

Names stand in braces of their own, so that they are never taken apart; words with capitals in a
title are protected. No written brace survives as one: BibTeX counts even those after a backslash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.cite.cited import Cited
from yearbook.cite.forms import Forms

TYPES = {"book": "book", "chapter": "incollection", "page": "online", "data": "dataset"}
SPECIAL = str.maketrans(
    {
        "\\": "\\textbackslash{}",
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        "&": "\\&",
        "%": "\\%",
        "$": "\\$",
        "#": "\\#",
        "_": "\\_",
    }
)
ACTIVE = re.compile(r"[\\{}~^&%$#_]")
# Digits and letters that have a case: Latin, Greek, Cyrillic, Roman numerals, full-width ones
WORD = re.compile(
    r"[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u03ff\u0400-\u052f\u1e00-\u1fff"
    r"\u2160-\u2188\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"
)
NOTABLE = re.compile(f"{ACTIVE.pattern}|{WORD.pattern}")
UNSAFE = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def write(cited: Cited, accessed: str = "") -> str:
    """One entry of a .bib file."""
    rows = (f"  {name} = {{{value}}},\n" for name, value in _fields(cited, accessed) if value)
    type = "misc" if cited.form == "page" and not cited.url else TYPES[cited.form]
    return f"@{type}{{{cited.key},\n{''.join(rows)}}}\n"


def file(parts: tuple[Cited, ...]) -> str:
    """A whole .bib file."""
    written = Forms(write, str, title, _url)
    return "\n".join(map(written, parts))


def _fields(cited: Cited, accessed: str) -> Iterator[tuple[str, str]]:
    yield "author", " and ".join(f"{{{escaped(name)}}}" for name in cited.authors)
    yield "title", title(cited.name)
    if cited.form == "chapter":
        yield "editor", f"{{{escaped(cited.editor)}}}" if cited.editor else ""
        yield "booktitle", title(cited.host)
    if cited.form in ("book", "chapter"):
        yield "volume", escaped(cited.volume)
    elif cited.kind != "edition":
        yield "note", escaped(cited.container)
    if cited.printed:
        yield "address", escaped(cited.place)
        yield "publisher", escaped(cited.publisher)
    yield ("year", cited.issued[:4]) if cited.printed else ("date", cited.issued)
    yield "isbn", cited.isbn
    yield "url", _url(cited.url)
    yield "urldate", accessed if cited.url else ""
    yield "langid", "chinese"


def escaped(text: str) -> str:
    """`text` with what BibTeX and LaTeX would act upon written as characters."""
    return text.translate(SPECIAL) if ACTIVE.search(text) else text


def _url(url: str) -> str:
    return url.translate(UNSAFE)


def title(text: str) -> str:
    """The same, with words that have capitals in braces: no style may lower them."""
    if not NOTABLE.search(text):
        return text
    last, made = 0, ""
    for word in WORD.finditer(text):
        if word[0] != word[0].lower():
            made += f"{escaped(text[last : word.start()])}{{{word[0]}}}"
            last = word.end()
    return made + escaped(text[last:])
