"""The issues of `check` for other programs: JSON, and annotations of GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from yearbook.issues import Issue, Lang, Place, message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yearbook.account import Account

LEVELS = {"error": "error", "warning": "warning", "hint": "notice"}
IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_PROPERTY = IN_MESSAGE | str.maketrans({",": "%2C", ":": "%3A"})
Diffs = Sequence[tuple[str, str]]


def json_report(
    issues: Sequence[Issue], lang: Lang, editions: Sequence[Account] = (), fixed: Diffs = ()
) -> str:
    """The issues as one JSON object, in the order of their places; the account of each edition."""
    rows = [_row(issue, lang) for issue in issues]
    grades = Counter(row["severity"] for row in rows)
    report = {
        "ok": not grades["error"],
        "errors": grades["error"],
        "warnings": grades["warning"],
        "hints": grades["hint"],
        "codes": dict(Counter(issue.code for issue in issues).most_common()),
        "issues": rows,
    }
    report |= {"editions": [_edition(one) for one in editions]} if editions else {}
    report |= {"fixed": [{"path": path, "diff": diff} for path, diff in fixed]} if fixed else {}
    return json.dumps(report, ensure_ascii=False, indent=2)


def _row(issue: Issue, lang: Lang) -> dict[str, object]:
    said, mend = issue.parts(lang)
    others = [_place(value) for _, value in issue.args if isinstance(value, Place)]
    return {
        **_place(issue.place),
        "code": issue.code,
        "severity": issue.severity,
        "message": said,
        "mend": mend,
        "related": others,
        "fixable": message(issue.code).fixable,
    }


def _place(place: Place) -> dict[str, object]:
    return {"path": place.path, "line": place.line, "column": place.column}


def _edition(one: Account) -> dict[str, object]:
    depth, (entries, figures, sections) = one.depth, one.empty
    index = depth and {
        "headings": depth.headings,
        "entries": depth.entries,
        "depth": round(depth.ratio, 2),
    }
    return {
        "edition": one.edition,
        "volume": one.volume,
        "status": "draft" if one.draft else "released",
        "characters": one.characters,
        "errors": one.errors,
        "marks": one.marks,
        "rate": round(one.rate, 2),
        "passes": one.passes,
        "index": index,
        "empty": {"entries": entries, "figures": figures, "sections": sections},
        "carried": dict(one.carried),
    }


def github(issues: Iterable[Issue], lang: Lang) -> Iterator[str]:
    """A line for each issue as a workflow of GitHub reads it, files from the repository's root."""
    root = _repository(Path.cwd())
    for issue in issues:
        place = issue.place
        spot = {"file": _from(root, place.path), "line": place.line, "col": place.column}
        said = {**spot, "title": issue.code}
        words = (
            f"{key}={str(value).translate(IN_PROPERTY)}" for key, value in said.items() if value
        )
        text = issue.text(lang).translate(IN_MESSAGE)
        yield f"::{LEVELS[issue.severity]} {','.join(words)}::{text}"


def _repository(here: Path) -> Path:
    """The folder above, or here, that holds `.git`; else here."""
    return next((one for one in (here, *here.parents) if (one / ".git").exists()), here)


def _from(root: Path, path: str) -> str:
    """A path as shown, seen from `root`; as it is where it lies elsewhere."""
    whole = Path.cwd() / path
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path
