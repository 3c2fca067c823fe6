"""C37x what an edition in the making still lacks; S05x new and status."""

from __future__ import annotations

from yearbook.issues import Message

DRAFTS: dict[str, Message] = {
    "C370": Message(
        zh="注释须以 --> 结束，这里开始的没有",
        zh_mend="在注释的末尾写上 -->",
        en="a comment must end with -->; the one that begins here does not",
        en_mend="write --> at its end",
    ),
    "C371": Message(
        zh="条目“{title}”待写",
        zh_mend="写上正文；没有了的，连同 YAML 中的条目和数据一起删去",
        en='entry "{title}" is to be written',
        en_mend="write its words; if it is no more, delete it with its data in the YAML file",
        severity="warning",
    ),
    "C372": Message(
        zh="数据 {id}（{label}）待填",
        zh_mend="在 value: 后填上数值；没有了的，删去这个数据{like}",
        en="figure {id} ({label}) awaits its value",
        en_mend="write it after value:, or delete the figure if there is none{like}",
        severity="warning",
    ),
    "C373": Message(
        zh="分目“{title}”待编",
        zh_mend="写上正文，或 people、events、tables 等记录；没有了的，从目次中去掉",
        en='section "{title}" is still empty',
        en_mend="write prose or records such as people, events, tables; or take it out of the contents",
        severity="warning",
    ),
    "C374": Message(
        zh="分目“{title}”照抄 {edition} 卷，待核对",
        zh_mend="逐条核对、改好之后，删去 carried 这一行",
        en='section "{title}" is carried over from {edition} and must be looked through',
        en_mend="when all of it is true of this edition, delete the line carried",
        severity="warning",
    ),
    "C375": Message(
        zh="已发布的卷里，稿件须都已定稿：“{title}”的 state 是{state}",
        zh_mend="改为定稿；还没有定稿的，把 edition.yaml 的 status 改回 draft",
        en='in a released edition all must be 定稿 (finished); "{title}" has the state {state}',
        en_mend="write state: 定稿; if it is not finished, go back to status: draft in edition.yaml",
        severity="warning",
    ),
    "C376": Message(
        zh="carried 须是更早的一卷，{edition} 不是",
        zh_mend="已经核对的，删去这一行；{near}",
        en="carried must name an earlier edition; {edition} is none",
        en_mend="if the section has been looked through, delete the line; {near}",
    ),
}

COMMANDS: dict[str, Message] = {
    "S050": Message(
        zh="一卷的文件夹名须以年份或序号开头，只用 a–z、0–9 和 -，“{said}”不是",
        zh_mend="例如 new 2018 --from 2017",
        en='the folder of an edition begins with its year or number, then a–z, 0–9 and -; "{said}"'
        " does not",
        en_mend="for instance new 2018 --from 2017",
    ),
    "S051": Message(
        zh="新的一卷须还没有，{said} 已有",
        zh_mend="换一个名字；要重新来过，先把这个文件夹移走",
        en="the new edition must not be there yet; {said} is",
        en_mend="choose another name, or move the folder away to begin again",
    ),
    "S052": Message(
        zh="须有这一卷，没有“{said}”",
        zh_mend="{near}",
        en='there must be such an edition; there is no "{said}"',
        en_mend="{near}",
    ),
    "S053": Message(
        zh="新的一卷须晚于照着做的那一卷，{said} 不晚于 {old}",
        zh_mend="卷名写以后的年份或序号，或用 --from 指更早的一卷",
        en="the new edition must be later than the one it begins from; {said} is not after {old}",
        en_mend="name a later year or number, or an earlier edition with --from",
    ),
    "S054": Message(
        zh="两卷不能记述同一时段：{said} 将记述 {covers}，{other} 已记述",
        zh_mend="换一个卷名，或用 --from 指另一卷",
        en="no two editions record the same period: {said} would record {covers}, as {other} does",
        en_mend="choose another name, or another edition with --from",
    ),
    "S055": Message(
        zh="新的一卷写不成（{reason}），什么都没有留下",
        zh_mend="核对磁盘和权限后再运行一次",
        en="the new edition cannot be written ({reason}); nothing was left behind",
        en_mend="check the disk and the permissions and run again",
    ),
}

MESSAGES: dict[str, Message] = {**DRAFTS, **COMMANDS}
