"""edition.lock: read strictly, for a lock that is not what was written locks nothing."""

from __future__ import annotations

from yearbook.issues import Words
from yearbook.lock.file import Damage, parsed
from yearbook.model import Lock
from yearbook.read.text import Source, decode, read_bytes

KINDS = {
    "empty": Words("是空的", "is empty"),
    "none": Words("不是锁定文件", "is no lock"),
    "cut": Words("不完整，到这里就断了", "is incomplete; it breaks off here"),
    "edited": Words("被改动过，这里与校验不符", "was changed; this does not fit its check"),
}


def read_lock(path: str, edition: str, source: Source) -> Lock | None:
    """The lock of an edition; None after an issue."""
    data = read_bytes(path, source)
    text = None if data is None else decode(data, source)
    if text is None:
        return None
    found = parsed(text, source.at())
    if isinstance(found, Damage):
        _report(found, source)
        return None
    if found.edition != edition:
        source.fault(0, 0, "C348", said=found.edition, edition=edition)
        return None
    return found


def _report(found: Damage, source: Source) -> None:
    if found.kind == "newer":
        source.fault(found.line, 1, "C347", said=found.said)
    else:
        source.fault(found.line, 1 if found.line else 0, "C346", what=KINDS[found.kind])
