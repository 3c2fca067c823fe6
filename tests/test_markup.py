"""The Markdown that content may use: its words, its HTML, its faults."""

from __future__ import annotations

import time
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yearbook.catalog import CATALOG
from yearbook.markup import ImageView, Mark, Prose, grouped, han, html, parse, text_html
from yearbook.markup.hypertext import Writer

FIGURE = "f_hazards"
SCROLL = '<div class="scroll" tabindex="0" role="group" aria-label="表格，可左右滚动">'


def codes(source: str) -> list[tuple[str, int, int]]:
    """The faults of a source: code, line from 0, column from 1."""
    return [(fault.code, fault.line, fault.column) for fault in parse(source).faults]


def page(source: str, **more: object) -> str:
    return html(parse(source), **more)  # type: ignore[arg-type]


def mark(text: str, wording: str, kind: str = "figure", id: str = FIGURE) -> Mark:
    at = text.index(wording)
    target = "figures.html" if kind == "figure" else "honours.html"
    return Mark(at, at + len(wording), id, f"{target}#{id}", kind)  # type: ignore[arg-type]


def test_paragraphs_lists_quotes_and_emphasis() -> None:
    source = "甲**重**乙*轻*丙`码`。\n\n- 一\n- 二\n    - 三\n\n> 引\n\n---\n\n末"
    prose = parse(source)
    assert prose.text == "甲重乙轻丙码。\n一\n二\n三\n引\n末"
    assert prose.faults == ()
    assert page(source) == (
        "<p>甲<strong>重</strong>乙<em>轻</em>丙<code>码</code>。</p>"
        "<ul><li>一</li><li>二<ul><li>三</li></ul></li></ul>"
        "<blockquote><p>引</p></blockquote><hr><p>末</p>"
    )


def test_a_numbered_list_keeps_its_first_number() -> None:
    assert page("3. 甲\n4. 乙") == '<ol start="3"><li>甲</li><li>乙</li></ol>'
    assert page("1. 甲\n1. 乙") == "<ol><li>甲</li><li>乙</li></ol>"
    assert codes("1. 甲\n1. 乙\n\n另起：\n\n1. 丙") == []


def test_a_table_has_alignment_as_classes() -> None:
    assert page("| 甲 | 乙 |\n| :-: | --: |\n| 一 | 2 |") == (
        f'{SCROLL}<table><thead><tr><th class="center">甲</th><th class="right">乙</th></tr></thead>'
        '<tbody><tr><td class="center">一</td><td class="right">2</td></tr></tbody></table></div>'
    )
    assert parse("| 甲 | 乙 |\n| --- | --- |\n| 一 | 2 |").text == "甲\n乙\n一\n2"


def test_a_definition_list() -> None:
    assert page("查保促\n:   一项活动") == "<dl><dt>查保促</dt><dd>一项活动</dd></dl>"


def test_a_heading_inside_an_entry_gets_an_anchor_that_no_written_id_can_be() -> None:
    source = "甲\n### 讲述人\n乙"
    assert page(source, prefix="care") == '<p>甲</p><h3 id="care_1">讲述人</h3><p>乙</p>'
    assert page(source) == "<p>甲</p><h3>讲述人</h3><p>乙</p>"
    assert [heading.text for heading in parse(source).headings] == ["讲述人"]
    assert parse(source).headings[0].line == 1


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("开展\n活动", "开展活动"),
        ("开展\n**活动**\n以来", "开展活动以来"),
        ("共\n30项", "共30项"),
        ("work\nsafety", "work safety"),
        ("活动，\n“书香”", "活动，“书香”"),
        ("甲  \n乙", "甲\n乙"),
        ("甲\n　　\n乙", "甲\n乙"),
        ("\n\n", ""),
        ("", ""),
    ],
)
def test_line_breaks_beside_han_join_without_a_blank(source: str, text: str) -> None:
    assert parse(source).text == text


def test_escapes_are_undone() -> None:
    assert (
        parse(r"\# 一 \* 二 \[三\] \<四> \&amp; \~ 2017\.").text
        == "# 一 * 二 [三] <四> &amp; ~ 2017."
    )
    assert codes(r"\<b> \&nbsp; \{.x\} \[^a]") == []


