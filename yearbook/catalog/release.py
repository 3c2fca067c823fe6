"""C34x locks, corrections and old addresses; S06x release."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
