"""What kind of file bytes are: what they begin with decides, not the ending of a name."""

from __future__ import annotations

import re

from yearbook.issues import Words

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
ENDINGS = {
    ".docx": "docx",
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".csv": "csv",
}
BETTER = {"docx": ".docx", "text": ".txt", "html": ".html", "xlsx": ".xlsx", "csv": ".csv"}
NAMES: dict[str, str | Words] = {
    "docx": Words("Word 文档", "a Word document"),
    "text": Words("纯文本", "plain text"),
    "html": Words("网页（HTML）", "a web page (HTML)"),
    "xlsx": Words("Excel 工作簿", "an Excel workbook"),
    "csv": Words("纯文本", "plain text"),
}
_STRANGE: tuple[tuple[bytes, str | Words], ...] = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"MIME-Version:", Words("单个文件网页（MHT）", "a web archive (MHT)")),
    (b"\x89PNG", Words("图片", "a picture")),
    (b"\xff\xd8\xff", Words("图片", "a picture")),
    (b"GIF8", Words("图片", "a picture")),
    (b"BM", Words("图片", "a picture")),
    (b"II*\0", Words("图片", "a picture")),
    (b"MM\0*", Words("图片", "a picture")),
    (b"Rar!", Words("压缩包", "an archive")),
    (b"7z\xbc\xaf", Words("压缩包", "an archive")),
    (b"\x1f\x8b", Words("压缩包", "an archive")),
    (b"MZ", Words("程序", "a program")),
    (b"\x7fELF", Words("程序", "a program")),
    (b"<?xml", "XML"),
)
_HTML = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?(?>(?><!--.{0,2000}?-->)\s*+)*+"
    rb"<(?:!doctype\s+html|html|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(rb"</(?:p|div|td|li|h[1-6]|span|table)\s*>", re.IGNORECASE)


def of_package(names: frozenset[str]) -> str | Words:
    """`docx` or `xlsx` by the parts of a zip; else what it is, as people call it."""
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if any(name.startswith("ppt/") for name in names):
        return Words("PowerPoint 演示文稿", "a PowerPoint presentation")
    if "content.xml" in names:
        return Words("OpenDocument 文件", "an OpenDocument file")
    return Words("压缩包", "an archive")


def strange(start: bytes) -> str | Words | None:
    """What a file is that is neither a package nor text; None for text."""
    if _HTML.match(_plain(start)):
        return None
    return next((name for magic, name in _STRANGE if start.startswith(magic)), None)


def of_text(start: bytes, ending: str) -> str:
    """`html`, `csv` or `text`; for text without a clear sign the ending decides."""
    plain = _plain(start)
    if _HTML.match(plain) or (ending == "html" and _TAGS.search(plain)):
        return "html"
    return ending if ending in ("csv", "html") else "text"


def _plain(start: bytes) -> bytes:
    """The bytes as their ASCII characters show, whatever the encoding."""
    return start.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").replace(b"\0", b"")
