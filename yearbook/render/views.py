"""The parts that the views of several pages are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from yearbook.issues import Place
from yearbook.record import view as view

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Declared = TypeVar("Declared", bound="DataclassInstance")


def bare(one: Declared) -> Declared:
    """A declared thing without its place: where it stands in a file changes no page."""
    return replace(one, at=Place(""))


def stated(one: DataclassInstance) -> tuple[object, ...]:
    """What a declared thing says, without its place: the same for a key, at less cost."""
    return (type(one).__name__, _values(type(one))(one))


@cache
def _values(kind: type[DataclassInstance]) -> Callable[[object], object]:
    return attrgetter(*(field.name for field in fields(kind) if field.name != "at"))


@view
class Item:
    """A link of a list; `current` is its aria-current value, empty elsewhere."""

    text: str
    href: str
    current: str = ""


@view
class Toc:
    """A place in the table of contents; without `href` it is a heading of the list."""

    text: str
    href: str = ""
    current: str = ""
    children: tuple[Toc, ...] = ()


@view
class Year:
    """A volume of the rail. `lacking`: without what the page is about, it leads to its cover.

    `gap` says which years are missing before it.
    """

    text: str
    href: str
    current: str = ""
    lacking: str = ""
    gap: str = ""


@view
class Rail:
    """The volumes beside a page; `shelf` leads to all of them when some are left out."""

    items: tuple[Year, ...]
    shelf: str = ""


@view
class Others:
    """The same matter in the volumes around; `lacking` names those without it.

    `ways` lead to it through all the years and to its comparison with the volume before.
    """

    links: tuple[Item, ...]
    lacking: str = ""
    ways: tuple[Item, ...] = ()


@view
class Citation:
    """A citation in two halves; between them the copy button puts `joint` and [the day].

    Without a second half, for want of an address, no day is put in.

    `key` is its name in the files of citations.
    """

    before: str
    after: str
    joint: str = ""
    key: str = ""

    @property
    def text(self) -> str:
        return self.before + self.after


@view
class Meta:
    """What the head of a page says to machines."""

    title: str
    description: str
    canonical: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    linked_data: str = ""
    policy: str = ""


@view
class Page:
    """What surrounds a page. `root` leads from it to the site's root: empty or `../`."""

    path: str
    root: str
    brand: str
    meta: Meta
    nav: tuple[Item, ...]
    rail: Rail
    search: str = ""
    crumbs: tuple[Item, ...] = ()
    before: Item | None = None
    after: Item | None = None
    foot: tuple[str, ...] = ()
    about: str = ""
    draft: bool = False
    feed: str = ""
