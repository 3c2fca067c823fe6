"""A build after a change: only what shows the change is written, and the site is that of a clean
build, byte for byte."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from building import EXAMPLES, append, built, clean, copied, edit, stats, tiny, tree, written
from PIL import Image

from yearbook.build import Job, stamp_of
from yearbook.issues import ContentError
from yearbook.read import text
from yearbook.render import program
from yearbook.search import chapters
from yearbook.write.workplace import workplace

__all__ = ["tiny"]
EDITS = int(os.environ.get("YEARBOOK_EDITS", "25"))
SITE = Path("site")


@pytest.fixture
def examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the yearbook of three years in the current folder, its words not locked."""
    monkeypatch.chdir(copied(EXAMPLES, tmp_path / "work"))
    for lock in Path("content").glob("*/edition.lock"):
        lock.unlink()
    return Path()


def after(change: Callable[[], object]) -> set[str]:
    """The pages written after a change; the site is then that of a clean build."""
    built()
    before = stats(SITE)
    change()
    result = built()
    kept = {f"site/{name}" for name in tree(SITE)} - {f"site/{name}" for name in written(result)}
    kept.discard("site/yearbook.sha256")
    assert {path: stats(SITE)[path] for path in kept} == {path: before[path] for path in kept}
    assert tree(SITE) == clean()
    return written(result)


def compared(stem: str, edition: str, *pairs: str) -> set[str]:
    """The script of a section, and its comparisons."""
    pages = {f"compare/{pair}/{stem}.html" for pair in pairs}
    return {f"compare/data/{edition}/{stem}.js", *pages}


def citations(edition: str) -> set[str]:
    """The files of citations of an edition."""
    return {f"data/{edition}/citations.{kind}" for kind in ("bib", "js", "json", "ris")}


# which pages a change reaches


def test_words_of_an_entry_reach_its_page_and_the_search(tiny: Path) -> None:
    changed = after(lambda: edit("content/2016/reading.md", "延长开放时间", "延长开放两小时"))
    assert changed == {
        "2016/reading.html",
        "data/2016/edition.json",
        "search/all.js",
        *compared("reading", "2016", "2016-2017"),
    }


def test_words_of_an_entry_in_a_yearbook_of_three_years(examples: Path) -> None:
    changed = after(lambda: append("content/2019/skills.md", "\n又举办夜校。\n"))
    assert changed == {
        "2019/skills.html",
        "data/2019/edition.json",
        "search/all.js",
        *compared("skills", "2019", "2017-2019", "2019-2020"),
        "compare/2017-2019/index.html",  # where the sentences that differ are counted
        "compare/2019-2020/index.html",
    }


def test_the_title_of_an_entry_reaches_what_lists_it(tiny: Path) -> None:
    changed = after(lambda: edit("content/2016/reading.md", "## 夜间开放", "## 夜读"))
    assert changed == {
        "2016/english.html",
        "2016/reading.html",
        "2016/subjects.html",
        "2017/reading.html",
        *citations("2016"),
        *compared("reading", "2016", "2016-2017"),
        "data/2016/edition.json",
        "search/all.js",
        "subjects.html",
        "through/reading.html",
        "years.html",
    }


def test_the_title_of_a_section_reaches_the_pages_that_list_it(tiny: Path) -> None:
    changed = after(lambda: edit("content/2016/overview.md", "# 概述", "# 总述"))
    assert {"2016/index.html", "2016/overview.html", "2016/reading.html"} <= changed
    assert not {"about.html", "404.html", "2017/leaders.html", "2017/honours.html"} & changed


def test_the_editorial_notes_reach_their_page_alone(tiny: Path) -> None:
    assert after(lambda: append("content/about.md", "\n又记一笔。\n")) == {"about.html"}


def test_a_figure_reaches_the_pages_that_show_it(tiny: Path) -> None:
    def change() -> None:
        edit("content/2016/overview.md", "80500册", "81000册")
        edit("content/2016/overview.yaml", "80500", "81000")

    assert after(change) == {
        "2016/figures.csv",
        "2016/figures.html",
        "2016/figures.json",
        "2016/overview.html",
        *citations("2016"),
        *compared("overview", "2016", "2016-2017"),
        "data/2016/edition.json",
        "data/2016/figures.csv",
        "search/all.js",
        "series/holdings.csv",
        "series/holdings.html",
    }


