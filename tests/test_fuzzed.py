"""What fuzzing found: texts on which the program once took time by the square, or stopped."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from building import tiny
from importing import book, imported

from yearbook.issues import ContentError, Issues, spot
from yearbook.manuscripts.mending import mend
from yearbook.read import load
from yearbook.read.slugs import propose
from yearbook.rules import check

__all__ = ["book", "tiny"]
READING, OVERVIEW = "2016/reading.md", "2016/overview.yaml"


def seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def examined(name: str, text: str) -> Callable[[], object]:
    """The tiny yearbook with one file exchanged, read and proofread."""
    Path("content", name).write_text(text, "utf-8")

    def run() -> None:
        issues = Issues()
        yearbook = load(Path("content"), issues)
        assert yearbook is not None
        check(yearbook, issues, proofread=True)

    run_once = Issues()
    load(Path("content"), run_once)  # what is imported late is not counted
    return run


@pytest.mark.parametrize(
    "raw",
    [
        "1e9 @b.c，" * 8000,
        "中" * 60_000,
        "中 1" * 20_000,
        "a," * 30_000,
        "(" * 60_000,
        "http:a " * 9000,
    ],
    ids=lambda raw: raw[:6],
)
def test_a_long_line_of_a_manuscript_is_mended_soon(raw: str) -> None:
    assert seconds(lambda: mend(raw)) < 1.5


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (READING, "# 阅读\n\n" + "## 条目\n\n文。\n\n" * 3000),
        (READING, "# 阅读\n\n" + "".join(f"文[^n{n}]。\n\n[^n{n}]: 注。\n\n" for n in range(2500))),
        (READING, "# 阅读\n\n夏季每周五延长" + "http://今年3项" * 3000 + "。\n"),
        (READING, "# 阅读\n\n" + "年图1" * 5000 + "。\n"),
        (READING, "# 阅读\n\n" + "".join(f"## 条目{n} {{#e{n}}}\n\n文。\n\n" for n in range(2500))),
        (READING, "# 阅读\n\n" + "馆里又见同样的一句话了。\n\n" * 6000),
        (OVERVIEW, "".join(f"k{n}: 1\n" for n in range(6000))),
    ],
    ids=[
        "entries without ids",
        "notes",
        "one sentence of numbers",
        "one number",
        "entries",
        "one sentence",
        "unknown keys",
    ],
)
def test_many_of_one_thing_are_examined_soon(tiny: Path, name: str, text: str) -> None:
    assert seconds(examined(name, text)) < 4


def test_a_spot_in_a_long_text_is_that_of_a_short_one() -> None:
    text = "甲乙\n\n丙\n" * 5000
    short = text[:16]
    assert [spot(text, at) for at in range(16)] == [spot(short, at) for at in range(16)]
    assert spot(text, len(text)) == (15_001, 1)


def test_ids_of_one_title_are_numbered_in_a_row() -> None:
    taken: set[str] = set()
    for _ in range(300):
        taken.add(propose("Meeting", taken))
    assert taken == {"meeting", *(f"meeting-{n}" for n in range(2, 301))}


def test_a_gap_in_the_numbers_of_one_title_is_filled() -> None:
    assert propose("Meeting", {"meeting", "meeting-2", "meeting-4"}) == "meeting-3"


def test_a_sheet_that_would_be_filled_up_without_end_is_refused(book: Path) -> None:
    with pytest.raises(ContentError, match="M013"):
        imported("一\n" * 900 + "二," * 900 + "\n", name="m.csv", section="skills")


def test_a_table_that_would_be_filled_up_without_end_is_refused(book: Path) -> None:
    page = "<h1>表</h1><table>" + "<tr><td>一" * 900 + "<tr>" + "<td>二" * 900 + "</table>"
    with pytest.raises(ContentError, match="M013"):
        imported(page, name="m.html")
