"""Pictures of every page kind, narrow to wide, light, dark and printed.

    python tools/screenshots.py [--site DIR] [--out docs/screenshots]

Without --site the repository's content is built first, and the examples for the kinds of pages
that need years, which are taken in two sizes only. Needs Chromium and the `test` extra.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import browsers
import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
TALLEST = 2400
COLOURS = 64
SHEET_SCALE = 1.25
SHOTS = ((390, "light"), (390, "dark"), (820, "light"), (1440, "light"), (1440, "dark"))
FEW = ((390, "light"), (1440, "light"))
ALIKE = ("documents", "places", "series-names", "bodies-years", "pictures", "tables", "events")
MOST_BYTES = 8_000_000


def main(words: Sequence[str] | None = None) -> int:
    """Take the pictures; the exit code is 1 when together they are too large for the repository."""
    parser = argparse.ArgumentParser(description="Pictures of every page kind.")
    parser.add_argument("--site", type=Path, help="a built site; by default the content is built")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        sites = [options.site.resolve()] if options.site else built(Path(folder))
        size = take(sites, options.out)
    print(f"{size / 1e6:.1f} MB in {options.out}")
    return int(size > MOST_BYTES)


def built(folder: Path) -> list[Path]:
    """The sites of the repository's content and of the examples."""
    return [
        build(folder / "site"),
        build(folder / "examples-site", "--content", "examples/content"),
    ]


def build(site: Path, *words: str) -> Path:
    command = [sys.executable, "build.py", "build", "--site", str(site), "--quiet", *words]
    subprocess.run(command, cwd=ROOT, check=True)
    return site


def take(sites: Sequence[Path], out: Path) -> int:
    """Replace the pictures in `out` and give their size."""
    program = browsers.found("CHROMIUM", *browsers.CHROMIUM_NAMES)
    if not program:
        sys.exit("Chromium is missing: install the package chromium, or let CHROMIUM name it")
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(**browsers.chromium_options(program))
        for name, picture in all_pictures(chromium, sites):
            picture.quantize(COLOURS).save(out / f"{name}.png", optimize=True)
        chromium.close()
    return sum(path.stat().st_size for path in out.glob("*.png"))


def all_pictures(chromium: Any, sites: Sequence[Path]) -> Iterator[tuple[str, Image.Image]]:
    """Each picture with its name: of the first site in all sizes and on paper, of the others what
    it lacks."""
    kinds = shown(sites[0])
    yield from pictures(chromium, kinds, SHOTS)
    yield from sheets(chromium, kinds)
    for site in sites[1:]:
        more = {kind: path for kind, path in shown(site).items() if kind not in kinds}
        yield from pictures(chromium, more, FEW)


def shown(site: Path) -> dict[str, Path]:
    """A page of each kind; of the indexes, which look alike, two."""
    return {kind: path for kind, path in browsers.kinds(site).items() if kind not in ALIKE}


def pictures(
    chromium: Any, kinds: dict[str, Path], shots: Sequence[tuple[int, str]]
) -> Iterator[tuple[str, Image.Image]]:
    """The screens of each kind."""
    for width, scheme in shots:
        page = chromium.new_page(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        for kind, path in kinds.items():
            page.goto(path.as_uri())
            yield f"{kind}-{width}-{scheme}", screen(page, width)
        page.close()


def sheets(chromium: Any, kinds: dict[str, Path]) -> Iterator[tuple[str, Image.Image]]:
    """The first sheet of paper of each kind."""
    page = chromium.new_page()
    for kind, path in kinds.items():
        page.goto(path.as_uri())
        yield f"{kind}-print", sheet(page)
    page.close()


def screen(page: Any, width: int) -> Image.Image:
    """The whole page, or its upper part when it is long."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": 900})
    area = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
    return Image.open(io.BytesIO(page.screenshot(full_page=True, clip=area))).convert("RGB")


def sheet(page: Any) -> Image.Image:
    """The first sheet of the page as it is printed."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    picture: Image.Image = document[0].render(scale=SHEET_SCALE).to_pil().convert("RGB")
    document.close()
    return picture


if __name__ == "__main__":
    sys.exit(main())
