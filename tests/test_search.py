"""Search finds every entry that contains the words, and nothing else, offline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import AT, IMPRINT, VOLUME_2015, entry, figure, theme, year

from yearbook import model, words
from yearbook.issues import Issues, Place
from yearbook.model import Category, Edition, Event, Item, Note, Section, Table, Yearbook
from yearbook.output import Output
from yearbook.parts import Parts
from yearbook.read import load
from yearbook.render import assets, search
from yearbook.render.site import Site, site
from yearbook.search import chapters, maps, sharded
from yearbook.search.codes import DIGITS, STOPPERS, coded
from yearbook.search.normal import DROPPED, LOWER, normal
from yearbook.search.postings import from_bytes, postings, to_bytes
from yearbook.search.small import pack
from yearbook.search.units import units

EXAMPLES = Path(__file__).parent.parent / "examples" / "content"


def volume(id: str, *sections: Section) -> Edition:
    return replace(
        VOLUME_2015, id=id, volume=id, covers=year(int(id)), contents=(Category(sections=sections),)
    )


def section(stem: str, *entries: model.Entry, **more: Any) -> Section:
    return Section(stem=stem, title=f"分目{stem}", at=AT, entries=entries, **more)


def made(*editions: Edition) -> Site:
    return site(Yearbook(imprint=IMPRINT, editions=editions), theme(), "search.html")


def handed_over(script: bytes) -> list[Any]:
    """The name and the data that a script of the search hands over, as the browser reads them."""
    said = script.decode("utf-8")
    assert said.startswith("yearbookSearch(")
    data: list[Any] = json.loads(f"[{said[len('yearbookSearch(') : -len(');') - 1]}]")
    return data


@pytest.fixture(scope="module")
def examples() -> Yearbook:
    found = load(EXAMPLES, Issues())
    assert found
    return found


def every_unit(yearbook: Yearbook) -> Iterator[tuple[tuple[str, str, str], str, str]]:
    """Edition, stem and id of each unit with its title and body."""
    for one in made(*yearbook.editions).volumes:
        for section in one.sections:
            for unit in units(one, section):
                yield (one.edition.id, section.stem, unit.id), unit.title, unit.body


# The text that is compared


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("“五小”成果", "五小成果"),
        ("《云川 市志》（第一卷）", "云川市志第一卷"),
        ("３０，０００余项", "30000余项"),
        ("30,000,000", "30000000"),
        ("1,2345、12,34", "1,2345、12,34"),
        ("116.97万元", "116.97万元"),
        ("GB／T　7714", "gb/t7714"),
        ("安全、生产。\n下一段", "安全、生产。\n下一段"),
        ("𠮷野家", "𠮷野家"),
    ],
)
def test_text_is_compared_in_its_normal_form(text: str, compared: str) -> None:
    assert normal(text) == compared


@given(st.text())
def test_the_normal_form_is_its_own(text: str) -> None:
    assert normal(normal(text).replace(",", "")) == normal(text).replace(",", "")


KINDS = st.sampled_from("年鉴，。：！ＡｂＺ０１ａÀßİΣ一,1２ \n\u3000“”（）𠮷～｡\xad")


@given(st.text(KINDS) | st.text())
def test_only_what_has_another_form_is_translated(text: str) -> None:
    wide = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    plain = re.sub(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "", text.translate(wide))
    assert normal(text) == DROPPED.sub("", plain).translate(LOWER)


# What is found


def test_an_entry_is_found_by_all_its_words() -> None:
    source = "正文[^a]，{~~第十届~>第十二届~~}{>>据档案改<<}。\n\n- 列项\n\n![](tables/x.csv)"
    table = Table(
        id="t", entry="one", caption="表题", file="tables/x.csv", at=AT, rows=(("头",), ("格",))
    )
    note = model.Note(id="a", source="注文", at=AT)
    one = section("one", entry("one", "标题", source), notes=(note,), tables=(table,))
    ((_, title, body),) = every_unit(Yearbook(imprint=IMPRINT, editions=(volume("2017", one),)))
    assert title == "标题"
    assert body == "正文，第十二届。\n列项\n表题\n头\n格\n注文\x1e正文，第十届。\n据档案改"


def test_records_are_found_by_what_the_page_shows(examples: Yearbook) -> None:
    found = {where: (title, body) for where, title, body in every_unit(examples)}
    assert found["2019", "leaders", "qiu-heng"] == (
        "仇恒",
        "副主席\n2012年3月—2018年11月20日\n2018年11月退休。",
    )
    assert found["2019", "milestones", "cool-summer"] == ("", "2018年7月\n首批清凉驿站开放。")
    assert found["2019", "duties", "care"][1] == "帮助困难职工解决生活中的问题。\n由帮扶中心承办。"
    assert found["2019", "skills", "emblem"] == ("大赛会徽", "生产保护部\n以云与川合成。")
    assert found["2019", "overview", "lead"][0] == "概述"


def test_a_table_that_belongs_to_no_entry_is_a_unit() -> None:
    table = Table(
        id="t", entry="", caption="表题", file="tables/x.csv", at=AT, rows=(("头",), ("格",))
    )
    one = section("one", entry("lead", "分目", "文。"), tables=(table,))
    units = list(every_unit(Yearbook(imprint=IMPRINT, editions=(volume("2017", one),))))
    assert units[1] == (("2017", "one", "t"), "表题", "头\n格")


# The stores


def test_a_small_yearbook_is_one_script(examples: Yearbook) -> None:
    name, data = handed_over(pack(made(*examples.editions)))
    assert name == "all"
    assert [id for id, _ in data["editions"]] == ["2017", "2019", "2020", "2021"]
    assert data["volumes"][0][0][:3] == ["overview", "概述", "机构"]
    units = [(unit[2], unit[3]) for volume in data["volumes"] for one in volume for unit in one[3]]
    assert units == [(title, body) for _, title, body in every_unit(examples)]


def test_a_figure_of_many_volumes_is_one_term() -> None:
    def one(value: str) -> Section:
        rooms = figure("rooms", "rooms", "妈妈小屋", value, "家")
        return section("care", entry("rooms", "妈妈小屋", f"建成{value}家。"), figures=(rooms,))

    _, data = handed_over(pack(made(volume("2016", one("36")), volume("2017", one("97")))))
    assert [term for term in data["terms"] if term[0] == "数据"] == [
        [
            "数据",
            "妈妈小屋",
            [],
            [
                ["2017卷", "97家", "2017/figures.html#f_rooms"],
                ["2016卷", "36家", "2016/figures.html#f_rooms"],
            ],
        ]
    ]


def test_headings_of_the_contents_are_terms() -> None:
    """Categories, groups, and sections without words of their own, in their newest volume."""
    entries = entry("a", "甲", "文。", group="子目"), entry("b", "乙", "文。", group="子目")
    listed = section("list", items=(Item(id="i", text="一事", at=AT),))
    led = section("led", entry("lead", "分目led", "文。"))
    one = volume("2017", section("one", *entries), listed, led)
    one = replace(one, contents=(replace(one.contents[0], id="work", title="类目"),))
    _, data = handed_over(pack(made(one)))
    assert [(text, places[0][2]) for kind, text, _, places in data["terms"] if kind == "目次"] == [
        ("类目", "2017/index.html#work"),
        ("分目one", "2017/one.html"),
        ("子目", "2017/one.html#a"),
        ("分目list", "2017/list.html"),
    ]


def test_line_separators_do_not_break_the_script() -> None:
    one = section("one", items=(Item(id="a", text="上\u2028下\u2029止", at=AT),))
    script = pack(made(volume("2017", one)))
    assert b"\\u2028" in script
    assert not re.search("[\u2028\u2029]", script.decode("utf-8"))


def test_the_store_changes_with_words_and_not_with_lines() -> None:
    def key(text: str, line: int) -> str:
        event = Event(id="a", date="2017", text=text, at=Place("x", line))
        wanted = made(volume("2017", section("one", events=(event,))))
        return next(search.store(wanted)).key

    assert key("开馆", 1) == key("开馆", 9)
    assert key("开馆", 1) != key("闭馆", 1)


def test_many_words_are_a_bundle_that_a_preview_makes_later(
    examples: Yearbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chapters, "SMALL", 100)
    (bundle,) = search.store(made(*examples.editions))
    assert (bundle.folder, bundle.late) == ("search", True)
    files = dict(bundle.make())
    assert {"search/meta.js", "search/titles.js", "search/i/0000.js", "search/t/0000.js"} <= {
        *files
    }
    assert all(one.isascii() and path.startswith("search/") for path in files for one in [path])


def test_the_store_may_be_chosen(examples: Yearbook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the size; and the script of the search opens the store that is there."""

    def stores(chosen: str) -> tuple[str, bytes]:
        wanted = site(examples, theme(), "search.html", store=chosen)
        (bundle,) = search.store(wanted)
        (first,) = {path for path, _ in bundle.make()} & {"search/all.js", "search/meta.js"}
        script = next(o for o in assets.outputs(wanted) if o.path == "assets/search.js")
        return first, script.make()

    for size in (0, 10_000_000):
        monkeypatch.setattr(chapters, "SMALL", size)
        assert stores("text")[0] == "search/all.js"
        assert b'"store":"all"' in stores("text")[1]
        assert stores("exact")[0] == "search/meta.js"
        assert b'"store":"meta"' in stores("exact")[1]


