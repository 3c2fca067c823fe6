"""What a reader's zip is made of: the yearbook that it shows, and a digest of what that says.

The digest is of the content, not of how pages look, and not of where a line stands in its file:
a zip fits as long as its words do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace

from yearbook.alone import alone
from yearbook.issues import Place
from yearbook.model import Extra, Ignore, Lock, Media, Yearbook

PASSED_OVER = (Place, Lock, Ignore)
NO_WORDS = frozenset({"line", "strays"})


def shown(yearbook: Yearbook, edition: str) -> Yearbook:
    """The yearbook of the zip of an edition, or of the whole site: its released editions.

    A zip holds no zips.
    """
    plain = replace(yearbook, offline=())
    if edition:
        return alone(plain, edition)
    released = tuple(one for one in plain.editions if one.status == "released")
    return replace(plain, editions=released)


def fingerprint(yearbook: Yearbook, edition: str) -> str:
    """A digest of what the zip of an edition, or of the whole site, says.

    Names and the about page count for the whole site alone: they grow with every new edition.
    """
    zipped = shown(yearbook, edition)
    made = hashlib.sha256()
    _take(zipped.editions, made.update)
    _take(zipped.extras, made.update)
    if not edition:
        _take((zipped.imprint, zipped.names, zipped.about), made.update)
    return made.hexdigest()[:32]


def _take(value: object, put: Callable[[bytes], object]) -> None:
    """Put all that a value says, told apart from what is beside it."""
    if isinstance(value, PASSED_OVER):
        return
    if isinstance(value, tuple):
        put(b"(")
        for one in value:
            _take(one, put)
        put(b")")
    elif is_dataclass(value):
        put(type(value).__name__.encode("ascii"))
        for one in _fields(value):
            _take(one, put)
    else:
        put(repr(value).encode("utf-8", "surrogatepass") + b";")


def _fields(value: object) -> Iterator[object]:
    """The fields of a record that say something; of a file its name and its bytes."""
    if isinstance(value, Media | Extra):
        yield from (value.path, value.digest)
        return
    for field in fields(value):  # type: ignore[arg-type]
        if field.name not in NO_WORDS:
            yield getattr(value, field.name)
