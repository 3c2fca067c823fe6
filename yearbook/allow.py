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
SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})
INVISIBLE = re.compile("[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")


def instead(literal: str) -> Words:
    """What to write in place of an HTML tag or comment."""
    if literal.startswith("<!"):
        return Words("删去注释，要留的话写成校注 [^id]", "no comment; for a note write [^id]")
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


def scheme(href: str) -> str:
    """The scheme of an address in lower case, all disguises removed: entities, blanks, controls."""
    plain = href
    for _ in range(3):
        plain = INVISIBLE.sub("", unescape(plain))
    found = SCHEME.match(plain)
    return found.group(1).lower() if found else ""
