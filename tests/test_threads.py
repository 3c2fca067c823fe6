"""Which matter is the same in two editions: ids decide, and `continues` where it moved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import AT, IMPRINT, entry, year

from yearbook.model import Category, Edition, Person, Section
from yearbook.years.matrix import rows
from yearbook.years.threads import Spot, Threads

Entries = dict[str, tuple[str, ...]]


def section(stem: str, entries: Entries, continues: tuple[str, ...] = ()) -> Section:
    """A section whose entries, by id, carry on what is named."""
    made = tuple(entry(id_, id_, "文。", continues=named) for id_, named in entries.items())
    return Section(stem=stem, title=stem, at=AT, entries=made, continues=continues)


def edition(number: int, *sections: Section) -> Edition:
    return Edition(
        id=f"{number}",
        imprint=IMPRINT,
        volume=f"{number}",
        covers=year(number),
        at=AT,
        contents=(Category(sections=sections),),
    )


def threads(*years: tuple[Section, ...]) -> Threads:
    return Threads([edition(2015 + n, *sections) for n, sections in enumerate(years)])


def years(made: Threads, at: int, spot: str, reach: int = 0) -> dict[int, list[str]]:
    """Where a matter `stem#id` stands, as `stem#id`."""
    found = made.years(at, Spot(*spot.split("#")), reach)
    return {n: [f"{one.stem}#{one.id}".rstrip("#") for one in spots] for n, spots in found.items()}


CARE = (section("care", {"lead": (), "fund": ()}),)


def test_the_same_stem_and_id_are_the_same_matter() -> None:
    made = threads(CARE, CARE)
    assert years(made, 0, "care#fund") == {0: ["care#fund"], 1: ["care#fund"]}
    assert years(made, 1, "care") == {0: ["care"], 1: ["care"]}


def test_another_title_changes_nothing() -> None:
    renamed = replace(CARE[0], title="帮扶", entries=(entry("fund", "资金", "文。"),))
    made = threads(CARE, (renamed,))
    assert years(made, 0, "care#fund") == {0: ["care#fund"], 1: ["care#fund"]}
    assert made.title(1, Spot("care", "fund")) == "资金"


def test_an_entry_that_moved_says_where_it_stood() -> None:
    made = threads(CARE, (section("help", {"money": ("care#fund",)}),))
    assert years(made, 1, "help#money") == {0: ["care#fund"], 1: ["help#money"]}
    assert years(made, 0, "care#fund") == {0: ["care#fund"], 1: ["help#money"]}


def test_a_year_without_the_matter_is_passed_over() -> None:
    made = threads(CARE, (section("work", {"lead": ()}),), CARE)
    assert years(made, 2, "care#fund") == {0: ["care#fund"], 2: ["care#fund"]}
    assert not made.comparable(2, CARE[0])


def test_what_was_split_has_one_past_and_two_futures() -> None:
    parts = section("care", {"fund": (), "relief": ("care#fund",)})
    made = threads(CARE, (parts,))
    assert years(made, 1, "care#relief") == {0: ["care#fund"], 1: ["care#relief"]}
    assert years(made, 1, "care#fund") == {0: ["care#fund"], 1: ["care#fund"]}
    assert years(made, 0, "care#fund") == {0: ["care#fund"], 1: ["care#fund", "care#relief"]}


def test_what_was_merged_has_two_pasts() -> None:
    before = section("care", {"fund": (), "relief": ()})
    after = section("care", {"fund": ("care#relief",)})
    made = threads((before,), (after,))
    assert years(made, 1, "care#fund") == {0: ["care#fund", "care#relief"], 1: ["care#fund"]}
    assert years(made, 0, "care#relief") == {0: ["care#relief"], 1: ["care#fund"]}


@pytest.mark.parametrize("by_lead", [True, False])
def test_a_section_with_a_new_name_takes_its_entries_along(by_lead: bool) -> None:
    """Whether it says so itself or its lead does."""
    named = ("care",)
    entries: Entries = {"lead": named if by_lead else (), "fund": ()}
    made = threads(CARE, (section("help", entries, () if by_lead else named),))
    assert years(made, 1, "help") == {0: ["care"], 1: ["help"]}
    assert years(made, 1, "help#fund") == {0: ["care#fund"], 1: ["help#fund"]}
    assert years(made, 1, "help#lead") == {0: ["care#lead"], 1: ["help#lead"]}
    assert made.comparable(1, section("help", entries, () if by_lead else named))


def test_so_does_a_section_of_records() -> None:
    head = (Person(id="head", name="周明", office="主任", at=AT),)
    leaders = Section(stem="leaders", title="领导", at=AT, people=head)
    moved = replace(leaders, stem="people", continues=("leaders",))
    assert years(threads((leaders,), (moved,)), 1, "people#head") == {
        0: ["leaders#head"],
        1: ["people#head"],
    }


def test_a_section_may_grow_out_of_an_entry_and_become_one_again() -> None:
    grown = section("fund", {"lead": ("care#fund",)})
    again = section("care", {"money": ("fund",)})
    made = threads(CARE, (grown,), (again,))
    assert years(made, 1, "fund") == {0: ["care#fund"], 1: ["fund"], 2: ["care#money"]}
    assert years(made, 2, "care#money") == {0: ["care#fund"], 1: ["fund"], 2: ["care#money"]}


def test_nothing_runs_in_a_circle() -> None:
    one = section("a", {"x": ("b#y",)})
    two = section("b", {"y": ("a#x",)})
    made = threads((one,), (two,), (one,), (two,))
    assert years(made, 0, "a#x") == {0: ["a#x"], 1: ["b#y"], 2: ["a#x"], 3: ["b#y"]}
    assert years(made, 3, "b#y") == {0: ["a#x"], 1: ["b#y"], 2: ["a#x"], 3: ["b#y"]}
    itself = section("a", {"x": ("a#x", "a")})
    assert years(threads((itself,)), 0, "a#x") == {0: ["a#x"]}


def test_within_reach_nothing_beyond_counts() -> None:
    made = threads(*[CARE] * 12)
    assert list(years(made, 6, "care#fund", 5)) == list(range(1, 12))
    assert list(years(made, 0, "care#fund", 5)) == list(range(6))


def test_what_names_nothing_earlier_carries_nothing_on() -> None:
    made = threads(CARE, (section("help", {"money": ("care#none", "none")}),))
    assert years(made, 1, "help#money") == {1: ["help#money"]}


def test_the_matrix_has_a_row_for_each_thread() -> None:
    """The newest edition's order first, then what only older ones have."""
    old = (section("old", {"gone": ()}), section("care", {"fund": (), "book-room": ()}))
    new = (
        section("reading", {"lead": (), "building": ("care#book-room",)}),
        section("help", {"relief": (), "fund": ()}, ("care",)),
    )
    made = rows(threads(old, new))
    assert [row.years for row in made] == [
        {1: (Spot("reading"),)},
        {0: (Spot("care"),), 1: (Spot("help"),)},
        {0: (Spot("old"),)},
    ]
    assert [len(row.entries) for row in made] == [1, 2, 1]
    assert made[0].entries == [{0: (Spot("care", "book-room"),), 1: (Spot("reading", "building"),)}]


