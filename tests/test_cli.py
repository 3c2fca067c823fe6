"""The commands: what they print and where, and how they end."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from building import ROOT, append, command, copied, edit, environment, stats, tiny, tree
from test_issues import HERE

import yearbook
from yearbook import cli
from yearbook.cli import phrases
from yearbook.cli.language import language
from yearbook.cli.options import FLAGS, VALUES

__all__ = ["tiny"]
WAYS = {
    "build.py": [sys.executable, str(ROOT / "build.py")],
    "python -m": [sys.executable, "-m", "yearbook"],
    "installed": [
        sys.executable,
        "-c",
        "import sys; from yearbook.cli import main; sys.exit(main())",
    ],
}
SIZE_2017 = "2017: 447 characters, 0 marks, 0.00 per 10,000, passes"
EDITIONS = [
    "2016: 44 characters, 0 marks, 0.00 per 10,000, passes;"
    " index depth 2.00 (4 headings, 2 entries)",
    f"{SIZE_2017}; index depth 1.67 (25 headings, 15 entries)",
]
BROKEN = ["1 error, 1 warning", "2016: counted when its errors are mended (1)", SIZE_2017]
UNLOCKED = [
    f"content/{year}/edition.yaml: C340 a released edition must be locked; {year} has no"
    f" edition.lock — run `release {year}`"
    for year in (2016, 2017)
]
WARNED = "2 warnings: see yearbook check"
TIME = re.compile(r"[0-9]+\.[0-9]{2}(?= s:| 秒)")


class Said(NamedTuple):
    """How a command ended and what it printed, its time as `T`."""

    code: int
    out: list[str]
    err: list[str]


Run = Callable[..., Said]


def count(site: str) -> int:
    """How many files a site has beside the list of them."""
    return sum(path.is_file() for path in Path(site).rglob("*")) - 1


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process, as `yearbook` with messages in English."""
    monkeypatch.setattr(sys, "argv", ["yearbook"])

    def call(*words: str, lang: str = "en") -> Said:
        capsys.readouterr()
        code = cli.main([*words, "--lang", lang])
        said = capsys.readouterr()
        err = [line for line in said.err.splitlines() if not line.startswith(("building", "正在"))]
        return Said(code, said.out.splitlines(), [TIME.sub("T", line) for line in err])

    return call


# build


def test_a_build_says_on_stderr_what_it_did(tiny: Path, run: Run) -> None:
    said = run()
    files = count("site")
    assert said == Said(0, [], [f"wrote {files}, kept 0, removed 0; T s: site/index.html", WARNED])
    assert run("build") == Said(
        0, [], [f"nothing changed: {files} files; T s: site/index.html", WARNED]
    )
    append("content/about.md", "\n附。\n")
    Path("content/files/verification.txt").unlink()
    assert run("build") == Said(
        0,
        [],
        [
            "  + about.html",
            "  - verification.txt",
            f"wrote 1, kept {files - 2}, removed 1; T s: site/index.html",
            WARNED,
        ],
    )


def test_a_build_says_it_in_chinese(tiny: Path, run: Run) -> None:
    said = run(lang="zh").err
    files = count("site")
    warned = "2 个警告：运行 yearbook check 查看"
    wrote = f"写出 {files} 个文件，沿用 0 个，移除 0 个；用时 T 秒：site/index.html"
    assert said == [wrote, warned]
    same = f"没有变化：{files} 个文件；用时 T 秒：site/index.html"
    assert run(lang="zh").err == [same, warned]


def test_a_quiet_build_says_nothing(tiny: Path, run: Run) -> None:
    assert run("--quiet") == Said(0, [], [])
    assert run("--quiet") == Said(0, [], [])


def test_errors_are_told_all_together_and_nothing_is_written(tiny: Path, run: Run) -> None:
    run("--quiet")
    before = stats(Path("site"))
    edit("content/2016/overview.md", "80500册", "80001册")
    edit("content/2016/edition.yaml", "volume: 2016", "volume: 2016\ntitel: 甲")
    said = run()
    assert (said.code, said.out) == (1, [])
    assert [line.split()[:2] for line in said.err[:-1]] == [
        ["content/2016/edition.yaml:2:1:", "C101"],
        ["content/2016/overview.yaml:3:3:", "C301"],
    ]
    assert said.err[-1] == "2 errors, 1 warning; nothing was written"
    assert stats(Path("site")) == before


