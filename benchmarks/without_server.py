"""The edition without a server beside the served page: how long, how many bytes, how much memory.

    .venv/bin/python benchmarks/without_server.py [--pages 01_bewusstsein 03_pruefen] [--rounds 1] [--no-others]

Every module and one exercise form in Chromium, each "cold" (nothing in the browser's cache) and "warm" (all of it),
with no answers kept: until the page is drawn, until Python waits for answers, until the first answer is there that was
given as soon as the page was drawn, and how long the same question takes when it is answered again. The served page is
measured between both, in the same way. Then module 01 in Firefox and WebKitGTK, and the way from one module to the
next. All times are the page's own, from its navigation, in seconds. The server of the edition packs what README says
that a server should pack; bytes are counted there. Memory is that of Chromium's process for the page (PSS). About five
minutes on two idle cores.
"""

import argparse
import gzip
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "browser")]

import engines  # noqa: E402
import psutil  # noqa: E402
from playwright.sync_api import BrowserContext, BrowserType, Page, sync_playwright  # noqa: E402
from publishing import BUILD, Careless, Published  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402
from serving import Server  # noqa: E402

from coursetools import machine  # noqa: E402
from fairki import manifest  # noqa: E402

FORM = "uebung/bewusstsein.html"
ALL = "?ansicht=alles"
PATIENCE = 120_000  # ms
PREPARED = 3  # seconds in which a server puts the next page in reserve, and a browser tidies up
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
PACKED = (".html", ".js", ".css", ".svg", ".json", ".wasm", ".csv")
GOALS = (
    ("module 01 cold: first answer (s)", 5),
    ("module 01 warm: first answer (s)", 3),
    ("all pages warm: Python waits (s)", 5),
    ("all pages: again, at most (ms)", 150),
    ("until the first answer of module 01 (MB)", 15),
    ("all that there is (MB)", 35),
    ("tab without scikit-learn (MB)", 450),
)

# Runs in the page, as early as the driver can: notes when it is drawn and when Python waits, answers, answers again.
MEASURE = """(() => {
  if (window.measured) return;
  const found = (window.measured = { again: [], python: null });
  const Plain = window.Worker;
  if (Plain)
    window.Worker = class extends Plain {
      constructor(...given) {
        super(...given);
        this.addEventListener("message", ({ data }) => {
          if (data.kind === "open") found.python ??= performance.now();
        });
      }
    };
  const rest = [];
  addEventListener("fairki-idle", () => { for (const go of rest.splice(0)) go(performance.now()); });
  const idle = () => new Promise((go) => rest.push(go));
  const seen = (one) => one.getClientRects().length > 0;
  const all = (within, selector) => [...within.querySelectorAll(selector)].filter(seen);
  const button = (within, word) => all(within, "button").find((one) => word.test(one.innerText));

  function choose(guess, at) {
    const options = all(guess, "input");
    if (options[0].type === "radio") return options[at % options.length].click();
    const [low, high] = [Number(options[0].min), Number(options[0].max)];
    options[0].value = low + Math.round((high - low) * (at % 2 ? 0.3 : 0.7));
    for (const kind of ["input", "change"]) options[0].dispatchEvent(new Event(kind, { bubbles: true }));
  }

  async function answer() {
    if (document.querySelector("[data-form], #frage-a1")) {
      const check = () => button(document, /^Alles pr/).click();
      const first = idle();
      check();
      found.first = await first;
      for (let at = 0; at < 5; at += 1) found.again.push(await timed(check));
      return;
    }
    const cards = () => button(document, /^Einladen/);
    for (let at = 0; at < 16 && cards(); at += 1) (at % 2 ? cards() : button(document, /^Absagen/)).click();
    const guesses = all(document, ".fk-guess");
    const guess = guesses.find((one) => one.innerText.includes("Wen lädt Ihr Modell")) ?? guesses[0];
    const solve = () => all(guess, "button.fk-primary")[0].click();
    let first = idle();
    choose(guess, 0);
    solve();
    found.first = await first;
    const said = () => guess.querySelector(".fk-answer .fk-prose").innerText;
    while (!said() || said().includes("Einen Moment")) {
      first = idle();
      await new Promise((go) => setTimeout(go, 5));
      found.first = performance.now();
    }
    for (let at = 1; at < 6; at += 1) {
      choose(guess, at);
      found.again.push(await timed(() => button(guess, /^Neu/).click()));
    }
  }

  async function timed(act) {
    const done = idle();
    const begin = performance.now();
    act();
    return (await done) - begin;
  }

  function whenDrawn() {
    if (document.documentElement?.dataset.ready === undefined) return requestAnimationFrame(whenDrawn);
    found.view = performance.now();
    answer().then(
      () => {
        found.bytes = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
          .reduce((sum, one) => sum + one.transferSize, 0);
        found.done = true;
      },
      (problem) => (found.problem = String(problem?.stack ?? problem)),
    );
  }
  whenDrawn();
})()"""


@cache
def packed(path: Path) -> bytes:
    """A file as a sensible server sends it."""
    content = path.read_bytes()
    return gzip.compress(content, 6) if path.suffix in PACKED else content


