"""`serve` as it is: started by its command, read over http, told of saves by a WebSocket."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from html import unescape
from pathlib import Path

import pytest
from building import HERE, append, command, copied, edit, stats, tree
from serving import Serving, served
from tornado.ioloop import IOLoop

from yearbook import serve
from yearbook.issues import UseError
from yearbook.serve.server import Polling, located

READING = "content/2016/reading.md"
SHOWN = Path(".site.build/serve")
POLICY = re.compile('<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the tiny yearbook in the current folder."""
    folder = copied(HERE / "tiny", tmp_path / "work")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def serving(work: Path) -> Iterator[Serving]:
    with served(work) as started:
        yield started


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A server of a yearbook that nobody edits."""
    with served(copied(HERE / "tiny", tmp_path_factory.mktemp("still") / "work")) as started:
        yield started


# what is served


def test_a_page_is_shown_with_the_script_that_reloads_it(still: Serving) -> None:
    answer, _ = still.get("/2016/reading.html")
    page = still.page("/2016/reading.html")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "夜间开放" in page
    assert page.count(f'<script src="/livereload.js?port={still.port}"></script></head>') == 1


def test_the_policy_is_widened_by_what_the_script_needs(serving: Serving) -> None:
    own = policy((SHOWN / "2016/reading.html").read_text("utf-8"))
    shown = policy(serving.page("/2016/reading.html"))
    assert shown == own | {"connect-src": "'self' ws:"}
    assert "'self'" in shown["script-src"] and "'self'" in shown["style-src"]
    assert shown["default-src"] == "'none'"


def policy(page: str) -> dict[str, str]:
    """The rules of a page's policy."""
    found = POLICY.search(page)
    assert found is not None
    return dict(rule.partition(" ")[::2] for rule in unescape(found[1]).split("; "))


def test_the_files_on_the_disk_are_those_of_a_build(serving: Serving, work: Path) -> None:
    serving.page("/2016/reading.html")
    assert command("--quiet", "--drafts", cwd=work).returncode == 0
    shown = tree(work / SHOWN)
    assert shown == tree(work / "site")
    assert not any(b"livereload" in data or b"'self' ws:" in data for data in shown.values())


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/2016/", "text/html; charset=utf-8"),
        ("/assets/annals.css", "text/css; charset=utf-8"),
        ("/assets/annals.js", "javascript; charset=utf-8"),
        ("/2016/figures.csv", "text/csv; charset=utf-8"),
        ("/2016/figures.json", "application/json; charset=utf-8"),
        ("/2017/images/hall.png", "image/png"),
        ("/serve_.css", "text/css; charset=utf-8"),
        ("/livereload.js", "javascript"),
        ("/yearbook.sha256", "application/octet-stream"),
        ("/index.html?q=1", "text/html; charset=utf-8"),
    ],
)
def test_every_file_comes_with_its_type(still: Serving, path: str, kind: str) -> None:
    answer, body = still.get(path)
    assert answer.status == 200
    assert answer.headers["Content-Type"].endswith(kind)
    assert body


def test_the_head_of_a_page_can_be_asked_for(still: Serving) -> None:
    answer, body = still.get("/", "HEAD")
    assert (answer.status, body) == (200, b"")


def test_a_folder_without_its_stroke_leads_to_its_page(still: Serving) -> None:
    answer, _ = still.get("/2016")
    assert (answer.status, answer.headers["Location"]) == (302, "/2016/")


def test_a_missing_page_is_the_sites_own_with_links_that_work(still: Serving) -> None:
    answer, body = still.get("/2016/none/there.html")
    assert answer.status == 404
    assert '<base href="/">' in body.decode("utf-8")
    assert "livereload.js" in body.decode("utf-8")


