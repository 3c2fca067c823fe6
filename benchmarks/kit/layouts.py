"""The corpus as each generator wants it: the same entries, texts and order."""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path

from .corpus import CITY, NAME, Edition, Entry, Section

THEMES = Path(__file__).resolve().parent.parent / "peers" / "themes"
Files = Iterator[tuple[str, str]]


class Layout(ABC):
    """The files of a corpus: those of an edition, and those that all editions share."""

    assets = ""

    def common(self, editions: Sequence[Edition]) -> Files:
        if self.assets:
            yield f"{self.assets}/style.css", theme("style.css")
            yield f"{self.assets}/site.js", theme("site.js")

    @abstractmethod
    def edition(self, edition: Edition) -> Files:
        """The files of one edition, by their paths."""


def theme(name: str) -> str:
    return (THEMES / name).read_text("utf-8")


def front(**fields: object) -> str:
    """The fields of a page before its text, as YAML."""
    rows = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
    return f"---\n{''.join(rows)}---\n\n"


def about(edition: Edition) -> str:
    return f"《{NAME}({edition.year})》记述{edition.year}年度{CITY}工会工作,分12个栏目编排。\n"


def about_section(edition: Edition, section: Section) -> str:
    return f"本栏目收录{edition.year}年{section.title}条目。\n"


class Hugo(Layout):
    """`offline`: relative links, `.html` addresses and one search file, so that it is read from
    the disk. `cached`: the navigation is made once a section, without the mark of the open page."""

    assets = "static"

    def __init__(self, *, offline: bool = False, cached: bool = False) -> None:
        self.offline, self.cached = offline, cached

    def common(self, editions: Sequence[Edition]) -> Files:
        yield from super().common(editions)
        yield "hugo.toml", theme("hugo/hugo-offline.toml" if self.offline else "hugo/hugo.toml")
        for name in ("baseof.html", "single.html", "list.html"):
            yield f"layouts/_default/{name}", self._page(name)
        yield "layouts/partials/nav.html", theme("hugo/nav.html")
        if self.offline:
            yield "layouts/index.searchjs.js", theme("hugo/index.searchjs.js")
        yield "content/_index.md", front(title=NAME)

    def _page(self, name: str) -> str:
        cached = 'partialCached "nav.html" . .CurrentSection.Path'
        text = theme(f"hugo/{name}")
        return text.replace('partial "nav.html" .', cached) if self.cached else text

    def edition(self, edition: Edition) -> Files:
        link = "{slug}.html" if self.offline else "../{slug}/"
        year = edition.year
        yield f"content/{year}/_index.md", front(title=f"{year}年", weight=year) + about(edition)
        for section in edition.sections:
            folder = f"content/{year}/{section.slug}"
            head = front(title=section.title, weight=section.number)
            yield f"{folder}/_index.md", head + about_section(edition, section)
            for entry in section.entries:
                head = front(
                    title=entry.title,
                    date=entry.date,
                    weight=entry.number,
                    tags=entry.tags,
                    summary=entry.summary,
                )
                yield f"{folder}/{entry.slug}.md", head + entry.body(link)


class Docs(Layout):
    """MkDocs, Material and Zensical: a folder of Markdown with its settings beside it."""

    def __init__(self, settings: str, name: str, own: str = "") -> None:
        self.settings, self.name, self.own = settings, name, own
        self.assets = "docs" if own else ""

    def common(self, editions: Sequence[Edition]) -> Files:
        yield from super().common(editions)
        yield self.name, theme(self.settings)
        if self.own:
            yield "theme/main.html", theme(self.own)
            yield "theme/mkdocs_theme.yml", "static_templates: []\n"
        rows = (f"- [{one.year}年]({one.year}/index.md)\n" for one in editions)
        yield "docs/index.md", f"# {NAME}\n\n" + "".join(rows)

    def edition(self, edition: Edition) -> Files:
        folder = f"docs/{edition.year}"
        rows = "".join(f"- [{one.title}]({one.slug}/index.md)\n" for one in edition.sections)
        head = front(title=f"{edition.year}年")
        yield f"{folder}/index.md", f"{head}{about(edition)}\n{rows}"
        for section in edition.sections:
            rows = "".join(f"- [{one.title}]({one.slug}.md)\n" for one in section.entries)
            text = f"{front(title=section.title)}{about_section(edition, section)}\n{rows}"
            yield f"{folder}/{section.slug}/index.md", text
            for entry in section.entries:
                head = front(
                    title=entry.title, date=entry.date, tags=entry.tags, summary=entry.summary
                )
                text = f"{head}# {entry.title}\n\n{entry.body('{slug}.md')}"
                yield f"{folder}/{section.slug}/{entry.slug}.md", text