def test_a_figure_is_marked_with_its_digits_in_threes_and_no_blanks() -> None:
    prose = parse("整改**30000余项**。")
    assert html(prose, marks=(mark(prose.text, "30000余项"),)) == (
        '<p>整改<strong><a class="n" id="f_hazards" href="figures.html#f_hazards">'
        '30<span class="k">000</span>余项</a></strong>。</p>'
    )


def test_digits_are_grouped_from_five_on() -> None:
    assert grouped("1234") == "1234"
    assert grouped("169337人") == '169<span class="k">337</span>人'
    assert grouped("30,000<") == "30,000&lt;"
    assert grouped("0.123456") == "0.123456"
    assert grouped("12666.5") == '12<span class="k">666</span>.5'


def test_a_mark_across_elements_is_cut_and_keeps_one_anchor() -> None:
    prose = parse("整改300**00余**项。")
    made = html(prose, marks=(mark(prose.text, "30000余项"),))
    assert made.count('id="f_hazards"') == 1
    assert made.count('class="n"') == 3


def test_a_figure_within_an_honour_is_the_link_and_both_have_anchors() -> None:
    prose = parse("获全省10强单位称号。")
    marks = (mark(prose.text, "全省10强单位", "honour", "h_ten"), mark(prose.text, "10强"))
    assert html(prose, marks=marks) == (
        '<p>获<a class="honour" id="h_ten" href="honours.html#h_ten">全省</a>'
        '<a class="n" id="f_hazards" href="figures.html#f_hazards">10强</a>'
        '<a class="honour" href="honours.html#h_ten">单位</a>称号。</p>'
    )


def test_an_honour_that_begins_with_a_figure_still_has_its_anchor() -> None:
    prose = parse("10强单位")
    marks = (mark(prose.text, "10强单位", "honour", "h_ten"), mark(prose.text, "10强"))
    assert html(prose, marks=marks).startswith('<p><span id="h_ten"></span><a class="n"')


def test_a_mark_within_a_link_is_no_second_link() -> None:
    prose = parse("见[30项](x.md)。")
    made = html(prose, marks=(mark(prose.text, "30项"),))
    assert made == '<p>见<a href="x.md"><span class="n" id="f_hazards">30项</span></a>。</p>'


def test_links_are_mapped_and_quiet() -> None:
    prose = parse("见[第5项 12个](care.md#x)和<https://example.org/>、<a@example.org>。")
    assert [(link.href, link.text, link.line, link.column) for link in prose.links] == [
        ("care.md#x", "第5项 12个", 0, 12),
        ("https://example.org/", "https://example.org/", 0, 23),
        ("mailto:a@example.org", "a@example.org", 0, 47),
    ]
    assert [prose.text[a:b] for a, b in prose.quiet] == [link.text for link in prose.links]
    assert '<a href="care.html#x">' in html(prose, links={"care.md#x": "care.html#x"})


def test_notes_are_numbered_in_han_and_linked_both_ways() -> None:
    prose = parse("甲[^scope]乙[^scope]。")
    assert prose.text == "甲乙。"
    assert [(use.id, use.column) for use in prose.notes] == [("scope", 2), ("scope", 11)]
    assert html(prose, notes={"scope": 1}) == (
        '<p>甲<sup class="ref"><a id="r_scope" href="#n_scope" aria-label="校注一">〔一〕</a></sup>'
        '乙<sup class="ref"><a id="r_scope_2" href="#n_scope" aria-label="校注一">〔一〕</a></sup>。</p>'
    )
    assert 'id="r_scope_3"' in html(prose, notes={"scope": 1}, used={"scope": 2})


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (100, "一百"),
     (105, "一百〇五"), (110, "一百一十"), (999, "九百九十九"),
     (1000, "一千"), (1005, "一千〇五"), (1010, "一千〇一十"), (9999, "九千九百九十九"), (10000, "10000")],
)  # fmt: skip
def test_numbers_in_han(number: int, said: str) -> None:
    assert han(number) == said


