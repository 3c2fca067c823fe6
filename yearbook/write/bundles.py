"""Bundles on their way to the disk: as the outputs that they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from yearbook.output import Bundle, Output
from yearbook.write.state import Record


@dataclass(frozen=True, slots=True)
class Resolved:
    """Outputs without bundles; `late`: some of them are left as an earlier build made them."""

    outputs: tuple[Output, ...]
    late: bool


def resolve(
    outputs: Iterable[Output | Bundle], known: dict[str, Record], site: Path, *, defer: bool = False
) -> Resolved:
    """The outputs with each bundle opened: made anew when its key is not the recorded one.

    With `defer` a late bundle is not made; what an earlier build of `site` left of it stays.
    """
    given = tuple(outputs)
    files = [one for one in given if isinstance(one, Output)]
    named = {one.path for one in files}
    late = False
    for bundle in (one for one in given if isinstance(one, Bundle)):
        old = {path: one for path, one in known.items() if bundle.holds(path) and path not in named}
        if old and all(record.key == bundle.key for record in old.values()):
            files += _again(bundle, old)
        elif defer and bundle.late:
            late = True
            files += _as_it_was(old, site)
        else:
            files += [_given(path, bundle.key, data) for path, data in bundle.make().items()]
    return Resolved(tuple(files), late)


def _given(path: str, key: str, data: bytes) -> Output:
    return Output(path, key, lambda: data)


def _again(bundle: Bundle, old: dict[str, Record]) -> Iterator[Output]:
    """The files that are in place; should one be damaged, the bundle is made once for all."""
    made = _once(bundle)
    for path in old:
        yield Output(path, bundle.key, partial(made, path))


def _once(bundle: Bundle) -> Callable[[str], bytes]:
    found: dict[str, bytes] = {}

    def file(path: str) -> bytes:
        if not found:
            found.update(bundle.make())
        return found[path]

    return file


def _as_it_was(old: dict[str, Record], site: Path) -> Iterator[Output]:
    for path, record in old.items():
        if (site / path).is_file():
            yield Output(path, record.key, (site / path).read_bytes)
