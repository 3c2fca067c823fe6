"""Building again: after a change of words alone the other editions are taken as they were noted,
and nothing can be told from it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from building import append, built, clean, edit, tree, unlocked, written

from yearbook import cores, read, render
from yearbook.build import Job, build
from yearbook.issues import ContentError
from yearbook.kept import Kept
from yearbook.read.editions import read_edition

SITE, SKILLS = Path("site"), "content/2017/skills.md"


@pytest.fixture(autouse=True)
def examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the yearbook of some years in the current folder, its words not locked."""
    monkeypatch.chdir(unlocked(tmp_path / "work"))
    return Path()


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The editions that are read, one after another."""
    found: list[str] = []

    def noting(tree: object, folder: Path, imprint: object) -> object:
        found.append(folder.name)
        return read_edition(tree, folder, imprint)  # type: ignore[arg-type]

    monkeypatch.setattr(read, "read_edition", noting)
    return found


@pytest.mark.parametrize(
    "words",
    [
        "又举办夜校。",
        "又举办**夜校**，\n设二班。",
        "- 夜校\n- 展览",
        "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
    ],
    ids=["plain", "bold", "list", "table"],
)
def test_after_a_change_of_words_one_edition_is_read(reading: list[str], words: str) -> None:
    built(without=frozenset({"across"}))
    reading.clear()
    append(SKILLS, f"\n{words}\n")
    result = built(without=frozenset({"across"}))
    assert set(reading) == {"2017", "2021"}  # 2021 is a draft and not noted
    assert written(result) == {"2017/skills.html", "data/2017/edition.json", "search/all.js"}
    assert tree(SITE) == clean(without=frozenset({"across"}))


@pytest.mark.parametrize(
    "change",
    [
        lambda: append(SKILLS, "\n\n## 夜校 {#night}\n\n又举办夜校。\n"),
        lambda: append(SKILLS, "\n见[培训](../2019/skills.md)。\n"),
        lambda: append("content/2017/edition.yaml", "\nrevised: 2021-01-02\n"),
        lambda: Path("content/2017/skills.yaml").write_text("{}\n", "utf-8"),
    ],
    ids=["a title", "a link", "what is said of the edition", "figures"],
)
def test_after_any_other_change_all_are_read(
    reading: list[str], change: Callable[[], object]
) -> None:
    built()
    reading.clear()
    change()
    with_faults = False
    try:
        built()
    except ContentError:
        with_faults = True
    assert {"2017", "2019", "2020"} <= set(reading)
    assert with_faults or tree(SITE) == clean()


def test_without_what_was_noted_all_are_read(reading: list[str]) -> None:
    built()
    shutil.rmtree(".site.build/parts")
    reading.clear()
    append(SKILLS, "\n又举办夜校。\n")
    built()
    assert {"2017", "2019", "2020"} <= set(reading)
    assert tree(SITE) == clean()


def test_warnings_and_hints_are_counted_as_in_a_clean_build() -> None:
    built()
    for words in ("\n\n又举办夜校，共50人。\n", "\n\n“夜校\n", "\n\n夜校10个％。\n"):
        append(SKILLS, words)
        found = built()
        shutil.rmtree("other", ignore_errors=True)
        shutil.rmtree(".other.build", ignore_errors=True)
        other = built(Path("other"))
        assert (found.warnings, found.hints) == (other.warnings, other.hints)


def test_an_error_is_told_with_those_of_all_editions() -> None:
    built()
    edit(SKILLS, "\n\n", "\n\n<b>夜校</b>\n\n")
    with pytest.raises(ContentError) as again:
        built()
    with pytest.raises(ContentError) as anew:
        built(Path("other"))
    assert again.value.issues == anew.value.issues


def test_an_edition_as_noted_is_read_when_more_is_asked() -> None:
    built()
    whole = read.edition(Path("content"), "2017")
    notes = Path(".site.build/parts/facts").read_bytes()
    assert b"2017" in notes
    from yearbook import again, kept
    from yearbook.parts import Parts
    from yearbook.write import state

    memory = again.Memory()
    memory.load(state.read(Path(".site.build/state")), Parts(Path(".site.build/parts")))
    one = kept.kept(memory.facts["2017"], lambda: whole)
    assert isinstance(one, Kept)
    assert (one.id, one.volume, one.covers) == (whole.id, whole.volume, whole.covers)
    assert one.contents == whole.contents


@pytest.mark.skipif(not cores.FORKS, reason="elsewhere one process does it all")
def test_any_number_of_processes_makes_the_same_bytes() -> None:
    for jobs in (1, 2, 5):
        build(Job(site=Path(f"site{jobs}"), drafts=True, jobs=jobs))
    assert tree(Path("site1")) == tree(Path("site2")) == tree(Path("site5"))
    append(SKILLS, "\n又举办夜校。\n")
    for jobs in (1, 2, 5):
        build(Job(site=Path(f"site{jobs}"), drafts=True, jobs=jobs))
    assert tree(Path("site1")) == tree(Path("site2")) == tree(Path("site5"))


def test_groups_without_notes_have_no_keys() -> None:
    from yearbook.issues import Issues
    from yearbook.render.theme import load

    yearbook = read.load(Path("content"), Issues())
    assert yearbook is not None
    found = render.groups(yearbook, load(Path("templates"), "templates"))
    assert {one.key for one in found} == {""}


@pytest.mark.skipif(not cores.FORKS, reason="elsewhere one process does it all")
def test_rules_on_all_cores_count_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    for file in Path("content").rglob("*.yaml"):
        file.write_text(
            re.sub(r"(?m)^ignore:.*(\n[ -].*)*\n", "", file.read_text("utf-8")), "utf-8"
        )
    append(SKILLS, "\n又举办夜校，共50人。\n")
    one = built(Path("one"), jobs=1)
    monkeypatch.setattr("yearbook.build.LARGE", 0)
    two = built(Path("two"), jobs=2)
    assert (one.warnings, one.hints) == (two.warnings, two.hints)
    assert one.warnings > 0
    append(SKILLS, "\n见[夜校](#night)。\n")
    with pytest.raises(ContentError) as found:
        built(Path("one"), jobs=1)
    with pytest.raises(ContentError) as other:
        built(Path("two"), jobs=2)
    assert found.value.issues == other.value.issues
