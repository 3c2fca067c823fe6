"""C36x what does not fit across editions."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
