"""Tiny pictures made by hand for the tests: PNG, JPEG, WebP, EXIF and XMP blocks."""

from __future__ import annotations

import struct
import zlib

GPS_LATITUDE = struct.pack(">6I", 37, 1, 27, 1, 0xC0FFEE, 1)
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description dc:creator="\xe7\x8e\x8b"'
    b" exif:GPSLatitude=\"37,27.5N\" drone-dji:GpsLongitude = '118.6'>"
    b"<exif:GPSAltitude>12/1</exif:GPSAltitude><dc:title>kept</dc:title>"
    b"</rdf:Description></x:xmpmeta>"
)


def chunk(name: bytes, body: bytes) -> bytes:
    checked = name + body
    return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))


def png(width: int = 3, height: int = 2, *extra: bytes) -> bytes:
    """A grey picture; `extra` chunks stand between its head and its data."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress((b"\0" + b"\x80" * width) * height)
    parts = (chunk(b"IHDR", head), *extra, chunk(b"IDAT", data), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def jpeg(width: int = 3, height: int = 2, *extra: bytes) -> bytes:
    """The segments of a JPEG; `extra` ones stand before its frame."""
    frame = segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0")
    scan = segment(0xDA, b"\x01\x01\0\0\x3f\0") + b"\x12\xff\0\x34\xff\xd0\x56"
    return b"\xff\xd8" + b"".join(extra) + frame + scan + b"\xff\xd9"


def exif(orientation: int = 1, *, gps: bool = True, order: str = ">") -> bytes:
    """A TIFF block: orientation, an author, a GPS directory with a latitude."""
    author = b"Wang Lan\0"
    entries = [(0x0112, 3, 1, struct.pack(f"{order}H2x", orientation))]
    end = 8 + 2 + 12 * (3 if gps else 2) + 4
    entries.append((0x013B, 2, len(author), struct.pack(f"{order}I", end)))
    if gps:
        entries.append((0x8825, 4, 1, struct.pack(f"{order}I", end + len(author))))
    block = struct.pack(f"{order}H", len(entries))
    block += b"".join(struct.pack(f"{order}HHI4s", *entry) for entry in entries) + bytes(4)
    if gps:
        at = end + len(author) + 2 + 12 + 4
        place = struct.pack(f"{order}HHHII", 1, 2, 5, 3, at) + bytes(4) + GPS_LATITUDE
    magic = b"MM\0*" if order == ">" else b"II*\0"
    return magic + struct.pack(f"{order}I", 8) + block + author + (place if gps else b"")


def app1(tiff: bytes) -> bytes:
    return segment(0xE1, b"Exif\0\0" + tiff)


def xmp(packet: bytes = XMP) -> bytes:
    return segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet)


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    made = b"".join(
        name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2) for name, body in chunks
    )
    return b"RIFF" + struct.pack("<I", len(made) + 4) + b"WEBP" + made


VP8 = (b"VP8 ", b"\x30\x01\0\x9d\x01\x2a" + struct.pack("<HH", 300, 0x4000 | 200) + b"..")
VP8L = (b"VP8L", b"\x2f" + struct.pack("<I", (300 - 1) | (200 - 1) << 14) + b"...")
VP8X = (b"VP8X", b"\x2c\0\0\0" + (639).to_bytes(3, "little") + (479).to_bytes(3, "little"))
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0h9v9z"/></svg>'
