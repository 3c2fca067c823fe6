"""A section's Markdown of any form: its title, entries and notes, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.issues import Words, likely
from yearbook.model import Entry
from yearbook.read.cut import Part, cut
from yearbook.read.plainprose import LEAD, Prose
from yearbook.read.remarks import without_remarks
from yearbook.read.slugs import mend, propose
from yearbook.read.text import Source
from yearbook.read.values import check_id_text, shorten

ID_FORM = re.compile(r"#[^\s#.=]*")
STRAY = re.compile(r"[{｛][^{}｛｝]*[}｝]?|[(（]\s*[#＃]\s*[A-Za-z][\w-]*\s*[)）]")
NO_BRACES = Words(
    "把它删去；要作标题的文字，改用（）", "delete it; as words of the title write them in ( )"
)
MARKUP = re.compile(r"\[\^|\]\(|\*\*|`|<[A-Za-z/!]|\{~~")


def read(text: str, source: Source) -> Prose:
    """The title, entries and notes of a section's Markdown."""
    if not text.strip():
        source.fault(0, 0, "C140")
        return Prose()
    parts, notes = cut(without_remarks(text, source), source)
    _check_start(parts, source)
    return Prose(_title(parts, source), list(_entries(parts, source)), notes)


def _check_start(parts: list[Part], source: Source) -> None:
    """A title stands first, and nothing before it; front matter has its own issue."""
    lines = [(number, line) for number, line in enumerate(parts[0].body, 1) if line.strip()]
    if lines and lines[0][1].strip() == "---":
        source.fault(lines[0][0], 1, "C150")
    elif all(part.level != 1 for part in parts):
        source.fault(1, 1, "C141")
    elif lines:
        source.fault(lines[0][0], 1, "C149", said=shorten(lines[0][1].strip()))
    elif parts[1].level != 1:
        source.fault(parts[1].line, 1, "C149", said=shorten(f"## {parts[1].title}"))


def _title(parts: list[Part], source: Source) -> str:
    heads = [part for part in parts if part.level == 1]
    if not heads:
        return ""
    for other in heads[1:]:
        source.fault(other.line, 1, "C142", first=heads[0].line, title=shorten(other.title))
    title, attributes = _split(heads[0])
    if attributes is not None:
        spot = heads[0].column + heads[0].title.rindex("{")
        said = shorten(f"{{{attributes}}}")
        source.fault(heads[0].line, spot, "C145", said=said, mend=NO_BRACES)
    _check_title(title, heads[0], source)
    return title


def _split(part: Part) -> tuple[str, str | None]:
    """The words of a heading and what stands in its braces; None without braces."""
    words, attributes = part.title, None
    start = words.rfind("{")
    if words.endswith("}") and start >= 0 and "}" not in words[start:-1]:
        words, attributes = words[:start].rstrip(), words[start + 1 : -1].strip()
    bare = words.rstrip("#")
    return (bare if bare[-1:].isspace() else words).strip(), attributes


def _check_title(title: str, part: Part, source: Source) -> None:
    found = MARKUP.search(title)
    stray = STRAY.search(title)
    if not title or not title.strip("#"):
        source.fault(part.line, 1, "C144")
    elif stray and not found:
        said, spot = shorten(stray.group()), part.column + stray.start()
        mend = _braces(said) if part.level == 2 else NO_BRACES
        source.fault(part.line, spot, "C145", said=said, mend=mend)
    elif found:
        source.fault(part.line, part.column + found.start(), "C155", said=found.group())


def _entries(parts: list[Part], source: Source) -> Iterator[Entry]:
    group, empty_group = "", None
    taken = set(re.findall(r"\{#([a-z][a-z0-9-]*)\}", "\n".join(part.title for part in parts)))
    title = next((_split(part)[0] for part in parts if part.level == 1), "")
    for part in parts:
        if part.level == 1 and part.source.strip():
            yield _lead(part, title, source)
        elif part.level == 2:
            words, attributes = _split(part)
            _check_title(words, part, source)
            if attributes == ".group":
                _check_group(empty_group, source)
                _check_no_words(part, source)
                group, empty_group = words, part
                continue
            empty_group = None
            yield _entry(part, words, attributes, group, taken, source)
    _check_group(empty_group, source)


def _lead(part: Part, title: str, source: Source) -> Entry:
    return Entry(
        id=LEAD, title=title, source=part.source, line=part.line + 1, at=source.at(part.line, 1)
    )


def _entry(
    part: Part, title: str, attributes: str | None, group: str, taken: set[str], source: Source
) -> Entry:
    name = _id(part, title, attributes, taken, source)
    taken.add(name)
    return Entry(
        id=name,
        title=title,
        source=part.source,
        line=part.line + 1,
        at=source.at(part.line, 1),
        group=group,
    )


def _id(part: Part, title: str, attributes: str | None, taken: set[str], source: Source) -> str:
    """The written id; an issue and a proposal where there is none or not a good one."""
    if STRAY.search(title) or not (title or attributes):
        return propose(title, taken)
    proposed = propose(title, taken) if attributes is None else ""
    if attributes is None:
        source.fault(part.line, 1, "C143", title=shorten(title), id=proposed)
        return proposed
    spot = part.column + part.title.rindex("{")
    if not ID_FORM.fullmatch(attributes):
        said = shorten(f"{{{attributes}}}")
        source.fault(part.line, spot, "C145", said=said, mend=_braces(said))
        return propose(title, taken)
    name = attributes[1:]
    if name == LEAD:
        source.fault(part.line, spot, "C159")
    elif check_id_text(name, source, part.line, spot + 2) is not None:
        return name
    return propose(title, taken)


def _braces(said: str) -> Words:
    """What was likely meant by braces after a heading: a group or an id."""
    inner = re.split(r"\s+(?=[.#＃])|[=:]", said.strip("{}｛｝()（）: \u3000"))[0]
    name = mend(inner, "…")
    meant = "{.group}" if likely(name, ["group"]) else f"{{#{name}}}"
    return Words(f"标题末尾写作 {meant}，其余的删去", f"end the heading with {meant}, nothing else")


def _check_group(part: Part | None, source: Source) -> None:
    if part is not None:
        source.fault(part.line, 1, "C146", title=shorten(_split(part)[0]))


def _check_no_words(part: Part, source: Source) -> None:
    for number, line in enumerate(part.body, part.line + 1):
        if line.strip():
            source.fault(number, 1, "C153", title=shorten(_split(part)[0]))
            return
