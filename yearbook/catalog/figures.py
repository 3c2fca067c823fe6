"""C3xx: figures, honours, names."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
