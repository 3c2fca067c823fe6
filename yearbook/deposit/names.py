"""Names that travel: what a package is called, and whether paths in it fit every disk and disc.

ISO 9660 with Joliet takes 64 characters of a name and eight folders deep, Windows 260 of a path,
exFAT and Windows no reserved names and no twins by case.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from yearbook.address import WINDOWS_NAMES
from yearbook.issues import Words
from yearbook.model import Edition
from yearbook.read.slugs import mend

PART, PATH, DEEP = 64, 240, 8
ROOM = PART - len(".zip")
BAD = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[ .]$|^ ')


def slug(edition: Edition) -> str:
    """The yearbook in plain letters: its English title, else its address, else pinyin."""
    imprint = edition.imprint
    host = urlsplit(imprint.base_url).hostname or ""
    said = next(filter(None, (imprint.title_en, host, imprint.title)), "")
    words = [word for word in re.findall("[0-9A-Za-z]+", said) if word.lower() != "the"]
    return mend(" ".join(words) or said, "yearbook")


def bag_name(edition: Edition) -> str:
    """What a package is called, such as haitang-library-yearbook-2017."""
    room = ROOM - len(edition.id) - 1
    found = slug(edition)
    if len(found) > room:
        found = found[:room].rpartition("-")[0] or found[:room]
    return f"{found}-{edition.id}".strip("-")


def faults(paths: Iterable[str]) -> Iterator[tuple[str, Words]]:
    """Each path that does not travel, and why."""
    first: dict[str, str] = {}
    for path in paths:
        other = first.setdefault(path.casefold(), path)
        if other != path:
            yield path, Words(f"只差大小写的有 {other}", f"{other} differs in case only")
        elif why := _fault(path):
            yield path, why


def _fault(path: str) -> Words | None:
    parts = path.split("/")
    if not unicodedata.is_normalized("NFC", path):
        return Words("名称须是 NFC 形式", "names must be in NFC")
    for part in parts:
        length = len(part.encode("utf-16-le", "surrogatepass")) // 2
        if length > PART:
            return Words(
                f"“{part}”有 {length} 个字符，最多 {PART} 个",
                f"“{part}” has {length} characters; {PART} are allowed",
            )
        if BAD.search(part) or part.split(".")[0].lower() in WINDOWS_NAMES:
            return Words(f"名称“{part}”有的系统不许", f"some systems forbid the name “{part}”")
    if "%" in path:
        return Words("名称里不能有 %，BagIt 用它转写别的字符", "BagIt escapes other signs with %")
    if len(path) > PATH:
        return Words(
            f"路径有 {len(path)} 个字符，最多 {PATH} 个",
            f"the path has {len(path)} characters; {PATH} are allowed",
        )
    if len(parts) > DEEP:
        return Words(
            f"文件夹有 {len(parts)} 层，光盘最多 {DEEP} 层",
            f"it lies {len(parts)} levels deep; discs have {DEEP}",
        )
    return None
