"""Take the README's pictures from the running course: ``python docs/take_pictures.py`` (needs Chromium)."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from coursetools import machine
from fairki.company import cast

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "bilder"
PATIENCE = 120_000  # ms; the server prepares all pages at first
SHEET = """
main { display: grid; grid-template-columns: repeat(5, 120px); gap: 12px; padding: 12px; width: max-content }
figure { margin: 0; font: 14px sans-serif; text-align: center; background: #fff }
img { width: 120px; border-radius: 18%; background: #f4f1ea }
"""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=machine.find_browser(), args=FLAGS)
        with running("serve", "--port", "8950", "--no-browser") as lines:
            page = browser.new_page(
                viewport={"width": 1000, "height": 900}, reduced_motion="reduce", locale="de-DE"
            )
            page.set_default_timeout(PATIENCE)
            take(page, served := address(lines, r"http://\S+"))
            take_story(page, served)
            take_cast(page)
        with running("workshop", "--probe", "--port", "8951") as lines:
            facilitator = address(lines, r"http://\S+/leitung#\S+")
            context = browser.new_context(viewport={"width": 1280, "height": 720})
            context.set_default_timeout(PATIENCE)
            take_projector(context, facilitator)
        browser.close()


@contextmanager
def running(*command: str) -> Iterator[Iterator[str]]:
    """The lines that one of the course's commands prints, as long as it is needed."""
    line = [sys.executable, "-m", "coursetools", *command]
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield server.stdout
        finally:
            server.terminate()


def address(lines: Iterator[str], pattern: str) -> str:
    """The first thing in ``lines`` that looks like ``pattern``."""
    return next(found[0] for line in lines if (found := re.search(pattern, line)))


def take(page, address: str) -> None:
    """Home page, a card, the mirror after one-sided decisions, the queue after eight years."""
    page.goto(address)
    page.screenshot(path=PICTURES / "startseite.png")
    page.goto(f"{address}modul/01_bewusstsein?ansicht=alles")
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
    mirror = page.locator(".fk-mirror")
    mirror.get_by_role("button", name="200 Bewerbungen entscheiden lassen").click()
    mirror.get_by_role("button", name="Noch einmal ansehen").wait_for()
    page.mouse.move(0, 0)
    page.locator(".page-activity:empty").wait_for(state="attached")
    mirror.screenshot(path=PICTURES / "spiegel.png")
    page.get_by_text("Wer kaum Chancen sieht, bewirbt sich seltener.").click()
    queue = page.locator(".fk-queue")
    queue.get_by_role("button", name="Acht Jahre laufen lassen").click()
    page.mouse.move(0, 0)
    queue.screenshot(path=PICTURES / "jahre.png")


def take_story(page, address: str) -> None:
    """The story at the start of the course, when the question has gone all round."""
    page.goto(f"{address}modul/00_willkommen")
    story = page.locator(".fk-opener")
    for _ in range(4):
        story.get_by_role("button", name="Weiter").click()
    story.get_by_text("Bild 5 von 6").wait_for()
    page.mouse.move(0, 0)
    story.screenshot(path=PICTURES / "geschichte.png")


def take_cast(page) -> None:
    """Everybody who is drawn, with the name of the drawing."""
    heads = "".join(
        f'<figure><img src="{cast.address(name)}"><figcaption>{name}</figcaption></figure>'
        for name in cast.names()
    )
    page.set_content(f"<style>{SHEET}</style><main>{heads}</main>")
    page.locator("main").screenshot(path=PICTURES / "menschen.png")


def take_projector(context, address: str) -> None:
    """The projector after a simulated room has voted on 16 applicants."""
    facilitator = context.new_page()
    facilitator.goto(address)
    with context.expect_page() as opened:
        facilitator.get_by_role("link", name="Leinwand").first.click()
    projector = opened.value
    facilitator.get_by_role("button", name=re.compile("^Workshop beginnen")).click()
    while not facilitator.get_by_role("heading", name="Der Spiegel", exact=False).first.is_visible():
        facilitator.get_by_role("button", name=re.compile("^Weiter")).click()
        facilitator.wait_for_timeout(500)
    facilitator.get_by_role("button", name="Öffnen").click()
    facilitator.get_by_text("20 von 20 fertig").wait_for()
    facilitator.get_by_role("button", name="Zeigen").click()
    projector.get_by_text("So viele laden die Modelle ein").wait_for()
    projector.wait_for_timeout(500)  # the text finds its size
    projector.screenshot(path=PICTURES / "leinwand.png")


if __name__ == "__main__":
    main()
