"""Data as classic scripts: each calls `yearbookSearch` with a name and data.

`fetch`, modules and workers fail on `file://`; a script that the page adds does not.
"""

from __future__ import annotations

import json
import re

HALF = re.compile("[\ud800-\udfff]")


def script(name: str, *data: object) -> bytes:
    """A script that hands over data under a name."""
    said = compact([name, *data])[1:-1]
    try:
        made = said.encode()
    except UnicodeEncodeError:  # a pair may begin or end with half a rare character
        made = HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", said).encode()
    return b"yearbookSearch(%b);\n" % safe(made)


def compact(data: object) -> str:
    """JSON without blanks."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def safe(said: bytes) -> bytes:
    """JSON without the two separators of lines that JSON has as they are and old scripts refuse."""
    return said.replace(b"\xe2\x80\xa8", b"\\u2028").replace(b"\xe2\x80\xa9", b"\\u2029")
