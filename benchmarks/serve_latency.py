"""How long it takes from a save to the new page, with `serve` and watchfiles.

python benchmarks/serve_latency.py [--saves N] [FOLDER]

FOLDER holds content/; without it the repository's own is taken, or its examples. A copy of it is
edited. Each save writes other words into a section; the time runs until the page that a browser
then loads has them.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from serving import Serving, served


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=default())
    parser.add_argument("--saves", type=int, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        shutil.copytree(options.folder / "content", work / "content")
        shutil.copytree(ROOT / "templates", work / "templates")
        file = max(work.glob("content/[0-9]*/*.md"), key=lambda path: path.stat().st_size)
        with served(work, "--quiet") as serving:
            times = [save(serving, file, number) for number in range(options.saves)]
    print(f"{options.folder.resolve().name}, {file.relative_to(work)}, {len(times)} saves")
    for what, value in (
        ("min", min(times)),
        ("median", statistics.median(times)),
        ("max", max(times)),
    ):
        print(f"{what:>7} {value * 1000:6.0f} ms")


def default() -> Path:
    return ROOT if (ROOT / "content").is_dir() else ROOT / "examples"


def save(serving: Serving, file: Path, number: int) -> float:
    """The seconds from a save to the page that shows it."""
    address = f"/{file.parent.name}/{file.stem}.html"
    words = f"第{'甲乙丙丁戊己庚辛壬癸'[number % 10]}次改写{'又' * (number // 10)}。"
    time.sleep(0.25)
    with serving.reloads() as reload:
        start = time.perf_counter()
        text = file.read_text("utf-8")
        file.write_text(f"{text.rstrip()}\n\n{words}\n", "utf-8")
        reload()
        shown = serving.page(address)
        taken = time.perf_counter() - start
    assert words in shown
    file.write_text(text, "utf-8")
    time.sleep(0.25)
    return taken


if __name__ == "__main__":
    main()
