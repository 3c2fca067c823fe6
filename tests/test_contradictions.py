"""What one place of an edition says otherwise than another: what is found, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from yearbook.catalog.contradictions import MESSAGES
from yearbook.issues import Issues
from yearbook.read import load
from yearbook.rules import check

EDITION = "volume: 2016\ncovers: 2016\nfigures: declared\ncontents: [reading{more}]\n"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A yearbook without editions, in the current folder."""
    monkeypatch.chdir(tmp_path)
    folder = Path("content")
    (folder / "2016").mkdir(parents=True)
    write(folder / "yearbook.yaml", "title: 海棠县图书馆年鉴\ninstitution: 海棠县图书馆\n")
    write(folder / "names.yaml", "contest: {name: 海棠县读书征文大赛, kind: competition}\n")
    return folder


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
def test_the_examples_of_the_manual(content: Path, code: str) -> None:
    assert [line.split()[1] for line in told(content, MESSAGES[code].wrong)] == [code]
    assert told(content, MESSAGES[code].right) == []


def test_half_width_marks_part_clauses_too(content: Path) -> None:
    one = "开展职工优秀技术创新成果评选活动,收集涵盖资源、材料等领域的职工技术创新成果64项,评选出18项职工优秀技术创新成果和27项“五小”(小发明、小革新、小改造、小设计、小建议)创新成果。"
    other = "开展职工优秀技术创新成果和五小成果评选活动,征集成果75项,评选职工优秀技术创新成果18项、五小成果10项,发放奖金6.5万元。"
    assert [line.split()[1] for line in told(content, entries(one, other))] == ["L201", "L201"]


# one fact with two numbers


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "举办职工优秀技术创新成果评选活动，共收集涵盖新材料等领域的职工技术创新成果64项，评选出18项职工优秀技术"
            "创新成果和27项“五小”（小发明、小革新、小改造、小设计、小建议）创新成果。",
            "开展职工优秀技术创新成果和五小成果评选活动，征集成果75项，评选市级职工优秀技术创新成果18项、五小成果10项。",
            ["“征集成果75项”", "“五小成果10项”"],
        ),
        ("全年新建职工书屋126家。", "年内，新建职工书屋136家。", ["“新建职工书屋136家”"]),
        (
            "粮食总产量21.6万吨。",
            "全县粮食总产量26.1万吨，比上年增长2%。",
            ["“全县粮食总产量26.1万吨”"],
        ),
        (
            "海棠诗社有会员68人，全年出版诗集3部。",
            "年内，海棠诗社出版诗集3部，有会员86人。",
            ["“有会员86人”"],
        ),
    ],
)
def test_a_fact_with_two_numbers(
    content: Path,
    one: str,
    other: str,
    found: list[str],
) -> None:
    lines = told(content, entries(one, other))
    assert len(lines) == len(found)
    assert all(words in line for words, line in zip(found, lines, strict=True))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1月，降水量6.5毫米，新建职工书屋12家。", "2月，降水量8.1毫米，新建职工书屋14家。"),
        ("柳河镇全年新建职工书屋12家。", "青石镇全年新建职工书屋14家。"),
        ("全镇新建职工书屋12家，改造文化广场3处。", "全镇新建职工书屋14家，改造文化广场3处。"),
        ("第一批新建职工书屋12家，用于女职工。", "第二批新建职工书屋14家，用于女职工。"),
        ("全年新建职工书屋12家。", "至年底，累计新建职工书屋14家。"),
        ("全年新建省级职工书屋12家。", "全年新建市级职工书屋14家。"),
        ("全年新建职工书屋12家。", "全年命名职工书屋14家。"),
        ("全年新建职工书屋12家。", "全年新建职工书屋86家。"),
        ("县档案馆全年接收档案1260卷。", "县城建档案馆全年接收档案1360卷。"),
        ("举办女职工培训班3期，培训职工120人次。", "举办安全培训班3期，培训职工96人次。"),
        ("全年新增藏书1.2万册。", "全年新增藏书12360册。"),
        ("全年新增藏书1200余册。", "全年新增藏书1260册。"),
        ("上届大赛有选手120人，第九届大赛有选手130人。", "2016年，第九届大赛有选手130人。"),
        ("计划新建职工书屋12家。", "全年新建职工书屋14家。"),
    ],
)
def test_two_facts_are_no_contradiction(content: Path, one: str, other: str) -> None:
    assert told(content, entries(one, other)) == []


