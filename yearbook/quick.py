"""The same command again and nothing changed: told before the program is imported.

What was asked and answered is kept beside the state of the last build. The answer is given again
when every source, the program and every file of the site are as they were; in every other case
the ordinary way decides. A build that has nothing to do takes a few hundredths of a second so.
"""

from __future__ import annotations

import marshal
import os
import sys
import time

from yearbook import listing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

FILE, STATE = "quick", "state"  # in the hidden folder beside the site
HEAD = 32  # bytes before what is recorded in the state
SECONDS = "{seconds}"
REHASH = "--rehash"  # trusts no stat
KEPT = frozenset({"state", "lock", "parts", "serve", ".serve.build", FILE})
LANGUAGES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


def main() -> int:
    """Run the command line."""
    start = time.monotonic()
    lines = answer(sys.argv[1:])
    if lines is not None:
        seconds = f"{time.monotonic() - start:.2f}"
        for line in lines:
            sys.stderr.buffer.write(line.replace(SECONDS, seconds).encode("utf-8") + b"\n")
        return 0
    from yearbook.cli import main as run

    return run()


def answer(words: Sequence[str]) -> list[str] | None:
    """The lines that were said to the same command when nothing has changed since."""
    if REHASH in words:
        return None
    work = folder(words)
    try:
        if os.path.islink(work[0]):  # noqa: PTH114 (pathlib takes longer to import than all this)
            return None
        with open(f"{work[1]}/{FILE}", "rb") as file:  # noqa: PTH123
            called, taken, roots, lines = marshal.loads(file.read())
        if called != call(words):
            return None
        with open(f"{work[1]}/{STATE}", "rb") as file:  # noqa: PTH123
            _, stamp, _, _, _, _, site, _ = marshal.loads(file.read()[HEAD:])
        same = stamp[0] == taken and _same(stamp, roots) and listing.site(work[0]) == site
        return list(lines) if same and KEPT.issuperset(os.listdir(work[1])) else None  # noqa: PTH208
    except Exception:  # whatever a damaged state leads to: the ordinary way looks at its digest
        return None


def _same(stamp: tuple[object, ...], roots: dict[str, str]) -> bool:
    """Whether every source is as it was; what was changed just before the stamp is not known."""
    taken, facts, folders, _, newest = stamp
    if max(newest.values(), default=0) >= taken - listing.RACY:  # type: ignore[attr-defined,operator]
        return False
    if not all(_is_there(*fact) for fact in facts if len(fact) == 4):  # type: ignore[attr-defined]
        return False
    found = {
        f"{tree}/{path}": said
        for tree, root in roots.items()
        for path, said in listing.sources(root).items()
    }
    return found == folders


def _is_there(_: str, origin: str, size: int, changed: int) -> bool:
    """Whether the file of a library is as it was."""
    found = os.stat(origin)  # noqa: PTH116
    return (found.st_size, found.st_mtime_ns) == (size, changed)


def folder(words: Sequence[str]) -> tuple[str, str]:
    """The site that a command line names, and the hidden folder beside it."""
    site = "site"
    for n, word in enumerate(words):
        if word == "--site" and n + 1 < len(words):
            site = words[n + 1]
        elif word.startswith("--site="):
            site = word[7:]
    site = site.rstrip("/" + os.sep) or site
    above, name = os.path.split(site)
    return site, os.path.join(above, f".{name}.build")  # noqa: PTH118


def call(words: Sequence[str]) -> list[str]:
    """All that decides what a command means besides files."""
    said = [os.environ.get(name, "") for name in LANGUAGES]
    return [*words, "", os.getcwd(), sys.argv[0], sys.executable, sys.version, *said]  # noqa: PTH109


def note(words: Sequence[str], taken: int, roots: dict[str, str], lines: Sequence[str]) -> None:
    """Keep what was asked and answered; where it cannot be kept the ordinary way decides."""
    try:
        with open(f"{folder(words)[1]}/{FILE}", "wb") as file:  # noqa: PTH123
            file.write(marshal.dumps((call(words), taken, roots, list(lines))))
    except OSError:
        return
