"""Proofreading on all cores finds the same in the same order."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from yearbook import proofread
from yearbook.issues import Issues
from yearbook.proofread import cores
from yearbook.proofread.cores import each, worth
from yearbook.read import load

EXAMPLES = Path(__file__).parent.parent / "examples" / "content"
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does it all")


def test_findings_are_the_same_on_any_number_of_cores() -> None:
    yearbook = load(EXAMPLES, Issues())
    assert yearbook is not None
    one, two = (list(proofread.read(yearbook, count)) for count in (1, 2))
    assert one == two
    assert len(one) == len(yearbook.editions) + 1


def test_forks_do_the_work_in_its_order() -> None:
    made = list(each(lambda nth: (nth, os.getpid()), 6, 2))
    assert [nth for nth, _ in made] == list(range(6))
    assert os.getpid() not in {process for _, process in made}


def test_what_a_killed_fork_left_is_done_here() -> None:
    here = os.getpid()

    def work(nth: int) -> int:
        if nth == 3 and os.getpid() != here:
            os._exit(1)
        return nth

    assert list(each(work, 5, 2)) == [0, 1, 2, 3, 4]


def test_only_a_large_yearbook_is_worth_a_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    yearbook = load(EXAMPLES, Issues())
    assert yearbook is not None
    assert worth(yearbook) == 1
    monkeypatch.setattr(cores, "LARGE", 1)
    assert worth(yearbook) == len(os.sched_getaffinity(0))