def test_quiet_hides_no_error(tiny: Path, run: Run) -> None:
    edit("content/2016/edition.yaml", "volume: 2016", "volume: 2016\ntitel: 甲")
    assert run("--quiet").err == run().err
    assert run(lang="zh").err[-1] == "1 个错误，1 个警告，没有写出任何文件"


def test_warnings_are_counted_and_change_no_exit_code(tiny: Path, run: Run) -> None:
    for file in Path("content").glob("*/edition.yaml"):
        edit(file, "status: released", "status: draft")
    said = run()
    assert said.code == 0
    assert said.err[-1] == "1 warning: see yearbook check"
    assert run(lang="zh").err[-1] == "1 个警告：运行 yearbook check 查看"
    assert run("check").code == 0


def test_the_folders_can_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    content, site = str(HERE / "tiny" / "content"), "out/public"
    said = run(
        "build", "--content", content, "--templates", str(ROOT / "templates"), "--site", site
    )
    wrote = f"wrote {count(site)}, kept 0, removed 0; T s: out/public/index.html"
    assert said == Said(0, [], [wrote, WARNED])
    assert sorted(path.name for path in Path("out").iterdir()) == [".public.build", "public"]


def test_without_a_templates_folder_the_programs_own_are_used(tiny: Path, run: Run) -> None:
    Path("templates").rename("theirs")
    assert run("--quiet").code == 0
    own = tree(Path("site"))
    Path("theirs").rename("templates")
    assert run("--quiet").code == 0
    assert tree(Path("site")) == own


def test_drafts_are_built_when_wanted(tiny: Path, run: Run) -> None:
    edit("content/2017/edition.yaml", "status: released", "status: draft")
    run("--quiet")
    assert not Path("site/2017").exists()
    run("--quiet", "--drafts")
    assert Path("site/2017").is_dir()


# check


def test_check_finds_that_nothing_is_locked_and_writes_nothing(tiny: Path, run: Run) -> None:
    assert run("check") == Said(0, UNLOCKED, ["2 warnings", *EDITIONS])
    assert run("check", lang="zh").err == [
        "2 个警告",
        "2016卷：44字，校对0处，每万字0.00处，合格；索引深度2.00（4个标目，2条）",
        "2017卷：447字，校对0处，每万字0.00处，合格；索引深度1.67（25个标目，15条）",
    ]
    assert run("check", "--quiet") == Said(0, UNLOCKED, [])
    assert sorted(path.name for path in Path().iterdir()) == ["content", "templates"]


@pytest.mark.parametrize("site", ["content/site", ".", "site"])
def test_check_refuses_a_place_that_build_refuses(tiny: Path, run: Run, site: str) -> None:
    (tiny / "site").mkdir()
    (tiny / "site" / "mine.txt").write_text("mine")
    checked, built = run("check", "--site", site), run("build", "--site", site)
    assert checked.code == built.code == 2
    assert checked.err == built.err


def test_check_prints_issues_on_stdout_with_the_verdict_of_build(tiny: Path, run: Run) -> None:
    edit("content/2016/edition.yaml", "volume: 2016", "volume: 2016\ntitel: 甲")
    checked, built = run("check"), run("build")
    assert (checked.code, built.code) == (1, 1)
    assert [line for line in checked.out if line not in UNLOCKED] == built.err[:-1]
    assert checked.err == BROKEN


def test_check_finds_faults_of_templates(tiny: Path, run: Run) -> None:
    append("templates/404.html", "{{ nobody }}\n")
    checked, built = run("check"), run("build")
    assert (checked.code, built.code) == (1, 1)
    assert [line for line in checked.out if line not in UNLOCKED] == built.err[:-1]
    assert (
        "T006 the template uses a name that is not defined: 'nobody' is undefined"
        in checked.out[-1]
    )


def test_check_writes_json(tiny: Path, run: Run) -> None:
    edit("content/2016/edition.yaml", "volume: 2016", "volume: 2016\ntitel: 甲")
    said = run("check", "--json", lang="zh")
    assert (said.code, said.err) == (1, [])
    report = json.loads("\n".join(said.out))
    assert (report["ok"], report["errors"], report["warnings"]) == (False, 1, 1)
    error = next(one for one in report["issues"] if one["severity"] == "error")
    assert error == (
        {
            "path": "content/2016/edition.yaml",
            "line": 2,
            "column": 1,
            "code": "C101",
            "severity": "error",
            "message": error["message"],
            "mend": error["mend"],
            "related": [],
            "fixable": False,
        }
    )
    line = " — ".join((error["message"], error["mend"]))
    assert f"content/2016/edition.yaml:2:1: C101 {line}" in run("check", lang="zh").out


