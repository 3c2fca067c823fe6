"""M0xx manuscripts that are imported."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
