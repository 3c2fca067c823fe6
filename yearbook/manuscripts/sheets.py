"""To come."""

from __future__ import annotations

from typing import IO

from yearbook.manuscripts.package import Package
from yearbook.manuscripts.reading import Found, Reading, Refused


def read(data: bytes, reading: Reading) -> Found:
    raise Refused("M006", found="html")


def workbook(package: Package, file: IO[bytes], reading: Reading) -> Found:
    raise Refused("M006", found="xlsx")


def csv(text: str, reading: Reading) -> Found:
    raise Refused("M006", found="csv")
