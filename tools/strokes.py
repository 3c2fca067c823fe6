"""Write yearbook/indexes/strokes.txt anew from the Unihan Database.

    python tools/strokes.py Unihan_IRGSources.txt

The file is in Unihan.zip of https://www.unicode.org/Public/; `.bz2` is read as well.
"""

from __future__ import annotations

import bz2
import re
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "yearbook" / "indexes" / "strokes.txt"
MOST = 60  # a character with more has no letter; there are five, none in use


def main(words: list[str]) -> int:
    """Read kTotalStrokes; of two values the first is that of the simplified form."""
    file = Path(words[0])
    raw = file.read_bytes()
    text = (bz2.decompress(raw) if file.suffix == ".bz2" else raw).decode("utf-8")
    found = re.findall(r"^U\+([0-9A-F]+)\tkTotalStrokes\t(\d+)", text, re.MULTILINE)
    strokes = {int(code, 16): int(count) for code, count in found if int(count) <= MOST}
    head = [line for line in TARGET.read_text("utf-8").splitlines() if line.startswith("#")]
    TARGET.write_text("\n".join([*head, *blocks(strokes)]) + "\n", "utf-8", newline="\n")
    return 0


def blocks(strokes: dict[int, int]) -> list[str]:
    """A line for each run of characters without a gap."""
    rows: list[tuple[int, str]] = []
    for code in sorted(strokes):
        letter = chr(ord("@") + strokes[code])
        if rows and code == rows[-1][0] + len(rows[-1][1]):
            rows[-1] = rows[-1][0], rows[-1][1] + letter
        else:
            rows.append((code, letter))
    return [f"{code:X} {re.sub(REPEATED, counted, row)}" for code, row in rows]


REPEATED = re.compile(r"(.)\1{2,}")


def counted(found: re.Match[str]) -> str:
    """aaaa → a4."""
    return f"{found[1]}{len(found[0])}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
