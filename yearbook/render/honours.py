"""The honours of a volume, grouped by level, each linked to the prose that says it."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook import address
from yearbook.model import LEVELS, Edition, Honour, Recipient, Section
from yearbook.old import old_anchors
from yearbook.render import dates
from yearbook.render.labels import T
from yearbook.render.site import Volume
from yearbook.render.views import view


@view
class HonourView:
    """An honour; `facts` are who received it, from whom, and when."""

    id: str
    title: str
    href: str
    section: str
    facts: tuple[str, ...]
    old: tuple[str, ...] = ()


@view
class Level:
    """The honours of one level."""

    id: str
    title: str
    honours: tuple[HonourView, ...]


def levels(volume: Volume, path: str) -> Iterator[Level]:
    """The honours of a volume by level, as the page at `path` shows them."""
    for nth, level in enumerate(LEVELS, 1):
        rows = tuple(
            _honour(volume.edition, path, section, honour)
            for section, honour in volume.honours
            if honour.level == level
        )
        if rows:
            yield Level(f"level_{nth}", T.levels[level], rows)


def _honour(edition: Edition, path: str, section: Section, honour: Honour) -> HonourView:
    anchor = address.honour_id(honour.id)
    target = f"{address.section(edition.id, section.stem)}#{anchor}"
    facts = (
        recipient(honour.recipient, edition.imprint.institution or edition.imprint.title),
        T.honour_from.format(name=honour.from_) if honour.from_ else "",
        dates.written(honour.date),
    )
    said = tuple(fact for fact in facts if fact)
    href, old = address.relative(path, target), old_anchors(honour.aliases, address.honour_id(""))
    return HonourView(anchor, honour.title, href, section.title, said, old)


def recipient(one: Recipient, self_: str) -> str:
    """Who received an honour: the institution, a name, 甲等3家, or 2家：甲、乙."""
    if one.self_:
        return self_
    count = T.honour_count.format(count=one.count, unit=one.unit) if one.count else ""
    names = T.join.join(one.named)
    if one.count and names and len(one.named) < one.count:
        return T.honour_some.format(names=names, count=count)
    return one.name or "：".join(part for part in (count, names) if part)
