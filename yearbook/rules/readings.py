"""Rules of how names are read, by which the indexes sort them.

What knows the readings is imported only where there is a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from yearbook.issues import Place, Words
from yearbook.model import Contributor, Honour, Name, Section, Yearbook, sections
from yearbook.rules.names import KINDS, place_of
from yearbook.rules.scope import Finding, place_in_data


def fitting(yearbook: Yearbook) -> Iterator[Finding]:
    """A `reading` has a syllable for each Chinese character of its name."""
    for name in _read(yearbook):
        from yearbook.indexes import reading

        if not reading.fits(name.name, name.reading):
            args = {"name": name.name, "reading": name.reading}
            count = len(reading.HAN.findall(name.name))
            yield place_of(name, name.reading), "C326", {**args, "count": count}


def _read(yearbook: Yearbook) -> Iterator[Name]:
    """The names that have a `reading`."""
    return (name for name in yearbook.names if name.reading)


WHY = {
    "sign": Words(
        "“{said}”里有拼音字母以外的符号，音节之间只用空格",
        "“{said}” has signs that are no letters; divide syllables by blanks alone",
    ),
    "tone": Words(
        "“{said}”没有声调符号，声调标在韵母上，不写数字",
        "“{said}” has no tone mark; tones are marks on the vowel, not digits",
    ),
    "case": Words("“{said}”要写小写字母", "“{said}” must be in lower case"),
    "pinyin": Words("“{said}”不是拼音", "“{said}” is no pinyin"),
    "other": Words("“{char}”没有“{said}”一读", "“{char}” is not read “{said}”"),
}


def true(yearbook: Yearbook) -> Iterator[Finding]:
    """The syllables of a `reading` are readings of their characters, with tone marks."""
    for name in _read(yearbook):
        from yearbook.indexes import reading

        if reading.fits(name.name, name.reading):
            why, said, char = reading.fault(name.name, name.reading)
            if why:
                reason = WHY[why]
                reason = Words(
                    reason.zh.format(said=said, char=char), reason.en.format(said=said, char=char)
                )
                example = " ".join(reading.marked(name.name, _is_person(name)))
                args = {"name": name.name, "reason": reason, "example": example}
                yield place_of(name, name.reading), "C320", args


def clear(yearbook: Yearbook) -> Iterator[Finding]:
    """A name whose first character may be read in two ways says how with `reading`.

    Surnames are told by the table of surnames, other words by the dictionary of phrases.
    """
    people = list(_people(yearbook))
    if not yearbook.names and not people:
        return
    from yearbook.indexes import reading

    known = {form for name in yearbook.names for form in (name.name, *name.short, *name.variants)}
    for name in yearbook.names:
        choice = () if name.reading or name.see else reading.unsure(name.name, _is_person(name))
        if choice:
            yield place_of(name, name.name), "C327", _args(name.name, choice, _is_person(name))
    told: set[str] = set()
    for place, person in people:
        choice = reading.unsure(person, True)
        if choice and person not in known and person not in told:
            told.add(person)
            yield place, "C328", _args(person, choice, True)


def recipients(yearbook: Yearbook) -> Iterator[Finding]:
    """Of who received or bestowed an honour it is clear whether it is a person or a body."""
    honours = list(_honours(yearbook))
    if not honours:
        return
    from yearbook.indexes.collect import receivers
    from yearbook.indexes.guess import guess

    known = {form for name in yearbook.names for form in (name.name, *name.short, *name.variants)}
    told: set[str] = set()
    for section, honour in honours:
        for name in receivers(honour):
            kind, sure = guess(name)
            if not sure and name not in known and name not in told:
                told.add(name)
                args = {"name": name, "kind": KINDS[kind], "as": kind}
                yield place_in_data(section, name, honour.at), "C329", args


def _honours(yearbook: Yearbook) -> Iterator[tuple[Section, Honour]]:
    for edition in yearbook.editions:
        for section in sections(edition):
            if section.clean:
                yield from ((section, honour) for honour in section.honours)


def _is_person(name: Name) -> bool:
    return name.kind == "person"


def _args(name: str, choice: tuple[str, ...], person: bool) -> dict[str, object]:
    """The readings written out for the whole name are the examples, the likelier one first."""
    from yearbook.indexes import reading

    rest = reading.marked(name, person)[1:]
    whole = [" ".join((one, *rest)) for one in choice]
    examples = Words(" 或 ".join(whole), " or ".join(whole))
    char, ways = reading.first(name), "、".join(choice)
    return {"name": name, "char": char, "choice": ways, "example": examples}


def _people(yearbook: Yearbook) -> Iterator[tuple[Place, str]]:
    """The people of records and the contributors, who need not be in names.yaml."""
    for edition in yearbook.editions:
        for section in sections(edition):
            yield from _of(section) if section.clean else ()


def _of(section: Section) -> Iterator[tuple[Place, str]]:
    for person in section.people:
        yield person.at, person.name
    signed: list[Contributor] = [*section.contributors]
    signed += [one for entry in section.entries for one in entry.contributors]
    for one in signed:
        yield place_in_data(section, one.name, section.at), one.name
