"""Fail when pytest's report has a browser or validator test that was skipped, or has none at all.

python tools/none_skipped.py REPORT.xml
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

NEEDED = ("browser", "validator")


def needs(case: ET.Element) -> Iterator[str]:
    """What a test needs, as tests/conftest.py wrote it into the report."""
    for row in case.iterfind("properties/property[@name='needs']"):
        yield row.get("value", "")


def main(report: Path) -> int:
    """Count the tests that ran; 1 when any was skipped."""
    ran: Counter[str] = Counter()
    skipped = []
    for case in ET.parse(report).iter("testcase"):
        wanted = set(needs(case))
        if wanted and case.find("skipped") is not None:
            skipped.append(f"{case.get('classname')}::{case.get('name')}")
        else:
            ran.update(wanted)
    for name in skipped:
        print(f"skipped: {name}")
    print(", ".join(f"{ran[kind]} {kind} tests ran" for kind in NEEDED))
    return int(bool(skipped) or not all(ran[kind] for kind in NEEDED))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
