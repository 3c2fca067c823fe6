"""The rules of wording: what each marks, and what looks alike and is right."""

from __future__ import annotations

import shutil
from pathlib import Path

from yearbook.catalog.wording import MESSAGES
from yearbook.issues import Issue, Issues
from yearbook.proofread.numerals import short
from yearbook.proofread.titles import length
from yearbook.read import load
from yearbook.rules import check

TINY = Path(__file__).parent / "tiny"
HEAD = "# 工作\n\n"
NAMES = "library: {name: 海棠县图书馆, kind: body, short: [县图书馆]}\n"


def judged(editions: dict[str, str], folder: Path) -> list[Issue]:
    """What the rules of wording say of editions, each a section of one Markdown text."""
    content = folder / "content"
    for year, words in editions.items():
        edition = content / year
        edition.mkdir(parents=True)
        written = f"volume: {year}\ncovers: {year}\ncontents: [words]\n"
        (edition / "edition.yaml").write_text(written, "utf-8")
        (edition / "words.md").write_text(f"{HEAD}{words}\n", "utf-8")
    (content / "yearbook.yaml").write_text("title: 年鉴\n", "utf-8")
    (content / "names.yaml").write_text(NAMES, "utf-8")
    issues = Issues()
    yearbook = load(content, issues)
    assert yearbook is not None
    check(yearbook, issues, proofread=True)
    return [issue for issue in issues if issue.code.startswith("L1")]


def marked(words: list[str], folder: Path) -> dict[str, list[str]]:
    """What is marked in each of the words, by them; every one an entry of a section of its own."""
    years = {str(1901 + number): one for number, one in enumerate(words)}
    found: dict[str, list[str]] = {one: [] for one in words}
    for issue in judged(years, folder):
        text = dict(issue.args).get("text", "")
        found[years[Path(issue.place.path).parts[-2]]].append(f"{issue.code} {text}".strip())
    return found


def test_the_examples_of_a_rule_are_what_it_says(tmp_path: Path) -> None:
    wrong = {one.wrong: [code] for code, one in MESSAGES.items()}
    right: dict[str, list[str]] = {one.right: [] for one in MESSAGES.values()}
    found = marked([*wrong, *right], tmp_path)
    codes = {words: sorted({one[:4] for one in said}) for words, said in found.items()}
    assert codes == wrong | right


MARKED = {
    "召开会议会议。": ["L101 会议会议"],
    "市总工会市总工会举办培训。": ["L101 市总工会市总工会"],
    "2017年2017年举办。": ["L101 2017年2017年"],
    "发展了了工会会员。": ["L101 了了"],
    "制定《甲》、《乙》《丙》。": ["L104 》、《"],
    "开展“春风”、“夏凉”、“秋学”活动。": ["L104 ”、“", "L104 ”、“"],
    "建立管理台帐，转帐及时。": ["L105 台帐", "L105 转帐"],
    "有效的推进了工作。": ["L107 有效的推进了"],
    "年内，本局召开会议。": ["L108 本局"],
    "2017年，我局会同市工会举办，我们很高兴。": ["L108 我局", "L108 我们"],
    "会议由张三主持。会议由张三主持。": ["L102 会议由张三主持。"],
    "截止目前完成。": ["L105 截止目前", "L110 截止目前"],
    "到目前为止，完成。": ["L110 到目前为止"],
    "近日，会议召开。最近，又召开。": ["L111 近日", "L111 最近"],
    "节约资金约20余万元。": ["L120 约20余"],
    "大概30个左右。": ["L120 大概30个左右"],
    "当前，全县上下团结。前不久，会议召开。": ["L111 当前", "L111 前不久"],
    "成活率达95%以上左右。": ["L120 95%以上左右"],
    "工作做的很好，认真的做好服务。": ["L107 做的很好", "L107 认真的做好"],
    "措施：（一）领导；（二）落实；（四）督导。": ["L130 （四）"],
    "培训超过300人次以上，至少安排30人以上，不超过3天以内。": [
        "L120 超过300人次以上",
        "L120 至少安排30人以上",
        "L120 不超过3天以内",
    ],
    "女职工占职工总数的105%。": ["L121 占职工总数的105%"],
    "发放12,000,000元，另拨15000万元。": ["L123 12,000,000", "L123 15000万"],
    "参加者3万5000人、1万2千余人。": ["L124 3万5000", "L124 1万2千"],
    "一、甲事。\n\n三、乙事。": ["L130 三、"],
    "（一）甲事。\n\n（二）乙事。\n\n（二）丙事。": ["L130 （二）"],
    "一是甲事；三是乙事。": ["L130 三是"],
    "二是甲事；三是乙事。": ["L130 二是"],
    "①甲事。②乙事。②丙事。": ["L130 ②"],
    "（一）甲。（二）乙。（四）丁。": ["L130 （四）"],
    "1.甲事；2.乙事；4.丁事。": ["L130 4."],
    "2016年、17年举办，馆舍于18年建成。": ["L112 17年", "L112 18年"],
    "约有30多人，达到100余人以上。": ["L120 约有30多", "L120 100余人以上"],
    "截止2017年12月底，签定合同。": ["L105 截止", "L105 签定"],
    "激动的说，活动办的有声有色。": ["L107 激动的说", "L107 办的有声有色"],
    "各级工会工会积极参加。": ["L101 工会工会"],
    "第一，甲事。第三，乙事。": ["L130 第三，"],
}


def test_what_is_marked(tmp_path: Path) -> None:
    assert marked(list(MARKED), tmp_path) == MARKED


