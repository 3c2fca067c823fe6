"""The messages of proofreading: words, titles, numbers as they are written. L1xx."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
