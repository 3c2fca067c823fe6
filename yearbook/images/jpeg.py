"""JPEG (ITU-T T.81) with its EXIF, XMP and other application segments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yearbook.images import gps

_EXIF = b"Exif\0\0"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_LOST = (b"http://ns.adobe.com/xmp/extension/\0", b"MPF\0")  # more XMP; more pictures after the end
_APP1, _APP2, _APP13, _SOS, _EOI = 0xE1, 0xE2, 0xED, 0xDA, 0xD9
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
_SCAN_END = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")

Segment = tuple[int, int, int]


def segments(data: bytes) -> Iterator[Segment]:
    """Marker, start and end of each segment after the first; scan data belongs to its marker.

    Ends after the end of the image, or where the file is broken.
    """
    at = 2
    while at + 2 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        end = _end(data, at, marker)
        if end > len(data):
            return
        if marker != 0xFF:
            yield marker, at, end
        if marker == _EOI:
            return
        at = end


def _end(data: bytes, at: int, marker: int) -> int:
    if marker == 0xFF:
        return at + 1
    if marker in _ALONE or marker == _EOI:
        return at + 2
    length = int.from_bytes(data[at + 2 : at + 4], "big")
    if length < 2:
        return len(data) + 1
    if marker != _SOS:
        return at + 2 + length
    found = _SCAN_END.search(data, at + 2 + length)
    return found.start() if found else len(data)


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height as shown: EXIF orientations 5 to 8 swap them."""
    turned = False
    for marker, start, end in segments(data):
        body = data[start + 4 : end]
        if marker == _APP1 and body.startswith(_EXIF):
            turned = gps.orientation(body[6:]) >= 5
        if marker in _FRAMES:
            height, width = int.from_bytes(body[1:3], "big"), int.from_bytes(body[3:5], "big")
            shown = (height, width) if turned else (width, height)
            return shown if all(shown) else None
    return None


def whole(data: bytes) -> bool:
    """Whether the file runs through a scan to the end of the image."""
    markers = [marker for marker, _, _ in segments(data)]
    return _SOS in markers and markers[-1] == _EOI


def clean(data: bytes) -> bytes:
    """Without GPS data; what stands after the end of the image is left out."""
    made, at = [data[:2]], 2
    for marker, start, at in segments(data):
        made.append(_cleaned(marker, data[start:at]))
    return b"".join(made) if whole(data) else b"".join(made) + data[at:]


def _cleaned(marker: int, segment: bytes) -> bytes:
    body = segment[4:]
    if marker == _APP1 and body.startswith(_EXIF):
        return _segment(marker, _EXIF + gps.from_exif(body[6:]))
    if marker == _APP1 and body.startswith(_XMP):
        return _segment(marker, _XMP + gps.from_xmp(body[len(_XMP) :]))
    if marker in (_APP1, _APP2) and body.startswith(_LOST):
        return b""
    return b"" if marker == _APP13 and gps.LOCATION.search(body) else segment


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body
