"""The units (measure words) that the program knows, and what follows them without being one.

A unit is the measure word alone: 个, not 个工种. An edition adds those of its declared figures.
"""

from __future__ import annotations

from functools import lru_cache

_PEOPLE = "人 名 位 户 家 口 代 届 人次 人天 人日 人年 户次 家次 人份"
_THINGS = (
    "个 项 条 件 份 册 本 篇 幅 张 块 片 座 栋 幢 间 处 套 台 辆 艘 架 株 棵 头 只 匹 羽 枚 面 把 支 对 副"
    " 双 种 类 批 组 队 例 起 宗 桩 门 款 笔 单 票 道 台套 台次 盏 部 根 颗 粒 顶 扇 具 尊 眼 卷 封 则 首"
    " 曲 集 部次 期 版 页 字 节 章 段 讲 课 堂 课时 学时 节课 学分 盒 箱 袋 瓶 桶 包 捆 床 席 桌 餐 碗 杯"
    " 所 站 场 次 场次 轮 回 遍 趟 届次 期次 班 班次 批次 件次 条次 篇次 车次 架次 艘次 航次 频次 组次"
    " 项次 社 团 股 区 县 市 镇 乡 村 省 州 国 街 街道 乡镇 镇街 县区 区县 县市区 市县 村居 厂 店 校 院 馆"
    " 园 矿 库 层 级 环 步 吨级"
)
_MONEY = "元 角 美元 港元 欧元 日元 英镑 卢布"
_MEASURES = (
    "米 厘米 毫米 微米 千米 公里 海里 里 平方米 平方公里 平方千米 立方米 立方 平方 方 公顷 亩 顷 吨"
    " 千克 公斤 克 毫克 微克 斤 担 升 毫升 度 摄氏度 千瓦 千瓦时 兆瓦 瓦 伏 千伏 千伏安 安 赫兹 兆 兆字节"
    " 分贝 标准煤吨 吨标准煤 吨标煤 标准箱 车公里 吨公里 人公里"
)
_TIME = "年 个月 周 天 小时 分钟 秒 个工作日 工作日 课日 学年 周年 岁 周岁 工日 人月 昼夜"
_PARTS = "% ‰ 个百分点 百分点 倍 成 分 折 位次 个点"
_LATIN = (
    "km mm cm nm kg mg g t m L mL ml kW MW GW W kWh kV V A Hz MHz GHz GB MB TB KB dB ℃ ° ㎡ ㎞ ㎏ m² m³"
    " km² hm² m2 m3 km2 t/a μm"
)
_PER = (
    "年 月 日 天 人 户 家 个 次 件 吨 亩 公顷 公斤 千克 平方米 平方公里 立方米 米 公里 升 小时 分钟 秒"
    " 人次 股 台 套 班 学期"
)
_TWICE = tuple(f"{a}·{b}" for a in ("人", "户", "平方米", "台", "次") for b in "年月日天")
SCALES = ("万亿", "千万", "百万", "十万", "万", "亿")
SCALE_STARTS = frozenset(word[0] for word in SCALES)

# A unit is not one when these characters follow: 30项目, 5区域, 3名单 ….
NOT_BEFORE = {
    "人": "才民士大工员力",
    "名": "单称录字额",
    "家": "庭属长",
    "项": "目",
    "条": "例款约",
    "场": "所地馆",
    "期": "间刊望限",
    "所": "有在属",
    "支": "持部付出撑",
    "对": "于外应一二三四五六七八九十0123456789",
    "位": "于置",
    "部": "门分委队署",
    "面": "积向对",
    "副": "主书部县市局省院处科厅乡镇总会",
    "类": "型别",
    "批": "准复示",
    "组": "织长成合建委",
    "队": "伍员长",
    "班": "组子",
    "门": "户店",
    "单": "位元",
    "版": "本权",
    "集": "体团中",
    "本": "科市省县区年级行单院会报",
    "台": "账风阶",
    "区": "域间块位县",
    "市": "场直级民区县",
    "县": "区城级域处",
    "镇": "街村",
    "村": "民庄务",
    "社": "会区",
    "团": "委队体",
    "国": "家有务际",
    "省": "级直份",
    "校": "园长",
    "院": "长校",
    "级": "别",
    "角": "度色落",
    "升": "级学",
    "乡": "村亲",
    "头": "条",
    "只": "有能",
    "段": "时落",
    "成": "员果立为人本",
    "分": "别会公局行为支",
    "年": "代度初底末终月级份来前后",
    "周": "边围期末",
    "度": "假",
    "方": "面案法式",
    "里": "程",
    "件": "均",
    "道": "路德",
    "站": "点",
    "把": "握",
    "节": "能约日",
    "章": "程",
    "层": "面次",
    "课": "题程",
    "安": "全装",
    "厂": "务矿",
    "园": "区林",
    "州": "市",
    "口": "号岸",
    "代": "表理会",
    "起": "来",
    "包": "括含",
    "字": "号",
    "步": "骤",
    "元": "旦",
    "街": "道",
    "眼": "光",
    "首": "次批届个家",
    "讲": "话座",
    "股": "份",
    "店": "铺",
    "卷": "烟",
    "具": "体有",
    "间": "接",
    "处": "理级",
    "克": "服",
    "担": "保",
    "库": "存区",
}


