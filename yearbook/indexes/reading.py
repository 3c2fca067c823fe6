"""How headings are read, and the key by which they are sorted: pinyin with tone, then strokes.

A reading is a syllable for each Chinese character, with its tone as a digit (`dong1`), `v` for ü.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from yearbook.indexes import dictionary
from yearbook.indexes.strokes import strokes
from yearbook.indexes.surnames import (
    AMBIGUOUS,
    CHANGING,
    COMPOUND,
    PLACES,
    SETTLEMENTS,
    SURNAMES,
)

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇]")
PLAIN = re.compile("[\u4e00-\u9fff]+")  # characters that have no other form
TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
PIECE = re.compile(rf"{HAN.pattern}|(?:(?!{HAN.pattern})[^\W\d_])+|\d+")
SYLLABLE = re.compile(r"[a-zê]+:?\d")
LONGEST = 8  # of the phrases looked up
OTHER = "#"


@lru_cache(maxsize=65536)
def key(text: str, reading: tuple[str, ...]) -> str:
    """The sort key of a text whose Chinese characters are read so.

    Characters read alike stand together, those with fewer strokes first. Marks do not count;
    numbers are compared as numbers.
    """
    if len(text) == len(reading) and PLAIN.fullmatch(text):
        return " ".join(map(_part, text, reading))
    said, parts = iter(reading), []
    for piece in _pieces(text):
        if HAN.match(piece):
            parts.append(_part(piece, next(said, "~")))
        else:
            parts.append(
                f"0{piece.casefold():0>6}" if piece.isdecimal() else f"0{piece.casefold()}"
            )
    return " ".join(parts)


@lru_cache(maxsize=1 << 14)
def _part(char: str, syllable: str) -> str:
    """What a key has of a Chinese character."""
    return f"{_placed(syllable)}{strokes(char):02}{char}"


def _placed(syllable: str) -> str:
    """A syllable so that strings compare as dictionaries do: lu, lü, luan, lüe, lun."""
    return syllable.replace("v", "u")[:-1] + f":{syllable[-1]}" if "v" in syllable else syllable


def letter(key: str) -> str:
    """The letter under which a key stands; `#` where it begins with no Chinese character."""
    return key[0].upper() if "a" <= key[:1] <= "z" else OTHER


def order(key: str) -> tuple[bool, str]:
    """The letters from A to Z, the rest behind them."""
    return letter(key) == OTHER, key


def first(text: str) -> str:
    """The first character that is sorted by; empty when it is not Chinese."""
    if PLAIN.match(text):
        return text[0]
    piece = next(_pieces(text), "")
    return piece if HAN.match(piece) else ""


def syllable(key: str) -> str:
    """The first syllable of a key, its tone as a digit."""
    found = SYLLABLE.match(key)
    said = found[0] if found else ""
    return said.replace("u", "v", 1).replace(":", "") if ":" in said else said


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
    bearer = bearer or next((char for char in "iuüênm" if char in letters), "")
    return unicodedata.normalize("NFC", letters.replace(bearer, bearer + mark, 1))


def _pieces(text: str) -> Iterator[str]:
    """The Chinese characters one by one, other words and numbers whole; no marks."""
    half = unicodedata.normalize("NFKC", text)
    for found in PIECE.finditer(half):
        yield found[0]


@lru_cache(maxsize=65536)
def reading(text: str, person: bool = False) -> tuple[str, ...]:
    """How a text is read; of a person the surname after the table of surnames.

    Where the first character leaves a choice, in the likelier way.
    """
    han = _han(text)
    surname = _surname(han) if person and "·" not in text else ""
    known = COMPOUND.get(surname) or SURNAMES.get(surname, "")
    rest = han[len(surname) :] if known else han
    said = (*(given(known) if known else ()), *_looked_up(rest))
    choice = unsure(text, person)
    return (*given(choice[0]), *said[1:]) if choice else said


def _han(text: str) -> str:
    """The Chinese characters of a text."""
    return text if PLAIN.fullmatch(text) else "".join(HAN.findall(text))


def _surname(name: str) -> str:
    return name[:2] if len(name) > 2 and name[:2] in COMPOUND else name[:1]


def given(written: str, name: str = "") -> tuple[str, ...]:
    """A reading as editors write it: `dōng yíng` → `dong1`, `ying2`.

    What the name itself has in Latin letters or digits is no syllable: `WTO zhōng xīn`.
    """
    return tuple(map(syllable_of, syllables(written, name)))


def syllables(written: str, name: str) -> list[str]:
    """The syllables of a written reading of a name, without its Latin words and numbers."""
    left = [piece.casefold() for piece in _pieces(name) if not HAN.match(piece)]
    said = []
    for one in re.split(r"[\s'’·-]+", unicodedata.normalize("NFC", written)):
        if one.casefold() in left:
            left.remove(one.casefold())
        elif one:
            said.append(one)
    return said


@lru_cache(maxsize=4096)
def syllable_of(written: str) -> str:
    letters = unicodedata.normalize("NFD", written.casefold()).replace("u\u0308", "v")
    tone = next((TONES[char] for char in letters if char in TONES), "5")
    bare = "".join(char for char in letters if not unicodedata.combining(char))
    return bare if bare[-1:].isdigit() else bare + tone


def marked(text: str, person: bool = False) -> tuple[str, ...]:
    """How a text is read, with tone marks, as editors write it."""
    return tuple(map(written, reading(text, person)))


def fits(name: str, written: str) -> bool:
    """Whether a written reading has a syllable for each Chinese character of the name."""
    said = syllables(written, name)
    return len(said) == len(HAN.findall(name)) and not HAN.search(written)


def fault(name: str, written: str) -> tuple[str, str, str]:
    """What is wrong with the syllables of a reading that fits: why, the syllable, the character.

    `sign`, `tone`, `case`, `pinyin` or `other`: no reading of its character; empty when all is
    well. A neutral tone is taken only where a dictionary has it, or for a character said again.
    """
    chars = HAN.findall(name)
    expected = zip(*(reading(name, person) for person in (False, True)), strict=True)
    before = ""
    for char, one, likely in zip(chars, syllables(written, name), expected, strict=True):
        again = [way[:-1] + "5" for way in _ways(char)] if char == before else ()  # 妈妈
        why = _why(char, one, {*_ways(char), *likely, *again})
        before = char
        if why:
            return why, one, char
    return "", "", ""


def _why(char: str, one: str, ways: set[str]) -> str:
    if not one.isalpha():
        return "tone" if one[:-1].isalpha() and one[-1].isdecimal() else "sign"
    if one != one.casefold():
        return "case"
    said = syllable_of(one)
    if said in ways or ways <= {"~"}:
        return ""
    if said[:-1] not in _plain():
        return "pinyin"
    return "tone" if said[-1] == "5" and any(way[:-1] == said[:-1] for way in ways) else "other"


@lru_cache(maxsize=4096)
def _ways(char: str) -> frozenset[str]:
    """All readings of a character: the dictionary's, the surname's, those that change in speech."""
    found = [*AMBIGUOUS.get(char, ()), *SURNAMES.get(char, "").split(), *CHANGING.get(char, ())]
    for name, said in COMPOUND.items():
        found += [one for own, one in zip(name, said.split(), strict=True) if own == char]
    return frozenset([*dictionary.ways(char), *map(syllable_of, found)])


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    """The syllables of Chinese, without tones."""
    return frozenset(one[:-1] for one in dictionary.syllables())


def within(part: str, name: str, said: tuple[str, ...]) -> tuple[str, ...]:
    """How a short form is read whose characters stand in the name in this order; else ()."""
    found, at = [], 0
    han = _han(name)
    for char in HAN.findall(part):
        at = han.find(char, at) + 1
        if not at or at > len(said):
            return ()
        found.append(said[at - 1])
    return tuple(found)


def unsure(name: str, person: bool) -> tuple[str, ...]:
    """The readings between which the first character of a name leaves the choice, the likelier
    one first: of 单县 shàn, of 单身公寓 dān; () for none."""
    char = first(name)
    choice = AMBIGUOUS.get(char, ())
    if not choice:
        return ()
    if person and "·" not in name and (char in SURNAMES or _surname(name) in COMPOUND):
        return ()
    han = _han(name)
    if dictionary.is_phrase(han) if person else _phrase(han, 0):
        return ()
    likely = PLACES.get(char, "") if han[1:2] in SETTLEMENTS and not person else ""
    return (likely, *(one for one in choice if one != likely)) if likely else choice


def _looked_up(han: str) -> list[str]:
    """Phrase by phrase, the longest that is known at each place; else character by character."""
    said: list[str] = []
    at = 0
    while at < len(han):
        phrase = dictionary.starting(han[at : at + 2]) and _phrase(han, at)
        if phrase:
            said += dictionary.said(phrase)
        else:
            said.append(dictionary.first(han[at]))
        at = len(said)
    return said


def _phrase(han: str, at: int) -> str:
    """The longest known phrase that begins at a place; empty for none."""
    for one in dictionary.starting(han[at : at + 2]):
        if len(one) <= LONGEST and han.startswith(one, at):
            return one
    return ""
