"""Kinds of values: each reads a node into a value, or adds an issue and gives None.

The same kind says what a JSON Schema must allow; so the reader and the schemas agree.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from sys import intern
from typing import Any, Protocol

from yearbook import address
from yearbook.issues import Words, near
from yearbook.read.nodes import Broken, List, Map, Node, Scalar
from yearbook.read.plainwords import mark
from yearbook.read.text import Source
from yearbook.record import positional

Schema = dict[str, Any]
INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
UNLIKE_WORDS = frozenset(("", "~", "null", "Null", "NULL", "true", "false"))
UNMARKED = re.compile(r"[^\s\[{~<!*&，](?:[^\n\[{~<!*&，]*[^\s\[{~<!*&，])?")
COMMON = 5  # characters; shorter words, such as units, are kept once
TEXT_WHAT = Words("一段文字", "text")
ID_FORM = "^[a-z][a-z0-9-]{0,59}$"


class Written(str):
    """Words that remember where in their file they stand, for a later fault.

    `begin` is the line and column of the first word itself: behind a quote, in a block.
    """

    __slots__ = ("column", "inner", "line")
    line: int
    column: int
    inner: tuple[int, int] | None

    @classmethod
    def at(cls, text: str, node: Scalar) -> Written:
        made = cls(text)
        made.line, made.column, made.inner = node.line, node.column, node.inner
        return made

    @classmethod
    def spot(cls, text: str, line: int, column: int) -> Written:
        made = cls(text)
        made.line, made.column, made.inner = line, column, None
        return made

    @property
    def begin(self) -> tuple[int, int]:
        return self.inner or (self.line, self.column)


class Kind(Protocol):
    def read(self, node: Node, source: Source) -> Any:
        """The value, or None after adding an issue."""

    def schema(self) -> Schema: ...


def half(text: str) -> str:
    """`text` with full-width characters and curly quotes as their half-width ones."""
    quotes = str.maketrans("“”‘’、。", "\"\"'',.")
    return unicodedata.normalize("NFKC", text.translate(quotes)).strip().strip("\"'")


def is_plain(text: str) -> bool:
    """Whether words are on one line, without blanks around them and signs that marks begin with."""
    return text.isalnum() or UNMARKED.fullmatch(text) is not None


def fitting(node: Node, pattern: re.Pattern[str]) -> Scalar | None:
    """A scalar that is written in a form, of which nothing else need be asked."""
    if type(node) is Scalar and pattern.fullmatch(node.text) and node.text not in UNLIKE_WORDS:
        return None if node.inline and not node.text.isascii() else node
    return None


def scalar(node: Node, source: Source, what: Words) -> Scalar | None:
    """The node as one value of the sort `what`; a list, a mapping or nothing is a fault."""
    if not isinstance(node, Scalar) or node.empty:
        refuse(node, source, what)
        return None
    if node.inline and node.plain and "，" in node.text:
        source.fault(node.line, node.column, "C105", said=shorten(node.text))
        return None
    return node


def single(found: Scalar | None, source: Source) -> Scalar | None:
    """A name in a list that is not several, divided by 、."""
    if found and found.inline and found.plain and "、" in found.text:
        source.fault(found.line, found.column, "C105", said=shorten(found.text))
        return None
    return found


def refuse(node: Node, source: Source, what: Words) -> None:
    """The issue of a node that is not `what` it must be, or empty; none when it has one."""
    if isinstance(node, Scalar) and node.empty:
        source.fault(node.line, node.column, "C104", what=what)
    elif not isinstance(node, Broken):
        source.fault(node.line, node.column, "C103", what=what, stands=stands(node))


def stands(node: Node) -> Words:
    if isinstance(node, List):
        return Words("列表", "a list")
    if isinstance(node, Map):
        return Words("“键: 值”的一组字段", "a set of `key: value`")
    assert isinstance(node, Scalar)
    said = shorten(node.text)
    return Words(f"“{said}”", f'"{said}"')


def shorten(text: str, size: int = 30) -> str:
    return text if len(text) <= size else f"{text[: size - 1]}…"


@positional
class Text:
    """Plain words; on one line unless `lines`. A number is taken as it is written.

    With `marks` they quote a source or are a name whatever it is, and may hold marks of Markdown.
    They are `Written` if `placed`; of others nothing asks later where they stand.
    """

    lines: bool = False
    marks: bool = False
    placed: bool = True

    def read(self, node: Node, source: Source) -> str | None:
        if type(node) is Scalar and node.text not in UNLIKE_WORDS and is_plain(node.text):
            return self._kept(node.text, node)
        found = scalar(node, source, TEXT_WHAT)
        if found is None:
            return None
        if found.plain and found.text in ("true", "false"):
            source.fault(found.line, found.column, "C106", said=found.text)
            return None
        return self._words(found, source)

    def _words(self, found: Scalar, source: Source) -> str | None:
        text = found.text.strip()
        if not text:
            source.fault(found.line, found.column, "C104", what=TEXT_WHAT)
        elif "\n" in text and not self.lines:
            source.fault(found.line, found.column, "C117")
        elif not self.marks and (marked := mark(text)):
            said, mend = marked
            source.fault(found.line, found.column, "C134", said=shorten(said), mend=mend)
        else:
            return self._kept(text, found)
        return None

    def _kept(self, text: str, found: Scalar) -> str:
        if self.placed:
            return Written.at(text, found)
        return intern(text) if len(text) < COMMON else text

    def schema(self) -> Schema:
        return {"type": ["string", "number"]}


@positional
class Form:
    """One value of a fixed form: `code` is the issue when `pattern` does not fit all of it."""

    pattern: re.Pattern[str]
    what: Words
    code: str = "C107"

    def read(self, node: Node, source: Source) -> Written | None:
        if found := fitting(node, self.pattern):
            return Written.at(found.text, found)
        found = scalar(node, source, self.what)
        if found is None or self.pattern.fullmatch(found.text):
            return None if found is None else Written.at(found.text, found)
        mended = half(found.text)
        if mended != found.text and self.pattern.fullmatch(mended):
            source.fault(found.line, found.column, "C116", said=found.text, mended=mended)
        else:
            self.refuse(found, source)
        return None

    def refuse(self, found: Scalar, source: Source) -> None:
        source.fault(found.line, found.column, self.code, said=shorten(found.text), what=self.what)

    def schema(self) -> Schema:
        return {"type": ["string", "number"], "pattern": f"^(?:{self.pattern.pattern})$"}


ID_WHAT = Words(
    "标识（小写字母开头，只用 a–z、0–9 和 -）", "an id (a–z first, then a–z, 0–9 and -)"
)


def check_id(found: Scalar, source: Source) -> str | None:
    """The id, or None after an issue that proposes a good one."""
    return check_id_text(found.text, source, found.line, found.column)


def check_id_text(text: str, source: Source, line: int, column: int) -> str | None:
    """The id `text` that stands at a spot, or None after an issue that proposes a good one."""
    if address.ID.fullmatch(text):
        return text
    if len(text) > 60 and re.fullmatch(r"[a-z][a-z0-9-]*", text):
        source.fault(line, column, "C111", said=shorten(text), length=len(text))
    else:
        from yearbook.read.slugs import mend

        source.fault(line, column, "C110", said=shorten(text), mended=mend(text))
    return None


class Id:
    """A written id; the id of another thing is `Written`, so that a fault can point to it."""

    def read(self, node: Node, source: Source) -> str | None:
        found = fitting(node, address.ID) or single(scalar(node, source, ID_WHAT), source)
        if found is None or check_id(found, source) is None:
            return None
        return Written.at(found.text, found)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": ID_FORM}


class EntryId(Id):
    """The id of an entry; of one that is there as the entry has it, of another `Written`."""

    def read(self, node: Node, source: Source) -> str | None:
        if type(node) is Scalar and node.text in source.entries and not node.empty:
            return source.entries[node.text]
        return Id.read(self, node, source)


@positional
class Choice:
    """One of some words."""

    words: tuple[str, ...]

    def read(self, node: Node, source: Source) -> str | None:
        if type(node) is Scalar and node.text in self.words:
            return Written.at(node.text, node)
        found = scalar(node, source, self.what)
        if found is None or found.text in self.words:
            return None if found is None else Written.at(found.text, found)
        said = shorten(found.text)
        mend = near(found.text, self.words)
        source.fault(found.line, found.column, "C109", said=said, what=self.what, near=mend)
        return None

    @property
    def what(self) -> Words:
        return Words("、".join(self.words), ", ".join(self.words))

    def schema(self) -> Schema:
        numbers = [int(word) for word in self.words if INTEGER.fullmatch(word)]
        return {"enum": [*self.words, *numbers]}


DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LOOSE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
OTHERWISE = re.compile(
    r"([0-9]{4})\s*[-–—/.年]\s*([0-9]{1,2})(?:\s*[-–—/.月]\s*([0-9]{1,2}))?\s*[月日号]?"
)
DAY_WHAT = Words("日期，如 2017-03-01", "a date such as 2017-03-01")
LOOSE_WHAT = Words(
    "日期，如 2017、2017-03 或 2017-03-01", "a date such as 2017, 2017-03 or 2017-03-01"
)


def possible(text: str) -> bool:
    """Whether a date of the form YYYY, YYYY-MM or YYYY-MM-DD is in the calendar."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