NAMED = st.lists(st.sampled_from(["x", "y", "x#a", "y#a", "x#b", "y#lead"]), max_size=2).map(tuple)
SECTIONS = st.dictionaries(
    st.sampled_from("xy"), st.tuples(st.dictionaries(st.sampled_from("ab"), NAMED), NAMED)
)


def carrying(editions: list[list[Section]]) -> list[tuple[int, Spot, list[tuple[int, Spot]]]]:
    """Each stand with what it carries on, itself first, by the words of the format."""
    made, latest = [], dict[Spot, int]()
    for n, sections in enumerate(editions):
        for one in sections:
            stems = [one.stem, *(stem for stem in one.continues if "#" not in stem)]
            named = [Spot(*on.split("#")) for on in one.continues]
            matters = [(Spot(one.stem), [Spot(one.stem), *named])]
            for part in one.entries:
                own = [Spot(stem, part.id) for stem in stems]
                others = [Spot(*on.split("#")) for on in part.continues]
                matters.append((Spot(one.stem, part.id), [*own, *others]))
            for spot, all_ in matters:
                known = [(latest[on], on) for on in dict.fromkeys(all_) if on in latest]
                made.append((n, spot, known))
        latest |= {spot: at for at, spot, _ in made if at == n}
    return made


@given(st.lists(SECTIONS, max_size=6), st.integers(0, 2))
def test_every_matter_carries_on_itself_and_what_it_names(
    found: list[dict[str, tuple[Entries, tuple[str, ...]]]], reach: int
) -> None:
    editions = [[section(stem, *one) for stem, one in made.items()] for made in found]
    made, expected = threads(*map(tuple, editions)), carrying(editions)
    for n, spot, known in expected:
        assert made.before(n, spot) == tuple(known)
        on = [(at, one) for at, one, targets in expected if (n, spot) in targets]
        assert made.after(n, spot) == tuple(on)
        low, high = (n - reach, n + reach) if reach else (0, len(editions))
        there = made.years(n, spot, reach)
        assert list(there.items()) == list(made._all(n, spot, low, high).items())
