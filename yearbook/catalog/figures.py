"""C30x figures; C31x honours, highlights and charts; C32x names and continuations."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "C301": Message(
        zh="数据 {id} 须在正文中找到：{where} 的条目 {entry} 没有“{written}”",
        zh_mend="{near}",
        en="figure {id} must stand in the prose: entry {entry} at {where} does not say “{written}”",
        en_mend="{near}",
    ),
    "C302": Message(
        zh="数据 {id} 须在条目中只出现一次：{where} 的条目 {entry} 有 {count} 处“{written}”",
        zh_mend="用 text: 写明是哪一处，例如 text: {example}",
        en="figure {id} must stand once in its entry: entry {entry} at {where} says “{written}”"
        " {count} times",
        en_mend="say which one with text:, for instance text: {example}",
    ),
    "C303": Message(
        zh="两个数据不能共用同样的字：{id} 与 {other} 都占了“{text}”",
        zh_mend="给其中一个写不同的 text:，或删去重复的一个",
        en="two figures must not share words: {id} and {other} both take “{text}”",
        en_mend="give one of them another text:, or delete the one that is double",
    ),
    "C304": Message(
        zh="带单位的数须列为数据：“{written}”没有列入",
        zh_mend="运行 check --fix 自动起草，再补全 label；不是数据的，列入 plain",
        en="a number with a unit must be declared; “{written}” is not",
        en_mend="run check --fix to draft it and mend its label; list it under plain if it is no datum",
        severity="warning",
    ),
    "C305": Message(
        zh="plain 所列须在正文中出现，没有“{text}”",
        zh_mend="删去这一条，或照正文改正",
        en="what plain lists must stand in the prose; “{text}” does not",
        en_mend="delete it, or mend it after the prose",
        severity="warning",
    ),
    "C308": Message(
        zh="负数须写明正文怎样说：数据 {id} 的值是 {written}",
        zh_mend="加上 text:，例如 text: 下降{positive}",
        en="a negative figure must say how the prose puts it: {id} has the value {written}",
        en_mend="add text:, for instance text: 下降{positive}",
    ),
    "C310": Message(
        zh="荣誉名称须在正文中找到：{where} 的条目 {entry} 没有“{title}”",
        zh_mend="{near}",
        en="an honour's title must stand in the prose: entry {entry} at {where} does not say “{title}”",
        en_mend="{near}",
    ),
    "C314": Message(
        zh="封面宜列六个数据，highlights 现有 {count} 个",
        zh_mend="增减到六个",
        en="a cover shows six figures well; highlights has {count}",
        en_mend="make them six",
        severity="hint",
    ),
    "C321": Message(
        zh="两个{kind}同名“{name}”：{other} 已用这个名字",
        zh_mend="确是两个的，各写 gloss 加以区别；是同一个的，删去一条",
        en="two names of one kind are “{name}”: {other} has it already",
        en_mend="if there are two, tell them apart with gloss; if one, delete an entry",
        severity="warning",
    ),
    "C322": Message(
        zh="{field} 不能指向自己：{target}",
        zh_mend="改为另一个 id，或删去",
        en="{field} must not point to itself: {target}",
        en_mend="write another id, or delete it",
    ),
    "C330": Message(
        zh="check --fix 须能写入这个文件：{reason}",
        zh_mend="关闭正在编辑它的程序，或取消只读，再运行一次",
        en="check --fix must be able to write this file: {reason}",
        en_mend="close the program that edits it, or make it writable, and run it again",
    ),
    "C323": Message(
        zh="continues 须指向更早一卷中有的分目或条目，没有 {target}",
        zh_mend="{near}",
        en="continues must name a section or entry of an earlier edition; there is no {target}",
        en_mend="{near}",
    ),
}
