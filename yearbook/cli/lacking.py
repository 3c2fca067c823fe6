"""What `check` says at its end of each edition in the making, counted from its issues."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from yearbook.issues import Issue, Lang

EMPTY = {
    "C371": ("{} 条正文", "{} entries"),
    "C372": ("{} 个数据", "{} figures"),
    "C373": ("{} 个分目", "{} sections"),
}
CARRIED = "C374"


def lacking(found: Iterable[Issue], lang: Lang) -> list[str]:
    """A line for each edition that lacks something, by the name of its folder."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    carried: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for issue in found:
        edition = issue.place.path.rpartition("/")[0].rpartition("/")[2]
        if issue.code in EMPTY:
            counts[edition][issue.code] += 1
        elif issue.code == CARRIED:
            carried[edition][str(dict(issue.args)["edition"])] += 1
    editions = sorted({*counts, *carried})
    return [_line(edition, counts[edition], carried[edition], lang) for edition in editions]


def _line(edition: str, counts: Counter[str], carried: Counter[str], lang: Lang) -> str:
    zh = lang == "zh"
    empty = [said[not zh].format(counts[code]) for code, said in EMPTY.items() if counts[code]]
    parts = []
    if empty:
        parts.append("还缺 " + "、".join(empty) if zh else "still empty: " + ", ".join(empty))
    for old, count in carried.items():
        en = f"carried over from {old} and not looked through yet: {count} sections"
        parts.append(f"{count} 个分目沿用 {old} 卷，待核对" if zh else en)
    return f"{edition}卷：{'；'.join(parts)}" if zh else f"{edition}: {'; '.join(parts)}"
