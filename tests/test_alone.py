"""One edition alone: the site of a yearbook that has no other, and nothing that leads to one."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from building import EXAMPLES, TEMPLATES, append, edit, tiny

from yearbook import alone
from yearbook.build import Job, outputs
from yearbook.issues import ContentError, Issues, UseError
from yearbook.output import Bundle, Output
from yearbook.write.bundles import resolve

LINK = re.compile(r'(?:href|src)="([^"#]*)(?:#([^"]*))?"')
NOWHERE = Path("no-site")
__all__ = ["tiny"]
EDITIONS = ("2017", "2019", "2020", "2021")


def made(outputs: list[Output | Bundle]) -> dict[str, bytes]:
    return {one.path: one.make() for one in resolve(outputs)}


def site_of(edition: str, content: Path, *, drafts: bool = True) -> dict[str, bytes]:
    """The files of the site of one edition."""
    job = Job(content, TEMPLATES, NOWHERE, drafts)
    return made(list(alone.outputs(job, edition, Issues())))


def dead(files: Mapping[str, bytes]) -> list[tuple[str, str, str]]:
    """The links of pages that lead to no file, or to no anchor of it."""
    return [
        (page, path, anchor)
        for page, data in files.items()
        if page.endswith(".html") and page != "404.html"
        for path, anchor in LINK.findall(data.decode())
        if not re.match(r"[a-z]+:", path) and not is_there(files, page, path, anchor)
    ]


def is_there(files: Mapping[str, bytes], page: str, path: str, anchor: str) -> bool:
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    held = files.get(target, b"").decode("utf-8", "replace")
    return bool(held) and (not anchor or f'id="{anchor}"' in held)


@pytest.mark.parametrize("edition", ["2019", "2020"])
def test_no_link_is_dead_and_nothing_speaks_of_other_editions(edition: str) -> None:
    files = site_of(edition, EXAMPLES / "content")
    assert dead(files) == []
    others = [other for other in EDITIONS if other != edition]
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    said = [(path, f"{x}/") for path, text in pages.items() for x in others if f"{x}/" in text]
    assert said == []
    assert not [path for path in files if path.split("/")[0] in others]
    assert {"index.html", f"{edition}/index.html", "search.html", "about.html"} < pages.keys()
    assert not {"years.html", "compare.html"} & pages.keys()


def test_a_link_to_another_edition_leaves_its_words(tiny: Path) -> None:
    assert "[上年](../2016/reading.md#evening)" in Path("content/2017/reading.md").read_text()
    page = site_of("2017", Path("content"))["2017/reading.html"].decode()
    assert "共接待读者3200人次，参见上年。" in re.sub(r"<[^>]*>", "", page)
    assert ">上年<" not in page


def test_the_home_page_says_which_volume_it_is(tiny: Path) -> None:
    home = site_of("2016", Path("content"))["index.html"].decode()
    assert "记事的年鉴，这里是2016卷。" in home
    assert "最近一卷" not in home


def test_its_data_are_those_of_the_whole_site(tiny: Path) -> None:
    job = Job(Path("content"), TEMPLATES, NOWHERE)
    whole, one = made(outputs(job, Issues())), site_of("2017", Path("content"))
    data = [path for path in whole if path.startswith("data/2017/")]
    assert len(data) > 4
    assert [path for path in data if whole[path] != one[path]] == []
    assert json.loads(one["data/2017/edition.json"])


def test_only_the_files_that_it_links_are_in_it(tiny: Path) -> None:
    folder = Path("content/files")
    for name in ("scan.pdf", "tour/index.html", "tour/hall.js", "other/x.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(name)
    append(
        "content/2016/reading.md",
        "\n见[影印](../files/scan.pdf)和[导览](../files/tour/index.html)。\n",
    )
    extras = {"scan.pdf", "tour/index.html", "tour/hall.js", "other/x.txt", "verification.txt"}
    assert extras & site_of("2016", Path("content")).keys() == {
        "scan.pdf",
        "tour/index.html",
        "tour/hall.js",
    }


def test_old_addresses_within_it_lead_on_those_of_others_are_gone(tiny: Path) -> None:
    edit(
        "content/2017/reading.yaml",
        "title_en: Reading",
        "aliases: [books.html, ../2016/books.html]\ntitle_en: Reading",
    )
    files = site_of("2017", Path("content"))
    assert b'href="reading.html' in files["2017/books.html"]
    assert not any(path.startswith("2016/") for path in files)


def test_an_edition_that_is_not_there(tiny: Path) -> None:
    with pytest.raises(UseError, match=r"S060 there is no edition 2071 — did you mean .2017"):
        site_of("2071", Path("content"))


def test_an_error_in_any_edition_is_told(tiny: Path) -> None:
    append("content/2016/reading.md", "\n[无](none.md)\n")
    with pytest.raises(ContentError, match="C239"):
        site_of("2017", Path("content"))