def test_sentences_that_are_the_same_but_for_one_number(content: Path) -> None:
    rows = [f"工会干部培训班举办{n}场次，参训女职工30257人次。" for n in (541, 514)]
    assert told(content, entries(*rows)) == [
        "9: L201 同一件事两处的数须相同：此处是“工会干部培训班举办514场次”，"
        f"{(content / '2016/reading.md').as_posix()}:5:10 是“工会干部培训班举办541场次”"
    ]


def test_forms_of_the_same_words_share_no_telling_number(content: Path) -> None:
    rows = [f"工会干部培训班举办{n}场次，参训女职工{n}0人次。" for n in (541, 514)]
    assert told(content, entries(*rows)) == []


def test_what_many_entries_tell_in_the_same_words_is_a_form(content: Path) -> None:
    rows = [f"年内，各分馆新建职工书屋{n}家，配书300册。" for n in (12, 14, 15, 16)]
    assert told(content, entries(*rows)) == []


def test_towns_do_not_make_a_form_of_what_the_county_says(content: Path) -> None:
    towns = "\n\n".join(
        f"## {name}镇 {{#t{n}}}\n\n全年新建职工书屋{n + 2}家。" for n, name in enumerate("甲乙丙丁")
    )
    prose = entries("全县全年新建职工书屋126家。", "全县全年新建职工书屋136家。")
    assert [line.split()[1] for line in told(content, f"{prose}\n\n{towns}")] == ["L201"]


@pytest.mark.parametrize(
    "note",
    ["校注：[概况](reading.md#e0)作126家。", "校注：原稿另一处作“新建职工书屋126家”。"],
)
def test_a_note_that_knows_the_other_place_settles_it(content: Path, note: str) -> None:
    prose = entries("全年新建职工书屋126家。", "年内，新建职工书屋136家[^n].".replace(".", "。"))
    assert told(content, f"{prose}\n\n[^n]: {note}") == []
    assert told(content, f"{prose}\n\n[^n]: 校注：据统计年报。") != []


def test_a_dated_correction_settles_it(content: Path) -> None:
    corrected = "年内，新建职工书屋{~~138~>136~~}{>>2017-03-01：据年报改<<}家。"
    assert told(content, entries("全年新建职工书屋126家。", corrected)) == []


def test_a_list_that_its_number_follows_is_held_against_another(content: Path) -> None:
    one = "图书馆设办公室、文献借阅部、读者活动部、地方文献部等4个部室。"
    other = "图书馆设办公室、文献借阅部、读者活动部、地方文献部、技术部5个部室。"
    assert [line.split()[1] for line in told(content, entries(one, other))] == ["L205"]
    assert told(content, entries(one, one.replace("图书馆设", "至年底，有"))) == []


# ordinals


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "举办第四届“万达宝通杯”橡胶轮胎行业职工职业技能竞赛。",
            "举办“万达杯”第二届橡胶轮胎行业职工职业技能竞赛。",
        ),
        ("举办东营市第十二届职工职业技能竞赛。", "表彰东营市第十届职工技能竞赛的优胜者。"),
        ("举办第12届海棠县读书节。", "第十三届海棠县读书节开幕。"),
    ],
)
def test_two_ordinals_of_one_contest(content: Path, one: str, other: str) -> None:
    assert [line.split()[1] for line in told(content, entries(one, other))] == ["L202"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("举办第六届全县职工技能大赛。", "举办第五届全县青年职工技能大赛。"),
        ("举办第六届全县职工技能大赛。", "参加第九届全省职工技能大赛。"),
        ("举办第六届全县职工技能大赛。", "筹备第七届全县职工技能大赛。"),
        ("举办第六届全县职工技能大赛。", "2015年，第五届全县职工技能大赛设3个工种。"),
        ("4月，参加第八十届全国图书展览。", "10月，参加第八十一届全国图书展览。"),
        ("自第五届全县职工技能大赛起增设焊工。", "举办第六届全县职工技能大赛。"),
        ("县十六届人大常委会开会。", "选出县第十七届人大代表。"),
        ("先后举办第五届、第六届全县职工技能大赛。", "举办第六届全县职工技能大赛。"),
    ],
)
def test_two_contests_or_two_years(content: Path, one: str, other: str) -> None:
    assert told(content, entries(one, other)) == []


