"""A large site: what was saved is shown before the whole site has been made of it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from queue import Queue

import pytest
from building import append, clean, edit, tree, unlocked
from serving import Serving, served

from yearbook import build, listing, read
from yearbook.build import Job
from yearbook.issues import ContentError
from yearbook.serve import Desk, ahead
from yearbook.serve.ahead import Ahead
from yearbook.serve.outcome import Outcome, built, told
from yearbook.write.workplace import workplace

SHOWN = Path(".site.build/serve")
SKILLS = Path("content/2017/skills.md")
OWN = ("2017/", "data/2017/")
JOB = Job(drafts=True)


@pytest.fixture(autouse=True)
def examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the yearbook of some years in the current folder, its words not locked."""
    monkeypatch.chdir(unlocked(tmp_path / "work"))
    return Path()


@pytest.fixture
def site() -> Ahead:
    """The site of the yearbook, made."""
    build.build(JOB)
    return Ahead(JOB)


# what is shown before the site is made


def test_every_file_of_an_edition_is_shown_as_the_site_will_have_it(site: Ahead) -> None:
    before = tree(JOB.site)
    append(SKILLS, "\n又举办夜校3期。\n")
    assert site.take() == Outcome(changed=True, late=True)
    shown = {path: site.read(path) for path in before if path.startswith(OWN)}
    assert "又举办夜校3期".encode() in shown["2017/skills.html"]
    assert tree(JOB.site) == before
    build.build(JOB)
    after = tree(JOB.site)
    assert shown == {path: data for path, data in after.items() if path.startswith(OWN)}
    assert not site.end()


def test_files_of_others_are_shown_again_when_the_site_has_them(site: Ahead) -> None:
    append(SKILLS, "\n又举办夜校。\n")
    site.take()
    assert (
        site.read("compare/2017-2019/skills.html")
        == (JOB.site / "compare/2017-2019/skills.html").read_bytes()
    )
    build.build(JOB)
    assert site.end()
    assert "又举办夜校".encode() in site.read("compare/2017-2019/skills.html")


def test_saves_before_the_site_is_made_are_shown_together(site: Ahead) -> None:
    append(SKILLS, "\n又举办夜校。\n")
    site.take()
    append("content/2017/care.md", "\n另举办展览。\n")
    assert site.take() == Outcome(changed=True, late=True)
    assert "又举办夜校".encode() in site.read("2017/skills.html")
    assert "另举办展览".encode() in site.read("2017/care.html")


def test_a_save_that_is_taken_back_shows_what_was(site: Ahead) -> None:
    text, page = SKILLS.read_bytes(), (JOB.site / "2017/skills.html").read_bytes()
    append(SKILLS, "\n又举办夜校。\n")
    site.take()
    SKILLS.write_bytes(text)
    assert site.take() == Outcome(changed=True, late=True)
    assert site.read("2017/skills.html") == page


def test_a_file_that_is_saved_as_it_was_changes_nothing(site: Ahead) -> None:
    SKILLS.write_bytes(SKILLS.read_bytes())
    assert site.take() == Outcome(changed=False, late=False)


def test_the_same_words_saved_again_still_wait_for_their_site(site: Ahead) -> None:
    append(SKILLS, "\n又举办夜校。\n")
    site.take()
    SKILLS.write_bytes(SKILLS.read_bytes())
    assert site.take() == Outcome(changed=False, late=True)


def test_a_killed_build_leaves_what_is_swept_up_later(site: Ahead) -> None:
    append(SKILLS, "\n又举办夜校。\n")
    Path(".site.build/stage/2017").mkdir(parents=True)
    assert site.take() == Outcome(changed=True, late=True)
    build.build(JOB)
    assert not site.end()
    assert not Path(".site.build/stage").exists()


def test_errors_of_an_edition_are_told_at_once(site: Ahead) -> None:
    append(SKILLS, "\n\n## 无标识\n\n有文。\n")
    with pytest.raises(ContentError) as found:
        site.take()
    assert [issue.place.path for issue in found.value.issues] == [SKILLS.as_posix()]


