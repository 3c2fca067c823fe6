"""Two sides of a section, aligned, as their page shows them: rows of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape

from yearbook import address
from yearbook.markup.hypertext import grouped
from yearbook.record import positional
from yearbook.render import changes
from yearbook.render.figure import parts
from yearbook.render.labels import T
from yearbook.render.site import Volume
from yearbook.years import pairing
from yearbook.years.align import AWAY, CUT, HERE, NEW, SAME, Row, align, align_records
from yearbook.years.change import STOCK, breaks, change
from yearbook.years.pairing import Block, BlockPair, Contents, FigurePair, Indicator, Matter

RUNNING = (SAME, CUT, NEW)  # kinds whose sentences are shown together


@positional
class Compared:
    """The pairs of blocks with the rows of each, and the pairs of figures; `stem` of the later."""

    stem: str
    blocks: tuple[BlockPair, ...]
    rows: tuple[list[Row], ...]
    figures: tuple[FigurePair, ...]
    counts: Counter[str]


Shown = tuple[str, str, str, str]  # kind, what changed in a word, the words of both sides


@positional
class BlockShown:
    """An entry, a table or records; `heads` are (words, address) of both sides. All words are
    escaped."""

    id: str
    title: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[Shown, ...]


@positional
class FigureShown:
    """A figure of both sides as (words, unit, address), and what changed, in words. All of them
    are escaped."""

    label: str
    sides: tuple[tuple[str, str, str], ...]
    said: str


NOTHING: tuple[str, ...] = ()
VOID = ("", "", "")


def compared(before: Matter, after: Matter, later: Contents) -> Compared:
    """The two sides aligned."""
    blocks = tuple(pairing.paired(before.blocks, after, later))
    rows = align([(NOTHING, NOTHING) if _ids(pair) else _lines(pair) for pair in blocks])
    for n, pair in enumerate(blocks):
        if _ids(pair):
            ids = [one.ids if one else NOTHING for one in pair]
            rows[n] = list(align_records(*_lines(pair), ids[0], ids[1]))
    return Compared(
        after.stem,
        blocks,
        tuple(rows),
        tuple(pairing.figures(before.figures, after.figures)),
        Counter(row.kind for found in rows for row in found),
    )


def _ids(pair: BlockPair) -> bool:
    return any(one and one.ids for one in pair)


def _lines(pair: BlockPair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    before, after = pair
    return before.lines if before else NOTHING, after.lines if after else NOTHING


def shown(made: Compared, volumes: tuple[Volume, Volume], root: str) -> dict[str, object]:
    """What the template needs beside the view; `root` leads from the page to the site's."""
    return {
        "counts": counted(made.counts),
        "figures": [_figure(pair, volumes, root) for pair in made.figures],
        "blocks": [_block(made, n, volumes, root) for n in range(len(made.blocks))],
    }


def counted(counts: Counter[str]) -> str:
    """改3处、新增2处, or that nothing differs."""
    found = ((counts[kind], words) for kind, words in T.compare_counts.items())
    return T.join.join(words.format(count=n) for n, words in found if n) or T.compare_alike


def _block(made: Compared, n: int, volumes: tuple[Volume, Volume], root: str) -> BlockShown:
    (before, after), title = made.blocks[n], _title(made.blocks[n])
    return BlockShown(
        f"b_{n}",
        _plain(title),
        (_head(before, volumes[0], root, title), _head(after, volumes[1], root, title)),
        tuple(_shown(made, n)),
    )


def _title(pair: BlockPair) -> str:
    before, after = pair
    return next(one.title for one in (after, before) if one)


def _head(block: Block | None, volume: Volume, root: str, title: str) -> tuple[str, str]:
    """The volume, with the title that the block has there when it is another, and its address."""
    if block is None:
        return _plain(volume.label), ""
    said = volume.label if block.title == title else f"{volume.label}·{block.title}"
    page = address.section(volume.edition.id, block.stem)
    return _plain(said), address.outside(root, f"{page}#{block.id}")


def _shown(made: Compared, n: int) -> Iterator[Shown]:
    """The rows, sentences of one kind that follow each other in a paragraph joined."""
    before, after = _lines(made.blocks[n])
    last, left, right = "", "", ""
    for row in made.rows[n]:
        kind, i, j, _ = row
        one = before[i] if i >= 0 else _came(made, n, row)
        other = after[j] if j >= 0 else _went(made, n, row)
        if kind == last and kind in RUNNING and not (left or right).endswith("\n"):
            left += one
            right += other
            continue
        if last:
            yield last, T.compare_kinds[last], _escaped(left), _escaped(right)
        last, left, right = kind, one, other
    if last:
        yield last, T.compare_kinds[last], _escaped(left), _escaped(right)


def _plain(text: str) -> str:
    """Escaped; names and units are nearly always letters alone."""
    return text if text.isalnum() else escape(text)


def _escaped(text: str) -> str:
    """What stands in a cell; most texts have nothing to escape."""
    plain = not ("&" in text or "<" in text or ">" in text)
    return text.strip("\n") if plain else escape(text.strip("\n"), quote=False)


def _came(made: Compared, n: int, row: Row) -> str:
    """Where a sentence that moved stood before."""
    return _moved(T.compare_from, made, n, row) if row.kind == HERE else ""


def _went(made: Compared, n: int, row: Row) -> str:
    """Where a sentence that moved stands now."""
    return _moved(T.compare_to, made, n, row) if row.kind == AWAY else ""


def _moved(words: tuple[str, str], made: Compared, n: int, row: Row) -> str:
    own, other = words
    return own if row.other == n else other.format(title=_title(made.blocks[row.other]))


def _figure(pair: FigurePair, volumes: tuple[Volume, Volume], root: str) -> FigureShown:
    before, after = pair
    label = next(one.figure.label for one in (after, before) if one)
    sides = _cell(before, volumes[0], root), _cell(after, volumes[1], root)
    return FigureShown(_plain(label), sides, escape(difference(pair, volumes)))


def _cell(one: Indicator | None, volume: Volume, root: str) -> tuple[str, str, str]:
    if one is None:
        return VOID
    place = f"{address.section(volume.edition.id, one.stem)}#{address.figure_id(one.figure.id)}"
    before, number, unit = parts(one.figure)
    return _plain(before) + grouped(number), _plain(unit), address.outside(root, place)


def difference(pair: FigurePair, volumes: tuple[Volume, Volume]) -> str:
    """The difference in words, or why there is none."""
    before, after = pair
    if before is None or after is None:
        return T.compare_unsaid.format(volume=volumes[before is not None].label)
    spans = before.months, after.months
    found = change(before.figure, after.figure, spans)
    if found:
        return changes.said(found)
    kind = T.series_stock_now if after.figure.as_of else T.series_flow_now
    words = {**T.series_breaks, STOCK: kind}
    why = [words[one] for one in breaks(before.figure, after.figure, spans)]
    return T.compare_not.format(why=T.join.join(why) or T.compare_void)
