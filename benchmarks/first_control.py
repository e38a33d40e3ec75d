"""Module 01 served by us and by plain ``voila`` with stock settings, side by side in one run.

    .venv/bin/python benchmarks/first_control.py [--rounds 5] [--visitors 10]

Rounds alternate between the two servers, so that a busy moment of the machine hits both; figures are medians.
First control: from the navigation to the first button of the applicant cards that can be pressed.
Memory per page: what an open page adds to the server and its kernels (PSS: shared pages are divided among
those who share them), and the private part of it (USS).
"""

import argparse
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from coursetools import machine, pages
from fairki import manifest

ROOT = Path(__file__).resolve().parent.parent
CONTROL = ".fk-choice"
PATIENCE = 180_000  # ms
SERVE = """
from pathlib import Path
from coursetools.serve.app import run
run(Path({root!r}), port={port}, open_browser=False)
"""
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip


@dataclass
class Contender:
    """One way to serve the module, and what was measured of it (seconds, bytes, counts)."""

    name: str
    command: list[str]
    url: str
    port: int
    process: psutil.Popen | None = None
    figures: dict[str, list[float]] = field(default_factory=dict)

    def note(self, figure: str, value: float) -> None:
        """Keep one measured value."""
        self.figures.setdefault(figure, []).append(value)

    def median(self, figure: str) -> float:
        """The median of what was measured."""
        return statistics.median(self.figures[figure])


def contenders(slug: str) -> list[Contender]:
    """Ours and stock Voilà on free ports."""
    ours, stock = _free_port(), _free_port()
    notebook = ROOT / "modules" / f"{slug}.ipynb"
    voila = str(Path(sys.executable).with_name("voila"))
    return [
        Contender("FairKI", [sys.executable, "-c", SERVE.format(root=str(ROOT), port=ours)],
                  f"http://localhost:{ours}/modul/{slug}", ours),
        Contender("stock voila", [voila, "--no-browser", f"--port={stock}", str(notebook)],
                  f"http://localhost:{stock}/", stock),
    ]  # fmt: skip


@contextmanager
def running(contender: Contender) -> Iterator[None]:
    """The server of a contender, up and at rest."""
    with tempfile.TemporaryFile() as output:
        contender.process = psutil.Popen(contender.command, stdout=output, stderr=output, cwd=ROOT)
        try:
            _wait_until_it_answers(contender)
            time.sleep(6)  # what is prepared ahead is ready
            yield
        finally:
            contender.process.terminate()
            contender.process.wait(30)


def visit(context: BrowserContext, contender: Contender, prefix: str) -> None:
    """Open the module until its first control; note time, bytes and requests of the whole page."""
    page = context.new_page()
    page.goto("about:blank")
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    received, requests = [], []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    session.on("Network.requestWillBeSent", lambda event: requests.append(event["requestId"]))
    begin = time.perf_counter()
    page.goto(contender.url, wait_until="commit", timeout=PATIENCE)
    page.locator(CONTROL).first.click(trial=True, timeout=PATIENCE)
    contender.note(f"{prefix}: first control (s)", time.perf_counter() - begin)
    contender.note(f"{prefix}: transferred until then (MB)", sum(received) / 1e6)
    for _ in range(60):
        page.mouse.wheel(0, 900)
        page.wait_for_timeout(25)
    page.wait_for_timeout(1500)
    contender.note(f"{prefix}: transferred, read to the end (MB)", sum(received) / 1e6)
    contender.note(f"{prefix}: requests", len(set(requests)))
    page.close()


def measure_time(browser: Browser, rivals: list[Contender], rounds: int) -> None:
    """First and second visit, in turns."""
    for _ in range(rounds):
        for contender in rivals:
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            visit(context, contender, "first visit")
            visit(context, contender, "second visit")
            context.close()
            time.sleep(2)


def measure_memory(browser: Browser, rivals: list[Contender], visitors: int) -> None:
    """So many visitors at once, each with a browser of their own: time to the control, memory afterwards."""
    for contender in rivals:
        before = memory(contender)
        contexts = [browser.new_context(viewport={"width": 1280, "height": 900}) for _ in range(visitors)]
        opened = [context.new_page() for context in contexts]
        begin = time.perf_counter()
        for page in opened:
            page.evaluate("address => { setTimeout(() => { location.href = address }, 0) }", contender.url)
        times: dict[int, float] = {}
        while len(times) < visitors and time.perf_counter() - begin < PATIENCE / 1000:
            for number, page in enumerate(opened):
                if number not in times and _has_control(page):
                    times[number] = time.perf_counter() - begin
        contender.note(f"{visitors} at once: pages with a control", len(times))
        contender.note(f"{visitors} at once: first of them (s)", min(times.values(), default=float("nan")))
        contender.note(f"{visitors} at once: last of them (s)", max(times.values(), default=float("nan")))
        time.sleep(15)
        after = memory(contender)
        contender.note("memory per open page, PSS (MB)", (after[0] - before[0]) / visitors / 1e6)
        contender.note("memory per open page, private (MB)", (after[1] - before[1]) / visitors / 1e6)
        contender.note("memory of the server at rest, PSS (MB)", before[0] / 1e6)
        for context in contexts:
            context.close()


def _has_control(page: Page) -> bool:
    try:
        return page.locator(CONTROL).first.is_visible()
    except Error:  # the page is just being replaced
        return False


def memory(contender: Contender) -> tuple[int, int]:
    """PSS and USS in bytes of a server with all its processes."""
    pss = uss = 0
    for process in [contender.process, *contender.process.children(recursive=True)]:
        try:
            full = process.memory_full_info()
        except psutil.Error:
            continue
        pss, uss = pss + full.pss, uss + full.uss
    return pss, uss


def report(rivals: list[Contender], console: Console) -> None:
    """All figures side by side."""
    table = Table("median", *(contender.name for contender in rivals), "ratio")
    ours, stock = rivals
    for figure in ours.figures:
        one, other = ours.median(figure), stock.median(figure)
        ratio = f"{one / other:.2f}" if other else "–"
        table.add_row(figure, f"{one:.3g}", f"{other:.3g}", ratio)
    console.print(table)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_it_answers(contender: Contender) -> None:
    for _ in range(600):
        try:
            with socket.create_connection(("localhost", contender.port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{contender.name} does not start: {' '.join(contender.command)}")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--visitors", type=int, default=10)
    chosen = options.parse_args()
    console = Console()
    if pages.stale(ROOT):
        pages.build(ROOT)
    rivals = contenders(manifest.read(ROOT).module("01").slug)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=machine.find_browser(), args=list(FLAGS))
        with running(rivals[0]), running(rivals[1]):
            with console.status("measuring time"):
                measure_time(browser, rivals, chosen.rounds)
            with console.status("measuring memory"):
                measure_memory(browser, rivals, chosen.visitors)
        browser.close()
    report(rivals, console)


if __name__ == "__main__":
    main()
