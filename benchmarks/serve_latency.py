"""How long it takes from a save to the new page, with `serve` and watchfiles.

python benchmarks/serve_latency.py [--saves N] [--pause SECONDS] [--sizes small,medium,large]
    [--browser] [--docs] [FOLDER]

FOLDER holds content/; without it the repository's own is taken, or its examples. A copy of it is
edited. With --sizes the corpus of the benchmarks is taken, an entry a page. Each save writes other
words into a section, a pause after the last ones were shown. The time runs until the page that was
asked for again has them, or with --browser until Chromium, which has that page open, has painted
them.
--docs writes the table of sizes into docs/speed*.md.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from kit import tables
from kit.corpus import SIZES, editions, spot
from kit.layouts import Folder, Yearbook
from serving import Serving, served

Shown = Callable[[str], AbstractContextManager[None]]
PAINTED = """addEventListener("DOMContentLoaded", () => requestAnimationFrame(() =>
    setTimeout(() => console.log(document.body.textContent))))"""
FIRST = 600.0  # seconds that the first build may take


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=default())
    parser.add_argument("--saves", type=int, default=30)
    parser.add_argument("--pause", type=float, default=0.5)
    parser.add_argument("--sizes", default="")
    parser.add_argument("--docs", action="store_true")
    parser.add_argument("--browser", action="store_true")
    options = parser.parse_args()
    rows = {}
    for size in options.sizes.split(","):
        with tempfile.TemporaryDirectory() as name:
            work = Path(name)
            shutil.copytree(ROOT / "templates", work / "templates")
            if size:
                file = made(size, work)
            else:
                shutil.copytree(options.folder / "content", work / "content")
                file = longest(work)
            rows[size] = measured(work, file, options)
            print(f"{size or options.folder.resolve().name}, {file.parent.name}/{file.name}")
            print("\n".join(f"{key:>7} {ms(value)}" for key, value in summary(rows[size]).items()))
    if options.docs:
        tables.write("serve", lambda lang: table(rows, lang))


def summary(times: list[float]) -> dict[str, float]:
    return {"min": min(times), "median": statistics.median(times), "max": max(times)}


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def table(rows: dict[str, list[float]], lang: str) -> str:
    heads = {"en": "size|saves|min|median|max", "zh": "大小|保存次数|最短|中位数|最长"}
    said = [
        [tables.WORDS[lang][size], str(len(times)), *map(ms, summary(times).values())]
        for size, times in rows.items()
    ]
    return tables.markdown(heads[lang].split("|"), said)


def made(size: str, work: Path) -> Path:
    """Write the corpus; the section that is edited."""
    Folder(work, Yearbook(pages=True)).write(editions(SIZES[size]))
    where = spot(SIZES[size])
    return work / f"content/{where.year}/{where.section}-{where.entry}.md"


def longest(work: Path) -> Path:
    return max(work.glob("content/[0-9]*/*.md"), key=lambda path: path.stat().st_size)


def measured(work: Path, file: Path, options: argparse.Namespace) -> list[float]:
    """The seconds from each save to the page that shows it."""
    look = in_browser if options.browser else by_request
    with (
        served(work, "--quiet", seconds=FIRST) as serving,
        look(serving, f"/{file.parent.name}/{file.stem}.html") as shown,
    ):
        text, times = file.read_text("utf-8"), []
        for number in range(options.saves):
            time.sleep(options.pause)
            times.append(save(file, text, number, shown))
        return times


def default() -> Path:
    return ROOT if (ROOT / "content").is_dir() else ROOT / "examples"


def save(file: Path, text: str, number: int, shown: Shown) -> float:
    """The seconds from a save to the page that shows it."""
    words = f"第{'甲乙丙丁戊己庚辛壬癸'[number % 10]}次改写{'又' * (number // 10)}。"
    with shown(words):
        start = time.perf_counter()
        file.write_text(f"{text.rstrip()}\n\n{words}\n", "utf-8")
    return time.perf_counter() - start


@contextmanager
def by_request(serving: Serving, address: str) -> Iterator[Shown]:
    """The page is asked for as soon as it is told to load again."""

    @contextmanager
    def shown(words: str) -> Iterator[None]:
        with serving.reloads() as reload:
            yield
            reload(60)
            assert words in serving.page(address)

    yield shown


@contextmanager
def in_browser(serving: Serving, address: str) -> Iterator[Shown]:
    """Chromium has the page open, which loads itself again."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page()
        page.add_init_script(PAINTED)
        page.goto(f"http://127.0.0.1:{serving.port}{address}")

        @contextmanager
        def shown(words: str) -> Iterator[None]:
            with page.expect_console_message(lambda said: words in said.text, timeout=60_000):
                yield

        yield shown
        browser.close()


if __name__ == "__main__":
    main()
