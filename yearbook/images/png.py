"""PNG (ISO/IEC 15948, third edition): chunks, size, checksums, metadata."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from yearbook.images import gps

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_TEXTS = (b"tEXt", b"zTXt", b"iTXt")
_XMP = b"XML:com.adobe.xmp"
_RAW = b"Raw profile type "


def chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of each chunk up to IEND or to where the file is broken."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            return
        yield data[at + 4 : at + 8], at, end
        if data[at + 4 : at + 8] == b"IEND":
            return
        at = end


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height from IHDR."""
    if len(data) < 33 or data[8:16] != b"\0\0\0\x0dIHDR":
        return None
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    return (width, height) if width and height else None


def whole(data: bytes) -> bool:
    """Whether image data and the end are there and each chunk's checksum holds."""
    found = list(chunks(data))
    names = [name for name, _, _ in found]
    return b"IDAT" in names and names[-1] == b"IEND" and all(_sound(data[a:b]) for _, a, b in found)


def _sound(chunk: bytes) -> bool:
    return zlib.crc32(memoryview(chunk)[4:-4]) == int.from_bytes(chunk[-4:], "big")


def clean(data: bytes) -> bytes:
    """Without GPS data; what stands after IEND is left out."""
    if not whole(data):
        return data
    return SIGNATURE + b"".join(_cleaned(name, data[a:b]) for name, a, b in chunks(data))


def _cleaned(name: bytes, chunk: bytes) -> bytes:
    body = chunk[8:-4]
    if name == b"eXIf":
        return _chunk(name, gps.from_exif(body))
    return _text(name, chunk, body) if name in _TEXTS else chunk


def _text(name: bytes, chunk: bytes, body: bytes) -> bytes:
    key, _, rest = body.partition(b"\0")
    if name == b"iTXt" and key == _XMP and rest[:1] == b"\0":  # not compressed
        head = body[: len(body) - len(rest)] + rest[:2]
        language, _, rest = rest[2:].partition(b"\0")
        translated, _, packet = rest.partition(b"\0")
        return _chunk(name, head + language + b"\0" + translated + b"\0" + gps.from_xmp(packet))
    unseen = key == _XMP or key.startswith(_RAW)
    return b"" if unseen or gps.LOCATION.search(body) else chunk


def _chunk(name: bytes, body: bytes) -> bytes:
    checked = name + body
    return len(body).to_bytes(4, "big") + checked + zlib.crc32(checked).to_bytes(4, "big")
