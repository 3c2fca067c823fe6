"""The styles of a Word file: which are headings, titles, captions, and which are bold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from yearbook.manuscripts.guarded import Element
from yearbook.manuscripts.wordxml import W, is_on, value

Role = Literal["", "title", "heading", "caption", "quote", "contents"]

_NUMERALS = "一二三四五六七八九"
_HEADING = re.compile(
    rf"(?:heading|标题|outline)[ _-]?([1-9{_NUMERALS}])|([1-9{_NUMERALS}])级标题", re.IGNORECASE
)
_ROLES: tuple[tuple[re.Pattern[str], Role, int], ...] = (
    (re.compile(r"toc( ?\d| heading|标题)?|.*目录 ?\d?|table of figures", re.I), "contents", 0),
    (re.compile(r"title|标题|文档标题|大标题", re.I), "title", 1),
    (re.compile(r"subtitle|副标题", re.I), "title", 2),
    (re.compile(r"caption|题注|图注|表注", re.I), "caption", 0),
    (re.compile(r"(intense )?quote|(明显)?引用", re.I), "quote", 0),
)
_HEAVY = re.compile("黑体|SimHei|小标宋|大标宋|粗宋|Heiti", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What of a style matters here; None and -1 where it says nothing itself."""

    id: str
    name: str = ""
    based_on: str = ""
    outline: int = -1
    bold: bool | None = None
    numbering: Element | None = None


class Styles:
    """The styles of a file, looked up along what each is based on."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else [_style(element) for element in root.iter(f"{W}style")]
        self._by_id = {style.id: style for style in reversed(found)}

    def role(self, style_id: str) -> tuple[Role, int]:
        """What paragraphs of this style are, and the level of a heading."""
        for style in self._chain(style_id):
            named = _role(style.name)
            if named[0]:
                return named
            if style.outline >= 0:
                return "heading", style.outline + 1
        return "", 0

    def bold(self, *style_ids: str) -> bool:
        """Whether the first of these styles that says so is bold."""
        chains = (style for style_id in style_ids for style in self._chain(style_id))
        return next((style.bold for style in chains if style.bold is not None), False)

    def numbering(self, style_id: str) -> Element | None:
        found = (style.numbering for style in self._chain(style_id))
        return next((element for element in found if element is not None), None)

    def _chain(self, style_id: str) -> Iterator[Style]:
        """The style and those it is based on; one that the file does not define has its id."""
        seen: set[str] = set()
        while style_id and style_id not in seen:
            seen.add(style_id)
            style = self._by_id.get(style_id, Style(style_id, style_id))
            yield style
            style_id = style.based_on


def _style(element: Element) -> Style:
    properties = element.find(f"{W}rPr")
    level = value(element.find(f"{W}pPr/{W}outlineLvl"))
    return Style(
        id=element.get(f"{W}styleId", ""),
        name=value(element.find(f"{W}name")),
        based_on=value(element.find(f"{W}basedOn")),
        outline=int(level) if level in tuple("012345678") else -1,
        bold=None if properties is None else is_bold(properties),
        numbering=element.find(f"{W}pPr/{W}numPr"),
    )


def _role(name: str) -> tuple[Role, int]:
    heading = _HEADING.fullmatch(name)
    if heading:
        said = heading[1] or heading[2]
        return "heading", _NUMERALS.find(said) + 1 or int(said)
    return next(((role, level) for sign, role, level in _ROLES if sign.fullmatch(name)), ("", 0))


def is_bold(properties: Element) -> bool | None:
    """Whether run properties say bold, or a face that serves for it; None for neither."""
    said = is_on(properties.find(f"{W}b"))
    fonts = properties.find(f"{W}rFonts")
    face = "" if fonts is None else fonts.get(f"{W}eastAsia", fonts.get(f"{W}ascii", ""))
    return True if _HEAVY.search(face) else said
