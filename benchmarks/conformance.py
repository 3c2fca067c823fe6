"""Does `verify` agree with the BagIt conformance suite?

    git clone https://github.com/LibraryOfCongress/bagit-conformance-suite
    python benchmarks/conformance.py bagit-conformance-suite

Bags that are valid, or valid with a warning, must be found whole; invalid ones must not. What is
invalid on one system only is refused on all.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from yearbook.issues import Issues, UseError
from yearbook.verify import verify

GOOD = ("valid", "warning")


def bags(suite: Path) -> list[Path]:
    found = (path for kind in suite.glob("v*/*") if kind.is_dir() for path in kind.iterdir())
    return sorted(path for path in found if path.is_dir())


def main() -> int:
    agreed, others = 0, []
    for bag in bags(Path(sys.argv[1])):
        issues = Issues()
        try:
            whole = verify(bag, issues).whole
        except UseError as error:
            whole, issues.found = False, [error.issue]
        if whole == (bag.parent.name in GOOD):
            agreed += 1
        else:
            others.append((bag, issues))
    for bag, issues in others:
        print(bag, *(issue.line("en") for issue in issues), sep="\n    ")
    print(f"agrees with {agreed} of {agreed + len(others)} bags")
    return 1 if others else 0


if __name__ == "__main__":
    sys.exit(main())
