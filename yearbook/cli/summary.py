"""The end of `check`: the most frequent codes, and what an editor asks of each edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from yearbook.account import PASS, Account
from yearbook.indexes import Depth
from yearbook.issues import Issue, Lang

MANY = 20  # issues, from which on their codes are counted
MOST = 10  # codes
LINES = 12  # of editions
LACKING = (("{}条正文", "{} entries"), ("{}个数据", "{} figures"), ("{}个分目", "{} sections"))


def codes(found: Sequence[Issue], lang: Lang) -> list[str]:
    """How often the most frequent codes were found, when there is more than a page of issues."""
    if len(found) <= MANY:
        return []
    row = Counter(issue.code for issue in found).most_common()
    said = [f"{code} ×{count}" for code, count in row[:MOST]]
    said += ["…"] if len(row) > MOST else []
    return ["、".join(said) if lang == "zh" else ", ".join(said)]


def editions(row: Sequence[Account], lang: Lang) -> list[str]:
    """A line for each edition; of many for those with something to say, and the others' sum."""
    shown = row if len(row) <= LINES else _telling(row)
    lines = [_line(one, lang) for one in shown]
    rest = [one for one in row if one not in shown]
    return [*lines, _sum(rest, lang)] if rest else lines


def _telling(row: Sequence[Account]) -> list[Account]:
    """The last edition, and the worst of those that fail, lack something or are in the making."""
    busy = [one for one in row[:-1] if one.draft or one.lacks or not one.passes]
    worst = sorted(busy, key=lambda one: (-one.errors, -one.rate))[: LINES - 1]
    return [one for one in row if one in worst or one is row[-1]]


def _line(one: Account, lang: Lang) -> str:
    parts = [_marks(one, lang), *_index(one.depth, lang), *_lacking(one, lang)]
    if lang == "en":
        return f"{one.volume}: {'; '.join(parts)}"
    return f"{_volume(one)}：{'；'.join(parts)}"


def _volume(one: Account) -> str:
    return one.volume if one.volume.endswith("卷") else f"{one.volume}卷"


def _marks(one: Account, lang: Lang) -> str:
    """Characters and marks, and whether the edition passes; only its errors when it has any."""
    if one.errors:
        return (
            f"有{one.errors}个错误，改正后统计"
            if lang == "zh"
            else f"counted when its errors are mended ({one.errors})"
        )
    size, rate = f"{one.characters:,}", f"{one.rate:.2f}"
    if lang == "zh":
        verdict = "合格" if one.passes else f"不合格（合格线每万字{PASS}处）"
        return f"{size}字，校对{one.marks}处，每万字{rate}处，{verdict}"
    verdict = "passes" if one.passes else f"does not pass (at most {PASS} per 10,000)"
    marks = "1 mark" if one.marks == 1 else f"{one.marks} marks"
    return f"{size} characters, {marks}, {rate} per 10,000, {verdict}"


def _index(depth: Depth | None, lang: Lang) -> Iterator[str]:
    if depth:
        ratio = f"{depth.ratio:.2f}"
        zh = f"索引深度{ratio}（{depth.headings}个标目，{depth.entries}条）"
        en = f"index depth {ratio} ({depth.headings} headings, {depth.entries} entries)"
        yield zh if lang == "zh" else en


def _lacking(one: Account, lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    row = zip(one.empty, LACKING, strict=True)
    empty = [said[not zh].format(count) for count, said in row if count]
    if empty:
        yield f"还缺{'、'.join(empty)}" if zh else f"still empty: {', '.join(empty)}"
    for old, count in one.carried:
        en = f"carried over from {old} and not looked through yet: {count} sections"
        yield f"{count}个分目沿用{old}卷，待核对" if zh else en


def _sum(row: Iterable[Account], lang: Lang) -> str:
    """The editions that have no line, in one."""
    rest = list(row)
    size, marks = (f"{sum(one.characters for one in rest):,}", sum(one.marks for one in rest))
    failing = sum(not one.passes for one in rest)
    if lang == "zh":
        verdict = f"其中{failing}卷不合格" if failing else "都合格"
        return f"另有{len(rest)}卷：{size}字，校对{marks}处，{verdict}"
    verdict = f"{failing} of them do not pass" if failing else "all pass"
    return f"{len(rest)} more: {size} characters, {marks} marks, {verdict}"