def test_a_picture_alone_is_a_figure_with_its_caption() -> None:
    source = '![大厅](images/hall.png "大厅 · 周宁摄")'
    prose = parse(source)
    assert prose.text == "大厅 · 周宁摄"
    view = {"images/hall.png": ImageView("images/hall.png", 40, 30)}
    assert html(prose, images=view) == (
        '<figure><img src="images/hall.png" alt="大厅" width="40" height="30" loading="lazy">'
        "<figcaption>大厅 · 周宁摄</figcaption></figure>"
    )
    assert page("见![大厅](a.png)。") == '<p>见<img src="a.png" alt="大厅" loading="lazy">。</p>'


def test_a_table_is_placed() -> None:
    prose = parse("甲\n\n![](tables/x.csv)\n\n乙")
    assert [table.src for table in prose.tables] == ["tables/x.csv"]
    assert prose.images == ()
    assert (
        html(prose, tables={"tables/x.csv": "<table></table>"})
        == "<p>甲</p><table></table><p>乙</p>"
    )
    assert codes("甲![](tables/x.csv)") == [("C207", 0, 6)]


def test_a_correction_shows_the_corrected_word_and_keeps_the_printed_one() -> None:
    prose = parse("第{~~十~>十二~~}{>>据原件改<<}届")
    assert prose.text == "第十二届"
    (reading,) = prose.readings
    assert (reading.printed, reading.corrected, reading.reason) == ("十", "十二", "据原件改")
    assert prose.text[reading.start : reading.end] == "十二"
    assert html(prose) == '<p>第十二<span class="was">〔原作“十”，据原件改〕</span>届</p>'
    assert "〔原缺，补〕" in page("共{~~~>三~~}{>>补<<}人")


def test_the_words_of_a_field_are_written_the_same_way() -> None:
    text = "办理<30000>张"
    assert text_html(text, (mark(text, "30000"),)) == (
        '办理&lt;<a class="n" id="f_hazards" href="figures.html#f_hazards">'
        '30<span class="k">000</span></a>&gt;张'
    )
    assert text_html("") == ""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("甲<b>乙</b>", [("C201", 0, 2)]),
        ("甲\n\n<script>\nalert(1)\n</script>", [("C201", 2, 1)]),
        ("<!-- 注 -->", [("C201", 0, 1)]),
        ("<div\nonclick='x'>", [("C201", 0, 1)]),
        ("<img src=x onerror=alert(1)", [("C201", 0, 1)]),
        ("<?php ?><!DOCTYPE html>", [("C201", 0, 1), ("C201", 0, 9)]),
        ("</b>", [("C201", 0, 1)]),
        ("甲&nbsp;乙&#x4e00;", [("C202", 0, 2), ("C202", 0, 9)]),
        ("甲{.big}", [("C203", 0, 2)]),
        ("甲{: #x }乙{onclick}", [("C203", 0, 2), ("C203", 0, 10)]),
        ("### 题 {#a}", [("C203", 0, 7)]),
        ("甲\n\n    乙", [("C204", 2, 1)]),
        ("```\n甲\n```", [("C204", 0, 1)]),
        ("| 甲 |\n| - |\n| 一 | 二 |", [("C205", 2, 1)]),
        ("共3**000**项", [("C206", 0, 3)]),
        ("共**30**00项", [("C206", 0, 2)]),
        ("{~~甲~>乙~~}", [("C208", 0, 1)]),
        ("> > > > > > > 甲", [("C210", 0, 1)]),
        ("- - - - - - - 甲", [("C210", 0, 1)]),
        ("甲\n===", [("C211", 1, 1)]),
        ("甲\n---", [("C211", 1, 1)]),
        ("#### 甲", [("C212", 0, 1)]),
        ("甲\n#乙", [("C212", 1, 1)]),
        ("2017. 甲", [("C213", 0, 1)]),
        ("甲\n2017. 乙", [("C213", 1, 1)]),
        ("1. 甲\n3. 乙", [("C214", 1, 1)]),
        ("1. 甲\n\n2. 乙\n\n4. 丙", [("C214", 4, 1)]),
        ("甲\n- 乙\n- 丙", [("C215", 1, 1)]),
        ("甲\n1. 乙", [("C215", 1, 1)]),
        ("- 甲\n  - 乙", [("C216", 1, 3)]),
        ("＃＃＃ 甲", [("C217", 0, 1)]),
        ("甲［＾a］", [("C217", 0, 2)]),
        ("甲[^a］", [("C217", 0, 2)]),
        ("［甲］（a.md）", [("C217", 0, 1)]),
        ("[甲]（https://example.org）", [("C217", 0, 1)]),
        ("甲｛#a｝", [("C217", 0, 2)]),
        ("①甲", [("C218", 0, 1)]),
        ("　　甲\n　　乙", [("C219", 1, 1)]),
        ("一、甲\n二、乙", [("C220", 1, 1)]),
        ("（一）甲\n（二）乙", [("C220", 1, 1)]),
        ("1.甲\n2.乙", [("C220", 1, 1)]),
        ("[甲]: a.md", [("C221", 0, 1)]),
        ("甲{~~乙~>丙", [("C222", 0, 2)]),
        ("甲{++乙++}", [("C222", 0, 2)]),
        ("甲\n| 乙 | 丙 |\n| - | - |", []),
        ("甲\n| 乙 | 丙 |\n| --- | --- |", [("C225", 2, 1)]),
        ("| 甲 | 乙 |\n| --- |", [("C226", 1, 1)]),
        ("[<https://a.b>](x.md)", [("C227", 0, 2)]),
        ("[甲[^a]](x.md)", [("C227", 0, 3)]),
    ],
)
def test_what_must_not_be_has_its_code_line_and_column(
    source: str, expected: list[tuple[str, int, int]]
) -> None:
    assert codes(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "P<0.05，a < b，3<5>2，《A&B》，AT&T，R&D;",
        "［附件］（略）、［二〇一七］（全文）、＃1机组、｛甲｝",
        "[甲]、[1]、(a)、{ }、{甲}",
        "2017.9.1、1.5万元、3.14",
        "1. 甲\n2. 乙\n    1. 丙\n    2. 丁\n3. 戊",
        "1. 甲\n\n另一段\n\n5. 乙",
        "甲——乙\n乙-丙",
        "`<b>`、`{.x}`、`&nbsp;`",
        "- 甲\n  接着\n- 乙",
        "*30000*余项、**5个**，**第3**届",
        "甲：\n\n1. 乙\n2. 丙",
        "99. 甲",
        "### 甲\n乙",
        "| 甲 \\| 乙 | 丙 |\n| --- | --- |\n| 一 | `a|b` |",
    ],
)
def test_what_is_fine_is_accepted(source: str) -> None:
    assert codes(source) == []


