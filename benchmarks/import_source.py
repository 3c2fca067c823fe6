"""How a manuscript is recognised, counted against an edition that people made of the same text.

python benchmarks/import_source.py MANUSCRIPT [--opening STEM] [--against content/2017]

Imports the manuscript (.txt or .docx) into an empty yearbook and prints what was found, what the
proof counted, how many numbers with a unit became figures, and how long it took.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from yearbook import figures
from yearbook.issues import Issues
from yearbook.manuscripts.job import Job, Outcome, run
from yearbook.markup import parse
from yearbook.model import Edition, records, sections
from yearbook.read import load
from yearbook.rules import check
from yearbook.words import record_words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("manuscript", type=Path)
    parser.add_argument("--opening", default="overview")
    parser.add_argument("--against", type=Path, default=ROOT / "content" / "2017")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        content = Path(name, "content")
        content.mkdir()
        (content / "yearbook.yaml").write_text("title: 年鉴\n", encoding="utf-8")
        job = Job(
            content=content, edition="2017", files=(options.manuscript,), opening=options.opening
        )
        start = time.perf_counter()
        outcome = run(job)
        seconds = time.perf_counter() - start
        issues = Issues()
        yearbook = load(content, issues)
        assert yearbook is not None
        check(yearbook, issues)
    _report(yearbook.editions[0], outcome, issues, seconds)
    _against(yearbook.editions[0], options.against)


def _report(edition: Edition, outcome: Outcome, issues: Issues, seconds: float) -> None:
    proof = outcome.taken[0].proof
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    kinds = Counter(type(one).__name__ for section in sections(edition) for one in records(section))
    entries = [
        entry
        for category in edition.contents
        if category.title
        for section in category.sections
        for entry in section.entries
    ]
    print(
        f"sections            {len(sections(edition))}: "
        f"{'、'.join(section.title for section in sections(edition))}"
    )
    print(f"categories          {'、'.join(one.title for one in edition.contents if one.title)}")
    print(f"entries below them  {len(entries)}")
    print(f"records             {dict(kinds)}")
    for word, count in (("Han", "han"), ("numbers", "numbers")):
        row = (proof.manuscript, proof.result, proof.report, proof.added)
        total, result, report, added = (getattr(one, count) for one in row)
        print(f"{word:19} {total} = {result} + {report} - {added}; lost {len(proof.losses)}")
    said, declared = _numbers(edition)
    print(f"numbers with a unit {said}, declared {declared} ({declared / max(1, said):.1%})")
    print(f"errors of check     {len(issues.errors)}")
    print(f"time, memory        {seconds:.2f} s, {memory:.0f} MB")


def _numbers(edition: Edition) -> tuple[int, int]:
    """The numbers with a unit, and those of them that are figures."""
    said = declared = 0
    for section in sections(edition):
        texts = [(entry.id, parse(entry.source).text) for entry in section.entries]
        texts += [(one.id, record_words(one)) for one in records(section)]
        for id_, text in texts:
            own = [one for one in section.figures if one.entry == id_]
            spans = [span for one in own for span in figures.spans(one, text)]
            for number in figures.numbers(text):
                said += 1
                declared += any(a < number.end and number.start < b for a, b in spans)
    return said, declared


def _against(made: Edition, folder: Path) -> None:
    """What the edition that people made has and the import has not, and the other way round."""
    yearbook = load(folder.parent, Issues())
    theirs = (
        next((one for one in yearbook.editions if one.id == folder.name), None)
        if yearbook
        else None
    )
    if theirs is None:
        return
    for word, pick in (("sections", _titles), ("entries", _entries)):
        mine, other = pick(made), pick(theirs)
        print(
            f"{word:19} here {len(mine)}, there {len(other)}, the same {len(mine & other)}; "
            f"only there: {'、'.join(sorted(other - mine)) or '-'}; "
            f"only here: {'、'.join(sorted(mine - other)) or '-'}"
        )


def _titles(edition: Edition) -> set[str]:
    return {section.title for section in sections(edition)}


def _entries(edition: Edition) -> set[str]:
    return {entry.title for section in sections(edition) for entry in section.entries}


if __name__ == "__main__":
    main()
