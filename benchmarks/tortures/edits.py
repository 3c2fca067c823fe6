"""Random edits: what an incremental build makes is what a clean one makes, byte for byte."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections import Counter
from pathlib import Path

from tortures.yard import ROOT, Result, Results, leftovers, tree, unlocked

sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from yearbook.build import Job, build
from yearbook.issues import ContentError


def edits(folder: Path, quick: bool) -> Results:
    """300 edits of a yearbook of four volumes, each followed by a build and by a clean build."""
    from test_incremental import CHANGES

    os.chdir(unlocked(folder / "work"))
    dice, found = random.Random(2026), Counter[str]()
    build(Job(drafts=True))
    shutil.copytree("content", "last")
    times = 15 if quick else 300
    for number in range(times):
        change = dice.choice(CHANGES)
        change(dice, number)
        found[_followed()] += 1
        shutil.rmtree("last")
        shutil.copytree("content", "last")
    found["leftovers"] = len(leftovers(Path()))
    bad = {name: found[name] for name in ("stale files", "differing", "not as before", "leftovers")}
    said = f"{times} edits, {found['same']} built, {found['refused']} refused: " + ", ".join(
        f"{n} {k}" for k, n in bad.items()
    )
    yield Result("incremental is right", said, not any(bad.values()), {**found, "edits": times})


def _followed() -> str:
    """What became of an edit: of one with errors the site must be as before."""
    before = tree(Path("site"))
    try:
        build(Job(drafts=True))
    except ContentError:
        shutil.rmtree("content")
        shutil.copytree("last", "content")
        return "refused" if tree(Path("site")) == before else "not as before"
    build(Job(site=Path("clean"), drafts=True))
    now, clean = tree(Path("site")), tree(Path("clean"))
    shutil.rmtree("clean")
    shutil.rmtree(".clean.build")
    return "same" if now == clean else "stale files" if now.keys() - clean.keys() else "differing"
