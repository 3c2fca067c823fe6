"""Rules of a released edition: it is locked, words and addresses stay, corrections are dated."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from yearbook import old
from yearbook.issues import Words, near
from yearbook.lock import Passage, passages, unfit
from yearbook.lock.changes import Change, change, same
from yearbook.lock.passages import GROUP
from yearbook.lock.printed import literal, plain, printed_prose
from yearbook.markup.prose import Correction
from yearbook.model import Edition, Lock, Yearbook, sections
from yearbook.rules.gone import added, gone
from yearbook.rules.scope import Finding, Part

DATE = re.compile(
    r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?\s*[：:，,]?\s*(.*)", re.DOTALL
)
DAY = "YYYY-MM-DD"


def corrections(edition: Edition) -> Iterator[Finding]:
    """The words of a correction in YAML stand once in what it names."""
    for one in unfit(edition):
        at, anchor = one.erratum.at, one.erratum.anchor
        if one.count < 0:
            yield at, "C350", {"anchor": anchor, "near": near(anchor, one.known)}
        else:
            yield at, "C345", {"corrected": one.erratum.corrected, "count": one.count}


def locked(yearbook: Yearbook) -> Iterator[Finding]:
    """A released edition is locked, a locked one is released and says what it was released with."""
    standing: _Standing | None = None
    for edition in yearbook.editions:
        if edition.status == "released" and edition.clean and not edition.locked:
            yield edition.at, "C340", {"edition": edition.id}
        if edition.locked and edition.status != "released":
            yield edition.at, "C349", {}
        elif edition.lock is not None and edition.clean:
            standing = standing or _standing(yearbook)
            yield from _kept(standing, edition, edition.lock)


@dataclass(frozen=True, slots=True)
class _Standing:
    """What readers can reach: of drafts nothing. Where old addresses lead, from the root."""

    editions: dict[str, Edition]
    old: dict[str, str]
    known: dict[str, dict[str, Passage]] = field(default_factory=dict)

    def of(self, edition: str) -> dict[str, Passage]:
        """The passages of an edition, worked out once."""
        if edition not in self.known:
            row = passages(self.editions[edition]) if edition in self.editions else ()
            self.known[edition] = {f"{edition}/{one.address}": one for one in row}
        return self.known[edition]

    def find(self, address: str) -> tuple[str, Passage] | None:
        """Where an address leads now, and what stands there."""
        for path in (address, self.old.get(address, "")):
            found = self.of(path.partition("/")[0]).get(path)
            if found is not None:
                return path, found
        return None


def _standing(yearbook: Yearbook) -> _Standing:
    shown = tuple(one for one in yearbook.editions if one.status == "released")
    kept = {one.address: one.target for one in old.old(replace(yearbook, editions=shown))}
    return _Standing({one.id: one for one in shown}, kept)


def _kept(now: _Standing, edition: Edition, lock: Lock) -> Iterator[Finding]:
    """The findings of a locked edition; where a section did not read, its words are not judged."""
    dark = {f"{one.stem}.html" for one in sections(edition) if not one.clean}
    told: set[str] = set()
    seen: set[str] = set()
    lost: list[tuple[str, tuple[str, ...]]] = []
    for address, lines in lock.passages:
        found = now.find(f"{edition.id}/{address}")
        if found is None:
            lost.append((address, lines))
            continue
        seen.add(found[0])
        if lines and found[1].address.partition("#")[0] not in dark:
            said = tuple(_changed(address, lines, found[1], told))
            told |= {found[1].address} if said else set()
            yield from said
    if not dark:
        fresh = [one for key, one in now.of(edition.id).items() if key not in seen]
        taken: set[str] = set()
        yield from gone(edition, lost, fresh, taken)
        yield from added(edition, [one for one in fresh if one.address not in taken])


def _changed(
    address: str, lines: tuple[str, ...], now: Passage, told: set[str]
) -> Iterator[Finding]:
    """What is said of a passage whose words are not those that were locked."""
    was, ways = _compared(address, _dated_since(lines, now), now)
    if now.unsure or now.owner in told or any(same(was, way) for way in ways):
        return
    undated = list(_undated(now, was))
    if undated:
        yield from undated
        return
    found = change(was, ways[0])
    if GROUP in (found.old_line[: len(GROUP)], found.new_line[: len(GROUP)]):
        group = f"{now.address.partition('#')[0]} {found.old_line} {found.new_line}"
        if group in told:
            return
        told.add(group)
    nothing = Words("（无）", "(nothing)")
    args = {"name": now.name, "was": found.was or nothing, "now": found.now or nothing}
    args["how"] = how(now, was, found)
    yield now.at, "C341", {**args}


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
    fits = 1 <= int(month) <= 12 and 1 <= int(day) <= 31
    return f"{year}-{month:0>2}-{day:0>2}：{why}" if fits else f"{DAY}：{why}"


def how(now: Passage, was: tuple[str, ...], found: Change) -> Words:
    """How a change of released words is written as a correction."""
    if _is_prose(now, found):
        single = "\n" not in found.old + found.new
        pair = (found.old, found.new) if single else ("……", "……")
        said = f"{{~~{pair[0]}~>{pair[1]}~~}}{{>>{DAY}：……<<}}"
        made = Words(f"在正文里写 {said}", f"write {said} in the prose")
    else:
        said = _in_yaml(now, was, found)
        made = Words(f"在 corrections 下写 {said}", f"write {said} under corrections")
    if not now.corrected:
        return made
    return Words(
        f"已有的更正，原文须与发布时一字不差；别处改了的，{made.zh}",
        "in corrections that are there, what was printed must be what was released;"
        f" for other changes {made.en}",
    )


def _is_prose(now: Passage, found: Change) -> bool:
    """Whether a change stands in the Markdown, where corrections are written."""
    if not now.prose or found.old_line.startswith(GROUP):
        return False
    lines = [line for prose, _ in now.prose for line in printed_prose(prose).split("\n")]
    return not found.new_line or found.new_line in lines


def _in_yaml(now: Passage, was: tuple[str, ...], found: Change) -> str:
    """The correction of whole lines; a line left out is named with the one beside it."""
    old_, new = found.old_line, found.new_line
    if old_ and not new and len(was) > 1:
        nth = was.index(old_)
        new = was[nth - 1] if nth else was[1]
        old_ = f"{new}\n{old_}" if nth else f"{old_}\n{new}"
    anchor = now.address.partition("#")[2].removesuffix("_")
    grouped = GROUP in found.old_line + found.new_line
    pairs = {
        "at": "" if grouped else anchor,
        "printed": _quoted(old_),
        "corrected": _quoted(new),
        "date": DAY,
        "reason": "…",
    }
    return "{" + ", ".join(f"{key}: {said}" for key, said in pairs.items() if said) + "}"


def _quoted(line: str) -> str:
    """A line as YAML; what is not known is left to the editor."""
    return json.dumps(line.removeprefix(GROUP), ensure_ascii=False) if line else ""
