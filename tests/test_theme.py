"""The templates folder: macros called once, escaping, compiled templates as a memory."""

from __future__ import annotations

import shutil
from argparse import Namespace
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.bccache import Bucket
from markupsafe import Markup, escape
from samples import TEMPLATES

from yearbook.issues import ContentError
from yearbook.render import theme
from yearbook.render.jinja import Careful, Compiled, Pages
from yearbook.render.kept import Kept
from yearbook.render.theme import Theme

LAYOUT = "{% macro row(word) %}<i>{{ word }}</i>{% endmacro %}"
WORD = lambda name: ("{{ view }}", name, None)  # noqa: E731
PAGE = '{% import "layout.html" as part %}{{ once(part.row, view) }}|{{ view }}'


def written(folder: Path, **files: str) -> Theme:
    for name, text in files.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return theme.load(folder, "themes")


def test_what_pages_have_in_common_is_what_each_of_them_would_say(tmp_path: Path) -> None:
    made = written(tmp_path, layout=LAYOUT, page=PAGE)
    said = [made.render("page.html", view=word).decode() for word in ("一", "一", "<二>", "一")]
    assert said == ["<i>一</i>|一", "<i>一</i>|一", "<i>&lt;二&gt;</i>|&lt;二&gt;", "<i>一</i>|一"]


def test_a_macro_that_knows_the_page_is_called_for_each(tmp_path: Path) -> None:
    layout = LAYOUT.replace("{{ word }}", "{{ word }}{{ other }}")
    page = PAGE.replace("as part", "as part with context")
    made = written(tmp_path, layout=layout, page=page)
    said = [made.render("page.html", view="一", other=word).decode() for word in "甲乙"]
    assert said == ["<i>一甲</i>|一", "<i>一乙</i>|一"]


@given(st.text() | st.text().map(Markup) | st.integers() | st.none() | st.booleans())
def test_what_is_put_on_a_page_is_escaped_as_jinja_does(value: object) -> None:
    assert Pages(WORD).get_template("").render(view=value) == str(escape(value))


WHOLE = """{% extends "layout.html" %}{% import "part.html" as part %}
{% block head %}{{ super() }}<b>{{ view.title }}</b>{% endblock %}
{% block main %}
{% for one in view.rows if one %}{{ loop.index }}{{ part.row(one) }}{% else %}none{% endfor %}
{% for one in view.tree recursive %}<{{ one.name }}{{ loop(one.below) }}>{% endfor %}
{% call part.box("<") %}<i>{{ view.title }}</i>{% endcall %}{{ part.row() }}{{ part.row(word="&") }}
{% set said %}{{ view.title }}<{% endset %}{{ said }}{% filter upper %}{{ view.title }}{% endfilter %}
{% include "part.html" %}{{ self["head"]() }}{% with a = "&" %}{{ a }}{{ part.row(a) }}{% endwith %}
{% autoescape false %}{{ part.row("&") }}{{ view.title }}{% endautoescape %}
{% endblock %}"""
LAID = "<{% block head %}&{% endblock %}>{% block main %}{% endblock %}|{{ view.title }}"
PART = """{% macro row(word="-") %}<i>{{ word }}</i>{% endmacro %}
{% macro box(edge) %}{{ edge }}{{ caller() }}{{ edge }}{% endmacro %}of all"""


@given(st.text(alphabet="甲&<'"), st.lists(st.text(alphabet="乙>", max_size=2), max_size=3))
def test_all_that_jinja_has_gives_what_it_gives(title: str, rows: list[str]) -> None:
    files = {"page.html": WHOLE, "layout.html": LAID, "part.html": PART}
    tree = [Namespace(name="a", below=[Namespace(name=title, below=[])])]
    view = Namespace(title=title, rows=rows, tree=tree)
    quick, careful = (
        kind(lambda name: (files[name], name, None)).get_template("page.html").render(view=view)
        for kind in (Pages, Careful)
    )
    assert quick == careful


