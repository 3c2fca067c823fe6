"""The Content Security Policy of a page, as a meta element: its own files and nothing else.

`file:` lets the search form work from a disk. The block of linked data is data and is not run;
its hash says so to checkers that take it for a script.
"""

from __future__ import annotations

import base64
import hashlib


def page_policy(data: str) -> str:
    """The policy of a page whose linked data is `data`."""
    return (
        f"default-src 'none'; script-src 'self' '{source_hash(data)}'; style-src 'self'; "
        "img-src 'self' data:; form-action 'self' file:; base-uri 'none'"
    )


def inline_policy(style: str) -> str:
    """The policy of a page that carries its one style inline and has no files."""
    return (
        f"default-src 'none'; style-src '{source_hash(style)}'; img-src data:; "
        "form-action 'none'; base-uri 'none'"
    )


def source_hash(text: str) -> str:
    """The hash by which a policy allows the inline `text`."""
    made = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(made).decode('ascii')}"
