"""The documentation is true: links resolve, examples are built, nothing of the format is left out.

`pytest --regenerate` writes the messages quoted in docs/content*.md and the generated table of
docs/design.md anew; read the difference.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import browsers
import errors_doc
import pytest
import screenshots
import yaml
from locking import besides

import yearbook
from yearbook import address, build, figures
from yearbook.build import Job
from yearbook.catalog import CATALOG
from yearbook.cli import options, phrases
from yearbook.issues import Issues, Lang
from yearbook.proofread import LETTER
from yearbook.read import format, forms
from yearbook.read.fields import ById, Field, Fields, ListOf, Struct
from yearbook.read.values import Choice

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
TINY = ROOT / "tests" / "tiny" / "content" / "2017" / "images" / "hall.png"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")])
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
CONTENT: dict[Lang, Path] = {"zh": DOCS / "content.md", "en": DOCS / "content.en.md"}
SPEED = (DOCS / "speed.en.md", DOCS / "speed.md")
LANGUAGES = {
    "README.zh-CN.md": "README.md",
    "content.en.md": "content.md",
    "speed.en.md": "speed.md",
}
FENCE = re.compile(r"^( *)```(\S*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^(#+) +(.+)$", re.MULTILINE)
PATH = re.compile(r"`(content/[^`]+)`\n\n$")
YES = {"zh": "是", "en": "yes"}


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def blocks(page: str) -> list[tuple[str, str]]:
    """The fenced blocks of a page: language and text, without the indent of a list."""
    found = FENCE.finditer(page)
    return [(one[2], re.sub(f"^{one[1]}", "", one[3], flags=re.MULTILINE)) for one in found]


def prose(page: str) -> str:
    """The page without its blocks and code spans."""
    return re.sub(r"`[^`\n]*`", "`", FENCE.sub("", page))


def anchors(page: str) -> list[str]:
    """The anchors that GitHub gives to the headings."""
    heads = (re.sub(r"[`*]", "", title) for _, title in HEADING.findall(FENCE.sub("", page)))
    return [re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads]


# Links


def kinds_of_page() -> set[str]:
    return {*browsers.FIXED, *browsers.SEVERAL, *browsers.MARKS, "section"}


def pictured(name: str) -> bool:
    """Whether tools/screenshots.py makes a picture of this name."""
    stems = {f"{kind}-print" for kind in kinds_of_page()}
    stems |= {
        f"{kind}-{width}-{scheme}"
        for kind in kinds_of_page()
        for width, scheme in screenshots.SHOTS
    }
    return name.removesuffix(".png") in stems


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_relative_links_lead_somewhere(page: Path) -> None:
    for href in LINK.findall(prose(text(page))):
        path, _, anchor = href.partition("#")
        if re.match(r"[a-z]+:", href):
            assert href.startswith("https://"), href
            continue
        target = (page.parent / path).resolve() if path else page
        assert target.is_relative_to(ROOT), href
        if target.parent == DOCS / "screenshots":
            assert pictured(target.name), href
        else:
            assert target.exists(), href
        assert not anchor or anchor in anchors(text(target)), href


# The two READMEs, and the two pages on content


def hrefs(page: Path) -> list[str]:
    """The links of a page, those to pages in two languages as to one."""
    found = sorted(LINK.findall(prose(text(page))))
    for own, other in LANGUAGES.items():
        found = [href.replace(own, other) for href in found]
    return sorted(found)


def alike(one: Path, other: Path) -> None:
    pages = text(one), text(other)
    heads = [[marks for marks, _ in HEADING.findall(FENCE.sub("", page))] for page in pages]
    assert heads[0] == heads[1]
    assert hrefs(one) == hrefs(other)
    rows = [re.findall(r"^\| *(`[^|]*`) *\|", page, re.MULTILINE) for page in pages]
    assert rows[0] == rows[1]


def test_the_readmes_are_equal() -> None:
    alike(*READMES)
    assert blocks(text(READMES[0])) == blocks(text(READMES[1]))
    lists = [re.findall(r"^(?:- |\d\. )", prose(text(page)), re.MULTILINE) for page in READMES]
    assert lists[0] == lists[1]


def test_the_pages_on_content_are_equal() -> None:
    alike(CONTENT["zh"], CONTENT["en"])
    found = [[one for one in blocks(text(page)) if one[0] != "text"] for page in CONTENT.values()]
    assert found[0] == found[1]


def test_the_pages_on_speed_are_equal() -> None:
    alike(*SPEED)
    assert blocks(text(SPEED[0])) == blocks(text(SPEED[1]))
    rows = [re.findall(r"^\|.*", text(page), re.MULTILINE) for page in SPEED]
    numbers = [[re.findall(r"\d+", row) for row in page if "](" not in row] for page in rows]
    assert numbers[0] == numbers[1]


@pytest.mark.parametrize("page", [READMES[1], CONTENT["zh"], SPEED[1]], ids=lambda page: page.name)
def test_chinese_has_no_blanks_beside_digits_and_full_punctuation(page: Path) -> None:
    said = re.sub(r"\]\([^)]*\)", "]", prose(text(page))).replace("文件:行:列: ", "")
    assert re.findall(r".{4}[\u3400-\u9fff] +\d|\d +[\u3400-\u9fff].{4}", said) == []
    assert re.findall(r"[\u3400-\u9fff][,;:!?()]|[,;:!?()][\u3400-\u9fff]", said) == []


# Commands and options


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_every_command_and_option_is_documented(page: Path) -> None:
    rows = set(re.findall(r"^\| `([^`]+)` \|", text(page), re.MULTILINE))
    long = {name for name in (*options.VALUES, *options.FLAGS) if name.startswith("--")}
    assert rows >= {*options.COMMANDS, *long}
    assert {row for row in rows if row.startswith("-")} == long
    assert "`-h`" in text(page)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_help_names_every_command_and_option(lang: Lang) -> None:
    said = phrases.HELP[lang]
    assert all(re.search(rf"^  {name}\b", said, re.MULTILINE) for name in options.COMMANDS)
    assert all(name in said for name in (*options.VALUES, *options.FLAGS))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_in_the_documentation_are_those_of_the_program(page: Path) -> None:
    for _, block in blocks(text(page)):
        for line in re.findall(r"^(?:python build\.py|yearbook)((?: .*)?)$", block, re.MULTILINE):
            options.parse(line.split(), "en")


def test_the_workflow_and_the_settings_are_well_formed() -> None:
    flow = next(block for kind, block in blocks(text(READMES[0])) if "jobs:" in block)
    assert set(yaml.safe_load(flow)) == {"name", True, "permissions", "jobs"}  # `on` is true


# The fields of the format


def keys(kind: Any) -> tuple[Field, ...]:
    found = kind.keys if isinstance(kind, Struct) else kind
    assert isinstance(found, Fields)
    return found.fields


def records() -> dict[str, tuple[Field, ...]]:
    """The fields of every mapping of the format, by the name that the pages mark its table with."""
    own = tuple(one for one in keys(format.EDITION) if one.key not in format.IMPRINT_KEYS)
    made = {
        "yearbook": keys(format.YEARBOOK),
        "edition": own,
        "period": keys(forms.SPAN),
        "category": keys(forms.CATEGORY),
        "recipient": keys(forms.RECIPIENTS),
        "section": keys(format.SECTION),
    }
    for name, value in vars(format).items():
        if isinstance(value, Struct):
            made[name.lower()] = keys(value)
    return made


def tables(page: str) -> dict[str, list[list[str]]]:
    """The rows of the tables marked `<!-- fields: NAME -->`, a list of cells each."""
    found = re.findall(r"<!-- fields: (\w+) -->\n\n((?:\|.*\n)+)", page)
    return {
        name: [
            [cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[2:]
        ]
        for name, table in found
    }


@pytest.mark.parametrize("lang", CONTENT)
def test_every_field_is_documented(lang: Lang) -> None:
    found, wanted = tables(text(CONTENT[lang])), records()
    assert found.keys() == wanted.keys()
    for name, row in wanted.items():
        assert [cells[0] for cells in found[name]] == [f"`{one.key}`" for one in row], name
        required = {cells[0].strip("`") for cells in found[name] if cells[1] == YES[lang]}
        assert required == {one.key for one in row if one.required}, name
        assert all(cells[2] for cells in found[name]), name


def choices(kind: Any) -> tuple[str, ...]:
    inner = kind.kind if isinstance(kind, ListOf | ById) else kind
    return inner.words if isinstance(inner, Choice) else ()


@pytest.mark.parametrize("lang", CONTENT)
def test_every_choice_of_a_field_is_documented(lang: Lang) -> None:
    found = tables(text(CONTENT[lang]))
    for name, row in records().items():
        for field, cells in zip(row, found[name], strict=True):
            missing = [word for word in choices(field.kind) if word not in cells[2]]
            assert missing == [], f"{name}.{field.key}"


@pytest.mark.parametrize("lang", CONTENT)
def test_the_names_that_no_section_may_have_are_documented(lang: Lang) -> None:
    page = text(CONTENT[lang])
    line = page.partition("<!-- stems -->\n")[2].partition("\n")[0]
    assert set(re.findall("`([^`]+)`", line)) == set(address.RESERVED_STEMS)
    assert all(f"`{name}`" in page for name in ("con", "prn", "aux", "nul", "com0", "lpt9"))


# The examples


@dataclass(frozen=True)
class Slip:
    """A wrong line with the right one, and where the page says what comes of it."""

    path: str
    wrong: str
    right: str
    said: str
    span: tuple[int, int]


def examples(page: str) -> dict[str, str]:
    """The files that a page shows, the parts of each in their order."""
    made: dict[str, str] = {}
    for block in FENCE.finditer(page):
        path = PATH.search(page, 0, block.start())
        if path and block[2] not in ("diff", "text"):
            made[path[1]] = made.get(path[1], "") + block[3]
    return {path: grown(path, said) for path, said in made.items()}


def grown(path: str, said: str) -> str:
    """A Markdown file grows by blocks of their own."""
    return re.sub(r"\n+(?=## )", "\n\n", said) if path.endswith(".md") else said


def slips(page: str) -> Iterator[Slip]:
    found = list(FENCE.finditer(page))
    for block, after in pairwise(found):
        path = PATH.search(page, 0, block.start())
        if block[2] == "diff":
            assert path and after[2] == "text", block[0]
            lines = block[3].splitlines(keepends=True)
            wrong = "".join(line[1:] for line in lines if line[0] == "-")
            right = "".join(line[1:] for line in lines if line[0] == "+")
            yield Slip(path[1], wrong, right, after[3], after.span(3))


def lay(files: dict[str, str], folder: Path) -> None:
    """Write the example yearbook; the pictures that it shows are any pictures."""
    for path, said in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(said, encoding="utf-8")
    for name in sorted(set(re.findall(r"images/([\w-]+\.png)", "".join(files.values())))):
        target = folder / "content" / "2018" / "images" / name
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(TINY, target)


def checked(folder: Path, lang: Lang, monkeypatch: pytest.MonkeyPatch) -> str:
    """The lines that `check` prints for the yearbook in a folder, whose volumes are not locked."""
    monkeypatch.chdir(folder)
    issues = Issues()
    build.check(Job(Path("content"), ROOT / "templates"), issues)
    return "".join(f"{issue.line(lang)}\n" for issue in besides(issues))


@pytest.mark.parametrize("lang", CONTENT)
def test_the_examples_are_a_yearbook_without_issues(
    lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(examples(text(CONTENT[lang])), tmp_path)
    assert checked(tmp_path, lang, monkeypatch) == ""
    build.build(Job(Path("content"), ROOT / "templates", Path("site")))
    assert (tmp_path / "site" / "2018" / "night.html").is_file()


@pytest.mark.parametrize("lang", CONTENT)
def test_the_wrong_examples_are_called_wrong(
    lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    page = text(CONTENT[lang])
    files, new, end = examples(page), "", 0
    for nth, slip in enumerate(slips(page)):
        whole = files[slip.path]
        assert whole.count(slip.right) == 1, slip.right
        folder = tmp_path / str(nth)
        lay(files | {slip.path: whole.replace(slip.right, slip.wrong)}, folder)
        said = checked(folder, lang, monkeypatch)
        assert said, slip.wrong
        new += page[end : slip.span[0]] + said
        end = slip.span[1]
    new += page[end:]
    if request.config.getoption("--regenerate"):
        CONTENT[lang].write_text(new, encoding="utf-8", newline="\n")
    assert text(CONTENT[lang]) == new


def test_every_field_stands_in_an_example() -> None:
    said = "".join(examples(text(CONTENT["zh"])).values())
    left_out = {"publisher", "place", "published", "isbn", "base_url", "citation"}
    left_out |= {"carried"}  # it is a warning as long as it stands
    left_out |= {"elsewhere"}  # the program writes it
    wanted = {one.key for row in records().values() for one in row} - left_out
    assert {key for key in wanted if not re.search(rf"\b{key}:", said)} == set()


def test_codes_in_the_documentation_exist() -> None:
    for page in (*CONTENT.values(), DOCS / "design.md"):
        assert set(re.findall(r"\b[CTS]\d{3}\b", text(page))) <= set(CATALOG), page.name


def main_clause(said: str) -> str:
    """What must be, without what stands there; in Chinese without blanks beside digits."""
    clause = re.split("[:：;；]", said)[0]
    said = said if "{" in clause else clause
    return re.sub(r"(?<=[\u3400-\u9fff]) (?=\d)|(?<=\d) (?=[\u3400-\u9fff])", "", said)


def marks(lang: Lang) -> str:
    """The table of the codes of proofreading: grade, whether `--fix` mends it, what must be."""
    grades = {"warning": ("警告", "warning"), "hint": ("提示", "hint")}
    rows = ["| 代码 | 等级 | 改 | 内容 |" if lang == "zh" else "| code | grade | mend | what |"]
    rows += ["|---|---|---|---|"]
    for code, message in sorted(CATALOG.items()):
        if code.startswith(LETTER):
            said = errors_doc.words(main_clause(message.zh if lang == "zh" else message.en))
            grade = grades[message.severity][lang == "en"]
            rows.append(f"| `{code}` | {grade} | {'✓' if message.fixable else ''} | {said} |")
    return "".join(f"{row}\n" for row in rows)


@pytest.mark.parametrize("lang", CONTENT)
def test_every_code_of_proofreading_is_documented(
    lang: Lang, request: pytest.FixtureRequest
) -> None:
    head, mark, tail = text(CONTENT[lang]).partition("<!-- marks -->\n\n")
    assert mark
    new = head + mark + marks(lang) + tail[tail.index("\n## ") :]
    if request.config.getoption("--regenerate"):
        CONTENT[lang].write_text(new, encoding="utf-8", newline="\n")
    assert text(CONTENT[lang]) == new


def written_forms(page: str) -> list[list[str]]:
    """The rows of the table of written forms."""
    table = re.search(r"\| `value` \| `unit` \| `approx` \|\n.*\n((?:\|.*\n)+)", page)
    assert table
    rows = table[1].splitlines()
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


@pytest.mark.parametrize("lang", CONTENT)
def test_the_written_forms_are_found(lang: Lang) -> None:
    for said, value, unit, approx in written_forms(text(CONTENT[lang])):
        (number,) = figures.numbers(f"全年有{said}。")
        assert (str(number.value), number.unit, number.approx) == (value, unit, approx)


def test_what_is_no_figure_is_none() -> None:
    said = "2018年5月1日8时30分，第3届、2016—2020年、《第12条》“5个一”、PM2.5。"
    assert figures.numbers(said) == ()


@pytest.mark.parametrize("lang", CONTENT)
def test_the_links_shown_are_good(
    lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = text(CONTENT[lang])
    shown = re.findall(r"`(\[(?:文字|words)\]\([^`]+\))`", page)
    assert len(shown) == 9
    files = examples(page)
    files["content/2018/lending.md"] += "\n" + "\n\n".join(shown) + "\n"
    files["content/files/guide.pdf"] = ""
    lay(files, tmp_path)
    assert checked(tmp_path, lang, monkeypatch) == ""


# The design notes


def modules() -> list[str]:
    """Every module of the program, as the page of the design names it."""
    found = pkgutil.walk_packages(yearbook.__path__, "yearbook.")
    return [module.name.removeprefix("yearbook.") for module in found if not module.ispkg]


def test_every_module_is_mentioned() -> None:
    page = text(DOCS / "design.md")
    named = set(re.findall(r"`([\w/]+)\.py`", page))
    assert {module.replace(".", "/") for module in modules()} <= named | {"__main__"}


def rendered() -> dict[str, type[Any]]:
    """Every record of the modules that make pages, by its name."""
    found: dict[str, type[Any]] = {}
    for name in sorted(modules()):
        if name.startswith("render."):
            module = importlib.import_module(f"yearbook.{name}")
            own = [one for one in vars(module).values() if isinstance(one, type)]
            mine = [one for one in own if one.__module__ == module.__name__ and is_dataclass(one)]
            found |= {one.__name__: one for one in mine}
    return found


def views() -> list[type[Any]]:
    """The records that templates are given, and those within them."""
    known = rendered()
    page = text(DOCS / "design.md").partition("## What a template gets")[2]
    waiting = re.findall(r"\b(\w+View|\w+Shown)\b", page.partition("The fields of these")[0])
    wanted: list[str] = []
    while waiting:
        name = waiting.pop(0)
        if name not in wanted:
            wanted.append(name)
            waiting += inner(known[name], known)
    return [known[name] for name in known if name in wanted]


def inner(record: type[Any], known: dict[str, type[Any]]) -> list[str]:
    """The records of pages that a record has as fields."""
    words = (word for one in fields(record) for word in re.findall(r"\w+", str(one.type)))
    return [word for word in words if word in known]


def view_table() -> str:
    """The table of the names that a template finds in each record."""
    known = rendered()
    rows = ["| record | its names |", "|---|---|"]
    for view in views():
        said = []
        for one in fields(view):
            within = [name for name in re.findall(r"\w+", str(one.type)) if name in known]
            said.append(f"`{one.name}`" + (f" ({within[0]})" if within else ""))
        rows.append(f"| `{view.__name__}` | {', '.join(said)} |")
    return "\n".join(rows) + "\n"


def test_the_names_that_templates_get_are_documented(request: pytest.FixtureRequest) -> None:
    path = DOCS / "design.md"
    head, _, rest = text(path).partition("<!-- views -->\n")
    _, _, tail = rest.partition("\n<!-- end of views -->")
    assert tail
    new = f"{head}<!-- views -->\n\n{view_table()}\n<!-- end of views -->{tail}"
    if request.config.getoption("--regenerate"):
        path.write_text(new, encoding="utf-8", newline="\n")
    assert text(path) == new, "run: pytest --regenerate tests/test_docs.py"


def test_every_template_is_documented() -> None:
    page = text(DOCS / "design.md")
    found = (path for path in (ROOT / "templates").rglob("*.*") if path.suffix != ".bin")
    files = [path.relative_to(ROOT / "templates") for path in found]
    assert [path for path in files if f"`{path.as_posix()}`" not in page] == []
