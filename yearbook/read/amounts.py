"""Numbers in YAML: whole ones, and the values of figures as their editors wrote them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from yearbook.issues import Words
from yearbook.read.nodes import Node
from yearbook.read.text import Source
from yearbook.read.values import INTEGER, Form, Schema, fitting, shorten
from yearbook.record import positional

DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
MISSING_NUMBER, NIL = "…", "—"
WHOLE, PART = 15, 6  # digits before and after the point


@positional
class Whole:
    """A whole number from `least` on."""

    least: int = 1

    def read(self, node: Node, source: Source) -> int | None:
        what = Words(f"不小于 {self.least} 的整数", f"a whole number from {self.least} on")
        text = Form(INTEGER, what, "C112").read(node, source)
        if text is None or too_long(text, node.line, node.column, source):
            return None
        if int(text) < self.least:
            source.fault(node.line, node.column, "C112", said=text, what=what)
            return None
        return int(text)

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.least}


def fits(text: str) -> bool:
    """Whether a number has no more digits than charts and comparisons can bear."""
    if len(text) <= PART:
        return True
    whole, _, part = text.lstrip("-").replace(",", "").partition(".")
    return len(whole) <= WHOLE and len(part) <= PART


def too_long(text: str, line: int, column: int, source: Source) -> bool:
    """Whether a number does not fit; adds the issue that says so."""
    if fits(text):
        return False
    source.fault(line, column, "C137", said=shorten(text), whole=WHOLE, part=PART)
    return True


class Quantity(NamedTuple):
    """A number as written: its value (None for … and —) and its text."""

    value: Decimal | None
    written: str


@lru_cache(maxsize=2048)
def quantity(text: str) -> Quantity | None:
    """The quantity that `text` writes, grouped by commas or not; None when it writes none."""
    if text in (MISSING_NUMBER, NIL):
        return Quantity(None, text)
    return Quantity(Decimal(text.replace(",", "")), text) if DECIMAL.fullmatch(text) else None


NUMBER = Form(
    re.compile(f"{DECIMAL.pattern}|{MISSING_NUMBER}|{NIL}"),
    Words("数，如 30000 或 5.6；缺数写 …，没有写 —", "a number such as 30000 or 5.6"),
    "C114",
)


class Number:
    def read(self, node: Node, source: Source) -> Quantity | None:
        found = fitting(node, NUMBER.pattern)
        text = found.text if found else NUMBER.read(node, source)
        if text is None or too_long(text, node.line, node.column, source):
            return None
        return quantity(str(text))

    def schema(self) -> Schema:
        return {
            "anyOf": [
                {"type": "number"},
                {"type": "string", "pattern": f"^(?:{NUMBER.pattern.pattern})$"},
                {"type": "null"},  # in a draft
            ]
        }
