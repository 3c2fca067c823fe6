"""What one place of an edition says otherwise than another: what is found, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import content  # noqa: F401 (a fixture)

from yearbook.catalog.contradictions import MESSAGES
from yearbook.issues import Issues
from yearbook.read import load
from yearbook.rules import check

EDITION = "volume: 2016\ncovers: 2016\nfigures: declared\ncontents: [reading{more}]\n"


def said(folder: Path, *codes: str) -> list[str]:
    """The messages of contradictions, or of these codes, with their line."""
    issues = Issues()
    yearbook = load(folder, issues)
    assert yearbook is not None
    check(yearbook, issues, proofread=True)
    known = codes or tuple(MESSAGES)
    return [
        f"{one.place.line}: {one.code} {one.parts('zh')[0]}" for one in issues if one.code in known
    ]


def told(folder: Path, prose: str, **more: str) -> list[str]:
    """What is said of a volume of 2016 with this section, and others by their stem."""
    edition = EDITION.format(more="".join(f", {stem}" for stem in more))
    write(folder / "2016" / "edition.yaml", edition)
    write(folder / "2016" / "reading.md", f"# 阅读推广\n\n{prose}\n")
    for stem, text in more.items():
        ending = "md" if text.startswith("# ") else "yaml"
        write(folder / "2016" / f"{stem}.{ending}", text)
    return said(folder)


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def entries(*prose: str) -> str:
    """Entries with titles that name no subject."""
    titles = ("概况", "服务", "推进", "建设情况", "其他")
    return "\n\n".join(f"## {titles[n]} {{#e{n}}}\n\n{one}" for n, one in enumerate(prose))


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_the_examples_of_the_manual(content: Path, code: str) -> None:  # noqa: F811
    assert [line.split()[1] for line in told(content, MESSAGES[code].wrong)] == [code]
    assert told(content, MESSAGES[code].right) == []


def test_half_width_marks_part_clauses_too(content: Path) -> None:  # noqa: F811
    one = "开展职工优秀技术创新成果评选活动,收集涵盖资源、材料等领域的职工技术创新成果64项,评选出18项职工优秀技术创新成果和27项“五小”(小发明、小革新、小改造、小设计、小建议)创新成果。"
    other = "开展职工优秀技术创新成果和五小成果评选活动,征集成果75项,评选职工优秀技术创新成果18项、五小成果10项,发放奖金6.5万元。"
    assert [line.split()[1] for line in told(content, entries(one, other))] == ["L201", "L201"]


def test_a_list_that_its_number_follows_is_held_against_another(content: Path) -> None:  # noqa: F811
    one = "图书馆设办公室、文献借阅部、读者活动部、地方文献部等4个部室。"
    other = "图书馆设办公室、文献借阅部、读者活动部、地方文献部、技术部5个部室。"
    assert [line.split()[1] for line in told(content, entries(one, other))] == ["L205"]
    assert told(content, entries(one, one.replace("图书馆设", "至年底，有"))) == []
