"""Takes the place of exposure (GPS) out of EXIF and XMP blocks.

EXIF is a TIFF file (TIFF 6.0; CIPA DC-008): the GPS directory is emptied where it stands, so that
all other offsets hold. XMP is XML (ISO 16684-1): location properties are taken out. A block too
damaged to follow is replaced by one that says nothing but the orientation.
"""

from __future__ import annotations

import re
import struct

GPS, EXIF, ORIENTATION = 0x8825, 0x8769, 0x0112
EMPTY_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'
LOCATION = re.compile(rb"gps|latitude|longitude", re.IGNORECASE)

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
_DIRECTORIES = 8
_ATTRIBUTE = re.compile(rb"""\s([\w.-]++:[\w.-]++)\s*+=\s*+("[^"]*+"|'[^']*+')""")
_ELEMENT = re.compile(rb"<([\w.-]++:[\w.-]++)\s*+(?:/>|>[^<]*+</\1\s*+>)")

Entry = tuple[int, int, int, bytes]


def orientation(tiff: bytes) -> int:
    """The EXIF orientation, 1 to 8; 1 when it is not said or the block is damaged."""
    try:
        order = _order(tiff)
        entries = _entries(tiff, order, _number(tiff, order, 4))
    except (ValueError, struct.error):
        return 1
    said = [value for tag, kind, _, value in entries if (tag, kind) == (ORIENTATION, 3)]
    turn = int(struct.unpack(f"{order}H2x", said[0])[0]) if said else 1
    return turn if 1 <= turn <= 8 else 1


def from_exif(tiff: bytes) -> bytes:
    """The EXIF block without its GPS directory; itself when it has none."""
    if b"\x25\x88" not in tiff and b"\x88\x25" not in tiff and not LOCATION.search(tiff):
        return tiff
    try:
        made = _without_gps(tiff)
    except (ValueError, struct.error):
        return _only_orientation(tiff)
    same = orientation(made) == orientation(tiff) and not LOCATION.search(made)
    return made if same else _only_orientation(tiff)


def from_xmp(packet: bytes) -> bytes:
    """The XMP packet without location properties; an empty one where they cannot be taken out."""
    made = _ELEMENT.sub(_drop_location, _ATTRIBUTE.sub(_drop_location, packet))
    return EMPTY_XMP if LOCATION.search(made.replace(b"\0", b"")) else made


def _drop_location(found: re.Match[bytes]) -> bytes:
    return b"" if LOCATION.search(found[1]) else found[0]


def _without_gps(tiff: bytes) -> bytes:
    order = _order(tiff)
    made = bytearray(tiff)
    for at in _directories(tiff, order):
        entries = _entries(tiff, order, at)
        for tag, _, _, value in entries:
            if tag == GPS:
                _erase(made, tiff, order, _number(value, order, 0))
        _rewrite(made, tiff, order, at, [entry for entry in entries if entry[0] != GPS])
    return bytes(made)


def _erase(made: bytearray, tiff: bytes, order: str, at: int) -> None:
    """Blank a directory and the values that it points to."""
    entries = _entries(tiff, order, at)
    lengths = [(_SIZES.get(kind, 8) * count, value) for _, kind, count, value in entries]
    if sum(length for length, _ in lengths) > len(tiff):
        raise ValueError("values longer than the block")
    for length, value in lengths:
        if length > 4:
            _blank(made, _number(value, order, 0), length)
    _blank(made, at, 2 + 12 * len(entries))


def _blank(made: bytearray, at: int, length: int) -> None:
    end = min(at + length, len(made))
    made[at:end] = bytes(max(end - at, 0))


def _rewrite(made: bytearray, tiff: bytes, order: str, at: int, kept: list[Entry]) -> None:
    """The directory again with the entries `kept`; the bytes set free become zero."""
    count = len(_entries(tiff, order, at))
    if len(kept) == count:
        return
    following = tiff[at + 2 + 12 * count : at + 6 + 12 * count]
    block = b"".join(struct.pack(f"{order}HHI4s", *entry) for entry in kept)
    block = struct.pack(f"{order}H", len(kept)) + block + following
    made[at : at + 2 + 12 * count + len(following)] = block + bytes(12 * (count - len(kept)))


def _directories(tiff: bytes, order: str) -> list[int]:
    """Where the directories of pictures and of the exposure stand."""
    found: list[int] = []
    todo = [_number(tiff, order, 4)]
    while todo:
        at = todo.pop()
        if not at or at in found:
            continue
        if len(found) == _DIRECTORIES:
            raise ValueError("too many directories")
        found.append(at)
        entries = _entries(tiff, order, at)
        values = [_number(value, order, 0) for tag, _, _, value in entries if tag == EXIF]
        todo += values[:1]
        todo.append(_number(tiff, order, at + 2 + 12 * len(entries)))
    return found


def _order(tiff: bytes) -> str:
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if not order:
        raise ValueError("no TIFF header")
    return order


def _number(tiff: bytes, order: str, at: int) -> int:
    return int(struct.unpack_from(f"{order}I", tiff, at)[0])


def _entries(tiff: bytes, order: str, at: int) -> list[Entry]:
    """Tag, type, count and value (or its offset) of each entry of the directory at `at`."""
    (count,) = struct.unpack_from(f"{order}H", tiff, at)
    block = tiff[at + 2 : at + 2 + 12 * count]
    if len(block) != 12 * count:
        raise ValueError("directory beyond the end")
    return list(struct.iter_unpack(f"{order}HHI4s", block))


def _only_orientation(tiff: bytes) -> bytes:
    entry = struct.pack(">HHIH2x", ORIENTATION, 3, 1, orientation(tiff))
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
