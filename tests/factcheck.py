"""Does a built page say the facts of its section, and nothing else?

A page is read as a list of paragraphs without blanks. A fact is found when one of its written
forms stands in a paragraph together with the words that tie it. A figure or a date is never found
inside a 《title》, and each claims an occurrence of its own: a page that should say 3个 of two
things must say it twice. A number or a 《title》 that belongs to no fact was invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = "p, li, td, dd, dt, h1, h2, h3, h4, figcaption, blockquote"
NOT_COUNTED = (
    "nav, script, style, button, aside, rt, rp, .figs, .cite, .box, .note, .notes, .margin, "
    ".figures, .kicker, .perma, sup.ref"
)
RECORDS = {"li", "tr", "article"}
HEADINGS = {"h1", "h2", "h3", "h4"}
NAMES = {"document", "quoted", "body", "person", "competition", "award", "place"}
COUNTED_ONCE = {"figure", "date"}

NUMBER = re.compile(r"\d+(?:\.\d+)?")
TITLE = re.compile(r"《[^《》]*》")
QUOTE = re.compile(r"“[^“”]*”")


# The list


@dataclass(frozen=True)
class Fact:
    """One fact: its written forms, and the words that must stand beside it."""

    kind: str
    forms: tuple[str, ...]
    beside: tuple[str, ...] = ()
    in_record: bool = False

    def __str__(self) -> str:
        tie = f" (with {'、'.join(self.beside)})" if self.beside else ""
        return f"{self.kind}: {' / '.join(self.forms)}{tie}"

    @cached_property
    def patterns(self) -> list[re.Pattern[str]]:
        """The written forms, the longest first."""
        return [exactly(form) for form in sorted(self.forms, key=len, reverse=True)]

    @cached_property
    def ties(self) -> list[re.Pattern[str]]:
        """The words that must stand beside the fact."""
        return [exactly(word) for word in self.beside]


@cache
def exactly(words: str) -> re.Pattern[str]:
    """`words`, but no part of a longer number or unit: 10人 is not in 110人, 10人次 or 约10人."""
    words = squeeze(words)
    before = r"(?<![\d近逾超第])(?<!\d\.)(?<![^签]约)" if words[0].isdigit() else ""
    after = r"(?!\d|\.\d)" if words[-1].isdigit() else ""
    if words[0].isdigit() and not words[-1].isdigit():
        after = r"(?!次|/|左右|以上|以下)"
    return re.compile(before + re.escape(words) + after)


def squeeze(text: str) -> str:
    """`text` without any blank."""
    return "".join(text.split())


def read_facts(path: Path) -> dict[str, list[Fact]]:
    """The list in `path`: the stem of a section, and its facts."""
    sections = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {stem: [as_fact(row) for row in rows] for stem, rows in sections.items()}


def as_fact(row: dict[str, Any]) -> Fact:
    """One row of the list; a key it does not know is an error."""
    unknown = row.keys() - {"kind", "say", "any", "with", "scope"}
    if unknown or ("say" in row) == ("any" in row):
        raise ValueError(f"not a fact: {row}")
    forms = tuple(row["any"]) if "any" in row else (row["say"],)
    return Fact(row["kind"], forms, tuple(row.get("with", ())), row.get("scope") == "entry")


# The page


@dataclass(frozen=True)
class Paragraph:
    """A block of text as a reader sees it, without blanks; `record` numbers the one it is in."""

    text: str
    heading: bool = False
    record: int = 0

    @cached_property
    def outside_titles(self) -> str:
        """The text with each 《title》 blotted out, of the same length."""
        return TITLE.sub(lambda title: "□" * len(title[0]), self.text)


def read_page(html: str) -> list[Paragraph]:
    """The paragraphs that count: those of `main`, without ledgers, notes and citation boxes."""
    main = LexborHTMLParser(html).css_first("main")
    if main is None:
        return []
    for node in main.css(NOT_COUNTED):
        node.decompose()
    leaves = [node for node in main.css(BLOCKS) if len(node.css(BLOCKS)) <= 1]
    return [
        Paragraph(text, node.tag in HEADINGS, record_of(node))
        for node in leaves
        if (text := squeeze(node.text(deep=True)))
    ]


def record_of(node: LexborNode | None) -> int:
    """A number for the record that `node` stands in; 0 where it stands in none."""
    while node is not None and node.tag != "main":
        if node.tag in RECORDS or "entry" in (node.attributes.get("class") or "").split():
            return node.mem_id
        node = node.parent
    return 0


# The comparison


class Spot(NamedTuple):
    """Where something stands: the index of a paragraph and the characters in it."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True)
class Findings:
    """What a page does not say, and what it says of its own."""

    missing: list[Fact] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.missing or self.invented)


def compare(facts: Sequence[Fact], page: Sequence[Paragraph], known: str = "") -> Findings:
    """`page` against the `facts` of its section; the number `known` may stand anywhere."""
    return Findings(missing(facts, page), invented(facts, page, known))


