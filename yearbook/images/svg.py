"""SVG: its size, and what a picture must not hold (scripts, strangers' files, entities).

Read with the standard library's expat, which stops at the first document type declaration, so
that no entity is ever expanded.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

_BEFORE = r"(?>\s+|<\?(?s:.*?)\?>|<!--(?s:.*?)-->|<!DOCTYPE[^>\[]*+(?:\[(?s:.*?)\]\s*+)?>)*+"
_START = re.compile(_BEFORE + r"<(?:[\w.-]+:)?svg[\s/>]")
_NUMBER = r"(?>\d+(?:\.\d*)?|\.\d+)(?>e[+-]?\d+)?"
_UNIT = r"px|pt|pc|in|cm|mm|q|em|rem|ex"
_LENGTH = re.compile(rf"\s*+\+?({_NUMBER})\s*+({_UNIT})?\s*+", re.IGNORECASE)
_PIXELS = {"pt": 4 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}
_PIXELS |= {"em": 16, "rem": 16, "ex": 8}
_ACTIVE = frozenset(
    [
        "script",
        "foreignobject",
        "handler",
        "listener",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
    ]
)
_CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", re.DOTALL)
_CSS_USE = re.compile(
    r"(?:url|src|image|image-set)\(\s*+['\"]?([^)'\"]*+)|@import\s*+[^;]*+", re.IGNORECASE
)
_OWN = re.compile(r"#|data:(?:image/(?:png|jpeg|webp|gif)|font/)", re.IGNORECASE)

Found = tuple[str, tuple[tuple[str, object], ...]]


class _Doctype(Exception):
    """The document declares a document type."""


@dataclass(slots=True)
class _Reading:
    """What one pass over the document found."""

    root: dict[str, str] = field(default_factory=dict)
    depth: int = 0
    style: list[str] | None = None
    wrong: dict[Found, None] = field(default_factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.depth:
            self.root = attributes
        self.depth += 1
        if _local(name) == "style":
            self.style = []
        if _local(name) in _ACTIVE:
            self.active(f"<{name}>")
        for key, value in attributes.items():
            self.attribute(key, value)

    def end(self, name: str) -> None:
        self.depth -= 1
        if self.style and _local(name) == "style":
            self.css("".join(self.style))
            self.style = None

    def text(self, text: str) -> None:
        if self.style is not None:
            self.style.append(text)

    def instruction(self, target: str, text: str) -> None:
        if target == "xml-stylesheet":
            self.foreign(f"<?{target} {text}?>")

    def attribute(self, key: str, value: str) -> None:
        name, packed = _local(key), re.sub(r"[\s\x00-\x20]+", "", value).lower()
        target = _local(packed) if name == "attributename" else ""
        if name.startswith("on") or target.startswith("on") or "javascript:" in packed:
            self.active(f'{key}="{value}"')
        elif name == "href" or target == "href" or key == "xml:base":
            if not _OWN.match(packed) or target:
                self.foreign(f'{key}="{value}"')
        elif not key.startswith("xmlns"):
            self.css(value)

    def css(self, text: str) -> None:
        plain = _CSS_ESCAPE.sub(_unescaped, text)
        for use in _CSS_USE.finditer(plain):
            if not use[1] or not _OWN.match(use[1].strip()):
                self.foreign(use[0].strip())

    def active(self, what: str) -> None:
        self.wrong["C257", (("what", _short(what)),)] = None

    def foreign(self, what: str) -> None:
        self.wrong["C258", (("what", _short(what)),)] = None


def looks_like(data: bytes) -> bool:
    """Whether the first element is `svg`, whatever stands before it."""
    text = _head(data)
    return bool(_START.match(text.removeprefix("\ufeff")))


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height in CSS pixels, from the attributes or the viewBox; None when not said."""
    try:
        return _size(_read(data).root)
    except (_Doctype, expat.ExpatError, ValueError, LookupError):
        return None


def faults(data: bytes, name: str) -> Iterator[Found]:
    """What must not stand in a picture, each once."""
    try:
        reading = _read(data)
    except _Doctype:
        yield "C256", (("name", name),)
    except expat.ExpatError as fault:
        yield "C259", (("name", name), ("line", fault.lineno), ("column", fault.offset + 1))
    except (ValueError, LookupError):
        yield "C259", (("name", name), ("line", 1), ("column", 1))
    else:
        for code, args in reading.wrong:
            yield code, (("name", name), *args)
        if _size(reading.root) is None:
            yield "C260", (("name", name),)


def _read(data: bytes) -> _Reading:
    reading = _Reading()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.ProcessingInstructionHandler = reading.instruction
    parser.Parse(data, True)
    return reading


def _refuse(*_: object) -> None:
    raise _Doctype


def _head(data: bytes) -> str:
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    return data.decode("utf-16" if wide else "utf-8", "replace")


def _size(root: dict[str, str]) -> tuple[int, int] | None:
    width, height = _pixels(root.get("width", "")), _pixels(root.get("height", ""))
    box = [_pixels(part) for part in root.get("viewBox", "").replace(",", " ").split()[2:]]
    if len(box) == 2 and all(box):
        across, down = box
        width, height = (
            width or (height * across / down if height else across),
            height or (width * down / across if width else down),
        )
    return (_rounded(width), _rounded(height)) if width and height else None


def _pixels(written: str) -> float:
    """A length in CSS pixels; 0 where it says none, such as a percentage."""
    found = _LENGTH.fullmatch(written)
    value = float(found[1]) * _PIXELS.get((found[2] or "px").lower(), 1) if found else 0.0
    return value if math.isfinite(value) else 0.0


def _rounded(length: float) -> int:
    return max(1, round(min(length, 1e9)))


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _unescaped(found: re.Match[str]) -> str:
    if not found[1]:
        return found[2]
    code = int(found[1], 16)
    return chr(code) if code < 0xD800 or 0xDFFF < code <= 0x10FFFF else "\ufffd"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"
