"""C4xx addresses, T0xx templates, S0xx site folder and command line."""

from __future__ import annotations

from yearbook.issues import Message

MESSAGES: dict[str, Message] = {}
