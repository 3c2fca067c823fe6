"""The templates folder: read once, digested, compiled once; its faults with file and line."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import TYPE_CHECKING

from yearbook.issues import ContentError, Issue, Place
from yearbook.output import digest
from yearbook.record import positional
from yearbook.render.labels import T

if TYPE_CHECKING:
    from jinja2 import Environment, Template

    from yearbook.render.kept import Kept

ICON = (
    "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%208%208'%3E"
    "%3Crect%20width='8'%20height='8'%20rx='1'%20fill='%23b3281d'/%3E"
    "%3Cpath%20d='M2%202h4v4H2zM4%202v4M2%204h4'%20fill='none'%20stroke='%23fff6ec'"
    "%20stroke-width='.7'/%3E%3C/svg%3E"
)
COMPILED = "__pycache__"
TEXT = frozenset({".html", ".svg", ".css", ".js", ".txt", ".xml"})


@positional
class ThemeFile:
    """A file of the theme; `name` is relative to the folder, with `/`."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Theme:
    """The templates and assets of a folder; `shown` is the folder as issues name it."""

    folder: Path
    shown: str
    files: tuple[ThemeFile, ...]
    digest: str = field(default="")

    @cached_property
    def environment(self) -> Environment:
        """Jinja over the files that were read."""
        from yearbook.render.jinja import Compiled, Pages

        return _with_words(Pages(self._source, Compiled(self.kept)))

    @cached_property
    def kept(self) -> Kept:
        """What is made of the files again and again."""
        from yearbook.render.kept import Kept
        from yearbook.render.program import program

        return Kept(self.folder / COMPILED if _is_ours(self.folder) else None, program())

    @cached_property
    def careful(self) -> Environment:
        """The same for what has failed."""
        from yearbook.render.jinja import Careful

        return _with_words(Careful(self._source))

    def render(self, template: str, **context: object) -> bytes:
        """The bytes of a page; a fault of the templates is a `ContentError` with file and line."""
        page = self._made(template, lambda found: found.render(context))
        if (not page or page.isspace()) and template.endswith(".html"):
            raise ContentError((self._issue(template, 0, "T009"),))
        return page.encode("utf-8")

    def compile(self) -> None:
        """Compile every template now; a fault is told when a page needs it."""
        from jinja2 import TemplateError

        for file in self.files:
            if file.name.endswith(".html"):
                with suppress(TemplateError):
                    self.environment.get_template(file.name)

    def macro(self, template: str, name: str) -> Callable[..., str]:
        """A macro of a template, called with its arguments; its faults are `ContentError`s."""

        def call(*args: object) -> str:
            return self._made(template, lambda found: str(getattr(found.module, name)(*args)))

        return call

    def _made(self, template: str, make: Callable[[Template], str]) -> str:
        """What is made of a template, with care where it fails."""
        with suppress(Exception):
            return make(self.environment.get_template(template))
        try:
            return make(self.careful.get_template(template))
        except Exception as fault:
            raise self._error(template, fault) from fault

    def text(self, name: str) -> str:
        """The text of a theme file; a `ContentError` when there is none."""
        found = next((file for file in self.files if file.name == name), None)
        if found is None:
            raise ContentError((self._issue(name, 0, "T007", name=name),))
        return found.data.decode("utf-8-sig")

    @property
    def assets(self) -> tuple[ThemeFile, ...]:
        return tuple(file for file in self.files if file.name.startswith("assets/"))

    def _source(self, name: str) -> tuple[str, str, None] | None:
        found = next((file for file in self.files if file.name == name), None)
        if found is None:
            return None
        return found.data.decode("utf-8-sig"), self._file(name), None

    def _file(self, name: str) -> str:
        return f"{self.shown}/{name}"

    def _error(self, template: str, fault: Exception) -> ContentError:
        """The issue of a fault while compiling or rendering `template`."""
        from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

        name, line = self._spot(fault.__traceback__) or (template, 0)
        if isinstance(fault, TemplateSyntaxError):
            spot = (fault.name or template).removeprefix(f"{self.shown}/")
            said = fault.message or ""
            return ContentError((self._issue(spot, fault.lineno, "T005", said=said),))
        if isinstance(fault, TemplateNotFound):
            lost = str(fault.name)
            spot, at = (lost, 0) if _is_own(lost) else (name, line)
            return ContentError((self._issue(spot, at, "T007", name=lost),))
        if isinstance(fault, UndefinedError):
            return ContentError((self._issue(name, line, "T006", said=fault.message or ""),))
        said = f"{type(fault).__name__}: {fault}"
        return ContentError((self._issue(name, line, "T008", said=said),))

    def _spot(self, traceback: TracebackType | None) -> tuple[str, int] | None:
        """The innermost place in a template of a traceback."""
        found, start = None, f"{self.shown}/"
        while traceback:
            file = traceback.tb_frame.f_code.co_filename
            if file.startswith(start):
                found = file.removeprefix(start), traceback.tb_lineno
            traceback = traceback.tb_next
        return found

    def _issue(self, spot: str, line: int, code: str, /, **args: object) -> Issue:
        return Issue(Place(self._file(spot), line), code, tuple(args.items()))


