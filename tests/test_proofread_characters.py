"""The rules of characters: what each marks, and what looks alike and is right."""

from __future__ import annotations

from pathlib import Path

from yearbook.issues import Issues
from yearbook.read import load
from yearbook.rules import check

EDITION = "volume: 2017\ncovers: {{from: 2017-01-01, to: 2017-12-31}}\ncontents: [{}]\n"


Found = list[tuple[str, str, str]]


def proofread(words: str, folder: Path, names: str = "") -> Found:
    """What the rules of characters say of a section: code, what stands there, what should."""
    return _all({"words": words}, folder, names).get("words", [])


def _all(pages: dict[str, str], folder: Path, names: str = "", data: str = "") -> dict[str, Found]:
    """The same of several sections."""
    edition = folder / "content" / "2017"
    edition.mkdir(parents=True)
    (folder / "content" / "yearbook.yaml").write_text("title: 年鉴\n", "utf-8")
    if names:
        (folder / "content" / "names.yaml").write_text(names, "utf-8")
    (edition / "edition.yaml").write_text(EDITION.format(", ".join(pages)), "utf-8")
    for stem, words in pages.items():
        (edition / f"{stem}.md").write_text(f"# 概况\n\n{words}\n", "utf-8")
    if data:
        (edition / "words.yaml").write_text(f"{data}\n", "utf-8")
        (edition / "tables").mkdir()
        (edition / "tables" / "visits.csv").write_text(
            "季度,人次\n一&nbsp;,３２\n二<br>末,4\n", "utf-8"
        )
    issues = Issues()
    yearbook = load(folder / "content", issues)
    assert yearbook is not None
    check(yearbook, issues, proofread=True)
    found: dict[str, Found] = {}
    for issue in issues:
        if issue.code.startswith("L0"):
            args = {name: str(value) for name, value in issue.args}
            row = (issue.code, args["text"], args.get("mended", ""))
            found.setdefault(Path(issue.place.path).stem, []).append(row)
    return found


