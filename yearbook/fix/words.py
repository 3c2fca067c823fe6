"""Words mended: what proofreading marked and is safe to replace, file by file.

Everything is tried before anything is written: the content is read again with the new words in
place of the old. Where that gives an issue more, or other words than the mends say, a file stays
as it was. So do the words of a locked edition, and quotations of originals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path

from yearbook.fix.files import LINE, read, write
from yearbook.fix.reading import Mend, Reading
from yearbook.issues import Issue, Lang, visible

ROUNDS = 8  # of mends that call for others; more would not end
MARK = "\ufeff"
Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that was written, how many words were mended in it, and the difference."""

    path: str
    count: int
    diff: str

    def line(self, lang: Lang) -> str:
        said = f"已改{self.count}处" if lang == "zh" else f"mended: {self.count}"
        return f"{visible(self.path)}: {said}"


@dataclass(frozen=True, slots=True)
class Left:
    """A file or an edition that stays as it is, and why."""

    path: str
    why: str
    count: int = 0

    def line(self, lang: Lang) -> str:
        zh, en = WHY[self.why]
        return f"{visible(self.path)}: {(zh if lang == 'zh' else en).format(count=self.count)}"


WHY = {
    "locked": (
        "这一卷已锁定，{count}处不改；要改的写更正",
        "the edition is locked and {count} marks stay; what is wrong is mended by corrections",
    ),
    "worse": (
        "这个文件没有改：改了会有别的问题，请逐处手改",
        "left as it is: mends would bring other issues; mend it by hand",
    ),
    "changed": (
        "这个文件刚被别的程序改过，没有动；请再运行一次",
        "left as it is: it was changed meanwhile; run again",
    ),
}


def mend(content: Path, tells: Callable[[Issue], bool]) -> Iterator[Mended | Left]:
    """Mend the marks that `tells` wants; what was written, and what was left.

    Raises `UseError` when a file cannot be written.
    """
    reading = Reading.of(content, {}, tells)
    yield from (Left(path, "locked", count) for path, count in reading.locked.items())
    work = Work(content, tells, reading)
    work.go()
    yield from (Left(path, "worse") for path in sorted(work.left))
    for path, text in sorted(work.new.items()):
        yield _written(path, work.old[path], text, work.counts[path])


def _written(path: str, old: str, text: str, count: int) -> Mended | Left:
    if _now(path) != old:
        return Left(path, "changed")
    write(Path(path), text)
    return Mended(path, count, difference(path, old, text))


def _now(path: str) -> str | None:
    try:
        return read(Path(path))
    except (OSError, UnicodeDecodeError):
        return None


def difference(path: str, old: str, new: str) -> str:
    """A unified difference, its lines safe to print."""
    before, after = (
        [row.rstrip("\r\n") for row in LINE.findall(one.removeprefix(MARK))] for one in (old, new)
    )
    lines = unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm="")
    return "".join(f"{visible(line)}\n" for line in lines)


@dataclass(slots=True)
class Work:
    """The new texts of files as far as they have been tried, and the files that are left."""

    content: Path
    tells: Callable[[Issue], bool]
    reading: Reading
    old: Texts = field(default_factory=dict)
    new: Texts = field(default_factory=dict)
    left: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)

    def go(self) -> None:
        """Mend until nothing is left to mend. A file of which the mends do not end is left."""
        first = self.reading
        for _ in range(ROUNDS):
            made, done = self._next()
            if not made:
                return
            good = self._good(made, done, first)
            self.left |= made.keys() - good.keys()
            self.new |= good
            self.counts.update({path: len(done[path]) for path in good})
            self.reading = self._read({})
        self.left |= self.reading.mends.keys() & self.new.keys()
        self.new = {path: text for path, text in self.new.items() if path not in self.left}

    def _next(self) -> tuple[Texts, dict[str, list[Mend]]]:
        """The next text of each file with mends, and those of them that can be done."""
        made, done = {}, {}
        for path, row in self.reading.mends.items():
            if path not in self.left:
                self.old.setdefault(path, _now(path) or "")
                new, fitting = mended(self.new.get(path, self.old[path]), row)
                if fitting:
                    made[path], done[path] = new, fitting
        return made, done

    def _good(self, made: Texts, done: Mapping[str, list[Mend]], first: Reading) -> Texts:
        """The files that may be changed: all, or those halves that read well."""
        after = self._read(made)
        fine = not after.faults - first.faults
        if fine and all(after.words[path] == self.reading.after(done[path], path) for path in made):
            return made
        if len(made) == 1:
            return {}
        row = sorted(made)
        halves = row[: len(row) // 2], row[len(row) // 2 :]
        return {
            path: text
            for half in halves
            for path, text in self._good({p: made[p] for p in half}, done, first).items()
        }

    def _read(self, more: Texts) -> Reading:
        return Reading.of(self.content, self.new | more, self.tells)


def mended(text: str, row: list[Mend]) -> tuple[str, list[Mend]]:
    """The text with the mends whose words stand where they should, and these; none overlap."""
    mark, lines = text[: text.startswith(MARK)], LINE.findall(text.removeprefix(MARK))
    done: list[Mend] = []
    for one in sorted(row, key=lambda one: (one.line, one.column), reverse=True):
        line = lines[one.line - 1] if one.line <= len(lines) else ""
        start, end = one.column - 1, one.column - 1 + len(one.text)
        after = done and done[-1].line == one.line and done[-1].column - 1 < end
        if line[start:end] == one.text and not after:
            lines[one.line - 1] = line[:start] + one.mended + line[end:]
            done.append(one)
    return mark + "".join(lines), done