@pytest.mark.parametrize(
    "change",
    [
        lambda: append(SKILLS, "\n\n## 夜校 {#night}\n\n又举办夜校。\n"),
        lambda: append(SKILLS, "\n见[培训](../2019/skills.md)。\n"),
        lambda: append("content/2017/edition.yaml", "\nrevised: 2021-01-02\n"),
        lambda: edit("templates/404.html", "</main>", "<p>新</p></main>"),
        lambda: Path("content/files/new.txt").write_text("新", "utf-8"),
        lambda: Path(".site.build/parts/facts").unlink() or append(SKILLS, "\n又。\n"),
    ],
    ids=["title", "link", "edition", "template", "file", "nothing noted"],
)
def test_after_any_other_change_the_site_is_made_whole(
    site: Ahead, change: Callable[[], object]
) -> None:
    change()
    assert site.take() is None
    assert site.read("404.html") == (JOB.site / "404.html").read_bytes()


def test_a_small_site_is_made_whole(site: Ahead, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "SMALL", 100_000)
    append(SKILLS, "\n又举办夜校。\n")
    assert site.take() is None
    assert not site.warm()


def test_what_was_shown_is_remembered_until_the_site_is_made(site: Ahead) -> None:
    append(SKILLS, "\n又举办夜校。\n")
    site.take()
    site.read("compare/2017-2019/skills.html")
    assert site.take() == Outcome(changed=False, late=True)
    build.build(JOB)
    assert site.end()


def test_a_page_that_comes_into_being_is_shown_again(site: Ahead) -> None:
    append("content/2021/overview.md", "\n云川市到会讲话。\n")
    assert site.take() == Outcome(changed=True, late=True)
    site.missed("2021/places.html")
    site.missed("none.html")
    site.missed("/dev/zero")
    build.build(JOB)
    assert (JOB.site / "2021/places.html").exists()
    assert site.end()


