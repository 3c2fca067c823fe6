"""Whether the name of a recipient is a person's or a body's, where names.yaml does not say.

A village or town that received an honour is a body.
"""

from __future__ import annotations

import re

from yearbook.indexes.surnames import COMMON, COMPOUND, SURNAMES

HAN = re.compile("[\u4e00-\u9fff]+")
DOTTED = re.compile("[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+")
ALWAYS = tuple("村镇区市县乡队组站院办部局厅委厂馆处所")  # people's names do not end so
BODIES = (
    *ALWAYS,
    *"公司 集团 学校 大学 中学 小学 银行 工会 委会 员会 协会 学会 联合会 促进会 基金会 商会 分会"
    " 理事会 中心 基地 班组 车间 工段 街道 合作社 报社 通讯社 出版社 旅行社 法庭 电视台 电台 支行"
    " 分行 宾馆 酒店 商场 超市 商店 药店 书店 办事处 公园 政协 妇联 文联 残联 科协 侨联 工商联 作协"
    " 政府 人大 党校 技校 服务社 供销社 幼儿园 联盟 机关 工作室 实验室 村民小组".split(),
)
LONGER = tuple("会社园店科街路口省州旗庄校班库台场港团行军府室网报坊寺矿联司")
UNLIKE = (*ALWAYS, *"会社园店科街路口师")  # seldom the end of a person's name
TITLES = ("老师", "师傅", "先生", "女士", "同志", "医师", "医生", "律师", "教授", "工程师")
DESCRIBED = re.compile(
    r".*(?:者|个人|集体|[奖员]|职工|代表|工人|农民|干部|学生|家庭|单位|作品|项目|成果|“[^”]*”)"
    r"|.*[\d一二两三四五六七八九十百几数余多][名个人家位项件]"
)


def kind_of(name: str) -> str:
    """`person`, `body`, or empty: a description such as 一等奖获得者 is neither."""
    return guess(name)[0]


def guess(name: str) -> tuple[str, bool]:
    """The kind of a recipient, empty for a description, and whether that is certain."""
    if len(name) > 2 and name.endswith(BODIES):
        return "body", True
    if DESCRIBED.fullmatch(name):
        return "", True
    if name.endswith(TITLES):
        return "person", False
    if DOTTED.fullmatch(name):
        return "person", True
    if HAN.fullmatch(name) and _has_surname(name):
        return ("body", False) if name.endswith(UNLIKE) else ("person", True)
    if len(name) > 2 and name.endswith(LONGER):
        return "body", True
    return ("person" if HAN.fullmatch(name) and len(name) <= 4 else "body"), False


def _has_surname(name: str) -> bool:
    if name[:2] in COMPOUND:
        return 3 <= len(name) <= 4
    return 2 <= len(name) <= 3 and (name[0] in COMMON or name[0] in SURNAMES)
