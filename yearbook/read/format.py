"""The content format as a table: every key of every YAML file, its kind, and what it is for.

The reader reads by this table and the JSON Schemas are made from it; docs/content.md explains it.
"""

from __future__ import annotations

import re

from yearbook import address
from yearbook.issues import Words
from yearbook.model import (
    LEVELS,
    STATES,
    Body,
    Chart,
    Contributor,
    Entry,
    Erratum,
    Event,
    Figure,
    Honour,
    Ignore,
    Item,
    Name,
    Pair,
    Person,
    Picture,
    Reference,
    Table,
)
from yearbook.read.amounts import Number
from yearbook.read.fields import ById, Field, Fields, ListOf, Struct
from yearbook.read.forms import (
    Contents,
    DetailsForm,
    FigureForm,
    Half,
    Isbn,
    RecipientForm,
    RootUrl,
    TableForm,
    TermForm,
    Url,
    Year,
)
from yearbook.read.values import Choice, Day, EntryId, FileIn, Form, Id, Kind, Text

LINE, PROSE, ID, DATE, DAY = Text(), Text(lines=True), Id(), Day(loose=True), Day()
STATE, ENTRY_ID = Choice(STATES), EntryId()
SAID, SAID_LINES = Text(placed=False), Text(lines=True, placed=False)
VERBATIM, VERBATIM_LINES = Text(marks=True), Text(lines=True, marks=True)
APPROX = ("约", "近", "超", "逾", "不足", "余", "多", "来", "左右", "以上", "以下")
NAME_KINDS = ("person", "body", "place", "programme", "competition", "term")
HIGHLIGHTS = 6

_NAME = "[a-z][a-z0-9-]*"
ALIAS = Form(
    re.compile(rf"(?:\.\./[0-9][a-z0-9-]*/)?{_NAME}\.html(?:#(?:[fh]_)?{_NAME})?"),
    Words("旧地址，如 safety.html#setup", "an old address such as safety.html#setup"),
)
ENTRY_LINK = Form(
    re.compile(rf"{_NAME}(?:#{_NAME})?"),
    Words("分目或条目，如 rights#care", "a section or an entry such as rights#care"),
)
EDITION_ID = Form(
    address.EDITION_ID, Words("卷的文件夹名，如 2017", "the folder of an edition such as 2017")
)
ALIASES: tuple[Kind, str] = (ListOf(ALIAS), "旧地址")
ANCHOR = Form(
    re.compile(rf"(?:[fh]_)?{_NAME}"),
    Words(
        "地址中 # 之后的部分，如 setup、f_members", "what follows # in an address: setup, f_members"
    ),
)
CODE = Form(
    re.compile("[A-Z][0-9]{3}"), Words("提示的代码，如 C301", "the code of an issue such as C301")
)


def _imprint(required: bool) -> tuple[Field, ...]:
    return (
        Field("title", VERBATIM, "年鉴名称", required),
        Field("title_en", LINE, "英文名称"),
        Field("institution", VERBATIM, "编纂单位"),
        Field("editor", LINE, "编者"),
        Field("publisher", LINE, "出版者"),
        Field("place", LINE, "出版地"),
        Field("published", DATE, "出版日期"),
        Field("isbn", Isbn(), "书号"),
        Field("licence", LINE, "使用许可"),
        Field("base_url", RootUrl(), "网站发布的地址，如 https://example.org/yearbook/"),
        Field("citation", Choice(("2025", "2015")), "引文格式：GB/T 7714 的年份"),
    )


IMPRINT_KEYS = tuple(field.key for field in _imprint(False))
LANGUAGE = Field("language", Choice(("zh-Hans",)), "全书的语言：现在只有简体中文 zh-Hans")
ELSEWHERE = Field("elsewhere", ListOf(EDITION_ID), "不在这里的卷；归档包里程序写")
YEARBOOK = Fields((*_imprint(required=True), LANGUAGE, ELSEWHERE))

