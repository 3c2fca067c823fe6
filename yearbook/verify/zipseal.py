"""Whether a zip of this program is as it was sealed, and if not, where it is damaged.

Its comment ends with the digest of all that is before that. The files are proved by their own
lists; what zips say beside them, headers and padding, is told by how this program writes it.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from yearbook.offline import seal

LOCAL = struct.Struct("<4s5H3L2H")
MARK = b"yearbook "


@dataclass(frozen=True, slots=True)
class Sealed:
    """Whether the bytes are those that were sealed; the names of files that are written otherwise
    than this program writes them."""

    sound: bool
    flawed: tuple[str, ...]


def sealed(path: Path, found: zipfile.ZipFile) -> Sealed | None:
    """The seal of a zip; None where there is none."""
    comment = found.comment
    said = comment[-len(seal.BLANK) :]
    if MARK not in comment and not (len(comment) > len(said) and _is_digest(said)):
        return None
    with path.open("rb") as file:
        if seal.digest(file).encode("ascii") == said:
            return Sealed(True, ())
        return Sealed(False, tuple(_flawed(found, file)))


def _is_digest(said: bytes) -> bool:
    return len(said) == len(seal.BLANK) and not said.strip(b"0123456789abcdef")


def _flawed(found: zipfile.ZipFile, file: BinaryIO) -> Iterator[str]:
    """The files whose headers are flawed; where there is none, those that are packed otherwise."""
    infos = found.infolist()
    days = [one.date_time for one in infos]
    day = max(set(days), key=days.count) if days else None
    heads = [one.filename for one in infos if one.date_time != day or not _is_ours(one, file)]
    if heads:
        yield from heads
        return
    packed = [one.filename for one in infos if not _is_packed(one, file)]
    if len(packed) == 1:  # more: another zlib packed them
        yield from packed


def _is_ours(info: zipfile.ZipInfo, file: BinaryIO) -> bool:
    """Whether both headers of a file say what this program writes."""
    name = info.filename.encode("utf-8", "surrogatepass")
    flags = 0 if name.isascii() else 0x800
    kept = (info.create_system, info.create_version, info.extract_version, info.reserved)
    rest = (info.volume, info.internal_attr, info.extra, info.comment)
    if kept != (3, 20, 20, 0) or rest != (0, 0, b"", b"") or info.flag_bits != flags:
        return False
    file.seek(info.header_offset)
    year, month, number, hour, minute, second = info.date_time
    head = LOCAL.pack(
        b"PK\x03\x04",
        20,
        flags,
        info.compress_type,
        hour << 11 | minute << 5 | second // 2,
        (year - 1980) << 9 | month << 5 | number,
        info.CRC,
        info.compress_size,
        info.file_size,
        len(name),
        0,
    )
    return info.external_attr == 0o100644 << 16 and file.read(len(head + name)) == head + name


def _is_packed(info: zipfile.ZipInfo, file: BinaryIO) -> bool:
    """Whether packing a file again gives the same bytes."""
    file.seek(info.header_offset + LOCAL.size + len(info.filename.encode("utf-8")))
    packed = file.read(info.compress_size)
    if info.compress_type != zipfile.ZIP_DEFLATED:
        return True
    try:
        plain = zlib.decompress(packed, -15)
    except zlib.error:
        return False
    again = zlib.compressobj(wbits=-15)
    return again.compress(plain) + again.flush() == packed
