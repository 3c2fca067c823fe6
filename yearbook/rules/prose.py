"""Rules of the prose itself: marks, notes, pictures and the placing of tables."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from yearbook.issues import Words, likely, near
from yearbook.rules.scope import Finding, Part, Scope

IMAGE = re.compile(r"images/[a-z0-9][a-z0-9-]*\.(?:jpe?g|png|webp|svg)")

BRACKETED = re.compile(r"\[([a-z][a-z0-9-]*)\]")
BARE = re.compile(r"(?<![\\!\]`])\[([a-z][a-z0-9-]*)\](?![(`])")


def marks(scope: Scope) -> Iterator[Finding]:
    """Prose is plain Markdown without HTML, and nothing in it changes without a word."""
    for part in scope.parts:
        for fault in part.prose.faults:
            yield part.place(fault.line, fault.column), fault.code, dict(fault.args)


def notes_defined(scope: Scope) -> Iterator[Finding]:
    """Every `[^id]` has its note below, and a note holds no other."""
    if not any("[" in part.source for part in scope.parts):
        return
    known = dict.fromkeys(note.id for note in scope.section.notes)
    for part in scope.parts:
        for found in _bare(part, known):
            id_ = found.group(1)
            mend = Words(f"是不是 [^{id_}]？", f"did you mean [^{id_}]?")
            yield part.offset(found.start()), "C229", {"text": found.group(), "mend": mend}
    told = {id_ for part in scope.parts for id_ in _mistyped(part)}
    for part in scope.entries:
        for use in part.prose.notes:
            if use.id not in known and use.id not in told:
                yield part.place(use.line, use.column), "C230", _undefined(use.id, list(known))
            told.add(use.id)
    for part in scope.notes:
        for use in part.prose.notes:
            yield part.place(use.line, use.column), "C232", {"id": use.id}


def _undefined(id_: str, known: list[str]) -> dict[str, object]:
    add = Words(
        f"在文件末尾空一行，加上“[^{id_}]: 校注：……”",
        f"add “[^{id_}]: …” after a blank line at the end of the file",
    )
    return {"id": id_, "mend": near(id_, known) if known else add}


def notes_used(scope: Scope) -> Iterator[Finding]:
    """Every note is used in an entry."""
    if not scope.notes:
        return
    known = dict.fromkeys(note.id for note in scope.section.notes)
    used = {use.id for part in scope.parts for use in part.prose.notes}
    used |= {likely(id_, known) for id_ in used.difference(known)}
    used |= {id_ for part in scope.entries for id_ in _mistyped(part)}
    used |= {found.group(1) for part in scope.parts for found in _bare(part, known)}
    if any(part.prose.refused for part in scope.entries):
        return
    for note in scope.section.notes:
        if note.id not in used:
            yield note.at, "C231", {"id": note.id}


def _bare(part: Part, known: Collection[str]) -> Iterator[re.Match[str]]:
    """Ids of notes in brackets without their ^, which the page shows as typed."""
    if not known or "[" not in part.source:
        return
    shown = {id_ for id_ in BRACKETED.findall(part.prose.text) if id_ in known}
    if shown:
        yield from (one for one in BARE.finditer(part.source) if one.group(1) in shown)


def _mistyped(part: Part) -> Iterator[str]:
    """Notes that are used in full-width marks, which has its own issue."""
    for fault in part.prose.faults:
        if fault.code == "C217":
            yield from re.findall(r"\[\^([^\]]+)\]", str(dict(fault.args)["mended"]))


def pictures(scope: Scope) -> Iterator[Finding]:
    """A picture stands in the edition's images folder and has alternative text."""
    if not any(part.prose.images for part in scope.parts):
        return
    from yearbook.markup.allow import scheme
    from yearbook.read.media import there

    known = [media.path for media in scope.edition.media] if scope.edition else []
    strays = scope.edition.strays if scope.edition else ()
    tables = [table.file for table in scope.section.tables]
    for part in scope.parts:
        for image in part.prose.images:
            place = part.place(image.line, image.column)
            if image.src.endswith(".csv"):
                yield place, "C244", {"src": image.src, "near": _near_table(image.src, tables)}
                continue
            if not image.alt:
                yield place, "C233", {"src": image.src}
            if scheme(image.src) or not image.src.startswith("images/") or ".." in image.src:
                yield place, "C234", {"src": image.src}
            elif not IMAGE.fullmatch(image.src):
                yield place, "C236", {"src": image.src}
            elif image.src not in known and not there(image.src, strays):
                yield place, "C235", {"src": image.src, "near": near(image.src, known)}


def placed_tables(scope: Scope) -> Iterator[Finding]:
    """A table is placed once, in the entry to which it belongs."""
    if not any(part.prose.tables for part in scope.parts):
        return
    declared = {table.file: table for table in scope.section.tables}
    seen: set[str] = set()
    for part in scope.parts:
        for image in part.prose.tables:
            place, src = part.place(image.line, image.column), image.src
            table = declared.get(src)
            if table is None:
                yield place, "C244", {"src": src, "near": _near_table(src, list(declared))}
            elif src in seen:
                yield place, "C245", {"src": src}
            elif not _belongs(part, table.entry):
                yield place, "C247", {"src": src, "entry": table.entry, "here": part.id}
            else:
                seen.add(src)


def _near_table(src: str, declared: list[str]) -> Words:
    if declared:
        return near(src, declared)
    return Words(
        f"在同名的 .yaml 文件中加上 tables，写明 caption、entry 和 file: {src}",
        f"add tables to the YAML file of this name with caption, entry and file: {src}",
    )


def _belongs(part: Part, entry: str) -> bool:
    return not part.note and part.id == entry
