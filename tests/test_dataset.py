"""The data of a volume: edition.json after its schema, and the data package around all files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package
from jsonschema import Draft202012Validator, FormatChecker
from samples import IMPRINT, LENDING, VOLUME_2017, YEARBOOK, entry, pages, theme, with_section

from yearbook import words
from yearbook.issues import Issues
from yearbook.model import Yearbook, sections
from yearbook.read import load
from yearbook.render import dataset, package, shapes
from yearbook.render.indented import to_json
from yearbook.render.shapes import Shape
from yearbook.render.site import site

ROOT = Path(__file__).parent.parent
BASE = "https://example.org/linjiang/"
PUBLISHED = replace(IMPRINT, base_url=BASE)


def based(yearbook: Yearbook = YEARBOOK) -> Yearbook:
    editions = tuple(replace(one, imprint=PUBLISHED) for one in yearbook.editions)
    return replace(yearbook, imprint=PUBLISHED, editions=editions)


def data(yearbook: Yearbook = YEARBOOK) -> dict[str, Any]:
    """The newest volume as it is written and read again."""
    made = site(yearbook, theme())
    read: dict[str, Any] = json.loads(to_json(dataset.edition(made, made.volumes[-1])))
    return read


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(shapes.schema(), format_checker=FormatChecker())


# edition.json


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(shapes.schema())


@pytest.mark.parametrize("yearbook", [YEARBOOK, based(), with_section(LENDING)])
def test_a_volume_is_as_the_schema_says(yearbook: Yearbook) -> None:
    made = site(yearbook, theme())
    for volume in made.volumes:
        validator().validate(json.loads(to_json(dataset.edition(made, volume))))


@pytest.mark.parametrize("folder", ["dongying", "examples"])
def test_the_volumes_of_real_yearbooks_too(folder: str, request: pytest.FixtureRequest) -> None:
    root: Path = request.getfixturevalue(folder)
    schema = json.loads((root / "data" / "edition.schema.json").read_text("utf-8"))
    files = sorted(root.glob("data/*/edition.json"))
    assert files
    for file in files:
        Draft202012Validator(schema).validate(json.loads(file.read_text("utf-8")))


def test_the_text_of_every_entry_is_what_its_page_shows(dongying: Path) -> None:
    yearbook = load(ROOT / "content", Issues())
    assert yearbook
    (edition,) = yearbook.editions
    made = json.loads((dongying / "data" / edition.id / "edition.json").read_text("utf-8"))
    for section, found in zip(sections(edition), made["sections"], strict=True):
        said = [one.get("text", "") for one in found.get("entries", [])]
        assert said == [words.words(section, entry.id) for entry in section.entries]


def objects(found: object) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        yield found
    for one in (
        found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    ):
        yield from objects(one)


def test_the_schema_allows_nothing_else() -> None:
    made = data()
    for one in objects(made):
        one["more"] = "x"
        assert not validator().is_valid(made), one
        del one["more"]
    validator().validate(made)


WRONG: dict[str, tuple[object, ...]] = {
    "address": (
        "",
        "lending.html",
        "2017/lending.htm",
        "2017/lending.html#",
        "javascript:x",
        "/2017/lending.html#loans",
        "2017/../x.html",
        "ftp://example.org/2017/a.html",
    ),
    "$schema": ("edition.schema.json",),
    "id": ("", "二", "A", "a_b"),
    "revised": ("2018", "2018-02-30", "2018-5-4", "２０１８-05-04", "2018-05-04\n"),
    "start": ("2017-13-01", "2017-00-01", "2017"),
    "as_of": ("2017-12-32",),
    "date": ("2017-3", "2017-13", "２０１７", "2017-03-99", "去年"),
    "from": ("2015-6",),
    "url": ("example.org", "javascript:alert(1)", "https://", "https://a b"),
    "isbn": ("", "无", "ISBN 978"),
    "published": ("2019-1", "2019年"),
    "file": ("2017/hall.png", "2017/images/hall.exe", "2017/images/hall"),
    "rows": ([], [[]], [["a"], []], [[1]]),
    "value": ("30000", True),
    "recipient": (
        {},
        {"self": True, "name": "东馆"},
        {"count": 3},
        {"unit": "家"},
        {"named": ["东馆"]},
        {"self": False},
        {"count": 0, "unit": "家"},
        {"name": "东馆", "count": 3, "unit": "家"},
    ),
    "continues": ("lending",),
    "level": ("市级",),
    "kind": ("people",),
    "status": ("final",),
}
NEEDED = {
    "figure": ("section", "entry", "id", "label", "unit", "written", "scaled", "value", "address"),
    "honour": ("section", "entry", "id", "title", "level", "recipient", "address"),
    "people": ("id", "name", "office", "address"),
    "bodies": ("id", "name", "address"),
    "events": ("id", "date", "text", "address"),
    "tables": ("id", "entry", "caption", "rows", "address"),
    "pictures": ("id", "caption", "file", "address"),
    "names": ("id", "name", "kind", "address"),
}


def full() -> dict[str, Any]:
    """A volume that has every kind of thing."""
    more = {"isbn": "ISBN 978‐7‐5000‐0000‐1", "published": "2019-01"}
    imprint = replace(IMPRINT, place="临江", publisher="临江出版社", **more)
    return data(replace(YEARBOOK, editions=(replace(VOLUME_2017, imprint=imprint),)))


@pytest.mark.parametrize("name", WRONG)
def test_the_schema_refuses_a_wrong_value(name: str) -> None:
    made = full()
    validator().validate(made)
    places = [one for one in objects(made) if name in one]
    assert places or name == "continues"
    for one in places:
        for wrong in WRONG[name]:
            right, one[name] = one[name], wrong
            assert not validator().is_valid(made), (one, wrong)
            one[name] = right


@pytest.mark.parametrize("kind", NEEDED)
def test_the_schema_asks_for_what_the_content_must_have(kind: str) -> None:
    made = full()
    rows = [
        row
        for one in objects(made)
        for row in one.get(kind if kind in one else f"{kind}s", [])
        if isinstance(row, dict)
    ]
    assert rows
    for name in NEEDED[kind]:
        right = rows[0].pop(name)
        assert not validator().is_valid(made), name
        rows[0][name] = right
    validator().validate(made)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("ISBN 978‐7‐5000‐0000‐1", "978-7-5000-0000-1"),
        ("７５０００００００Ｘ", "750000000X"),
        ("无", None),
    ],
)
def test_an_isbn_is_said_in_digits(said: str, found: str | None) -> None:
    edition = replace(VOLUME_2017, imprint=replace(IMPRINT, isbn=said))
    assert data(replace(YEARBOOK, editions=(edition,))).get("isbn") == found


def test_empty_values_are_left_out() -> None:
    assert not [one for one in objects(data()) if {"", None} & {str(v) for v in one.values()}]


def test_an_entry_has_its_words_as_they_are_shown() -> None:
    lending = data()["sections"][0]
    assert lending["entries"][1] == {
        "id": "loans",
        "title": "扩大借阅范围",
        "title_en": "Wider lending",
        "contributors": [{"name": "张明", "body": "流通部"}, {"name": "李华"}],
        "address": "2017/lending.html#loans",
        "text": "外借图书30000余册，办证2526张，经费5.25万元，获奖。",
    }
    assert lending["notes"][0] == {
        "id": "scope",
        "text": "校注：不含续借。",
        "address": "2017/lending.html#n_scope",
    }


def test_numbers_are_numbers_and_their_written_form_is_kept() -> None:
    figures = {one["id"]: one for one in data()["figures"]}
    assert figures["budget"] == {
        "section": "lending",
        "entry": "loans",
        "id": "budget",
        "label": "购书经费",
        "value": 5.25,
        "unit": "万元",
        "written": "5.25万元",
        "scaled": 52500,
        "definition": "不含捐赠",
        "address": "2017/lending.html#f_budget",
    }
    assert (figures["loans"]["value"], figures["loans"]["approx"]) == (30000, "余")


def test_records_keep_the_names_of_their_fields() -> None:
    section = next(one for one in data()["sections"] if one["id"] == "data")
    assert section["people"] == [
        {
            "id": "wang",
            "name": "王平",
            "office": "馆长",
            "from": "2015-06",
            "address": "2017/data.html#wang",
        }
    ]
    assert section["tables"][0]["rows"][2] == ["西馆", "…"]
    assert section["pictures"][0]["file"] == "2017/images/hall.png"


def test_every_address_is_one_of_the_site() -> None:
    made = pages()
    for one in objects(data()):
        if "address" in one:
            path, _, anchor = one["address"].partition("#")
            assert path in made
            assert not anchor or f'id="{anchor}"' in made[path], one["address"]


def test_with_a_base_url_every_address_is_absolute() -> None:
    addresses = [one["address"] for one in objects(data(based())) if "address" in one]
    assert addresses[0] == f"{BASE}2017/index.html"
    assert all(one.startswith(BASE) for one in addresses)


def test_a_shape_knows_its_fields() -> None:
    with pytest.raises(AssertionError):
        Shape("x", {"id!": shapes.ID}).filled({"id": "a", "other": "b"})


# Names that occur


def test_the_names_of_a_volume_are_those_it_says() -> None:
    section = replace(
        LENDING, entries=(entry("lead", "图书借阅", "推行一卡通。"),), figures=(), notes=()
    )
    (found,) = data(with_section(section))["names"]
    assert (found["id"], found["address"]) == ("card", "2017/subjects.html#i_card")


# The data package


def written(yearbook: Yearbook, folder: Path) -> Path:
    """The data of a yearbook on the disk; the path of its package."""
    made = site(yearbook, theme())
    from yearbook.render import outputs

    for one in outputs(yearbook, theme()):
        if getattr(one, "path", "").startswith("data/"):
            path = folder / one.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(one.make())
    assert made.volumes
    return folder / "data" / "datapackage.json"


@pytest.mark.parametrize("yearbook", [YEARBOOK, based()])
def test_the_package_is_valid(yearbook: Yearbook, tmp_path: Path) -> None:
    report = Package(str(written(yearbook, tmp_path))).validate()
    assert report.flatten(["title", "note"]) == []
    assert report.stats["tasks"] >= 3


@pytest.mark.parametrize("folder", ["dongying", "examples"])
def test_the_packages_of_real_yearbooks_are_valid(
    folder: str, request: pytest.FixtureRequest
) -> None:
    root: Path = request.getfixturevalue(folder)
    report = Package(str(root / "data" / "datapackage.json")).validate()
    assert report.flatten(["title", "note"]) == []


def test_the_package_finds_a_wrong_number(tmp_path: Path) -> None:
    path = written(YEARBOOK, tmp_path)
    table = tmp_path / "data" / "2017" / "figures.csv"
    table.write_text(table.read_text("utf-8").replace(",2526,", ",many,", 1), "utf-8")
    assert not Package(str(path)).validate().valid


def test_the_columns_of_the_package_are_read_as_data(tmp_path: Path) -> None:
    found = Package(str(written(YEARBOOK, tmp_path))).get_resource("figures-2017").read_rows()
    assert next(iter(found[0])) == "edition"
    assert (found[0]["value"], str(found[0]["as_of"])) == (30000, "2017-12-31")


def test_the_package_says_its_title_its_licence_and_its_day() -> None:
    made = package.package(site(based(), theme()))
    assert made["title"] == "临江市图书馆年鉴数据"
    assert made["name"] == "example.org-linjiang"
    assert made["version"] == "2018.5.4"
    assert made["licenses"] == [
        {
            "name": "CC-BY-4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
            "title": "CC BY 4.0",
        }
    ]


@pytest.mark.parametrize(("licence", "found"), [("", None), ("仅供内部使用", "other")])
def test_a_licence_without_a_known_name_keeps_its_words(licence: str, found: str | None) -> None:
    yearbook = replace(YEARBOOK, imprint=replace(IMPRINT, licence=licence))
    licences: Any = package.package(site(yearbook, theme())).get("licenses", [])
    assert [(one["name"], one["title"]) for one in licences] == (
        [(found, licence)] if found else []
    )


def test_a_volume_that_is_not_revised_gives_the_end_of_its_period() -> None:
    yearbook = replace(YEARBOOK, editions=(replace(VOLUME_2017, revised=None),))
    assert package.version(site(yearbook, theme())) == "2017.12.31"


def test_the_table_of_figures_is_the_same_at_both_addresses() -> None:
    made = pages()
    assert made["data/2017/figures.csv"] == made["2017/figures.csv"]
