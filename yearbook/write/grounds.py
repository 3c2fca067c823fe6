"""Whether a folder may be written as the site, and what it means when the disk says no."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from yearbook.issues import Issue, Place, UseError, Words
from yearbook.write.manifest import listed

CODES = {
    errno.EACCES: "S014",
    errno.EPERM: "S014",
    errno.EROFS: "S015",
    errno.ENOSPC: "S016",
    errno.EDQUOT: "S016",
    errno.ENAMETOOLONG: "S017",
    errno.EBUSY: "S020",
    errno.EXDEV: "S020",
}


def check_grounds(site: Path, content: Path, templates: Path) -> None:
    """`UseError` when building into `site` would write over, or into, what it is made from."""
    real = site.resolve()
    if site.is_symlink():
        raise UseError(Issue(Place(site.as_posix()), "S011"))
    if site.exists() and not site.is_dir():
        raise UseError(Issue(Place(site.as_posix()), "S010"))
    program = Path(__file__).parent.parent
    inside = (
        (content, Words("内容文件夹", "the content folder")),
        (templates, Words("模板文件夹", "the templates folder")),
        (program, Words("程序自身", "the program itself")),
    )
    holding = (
        *inside,
        (Path.cwd(), Words("当前文件夹", "the current folder")),
        (Path.home(), Words("用户主文件夹", "your home folder")),
    )
    for folder, what in holding:
        if folder.resolve().is_relative_to(real):
            raise _overlap(site, what, Words("会包含", "would hold"))
    for folder, what in inside:
        if real.is_relative_to(folder.resolve()):
            raise _overlap(site, what, Words("会落入", "would lie in"))


def _overlap(site: Path, what: Words, how: Words) -> UseError:
    return UseError(Issue(Place(site.as_posix()), "S013", (("how", how), ("what", what))))


def refuse_strangers(site: Path, found: Iterable[str]) -> None:
    """`UseError` when `site` holds files, among those `found`, that the program did not write."""
    ours = listed(site)
    strangers = sorted(path for path in found if path not in ours)
    if strangers:
        names = "、".join(strangers[:3]), ", ".join(strangers[:3])
        more = len(strangers) - 3
        rest = (f" 等 {len(strangers)} 个文件", f" and {more} more") if more > 0 else ("", "")
        said = Words(names[0] + rest[0], names[1] + rest[1])
        raise UseError(Issue(Place(site.as_posix()), "S012", (("files", said),)))


@contextmanager
def told(site: Path) -> Iterator[None]:
    """Within it an error of the disk is a `UseError` that says what it means for the site."""
    try:
        yield
    except OSError as error:
        raise UseError(disk_fault(error, site)) from error


def disk_fault(error: OSError, site: Path) -> Issue:
    """What an error of the disk means for the site, and what can be done."""
    code = CODES.get(error.errno or 0, "S019")
    reason = error.strerror or str(error)
    return Issue(Place(site.as_posix()), code, (("reason", reason),))