@lru_cache(maxsize=64)
def known(declared: frozenset[str] = frozenset()) -> frozenset[str]:
    """All units without their scale: the table's, money and measures per something, `declared`."""
    more = frozenset(map(bare, declared)) - _listed()
    return _listed() | (more - {""}) if more else _listed()


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    plain = f"{_PEOPLE} {_THINGS} {_MONEY} {_MEASURES} {_TIME} {_PARTS} {_LATIN}".split()
    per = [
        f"{a}/{b}" for a in (*_MONEY.split(), *_MEASURES.split()) for b in (*_PER.split(), *_TWICE)
    ]
    counted = [f"{a}/{b}" for a in ("个", "件", "台", "人", "家", "次", "例") for b in _PER.split()]
    return frozenset([*plain, *per, *counted])


@lru_cache(maxsize=512)
def scale(unit: str) -> str:
    """The 万, 亿 … that a unit begins with, or nothing."""
    return next((word for word in SCALES if unit.startswith(word)), "")


def scale_at(text: str, at: int) -> str:
    """The 万, 亿 … that stands in `text` at `at`, or nothing."""
    if text[at : at + 1] not in SCALE_STARTS:
        return ""
    return next((word for word in SCALES if text.startswith(word, at)), "")


def bare(unit: str) -> str:
    """The unit without its scale: 万人次 is 人次."""
    return unit[len(scale(unit)) :]


def longest(text: str, at: int, declared: frozenset[str] = frozenset()) -> str:
    """The longest known unit that stands in `text` at `at`, or nothing."""
    units, lengths = _by_length(declared)
    for length in lengths.get(text[at : at + 1], ()):
        unit = text[at : at + length]
        if unit in units and _ends(unit, text[at + length : at + length + 1], declared):
            return unit
    return ""


@lru_cache(maxsize=64)
def _by_length(declared: frozenset[str]) -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """All units, and by their first character how long they are, the longest first."""
    return _table(frozenset(map(bare, declared)) - known() - {""})


@lru_cache(maxsize=8)
def _table(more: frozenset[str]) -> tuple[frozenset[str], dict[str, tuple[int, ...]]]:
    """The same of the known units and `more`, which are few: most declared units are known."""
    if not more:
        return known(), _lengths(known(), {})
    return known(more), _lengths(more, _table(frozenset())[1])


def _lengths(
    units: frozenset[str], others: dict[str, tuple[int, ...]]
) -> dict[str, tuple[int, ...]]:
    """By first character how long units are, the longest first; added to those of others."""
    found: dict[str, set[int]] = {}
    for unit in units:
        found.setdefault(unit[0], set()).add(len(unit))
    return others | {
        char: tuple(sorted(row.union(others.get(char, ())), reverse=True))
        for char, row in found.items()
    }


def _ends(unit: str, after: str, declared: frozenset[str]) -> bool:
    """Whether a unit may end before the character `after`."""
    if unit == "A" and after in ("级", "景"):
        return False
    if unit[-1].isascii() and unit[-1].isalnum():
        return not (after.isascii() and after.isalnum()) and after not in ("²", "³")
    return unit in declared or not after or after not in NOT_BEFORE.get(unit, "")