def missing(facts: Sequence[Fact], page: Sequence[Paragraph]) -> list[Fact]:
    """The facts that the page does not say, in the order of the list."""
    records = record_texts(page)
    spots = {i: list(places(fact, page, records)) for i, fact in enumerate(facts)}
    claims = {i: s for i, s in spots.items() if facts[i].kind in COUNTED_ONCE}
    unclaimed = set(claims) - set(share_out(claims).values())
    return [fact for i, fact in enumerate(facts) if not spots[i] or i in unclaimed]


def record_texts(page: Sequence[Paragraph]) -> dict[int, str]:
    """The whole text of each record."""
    texts: dict[int, str] = {}
    for paragraph in page:
        texts[paragraph.record] = texts.get(paragraph.record, "") + "\n" + paragraph.text
    return texts


def places(fact: Fact, page: Sequence[Paragraph], records: dict[int, str]) -> Iterator[Spot]:
    """Each spot where the page says the fact with its words beside it."""
    for index, paragraph in enumerate(page):
        spots = list(forms_in(fact, index, paragraph))
        if spots:
            scope = records[paragraph.record] if fact.in_record else paragraph.text
            if all(tie.search(scope) for tie in fact.ties):
                yield from spots


def forms_in(fact: Fact, index: int, paragraph: Paragraph) -> Iterator[Spot]:
    """Each spot of the paragraph where a written form of the fact stands."""
    if fact.kind == "title" and not paragraph.heading:
        return
    text = paragraph.outside_titles if fact.kind in COUNTED_ONCE else paragraph.text
    for pattern in fact.patterns:
        for match in pattern.finditer(text):
            yield Spot(index, *match.span())


def share_out(wishes: dict[int, list[Spot]]) -> dict[tuple[int, int], int]:
    """A spot for as many facts as possible, none given twice (Kuhn's matching)."""
    given: dict[tuple[int, int], int] = {}

    def seek(fact: int, asked: set[tuple[int, int]]) -> bool:
        for spot in wishes[fact]:
            place = spot[:2]
            if place not in asked:
                asked.add(place)
                if place not in given or seek(given[place], asked):
                    given[place] = fact
                    return True
        return False

    for fact in wishes:
        seek(fact, set())
    return given


def invented(facts: Sequence[Fact], page: Sequence[Paragraph], known: str = "") -> list[str]:
    """The numbers, 《titles》 and “quotations” of the page that belong to no fact of the section."""
    forms = "\n".join(squeeze(form) for fact in facts for form in fact.forms)
    found: list[str] = []
    for paragraph in page:
        covered = spans_of(facts, paragraph)
        for match in strange(paragraph.text):
            words = match[0].strip("“”")
            if words == known or (not words[:1].isdigit() and words in forms):
                continue
            if not any(start < match.end() and match.start() < end for start, end in covered):
                found.append(paragraph.text[max(0, match.start() - 8) : match.end() + 8])
    return found


def strange(text: str) -> Iterator[re.Match[str]]:
    """Whatever must come from the source: numbers, titles, quotations."""
    for pattern in (NUMBER, TITLE, QUOTE):
        yield from pattern.finditer(text)


def spans_of(facts: Sequence[Fact], paragraph: Paragraph) -> list[tuple[int, int]]:
    """The characters of the paragraph that say a fact of the section."""
    patterns = {pattern for fact in facts for pattern in fact.patterns}
    return [match.span() for one in patterns for match in one.finditer(paragraph.text)]


# The mutations


class Mutation(NamedTuple):
    """A page with one fault in it, and a word for the fault."""

    fault: str
    page: list[Paragraph]


def mutations(facts: Sequence[Fact], page: Sequence[Paragraph]) -> Iterator[Mutation]:
    """Each number of the page changed by one, and each name taken out of it."""
    yield from changed_numbers(page)
    for forms in removable_names(facts, page):
        yield Mutation(f"{forms[0]} removed", [without(forms, one) for one in page])


def changed_numbers(page: Sequence[Paragraph]) -> Iterator[Mutation]:
    """Each number changed by one where it stands, all others left alone."""
    for index, one in enumerate(page):
        for match in NUMBER.finditer(one.text):
            wrong = by_one(match[0])
            text = one.text[: match.start()] + wrong + one.text[match.end() :]
            around = one.text[max(0, match.start() - 8) : match.end() + 8]
            fault = f"{match[0]} changed to {wrong} in …{around}…"
            yield Mutation(fault, [*page[:index], replace(one, text=text), *page[index + 1 :]])


def by_one(number: str) -> str:
    """`number` with its last digit one higher, or one lower where that is a 9."""
    return number[:-1] + ("8" if number[-1] == "9" else str(int(number[-1]) + 1))


def removable_names(facts: Sequence[Fact], page: Sequence[Paragraph]) -> list[tuple[str, ...]]:
    """The names of the list that the page says, and every 《title》 and “quotation” on it."""
    text = "\n".join(one.text for one in page)
    listed = [fact.forms for fact in facts if fact.kind in NAMES]
    marked = [(words,) for words in TITLE.findall(text) + QUOTE.findall(text)]
    said = [forms for forms in listed + marked if any(form in text for form in forms)]
    return list(dict.fromkeys(said))


def without(forms: Sequence[str], one: Paragraph) -> Paragraph:
    """The paragraph with every written form taken out."""
    text = one.text
    for form in sorted(forms, key=len, reverse=True):
        text = text.replace(form, "")
    return replace(one, text=text)
