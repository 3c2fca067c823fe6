"""Percentages that cannot be, or are not written alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.proofread.copy import Copy
from yearbook.rules.scope import Finding

# Rates that are shares of a whole. 产销率, 完成率, 使用率, 毛入学率 may well be over 100%.
RATES = (
    "合格|覆盖|入会|建制|普及|参保|参与|参训|到会|出勤|满意|及格|通过|优秀|优良|成活|存活|治愈|死亡|毕业|就业|签订|签约"
    "|建会|组建|知晓|办结|结案|破案|回复|答复|处置|整改|达标|成功|命中|录取|升学|绿化|硬化|入户|通车|接种|检出|准确"
    "|完好|竣工|复工|开工|出席|参选|投票|支持|净入学|受检|抽检合格|体检|建档|占有|知悉|好评|调解成功|履约|持证"
    "|上岗|公开|见面|回访|应答|接通|落实|城镇化|识字|文盲|森林覆盖|集中供热|处理|无害化处理|电气化|入园|帮扶"
)
RATE = re.compile(
    rf"(?:(?:{RATES})率|满意度|知晓度|覆盖面|占比)[^，。；、0-9%％]{{0,6}}(?P<value>[0-9]+(?:\.[0-9]+)?)[%％](?!以上的)"
)
SHARE = re.compile(
    r"占[^，。；0-9]{0,14}(?:总数|总量|总额|总人数|总人口|总面积|总户数|全部[^，。；0-9]{0,6}|全市|全县|全省|全国|全区)"
    r"[^，。；0-9计划目标任务]{0,8}?(?P<value>[0-9]+(?:\.[0-9]+)?)[%％]"
)
PLANNED = re.compile("计划|目标|任务|预算|指标|应|生产总值|GDP")
PERCENT = re.compile(r"(?P<whole>[0-9]+)(?:\.(?P<part>[0-9]+))?[%％]")
# Rates that are fixed to two decimals, or measured so.
FINE = re.compile(
    "利率|税率|费率|汇率|收益率|失业率|不良率|不良贷款率|发病率|患病率|检出率|死亡率|自然增长|年化|LPR"
    "|浓度|纯度|含量|精度|误差|酒精|盐度|持股|股份|股权|得票"
)
FINEST = ("0", "99")  # 0.05%, 99.97%: rounded they would say nothing
VERB = re.compile("(同比增长|比上年增长|增长|增加|下降|减少|提高|上升|占)[约近超]?$")
SENTENCE = re.compile("[^。；！？\n]+")


def impossible(copy: Copy) -> Iterator[Finding]:
    """A part is not more than the whole: no 覆盖率 of 120%."""
    if not copy.signs & {"%", "％"}:
        return
    for pattern in (RATE, SHARE):
        for found in pattern.finditer(copy.own):
            if float(found["value"]) > 100 and not PLANNED.search(found.group()):
                text = found.group()
                yield copy.place(found.start()), "L121", {"text": text}


def decimals(copy: Copy) -> Iterator[Finding]:
    """Percentages have one decimal, those of one measure in a sentence alike."""
    if not copy.signs & {"%", "％"}:
        return
    for sentence in SENTENCE.finditer(copy.own):
        if "%" in sentence.group() or "％" in sentence.group():
            yield from _of_sentence(copy, sentence)


def _of_sentence(copy: Copy, sentence: re.Match[str]) -> Iterator[Finding]:
    found = list(PERCENT.finditer(copy.own, *sentence.span()))
    long = [one for one in found if len(one["part"] or "") > 1 and one["whole"] not in FINEST]
    finest = any(len(one["part"] or "") > 1 and one["whole"] == "99" for one in found)
    if long and not finest and not FINE.search(sentence.group()):
        yield copy.place(long[0].start()), "L122", {"text": long[0].group()}
        return
    verbs: dict[str, re.Match[str]] = {}
    for one in found:
        verb = VERB.search(copy.own, max(sentence.start(), one.start() - 6), one.start())
        if verb and one["whole"] not in ("0", "100"):
            first = verbs.setdefault(verb[1][-2:], one)
            if len(first["part"] or "") != len(one["part"] or ""):
                yield copy.place(one.start()), "L122", {"text": one.group()}
                return