@pytest.mark.parametrize(
    "path",
    [
        "/../state",
        "/%2e%2e/state",
        "/..%2fstate",
        "/2016/../../state",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/..\\state",
        "/%00",
        "/" + "a" * 300,
    ],
)
def test_no_file_outside_the_site_is_served(still: Serving, path: str) -> None:
    answer, body = still.get(path)
    assert answer.status == 404
    assert b"inode" not in body and b"root:" not in body


def test_a_link_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret").touch()
    try:
        (tmp_path / "site" / "link").symlink_to("../secret")
    except OSError:
        pytest.skip("this system makes no links")
    assert located(tmp_path / "site", "link") is None


def test_it_listens_on_this_computer_alone(still: Serving) -> None:
    with socket.create_connection(("127.0.0.1", still.port)):
        pass
    names = {name[4][0] for name in socket.getaddrinfo(socket.gethostname(), still.port)}
    for name in names - {"127.0.0.1", "::1"}:
        if not name.startswith("127."):
            with pytest.raises(OSError), socket.create_connection((name, still.port), 1):
                pass
    if sys.platform == "linux":
        with Path("/proc/net/tcp").open() as table:
            rows = [line.split()[1] for line in table if f":{still.port:04X} " in line]
        assert f"0100007F:{still.port:04X}" in rows
        assert f"00000000:{still.port:04X}" not in rows


# saves


def test_a_save_is_shown_and_the_page_told(serving: Serving, work: Path) -> None:
    with serving.reloads() as reload:
        edit(READING, "延长开放时间", "延长开放两小时")
        assert reload()["command"] == "reload"
        assert "延长开放两小时" in serving.page("/2016/reading.html")
    assert "  + 2016/reading.html" in serving.said
    assert not (work / "site").exists()


def test_drafts_are_shown_and_stay_out_of_the_site(work: Path) -> None:
    edit("content/2017/edition.yaml", "status: released", "status: draft")
    with served(work) as serving:
        assert serving.get("/2017/reading.html")[0].status == 200
        assert command("--quiet", cwd=work).returncode == 0
    assert (work / "site" / "2016").is_dir()
    assert not (work / "site" / "2017").exists()


def test_a_template_and_a_new_file_are_seen(serving: Serving) -> None:
    with serving.reloads() as reload:
        edit("templates/404.html", "</main>", "<p>新</p></main>")
        reload()
        assert "<p>新</p>" in serving.page("/404.html")
        Path("content/files/new.txt").write_text("新", "utf-8")
        reload()
        assert serving.get("/new.txt")[0].status == 200
        Path("content/files/new.txt").unlink()
        reload()
        assert serving.get("/new.txt")[0].status == 404


def test_a_broken_save_shows_its_errors_in_the_last_good_page(serving: Serving) -> None:
    before = tree(SHOWN)
    with serving.reloads() as reload:
        edit("content/2016/edition.yaml", "volume: 2016", "volume: 2016\ntitel: <b>")
        reload()
        page = serving.page("/2016/reading.html")
        assert '<section class="serve_" role="alert"><h2>No new pages: 1 to mend below;' in page
        assert "<li>content/2016/edition.yaml:2:1: C101 " in page
        assert "夜间开放" in page
        assert tree(SHOWN) == before
        assert any(line.startswith("content/2016/edition.yaml:2:1: C101 ") for line in serving.said)

        edit("content/2016/edition.yaml", "\ntitel: <b>", "")
        reload()
        assert 'class="serve_"' not in serving.page("/2016/reading.html")


def test_one_broken_save_after_another_shows_the_new_errors(serving: Serving) -> None:
    with serving.reloads() as reload:
        edit("content/2016/edition.yaml", "volume: 2016", "volume: 2016\ntitel: a")
        reload()
        edit("content/2016/edition.yaml", "titel: a", "title: a\nsubtitel: b")
        reload()
        assert "C101" in serving.page()
        edit("templates/404.html", "</main>", "{{ nobody }}</main>")
        edit("content/2016/edition.yaml", "\ntitle: a\nsubtitel: b", "")
        reload()
        assert "templates/404.html:" in serving.page()


