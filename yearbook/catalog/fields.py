"""C10x–C11x, C132–C137: fields and their values."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {
    "C101": Message(
        zh="这里没有名为“{key}”的键",
        zh_mend="{near}",
        en='there is no key "{key}" here',
        en_mend="{near}",
    ),
    "C102": Message(
        zh="这里须有“{key}”，现在没有",
        zh_mend="补上“{key}: …”",
        en='"{key}" must be here; it is missing',
        en_mend="add `{key}: …`",
    ),
    "C103": Message(
        zh="这里须是{what}，现为{stands}",
        zh_mend="照所示的样子改写",
        en="this must be {what}; it is {stands}",
        en_mend="rewrite it as shown",
    ),
    "C104": Message(
        zh="这里须写{what}，现在空着",
        zh_mend="补上，或删去这一行",
        en="{what} must stand here; it is empty",
        en_mend="fill it in, or delete the line",
    ),
    "C105": Message(
        zh="列表各项须用英文逗号隔开，“{said}”中是中文的逗号或顿号",
        zh_mend="换成英文逗号加空格；逗号本属文字的，整项加英文双引号",
        en='the items of a list are divided by ", "; "{said}" holds a Chinese comma',
        en_mend='use ", "; put an item that holds the comma in straight double quotes',
    ),
    "C106": Message(
        zh="这里须是一段文字，现为表示真假的 {said}",
        zh_mend='确是文字的，写成 "{said}"',
        en="this must be text; {said} stands for yes or no",
        en_mend='write "{said}" in double quotes if it is meant as text',
    ),
    "C107": Message(
        zh="这里须是{what}，现为“{said}”",
        zh_mend="照所示的样子改写",
        en='this must be {what}; it is "{said}"',
        en_mend="rewrite it as shown",
    ),
    "C108": Message(
        zh="日期须在日历上存在，没有 {said} 这一天",
        zh_mend="核对年、月、日",
        en="a date must be in the calendar; {said} is not",
        en_mend="check the year, the month and the day",
    ),
    "C109": Message(
        zh="这里只能写：{what}；现为“{said}”",
        zh_mend="{near}",
        en='this must be one of: {what}; it is "{said}"',
        en_mend="{near}",
    ),
    "C110": Message(
        zh="标识须以小写字母开头，只用 a–z、0–9 和连字符 -，“{said}”不是",
        zh_mend="可改为“{mended}”",
        en='an id begins with a–z and holds a–z, 0–9 and "-" only; "{said}" does not',
        en_mend='"{mended}" would do',
    ),
    "C111": Message(
        zh="标识和文件名不能超过 60 个字符，“{said}”有 {length} 个",
        zh_mend="改短",
        en='an id or a stem has at most 60 characters; "{said}" has {length}',
        en_mend="shorten it",
    ),
    "C112": Message(
        zh="这里须是{what}，现为“{said}”",
        zh_mend="写阿拉伯数字，前面不加 0",
        en='this must be {what}; it is "{said}"',
        en_mend="write it in digits, without a leading 0",
    ),
    "C113": Message(
        zh="取自表格的数据（有“table”）不能再写“value”",
        zh_mend="删去“value”；数值即表格中的那一格",
        en="a figure that is a cell of a table must not have a `value` as well",
        en_mend="delete `value`; the cell is the value",
    ),
    "C114": Message(
        zh="数值须是{what}；现为“{said}”",
        zh_mend="只写数字；余、多写在 approx，量词写在 unit",
        en='a value must be {what}; it is "{said}"',
        en_mend="write the number only; 余 and 多 go into `approx`, the measure word into `unit`",
    ),
    "C115": Message(
        zh="起止日期须先后相承，{start} 在 {end} 之后",
        zh_mend="把两个日期对调，或改正其中一个",
        en="a period must begin before it ends; {start} is after {end}",
        en_mend="exchange the dates, or mend one",
    ),
    "C116": Message(
        zh="这里须用半角字符，现为“{said}”",
        zh_mend="改为“{mended}”",
        en='this must be in half-width characters; it is "{said}"',
        en_mend='write "{mended}"',
    ),
    "C117": Message(
        zh="这里只能写一行，现在不止一行",
        zh_mend="合成一行",
        en="this must be one line; it is more",
        en_mend="join the lines",
    ),
    "C118": Message(
        zh="这里至多写 {most} 项，现有 {count} 项",
        zh_mend="留下最要紧的 {most} 项",
        en="there must be at most {most} items; there are {count}",
        en_mend="keep the {most} that matter most",
    ),
    "C119": Message(
        zh="列表中各项不能重复，“{said}”已有",
        zh_mend="删去重复的一项",
        en='the items of a list must differ; "{said}" stands there already',
        en_mend="delete the repeated one",
    ),
    "C135": Message(
        zh="count 不能小于 named 所列：count 是 {count}，named 列了 {named} 个",
        zh_mend="改正 count，或删去多列的",
        en="count must not be less than what named lists: it is {count}, named lists {named}",
        en_mend="mend count, or delete what is too much",
    ),
    "C136": Message(
        zh="书号须是 13 位（2007 年前为 10 位）并且校验码正确，“{said}”{why}",
        zh_mend="照版权页核对",
        en='an ISBN must have 13 digits (10 before 2007) and the right check digit; "{said}" {why}',
        en_mend="compare it with the imprint page",
        severity="warning",
    ),
    "C134": Message(
        zh="YAML 里的文字照原样显示，不能有“{said}”这样的标记",
        zh_mend="{mend}",
        en='the words of a YAML file are shown as they are; they must not hold marks such as "{said}"',
        en_mend="{mend}",
    ),
    "C137": Message(
        zh="数的整数部分至多 {whole} 位，小数部分至多 {part} 位，“{said}”超过了",
        zh_mend="改写短些，大数把 万、亿 写在 unit",
        en='a number has at most {whole} digits before the point and {part} after; "{said}" has more',
        en_mend="shorten it; put 万 or 亿 into `unit` for a large number",
    ),
    "C133": Message(
        zh="花括号中的数不能带逗号，“,{said}”成了另一个键",
        zh_mend="去掉数中的逗号，或给整个数加英文双引号",
        en='a number within braces must not hold a comma; ",{said}" became a key of its own',
        en_mend="leave the comma out, or put the whole number in straight double quotes",
    ),
    "C132": Message(
        zh="网址须以 http:// 或 https:// 开头并写全，不带空格，“{said}”不是",
        zh_mend="照这样写：https://example.org/yearbook/",
        en='an address must be whole, begin with http:// or https:// and hold no blanks; "{said}"'
        " does not",
        en_mend="write it like https://example.org/yearbook/",
    ),
    "C138": Message(
        zh="网站的网址须是它所在的文件夹，“{said}”不是",
        zh_mend="只写到最后一个 / 为止，如 https://example.org/yearbook/；不写网页的名称，不用 ..",
        en='the address of the site must be that of its folder; "{said}" is not',
        en_mend="write it up to the last slash, as https://example.org/yearbook/, without the name"
        " of a page and without ..",
    ),
}
