"""Addresses of the site: one output each, on every system."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath

from yearbook.issues import Issues, Place, Words
from yearbook.output import Bundle, Output
from yearbook.write.manifest import MANIFEST

PROGRAM = Words("程序生成的文件", "a file that the program makes")


def check_addresses(given: Sequence[Output | Bundle], issues: Issues) -> None:
    """Add an issue for two outputs at one address, at twins by case, and for a file that stands
    where a folder must be. A bundle is as good as a file of the program in its folder."""
    outputs = [_stands(one) if isinstance(one, Bundle) else one for one in given]
    first: dict[str, Output] = {_folded(MANIFEST): Output(MANIFEST, "", bytes)}
    for output in outputs:
        other = first.setdefault(_folded(output.path), output)
        if other is not output:
            _report("C401" if other.path == output.path else "C402", output, other, issues)
    for file, within in _files_as_folders(outputs, first).items():
        _report("C403", within, first[file], issues)


def _stands(bundle: Bundle) -> Output:
    return Output(f"{bundle.folder}/_", bundle.key, bytes)


def _files_as_folders(outputs: Sequence[Output], first: dict[str, Output]) -> dict[str, Output]:
    """The files that stand where a folder must be, each with the first output within it."""
    found: dict[str, Output] = {}
    for output in outputs:
        for parent in PurePosixPath(output.path).parents:
            if _folded(parent.as_posix()) in first:
                found.setdefault(_folded(parent.as_posix()), output)
    return found


def _folded(path: str) -> str:
    """What systems that do not tell cases apart make of a path."""
    return unicodedata.normalize("NFC", path).casefold()


def _report(code: str, output: Output, other: Output, issues: Issues) -> None:
    """The issue stands at the one that comes from content, since that can be renamed."""
    if other.source and (code == "C403" or not output.source):
        output, other = other, output
    issues.add(
        Place(output.source or output.path),
        code,
        path=output.path,
        other=other.path,
        source=other.source or PROGRAM,
    )
