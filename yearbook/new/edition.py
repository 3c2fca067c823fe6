"""The `edition.yaml` of a new edition: that of the last, moved on."""

from __future__ import annotations

import re

import yaml

from yearbook.model import Edition
from yearbook.new.rewrite import Rewrite
from yearbook.new.step import YEAR, Step

PAST = ("revised", "published", "isbn", "corrections")  # of the last edition alone


def edition_yaml(text: str, edition: Edition, step: Step) -> str:
    """The text of the last edition's file for the new one: same contents, cover and charts."""
    new = Rewrite(text)
    for key in ("volume", "covers", "honours_window"):
        node = new.get(key)
        if node is not None:
            _move(new, node, edition, step, key)
    status = new.get("status")
    if status is None:
        new.add_first(["status: draft"], after=("volume",))
    else:
        new.put(status, "draft")
    new.drop(PAST)
    return new.result()


def _move(new: Rewrite, node: yaml.Node, edition: Edition, step: Step, key: str) -> None:
    """Move a label or a period on, and the years of the comment beside it."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            period = edition.covers if key == "covers" else edition.honours_window
            assert period is not None
            day = period.start if name.value == "from" else period.end
            new.put(value, step.day(day).isoformat())
    elif key == "volume":
        new.put(node, _quoted(step.label(edition.volume), node))
    else:
        new.put(node, str(int(node.value) + step.years))
    start, end = new.tail(node)
    comment = new.text[start:end]
    if re.match(r"[ \t]+#", comment) and YEAR.search(comment):
        new.edits.append((start, end, step.comment(comment)))


def _quoted(text: str, node: yaml.Node) -> str:
    """A label as it was written: bare, or in the same quotes."""
    style = getattr(node, "style", None) or ""
    return f"{style}{text}{style}" if style in ("'", '"') else text
