"""What the renderers hand to the writer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator

from yearbook.record import positional


@positional
class Output:
    """A path in the site, and a way to make the bytes.

    `path` is relative, with `/`. `key` is a digest of everything the bytes depend on, so that an
    output whose key the last build recorded need not be made again; without one it is made
    whenever its group is. `source` is the file of content that is copied, as issues name it; empty
    for what the program makes.
    """

    path: str
    key: str
    make: Callable[[], bytes]
    source: str = ""


@positional
class Bundle:
    """A folder of files that are made together, since what they are called depends on their bytes.

    `make` gives each path, within `folder`, and its bytes, one after the other; `key` is a digest
    of everything they depend on. `late`: a preview may leave the files of an earlier build in
    place for a while.
    """

    folder: str
    key: str
    make: Callable[[], Iterable[tuple[str, bytes]]]
    late: bool = False

    def holds(self, path: str) -> bool:
        """Whether a path of the site lies in the folder."""
        return path.startswith(f"{self.folder}/")


@positional
class Group:
    """Outputs that one process makes one after another: a unit of work, as the pages of a volume.

    `key` is a digest of everything that they depend on together: a group whose key the last build
    recorded is left as it is, and `outputs` is not called. Without one it is never left.
    """

    name: str
    key: str
    outputs: Callable[[], Iterable[Output | Bundle]]


def flat(groups: Iterable[Group]) -> Iterator[Output | Bundle]:
    """The outputs of groups, one after another."""
    for group in groups:
        yield from group.outputs()


def digest(*parts: object) -> str:
    """A digest of values whose `repr` says all there is to say (frozen data, text, bytes)."""
    made = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()[:32]
