"""Pictures of a manuscript: those that pages can show get a name; the others are told of."""

from __future__ import annotations

from collections.abc import Mapping

from yearbook import images
from yearbook.manuscripts.blocks import Picture
from yearbook.manuscripts.drafts import Block, EntryDraft, Found, SectionDraft
from yearbook.manuscripts.shapes import captioned
from yearbook.read.plainwords import mark
from yearbook.read.slugs import mend, propose


def place_pictures(found: Found, section: SectionDraft, files: dict[str, bytes]) -> None:
    """Name the pictures of a section; `files` are those of the edition, to which are added."""
    known = {one.key: one for one in found.manuscript.pictures}
    for entry in section.all:
        entry.blocks = [one for block in entry.blocks for one in _placed(found, block, known)]
        for block in entry.blocks:
            if block.picture:
                _name(found, entry, block, known[block.picture.key], files)


def _placed(found: Found, block: Block, known: Mapping[str, Picture]) -> list[Block]:
    """The block; for a picture that cannot be shown only its caption."""
    if block.picture is None:
        return [block]
    picture = known.get(block.picture.key)
    name = picture.name if picture else block.picture.key
    data = picture.data if picture else b""
    if data and not images.faults(data, f"x.{images.kind(data)}"):
        return [block]
    found.doubt(block.place, "picture", name)
    caption = block.picture.caption
    return [Block(caption, block.place)] if caption else []


def _name(
    found: Found, entry: EntryDraft, block: Block, picture: Picture, files: dict[str, bytes]
) -> None:
    assert block.picture is not None
    made = block.picture
    kind = images.kind(picture.data)
    same = [name for name, data in files.items() if data == picture.data]
    if same:
        made.file = same[0]
    else:
        said = captioned(made.caption or picture.alt or entry.title)
        taken = {name.removeprefix("images/").rpartition(".")[0] for name in files}
        made.file = f"images/{propose(mend(said, 'picture'), taken)}.{kind}"
        files[made.file] = picture.data
    made.alt = made.caption or ("" if mark(picture.alt) else picture.alt)
    if not made.alt:
        found.doubt(block.place, "alt", made.file)