# names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("与山东蓝海餐旅管理学校合作。", "山东蓝海餐旅管里学校获表彰。"),
        ("印发《关于加强农村精神文明建设的意见》。", "落实《关于加强农村精神文朋建设的意见》。"),
        ("征文大赛由海棠县读书征文大赛组委会承办。", "海棠县读书正文大赛颁奖。"),
    ],
)
def test_a_name_in_two_spellings(content: Path, one: str, other: str) -> None:
    assert [line.split()[1] for line in told(content, entries(one, other))] == ["L203"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("印发《本级部门经费审计实施办法》。", "印发《下级部门经费审计实施办法》。"),
        ("“海棠读书第一讲”开讲。", "“海棠读书第二讲”开讲。"),
        ("走访李庄村小学校。", "走访王庄村小学校。"),
        ("编印《海棠县志》《海棠乡志》。", "获“故事一小时”称号。"),
        ("《职工权益保护条例》施行。", "《职工权益维护条例》与《职工权益保护条例》施行。"),
    ],
)
def test_two_names(content: Path, one: str, other: str) -> None:
    assert told(content, entries(one, other)) == []


# lists and sets


@pytest.mark.parametrize(
    "prose",
    [
        "设5个工种：车工、钳工、焊工、电工。",
        "设参公科室5个，为办公室、组织科（宣传科）、财务科、法规科。",
        "组织“五小”（小发明、小革新、小改造、小设计）评比。",
        "车工、钳工、焊工、电工等3个工种开赛。",
        "车工、钳工、焊工和电工3个工种开赛。",
        "下辖3个区（东城区、西城区）。",
    ],
)
def test_a_number_that_does_not_fit_its_list(content: Path, prose: str) -> None:
    assert [line.split()[1] for line in told(content, entries(prose))] == ["L204"]


@pytest.mark.parametrize(
    "prose",
    [
        "设5个工种：车工、钳工、焊工、电工和化学检验工。",
        "设3个科室：办公室、组织科（宣传科、统战科）、财务科。",
        "车工、钳工等5个工种开赛。",
        "走访企业、学校、社区12个单位。",
        "与县科技局、县教育局联合开展培训、竞赛等2项活动。",
        "评出先进单位10个（其中县城3个、乡镇7个）。",
        "评出27项成果（论文、专利、软件）。",
        "建成5个站点，为职工、居民、游客提供休息场所。",
        "讨论3项议题：一是预算、决算；二是人事；三是章程。",
        "开展“十三五”（2016—2020年）规划宣传、解读。",
        "第3届：甲、乙参加。",
    ],
)
def test_lists_that_fit_or_are_open(content: Path, prose: str) -> None:
    assert told(content, entries(prose)) == []


OFFICES = (
    "title: 内设机构\nbodies:\n"
    "  - {id: office, name: 办公室}\n  - {id: lending, name: 文献借阅部}\n"
    "  - {id: readers, name: 读者活动部（少儿部）}\n  - {id: local, name: 县地方文献中心}\n"
)


@pytest.mark.parametrize(
    ("prose", "found"),
    [
        (
            "设办公室、文献借阅部、读者活动部等3个部室和信息技术部、地方文献中心2个机构。",
            "此处列5个，彼处列4个，此处多“信息技术部”",
        ),
        ("设办公室、文献借阅部、读者活动部（少儿部）和地方文献中心4个机构。", ""),
        ("办公室、文献借阅部参加。", ""),
    ],
)
def test_a_set_in_prose_and_in_records(content: Path, prose: str, found: str) -> None:
    lines = told(content, entries(prose), offices=OFFICES)
    assert bool(lines) == bool(found)
    assert found in "".join(lines)


def test_a_set_that_lacks_a_member(content: Path) -> None:
    more = OFFICES + "  - {id: press, name: 编辑出版部}\n"
    prose = entries("设办公室、文献借阅部、读者活动部和地方文献中心。")
    (line,) = told(content, prose, offices=more)
    assert "此处列4个，彼处列5个，此处无“编辑出版部”" in line


def test_a_note_at_the_records_settles_it(content: Path) -> None:
    prose = entries("设办公室、文献借阅部、读者活动部、信息技术部和地方文献中心5个部室。")
    assert [line.split()[1] for line in told(content, prose, offices=OFFICES)] == ["L205"]
    note = "# 内设机构\n\n机构如下[^n]。\n\n[^n]: 校注：[概况](reading.md#e0)另有一个。\n"
    write(content / "2016" / "offices.md", note)
    write(content / "2016" / "offices.yaml", OFFICES.replace("title: 内设机构\n", ""))
    assert said(content) == []


@pytest.mark.parametrize("folder", ["content", "examples/content"])
def test_the_finished_edition_and_the_examples_contradict_themselves_nowhere(folder: str) -> None:
    assert said(Path(__file__).parent.parent / folder) == []
