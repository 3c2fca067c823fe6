"""README.txt, the first thing to read in a reader's zip; for the simplest editor of Windows."""

from __future__ import annotations

from yearbook.model import Edition, Yearbook
from yearbook.render.dates import day
from yearbook.render.labels import T
from yearbook.render.site import volume_label

NAME = "README.txt"


def readme(yearbook: Yearbook) -> bytes:
    """What is in the zip, how it is read, and how its wholeness is proved."""
    lines = (*_chinese(yearbook), "", "-" * 60, "", *_english(yearbook))
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def _chinese(yearbook: Yearbook) -> tuple[str, ...]:
    imprint, editions = yearbook.imprint, yearbook.editions
    volumes = T.join.join(map(_volume, editions))
    return (
        f"{imprint.title}·离线阅读",
        volumes if len(editions) == 1 else f"共{len(editions)}卷：{volumes}",
        "",
        "怎样读：先把ZIP全部解压，再双击文件夹里的 index.html，用浏览器打开。不用联网，不用安装。",
        "文件夹可以拷到别处、改名；里面的文件请不要挪动、改名。",
        *([f"许可：{imprint.licence}"] if imprint.licence else []),
        *([f"网址：{imprint.base_url}"] if imprint.base_url else []),
        "",
        "怎样证明完整：yearbook.sha256 列有每个文件的SHA-256。在这个文件夹里运行",
        "    sha256sum -c yearbook.sha256",
        "或用制作它的程序：yearbook verify 文件夹",
    )


def _volume(edition: Edition) -> str:
    label = volume_label(edition.volume)
    revised = edition.revised
    return f"{label}（{T.revised.format(date=day(revised))}）" if revised else label


def _english(yearbook: Yearbook) -> tuple[str, ...]:
    imprint, editions = yearbook.imprint, yearbook.editions
    volumes = ", ".join(map(_volume_english, editions))
    return (
        f"{imprint.title_en or imprint.title}: for reading offline",
        f"{'Volume' if len(editions) == 1 else 'Volumes'}: {volumes}",
        "",
        "To read: unpack the whole zip, then open index.html in the folder with a browser.",
        "Nothing is installed and no network is used. The folder may be moved and renamed;",
        "leave the files in it where they are.",
        *([f"Licence: {imprint.licence}"] if imprint.licence else []),
        *([f"Address: {imprint.base_url}"] if imprint.base_url else []),
        "",
        "To prove that it is whole: yearbook.sha256 lists the SHA-256 of every file.",
        "In this folder run: sha256sum -c yearbook.sha256",
        "or, with the program that made it: yearbook verify FOLDER",
    )


def _volume_english(edition: Edition) -> str:
    return edition.volume + (f" (revised {edition.revised.isoformat()})" if edition.revised else "")