@positional
class Day:
    """A day; `loose` allows a month or a year and keeps the text as written."""

    loose: bool = False

    def read(self, node: Node, source: Source) -> Any:
        found = fitting(node, LOOSE if self.loose else DAY)
        text = Written.at(found.text, found) if found else self._form(node).read(node, source)
        if text is not None and not possible(text):
            source.fault(node.line, node.column, "C108", said=text)
            return None
        return text if self.loose or text is None else date.fromisoformat(text)

    def _form(self, node: Node | None = None) -> Form:
        what = LOOSE_WHAT if self.loose else DAY_WHAT
        return Form(LOOSE if self.loose else DAY, self._such(node) or what)

    def _such(self, node: Node | None) -> Words | None:
        """A date that was written otherwise (2017/3/1, 2017年3月1日), as it must be written."""
        found = OTHERWISE.fullmatch(half(node.text)) if isinstance(node, Scalar) else None
        parts = [part for part in found.groups() if part] if found else []
        text = "-".join(part.zfill(2) for part in parts)
        good = (LOOSE if self.loose else DAY).fullmatch(text) and possible(text)
        return Words(f"日期，如 {text}", f"a date such as {text}") if good else None

    def schema(self) -> Schema:
        return (
            self._form().schema()
            if self.loose
            else {"type": "string", "pattern": f"^{DAY.pattern}$"}
        )


@positional
class FileIn:
    """A file of the edition, `FOLDER/NAME.EXTENSION`, as `Written`."""

    folder: str
    extensions: tuple[str, ...]

    def read(self, node: Node, source: Source) -> Written | None:
        return _file_form(self.folder, self.extensions).read(node, source)

    def schema(self) -> Schema:
        return _file_form(self.folder, self.extensions).schema()


@cache
def _file_form(folder: str, extensions: tuple[str, ...]) -> Form:
    name = rf"{folder}/[a-z0-9-]+\.(?:{'|'.join(extensions)})"
    example = f"{folder}/x.{extensions[0]}"
    what = Words(f"本卷的文件，如 {example}", f"a file of the edition such as {example}")
    return Form(re.compile(name), what, "C166")