SAID: dict[str, list[str]] = {
    # quotation marks: the likeliest reading of a paragraph, and what is no quotation mark at all
    "深入开展“四季服务“活动，筹集资金5万元。开展”夏送清凉“活动，达到了”六有“目标。": [
        "L001 “四季服务“ → “四季服务”",
        "L001 ”夏送清凉“ → “夏送清凉”",
        "L001 ”六有“ → “六有”",
    ],
    "印发“甲“乙”丙”一文。": ["L004 “乙” → ‘乙’"],
    "开展“牵手活动，表彰“先锋”，举办“大讲堂”。": ["L012 “ → "],
    "《《清源县志》出版。": ["L012 《 → "],
    "开展“牵手’活动。": ["L007 “牵手’ → "],
    '他说："好"，又说“再见"。': ['L003 "好" → “好”', 'L003 “再见" → “再见”'],
    "他说：“‘好’是一个字。”Don’t，O’Neil高5’10”，3’25”到达。": [],
    "他说：“第一段。\n\n“第二段。”": [],
    "他说：“第一段。\n\n第二段。”": ["L009 “ → "],
    "（1995年通过\n\n2005年修正）": [],
    "1）读书；2）写作；a）甲。": [],
    "学习“《工会法》、《劳动法”》。": ["L008 “《工会法》、《劳动法”》 → "],
    # widths: numbers, times, ratios and Latin words keep theirs
    "收入1,234.5元,增长5%;12:30闭馆,比分3:2!": [
        "L015 , → ，",
        "L015 ; → ；",
        "L015 , → ，",
        "L015 ! → ！",
    ],
    "达100%;120家开馆.": ["L015 ; → ；", "L015 . → 。"],
    "片名《Yes, we can!》，f(x)时，Ca(OH)2，见https://a.cn/b?c=d;e,f。": [],
    "海棠县志: 1988—2005[M]. 济南: 齐鲁书社, 2009(2): 15-18.": [],
    "文献[12]和[清]蒲松龄，[美]马克·吐温，[东汉]许慎，[德国]歌德。": [],
    "全县[新增]学校3所。": ["L019 [新增] → "],
    # blanks
    "2017 年 8 月 3 日，用 Python 编写。": [
        "L020 2017 年 8 月 3 日 → 2017年8月3日",
        "L020 用 Python 编 → 用Python编",
    ],
    "图1 阅览室\n\n第一条 为了加强管理，制定本办法。\n\n王　芳　李　明　欧阳华": [],
    "8月15—17日 中央电视台在沙河湿地公园录制节目。\n\n18日13时27分 清源镇发生地震，无人伤亡。": [],
    "参加者：“不忘初心 牢记使命”主题教育，由John Smith 主讲，电话 0546-8331234。": [],
    "两个黄鹂鸣翠柳 一行白鹭上青天。\n\n床前明月光，　疑是地上霜。": [],
    # marks
    "读者增加，，共5人。。还有吗？！是的！": ["L027 ，， → ，", "L027 。。 → 。"],
    "他说：“好。”。又说：“再来”。": ["L028 。”。 → "],
    "等等。。。还有...完……了……": ["L029 。。。 → ……", "L029 ... → ……"],
    "“…”表示缺，1，2，…，n项。": [],
    "好消息--新馆--开放，使用--fix选项，东营—青岛，周一—周五。": [
        "L030 -- → ——",
        "L030 -- → ——",
    ],
    "2016年-2020年，2016～2020年，8月1日-5日，第3-5条，20-30%，8:30-17:30。": [
        "L032 2016年-2020 → 2016年—2020",
        "L032 2016～2020 → 2016—2020",
        "L032 1日-5 → 1日—5",
        "L033 3-5 → 3—5",
        "L033 20-30 → 20—30",
        "L032 8:30-17:30 → 8:30—17:30",
    ],
    "GB/T 15834-2011，2019-01-08，0546-2019-2020，3-2胜，4-4-2阵型，歼-20战机，5～8人，A-1型。": [],
    "“9.18”事变，“3.15”晚会，7.26讲话，“8.5”折，4.0版，增长7.26%，“2.5”产业。": [
        "L034 9.18 → 9·18",
        "L034 3.15 → 3·15",
        "L034 7.26 → 7·26",
    ],
    "“9·18”专案告破，占72.9%，“3·15”晚会举行。": [],
    "约翰•史密斯，卡尔・马克思，“7‧26”讲话，• 一项。": [
        "L035 • → ·",
        "L035 ・ → ·",
        "L035 ‧ → ·",
    ],
    "二O一七年，二0一八年，一九九零年，一○一中学，二〇一七年，零时，三零一医院。": [
        "L036 二O一七 → 二〇一七",
        "L036 二0一八 → 二〇一八",
        "L036 一九九零 → 一九九〇",
        "L036 ○ → 〇",
    ],
    # scripts: a character once a section; not what is right in both, titles and whole passages
    "开馆後，读者后来增加，於是後来扩建。乾隆、瞭望、藉口、徵之。": ["L040 後 → 后"],
    "县文化馆組織演出，观众踊跃，觀眾鼓掌。": [
        "L040 組 → 组",
        "L040 織 → 织",
        "L040 觀 → 观",
        "L040 眾 → 众",
    ],
    "碑文为“大清乾隆年間重修書院記”，藏《說文解字》。\n\n> 萬物靜觀皆自得": [],
}


def test_what_is_marked_and_what_is_not(tmp_path: Path) -> None:
    pages = {f"page-{nth}": words for nth, words in enumerate(SAID)}
    found = _all(pages, tmp_path)
    for nth, (words, wanted) in enumerate(SAID.items()):
        rows = found.get(f"page-{nth}", [])
        assert [f"{code} {text} → {mended}" for code, text, mended in rows] == wanted, words


def test_names_that_hold_a_traditional_character_by_right_are_not_marked(tmp_path: Path) -> None:
    names = "rong: {name: 容國團, kind: person}\n"
    assert proofread("容國團到会，開会。", tmp_path, names) == [("L040", "開", "开")]


def test_records_captions_and_cells_are_read_too(tmp_path: Path) -> None:
    data = (
        "events:\n"
        "  - {id: moved, date: 2017-05-01, text: '2017\\/5\\/1开馆,迁址'}\n"
        "tables:\n"
        "  visits: {entry: lead, caption: 各季(季度)人次, file: tables/visits.csv}"
    )
    found = _all({"words": "全年开馆。\n\n![](tables/visits.csv)"}, tmp_path, data=data)
    assert found["words"] == [
        ("L025", "\\/", "/"),
        ("L025", "\\/", "/"),
        ("L015", ",", "，"),
        ("L011", "(季度)", "（季度）"),
    ]
    assert found["visits"] == [
        ("L025", "&nbsp;", ""),
        ("L016", "３２", "32"),
        ("L026", "<br>", ""),
    ]
