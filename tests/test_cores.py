"""Work on all cores: the same, in the same order, whatever happens to a fork."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from yearbook import proofread
from yearbook.cores import each
from yearbook.issues import ContentError, Issue, Issues, Place, UseError
from yearbook.proofread import worth
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
    def work(nth: int) -> tuple[int, int]:
        time.sleep(0.02)
        return nth, os.getpid()

    made = each(work, 8, 3)
    assert [nth for nth, _ in made] == list(range(8))
    assert len({process for _, process in made}) == 3


def test_an_exception_in_a_fork_is_raised_here_and_ends_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here, fork = os.getpid(), os.fork
    forks: list[int] = []

    def noted() -> int:
        number = fork()
        if number:
            forks.append(number)
        return number

    monkeypatch.setattr(os, "fork", noted)

    def work(nth: int) -> int:
        if os.getpid() != here:
            raise ValueError(nth)
        time.sleep(0.05)
        return nth

    with pytest.raises(ValueError, match=r"\d"):
        each(work, 6, 3)
    assert len(forks) == 2
    for one in forks:  # whoever else runs these tests may have children of its own
        with pytest.raises(ChildProcessError):
            os.waitpid(one, os.WNOHANG)


def test_a_fork_that_no_one_listens_to_ends(tmp_path: Path) -> None:
    """It has more to say than a pipe holds when its parent is killed."""
    script = (
        "import os, sys, time; from yearbook.cores import each; here = os.getpid()\n"
        "def work(n):\n"
        "    if os.getpid() == here: time.sleep(60)\n"
        "    os.write(1, b'%d\\n' % os.getpid()); time.sleep(1); return bytes(10**6)\n"
        "each(work, 3, 3)"
    )
    made = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
    assert made.stdout is not None
    forks = {int(made.stdout.readline()) for _ in range(2)}
    time.sleep(1.5)  # they have begun to say it
    made.kill()
    with made:
        assert made.stdout.read() == b""  # read to the end: no one has it open any more
    assert len(forks) == 2


def test_more_numbers_than_a_pipe_holds() -> None:
    assert each(lambda nth: nth, 20_000, 2) == list(range(20_000))


def test_what_a_killed_fork_left_is_done_here() -> None:
    here = os.getpid()

    def work(nth: int) -> int:
        if nth == 3 and os.getpid() != here:
            os._exit(1)
        return nth

    assert each(work, 5, 2) == [0, 1, 2, 3, 4]


def test_only_a_large_yearbook_is_worth_a_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    yearbook = load(EXAMPLES, Issues())
    assert yearbook is not None
    assert worth(yearbook) == 1
    monkeypatch.setattr(proofread, "LARGE", 1)
    assert worth(yearbook) == len(os.sched_getaffinity(0))


@pytest.mark.parametrize("kind", [UseError, ContentError])
def test_errors_of_the_program_come_whole_out_of_a_fork(kind: type[Exception]) -> None:
    issue = Issue(Place("a.md", 1, 2), "S021", (("reason", "gone"),))
    error = UseError(issue, issue) if kind is UseError else ContentError((issue,))

    def work(nth: int) -> int:
        if nth:
            raise error
        time.sleep(0.05)
        return nth

    with pytest.raises(kind) as found:
        each(work, 2, 2)
    assert found.value.issues == error.issues  # type: ignore[attr-defined]
