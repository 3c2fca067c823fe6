"""What an edition is made of, to build it again: content and templates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yearbook.issues import Issues
from yearbook.listing import SKIP
from yearbook.model import Yearbook
from yearbook.read.tree import Tree
from yearbook.write import fs

CONTENT, TEMPLATES = "data/sources/content", "data/sources/templates"
TOP = ("names.yaml", "about.md")
YEARBOOK = "yearbook.yaml"
ELSEWHERE = "elsewhere"


def sources(
    content: Path, templates: Path, edition: str, shown: Yearbook
) -> Iterator[tuple[str, Path]]:
    """Each file, by its path in the package; yearbook.yaml is not among them.

    `shown` is the yearbook of this edition alone: of content/files/ what that needs.
    """
    for name in TOP:
        if (content / name).is_file():
            yield f"{CONTENT}/{name}", content / name
    tree = Tree(content, Issues())
    for name, path in tree.walk(content / edition):
        if not name.startswith("originals/"):
            yield f"{CONTENT}/{edition}/{name}", path
    for extra in shown.extras:
        yield f"{CONTENT}/files/{extra.path}", Path(extra.source)
    for name, entry in sorted(fs.walk(templates, SKIP), key=lambda one: one[0]):
        if entry.is_file() and not any(part.startswith(".") for part in name.split("/")):
            yield f"{TEMPLATES}/{name}", templates / name


def yearbook_yaml(content: Path, gone: tuple[str, ...]) -> bytes:
    """yearbook.yaml, which says what other editions there are elsewhere, if there are."""
    data = (content / YEARBOOK).read_bytes()
    if not gone:
        return data
    import yaml

    text = data.decode("utf-8-sig")
    said = f"{ELSEWHERE}: [{', '.join(gone)}]\n"
    before = yaml.load(text, yaml.BaseLoader)
    wanted = before | {ELSEWHERE: [*gone]}
    if before == wanted:
        return data
    for made in (f"{text}{said}", f"{text}\n{said}") if ELSEWHERE not in before else ():
        try:
            if yaml.load(made, yaml.BaseLoader) == wanted:
                return made.encode("utf-8")
        except yaml.YAMLError:
            continue
    return yaml.dump(wanted, allow_unicode=True, sort_keys=False).encode("utf-8")
