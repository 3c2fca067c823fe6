"""A hand-made yearbook for tests of the pages: two volumes, all kinds of records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from yearbook.issues import Place
from yearbook.model import (
    Body,
    Category,
    Cell,
    Chart,
    Contributor,
    Edition,
    Entry,
    Event,
    Figure,
    Honour,
    Imprint,
    Item,
    Media,
    Name,
    Note,
    Pair,
    Period,
    Person,
    Picture,
    Recipient,
    Reference,
    Section,
    Table,
    Yearbook,
)
from yearbook.output import Bundle
from yearbook.render import outputs
from yearbook.render.theme import Theme, load

AT = Place("content/2017/x.md", 1, 1)
TEMPLATES = Path(__file__).parent.parent / "templates"
HALL = Path(__file__).parent / "tiny" / "content" / "2017" / "images" / "hall.png"
IMPRINT = Imprint(
    title="临江市图书馆年鉴",
    title_en="Yearbook of the Linjiang City Library",
    institution="临江市图书馆",
    editor="临江市图书馆编辑部",
    licence="CC BY 4.0",
)


def figure(id: str, entry: str, label: str, value: str | None, unit: str, **more: object) -> Figure:
    """A declared figure; `value` is as written."""
    number = Decimal(value.replace(",", "")) if value not in (None, "…", "—") else None
    return Figure(
        id=id,
        entry=entry,
        label=label,
        value=number,
        written=value or "…",
        unit=unit,
        at=AT,
        **more,  # type: ignore[arg-type]
    )


def entry(id: str, title: str, source: str, **more: object) -> Entry:
    return Entry(id=id, title=title, source=source, line=1, at=AT, **more)  # type: ignore[arg-type]


def year(number: int) -> Period:
    return Period(start=date(number, 1, 1), end=date(number, 12, 31))


LENDING = Section(
    stem="lending",
    title="图书借阅",
    title_en="Lending",
    summary_en="Loans rose by a tenth.",
    at=AT,
    entries=(
        entry("lead", "图书借阅", "全馆全年开放。"),
        entry(
            "loans",
            "扩大借阅范围",
            "外借图书30000余册[^scope]，办证2526张，经费5.25万元，[获奖](honours-won.md#first)。",
            title_en="Wider lending",
            contributors=(Contributor(name="张明", body="流通部"), Contributor(name="李华")),
        ),
        entry(
            "night", "夜间开放", "夜间开放97天[^scope][^night]，接待读者71人次。", date="2017-03"
        ),
    ),
    notes=(
        Note(id="scope", source="校注：不含[续借](#night)。", at=AT),
        Note(id="night", source="据馆志。", at=AT),
    ),
    figures=(
        figure("loans", "loans", "外借图书", "30000", "册", approx="余", as_of=date(2017, 12, 31)),
        figure("cards", "loans", "办理借书证", "2526", "张", per="年"),
        figure("budget", "loans", "购书经费", "5.25", "万元", definition="不含捐赠"),
        figure("nights", "night", "夜间开放", "97", "天"),
        figure("night-readers", "night", "夜间读者", "71", "人次"),
    ),
)
HONOURS = Section(
    stem="honours-won",
    title="所获荣誉",
    at=AT,
    entries=(entry("lead", "所获荣誉", "本馆获全国先进图书馆、全省最美阅读空间称号。"),),
    honours=(
        Honour(
            id="nation",
            entry="lead",
            title="全国先进图书馆",
            level="全国",
            recipient=Recipient(self_=True),
            at=AT,
            date="2017-05",
        ),
        Honour(
            id="province",
            entry="lead",
            title="全省最美阅读空间",
            level="省",
            recipient=Recipient(count=3, unit="家", named=("东馆", "西馆")),
            at=AT,
        ),
    ),
)
DATA = Section(
    stem="data",
    title="资料",
    at=AT,
    people=(Person(id="wang", name="王平", office="馆长", at=AT, from_="2015-06"),),
    bodies=(Body(id="office", name="办公室", at=AT, note="与党办合署"),),
    items=(Item(id="first", text="采编图书12种。", at=AT),),
    events=(
        Event(id="opening", date="2017-03-05", text="东馆开馆。", at=AT, entry="lending#loans"),
    ),
    references=(
        Reference(
            id="site",
            title="馆志",
            author="临江市图书馆",
            date="2018",
            at=AT,
            url="https://example.org/zhi",
            accessed="2018-02-01",
        ),
    ),
    tables=(
        Table(
            id="halls",
            entry="first",
            caption="各馆藏书",
            file="tables/halls.csv",
            at=AT,
            units="册",
            source="馆藏系统",
            rows=(("馆", "藏书"), ("东馆", "12000"), ("西馆", "…")),
        ),
    ),
    pictures=(
        Picture(id="hall", file="images/hall.png", caption="阅览大厅", credit="赵敏", at=AT),
    ),
    figures=(
        figure("kinds", "first", "采编图书", "12", "种"),
        figure(
            "east",
            "first",
            "东馆藏书",
            "12000",
            "册",
            cell=Cell(table="halls", row="东馆", column="藏书"),
        ),
    ),
)
CHARTS = (
    Chart(id="money", kind="bars", title="借阅与办证", at=AT, figures=("loans", "east")),
    Chart(
        id="nights",
        kind="pairs",
        title="开放与接待",
        at=AT,
        pairs=(Pair(title="夜间", applied="nights", recognised=("night-readers",)),),
    ),
    Chart(id="members", kind="numbers", title="读者", at=AT, figures=("cards", "budget")),
)
VOLUME_2017 = Edition(
    id="2017",
    imprint=IMPRINT,
    volume="2017",
    covers=year(2017),
    at=AT,
    revised=date(2018, 5, 4),
    status="released",
    highlights=("loans", "cards", "budget", "nights", "night-readers", "kinds"),
    contents=(
        Category(id="work", title="业务", title_en="Work", sections=(LENDING, HONOURS)),
        Category(sections=(DATA,)),
    ),
    charts=CHARTS,
    media=(Media(path="images/hall.png", source=str(HALL), width=64, height=48, digest="d"),),
)
VOLUME_2015 = Edition(
    id="2015",
    imprint=IMPRINT,
    volume="2015",
    covers=year(2015),
    at=AT,
    contents=(
        Category(
            sections=(
                Section(
                    stem="lending",
                    title="图书借阅",
                    at=AT,
                    entries=(entry("lead", "图书借阅", "全馆开放。"),),
                ),
            )
        ),
    ),
)
YEARBOOK = Yearbook(
    imprint=IMPRINT,
    editions=(VOLUME_2015, VOLUME_2017),
    names=(
        Name(id="card", name="一卡通", kind="term", at=AT, gloss="全市各馆通用的借书证。"),
        Name(id="wang", name="王平", kind="person", at=AT),
    ),
    about=Section(
        stem="about", title="关于", at=AT, entries=(entry("editing", "编辑说明", "记事以年为限。"),)
    ),
)


def theme() -> Theme:
    return load(TEMPLATES)


def pages(yearbook: Yearbook = YEARBOOK) -> dict[str, str]:
    """The whole site as text by address."""
    made: dict[str, bytes] = {}
    for one in outputs(yearbook, theme()):
        made |= one.make() if isinstance(one, Bundle) else {one.path: one.make()}
    return {path: data.decode("utf-8") for path, data in made.items() if b"\0" not in data}


def with_section(section: Section, **edition: object) -> Yearbook:
    """A yearbook of one volume with one section."""
    volume = replace(
        VOLUME_2017, contents=(Category(sections=(section,)),), charts=(), highlights=(), **edition
    )
    return replace(YEARBOOK, editions=(volume,))
