"""The engine finds what a plain search of the normal text finds, from the disk, in both stores."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from samples import AT, IMPRINT, TEMPLATES, VOLUME_2015, entry, theme, year

from yearbook.issues import Issues
from yearbook.model import Category, Edition, Entry, Section, Yearbook
from yearbook.read import load
from yearbook.render.site import Site, site
from yearbook.search import sharded
from yearbook.search.normal import normal
from yearbook.search.sharded import bundle
from yearbook.search.small import pack
from yearbook.search.units import units

EXAMPLES = Path(__file__).parent.parent.parent / "examples" / "content"
FIXED = [
    "五小", "“五小”", "技能大赛", "第六届", "第七届", "举办第六届云川", "单志远", "2018年10月18日",
    "86300", "86,300", "８６３００", "3.1", "8.9万", "1", "的", "茶", "钳工 焊工", "茶艺 640",
    "(特", "灵活就业", "流动书屋", "以云与川合成", "云川市志", "决赛赛场平面图", "退休", "没有这样的话",
    "gdp", ".5", "5.", "0.", ".1万", "市总工会，", "《云川", "，", "钳工\u3000报名", "", " \u3000", "((((", "\\d+", "[a-z]*", ".*", "$^",
    "1\x00", "的\x00", "\x01\u0601", "\x1e", "<script>alert(1)</script>", "👍", "𠮷野家", "\ud842", "\udfb7", "𠮷" * 3, "长" * 10_000,
    "届云川市职工职业技能大赛决赛在云川技师学院举行来自",
]  # fmt: skip
RARE = "其中有𠮷野家一户，与𠮷林二户。"
ASK = """queries => Promise.all(queries.map(query => new Promise(done => {
  const engine = window.yearbookEngine;
  const answer = found => {
    const all = found.hits.concat(found.terms);
    engine.texts(all, missing => done({
      hits: found.hits.map(n => [engine.unit(n).edition, engine.unit(n).stem, (engine.unit(n).text || [])[0]]),
      terms: found.terms.map(n => (engine.unit(n).text || [])[0]),
      missing: found.missing.concat(missing), lost: found.lost,
    }));
  };
  engine.open("", window.store, gone => gone.length ? done({missing: gone}) : engine.find(query, answer));
})))"""

Answer = dict[str, Any]
Ask = Callable[..., list[Answer]]
Place = tuple[str, str, str]


@dataclass(frozen=True)
class Store:
    """A store on the disk, with the units that it was made from."""

    folder: Path
    texts: dict[Place, tuple[str, str]]

    def plain(self, query: str) -> list[Place]:
        """Each word is a substring of the normal title or of the normal body."""
        wanted = [term for term in map(normal, query.split()) if term]
        return sorted(
            where
            for where, (title, body) in self.texts.items()
            if wanted and all(term in title or term in body for term in wanted)
        )

    def fragments(self, count: int, seed: int) -> list[str]:
        """Random substrings of titles and bodies."""
        chance = random.Random(seed)
        texts = [text for pair in self.texts.values() for text in pair if text]
        found = []
        while len(found) < count:
            text = chance.choice(texts)
            start = chance.randrange(len(text))
            fragment = text[start : start + chance.randint(1, 12)].split("\n")[0]
            if normal(fragment):
                found.append(fragment)
        return found

    def strangers(self, count: int, seed: int) -> list[str]:
        """True beginnings with false ends: none of them stands anywhere."""
        chance, whole = (
            random.Random(seed),
            "\n".join(t for pair in self.texts.values() for t in pair),
        )
        found: list[str] = []
        while len(found) < count:
            start = chance.randrange(len(whole) - 9)
            made = normal(whole[start : start + chance.randint(1, 8)] + chance.choice(whole))
            if made and "\n" not in made and made not in whole:
                found.append(made)
        return found


def written(folder: Path, yearbook: Yearbook, kind: str) -> Store:
    """A store with the engine and a page that has nothing else."""
    wanted = site(yearbook, theme(), "search.html")
    files = {"search/all.js": pack(wanted)} if kind == "all" else dict(bundle(wanted))
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    shutil.copy(TEMPLATES / "assets" / "engine.js", folder)
    page = f'<!doctype html><meta charset="utf-8"><script>store = "{kind}"</script>'
    (folder / "page.html").write_text(page + '<script src="engine.js"></script>', "utf-8")
    return Store(folder, dict(every_unit(wanted)))


def every_unit(wanted: Site) -> Iterator[tuple[Place, tuple[str, str]]]:
    for volume in wanted.volumes:
        for section in volume.sections:
            for unit in units(volume, section):
                words = normal(unit.title), normal(unit.body)
                yield (volume.edition.id, section.stem, unit.id), words


@pytest.fixture(scope="module")
def yearbook() -> Yearbook:
    """The examples, with an entry of rare characters."""
    found = load(EXAMPLES, Issues())
    assert found
    more = volume("2022", section("rare", entry("rare", "𠮷字", RARE)))
    return replace(found, editions=(*found.editions, more))


@pytest.fixture(scope="module", params=["all", "meta"])
def store(request: Any, yearbook: Yearbook, tmp_path_factory: Any) -> Iterator[Store]:
    """The examples in each store; the large one cut into many small shards."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sharded, "SHARD", 400)
        patch.setattr(sharded, "FULL", 300)
        yield written(tmp_path_factory.mktemp(request.param), yearbook, request.param)