def test_a_mend_says_what_to_write_instead() -> None:
    def mend(source: str) -> str:
        return str(dict(parse(source).faults[0].args)["mend"].zh)  # type: ignore[attr-defined]

    assert mend("<br>") == "改写为：空一行，另起一段"
    assert mend("<b>甲</b>") == "改写为：**文字**"
    assert mend("<foo>") == r"改用 Markdown；只是尖括号的话写 \<"
    assert mend("<!-- 甲 -->") == "注释独占一行，前后各空一行；要给读者看的，写成校注 [^id]"
    assert mend("&copy;") == "直接写“©”"
    assert mend("&nbsp;") == r"直接写这个字符；要原样显示的话写 \&"


def test_a_closing_tag_is_not_told_of_after_its_opening_one() -> None:
    assert codes("<b>甲</b><b>乙</b>") == [("C201", 0, 1), ("C201", 0, 9)]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("长" * 300_001, "C209"),
        ("[" * 5000, "C223"),
        ("[[甲](" * 900, "C223"),
        ("`a``" * 5000, "C223"),
        ("甲\n\n" * 20_002, "C224"),
        (">" * 5000, "C223"),
        ("> " * 200, "C210"),
        ("- " * 200, "C210"),
        ("".join("    " * n + "- 甲\n" for n in range(40)), "C210"),
    ],
)
def test_hostile_sources_are_refused_at_once(source: str, code: str) -> None:
    start = time.process_time()
    prose = parse(source)
    assert time.process_time() - start < HANGS
    assert [fault.code for fault in prose.faults] == [code]
    assert prose.refused
    assert html(prose) == ""


