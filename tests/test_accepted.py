"""Odd but good input is accepted without a word, and its words reach the page."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from locking import besides
from reading import READING, content, write

from yearbook.build import Job, outputs
from yearbook.issues import Issues
from yearbook.output import Output

__all__ = ["content"]

ROOT = Path(__file__).parent.parent
PROSE = [
    "他说：“甲‘乙’丙”，《书》〈篇〉。",
    "阅读📚很好👍🏽，𠮷野家𪚥㐂、〇々〆、한국어、ελληνικά、Zürich、Ångström。",
    "- 甲\n    - 乙\n        - 丙\n- 丁",
    "1. 甲\n2. 乙\n    1. 丙\n3. 丁",
    "1. 甲\n1. 乙",
    "名词\n: 解释\n\n另一\n: 解释二",
    "| 甲 | 乙 | 丙 |\n| :--- | :---: | ---: |\n| 一 |  | 三\\|四 |",
    "甲 | 乙\n--- | ---\n一 | 二",
    "| 甲 | 乙 |\n| - | - |\n| 一 | |",
    "甲[^n]，乙[^n]。\n\n[^n]: 第一段。\n\n    第二段。\n\n    - 列表",
    "甲[^n]。\n\n  [^n]: 缩进两格的注。",
    "> 引文\n> 第二行\n\n正文。\n\n---\n\n> - 甲\n>     - 乙",
    "**重要**与*强调*，**“甲”**乙，***五星***，4*5=20。",
    "运行 `check --fix`，见 `[[甲]]`、`**乙**`、`~~丙~~`。",
    "### 一、小标题\n\n文。",
    "见[官网](https://example.org/a?b=1&c=2#d)、<https://example.org/>、<a@example.org>。",
    "见[概述](overview.md)、[读书](../2017/reading.md#contest)、[本节](#evening)。",
    "见[文件](../files/verification.txt)、[2017]5号、[注]、［注］、【注】。",
    "2016—2020年，5至8月，12:30，8时30分，-5℃，占100%，12万余项，30,000元。",
    "共３２人，＃号、｛｝、［］。",
    "\\*甲\\*，\\[乙\\](丙)，\\<b\\>，\\`，\\~\\~，\\_\\_，2\\. 句。",
    "A&B，AT&T，1<2，3 > 2，a<b，$100，5^2，x_1_y，a_b_c，C++、C#、.NET。",
    "@某人 #话题# 10×20=200，±5，≤3，㎡，m²，____（填空）。",
    "（1）甲；（2）乙。分为①甲、②乙。",
    "第{~~十~>十二~~}{>>据原件改<<}届，第{~~一~>二~~} {>>同上<<}次。",
    "第一行\n第二行\nthird line\nfourth",
    "https://example.org/a_b_c 与 www.example.org",
    "一、甲\n\n二、乙\n\n—— 献词……",
    "甲\t乙，甲  \n丙",
    "长" * 20_000,
]
YAML = [
    ("place: 海棠", "place: '海''棠'"),
    ("place: 海棠", 'place: "海\\u68e0"'),
    ("place: 海棠", "place: |-\n  海棠"),
    ("place: 海棠", "# 全行注解\n#无空格\n\nplace: 海棠 # 行末注解"),
    ("place: 海棠", "place: 海棠:县"),
    ("place: 海棠", "place: 海棠：县"),
    ("place: 海棠", "place: C#海棠"),
    ("place: 海棠", 'place: "海棠 #1"'),
    ("place: 海棠", "place: 12:30"),
    ("place: 海棠", "place: no"),
    ("place: 海棠", "place: 010"),
    ("place: 海棠", "place: 海*棠&!%-?@`|>"),
    ("place: 海棠", "'place' :   𠮷📚"),
    ("title: 海棠县图书馆年鉴", "---\ntitle: “海棠”《年鉴》"),
    ("editor: 海棠县图书馆年鉴编辑部", "editor: >-\n  海棠县图书馆\n  年鉴编辑部"),
    ("https://example.org/haitang/", "http://localhost:8000/年鉴"),
    ("https://example.org/haitang/", "https://年鉴.中国/东营"),
    ("https://example.org/haitang/", "https://example.org:8443/a.b/v1.0"),
    ("https://example.org/haitang/", "'http://[::1]:8080/'"),
    ("citation: 2025", "citation: '2015'"),
    ("place: 海棠", "place: 海棠 A&B（1<2）"),
    ("title: 海棠县图书馆年鉴", "title: 2017"),
    ("licence: CC BY 4.0", "licence: https://creativecommons.org/licenses/by/4.0/"),
    ("citation: 2025", "citation: 2025\npublished: 2018-06\nisbn: 978-7-302-51148-9"),
]
FIGURES = [
    "figures:\n  # 藏书\n  holdings:\n    entry: lead\n    label: 藏书\n"
    "    value: 80500 # 册\n    unit: 册\n    as_of: 2016-12-31\n",
    "figures: {\n  holdings: {\n    entry: lead, label: 藏书,\n    value: '80,500', unit: 册,\n"
    "    as_of: 2016-12-31\n"
    "  },\n}\nplain: []\nhonours: []\n",
    '{"figures": {"holdings": {"entry": "lead", "label": "藏书", "value": 80500, "unit": "册",'
    ' "as_of": "2016-12-31"}}}',
]


def pages(content: Path) -> str:
    """The words of all pages, without blanks and marks of notes; there must be no issue."""
    issues = Issues()
    made = outputs(Job(content=content, templates=ROOT / "templates"), issues)
    assert [issue.line("zh") for issue in besides(issues)] == []
    found = [one for one in made if isinstance(one, Output) and one.path.endswith(".html")]
    text = "".join(one.make().decode("utf-8") for one in found)
    bare = re.sub(r'<sup class="ref">.*?</sup>', "", text)
    return re.sub(r"\s", "", html.unescape(re.sub("<[^>]*>", "", bare)))


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_accepted_and_all_its_words_are_shown(content: Path, text: str) -> None:
    before = (content / READING).read_text("utf-8")
    write(content, READING, f"{before}\n{text}\n")
    shown = pages(content)
    words = re.sub(r"\]\([^)\s]*\)|\[\^n\]:?|(?m:^\s*\d\. )", " ", text)
    for word in re.findall(r"\w+", words.replace("_", " ")):
        assert word in shown


@pytest.mark.parametrize(("old", "new"), YAML)
def test_yaml_is_accepted_in_all_its_styles(content: Path, old: str, new: str) -> None:
    text = (content / "yearbook.yaml").read_text("utf-8")
    assert old in text
    write(content, "yearbook.yaml", text.replace(old, new, 1))
    assert pages(content)


@pytest.mark.parametrize("text", FIGURES)
def test_figures_are_accepted_in_block_and_flow_style(content: Path, text: str) -> None:
    write(content, "2016/overview.yaml", text)
    assert "80500册" in pages(content)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_same_words_come_of_all_line_ends_and_marks(
    content: Path, ends: str, mark: str
) -> None:
    before = pages(content)
    for path in (p for p in content.rglob("*") if p.suffix in (".md", ".yaml", ".csv")):
        text = path.read_text("utf-8")
        path.write_bytes(f"{mark}{text}".replace("\n", ends).encode())
    assert pages(content) == before
