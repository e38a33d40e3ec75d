"""„Eigene Daten prüfen“ with as many rows as it promises: how long until a table is read, and until it is examined.

    .venv/bin/python benchmarks/workbench.py [--edition ORDNER] [--rows 200000]

Natively in this process, CPU and wall time. With the folder of an edition without a server (`build_course.py publish
ORDNER`) also there, in Chromium, from the choice of the file and from the press on „Auswerten“ until the page says so;
a second file of 50,000 rows for Excel. The goals: 200,000 rows × 10 columns in less than 5 s natively, 20 s in the
browser.
"""

import argparse
import io
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from coursetools import machine
from fairki.lessons.workbench.de import decisions as de
from fairki.lessons.workbench.de import gate
from fairki.workbench import figures, reading
from fairki.workbench.roles import Roles

NATIVE, BROWSER = 5.0, 20.0  # seconds
PATIENCE = 300_000  # ms
COLUMNS = ["Nr.", "Geschlecht", "Alter", "Ort", "Gehalt", "Note", "Art", "Punktzahl", "Bewährt", "Eingeladen"]
ROLES = Roles(9, "ja", (1, 2, 3), 8, "gut", 7)


def rows(count: int) -> list[tuple[str, ...]]:
    """People as German Excel writes them."""
    rng = np.random.default_rng(7)
    score = np.clip(rng.normal(0.5, 0.2, count), 0, 1)
    columns = [
        [str(at) for at in range(count)],
        rng.choice(["Frau", "Mann", "divers"], count, p=[0.45, 0.54, 0.01]),
        [str(age) for age in rng.integers(18, 67, count)],
        rng.choice(["Nord", "Süd", "Ost", "West"], count),
        [f"{pay:,}".replace(",", ".") for pay in rng.integers(2000, 9000, count)],
        [f"{mark:.1f}".replace(".", ",") for mark in rng.uniform(1, 4, count)],
        rng.choice([f"Art {at}" for at in range(40)], count),
        [f"{value:.3f}".replace(".", ",") for value in score],
        np.where(rng.random(count) < score, "gut", "schlecht"),
        np.where(score > 0.5, "ja", "nein"),
    ]
    return list(zip(*map(list, columns), strict=True))


def as_csv(people: list[tuple[str, ...]]) -> bytes:
    """Semicolons, decimal commas, ANSI."""
    return "\r\n".join(";".join(row) for row in [COLUMNS, *people]).encode("cp1252")


def as_excel(people: list[tuple[str, ...]]) -> bytes:
    """An Excel file."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Daten")
    for row in [COLUMNS, *people]:
        sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def natively(name: str, content: bytes) -> list[tuple[str, float, float]]:
    """What was done, wall and CPU time in seconds."""
    measured = []

    def timed(what, work):
        wall, cpu = time.perf_counter(), time.process_time()
        result = work()
        measured.append((what, time.perf_counter() - wall, time.process_time() - cpu))
        return result

    table = timed("read", lambda: reading.read(name, content))

    def examined() -> None:
        found = figures.examine(table, ROLES)
        assert found.rates and found.errors and found.proxies and found.calibrations

    timed("examined", examined)
    return measured


class Quiet(SimpleHTTPRequestHandler):
    """Writes nothing down."""

    def log_message(self, *names) -> None:
        """Nothing."""


def in_the_browser(edition: Path, files: list[Path]) -> list[tuple[str, float, float]]:
    """The same in Chromium, wall times only."""
    from playwright.sync_api import expect, sync_playwright

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(edition)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    measured = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=machine.find_browser(), args=["--no-sandbox"])
        for file in files:
            page = browser.new_page()
            page.set_default_timeout(PATIENCE)
            page.goto(f"http://localhost:{server.server_address[1]}/eigene-daten.html")
            for box in page.get_by_role("group", name=gate.SETTLED).get_by_role("checkbox").all():
                box.check()
            page.get_by_label(gate.PURPOSE).fill("Messung")
            chosen = page.get_by_label(de.FILE)
            expect(chosen).to_be_visible(timeout=PATIENCE)
            start = time.perf_counter()
            chosen.set_input_files(file)
            expect(page.get_by_text(de.HERE)).to_be_visible(timeout=PATIENCE)
            measured.append((f"{file.name}: read", time.perf_counter() - start, 0.0))
            page.get_by_label(de.DECISION).select_option("Eingeladen")
            page.get_by_role("group", name=de.GOOD).get_by_text("ja", exact=True).click()
            for column in ("Geschlecht", "Alter", "Ort"):
                page.get_by_role("group", name="Welche Spalten").get_by_text(column, exact=True).click()
            page.get_by_label(de.TRUTH).select_option("Bewährt")
            page.get_by_role("group", name=de.TRUTH_GOOD).get_by_text("gut", exact=True).click()
            page.get_by_label(de.SCORE).select_option("Punktzahl")
            expect(page.locator(".page-activity")).to_be_hidden(timeout=PATIENCE)
            start = time.perf_counter()
            page.get_by_role("button", name=de.EXAMINE, exact=True).click()
            expect(page.get_by_text(de.EXAMINED)).to_be_visible(timeout=PATIENCE)
            measured.append((f"{file.name}: examined", time.perf_counter() - start, 0.0))
            page.close()
        browser.close()
    server.shutdown()
    return measured


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--edition", type=Path)
    parser.add_argument("--rows", type=int, default=reading.MOST_ROWS)
    wanted = parser.parse_args()
    people = rows(wanted.rows)
    files = {"daten.csv": as_csv(people), "daten.xlsx": as_excel(people[:50_000])}
    shown = Table("", title=f"{wanted.rows:,} rows × {len(COLUMNS)} (Excel: at most 50,000)")
    for name in ("wall (s)", "CPU (s)"):
        shown.add_column(name, justify="right")
    sums = {}
    for name, content in files.items():
        for what, wall, cpu in natively(name, content):
            shown.add_row(f"native, {name}: {what}", f"{wall:.2f}", f"{cpu:.2f}")
            sums[f"native {name}"] = sums.get(f"native {name}", 0) + wall
    if wanted.edition:
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for name, content in files.items():
                paths.append(Path(folder) / name)
                paths[-1].write_bytes(content)
            for what, wall, _ in in_the_browser(wanted.edition, paths):
                shown.add_row(f"browser, {what}", f"{wall:.2f}", "")
                kind = f"browser {what.partition(':')[0]}"
                sums[kind] = sums.get(kind, 0) + wall
    console = Console()
    console.print(shown)
    for kind, goal in (("native daten.csv", NATIVE), ("browser daten.csv", BROWSER)):
        if kind in sums:
            console.print(
                f"{kind}: {sums[kind]:.1f} s, goal {goal:.0f} s: {'met' if sums[kind] < goal else 'MISSED'}"
            )


if __name__ == "__main__":
    main()