def test_a_site_that_was_made_while_files_changed_is_made_anew(
    site: Ahead, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, load = SKILLS.read_bytes(), read.load

    def late(*args: object, **more: object) -> object:
        append(SKILLS, "\n又举办夜校。\n")
        return load(*args, **more)  # type: ignore[arg-type]

    append("content/yearbook.yaml", "\n# 备忘\n")
    desk = Desk(JOB, "en", quiet=True)
    with monkeypatch.context() as patch:
        patch.setattr(read, "load", late)
        patch.setattr(listing, "RACY", -(10**12))  # as if all had been there for long
        assert desk.rebuild()
    assert desk.late
    SKILLS.write_bytes(text)
    build.build(JOB)
    assert tree(JOB.site) == clean(drafts=True)


def test_a_build_that_another_keeps_waiting_is_tried_again(site: Ahead) -> None:
    desk = Desk(JOB, "en", quiet=True)
    append(SKILLS, "\n又举办夜校。\n")
    with workplace(JOB.site):
        outcome = told(partial(built, JOB, "en", defer=False), "en")
    assert outcome.late
    assert "S008" in outcome.faults[0]
    assert not desk.finished(desk.rest.number, outcome)
    assert (desk.late, desk.faults) == (True, ())


def test_a_build_in_the_background_that_is_killed_is_tried_again(site: Ahead) -> None:
    desk, came = Desk(JOB, "en", quiet=True), Queue[tuple[int, Outcome]]()
    desk.late = True
    desk.finish(lambda *one: came.put(one))
    assert desk.rest.process is not None
    desk.rest.process.kill()
    number, outcome = came.get(timeout=20)
    assert not desk.finished(number, outcome)
    assert desk.late
    desk.finish(lambda *one: came.put(one))
    number, outcome = came.get(timeout=20)
    assert (outcome.late, outcome.faults) == (False, ())
    desk.rest.wait()


def test_to_warm_up_makes_a_page_and_shows_none(site: Ahead) -> None:
    assert site.warm()
    assert not site.made
    assert site.take() == Outcome(changed=False, late=False)


def test_what_came_of_a_build_that_was_ended_is_not_taken_up(site: Ahead) -> None:
    desk = Desk(JOB, "en", quiet=True)
    number = desk.rest.number
    append(SKILLS, "\n又举办夜校。\n")
    assert desk.rebuild()
    assert not desk.finished(number, Outcome(faults=("old",)))
    assert not desk.faults
    assert "又举办夜校".encode() in desk.ahead.read("2017/skills.html")


# what it is told of


def test_when_told_it_looks_at_no_other_folder(site: Ahead) -> None:
    append(SKILLS, "\n又举办夜校。\n")
    append("content/yearbook.yaml", "\n# 备忘\n")
    assert site.take({SKILLS.as_posix()}) == Outcome(changed=True, late=True)
    assert "又举办夜校".encode() in site.read("2017/skills.html")
    assert site.take() is None


@pytest.mark.parametrize(
    "told",
    [
        lambda: Path("content/2017/images"),
        lambda: Path("content/2017/new/there.md"),
        lambda: Path("pyproject.toml"),
    ],
    ids=["a folder", "in a new folder", "elsewhere"],
)
def test_where_that_will_not_do_it_looks_at_all(site: Ahead, told: Callable[[], Path]) -> None:
    told().parent.mkdir(exist_ok=True)
    append(SKILLS, "\n又举办夜校。\n")
    append("content/yearbook.yaml", "\n# 备忘\n")
    Path("content/2017/images").mkdir(exist_ok=True)
    assert site.take({told().as_posix()}) is None


def test_a_folder_that_is_gone_is_looked_for_everywhere(site: Ahead) -> None:
    shutil.rmtree("content/2019")
    assert site.take({"content/2019"}) is None


@pytest.mark.parametrize("name", [".skills.md.swp", "skills.md~", "#skills.md#", "~$skills.md"])
def test_what_an_editor_leaves_beside_a_section_changes_nothing(site: Ahead, name: str) -> None:
    SKILLS.with_name(name).write_text("x", "utf-8")
    assert site.take() == Outcome(changed=True, late=True)
    append(SKILLS, "\n又举办夜校。\n")
    SKILLS.with_name(name).write_text("xy", "utf-8")
    assert site.take() == Outcome(changed=True, late=True)
    assert "又举办夜校".encode() in site.read("2017/skills.html")
    build.build(JOB)
    assert not site.end()
    SKILLS.with_name(name).unlink()
    assert tree(JOB.site) == clean(drafts=True)


# as it is served


@pytest.fixture
def serving() -> Iterator[Serving]:
    with served(Path(), seconds=60) as started:
        yield started


def settled(words: str) -> None:
    """Wait until the site on the disk has words of a save, and is one whole build."""
    page = SHOWN / "2017/skills.html"
    until = time.monotonic() + 20
    while words not in page.read_text("utf-8"):
        assert time.monotonic() < until
        time.sleep(0.05)


def test_the_site_follows_what_was_shown(serving: Serving) -> None:
    with serving.reloads() as reload:
        append(SKILLS, "\n又举办夜校。\n")
        assert reload()["command"] == "reload"
        assert "又举办夜校" in serving.page("/2017/skills.html")
        while "又举办夜校" not in serving.page("/compare/2017-2019/skills.html"):
            assert reload()["command"] == "reload"
    settled("又举办夜校")
    assert tree(SHOWN) == clean(drafts=True)
    assert sum(line.startswith("wrote ") for line in serving.said) == 2


def test_a_save_while_the_site_is_made_comes_into_it(serving: Serving) -> None:
    with serving.reloads() as reload:
        for number in range(4):
            append(SKILLS, f"\n又举办夜校{number + 1}期。\n")
            reload()
            while f"夜校{number + 1}期" not in serving.page("/2017/skills.html"):
                reload()
            time.sleep(0.6)
    settled("夜校4期")
    assert tree(SHOWN) == clean(drafts=True)


def test_an_error_is_shown_at_once_and_goes_with_its_mend(serving: Serving) -> None:
    before = SKILLS.read_bytes()
    with serving.reloads() as reload:
        append(SKILLS, "\n\n## 无标识\n\n有文。\n")
        reload()
        page = serving.page("/2017/skills.html")
        assert '<section class="serve_" role="alert"><h2>No new pages: 1 to mend below;' in page
        SKILLS.write_bytes(before)
        reload()
        assert 'class="serve_"' not in serving.page("/2017/skills.html")


def test_a_fault_that_only_the_whole_site_shows_is_told(serving: Serving) -> None:
    words = '<p>样</p>{% if "夜校" in view.entries[-1].source %}{{ nobody.there }}{% endif %}'
    with serving.reloads() as reload:
        edit("templates/section.html", "{% block main %}", "{% block main %}" + words)
        reload()
        append(SKILLS, "\n又举办夜校。\n")
        while "templates/section.html" not in serving.page("/2017/skills.html"):
            reload()
        assert "又举办夜校" not in serving.page("/2017/skills.html").partition("</section>")[2]
