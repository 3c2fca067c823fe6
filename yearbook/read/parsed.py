"""YAML as its parser sees it → nodes, and what is wrong with it.

The nodes are composed from the parser's events, so that what the format does not know is refused
where it stands: duplicate keys, anchors, aliases (an alias bomb is never expanded), tags, merge
keys, several documents, deep nesting. No value is guessed here: a scalar is its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from yearbook.read.nodes import Broken, List, Map, Node, Scalar
from yearbook.read.text import Source
from yearbook.read.textfaults import CONTROL, LOST
from yearbook.read.yamlfaults import DEPTH, directive, fullwidth_key, report_syntax

COMMENT = re.compile(r"\s*(?<=\s)(#[^\s#].*)")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(text: str, source: Source) -> Map | None:
    """The mapping that a YAML file holds; None after a fault that leaves nothing to read."""
    composer = Composer(text, source)
    try:
        for event in _events(text):
            if not composer.take(event):
                return None
    except yaml.MarkedYAMLError as error:
        report_syntax(text, error, source)
        return None
    return composer.result()


def _events(text: str) -> Iterator[yaml.Event]:
    found: Iterator[yaml.Event] = yaml.parse(text, Loader=LOADER)
    return found


class Composer:
    """Builds nodes from events with a stack of its own, so that depth never costs the program's."""

    def __init__(self, text: str, source: Source) -> None:
        self.lines = text.split("\n")
        self.source = source
        self.stack: list[tuple[List | Map, Scalar | None, bool]] = []
        self.aliases: set[str] = set()
        self.key: Scalar | None = None
        self.root: Node | None = None
        self.documents = 0

    def take(self, event: yaml.Event) -> bool:
        """Take one event in; False when reading must stop."""
        if isinstance(event, yaml.ScalarEvent):
            broken = self._tagged(event) | self._cut_by_comment(event) | (LOST in event.value)
            self._put(Broken(*_at(event)) if broken else self._scalar(event))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            return self._open(event)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            node, self.key, tagged = self.stack.pop()
            self._put(Broken(node.line, node.column) if tagged else node)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            return self._document(event)
        return True

    def result(self) -> Map | None:
        """The top mapping; a file that holds something else, or nothing, is a fault."""
        root = self.root
        if root is None or isinstance(root, Map | Broken):
            return self._top(root)
        if isinstance(root, Scalar) and root.empty:
            self.source.fault(0, 0, "C048")
        elif isinstance(root, Scalar) and fullwidth_key(root.text.split("\n")[0]):
            self.source.fault(root.line, root.column, "C037", key=fullwidth_key(root.text))
        else:
            self.source.fault(root.line, root.column, "C046")
        return None

    def _top(self, root: Map | Broken | None) -> Map | None:
        if root is None:
            self.source.fault(0, 0, "C048")
        return root if isinstance(root, Map) else None

    def _document(self, event: yaml.DocumentStartEvent) -> bool:
        self.documents += 1
        if self.documents > 1:
            self._fault(event, "C045")
        elif event.version or event.tags:
            directive(self.lines, self.source)
        return self.documents == 1

    def _open(self, event: yaml.CollectionStartEvent) -> bool:
        line, column = _at(event)
        if len(self.stack) >= DEPTH:
            self.source.fault(line, column, "C047", depth=DEPTH)
            return False
        mapping = isinstance(event, yaml.MappingStartEvent)
        node = Map(line, column) if mapping else List(line, column, flow=bool(event.flow_style))
        self.stack.append((node, self.key, self._tagged(event)))
        self.key = None
        return True

    def _put(self, node: Node) -> None:
        """Hand a finished node to the container that is open, or make it the root."""
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1][0]
        if isinstance(parent, List):
            parent.items.append(node)
        elif self.key is None:
            self.key = self._as_key(node)
        else:
            self._pair(parent, self.key, node)
            self.key = None

    def _as_key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar) and node.text and "\n" not in node.text:
            return node
        if isinstance(node, Broken):
            return Scalar(node.line, node.column, "", True)
        self.source.fault(node.line, node.column, "C049")
        return Scalar(node.line, node.column, "", True)

    def _pair(self, parent: Map, key: Scalar, node: Node) -> None:
        if key.text == "<<":
            self.source.fault(key.line, key.column, "C044")
        elif key.text in parent.values:
            first, before = parent.places[key.text][0], parent.values[key.text]
            self.source.fault(key.line, key.column, "C040", key=key.text, first=first)
            if isinstance(before, Scalar) and before.empty:
                parent.values[key.text] = node
        elif not key.text:
            parent.torn = True
        else:
            parent.places[key.text] = key.line, key.column
            parent.values[key.text] = node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        line, column = _at(event)
        plain = event.style is None or event.style == ""
        if plain:
            self._continued(event)
        if event.style == '"' and CONTROL.search(event.value):
            self._fault(event, "C010", char=f"U+{ord(CONTROL.findall(event.value)[0]):04X}")
        parent = self.stack[-1][0] if self.stack else None
        inline = isinstance(parent, List) and parent.flow
        text = CONTROL.sub(" ", event.value)
        return Scalar(line, column, text, plain, inline, self._begin(event))

    def _begin(self, event: yaml.ScalarEvent) -> tuple[int, int] | None:
        line, column = _at(event)
        if event.style in ("|", ">"):
            rest = range(line, len(self.lines))  # counted from 0: the line below
            first = next((number for number in rest if self.lines[number].strip()), line - 1)
            said = self.lines[first]
            return first + 1, len(said) - len(said.lstrip(" ")) + 1
        return (line, column + 1) if event.style in ("'", '"') else None

    def _cut_by_comment(self, event: yaml.ScalarEvent) -> bool:
        """Report words that a `#` without a blank after it makes a comment: 编辑部 #1."""
        end = event.end_mark
        if event.style or not end or end.line >= len(self.lines):
            return False
        found = COMMENT.match(self.lines[end.line], end.column)
        if found:
            self.source.fault(end.line + 1, found.start(1) + 1, "C052", said=found.group(1)[:30])
        return bool(found)

    def _continued(self, event: yaml.ScalarEvent) -> None:
        """A line `key：…` below a value is swallowed by YAML as more of that value."""
        start, end = event.start_mark, event.end_mark
        assert start and end
        for number in range(start.line + 1, min(end.line + 1, len(self.lines))):
            line = self.lines[number]
            key = fullwidth_key(line)
            if key and re.fullmatch("[a-z_]+", key):
                self.source.fault(number + 1, line.index("：") + 1, "C037", key=key)

    def _alias(self, event: yaml.AliasEvent) -> None:
        """Report an alias, once for each name: a bomb has thousands."""
        name = event.anchor or ""
        if name not in self.aliases:
            self._fault(event, "C042", name=name)
        self.aliases.add(name)
        self._put(Broken(*_at(event)))

    def _tagged(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> bool:
        """Report an anchor and a tag; whether there is a tag."""
        if event.anchor:
            self._fault(event, "C041", name=event.anchor)
        if event.tag is not None:
            self._fault(event, "C043", tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
        return event.tag is not None

    def _fault(self, event: yaml.Event, code: str, **args: object) -> None:
        line, column = _at(event)
        self.source.fault(line, column, code, **args)


def _at(event: yaml.Event) -> tuple[int, int]:
    assert event.start_mark
    return event.start_mark.line + 1, event.start_mark.column + 1
