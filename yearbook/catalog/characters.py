"""The messages of proofreading: characters, quotes, brackets, digits, blanks. L0xx."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