def test_json_of_a_good_yearbook(tiny: Path, run: Run) -> None:
    said = run("check", "--json")
    report = json.loads("\n".join(said.out))
    assert [issue["code"] for issue in report.pop("issues")] == ["C340", "C340"]
    editions = report.pop("editions")
    assert report == {"ok": True, "errors": 0, "warnings": 2, "hints": 0, "codes": {"C340": 2}}
    assert editions[1] == {
        "edition": "2017",
        "volume": "2017",
        "status": "released",
        "characters": 447,
        "errors": 0,
        "marks": 0,
        "rate": 0.0,
        "passes": True,
        "index": {"headings": 25, "entries": 15, "depth": 1.67},
        "empty": {"entries": 0, "figures": 0, "sections": 0},
        "carried": {},
    }


def test_json_of_wrong_use(run: Run) -> None:
    said = run("check", "--json", "--colour")
    assert (said.code, said.err) == (2, [])
    assert json.loads("\n".join(said.out))["issues"][0]["code"] == "S001"


def test_check_fix_says_what_it_wrote(tiny: Path, run: Run) -> None:
    append("content/2016/reading.md", "\n## 晨读\n\n文字。\n")
    said = run("check", "--fix")
    assert said.code == 0
    assert "content/2016/reading.md" in said.err[0]
    assert run("check").err[0] == "2 warnings"


# wrong use


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["--site", "--quiet"], "S003 the option --site must be followed by a folder — write --site site"),
        (["--site="], "S004 the option --site must be followed by a folder; here stands “” — write --site site"),
        (["serve", "--port", "０"], "S004 the option --port must be followed by a whole number from 1 to 65535; here stands “０” — write --port 8000"),
        (["serve", "--port", "0"], "S004 the option --port must be followed by a whole number from 1 to 65535; here stands “0” — write --port 8000"),
        (["build", "--search", "all"], "S004 the option --search must be followed by text or exact; here stands “all” — write --search text"),
        (["build", "--search"], "S003 the option --search must be followed by text or exact — write --search text"),
        (["check", "--search", "exact"], "S005 the option --search goes with the command build or serve only — leave it out, or use build or serve"),
        (["build", "--open"], "S005 the option --open goes with the command serve only — leave it out, or use serve"),
        (["init", "a", "b"], "S006 the command init takes no “b” — leave it out; put quotes around a path with blanks"),
        (["--sit", "x"], 'S001 there is no option --sit — did you mean "--site"?'),
        (["-q"], None),
        (["init", ""], "S007 the command init must be followed by a folder for the new yearbook — write init my-yearbook"),
        (["offline", " "], "S007 the command offline must be followed by the folder name of an edition — write offline 2018"),
        (["offline", "--out", "a\0b"], "S004 the option --out must be followed by a folder; here stands “a<U+0000>b” — write --out packages"),
        (["status", "--drafts"], "S005 the option --drafts goes with the command build or check or serve only — leave it out, or use build or check or serve"),
        (["help"], 'S002 there is no command help — did you mean "--help"?'),
        (["build", "check"], "S006 the command build takes no “check” — leave it out; put quotes around a path with blanks"),
    ],
    ids=lambda one: "" if isinstance(one, str) else " ".join(one or ()),
)  # fmt: skip
def test_wrong_use_ends_with_2(tiny: Path, run: Run, words: list[str], line: str | None) -> None:
    said = run(*words)
    assert (said.code, said.out, len(said.err)) == (2, [], 1)
    assert line is None or said.err == [f"yearbook: {line}"]
    assert not Path("site").exists()


def test_options_may_stand_before_the_command(tiny: Path, run: Run) -> None:
    assert run("--quiet", "check") == Said(0, UNLOCKED, [])
    assert run("--json", "check", "--drafts").code == 0


def test_the_language_must_be_known(tiny: Path) -> None:
    said = command("check", "--lang", "fr", cwd=tiny)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr == (
        "yearbook: S004 the option --lang must be followed by zh or en; here stands “fr”"
        " — write --lang zh\n"
    )