def test_a_changed_picture_is_copied_anew(tiny: Path) -> None:
    picture = Path("content/2017/images/hall.png")
    with Image.open(picture) as image:
        turned = image.convert("RGB").transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    assert after(lambda: turned.save(picture)) <= {"2017/images/hall.png", "2017/leaders.html"}
    with Image.open("site/2017/images/hall.png") as copy:
        assert copy.tobytes() == turned.tobytes()


def test_a_picture_of_another_size_reaches_the_page_that_shows_it(tiny: Path) -> None:
    picture = Path("content/2017/images/hall.png")
    with Image.open(picture) as image:
        wider = image.convert("RGB").resize((99, 50))
    changed = after(lambda: wider.save(picture))
    assert "2017/images/hall.png" in changed
    assert any(page.endswith(".html") for page in changed)
    assert b'width="99"' in b"".join(tree(SITE)[page] for page in changed if "html" in page)


def test_a_file_that_is_published_as_it_is(tiny: Path) -> None:
    change = after(lambda: append("content/files/verification.txt", "x"))
    assert change == {"verification.txt"}


def test_a_style_reaches_itself_alone(tiny: Path) -> None:
    assert after(lambda: append("templates/assets/search.css", "\np { color: red }\n")) >= {
        "assets/search.css"
    }


def test_a_deleted_section_is_gone(tiny: Path) -> None:
    def change() -> None:
        Path("content/2017/references.yaml").unlink()
        edit("content/2017/edition.yaml", "  - references\n", "")

    after(change)
    assert not (SITE / "2017/references.html").exists()


def test_a_deleted_edition_is_gone_with_its_folder(examples: Path) -> None:
    after(lambda: shutil.rmtree("content/2021"))
    assert not (SITE / "2021").exists()


def test_drafts_come_and_go(examples: Path) -> None:
    built(drafts=True)
    assert (SITE / "2021").is_dir()
    built()
    assert not (SITE / "2021").exists()
    assert tree(SITE) == clean()


def test_pages_across_years_come_and_go(tiny: Path) -> None:
    """The switch is among the facts of a stamp: a change of it alone builds again."""
    built()
    whole = tree(SITE)
    built(without=frozenset({"across"}))
    assert "compare.html" not in tree(SITE)
    built()
    assert tree(SITE) == whole


# nothing changed


