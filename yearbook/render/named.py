"""Which names of names.yaml a text says: the longest one wins where several begin."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yearbook.model import Name


def occurring(names: tuple[Name, ...], texts: Iterable[str]) -> frozenset[str]:
    """The ids of the names that stand in the texts, by themselves or in another form."""
    forms = {
        form: name.id for name in names for form in (*name.variants, *name.short, name.name) if form
    }
    if not forms:
        return frozenset()
    pattern = _pattern(forms)
    return frozenset(forms[found[0]] for text in texts for found in pattern.finditer(text))


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """The forms as alternatives by their first character, the longest first."""
    begun: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        begun.setdefault(form[0], []).append(re.escape(form[1:]))
    return re.compile(
        "|".join(f"{re.escape(one)}(?:{'|'.join(rest)})" for one, rest in begun.items())
    )
