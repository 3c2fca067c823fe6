"""The messages of proofreading: what one place says otherwise than another. L2xx."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
