"""Lists of parts in a sentence, such as 甲10人、乙20人, and the whole that they belong to."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from yearbook.proofread.quantities import SHARES, Quantity, Sentence, unbracketed

GROWTH = "增长|增加|下降|减少|占"
ANNEX = rf" *(?:，(?:同比|比上年|较上年)?(?:{GROWTH})[^，、；。]{{0,12}}[0-9.]+%)? *"
AFTER = r"(?P<after>[^，、；。：（） ]{0,8}?)"
LINK = re.compile(rf"{AFTER}{ANNEX}(?P<sep>[、，；]|和|及|与|以及)(?P<label>[^、，；。：]*)")
LONGEST = 24  # of a label
WORDS_LAST = ("和", "及", "与", "以及")
DELTA = re.compile(
    r"(?:增加|增长|增|减少|减|下降|降低|提高|上升|多|少|超过?|高于|低于|高出|差)(?:了|到|至|为)?约?$"
)
EACH = re.compile(
    r"(?:(?:每[^，、。；]{0,6}|[人户]均|平均|均|单[笔次项])[^，、。；]{0,6}"
    r"|各(?:奖励|发放|补助|资助|捐|有|设|派|选|配备?)?)$"
)
OTHER_TIME = re.compile(
    "总[数计量额]|达到|累计|历年|上年|去年|往年|结转|截至|计划|预算|目标|同期|前年|标准|以上|以下|以内"
)
# What happens to the same people or things one after the other: those lists overlap.
PROCESS = re.compile(
    "发现|查出|整改|审结|办结|结案|调解|受理|立案|解决|完成|采纳|获|达到|符合|合格|评[为定审选出]|表彰|认定|入选|入围"
    "|通过|应约|参[加与]|签订|使用|授予|推荐|录[取用]|就业|达成|成功|办理|答复|转[为化]|脱贫|培训|走访|慰问|救助"
    "|检查|建成|投产|开工|竣工|开业|出席|到场|持证|在册|登记|注册|申报|申请|含|包括|拥?有|设|辖|涉及|覆盖|惠及|未"
)
# Those who are also something else.
OVERLAPPING = re.compile(
    "骨干|劳模|先进|标兵|模范|代表|委员|会员|志愿|农民工|残疾|困难|贫困|低保|留守|归侨|侨眷|下岗|失业|妇女|儿童"
    "|老人|青年|新增|新[建发聘]|年内|当年|本年|重点|特色|示范|优秀(?!奖)|专利|名牌|双|兼|上市|规模|民营|高新|顺差|逆差|净"
)
AXES = tuple(
    re.compile(words)
    for words in (
        "^(?:男|女)|男[性职教生]|女[性职教生干]",
        "[高中初]级(?!中学)|职称|教授|讲师|助教|研究员|工程师|技师|医师",
        "博士|硕士|研究生|本科|大专|专科|中专|学历|学位",
        "党员|团员|民主党派|群众|无党派",
        "[汉回满蒙藏苗壮]族|少数民族|维吾尔",
        "岁",
        "国家级|省级|市级|县级|区级|全国|全省|国际",
        "在编|编外|在岗|专职|兼职|离休|退休|在职|聘用|临时",
        "奖|[金银铜]牌",
        "用于",
    )
)


@dataclass(frozen=True, slots=True)
class Part:
    """A member of a list: what it is called and how many."""

    label: str
    quantity: Quantity


def chain(sentence: Sentence, first: int, label: str, end: int) -> tuple[Part, ...]:
    """The list that begins with the quantity number `first`, of one unit and one separator.

    Brackets after a part, its growth and its share are passed over.
    """
    begin = sentence.quantities[first]
    tail = " " * begin.start + unbracketed(sentence.text[begin.start : end])
    row = [one for one in sentence.quantities[first:] if one.end <= end and tail[one.start] != " "]
    row = [one for one in row if one.unit not in SHARES]
    found, separator = [Part(label, begin)], ""
    for before, after in itertools.pairwise(row):
        link = LINK.fullmatch(tail, before.end, after.start)
        if after.unit != begin.unit or not link or len(link["label"]) > LONGEST:
            break
        separator = separator or link["sep"]
        if link["sep"] not in (separator, *WORDS_LAST):
            break
        found.append(Part(link["label"].strip() or link["after"], after))
    return tuple(found)


def add(parts: Iterable[Part]) -> tuple[Decimal, Decimal]:
    """The sum of the parts, and by how much it may have been rounded.

    Beside 1.05万元 a 2万元 is 2.00万元.
    """
    quantities = [part.quantity for part in parts]
    total = sum((one.value for one in quantities), Decimal(0))
    finest: dict[str, Decimal] = {}
    for one in quantities:
        finest[one.scale] = min(one.slack, finest.get(one.scale, one.slack))
    return total, sum((finest[one.scale] for one in quantities), Decimal(0))


def fits(whole: Quantity, parts: Sequence[Part]) -> bool:
    """Whether the parts add up to the whole, within what both were rounded by."""
    total, slack = add(parts)
    return abs(total - whole.value) <= slack + whole.slack


def exact(*quantities: Quantity) -> bool:
    """Whether none is an approximation or a negative number."""
    return not any(one.loose or one.value < 0 for one in quantities)


def disjoint(labels: Sequence[str]) -> bool:
    """Whether the labels seem to divide one whole by one criterion."""
    if any(OVERLAPPING.search(label) or OTHER_TIME.search(label) for label in labels):
        return False
    kinds = {_axes(label) for label in labels}
    steps = {tuple(PROCESS.findall(label)) for label in labels}
    return len(kinds) == 1 and len(steps) == 1


def _axes(label: str) -> tuple[bool, ...]:
    return tuple(bool(axis.search(label)) for axis in AXES)


def wholes(sentence: Sentence, at: int, unit: str) -> tuple[Quantity, ...]:
    """What a list that begins at `at` may be part of, the likeliest first.

    That is the quantity of its unit that stands nearest before it, unless that tells a difference.
    """
    visible = unbracketed(sentence.text[:at])
    row = [one for one in sentence.quantities if one.end <= at and one.unit == unit]
    row = [one for one in row if visible[one.start] != " "]
    found = [one for one in reversed(row) if not EACH.search(visible, 0, one.start)]
    if found and DELTA.search(visible, 0, found[0].start):
        found = sorted(found, key=lambda one: -one.value)
    return tuple(found)


def label_before(sentence: Sentence, at: int) -> str:
    """The words before `at` back to the sign or number before them."""
    found = re.search(r"[^，、；。：（）\d]*$", sentence.text[:at])
    return found.group() if found else ""


def shown(parts: Iterable[Part]) -> str:
    """The parts as an addition."""
    return "＋".join(part.quantity.written for part in parts)
