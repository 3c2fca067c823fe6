"""`release`: refuses with every reason at once; else closes an edition and locks it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from building import TEMPLATES, append, edit, tiny, tree
from locking import finished, locked

from yearbook import cli
from yearbook.build import Job
from yearbook.issues import ContentError, Issues, UseError
from yearbook.lock.file import written
from yearbook.read import load
from yearbook.release import lock_of, release, with_status
from yearbook.today import today

__all__ = ["tiny"]
ROOT = Path(__file__).parent.parent
FOLDER = Path("content/2016")
YAML = FOLDER / "edition.yaml"
DAY = date(2018, 3, 5)
Said = tuple[int, list[str], list[str]]


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day is 5 March 2018."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1520208000")


@pytest.fixture
def draft(tiny: Path) -> None:
    """The edition of 2016 is a finished draft, to which nothing links."""
    edit("content/2017/reading.md", "，参见[上年](../2016/reading.md#evening)", "")
    edit(YAML, "status: released", "status: draft")
    finished(Path("content"), "2016")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    monkeypatch.setattr(sys, "argv", ["yearbook"])

    def call(*words: str, lang: str = "zh") -> Said:
        code = cli.main([*words, "--lang", lang])
        said = capsys.readouterr()
        return code, said.out.splitlines(), said.err.splitlines()

    return call


def job() -> Job:
    return Job(Path("content"), TEMPLATES)


def refused(name: str = "2016") -> list[str]:
    """Why an edition is not released; nothing is written then."""
    before = tree(Path("content"))
    with pytest.raises(ContentError) as error:
        release(job(), name)
    assert tree(Path("content")) == before
    return [f"{one.place} {one.code}" for one in error.value.issues if one.severity == "error"]


# what is done


def test_a_finished_draft_is_closed_and_locked(draft: None) -> None:
    done = release(job(), "2016")
    assert (done.closed, done.day, done.files) == (
        True,
        "2018-03-05",
        (YAML, FOLDER / "edition.lock"),
    )
    assert YAML.read_text("utf-8") == (
        "volume: 2016\ncovers: 2016\nstatus: released\nrevised: 2018-03-05\n"
        "figures: declared\ncontents:\n  - overview\n"
        "  - {category: work, title: 业务工作, title_en: Work of the year, sections: [reading]}\n"
    )
    lock = (FOLDER / "edition.lock").read_text("utf-8")
    assert "\nedition: 2016\nreleased: 2018-03-05\naddresses: 7\n" in lock
    assert "\n    夏季每周五延长开放时间。\n" in lock


def test_an_edition_released_before_is_locked_and_its_file_stays(tiny: Path) -> None:
    finished(Path("content"), "2016")
    before = YAML.read_bytes()
    assert not release(job(), "2016").closed
    assert YAML.read_bytes() == before
    assert (FOLDER / "edition.lock").exists()


def test_a_second_run_changes_nothing(tiny: Path) -> None:
    locked()
    before = tree(Path("content"))
    assert release(job(), "2016").files == ()
    assert tree(Path("content")) == before


def test_corrections_and_aliases_need_no_new_lock(tiny: Path) -> None:
    locked()
    edit(FOLDER / "reading.md", "每周五", "{~~每周五~>每周六~~}{>>2018-03-05：据公告改<<}")
    append(FOLDER / "reading.yaml", 'entries:\n  evening: {aliases: ["reading.html#summer"]}\n')
    before = (FOLDER / "edition.lock").read_bytes()
    assert release(job(), "2016").files == ()
    assert (FOLDER / "edition.lock").read_bytes() == before


def test_old_addresses_are_locked_too(tiny: Path) -> None:
    locked("2017")
    issues = Issues()
    found = load(Path("content"), issues)
    assert found and found.editions[1].lock
    assert ("reading.html#night", ()) in found.editions[1].lock.passages


def test_the_lock_of_2017_fits() -> None:
    """The lock in the repository says what the content says."""
    found = load(ROOT / "content", Issues())
    assert found
    edition = next(one for one in found.editions if one.id == "2017")
    assert edition.lock is not None
    made = written(lock_of(found, "2017", edition.lock.released))
    assert made == (ROOT / "content/2017/edition.lock").read_text("utf-8")


# what speaks against it


def test_every_reason_is_given_at_once(draft: None) -> None:
    edit(FOLDER / "reading.yaml", "state: 定稿", "state: 终审")
    append(FOLDER / "reading.md", "\n## 故事会 {#stories}\n")
    append(FOLDER / "overview.yaml", "  visits: {entry: lead, label: 读者, value: , unit: 人次}\n")
    edit("content/2017/overview.md", "86000余册", "86001余册")
    assert refused() == [
        "content/2016/overview.yaml:5:3 S061",
        "content/2016/reading.md:7:1 S061",
        "content/2016/reading.yaml:1:8 S061",
        "content/2017/overview.yaml:5:3 C301",
    ]


def test_a_section_that_is_not_finished_is_named_once(draft: None) -> None:
    edit(FOLDER / "reading.yaml", "state: 定稿", "state: 终审")
    append(FOLDER / "reading.md", "\n## 故事会 {#stories}\n\n每月一次。\n")
    assert refused() == ["content/2016/reading.yaml:1:8 S061"]


def test_what_was_carried_over_is_looked_through_first(draft: None) -> None:
    edit(FOLDER / "reading.yaml", "state: 定稿\n", "state: 定稿\ncarried: 2015\n")
    assert "content/2016/reading.yaml:2:10 C376" in refused()


def test_a_link_to_a_draft_speaks_against_it(draft: None) -> None:
    edit("content/2017/edition.yaml", "status: released", "status: draft")
    edit(FOLDER / "reading.md", "夏季", "[夏季](../2017/reading.md#evening)")
    assert refused() == ["content/2016/reading.md:5:6 C242"]


def test_warnings_do_not(draft: None, run: Callable[..., Said]) -> None:
    edit(YAML, "figures: declared", "figures: all")
    edit(FOLDER / "reading.md", "夏季每周五", "夏季每周5天")
    code, _, said = run("release", "2016")
    assert code == 0
    assert said[-1].endswith("生成网站：yearbook（1 个警告，见 yearbook check）")


def test_an_edition_that_is_not_there_is_wrong_use(tiny: Path) -> None:
    with pytest.raises(UseError, match="S060"):
        release(job(), "2061")


def test_an_edition_set_back_to_a_draft_can_be_released_again(tiny: Path) -> None:
    locked()
    lock = (FOLDER / "edition.lock").read_bytes()
    edit(YAML, "status: released", "status: draft")
    assert release(job(), "2016").closed
    assert (FOLDER / "edition.lock").read_bytes() == lock


# edition.yaml


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "covers: 2016\nstatus: draft  # 草稿\n# 完\n",
            "covers: 2016\nstatus: released  # 草稿\nrevised: 2018-03-05\n# 完\n",
        ),
        (
            "# 甲\ncovers: 2016\nrevised: '2017-01-01' # 乙\n",
            "# 甲\nstatus: released\ncovers: 2016\nrevised: 2018-03-05 # 乙\n",
        ),
        (
            '\ufeffstatus: "draft"\r\ncovers: {from: 2016-01-01, to: 2016-12-31}\r\n',
            "\ufeffstatus: released\r\nrevised: 2018-03-05\r\n"
            "covers: {from: 2016-01-01, to: 2016-12-31}\r\n",
        ),
        ("status:\ncovers: 2016", "status: released\nrevised: 2018-03-05\ncovers: 2016"),
        (
            "covers:\n  from: 2016-01-01\n  to: 2016-12-31\n",
            "status: released\nrevised: 2018-03-05\ncovers:\n  from: 2016-01-01\n  to: 2016-12-31\n",
        ),
        (
            "{status: draft, covers: 2016, revised: 2016-01-01}",
            "{status: released, covers: 2016, revised: 2018-03-05}",
        ),
        (
            "{status: draft, covers: 2016}",
            "{status: released, revised: 2018-03-05, covers: 2016}",
        ),
        ("{covers: 2016}", "{covers: 2016, status: released, revised: 2018-03-05}"),
        (
            "  volume: 甲\n  covers: 2016",
            "  volume: 甲\n  status: released\n  revised: 2018-03-05\n  covers: 2016",
        ),
        ("covers: 2016\nstatus: draft", "covers: 2016\nstatus: released\nrevised: 2018-03-05\n"),
        ("covers: 2016\nstatus: >-\n  draft\n", None),
        ("covers: 2016\t# 甲\nstatus: draft\n", None),
    ],
)
def test_only_the_status_and_the_day_change(before: str, after: str | None) -> None:
    assert with_status(before, "2018-03-05") == after


@pytest.mark.skipif(os.name == "nt", reason="the day of another place")
def test_without_the_variable_the_day_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    assert today() == DAY
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert today() >= date(2026, 1, 1)


# what it says


def test_it_says_what_was_locked_and_what_comes_next(draft: None, run: Callable[..., Said]) -> None:
    assert run("release", "2016") == (
        0,
        [],
        [
            "  + content/2016/edition.yaml",
            "  + content/2016/edition.lock",
            "已发布并锁定 2016 卷：7 个地址和其中的文字",
            "此后文字有错，写更正；地址要改，写 aliases。生成网站：yearbook",
        ],
    )
    assert run("release", "2016", lang="en") == (
        0,
        [],
        [
            "2016 was released and locked on 2018-03-05; its 7 addresses and their words are as"
            " they were"
        ],
    )
    assert run("release", "2016", "--quiet") == (0, [], [])


def test_a_refusal_says_that_nothing_was_written(tiny: Path, run: Callable[..., Said]) -> None:
    code, out, said = run("release", "2016")
    assert (code, out) == (1, [])
    assert [line.split()[1] for line in said[:-1]] == ["S061", "S061"]
    assert said[-1].endswith("没有写出任何文件")
