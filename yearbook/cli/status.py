"""`status`: the board of an edition by unit and state, and what is not finished."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from yearbook import board, model
from yearbook.board import Line, Task
from yearbook.cli.columns import table
from yearbook.cli.options import Options
from yearbook.cli.phrases import checked, program
from yearbook.issues import Issue, Issues, Lang, Place, UseError, near
from yearbook.model import STATES, Edition, Section, Yearbook
from yearbook.read import load
from yearbook.words import length
from yearbook.years.threads import Spot, Threads


@dataclass(frozen=True, slots=True)
class Status:
    """What is known of an edition; `sizes` are the characters of each task now and before."""

    edition: Edition
    tasks: tuple[Task, ...]
    sizes: tuple[tuple[int, int], ...]
    errors: int

    @property
    def open(self) -> list[tuple[Task, tuple[int, int]]]:
        row = zip(self.tasks, self.sizes, strict=True)
        return [(task, size) for task, size in row if not task.done]

    @property
    def carried(self) -> list[Section]:
        return [section for section in model.sections(self.edition) if section.carried]


def run(options: Options) -> int:
    issues = Issues()
    yearbook = load(options.content, issues)
    if yearbook is None or not yearbook.editions:
        issues.raise_errors()
    assert yearbook is not None
    edition = _chosen(yearbook, options.words[0] if options.words else "", options.content)
    found = _status(yearbook, edition, len(issues.errors))
    if options.json:
        print(json.dumps(_json(found), ensure_ascii=False, indent=2))
        return 0
    print("\n".join(_lines(found, options.lang)))
    if found.errors and not options.quiet:
        print(_unread(issues.errors, options.lang), file=sys.stderr)
    return 0


def _chosen(yearbook: Yearbook, name: str, content: Path) -> Edition:
    """The edition that is named, else the newest draft, else the newest."""
    known = {one.id: one for one in yearbook.editions}
    if name and name not in known:
        args = {"said": name, "near": near(name, known)}
        raise UseError(Issue(Place(content.as_posix()), "S052", tuple(args.items())))
    drafts = [one for one in yearbook.editions if one.status == "draft"]
    return known[name] if name else (drafts or yearbook.editions)[-1]


def _status(yearbook: Yearbook, edition: Edition, errors: int) -> Status:
    row = tuple(board.tasks(edition))
    threads, nth = Threads(yearbook.editions), yearbook.editions.index(edition)
    sizes = tuple((_size(task.section, task), _before(threads, nth, task)) for task in row)
    return Status(edition, row, sizes, errors)


def _size(section: Section, task: Task) -> int:
    """The characters of an entry, or of the records of a section."""
    if task.entry:
        return length(section, task.entry.id)
    return sum(length(section, one.id) for one in model.records(section))


def _before(threads: Threads, nth: int, task: Task) -> int:
    """The characters of what the task carries on, in the edition that had it last."""
    spot = Spot(task.section.stem, task.entry.id if task.entry else "")
    return sum(
        length(section, one.id)
        for at, before in threads.before(nth, spot)
        for section in model.sections(threads.editions[at])
        if section.stem == before.stem
        for one in _parts(section, before)
    )


def _parts(section: Section, spot: Spot) -> Iterator[model.Entry | model.Record]:
    if not spot.id:
        yield from model.records(section)
    yield from (entry for entry in section.entries if entry.id == spot.id)


def _lines(found: Status, lang: Lang) -> Iterator[str]:
    say = WORDS[lang]
    edition = found.edition
    kind = say["released" if edition.status == "released" else "draft"]
    yield say["head"].format(volume=edition.volume, id=edition.id, kind=kind)
    yield ""
    yield from table(_board(found, lang), "  ")
    row = found.open
    if row:
        yield ""
        yield say["open"].format(count=len(row))
        yield from table(_rows(row, lang), "  ")
    yield from _slots(found, lang)
    if found.carried:
        yield ""
        titles = say["and"].join(f"{one.title}（{one.stem}.yaml）" for one in found.carried)
        yield say["carried"].format(count=len(found.carried), titles=titles)


def _board(found: Status, lang: Lang) -> list[Sequence[str | int]]:
    """The units and their tasks by state; a column for none only when there is one."""
    say = WORDS[lang]
    lines = board.board(found.tasks)
    whole = board.total(lines)
    bare = bool(whole.counts and whole.counts[-1])
    head = [say["unit"], *STATES, *([say["none"]] if bare else []), say["total"]]

    def cells(name: str, line: Line) -> list[str | int]:
        return [name, *(line.counts if bare else line.counts[:-1]), line.total]

    rows = [cells(line.unit or say["nobody"], line) for line in lines]
    return [head, *rows, *([cells(say["total"], whole)] if lines else [])]


def _rows(row: list[tuple[Task, tuple[int, int]]], lang: Lang) -> list[Sequence[str | int]]:
    say = WORDS[lang]
    head = [say[key] for key in ("section", "entry", "by", "editor", "state", "now", "before")]
    rows: list[Sequence[str | int]] = [head]
    for task, (now, before) in row:
        by = say["and"].join(one.name for one in task.contributors)
        who = (by or "—", task.editor or "—", task.state or say["none"])
        rows.append([task.section.title, _title(task, lang), *who, now, before])
    sums = [sum(size[nth] for _, size in row) for nth in (0, 1)]
    return [*rows, [say["total"], "", "", "", "", *sums]]


def _title(task: Task, lang: Lang) -> str:
    say = WORDS[lang]
    if task.entry:
        return say["lead"] if task.entry.id == "lead" else task.entry.title
    count = len(model.records(task.section)) + len(task.section.tables)
    return say["records"].format(count=count) if count else say["nothing"]


def _slots(found: Status, lang: Lang) -> Iterator[str]:
    say = WORDS[lang]
    row = [section for section in model.sections(found.edition) if section.slots]
    if row:
        yield ""
        yield say["slots"].format(count=sum(len(section.slots) for section in row))
    for section in row:
        labels = say["semicolon"].join(slot.label for slot in section.slots)
        yield f"  {section.title}{say['colon']}{labels}"


def _unread(errors: Sequence[Issue], lang: Lang) -> str:
    count = checked(errors, lang)
    if lang == "zh":
        return f"内容有 {count}，以上只是读得出的；运行 {program()} check 查看"
    return f"the content has {count}; this is what could be read; see {program()} check"


def _json(found: Status) -> dict[str, object]:
    edition = found.edition
    return {
        "edition": edition.id,
        "volume": edition.volume,
        "status": edition.status,
        "errors": found.errors,
        "units": [
            {"unit": one.unit, "states": dict(zip((*STATES, ""), one.counts, strict=True))}
            for one in board.board(found.tasks)
        ],
        "entries": [
            _entry(task, now, before)
            for task, (now, before) in zip(found.tasks, found.sizes, strict=True)
        ],
        "slots": [
            {"section": section.stem, "id": slot.id, "entry": slot.entry, "label": slot.label}
            for section in model.sections(edition)
            for slot in section.slots
        ],
        "carried": [{"section": one.stem, "from": one.carried} for one in found.carried],
    }


def _entry(task: Task, now: int, before: int) -> dict[str, object]:
    return {
        "section": task.section.stem,
        "entry": task.entry.id if task.entry else "",
        "title": task.entry.title if task.entry else task.section.title,
        "unit": task.unit,
        "contributors": [one.name for one in task.contributors],
        "editor": task.editor,
        "state": task.state,
        "empty": task.empty,
        "characters": now,
        "before": before,
    }


WORDS: dict[Lang, dict[str, str]] = {
    "zh": {
        "head": "{volume}（content/{id}，{kind}）",
        "draft": "草稿",
        "released": "已发布",
        "unit": "单位",
        "none": "未注明",
        "nobody": "未定",
        "total": "合计",
        "open": "没有定稿的 {count} 条：",
        "section": "分目",
        "entry": "条目",
        "by": "撰稿人",
        "editor": "责任编辑",
        "state": "阶段",
        "now": "字数",
        "before": "上卷",
        "lead": "（引言）",
        "records": "（记录{count}条）",
        "nothing": "（待编）",
        "slots": "待填的数据 {count} 个：",
        "colon": "：",
        "and": "、",
        "semicolon": "；",
        "carried": "照抄上一卷、待核对的分目 {count} 个：{titles}",
    },
    "en": {
        "head": "{volume} (content/{id}, {kind})",
        "draft": "a draft",
        "released": "released",
        "unit": "unit",
        "none": "not said",
        "nobody": "nobody yet",
        "total": "total",
        "open": "not final yet: {count}",
        "section": "section",
        "entry": "entry",
        "by": "written by",
        "editor": "editor",
        "state": "state",
        "now": "characters",
        "before": "last volume",
        "lead": "(lead)",
        "records": "({count} records)",
        "nothing": "(empty)",
        "slots": "figures that await their value: {count}",
        "colon": ": ",
        "and": ", ",
        "semicolon": "; ",
        "carried": "carried over, to be looked through: {count}: {titles}",
    },
}
