"""Installs the peers that benchmarks/build.py measures, each into an environment of its own.

python benchmarks/peers/install.py [NAME …]

They go to `$YEARBOOK_BENCH_HOME`, else `~/.cache/yearbook-bench`: about 1 GB in 3 minutes. Those of
Python come from PyPI, those of JavaScript from npm, which must be there. Without names all of them.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kit.generators import HOME

PYTHON = {
    "hugo": ("hugo",),
    "zensical": ("zensical",),
    "mkdocs": ("mkdocs", "mkdocs-material", "jieba"),
    "pelican": ("pelican[markdown]",),
    "sphinx": ("sphinx", "myst-parser"),
}
NODE = {"eleventy": "@11ty/eleventy", "pagefind": "pagefind"}


def main() -> None:
    names = sys.argv[1:] or [*PYTHON, *NODE]
    if unknown := set(names) - {*PYTHON, *NODE}:
        sys.exit(
            f"{', '.join(sorted(unknown))}: not known; known are {', '.join((*PYTHON, *NODE))}"
        )
    for name in names:
        print(name, flush=True)
        if name in PYTHON:
            from_pypi(HOME / "venv" / name, PYTHON[name])
        else:
            from_npm(HOME / "node" / name, NODE[name])


def from_pypi(folder: Path, packages: tuple[str, ...]) -> None:
    if not folder.exists():
        venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    words = ["install", "--quiet", "--upgrade", "--disable-pip-version-check", *packages]
    subprocess.run([python, "-m", "pip", *words], check=True)


def from_npm(folder: Path, package: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    words = ["npm", "install", "--silent", "--no-audit", "--no-fund", f"{package}@latest"]
    subprocess.run(words, check=True, cwd=folder)


if __name__ == "__main__":
    main()
