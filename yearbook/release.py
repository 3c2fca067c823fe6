"""`release`: an edition that is finished is closed; its addresses and words are locked.

Nothing is written while anything speaks against it. Then `status` and `revised` are set in
edition.yaml, every other byte of which stays, and edition.lock is written beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from yearbook import build
from yearbook.alone import named
from yearbook.build import Job
from yearbook.fix import LINE, read, write
from yearbook.issues import Issue, Issues, Place, UseError, Words
from yearbook.lock.file import LOCK, written
from yearbook.lock.passages import passages
from yearbook.model import Edition, Lock, Yearbook
from yearbook.old import old
from yearbook.rules.making import Lack, unfinished
from yearbook.today import today

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yaml import Mark

FLAWS = {
    "state": Words("“{title}”的 state 是{state}", "{title} has the state {state}"),
    "empty": Words("“{title}”没有正文", "{title} has no words"),
    "slot": Words("数据 {id}（{label}）没有数值", "figure {id} ({label}) has no value"),
    "carried": Words("“{title}”照抄自 {edition} 卷", "{title} is carried over from {edition}"),
}
STATELESS = Words("“{title}”没有写 state", "{title} has no state")
MENDS = {
    "state": Words(
        "定稿之后，写 state: 定稿；整个分目都定稿的，只在它的 YAML 开头写一次",
        "then write state: 定稿; once at the head of its YAML file when the whole section is",
    ),
    "empty": Words("写上，或从目次、数据中一并删去", "write them, or delete it with its data"),
    "slot": Words("在 value: 后填上数值，或删去它", "write it after value:, or delete the figure"),
    "carried": Words("逐条核对之后，删去 carried 这一行", "look it through, then delete `carried`"),
}


@dataclass(frozen=True, slots=True)
class Released:
    """What `release` did: the edition with its lock, and the files written, none if it was done."""

    edition: str
    day: str
    addresses: int
    files: tuple[Path, ...]
    warnings: int
    closed: bool


def release(job: Job, name: str) -> Released:
    """Release the edition `name`, or lock one that was released before there were locks.

    `ContentError` with everything that speaks against it, `UseError` when there is no such
    edition or a file cannot be written.
    """
    day, issues = today(), Issues()
    found: list[tuple[Yearbook, Edition]] = []

    def as_released(yearbook: Yearbook) -> Yearbook:
        edition = named(yearbook, name, job.content)
        for lack in unfinished(edition):
            _report(lack, issues)
        found.append((_released(yearbook, name), edition))
        return found[0][0]

    build.prepare(job, issues, change=as_released)
    yearbook, edition = found[0]
    warnings = sum(1 for one in issues if one.severity == "warning" and one.code != "C340")
    folder = job.content / edition.id
    closed = edition.status != "released"
    files = [_close(folder / "edition.yaml", edition.id, day)] if closed else []
    lock = edition.lock or lock_of(yearbook, name, day.isoformat())
    if edition.lock is None:
        write(folder / LOCK, written(lock))
        files.append(folder / LOCK)
    return Released(name, lock.released, len(lock.passages), tuple(files), warnings, closed)


def _released(yearbook: Yearbook, name: str) -> Yearbook:
    """The yearbook with this edition released."""
    editions = (
        replace(one, status="released") if one.id == name else one for one in yearbook.editions
    )
    return replace(yearbook, editions=tuple(editions))


def _report(lack: Lack, issues: Issues) -> None:
    """Say what keeps an edition from release."""
    what = STATELESS if lack.kind == "state" and not lack.state else FLAWS[lack.kind]
    slot = lack.slot
    args = {
        "title": (lack.entry or lack.section).title,
        "state": lack.state,
        "id": slot.id if slot else "",
        "label": slot.label if slot else "",
        "edition": lack.section.carried,
    }
    said = Words(what.zh.format(**args), what.en.format(**args))
    issues.add(lack.at, "S061", what=said, how=MENDS[lack.kind])


def lock_of(yearbook: Yearbook, name: str, day: str) -> Lock:
    """The lock of an edition as it stands; old addresses are locked too, without words."""
    edition = next(one for one in yearbook.editions if one.id == name)
    row = {one.address: one.lines for one in passages(edition)}
    shown = tuple(one for one in yearbook.editions if one.status == "released")
    for one in old(replace(yearbook, editions=shown)):
        if one.path.startswith(f"{name}/"):
            row.setdefault(one.address.partition("/")[2], ())
    return Lock(edition=name, released=day, passages=tuple(row.items()), at=Place(""))


def _close(path: Path, edition: str, day: date) -> Path:
    """Write the status and the day into edition.yaml."""
    text = read(path)
    new = with_status(text, day.isoformat())
    if new is None:
        args = (("day", day.isoformat()), ("edition", edition))
        raise UseError(Issue(Place(path.as_posix()), "S063", args))
    write(path, new)
    return path


def with_status(text: str, day: str) -> str | None:
    """The YAML with `status: released` and `revised:`; None where that cannot be done safely."""
    import yaml

    mark = "\ufeff" if text.startswith("\ufeff") else ""
    try:
        made = _set(text.removeprefix(mark), "status", "released", "covers", 0)
        made = made and _set(made, "revised", day, "status", 1)
    except yaml.YAMLError:  # a status in a style of which only a part was replaced, or a tab
        return None
    wanted = _values(text.removeprefix(mark)) | {"status": "released", "revised": day}
    return mark + made if made and _values(made) == wanted else None


def _set(text: str, key: str, value: str, beside: str, after: int) -> str | None:
    """The YAML with a value replaced, or put before or after the line of `beside`."""
    import yaml

    root = yaml.compose(_plain(text), Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)  # it was read before
    pairs = {name.value: (name, node) for name, node in root.value}
    row = LINE.findall(text)
    if key in pairs:
        start, end = pairs[key][1].start_mark, pairs[key][1].end_mark
        line = row[start.line]
        blank = "" if line[: start.column].endswith((" ", "\t")) else " "
        row[start.line] = line[: start.column] + blank + value + line[end.column :]
    elif beside in pairs and root.flow_style:
        end = pairs[beside][1].end_mark
        line = row[end.line]
        row[end.line] = f"{line[: end.column]}, {key}: {value}{line[end.column :]}"
    elif beside in pairs:
        _insert(row, pairs[beside][0].start_mark, f"{key}: {value}", after)
    else:
        return None
    return "".join(row)


def _insert(row: list[str], mark: Mark, said: str, after: int) -> None:
    """Put words on a line of their own, before or after that of a mark."""
    at, endings = mark.line + after, (re.search(r"[\r\n]+$", line) for line in row[:1])
    ending = next((one[0] for one in endings if one), "\n")
    if at == len(row) and not row[-1].endswith(("\r", "\n")):
        row[-1] += ending
    row.insert(at, " " * mark.column + said + ending)


def _values(text: str) -> dict[str, object]:
    """What a YAML file says, every value as text."""
    import yaml

    try:
        found = yaml.load(_plain(text), Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return {}
    return found if isinstance(found, dict) else {}


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
