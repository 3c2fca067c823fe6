"""C12x–C17x: editions, sections, entries and what names what."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "C120": Message(
        zh="卷的文件夹名须以数字开头，只用 a–z、0–9 和连字符 -，“{name}”不是",
        zh_mend="改名，例如 2017；不是一卷的，移出内容文件夹",
        en='an edition\'s folder begins with a digit and holds a–z, 0–9 and "-" only; "{name}"'
        " does not",
        en_mend="rename it, for example 2017; move it out of content if it is no edition",
    ),
    "C121": Message(
        zh="每卷的文件夹中须有 edition.yaml，这一卷没有",
        zh_mend="新建 edition.yaml，写上 volume、covers、status 和 contents",
        en="each edition's folder must hold edition.yaml; this one does not",
        en_mend="make edition.yaml with volume, covers, status and contents",
    ),
    "C122": Message(
        zh="目次（contents）中须列出分目，现在是空的",
        zh_mend="每行写一个分目的文件名，例如“- overview”",
        en="`contents` must list the sections; it is empty",
        en_mend="write the file name of a section on each line, for example `- overview`",
    ),
    "C123": Message(
        zh="两卷的记述年份（covers）不能相同，这一卷与 {other} 相同",
        zh_mend="核对两卷的 covers",
        en="two editions must not cover the same period; this covers that of {other}",
        en_mend="check `covers` in both",
    ),
    "C124": Message(
        zh="类目中须有分目，“{category}”是空的",
        zh_mend="在 sections 中写上分目的文件名，或删去这个类目",
        en='a category must hold sections; "{category}" is empty',
        en_mend="list sections under `sections`, or delete the category",
    ),
    "C125": Message(
        zh="类目的标识不能重复，“{id}”已有",
        zh_mend="换一个标识，或把两个类目合为一个",
        en='the id of a category must not repeat; "{id}" is there already',
        en_mend="choose another id, or merge the two",
    ),
    "C126": Message(
        zh="目次中的“{stem}”须有文件，{stem}.md 和 {stem}.yaml 都没有",
        zh_mend="新建文件，或从目次中删去；{near}",
        en='"{stem}" in the table of contents must have a file; there is neither {stem}.md nor'
        " {stem}.yaml",
        en_mend="make the file, or take it out of the contents; {near}",
    ),
    "C127": Message(
        zh="一个分目在目次中只能列一次，“{stem}”在第 {first} 行已有",
        zh_mend="删去其中一处",
        en='a section is listed once; "{stem}" stands on line {first} already',
        en_mend="delete one of the two",
    ),
    "C128": Message(
        zh="分目须列入 edition.yaml 的目次，“{stem}”没有列入",
        zh_mend="在 contents 中写上“{stem}”，或把文件移到 originals",
        en='a section must be listed in the contents of edition.yaml; "{stem}" is not',
        en_mend='write "{stem}" under `contents`, or move the file to originals',
    ),
    "C129": Message(
        zh="分目的文件名须以小写字母开头，只用 a–z、0–9 和连字符 -，“{stem}”不是",
        zh_mend="可改名为“{mended}”",
        en='a section\'s file name begins with a–z and holds a–z, 0–9 and "-" only; "{stem}"'
        " does not",
        en_mend='"{mended}" would do',
    ),
    "C130": Message(
        zh="分目不能叫“{stem}”，这个名称留给了程序生成的页面",
        zh_mend="换一个文件名，例如“{stem}-list”",
        en='a section must not be called "{stem}"; the program makes a page of that name',
        en_mend='choose another name, for example "{stem}-list"',
    ),
    "C131": Message(
        zh="分目不能叫“{stem}”，Windows 不允许这个文件名",
        zh_mend="换一个文件名",
        en='a section must not be called "{stem}"; Windows does not allow it as a file name',
        en_mend="choose another name",
    ),
    "C140": Message(
        zh="分目的文件中须有文字，这个是空的",
        zh_mend="第一行写“# 标题”，下面写正文；或删去这个文件",
        en="a section's file must hold words; it is empty",
        en_mend="write `# title` on the first line and prose below, or delete the file",
    ),
    "C141": Message(
        zh="分目须有标题行“# 标题”，这个文件没有",
        zh_mend="第一行写“# ”加分目的标题",
        en="a section must have a line `# title`; this file has none",
        en_mend="write `# ` and the section's title on the first line",
    ),
    "C142": Message(
        zh="分目只能有一个“# 标题”，第 {first} 行已有，这里又有“{title}”",
        zh_mend="条目的标题用“## ”；另一个分目请另建文件",
        en='a section has one `# title`; line {first} has it, and here is "{title}"',
        en_mend="begin an entry with `## `; put another section into a file of its own",
    ),
    "C143": Message(
        zh="条目须有标识，“{title}”没有",
        zh_mend="在标题后写 {{#{id}}}；check --fix 可代写",
        en='an entry must have an id; "{title}" has none',
        en_mend="write {{#{id}}} after the title; `check --fix` does it for you",
    ),
    "C144": Message(
        zh="标题中须有文字，这里是空的",
        zh_mend="在 # 之后写标题，或删去这一行",
        en="a heading must hold words; it is empty",
        en_mend="write the title after the #, or delete the line",
    ),
    "C145": Message(
        zh="标题后的花括号里只能写标识（{{#…}}），子目写 {{.group}}，现为“{said}”",
        zh_mend="{mend}",
        en='braces after a heading hold an id, {{#…}}, or {{.group}}, nothing else; here is "{said}"',
        en_mend="{mend}",
    ),
    "C146": Message(
        zh="子目下须有条目，“{title}”下没有",
        zh_mend="在它下面写条目，或删去这个子目",
        en='a group must head entries; "{title}" heads none',
        en_mend="write entries below it, or delete the group",
    ),
    "C147": Message(
        zh="entries 中的“{id}”须是正文里的条目，正文中没有",
        zh_mend="{near}",
        en='"{id}" under `entries` must be an entry of the prose; there is none',
        en_mend="{near}",
    ),
    "C148": Message(
        zh="标题行须用半角的 #、空格和 {{ }}，这里有全角字符",
        zh_mend="写成：{mended}",
        en="a heading needs half-width #, blank and {{ }}; here is a full-width character",
        en_mend="write: {mended}",
    ),
    "C149": Message(
        zh="标题行“# ”之前不能有文字，这里是“{said}”",
        zh_mend="移到标题行之后",
        en='nothing may stand before the `# ` line; here is "{said}"',
        en_mend="move it below the title",
    ),
    "C150": Message(
        zh="Markdown 文件开头不写“---”之间的设置",
        zh_mend="把设置移到同名的 .yaml 文件，第一行写“# 标题”",
        en="a Markdown file has no front matter between `---` lines",
        en_mend="move the settings to the .yaml file of the same name; begin with `# title`",
    ),
    "C151": Message(
        zh="标题行的 # 之后须有一个空格",
        zh_mend="写成：{mended}",
        en="the # of a heading must be followed by a blank",
        en_mend="write: {mended}",
    ),
    "C152": Message(
        zh="标题行的 # 前面不能有空格",
        zh_mend="删去行首的空格",
        en="the # of a heading must stand at the start of its line",
        en_mend="delete the blanks before it",
    ),
    "C153": Message(
        zh="子目只统领条目，本身没有正文，“{title}”下有文字",
        zh_mend="把文字移到条目中；或去掉 {{.group}}，写上标识，使它成为条目",
        en='a group heads entries and has no words of its own; "{title}" has some',
        en_mend="move them into an entry, or give the heading an id instead of {{.group}}",
    ),
    "C154": Message(
        zh="分目有同名的 .md 文件时，标题只写在其中的“# ”一行",
        zh_mend="删去这里的 title",
        en="a section with a .md file has its title there, on the `# ` line",
        en_mend="delete `title` here",
    ),
    "C155": Message(
        zh="标题中只写文字，不能有“{said}”这样的标记",
        zh_mend="去掉标记；校注和链接写在正文里",
        en='a title is plain words; it must not hold markup such as "{said}"',
        en_mend="remove the markup; put notes and links into the prose",
    ),
    "C156": Message(
        zh="校注的标识不能重复，“{name}”在第 {first} 行已有",
        zh_mend="换一个标识",
        en='the id of a note must not repeat; "{name}" stands on line {first} already',
        en_mend="choose another id",
    ),
    "C157": Message(
        zh="校注须有文字，“{name}”是空的",
        zh_mend="在冒号后写校注，或删去这一行",
        en='a note must hold words; "{name}" is empty',
        en_mend="write the note after the colon, or delete the line",
    ),
    "C158": Message(
        zh="校注的第二段须缩进四个空格，注“{name}”之后的这一段没有缩进够，成了正文",
        zh_mend="属于校注的，在行首补足四个空格；属于正文的，删去行首的空格",
        en='the second paragraph of a note is indented by four blanks; this one after note "{name}"'
        " has fewer and became prose",
        en_mend="make it four blanks if it belongs to the note; delete them if it is prose",
    ),
    "C159": Message(
        zh="标识“lead”留给了分目开头的文字，别处不能用",
        zh_mend="换一个标识",
        en='the id "lead" is that of a section\'s opening words; nothing else may have it',
        en_mend="choose another id",
    ),
    "C160": Message(
        zh="校注的标识之后须紧跟英文冒号，现为“{said}”",
        zh_mend="写成“[^…]: 校注”",
        en="the id of a note must be followed at once by a half-width colon; here stands “{said}”",
        en_mend="write `[^…]: the note`",
    ),
    "C161": Message(
        zh="entry 须是本分目的条目，没有“{id}”",
        zh_mend="{near}",
        en='`entry` must be an entry of the section; there is no "{id}"',
        en_mend="{near}",
    ),
    "C162": Message(
        zh="数据的标识在一卷中不能重复，“{id}”已见于 {first}",
        zh_mend="换一个标识",
        en='the id of a figure is single in its edition; "{id}" stands at {first} already',
        en_mend="choose another id",
    ),
    "C163": Message(
        zh="荣誉的标识在一卷中不能重复，“{id}”已见于 {first}",
        zh_mend="换一个标识",
        en='the id of an honour is single in its edition; "{id}" stands at {first} already',
        en_mend="choose another id",
    ),
    "C164": Message(
        zh="这里须写本卷数据的标识，没有“{id}”",
        zh_mend="{near}",
        en='this must be a figure of the edition; there is no "{id}"',
        en_mend="{near}",
    ),
    "C165": Message(
        zh="文件须在本卷的文件夹中，没有“{file}”",
        zh_mend="把文件放进去，或改写；{near}",
        en='the file must be in the edition\'s folder; there is no "{file}"',
        en_mend="put the file there, or rewrite this; {near}",
    ),
    "C166": Message(
        zh="这里须是{what}，文件名只用小写字母、数字和连字符；现为“{said}”",
        zh_mend="照所示的样子改写，需要时改文件名",
        en='this must be {what}, its name a–z, 0–9 and "-"; it is "{said}"',
        en_mend="rewrite it as shown, and rename the file if need be",
    ),
    "C167": Message(
        zh="这里须是 names.yaml 中的标识，没有“{id}”",
        zh_mend="{near}",
        en='this must be an id of names.yaml; there is no "{id}"',
        en_mend="{near}",
    ),
    "C168": Message(
        zh="一页之中标识不能重复，“{id}”已见于 {first}",
        zh_mend="换一个标识",
        en='an id is single on its page; "{id}" stands at {first} already',
        en_mend="choose another id",
    ),
    "C169": Message(
        zh="没有代码为“{code}”的提示",
        zh_mend="{near}",
        en='there is no issue with the code "{code}"',
        en_mend="{near}",
    ),
    "C170": Message(
        zh="table 须是本分目 tables 中的表格，没有“{id}”",
        zh_mend="{near}",
        en='`table` must be one of the section\'s `tables`; there is no "{id}"',
        en_mend="{near}",
    ),
    "C171": Message(
        zh="没有同名 .md 文件的分目须写 title，现在没有",
        zh_mend="第一行写“title: 分目标题”",
        en="a section without a .md file must have a `title`; it has none",
        en_mend="write `title: …` on the first line",
    ),
    "C172": Message(
        zh="条目宜有正文，“{title}”还没有",
        zh_mend="写上正文；尚未交稿的，可在 edition.yaml 中保留 status: draft",
        en='an entry should have words; "{title}" has none yet',
        en_mend="write them; while it is awaited, keep the edition's `status: draft`",
        severity="warning",
    ),
    "C173": Message(
        zh="分目宜有正文，或 people、bodies、items、events、references、tables、pictures 中的一种，"
        "“{title}”还没有",
        zh_mend="写上内容；或从目次中去掉，把文件移到 originals",
        en="a section should have prose or one of people, bodies, items, events, references,"
        ' tables, pictures; "{title}" has nothing yet',
        en_mend="write it, or take the section out of the contents and move its file to originals",
        severity="warning",
    ),
    "C175": Message(
        zh="表格文件宜在分目的 tables 中登记，“{name}”没有",
        zh_mend="在有关分目的 .yaml 中写 tables: {{标识: {{entry: …, caption: …, file: {name}}}}}；"
        "不用的移到 originals",
        en='a table\'s file should be declared under `tables` of a section; "{name}" is not',
        en_mend="write tables: {{id: {{entry: …, caption: …, file: {name}}}}} in a section's .yaml,"
        " or move the file to originals",
        severity="warning",
    ),
    "C176": Message(
        zh="旧地址须是已不再用的，“{alias}”仍在使用（{where}）",
        zh_mend="删去它；若是一个条目从前所在，写明那里的标识，如 safety.html#setup",
        en='an old address must be out of use; "{alias}" is in use ({where})',
        en_mend="delete it; where an entry stood there, name its old id, as in safety.html#setup",
    ),
    "C177": Message(
        zh="旧地址须在现有的一卷里，“{alias}”说的 {edition} 卷不存在",
        zh_mend="本卷的地址直接写 safety.html#setup；{near}",
        en='an old address must be in an edition that exists; "{alias}" names {edition}, which does'
        " not",
        en_mend="write an address of this edition as safety.html#setup; {near}",
    ),
    "C178": Message(
        zh="一个旧地址只能通到一处，“{alias}”已见于 {first}",
        zh_mend="只在内容现在所在的那一处写它",
        en='an old address leads to one place; "{alias}" is claimed at {first} already',
        en_mend="write it only where its words stand now",
    ),
    "C174": Message(
        zh="图表“{id}”（{kind}）须写“{key}”",
        zh_mend="bars 和 numbers 写 figures，pairs 写 pairs",
        en='the chart "{id}" ({kind}) must have `{key}`',
        en_mend="bars and numbers need `figures`, pairs needs `pairs`",
    ),
}
