"""A learner comes back to the last unit of a module with an answer to everything: how long until that unit is complete?

    .venv/bin/python benchmarks/coming_back.py [--modules 01 06] [--pages 6] [--rounds 3]

Once with one page, once with several at the same time. "Unit": from the navigation until nothing in the unit of the
address changes any more. "Page": the same for the whole page. In page order the last unit is complete only when
(nearly) the whole page is; the ratio says what is gained by restoring first what is seen. Medians over rounds; with
several pages at once the median and the slowest of them.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "browser"))

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from returning import at_rest, come_back
from rich.console import Console
from rich.table import Table
from serving import Server

from coursetools import machine, pages
from fairki import manifest

ROOT = Path(__file__).resolve().parent.parent
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)
PATIENCE = 180_000  # ms
PREPARED = 8  # seconds in which the server puts new pages in reserve

# When the texts and figures of the unit, and of the page, changed for the last time; what plotly draws is left out.
WATCH = """
addEventListener("DOMContentLoaded", () => {
  const wanted = location.hash.slice(1);
  const last = (globalThis.lastChange = { unit: 0, page: 0 });
  const before = { unit: "", page: "" };
  const places = ".page-widget, [data-place]";
  function look() {
    const found = { unit: [], page: [] };
    let here = "";
    for (const one of document.querySelectorAll(places)) {
      if (one.dataset.place) here = one.dataset.place;
      else {
        const figures = [...one.querySelectorAll(".fk-figure")].map((figure) => figure.hidden);
        const texts = [...one.querySelectorAll("p, li, td, legend, summary")].map((text) => text.textContent);
        const told = JSON.stringify([texts, figures, [...one.children].map(({ hidden }) => hidden)]);
        found.page.push(told);
        if (here === wanted) found.unit.push(told);
      }
    }
    for (const part of ["unit", "page"]) {
      const now = found[part].join();
      if (now !== before[part]) last[part] = performance.now();
      before[part] = now;
    }
  }
  let asked = false;
  new MutationObserver(() => {
    if (asked) return;
    asked = true;
    setTimeout(() => { asked = false; look(); }, 20);
  }).observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true, attributes: true });
});
"""


def kept(browser: Browser, url: str, module: manifest.Module) -> str:
    """What the browser keeps of a learner who answered everything, in the normal form of the kernel."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{url}modul/{module.slug}", timeout=PATIENCE)
    page.wait_for_selector("html[data-ready]", timeout=PATIENCE)
    come_back(page, module)
    page.reload()
    at_rest(page)
    text = page.evaluate("localStorage.fairki")
    context.close()
    return text


def arrive(contexts: list[BrowserContext], address: str) -> list[dict[str, float]]:
    """Go to the address in all contexts at once; seconds until unit and page were complete, for each."""
    opened = [context.new_page() for context in contexts]
    for page in opened:
        page.add_init_script(WATCH)
        page.evaluate("address => { setTimeout(() => { location.href = address }, 0) }", address)
    for page in opened:
        page.wait_for_url(address, timeout=PATIENCE)
        at_rest(page)
    return [{part: ms / 1000 for part, ms in page.evaluate("lastChange").items()} for page in opened]


def context_with(browser: Browser, url: str, text: str) -> BrowserContext:
    """A browser of its own that keeps these answers."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page: Page = context.new_page()
    page.goto(f"{url}datenblatt-fehlt")  # a page of this origin without a kernel
    page.evaluate("text => localStorage.setItem('fairki', text)", text)
    page.close()
    return context


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--modules", nargs="+", default=["01", "06"])
    options.add_argument("--pages", type=int, default=6)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    table = Table("module", "pages at once", "unit (s)", "slowest", "page (s)", "slowest", "ratio")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        course = Path(folder)
        for name in ("course.toml", "modules", "exercises", "data"):
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, course / name)
        pages.build(course)
        browser = playwright.chromium.launch(executable_path=machine.find_browser(), args=list(FLAGS))
        server = Server(course)
        try:
            for id in chosen.modules:
                module = manifest.read(ROOT).module(id)
                text = kept(browser, server.url, module)
                address = f"{server.url}modul/{module.slug}#einheit-{module.units[-1].id}"
                for count in (1, chosen.pages):
                    found = []
                    for _ in range(chosen.rounds):
                        time.sleep(PREPARED)
                        contexts = [context_with(browser, server.url, text) for _ in range(count)]
                        found += arrive(contexts, address)
                        for context in contexts:
                            context.close()
                    unit, page = ([one[part] for one in found] for part in ("unit", "page"))
                    shown = [statistics.median(unit), max(unit), statistics.median(page), max(page)]
                    ratio = shown[0] / shown[2]
                    table.add_row(id, str(count), *(f"{seconds:.1f}" for seconds in shown), f"{ratio:.2f}")
        finally:
            server.stop()
            browser.close()
    Console().print(table)


if __name__ == "__main__":
    main()