# help and version


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("words", [["--help"], ["-h"], ["check", "--help"], ["init", "--help"]])
def test_help_names_every_command_and_option(run: Run, words: list[str], lang: str) -> None:
    said = run(*words, lang=lang)
    assert (said.code, said.err) == (0, [])
    assert said.out[0].startswith("用法：yearbook " if lang == "zh" else "Usage: yearbook ")
    for name in (*cli.COMMANDS, *VALUES, *FLAGS):
        assert any(name in line for line in said.out), name
    assert max(map(len, said.out)) <= 100


def test_version(run: Run) -> None:
    assert run("--version") == Said(0, [f"yearbook {yearbook.__version__}"], [])


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "ZH_TW"}, "zh"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_CN", "LANG": "de_DE"}, "zh"),
        ({"LC_ALL": "", "LANG": "zh_CN"}, "zh"),
    ],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="asks the system as well")
def test_the_locale_chooses_the_language(environ: dict[str, str], expected: str) -> None:
    assert language([], environ) == expected


@pytest.mark.parametrize("words", [["--lang", "zh"], ["--lang=zh"], ["--lang=fr", "--lang=zh"]])
def test_the_option_chooses_before_the_locale(words: Sequence[str]) -> None:
    assert language(words, {"LANG": "en_GB"}) == "zh"


# one program, however it is called


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_call_it_is_the_same_program(tmp_path: Path, way: str) -> None:
    work = copied(HERE / "tiny", tmp_path / "work")
    said = command("--quiet", cwd=work, start=WAYS[way])
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
    assert (work / "site" / "index.html").is_file()
    edit(work / "content/2016/edition.yaml", "volume: 2016", "volume: 2016\ntitel: 甲")
    said = command("check", cwd=work, start=WAYS[way])
    assert said.returncode == 1
    assert said.stdout.startswith("content/2016/edition.yaml:2:1: C101 ")
    assert said.stderr.splitlines() == BROKEN
    assert command("biuld", cwd=work, start=WAYS[way]).returncode == 2


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("build.py", "python build.py"),
        ("../other/build.py", "python {above}/other/build.py"),
        ("../an other/build.py", "python '{above}/an other/build.py'"),
        ("lib/yearbook/__main__.py", "python -m yearbook"),
        ("bin/yearbook", "bin/yearbook"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths of other systems")
def test_messages_call_the_program_as_the_user_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, expected: str
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr(sys, "argv", [script])
    monkeypatch.setattr(sys, "executable", "/usr/bin/python")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    assert phrases.program() == expected.format(above=tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="paths of other systems")
def test_a_program_that_is_not_on_the_path_is_called_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["build.py"])
    monkeypatch.setattr(sys, "executable", str(tmp_path / ".venv/bin/python"))
    assert phrases.program() == ".venv/bin/python build.py"
    assert phrases.program(away=True) == f"{tmp_path}/.venv/bin/python {tmp_path}/build.py"


# where it runs


@pytest.mark.parametrize("environ", [{}, {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_any_path_in_a_c_locale(tmp_path: Path, environ: dict[str, str]) -> None:
    name = "读者's 年鉴  2017"
    work = copied(HERE / "tiny", tmp_path / name)
    site = tmp_path / f"{name} 网站"
    said = command("--site", site, "--lang", "zh", cwd=work, **environ)
    assert (said.returncode, said.stdout) == (0, "")
    assert said.stderr.splitlines()[-2].endswith(f"：{site.as_posix()}/index.html")
    said = command("check", "--content", work / "content", **environ)
    assert (said.returncode, said.stderr) == (0, "\n".join(["2 warnings", *EDITIONS, ""]))


def test_a_reader_that_goes_away_makes_no_traceback(tiny: Path) -> None:
    faulty = (f"n-{number}: {{name: 甲, kind: persn}}\n" for number in range(1500))
    append("content/names.yaml", "".join(faulty))
    words = [sys.executable, "-m", "yearbook", "check"]
    with subprocess.Popen(
        words, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == 1


def test_ctrl_c_ends_a_command_without_a_traceback(
    tiny: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("yearbook.build.build", interrupted)
    assert run("build") == Said(130, [], [])


def test_long_work_shows_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    progress = phrases.Progress("en", sys.stderr)
    progress(1, 400)
    progress.due = 0
    progress(200, 400)
    progress(201, 400)
    assert capsys.readouterr().err == "building: 200/400\n"
    chinese = phrases.Progress("zh", sys.stderr)
    chinese.due = 0
    chinese(3, 400)
    assert capsys.readouterr().err == "正在生成：3/400\n"
