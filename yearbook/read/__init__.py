"""content/ → Yearbook: one function a noun, in the format's own order.

Nothing here raises for bad content: what is wrong becomes an issue and what can be made is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from yearbook import address
from yearbook.issues import Issues
from yearbook.model import Edition, Imprint, Name, Section, Yearbook
from yearbook.read import format
from yearbook.read.addresses import check_aliases
from yearbook.read.crosscheck import check_coverage, check_names, check_section
from yearbook.read.editions import read_edition
from yearbook.read.media import read_extras, read_offline
from yearbook.read.sections import assemble, read_prose
from yearbook.read.source import compose
from yearbook.read.text import Source, read_text
from yearbook.read.tree import FILE, FOLDER, IMPORTING, JOURNAL, Folder, Tree, hint, meant

FILES = ("yearbook.yaml", "names.yaml", "about.md")


def load(
    content: Path, issues: Issues, kept: Mapping[str, Edition] = MappingProxyType({})
) -> Yearbook | None:
    """The yearbook in the folder `content`; None when there is nothing to make one of.

    The editions that are `kept`, by their ids, are not read.
    """
    if not _is_folder(content, issues):
        return None
    _check_imports(content, issues)
    tree = Tree(content, issues)
    top = tree.folder(content)
    if "edition.yaml" in top.files and "yearbook.yaml" not in top.known:
        top.source("", issues).fault(0, 0, "C003", path=top.shown)
        return None
    strays = _check_strangers(top, issues)
    imprint, elsewhere = _imprint(top, strays, issues)
    editions = _editions(top, imprint, tree, kept)
    strays += [one.id for one in editions if not address.EDITION_ID.fullmatch(one.id)]
    return Yearbook(
        imprint=imprint,
        editions=editions,
        names=_names(top, issues),
        about=_about(top, issues),
        extras=read_extras(top, tree),
        offline=read_offline(top, tree),
        strays=(*top.refused, *strays),
        gone=tuple(one for one in elsewhere if one not in {edition.id for edition in editions}),
    )


def _is_folder(content: Path, issues: Issues) -> bool:
    source = Source(content.as_posix(), issues)
    if content.is_dir():
        return True
    source.fault(0, 0, "C002" if content.exists() else "C001", path=content.as_posix())
    return False


def _check_imports(content: Path, issues: Issues) -> None:
    """Report imports that were killed while they exchanged files."""
    start, end = IMPORTING.split("{}")
    for path in sorted(content.glob(f"{IMPORTING.format('*')}/{JOURNAL}")):
        id_ = path.parent.name.removeprefix(start).removesuffix(end)
        Source(f"{content.as_posix()}/{id_}", issues).fault(0, 0, "M045", id=id_)


def _yaml(top: Folder, name: str, issues: Issues) -> tuple[Any, Source]:
    """The top mapping of a YAML file, None where it does not read."""
    source = top.source(name, issues)
    text = read_text(top.files[name], source)
    return None if text is None else compose(text, source), source


def _imprint(top: Folder, strays: list[str], issues: Issues) -> tuple[Imprint, tuple[str, ...]]:
    """What yearbook.yaml says of the yearbook, and which editions of it are elsewhere."""
    if "yearbook.yaml" not in top.files:
        known = {*top.known, *(meant(name, FILES) for name in strays)}
        if "yearbook.yaml" not in known:
            top.source("", issues).fault(0, 0, "C003", path=top.shown)
        return Imprint(title=""), ()
    node, source = _yaml(top, "yearbook.yaml", issues)
    values = {} if node is None else format.YEARBOOK.part(node, source)
    values.pop("language", None)  # there is one: it is said for those who read the file
    elsewhere = values.pop("elsewhere", None) or ()
    return Imprint(**({"title": ""} | values)), tuple(elsewhere)


def _check_strangers(top: Folder, issues: Issues) -> list[str]:
    """Report what does not belong into content/; the names."""
    files = [name for name in top.files if name not in FILES]
    wanted = [name for name in FILES if name not in top.files]
    for name in files:
        top.source(name, issues).fault(0, 0, "C027", what=FILE, near=hint(name, wanted))
    for name in top.folders:
        if name in FILES:
            top.source(name, issues).fault(0, 0, "C018", must=FILE, stands=FOLDER)
    folders = [n for n in top.folders if not n[0].isdigit() and n not in ("files", *FILES)]
    for name in folders:
        top.source(name, issues).fault(0, 0, "C120", name=name)
    return [*files, *folders, *(name for name in top.folders if name in FILES)]


def edition(content: Path, name: str) -> Edition:
    """One edition of a yearbook that reads without errors."""
    tree = Tree(content, Issues())
    top = tree.folder(content)
    imprint, _ = _imprint(top, [], tree.issues)
    return read_edition(tree, top.folders[name], imprint)[0]


def _editions(
    top: Folder, imprint: Imprint, tree: Tree, kept: Mapping[str, Edition]
) -> tuple[Edition, ...]:
    """The editions in the order of what they cover."""
    folders = [name for name in top.folders if name[0].isdigit()]
    if not folders:
        top.source("", tree.issues).fault(0, 0, "C016", path=top.shown)
    found = [
        (kept[name], False) if name in kept else read_edition(tree, top.folders[name], imprint)
        for name in folders
    ]
    found.sort(key=lambda one: (one[0].covers.start, one[0].covers.end, one[0].id))
    check_coverage([edition for edition, dated in found if dated], tree.issues)
    made = tuple(edition for edition, _ in found)
    if not kept:  # they have the addresses that they had
        check_aliases(made, not top.refused, tree.issues)
    return made


def _names(top: Folder, issues: Issues) -> tuple[Name, ...]:
    if "names.yaml" not in top.files:
        return ()
    node, source = _yaml(top, "names.yaml", issues)
    names = () if node is None else format.NAMES.read(node, source) or ()
    check_names(names, source)
    return names


def _about(top: Folder, issues: Issues) -> Section | None:
    if "about.md" not in top.files:
        return None
    source = top.source("about.md", issues)
    text = read_text(top.files["about.md"], source)
    if text is None:
        return None
    about = assemble("about", read_prose(text, source), {}, source, None)
    check_section(about, source, None)
    return replace(about, clean=source.clean, clean_prose=source.clean)