class Sensible(Careless):
    """What README asks for: packs what can be packed, and lets the browser keep what never changes."""

    def __init__(self, *names, sent: list[int], **values):
        self.sent = sent
        super().__init__(*names, **values)

    def do_GET(self) -> None:
        """Send a file, and count its bytes."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        content = packed(path)
        self.sent.append(len(content))
        wasm = path.suffix == ".wasm"
        lasts = any(part in unquote(urlsplit(self.path).path) for part in ("/static/", "/py/"))
        self.send_response(200)
        self.send_header("Content-Type", "application/wasm" if wasm else self.guess_type(path))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if lasts else "no-cache")
        if path.suffix in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)


class Edition(Published):
    """The edition on such a server; ``sent``: bytes of all answers since it was cleared."""

    def __init__(self, folder: Path):
        self.sent: list[int] = []
        super().__init__(folder, partial(Sensible, sent=self.sent))


@dataclass
class Figures:
    """What was measured of one page in one way: seconds, milliseconds (``again``), bytes."""

    view: list[float] = field(default_factory=list)
    python: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    bytes: list[float] = field(default_factory=list)
    tab: list[float] = field(default_factory=list)

    def take(self, found: dict) -> None:
        """Note what a page has measured of itself."""
        if "problem" in found:
            raise SystemExit(f"the page cannot be measured: {found['problem']}")
        self.view.append(found["view"] / 1000)
        self.first.append(found["first"] / 1000)
        self.python += [found["python"] / 1000] if found["python"] else []
        self.again += found["again"]

    def middle(self, name: str) -> float:
        """The median of one of them."""
        return statistics.median(getattr(self, name) or [float("nan")])


@contextmanager
def editions() -> Iterator[tuple[Edition, Server]]:
    """The edition without a server and the served course, built of this folder."""
    with tempfile.TemporaryDirectory() as scratch:
        base = Path(scratch)
        folder = base / "intranet" / "kurse" / "ki"
        for path in (base / "course", folder.parent, base / "served"):
            path.mkdir(parents=True)
        arguments = [sys.executable, "-c", BUILD, str(ROOT), str(base / "course"), str(folder)]
        done = subprocess.run(arguments, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
        for name in ("course.toml", "modules", "exercises", "data", ".build/pages"):
            source, target = base / "course" / name, base / "served" / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
        edition, server = Edition(folder), Server(base / "served")
        try:
            yield edition, server
        finally:
            edition.stop()
            server.stop()


def measured(page: Page, address: str) -> dict:
    """Open an address and let the page measure itself."""
    page.add_init_script(f"localStorage.clear();\n{MEASURE}")
    page.goto(address, timeout=PATIENCE)
    page.wait_for_function("() => window.measured.done || window.measured.problem", timeout=PATIENCE)
    return page.evaluate("() => measured")


def visit(context: BrowserContext, address: str, figures: Figures, edition: Edition | None = None) -> None:
    """One visit with a tab of its own."""
    page = context.new_page()
    if edition:
        edition.sent.clear()
    found = measured(page, address)
    figures.take(found)
    figures.bytes.append(sum(edition.sent) if edition else found["bytes"])
    figures.tab.append(tab_memory())
    page.close()
    time.sleep(PREPARED)


def tab_memory() -> float:
    """Bytes of the largest page that this process has open in Chromium (PSS)."""
    sizes = []
    for process in psutil.Process().children(recursive=True):
        try:
            if "--type=renderer" in process.cmdline():
                sizes.append(process.memory_full_info().pss)
        except psutil.Error:
            continue
    return max(sizes, default=0)


@contextmanager
def fresh(chromium: BrowserType) -> Iterator[BrowserContext]:
    """A browser with a profile on the disk, as people have: one without keeps no large file in its cache."""
    with tempfile.TemporaryDirectory() as profile:
        context = chromium.launch_persistent_context(
            profile,
            executable_path=machine.find_browser(),
            args=list(FLAGS),
            viewport={"width": 1280, "height": 900},
            reduced_motion="reduce",
        )
        yield context
        context.close()


def in_chromium(chromium: BrowserType, edition: Edition, server: Server, paths: list[str], rounds: int):
    """Path → figures of the edition cold and warm, and of the served page."""
    found = {path: (Figures(), Figures(), Figures()) for path in paths}
    for path, (cold, warm, served) in found.items():
        for _ in range(rounds):
            with fresh(chromium) as context:
                visit(context, edition.url + path, cold, edition)
                visit(context, server.url + path.replace(".html", ""), served)
                visit(context, edition.url + path, warm, edition)
    return found


def by_link(context: BrowserContext, edition: Edition) -> float:
    """Seconds from a link in one module until the next one has answered."""
    page = context.new_page()
    measured(page, edition.url + f"modul/00_willkommen.html{ALL}")
    begin = time.perf_counter()
    page.evaluate(
        """address => {
          delete window.measured; // the next page may come into the same window
          const link = Object.assign(document.createElement("a"), { href: address });
          document.querySelector("main").append(link);
          link.click();
        }""",
        f"{edition.url}modul/01_bewusstsein.html{ALL}",
    )
    page.wait_for_url("**/01_bewusstsein*")
    page.wait_for_selector("html[data-ready]", timeout=PATIENCE)
    page.evaluate(MEASURE)
    page.wait_for_function("() => window.measured.done || window.measured.problem", timeout=PATIENCE)
    took = time.perf_counter() - begin - sum(page.evaluate("() => measured.again")) / 1000
    page.close()
    return took


def elsewhere(name: str, edition: Edition) -> tuple[Figures, Figures]:
    """Module 01 cold and warm in another engine; what is drawn before its driver may look is as late as that."""
    cold, warm = Figures(), Figures()
    with getattr(engines, name)() as visitor:
        for figures in (cold, warm):
            edition.sent.clear()
            visitor.open(f"{edition.url}modul/01_bewusstsein.html{ALL}")
            visitor.run(MEASURE)
            visitor.until("window.measured.done || window.measured.problem")
            figures.take(visitor.run("measured"))
            figures.bytes.append(sum(edition.sent))
            visitor.run("localStorage.clear()")
    return cold, warm


def in_table(found: dict[str, tuple[Figures, ...]]) -> Table:
    """The figures of Chromium, a page a line."""
    names = ("view", "Python", "first", "again", "MB", "tab", "view", "Python", "first", "MB")
    table = Table("page", *names, "view", "first", "again", "MB", title="cold | warm | served")
    for path, (cold, warm, served) in found.items():
        table.add_row(path.split("/")[1].partition(".")[0], *_cold(cold), *_warm(warm), *_served(served))
    return table


def _cold(one: Figures) -> list[str]:
    times = [f"{one.middle(name):.1f}" for name in ("view", "python", "first")]
    return [*times, _again(one), f"{one.middle('bytes') / 1e6:.1f}", f"{one.middle('tab') / 1e6:.0f}"]


def _warm(one: Figures) -> list[str]:
    times = [f"{one.middle(name):.1f}" for name in ("view", "python", "first")]
    return [*times, f"{one.middle('bytes') / 1e6:.1f}"]


def _served(one: Figures) -> list[str]:
    times = [f"{one.middle(name):.1f}" for name in ("view", "first")]
    return [*times, _again(one), f"{one.middle('bytes') / 1e6:.1f}"]


def _again(one: Figures) -> str:
    return f"{one.middle('again'):.0f} ms"


def judged(found: dict[str, tuple[Figures, ...]]) -> dict[str, float]:
    """What the goals are about."""
    pages = [figures for path, figures in found.items() if path.startswith("modul/")]
    first = next((figures for path, figures in found.items() if "01_bewusstsein" in path), None)
    told = {
        "all pages warm: Python waits (s)": max(warm.middle("python") for _, warm, *_ in pages),
        "all pages: again, at most (ms)": max(
            max(cold.middle("again"), warm.middle("again")) for cold, warm, *_ in pages
        ),
    }
    if first:
        told["module 01 cold: first answer (s)"] = first[0].middle("first")
        told["module 01 warm: first answer (s)"] = first[1].middle("first")
        told["until the first answer of module 01 (MB)"] = first[0].middle("bytes") / 1e6
        told["tab without scikit-learn (MB)"] = first[0].middle("tab") / 1e6
    return told


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    modules = [f"modul/{module.slug}.html" for module in manifest.read(ROOT).modules]
    options.add_argument(
        "--pages",
        nargs="+",
        choices=[Path(path).stem for path in modules],
        help="names of modules; without: all, and one exercise form",
    )
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--no-others", action="store_true", help="Chromium alone")
    chosen = options.parse_args()
    paths = [f"modul/{name}.html" for name in chosen.pages] if chosen.pages else [*modules, FORM]
    console = Console(width=160)
    with editions() as (edition, server):
        for path in edition.folder.rglob("*"):  # a server packs on its own processors, and once
            if path.is_file():
                packed(path)
        with sync_playwright() as playwright:
            addresses = [path + (ALL if path.startswith("modul/") else "") for path in paths]
            found = in_chromium(playwright.chromium, edition, server, addresses, chosen.rounds)
            with fresh(playwright.chromium) as context:
                following = by_link(context, edition)
        console.print(in_table(found))
        console.print(f"From module 00 by a link to the first answer of module 01: {following:.1f} s")
        for name in () if chosen.no_others else ("firefox", "webkit"):
            cold, warm = elsewhere(name, edition)
            console.print(f"{name}, module 01, cold:", *_cold(cold)[:5], "warm:", *_warm(warm))
        apart = {"notebooks"}  # a place of its own, for those who like code
        files = [path for path in edition.folder.rglob("*") if path.is_file() and not apart & set(path.parts)]
        told = judged(found) | {"all that there is (MB)": sum(len(packed(path)) for path in files) / 1e6}
    for goal, most in GOALS:
        if goal in told:
            console.print(f"{goal}: {told[goal]:.3g}, goal {most}", "✓" if told[goal] <= most else "✗")


if __name__ == "__main__":
    main()
