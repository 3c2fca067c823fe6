"""Numbers as they are written: approximations said twice, 万 and 亿."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yearbook.proofread.copy import Copy
from yearbook.rules.scope import Finding

NUMBER = "(?:[0-9][0-9,.]*|[一二两三四五六七八九十百千]+)(?:[万亿千百]+)?"
UNIT = (
    "(?:人次|人|个百分点|个月|个小时|个|名|家|户|项|次|件|份|万?亿?元|年|月|日|天|周|岁|场次|场|处|所|篇|册|部|辆"
    "|台|套|平方公里|平方千米|平方米|立方米|公里|千米|米|公顷|亩|吨|公斤|千克|小时|分钟|秒|[%％]|度|条|只|头|株|棵|期"
    "|届|轮|批|宗|起|幅|张|枚|种|类|座|间|栋|艘|架|课时|学时|倍|级|层|字|本|顶|支|门|对|双|克|升|毫升|厘米|毫米)"
)
# Where an approximation may begin; 约 not of 节约, 近 not of 附近.
LEAD = re.compile(
    "约(?<![合签预节特条契邀违要履集公纽婚简相续毁誓制租赴隐失解和盟缔背爽有守依如订]约)|近(?<![附最邻靠临亲走贴抵就逼]近)"
    "|大概|逾|超[过出]|至[少多]|不[少多低下超足到]|起码|最多"
)
LEADS = re.compile("[约近逾过出少]$")
APPROXIMATE = re.compile(
    f"约[有为占达需]?{NUMBER}[多余]"  # 约30多人
    f"|近{NUMBER}[多余](?!年|个月|天|日|周|代|届|期|季|次|来)"  # 近3000余人, not 近10余年: of late
    f"|[约近]{NUMBER}[多余]?{UNIT}(?:左右|上下)"
    f"|大概{NUMBER}[多余]?{UNIT}(?:左右|上下)"
    f"|(?:超[过出]|逾)(?:{NUMBER}[多余]?{UNIT}|半数|一半|三分之二)以上"
    f"|(?:超过|逾){NUMBER}[多余](?=[万亿]?{UNIT})"
    f"|(?:至少|不少于|不低于|不下|起码)[一-鿿]{{0,4}}?(?:{NUMBER}{UNIT}|半数|一半)以上"
    f"|(?:不超过|不多于|不足|不到|至多|最多){NUMBER}{UNIT}以[下内]"
    f"|(?:约近|近约){NUMBER}"
)
# 100余人以上, 95%以上左右
SAID_TWICE = re.compile(f"{NUMBER}(?:[多余]{UNIT}(?:以上|左右|上下)|{UNIT}以[上下]左右)")
# 30000余项; not 1:50000, 10000米, 邮编257000, 文号.
LARGE = re.compile(
    f"(?<![0-9.,A-Za-z:：∶/／第号〔№-])(?P<number>[1-9][0-9]{{0,2}}(?:[,，][0-9]{{3}})+|[1-9][0-9]{{4,}})"
    f"(?P<scale>万?)(?P<more>[余多]?)(?={UNIT})(?!年|号|米(?![一-鿿])|米[长跑比赛决冠亚项障接]|级)"
)
# 3万5000, 1万2千, 5千余人; not 3千克, 5千米.
MIXED = re.compile(
    "[0-9]+(?:\\.[0-9]+)?(?:[万亿][0-9]+(?:[万千百][0-9]*)?(?![0-9.])(?=[余多]?[一-鿿])"
    f"|[千百](?![克米瓦伏卡帕赫分页货姓倍])(?=[余多]?(?:{UNIT}|[万亿])))"
)
SCALE = {"": 1, "万": 10**4, "亿": 10**8, "千": 10**3, "百": 100}
DIGITS = frozenset("0123456789")


def approximations(copy: Copy) -> Iterator[Finding]:
    """An approximation is said once: 约30人 or 30多人, not 约30多人."""
    if copy.kind != "cell":
        for lead in LEAD.finditer(copy.own):
            found = APPROXIMATE.match(copy.own, lead.start())
            if found:
                yield copy.place(found.start()), "L120", {"text": found.group()}
        if copy.signs & {"上", "左"} and copy.signs & {"余", "多", "右"}:
            for found in SAID_TWICE.finditer(copy.own):
                if not LEADS.search(copy.own, max(0, found.start() - 3), found.start()):
                    yield copy.place(found.start()), "L120", {"text": found.group()}


def large(copy: Copy) -> Iterator[Finding]:
    """Round numbers of five digits and more are written with 万 or 亿."""
    if "000" not in copy.own and "万" not in copy.signs:
        return
    for found in LARGE.finditer(copy.own):
        value = int(re.sub("[,，]", "", found["number"])) * SCALE[found["scale"]]
        if _round(value, found["scale"]):
            text = found.group()
            yield (
                copy.place(found.start()),
                "L123",
                {"text": text, "mended": short(value) + found["more"]},
            )


def _round(value: int, scale: str) -> bool:
    """Whether 万 or 亿 make the number short and keep it exact."""
    if scale:
        return value >= 10**8 and value % 10**6 == 0
    return value % 10**4 == 0 or (value >= 10**5 and value % 10**3 == 0)


def short(value: int) -> str:
    """A number in 万 or 亿: 3万, 2.35亿."""
    scale, word = (10**8, "亿") if value >= 10**8 else (10**4, "万")
    said = f"{Decimal(value) / scale:f}"
    return f"{said.rstrip('0').rstrip('.') if '.' in said else said}{word}"


def mixed(copy: Copy) -> Iterator[Finding]:
    """After digits stand 万 and 亿 alone and once: 3.5万, not 3万5千; 5000, not 5千."""
    if copy.kind == "cell" or not copy.signs & frozenset("万亿千百") or not copy.signs & DIGITS:
        return
    for found in MIXED.finditer(copy.own):
        yield copy.place(found.start()), "L124", {"text": found.group()}
