"""Lists whose length is not the number said: 5个工种：甲、乙、丙、丁 (L204)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from yearbook.proofread.copy import HIDDEN
from yearbook.proofread.statements import Statement
from yearbook.rules.scope import Finding
from yearbook.wording import han_value

HAN = "二两三四五六七八九十"
COUNT = rf"(?:[0-9]{{1,2}}|[{HAN}]{{1,3}})"
UNIT = "(?:[个项种类家名位所支条篇部区县市镇乡村大方点届]|类别|街道|乡镇|县区)"
NOUN = "[\x00一-鿿“”]"
CLOSED = re.compile(
    rf"(?<![0-9第等.,—至{HAN}\-~～/])(?P<count>{COUNT})(?:大类|{UNIT}){NOUN}{{0,14}}?"
    rf"(?P<sign>（|：|，(?:分别|依次)?(?:为|是|即)(?!了|此|该|其|全))(?P<list>[^。；\n]{{0,400}})"
)
NOUN_FIRST = re.compile(
    rf"(?<=[一-鿿])(?<![第等])(?P<count>{COUNT}){UNIT}\x00*"
    rf"(?P<sign>（|：|，(?:分别|依次)?(?:为|是|即)(?!了|此|该|其|全))(?P<list>[^。；\n]{{0,400}})"
)
SUMMED = re.compile(rf"(?P<open>等)?(?P<count>{COUNT}){UNIT}(?P<noun>[一-鿿]{{1,6}})")
EDGE = re.compile("[。；：！？\n]")
SHORT = re.compile(
    rf"“(?P<count>[{HAN}])(?P<word>[一-鿿]{{1,3}})”[一-鿿]{{0,6}}（(?P<list>[^（）\n]+)）"
)
NESTED = re.compile(r"（[^（）\n]*）|《[^《》\n]*》|“[^“”\n]*”|\([^()\n]*\)")
JOINT = re.compile("以及|[和及与]")
LOOSE = re.compile(
    r"[0-9]|等$|等[，。]|如|其中|含|包括|主要|见|以下|简称|一[是个]|其他|另|各|每|①|[一二三四]是|第[一二三]|、\s*$"
)
VERB = re.compile(
    "举办|承办|主办|联合|开展|组织|召开|参加|走访|慰问|推进|实施|制定|出台|印发|建立|建设|设立|成立|完成|获得|荣获|加强|深入"
    "|围绕|通过|会同|邀请|协调|督促|指导|检查|培训|宣传|发放|命名|表彰|授予|评选|推荐|选树|涵盖|涉及|覆盖|包括|设有?|有|在|向"
    "|提供|服务|解决|办理|送|对|把|将|从|由|为|以|到|赴|与|同|被|给|于|按|是"
)
OTHER = re.compile("[0-9][^，：和及与]*[和及与]([一-鿿]{2,8})$")  # 3个站和甲、乙等2个点
LONGEST = 14  # characters of an item that is a name
MOST = 30
REACH = 200  # characters in which a list stands
NEAR = 0.6  # of a number; where fewer or more are listed, the list is of something else
BODIES = "室部心科处股局队组站所院馆区县镇乡村道会办工"


class Counted(NamedTuple):
    """A number said and the items that a text lists for it."""

    said: str
    number: int
    least: int
    most: int
    items: tuple[str, ...]
    start: int


def lists(told: Sequence[Statement]) -> Iterator[Finding]:
    """A number and the list that it announces or sums up must fit each other (L204)."""
    for one in told:
        if "、" in one.text:
            for found in counted(one.text):
                if not found.least <= found.number <= found.most:
                    yield one.place(found.start), "L204", _args(found)


def _args(found: Counted) -> dict[str, object]:
    listed = found.least if found.least > found.number else found.most
    return {
        "said": found.said,
        "count": found.number,
        "listed": listed,
        "items": "、".join(found.items),
    }


def counted(text: str) -> Iterator[Counted]:
    """The lists of a text that are whole, each with the number said of it."""
    done: set[int] = set()
    for pattern in (CLOSED, NOUN_FIRST):
        for found in pattern.finditer(text):
            one = _closed(text, found)
            if one and found.start("count") not in done:
                done.add(found.start("count"))
                yield one
    for found, listed in summed(text):
        yield from (_opened if found["open"] else _ended)(found, listed)
    for found in SHORT.finditer(text):
        yield from _short(found)


def summed(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The numbers that a list stands before, with what stands before them."""
    for found in SUMMED.finditer(text):
        listed = EDGE.split(text[max(0, found.start() - REACH) : found.start()])[-1]
        if "、" in listed:
            yield found, listed


