"""Whether the name of a recipient is a person's or a body's, where names.yaml does not say."""

from __future__ import annotations

import re

from yearbook.indexes.surnames import BODIES, COMMON, COMPOUND, SURNAMES

HAN = re.compile("[\u4e00-\u9fff]+")
DOTTED = re.compile("[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+")


def kind_of(name: str) -> str:
    """`person`, `body`, or empty: a description such as 一等奖获得者 is neither."""
    if len(name) > 2 and name.endswith(tuple(BODIES)):
        return "body"
    if DOTTED.fullmatch(name) or (HAN.fullmatch(name) and _has_surname(name)):
        return "person"
    return ""


def _has_surname(name: str) -> bool:
    if name[:2] in COMPOUND:
        return 3 <= len(name) <= 4
    return 2 <= len(name) <= 3 and (name[0] in COMMON or name[0] in SURNAMES)
