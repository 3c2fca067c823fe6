"""M03x, M04x: a manuscript on its way into an edition."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "M030": Message(
        zh="import 须写明编入哪一卷",
        zh_mend="加上 --edition 和卷的文件夹名，如 --edition 2018",
        en="import must be told the edition",
        en_mend="add --edition and its folder's name, as in --edition 2018",
    ),
    "M031": Message(
        zh="新的一卷须以所记的年份开头，如 2018，“{id}”不是",
        zh_mend="换一个文件夹名；记述不止一年的，先建好它的 edition.yaml",
        en='a new edition must begin with the year that it covers, such as 2018; "{id}" does not',
        en_mend="choose another folder name; for other periods write its edition.yaml first",
    ),
    "M032": Message(
        zh="来稿只能编入草稿，{id} 卷已经发布",
        zh_mend="此后的改动写成更正，漏收的作为补录写入 corrections",
        en="manuscripts go into drafts; edition {id} is released",
        en_mend="write later changes as corrections, also what was left out",
    ),
    "M033": Message(
        zh="新的一卷须记另外的年份，{year} 年已由 {other} 卷记述",
        zh_mend="编入 --edition {other}；或先写好 {id} 卷的 edition.yaml，写明 covers",
        en="a new edition must cover another year; {year} is covered by {other}",
        en_mend="use --edition {other}, or write the edition.yaml of {id} with its covers first",
    ),
    "M034": Message(
        zh="originals/imports.yaml 须保持程序所写的样子，现在读不出",
        zh_mend="从备份恢复它；没有备份的，把它移走，再用 --force 重新编入",
        en="originals/imports.yaml must stay as the program wrote it; it does not read",
        en_mend="restore it; without a backup move it away and import again with --force",
    ),
    "M035": Message(
        zh="没有标题的开头，须写明编入哪个分目：“{start}……”",
        zh_mend="加上 --opening 和分目的文件名，如 --opening overview；全是一个分目的，用 --section",
        en='an opening without a title needs a section: "{start}…"',
        en_mend="add --opening and a section's file name, as in --opening overview;"
        " if all of it is one section, --section",
    ),
    "M036": Message(
        zh="电子表格须写明编入哪个分目",
        zh_mend="加上 --section 和分目的文件名或名称，如 --section overview",
        en="a spreadsheet needs a section",
        en_mend="add --section and the file name or title of one, as in --section overview",
    ),
    "M037": Message(
        zh="一个分目须只在一份来稿里，“{title}”（{stem}）在 {other} 里也有",
        zh_mend="把两份合成一份，或分两次编入不同的分目（--section）",
        en='a section must come from one manuscript; "{title}" ({stem}) is also in {other}',
        en_mend="make one manuscript of the two, or import them into different sections (--section)",
    ),
    "M038": Message(
        zh="来稿中须有可以编入的文字，这份里没有",
        zh_mend="打开看看；只有目录、题名的，请来稿单位补齐",
        en="a manuscript must hold text for a section; there is none in this one",
        en_mend="open it and look; if it is only a title or a list of contents, ask for the rest",
    ),
    "M039": Message(
        zh="改过的文件不能覆盖：{name} 不是编入时的样子",
        zh_mend="先看上面列出的差别；确定用来稿换掉它的，加上 --force",
        en="an edited file is not overwritten: {name} is not as an import left it",
        en_mend="see the differences above; to replace it by the manuscript add --force",
    ),
    "M040": Message(
        zh="一字不丢才能编入，这里的文字没有着落：“{text}”",
        zh_mend="这是程序的差错，什么都没有写；请把来稿交给维护的人，或先改写这一段",
        en='nothing may be lost, and these words would be: "{text}"',
        en_mend="this is a fault of the program, and nothing was written; send the manuscript to"
        " those who maintain it, or write this passage otherwise",
    ),
    "M041": Message(
        zh="不能多出稿件没有的文字：“{text}”",
        zh_mend="这是程序的差错，什么都没有写；请把来稿交给维护的人",
        en='nothing may be invented, and these words would be: "{text}"',
        en_mend="this is a fault of the program, and nothing was written; send the manuscript to"
        " those who maintain it",
    ),
    "M042": Message(
        zh="编成的文件须合格式，这里有 {code}：{said}",
        zh_mend="照它说的修改来稿，再编入",
        en="the files made must follow the format; here is {code}: {said}",
        en_mend="change the manuscript as it says and import again",
    ),
    "M043": Message(
        zh="不能写文件，系统说：{reason}",
        zh_mend="检查磁盘空间和权限，关闭正打开它的程序；文件都还是原来的样子",
        en="a file cannot be written; the system says: {reason}",
        en_mend="check space and permissions, and close the program that holds it; all files are as"
        " they were",
    ),
    "M044": Message(
        zh="edition.yaml 须与编成的分目相符，这里有 {code}：{said}",
        zh_mend="来稿里没有了的，先从 edition.yaml 里去掉，再编入",
        en="edition.yaml must agree with the sections made; here is {code}: {said}",
        en_mend="take out of edition.yaml what the manuscript no longer has, then import again",
    ),
    "M045": Message(
        zh="编入须做完，{id} 卷上一次中途停了，文件有新有旧",
        zh_mend="再运行一次 import --edition {id}，它先把那一次做完",
        en="an import must come to its end; the last into {id} stopped half-way, and some files are old",
        en_mend="run import with --edition {id} again; it finishes that one first",
    ),
    "M046": Message(
        zh="一次只能有一个 import，另一个正在编入",
        zh_mend="等它做完再运行",
        en="only one import at a time; another is at work here",
        en_mend="run again when it has ended",
    ),
    "M047": Message(
        zh="一份稿件最多可有 {most} 个分目，这份会成为 {count} 个",
        zh_mend="多半是把短行当成了标题：给真正的标题加上标题样式，或把稿件分成几份",
        en="a manuscript has at most {most} sections; this one would become {count}",
        en_mend="short lines were likely taken for titles: give true titles a heading style,"
        " or divide the manuscript",
    ),
}
