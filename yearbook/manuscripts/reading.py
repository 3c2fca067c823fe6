"""What a reader of manuscripts notes while it reads: faults, changes, and text left aside."""

from __future__ import annotations

from dataclasses import dataclass, field

from yearbook.issues import Issues, Place, Words
from yearbook.manuscripts.blocks import Change, Grid, Lost, Paragraph, Picture, Remark, Why

ASIDE: dict[Why, Words] = {
    "header": Words("页眉", "page headers"),
    "footer": Words("页脚", "page footers"),
    "comment": Words("批注", "comments"),
    "deleted": Words("修订中已删除的文字", "text that a tracked change deletes"),
    "hidden": Words("隐藏的文字或工作表", "hidden text or sheets"),
    "contents": Words("目录", "the table of contents"),
    "note": Words("正文没有引用的注释", "notes that the text does not refer to"),
    "object": Words("图表和艺术字中的文字", "text within charts and drawings"),
    "title": Words("网页的标题栏", "the title bar of a page"),
    "navigation": Words("网页的导航和页脚", "the navigation and the foot of a page"),
    "other": Words("其他不属于正文的文字", "other text outside the body"),
}


_MOST = 20


def spelt(char: str) -> str:
    return f"U+{ord(char):04X}"


class Refused(Exception):
    """The manuscript cannot be read: a code of the catalogue with its arguments.

    Caught in `source.read` alone.
    """

    def __init__(self, code: str, line: int = 0, column: int = 0, /, **args: object) -> None:
        super().__init__(code)
        self.code, self.line, self.column, self.said = code, line, column, args


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found in a file."""

    blocks: tuple[Paragraph | Grid, ...]
    pictures: tuple[Picture, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(slots=True)
class Reading:
    """A manuscript being read: its path as shown, and what is found besides its blocks.

    `by_line`: the places of its blocks are lines, as in a text file.
    """

    path: str
    issues: Issues
    by_line: bool = False
    encoding: str = ""
    changes: list[Change] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    doubtful: dict[tuple[str, str], list[int]] = field(default_factory=dict)

    def fault(self, code: str, line: int = 0, column: int = 0, /, **args: object) -> None:
        self.issues.add(Place(self.path, line, column), code, **args)

    def change(self, place: int, said: str, became: str = "") -> None:
        self.changes.append(Change(place, said, became))

    def doubt(self, code: str, char: str, place: int) -> None:
        """Remember that a doubtful character stands at a place."""
        self.doubtful.setdefault((code, char), []).append(place)

    def report_doubtful(self) -> None:
        """Each doubtful character once, at its first place; the first twenty."""
        for (code, char), places in list(self.doubtful.items())[:_MOST]:
            line = places[0] if self.by_line else 0
            args = {"said": char, "char": spelt(char), "place": places[0], "count": len(places)}
            self.fault(code, line, **args)

    def lose(self, text: str, why: Why, place: int = 0) -> None:
        """Keep text that is in no block, unless it is blank."""
        if text.strip():
            self.lost.append(Lost.at(text.strip(), why, place))
