"""C0xx: files, encodings, YAML."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