CLEAN = (
    "针对当前形势，完成近期规划。古往今来，史料迄今尚存。",
    "按时办结率99.98%，满意率98.76%。获“一星平安金鼎”、“五水共治”大禹鼎银鼎、科技创新鼎。",
    "装置平稳率99.92%，自控率98.7%。库容3.2亿立方米，泄量320立方米/秒。",
    "常常、慢慢地研究研究，讨论讨论，一个一个地看，天天有人人乐意的事，家家户户多多益善。",
    "实现目的的方法的的确确好，作了了解，与与会者交谈，针对对外交流，在在线平台上。",
    "东营市总工会工会经费审查，临江大学大学生，市科协科技联合会联合会同市文联，常委会委员会议。",
    "大家来学习学习，休息休息。呼和浩特有人听见咚咚咚咚的鼓声，哈哈哈哈大笑。",
    "> 今年我们种树，\n> 明年我们种树。",
    "他说：“今年我们很好，我市也好，目前的的确好。”",
    "开展“我为群众办实事”活动，诵读《我们的今年》，推行“我的书屋”。",
    "各单位要建立台账，本单位负责人签字；非本市户籍人员可以办理。",
    "如今年轻人多，文明年度评选，过去年代，以前年份，项目前期，5日前完成，科目前列。",
    "2015年以来，近年来首次；截至2017年底，目前的样子。",
    "签约30余家，合同约定，附近20多户，近10余年来，节约30多万元，60岁以上老人。",
    "不少于3名副高级以上人员，至少1人有5年以上经验。",
    "完成年计划的120%，床位使用率105%，毛入学率103%，增长率150%，产销率101%。",
    "增长5.6%，入会率为97%，建制率达100%，失业率2.43%。",
    "10000米长跑，比例为1:50000，邮编257000，编号100000号，30千克，5千米，6千瓦，2017年。",
    "帐篷、进入帐篷，讲座落幕，究竟争取，发布署名文章，爱好象棋，山脉博物馆，全部份额。",
    "（一）甲事。\n\n1．子事。\n\n2．丑事。\n\n（二）乙事。\n\n1．寅事。",
    "设一、二、三等奖，见图②，①②③均可，居全省第二，比上年增长二是好事。",
    "参加者有“甲”、“乙”、丙，用《甲》（选）、《乙》。",
    "书车行驶300公里，铁路长12公里，用水30立方米。",
    "民国17年5月建校，16年3月迁址。",
    "于20年前建成，少于15年，2016年、10年期国债，报名截止12月底，今日头条平台。",
    "如图①所示，②号楼竣工；依据第（三）项，（三）班获胜；1.5米高，2.3万人。",
    "实实在在，方方面面，教师教师节当天受表彰，与会代表代表团发言，组织组织生活会。",
)


def test_what_is_not_marked(tmp_path: Path) -> None:
    assert marked(list(CLEAN), tmp_path) == {words: [] for words in CLEAN}


def test_the_year_that_is_meant_comes_from_what_the_edition_covers(tmp_path: Path) -> None:
    said = judged({"2017": "今年开工，去年筹备，明年建成。前年，立项。"}, tmp_path)
    mends = [issue.parts("zh")[1] for issue in said]
    assert mends == [f"写成“{year}年”（本卷记2017年）" for year in (2017, 2016, 2018, 2015)]


def test_a_volume_of_several_years_names_its_period(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(TINY / "content", folder)
    edition = folder / "2016" / "edition.yaml"
    said = edition.read_text("utf-8").replace("2016\nst", "{from: 2015-01-01, to: 2016-12-31}\nst")
    edition.write_text(said, "utf-8")
    reading = folder / "2016" / "reading.md"
    reading.write_text(reading.read_text("utf-8").replace("夏季", "今年夏季，目前"), "utf-8")
    issues = Issues()
    yearbook = load(folder, issues)
    assert yearbook is not None
    check(yearbook, issues, proofread=True)
    lines = [one.parts("zh")[1] for one in issues if one.code in ("L110", "L111")]
    assert lines == [
        "写明年份，本卷记2015—2016年",
        "写明年份或日期（本卷记2015—2016年），或写“年内”“至年底”",
    ]


DOCUMENT = "今年我们加快发展，我市目前形势很好。"


def test_documents_and_the_page_about_the_yearbook_speak_for_themselves(tmp_path: Path) -> None:
    words = f"## 市长在大会上的讲话 {{#speech}}\n\n{DOCUMENT}\n\n## 概况 {{#all}}\n\n{DOCUMENT}"
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "about.md").write_text(f"# 编辑说明\n\n{DOCUMENT}\n", "utf-8")
    places = {
        (issue.place.path[-8:], issue.place.line) for issue in judged({"2017": words}, tmp_path)
    }
    assert places == {("words.md", 9)}


def test_what_was_said_before_is_told_with_its_place(tmp_path: Path) -> None:
    twice = "全年为乡镇中小学送书下乡，惠及学生[^a]。"
    words = f"{twice}又办讲座。{twice}\n\n[^a]: 校注：存疑。"
    (issue,) = judged({"2017": words}, tmp_path)
    assert dict(issue.args)["text"] == "全年为乡镇中小学送书下乡，惠及学生。"
    assert str(dict(issue.args)["place"]).endswith("content/2017/words.md:3:1")


def test_a_title_is_measured_as_it_is_set() -> None:
    assert length("“两学一做”学习教育") == 8
    assert length("中国—东盟博览会") == 7
    assert length("AG600水陆两栖飞机首飞") == 11


def test_large_numbers_are_said_shortly() -> None:
    shown = [short(value) for value in (30_000, 1_235_000, 150_000_000, 200_000_000)]
    assert shown == ["3万", "123.5万", "1.5亿", "2亿"]
