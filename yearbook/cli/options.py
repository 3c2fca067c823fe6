"""The command line: what may be written, read into `Options`; wrong use is a `UseError`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from yearbook.issues import Issue, Lang, Place, UseError, Words, near

COMMANDS = (
    "build",
    "check",
    "serve",
    "init",
    "new",
    "import",
    "status",
    "release",
    "package",
    "offline",
    "verify",
)
LONGEST, LONGEST_PART = 4000, 256  # bytes of a path, and of a name in it
FOLDER = Words("文件夹", "a folder")
EDITION = Words("卷的文件夹名", "the folder name of an edition")
CODES = Words("问题代码或其开头，以逗号分开", "codes or their beginnings, divided by commas")
PARTS = ("across",)  # what a site may leave out
VALUES = {
    "--content": (FOLDER, "--content content"),
    "--templates": (FOLDER, "--templates templates"),
    "--site": (FOLDER, "--site site"),
    "--without": (
        Words(
            f"要略去的部分，以逗号分开：{'、'.join(PARTS)}", f"what is left out: {', '.join(PARTS)}"
        ),
        "--without across",
    ),
    "--lang": (Words("“zh”或“en”", "zh or en"), "--lang zh"),
    "--title": (Words("年鉴的名称", "the yearbook's title"), "--title 东营市总工会年鉴"),
    "--from": (EDITION, "--from 2017"),
    "--edition": (EDITION, "--edition 2018"),
    "--section": (
        Words("分目的文件名或名称", "the file name or title of a section"),
        "--section care",
    ),
    "--opening": (Words("分目的文件名", "the file name of a section"), "--opening overview"),
    "--select": (CODES, "--select L,C231"),
    "--ignore": (CODES, "--ignore L101"),
    "--out": (FOLDER, "--out packages"),
    "--search": (Words("“text”或“exact”", "text or exact"), "--search text"),
    "--jobs": (Words("不小于 1 的整数", "a whole number from 1"), "--jobs 2"),
    "--port": (Words("从 1 至 65535 的整数", "a whole number from 1 to 65535"), "--port 8000"),
}
CHOICES = {"--lang": ("zh", "en"), "--search": ("text", "exact")}
FLAGS = (
    "--drafts",
    "--rehash",
    "--quiet",
    "--json",
    "--github",
    "--fix",
    "--open",
    "--force",
    "--version",
    "--help",
    "-h",
)
OWNERS: dict[str, tuple[str, ...]] = {
    "--drafts": ("build", "check", "serve"),
    "--without": ("build", "check", "serve"),
    "--rehash": ("build",),
    "--jobs": ("build", "check", "serve"),
    "--json": ("check", "status", "verify"),
    "--github": ("check",),
    "--fix": ("check",),
    "--select": ("check",),
    "--ignore": ("check",),
    "--out": ("package", "offline"),
    "--search": ("build", "serve"),
    "--title": ("init",),
    "--port": ("serve",),
    "--open": ("serve",),
    "--from": ("new",),
    "--edition": ("import",),
    "--section": ("import",),
    "--opening": ("import",),
    "--force": ("import",),
}
# How many words follow a command, at least and at most, and an example of them.
WORDS: dict[str, tuple[int, int, Words, Words]] = {
    "init": (
        1,
        1,
        Words("新年鉴的文件夹", "a folder for the new yearbook"),
        Words("init 我的年鉴", "init my-yearbook"),
    ),
    "new": (
        1,
        1,
        Words("新一卷的文件夹名", "the folder name of the new edition"),
        Words("new 2018 --from 2017", "new 2018 --from 2017"),
    ),
    "import": (
        1,
        1000,
        Words("稿件的文件名", "the manuscript's file name"),
        Words("import 来稿.docx --edition 2018", "import text.docx --edition 2018"),
    ),
    "status": (0, 1, EDITION, Words("status 2018", "status 2018")),
    "package": (1, 1, EDITION, Words("package 2018", "package 2018")),
    "offline": (0, 1, EDITION, Words("offline 2018", "offline 2018")),
    "verify": (
        1,
        1,
        Words("网站文件夹、归档包或 zip", "a site, a package or a zip"),
        Words("verify site", "verify site"),
    ),
    "release": (1, 1, EDITION, Words("release 2018", "release 2018")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the user asked for. `site` is None when it was not said; `called` is the command line
    itself, None where the program was not called from one."""

    command: str = "build"
    words: tuple[str, ...] = ()
    content: Path = Path("content")
    templates: Path | None = None
    site: Path | None = None
    lang: Lang = "en"
    title: str = ""
    from_: str = ""
    edition: str = ""
    section: str = ""
    opening: str = ""
    select: str = ""
    ignore: str = ""
    out: Path | None = None
    search: str = ""
    port: int = 0
    jobs: int = 0
    drafts: bool = False
    rehash: bool = False
    without: frozenset[str] = frozenset()
    quiet: bool = False
    json: bool = False
    github: bool = False
    fix: bool = False
    open: bool = False
    force: bool = False
    version: bool = False
    help: bool = False
    called: tuple[str, ...] | None = None


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise AssertionError(message)


