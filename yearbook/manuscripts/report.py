"""What an import says of its work: what went where, what was changed, what needs an eye."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol

from yearbook.issues import Lang
from yearbook.manuscripts.drafts import Found, Left, SectionDraft
from yearbook.manuscripts.files import SectionFiles
from yearbook.manuscripts.mending import MARK
from yearbook.manuscripts.proof import Count, Proof
from yearbook.manuscripts.target import Target

FEW = 5
LONG_TITLE = 25
Pair = tuple[str, str]
KINDS: dict[str, Pair] = {
    "docx": ("Word 文件", "Word document"),
    "text": ("文本文件", "text file"),
    "html": ("网页", "web page"),
    "sheet": ("电子表格", "spreadsheet"),
}
RECORDS: dict[str, Pair] = {
    "people": ("人物", "people"),
    "bodies": ("机构", "bodies"),
    "items": ("事项", "items"),
    "events": ("大事", "events"),
    "references": ("参考资料", "references"),
}
EDITS: dict[str, Pair] = {
    "quotes": ("引号配对", "quotes paired"),
    "signs": ("半角标点改为全角", "half-width signs made full-width"),
    "blanks": ("汉字与数字之间的空格删去", "blanks between Han and digits deleted"),
    "escape": ("转义符、看不见的字符还原或删去", "escapes and unseen characters resolved"),
    "dates": ("日期改为年-月-日", "dates written as YYYY-MM-DD"),
}
LEFT: dict[str, Pair] = {
    "number": ("序号，网页自动编排", "numbers, which pages give themselves"),
    "contents": ("目录，由 edition.yaml 生成", "table of contents, made from edition.yaml"),
    "title": ("稿件的题名", "titles of the manuscript"),
    "label": ("栏目名，内容已编入相应的字段", "labels of what went into fields"),
    "credit": ("审稿、编辑等署名", "names of reviewers and editors"),
    "empty": ("标题之下没有文字", "titles without words below"),
    "note": ("没有着落的注", "notes to which nothing refers"),
    "unread": (
        "页眉、批注等不在正文里的文字",
        "text outside the body: headers, comments and so on",
    ),
}
ADDED: dict[str, Pair] = {
    "caption": ("表题，稿件没有，用所在条目的标题", "caption, taken from the entry's title"),
    "head": ("栏名，稿件空缺或重复", "column name, empty or repeated in the manuscript"),
    "heads": ("栏名，由两行表头合成", "column name, of two rows of heads"),
    "office": ("职务，一职数人，各写一次", "office, once for each who holds it"),
    "date": ("日期，承前省略", "date, that of the event before"),
    "title": ("分目的名称，稿件没有", "title of the section, not in the manuscript"),
}
DOUBTS: dict[str, Pair] = {
    "quotes": ("引号不成对，没有改", "quotes do not pair; left as they are"),
    "title": ("标题过长", "title is long"),
    "slogan": ("标题像口号", "title reads like a slogan"),
    "empty": ("标题之下没有文字", "no words below this title"),
    "credit": ("审稿、编辑的署名没有编入", "reviewer or editor, not imported"),
    "picture": ("图片不能用于网页，只在原件里", "picture that pages cannot show; see the original"),
    "alt": ("图片请补说明", "write what this picture shows"),
    "head": ("表头的名称是补的", "column name was supplied"),
    "heads": ("两行表头合成一行", "two rows of heads were made one"),
    "twice": ("稿件里有两个同名的分目", "two sections of this title in the manuscript"),
    "note": ("这条注没有编入", "note without a place"),
    "words": ("为网页改动了符号", "signs were changed for the page"),
    "link": ("链接只留文字", "only the words of this link were kept"),
    "renamed": ("条目改了标题，标识不变", "the entry has a new title and keeps its id"),
    "figure": ("带单位的数没有登记", "numbers with a unit that were not declared"),
    "cells": ("表格的数太多，没有登记", "too many numbers in this table to declare them"),
}
HEADS: dict[str, Pair] = {
    "where": ("编入何处", "What went where"),
    "changed": ("改动", "What was changed"),
    "eye": ("请过目", "What needs an eye"),
    "left": ("没有编入的文字", "What is in no section"),
    "added": ("稿件没有而补写的", "What was supplied"),
    "awaited": ("原有而来稿没有的条目", "Entries that were there and are not in the manuscript"),
    "proof": ("核对", "The proof"),
}


class Work(Protocol):
    """An import of one manuscript."""

    @property
    def found(self) -> Found: ...
    @property
    def made(self) -> tuple[SectionFiles, ...]: ...
    @property
    def original(self) -> str: ...
    @property
    def proof(self) -> Proof: ...


def text(work: Work, target: Target, lang: Lang) -> str:
    """The report as the lines of a file."""
    return "".join(f"{line}\n" for line in _Report(work, target, lang).lines())


class _Report:
    def __init__(self, work: Work, target: Target, lang: Lang) -> None:
        self.work, self.target, self.zh = work, target, lang == "zh"
        self.found = work.found

    def said(self, pair: Pair) -> str:
        return pair[0] if self.zh else pair[1]

    def head(self, *pair: str) -> str:
        """A word and a colon, as the language writes it."""
        return f"{pair[0]}：" if self.zh else f"{pair[1]}: "

    def aside(self, text: str) -> str:
        """A text in brackets."""
        return f"（{text}）" if self.zh else f" ({text})"

    def at(self, place: int) -> str:
        return self.head(*[self._place(place)] * 2)

    def count(self, pair: Pair, count: int) -> str:
        """What there is how often."""
        return f"{pair[0]}，{count}处：" if self.zh else f"{pair[1]}: {count}"

    def lines(self) -> Iterator[str]:
        one = self.found.manuscript
        kind = " ".join(filter(None, (self.said(KINDS[one.kind]), one.encoding)))
        original = f"{self.target.id}/originals/{self.work.original}"
        yield f"{self.head('来稿', 'manuscript')}{one.name}{self.aside(kind)}"
        yield f"{self.head('SHA-256', 'SHA-256')}{one.digest}"
        yield f"{self.head('原件', 'original')}{original}"
        parts = {
            "where": self._where(),
            "changed": self._changed(),
            "eye": self._eye(),
            "left": self._left(),
            "added": self._added(),
            "awaited": self._awaited(),
            "proof": self._proof(),
        }
        for name, part in parts.items():
            row = list(part)
            if row:
                yield ""
                yield _heading(self.said(HEADS[name]))
                yield from row

    def _place(self, place: int) -> str:
        line = self.found.manuscript.kind in ("text",)
        if not place:
            return "-"
        zh = f"第{place}行" if line else f"第{place}段"
        return zh if self.zh else f"{'line' if line else 'paragraph'} {place}"

    def _where(self) -> Iterator[str]:
        for made in self.work.made:
            draft = made.draft
            over = f"{draft.category} / " if draft.category else ""
            yield f"{over}{draft.title} → {made.stem}{self.aside(self._place(draft.place))}"
            yield from self._entries(made)
            kinds = Counter(one.kind for one in draft.records)
            for kind, count in kinds.items():
                ids = ", ".join(one.id for one in draft.records if one.kind == kind)
                name = f"{self.said(RECORDS[kind])}{self.aside(kind)}"
                yield f"  {name}{count}条：{ids}" if self.zh else f"  {name} {count}: {ids}"
            for _, table in draft.tables:
                yield f"  {table.file} {table.caption}"
            for picture in draft.pictures:
                yield f"  {picture.file} {picture.caption}".rstrip()
            yield from self._figures(made)

    def _entries(self, made: SectionFiles) -> Iterator[str]:
        for entry in () if made.added else made.draft.all:
            count = len(entry.blocks)
            size = f"{count}段" if self.zh else f"{count} paragraph{'s' * (count != 1)}"
            names = f" {'、'.join(entry.contributors)}" if entry.contributors else ""
            yield f"  #{entry.id} {entry.title}{self.aside(size)}{names}"

    def _figures(self, made: SectionFiles) -> Iterator[str]:
        if made.figures:
            old = sum(one.old for one in made.figures)
            zh = f"  数据{len(made.figures)}个，其中沿用原有标识的{old}个；请核对名称和口径"
            en = (
                f"  {len(made.figures)} figures ({old} with ids that were there);"
                " look their labels and definitions through"
            )
            yield zh if self.zh else en

    def _changed(self) -> Iterator[str]:
        rows: dict[str, list[str]] = {}
        for line in self.found.lines:
            words = [line.words, *(cell for row in line.cells for cell in row)]
            for one in (edit for said in words for edit in said.edits):
                before, after = self._shown(one.before), self._shown(one.after)
                rows.setdefault(one.kind, []).append(
                    f"  {self.at(line.place)}{before} → {after}〔{MARK.sub('', one.near)}〕"
                )
        for date in self.found.dated:
            row = f"  {self.at(date.place)}{date.before} → {date.after}"
            rows.setdefault("dates", []).append(row)
        for kind, said in rows.items():
            yield self.count(EDITS[kind], len(said))
            yield from said
        for change in self.found.manuscript.changes:
            became = f" → {change.became}" if change.became else ""
            yield f"  {self.at(change.place)}{change.said}{became}"

    def _shown(self, text: str) -> str:
        """A text of a change, also where it cannot be seen."""
        text = MARK.sub(self.said(("校注", "note")), text)
        if text.strip():
            return text
        return self.said(("空格", "blank") if text else ("删去", "deleted"))

    def _eye(self) -> Iterator[str]:
        for doubt in self.found.doubts:
            yield f"{self.at(doubt.place)}{self.head(*DOUBTS[doubt.kind])}{doubt.text}"
        for draft in (made.draft for made in self.work.made):
            yield from self._titles(draft)

    def _titles(self, draft: SectionDraft) -> Iterator[str]:
        for entry in draft.entries:
            kind = "title" if len(entry.title) > LONG_TITLE else ""
            kind = kind or ("slogan" if any(sign in entry.title for sign in "，！!") else "")
            if kind:
                yield f"{self.at(entry.place)}{self.head(*DOUBTS[kind])}{entry.title}"

    def _left(self) -> Iterator[str]:
        rows: dict[str, list[Left]] = {}
        for left in self.found.left:
            rows.setdefault(left.why, []).append(left)
        for why, row in rows.items():
            yield self.count(LEFT[why], len(row))
            yield from (f"  {self.at(one.place)}{one.text}" for one in row)

    def _added(self) -> Iterator[str]:
        for one in self.found.added:
            yield f"{self.at(one.place)}{one.text}{self.aside(self.said(ADDED[one.where]))}"

    def _awaited(self) -> Iterator[str]:
        for made in self.work.made:
            yield from (f"{made.stem}#{one.id} {one.title}" for one in made.awaited)
            gone = self.aside(self.said(("没有保留，见差别", "not kept; see the differences")))
            yield from (f"{made.stem}#{one.id} {one.title}{gone}" for one in made.dropped)

    def _proof(self) -> Iterator[str]:
        proof = self.work.proof
        for pair, pick in ((("汉字", "Han characters"), _han), (("数字", "numbers"), _numbers)):
            counts = (proof.manuscript, proof.result, proof.report, proof.added)
            total, result, report, added = (pick(one) for one in counts)
            sum_ = result + report - added
            if self.zh:
                more = f"－补写{added}" if added else ""
                yield f"{pair[0]}：稿件{total}＝编入{result}＋本报告{report}{more}＝{sum_}"
            else:
                more = f" - supplied {added}" if added else ""
                left = f"manuscript {total} = result {result} + this report {report}"
                yield f"{pair[1]}: {left}{more} = {sum_}"


def _han(count: Count) -> int:
    return count.han


def _numbers(count: Count) -> int:
    return count.numbers


def lines(works: Iterable[Work], target: Target, lang: Lang) -> Iterator[str]:
    """The reports of all manuscripts for the screen: of many like lines the first few."""
    for n, work in enumerate(works):
        if n:
            yield ""
        yield from _shortened(text(work, target, lang).splitlines(), work, target, lang)


def _shortened(rows: Iterable[str], work: Work, target: Target, lang: Lang) -> Iterator[str]:
    """Of the lines below a count at most `FEW`; the rest is in the file."""
    cut = {_heading(one) for name in ("changed", "left") for one in HEADS[name]}
    part, hidden, run = "", 0, 0
    where = f"{target.id}/originals/{work.original}.report.txt"
    for row in rows:
        run = run + 1 if part in cut and row.startswith("  ") else 0
        part = row if row.startswith(("【", "[")) else part
        if run > FEW:
            hidden += 1
            continue
        if hidden:
            yield _rest(hidden, where, lang)
        hidden = 0
        yield row


def _rest(count: int, where: str, lang: Lang) -> str:
    return f"  ……另有{count}处，见 {where}" if lang == "zh" else f"  … {count} more: see {where}"


def _heading(said: str) -> str:
    return f"[{said}]" if said.isascii() else f"【{said}】"
