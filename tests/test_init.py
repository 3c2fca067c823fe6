"""`init` begins a yearbook that builds."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from building import ROOT, command, environment, tree
from test_cli import Run, run
from test_issues import as_a_user

from yearbook import build
from yearbook.build import Job
from yearbook.init import init
from yearbook.issues import Issues, UseError
from yearbook.model import Yearbook, sections
from yearbook.read import load

__all__ = ["run"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def begun(folder: str = "ours", title: str = "", year: int = 2017) -> Yearbook:
    """The yearbook of a new folder, read without a single issue."""
    init(Path(folder), title, year)
    issues = Issues()
    build.check(
        Job(Path(folder, "content"), ROOT / "templates", Path(folder, "site"), True), issues
    )
    assert [issue.line("en") for issue in issues] == []
    found = load(Path(folder, "content"), Issues())
    assert found is not None
    return found


def test_a_new_yearbook_has_one_of_each() -> None:
    (edition,) = begun().editions
    assert (edition.id, edition.volume, edition.status) == ("2017", "2017", "draft")
    assert [section.stem for section in sections(edition)] == ["overview", "training"]
    assert [figure.id for section in sections(edition) for figure in section.figures] == [
        "trainees"
    ]
    assert len([note for section in sections(edition) for note in section.notes]) == 1
    assert edition.highlights == ("trainees",)


def test_it_is_of_the_year_that_has_ended() -> None:
    init(Path("ours"))
    assert Path("ours/content", str(date.today().year - 1)).is_dir()


def test_it_builds_and_passes_check_without_a_warning(run: Run) -> None:
    year = date.today().year - 1
    said = (
        f"{year}: 221 characters, 0 marks, 0.00 per 10,000, passes;"
        " index depth 2.00 (6 headings, 3 entries)"
    )
    assert run("init", "ours", "--quiet") == (0, [], [])
    os.chdir("ours")
    assert run("check", "--drafts") == (0, [], ["no issues", said])
    assert run("--drafts", "--quiet") == (0, [], [])
    assert Path("site/index.html").is_file()
    assert run("--drafts").err[0].startswith("nothing changed")


def test_its_site_is_kept_out_of_git() -> None:
    begun()
    assert Path("ours/.gitignore").read_text("utf-8").splitlines()[1:] == [
        "/site/",
        "/.site.build/",
    ]


def test_without_a_title_it_has_a_blank_to_fill() -> None:
    assert begun().imprint.title == "某某单位年鉴"


@pytest.mark.parametrize(
    ("title", "institution"),
    [
        ("海棠县图书馆年鉴", "海棠县图书馆"),
        ("年鉴", "年鉴"),
        ("海棠县图书馆", "海棠县图书馆"),
        ('他说"好"的年鉴', '他说"好"的'),
        ("C:\\temp 'x' {year} {title} #1: [a] & *b", None),
        ("<b>&amp;</b>年鉴", "<b>&amp;</b>"),
        ("  两 行\n合一  年鉴 ", "两 行 合一 "),
    ],
)
def test_any_title(title: str, institution: str | None) -> None:
    imprint = begun(title=title).imprint
    assert imprint.title == " ".join(title.split())
    assert imprint.institution == (institution or imprint.title).strip()


def test_the_title_of_the_command(run: Run) -> None:
    assert run("init", "ours", "--title", "海棠县图书馆年鉴").code == 0
    assert 'title: "海棠县图书馆年鉴"' in Path("ours/content/yearbook.yaml").read_text("utf-8")


# the folder


def test_an_empty_folder_is_taken() -> None:
    Path("ours/.git").mkdir(parents=True)
    Path("ours/.DS_Store").touch()
    begun()


def test_folders_above_are_made() -> None:
    begun("年鉴/海棠 县")


def test_a_folder_in_use_is_refused_and_kept() -> None:
    for name in ("a.txt", "b.txt", ".hidden"):
        Path("ours").mkdir(exist_ok=True)
        Path("ours", name).write_text("mine", "utf-8")
    with pytest.raises(UseError) as refusal:
        init(Path("ours"))
    assert refusal.value.issue.line("en") == (
        "ours: S030 a new yearbook needs an empty folder; here are .hidden, a.txt, b.txt"
        " — choose another name, or move away what is in it"
    )
    assert set(tree(Path("ours"))) == {"a.txt", "b.txt", ".hidden"}


def test_a_file_is_no_folder() -> None:
    Path("ours").touch()
    with pytest.raises(UseError, match="S031"):
        init(Path("ours"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with as_a_user(), pytest.raises(UseError) as refusal:
        init(Path("ours"))
    tmp_path.chmod(0o755)
    assert refusal.value.issue.line("en") == (
        "ours: S031 the yearbook cannot be made here (Permission denied)"
        " — choose a place that can be written"
    )


# what it says


def test_it_says_what_to_do_next(run: Run) -> None:
    said = run("init", "我的 年鉴", lang="zh")
    assert (said.code, said.out) == (0, [])
    assert said.err[0] == "新的年鉴在 我的 年鉴。接下来："
    assert said.err[1] == "  cd '我的 年鉴'"
    assert said.err[2].endswith(" serve      一边写，一边在浏览器里看")
    assert said.err[3].endswith(" --drafts   生成网站，双击 site/index.html 即可阅读")


@pytest.mark.skipif(os.name == "nt", reason="a shell of other systems")
@pytest.mark.parametrize("start", ["build.py", "-m"])
def test_the_commands_that_it_names_can_be_pasted(start: str) -> None:
    """From the new folder, wherever the program lies."""
    words = ["-m", "yearbook"] if start == "-m" else [str(ROOT / "build.py")]
    said = command("init", "我的 年鉴", start=[sys.executable, *words]).stderr.splitlines()
    lines = [line.strip().split("   ")[0] for line in (said[1], said[3])]
    script = " && ".join(lines).strip()
    done = subprocess.run(
        ["sh", "-c", script], env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert Path("我的 年鉴/site/index.html").is_file()
    assert shlex.split(lines[1])[0].endswith(Path(sys.executable).name)
