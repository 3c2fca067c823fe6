"""The licence of a yearbook, in words as its editors write it, as machines know it."""

from __future__ import annotations

import re
from typing import NamedTuple

CREATIVE_COMMONS = re.compile(
    r"CC[ -](BY(?:-(?:NC|ND|SA|NC-ND|NC-SA))?)[ -](\d\.\d)", re.IGNORECASE
)


class Licence(NamedTuple):
    """A licence by the name that the Open Definition knows it by, and where it is to be read."""

    name: str
    url: str


def known(said: str) -> Licence | None:
    """The Creative Commons licence that the words name, if they do."""
    found = CREATIVE_COMMONS.search(said)
    if not found:
        return None
    kind, number = found[1].upper(), found[2]
    url = f"https://creativecommons.org/licenses/{kind.lower()}/{number}/"
    return Licence(f"CC-{kind}-{number}", url)


def linked(said: str) -> str | dict[str, str]:
    """The licence for schema.org: its address, else a work of that name."""
    found = known(said)
    if found:
        return found.url
    return {"@type": "CreativeWork", "name": said} if said else ""
