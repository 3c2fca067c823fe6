"""What lets a query in other letters find Chinese titles: pinyin, and traditional characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

ASTRAL = "\U00010000"
HAN = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x3007, 0x3008), range(0xF900, 0xFB00))


def pinyin(characters: Iterable[str], said: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """By each reading, without tones and with `v` for ü, the characters that may be read so.

    `said` are characters with a reading of their own, as editors give it to a name.
    """
    from yearbook.indexes import dictionary

    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for character in sorted(set(characters)):
        if any(ord(character) in block for block in HAN):
            for reading in dictionary.ways(character):
                if reading.isascii():
                    found[reading[:-1]][character] = None
    for character, reading in said:
        found[reading][character] = None
    return {reading: "".join(found[reading]) for reading in sorted(found)}


@lru_cache(maxsize=1)
def traditional() -> str:
    """Each traditional character and its simplified one, in pairs of two UTF-16 code units."""
    from opencc import OpenCC

    characters = [chr(code) for block in HAN for code in block]
    simple = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, simple, strict=True)
    return "".join(old + new for old, new in pairs if old != new and len(new) == 1 and new < ASTRAL)