PAIR = Struct(
    Pair,
    title=(LINE, "一对数据的名称"),
    applied=(ID, "申报数的标识"),
    recognised=(ListOf(ID), "认定数的标识"),
    note=(PROSE, "说明"),
)
CHART = Struct(
    Chart,
    id=(ID, "图表的标识"),
    kind=(Choice(("bars", "pairs", "numbers")), "bars 条形，pairs 成对，numbers 数字"),
    title=(LINE, "图表名称"),
    figures=(ListOf(ID), "数据的标识（bars、numbers）"),
    pairs=(ListOf(PAIR), "成对的数据（pairs）"),
    note=(PROSE, "说明"),
)
CORRECTION = Struct(
    Erratum,
    anchor=(ANCHOR, "地址中 # 之后的部分；分目本身的不写", "at"),
    printed=(VERBATIM_LINES, "原来印的"),
    corrected=(VERBATIM_LINES, "更正为"),
    date=(DAY, "更正的日期"),
    reason=(LINE, "依据"),
)
CORRECTIONS = ListOf(CORRECTION)
EDITION = Fields(
    (
        Field("volume", Half(), "卷，书脊上的字样", required=True),
        Field("covers", Year(), "记述年份", required=True),
        Field("honours_window", Year(), "荣誉收录的起止日期"),
        Field("status", Choice(("draft", "released")), "draft 草稿，released 已发布"),
        Field("revised", DAY, "本卷文字的修订日期"),
        Field(
            "figures", Choice(("all", "declared")), "all：未登记的数据给出提示；declared：不提示"
        ),
        Field("highlights", ListOf(ID, most=HIGHLIGHTS), "封面数据，至多六项"),
        Field("contents", ListOf(Contents()), "目次：唯一的顺序", required=True),
        Field("charts", ListOf(CHART), "数据页的图表"),
        Field("corrections", CORRECTIONS, "封面和类目名称的更正"),
        *_imprint(required=False),
    )
)

