"""The messages of proofreading: numbers that do not fit each other. L3xx."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