class Pelican(Layout):
    assets = "theme/static"

    def common(self, editions: Sequence[Edition]) -> Files:
        yield from super().common(editions)
        yield "pelicanconf.py", theme("pelican/pelicanconf.py")
        for name in ("base", "article", "category", "index", "period_archives"):
            yield f"theme/templates/{name}.html", theme(f"pelican/{name}.html")

    def edition(self, edition: Edition) -> Files:
        for section in edition.sections:
            place = f"{edition.year}/{section.slug}"
            for entry in section.entries:
                fields = {
                    "Title": entry.title,
                    "Date": entry.date,
                    "Category": place,
                    "Slug": f"{place}/{entry.slug}",
                    "Secname": section.title,
                    "Num": entry.number,
                    "Secnum": section.number,
                    "Year": edition.year,
                    "Summary": entry.summary,
                }
                head = "".join(f"{key}: {value}\n" for key, value in fields.items())
                text = f"{head}\n{entry.body('{{filename}}{slug}.md')}"
                yield f"content/{place}/{entry.slug}.md", text


class Sphinx(Layout):
    assets = "_static"

    def common(self, editions: Sequence[Edition]) -> Files:
        yield from super().common(editions)
        yield "conf.py", theme("sphinx/conf.py")
        yield "_templates/layout.html", theme("sphinx/layout.html")
        yield "index.md", f"# {NAME}\n\n" + toctree(f"{one.year}/index" for one in editions)

    def edition(self, edition: Edition) -> Files:
        folder = str(edition.year)
        rows = toctree(f"{one.slug}/index" for one in edition.sections)
        yield f"{folder}/index.md", f"# {edition.year}年\n\n{about(edition)}\n{rows}"
        for section in edition.sections:
            rows = toctree(one.slug for one in section.entries)
            text = f"# {section.title}\n\n{about_section(edition, section)}\n{rows}"
            yield f"{folder}/{section.slug}/index.md", text
            for entry in section.entries:
                head = front(date=entry.date, summary=entry.summary)
                text = f"{head}# {entry.title}\n\n{entry.body('{slug}.md')}"
                yield f"{folder}/{section.slug}/{entry.slug}.md", text


def toctree(names: Iterator[str]) -> str:
    return "```{toctree}\n:maxdepth: 1\n" + "\n".join(names) + "\n```\n"


class Eleventy(Layout):
    assets = "content"

    def common(self, editions: Sequence[Edition]) -> Files:
        yield from super().common(editions)
        yield "eleventy.config.mjs", theme("eleventy/eleventy.config.mjs")
        yield "package.json", '{"type":"module","private":true}\n'
        yield "_includes/page.njk", theme("eleventy/page.njk")
        yield "content/index.md", front(title=NAME, layout="page.njk", kind="home")

    def edition(self, edition: Edition) -> Files:
        year, layout = edition.year, "page.njk"
        head = front(title=f"{year}年", layout=layout, kind="edition", year=year)
        yield f"content/{year}/index.md", head + about(edition)
        for section in edition.sections:
            folder = f"content/{year}/{section.slug}"
            place = {"layout": layout, "year": year, "sec": section.slug}
            head = front(title=section.title, kind="section", order=section.number, **place)
            yield f"{folder}/index.md", head + about_section(edition, section)
            for entry in section.entries:
                head = front(
                    title=entry.title,
                    kind="entry",
                    date=entry.date,
                    order=entry.number,
                    summary=entry.summary,
                    **place,
                )
                yield f"{folder}/{entry.slug}.md", head + entry.body("../{slug}/")


# Our own


