"""Which of the two languages the user reads: `--lang`, else the locale."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from yearbook.issues import Lang


def language(words: Sequence[str], environ: Mapping[str, str] = os.environ) -> Lang:
    """The language of messages for a command line; Chinese when the locale begins with zh."""
    for word, following in zip(words, (*words[1:], ""), strict=False):
        chosen = f"{word}={following}" if word == "--lang" else word
        if chosen in ("--lang=zh", "--lang=en"):
            return "zh" if chosen == "--lang=zh" else "en"
    names = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return _of(next((name for name in names if name), None) or _system())


def _of(locale: str) -> Lang:
    return "zh" if locale.lower().startswith(("zh", "chinese")) else "en"


def _system() -> str:
    """The locale of systems that do not say it in the environment."""
    if sys.platform not in ("win32", "darwin"):
        return ""
    import locale

    return locale.getlocale()[0] or ""