def _parser() -> _Parser:
    parser = _Parser(add_help=False, allow_abbrev=False, exit_on_error=False)
    parser.add_argument("words", nargs="*")
    for name in VALUES:
        parser.add_argument(name)
    for name in FLAGS[:-2]:
        parser.add_argument(name, action="store_true")
    parser.add_argument(*FLAGS[-2:], action="store_true")
    return parser


def parse(words: Sequence[str], lang: Lang) -> Options:
    """The options of a command line; `UseError` for the first fault."""
    try:
        found, unknown = _parser().parse_known_intermixed_args(words)
    except argparse.ArgumentError as error:
        raise _value_fault(error, words) from error
    for word in unknown:
        raise _unknown(word)
    return _options(vars(found), lang)


def _options(found: dict[str, Any], lang: Lang) -> Options:
    command, *rest = found.pop("words") or ["build"]
    if command not in COMMANDS:
        known = [f"--{command}"] if f"--{command}" in FLAGS else COMMANDS
        raise _fault("S002", command=command, near=near(command, known))
    said = {name: value for name, value in found.items() if value not in (None, False)}
    _check_owners(said, command)
    if not said.keys() & {"help", "version"}:
        _check_words(command, rest)
    _check_values(said)
    for name in ("content", "templates", "site", "out"):
        if name in said:
            said[name] = Path(said[name])
    if "without" in said:
        said["without"] = _listed(said["without"])
    said.update(lang=lang, command=command, words=tuple(rest))
    if "from" in said:
        said["from_"] = said.pop("from")
    said |= {name: int(said[name]) for name in ("port", "jobs") if name in said}
    return Options(**said)


def _check_owners(said: dict[str, Any], command: str) -> None:
    for option, owners in OWNERS.items():
        if option[2:] in said and command not in owners:
            owner = Words("、".join(owners), " or ".join(owners))
            raise _fault("S005", option=option, owner=owner)


def _check_words(command: str, rest: list[str]) -> None:
    """As many words follow a command as it takes."""
    least, most, what, example = WORDS.get(command, (0, 0, FOLDER, FOLDER))
    if len(rest) > most:
        raise _fault("S006", command=command, said=rest[most])
    if len(rest) < least or not all(map(_names, rest)):
        raise _fault("S007", command=command, what=what, example=example)


def _check_values(said: dict[str, Any]) -> None:
    for option, (what, example) in VALUES.items():
        value = said.get(option[2:])
        if value is not None and not _fits(option, value):
            raise _fault("S004", option=option, what=what, said=value, example=example)


def _fits(option: str, value: str) -> bool:
    if option in CHOICES:
        return value in CHOICES[option]
    if option == "--without":
        return _listed(value) <= {*PARTS}
    if option == "--jobs":
        return value.isascii() and value.isdigit() and 1 <= int(value[:6]) <= 1024
    if option == "--port":
        return value.isascii() and value.isdigit() and 1 <= int(value[:6]) <= 65535
    return bool(value.strip()) and (VALUES[option][0] is not FOLDER or _names(value))


def _listed(value: str) -> frozenset[str]:
    """The names in a list divided by commas."""
    return frozenset(name.strip() for name in value.split(","))


def _names(word: str) -> bool:
    """Whether a word can name a file or a folder: no system takes longer ones, or an empty one."""
    parts = os.fsencode(word).replace(b"\\", b"/").split(b"/")
    short = len(word) < LONGEST and all(len(part) < LONGEST_PART for part in parts)
    return bool(word.strip()) and "\0" not in word and short


def _value_fault(error: argparse.ArgumentError, words: Sequence[str]) -> UseError:
    """An option without its value, or a flag that was given one."""
    option = (error.argument_name or "").split("/")[0]
    if option in VALUES:
        what, example = VALUES[option]
        return _fault("S003", option=option, what=what, example=example)
    given = next((word for word in words if word.startswith(f"{option}=")), "")
    return _fault("S009", option=option, said=given.partition("=")[2])


def _unknown(word: str) -> UseError:
    option = word.partition("=")[0]
    command = option.lstrip("-")
    known = [command] if command in COMMANDS else [*VALUES, *FLAGS[:-1]]
    return _fault("S001", option=option, near=near(option, known))


def _fault(code: str, **args: object) -> UseError:
    return UseError(Issue(Place("yearbook"), code, tuple(args.items())))
