"""How exact and how quick the search of a built site is, in a browser, from the disk or a server.

python benchmarks/search.py [CONTENT [SITE]] [--size NAME] [--stores exact,text]
    [--browser chromium|firefox] [--http] [--seed N] [--queries N] [--cold N]

CONTENT is what SITE was built from. Without SITE one is built with each store; without CONTENT
the yearbook is made up, NAME being its size in kit/corpus.py. The hits of a fixed list, of N
seeded random substrings of 1 to 12 characters of the text, and of 200 strings that do not occur
are compared with a plain search of the normal text. Then each of a number of queries is asked
once in a fresh page (cold) and once more in the same (warm): times until the hits are known,
files and bytes that it took.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from firefox import firefox
from kit.corpus import SIZES, editions
from kit.layouts import Folder, Yearbook

from yearbook.issues import Issues
from yearbook.read import load
from yearbook.render.site import volume
from yearbook.search.normal import normal
from yearbook.search.units import units

FIXED = [
    "安全生产", "女职工", "职工", "工会", "劳动竞赛", "书香工会", "116.97", "30000", "100", "12",
    "1", "9", "宁", "的", "市", "一", "%", "。", "，", "安全 职工", "竞赛 2017", "GB/T",
    "技能竞赛 一等奖", "妈妈小屋", "查保促", "人次", "万元", "开展", "活动", "３０，０００",
    "“五小”", "困难职工 帮扶", "2017年", "年",
]  # fmt: skip
LONGEST = 12
ABSENT = 200
ASK = """async query => {
  const engine = window.yearbookEngine;
  const start = performance.now();
  const before = window.asked.length;
  if (!engine.ready()) await new Promise(done => engine.open(window.root, window.store, done));
  const found = await new Promise(done => engine.find(query, done));
  const took = performance.now() - start;
  return JSON.stringify({hits: found.hits, missing: found.missing, took,
    files: window.asked.slice(before)});
}"""
PAGE = """<!doctype html><meta charset="utf-8"><title>bench</title>
<script>window.root = {root}; window.store = {store}; window.asked = [];
var append = Node.prototype.appendChild;
Node.prototype.appendChild = function (node) {{
  if (node.src) asked.push(node.src);
  return append.call(this, node);
}};</script>
<script src="{engine}"></script>"""

Ask = Callable[[str], dict[str, Any]]
Text = tuple[str, str]


def main() -> None:
    options = arguments()
    with tempfile.TemporaryDirectory() as name:
        content = options.content or made_up(Path(name) / "corpus", options.size)
        texts = tuple(read(content))
        for site in [options.site] if options.site else built(content, Path(name), options.stores):
            measured(options, site, texts)


def made_up(folder: Path, size: str) -> Path:
    """The content of a yearbook of this size."""
    Folder(folder, Yearbook(pages=False)).write(editions(SIZES[size]))
    return folder / "content"


def built(content: Path, folder: Path, stores: str) -> Iterator[Path]:
    """The site of the content, with one store after the other."""
    site = folder / "site"
    for store in stores.split(","):
        words = ("--content", content, "--site", site, "--templates", ROOT / "templates")
        command = (sys.executable, ROOT / "build.py", "--quiet", "--search", store, *words)
        subprocess.run(command, check=True)
        yield site


def measured(options: argparse.Namespace, site: Path, texts: tuple[Text, ...]) -> None:
    """Ask the search of a site, and print how it answered."""
    rng = random.Random(options.seed)
    wanted = [*FIXED, *substrings(texts, rng, options.queries), *absent(texts, rng)]
    files = [path.stat().st_size for path in (site / "search").rglob("*.js")]
    print(f"{len(files)} files of data, {sum(files) / 1e6:.1f} MB, in {store_of(site)}.js")
    with opened(options, site) as (visit, ask):
        visit()
        wrong = [query for query in wanted if exact(query, ask(query), texts)]
        print(f"{len(texts)} units, {sum(len(t) + len(b) for t, b in texts)} characters")
        print(f"exact: {len(wanted) - len(wrong)} of {len(wanted)}", *map(repr, wrong[:10]))
        timed = [
            *FIXED,
            *rng.sample(wanted[len(FIXED) : -ABSENT], min(options.cold, options.queries)),
        ]
        report(measure(timed, visit, ask, site))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("content", type=Path, nargs="?")
    parser.add_argument("site", type=Path, nargs="?")
    parser.add_argument("--size", choices=tuple(SIZES), default="search")
    parser.add_argument("--stores", default="exact,text")
    parser.add_argument("--browser", choices=("chromium", "firefox"), default="chromium")
    parser.add_argument("--http", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--cold", type=int, default=100)
    return parser.parse_args()


def read(content: Path) -> Iterator[Text]:
    """The normal title and body of each unit, in the order of the store."""
    yearbook = load(content, Issues())
    assert yearbook
    for edition in yearbook.editions:
        made = volume(edition)
        for section in made.sections:
            for unit in units(made, section):
                yield normal(unit.title), normal(unit.body)


def substrings(texts: tuple[Text, ...], rng: random.Random, count: int) -> Iterator[str]:
    """Random substrings of the normal text."""
    for _ in range(count):
        while True:
            title, body = rng.choice(texts)
            text = rng.choice((title, body, body)) or title
            start = rng.randrange(len(text)) if text else 0
            found = text[start : start + rng.randint(1, LONGEST)]
            if normal(found) and "\n" not in found:
                yield found
                break


def absent(texts: tuple[Text, ...], rng: random.Random) -> Iterator[str]:
    """Strings of known characters, two to eight of them, that stand nowhere."""
    whole = "\n".join(part for text in texts for part in text)
    letters = sorted(set(whole) - {"\n"})
    made = 0
    while made < ABSENT:
        if rng.random() < 0.5:  # a true beginning with a false end is the harder case
            start = rng.randrange(len(whole) - 8)
            found = whole[start : start + rng.randint(2, 7)] + rng.choice(letters)
        else:
            found = "".join(rng.choices(letters, k=rng.randint(2, 8)))
        found = normal(found)
        if found and "\n" not in found and found not in whole:
            made += 1
            yield found


def exact(query: str, answer: dict[str, Any], texts: tuple[Text, ...]) -> bool:
    """Whether the hits differ from those of a plain search, or come twice."""
    terms = [term for term in map(normal, query.split()) if term]
    plain = [
        n for n, (title, body) in enumerate(texts) if all(t in title or t in body for t in terms)
    ]
    return sorted(answer["hits"]) != plain or bool(answer["missing"])


Row = tuple[str, float, float, int, int]


def measure(queries: list[str], visit: Callable[[], None], ask: Ask, site: Path) -> list[Row]:
    """Of each query: milliseconds cold and warm, files and bytes."""
    rows = []
    for query in queries:
        visit()
        cold = ask(query)
        warm = ask(query)
        names = [f"{file.rpartition('/search/')[2]}" for file in cold["files"]]
        size = sum((site / "search" / name).stat().st_size for name in names)
        rows.append((query, cold["took"], warm["took"], len(names), size))
    return rows


def report(rows: list[Row]) -> None:
    print(f"{'':24}{'median':>9}{'p90':>9}{'max':>9}")
    for name, column, unit in (
        ("cold to hits, ms", 1, 1.0), ("warm, ms", 2, 1.0), ("files", 3, 1.0), ("KB", 4, 1e-3),
    ):  # fmt: skip
        values = sorted(float(row[column]) * unit for row in rows)  # type: ignore[arg-type]
        p90 = values[int(len(values) * 0.9)]
        print(f"{name:24}{statistics.median(values):9.1f}{p90:9.1f}{values[-1]:9.1f}")
    longer = max((row for row in rows if len(normal(row[0])) > 1), key=lambda row: row[3])
    print(f"most files of a query of 2 or more characters: {longer[3]} ({longer[0]})")
    for row in sorted(rows, key=lambda row: -row[4])[:3]:
        print(f"most bytes: {row[4] / 1000:.0f} KB ({row[0]})")


@contextmanager
def opened(options: argparse.Namespace, site: Path) -> Iterator[tuple[Callable[[], None], Ask]]:
    """A way to open a fresh page with the engine alone, and a way to ask it."""
    site, store = site.resolve(), store_of(site)
    with tempfile.TemporaryDirectory() as name, served(site, options.http) as root:
        page = (site if options.http else Path(name)) / "bench_.html"
        engine = f"{root}/assets/engine.js"
        page.write_text(
            PAGE.format(root=json.dumps(f"{root}/"), store=json.dumps(store), engine=engine),
            "utf-8",
        )
        try:
            address = f"{root}/bench_.html" if options.http else page.as_uri()
            with BROWSERS[options.browser](address, Path(name)) as made:
                yield made
        finally:
            page.unlink()


def store_of(site: Path) -> str:
    """The first file of the store of a site."""
    return "all" if (site / "search/all.js").exists() else "meta"


@contextmanager
def served(site: Path, http: bool) -> Iterator[str]:
    """The address of a site: on the disk, or of a server."""
    if not http:
        yield site.as_uri()
        return
    handler = partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def chromium(address: str, _: Path) -> Iterator[tuple[Callable[[], None], Ask]]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        page = browser.new_page()
        yield lambda: void(page.goto(address)), lambda query: json.loads(page.evaluate(ASK, query))
        browser.close()


@contextmanager
def gecko(address: str, profile: Path) -> Iterator[tuple[Callable[[], None], Ask]]:
    with firefox("firefox-esr", profile) as browser:

        def visit() -> None:
            browser.command(
                "browsingContext.navigate", context=browser.tab, url=address, wait="complete"
            )

        def ask(query: str) -> dict[str, Any]:
            said: dict[str, Any] = json.loads(browser.evaluate(f"({ASK})({json.dumps(query)})"))
            return said

        yield visit, ask


def void(_: object) -> None:
    """Nothing."""


BROWSERS = {"chromium": chromium, "firefox": gecko}

if __name__ == "__main__":
    main()
