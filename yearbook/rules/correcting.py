"""How a change of released words is written as a correction."""

from __future__ import annotations

import json
from collections.abc import Set

from yearbook.issues import Words
from yearbook.lock.changes import Change, change, same
from yearbook.lock.passages import GROUP, Passage
from yearbook.lock.printed import corrected, printed, printed_prose

DAY = "YYYY-MM-DD"


def how(now: Passage, was: tuple[str, ...], found: Change, kept: Set[str]) -> Words:
    """The correction to write; `kept` are the 子目 that pages had and have."""
    if _is_prose(now, found):
        single = "\n" not in found.old + found.new
        pair = (found.old, found.new) if single else ("……", "……")
        said = f"{{~~{pair[0]}~>{pair[1]}~~}}{{>>{DAY}：……<<}}"
        made = Words(f"在正文里写 {said}", f"write {said} in the prose")
    else:
        said = _in_yaml(now, *_since(now, was, found), kept)
        made = Words(f"在 corrections 下写 {said}", f"write {said} under corrections")
    if not now.corrected:
        return made
    return Words(
        f"已有的更正，原文须与发布时一字不差；别处改了的，{made.zh}",
        "in corrections that are there, what was printed must be what was released;"
        f" for other changes {made.en}",
    )


def _is_prose(now: Passage, found: Change) -> bool:
    """Whether a change stands in the Markdown where corrections are written: not in a caption."""
    if not now.prose or found.old_line.startswith(GROUP):
        return False
    lines = [line for prose, _ in now.prose for line in printed_prose(prose).split("\n")]
    captions = {image.title for prose, _ in now.prose for image in prose.images}
    return not found.new_line or (found.new_line in lines and found.new_line not in captions)


def _since(now: Passage, was: tuple[str, ...], found: Change) -> tuple[tuple[str, ...], Change]:
    """The words as the corrections of YAML that are there have made them, and what differs now."""
    if not now.errata:
        return was, found
    added = [one for one in now.errata if not one.printed]
    text = _lines(corrected("\n".join(was), now.errata))
    shown = _lines(printed("\n".join(now.shown), added))
    return (was, found) if same(text, shown) else (text, change(text, shown))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("\n")))


def _in_yaml(now: Passage, was: tuple[str, ...], found: Change, kept: Set[str]) -> str:
    """The correction of whole lines; a line left out is named with the one beside it."""
    old, new = found.old_line, found.new_line
    renamed = is_renamed(now, found, kept)
    if old and not new and old != was[-1]:
        nth = was.index(old)
        new = was[nth - 1] if nth else was[1]
        old = f"{new}\n{old}" if nth else f"{old}\n{new}"
    pairs = {
        "at": "" if renamed else now.address.partition("#")[2].removesuffix("_"),
        "printed": _quoted(old, renamed),
        "corrected": _quoted(new, renamed),
        "date": DAY,
        "reason": "…",
    }
    return "{" + ", ".join(f"{key}: {said}" for key, said in pairs.items() if said) + "}"


def is_renamed(now: Passage, found: Change, kept: Set[str]) -> bool:
    """Whether a 子目 has another title, and not an entry another 子目."""
    page = now.address.partition("#")[0]
    both = (found.old_line, found.new_line)
    return all(line.startswith(GROUP) and f"{page} {line}" not in kept for line in both)


def _quoted(line: str, renamed: bool) -> str:
    """A line as YAML; what is not known is left to the editor."""
    said = line.removeprefix(GROUP) if renamed else line
    return json.dumps(said, ensure_ascii=False) if line else ""