def test_shards_do_not_depend_on_what_was_remembered(examples: Yearbook, tmp_path: Path) -> None:
    """Clean, with the parts of the build before, and with damaged parts: the same bytes."""
    clean = built_of(with_parts(examples, Parts()))
    first, second, third = Parts(tmp_path), Parts(tmp_path), Parts(tmp_path)
    assert built_of(with_parts(examples, first)) == clean
    made = set(first.made)
    first.put_down()
    assert built_of(with_parts(examples, second)) == clean
    assert not second.made
    for part in tmp_path.iterdir():
        part.write_bytes(part.read_bytes()[:-1])
    assert built_of(with_parts(examples, third)) == clean
    assert third.made.keys() == made


def built_of(site: Site) -> dict[str, bytes]:
    return dict(sharded.bundle(site))


def with_parts(yearbook: Yearbook, parts: Parts) -> Site:
    return site(yearbook, theme(), "search.html", parts)


def test_only_the_parts_of_what_changed_are_made_anew(tmp_path: Path) -> None:
    def units_of(*texts: str) -> Yearbook:
        editions = [
            volume(str(2016 + n), section("one", entry("a", "题", text)))
            for n, text in enumerate(texts)
        ]
        return Yearbook(imprint=IMPRINT, editions=tuple(editions))

    first, second, third = Parts(tmp_path), Parts(tmp_path), Parts(tmp_path)
    built_of(with_parts(units_of("甲文", "乙文"), first))
    first.put_down()
    built_of(with_parts(units_of("甲文", "丙文"), second))
    assert {name.partition(".")[0] for name in second.made} == {"2017"}
    second.keep(second.used)
    built_of(with_parts(units_of("甲文"), third))
    third.keep(third.used)
    assert {path.name.partition(".")[0] for path in tmp_path.iterdir()} == {"2016"}


