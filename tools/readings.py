"""Write yearbook/indexes/readings.txt and phrases.txt anew from the data of pypinyin.

    python tools/readings.py

Sites then do not depend on which pypinyin is installed, and a build does not load it.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pypinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT)]

from yearbook.indexes.reading import syllable_of

FOLDER = ROOT / "yearbook" / "indexes"


def main() -> int:
    """A file of characters, a file of phrases; the comments at their heads stay."""
    for name, rows in (("readings.txt", characters()), ("phrases.txt", phrases())):
        file = FOLDER / name
        head = [line for line in file.read_text("utf-8").splitlines() if line.startswith("#")]
        head[0] = f"{head[0].rpartition(' ')[0]} {pypinyin.__version__}"
        file.write_text("\n".join([*head, *rows]) + "\n", "utf-8", newline="\n")
    return 0


def characters() -> Iterator[str]:
    """By syllable the characters of which it is the first reading, then those of which it is one
    more, after `+`."""
    for mark, kind in (("", slice(1)), ("+", slice(1, None))):
        found = defaultdict[str, list[str]](list)
        for code, written in sorted(PINYIN_DICT.items()):
            for one in dict.fromkeys(map(syllable_of, written.split(",")[kind])):
                found[one].append(chr(code))
        yield from (f"{mark}{one} {''.join(found[one])}" for one in sorted(found))


def phrases() -> list[str]:
    """Each phrase, with its readings where they are not the first ones of its characters."""
    rows = []
    for phrase, written in PHRASES_DICT.items():
        said = [syllable_of(one[0]) for one in written]
        plain = [syllable_of(PINYIN_DICT.get(ord(char), "~").split(",")[0]) for char in phrase]
        rows.append(" ".join([phrase, *said] if said != plain else [phrase]))
    return sorted(rows)


if __name__ == "__main__":
    sys.exit(main())
