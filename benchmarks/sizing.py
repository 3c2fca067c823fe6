"""What a city, a province and the country would take: from measured figures, on paper.

python benchmarks/sizing.py [--builds FILE] [--memory FILE] [--row NAME] [--entries N] [--docs]

Reads what build.py and memory.py wrote and draws a line through the clean builds of the two
largest sizes, for each of CPU, wall time, pages, files, bytes and memory. A yearbook is built by
itself, so that a province is as many builds as it has counties, one after another: what is beyond
the largest size measured is the yearbook of one county, the rest is multiplied.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit import tables
from kit.generators import HOME

YEARS = 30
SCOPES = {
    "city": (1, "one city or county", "一个市或县"),
    "province": (150, "one province, 150 counties", "一个省，150个县"),
    "country": (3000, "the country, 3,000 counties", "全国，3,000个县"),
}
PUT = 0.005 / 1000  # dollars a request, S3 Standard, us-east-1
STORED = 0.023  # dollars a GB and month there
RATE = 3500  # PUT a second that S3 takes for a prefix
HEADS = {
    "en": "scope|volumes|entries|pages|files|GB|core hours|hours on this machine|memory of a build"
    "|upload at 3,500 a second, hours|S3: upload, $|S3: a month, $",
    "zh": "范围|卷|条目|网页|文件|GB|核时|本机小时数|一次生成的内存|每秒上传3,500个，小时"
    "|S3上传，美元|S3每月，美元",
}


@dataclass(frozen=True, slots=True)
class Yearbook:
    """The whole site of one county."""

    entries: int
    pages: float
    files: float
    bytes: float
    cpu: float
    wall: float
    memory: float


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--builds", type=Path, default=HOME / "build.json")
    parser.add_argument("--memory", type=Path, default=HOME / "memory.json")
    parser.add_argument("--row", default="yearbook-sections")
    parser.add_argument("--entries", type=int, default=1200, help="of a volume")
    parser.add_argument("--docs", action="store_true")
    options = parser.parse_args()
    builds = json.loads(options.builds.read_text("utf-8"))
    memory = json.loads(options.memory.read_text("utf-8"))
    one = extrapolated(builds, memory, options.row, options.entries * YEARS)
    print(table(one, "en"))
    if options.docs:
        tables.write("sizing", lambda lang: table(one, lang))


def extrapolated(builds: Any, memory: Any, row: str, entries: int) -> Yearbook:
    """The figures of so many entries, on the line through the two largest sizes."""

    def at(said: Any, value: Callable[[dict[str, Any]], float]) -> float:
        sizes = sorted(said["sizes"].values(), key=lambda size: int(size["entries"]))
        points = [
            (size["entries"], statistics.median(map(value, fine)))
            for size in sizes
            if (fine := [one for one in size["rows"][row] if one["fine"]])
        ]
        if len(points) < 2:
            sys.exit("sizing needs builds and memory of two sizes: --sizes medium,large")
        (low, below), (high, above) = points[-2:]
        return float(above + (above - below) / (high - low) * (entries - high))

    def counted(key: str) -> float:
        return at(builds, lambda one: float(one[key]))

    def used(said: Any, key: str) -> float:
        return at(said, lambda one: tables.value(one, "clean", key))

    return Yearbook(
        entries=entries,
        pages=counted("pages"),
        files=counted("files"),
        bytes=counted("bytes"),
        cpu=used(builds, "cpu"),
        wall=used(builds, "wall"),
        memory=used(memory, "pss"),
    )


def table(one: Yearbook, lang: str) -> str:
    rows = []
    for count, english, chinese in SCOPES.values():
        files, size = one.files * count, one.bytes * count / 1e9
        rows.append(
            [
                english if lang == "en" else chinese,
                f"{count * YEARS:,}",
                f"{one.entries * count:,}",
                rounded(one.pages * count),
                rounded(files),
                rounded(size),
                rounded(one.cpu * count / 3600),
                rounded(one.wall * count / 3600),
                f"{rounded(one.memory)} MB",
                rounded(files / RATE / 3600),
                rounded(files * PUT),
                rounded(size * STORED),
            ]
        )
    return tables.markdown(HEADS[lang].split("|"), rows)


def rounded(value: float) -> str:
    """Two digits that count: more would say what is not known."""
    if value >= 1e6:
        return f"{float(f'{value / 1e6:.2g}'):,g} M"
    return f"{float(f'{value:.2g}'):,g}"


if __name__ == "__main__":
    main()
