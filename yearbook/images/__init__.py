"""Pictures from their bytes alone: kind, size, faults, and cleaning of GPS data.

No library: the few header fields that a page needs are read here. Nothing raises on any bytes,
and the time grows with their length.
"""

from __future__ import annotations

from yearbook.images import jpeg, png, svg, webp

Found = tuple[str, tuple[tuple[str, object], ...]]

_FORMATS = {"jpg": jpeg, "png": png, "webp": webp}
_OTHERS = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"\0\0\1\0", "ICO"),
    (b"\x1f\x8b", "gzip (SVGZ)"),
)
_BRANDS = {b"avif": "AVIF", b"heic": "HEIC", b"heix": "HEIC", b"mif1": "HEIF"}
_LONGEST, _MOST = 30_000, 250_000_000


def kind(data: bytes) -> str:
    """`jpg`, `png`, `webp` or `svg` by what the bytes begin with; empty for anything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data.startswith(png.SIGNATURE):
        return "png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return "svg" if svg.looks_like(data) else ""


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height in CSS pixels as shown (EXIF orientation applied); None if unreadable."""
    found = kind(data)
    if found == "svg":
        return svg.size(data)
    return _FORMATS[found].size(data) if found else None


def clean(data: bytes) -> bytes:
    """The picture without GPS data; pixels, colour profile and orientation stay as they are."""
    found = _FORMATS.get(kind(data))
    return found.clean(data) if found else data


def faults(data: bytes, name: str) -> tuple[Found, ...]:
    """What is wrong with the picture called `name`: codes of the catalogue with arguments."""
    found = kind(data)
    if not found:
        return (("C252", (("name", name), ("found", _other(data)))),)
    wrong: list[Found] = []
    if name.rpartition(".")[2] != found:
        wrong.append(("C251", (("name", name), ("found", found), ("better", _named(name, found)))))
    wrong += svg.faults(data, name) if found == "svg" else _broken(data, name)
    return (*wrong, *_absurd(data, name))


def _broken(data: bytes, name: str) -> tuple[Found, ...]:
    if size(data) is None:
        return (("C253", (("name", name),)),)
    if not _FORMATS[kind(data)].whole(data):
        return (("C254", (("name", name),)),)
    return ()


def _absurd(data: bytes, name: str) -> tuple[Found, ...]:
    width, height = size(data) or (1, 1)
    if max(width, height) <= _LONGEST and width * height <= _MOST:
        return ()
    return (("C255", (("name", name), ("width", width), ("height", height))),)


def _other(data: bytes) -> str:
    """What the bytes seem to be instead, as people call it."""
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "HEIF/MP4")
    return next((name for magic, name in _OTHERS if data.startswith(magic)), "?")


def _named(name: str, found: str) -> str:
    stem, dot, _ = name.rpartition(".")
    return f"{stem if dot else name}.{found}"