@pytest.mark.parametrize(
    "unit", ["[a](b)", "*a **b ", "<a ", "{~~", "a_b*c`d[e]", "![a](b\"c) ", "- a\n", "|a|b|\n",
             "> a\n", "a\n: b\n", "### a\n", "1. a\n", "&a;", "“1项”", "</b>", "---\n"],
)  # fmt: skip
def test_time_grows_with_length_alone(unit: str) -> None:
    source = unit * (100_000 // len(unit))
    start = time.process_time()
    html(parse(source))
    assert time.process_time() - start < HANGS


def test_elements_too_deep_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("yearbook.markup.flatten.DEEPEST", 2)
    assert codes("> > 套了两层的引文") == [("C210", 0, 1)]


def test_deep_emphasis_does_no_harm() -> None:
    source = "*a **b " * 60 + "** *" * 60
    assert isinstance(parse(source), Prose)
    assert isinstance(parse("[a" * 30 + "](b)" * 30), Prose)


class Tags(HTMLParser):
    """Checks that tags nest, and collects names and attributes."""

    VOID = frozenset(("br", "hr", "img"))

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert tag != "a" or "a" not in self.stack
        self.attributes.update(name for name, _ in attrs)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


HANGS = 5  # seconds of a processor for 100 KB; what is quadratic takes minutes
ALLOWED = frozenset(
    "p ul ol li dl dt dd blockquote table thead tbody tr th td h3 em strong code a figure"
    " figcaption img br hr sup span div".split()
)
BITS = [
    "甲", "乙丙", "30000余项", "a", " ", "\n", "\n\n", "- ", "1. ", "### ", "> ", "    ", "*", "**", "_",
    "`", "[", "]", "(", ")", "](", "![", "[^n]", "|", "\n|-|-|\n", ": ", "{~~", "~>", "~~}", "{>>", "<<}",
    "<b>", "<script>", "javascript:", "&lt;", "\\", '"', "<", ">", "{.x}", "images/a.png", "tables/x.csv",
    "\x02", "\x03", "\x02klzzwxh:0000\x03", "\u3000", "\t", "---\n", "2017. ", "https://a.b", "<a@b.c>",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join), st.data())
def test_any_source_gives_sound_html_of_allowed_elements(source: str, data: st.DataObject) -> None:
    prose = parse(source)
    spans = [0, 1, len(prose.text) // 2, len(prose.text)]
    start, end = sorted(data.draw(st.tuples(st.sampled_from(spans), st.sampled_from(spans))))
    found = Tags()
    found.feed(html(prose, marks=(Mark(start, end, "f_x", "figures.html#f_x"),), prefix="e"))
    assert not found.stack
    assert found.seen <= ALLOWED
    assert found.attributes <= {"href", "src", "alt", "class", "id", "start", "width", "height",
                                "loading", "aria-label"}  # fmt: skip
    known = {link.href for link in prose.links} | {image.src for image in prose.images}
    assert all(link in known or link.startswith(("#", "figures.html")) for link in found.links)
    assert all(fault.code in CATALOG for fault in prose.faults)
    lines = source.count("\n") + 1
    assert all(0 <= fault.line < lines and fault.column >= 1 for fault in prose.faults)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_no_text_makes_parsing_fail(source: str) -> None:
    Tags().feed(html(parse(source)))


@given(st.text(alphabet="甲乙丙，。30项ab《》“”；", min_size=1, max_size=80))
def test_plain_prose_is_shown_as_it_is(source: str) -> None:
    assert parse(source).text == source
    assert parse(source).faults == ()


def test_parsing_twice_is_parsing_once() -> None:
    assert parse("甲**乙**") is parse("甲**乙**")


MARKED = st.text(alphabet="甲30万<&'\"", min_size=1, max_size=12)
SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4)


@given(MARKED, SPANS, st.integers(0, 4), st.integers(4, 12))
def test_marks_apart_are_written_as_any_others(
    text: str, spans: list[tuple[int, int]], start: int, end: int
) -> None:
    spans = sorted((min(one), max(one)) for one in spans)
    marks = tuple(Mark(a, b, f"f_{n}", "#", "figure") for n, (a, b) in enumerate(spans))
    quick, whole = Writer(text, marks), Writer(text, marks)
    quick.words(start, end)
    whole.escape = escape
    whole.cut(start, end, [one for one in marks if one.start < end and one.end > start])
    assert "".join(quick.out) == "".join(whole.out)