def test_a_text_is_read_once(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is built is built of the bytes that the stamp knows."""
    found = []

    def opened(path: str | Path, start: Callable[..., tuple[bytes, int]] = text._start) -> object:
        found.append(Path(path).suffix)
        return start(path)

    monkeypatch.setattr(text, "_start", opened)
    built()
    assert not {".md", ".yaml", ".csv"}.intersection(found)


def test_a_stamp_knows_which_program_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the files themselves tell it."""
    stamped: dict[str, bytes] = {}
    monkeypatch.setattr(program, "_stamped", stamped)
    read = program.program.__wrapped__()
    found = stamp_of(Job(content=EXAMPLES))
    assert found
    program.known(found)
    assert stamped
    assert program.program.__wrapped__() == read


def test_nothing_changed_writes_nothing(tiny: Path) -> None:
    built()
    before = tree(Path(".site.build")), stats(SITE)
    assert built().report is None
    assert (tree(Path(".site.build")), stats(SITE)) == before


def test_a_file_that_was_only_touched_changes_nothing(tiny: Path) -> None:
    built()
    os.utime("content/about.md", (0, 0))
    assert built().report is None
    os.utime("content/about.md", (0, 0))
    assert built().report is None


def test_a_touch_while_another_build_runs_is_no_fault(tiny: Path) -> None:
    built()
    os.utime("content/about.md", (0, 0))
    with workplace(SITE):
        assert built().report is None


def test_a_change_that_keeps_size_and_time_is_seen(tiny: Path) -> None:
    """As when a file is edited twice within the clock's step."""
    built()
    file = Path("content/2016/reading.md")
    found = file.stat()
    edit(file, "每周五", "每周六")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert "2016/reading.html" in written(built())


def test_a_draft_folder_of_templates_is_not_mistaken_for_another(tiny: Path) -> None:
    built()
    shutil.copytree("templates", "others")
    edit("others/404.html", "</main>", "<p>别处</p></main>")
    assert written(built(templates=Path("others"))) == {"404.html"}


def test_a_build_that_fails_changes_nothing_and_the_next_one_sees_everything(tiny: Path) -> None:
    built()
    before = stats(SITE)
    edit("content/2016/reading.md", "夏季", "春季")
    edit("content/2016/overview.md", "80500", "80001")
    with pytest.raises(ContentError):
        built()
    assert stats(SITE) == before
    edit("content/2016/overview.md", "80001", "80500")
    assert "2016/reading.html" in written(built())
    assert tree(SITE) == clean()


def test_another_store_of_the_search_takes_the_place_of_the_one_before(examples: Path) -> None:
    def stores() -> set[str]:
        return {path for path in tree(SITE) if path in ("search/all.js", "search/meta.js")}

    built(search="exact")
    assert stores() == {"search/meta.js"}
    built(search="text")
    assert stores() == {"search/all.js"}
    assert tree(SITE) == clean()  # which is small
    assert built(search="text").report is None
    built(search="exact")
    assert stores() == {"search/meta.js"}


# any change


@pytest.mark.parametrize("most", [chapters.SMALL, 0], ids=["small store", "large store"])
def test_random_edits_leave_the_site_of_a_clean_build(
    examples: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Edits, some of which make errors: those leave the site as it was."""
    monkeypatch.setattr(chapters, "SMALL", most)
    seed = int(os.environ.get("YEARBOOK_SEED", "2017"))
    chance = random.Random(seed)
    built(drafts=True)
    shutil.copytree("content", "last")
    for number in range(EDITS):
        before = tree(SITE)
        change = chance.choice(CHANGES)
        change(chance, number)
        try:
            built(drafts=True)
        except ContentError:
            assert tree(SITE) == before, (seed, number, change.__name__)
            shutil.rmtree("content")
            shutil.copytree("last", "content")
        else:
            built(Path("clean"), drafts=True)
            assert tree(SITE) == tree(Path("clean")), (seed, number, change.__name__)
            shutil.rmtree("clean")
            shutil.rmtree(".clean.build")
        shutil.rmtree("last")
        shutil.copytree("content", "last")


def proses(chance: random.Random) -> Path:
    return chance.choice(sorted(Path("content").glob("2*/*.md")))


def add_a_paragraph(chance: random.Random, number: int) -> None:
    append(proses(chance), f"\n第{'一二三四五'[number % 5]}次补记。\n")


def add_an_entry(chance: random.Random, number: int) -> None:
    append(proses(chance), f"\n## 新条目 {{#new-{number}}}\n\n补记其事。\n")


def add_an_entry_with_a_note(chance: random.Random, number: int) -> None:
    append(
        proses(chance),
        f"\n## 附 {{#note-{number}}}\n\n补记[^n{number}]。\n\n[^n{number}]: 存疑。\n",
    )


def rename_an_entry(chance: random.Random, number: int) -> None:
    file = proses(chance)
    lines = file.read_text("utf-8").split("\n")
    heads = [at for at, line in enumerate(lines) if line.startswith("## ") and "{#" in line]
    if heads:
        at = chance.choice(heads)
        lines[at] = lines[at].replace("## ", "## 再", 1)
        file.write_text("\n".join(lines), "utf-8")


def give_an_entry_another_id(chance: random.Random, number: int) -> None:
    file = proses(chance)
    text = file.read_text("utf-8")
    file.write_text(text.replace("{#", f"{{#x{number}-", 1), "utf-8")


def remove_the_last_entry(chance: random.Random, number: int) -> None:
    file = proses(chance)
    text = file.read_text("utf-8")
    if text.count("\n## ") > 1:
        file.write_text(text[: text.rindex("\n## ")] + "\n", "utf-8")


def add_a_section(chance: random.Random, number: int) -> None:
    year = chance.choice(("2019", "2020", "2021"))
    Path(f"content/{year}/more-{number}.md").write_text("# 又一分目\n\n记其事。\n", "utf-8")
    list_first(year, f"more-{number}")


def move_a_section(chance: random.Random, number: int) -> None:
    """Give it another address."""
    files = sorted(Path("content").glob("2*/more-*.md"))
    if files:
        file = chance.choice(files)
        edit(file.parent / "edition.yaml", f"{file.stem}\n", f"moved-{number}\n")
        file.rename(file.with_name(f"moved-{number}.md"))


def add_a_figure(chance: random.Random, number: int) -> None:
    """In a section of its own, declared and said."""
    value = chance.randrange(100, 9999)
    Path(f"content/2021/more-{number}.md").write_text(f"# 数\n\n来客{value}人。\n", "utf-8")
    Path(f"content/2021/more-{number}.yaml").write_text(
        f"figures:\n  guests-{number}: {{entry: lead, label: 来客, value: {value}, unit: 人}}\n",
        "utf-8",
    )
    list_first("2021", f"more-{number}")


def list_first(year: str, stem: str) -> None:
    edit(f"content/{year}/edition.yaml", "contents:\n", f"contents:\n  - {stem}\n")


def add_a_file(chance: random.Random, number: int) -> None:
    Path(f"content/files/paper-{number % 3}.txt").write_text(str(number), "utf-8")


def remove_a_file(chance: random.Random, number: int) -> None:
    Path(f"content/files/paper-{number % 3}.txt").unlink(missing_ok=True)


def change_a_picture(chance: random.Random, number: int) -> None:
    file = chance.choice(sorted(Path("content").glob("2*/images/*.png")))
    size = chance.randrange(20, 90), 40
    Image.new("RGB", size, (number % 255, 0, 0)).save(file)


def change_the_title(chance: random.Random, number: int) -> None:
    file = Path("content/yearbook.yaml")
    text = file.read_text("utf-8")
    file.write_text(text.replace("title: ", "title: 新", 1), "utf-8")


def publish_or_withdraw(chance: random.Random, number: int) -> None:
    file = Path("content/2020/edition.yaml")
    text = file.read_text("utf-8")
    new = text.replace("status: released", "status: draft")
    file.write_text(
        new if new != text else text.replace("status: draft", "status: released"), "utf-8"
    )


def change_a_template(chance: random.Random, number: int) -> None:
    append(chance.choice(sorted(Path("templates").glob("*.html"))), f"{{# {number} #}}")


def change_a_style(chance: random.Random, number: int) -> None:
    append("templates/assets/annals.css", f"\n.x{number} {{ margin: 0 }}\n")


CHANGES = (
    add_a_paragraph,
    add_an_entry,
    add_an_entry_with_a_note,
    rename_an_entry,
    give_an_entry_another_id,
    remove_the_last_entry,
    add_a_section,
    move_a_section,
    add_a_figure,
    add_a_file,
    remove_a_file,
    change_a_picture,
    change_the_title,
    publish_or_withdraw,
    change_a_template,
    change_a_style,
)


# the indexes


def test_a_new_name_reaches_the_indexes_of_the_volumes_that_say_it(tiny: Path) -> None:
    def change() -> None:
        append("content/names.yaml", "night-hours: {name: 延长开放时间, kind: programme}\n")

    changed = {path for path in after(change) if path.endswith(".html")}
    assert changed >= {"honours.html", "2016/honours.html"}
    assert "2016/reading.html" not in changed
    assert "2017/subjects.html" not in changed


def test_a_keyword_reaches_the_index_of_subjects(tiny: Path) -> None:
    def change() -> None:
        append("content/2016/overview.yaml", "entries: {lead: {keywords: [馆藏]}}\n")

    assert after(change) >= {"2016/subjects.html", "subjects.html"}
