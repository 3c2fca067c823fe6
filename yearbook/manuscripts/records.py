"""Lines of a section that are records: leaders, departments, duties, events, references."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from yearbook.manuscripts import shapes
from yearbook.manuscripts.drafts import (
    Dated,
    EntryDraft,
    Found,
    Line,
    RecordDraft,
    SectionDraft,
    without_marks,
)
from yearbook.read.plainwords import mark
from yearbook.read.values import possible

LEAD = "lead"
WORD = re.compile(r"[^\W_]")
URL = re.compile(r"https?://[^\s\[\]<>\"'`{}|\\^\u3000，。；）]+")
KIND = re.compile(r"\[(?:[MJCNDSPRZ]|EB/OL|J/OL|M/OL|N/OL|OL)\]")
DATE = re.compile(
    r"(?P<cited>\[?引用日期[:： ]*)?(?<!\d)(?P<y>[12]\d{3})"
    r"(?:[-/.年](?P<m>[01]?\d)(?:[-/.月](?P<d>[0-3]?\d)日?|月)?|年)?(?!\d)"
)
MARKED = re.compile(r"[［\[〔](\d{1,3})[］\]〕] *|\d{1,2}[.、．](?!\d) *|[•·●] *")


def keeps_lines(title: str) -> bool:
    """Whether a section of that title is a list of records, whose numbers head no entries."""
    return _reader(title) is not None


def listed_by_line(title: str) -> bool:
    """Whether the lines below a title are records, be they as short as titles."""
    return _reader(title) in (_references, _events, _items, _people)


def _reader(title: str) -> Callable[[Found, SectionDraft, list[Line], int], list[Line]] | None:
    if shapes.SOURCES.search(title):
        return _references
    if shapes.EVENTS.search(title):
        return _events
    if shapes.DUTIES.search(title):
        return _items
    if shapes.LEADERS.search(title):
        return _people
    if shapes.LISTED.search(title) and not shapes.NOT_LISTED.search(title):
        return _bodies
    return None


def take(
    found: Found, section: SectionDraft, entry: EntryDraft, lines: Sequence[Line], year: int
) -> list[Line]:
    """Make records of the lines of a section that its title calls for; the lines left."""
    reader = _reader(section.title) if entry.id == LEAD else None
    return reader(found, section, list(lines), year) if reader else list(lines)


def _plain(line: Line) -> bool:
    """Whether a line may be a record: words that no note, picture or mark is in."""
    text = without_marks(line.text)
    return bool(WORD.search(text)) and not line.cells and text == line.text and mark(text) is None


def _items(found: Found, section: SectionDraft, lines: list[Line], year: int) -> list[Line]:
    """Numbered duties; words before the first stay, those after one belong to it."""
    numbers = [_number(line) for line in lines]
    first = next((n for n, number in enumerate(numbers) if number), len(lines))
    body = lines[first:]
    if len(body) < 2 or not all(_plain(line) for line in body) or not _counts(numbers[first:]):
        return lines
    for line, number in zip(body, numbers[first:], strict=True):
        if not number:
            section.records[-1].fields["text"] += f"\n{line.text}"
            continue
        found.leave(line.place, line.text[: number[1]], "number")
        text = line.text[number[1] :]
        section.records.append(RecordDraft("items", {"text": text}, line.place))
    return lines[:first]


def _number(line: Line) -> tuple[int, int] | None:
    """The number of a duty and where it ends; an item of a list has none to show."""
    if line.cells:
        return None
    said = shapes.numbering(line.text)
    if said and said.end < len(line.text):
        return said.number, said.end
    circled = shapes.CIRCLED.match(line.text)
    if circled and circled.end() < len(line.text):
        return 0, circled.end()
    return (0, 0) if line.style in ("item", "numbered") else None


def _counts(numbers: Sequence[tuple[int, int] | None]) -> bool:
    """Whether the numbers go on one by one, as those of the page will."""
    said = [number[0] for number in numbers if number]
    return not any(said) or said == list(range(1, len(said) + 1))


def _bodies(found: Found, section: SectionDraft, lines: list[Line], year: int) -> list[Line]:
    """Names of bodies, a line each."""
    names = [line for line in lines if _is_body(line)]
    first = next((n for n, one in enumerate(lines) if _is_body(one)), len(lines))
    if len(names) < 2 or names != lines[first : first + len(names)]:
        return lines
    for line in names:
        said = MARKED.match(line.text) or shapes.numbering(line.text)
        end = said.end if isinstance(said, shapes.Numbering) else said.end() if said else 0
        end = end if WORD.search(line.text[end:]) else 0
        found.leave(line.place, line.text[:end], "number")
        section.records.append(RecordDraft("bodies", {"name": line.text[end:]}, line.place))
    return lines[:first] + lines[first + len(names) :]


def _is_body(line: Line) -> bool:
    return _plain(line) and len(line.text) <= 40 and not re.search("[，。；：！？]", line.text)


def _people(found: Found, section: SectionDraft, lines: list[Line], year: int) -> list[Line]:
    """Office and names, a line each; several names of an office repeat it."""
    rest = []
    for line in lines:
        said = shapes.person(line.text) if _plain(line) else None
        if said is None or not all(WORD.search(one) for one in (said[0], *_names(said[1]))):
            rest.append(line)
            continue
        office, names = said
        for n, name in enumerate(_with_notes(names)):
            fields = {"name": name[0], "office": office}
            fields |= {"note": name[1]} if name[1] else {}
            if n:
                found.add(line.place, office, "office")
            section.records.append(RecordDraft("people", fields, line.place))
    return rest


def _names(names: str) -> list[str]:
    return [name for name, _ in _with_notes(names)] or [""]


def _with_notes(names: str) -> list[tuple[str, str]]:
    """Names with what stands in brackets after each."""
    row = []
    for found in re.finditer(r"([^（）]+)(?:（([^（）]*)）)?", names):
        said = shapes.names_of(found.group(1))
        row += [(name, "") for name in said]
        if found.group(2) and row:
            row[-1] = row[-1][0], found.group(2)
    return row


def _events(found: Found, section: SectionDraft, lines: list[Line], year: int) -> list[Line]:
    """Lines that begin with a date; a line without one belongs to the event before it."""
    rest, month, last = list[Line](), 0, ""
    for line in lines:
        if not _plain(line):
            rest.append(line)
            continue
        heading = shapes.MONTH.fullmatch(line.text)
        if heading:
            month = shapes.value(heading["m"])
            found.leave(line.place, line.text, "label")
            continue
        date, end = _date(line.text, year, month)
        if date and end < len(line.text):
            found.dated.append(Dated(line.place, line.text[:end], date))
            last, month = date, int(date[5:7])
            section.records.append(
                RecordDraft("events", {"date": date, "text": line.text[end:]}, line.place)
            )
        elif said := _carried(line.text, year, month, last):
            last, month = said, int(said[5:7])
            found.add(line.place, last, "date")
            fields = {"date": last, "text": line.text}
            section.records.append(RecordDraft("events", fields, line.place))
        elif section.records:
            section.records[-1].fields["text"] += f"\n{line.text}"
        else:
            rest.append(line)
    return rest


def _date(text: str, year: int, month: int) -> tuple[str, int]:
    """The date with which a line begins, and where it ends; empty for none."""
    found = shapes.DATED.match(text)
    if found:
        parts = [int(found["y"] or year), int(found["m"]), int(found["d"] or 0)]
    elif month and (found := shapes.DAY.match(text)):
        parts = [year, month, int(found["d"])]
    else:
        return "", 0
    made = _written(*parts)
    return made, found.end() if made else 0


def _carried(text: str, year: int, month: int, last: str) -> str:
    """The date of an event that begins with days, with 同日 or with 是月; empty for none."""
    if shapes.SAME.match(text):
        return last
    if month and shapes.WITHIN.match(text):
        return _written(int(last[:4] or year), month)
    return _span(text, year, month)


def _span(text: str, year: int, month: int) -> str:
    """The first day of days with which a line begins (12日—14日), empty for none."""
    found = shapes.RANGE.match(text)
    if not found or not (found["m"] or month):
        return ""
    return _written(year, int(found["m"] or month), int(found["d"]))


def _written(year: int, month: int = 0, day: int = 0) -> str:
    """A date as the format has it; empty where it is in no calendar."""
    parts = [f"{year:04}", *(f"{n:02}" for n in (month, day) if n)]
    made = "-".join(parts)
    return made if 1000 <= year <= 9999 and (month or not day) and possible(made) else ""


def _references(found: Found, section: SectionDraft, lines: list[Line], year: int) -> list[Line]:
    """A reference a line: title, publisher and date parted by full stops."""
    rest = []
    for line in lines:
        if not _plain(line) or shapes.REVISED.match(line.text) or shapes.CREDIT.match(line.text):
            rest.append(line)
            continue
        number = MARKED.match(line.text)
        if number and number.end() < len(line.text):
            found.leave(line.place, number.group(), "number")
        text = line.text[number.end() :] if number and number.end() < len(line.text) else line.text
        fields = _reference(found, line.place, text)
        section.records.append(RecordDraft("references", fields, line.place))
    return rest


def _reference(found: Found, place: int, text: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    url = URL.search(text)
    if url:
        fields["url"] = url.group().rstrip(".,;")
        text = f"{text[: url.start()]}\t{text[url.start() + len(fields['url']) :]}"
    dates = [one for one in DATE.finditer(text) if one["m"]]
    for found_date in reversed(dates[-2:]):
        text = _take_date(found, place, text, found_date, fields)
    parts = [part.strip(" .．。,，") for part in re.split(r"[.．。](?!\d)|\t", text)]
    return _fields([part for part in parts if WORD.search(part)] or [text.strip() or "—"], fields)


def _take_date(
    found: Found, place: int, text: str, said: re.Match[str], fields: dict[str, str]
) -> str:
    """The text without a date, which is in its field; a second one of its kind stays."""
    key = "accessed" if said["cited"] else "date"
    made = _written(*(int(said[name]) for name in "ymd" if said[name]))
    if not made or key in fields:
        return text
    fields[key] = made
    found.leave(place, said["cited"] or "", "label")
    found.dated.append(Dated(place, text[said.start("y") : said.end()], made))
    return f"{text[: said.start()]}\t{text[said.end() :]}"


def _fields(parts: list[str], fields: dict[str, str]) -> dict[str, str]:
    """Title and publisher; with a mark such as [M] the author comes first."""
    if len(parts) > 1 and KIND.search(parts[1]):
        fields["author"], parts = parts[0], parts[1:]
    made = {"title": parts[0]}
    if len(parts) > 1:
        made["publisher"] = parts[1]
    if len(parts) > 2:
        made["note"] = "；".join(parts[2:])
    return made | fields
