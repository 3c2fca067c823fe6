"""The made-up yearbook that is measured: the same size gives the same bytes on every machine.

An entry has about 400 to 1,200 characters of prose; 15 of 100 hold a list, a table, words in bold,
headings or a link as well. The words are in words.yaml.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LAST_YEAR = 2024
SEED = "yearbook-bench-1"
CITY = "云川市"
NAME = "云川市工会年鉴"
CIRCLED = "①②③④⑤⑥⑦⑧⑨"
SAID = "改后新加的一句。"
TITLE = "改过的标题"
STRUCTURED = 0.15
LINK = re.compile(r"@@(e\d\d)@@")


@dataclass(frozen=True, slots=True)
class Size:
    """Editions, sections of an edition and entries of a section."""

    editions: int
    sections: int
    entries: int

    @property
    def all(self) -> int:
        """The number of entries."""
        return self.editions * self.sections * self.entries

    @property
    def pages(self) -> int:
        """The pages of a site with one for each entry, section and edition, and a home page."""
        return self.all + self.editions * (self.sections + 1) + 1


SIZES = {
    "small": Size(1, 12, 3),
    "medium": Size(10, 12, 9),
    "large": Size(100, 12, 9),
    "search": Size(100, 12, 10),
}


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list or table, in Markdown; links stand as `@@e02@@`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    slug: str
    number: int
    title: str
    date: str
    summary: str
    tags: tuple[str, ...]
    blocks: tuple[Block, ...]

    def body(self, link: str) -> str:
        """The Markdown, with links to `link`, where `{slug}` is the other entry."""
        text = "\n\n".join(block.text for block in self.blocks)
        return LINK.sub(lambda found: link.format(slug=found[1]), text) + "\n"


@dataclass(frozen=True, slots=True)
class Section:
    slug: str
    title: str
    number: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    year: int
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """The entry that a case changes: of the middle edition, the sixth section, the second entry."""

    year: int
    section: str
    entry: str = "e02"


@cache
def words() -> Any:
    return yaml.safe_load(Path(__file__).with_name("words.yaml").read_text("utf-8"))


def editions(size: Size) -> tuple[Edition, ...]:
    """The whole corpus, the oldest edition first."""
    first = LAST_YEAR - size.editions + 1
    return tuple(edition(year, size) for year in range(first, LAST_YEAR + 1))


def edition(year: int, size: Size) -> Edition:
    made = []
    for nth, (slug, said) in enumerate(list(words()["sections"].items())[: size.sections]):
        rows = (entry(year, nth, number, size.entries) for number in range(1, size.entries + 1))
        made.append(Section(slug, said["title"], nth + 1, tuple(rows)))
    return Edition(year, tuple(made))


def entry(year: int, section: int, number: int, siblings: int) -> Entry:
    chance = random.Random(f"{SEED}/{year}/{section}/{number}")
    say = speaker(chance, year, list(words()["sections"].values())[section]["acts"])
    title = say(chance.choice(words()["title"]))
    date = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    tags = tuple(sorted(chance.sample(words()["theme"], 2)))
    structured = chance.random() < STRUCTURED
    blocks = prose(chance, say)
    summary = blocks[0].text[1:].split("。")[1][:60] + "。"
    if structured:
        for kind in chance.sample(["ul", "table", "bold", "link", "h2"], chance.randint(1, 3)):
            STRUCTURES[kind](blocks, chance, say, number, siblings)
    return Entry(f"e{number:02}", number, title, date, summary, tags, tuple(blocks))


Say = Callable[[str], str]


def speaker(chance: random.Random, year: int, acts: list[str]) -> Say:
    """Fills the gaps of a pattern, as `{place}`, or `{n:3:60}`, a number from 3 to 60."""
    pick = chance.choice
    act = pick(acts)
    made: dict[str, Callable[[], str]] = {
        "year": lambda: str(year),
        "act": lambda: act,
        "month": lambda: str(chance.randint(1, 12)),
        "day": lambda: str(chance.randint(1, 28)),
        "money": lambda: f"{chance.randint(200, 99999) / 100:.2f}",
        "pct": lambda: f"{chance.randint(800, 999) / 10:.1f}",
        "pct1": lambda: f"{chance.randint(11, 290) / 10:.1f}",
        "over": lambda: f"{chance.randint(1000, 1400) / 10:.1f}",
    }

    def fill(gap: re.Match[str]) -> str:
        name, *limits = gap[1].split(":")
        if limits:
            return str(chance.randint(int(limits[0]), int(limits[1])))
        return made[name]() if name in made else pick(words()[name])

    return lambda pattern: re.sub(r"\{([^{}]+)\}", fill, pattern)


def prose(chance: random.Random, say: Say) -> list[Block]:
    target, total = chance.randint(400, 900), 0
    blocks: list[Block] = []
    while total < target:
        wanted = chance.randint(120, 260)
        said = say(chance.choice(words()["opening"]))
        while len(said) < wanted:
            said += say(chance.choice(words()["middle"]))
        if total + len(said) >= target:
            said += say(chance.choice(words()["ending"]))
        if len(blocks) < len(CIRCLED):
            head = say(chance.choice(["{verb}{act}。", "{act}{tail}。"]))
            said = CIRCLED[len(blocks)] + head + said
        total += len(said)
        blocks.append(Block("p", said))
    return blocks


def add_list(blocks: list[Block], chance: random.Random, say: Say, *_: int) -> None:
    place = chance.randint(1, len(blocks))
    rows = [say("- {org}:{act}{n:10:900}{unit}") for _ in range(chance.randint(3, 6))]
    blocks.insert(place, Block("ul", "\n".join(rows)))


def add_table(blocks: list[Block], chance: random.Random, say: Say, *_: int) -> None:
    rows = ["| 单位 | 参与人数 | 投入(万元) | 完成率 |", "| --- | --- | --- | --- |"]
    for place in chance.sample(words()["place"], chance.randint(3, 8)):
        rows.append(f"| {place} " + say("| {n:100:9000} | {money} | {pct}% |"))
    blocks.insert(chance.randint(1, len(blocks)), Block("table", "\n".join(rows)))


def add_bold(blocks: list[Block], chance: random.Random, say: Say, *_: int) -> None:
    award = chance.choice(words()["award"])
    first = next(nth for nth, block in enumerate(blocks) if block.kind == "p")
    append(blocks, first, f"年度重点指标**全面完成**,被评为**{award}**。")


def add_link(
    blocks: list[Block], chance: random.Random, say: Say, number: int, siblings: int
) -> None:
    other = chance.choice([n for n in range(1, siblings + 1) if n != number] or [number])
    last = max(nth for nth, block in enumerate(blocks) if block.kind == "p")
    append(blocks, last, f"(参见[本栏第{other}条](@@e{other:02}@@))")


def add_headings(blocks: list[Block], chance: random.Random, say: Say, *_: int) -> None:
    blocks.insert(0, Block("h2", "## " + chance.choice(words()["heading"])))
    place = chance.randint(2, len(blocks))
    blocks.insert(place, Block("h2", "## " + chance.choice(words()["heading"])))


def append(blocks: list[Block], nth: int, said: str) -> None:
    blocks[nth] = replace(blocks[nth], text=blocks[nth].text + said)


STRUCTURES: dict[str, Callable[..., None]] = {
    "ul": add_list,
    "table": add_table,
    "bold": add_bold,
    "link": add_link,
    "h2": add_headings,
}


# What the cases change


def spot(size: Size) -> Spot:
    year = LAST_YEAR - size.editions + 1 + size.editions // 2 if size.editions > 1 else LAST_YEAR
    return Spot(year, list(words()["sections"])[min(5, size.sections - 1)])


def edited(edition: Edition, where: Spot) -> Edition:
    """One sentence more in the first paragraph of the entry."""

    def change(entry: Entry) -> Entry:
        blocks = list(entry.blocks)
        first = next(nth for nth, block in enumerate(blocks) if block.kind == "p")
        head, stop, rest = blocks[first].text.partition("。")
        blocks[first] = Block("p", f"{head}{stop}{SAID}{rest}")
        return replace(entry, blocks=tuple(blocks))

    return with_entry(edition, where, change)


def retitled(edition: Edition, where: Spot) -> Edition:
    return with_entry(edition, where, lambda entry: replace(entry, title=TITLE))


def with_entry(edition: Edition, where: Spot, change: Callable[[Entry], Entry]) -> Edition:
    sections = list(edition.sections)
    for nth, section in enumerate(sections):
        if section.slug == where.section:
            rows = (
                change(entry) if entry.slug == where.entry else entry for entry in section.entries
            )
            sections[nth] = replace(section, entries=tuple(rows))
    return replace(edition, sections=tuple(sections))