def test_errors_are_escaped(serving: Serving) -> None:
    with serving.reloads() as reload:
        edit("content/2016/edition.yaml", "status: released", "status: <img src=x>")
        reload()
        page = serving.page()
        assert "&lt;img" in page
        assert "<img src=x" not in page


def test_it_begins_with_broken_content_and_mends_with_it(work: Path) -> None:
    edit("content/2016/edition.yaml", "volume: 2016", "volume: 2016\ntitel: a")
    with served(work) as serving, serving.reloads() as reload:
        answer, body = serving.get("/")
        assert answer.status == 503
        assert b"This page has not been built yet" in body
        assert b"C101" in body
        edit("content/2016/edition.yaml", "\ntitel: a", "")
        reload()
        assert serving.get("/")[0].status == 200


def test_a_save_that_changes_no_page_reloads_nothing(serving: Serving) -> None:
    with serving.reloads() as reload:
        append("content/names.yaml", "# 备忘\n")
        Path("content/2016/.reading.md.swp").write_text("x", "utf-8")
        with pytest.raises(TimeoutError):
            reload(1.5)


def test_a_storm_of_saves_ends_with_the_last(serving: Serving) -> None:
    """Half of them break the content, from two threads, while pages are read."""
    text = Path(READING).read_text("utf-8")

    def save(start: int) -> None:
        for number in range(start, 120, 2):
            broken = "\n## 无标识\n" if number % 3 else ""
            Path(READING).write_text(f"{text}\n第{number}稿。\n{broken}", "utf-8")
            time.sleep(0.005)

    savers = [threading.Thread(target=save, args=(start,)) for start in (0, 1)]
    for saver in savers:
        saver.start()
    while any(saver.is_alive() for saver in savers):
        assert serving.get("/2016/reading.html")[0].status == 200
    with serving.reloads() as reload:
        Path(READING).write_text(f"{text}\n定稿。\n", "utf-8")
        while "定稿" not in serving.page("/2016/reading.html"):
            reload()
    assert 'class="serve_"' not in serving.page()
    assert not any("Traceback" in line for line in serving.said)


def test_content_that_goes_away_and_comes_back(serving: Serving) -> None:
    """As when another branch is checked out; the system's watches on the old folder are lost."""
    Path("content").rename("away")
    with serving.reloads() as reload:
        while "C001" not in serving.page():
            reload()
        shutil.copytree("away", "content")
        append(READING, "\n归来。\n")
        while "归来" not in serving.page("/2016/reading.html"):
            reload()


# without watchfiles


@pytest.fixture
def polling(work: Path, tmp_path: Path) -> Iterator[Serving]:
    """A server where watchfiles cannot be loaded."""
    absent = tmp_path / "absent"
    absent.mkdir()
    (absent / "watchfiles.py").write_text("raise ImportError('not installed')\n", "utf-8")
    paths = os.pathsep.join([str(absent), str(HERE.parent)])
    with served(work, environ={"PYTHONPATH": paths}) as started:
        yield started


def test_it_works_by_looking_at_the_files(polling: Serving) -> None:
    with polling.reloads() as reload:
        edit(READING, "延长开放时间", "延长开放两小时")
        reload()
        assert "延长开放两小时" in polling.page("/2016/reading.html")
        edit(READING, "# 阅读推广\n", "# 阅读推广\n\n## 无标识\n")
        reload()
        assert "C143" in polling.page()
        copy_of_the_good().replace(READING)
        reload()
        assert "C143" not in polling.page()


def copy_of_the_good() -> Path:
    """An old file that is moved in, so that its time lies before the start."""
    copy = Path(shutil.copy(HERE / "tiny" / READING, "good.md"))
    os.utime(copy, (1, 1))
    return copy


