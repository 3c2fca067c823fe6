"""The command line: what may be written, read into `Options`; wrong use is a `UseError`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from yearbook.issues import Issue, Lang, Place, UseError, Words, near

COMMANDS = ("build", "check", "init", "serve")
FOLDER = Words("文件夹", "a folder")
VALUES = {
    "--content": (FOLDER, "--content content"),
    "--templates": (FOLDER, "--templates templates"),
    "--site": (FOLDER, "--site site"),
    "--lang": (Words("“zh”或“en”", "zh or en"), "--lang zh"),
    "--title": (Words("年鉴的名称", "the yearbook's title"), "--title 东营市总工会年鉴"),
    "--port": (Words("从 1 至 65535 的整数", "a whole number from 1 to 65535"), "--port 8000"),
}
FLAGS = ("--drafts", "--quiet", "--json", "--fix", "--open", "--version", "--help", "-h")
OWNERS = {
    "--json": "check",
    "--fix": "check",
    "--title": "init",
    "--port": "serve",
    "--open": "serve",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the user asked for. `site` is None when it was not said."""

    command: str = "build"
    folder: Path | None = None
    content: Path = Path("content")
    templates: Path | None = None
    site: Path | None = None
    lang: Lang = "en"
    title: str = ""
    port: int = 0
    drafts: bool = False
    quiet: bool = False
    json: bool = False
    fix: bool = False
    open: bool = False
    version: bool = False
    help: bool = False


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
        raise _fault("S002", command=command, near=near(command, COMMANDS))
    said = {name: value for name, value in found.items() if value not in (None, False)}
    _check_owners(said, command)
    folder = rest.pop(0) if command == "init" and rest else None
    if rest:
        raise _fault("S006", command=command, said=rest[0])
    if command == "init" and folder is None and not said.keys() & {"help", "version"}:
        raise _fault("S007")
    _check_values(said)
    for name in ("content", "templates", "site"):
        if name in said:
            said[name] = Path(said[name])
    said.update(lang=lang, command=command, folder=folder and Path(folder))
    return Options(**said | ({"port": int(said["port"])} if "port" in said else {}))


def _check_owners(said: dict[str, Any], command: str) -> None:
    for option, owner in OWNERS.items():
        if option[2:] in said and command != owner:
            raise _fault("S005", option=option, owner=owner)


def _check_values(said: dict[str, Any]) -> None:
    for option, (what, example) in VALUES.items():
        value = said.get(option[2:])
        if value is not None and not _fits(option, value):
            raise _fault("S004", option=option, what=what, said=value, example=example)


def _fits(option: str, value: str) -> bool:
    if option == "--lang":
        return value in ("zh", "en")
    if option == "--port":
        return value.isascii() and value.isdigit() and 1 <= int(value[:6]) <= 65535
    return bool(value.strip())


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
    return _fault("S001", option=option, near=near(option, (*VALUES, *FLAGS[:-1])))


def _fault(code: str, **args: object) -> UseError:
    return UseError(Issue(Place("yearbook"), code, tuple(args.items())))
