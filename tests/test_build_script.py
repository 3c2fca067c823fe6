"""`python build.py` on a Python that cannot run the program: one line that says what to run."""

from __future__ import annotations

import ast
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from building import ROOT

BIN = "Scripts" if os.name == "nt" else "bin"
PYTHON = f".venv{os.sep}{BIN}{os.sep}python"
NEW = "py" if os.name == "nt" else "python3"
MAKE = f"{NEW} -m venv .venv && {PYTHON} -m pip install -e . && {PYTHON} build.py"
PACKAGES = runpy.run_path(str(ROOT / "build.py"))["PACKAGES"]
LACKS = f"this Python lacks {', '.join(PACKAGES)}; run: "


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The script in a folder of its own, as after a clone."""
    shutil.copyfile(ROOT / "build.py", tmp_path / "build.py")
    return tmp_path


def bare(clone: Path, *words: str, cwd: Path | None = None, **environ: str) -> str:
    """What the script says on a Python without packages; it ends with 2 and prints nothing."""
    script = clone / "build.py" if cwd else Path("build.py")
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", str(script), *words],
        cwd=cwd or clone,
        env=os.environ | {"LC_ALL": "C"} | environ,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr[-1]) == (2, "", "\n")
    return done.stderr[:-1]


@pytest.mark.parametrize("minor", range(4, 15))
def test_it_parses_on_every_python_3(minor: int) -> None:
    source = (ROOT / "build.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, minor))


def test_it_uses_nothing_that_came_later() -> None:
    """No f-strings, annotations, walrus, or `*` in a list, which 3.0 does not know."""
    tree = ast.parse((ROOT / "build.py").read_text("utf-8"))
    later = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Starred, ast.AsyncFunctionDef)
    assert not [node for node in ast.walk(tree) if isinstance(node, later)]


def test_without_packages_it_says_how_to_get_them(clone: Path) -> None:
    assert bare(clone) == LACKS + MAKE


def test_it_says_so_in_chinese(clone: Path) -> None:
    said = bare(clone, LC_ALL="zh_CN.UTF-8")
    assert said == f"这个 Python 里没有 {'、'.join(PACKAGES)}，请运行：{MAKE}"


def test_the_command_goes_on_with_what_was_asked(clone: Path) -> None:
    said = bare(clone, "init", "my yearbook", "--lang=zh")
    assert said == f'{LACKS}{MAKE} init "my yearbook" --lang=zh'


def test_an_environment_that_is_there_is_used(clone: Path) -> None:
    python = clone / PYTHON
    python.parent.mkdir(parents=True)
    python.touch()
    assert bare(clone, "check") == f"{LACKS}{PYTHON} build.py check"


def test_from_another_folder_paths_lead_to_the_script(clone: Path) -> None:
    (clone / "elsewhere").mkdir()
    up = f"..{os.sep}"
    assert bare(clone, cwd=clone / "elsewhere") == (
        f"{LACKS}{NEW} -m venv {up}.venv && {up}{PYTHON} -m pip install -e .. && "
        f"{up}{PYTHON} {up}build.py"
    )


def test_paths_with_blanks_are_quoted(tmp_path: Path) -> None:
    clone = tmp_path / "my yearbook"
    clone.mkdir()
    shutil.copyfile(ROOT / "build.py", clone / "build.py")
    folder = f"my yearbook{os.sep}"
    assert bare(clone, cwd=tmp_path) == (
        f'{LACKS}{NEW} -m venv "{folder}.venv" && "{folder}{PYTHON}" -m pip install -e "my yearbook"'
        f' && "{folder}{PYTHON}" "{folder}build.py"'
    )


def test_an_environment_without_packages_is_filled(clone: Path) -> None:
    """A real one, made without pip so that nothing is fetched."""
    venv = [sys.executable, "-m", "venv", "--without-pip", str(clone / ".venv")]
    subprocess.run(venv, check=True)
    done = subprocess.run(
        [str(clone / PYTHON), "build.py"],
        cwd=clone,
        env={name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{LACKS}{PYTHON} -m pip install -e . && {PYTHON} build.py\n"


# a Python that is too old


def old(clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.chdir(clone)
    monkeypatch.setattr(sys, "argv", ["build.py", "check"])
    monkeypatch.setattr(sys, "version_info", (3, 9, 18))
    monkeypatch.setenv("LC_ALL", "C")
    with pytest.raises(SystemExit) as end:
        runpy.run_path(str(clone / "build.py"), run_name="__main__")
    assert end.value.code == 2
    return capsys.readouterr().err


def test_too_old_a_python(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = "py -3.11" if os.name == "nt" else "python3.11"
    assert old(clone, monkeypatch, capsys) == (
        f"Python 3.11 or newer is needed; run: {newer} -m venv .venv && "
        f"{PYTHON} -m pip install -e . && {PYTHON} build.py check\n"
    )


def test_too_old_a_python_in_the_environment(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is made anew."""
    (clone / PYTHON).parent.mkdir(parents=True)
    (clone / PYTHON).touch()
    monkeypatch.setattr(sys, "prefix", str(clone / ".venv"))
    assert " -m venv --clear .venv && " in old(clone, monkeypatch, capsys)
