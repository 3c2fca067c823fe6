"""The messages of packages, of their making and verifying. P0xx."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
