"""What a command does not need is not loaded."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from building import append, built, command, tiny

__all__ = ["tiny"]
HEAVY = ("jinja2", "markupsafe", "markdown", "yaml", "livereload", "tornado", "asyncio", "pypinyin")
SCRIPT = """
import sys
from yearbook.cli import main
code = main(sys.argv[1:])
print(code, *sorted({name.partition(".")[0] for name in sys.modules} & set(%r)))
"""


def loaded(*words: str) -> str:
    """The exit code of a command, and which of the heavy modules it loaded."""
    script = SCRIPT % (HEAVY,)
    return command("-c", script, *words, start=[sys.executable]).stdout.splitlines()[-1]


def test_a_build_with_nothing_changed_loads_no_library(tiny: Path) -> None:
    built()
    assert loaded("build") == "0"


def test_nor_does_one_after_a_touch(tiny: Path) -> None:
    built()
    Path("content/about.md").touch()
    assert loaded("build") == "0"


@pytest.mark.parametrize(
    ("words", "code"),
    [(["--help"], 0), (["--version"], 0), (["biuld"], 2), (["init", "new"], 0), (["init"], 2)],
)
def test_small_commands_load_no_library(tiny: Path, words: list[str], code: int) -> None:
    assert loaded(*words) == f"{code}"


def test_a_build_loads_nothing_of_the_server(tiny: Path) -> None:
    append("content/about.md", "\n附。\n")
    found = loaded("build").split()
    assert not {"livereload", "tornado", "asyncio"} & set(found)
    assert "jinja2" in found
