"""What a lock finds and what it lets pass, and the file itself."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import EXAMPLES, append, edit, tiny
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from locking import locked
from reading import TINY

from yearbook.build import Job, prepare
from yearbook.issues import ContentError, Issues, Place
from yearbook.lock.changes import change, same
from yearbook.lock.file import Damage, parsed, written
from yearbook.lock.passages import passages
from yearbook.lock.printed import Reading, said
from yearbook.model import Lock
from yearbook.read import load
from yearbook.rules.locks import Standing

__all__ = ["tiny"]
TEMPLATES = Path(__file__).parent.parent / "templates"
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
CORRECTED = "{{~~{}~>{}~~}}{{>>2018-03-05：据原件改<<}}"
Words = tuple[tuple[str, tuple[str, ...]], ...]


def words(content: Path, edition: str = "2017") -> Words:
    """The words of an edition as they would be locked."""
    found = load(content, Issues())
    assert found is not None
    one = next(one for one in found.editions if one.id == edition)
    return tuple((passage.address, passage.lines) for passage in passages(one))


@contextmanager
def content() -> Iterator[Path]:
    """A copy of the tiny yearbook; one for each example that is tried."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(shutil.copytree(TINY, Path(folder, "content")))


def told() -> list[str]:
    """What is said against the tiny yearbook in the current folder, but that it is not locked."""
    issues = Issues()
    try:
        prepare(Job(Path("content"), TEMPLATES), issues)
    except ContentError as error:
        return [f"{one.place} {one.code}" for one in error.issues if one.code != "C340"]
    return [f"{one.place} {one.code}" for one in issues if one.code != "C340"]


def fits(content: Path) -> bool:
    """Whether under each address stands what stood there, in one of the ways it may have been."""
    found = load(content, Issues())
    assert found is not None
    one = next(one for one in found.editions if one.id == "2017")
    now = {passage.address: (passage.lines, *passage.others) for passage in passages(one)}
    before = dict(BEFORE)
    return now.keys() == before.keys() and all(
        any(same(way, before[address]) for way in ways) for address, ways in now.items()
    )


BEFORE = words(TINY)


# any change of what is shown is found, and nothing else


SHOWN = [
    ("2017/reading.md", "# ", "阅读推广"),
    ("2017/reading.md", "## ", "读者活动"),
    ("2017/reading.md", "## ", "夜间开放"),
    ("2017/reading.md", "\n", "面向儿童举办“故事一小时”活动，按季度统计如下。"),
    ("2017/reading.md", "### ", "讲述人"),
    ("2017/reading.md", '"', "夜间开放 · 周宁摄"),
    ("2017/reading.md", "[", "内设机构"),
    ("2017/overview.md", "：", "藏书数据不含分馆。"),
    ("2017/reading.yaml", "label: ", "收到征文"),
    ("2017/reading.yaml", "definition: ", "不含优秀组织奖。"),
    ("2017/reading.yaml", "from: ", "省文化厅"),
    ("2017/reading.yaml", "caption: ", "阅览大厅"),
    ("2017/reading.yaml", "source: ", "借阅部"),
    ("2017/reading.yaml", "{name: ", "周宁"),
    ("2017/tables/story-hour.csv", "", "一季度"),
    ("2017/leaders.yaml", "office: ", "副馆长"),
    ("2017/leaders.yaml", "note: ", "任免时间以文件为准。"),
    ("2017/departments.yaml", "kind: ", "科室"),
    ("2017/duties.yaml", "text: ", "为公众提供图书借阅服务。"),
    ("2017/milestones.yaml", "date: ", "2017-03-12"),
    ("2017/references.yaml", "author: ", "海棠县志编纂委员会"),
    ("2017/references.yaml", "title: ", "参考资料"),
    ("2017/edition.yaml", "title: ", "业务工作"),
    ("2017/edition.yaml", "volume: ", "2017"),
    ("yearbook.yaml", "title: ", "海棠县图书馆年鉴"),
]


@pytest.mark.parametrize(("name", "before", "said"), SHOWN)
@given(data=st.data())
@settings(max_examples=4, deadline=None)
def test_any_change_of_what_is_shown_is_found(
    name: str, before: str, said: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(said) - 1))
    new = "3" if said[at].isdigit() else data.draw(HAN)
    made = said[:at] + new + said[at + data.draw(st.integers(0, 1)) :]
    if re.fullmatch(r"[0-9-]+", said):
        made = said[:-1] + "3"
    assume(made != said)
    with content() as folder:
        edit(folder / name, before + said, before + made)
        assert words(folder) != BEFORE


