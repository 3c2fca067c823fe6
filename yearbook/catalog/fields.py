"""C1xx: fields, ids, structure."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