def test_looking_sees_nothing_in_folders_that_are_gone(work: Path) -> None:
    desk = serve.Desk(serve.Job(site=SHOWN), "en", quiet=True)
    watcher = Polling(desk)
    Path("content").rename("away")
    assert watcher.examine()[0] is not None
    assert watcher.examine() == (None, None)
    Path("away").rename("content")
    assert watcher.examine()[0] is not None


# a build beside it


def test_builds_beside_it_do_it_no_harm(serving: Serving, work: Path) -> None:
    for number in range(3):
        with serving.reloads() as reload:
            append(READING, f"\n第{number}稿。\n")
            assert command("--quiet", cwd=work).returncode == 0
            while f"第{number}稿" not in serving.page("/2016/reading.html"):
                reload()
    assert tree(work / "site") == tree(work / SHOWN)


def test_a_site_that_is_named_is_served(work: Path) -> None:
    with served(work, "--site", "public", "--quiet") as serving:
        assert serving.get("/")[0].status == 200
        assert len(serving.said) == 1
    assert (work / "public" / "index.html").is_file()


def test_a_site_that_may_not_be_written_says_so_in_the_page(work: Path) -> None:
    Path("public").mkdir()
    Path("public/plan.docx").write_bytes(b"mine")
    with served(work, "--site", "public") as serving:
        assert "S012" in serving.page()
    assert tree(work / "public") == {"plan.docx": b"mine"}


# beginning and end


@pytest.mark.skipif(os.name == "nt", reason="signals of other systems")
def test_an_interruption_that_a_library_holds_back_ends_it_all_the_same() -> None:
    """livereload takes whatever is raised while it sends for a page that is gone."""
    loop = IOLoop.current()

    def send() -> None:
        with suppress(BaseException):
            signal.raise_signal(signal.SIGTERM)

    with serve._stopped_by_signals():
        loop.add_callback(send)
        late = loop.call_later(10, loop.add_callback, lambda: 1 / 0)
        start = time.monotonic()
        loop.start()
        loop.remove_timeout(late)
    assert time.monotonic() - start < 5


@pytest.mark.skipif(os.name == "nt", reason="signals of other systems")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_end_it_well(work: Path, number: int) -> None:
    with served(work) as serving:
        with serving.reloads():
            assert serving.stop(number) == 0
        assert not any("Traceback" in line for line in serving.said)
    assert stats(work / SHOWN)


def test_the_port_can_be_chosen(work: Path, unused_port: int) -> None:
    with served(work, "--port", str(unused_port), "--lang", "zh") as serving:
        assert serving.said[-1] == f"http://127.0.0.1:{unused_port}/（按 Ctrl-C 结束）"
        assert serving.port == unused_port


def test_the_next_free_port_is_taken(still: Serving, work: Path) -> None:
    with served(work) as serving:
        assert serving.port != still.port


def test_without_a_free_port_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setattr(serve, "FIRST_PORT", taken.getsockname()[1])
        monkeypatch.setattr(serve, "PORTS", 1)
        with pytest.raises(UseError, match=r"S040 port [0-9]+–[0-9]+ is in use"):
            serve.listen(0)


@pytest.mark.parametrize(
    ("words", "code"), [(["--content", "none"], "C001"), (["--templates", "none"], "T001")]
)
def test_what_is_not_there_cannot_be_served(work: Path, words: list[str], code: str) -> None:
    said = command("serve", *words, cwd=work)
    assert said.returncode == 1
    assert said.stderr.startswith(f"none: {code} ")


def test_a_bug_of_the_program_does_not_end_it(
    work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fault(_: object, *, defer: bool) -> None:
        raise ZeroDivisionError("a bug")

    desk = serve.Desk(serve.Job(site=SHOWN), "en")
    monkeypatch.setattr(serve.build, "build", fault)
    assert desk.rebuild()
    assert desk.faults == ("ZeroDivisionError: a bug",)
    assert "Traceback" in capsys.readouterr().err
    assert not desk.rebuild()