QUIET: list[tuple[str, str, str]] = [
    ("2017/reading.yaml", "title_en: Reading for all", "title_en: Reading"),
    ("2017/reading.yaml", "summary_en: Evening", "summary_en: Long evening"),
    ("2017/reading.yaml", "keywords: [夜间开放, 延时服务]", "keywords: [开放]"),
    ("2017/reading.yaml", "    state: 定稿\n", "    editor: 周宁\n"),
    ("2017/reading.yaml", 'aliases: ["reading.html#night"]', 'aliases: ["reading.html#dusk"]'),
    ("2017/reading.yaml", "plain: [前10名]", "plain: [10名]"),
    ("2017/reading.md", "全年围绕“书香海棠”开展活动。", "全年围绕“书香海棠”\n**开展**活动。"),
    ("2017/reading.md", "，参见[上年](../2016/reading.md#evening)", "，参见[上年](https://a.cn/)"),
    ("2017/reading.md", "[^teller]", "[^who]"),
    ("2017/reading.md", "开展活动。\n", "开展活动。\n\n<!-- 待核 -->\n"),
    ("2017/overview.md", "万余人次。推行", "万余人次。\n\n推行"),
    ("2017/overview.md", "\n", "\r\n"),
    ("2017/edition.yaml", "[reading, milestones]", "[milestones, reading]"),
    ("2017/edition.yaml", "highlights: [holdings, visits]", "highlights: []"),
    ("2017/edition.yaml", "revised: 2018-06-30", "isbn: 978-7-302-51722-9"),
    ("names.yaml", "1958", "1957"),
]


@pytest.mark.parametrize(("name", "old", "new"), QUIET)
def test_what_is_not_shown_may_change(name: str, old: str, new: str) -> None:
    with content() as folder:
        edit(folder / name, old, new)
        assert fits(folder)


