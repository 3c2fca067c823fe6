"""C37x what an edition in the making still lacks; S05x new and status."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
