"""The whole program: load → check → render → write."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from yearbook import cores, listing
from yearbook.issues import ContentError, Issue, Issues, Place, UseError
from yearbook.write import stamp, state
from yearbook.write.grounds import check_grounds, refuse_strangers, told
from yearbook.write.stamp import NOTHING, Stamp
from yearbook.write.state import State
from yearbook.write.workplace import PARTS, STATE, folder_of, is_tidy, workplace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yearbook.account import Account
    from yearbook.again import Change, Notes
    from yearbook.model import Yearbook
    from yearbook.output import Bundle, Group, Output
    from yearbook.parts import Parts
    from yearbook.proofread import Proofread
    from yearbook.write import Report, Tick
    from yearbook.write.collisions import Addressed

Made = tuple["Groups", int, int]  # with how many warnings and hints there are
TRIES = 3
LARGE = 500  # sections, from which on a fork is worth its while for the rules
MANY = 24  # groups, from which on a fork is worth its while
OWN_TEMPLATES = (Path(__file__).parent.parent / "templates", Path(__file__).parent / "_templates")


@dataclass(frozen=True, slots=True)
class Job:
    """What to build from what, whether drafts are shown, and what is left out.

    `search` is the store of the search, `text` or `exact`; empty to choose by size. `jobs` is the
    number of processes; 0 for as many as there are cores where that is worth a fork. `rehash`: no
    file is taken to be what it was because its stat is.
    """

    content: Path = Path("content")
    templates: Path = Path("templates")
    site: Path = Path("site")
    drafts: bool = False
    search: str = ""
    without: frozenset[str] = frozenset()
    jobs: int = 0
    rehash: bool = False


@dataclass(frozen=True, slots=True)
class Groups:
    """The outputs of a job, and those of the drafts that it leaves out."""

    shown: Sequence[Group]
    drafts: Sequence[Group] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A build that went well: its report, None when nothing had changed, and what it found.

    `taken` is the time of the stamp that was recorded; 0 without one."""

    report: Report | None
    files: int
    warnings: int
    hints: int
    taken: int = 0


def templates_of(chosen: Path | None) -> Path:
    """The templates: the chosen ones, else those of the current folder, else the program's."""
    here = Path("templates")
    if chosen or here.exists():
        return chosen or here
    return next((path for path in OWN_TEMPLATES if path.is_dir()), here)


def build(job: Job, tick: Tick | None = None, *, defer: bool = False) -> Result:
    """Make the site of a yearbook. `ContentError` or `UseError` when it cannot be made.

    With `defer` what a preview can do without is left for the next build.
    """
    with told(job.site):
        check_grounds(job.site, job.content, job.templates)
        recover(job.site)
        before = state.read(folder_of(job.site) / STATE)
        now = stamp_of(job, NOTHING if job.rehash else before.stamp)
        whole = state.is_sound if job.rehash else state.is_whole
        unchanged = now and not before.late and now.same(before.stamp) and whole(before, job.site)
    if now and unchanged:
        files = listing.count(before.site) - 1
        return Result(None, files, before.warnings, before.hints, _refresh(job.site, before, now))
    return _build(job, now, before, tick, defer)


def _build(job: Job, now: Stamp | None, before: State, tick: Tick | None, defer: bool) -> Result:
    """Read, make and write; again where files change meanwhile, so that no site is of two minds."""
    from yearbook.write import Moved

    for _ in range(TRIES):
        try:
            return _built(job, now, before, tick, defer)
        except Moved:
            now = stamp_of(job, now or NOTHING)
    raise UseError(Issue(Place(job.content.as_posix()), "S023"))


def _built(job: Job, now: Stamp | None, before: State, tick: Tick | None, defer: bool) -> Result:
    from yearbook import write
    from yearbook.render import program

    if now:
        program.known(now)
    parts = parts_of(job)
    with lasting() as kept:
        made = _again(job, now, before, parts) or _anew(job, now, parts)
        kept()
        groups, warnings, hints = made
        report = write.write(
            groups.shown,
            job.site,
            State(now or NOTHING, warnings=warnings, hints=hints, noted=_token(now)),
            tick or write.silent,
            parts,
            defer=defer,
            rehash=job.rehash,
            jobs=jobs_of(job, groups),
            judge=partial(_judge, groups, Issues()),
            steady=lambda: steady(job, now),
        )
    taken = now.taken if now and not report.late else 0
    return Result(report, len(report.written) + report.kept, warnings, hints, taken)


def _token(now: Stamp | None) -> str:
    """What tells the facts that a build noted from those of another."""
    return f"{now.taken:032x}" if now else ""


def _anew(job: Job, now: Stamp | None, parts: Parts) -> Made:
    """What a job makes when all is read."""
    issues, noted = Issues(), None
    if now:
        from yearbook.again import Notes

        noted = Notes(job.content, now, parts, _token(now))
    groups = prepare(job, issues, parts, noted=noted, read=now.read if now else None)
    found, apart = counts(issues), noted.apart if noted else (0, 0)
    return groups, found[0] + apart[0], found[1] + apart[1]


