"""What grading makes for people to read, in a real browser."""

from dataclasses import replace
from pathlib import Path

import looks
import pytest
from graded import assignment, record
from playwright.sync_api import Page

from coursetools.grading import feedback, report
from coursetools.grading.arrivals import Rejected
from coursetools.grading.job import Incident

pytestmark = pytest.mark.browser

STOPPED = f"Die Zelle bricht in Zeile 1 ab (NameError). Die Zeile lautet: {'x' * 120}"


def opened(page: Page, html: str, folder: Path) -> Page:
    path = folder / "seite.html"
    path.write_text(html, encoding="utf-8")
    page.requests = []
    page.on("request", lambda request: page.requests.append(request.url))
    page.goto(path.as_uri())
    assert page.requests == [path.as_uri()]
    return page


@pytest.mark.parametrize(("width", "scheme"), looks.LOOKS[2:])
def test_feedback_is_accessible_fits_and_asks_nobody_for_anything(
    page_at, accessible, tmp_path, width, scheme
):
    task = assignment()
    html = feedback.page(task, record(task, 0.5, STOPPED, incidents=["timeout"]), task.source)
    page = opened(page_at(width, scheme), html, tmp_path)
    assert page.evaluate("document.documentElement.lang") == "de"
    assert page.title() == "Rückmeldung: Übung: Was ist hier fair?"
    looks.fits(page, width)
    accessible(page)


def test_feedback_prints(page_at, tmp_path):
    task = assignment()
    page = opened(page_at(), feedback.page(task, record(task), task.source), tmp_path)
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize(("width", "scheme"), looks.LOOKS[2:])
def test_the_overview_is_accessible_fits_and_asks_nobody_for_anything(
    page_at, accessible, tmp_path, width, scheme
):
    task = assignment()
    records = [
        record(task, share, pseudonym=f"abgabe-{share}", incidents=["timeout"]) for share in (0, 0.5, 1)
    ]
    records[0] = replace(records[0], incidents=(Incident("stopped", "a1", STOPPED),))
    rejected = [Rejected("a.pdf", "Kein Notebook.", "Bitte neu.")]
    pile = report.pile(task, records, everybody=["abgabe-0", "abgabe-nie"])
    html = report.overview([pile], rejected, [f"Nicht bewertet: /{'kurs' * 30}"])
    page = opened(page_at(width, scheme), html, tmp_path)
    looks.fits(page, width)
    accessible(page)
    page.get_by_text("Maßstab für die freie Antwort").click()
    accessible(page)


def test_the_overview_is_filtered_and_sorted_by_keyboard(page_at, tmp_path):
    task = assignment()
    records = [record(task, share, pseudonym=f"abgabe-{name}") for name, share in (("a", 1), ("b", 0))]
    records[0] = replace(records[0], incidents=(Incident("timeout", "a1", ""),))
    marks = tuple(replace(mark, score=4.0) if mark.cell == "f1" else mark for mark in records[1].marks)
    records[1] = replace(records[1], marks=marks)
    html = report.overview([report.pile(task, records, everybody=["abgabe-nie"])], [])
    page = opened(page_at(), html, tmp_path)
    lines = page.locator("#entries tr:visible th")

    def chosen(label: str, *keys: str) -> list[str]:
        page.get_by_label(label, exact=True).focus()
        for key in keys:
            page.keyboard.press(key)
        return lines.all_text_contents()

    assert lines.all_text_contents() == ["abgabe-a", "abgabe-b"]
    assert chosen("Sortieren nach", "ArrowDown", "ArrowDown") == ["abgabe-b", "abgabe-a"]  # few points first
    assert chosen("Anzeigen", "ArrowDown") == ["abgabe-a"]  # open answers
    assert chosen("Anzeigen", "ArrowDown") == ["abgabe-a"]  # noticed
    assert page.get_by_role("status").text_content() == "1 von 2"
    assert chosen("Anzeigen", "ArrowDown") == ["abgabe-nie"]  # nothing handed in
    assert chosen("Übung", "ArrowDown") == ["abgabe-nie"]
