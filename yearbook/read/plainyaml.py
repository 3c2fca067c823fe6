"""YAML as it is nearly always written, read line by line; the parser reads all other YAML.

Known here are `key: words` in blocks, lists with a dash, and short lists in brackets. What is
not surely that, or may be a fault, gives None, so that the parser alone judges it.
"""

from __future__ import annotations

import re
from typing import TypeVar

from yearbook.read.nodes import List, Map, Node, Scalar

DEEPEST = 6
T = TypeVar("T", Map, List)
_START = r"(?:[^\s?:,\[\]{}#&*!|>'\"%@`-]|-(?=[0-9]))"  # of words that are no sign of YAML
_WORDS = rf"{_START}[^\n\t:#]*(?::(?=[^\s#])[^\n\t:#]*)*(?<! )"
_QUOTED = r"\"[^\"\\\n\t]*\"|'[^'\n\t]*'"
_KEY = "[A-Za-z0-9_][A-Za-z0-9_-]{0,99}"
_LINE = re.compile(
    rf"^(?:( *)(- (?! ))?(?:({_KEY}):(?![^ \n]))?"
    rf"(?: ?(?:({_WORDS})|({_QUOTED})|([\[{{][^\n\t#]*[\]}}])))?"
    r"(?: *(?<![^ \n])#(?:[ #].*)?)?|(.+))$",
    re.MULTILINE,
)
_INNER = re.compile(  # a bracket, or words with the brackets that close behind them
    rf"(?:({_KEY}): (?! ))?"
    rf"(?:([\[{{])|(?:({_START}[^\n\t:#?,\[\]{{}}]*(?<! ))|({_QUOTED}))([\]}}]*)(?:, (?! )|$))"
)
_SOUND = re.compile("[^\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffd-\uffff]*+")


def read(text: str) -> Map | None:
    """The mapping of a text of the ordinary form; None where the parser must read it."""
    return _Reader().read(text) if _SOUND.fullmatch(text) else None


class _Reader:
    """Builds nodes line by line; `open` are the collections that the next line may go on with."""

    def __init__(self) -> None:
        self.open: list[Map | List] = []
        self.waiting = ""  # the key of the innermost mapping whose value stands below

    def read(self, text: str) -> Map | None:
        here = None
        for line, row in enumerate(_LINE.findall(text), 1):
            indent, dash, key, words, quoted, flow, other = row
            if not (key or dash):
                if other or words or quoted or flow:
                    return None
                continue
            column = len(indent) + 1
            if not key:
                found = self._list(line, column)
                node = _value(line, column + 2, words, quoted, flow)
                if found is None or node is None:
                    return None
                found.items.append(node)
                here = None
                continue
            if dash or self.waiting or here is None or here.column != column:
                here = self._item(line, column) if dash else self._map(line, column)
                if here is None:
                    return None
                column = here.column
            if key in here.values:
                return None
            here.places[key] = line, column
            at = column + len(key) + 2
            if words:
                here.values[key] = Scalar(line, at, words, True)
            elif not (quoted or flow):
                self.waiting = key
            elif node := _value(line, at, words, quoted, flow):
                here.values[key] = node
            else:
                return None
        root = self.open[0] if self.open and not self.waiting else None
        return root if isinstance(root, Map) else None

    def _map(self, line: int, column: int) -> Map | None:
        """The mapping to which a key at a column belongs."""
        if self.waiting or not self.open:
            return self._add(Map(line, column), column - 1)
        found = self._open_at(column, Map)
        return found if isinstance(found, Map) else None

    def _item(self, line: int, column: int) -> Map | None:
        """The mapping that an item of a list at a column begins with its first key."""
        row = self._list(line, column)
        if row is None:
            return None
        made = Map(line, column + 2)
        row.items.append(made)
        self.open.append(made)
        return made

    def _list(self, line: int, column: int) -> List | None:
        """The list to which an item at a column belongs; it may stand right below its key."""
        if self.waiting:
            return self._add(List(line, column), column)
        found = self._open_at(column, List)
        return found if isinstance(found, List) else None

    def _add(self, made: T, most: int) -> T | None:
        """`made` as the value of the key that waits, in a mapping that begins at `most`."""
        if self.open:
            parent = self.open[-1]
            if parent.column > most or len(self.open) >= DEEPEST or isinstance(parent, List):
                return None
            parent.values[self.waiting] = made
            self.waiting = ""
        self.open.append(made)
        return made

    def _open_at(self, column: int, kind: type[Map | List]) -> Map | List | None:
        """The collection of a kind at a column; those within it are at their end."""
        while self.open:
            top = self.open[-1]
            if top.column < column:
                return None
            if top.column == column and type(top) is kind:
                return top
            self.open.pop()
        return None


def _value(line: int, column: int, words: str, quoted: str, flow: str) -> Node | None:
    """What stands behind a key or a dash; None where it is none of these."""
    if words:
        return Scalar(line, column, words, True)
    if quoted:
        return Scalar(line, column, quoted[1:-1], False, False, (line, column + 1))
    return _flow(line, column, flow) if flow else None


def _flow(line: int, column: int, text: str) -> Map | List | None:
    """A list or a mapping in brackets, which may hold others."""
    around: list[Map | List] = []
    made, at = None, 0
    while at < len(text):
        found = _INNER.match(text, at)
        if not found or len(around) > DEEPEST:
            return None
        key, opened, words, quoted, closed = found.groups()
        spot = column + found.start(2 if opened else 3 if words else 4)
        inner = _opened(line, spot, opened) if opened else None
        node = inner or _value(line, spot, words, quoted, "")
        if not (_holds(around[-1], key, column + at, node) if around else inner and not at):
            return None
        at = found.end()
        if inner:
            around.append(inner)
        for mark in closed or "":
            if not around or mark != _closing(around[-1]):
                return None
            made = around.pop()
    return None if around else made


def _holds(parent: Map | List, key: str | None, column: int, node: Node | None) -> bool:
    """Put a value into a collection; False where it does not belong there."""
    if node is None or bool(key) != isinstance(parent, Map):
        return False
    if isinstance(parent, List):
        parent.items.append(node)
        if isinstance(node, Scalar):
            node.inline = True
        return True
    if not key or key in parent.values:
        return False
    parent.places[key] = parent.line, column
    parent.values[key] = node
    return True


def _opened(line: int, column: int, bracket: str) -> Map | List:
    return Map(line, column) if bracket == "{" else List(line, column, [], flow=True)


def _closing(node: Map | List) -> str:
    return "}" if isinstance(node, Map) else "]"