@pytest.mark.parametrize(
    "page", ["{{ lost }}", "{{ lost.key }}", "{{ lost() }}", "{{ view.lost }}"]
)
def test_a_name_that_nothing_has_is_told_of(tmp_path: Path, page: str) -> None:
    with pytest.raises(ContentError) as told:
        written(tmp_path, page=page).render("page.html", view=Namespace())
    assert [issue.code for issue in told.value.issues] == ["T006"]


@pytest.mark.parametrize(
    "page", ["{{ view.key }}", "{{ view.from }}", "{{ view.键 }}", "{{ view.key if view else 1 }}"]
)
def test_a_template_may_ask_for_keys_as_for_attributes(tmp_path: Path, page: str) -> None:
    known = {"key": "一", "from": "一", "键": "一"}
    assert written(tmp_path, page=page).render("page.html", view=known) == "一".encode()


@pytest.mark.parametrize(
    "page", ["{{ 1 .real }}", "{{ (1, 2)|length }}", "{{ view.title() }}", "{{ view|upper }}"]
)
def test_what_python_can_do_a_template_can(tmp_path: Path, page: str) -> None:
    made = written(tmp_path, page=page)
    said = made.careful.get_template("page.html").render(view="abc")
    assert made.environment.get_template("page.html").render(view="abc") == said


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A folder of templates that is the program's own, with compiled ones in it."""
    folder = tmp_path / "templates"
    shutil.copytree(TEMPLATES, folder, ignore=shutil.ignore_patterns("__pycache__"))
    with patch("yearbook.build.OWN_TEMPLATES", (folder,)):
        compiled(folder)
    return folder


def compiled(folder: Path) -> Theme:
    theme._theme.cache_clear()
    made = theme.load(folder, "templates")
    made.compile()
    return made


def compilations(folder: Path) -> int:
    """How many templates had to be compiled."""
    with (
        patch("yearbook.build.OWN_TEMPLATES", (folder,)),
        patch.object(Pages, "compile", autospec=True, side_effect=Pages.compile) as made,
    ):
        compiled(folder)
    return made.call_count


def test_the_own_templates_are_compiled_once(ours: Path) -> None:
    assert compilations(ours) == 0
    changed = ours / "about.html"
    changed.write_text(changed.read_text(encoding="utf-8") + "<!-- -->", encoding="utf-8")
    assert compilations(ours) == 1


@pytest.mark.parametrize("damage", [b"", b"\0" * 64, b"half"])
def test_a_damaged_memory_is_compiled_again(ours: Path, damage: bytes) -> None:
    kept = sorted((ours / theme.COMPILED).iterdir())
    whole = kept[0].read_bytes()
    kept[0].write_bytes(whole[: len(whole) // 2] if damage == b"half" else damage)
    assert compilations(ours) == 1
    assert kept[0].read_bytes()[:32] == whole[:32]


def test_compiled_templates_are_those_of_one_program(tmp_path: Path) -> None:
    def bucket(program: str) -> Bucket:
        cache = Compiled(Kept(tmp_path, program))
        found = cache.get_bucket(Pages(lambda name: None, None), "x", "x.html", "1")
        if found.code is None:
            found.code = compile(repr(program), "x", "eval")
            cache.set_bucket(found)
        return found

    first = bucket("a").code
    assert bucket("a").code == first
    assert bucket("b").code != first


def test_what_is_kept_is_of_one_source_and_one_program(tmp_path: Path) -> None:
    Kept(tmp_path / "kept", "a").keep("x", b"made", b"source")
    assert Kept(tmp_path / "kept", "a").look("x", b"source") == b"made"
    assert Kept(tmp_path / "kept", "a").look("x", b"another") is None
    assert Kept(tmp_path / "kept", "b").look("x", b"source") is None
    assert Kept(tmp_path / "kept", "a").look("y", b"source") is None


def test_nothing_is_written_into_a_folder_of_a_publisher(tmp_path: Path) -> None:
    made = written(tmp_path, layout=LAYOUT, page=PAGE)
    made.render("page.html", view="一")
    assert not (tmp_path / theme.COMPILED).exists()


def test_the_same_is_rendered_where_nothing_can_be_written(ours: Path) -> None:
    shutil.rmtree(ours / theme.COMPILED)
    (ours / theme.COMPILED).write_bytes(b"")
    assert compilations(ours) > 1