def load(folder: Path, shown: str = "templates") -> Theme:
    """Read a theme's folder. A folder that cannot serve is a `ContentError`."""
    if not folder.is_dir():
        raise ContentError((Issue(Place(shown), "T001"),))
    issues: dict[Issue, None] = {}
    files = tuple(_files(folder, shown, issues))
    if issues:
        raise ContentError(tuple(issues))
    if not any(file.name.endswith(".html") for file in files):
        raise ContentError((Issue(Place(shown), "T002"),))
    parts = [part for file in files for part in (file.name, file.data)]
    return _theme(folder, shown, files, digest(*parts))


@lru_cache(maxsize=1)
def _theme(folder: Path, shown: str, files: tuple[ThemeFile, ...], key: str) -> Theme:
    """The theme, compiled once as long as its files are the same: `serve` needs it again."""
    return Theme(folder, shown, files, key)


def _files(folder: Path, shown: str, issues: dict[Issue, None]) -> Iterator[ThemeFile]:
    """The files in the order of their names, without hidden ones and editors' backups."""
    home = folder.resolve()
    if folder.is_symlink() and home.parent != folder.parent.resolve():
        issues[Issue(Place(shown), "T003")] = None
        return
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if one != COMPILED and not one.startswith("."))
        for name in sorted([*names, *folders]):
            path = Path(root, name)
            if name.startswith(".") or name.endswith("~"):
                continue
            relative = PurePosixPath(path.relative_to(folder)).as_posix()
            place = Place(f"{shown}/{relative}")
            if path.is_symlink() and not path.resolve().is_relative_to(home):
                issues[Issue(place, "T003")] = None
            elif name not in folders:
                data = _read(path)
                if data is None:
                    issues[Issue(place, "T004")] = None
                else:
                    yield ThemeFile(relative, data)


def _read(path: Path) -> bytes | None:
    """The bytes of a file; None when it cannot be read, or is text and no UTF-8."""
    try:
        data = path.read_bytes()
        if path.suffix in TEXT:
            data.decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return data


def _is_own(name: str) -> bool:
    """Whether the program has a template of that name: then it is missing, and not mistyped."""
    from yearbook.build import OWN_TEMPLATES

    return any((folder / name).is_file() for folder in OWN_TEMPLATES)


def _with_words(made: Environment) -> Environment:
    """An environment that knows what every template has."""
    from yearbook.markup.hypertext import grouped
    from yearbook.render.jinja import markup

    made.globals.update(t=T, icon=ICON)
    made.filters["grouped"] = lambda text: markup(grouped(text))
    return made


def _is_ours(folder: Path) -> bool:
    """Whether the folder came with the program; nothing is written into one of a publisher's."""
    from yearbook.build import OWN_TEMPLATES

    return folder.resolve() in OWN_TEMPLATES
