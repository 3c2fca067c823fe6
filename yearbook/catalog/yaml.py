"""C03x–C05x: what YAML files must not hold."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "C029": Message(
        zh="括号须成对，这里的“{opened}”没有配上“{closing}”",
        zh_mend="补上“{closing}”；各项之间用英文逗号隔开",
        en='brackets must be paired; this "{opened}" has no "{closing}"',
        en_mend='add "{closing}", and commas between the items',
    ),
    "C030": Message(
        zh="从这里起读不懂，多半是缩进没有对齐（YAML 解析器说：{problem}）",
        zh_mend="让同一层的各行左边对齐，下一层多缩进两个空格",
        en="it cannot be understood from here on, mostly for lines that are not aligned"
        " (the YAML parser says: {problem})",
        en_mend="align the lines of one level and indent the next level by two blanks",
    ),
    "C031": Message(
        zh="引号须成对，这里的 {quote} 没有配上",
        zh_mend="在文字末尾补上 {quote}",
        en="quotes must be paired; the {quote} here is never closed",
        en_mend="add {quote} at the end of the words",
    ),
    "C032": Message(
        zh="冒号之后须有一个空格，“{key}:”之后没有",
        zh_mend="写成“{key}: …”",
        en='a colon must be followed by a blank; none follows "{key}:"',
        en_mend="write `{key}: …`",
    ),
    "C033": Message(
        zh="一行中只能有一个“: ”，这里是第二个，或者这一行的缩进不对",
        zh_mend="文字中本有冒号的，整段加英文双引号；否则与上一行左边对齐",
        en='a line may hold one ": " only; here is a second, or the line is indented wrongly',
        en_mend="put words that hold a colon in straight double quotes; else align the line",
    ),
    "C034": Message(
        zh="这一行须是“键: 值”，现为“{said}”",
        zh_mend="补上英文冒号和空格；若它接着上一行的文字，请缩进",
        en='this line must be `key: value`; it is "{said}"',
        en_mend="add a colon and a blank; indent it if it continues the words above",
    ),
    "C035": Message(
        zh="缩进须用空格，这里用了制表符（Tab）",
        zh_mend="把制表符换成空格",
        en="lines must be indented by blanks; here is a tab",
        en_mend="replace the tab by blanks",
    ),
    "C036": Message(
        zh="没有引号的文字不能以“{char}”开头",
        zh_mend="整段加英文双引号",
        en='words without quotes must not begin with "{char}"',
        en_mend="put them in straight double quotes",
    ),
    "C037": Message(
        zh="键之后须为英文冒号加空格，“{key}”之后是全角冒号“：”",
        zh_mend="写成“{key}: …”",
        en='a key must be followed by ": "; "{key}" is followed by a full-width colon',
        en_mend="write `{key}: …`",
    ),
    "C038": Message(
        zh="缩进和冒号之后须用普通空格，这里是全角空格",
        zh_mend="换成英文空格",
        en="lines are indented by ordinary blanks; here is a full-width or no-break blank",
        en_mend="replace it by an ordinary blank",
    ),
    "C039": Message(
        zh="列表和字段须用英文括号，这里是全角括号",
        zh_mend="换成英文的 [ ] 或 {{ }}，各项之间用英文逗号",
        en="lists and fields need straight brackets; here is a full-width one",
        en_mend="use [ ] or {{ }} with commas between the items",
    ),
    "C040": Message(
        zh="同一层中键不能重复，“{key}”在第 {first} 行已有",
        zh_mend="合并两处，或改掉其中一个",
        en='a key may stand once only; "{key}" stands on line {first} already',
        en_mend="merge the two, or rename one",
    ),
    "C041": Message(
        zh="不能用 YAML 的锚点“&{name}”",
        zh_mend="删去“&{name}”；文字本身以 & 开头的，整段加英文双引号",
        en="YAML anchors such as `&{name}` must not be used",
        en_mend="delete `&{name}`; put words that begin with & in straight double quotes",
    ),
    "C042": Message(
        zh="不能用 YAML 的别名“*{name}”",
        zh_mend="把所指的内容再写一遍；文字本身以 * 开头的，整段加英文双引号",
        en="YAML aliases such as `*{name}` must not be used",
        en_mend="write the thing out again; put words that begin with * in straight double quotes",
    ),
    "C043": Message(
        zh="不能用 YAML 的标签“{tag}”",
        zh_mend="删去它；文字本身以 ! 开头的，整段加英文双引号",
        en="YAML tags such as `{tag}` must not be used",
        en_mend="delete it; put words that begin with ! in straight double quotes",
    ),
    "C044": Message(
        zh="不能用 YAML 的合并键“<<”",
        zh_mend="把要合并的字段逐个写出",
        en="the YAML merge key `<<` must not be used",
        en_mend="write the fields out",
    ),
    "C045": Message(
        zh="一个文件只能有一份内容，这里的“---”开始了第二份",
        zh_mend="删去“---”，或把后面的移到另一个文件",
        en="a file holds one document only; a second one begins at this `---`",
        en_mend="delete `---`, or move the rest to another file",
    ),
    "C046": Message(
        zh="文件最外层须是“键: 值”，现在不是",
        zh_mend="每行写“键: 值”，例如“title: 概述”",
        en="the top of the file must be `key: value` lines; it is not",
        en_mend="write `key: value` on each line, for example `title: …`",
    ),
    "C047": Message(
        zh="嵌套不能超过 {depth} 层",
        zh_mend="检查这里是否多打了括号或缩进",
        en="nesting must not be deeper than {depth} levels",
        en_mend="look for brackets or indents too many",
    ),
    "C048": Message(
        zh="文件中须有内容，这个是空的",
        zh_mend="写上“键: 值”，或删去这个文件",
        en="the file must hold something; it is empty",
        en_mend="write `key: value` lines, or delete the file",
    ),
    "C049": Message(
        zh="键须是一个词，这里不是",
        zh_mend="在冒号前写键的名称；文字以 {{ 或 [ 开头的，整段加英文双引号",
        en="a key must be a word; here it is not",
        en_mend="write the name of the key before the colon; quote words that begin with {{ or [",
    ),
    "C050": Message(
        zh="双引号中的反斜线“\\”在这里读不通",
        zh_mend="写成“\\\\”，或改用单引号",
        en="the backslash in these double quotes cannot be read",
        en_mend="write `\\\\`, or use single quotes",
    ),
    "C051": Message(
        zh="引号之后这一行须结束，后面还有文字",
        zh_mend="用引号把整段文字包起来；文字里要有引号时，用中文引号“”",
        en="nothing may follow the closing quote on this line",
        en_mend="put all the words in quotes; within them use curly quotes",
    ),
    "C052": Message(
        zh="空格加“#”之后的字会被当作注解而丢失：“{said}”",
        zh_mend="是正文的，整段加英文双引号；是注解的，在 # 之后空一格",
        en="what follows a blank and # would be lost as a comment: “{said}”",
        en_mend="put the words in straight double quotes; for a comment leave a blank after #",
    ),
    "C053": Message(
        zh="括号须成对，这里多了一个“{sign}”",
        zh_mend="删去它，或在前面补上与它相配的括号",
        en='brackets must be paired; here is a "{sign}" too many',
        en_mend="delete it, or add the bracket that opens it",
    ),
    "C054": Message(
        zh="括号里的各项须用英文逗号加空格隔开，从“{said}”起读不懂",
        zh_mend="在各项之间补上英文逗号，删去多余的；文字里有标点的，整项加英文双引号",
        en="the items within brackets are divided by a comma and a blank; from “{said}” on they"
        " cannot be understood",
        en_mend="add the missing comma or delete one too many; quote an item that holds signs",
    ),
    "C055": Message(
        zh="不用 YAML 的指令（% 开头的行）和文末标记（...），这里有“{said}”",
        zh_mend="删去这一行",
        en='YAML directives (lines that begin with %) and "..." are not used; here is "{said}"',
        en_mend="delete this line",
    ),
    "C056": Message(
        zh="列表的“-”之后须有一个空格，“{said}”没有",
        zh_mend="在“-”之后空一格",
        en='the "-" of a list must be followed by a blank; none follows in "{said}"',
        en_mend="leave a blank after the -",
    ),
    "C057": Message(
        zh="“{key}”须缩进两格，归入上面的“{owner}”",
        zh_mend="在它和它以下同属“{owner}”的各行前面加两个空格",
        en='"{key}" must be indented to belong to "{owner}" above it',
        en_mend='put two blanks before it and the other lines of "{owner}"',
    ),
}
