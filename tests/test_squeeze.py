"""Scripts are made smaller without a change of what they do."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from samples import TEMPLATES

from yearbook.render import theme
from yearbook.render.assets import squeezed_script

SCRIPTS = sorted((TEMPLATES / "assets").glob("*.js"), key=lambda path: path.name)


@pytest.mark.parametrize(
    ("script", "made"),
    [
        ("var a = 1;\n  var b = 2;", "var a=1;var b=2;"),
        ("/* one */ a ( b , c ) ; // two", "a(b,c);"),
        ("a = b\nc = d", "a=b\nc=d"),
        ("function f() {\n  return\n  a;\n}\ng()", "function f(){return\na;}\ng()"),
        ("x\n(y)\n[z]\n+1\n-1\n/2/g", "x\n(y)\n[z]\n+1\n-1\n/2/g"),
        ("a\n.b()\n.c()", "a.b().c()"),
        ("a + +b - -c", "a+ +b- -c"),
        ("a++ + b", "a++ +b"),
        ("a < !--b", "a< !--b"),
        ("typeof  x  in  y", "typeof x in y"),
        ("a / b / c", "a/b/c"),
        ("a / /b c/.c", "a/ /b c/.c"),
        ("x = / a \" [/ ' ] b /g . test ( y )", "x=/ a \" [/ ' ] b /g.test(y)"),
        ("return  / a /", "return/ a /"),
        ("f(a) / 2 ; g = ' / '", "f(a)/2;g=' / '"),
        ("'a  b' + \"/* c */ // d\"", "'a  b'+\"/* c */ // d\""),
        ("'it\\'s  so' ; b", "'it\\'s  so';b"),
        ("1 .toFixed ( )", "1 .toFixed()"),
        ("年 = 鉴\n鉴 = 年", "年=鉴\n鉴=年"),
        ("  a = `\n  b  ${ c }`;\n/* d */\n", "a = `\nb  ${ c }`;"),
        ("", ""),
    ],
)
def test_only_blanks_and_comments_that_mean_nothing_go(script: str, made: str) -> None:
    assert squeezed_script(script) == made + "\n"


@pytest.mark.parametrize(
    ("script", "made"),
    [
        ("var first = 1, next = first;", "var a=1,b=a;"),
        ("function twice(count) { return count * 2; }", "function b(a){return a*2;}"),
        ("let many = [1, 2], a; f(...many)", "let b=[1,2],a;f(...b)"),
        ("var text = {text: 1}, of = text.text", "var text={text:1},a=text.text"),
        ("const name = 'name'; const key = /name/", "const b='name';const a=/name/"),
        ("rows.map((one, nth) => one + nth, row => row)", "rows.map((b,a)=>b+a,c=>c)"),
        ("var all = f(one, two), few = all", "var a=f(one,two),b=a"),
        ("`${ name }`; var name", "/* @short-names */ `${ name }`; var name"),
    ],
)
def test_a_script_that_asks_gets_short_names_for_its_own(script: str, made: str) -> None:
    assert squeezed_script("/* @short-names */ " + script) == made + "\n"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_squeezed_script_stays_as_it_is(path: Path) -> None:
    script = path.read_text(encoding="utf-8")
    made = squeezed_script(script)
    assert squeezed_script(made) == made
    assert len(made) < len(script)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_the_own_scripts_are_still_scripts(path: Path, chromium: Any) -> None:
    page = chromium.new_page()
    whole = theme.load(path.parent.parent).render(f"assets/{path.name}", words="{}")
    script = squeezed_script(whole.decode("utf-8"))
    page.evaluate("script => { new Function(script) }", script)
    page.close()


def size(site: Path, *names: str) -> int:
    """The bytes of scripts over the wire."""
    return sum(len(gzip.compress((site / "assets" / name).read_bytes(), 9)) for name in names)


def test_the_scripts_are_small(dongying: Path) -> None:
    assert size(dongying, "annals.js") <= 2 * 1024
    assert size(dongying, "engine.js") <= 5_000
    assert size(dongying, "engine.js", "search.js") <= 12_000
