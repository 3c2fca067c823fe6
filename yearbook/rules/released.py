"""Rules of a locked edition: words and addresses stay, corrections are dated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from datetime import date

from yearbook.issues import Words
from yearbook.lock.changes import change, same
from yearbook.lock.passages import GROUP, INDEX, Passage
from yearbook.lock.printed import literal, plain
from yearbook.markup.prose import Correction
from yearbook.model import Edition, Lock, sections
from yearbook.rules.correcting import DAY, how, is_renamed
from yearbook.rules.gone import added, gone
from yearbook.rules.locks import Standing
from yearbook.rules.scope import Finding, Part

DATE = re.compile(
    r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?\s*[：:，,]?\s*(.*)", re.DOTALL
)


def kept(now: Standing, edition: Edition, lock: Lock) -> Iterator[Finding]:
    """The findings of a locked edition; where a section did not read, its words are not judged."""
    dark = {f"{one.stem}.html" for one in sections(edition) if not one.clean}
    told: set[str] = set()
    seen: set[str] = set()
    yield from _not_added(edition, lock)
    own = now.of(edition.id).values()
    groups = _groups(lock.passages) & _groups((one.address, one.lines) for one in own)
    lost: list[tuple[str, tuple[str, ...]]] = []
    for address, lines in lock.passages:
        found = now.find(f"{edition.id}/{address}")
        if found is None:
            lost.append((address, lines))
            continue
        seen.add(found[0])
        if lines and found[1].address.partition("#")[0] not in dark:
            said = tuple(_changed(address, lines, found[1], told, groups))
            told |= {found[1].address} if said else set()
            yield from said
    if not dark:
        fresh = [one for key, one in now.of(edition.id).items() if key not in seen]
        taken: set[str] = set()
        yield from gone(edition, lost, fresh, taken)
        yield from added(edition, [one for one in fresh if one.address not in taken])


def _not_added(edition: Edition, lock: Lock) -> Iterator[Finding]:
    """Corrections that say that something was added which had been released."""
    known = {address for address, lines in lock.passages if lines}
    pages = [(INDEX, edition.corrections)]
    pages += [(f"{one.stem}.html", one.corrections) for one in sections(edition)]
    for page, errata in pages:
        for one in errata:
            mark = "_" if page == INDEX else ""
            address = f"{page}#{one.anchor}{mark}" if one.anchor else page
            if not one.printed and not one.corrected and address in known:
                yield one.at, "C353", {"address": address}


def _groups(row: Iterable[tuple[str, tuple[str, ...]]]) -> set[str]:
    """The 子目 of passages, each with its page."""
    return {
        f"{address.partition('#')[0]} {line}"
        for address, lines in row
        for line in lines
        if line.startswith(GROUP)
    }


def _changed(
    address: str, lines: tuple[str, ...], now: Passage, told: set[str], kept: Set[str]
) -> Iterator[Finding]:
    """What is said of a passage whose words are not those that were locked."""
    was, ways = _compared(address, _dated_since(lines, now), now)
    if now.unsure or now.owner in told or any(same(was, way, _left_out(now)) for way in ways):
        return
    undated = list(_undated(now, was))
    if undated:
        yield from undated
        return
    found = change(was, ways[0])
    if is_renamed(now, found, kept):
        group = f"{now.address.partition('#')[0]} {found.old_line} {found.new_line}"
        if group in told:
            return
        told.add(group)
    nothing = Words("（无）", "(nothing)")
    args = {"name": now.name, "was": found.was or nothing, "now": found.now or nothing}
    args["how"] = how(now, was, found, kept)
    yield now.at, "C341", {**args}


def _left_out(now: Passage) -> bool:
    """Whether words were left out by a correction; they may have been a line of their own."""
    rows = (one for prose, _ in now.prose for one in prose.readings)
    return any(one.day and not one.corrected for one in rows)


def _compared(
    address: str, lines: tuple[str, ...], now: Passage
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """What is compared: of what moved not its 子目, of a page that became an entry its title."""
    ways = (now.lines, *now.others)
    if address == now.address:
        return lines, ways
    if "#" not in address and "#" in now.address:
        return lines[:1], tuple(way[:1] for way in ways)
    bare = [tuple(one for one in row if not one.startswith(GROUP)) for row in (lines, *ways)]
    return bare[0], tuple(bare[1:])


def _dated_since(lines: tuple[str, ...], now: Passage) -> tuple[str, ...]:
    """The locked words without those corrections in them that have got a day since."""
    text = "\n".join(lines)
    for prose, _ in now.prose:
        for one in prose.readings:
            if one.day:
                was = plain(one.printed)
                both = re.escape(f"{{~~{was}~>") + r".*?~~\}"
                text = re.sub(both, was.replace("\\", r"\\"), text, count=1)
    return tuple(text.split("\n"))


def _undated(now: Passage, was: tuple[str, ...]) -> Iterator[Finding]:
    """Corrections without a day that were not there when the edition was released."""
    locked_words = "\n".join(was)
    for prose, at in now.prose:
        for one in prose.readings:
            if not one.day and literal(one) not in locked_words:
                args = {"old": one.printed, "new": one.corrected, "example": _dated(one)}
                yield Part("", "", at).place(one.line, one.column), "C344", {**args}


def _dated(one: Correction) -> str:
    """The reason as it must be written, with the day that seems to be meant."""
    found = DATE.match(one.reason)
    if not found:
        return f"{DAY}：{one.reason}"
    year, month, day, why = found.groups()
    try:
        said = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        said = DAY
    return f"{said}：{why or '……'}"
