"""README.txt of a package, for the person who finds it in fifty years."""

from __future__ import annotations

import sys
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from yearbook import __version__
from yearbook.deposit.terms import covered, identifiers, producer, title
from yearbook.libraries import LIBRARIES
from yearbook.model import Edition
from yearbook.render.dates import day as said
from yearbook.render.site import volume_label

BUILD = (
    "    yearbook build --content data/sources/content --templates data/sources/templates"
    " --site site"
)


def readme(edition: Edition, day: date, name: str) -> bytes:
    """Chinese, then English; for the simplest editor of Windows."""
    lines = (*_chinese(edition, day, name), "", "-" * 72, "", *_english(edition, day, name))
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")


def _libraries() -> tuple[str, ...]:
    """What the site was made with, to build it again."""
    made = [f"Python {sys.version_info.major}.{sys.version_info.minor}"]
    for name in sorted(LIBRARIES.values()):
        try:
            made.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    rows = (", ".join(made[start : start + 4]) for start in range(0, len(made), 4))
    return tuple(f"    {row}" for row in rows)


def _chinese(edition: Edition, day: date, name: str) -> tuple[str, ...]:
    imprint = edition.imprint
    start, end = said(edition.covers.start), said(edition.covers.end)
    return (
        title(edition),
        "",
        f"这是《{imprint.title}》{volume_label(edition.volume)}的归档包，记述{start}至{end}的事。",
        *([f"编纂单位：{producer(edition)}"] if producer(edition) else []),
        "年鉴是逐年记述一个单位或一个地方情况的资料书，一年一卷。",
        *([f"修订：{said(edition.revised)}"] if edition.revised else []),
        *(f"标识：{one}" for one in identifiers(edition)),
        *([f"使用许可：{imprint.licence}"] if imprint.licence else []),
        f"装包日期：{said(day)}",
        "",
        "怎样读",
        "  用任何浏览器打开 data/site/index.html。不用联网，不用安装，不需要本程序。",
        "  没有浏览器时，data/sources/content 里是全部文字：.md 和 .yaml 都是纯文本，UTF-8 编码，",
        "  任何文本编辑器都能打开。",
        "    .md（Markdown）：“# ”开头的是题名，“## ”开头的是条目，空行分段，[文字](地址) 是链接，",
        "    [^1] 是注，| 分开的是表格。",
        "    .yaml（YAML）：每行“名称: 值”，缩进的属于上一行，“- ”开头的是一项，# 之后是说明。",
        "",
        "里面有什么",
        "  data/site       这一卷的网站",
        "  data/sources    生成网站的内容和模板",
        "  data/data       数据：figures.csv 各项数据（表格），edition.json 全卷，引文，格式说明",
        "  data/originals  原来的稿件（如有），originals.csv 记着它们原来的名称和校验值",
        "  bag-info.txt、dublin-core.xml  著录",
        "  bagit.txt、manifest-*.txt、tagmanifest-*.txt  BagIt 1.0（RFC 8493）的清单",
        "",
        "怎样证明它完整",
        "  manifest-sha256.txt 列有 data 里每个文件的 SHA-256，",
        "  tagmanifest-sha256.txt 列有其余文件的。",
        "  在这个文件夹里运行（不出声，就是列着的文件都在，都没有改动）：",
        "    sha256sum --check --quiet manifest-sha256.txt",
        "    sha256sum --check --quiet tagmanifest-sha256.txt",
        "  Windows 上逐个算：certutil -hashfile 文件 SHA256，与清单比对。",
        f"  多出来的文件，要用 BagIt 工具，或 yearbook verify {name} 才看得出。",
        "",
        "它是怎样做的",
        f"  由程序 yearbook {__version__}（用 Python 语言写成，MIT 许可）从 data/sources 生成，",
        "  当时的语言和库：",
        *_libraries(),
        "  有这一版程序和这些库，可以再生成一次，逐字节相同：",
        BUILD,
        "  没有也无妨：data/site 不靠程序，data/sources/templates 是 Jinja 模板，都是纯文本。",
    )


def _english(edition: Edition, day: date, name: str) -> tuple[str, ...]:
    imprint = edition.imprint
    revised = edition.revised
    return (
        f"{imprint.title_en or imprint.title}, volume {edition.volume}",
        "",
        "This is the archival package of one volume of a Chinese yearbook, the annual record of"
        " an institution.",
        f"It records the days {covered(edition)}.",
        *([f"Revised: {revised.isoformat()}"] if revised else []),
        *(f"Identifier: {one}" for one in identifiers(edition)),
        *([f"Rights: {imprint.licence}"] if imprint.licence else []),
        f"Packed: {day.isoformat()}",
        "",
        "How to read it",
        "  Open data/site/index.html with any web browser. No network, no installation and none of",
        "  our software is needed.",
        "  Without a browser: data/sources/content has all the words. Files .md and .yaml are",
        "  plain text in UTF-8, which any text editor opens.",
        '    .md (Markdown): "# " begins a title, "## " an entry; a blank line ends a paragraph;',
        "    [words](address) is a link, [^1] a note; bars | divide the cells of a table.",
        '    .yaml (YAML): a line is "name: value"; what is indented belongs to the line above;',
        '    "- " begins an item; words after # explain.',
        "",
        "What is in it",
        "  data/site       the website of this volume",
        "  data/sources    the content and the templates that it is built from",
        "  data/data       data: figures.csv (a table of all figures), edition.json (the whole"
        " volume),",
        "                  citations, and a description of the format",
        "  data/originals  the original manuscripts, if there are any; originals.csv has the names"
        " and",
        "                  digests that they came with",
        "  bag-info.txt, dublin-core.xml                description",
        "  bagit.txt, manifest-*.txt, tagmanifest-*.txt  the lists of BagIt 1.0 (RFC 8493)",
        "",
        "How to prove that it is whole",
        "  manifest-sha256.txt lists the SHA-256 of every file in data, tagmanifest-sha256.txt of"
        " the others.",
        "  In this folder run (silence: every listed file is there and unchanged):",
        "    sha256sum --check --quiet manifest-sha256.txt",
        "    sha256sum --check --quiet tagmanifest-sha256.txt",
        "  On Windows, one by one: certutil -hashfile FILE SHA256, and compare with the list.",
        f"  Files that were added are found by BagIt tools, or by: yearbook verify {name}",
        "",
        "How it was made",
        f"  By the program yearbook {__version__} (in Python, MIT licence) from data/sources,",
        "  with:",
        *_libraries(),
        "  With this version and these libraries it can be built again, byte for byte the same:",
        BUILD,
        "  Nothing is lost without them: data/site needs no program, and data/sources/templates",
        "  are Jinja templates in plain text.",
    )
