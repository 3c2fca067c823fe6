"""C2xx: prose, links, notes, images."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