def _again(job: Job, now: Stamp | None, before: State, parts: Parts) -> Made | None:
    """The same when what the last build noted of most editions will do; else None."""
    if now is None or not before.noted:
        return None
    from yearbook.again import Deeper, Memory

    try:
        change = Memory().change(before, now, parts)
        groups, more = changed(job, now, change, parts)
    except (Deeper, ContentError):
        return None
    return groups, before.warnings + more[0], before.hints + more[1]


def changed(job: Job, now: Stamp, change: Change, parts: Parts) -> tuple[Groups, tuple[int, int]]:
    """The outputs after a change, and how many warnings and hints there are more than before.

    `ContentError` with the errors of the editions that changed, `Deeper` when others may matter.
    """
    from yearbook import rules
    from yearbook.again import Notes
    from yearbook.read import load
    from yearbook.read.text import instead
    from yearbook.render import groups, theme

    issues, told = Issues(), dict[str, tuple[Issue, ...]]()
    with instead(now.read):
        yearbook = load(job.content, issues, change.kept(job.content))
    issues.raise_errors()
    assert yearbook is not None
    for edition in yearbook.editions:
        if edition.id in change.editions:
            start = len(issues.found)
            rules.add(rules.of_edition(yearbook, edition), issues)
            told[edition.id] = tuple(issues.found[start:])
    issues.raise_errors()
    noted = Notes(job.content, now, parts, _token(now), change)
    noted.told(issues, told)
    made = groups(
        _shown(yearbook, job, issues),
        theme.load(job.templates, job.templates.as_posix()),
        parts,
        store=job.search,
        without=job.without,
        noted=noted,
    )
    return Groups(made), noted.change(change.editions)


def steady(job: Job, before: Stamp | None) -> bool:
    """Whether all files are still as they were when the stamp was taken."""
    if before is None:
        return True
    now = stamp_of(job, before)
    return now is not None and now.same(before)


def jobs_of(job: Job, groups: Groups) -> int:
    """On how many cores a job is done: one where a fork is not worth its while."""
    return job.jobs or (cores.here() if len(groups.shown) >= MANY else 1)


@contextmanager
def lasting() -> Iterator[Callable[[], None]]:
    """The collector of garbage rests until called, and then passes over all that is there.

    What is read and prepared lasts to the end of a build; to look through it again and again would
    be a tenth of the time.
    """

    def kept() -> None:
        gc.freeze()
        gc.enable()

    gc.disable()
    try:
        yield kept
    finally:
        gc.enable()
        gc.unfreeze()


def parts_of(job: Job) -> Parts:
    """What earlier builds of a job worked out."""
    from yearbook.parts import Parts

    return Parts(folder_of(job.site) / PARTS)


def prepare(
    job: Job,
    issues: Issues,
    parts: Parts | None = None,
    change: Callable[[Yearbook], Yearbook] | None = None,
    *,
    shown: Callable[[Yearbook], Yearbook] | None = None,
    proofread: list[Proofread] | None = None,
    noted: Notes | None = None,
    read: dict[str, bytes] | None = None,
) -> Groups:
    """The outputs of a job in groups; `ContentError` with all issues when there is an error.

    `change` gives the yearbook to judge instead of the one that was read, `shown` the one to show
    instead of the one that was judged. With `proofread` its words are proofread as well, and what
    came of it is put there. `noted` notes what the next build need not read again. `read` has
    files that have been read, which are forgotten then.
    """
    from yearbook.read import load
    from yearbook.read.text import instead
    from yearbook.render import groups, theme
    from yearbook.rules import check

    with instead(read or {}):
        yearbook = load(job.content, issues)
    if yearbook and change:
        yearbook = change(yearbook)
    if yearbook and not (noted and _counted(job, yearbook, issues, noted)):
        own: dict[str, tuple[Issue, ...]] = {}
        of_reading = Issues(list(issues.found))
        found_in = check(yearbook, issues, proofread=proofread is not None, told=own)
        if proofread is not None:
            proofread.extend(found_in)
        if noted:
            noted.told(of_reading, own)
    try:
        found = theme.load(job.templates, job.templates.as_posix())
    except ContentError as error:
        issues.found.extend(error.issues)
    issues.raise_errors()
    assert yearbook is not None
    wanted = _shown(yearbook, job, issues)
    wished = partial(groups, theme=found, store=job.search, without=job.without)
    made = wished(shown(wanted) if shown else wanted, parts=parts, noted=noted)
    # drafts that are left out must not collide with anything when they are shown
    drafts = [] if wanted is yearbook else _besides(wished(yearbook), made)
    return Groups(made, drafts)


