"""The same yearbook makes the same bytes, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from building import EXAMPLES, TEMPLATES, copied, environment, tree

BUILD = [sys.executable, "-m", "yearbook", "build", "--quiet"]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as it is built here."""
    folder = copied(EXAMPLES, tmp_path_factory.mktemp("here") / "yearbook")
    return built(folder)


def built(folder: Path, **environ: str) -> dict[str, bytes]:
    done = subprocess.run(
        BUILD, cwd=folder, env=environment(**environ), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return tree(folder / "site")


@pytest.mark.parametrize(
    "environ",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "2"},
        {"LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "3", "HOME": "/nonexistent", "USER": "nobody"},
        {"TZ": "America/New_York", "SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "1"},
        {"SOURCE_DATE_EPOCH": "4102444800", "PYTHONOPTIMIZE": "2"},
    ],
    ids=lambda environ: " ".join(f"{name}={value}" for name, value in environ.items()),
)
def test_no_variable_changes_a_byte(
    expected: dict[str, bytes], tmp_path: Path, environ: dict[str, str]
) -> None:
    assert built(copied(EXAMPLES, tmp_path / "yearbook"), **environ) == expected


def test_the_place_does_not_matter(expected: dict[str, bytes], tmp_path: Path) -> None:
    assert built(copied(EXAMPLES, tmp_path / "另一 处/b/c/d")) == expected


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such mask")
def test_the_mask_does_not_matter(expected: dict[str, bytes], tmp_path: Path) -> None:
    old = os.umask(0o077)
    try:
        assert built(copied(EXAMPLES, tmp_path / "yearbook")) == expected
    finally:
        os.umask(old)


def test_the_order_and_the_age_of_files_do_not_matter(
    expected: dict[str, bytes], tmp_path: Path
) -> None:
    """Files are made in the other order, which many disks list them in."""
    for source in (EXAMPLES / "content", TEMPLATES):
        for number, file in enumerate(sorted(source.rglob("*"), reverse=True)):
            if file.is_file():
                target = tmp_path / source.name / file.relative_to(source)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target)
                os.utime(target, (number * 86400, number * 86400))
    assert built(tmp_path) == expected


def test_building_again_in_the_same_place_changes_no_byte(
    expected: dict[str, bytes], tmp_path: Path
) -> None:
    folder = copied(EXAMPLES, tmp_path / "yearbook")
    assert [built(folder), built(folder)] == [expected, expected]
