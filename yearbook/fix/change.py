"""What a fix wrote where."""

from __future__ import annotations

from dataclasses import dataclass

from yearbook.issues import Lang, Place


@dataclass(frozen=True, slots=True)
class Change:
    """What was written where: an entry's id, or the line of a figure."""

    place: Place
    kind: str
    text: str

    def line(self, lang: Lang) -> str:
        """`path:line: what was written`."""
        zh, en = {
            "id": ("已补条目标识", "wrote the id"),
            "figure": ("已起草数据，请核对 label", "drafted a figure, mend its label"),
            "slot": ("已填上待填的数据，请核对", "filled in a figure that waited, look it through"),
        }[self.kind]
        return f"{self.place}: {zh if lang == 'zh' else en}: {self.text}"
