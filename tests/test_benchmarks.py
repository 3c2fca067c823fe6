"""The benchmarks measure what they say: the same corpus, changed and put back, and a true chart."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from benchmarks.kit import chart, tables, targets
from benchmarks.kit.corpus import SAID, SIZES, TITLE, edited, edition, editions, retitled, spot
from benchmarks.kit.generators import BASE
from benchmarks.kit.layouts import Docs, Eleventy, Folder, Hugo, Layout, Pelican, Sphinx, Yearbook
from benchmarks.kit.running import run

SMALL = SIZES["small"]
LAYOUTS: tuple[Layout, ...] = (
    Yearbook(pages=True),
    Yearbook(pages=False),
    Hugo(offline=True, cached=True),
    Docs("mkdocs/mkdocs.yml", "mkdocs.yml", "mkdocs/main.html"),
    Pelican(),
    Sphinx(),
    Eleventy(),
)


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_corpus_is_the_same_on_every_machine() -> None:
    text = repr(editions(SMALL)).encode()
    assert hashlib.sha256(text).hexdigest() == (
        "74c0ab404abab5df78fcce8f723eebdc0e806c1ca3f53275842545b3d3bc321f"
    )


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda one: type(one).__name__)
def test_a_case_changes_what_it_is_about_and_goes_back(layout: Layout, tmp_path: Path) -> None:
    folder, where = Folder(tmp_path, layout), spot(SMALL)
    folder.write(editions(SMALL))
    before, one = files(tmp_path), edition(where.year, SMALL)
    folder.put(layout.edition(retitled(edited(one, where), where)))
    folder.put(layout.edition(edition(where.year + 1, SMALL)))
    after = files(tmp_path)
    said = b"".join(text for name, text in after.items() if before.get(name) != text).decode()
    assert SAID in said
    assert TITLE in said
    assert len(after) > len(before)
    folder.restore()
    assert files(tmp_path) == before
    assert not [path for path in tmp_path.rglob("*") if path.is_dir() and not any(path.iterdir())]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_run_tells_the_time_and_memory_of_all_its_processes(tmp_path: Path) -> None:
    work = "import time\nheld = b'x' * 40_000_000\ntime.sleep(0.3)"
    both = f"import os\nos.fork()\n{work}\nos.wait() if os.getpid() == os.getsid(0) else 0"
    one, two = (run((sys.executable, "-c", said), tmp_path, pss=True) for said in (work, both))
    assert one.code == two.code == 0
    assert one.wall > 0.3
    assert 40 < one.pss <= one.rss < 80 < two.pss <= two.rss


def said() -> dict[str, Any]:
    """Figures of two generators, of which ours takes half the time."""
    run = {"wall": 4.0, "user": 2.0, "system": 1.0, "rss": 100.0}
    half = {key: value / 2 for key, value in run.items()}
    row = {"fine": True, "files": 3, "bytes": 10**6, "pages": 10}
    names = {"yearbook": ("ours <&>", half, True), BASE: ("Hugo", run, False)}
    return {
        "date": "2026-01-01",
        "machine": dict.fromkeys(
            ("cores", "cpu", "memory_gb", "system", "python", "file_system"), 1
        ),
        "load_before": [0],
        "load_after": [0],
        "generators": {
            name: {"label": label, "version": "1", "note": "", "against": "", "ours": ours}
            for name, (label, _, ours) in names.items()
        },
        "sizes": {
            "small": {
                "entries": 36,
                "pages": 50,
                "rows": {
                    name: [{**row, "runs": {"clean": one, "edited": one}}]
                    for name, (_, one, _) in names.items()
                },
            }
        },
    }


def test_the_table_has_the_ratio_to_the_base() -> None:
    table = tables.builds(said(), "en")
    assert (
        "| ours <&> | 2.00 (2.00–2.00) | 0.50 | 1.00 | 0.50 | 1.50 | 50 | 0.50 | 200.00 |" in table
    )
    assert "| Hugo | 4.00 (4.00–4.00) | 1.00 |" in table


def test_what_was_reached_stands_beside_what_was_to_be() -> None:
    found = said()
    found["sizes"]["large"] = found["sizes"].pop("small")
    rows = targets.table(found, "en").splitlines()
    assert rows[2] == "| clean build, wall ÷ Hugo | ≤ 0.8 | – | ≤ 0.7 | 0.50 |"
    assert rows[5] == "| nothing changed, wall ÷ Hugo | ≤ 0.08 | – | ≤ 0.03 | – |"
    assert rows[6] == "| memory, MB | ≤ 120 | – | ≤ 200 | 50 |"


def test_the_chart_is_drawn_to_scale() -> None:
    svg = ElementTree.fromstring(chart.drawn(said()))
    bars = {bar.get("class"): bar for bar in svg.iter("{http://www.w3.org/2000/svg}rect")}
    wide = {kind: float(bar.get("width", "")) for kind, bar in bars.items()}
    assert wide["own"] == pytest.approx(wide["base"] / 2)
