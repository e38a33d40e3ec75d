"""From moving a slider to the changed picture, in the browser, on the served pages (module 02).

    .venv/bin/python benchmarks/slider.py [--moves 40]

Thresholds: both pictures, four definitions and the identity are drawn in the browser itself. Clash: the kernel solves
linear programmes, and the verdict comes back as text. Times are medians in milliseconds; the goal is 150.
"""

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from rich.console import Console
from rich.table import Table

from coursetools import machine, pages

ROOT = Path(__file__).resolve().parent.parent
PORT = 8957
SERVE = """
from pathlib import Path
from coursetools.serve.app import run
run(Path({root!r}), port={port}, open_browser=False)
"""
# Moves a slider one step, waits until what it shows is another, and goes on.
MOVE = """async ([slider, picture, moves]) => {
    const range = document.querySelector(slider), shown = document.querySelector(picture);
    const low = Number(range.min), places = Number(range.max) - low;
    const times = [];
    for (let move = 0; move < moves; move += 1) {
        const before = shown.innerHTML, start = performance.now();
        const at = (Number(range.value) - low + 1 + (move % 2) * Math.floor(places / 2)) % (places + 1);
        range.value = low + at;
        range.dispatchEvent(new Event('input'));
        while (shown.innerHTML === before && performance.now() - start < 2000) {
            await new Promise(requestAnimationFrame);
        }
        if (shown.innerHTML !== before) times.push(performance.now() - start);
        await new Promise((done) => setTimeout(done, 150));
    }
    return times;
}"""


def measured(page: Page, slider: str, picture: str, moves: int) -> list[float]:
    """Milliseconds of each move that changed the picture."""
    return page.evaluate(MOVE, [slider, picture, moves])


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--moves", type=int, default=40)
    moves = parser.parse_args().moves
    pages.build(ROOT)
    server = subprocess.Popen([sys.executable, "-c", SERVE.format(root=str(ROOT), port=PORT)])
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=machine.find_browser(), args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page()
            end = time.monotonic() + 60
            while time.monotonic() < end:
                try:
                    page.goto(f"http://localhost:{PORT}/modul/02_werte")
                    break
                except Exception:
                    time.sleep(0.5)
            page.wait_for_selector("html[data-ready]")
            page.get_by_role("radio", name="Plätze in einem Gesundheitsprogramm").check()
            page.get_by_text("Beide Regeln gehen hier nicht zusammen.").wait_for()
            page.evaluate(
                """() => {
                    const blocks = [...document.querySelectorAll('.page-widget')];
                    const with_text = (text) => blocks.find((block) => block.textContent.includes(text));
                    with_text('Gleiche Quoten: größter Abstand').id = 'bound';
                    with_text('Beide Regeln gehen').id = 'verdict';
                }"""
            )
            found = {
                "Thresholds (in the browser)": measured(
                    page, ".fk-thresholds input[type=range]", ".fk-thresholds", moves
                ),
                "Clash (through the kernel)": measured(page, "#bound input[type=range]", "#verdict", moves),
            }
            browser.close()
    finally:
        server.terminate()
        server.wait(20)
    table = Table("Slider", "changes", "median ms", "95 % ms")
    for name, times in found.items():
        table.add_row(
            name,
            str(len(times)),
            f"{statistics.median(times):.0f}",
            f"{statistics.quantiles(times, n=20)[-1]:.0f}",
        )
    Console().print(table)


if __name__ == "__main__":
    main()
