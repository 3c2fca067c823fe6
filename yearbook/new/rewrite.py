"""Changes to the text of a YAML file, by its nodes; all else stays: comments, order, blanks."""

from __future__ import annotations

from typing import cast

import yaml


class Rewrite:
    """A YAML file that reads without errors, and what is to be changed in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = cast(yaml.MappingNode, yaml.compose(text, Loader=yaml.SafeLoader))
        self.edits: list[tuple[int, int, str]] = []

    def result(self) -> str:
        text = self.text
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def get(self, key: str, within: yaml.Node | None = None) -> yaml.Node | None:
        """The value of a key of a mapping, by default of the file's own."""
        rows = (within or self.root).value
        return next((value for name, value in rows if name.value == key), None)

    def put(self, node: yaml.Node, text: str) -> None:
        """Write `text` in place of a scalar."""
        block = getattr(node, "style", None) in ("|", ">")  # it ends where the next line begins
        end = "\n" if block else ""
        self.edits.append((node.start_mark.index, node.end_mark.index, text + end))

    def add_first(self, lines: list[str], after: tuple[str, ...] = ()) -> None:
        """Add keys at the head of the file, behind the last of the scalars `after`."""
        if self.root.flow_style:
            at = self.root.start_mark.index + 1
            self.edits.append((at, at, "".join(f"{line}, " for line in lines)))
            return
        ends = [value.end_mark.index for key, value in self.root.value if key.value in after]
        at = self._line_end(max(ends)) if ends else self.root.start_mark.index
        new = "".join(f"{line}\n" for line in lines)
        self.edits.append((at, at, new if at == 0 or self.text[at - 1] == "\n" else f"\n{new}"))

    def drop(self, keys: tuple[str, ...], within: yaml.MappingNode | None = None) -> None:
        """Take keys out of a mapping, by default the file's own, with the comments on their lines.

        Of one in braces each goes with the comma behind it, the last ones with that before.
        """
        node = within or self.root
        rows, kept = node.value, [n for n, (k, _) in enumerate(node.value) if k.value not in keys]
        if rows and not kept:
            end = "" if node.flow_style else "\n"
            self.edits.append((node.start_mark.index, node.end_mark.index, "{}" + end))
            return
        for nth, (name, value) in enumerate(rows):
            if name.value not in keys:
                continue
            start = self.text.rfind("\n", 0, name.start_mark.index) + 1
            alone = not self.text[start : name.start_mark.index].strip()
            if not node.flow_style and (alone or nth + 1 == len(rows)):
                self.edits.append((start, self._line_end(value.end_mark.index), ""))
            elif nth < kept[-1]:
                self.edits.append((name.start_mark.index, rows[nth + 1][0].start_mark.index, ""))
        if node.flow_style and rows and kept[-1] + 1 < len(rows):
            self.edits.append((rows[kept[-1]][1].end_mark.index, rows[-1][1].end_mark.index, ""))

    def tail(self, node: yaml.Node) -> tuple[int, int]:
        """The rest of the line behind a node."""
        return node.end_mark.index, self._line_end(node.end_mark.index)

    def _line_end(self, at: int) -> int:
        """Behind the line on which `at` stands; `at` itself where a line begins."""
        if at and self.text[at - 1] == "\n":
            return at
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1
