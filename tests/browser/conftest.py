"""A real Chromium, the real course, and pages that tolerate neither foreign requests nor errors."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from serving import Server, serve_notebooks  # noqa: F401 (a fixture)

from coursetools import machine, pages

AXE_OPTIONS = {"resultTypes": ["violations"]}
"""All rules; of what passes only one element is told, because telling of all takes longer than the rules."""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

expect.set_options(timeout=20_000)  # two cores carry the tests, the browser, the server and its kernels


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium. Where there is none, the tests that need it fail; they are never skipped.

    It ends with each test file: as long as Playwright runs, no other test can use asyncio in this process.
    """
    path = machine.find_browser()
    if path is None or not Path(path).exists():
        pytest.fail(
            "Chromium is missing: run the tests with „python3 build_course.py test“, which installs it."
        )
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def course_folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built course, in a folder of its own."""
    folder = tmp_path_factory.mktemp("kurs")
    for name in ("course.toml", "modules", "exercises", "data"):
        source = root / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    pages.build(folder)
    return folder


@pytest.fixture(scope="session")
def served(course_folder: Path) -> Iterator[Server]:
    """The course as learners get it."""
    server = Server(course_folder)
    yield server
    server.stop()


class Witness:
    """Notes what a page must not do; `forgive` names parts of messages that a test provokes."""

    def __init__(self, context: BrowserContext):
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.forgive: list[str] = []
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def _request(self, request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname != "localhost":
            self.foreign.append(request.url)

    def _console(self, message) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def check(self) -> None:
        """Fail if there was anything."""
        assert self.foreign == []
        assert [e for e in self.errors if not any(part in e for part in self.forgive)] == []


@pytest.fixture
def page_at(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages of a given width, each with a browser store of its own; they are checked at the end.

    The page's `witness` takes what a test provokes.
    """
    opened = []

    def open_page(width: int = 1280, scheme: str = "light", **options) -> Page:
        size = {"width": width, "height": 900}
        context = browser.new_context(viewport=size, color_scheme=scheme, locale="de-DE", **options)
        page = context.new_page()
        page.witness = Witness(context)
        opened.append((context, page.witness))
        return page

    yield open_page
    for context, witness in opened:
        witness.check()
        context.close()


@pytest.fixture(scope="session")
def accessible() -> Callable[[Page], None]:
    """Fails if axe-core finds a serious or critical violation on a page."""
    axe = Axe()

    def check(page: Page) -> None:
        found = axe.run(page, options=AXE_OPTIONS).response["violations"]
        grave = [v for v in found if v["impact"] in ("serious", "critical")]
        assert [(v["id"], [node["html"][:200] for node in v["nodes"]]) for v in grave] == []

    return check
