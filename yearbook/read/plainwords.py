"""Marks of Markdown and HTML in the YAML files, whose words are shown exactly as written."""

from __future__ import annotations

import re

from yearbook.issues import Words

MARK = re.compile(
    r"\[\^[^\[\]\s]{1,60}\]|\{~~|~~\}|\{>>|<<\}|!?\[[^\[\]\n]{0,200}\]\([^()\s]{1,200}\)"
    r"|\*\*[^*\s][^*\n]{0,200}\*\*|</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]{0,200})?/?>|<!--"
    r"|&(?:#[0-9]{1,7}|[a-zA-Z]{2,12});"
)
MENDS = (
    ("[^", Words("删去它，注文写进这一条的 note:", "delete it, and write the note under note:")),
    (
        ("{", "~", "<<"),
        Words(
            "直接写更正后的文字，原作什么写进 corrections",
            "write the corrected words alone, and under corrections what was printed",
        ),
    ),
    (
        ("[", "!["),
        Words("只留文字；要链接的，写在正文里", "leave the words; a link belongs into prose"),
    ),
    ("", Words("去掉标记，只留文字", "leave the words without the marks")),
)


def mark(text: str) -> tuple[str, Words] | None:
    """The first mark in words that must be plain, and the mend; None for none."""
    found = MARK.search(text)
    if found is None:
        return None
    said = found.group()
    return said, next(mend for start, mend in MENDS if said.startswith(start))
