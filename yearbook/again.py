"""Building again: which editions need not be read, since their words alone or nothing changed.

A build notes of each edition what others ask of it (`kept.Facts`). When since then nothing changed
but the closed prose of some editions, and no rule can see that but those of these editions
themselves, the others are taken as noted. In every other case all is read.
"""

from __future__ import annotations

import marshal
import pickle
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from yearbook.issues import Issue, Issues, Place, folder
from yearbook.kept import Facts, Kept, light
from yearbook.kept import kept as as_noted
from yearbook.model import Edition, sections
from yearbook.output import digest
from yearbook.read.tree import is_junk
from yearbook.years.series import ids
from yearbook.years.threads import Outline, Threads, outlines

if TYPE_CHECKING:
    from yearbook.old import Old
    from yearbook.parts import Parts
    from yearbook.render.site import Site, Volume
    from yearbook.write.stamp import Stamp
    from yearbook.write.state import State

NAME = "facts"
PROSE = re.compile(r"content/([^/]+)/[^/]+\.md")
Counts = tuple[int, int]
Digests = tuple[str, str, dict[str, str]]


class Deeper(Exception):
    """More changed than the words of closed prose."""


class Memory:
    """What the last build noted of each edition, as bytes and as facts, and the threads that were
    made of it, so that one process need not do so for each build."""

    def __init__(self) -> None:
        self.token = ""
        self.said: dict[str, bytes] = {}
        self.facts: dict[str, Facts] = {}
        self.threads: Threads | None = None

    def change(self, before: State, now: Stamp, parts: Parts) -> Change:
        """What changed since a build. `Deeper` when that is more than words of closed prose."""
        self.load(before, parts)
        editions = changed(before.stamp, now, self.facts)
        if editions is None:
            raise Deeper
        return Change(self, editions)

    def load(self, before: State, parts: Parts) -> None:
        """Load what a build noted, of each edition of which it is not known."""
        if before.noted and before.noted == self.token:
            return
        found = parts.known(NAME, before.noted)
        said: dict[str, bytes] = marshal.loads(found) if found else {}
        known = {one: self.facts[name] for name, one in self.said.items()}
        facts = {name: known.get(one) or _loaded(one) for name, one in said.items()}
        if _outlined(facts) != _outlined(self.facts):
            self.threads = None
        self.token, self.said, self.facts = before.noted, said, facts


def _outlined(facts: Mapping[str, Facts]) -> dict[str, bytes]:
    return {name: one.outlines for name, one in facts.items()}


def _loaded(said: bytes) -> Facts:
    """Facts from their bytes."""
    found = pickle.loads(said)
    assert isinstance(found, Facts)
    return found


@dataclass(frozen=True, slots=True)
class Change:
    """What the last build noted, and the editions of which words of closed prose changed since
    then, and nothing else."""

    memory: Memory
    editions: frozenset[str]

    def kept(self, content: Path) -> dict[str, Edition]:
        """The editions that are taken as noted: all but the changed ones."""
        from yearbook.read import edition

        facts = self.memory.facts
        names = sorted(facts.keys() - self.editions)
        return {one: as_noted(facts[one], partial(edition, content, one)) for one in names}


class Notes:
    """Notes the facts of the volumes of a site, for the next build under a token.

    `apart` are the warnings and hints that were counted and not kept. With a `change` what was
    noted before stays true of the editions that did not change, and the surface of the others must
    be the same, else `Deeper`.
    """

    def __init__(
        self,
        content: Path,
        stamp: Stamp,
        parts: Parts,
        token: str,
        change: Change | None = None,
    ) -> None:
        self.content, self.stamp, self.parts, self.token = content, stamp, parts, token
        self.memory = change.memory if change else Memory()
        self.counts: dict[str, Counts] = {}
        self.apart: Counts = (0, 0)
        self.facts: dict[str, Facts] = {}

    @property
    def moved(self) -> dict[str, tuple[Old, ...]] | None:
        """The old addresses in each edition, as they were noted."""
        return {name: one.moved for name, one in self.memory.facts.items()} or None

    def threads(self, editions: Sequence[Edition]) -> Threads | None:
        """The threads as they were made before; they are the same while `Deeper` is not raised."""
        known = self.memory.threads
        return known.over(editions) if known else None

    def told(self, read: Issues, found: Mapping[str, Iterable[Issue]]) -> None:
        """Count what reading told of each edition, and what its rules found."""
        rows: dict[str, list[Issue]] = {name: list(row) for name, row in found.items()}
        known = set(chain.from_iterable(rows.values()))
        for issue in read.found:
            name = folder(issue.place.path, self.content)
            if name in rows and issue not in known:
                rows[name].append(issue)
        for name, row in rows.items():
            self.counts[name] = _counted(row)

    def counted(self, read: Issues, found: Mapping[str, Counts]) -> None:
        """Count what reading told of each edition; what the rules found has been counted."""
        self.told(read, dict.fromkeys(found, ()))
        for name, counts in found.items():
            self.counts[name] = _sum((self.counts[name], counts))
        self.apart = _sum(found.values())

    def change(self, editions: Iterable[str]) -> Counts:
        """How many warnings and hints there are more than before."""
        rows = [(self.facts[one], self.memory.facts[one]) for one in editions]
        return _sum((now.warnings - then.warnings, now.hints - then.hints) for now, then in rows)

    def __call__(self, site: Site) -> Mapping[str, Facts]:
        read = [one.edition.id for one in site.volumes if not isinstance(one.edition, Kept)]
        digests = contents(self.stamp, read)
        before, said = self.memory.facts, dict(self.memory.said)
        for one in site.volumes:
            name = one.edition.id
            if isinstance(one.edition, Kept):
                self.facts[name] = one.edition.facts
                continue
            found = facts(one, self.counts.get(name, (0, 0)), *digests[name])
            if name in before and found.surface != before[name].surface:
                raise Deeper(name)
            self.facts[name] = found
            said[name] = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
        self.parts.get(NAME, self.token, lambda: marshal.dumps(said))
        self.memory.threads = site.threads
        return self.facts