@given(st.lists(st.integers(0, 50_000_000)))
def test_codes_are_read_back(numbers: list[int]) -> None:
    said = coded(numbers)
    assert said == json.loads(f'"{said}"')
    found, number = [], 0
    for digit in map(DIGITS.index, said):
        if digit < STOPPERS:
            found.append(number * STOPPERS + digit)
            number = 0
        else:
            number = number * (len(DIGITS) - STOPPERS) + digit - STOPPERS + 1
    assert found == numbers


def test_positions_count_utf_16_code_units() -> None:
    made = {pair: first for pair, first, _, _ in postings([("", "𠮷野")]).rows()}
    high, low = "\ud842", "\udfb7"
    alone = {f"{one}\x00": 2 for one in (high, low, "野")}
    assert made == {high + low: 64, f"{low}野": 65, **alone}


@given(st.lists(st.tuples(st.text(KINDS), st.text(KINDS)), max_size=4))
def test_postings_are_remembered_as_they_were(texts: list[tuple[str, str]]) -> None:
    made = postings(texts)
    again = from_bytes(to_bytes(made))
    assert again == made
    rows = [*made.rows()]
    assert [pair for pair, *_ in rows] == sorted(pair for pair, *_ in rows)
    for low, high in (("", "一"), ("一", "年鉴"), ("年鉴", "")):
        some = [row for row in rows if row[0] >= low and (not high or row[0] < high)]
        assert [*made.rows(low, high)] == some


def test_an_index_is_the_same_joined_in_few_steps_or_many(
    examples: Yearbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = built_of(made(*examples.editions))
    for some in (1, 100):
        monkeypatch.setattr(sharded, "SOME", some)
        assert built_of(made(*examples.editions)) == whole


# Other letters


def test_pinyin_has_every_reading_of_a_character() -> None:
    assert maps.pinyin("妈重女1") == {
        "chong": "重",
        "ma": "妈",
        "nv": "女",
        "ru": "女",
        "tong": "重",
        "zhong": "重",
    }


def test_pinyin_has_the_readings_that_editors_give() -> None:
    assert maps.pinyin("𬭎", [("𬭎", "ding"), ("解", "xie")]) == {"ding": "𬭎", "xie": "解"}


def test_traditional_characters_stand_before_simplified_ones() -> None:
    pairs = maps.traditional()
    found = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert (found["婦"], found["東"], found["營"], found["總"]) == ("妇", "东", "营", "总")
    assert "妇" not in found
    assert all(ord(one) < 0x10000 for one in pairs)


def test_pinyin_changes_with_titles_and_not_with_prose() -> None:
    def key(title: str, text: str) -> str:
        wanted = made(volume("2017", section("one", entry("a", title, text))))
        return next(
            o.key
            for o in search.letters(wanted)
            if isinstance(o, Output) and o.path == "search/pinyin.js"
        )

    assert key("题", "甲") == key("题", "乙")
    assert key("题", "甲") != key("目", "甲")


# The page


def test_without_script_the_page_leads_to_contents_and_figures(examples: Yearbook) -> None:
    outputs = search.outputs(made(*examples.editions))
    html = (
        next(o for o in outputs if isinstance(o, Output) and o.path == "search.html")
        .make()
        .decode()
    )
    assert "<noscript>" in html
    assert 'href="2019/index.html"' in html
    assert 'href="2020/figures.html"' in html
    assert 'href="2019/honours.html"' in html


def test_what_stands_beside_an_entry_without_belonging_to_it_is_not_searched_with_it() -> None:
    found = load(EXAMPLES, Issues())
    assert found
    note = Note(id="other", source="别处的校注。", at=AT)
    for section in chain.from_iterable(map(model.sections, found.editions)):
        beside = replace(section, notes=(*section.notes, note))
        for one in section.entries:
            assert words.searched(section, one.id) == words.searched(beside, one.id)
