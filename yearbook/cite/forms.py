"""The citations of a volume by form: what many of them have in common is written once.

A form is a citation with marks where a part's own words go. The marks are characters that Unicode
keeps out of texts.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from yearbook.cite.cited import Cited

Escape = Callable[[str], str]
MARKS = tuple(chr(0xFDD0 + nth) for nth in range(8))
KEY, TITLE, FIRST, SECOND, URL, YEAR, MONTH, DAY = MARKS


class Forms:
    """Writes citations of one volume as `write` does, which escapes words by `title` and so on.

    In a form key, title and address stand once and in this order. It is tried on the first citation
    that has it; where that comes out another, as when the yearbook's own name holds marks, `write`
    does it all.
    """

    def __init__(
        self, write: Callable[[Cited], str], key: Escape, title: Escape, url: Escape
    ) -> None:
        self.write, self.key, self.title, self.url = write, key, title, url
        self.forms: dict[object, str] = {}

    def __call__(self, one: Cited) -> str:
        if one.kind == "edition" or not one.title:
            return self.write(one)
        kind = one.kind, one.authors, not one.url
        try:
            form = self.forms[kind]
        except KeyError:
            form = self.forms[kind] = self._form(one)
        return self._filled(form, one) if form else self.write(one)

    def _form(self, one: Cited) -> str:
        marked = replace(one, at=KEY, title=TITLE, url=URL if one.url else "")
        form = self.write(marked).replace("%", "%%")
        for mark in (KEY, TITLE, URL):
            form = form.replace(mark, "%s")
        with suppress(TypeError):  # there are more marks or fewer
            return form if self._filled(form, one) == self.write(one) else ""
        return ""

    def _filled(self, form: str, one: Cited) -> str:
        key, title = self.key(one.key), self.title(one.title)
        return form % ((key, title, self.url(one.url)) if one.url else (key, title))