def _counted(row: Iterable[Issue]) -> Counts:
    severities = [issue.severity for issue in row]
    return severities.count("warning"), severities.count("hint")


def _sum(rows: Iterable[Counts]) -> Counts:
    warnings, hints = 0, 0
    for one in rows:
        warnings, hints = warnings + one[0], hints + one[1]
    return warnings, hints


def changed(before: Stamp, now: Stamp, facts: Mapping[str, Facts]) -> frozenset[str] | None:
    """The editions of which nothing but Markdown changed; None when anything else did."""
    if not facts or before.facts != now.facts:
        return None
    editions = set()
    for path in now.changed(before):
        if _passed_over(path, facts):
            continue
        found = PROSE.fullmatch(path)
        name = found[1] if found else ""
        if name not in facts or not facts[name].alone:
            return None
        folder, file = f"content/{name}/", path.rpartition("/")[2]
        if file not in now.files(folder) or file not in before.files(folder):
            return None
        editions.add(name)
    return frozenset(editions)


def _passed_over(path: str, editions: Container[str]) -> bool:
    """Whether a file is what an editor leaves in the folder of an edition, which is never read."""
    tree, _, rest = path.partition("/")
    edition, name = rest.partition("/")[0], path.rpartition("/")[2]
    return tree == "content" and edition in editions and is_junk(name)


def contents(stamp: Stamp, editions: Iterable[str]) -> dict[str, Digests]:
    """A digest of the bytes of the files of each edition, one of those that are no prose, and of
    each section that of its prose."""
    of: dict[str, list[str]] = {name: [] for name in editions}
    for one in sorted(stamp.folders):
        name = one.removeprefix("content/").partition("/")[0]
        if one.startswith("content/") and name in of:
            of[name].append(one)
    return {name: _digests(stamp, folders) for name, folders in of.items()}


def _digests(stamp: Stamp, folders: Iterable[str]) -> Digests:
    files = {f"{one}{name}": said for one in folders for name, said in stamp.files(one).items()}
    files = {path: said for path, said in files.items() if not is_junk(path.rpartition("/")[2])}
    prose = {path: said for path, said in files.items() if PROSE.fullmatch(path)}
    others = {path: said for path, said in files.items() if path not in prose}
    words = {
        path.rpartition("/")[2].removesuffix(".md"): said[:16].hex() for path, said in prose.items()
    }
    return _of_files(files), _of_files(others), words


def _of_files(digests: Mapping[str, bytes]) -> str:
    """A digest of files with their paths."""
    return digest([*digests], b"".join(digests.values()))


def facts(
    volume: Volume, counts: Counts, content: str, others: str, words: dict[str, str]
) -> Facts:
    """What is noted of an edition, with digests of its files, of those that are no prose, and of
    the prose of its sections."""
    edition = volume.edition
    row = sections(edition)
    return Facts(
        content,
        digest(others, volume.shape),
        *counts,
        edition.lock is None and not any(section.ignore for section in row),
        light(edition),
        volume.noted(),
        marshal.dumps([*map(_plain, outlines(edition))]),
        digest([one for one in light(edition) if not isinstance(one, Place)]),
        marshal.dumps([(str(id_), str(series)) for id_, series in ids(edition)]),
        volume.moved,
        words,
    )


def _plain(one: Outline) -> tuple[object, ...]:
    """An outline in plain values: words that know their line do not."""
    return (
        str(one.stem),
        str(one.title),
        [*map(str, one.continued)],
        [(str(id_), str(title), [*map(str, more)]) for id_, title, more in one.entries],
        [(str(id_), str(name)) for id_, name in one.records],
    )
