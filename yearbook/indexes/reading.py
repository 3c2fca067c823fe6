"""How headings are read, and the key by which they are sorted: pinyin with tone, then strokes.

A reading is a syllable for each Chinese character, with its tone as a digit (`dong1`), `v` for ü.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from yearbook.indexes.strokes import strokes
from yearbook.indexes.surnames import AMBIGUOUS, COMPOUND, SURNAMES

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇]")
TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
PIECE = re.compile(rf"{HAN.pattern}|(?:(?!{HAN.pattern})[^\W\d_])+|\d+")
SYLLABLE = re.compile(r"[a-zê]+\d")
LONGEST = 8  # of the phrases looked up
OTHER = "#"


@lru_cache(maxsize=65536)
def key(text: str, reading: tuple[str, ...]) -> str:
    """The sort key of a text whose Chinese characters are read so.

    Characters read alike stand together, those with fewer strokes first. Marks do not count;
    numbers are compared as numbers.
    """
    said, parts = iter(reading), []
    for piece in _pieces(text):
        if HAN.match(piece):
            parts.append(f"{next(said, '~')}{strokes(piece):02}{piece}")
        else:
            parts.append(
                f"0{piece.casefold():0>6}" if piece.isdecimal() else f"0{piece.casefold()}"
            )
    return " ".join(parts)


def letter(key: str) -> str:
    """The letter under which a key stands; `#` where it begins with no Chinese character."""
    return key[0].upper() if "a" <= key[:1] <= "z" else OTHER


def order(key: str) -> tuple[bool, str]:
    """The letters from A to Z, the rest behind them."""
    return letter(key) == OTHER, key


def first(text: str) -> str:
    """The first character that is sorted by; empty when it is not Chinese."""
    piece = next(_pieces(text), "")
    return piece if HAN.match(piece) else ""


def syllable(key: str) -> str:
    """The first syllable of a key, its tone as a digit."""
    found = SYLLABLE.match(key)
    return found[0] if found else ""


def sound(key: str) -> str:
    """The first syllable of a key with its tone mark, as editors write it."""
    return written(syllable(key))


def written(syllable: str) -> str:
    """A syllable with its tone mark: `chong2` → chóng."""
    letters, tone = syllable[:-1].replace("v", "ü").replace("~", ""), syllable[-1:]
    mark = next((mark for mark, digit in TONES.items() if digit == tone), "")
    bearer = next((vowel for vowel in "aeo" if vowel in letters), "")
    if "iu" in letters or "ui" in letters:
        bearer = letters[max(letters.find("iu"), letters.find("ui")) + 1]
    bearer = bearer or next((char for char in reversed(letters) if char in "iuüêmn"), "")
    return unicodedata.normalize("NFC", letters.replace(bearer, bearer + mark, 1))


def _pieces(text: str) -> Iterator[str]:
    """The Chinese characters one by one, other words and numbers whole; no marks."""
    half = unicodedata.normalize("NFKC", text)
    for found in PIECE.finditer(half):
        yield found[0]


@lru_cache(maxsize=65536)
def reading(text: str, person: bool = False) -> tuple[str, ...]:
    """How a text is read; of a person the surname after the table of surnames."""
    han = "".join(HAN.findall(text))
    surname = _surname(han) if person else ""
    known = COMPOUND.get(surname) or SURNAMES.get(surname, "")
    rest = han[len(surname) :] if known else han
    return (*given(known), *_looked_up(rest))


def _surname(name: str) -> str:
    return name[:2] if len(name) > 2 and name[:2] in COMPOUND else name[:1]


def given(written: str) -> tuple[str, ...]:
    """A reading as editors write it: `dōng yíng` → `dong1`, `ying2`."""
    return tuple(_syllable(one) for one in re.split(r"[\s'’·-]+", written.strip()) if one)


@lru_cache(maxsize=4096)
def _syllable(written: str) -> str:
    letters = unicodedata.normalize("NFD", written.casefold()).replace("u\u0308", "v")
    tone = next((TONES[char] for char in letters if char in TONES), "5")
    bare = "".join(char for char in letters if not unicodedata.combining(char))
    return bare if bare[-1:].isdigit() else bare + tone


def marked(text: str) -> tuple[str, ...]:
    """How a text is read, with tone marks, as editors write it."""
    from pypinyin import Style, lazy_pinyin

    return tuple(lazy_pinyin("".join(HAN.findall(text)), style=Style.TONE))


def fits(name: str, written: str) -> bool:
    """Whether a written reading has a syllable for each Chinese character of the name."""
    others = [piece.casefold() for piece in _pieces(name) if not HAN.match(piece)]
    said = [one for one in re.split(r"[\s'’·-]+", written.casefold()) if one not in (*others, "")]
    return len(said) == len(HAN.findall(name)) and not HAN.search(written)


def within(part: str, name: str, said: tuple[str, ...]) -> tuple[str, ...]:
    """How a short form is read whose characters stand in the name in this order; else ()."""
    found, at = [], 0
    han = "".join(HAN.findall(name))
    for char in HAN.findall(part):
        at = han.find(char, at) + 1
        if not at or at > len(said):
            return ()
        found.append(said[at - 1])
    return tuple(found)


def unsure(name: str, person: bool) -> tuple[str, ...]:
    """The readings between which the first character of a name leaves the choice; () for none."""
    char = first(name)
    if person and (char in SURNAMES or _surname(name) in COMPOUND):
        return ()
    choice = AMBIGUOUS.get(char, ())
    if not choice:
        return ()
    han = "".join(HAN.findall(name))
    decided = han in _phrases() if person else _phrase(han, 0)
    return () if decided else choice


def _looked_up(han: str) -> Iterator[str]:
    """Phrase by phrase, the longest that is known at each place; else character by character."""
    at = 0
    while at < len(han):
        phrase = _phrase(han, at)
        if phrase:
            yield from (_syllable(one[0]) for one in _phrases()[phrase])
        else:
            yield _alone(han[at])
        at += len(phrase) or 1


def _phrase(han: str, at: int) -> str:
    """The longest known phrase that begins at a place; empty for none."""
    if han[at : at + 2] not in _heads():
        return ""
    known = _phrases()
    sizes = range(min(LONGEST, len(han) - at), 1, -1)
    return next((part for size in sizes if (part := han[at : at + size]) in known), "")


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[list[str]]]:
    from pypinyin.constants import PHRASES_DICT

    found: dict[str, list[list[str]]] = PHRASES_DICT
    return found


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    """The first two characters of every phrase."""
    return frozenset(phrase[:2] for phrase in _phrases())


@lru_cache(maxsize=8192)
def _alone(char: str) -> str:
    from pypinyin.constants import PINYIN_DICT

    readings: dict[int, str] = PINYIN_DICT
    known = readings.get(ord(char), "").partition(",")[0]
    return _syllable(known) if known else "~"