CONTRIBUTOR = Struct(Contributor, name=(LINE, "撰稿人"), body=(LINE, "单位"))
CONTRIBUTORS = ListOf(CONTRIBUTOR)
ENTRY = DetailsForm(
    Entry,
    title_en=(SAID, "英文标题"),
    contributors=(CONTRIBUTORS, "撰稿人"),
    date=(DATE, "日期"),
    keywords=(ListOf(LINE), "关键词"),
    state=(STATE, "稿件所处阶段"),
    editor=(LINE, "责任编辑"),
    aliases=ALIASES,
    continues=(ListOf(ENTRY_LINK), "往年同一内容所在"),
)
FIGURE = FigureForm(
    Figure,
    entry=(ENTRY_ID, "所在条目的标识"),
    label=(SAID, "数据名称"),
    value=(Number(), "数值；缺数写 …，没有写 —；草稿中待填的空着"),
    unit=(SAID, "量词或单位"),
    approx=(Choice(APPROX), "约、近、余、多等"),
    text=(SAID, "正文中的说法（写法不同或不止一处时）"),
    as_of=(DAY, "时点数据的日期"),
    per=(SAID, "每"),
    definition=(SAID_LINES, "口径"),
    series=(ID, "所接续的数据序列"),
    table=(ID, "表格的标识"),
    row=(LINE, "行：首格的文字"),
    column=(LINE, "栏：表头的文字"),
    aliases=ALIASES,
)
HONOUR = Struct(
    Honour,
    id=(ID, "荣誉的标识"),
    entry=(ENTRY_ID, "所在条目的标识"),
    title=(LINE, "荣誉名称，与正文一致"),
    level=(Choice(LEVELS), "级别"),
    recipient=(RecipientForm(), "获得者：self、名称，或 {count, unit, named}"),
    from_=(LINE, "授予者"),
    date=(DATE, "日期"),
    aliases=ALIASES,
)
TABLE = TableForm(
    Table,
    entry=(ENTRY_ID, "所在条目的标识"),
    caption=(LINE, "表题"),
    file=(FileIn("tables", ("csv",)), "CSV 文件，如 tables/x.csv"),
    units=(LINE, "单位"),
    source=(LINE, "资料来源"),
    aliases=ALIASES,
)
NOTE: tuple[Kind, str] = (PROSE, "校注")
PERSON = TermForm(
    Person,
    id=(ID, "标识"),
    name=(LINE, "姓名"),
    office=(LINE, "职务"),
    from_=(DATE, "任职起"),
    to=(DATE, "任职止"),
    note=NOTE,
    aliases=ALIASES,
)
BODY = Struct(
    Body,
    id=(ID, "标识"),
    name=(LINE, "机构名称"),
    parent=(LINE, "上级机构"),
    kind=(LINE, "类别"),
    note=NOTE,
    aliases=ALIASES,
)
ITEM = Struct(Item, id=(ID, "标识"), text=(PROSE, "文字"), note=NOTE, aliases=ALIASES)
EVENT = Struct(
    Event,
    id=(ID, "标识"),
    date=(DATE, "日期"),
    text=(PROSE, "事件"),
    entry=(ENTRY_LINK, "有关的条目，如 care 或 rights#care"),
    note=NOTE,
    aliases=ALIASES,
)
REFERENCE = Struct(
    Reference,
    id=(ID, "标识"),
    title=(LINE, "题名"),
    author=(LINE, "责任者"),
    publisher=(LINE, "出版者"),
    date=(DATE, "出版日期"),
    url=(Url(), "网址"),
    accessed=(DATE, "访问日期"),
    note=NOTE,
    aliases=ALIASES,
)
PICTURE = Struct(
    Picture,
    id=(ID, "标识"),
    file=(FileIn("images", ("jpg", "png", "webp", "svg")), "图片文件，如 images/x.jpg"),
    caption=(LINE, "图注"),
    credit=(LINE, "摄影者或来源"),
    note=NOTE,
    aliases=ALIASES,
)
IGNORE = Struct(
    Ignore,
    code=(CODE, "提示的代码"),
    text=(VERBATIM, "所在的文字", "at"),
    reason=(LINE, "保留的理由"),
)
SECTION = Fields(
    (
        Field("title", LINE, "分目名称（没有同名 .md 文件时）"),
        Field("title_en", SAID, "英文名称"),
        Field("summary_en", SAID_LINES, "一句英文提要"),
        Field("contributors", CONTRIBUTORS, "撰稿人"),
        Field("continues", ListOf(ENTRY_LINK), "往年同一分目所在"),
        Field("state", STATE, "稿件所处阶段，各条目没有另写的照它"),
        Field("editor", LINE, "责任编辑，各条目没有另写的照它"),
        Field("carried", EDITION_ID, "照抄自哪一卷；核对之后删去"),
        Field("entries", ById(ENTRY), "各条目的附加信息"),
        Field("figures", ById(FIGURE), "正文中的数据"),
        Field("plain", ListOf(LINE), "不是数据的数字，如 前6名"),
        Field("honours", ListOf(HONOUR), "正文中的荣誉"),
        Field("people", ListOf(PERSON), "人物，如领导名录"),
        Field("bodies", ListOf(BODY), "机构"),
        Field("items", ListOf(ITEM), "条列的文字，如职责"),
        Field("events", ListOf(EVENT), "大事记"),
        Field("references", ListOf(REFERENCE), "参考资料"),
        Field("tables", ById(TABLE), "CSV 表格"),
        Field("pictures", ListOf(PICTURE), "图片"),
        Field("ignore", ListOf(IGNORE), "认可的提示及理由"),
        Field("aliases", ALIASES[0], "整页的旧地址"),
        Field("corrections", CORRECTIONS, "不在正文里的文字的更正"),
    )
)

NAME = TermForm(
    Name,
    name=(LINE, "名称"),
    kind=(Choice(NAME_KINDS), "类别：人物、机构、地名、项目、竞赛、用语"),
    reading=(LINE, "读音，如 shàn wén jūn"),
    short=(ListOf(LINE), "简称"),
    variants=(ListOf(LINE), "异写"),
    see=(ID, "见"),
    also=(ListOf(ID), "参见"),
    from_=(DATE, "起"),
    to=(DATE, "止"),
    before=(ID, "前身的标识"),
    after=(ID, "后继的标识"),
    gloss=(PROSE, "释义"),
)
NAMES = ById(NAME)
