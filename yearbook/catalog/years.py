"""C357–C369 what does not fit across editions."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "C357": Message(
        zh="同名的{kind}须分得清，“{name}”可能是 names.yaml 中的 {ids}，这条记录的 id 不是其中之一",
        zh_mend="把这条记录的 id 写成其中一个，或在 names.yaml 里用 from、to 分开",
        en="a {kind} that shares its name must be told apart: “{name}” may be {ids} of names.yaml,"
        " and the id of this record is none of them",
        en_mend="give the record the id of one of them, or part them by from and to in names.yaml",
        severity="warning",
    ),
    "C358": Message(
        zh="前身（before）和后继（after）不能绕成一圈，这几条绕了回来：{circle}",
        zh_mend="核对各条的先后，删去写反的 before 或 after",
        en="before and after must not lead in a circle; these do: {circle}",
        en_mend="check which came first, and delete the before or after that is the wrong way round",
    ),
    "C359": Message(
        zh="一卷所列的机构须在当时存在，“{name}”在 names.yaml 中{span}，本卷记 {start} 至 {end}",
        zh_mend="已经改名的写新名称；或者改正 names.yaml 里的 from、to",
        en="a body that a volume lists must have stood in its time: by names.yaml “{name}”"
        " {span}, the volume covers {start} to {end}",
        en_mend="write its new name if it has one, or mend from and to in names.yaml",
        severity="warning",
    ),
    "C360": Message(
        zh="两卷的卷名（volume）不能相同，“{volume}”已是 {other} 的卷名",
        zh_mend="改掉其中一个；一年出两卷的，写明上下册或卷号",
        en='two editions must not have the same volume; "{volume}" is that of {other} too',
        en_mend="change one of them; of two volumes in a year say which part each is",
    ),
    "C361": Message(
        severity="warning",
        zh="{volume}卷记{year}年，前后各卷的卷名与所记之年却{rule}，如{other}卷记{other_year}年",
        zh_mend="核对本卷的 volume 和 covers",
        en="volume {volume} covers {year}, but the volumes around it {rule}, as volume {other}"
        " covers {other_year}",
        en_mend="check `volume` and `covers` of this edition",
    ),
    "C362": Message(
        severity="warning",
        zh="卷名里的年份与所记之年相差不过一年，{volume}卷却记{year}年",
        zh_mend="核对 volume 和 covers",
        en="the year of a volume is at most one from the year it covers; volume {volume} covers"
        " {year}",
        en_mend="check `volume` and `covers`",
    ),
    "C363": Message(
        severity="warning",
        zh="各卷所记的时段不宜重叠，本卷的 {start} 至 {end}，{other} 也记",
        zh_mend="核对两卷的 covers",
        en="what volumes cover should not overlap; {start} to {end} is covered by {other} as well",
        en_mend="check `covers` in both",
    ),
    "C364": Message(
        zh="continues 须指向更早一卷，{target} 只在本卷",
        zh_mend="写更早一卷中的位置；本卷之内的，在正文里写链接",
        en="`continues` must name a place in an earlier edition; {target} is in this one only",
        en_mend="name the place in an earlier edition; within this one write a link in the prose",
    ),
    "C365": Message(
        zh="数据 {id} 的{what}与 {where} 不同，却没有说明：原来是{before}，现在是{after}；历年数据会在此断开",
        zh_mend="写错了就改正；确实变了，就在 definition 中说明；不是同一个数，就另用一个标识",
        en="figure {id} does not say why {what} differs from {where}: {before} there, {after} here;"
        " its series will be shown broken",
        en_mend="mend what was mistyped; say with definition what has changed; give another id to"
        " another indicator",
        severity="warning",
    ),
    "C366": Message(
        zh="series 须写更早一卷里的数据标识：数据 {id} 接续的“{series}”，更早的各卷都没有",
        zh_mend="{near}",
        en="series must name a figure of an earlier edition; no earlier edition has “{series}”,"
        " which figure {id} continues",
        en_mend="{near}",
    ),
    "C367": Message(
        zh="一卷之中，一个数据序列只能有一个数据：{id} 接入“{series}”，{where} 的 {other} 也在其中",
        zh_mend="删去 {id} 的 series；两个数本是一个的，只留一个",
        en="a series has one figure of each edition: {id} joins “{series}”, to which {other} at"
        " {where} belongs too",
        en_mend="delete the series of {id}, or one of the two figures if they are the same",
    ),
    "C368": Message(
        zh="同一个标识应是同一个数：数据 {id} 在 {where} 叫“{before}”，这里叫“{label}”",
        zh_mend="确是同一个数，就不必改；不是，就另用一个标识",
        en="one id should be one indicator: figure {id} is called “{before}” at {where}, and"
        " “{label}” here",
        en_mend="leave it if they are the same; give another id to another indicator",
        severity="hint",
    ),
}
