"""``publish --druck``: each module as a PDF, printed by Chromium from a server of the course that runs meanwhile."""

import asyncio
import base64
import io
import json
from collections.abc import Callable, Coroutine, Sequence
from html import escape
from pathlib import Path
from typing import Any

import segno

from coursetools.files import write_atomically
from coursetools.publish import chromium, de, example_answers
from coursetools.serve.app import FairkiVoila, given, settings
from coursetools.serve.logs import LOG
from coursetools.serve.site import site
from coursetools.web_names import address_in_ascii
from fairki import manifest, web
from fairki.errors import FairkiError

STATIC = Path(__file__).parent / "static"
WIDTH, HEIGHT = 210 / 25.4, 297 / 25.4  # A4, in inches, as are the margins
SIDE, END = 12 / 25.4, 16 / 25.4
LINES = round((WIDTH - 2 * SIDE) * 96)
"""Pixels between the margins: pictures are drawn as wide as they are printed, a chart needs 640 beside its frame."""
WHOLE_PAGE = 900  # seconds to fill in a page; paper.js gives up much earlier where nothing changes any more


def run(root: Path, folder: Path, address: str | None, say: Callable[[str], None]) -> None:
    """Print all modules of the built course in the folder ``root`` into ``folder``: one PDF each, by their slug.

    Args:
        root: the folder of the built course.
        folder: is made where it is missing; what else lies in it stays.
        address: where the course can be reached: each unit gets its own address, as a QR code, too.
        say: called with German lines.

    Raises:
        SetupError: there is no Chromium, or it does not start.
        FairkiError: a module cannot be printed.
    """
    print_modules(root, manifest.read(root).modules, folder, address, say)
    say(de.all_printed(str(folder.resolve())))


def print_modules(
    root: Path,
    modules: Sequence[manifest.Module],
    folder: Path,
    address: str | None,
    say: Callable[[str], None],
) -> None:
    """Print some of the modules, as ``run`` does."""
    chromium.program()  # before anything else is started

    async def work(server: str) -> None:
        async with chromium.opened() as page:
            for number, module in enumerate(modules, 1):
                content = await _print(page, server, module, address)
                write_atomically(folder / f"{module.slug}.pdf", content)
                say(de.printed(number, len(modules)))

    _while_served(root, work)


class PaperVoila(FairkiVoila):
    """Serves the course to one visitor, who prints it; then it ends. ``work`` gets the address."""

    work: Callable[[str], Coroutine[Any, Any, None]] = given()
    failed: Exception | None = given(allow_none=True)
    finished: bool = given(False)

    def announce(self) -> None:
        """Nobody else is to come."""

    def jobs(self) -> list[Coroutine[Any, Any, None]]:
        """The visit."""
        return [self._visit()]

    async def _visit(self) -> None:
        try:
            await self.work(f"http://127.0.0.1:{self.port}{self.base_url}")
            self.finished = True
        except Exception as error:  # it is raised again where the server has ended
            self.failed = error
        self.ioloop.stop()


def _while_served(root: Path, work: Callable[[str], Coroutine[Any, Any, None]]) -> None:
    server = PaperVoila(
        site=site(manifest.read(root), root),
        say=lambda line: None,
        work=work,
        failed=None,
        ip="127.0.0.1",
        port=0,
        open_browser=False,
        root_dir=str(root / ".build"),
        config=settings(root),
    )
    server.initialize([])
    server.start()
    if isinstance(server.failed, TimeoutError):
        raise FairkiError(*de.browser_failed("–"))
    if server.failed:
        raise server.failed
    if not server.finished:
        raise KeyboardInterrupt


async def _print(page: chromium.Chromium, server: str, module: manifest.Module, address: str | None) -> bytes:
    """The PDF of a module."""
    path = f"modul/{module.slug}.html"
    await page.call("Page.enable")
    await page.call(
        "Emulation.setEmulatedMedia",
        media="print",
        features=[
            {"name": "prefers-reduced-motion", "value": "reduce"},  # pictures are in their end state
            {"name": "prefers-color-scheme", "value": "light"},
        ],
    )
    await page.call(
        "Emulation.setDeviceMetricsOverride", width=LINES, height=1000, deviceScaleFactor=2, mobile=False
    )
    await page.call("Storage.clearDataForOrigin", origin=server.rstrip("/"), storageTypes="local_storage")
    await page.call("Page.navigate", url=f"{server}{path}?ansicht=alles")
    await _loaded(page)
    widgets = await page.run("document.getElementById('fairki-widgets')?.textContent")
    if widgets is None:
        raise FairkiError(*de.unprintable(module.title, str(LOG)))
    answers = example_answers.to(one.get("state", {}) for one in json.loads(widgets).values())
    wanted = {
        "words": de.PAPER,
        "instead": de.ON_PAPER,
        "codes": _codes(module, f"{address.rstrip('/')}/{path}") if address else {},
        "style": (STATIC / "paper.css").read_text(encoding="utf-8"),
    }
    await page.run(f"(() => {{\n{web.module(STATIC / 'paper.js')}}})()")
    await page.run(f"fairkiPaper({json.dumps(answers)}, {json.dumps(wanted)})", patience=WHOLE_PAGE)
    made = await page.call(
        "Page.printToPDF",
        paperWidth=WIDTH,
        paperHeight=HEIGHT,
        marginTop=END,
        marginBottom=END,
        marginLeft=SIDE,
        marginRight=SIDE,
        printBackground=True,
        displayHeaderFooter=True,
        headerTemplate="<span></span>",
        footerTemplate=_footer(module.title),
        generateTaggedPDF=True,
        generateDocumentOutline=True,
    )
    return base64.b64decode(made["data"])


async def _loaded(page: chromium.Chromium) -> None:
    async with asyncio.timeout(chromium.PATIENCE):
        while await page.run("document.readyState") != "complete":
            await asyncio.sleep(0.1)


def _codes(module: manifest.Module, address: str) -> dict[str, dict[str, str]]:
    """Unit → its address, and a QR code of it."""
    return {unit.id: _code(f"{address}#einheit-{unit.id}") for unit in module.units}


def _code(address: str) -> dict[str, str]:
    drawn = io.BytesIO()
    segno.make(address_in_ascii(address), error="m", micro=False).save(
        drawn, kind="svg", border=2, xmldecl=False, svgns=False, omitsize=True
    )
    return {"address": address, "picture": drawn.getvalue().decode()}


def _footer(title: str) -> str:
    number = de.PAGE_NUMBER.format('<span class="pageNumber"></span>', '<span class="totalPages"></span>')
    style = "width:100%;margin:0 12mm;font:8pt sans-serif;display:flex;justify-content:space-between"
    return f'<div style="{style}"><span>{escape(title)}</span><span>{number}</span></div>'
