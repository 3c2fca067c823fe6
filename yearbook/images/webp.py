"""WebP (RFC 9649): RIFF chunks, the three kinds of bitstream, EXIF and XMP."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook.images import gps

_EXIF = b"Exif\0\0"


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and body of each chunk up to the end of the RIFF form or to where it is broken."""
    at, last = 12, min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= last:
        end = at + 8 + int.from_bytes(data[at + 4 : at + 8], "little")
        if end > last:
            return
        yield data[at : at + 4], data[at + 8 : end]
        at = end + end % 2


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height of the canvas, by the first chunk: VP8X, VP8L or VP8."""
    name, body = data[12:16], data[20:30]
    if name == b"VP8X" and len(body) == 10:
        return 1 + _little(body[4:7]), 1 + _little(body[7:10])
    if name == b"VP8L" and body[:1] == b"\x2f" and len(body) >= 5:
        bits = _little(body[1:5])
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if name == b"VP8 " and body[3:6] == b"\x9d\x01\x2a" and len(body) == 10:
        width, height = _little(body[6:8]) & 0x3FFF, _little(body[8:10]) & 0x3FFF
        return (width, height) if width and height else None
    return None


def whole(data: bytes) -> bool:
    """Whether all of the RIFF form is there and holds a picture."""
    names = {name for name, _ in chunks(data)}
    return 8 + _little(data[4:8]) <= len(data) and bool(names & {b"VP8 ", b"VP8L", b"ANMF"})


def clean(data: bytes) -> bytes:
    """Without GPS data; what stands after the RIFF form is left out."""
    if not whole(data):
        return data
    form = b"WEBP" + b"".join(_chunk(name, _cleaned(name, body)) for name, body in chunks(data))
    return b"RIFF" + len(form).to_bytes(4, "little") + form


def _cleaned(name: bytes, body: bytes) -> bytes:
    if name == b"EXIF":
        head = _EXIF if body.startswith(_EXIF) else b""
        return head + gps.from_exif(body[len(head) :])
    return gps.from_xmp(body) if name == b"XMP " else body


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + bytes(len(body) % 2)


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")