@given(order=st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_and_style_of_yaml_may_change(order: Any) -> None:
    with content() as folder:
        for file in sorted(folder.glob("2017/*.yaml")):
            values = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
            keys = sorted(values)
            order.shuffle(keys)
            made = yaml.safe_dump({key: values[key] for key in keys}, allow_unicode=True)
            text = "".join(f"{line}  # 注\n" for line in made.splitlines()[:1])
            file.write_text(text + made.partition("\n")[2], "utf-8")
        assert fits(folder)


# corrections lead back to what was printed


@given(data=st.data(), new=st.text(HAN, max_size=4))
@settings(max_examples=40, deadline=None)
def test_a_correction_in_prose_leads_back(data: st.DataObject, new: str) -> None:
    line = "面向儿童举办“故事一小时”活动，按季度统计如下。"
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    assume(line[start:end] != new and (new or end > start))
    made = CORRECTED.format(line[start:end], new)
    with content() as folder:
        edit(folder / "2017/reading.md", line, line[:start] + made + line[end:])
        assert fits(folder)


FIGURES = [
    ("收到征文450篇", "收到征文{}篇", "450", "451", "value: 450", "value: 451"),
    ("收到征文450篇", "收到{}", "征文450篇", "征文4500篇", "value: 450", "value: 4500"),
    ("收到征文450篇", "收到征文45{}篇", "0", "1", "value: 450", "value: 451"),
    ("收到征文450篇", "{}", "收到征文450篇", "收到征文50篇", "value: 450", "value: 50"),
    (
        "收到征文450篇",
        "收到征文{}",
        "450篇",
        "约450件",
        "450, unit: 篇",
        "450, unit: 件, approx: 约",
    ),
    ("获全省全民", "获全省{}", "全民", "公众", "title: 全省全民", "title: 全省公众"),
]


@pytest.mark.parametrize(("line", "now", "old", "new", "was", "value"), FIGURES)
def test_a_figure_and_an_honour_are_corrected_with_their_sentence(
    line: str, now: str, old: str, new: str, was: str, value: str
) -> None:
    with content() as folder:
        made = line.replace(line, now.format(CORRECTED.format(old, new)))
        edit(folder / "2017/reading.md", line, made)
        edit(folder / "2017/reading.yaml", was, value)
        assert fits(folder)


@pytest.mark.parametrize(
    ("stem", "old", "new", "correction"),
    [
        ("leaders", "副馆长", "馆长", "{at: zhou-ning, printed: 副馆长, corrected: 馆长"),
        ("leaders", ", note: 任免时间以文件为准。", "", "{at: zhou-ning, corrected: '2017-11-30', printed: \"2017-11-30\\n校注：任免时间以文件为准。\""),
        ("leaders", "title: 领导名录", "title: 领导", "{printed: 领导名录, corrected: 领导"),
        ("reading", "label: 收到征文", "label: 征文", "{at: f_essays-received, printed: 收到征文, corrected: 征文"),
        ("reading", "from: 省文化厅", "from: 文化厅", "{at: h_national-reading, printed: 省文化厅, corrected: 文化厅"),
        ("reading", "units: 场、人次", "units: 场、人", "{at: story-hours, printed: 场、人次, corrected: 场、人"),
    ],
)  # fmt: skip
def test_a_correction_of_yaml_leads_back(stem: str, old: str, new: str, correction: str) -> None:
    with content() as folder:
        file = folder / f"2017/{stem}.yaml"
        edit(file, old, new)
        append(file, f"corrections:\n  - {correction}, date: 2018-03-05, reason: 据原件}}\n")
        assert fits(folder)


def test_a_cell_that_is_a_figure_is_corrected_with_its_row() -> None:
    with content() as folder:
        edit(folder / "2017/tables/story-hour.csv", "6,180", "6,190")
        row = 'printed: "一季度,6,180", corrected: "一季度,6,190", date: 2018-03-05, reason: 改'
        append(folder / "2017/reading.yaml", f"corrections: [{{at: story-hours, {row}}}]\n")
        assert fits(folder)


def test_a_title_of_a_category_is_corrected_in_the_edition() -> None:
    with content() as folder:
        edit(folder / "2017/edition.yaml", "title: 业务工作", "title: 业务")
        row = "{at: work, printed: 业务工作, corrected: 业务, date: 2018-03-05, reason: 改}"
        append(folder / "2017/edition.yaml", f"corrections: [{row}]\n")
        assert fits(folder)


def test_what_was_corrected_twice_leads_back_to_the_first() -> None:
    with content() as folder:
        edit(folder / "2017/leaders.yaml", "office: 副馆长", "office: 总馆长")
        append(
            folder / "2017/leaders.yaml",
            "corrections:\n"
            "  - {at: zhou-ning, printed: 馆长, corrected: 总馆长, date: 2019-01-01, reason: 又改}\n"
            "  - {at: zhou-ning, printed: 副馆长, corrected: 馆长, date: 2018-03-05, reason: 改}\n",
        )
        assert fits(folder)


def test_a_correction_that_was_there_at_the_release_may_get_its_day_later(tiny: Path) -> None:
    file = Path("content/2016/reading.md")
    edit(file, "每周五", "{~~每周四~>每周五~~}{>>据公告改<<}")
    locked()
    assert told() == []
    edit(file, "{>>据公告改", "{>>2018-03-05：据公告改")
    assert told() == []
    edit(file, "每周四~>每周五", "每周四~>每周六")
    assert told() == []
    edit(file, "{~~每周四~>每周六~~}{>>2018-03-05：据公告改<<}", "每周六")
    assert told() == ["content/2016/reading.md:3:1 C341"]


def test_what_was_added_is_said_to_be(tiny: Path) -> None:
    locked()
    append("content/2016/reading.md", "\n## 补记 {#more}\n\n冬季3天不延长。\n")
    append(
        "content/2016/reading.yaml",
        "figures:\n  days: {entry: more, label: 甲, value: 3, unit: 天}\n",
    )
    assert told() == ["content/2016/reading.md:7:1 C343"]
    append(
        "content/2016/reading.yaml", "corrections: [{at: more, date: 2018-03-05, reason: 补录}]\n"
    )
    assert told() == []


def test_a_figure_that_is_declared_later_is_no_change(tiny: Path) -> None:
    edit("content/2016/reading.md", "夏季", "夏季3天")
    locked()
    append(
        "content/2016/reading.yaml",
        "figures:\n  days: {entry: evening, label: 甲, value: 3, unit: 天}\n",
    )
    assert told() == []


@pytest.mark.parametrize(
    ("row", "printed"),
    [
        (Reading(1, 4, "30"), ("30人",)),
        (Reading(0, 5, "约351人"), ("351人", "约351人")),
        (Reading(0, 9, "共3510人参加会议"), ("3510人",)),
        (Reading(1, 1, "约"), ("351人", "约351人")),
        (Reading(5, 7, "出席"), ("351人", "351人出席")),
        (Reading(7, 9, "大会"), ("351人",)),
    ],
)
def test_a_span_leads_back_to_what_was_printed(row: Reading, printed: tuple[str, ...]) -> None:
    assert said("共351人参加会议", 1, 5, [row]) == printed


# addresses


def test_what_is_renamed_keeps_its_old_address(tiny: Path) -> None:
    locked("2017")
    edit("content/2017/reading.md", "夜间开放 {#evening}", "夜间开放 {#night-hours}")
    edit("content/2017/overview.md", "#evening", "#night-hours")
    file = "content/2017/reading.yaml"
    edit(file, "  evening:\n", "  night-hours:\n")
    edit(file, "entry: evening", "entry: night-hours")
    edit(file, '"reading.html#night"', '"reading.html#night", "reading.html#evening"')
    edit(file, "essays-received: {", 'essays: {aliases: ["reading.html#f_essays-received"], ')
    edit("content/2017/edition.yaml", "applied: essays-received", "applied: essays")
    edit(
        file,
        "id: national-reading",
        'id: reading-award, aliases: ["reading.html#h_national-reading"]',
    )
    edit(file, "id: hall", 'id: great-hall, aliases: ["reading.html#hall"]')
    edit(file, "  story-hours: {", '  stories: {aliases: ["reading.html#story-hours"], ')
    edit(file, "table: story-hours", "table: stories")
    edit(
        "content/2017/leaders.yaml",
        "id: zhou-ning",
        'id: zhou, aliases: ["leaders.html#zhou-ning"]',
    )
    assert told() == []


def test_an_entry_takes_its_figures_and_honours_along(tiny: Path) -> None:
    locked("2017")
    move_contest("content/2017/overview")
    edit(
        "content/2017/overview.yaml", "contest: {}", 'contest: {aliases: ["reading.html#contest"]}'
    )
    assert told() == []


def test_an_entry_may_move_to_another_edition(tiny: Path) -> None:
    locked("2017")
    edit(
        "content/2017/edition.yaml",
        "[{title: 征文评奖, applied: essays-received, recognised: [essays-awarded]}]",
        "[{title: 开放, applied: visits, recognised: [holdings]}]",
    )
    move_contest("content/2016/overview")
    late = "content/2016/overview.yaml:5:5 C311"  # the honour is of 2017
    assert told() == [late, "content/2017/reading.md C342"]
    edit(
        "content/2016/overview.yaml",
        "contest: {}",
        'contest: {aliases: ["../2017/reading.html#contest"]}',
    )
    assert told() == [late]


def move_contest(stem: str) -> None:
    """Move the entry on the contest, with its figures and honour, into another section."""
    prose, data = Path("content/2017/reading.md"), Path("content/2017/reading.yaml")
    head, _, entry = prose.read_text("utf-8").partition("## 征文大赛 {.group}")
    prose.write_text(head, "utf-8")
    append(f"{stem}.md", entry)
    text = data.read_text("utf-8")
    lines = [line for line in text.splitlines(True) if "entry: contest" in line]
    data.write_text(
        "".join(x for x in text.splitlines(True) if x not in lines and x != "honours:\n"), "utf-8"
    )
    figures, honours = lines[:2], lines[2:]
    edit(
        f"{stem}.yaml",
        "figures:\n",
        f"entries:\n  contest: {{}}\nhonours:\n{''.join(honours)}figures:\n{''.join(figures)}",
    )


def test_a_draft_keeps_no_address_of_a_released_edition(tiny: Path) -> None:
    locked("2017")
    edit("content/2017/leaders.yaml", "id: zhou-ning", "id: zhou")
    edit("content/2017/reading.md", "，参见[上年](../2016/reading.md#evening)", "，参见上年")
    Path("content/2016/reading.yaml").write_text('aliases: ["../2017/leaders.html#zhou-ning"]\n')
    edit("content/2016/edition.yaml", "status: released", "status: draft")
    assert told() == ["content/2017/leaders.yaml:5:5 C342"]


def test_an_alias_that_was_released_stays_too(tiny: Path) -> None:
    locked("2017")
    edit("content/2017/reading.yaml", '    aliases: ["reading.html#night"]\n', "")
    assert told() == ["content/2017/reading.md C342"]


def test_of_a_section_that_does_not_read_nothing_is_said(tiny: Path) -> None:
    locked("2017")
    edit("content/2017/leaders.yaml", "name: 单文君", "nane: 单文君")
    edit("content/2017/duties.yaml", "收集", "搜集")
    assert told() == [
        "content/2017/duties.yaml:5:5 C341",
        "content/2017/leaders.yaml:4:23 C101",
    ]


# the file


LINES = st.lists(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(
        lambda line: line == line.strip()
    ),
    max_size=3,
)
PASSAGES = st.dictionaries(
    st.from_regex(r"[a-z]{1,8}\.html(#[a-z]{1,8})?", fullmatch=True), LINES, min_size=1, max_size=6
)


def lock_of(rows: dict[str, list[str]]) -> Lock:
    made = tuple((address, tuple(lines)) for address, lines in rows.items())
    return Lock(edition="2016", released="2018-03-05", passages=made, at=Place("edition.lock"))


@given(rows=PASSAGES)
@settings(deadline=None)
def test_a_lock_reads_as_it_was_written(rows: dict[str, list[str]]) -> None:
    lock = lock_of(rows)
    assert parsed(written(lock), lock.at) == lock


@given(rows=PASSAGES, data=st.data())
@settings(deadline=None)
def test_no_edit_of_a_lock_goes_unnoticed(rows: dict[str, list[str]], data: st.DataObject) -> None:
    lock = lock_of(rows)
    text = written(lock).rstrip("\n")
    start = text.index("format:")
    at = data.draw(st.integers(start, len(text) - 1))
    new = data.draw(st.sampled_from(["", "0", "\n", "x", " ", "年"]))
    made = text[:at] + new + text[at + 1 :]
    assume([*filter(None, made.split("\n"))] != [*filter(None, text.split("\n"))])
    found = parsed(made, lock.at)
    assert isinstance(found, Damage) or (found.edition, found.passages) != ("2016", lock.passages)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_mark_may_change(tiny: Path, end: str, mark: str) -> None:
    locked()
    file = Path("content/2016/edition.lock")
    text = file.read_text("utf-8").replace("\n", end)
    file.write_bytes((mark + text).encode("utf-8"))
    assert told() == []


def test_the_comments_at_its_head_may_change(tiny: Path) -> None:
    locked()
    edit("content/2016/edition.lock", "# 本卷", "# 此卷")
    assert told() == []


# the excerpt


@pytest.mark.parametrize(
    ("was", "now", "old", "new"),
    [
        ("第十届大赛", "第十二届大赛", "十届", "十二届"),
        ("共30000元。", "共35000元。", "30000", "35000"),
        ("甲。乙丙。丁。", "甲。乙戊。丁。", "丙", "戊"),
        ("甲。\n乙。", "甲。", "乙。", ""),
        ("甲。", "甲。\n乙。", "", "乙。"),
        ("PM2.5值", "PM10值", "PM2.5", "PM10"),
    ],
)
def test_the_words_that_differ(was: str, now: str, old: str, new: str) -> None:
    found = change(was.split("\n"), now.split("\n"))
    assert (found.old, found.new) == (old, new)


def test_a_long_change_is_cut() -> None:
    found = change(["甲" * 300], ["乙" * 300])
    assert len(found.was) < 70 and "……" in found.was


def test_a_paragraph_may_begin_where_a_sentence_ends() -> None:
    assert same(("甲。乙。",), ("甲。", "乙。"))
    assert not same(("甲乙",), ("甲", "乙"))
    assert not same(("甲。",), ("甲。", "乙。"))


def test_editions_that_are_not_locked_are_not_compared(tiny: Path) -> None:
    edit("content/2016/reading.md", "每周五", "每周六")
    assert told() == []


def test_passages_of_an_edition_without_sections() -> None:
    found = load(TINY, Issues())
    assert found
    bare = replace(found.editions[0], contents=())
    assert [one.address for one in passages(bare)] == ["index.html"]


def test_passages_are_kept_of_few_editions_only() -> None:
    found = load(EXAMPLES / "content", Issues())
    assert found
    now = Standing(found)
    for edition in ("2017", "2019", "2020", "2021"):
        assert bool(now.of(edition)) == (edition != "2021")  # of drafts nothing
    assert list(now.known) == ["2019", "2020", "2021"]
