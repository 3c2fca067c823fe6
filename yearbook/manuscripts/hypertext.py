"""Web pages and texts pasted from them (.html): paragraphs, headings, lists, tables, notes."""

from __future__ import annotations

import re

from yearbook.manuscripts import htmltree
from yearbook.manuscripts.blocks import Remark
from yearbook.manuscripts.encoding import decode
from yearbook.manuscripts.htmlnotes import Notes
from yearbook.manuscripts.htmlwalk import Walk
from yearbook.manuscripts.reading import Found, Reading

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.I)
_NAMES = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}


def read(data: bytes, reading: Reading) -> Found:
    """What a web page holds; scripts, styles and comments are left out."""
    text, reading.encoding = decode(data, _said(data))
    root = htmltree.parsed(text)
    walk = Walk(reading, Notes(root))
    walk.into(root)
    walk.end()
    remarks = (Remark(key, tuple(found)) for key, found in walk.remarks.items())
    return Found(tuple(walk.blocks), tuple(walk.pictures.values()), tuple(remarks))


def _said(data: bytes) -> str:
    """The encoding that the page names for itself, when it is one read here."""
    found = _CHARSET.search(data[:4096])
    return _NAMES.get(found[1].decode("ascii").lower(), "") if found else ""
