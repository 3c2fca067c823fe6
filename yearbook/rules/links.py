"""Rules of links: each leads to an entry that exists, or out to the web."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from yearbook.issues import Words, likely, near
from yearbook.markup import mistyped
from yearbook.model import Edition, Section, Yearbook, records, sections
from yearbook.rules.scope import Finding, Scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yearbook.markup.targets import Target


def links(scope: Scope) -> Iterator[Finding]:
    """A link names an entry or record (stem.md#id, ../2016/stem.md#id), a file or the web."""
    linking = [part for part in scope.parts if part.prose.links]
    if not linking:
        return
    from yearbook.markup.targets import Bad, resolve

    edition = scope.edition.id if scope.edition else ""
    for part in linking:
        within = mistyped(part.prose.faults)
        for link in part.prose.links:
            if within(link.line, link.column):
                continue
            target = resolve(link.href, edition, scope.section.stem)
            place = part.place(link.line, link.column)
            if isinstance(target, Bad):
                yield place, target.code, dict(target.args)
            elif target is not None:
                yield from ((place, code, args) for code, args in _judge(scope, target))


def _judge(scope: Scope, target: Target) -> Iterator[tuple[str, dict[str, object]]]:
    """What is wrong with a target within content/."""
    if target.file:
        name, known = f"files/{target.file}", [f"files/{x.path}" for x in scope.yearbook.extras]
        if name not in known:
            yield "C239", {"target": name, "near": _near_file(name, known)}
        return
    if target.edition in scope.yearbook.gone:
        return
    edition = next((e for e in scope.yearbook.editions if e.id == target.edition), None)
    section = _section(scope.yearbook, edition, target)
    strays = edition.strays if edition else scope.yearbook.strays
    if section is None and any("/" not in stray for stray in strays):
        return
    if section is None:
        yield "C239", {"target": _named(target), "near": _near_section(scope, edition, target)}
    elif target.anchor and section.clean and target.anchor not in anchors(section):
        args = {"target": _named(target), "anchor": target.anchor}
        yield "C240", args | {"near": near(target.anchor, anchors(section))}
    elif edition and edition.status == "draft" and _released(scope):
        yield "C242", {"edition": edition.id}


def _released(scope: Scope) -> bool:
    """Whether the prose is on the site without drafts; about.md is as soon as any edition is."""
    own = (scope.edition,) if scope.edition else scope.yearbook.editions
    return any(edition.status == "released" for edition in own)


def _named(target: Target) -> str:
    return "/".join(part for part in (target.edition, f"{target.stem}.md") if part)


def _section(yearbook: Yearbook, edition: Edition | None, target: Target) -> Section | None:
    if edition:
        return next((s for s in sections(edition) if s.stem == target.stem), None)
    about = yearbook.about
    return about if about and not target.edition and target.stem == about.stem else None


def anchors(section: Section) -> list[str]:
    """The written ids of a section that a link may name."""
    rows = (section.entries, records(section), section.tables)
    return [one.id for row in rows for one in row]


def _near_file(name: str, known: list[str]) -> Words:
    """A file of content/files/ that is nearly called so, or where such files are put."""
    meant = likely(name, known)
    if meant:
        return Words(f"是不是“{meant}”？", f'did you mean "{meant}"?')
    return Words(
        f"把 {posixpath.basename(name)} 放进 content/files 文件夹，分目里写作 ../{name}",
        f"put {posixpath.basename(name)} into the folder content/files; a section links ../{name}",
    )


def _near_edition(scope: Scope, named: str) -> Words:
    """Other editions than the one in which the link stands."""
    own = scope.edition.id if scope.edition else ""
    others = [f"../{one.id}" for one in scope.yearbook.editions if one.id != own]
    if others:
        return near(f"../{named}", others)
    return Words(
        f"没有 {named} 这一卷；删去链接，或先编入那一卷",
        f"there is no edition {named}; delete the link, or add that edition first",
    )


def _near_section(scope: Scope, edition: Edition | None, target: Target) -> Words:
    """Sections of that edition, or editions when there is none of that name."""
    if edition:
        return near(f"{target.stem}.md", [f"{s.stem}.md" for s in sections(edition)])
    if target.edition:
        return _near_edition(scope, target.edition)
    return near(f"{target.stem}.md", ["about.md"] if scope.yearbook.about else [])
