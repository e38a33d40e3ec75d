"""Take the README's pictures from the running course: ``python docs/take_pictures.py`` (needs Chromium)."""

import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from coursetools import testing

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "bilder"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]


def main() -> None:
    command = [sys.executable, "-m", "coursetools", "serve", "--port", "8950", "--no-browser"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        address = next(found[0] for line in server.stdout if (found := re.search(r"http://\S+", line)))
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=testing.find_browser(), args=FLAGS)
                page = browser.new_page(
                    viewport={"width": 1000, "height": 760}, reduced_motion="reduce", locale="de-DE"
                )
                take(page, address)
                browser.close()
        finally:
            server.terminate()


def take(page, address: str) -> None:
    """Home page, a card, and the mirror after one-sided decisions."""
    page.goto(address)
    page.screenshot(path=PICTURES / "startseite.png")
    page.goto(f"{address}modul/01_bewusstsein")
    card = page.locator(".page-widget").filter(has_text="Karte 1 von 16")
    card.get_by_role("button", name="Einladen").wait_for()
    card.screenshot(path=PICTURES / "karten.png")
    for number in range(1, 17):
        card = page.locator(".page-widget").filter(has_text=f"Karte {number} von 16")
        part_time = re.search(r"Teilzeit gewünscht\s*ja", card.inner_text())
        gap = not re.search(r"Auszeit\s*keine", card.inner_text())
        card.get_by_role("button", name="Absagen" if part_time or gap else "Einladen").click()
    page.get_by_text("Männer deutlich häufiger").click()
    page.get_by_role("button", name="Auflösen").first.click()
    chart = page.locator(".page-widget").filter(has_text="Grauer Balken: Zufall")
    chart.scroll_into_view_if_needed()
    chart.locator(".main-svg").first.wait_for()
    page.wait_for_timeout(500)  # the figure settles
    chart.screenshot(path=PICTURES / "spiegel.png")


if __name__ == "__main__":
    main()
