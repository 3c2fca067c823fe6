"""What the last edition had, as comments in the files that are to be filled."""

from __future__ import annotations

from collections.abc import Iterator

from yearbook import figures
from yearbook.fix.draft import scalar
from yearbook.model import Edition, Entry, Figure, Honour, Section
from yearbook.words import length

KINDS = {
    "people": "人物",
    "bodies": "机构",
    "items": "条文",
    "events": "大事",
    "references": "参考资料",
    "tables": "表格",
    "pictures": "图片",
}


def entry_remark(edition: Edition, section: Section, entry: Entry) -> str:
    """In place of an entry's words: the last title, its length, its figures."""
    said = f"{of(edition)}：{entry.title}，{length(section, entry.id)}字"
    own = [one for one in section.figures if one.entry == entry.id]
    lines = [said, *(f"{one.label}：{_written(one)}" for one in own)]
    body = "\n".join(lines).replace("--", "——")  # nothing in it ends the comment
    return f"<!-- {body}\n-->" if own else f"<!-- {body} -->"


def figure_remark(edition: Edition, figure: Figure) -> str:
    return f"# {of(edition)}：{_written(figure)}"


def honour_remarks(edition: Edition, section: Section) -> Iterator[str]:
    """The last honours as lines that can be taken over again."""
    if section.honours:
        yield f"# {of(edition)}的荣誉；又获的，去掉这一行和那一条行首的 #："
        yield "# honours:"
    for one in section.honours:
        fields = {"id": one.id, "entry": one.entry, "title": scalar(one.title), "level": one.level}
        fields["recipient"] = _recipient(one)
        fields |= {"from": scalar(one.from_)} if one.from_ else {}
        yield f"#   - {{{', '.join(f'{key}: {said}' for key, said in fields.items())}}}"


def _recipient(honour: Honour) -> str:
    who = honour.recipient
    if not who.count:
        return "self" if who.self_ else scalar(who.name)
    named = f", named: [{', '.join(map(scalar, who.named))}]" if who.named else ""
    return f"{{count: {who.count}, unit: {scalar(who.unit)}{named}}}"


def records_remark(edition: Edition, section: Section) -> Iterator[str]:
    """How many records, tables and pictures there were, which are not taken over."""
    counts = [(key, len(getattr(section, key)), name) for key, name in KINDS.items()]
    said = "、".join(f"{name}{count}项（{key}）" for key, count, name in counts if count)
    if said:
        yield f"# {of(edition)}有{said}，没有照抄"


def of(edition: Edition) -> str:
    """2017卷, 第3卷."""
    return edition.volume if edition.volume.endswith("卷") else f"{edition.volume}卷"


def _written(figure: Figure) -> str:
    return figure.text or figures.written(figure)