def _counted(job: Job, yearbook: Yearbook, issues: Issues, noted: Notes) -> bool:
    """Judge a large yearbook on all cores; False where that is not worth a fork, or there is more
    to tell than how many warnings and hints there are."""
    from yearbook import rules
    from yearbook.model import sections

    jobs = job.jobs or cores.here()
    size = sum(len(sections(edition)) for edition in yearbook.editions)
    if jobs == 1 or size < LARGE or issues.errors:
        return False
    found = rules.counted(yearbook, jobs)
    if found is not None:
        noted.counted(issues, found)
    return found is not None


def _besides(groups: Iterable[Group], others: Iterable[Group]) -> list[Group]:
    """The groups of volumes that are not among the others."""
    names = {one.name for one in others}
    return [one for one in groups if one.name not in names]


def outputs(
    job: Job,
    issues: Issues,
    parts: Parts | None = None,
    change: Callable[[Yearbook], Yearbook] | None = None,
    *,
    shown: Callable[[Yearbook], Yearbook] | None = None,
) -> list[Output | Bundle]:
    """The outputs of a job one after another; `ContentError` with all issues, as of `prepare`."""
    from yearbook.output import Output, flat

    groups = prepare(job, issues, parts, change, shown=shown)
    found = list(flat(groups.shown))
    _judge(groups, issues, [one for one in found if isinstance(one, Output)])
    return found


def _judge(groups: Groups, issues: Issues, files: Sequence[Addressed]) -> None:
    """`ContentError` when two files of the site have one address."""
    from yearbook.output import Output, flat
    from yearbook.write.collisions import check_addresses

    check_addresses(files, issues)
    if groups.drafts:
        later = (one for one in flat(groups.drafts) if isinstance(one, Output))
        check_addresses([*files, *later], issues)
    issues.raise_errors()


def check(job: Job, issues: Issues) -> tuple[Account, ...]:
    """Find every issue that a build would find, proofread, and write nothing.

    Gives an account of each edition. `UseError` where a build would not write the site.
    """
    from yearbook import write
    from yearbook.account import accounts
    from yearbook.indexes import depths

    parts = parts_of(job)
    read: list[Proofread] = []
    with told(job.site):
        check_grounds(job.site, job.content, job.templates)
    try:
        groups = prepare(job, issues, parts, proofread=read)
        judge = partial(_judge, groups, issues)
        write.make_all(groups.shown, job.site, parts, jobs=jobs_of(job, groups), judge=judge)
    except ContentError as error:
        known = set(issues.found)
        issues.found.extend(one for one in error.issues if one not in known)
    else:
        with told(job.site):
            refuse_strangers(job.site, state.in_place(job.site))
    deep = () if issues.errors else depths(parts)
    return accounts(job.content, read, deep, issues)


def counts(issues: Issues) -> tuple[int, int]:
    """How many warnings and how many hints there are."""
    found = [issue.severity for issue in issues.found]
    return found.count("warning"), found.count("hint")


def _shown(yearbook: Yearbook, job: Job, issues: Issues) -> Yearbook:
    """The yearbook without its drafts, unless they are wanted."""
    if job.drafts:
        return yearbook
    released = tuple(one for one in yearbook.editions if one.status == "released")
    if not released:
        issues.add(Place(job.content.as_posix()), "S022")
    if len(released) == len(yearbook.editions):
        return yearbook
    return replace(yearbook, editions=released)


def roots(job: Job) -> dict[str, str]:
    """The folders that a build reads, by what they are."""
    trees = {"content": job.content, "templates": job.templates, "yearbook": Path(__file__).parent}
    return {name: str(root) for name, root in trees.items()}


def stamp_of(job: Job, before: Stamp = NOTHING, told: Iterable[str] = ()) -> Stamp | None:
    """What a build would read now; None when something cannot be read. When `told` which files
    changed no others are looked at, where that will do."""
    trees = {name: Path(root) for name, root in roots(job).items()}
    facts = (
        ("drafts", job.drafts),
        ("search", job.search),
        ("without", ",".join(sorted(job.without))),
        ("content", job.content.as_posix()),
    )
    try:
        after = stamp.retaken(before, trees, told) if told else None
        return after or stamp.take(trees, facts, before)
    except OSError:
        return None


def _refresh(site: Path, before: State, now: Stamp) -> int:
    """Record stats that changed though the bytes did not, so that they are not read again; and a
    stamp that is late enough to know them. The time of the stamp that is recorded then."""
    known, newest = before.stamp, max(now.newest.values(), default=0)
    settled = newest < known.taken - listing.RACY or newest >= now.taken - listing.RACY
    if now.folders == known.folders and settled:
        return known.taken
    try:
        with workplace(site) as work:
            state.write(replace(before, stamp=now), work / STATE)
    except (OSError, UseError):
        return 0
    return now.taken


def recover(site: Path) -> None:
    """Sweep up after a build that was killed, and finish the swap it was in."""
    if not is_tidy(site):
        with workplace(site):
            pass