class Yearbook(Layout):
    """Our format: a file and page for each section with its entries, or with `pages` for each
    entry, so that there are as many pages as the peers make."""

    def __init__(self, *, pages: bool) -> None:
        self.pages = pages

    def common(self, editions: Sequence[Edition]) -> Files:
        text = f"title: {NAME}\ntitle_en: Bench yearbook\ninstitution: {CITY}总工会\n"
        yield "content/yearbook.yaml", text + "language: zh-Hans\n"

    def edition(self, edition: Edition) -> Files:
        year = edition.year
        said = f"volume: {year}\ncovers: {year}\nstatus: released\nfigures: declared\ncontents:\n"
        for section in edition.sections:
            files = dict(self._files(section))
            said += f"  - category: c-{section.slug}\n    title: {section.title}\n"
            said += f"    sections: [{', '.join(files)}]\n"
            for stem, (title, entries) in files.items():
                prose, data = self._section(edition, section, stem, title, entries)
                yield f"content/{year}/{stem}.md", prose
                yield f"content/{year}/{stem}.yaml", data
        yield f"content/{year}/edition.yaml", said

    def _files(self, section: Section) -> Iterator[tuple[str, tuple[str, tuple[Entry, ...]]]]:
        if not self.pages:
            yield section.slug, (section.title, section.entries)
            return
        for entry in section.entries:
            yield f"{section.slug}-{entry.slug}", (entry.title, (entry,))

    def _section(
        self,
        edition: Edition,
        section: Section,
        stem: str,
        title: str,
        entries: tuple[Entry, ...],
    ) -> tuple[str, str]:
        link = f"{section.slug}-{{slug}}.md#{{slug}}" if self.pages else f"{stem}.md#{{slug}}"
        about = f"本栏目收录{edition.year}年{title}条目。"
        prose, data = [f"# {title}", about], [f"title_en: Section {stem}\n", "figures:\n"]
        for entry in entries:
            body = re.sub(r"^## ", "### ", entry.body(link).strip(), flags=re.MULTILINE)
            prose += [f"## {entry.title} {{#{entry.slug}}}", body]
            for nth, (value, unit, label) in enumerate(figures(entry), 1):
                data.append(
                    f"  {stem}-{entry.slug}-{nth}:\n    entry: {entry.slug}\n"
                    f"    label: {label}\n    value: {value}\n    unit: {unit}\n"
                )
        return full_width("\n\n".join(prose)) + "\n", "".join(data if data[2:] else data[:1])


UNITS = "万元 万次 人次 家企业 个班组 个项目 场次 条 名 期 份 件 项 次 册 户 家".split()
FIGURE = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)?)({'|'.join(UNITS)})")
WIDE = str.maketrans(",;:()", "，；：（）")
KEPT = re.compile(r"\]\([^)]*\)|\{#[^}]*\}")
MOST = 3


def figures(entry: Entry) -> list[tuple[str, str, str]]:
    """Up to three numbers that stand only once in the entry: value, unit and label."""
    text = "".join(block.text for block in entry.blocks if block.kind == "p")
    whole = "".join(block.text for block in entry.blocks)
    found: list[tuple[str, str, str]] = []
    for said in FIGURE.finditer(text):
        if len(re.findall(rf"(?<![\d.]){re.escape(said[0])}", whole)) == 1:
            before = text[max(0, said.start() - 8) : said.start()]
            label = re.sub(r"[^\u4e00-\u9fff]", "", before) or "数量"
            found.append((said[1], said[2], label))
        if len(found) == MOST:
            break
    return found


def full_width(markdown: str) -> str:
    """With the punctuation that a yearbook is printed with; tables, links and ids stay."""
    return "\n".join(row if row.startswith("|") else widened(row) for row in markdown.split("\n"))


def widened(row: str) -> str:
    parts, end = [], 0
    for kept in KEPT.finditer(row):
        parts += [row[end : kept.start()].translate(WIDE), kept[0]]
        end = kept.end()
    return "".join(parts) + row[end:].translate(WIDE)


class Folder:
    """A corpus on the disk, in the layout of one generator; the cases change it and go back."""

    def __init__(self, path: Path, layout: Layout) -> None:
        self.path, self.layout = path, layout
        self.before: dict[Path, str | None] = {}

    def write(self, editions: Sequence[Edition]) -> None:
        """All of it; files that are there already as they shall be stay untouched."""
        self.put(self.layout.common(editions))
        for edition in editions:
            self.put(self.layout.edition(edition))
        self.before.clear()

    def put(self, files: Files) -> None:
        for name, text in files:
            path = self.path / name
            old = path.read_text("utf-8") if path.exists() else None
            if text != old:
                self.before.setdefault(path, old)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8", newline="\n")

    def restore(self) -> None:
        """As it was written at first."""
        for path, old in self.before.items():
            if old is None:
                path.unlink()
                for folder in path.parents[:2]:
                    if folder != self.path and not any(folder.iterdir()):
                        folder.rmdir()
            else:
                path.write_text(old, "utf-8", newline="\n")
        self.before.clear()
