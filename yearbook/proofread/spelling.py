"""Words that are written wrong in every context, particles, and signs between names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.proofread.copy import Copy
from yearbook.rules.scope import Finding

# Wrong, right; then the characters before it and those after it with which it is no slip.
TABLE = """
截止目前 截至目前|截止到目前 截至目前|帐户 账户 蚊营幕篷|帐号 账号 蚊营幕篷|帐目 账目 蚊营幕篷
帐簿 账簿|转帐 转账 - 篷幕子内中|记帐 记账 - 篷幕子内中|结帐 结账 - 篷幕子内中
入帐 入账 - 篷幕子内中|报帐 报账 - 篷幕|台帐 台账 - 篷幕|建帐 建账 - 篷幕|销帐 销账 - 篷幕
查帐 查账 - 篷幕|帐单 账单 蚊营幕篷|座落于 坐落于 讲星席客银茶|座落在 坐落在 讲星席客银茶
渡假 度假 过|欢渡 欢度|部份 部分 全 额|水份 水分 - 额|养份 养分 - 额|盐份 盐分 - 额|零部份 零部分
另部件 零部件|图象 图像 - 征形|录象 录像 - 棋牙征群|摄象 摄像 拍 群征牙|好象 好像 爱喜 棋牙群
做为一 作为一 叫当|再接再励 再接再厉|一如继往 一如既往|迫不急待 迫不及待|走头无路 走投无路
谈笑风声 谈笑风生|默守成规 墨守成规|甘败下风 甘拜下风|鼎立相助 鼎力相助|变本加利 变本加厉
出奇不意 出其不意|穿流不息 川流不息|相辅相承 相辅相成|一愁莫展 一筹莫展|再所不辞 在所不辞
不径而走 不胫而走|天翻地复 天翻地覆|复盖 覆盖 回答批恢 章|饱合 饱和|松驰 松弛|渲泄 宣泄|寒喧 寒暄
弦律 旋律|膺品 赝品|编篡 编纂|防碍 妨碍 国|气慨 气概|一股作气 一鼓作气|粗旷 粗犷|沉缅 沉湎
脉博 脉搏 山 物览士|针贬 针砭|峻工 竣工 严险冷高陡 程|骏工 竣工|竟赛 竞赛 究毕|竟争 竞争 究毕 取先
竟选 竞选 究毕 择取拔出中|竟聘 竞聘 究毕|竟标 竞标 究毕|竟拍 竞拍 究毕|按步就班 按部就班
布署 部署 发颁公宣 名|步署 部署|坐谈会 座谈会|坐无虚席 座无虚席|坐右铭 座右铭|侯选人 候选人
侯补 候补|侯车 候车|气侯 气候|国藉 国籍|书藉 书籍|户藉 户籍|学藉 学籍|慰籍 慰藉|幅射 辐射
辐员 幅员|震憾 震撼|遗撼 遗憾|急燥 急躁|暴燥 暴躁|烦燥 烦躁|浮燥 浮躁|枯躁 枯燥|干躁 干燥
陪训 培训|陪育 培育|坚苦奋斗 艰苦奋斗|精典 经典 水|荟粹 荟萃|予防 预防 给赋授准寄不
予算 预算 给赋授准寄不|挡案 档案|拦杆 栏杆|摸范 模范|摸拟 模拟|慕集 募集 爱仰羡 团|锻练 锻炼
训炼 训练|熟炼 熟练|教炼 教练|历害 厉害 经 怕|严历 严厉|历行节约 厉行节约|修茸 修葺|迁徒 迁徙
贡应 供应|妨止 防止|预妨 预防|捡查 检查|捡测 检测|捡验 检验|招聘启示 招聘启事|征稿启示 征稿启事
征文启示 征文启事|招标启示 招标启事|寻人启示 寻人启事|招领启示 招领启事|防患未燃 防患未然
名列前矛 名列前茅|美仑美奂 美轮美奂|金榜提名 金榜题名|直接了当 直截了当|声名雀起 声名鹊起
义不容词 义不容辞|仗义直言 仗义执言|流光异彩 流光溢彩|集思广义 集思广益|因地治宜 因地制宜
与日剧增 与日俱增|有口皆卑 有口皆碑|事必恭亲 事必躬亲|鞠躬尽粹 鞠躬尽瘁|破斧沉舟 破釜沉舟
励精图志 励精图治|滥芋充数 滥竽充数|记忆尤新 记忆犹新|意尤未尽 意犹未尽|以逸代劳 以逸待劳
旁证博引 旁征博引|蜂涌而 蜂拥而|竭泽而鱼 竭泽而渔|草管人命 草菅人命|手屈一指 首屈一指
烩炙人口 脍炙人口|脍灸人口 脍炙人口|针炙 针灸|濒临灭决 濒临灭绝|凤毛鳞角 凤毛麟角
人情事故 人情世故|融汇贯通 融会贯通|取的了 取得了|签定 签订 标书竹便 位制价期|按装设备 安装设备
按装了 安装了|按装工程 安装工程|按装施工 安装施工|按装调试 安装调试|按装空调 安装空调
按装监控 安装监控|按装路灯 安装路灯|登陆网站 登录网站|登陆系统 登录系统|登陆平台 登录平台
获的了 获得了|值的一提 值得一提|蓝球赛 篮球赛|蓝球场 篮球场|国家权利机关 国家权力机关
"""
UNTIL = re.compile("截止到?(?=[0-9]{4}年|[0-9]{1,2}月|[年月]底)")
HEADS = "，。；！？\n\x00（"
ROWS = [row.split() for line in TABLE.split("\n") for row in line.split("|") if row]
WRONG = {row[0]: (row[1], row[2:3], row[3:4]) for row in ROWS}
MISWRITTEN = re.compile("|".join(sorted(map(re.escape, WRONG), key=len, reverse=True)))
OTHER = re.compile("其它")
ADVERBS = (
    "认真|积极|深入|扎实|切实|有效|极大|有力|大力|全面|广泛|圆满|顺利|稳步|及时|成功|主动|进一步"
    "|不断"
)
VERBS = (
    "开展|推进|推动|促进|提高|提升|加强|落实|完成|解决|组织|举办|改善|保障|维护|激发|调动|宣传|贯彻"
    "|增强|发挥|扩大"
)
# 认真的开展了; 开展的非常成功。
ADVERBIAL = re.compile(f"(?:{ADVERBS})的(?:(?:{VERBS})(?:了|各项)|(?:做|抓|搞|办)好)")
COMPLEMENT = re.compile(
    "(?:完成|开展|进行|举办|发展|变|显|办|做|干)的(?:(?:非常|十分|更加|越来越|特别)[一-鿿]{1,4}"
    "|很(?:好|快|成功|出色|顺利|到位|扎实))(?=[，。；！])"
)
SAID = re.compile(
    "(?:高兴|激动|自豪|深情|感慨|亲切|郑重|严肃|坚定|欣慰)的(?:说|告诉)(?![法明服辞唱])"
)
PICTURED = re.compile(
    "(?:安排|办|搞|开展|举办|组织|展现|表现|体现|发挥|管理)的"
    "(?:井井有条|有声有色|淋漓尽致|红红火火|扎扎实实|恰到好处)"
)
PARTICLES = re.compile(
    f"{ADVERBIAL.pattern}|{SAID.pattern}|{COMPLEMENT.pattern}|{PICTURED.pattern}"
)
ROW = re.compile("《[^《》]*》(?:、《[^《》]*》)+|“[^“”]*”(?:、“[^“”]*”)+")
GOES_ON = re.compile("[一-鿿]{1,8}、")
BETWEEN = re.compile("》、《|”、“")


def miswritten(copy: Copy) -> Iterator[Finding]:
    """No word of the list stands: 帐户 for 账户, 截止目前 for 截至目前."""
    for found in MISWRITTEN.finditer(copy.own):
        right, before, after = WRONG[found.group()]
        at, end = found.span()
        if _among(copy.own[at - 1 : at], before) or _among(copy.own[end : end + 1], after):
            continue
        yield copy.place(at), "L105", {"text": found.group(), "mended": right}
    for found in UNTIL.finditer(copy.own) if "截" in copy.signs else ():
        if copy.own[found.start() - 1 : found.start()] in HEADS:
            args: dict[str, object] = {"text": found.group(), "mended": "截至"}
            yield copy.place(found.start()), "L105", args


def _among(sign: str, signs: list[str]) -> bool:
    return bool(sign and signs and sign in signs[0])


def other(copy: Copy) -> Iterator[Finding]:
    """其他 rather than 其它."""
    if "它" in copy.signs:
        for found in OTHER.finditer(copy.own):
            yield copy.place(found.start()), "L106", {"text": "其它", "mended": "其他"}


def particles(copy: Copy) -> Iterator[Finding]:
    """地 stands between adverb and verb, 得 before a complement, not 的."""
    if "的" not in copy.signs or copy.kind == "cell":
        return
    for found in PARTICLES.finditer(copy.own):
        text = found.group()
        right = "地" if ADVERBIAL.match(text) or SAID.match(text) else "得"
        at = text.index("的")
        args: dict[str, object] = {"text": text, "mended": f"{text[:at]}{right}{text[at + 1 :]}"}
        yield copy.place(found.start()), "L107", args


def parallel(copy: Copy) -> Iterator[Finding]:
    """No 、 stands between 》 and 《 or ” and “ (GB/T 15834), unless others join the row."""
    if "、" not in copy.signs or not copy.signs & {"》", "”"} or copy.kind == "cell":
        return
    said = copy.own
    for row in ROW.finditer(said):
        start, end = row.span()
        if "、" in (said[start - 1 : start], said[end : end + 1]):
            continue  # “甲”、“乙”、丙
        if said[end - 1] == "”" and GOES_ON.match(said, end):
            continue  # “甲”、“乙”奖、丙奖
        for found in BETWEEN.finditer(said, start, end):
            text = found.group()
            yield copy.place(found.start()), "L104", {"text": text, "mended": text[0] + text[-1]}
