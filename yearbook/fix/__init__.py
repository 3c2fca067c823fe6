"""`check --fix`: mends words, writes missing ids, fills figures that wait, drafts undeclared ones.

Every other byte of a file stays: comments, order, line ends, byte order mark. A file that does not
read is not touched, and what would not read afterwards is not written.
"""

from __future__ import annotations

from pathlib import Path

from yearbook.fix.change import Change
from yearbook.fix.figures import with_figures, write_figures
from yearbook.fix.files import LINE, read, write
from yearbook.fix.ids import write_ids
from yearbook.issues import Lang

__all__ = ["LINE", "Change", "fix", "read", "report", "with_figures", "write"]


def fix(content: Path) -> list[Change]:
    """Write ids and figures that are missing; the changes in the order of writing.

    Raises `UseError` when a file cannot be written.
    """
    return [*write_ids(content), *write_figures(content)]


def report(content: Path, lang: Lang) -> list[str]:
    """Write them, and say it line by line."""
    return [change.line(lang) for change in fix(content)]
