"""docs/errors.md documents every code, with its sentences and real lines."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from yearbook.catalog import CATALOG

ROOT = Path(__file__).parent.parent


def test_the_page_is_current(request: pytest.FixtureRequest) -> None:
    doc = runpy.run_path(str(ROOT / "tools" / "errors_doc.py"))
    written = ROOT / "docs" / "errors.md"
    if request.config.getoption("--regenerate"):
        doc["write"](written)
    assert written.read_text("utf-8") == doc["page"](), "run: python tools/errors_doc.py"


def test_the_page_names_every_code_once() -> None:
    lines = (ROOT / "docs" / "errors.md").read_text("utf-8").splitlines()
    heads = [line.split()[1] for line in lines if line.startswith("### ")]
    assert heads == sorted(CATALOG)
