"""What to write instead of raw HTML, and which addresses a link may have."""

from __future__ import annotations

import re
from html import unescape

from yearbook.issues import Words

INSTEAD = {
    "b strong": ("**文字**", "**words**"),
    "i em": ("*文字*", "*words*"),
    "br": ("空一行，另起一段", "a blank line, to begin a new paragraph"),
    "p div span section center font": ("去掉标签，只留文字", "the words without the tag"),
    "a": ("[文字](地址)", "[words](address)"),
    "img figure picture": ('![替代文字](images/x.jpg "图注")', '![words](images/x.jpg "caption")'),
    "h1 h2 h3 h4 h5 h6": ("### 小标题", "### heading"),
    "ul ol li": ("- 或 1. 开头的行", "lines that begin with - or 1."),
    "table thead tbody tr td th": ("| 甲 | 乙 | 式的表格", "a table with | between its cells"),
    "blockquote": ("> 开头的行", "lines that begin with >"),
    "hr": ("单独一行 ---", "--- on a line of its own"),
    "code pre kbd tt": ("`文字`", "`words`"),
    "sup sub": ("上标、下标字符，如 m²、CO₂", "raised or lowered characters, as in m², CO₂"),
    "del s strike ins": ("{~~旧~>新~~}{>>说明<<}", "{~~old~>new~~}{>>reason<<}"),
    "script style iframe object embed form input button svg video audio link meta base": (
        "删去，页面不执行也不嵌入这类内容",
        "nothing: pages neither run nor embed such things",
    ),
}
COMPLETE = {
    "](": ("链接写作 [文字](地址)，地址后有 )", "write a link as [words](address), with its )"),
    "] (": ("链接写作 [文字](地址)，中间没有空格", "write [words](address) without a blank"),
    "[^": ("校注写作 [^标识]，标识如 scope", "write a note as [^id], its id such as scope"),
    "^[": ("校注写作 [^标识]，注文另起一段", "write [^id], and the note in its own paragraph"),
    "[[": ("链接写作 [文字](地址)", "write a link as [words](address)"),
    "{%": ("删去，页面的样子由模板决定", "delete it; templates make the pages"),
    "~~": ("删改写作 {~~旧~>新~~}{>>说明<<}", "write a change as {~~old~>new~~}{>>reason<<}"),
    "==": ("删去，或用 **文字** 强调", "delete it, or stress words with **words**"),
    "\\": ("删去行末的 \\；另起一段就空一行", "delete the \\; begin a paragraph by a blank line"),
}
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})
INVISIBLE = re.compile("[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")


def instead(literal: str) -> Words:
    """What to write in place of an HTML tag or comment."""
    if literal.startswith("<!"):
        return Words(
            "注释独占一行，前后各空一行；要给读者看的，写成校注 [^id]",
            "put a comment on lines of its own between blank lines; for a note write [^id]",
        )
    name = re.match(r"</?([A-Za-z0-9]+)", literal)
    tag = name.group(1).lower() if name else ""
    for tags, (zh, en) in INSTEAD.items():
        if tag in tags.split():
            return Words(f"改写为：{zh}", f"write instead: {en}")
    return Words(
        r"改用 Markdown；只是尖括号的话写 \<", r"write Markdown; for a mere bracket write \<"
    )


def entity(literal: str) -> Words:
    """What to write in place of a character entity."""
    char = unescape(literal)
    if len(char) == 1 and char.isprintable() and not char.isspace() and char != "&":
        return Words(f"直接写“{char}”", f"write “{char}” itself")
    return Words(
        r"直接写这个字符；要原样显示的话写 \&", r"write the character itself, or \& to show it"
    )


def complete(mark: str) -> Words:
    """How a mark is completed that Markdown left standing."""
    for start, (zh, en) in COMPLETE.items():
        if mark.startswith(start):
            return Words(zh, en)
    return Words(
        rf"前后成对地写；要原样显示的话，前面加 \，如 \{mark[:1]}",
        rf"write it before and after the words; to show it put \ before it, as in \{mark[:1]}",
    )


def scheme(href: str) -> str:
    """The scheme of an address in lower case, all disguises removed: entities, blanks, controls."""
    plain = href
    for _ in range(3):
        plain = INVISIBLE.sub("", unescape(plain))
    found = SCHEME.match(plain)
    return found.group(1).lower() if found else ""