@contextmanager
def asking(chromium: Any, folder: Path) -> Iterator[Ask]:
    """A way to ask the engine of a folder, opened from the disk in a fresh page."""
    page = chromium.new_page()
    page.goto((folder / "page.html").as_uri())
    yield lambda *queries: page.evaluate(ASK, list(queries))
    page.close()


@pytest.fixture
def ask(chromium: Any, store: Store) -> Iterator[Ask]:
    with asking(chromium, store.folder) as made:
        yield made


def volume(id: str, *sections: Section) -> Edition:
    return replace(
        VOLUME_2015, id=id, volume=id, covers=year(int(id)), contents=(Category(sections=sections),)
    )


def section(stem: str, *entries: Entry) -> Section:
    return Section(stem=stem, title=f"分目{stem}", at=AT, entries=entries)


def found(answer: Answer) -> list[Place]:
    return sorted(tuple(place) for place in answer["hits"])


def test_the_hits_are_those_of_a_plain_search(ask: Ask, store: Store) -> None:
    queries = [*FIXED, *store.fragments(1000, 7714), *store.strangers(200, 36070)]
    for query, answer in zip(queries, ask(*queries), strict=True):
        assert answer["missing"] == []
        assert found(answer) == store.plain(query), query


def test_nothing_is_found_of_what_does_not_stand_there(ask: Ask, store: Store) -> None:
    assert all(answer["hits"] == [] for answer in ask(*store.strangers(200, 22466)))


def test_both_stores_rank_alike(chromium: Any, yearbook: Yearbook, tmp_path: Path) -> None:
    small = written(tmp_path / "small", yearbook, "all")
    large = written(tmp_path / "large", yearbook, "meta")
    queries = [*FIXED, *small.fragments(300, 1)]
    with asking(chromium, small.folder) as one, asking(chromium, large.folder) as other:
        for query, first, second in zip(queries, one(*queries), other(*queries), strict=True):
            assert first == second, query


@pytest.mark.parametrize("kind", ["all", "meta"])
def test_whole_numbers_then_titles_then_newer_volumes_come_first(
    chromium: Any, tmp_path: Path, kind: str
) -> None:
    older = section("old", entry("part", "甲", "共116.97万元。"), entry("whole", "乙", "共97项。"))
    newer = section("new", entry("newer", "丙", "共97家。"), entry("titled", "97家", "文。"))
    longer = section("far", entry("digits", "丁", "共970册。"))
    editions = (volume("2016", older), volume("2017", newer, longer))
    written(tmp_path, Yearbook(imprint=IMPRINT, editions=editions), kind)
    with asking(chromium, tmp_path) as ask:
        whole, decimal, end = ask("97", "116.97", "共97")
    assert [id for _, _, id in whole["hits"]] == ["titled", "newer", "whole", "digits", "part"]
    assert [id for _, _, id in decimal["hits"]] == ["part"]
    assert [id for _, _, id in end["hits"]] == ["newer", "whole", "digits"]


