"""Pictures of manuscripts: what they are by their bytes, never by their names."""

from __future__ import annotations

from yearbook import images
from yearbook.issues import Words
from yearbook.manuscripts.blocks import Picture
from yearbook.manuscripts.reading import Reading

_OTHERS = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\xd7\xcd\xc6\x9a", "WMF"),
    (b"\x01\0\x09\0", "WMF"),
    (b"\0\0\1\0", "ICO"),
    (b"%PDF", "PDF"),
    (b"\x1f\x8b", Words("压缩的图（EMZ、WMZ、SVGZ）", "a packed picture (EMZ, WMZ, SVGZ)")),
)
_EMF = b" EMF"


def picture(name: str, data: bytes, alt: str, reading: Reading) -> Picture:
    """The picture; without its bytes, and reported, when no page could show it."""
    if images.kind(data) and images.size(data):
        return Picture(name, name, data, alt)
    reading.fault("M021", name=name, found=_other(data))
    return Picture(name, name, b"", alt)


def _other(data: bytes) -> str | Words:
    """What the bytes seem to be instead of a picture that the web can show."""
    if data[40:44] == _EMF:
        return "EMF"
    nothing = Words("不是图片，或已损坏", "no picture, or damaged")
    return next((name for magic, name in _OTHERS if data.startswith(magic)), nothing)
