"""Whatever happens to a file, the run ends soon with pages or with issues that have a place."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest
from reading import TINY, content

from yearbook.build import Job, outputs
from yearbook.issues import ContentError, Issues
from yearbook.output import Output

__all__ = ["content"]

TEMPLATES = Path(__file__).parent.parent / "templates"
FILES = sorted(
    p.relative_to(TINY).as_posix() for p in TINY.rglob("*") if p.suffix in (".md", ".yaml", ".csv")
)
SIGNS = (
    "\n|\n\n|# |## |### |{#x}|{.group}|[^a]|[^a]: |[|](x.md)|)|**|_|`|```|~~|> |- |1. |100. "
    "|\t|\u3000|：|，|“|”|{|}|[]|: |:| #|#1|\"|'|&a |*a|!!str |<<: |---\n|...\n|%YAML|<script>|<br>"
    "|&nbsp;|\\|\r|\0|\x07|\ufeff|\u200b|\u2028|\ufffd|e\u0301|𠮷|⼯|０|6000册|2017年|null|true|>\n"
    "|entry: |id: |value: |figures:\n|javascript:|==|[[|<!--"
).split("|")


def mutated(data: bytes, dice: random.Random) -> bytes:
    """The bytes with one slip in them."""
    kind, text = dice.randrange(6), data.decode("utf-8")
    if kind == 0:
        flipped = bytearray(data)
        flipped[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        return bytes(flipped)
    at = dice.randrange(len(text) + 1)
    if kind == 1:
        return (text[:at] + dice.choice(SIGNS) + text[at:]).encode()
    if kind == 2:
        return (text[:at] + dice.choice(SIGNS) + text[at + dice.randrange(1, 6) :]).encode()
    if kind == 3:
        words = re.findall(r"\w+|\W", text)
        one, two = dice.randrange(len(words)), dice.randrange(len(words))
        words[one], words[two] = words[two], words[one]
        return "".join(words).encode()
    lines = text.split("\n")
    nth = dice.randrange(len(lines))
    lines[nth : nth + 1] = [] if kind == 4 else [lines[nth]] * 2
    return "\n".join(lines).encode()


@pytest.mark.parametrize("name", FILES)
def test_a_slip_ends_in_pages_or_in_placed_issues(content: Path, name: str) -> None:
    dice = random.Random(name)
    path = content / name
    before = path.read_bytes()
    for _ in range(15):
        path.write_bytes(mutated(before, dice))
        start, issues = time.process_time(), Issues()
        try:
            made = outputs(Job(content=content, templates=TEMPLATES), issues)
            pages = [one for one in made if isinstance(one, Output) and one.path.endswith(".html")]
            assert all(one.make() for one in pages)
        except ContentError as error:
            assert any(issue.severity == "error" for issue in error.issues)
            assert all(issue.place.path.startswith("content") for issue in error.issues)
            assert all(issue.line("zh") and issue.line("en") for issue in error.issues)
        assert time.process_time() - start < 5
