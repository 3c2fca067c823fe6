"""Figures that wait filled in, undeclared ones drafted, in editions that want all declared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yearbook.figures import Number
from yearbook.fix.change import Change
from yearbook.fix.draft import Draft, drafts
from yearbook.fix.files import LINE, read, write
from yearbook.issues import Issues, Place
from yearbook.model import Edition, Section, declared, records, sections


def write_figures(content: Path) -> Iterator[Change]:
    """Drafts for the numbers that are not declared, in editions that want all declared."""
    from yearbook.fix.same import edition_before
    from yearbook.read import load

    yearbook = load(content, Issues())
    for edition in yearbook.editions if yearbook else ():
        if edition.figures != "all":
            continue
        assert yearbook is not None
        before = edition_before(yearbook, edition.covers.start.year, edition.id)
        taken = {figure.id for figure in declared(edition)}
        for section in sections(edition):
            if section.clean:
                yield from _write_section(edition, section, before, taken)


def _write_section(
    edition: Edition, section: Section, before: Edition | None, taken: set[str]
) -> Iterator[Change]:
    from yearbook.fix.slots import filled
    from yearbook.rules.scope import data_path

    waiting = {slot.id for slot in section.slots}
    row = list(_drafts(edition, section, before, taken))
    if not row:
        return
    path = Path(data_path(section))
    text = read(path) if path.exists() else ""
    fills = [draft for draft in row if draft.id in waiting]
    text, lines = filled(text, fills)
    rest = [draft for draft in row if draft.id not in waiting]
    new, first = with_figures(text, [draft.line for draft in rest]) if rest else (text, 0)
    if not _reads(new, edition):
        return
    write(path, new)
    for line, draft in zip(lines, fills, strict=True):
        said = f"{draft.id}: {draft.number.written}（{draft.label}）"
        yield Change(Place(path.as_posix(), line), "slot", said)
    for nth, draft in enumerate(rest):
        yield Change(Place(path.as_posix(), first + nth if first else 0), "figure", draft.line)


def _drafts(
    edition: Edition, section: Section, before: Edition | None, taken: set[str]
) -> Iterator[Draft]:
    """Drafts for the entries and records of a section, with the ids that they had."""
    from yearbook.figures import spans
    from yearbook.fix.same import dated_sections, matched, old_figures, renewed
    from yearbook.markup import Prose, parse
    from yearbook.rules.figures import declared_units, missing
    from yearbook.words import record_words

    units = declared_units(edition)
    texts = [(entry.id, parse(entry.source)) for entry in section.entries]
    texts += [(one.id, Prose(text=record_words(one))) for one in records(section)]
    year = edition.covers.start.year
    old = old_figures(dated_sections(section.stem, edition, before, year))
    free = [one for one in old if one.slot or one.id not in taken]
    for id_, prose in texts:
        own = [figure for figure in section.figures if figure.entry == id_]
        said = [span for figure in own for span in spans(figure, prose.text, units)]
        numbers = [
            one
            for one in missing(section, id_, prose, units)
            if not _accepted(one, prose.text, section)
        ]
        made = drafts(id_, prose.text, numbers, said, taken)
        for draft, same in matched(prose.text, made, free):
            yield renewed(draft, same) if same else draft


def _accepted(number: Number, text: str, section: Section) -> bool:
    """Whether an `ignore` accepts that a number is no figure."""
    first, last = text.rfind("\n", 0, number.start) + 1, text.find("\n", number.end)
    line = text[first : last if last >= 0 else len(text)]
    return any(one.code == "C304" and one.text in line for one in section.ignore)


def with_figures(text: str, lines: list[str]) -> tuple[str, int]:
    """The YAML with the lines of figures added, and the line of the first (0: within another).

    They go to the end of `figures:`; where there is none, to the end of the file.
    """
    import yaml

    mark, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    end = next((e for e in ("\r\n", "\r", "\n") if e in text), "\n")
    root = yaml.compose(text.replace("\r\n", "\n").replace("\r", "\n"), Loader=yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    node = next((value for key, value in pairs if key.value == "figures"), None)
    row = LINE.findall(text)
    if node is None:
        new, first = _append(row, ["figures:", *(f"  {line}" for line in lines)], end)
        return mark + new, first + 1
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        return mark + _into_flow(row, node, lines), 0
    indent = node.start_mark.column
    after = min(
        (key.start_mark.line for key, _ in pairs if key.start_mark.line > node.start_mark.line),
        default=len(row),
    )
    last = _last_line(row, node.start_mark.line, after, indent)
    new, first = _insert(row, last, [f"{' ' * indent}{line}" for line in lines], end)
    return mark + new, first


def _append(row: list[str], lines: list[str], end: str) -> tuple[str, int]:
    return _insert(row, len(row), lines, end)


def _insert(row: list[str], at: int, lines: list[str], end: str) -> tuple[str, int]:
    """The text with `lines` after its first `at` lines, and the number of the first new line."""
    before, after = "".join(row[:at]), "".join(row[at:])
    before += "" if not before or before.endswith(("\r", "\n")) else end
    return before + "".join(line + end for line in lines) + after, at + 1


def _last_line(row: list[str], first: int, after: int, indent: int) -> int:
    """The number of lines up to the end of a block: blanks and outer comments stay behind it."""
    last = after
    while last > first + 1:
        line = row[last - 1].strip("\r\n")
        outer = line.lstrip().startswith("#") and len(line) - len(line.lstrip()) < indent
        if line.strip() and not outer:
            break
        last -= 1
    return last


def _into_flow(row: list[str], node: object, lines: list[str]) -> str:
    """The text with the figures before the closing brace of `figures: {…}`."""
    end, value = node.end_mark, node.value  # type: ignore[attr-defined]
    line = row[end.line]
    head, tail = line[: end.column - 1], line[end.column - 1 :]
    comma = ", " if value and not head.rstrip().endswith(",") else ""
    row = [*row]
    row[end.line] = head.rstrip(" ") + comma + ", ".join(lines) + tail
    return "".join(row)


def _reads(text: str, edition: Edition) -> bool:
    """Whether the new YAML of a section reads without an error."""
    from yearbook.read import format
    from yearbook.read.source import compose
    from yearbook.read.text import Source

    issues = Issues()
    source = Source("", issues)
    source.draft = edition.status == "draft"
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    top = compose(plain, source)
    if top is None:
        return False
    format.SECTION.part(top, source)
    return not issues.errors
