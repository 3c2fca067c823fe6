"""What all tests share: a built site, browsers and validators.

A test that needs a program which is not installed is skipped and says what to install; with
YEARBOOK_REQUIRE_BROWSERS=1, as in CI, it fails instead.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import browsers
import pytest
import regenerate

ROOT = Path(__file__).parent.parent
MODULES = ROOT / "node_modules"
MARKED = {"chromium": "browser", "firefox": "browser", "axe": "validator", "nu": "validator"}
LONGEST = {
    "test_random_edits_leave_the_site_of_a_clean_build",
    "test_every_page_is_without_violations",
    "test_each_kind_opened_narrow_and_wide_dark_and_light",
    "test_a_killed_build_leaves_a_whole_site",
}

Visit = Callable[..., Any]


def pytest_addoption(parser: pytest.Parser) -> None:
    regenerate.pytest_addoption(parser)
    parser.addoption(
        "--built", type=Path, metavar="DIR", help="test the pages in DIR instead of a fresh build"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need a browser or a validator, also in the report for CI.

    Where tests run side by side, those of Firefox keep to one process, as one window has the focus,
    and the longest begin first, so that none of them is left alone at the end.
    """
    items.sort(key=lambda item: getattr(item, "originalname", "") not in LONGEST)
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "firefox" in fixtures:
            item.add_marker(pytest.mark.xdist_group("firefox"))
        needed = {MARKED[name] for name in fixtures if name in MARKED}
        for mark in sorted(needed):
            item.add_marker(mark)
            item.user_properties.append(("needs", mark))


@pytest.fixture(autouse=True)
def own_event_loop(request: pytest.FixtureRequest) -> Iterator[None]:
    """Hide Playwright's event loop from the tests that do not use it."""
    loop = asyncio._get_running_loop()
    if loop is None or "chromium" in request.fixturenames:
        yield
        return
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(loop)


@pytest.fixture(scope="session")
def dongying(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The site of the repository's content, built by the command that a user gives."""
    built: Path | None = request.config.getoption("--built")
    if built:
        return built.resolve()
    site = tmp_path_factory.mktemp("dongying") / "site"
    places = ["--content", "content", "--templates", "templates", "--site", str(site)]
    command = [sys.executable, "build.py", "build", *places, "--quiet"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the made-up yearbook of three years, its draft with it."""
    from yearbook.build import Job, build

    site = tmp_path_factory.mktemp("examples") / "site"
    build(Job(ROOT / "examples" / "content", ROOT / "templates", site, drafts=True))
    return site


@pytest.fixture
def unused_port() -> int:
    """A port of this machine where nothing listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def lacking(sentence: str) -> NoReturn:
    """Skip the test, or fail it where every tool must be there."""
    if os.environ.get("YEARBOOK_REQUIRE_BROWSERS") == "1":
        pytest.fail(sentence)
    pytest.skip(sentence)


def packaged(variable: str, path: str) -> Path:
    """A file of an npm package: where an environment variable says, else in node_modules."""
    file = Path(os.environ.get(variable) or MODULES / path)
    if not file.is_file():
        lacking(f"{file.name} is missing: run `npm ci`, or let {variable} name it")
    return file


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Headless Chromium, driven by Playwright."""
    program = browsers.found("CHROMIUM", *browsers.CHROMIUM_NAMES)
    if not program:
        lacking("Chromium is missing: install the package chromium, or let CHROMIUM name it")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**browsers.chromium_options(program))
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any) -> Iterator[Visit]:
    """Opens a page in a Chromium of its own: `visit(path, width=390, color_scheme="dark", …)`."""
    opened = []

    def open_page(target: Path | str, *, width: int = 1440, **options: Any) -> Any:
        context = chromium.new_context(viewport={"width": width, "height": 900}, **options)
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(target if isinstance(target, str) else target.as_uri())
        return page

    yield open_page
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Headless Firefox with the strict rules for files that it has by default."""
    program = browsers.found("FIREFOX", "firefox-esr", "firefox")
    if not program:
        lacking("Firefox is missing: install the package firefox-esr, or let FIREFOX name it")
    from firefox import firefox as started

    with started(program, tmp_path_factory.mktemp("firefox")) as browser:
        yield browser


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    return packaged("AXE", "axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def nu() -> list[str]:
    """The command of the Nu HTML checker."""
    jar = packaged("VNU_JAR", "vnu-jar/build/dist/vnu.jar")
    java = shutil.which("java")
    if not java:
        lacking("Java is missing: install the package default-jre-headless")
    return [java, "-jar", str(jar)]
