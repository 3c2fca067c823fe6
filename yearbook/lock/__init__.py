"""The lock of a released edition: what stands under each address, as it was printed.

passages(edition)      → the words under every address, corrections taken back
written(lock)          → the text of edition.lock
parsed(text, …)        → the lock again, or what is wrong with the file
"""

from __future__ import annotations

from yearbook.lock.file import LOCK, Damage, parsed, written
from yearbook.lock.passages import Passage, Unfit, passages, unfit

__all__ = ["LOCK", "Damage", "Passage", "Unfit", "parsed", "passages", "unfit", "written"]
