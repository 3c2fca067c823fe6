"""Whether a person's name that stands in prose is one, or a piece of ordinary words.

解放 may be a person, and the beginning of 解放思想; 查为民 ends 检查为民. A name is one where no
word runs across its ends, unless a sign, a word that joins people or a title stands there. A name
of two characters needs one of these, or what people are called and what is done to them, before
it; one that is itself a word needs a title beside it, or signs on both sides.
"""

from __future__ import annotations

import re

from yearbook.indexes import dictionary, reading
from yearbook.indexes.matching import Span

LONGEST = 3  # characters of the names that may be ordinary words
JOINING = "和与及、等"
TITLE = (
    "主席|书记|主任|经理|总裁|代表|同志|先生|女士|常委|教授|医生|护士|司机|记者|编辑|选手|干部|职工|员工"
    "|工人|农民|学生|劳模|模范|工匠|标兵|能手|师傅|获得者|获奖者|[察局处科部厅市县区镇乡村校院馆厂队组站所会事书行台]长"
    "|秘书长|委员|党员|会员|队员|社员|馆员|教师|老师|律师|医师|技师|工程师"
)
LEADING = frozenset(
    "由向对给为是被经令请访派推选任将把从有同以因即如像叫员手者人家长师士生工兵匠友予织排聘命举"
)
WORDS = frozenset(
    """
一路 万人 万元 万户 万里 专项 严格 严肃 严重 中华 临时 丽水 了解 事项 任一
任何 任务 任意 任期 任职 优于 伟大 位于 低于 余万 余人 余名 余次 作出 供应
供水 侦查 便于 促成 保全 保安 信任 停车 健全 健康 光明 党员 党委 党建 全体
全县 全员 全国 全市 全年 全省 全程 全部 全面 公众 公关 公安 公平 公开 公积金
公路 公里 关于 关心 关注 关爱 关系 关键 养成 军事 军民 军队 冬季 分解 列车
利于 利润 利用 利益 包括 包装 化解 华东 华丽 华夏 单一 单位 单独 单项 历任
历程 县区 及时 反应 发明 各项 同时 名单 向上 向前 向导 周密 周年 周期 周边
和平 和解 和谐 响应 园区 国家 国庆 国际 地区 城区 基于 基金 增高 处于 复查
夏季 多项 大于 奖金 娱乐 学习 学员 学校 学生 学院 宁静 安全 安定 安康 安排
安置 安装 完全 完成 宏大 宏观 实时 审查 对于 小于 小康 小时 属于 崇高 巡查
工程 左右 市区 常务 常年 常态 常规 平台 平均 平安 平方 平时 平等 应对 应当
应急 应用 康复 建成 建立 建筑 建议 建设 异常 强化 强大 强度 强调 形成 志愿
快乐 总和 成功 成员 成效 成本 成果 成立 成绩 才华 抽查 担任 排查 提出 提高
支出 攻关 效应 文件 文体 文化 文明 文艺 新区 新华 方便 方向 方式 方案 方法
方面 日常 日程 时代 时刻 时期 时间 明星 明显 明确 易于 春季 春节 春风 普查
曾经 最高 有关 机关 查处 查找 查询 查阅 核查 检查 欢乐 正常 民主 民众 民生
水利 水平 江南 江河 汽车 河水 治安 洋务 派出 流程 海上 海关 海洋 清单 清查
温和 温度 温暖 温馨 演出 火车 灾区 现金 理解 生产 生成 生活 用于 用水 田野
由于 白天 相关 相应 督查 石化 石油 社区 祥和 离任 秋季 租金 程序 程度 税金
突出 立功 立足 立项 章程 等于 简单 精华 线路 组成 经常 缓和 缓解 罚金 胜任
胜利 自查 至于 节水 花园 英里 荣获 荣誉 荣辱 菜单 落成 薪金 规程 解决 解放
解读 解释 解除 订单 议程 讲解 证明 说明 课程 调查 调解 责任 资金 路线 路面
车站 车辆 车间 较高 输出 辖区 达成 过程 连年 连接 连续 适应 透明 通常 道路
里程 金奖 金牌 金融 金额 鉴于 铁路 长江 集成 青年 青春 非常 音乐 项目 饱和
高于 高原 高峰 高度 高效 高新 高温 高速 黄金 齐全
""".split()
)
BEFORE = re.compile(f"(?:{TITLE})$")
AFTER = re.compile(f"副?(?:{TITLE})")


def stands(text: str, span: Span) -> bool:
    """Whether the person's name that is at a span of the text stands for the person."""
    start, end = span
    if end - start > LONGEST:
        return True
    left, right = _edge(text, start - 1), _edge(text, end)
    before = bool(BEFORE.search(text, max(0, start - 4), start))
    after = bool(AFTER.match(text, end))
    if not (left or before) and _crossed(text, start):
        return False
    if end - start == LONGEST:
        return True
    led = left or before or after or text[start - 1] in LEADING
    joined = before or text[start - 1 : start] in tuple(JOINING)
    word = _word(text[start:end])
    free = right or after or (joined and not word) or not _crossed(text, end)
    return led and free and (before or after or (left and right) or not word)


def _word(text: str) -> bool:
    return text in WORDS or dictionary.is_phrase(text)


def _edge(text: str, at: int) -> bool:
    """Whether a sign or a word that joins people stands at a place, or the text has ended."""
    return not 0 <= at < len(text) or text[at] in JOINING or not reading.HAN.match(text[at])


def _crossed(text: str, at: int) -> bool:
    """Whether a word runs across a place of the text."""
    return any(
        _word(text[first:last])
        for first in range(max(0, at - reading.LONGEST + 1), at)
        for last in range(at + 1, min(len(text), first + reading.LONGEST) + 1)
    )