def number(written: str) -> int:
    return int(written) if written.isdigit() else int(han_value(written))


def _closed(text: str, found: re.Match[str]) -> Counted | None:
    """The list after a number: in brackets, after a colon, after 为."""
    listed, sign = found["list"], found["sign"]
    if sign == "（":
        if text[found.start("sign") - 1] == "”":
            return None  # it explains the word in quotes
        listed = _bracketed(listed)
    elif sign != "：":
        listed = listed.partition("，")[0]
    items = items_of(listed)
    count = number(found["count"])
    if not 2 <= count <= MOST or len(items) < 2 or not _names(listed, items):
        return None
    if sign in ("，为", "，是") and not all(item[-1] in BODIES + "）" for item in items):
        return None
    said = text[found.start("count") : found.start("sign")].replace(HIDDEN, "")
    least, most = len(items), len(items) + _joined(items)
    if least < count * NEAR or count < least * NEAR:
        return None
    return Counted(said, count, least, most, tuple(items), found.start("count"))


def _bracketed(listed: str) -> str:
    """What stands before the bracket closes."""
    depth = 1
    for at, char in enumerate(listed):
        depth += (char == "（") - (char == "）")
        if not depth:
            return listed[:at]
    return ""


def items_of(listed: str) -> list[str]:
    """The items between 、 with what stands in brackets and quotes left whole."""
    quiet = NESTED.sub(lambda found: "\x02" * len(found[0]), listed)
    items, start = [], 0
    for at in (*(found.start() for found in re.finditer("、", quiet)), len(quiet)):
        items.append(listed[start:at].replace(HIDDEN, "").strip())
        start = at + 1
    return items


def _joined(items: Sequence[str]) -> int:
    """How many more items there may be: those that 和, 及 join, in the last one or within."""
    return sum(len(JOINT.findall(NESTED.sub("", item))) for item in items)


def _names(listed: str, items: Sequence[str]) -> bool:
    """Whether a list is whole and one of names: no sentence, no numbers, nothing left open."""
    bare = NESTED.sub("", listed)
    if LOOSE.search(bare) or "，" in bare or "：" in bare or not all(items):
        return False
    return all(len(NESTED.sub("", item)) <= LONGEST for item in items)


def _opened(found: re.Match[str], listed: str) -> Iterator[Counted]:
    """A list that ends with 等5个……: it may leave some out, but cannot have more."""
    items = trailing(listed)
    count = number(found["count"])
    least = len(items) + _two(items)
    if 1 < count < least <= MOST:
        yield Counted(found[0], count, least, least, items, found.start("count"))


def _ended(found: re.Match[str], listed: str) -> Iterator[Counted]:
    """A list that its number follows at once: 甲区、乙区、丙区2个区."""
    items = trailing(listed)
    count, least = number(found["count"]), len(items) + _two(items)
    kind = all(NESTED.sub("", item)[-1:] in (*found["noun"],) for item in items)
    if len(items) > 1 and kind and 1 < count <= MOST and abs(count - least) <= 2:
        most = len(items) + _joined(items)
        yield Counted(found[0], count, least, most, items, found.start("count"))


@lru_cache(maxsize=256)
def trailing(listed: str) -> tuple[str, ...]:
    """The items of the list with which a text ends; the first begins after a comma or a verb."""
    items: list[str] = []
    for item in reversed(items_of(listed)):
        quiet = NESTED.sub("", item)
        if "，" in quiet:
            tail = item.rpartition("，")[2]
            return (tail, *items[::-1]) if tail else tuple(items[::-1])
        begins = VERB.search(quiet) or len(quiet) > LONGEST
        if not item or (re.search("[0-9：]", quiet) and not begins):
            if other := OTHER.search(quiet):
                items.append(other[1])
            break
        items.append(item)
        if begins:
            break
    return tuple(items[::-1])


def _two(items: Sequence[str]) -> bool:
    """Whether the last item is surely two: 车工和钳工."""
    parts = JOINT.split(NESTED.sub("", items[-1])) if items else []
    return len(parts) == 2 and all(parts) and parts[0][-1] == parts[1][-1]


def _short(found: re.Match[str]) -> Iterator[Counted]:
    """A word as “五小” with what it stands for in brackets."""
    items, count = items_of(found["list"]), number(found["count"])
    word = found["word"]
    if len(items) > 1 and word[0] not in HAN + "一" and _names(found["list"], items):
        said = f"“{found['count']}{word}”"
        most = len(items) + _joined(items)
        yield Counted(said, count, len(items), most, tuple(items), found.start())
