"""Citations after GB/T 7714—2025 and GB/T 7714—2015.

A volume with a place and a publisher is cited as a volume and its parts, any other as pages. Of
more than three who answer for it the first three are named. An element that is missing is left out.
A part without a published address names its volume instead, and no day of access is said.
"""

from __future__ import annotations

from typing import NamedTuple

from yearbook.cite.cited import Cited
from yearbook.record import positional


@positional
class Style:
    """The punctuation of one issue of the standard."""

    stop: str
    colon: str
    comma: str
    brackets: tuple[str, str]


class Halves(NamedTuple):
    """A citation before and after the day of access; `joint` stands before the day.

    Without an address there is nothing to access: all is `before`.
    """

    before: str
    joint: str
    after: str


NAMED = 3
OTHERS = "等"


STYLES = {
    "2025": Style(".", "：", "，", ("（", "）")),
    "2015": Style(". ", ": ", ", ", ("(", ")")),
}


def write(cited: Cited, accessed: str = "") -> str:
    """The citation in one line."""
    before, joint, after = halves(cited)
    return f"{before}{joint}[{accessed}]{after}" if accessed and after else before + after


def halves(cited: Cited) -> Halves:
    """The citation, cut where the day of access goes."""
    style = STYLES[cited.standard]
    head = f"{_joined(style, _authors(style, cited.authors), _title(style, cited))}{mark(cited)}"
    if cited.kind != "edition" and (cited.printed or not cited.url):
        head += f"//{_joined(style, cited.editor, _host(style, cited))}"
    made = _volume(style, cited, head) if cited.printed else _page(style, cited, head)
    return made if cited.url else Halves(made.before + made.after, "", "")


def mark(cited: Cited) -> str:
    """What kind of document it is, and that it is read online."""
    if cited.kind == "figure":
        return "[DS/OL]"
    return "[M/OL]" if cited.printed else "[EB/OL]"


def _page(style: Style, cited: Cited, head: str) -> Halves:
    """`head.（issued）[accessed].url`."""
    if not cited.issued:
        return Halves(head, style.stop, _address(style, cited))
    issued = cited.issued.join(style.brackets)
    return Halves(f"{head}{style.stop}{issued}", "", _address(style, cited))


def _volume(style: Style, cited: Cited, head: str) -> Halves:
    """`head.place：publisher，year[accessed].url`."""
    issued = f"{cited.place}{style.colon}{cited.publisher}"
    year = f"{style.comma}{cited.issued[:4]}" if cited.issued else ""
    return Halves(f"{head}{style.stop}{issued}{year}", "", _address(style, cited))


def _address(style: Style, cited: Cited) -> str:
    return style.stop + cited.url if cited.url else "."


def _authors(style: Style, names: tuple[str, ...]) -> str:
    """The names; of more than three the first three and 等."""
    shown = (*names[:NAMED], OTHERS) if len(names) > NAMED else names
    return style.comma.join(shown)


def _title(style: Style, cited: Cited) -> str:
    return _host(style, cited) if cited.kind == "edition" else cited.title


def _host(style: Style, cited: Cited) -> str:
    """The yearbook and its volume: 东营市总工会年鉴：2017."""
    return f"{cited.host}{style.colon}{cited.volume}"


def _joined(style: Style, *parts: str) -> str:
    return style.stop.join(part for part in parts if part)
