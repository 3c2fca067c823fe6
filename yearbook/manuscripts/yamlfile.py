"""The YAML of a section as text: new lines put beside what stands there already."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

import yaml

from yearbook.read.plainwords import mark

SAFE = r"[\u3400-\u9fffA-Za-z0-9“”·—（）《》]"
PLAIN = re.compile(rf"(?![0-9 ]){SAFE}*[\u3400-\u9fff]{SAFE}*")
MARKS = str.maketrans("<>*`[]{}&^~", "＜＞＊‘［］〔〕＆＾～")
LONG = 60


def scalar(text: str) -> str:
    """Words as a YAML scalar: bare where that is safe, else in double quotes."""
    said = words(text)
    return said if PLAIN.fullmatch(said) else json.dumps(said, ensure_ascii=False)


def words(text: str) -> str:
    """Words without the marks that plain words must not hold."""
    return text.translate(MARKS) if mark(text) else text


def inline(fields: Mapping[str, str]) -> str:
    """`{key: value, …}`; the values are YAML already."""
    return f"{{{', '.join(f'{key}: {value}' for key, value in fields.items())}}}"


def record(fields: Mapping[str, str]) -> list[str]:
    """A record as the lines of a list's item: on one line where that is short."""
    line = f"  - {inline(fields)}"
    if len(line) <= LONG:
        return [line]
    rows = [f"{key}: {value}" for key, value in fields.items()]
    return [f"  - {rows[0]}", *(f"    {row}" for row in rows[1:])]


def keys(text: str) -> dict[str, list[str]]:
    """The lines of each top-level key of a mapping, comments above a key with it."""
    root = yaml.compose(text, Loader=yaml.SafeLoader) if text.strip() else None
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    lines = text.split("\n")
    starts = [_with_comments(lines, key.start_mark.line) for key, _ in pairs]
    ends = [*starts[1:], len(lines)]
    made = {"": lines[: starts[0]] if starts else []}
    for (key, _), start, end in zip(pairs, starts, ends, strict=True):
        made[key.value] = lines[start:end]
    return {key: _trimmed(row) for key, row in made.items()}


def _with_comments(lines: Sequence[str], at: int) -> int:
    """The first line of the comments that stand directly above a line."""
    while at > 0 and lines[at - 1].startswith("#"):
        at -= 1
    return at


def _trimmed(row: list[str]) -> list[str]:
    while row and not row[-1].strip():
        row = row[:-1]
    return row


def members(row: Sequence[str]) -> dict[str, list[str]]:
    """The lines of each key below a top-level key whose value is a block mapping."""
    text = "\n".join(row)
    root = yaml.compose(text, Loader=yaml.SafeLoader) if text.strip() else None
    value = root.value[0][1] if isinstance(root, yaml.MappingNode) and root.value else None
    if not isinstance(value, yaml.MappingNode) or value.flow_style:
        return {}
    starts = [key.start_mark.line for key, _ in value.value]
    ends = [*starts[1:], len(row)]
    pairs = zip(value.value, starts, ends, strict=True)
    return {key.value: list(row[start:end]) for (key, _), start, end in pairs}


def joined(parts: Iterable[Sequence[str]]) -> str:
    lines = [line for part in parts for line in part]
    return "".join(f"{line}\n" for line in lines)


def fields(lines: Sequence[str]) -> dict[str, str]:
    """The fields of a member that are one value each."""
    found = yaml.compose("\n".join(lines), Loader=yaml.SafeLoader)
    value = found.value[0][1] if isinstance(found, yaml.MappingNode) and found.value else None
    pairs = value.value if isinstance(value, yaml.MappingNode) else []
    return {key.value: said.value for key, said in pairs if isinstance(said, yaml.ScalarNode)}


def comments(lines: Iterable[str]) -> list[str]:
    """The lines that are comments."""
    return [line for line in lines if line.lstrip().startswith("#")]


def above(lines: Sequence[str]) -> list[str]:
    """The comments above a key."""
    end = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return list(lines[:end])
