"""What is fuzzed: each target takes a text, gives it to the program, and says what went wrong.

A target raises `Broken` when a promise is broken without an exception.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import manuscripts  # the packages of the tests of Word files

from yearbook import build, cli
from yearbook.issues import ContentError, Issues, UseError
from yearbook.manuscripts import job
from yearbook.markup import parse, text_html
from yearbook.markup.hypertext import html
from yearbook.read import load
from yearbook.rules import check

TINY = ROOT / "tests" / "tiny" / "content"
ALLOWED = re.compile(
    r"</?(?:a|b|strong|em|i|p|ul|ol|li|h[3-6]|blockquote|code|pre|br|hr|sup|sub|table|thead|tbody|tr"
    r"|th|td|figure|figcaption|img|div|span|dl|dt|dd|del|ins|section|cite|q|s|u|mark|small)\b[^<]*>"
)
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
WORKBOOK = {
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
}


class Broken(Exception):
    """A promise was broken."""


@dataclass(frozen=True)
class Target:
    """A name, the language of its texts, the texts to begin with, and what is done with one."""

    name: str
    language: str
    seeds: tuple[str, ...]
    run: Callable[[str, Path], None]


def files(*endings: str, name: str = "") -> Iterator[str]:
    """Texts of the repository's yearbooks, good and bad."""
    for folder in ("tests/tiny", "tests/issues", "examples/content", "content"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in endings and path.is_file() and path.stat().st_size < 60_000:
                if name and path.name != name:
                    continue
                try:
                    yield path.read_text("utf-8")
                except UnicodeDecodeError:
                    yield path.read_text("latin-1")


def overlaid(name: str) -> Callable[[str, Path], None]:
    """The tiny yearbook with one file exchanged: read, checked, proofread; now and then built."""

    def run(text: str, folder: Path) -> None:
        content = folder / "content"
        if not content.exists():
            shutil.copytree(TINY, content)
        path = content / name
        before = path.read_bytes() if path.exists() else None
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            _examine(content)
            if random.random() < 0.05:
                _made(content)
            if random.random() < 0.05:
                _commanded(content, folder / "copy")
        finally:
            path.unlink() if before is None else path.write_bytes(before)

    return run


def _examine(content: Path) -> None:
    issues = Issues()
    yearbook = load(content, issues)
    if yearbook is not None:
        check(yearbook, issues, proofread=True)
    for issue in issues:
        if not (issue.line("zh") and issue.line("en")):
            raise Broken(f"an empty message: {issue}")


def _made(content: Path) -> None:
    """Every page is made, or there are errors."""
    try:
        made = build.outputs(build.Job(content=content, templates=ROOT / "templates"), Issues())
    except ContentError:
        return
    for one in made:
        one.make()


def _commanded(content: Path, copy: Path) -> None:
    """`check` says its say in every form; `--fix` has nothing left to mend the second time."""
    shutil.copytree(content, copy)
    places = [
        "--content",
        str(copy),
        "--templates",
        str(ROOT / "templates"),
        "--site",
        f"{copy}-site",
    ]
    try:
        for form in (["--json"], ["--github"], ["--fix"], ["--fix"]):
            before = {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}
            with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
                cli.main(["check", *places, *form])
        if any(path.read_bytes() != data for path, data in before.items()):
            raise Broken("--fix mends again")
    finally:
        shutil.rmtree(copy)


def markdown(text: str, _: Path) -> None:
    """Any prose gives words, faults and HTML of allowed tags alone."""
    prose = parse(text)
    for page in (html(prose), text_html(text)):
        left = ALLOWED.sub("", page)
        if "<" in left:
            raise Broken(f"a tag that is not allowed: {left[left.index('<') :][:60]!r}")


def imported(
    name: str, packed: Callable[[str, Path], None], **more: str
) -> Callable[[str, Path], None]:
    """A manuscript imported into an empty yearbook: refused, or in it and without errors."""

    def run(text: str, folder: Path) -> None:
        content, file = folder / "book", folder / name
        content.mkdir()
        (content / "yearbook.yaml").write_text("title: 年鉴\n", "utf-8")
        try:
            packed(text, file)
            job.run(job.Job(content=content, edition="2018", files=(file,), **more))  # type: ignore[arg-type]
            issues = Issues()
            yearbook = load(content, issues)
            if yearbook:
                check(yearbook, issues, proofread=True)
            if issues.errors:
                raise Broken(f"imported with an error: {issues.errors[0].line('en')}")
        except (ContentError, UseError):
            if sorted(path.name for path in content.rglob("*")) != ["yearbook.yaml"]:
                raise Broken("refused, but something was written") from None
        finally:
            shutil.rmtree(content)

    return run


def as_text(text: str, path: Path) -> None:
    path.write_bytes(text.encode("utf-8", "surrogatepass"))


def as_docx(text: str, path: Path) -> None:
    manuscripts.docx(path, text)


def as_xlsx(text: str, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in WORKBOOK.items():
            file.writestr(name, data)
        file.writestr("xl/worksheets/sheet1.xml", SHEET.format(text))


def as_damaged(text: str, path: Path) -> None:
    """A Word file with a few bytes changed; the text says which."""
    manuscripts.docx(path, manuscripts.p("第一章 总述") + manuscripts.table(manuscripts.tc("文")))
    data, dice = bytearray(path.read_bytes()), random.Random(text)
    for _ in range(dice.choice((1, 2, 20))):
        data[dice.randrange(len(data))] = dice.randrange(256)
    path.write_bytes(data[: dice.choice((None, None, dice.randrange(len(data))))])


def _words() -> tuple[str, ...]:
    p, table, tc, r = manuscripts.p, manuscripts.table, manuscripts.tc, manuscripts.r
    return (
        p("第一章 总述", style="1") + p("本年举办培训班12期，培训人员600人。"),
        p("一、概述")
        + table(tc("项目") + tc("人数"), tc("培训") + tc("600"))
        + p("（撰稿：李明）"),
        p(r("荣获“先进集体”称号", "<w:b/>")) + p("主席 王强") + p("1月2日 召开会议。"),
    )


SCRIPT = (ROOT / "examples/content/2019/originals/skills.txt").read_text("utf-8")
PAGE = "<html><h1>第一章 总述</h1><p>举办培训班<b>12</b>期。<sup><a href='#n1'>[1]</a></sup></p><table><tr><td>项<td>数</table><p id=n1>[1] 注</p>"
ROWS = "<row r='1'><c r='A1' t='inlineStr'><is><t>项目</t></is></c><c r='B1'><v>12</v></c></row><row r='2'><c r='A2'><v>1</v></c></row>"
SECTION, OPENING = {"section": "skills"}, {"opening": "overview"}


def targets() -> tuple[Target, ...]:
    """All of them."""
    yaml, prose = tuple(files(".yaml")), tuple(files(".md"))
    rows = (*files(".csv"), '项目,数\n"甲,乙",12\n')
    names = tuple(files(".yaml", name="names.yaml"))
    return (
        Target("section.yaml", "yaml", yaml, overlaid("2016/overview.yaml")),
        Target("edition.yaml", "yaml", yaml, overlaid("2017/edition.yaml")),
        Target("yearbook.yaml", "yaml", yaml, overlaid("yearbook.yaml")),
        Target("names.yaml", "yaml", names, overlaid("names.yaml")),
        Target("section.md", "markdown", prose, overlaid("2016/reading.md")),
        Target("overview.md", "markdown", prose, overlaid("2017/overview.md")),
        Target("prose", "markdown", prose, markdown),
        Target("table.csv", "plain", rows, overlaid("2017/tables/story-hour.csv")),
        Target("manuscript.docx", "xml", _words(), imported("m.docx", as_docx, **OPENING)),
        Target("damaged.docx", "plain", ("1", "2"), imported("m.docx", as_damaged, **OPENING)),
        Target("manuscript.html", "html", (PAGE,), imported("m.html", as_text, **OPENING)),
        Target(
            "manuscript.txt", "plain", (SCRIPT, *prose[:20]), imported("m.txt", as_text, **OPENING)
        ),
        Target("sheet.xlsx", "xml", (ROWS,), imported("m.xlsx", as_xlsx, **SECTION)),
        Target("sheet.csv", "plain", rows, imported("m.csv", as_text, **SECTION)),
    )
