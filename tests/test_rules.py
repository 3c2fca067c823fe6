"""The rules of prose, figures, honours and names, each on a tiny section."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from yearbook.issues import Issues, Place
from yearbook.markup.targets import Bad, Target, resolve
from yearbook.model import (
    Body,
    Category,
    Edition,
    Entry,
    Event,
    Extra,
    Figure,
    Honour,
    Ignore,
    Imprint,
    Item,
    Media,
    Name,
    Note,
    Period,
    Person,
    Picture,
    Recipient,
    Reference,
    Section,
    Table,
    Yearbook,
)
from yearbook.rules import check
from yearbook.words import searched, words

MD, YAML = Place("2017/care.md", 1, 1), Place("2017/care.yaml", 3, 3)


def entry(id: str, source: str, line: int = 2, **more: Any) -> Entry:
    return Entry(id=id, title="标题", source=source, line=line, at=MD, **more)


def figure(id: str, value: str, unit: str, entry: str = "lead", **more: Any) -> Figure:
    return Figure(
        id=id,
        entry=entry,
        label="",
        value=Decimal(value),
        written=value,
        unit=unit,
        at=YAML,
        **more,
    )


def section(source: str = "", stem: str = "care", **more: Any) -> Section:
    entries = more.pop("entries", (entry("lead", source),))
    return Section(stem=stem, title="女职工", at=MD, entries=entries, **more)


def edition(*row: Section, id: str = "2017", **more: Any) -> Edition:
    year = int(id)
    return Edition(
        id=id,
        imprint=Imprint(title="年鉴"),
        volume=id,
        covers=Period(start=date(year, 1, 1), end=date(year, 12, 31)),
        at=Place(f"{id}/edition.yaml"),
        contents=tuple(Category(sections=(one,)) for one in row),
        **more,
    )


def issues(*editions: Edition, **more: Any) -> list[str]:
    """What `check` says of a yearbook: `line:column CODE`."""
    found = Issues()
    check(Yearbook(imprint=Imprint(title="年鉴"), editions=editions, **more), found)
    return [f"{one.place.line}:{one.place.column} {one.code}" for one in found]


def of(source: str, **more: Any) -> list[str]:
    """The same of a yearbook of one entry."""
    return issues(edition(section(source, **more)))


def sentence(*editions: Edition) -> str:
    found = Issues()
    check(Yearbook(imprint=Imprint(title="年鉴"), editions=editions), found)
    (one,) = found
    return one.text("zh")


def note(id: str, source: str = "校注。") -> Note:
    return Note(id=id, source=source, at=Place(MD.path, 20, 8))


def test_a_fault_of_a_note_has_the_place_of_the_note() -> None:
    assert of("甲[^a]", notes=(note("a", "校注：<b>\n&nbsp;"),)) == ["20:11 C201", "21:1 C202"]


def test_notes_are_defined_used_and_flat() -> None:
    assert of("甲[^a]") == ["2:2 C230"]
    assert of("甲", notes=(note("a"),)) == ["20:8 C231"]
    assert of("甲[^a]", notes=(note("a", "注[^a]"),)) == ["20:9 C232"]


def test_an_entry_that_was_refused_says_nothing_else() -> None:
    more: dict[str, Any] = {"notes": (note("a"),), "figures": (figure("x", "3", "人"),)}
    honour = Honour(id="h", entry="lead", title="先进", level="省", recipient=Recipient(), at=YAML)
    assert of("[" * 5000, honours=(honour,), **more) == ["2:1 C223"]


def test_of_a_section_that_did_not_read_cleanly_only_the_clean_part_is_judged() -> None:
    unclean = section("甲<b>[^a]3人", clean=False, clean_prose=False)
    assert issues(edition(unclean)) == ["2:2 C201"]
    assert issues(edition(replace(unclean, clean_prose=True))) == ["2:2 C201", "2:5 C230"]
    unclean = section("甲", clean=False)
    other = section("[乙](care.md#nothing)", "work")
    assert issues(edition(unclean, other)) == []


def test_about_has_the_rules_of_prose_and_links() -> None:
    about = replace(section("[甲](2017/care.md#lead)、[乙](care.md)、3人"), stem="about")
    assert issues(edition(section("甲")), about=about) == ["2:28 C239"]
    other = edition(section("甲"), id="2016", status="released")
    unlocked = "0:0 C340"
    found = issues(other, edition(section("甲")), about=about)
    assert sorted(found) == [unlocked, "2:28 C239", "2:5 C242"]
    released = edition(section("甲"), status="released")
    assert sorted(issues(released, about=replace(about, entries=()))) == [unlocked, "1:1 C173"]
    back = section("[说明](../about.md#lead)")
    assert issues(edition(back), about=replace(about, entries=(entry("lead", "甲"),))) == []


@pytest.mark.parametrize(
    ("href", "edition", "expected"),
    [
        ("care.md", "2017", Target("2017", "care")),
        ("./care.md#a", "2017", Target("2017", "care", "a")),
        ("#a", "2017", Target("2017", "work", "a")),
        ("../2016/care.md#a", "2017", Target("2016", "care", "a")),
        ("../about.md", "2017", Target("", "about")),
        ("2017/care.md", "", Target("2017", "care")),
        ("../files/a.pdf", "2017", Target(file="a.pdf")),
        ("%63are.md", "2017", Target("2017", "care")),
        ("https://example.org/a?b=c#d", "2017", None),
        ("mailto:a@example.org", "2017", None),
    ],
)
def test_a_link_leads_somewhere(href: str, edition: str, expected: Target | None) -> None:
    assert resolve(href, edition, "work") == expected


@pytest.mark.parametrize(
    ("href", "code"),
    [
        ("javascript:alert(1)", "C237"),
        ("JaVaScRiPt:alert(1)", "C237"),
        ("java\nscript:alert(1)", "C237"),
        ("java&#x0A;script&colon;alert(1)", "C237"),
        ("&amp;#106;avascript:alert(1)", "C237"),
        ("\u200bjavascript:x", "C237"),
        ("data:text/html,x", "C237"),
        ("vbscript:x", "C237"),
        ("ftp://example.org", "C237"),
        ("file:///etc/passwd", "C238"),
        ("C:\\a.docx", "C238"),
        ("c:/a.docx", "C238"),
        ("../../a.md", "C241"),
        ("../../../etc/passwd", "C241"),
        ("%2e%2e/%2e%2e/a.md", "C241"),
        ("/a.md", "C241"),
        ("", "C243"),
        ("//example.org", "C243"),
        ("a b.md", "C243"),
        ("a\\b.md", "C243"),
        ("https://", "C243"),
        ("https://[", "C243"),
        ("https://a b", "C243"),
        ("mailto:nobody", "C243"),
        ("care.html#a", "C246"),
        ("care.yaml", "C246"),
        ("care#a", "C246"),
        ("images/hall.png", "C243"),
        ("care.md?a=1", "C243"),
        ("care.md＃a", "C243"),
    ],
)
def test_a_link_that_leads_nowhere_says_why(href: str, code: str) -> None:
    found = resolve(href, "2017", "work")
    assert isinstance(found, Bad)
    assert found.code == code


def test_a_target_knows_its_address() -> None:
    assert Target("2017", "care", "a").address == "2017/care.html#a"
    assert Target("", "about").address == "about.html"
    assert Target(file="a.pdf").address == "a.pdf"


def test_links_between_editions() -> None:
    old = edition(section("甲"), id="2016")
    new = edition(section("[去年](../2016/care.md#lead)、[前年](../2015/care.md)"))
    assert issues(old, new) == ["2:33 C239"]
    assert issues(old, replace(new, status="released"))[0] == "2:6 C242"


def test_links_to_records_tables_and_files() -> None:
    table = Table(id="t", entry="lead", caption="", file="tables/t.csv", rows=(("a",),), at=YAML)
    bodies = (Body(id="office", name="办公室", at=YAML),)
    source = "[一](#office)、[二](#t)、[三](../files/a.pdf)、[四](../files/b.pdf)"
    found = issues(
        edition(section(source, bodies=bodies, tables=(table,))),
        extras=(Extra(path="a.pdf", source="", digest=""),),
    )
    assert found == ["2:46 C239"]


def test_pictures_stand_in_their_edition_and_have_words() -> None:
    media = (Media(path="images/a.png", source=""),)
    source = (
        "![甲](images/a.png)![](images/a.png)![乙](images/b.png)![丙](a.png)![丁](images/A.png)"
    )
    found = issues(edition(section(source), media=media))
    assert [one.split()[1] for one in found] == ["C233", "C235", "C234", "C236"]


def test_tables_are_placed_once_in_their_entry() -> None:
    table = Table(id="t", entry="lead", caption="", file="tables/t.csv", rows=(("a",),), at=YAML)
    place = "![](tables/t.csv)"
    assert of(place, tables=(table,)) == []
    assert of(f"{place}\n\n{place}", tables=(table,)) == ["4:5 C245"]
    assert of("![](tables/x.csv)", tables=(table,)) == ["2:5 C244"]
    assert of(place, tables=(replace(table, entry="more"),)) == ["2:5 C247"]


def test_a_figure_stands_once_in_its_entry() -> None:
    three = figure("three", "3", "人")
    assert of("共3人。", figures=(three,)) == []
    assert of("共三人。", figures=(three,)) == ["3:3 C301"]
    assert of("共3人、另3人。", figures=(three,)) == ["3:3 C302"]
    assert of("共3人、另3人。", figures=(replace(three, text="共3人"),)) == ["2:6 C304"]
    assert of("共三人。", figures=(replace(three, text="三人"),)) == []
    assert of("共三人。", figures=(replace(three, text="四人"),)) == ["3:3 C301"]
    assert of("甲", figures=(replace(three, entry="none"),)) == []
    missing = replace(three, value=None, written="…")
    assert of("甲", figures=(missing,)) == ["3:3 C307"]
    assert of("尚待核定", figures=(replace(missing, text="尚待核定"),)) == []


def test_a_near_number_is_proposed_and_the_slip_is_told_once() -> None:
    slip = figure("hazards", "30000", "项", approx="余")
    assert sentence(edition(section("整改3000余项，申报97项。", figures=(
        slip, figure("reported", "97", "项"))))) == (
        "数据 hazards 须在正文中找到：2017/care.md:1 的条目 lead 没有“30000余项”"
        " — 是不是“3000余项”？改正 YAML 或正文，使两处一致"
    )  # fmt: skip
    assert "用 text: 照抄正文的说法" in sentence(edition(section("整改一批。", figures=(slip,))))


def test_a_longer_wording_is_proposed_for_what_is_said_twice() -> None:
    said = sentence(
        edition(section("向964家要约，964家应约。", figures=(figure("x", "964", "家"),)))
    )
    assert said.endswith("例如 text: 向964家")
    said = sentence(edition(section("9家，9家。9家！", figures=(figure("x", "9", "家"),))))
    assert said.endswith("例如 text: 9家")


def test_figures_share_no_characters() -> None:
    row = (figure("a", "3", "人", text="共3人"), figure("b", "3", "人"))
    assert of("共3人。", figures=row) == ["3:3 C303"]


def test_a_negative_figure_says_how_the_prose_puts_it() -> None:
    fall = figure("fall", "-5.6", "%")
    assert "text: 下降5.6%" in sentence(edition(section("有所下降。", figures=(fall,))))
    assert of("下降5.6%。", figures=(replace(fall, text="下降5.6%"),)) == []


def test_a_fall_is_proposed_as_the_prose_puts_it() -> None:
    change = figure("fall", "-30", "份")
    assert "text: 减少30份" in sentence(edition(section("较上年减少30份。", figures=(change,))))
    twice = section("减少30份，又减少30份。", figures=(change,))
    said = sentence(edition(twice, figures="declared"))
    assert said.endswith("例如 text: 又减少30份")


def test_a_fall_against_another_year_is_negative() -> None:
    change = figure("fall", "30", "份")
    assert of("较上年减少30份。", figures=(change,)) == ["3:3 C309"]
    assert of("较上年减少30份。", figures=(replace(change, text="上年减少30份"),)) == ["3:3 C309"]
    assert of("减少浪费30份，占比下降至5%。", figures=(change, figure("share", "5", "%"))) == []


def test_a_wording_says_the_figure() -> None:
    slip = figure("x", "41", "人", text="学生来稿40余篇")
    assert "“40余篇”" in sentence(edition(section("学生来稿40余篇。", figures=(slip,))))
    none = figure("x", "5", "人", text="人数众多")
    assert "没有带单位的数" in sentence(edition(section("人数众多。", figures=(none,))))


def test_dates_lie_in_the_period_of_their_volume() -> None:
    at = Place("2017/care.yaml", 9, 5)
    good = ("2017", "2017-03", "2017-12-31")
    events = tuple(Event(id=f"e-{n}", date=day, text="甲", at=at) for n, day in enumerate(good))
    assert of("甲", events=events) == []
    late = Event(id="late", date="2018-01", text="甲", at=at)
    assert of("甲", events=(*events, late)) == ["9:5 C311"]
    history = (*(replace(late, id=f"h-{n}", date=str(n)) for n in (1959, 1978, 2000)), *events)
    assert of("甲", events=history) == []
    stock = figure("x", "3", "人", as_of=date(2016, 12, 31))
    assert of("3人。", figures=(stock,)) == ["3:3 C311"]
    honour = Honour(
        id="h", entry="lead", title="先进", level="省", recipient=Recipient(), at=at, date="2018-01"
    )
    one = section("先进", honours=(honour,))
    assert issues(edition(one)) == ["9:5 C311"]
    window = Period(start=date(2017, 1, 1), end=date(2018, 3, 31))
    assert issues(edition(one, honours_window=window)) == []
    accepted = Ignore(code="C311", text="2018-01", reason="原文如此", at=YAML)
    assert of("先进", honours=(honour,), ignore=(accepted,)) == []


def test_see_leads_to_a_name() -> None:
    def name(id: str, see: str, line: int) -> Name:
        return Name(id=id, name=id, kind="term", see=see, at=Place("names.yaml", line, 1))

    circle = (name("a", "b", 1), name("b", "c", 2), name("c", "b", 3), name("d", "", 4))
    assert issues(edition(section("甲")), names=circle) == ["2:1 C324"]
    straight = (name("a", "b", 1), name("b", "c", 2), name("c", "", 3))
    assert issues(edition(section("甲")), names=straight) == []


def test_a_short_form_belongs_to_one_name() -> None:
    first = Name(id="a", name="甲", kind="body", short=("乙",), at=Place("names.yaml", 1, 1))
    other = replace(first, id="b", name="丙", short=(), variants=("乙",))
    assert issues(edition(section("甲")), names=(first, other)) == ["1:1 C325"]
    at_once = replace(first, to="2016"), replace(other, from_="2016")
    assert issues(edition(section("甲")), names=at_once) == ["1:1 C325"]
    place = replace(other, kind="place")
    told_apart = replace(first, gloss="一"), replace(other, gloss="二")
    in_turn = replace(first, to="2016-06"), replace(other, from_="2016-07-01")
    for row in ((first, place), told_apart, (first, replace(other, see="a")), in_turn):
        assert issues(edition(section("甲")), names=row) == []


def test_every_number_is_declared_or_plain() -> None:
    assert of("前6名，共3人。") == ["2:2 C304", "2:6 C304"]
    assert of("前6名，共3人。", plain=("前6名",)) == ["2:6 C304"]
    assert issues(edition(section("共3人。"), figures="declared")) == []
    assert of("共16人、6人，[6人](#lead)、**6人**。", plain=("16人",)) == ["2:6 C304", "2:23 C304"]


def test_numbers_of_a_title_of_an_honour_are_spared() -> None:
    honour = Honour(
        id="h", entry="lead", title="全省10强单位", level="省", recipient=Recipient(), at=YAML
    )
    assert of("获全省10强单位称号。", honours=(honour,), figures=()) == []
    assert of("获全市10强单位称号。", honours=(honour,)) == ["3:3 C310"]
    assert of("甲", honours=(replace(honour, entry="none"),)) == []


def test_an_honour_far_from_the_prose_has_another_mend() -> None:
    honour = Honour(
        id="h", entry="lead", title="全省先进单位", level="省", recipient=Recipient(), at=YAML
    )
    assert "照正文的写法改正 title" in sentence(edition(section("没有。", honours=(honour,))))
    near = sentence(edition(section("获全省先进集体称号。", honours=(honour,))))
    assert "是不是“全省先进集体”" in near


def test_numbers_of_records_are_declared_too() -> None:
    items = (Item(id="lend", text="办理500个。", at=Place("2017/care.yaml", 9, 5)),)
    assert issues(edition(section(entries=(), items=items))) == ["9:5 C304"]
    good = section(entries=(), items=items, figures=(figure("x", "500", "个", "lend"),))
    assert issues(edition(good)) == []
    spare = section(entries=(), items=items, plain=("500个",))
    assert issues(edition(spare)) == []


def test_what_plain_lists_is_said() -> None:
    assert of("共16人。", plain=("6人", "16人")) == ["0:0 C305"]
    found = Issues()
    check(
        Yearbook(imprint=Imprint(title=""), editions=(edition(section("甲", plain=("6人",))),)),
        found,
    )
    assert next(iter(found)).place.path == "2017/care.yaml"


def test_the_cover_of_a_full_edition_shows_six_figures() -> None:
    text = "、".join(f"{n}人" for n in range(10, 22))
    row = tuple(figure(f"n-{n}", str(n), "人") for n in range(10, 22))
    full = edition(section(text, figures=row))
    assert issues(full) == ["0:0 C314"]
    ids = tuple(one.id for one in row)
    assert issues(replace(full, highlights=ids[:6])) == []
    assert issues(replace(full, clean=False)) == []


def name(id: str, said: str, **more: Any) -> Name:
    return Name(
        id=id, name=said, kind=more.pop("kind", "person"), at=Place("names.yaml", 1), **more
    )


def test_names_of_one_kind_differ_or_have_a_gloss() -> None:
    assert issues(names=(name("a", "周宁"), name("b", "周宁"))) == ["1:0 C321"]
    assert issues(names=(name("a", "周宁", gloss="甲"), name("b", "周宁", gloss="乙"))) == []
    assert issues(names=(name("a", "海棠"), name("b", "海棠", kind="place"))) == []
    assert issues(names=(name("a", "周宁", see="a", also=("a",)),)) == ["1:0 C322", "1:0 C322"]


def test_continues_names_something_earlier() -> None:
    def with_continues(target: str) -> list[str]:
        later = section(entries=(entry("lead", "甲", continues=(target,)),))
        return issues(edition(section("甲"), id="2016"), edition(later))

    assert with_continues("care#lead") == with_continues("care") == []
    assert with_continues("care#none") == with_continues("none") == ["1:1 C323"]
    first = edition(section(entries=(entry("lead", "甲", continues=("care",)),)))
    assert issues(first) == ["1:1 C364"]


def test_ignore_drops_a_warning_with_its_words() -> None:
    def ignoring(code: str, at: str) -> list[str]:
        one = Ignore(code=code, text=at, reason="原文如此", at=Place("2017/care.yaml", 8, 4))
        return of("共3人。\n\n另5人<b>", ignore=(one,))

    assert ignoring("C304", "共3人") == ["4:2 C304", "4:4 C201"]
    assert ignoring("C304", "另") == ["2:2 C304", "4:4 C201"]
    assert ignoring("C304", "人") == ["4:4 C201"]
    assert "8:4 C248" in ignoring("C304", "8人")
    assert "8:4 C249" in ignoring("C201", "<b>")


def test_words_are_what_is_shown_and_search_sees_more() -> None:
    table = Table(
        id="t", entry="lead", caption="表", file="tables/t.csv", rows=(("季度",), ("一",)), at=YAML,
        source="借阅部",
    )  # fmt: skip
    made = section(
        "第{~~十~>十二~~}{>>改<<}届[^a]", notes=(note("a", "校**注**"),), tables=(table,)
    )
    assert words(made, "lead") == "第十二届"
    assert searched(made, "lead") == "第十二届\n表\n季度\n一\n借阅部\n校注\x1e第十届\n改"
    assert words(made, "none") == searched(made, "none") == ""


def test_words_of_each_kind_of_record() -> None:
    made = section(
        entries=(),
        people=(Person(id="p", name="周宁", office="馆长", from_="2016", at=YAML, note="注"),),
        bodies=(Body(id="b", name="办公室", kind="科室", at=YAML),),
        items=(Item(id="i", text="借阅", at=YAML),),
        events=(Event(id="e", date="2017-05", text="开馆", at=YAML),),
        references=(Reference(id="r", title="县志", author="编委会", at=YAML),),
        pictures=(Picture(id="g", file="images/a.png", caption="大厅", at=YAML),),
    )
    row = {id: words(made, id) for id in "pbierg"}
    assert row == {
        "p": "周宁\n馆长\n2016",
        "b": "办公室\n科室",
        "i": "借阅",
        "e": "2017-05\n开馆",
        "r": "县志\n编委会",
        "g": "大厅",
    }
    assert searched(made, "p") == "周宁\n馆长\n2016\n注"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("甲[^scop]。", "C230"),
        ("甲［^scope］。", "C217"),
        ("甲[＾scope]。", "C217"),
    ],
)
def test_a_note_that_is_used_in_a_wrong_way_is_not_called_unused(source: str, code: str) -> None:
    assert [one[-4:] for one in of(source, notes=(note("scope"),))] == [code]


def test_an_undefined_note_is_told_of_once() -> None:
    assert [one[-4:] for one in of("甲[^a]，乙[^a]。")] == ["C230"]
