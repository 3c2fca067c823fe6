"""Bundles on their way to the disk: as the outputs that they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from yearbook.output import Bundle, Output
from yearbook.write.state import Record


def opened(bundle: Bundle, known: Mapping[str, Record]) -> Iterator[Output]:
    """The outputs of a bundle, made anew unless `known` has all of its files under its key."""
    if known and all(record.key == bundle.key for record in known.values()):
        made = _once(bundle)
        return (Output(path, bundle.key, partial(made, path)) for path in known)
    return (Output(path, bundle.key, partial(bytes, data)) for path, data in bundle.make())


def waits(bundle: Bundle, known: Mapping[str, Record]) -> bool:
    """Whether a preview leaves a bundle for later."""
    return bundle.late and not (
        known and all(record.key == bundle.key for record in known.values())
    )


def as_it_was(known: Mapping[str, Record], site: str) -> list[Output]:
    """What an earlier build left of a bundle."""
    files = ((path, record.key, Path(site) / path) for path, record in known.items())
    return [Output(path, key, file.read_bytes) for path, key, file in files if file.is_file()]


def resolve(
    outputs: Iterable[Output | Bundle], known: Mapping[str, Record] = {}
) -> Sequence[Output]:
    """The outputs with each bundle opened; `known` is what the last build recorded of the site."""
    given = tuple(outputs)
    found = [one for one in given if isinstance(one, Output)]
    named = {one.path for one in found}
    for bundle in (one for one in given if isinstance(one, Bundle)):
        old = {path: one for path, one in known.items() if bundle.holds(path) and path not in named}
        found += opened(bundle, old)
    return found


def _once(bundle: Bundle) -> Callable[[str], bytes]:
    """The files of a bundle that is in place; should one be damaged, it is made once for all."""
    found: dict[str, bytes] = {}

    def file(path: str) -> bytes:
        if not found:
            found.update(bundle.make())
        return found[path]

    return file