def test_names_and_figures_are_terms_and_no_hits(ask: Ask) -> None:
    (answer,) = ask("驿站")
    assert answer["terms"]
    assert all(stem for _, stem, _ in answer["hits"])


def test_firefox_finds_the_same(store: Store, firefox: Any) -> None:
    queries = [*FIXED, *store.fragments(200, 2), *store.strangers(50, 3)]
    firefox.visit((store.folder / "page.html").as_uri())
    said = firefox.evaluate(f"({ASK})({json.dumps(queries)}).then(JSON.stringify)")
    for query, answer in zip(queries, json.loads(said), strict=True):
        assert found(answer) == store.plain(query), query


# A copy that lost files


@pytest.fixture
def copy(yearbook: Yearbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(sharded, "SHARD", 400)
    monkeypatch.setattr(sharded, "FULL", 300)
    return written(tmp_path, yearbook, "meta")


def holder(store: Store, pair: str) -> Path:
    """The shard of the index that holds a pair."""
    meta = json.loads((store.folder / "search/meta.js").read_text("utf-8")[15:-3].partition(",")[2])
    firsts = [meta["router"][n : n + 2] for n in range(0, len(meta["router"]), 2)]
    n = max(n for n, first in enumerate(firsts) if first <= pair)
    return store.folder / f"search/i/{n:04}.js"


def test_a_missing_shard_is_named_and_the_rest_is_searched(chromium: Any, copy: Store) -> None:
    lost = holder(copy, "技能")
    lost.unlink()
    with asking(chromium, copy.folder) as ask:
        whole, lone, other = ask("职业技能大赛", "技能", "茶艺")
    name = f"i/{lost.stem}"
    assert (whole["missing"], found(whole)) == ([name], copy.plain("职业技能大赛"))
    assert (lone["missing"], lone["hits"], lone["lost"]) == ([name], [], ["技能"])
    assert whole["lost"] == other["lost"] == []
    assert (other["missing"], found(other)) == ([], copy.plain("茶艺"))


@pytest.mark.parametrize("cut", [lambda data: data[: len(data) // 2], lambda data: b""])
def test_a_shard_cut_short_is_one_that_is_missing(
    chromium: Any, copy: Store, cut: Callable[[bytes], bytes]
) -> None:
    lost = holder(copy, "技能")
    lost.write_bytes(cut(lost.read_bytes()))
    with asking(chromium, copy.folder) as ask:
        (answer,) = ask("职业技能大赛")
    assert (answer["missing"], found(answer)) == ([f"i/{lost.stem}"], copy.plain("职业技能大赛"))


def test_missing_texts_are_named_and_the_hits_are_there(chromium: Any, copy: Store) -> None:
    shutil.rmtree(copy.folder / "search/t")
    with asking(chromium, copy.folder) as ask:
        (answer,) = ask("清凉驿站")
    assert [(edition, stem) for edition, stem, _ in answer["hits"]]
    assert {name[:2] for name in answer["missing"]} == {"t/"}


def test_a_missing_catalogue_is_named(chromium: Any, copy: Store) -> None:
    (copy.folder / "search/meta.js").unlink()
    with asking(chromium, copy.folder) as ask:
        assert ask("茶艺") == [{"missing": ["meta"]}]


def test_both_normal_forms_are_the_same(chromium: Any, store: Store) -> None:
    chance = random.Random(36070)
    plain = [chr(code) for code in range(1, 0x3100)] + [chr(c) for c in range(0xFE00, 0x10000)]
    dense = list("0123456789,，.．aZ（“》　 \n𠮷İßΣＡ９")
    texts = ["".join(chance.choices(dense, k=20)) for _ in range(500)]
    texts += ["".join(chance.choices(plain, k=40)) for _ in range(500)]
    texts += ["".join(plain), "长" * 10_000]
    page = chromium.new_page()
    page.goto((store.folder / "page.html").as_uri())
    said = page.evaluate("texts => texts.map(text => yearbookEngine.normal(text))", texts)
    page.close()
    for text, one in zip(texts, said, strict=True):
        assert one == normal(text), text
