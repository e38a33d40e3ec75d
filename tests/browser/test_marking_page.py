"""A trainer marks free texts by keyboard, takes back, uses the collection, and compares with a second opinion."""

import json
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import free_texts
import looks
import pytest
from free_texts import SLUG, Text, attached, picture
from nbgrader import api
from piles import command
from playwright.sync_api import Page, expect

from coursetools import nbgrader_steps
from coursetools.grading import grade

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("marking_page")]

LONG = (
    "Der Satz klingt gut, aber er lässt offen, was fair heißt, und wer darüber in der Firma entscheiden soll."
)
EVIL = """Meine **Regel**. <script>window.caught = 1</script><img src="x" onerror="window.caught = 1">
[Klick](javascript:window.caught=1) <style>body { display: none }</style>
<button onclick="window.caught = 1">Ja</button>"""
TEXTS = {
    "abgabe-aaaaa": Text(LONG),
    "abgabe-bbbbb": Text(LONG + " Danke!"),
    "abgabe-ccccc": Text(EVIL),
    "abgabe-ddddd": Text("Mit Bild.", attached(picture())),
}


class Marking:
    """``build_course.py grade --bewerten`` as trainers start it."""

    def __init__(self, root: Path, *arguments: str):
        line, environment = command(root, "--bewerten", *arguments)
        environment = {name: value for name, value in environment.items() if name != "DISPLAY"}
        self.process = subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said = b""
        while found := self.process.stdout.readline():
            said += found
            if match := re.search(rb"http://\S+", found):
                self.address = match[0].decode().replace("127.0.0.1", "localhost")
                return
        raise AssertionError(f"it did not start: {said} {self.process.stderr.read()}")

    def stop(self, how: int = signal.SIGINT) -> str:
        """Ctrl-C, or worse; what it says then."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        said, errors = self.process.communicate(timeout=60)
        assert errors == b"", errors
        return said.decode()


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> Path:
    return free_texts.written(tmp_path_factory.mktemp("bewerten") / "kurs", TEXTS)


@pytest.fixture
def course(first, tmp_path) -> Path:
    return shutil.copytree(first, tmp_path / "kurs")


@pytest.fixture
def marking(course) -> Iterator[Marking]:
    started = Marking(course)
    yield started
    if started.process.poll() is None:
        started.stop(signal.SIGKILL)


@pytest.fixture
def opened(page_at):
    def open_page(marking: Marking, *look) -> Page:
        page = page_at(*look)
        page.goto(marking.address)
        expect(page.get_by_role("article")).to_have_count(len(TEXTS))
        return page

    return open_page


def answer(page: Page, text: str):
    return page.get_by_role("article").filter(has_text=text)


def saved(page: Page) -> None:
    expect(page.get_by_text("Gespeichert.", exact=True)).to_be_visible()


def stock(root: Path, who: str) -> tuple:
    """What the formgrader shows: points, whether it waits, the comment."""
    with api.Gradebook(f"sqlite:///{root / 'gradebook.db'}", nbgrader_steps.COURSE) as book:
        mark, said = (find("f1", SLUG, SLUG, who) for find in (book.find_grade, book.find_comment))
        return mark.manual_score, mark.needs_manual_grade, said.manual_comment


def test_two_windows_never_take_each_others_points(course, marking, opened):
    one, other = opened(marking), opened(marking)
    other.witness.forgive.append("409 (Conflict)")
    answer(one, "Mit Bild.").focus()
    one.keyboard.press("1")
    saved(one)
    answer(other, "Mit Bild.").focus()
    other.keyboard.press("2")
    expect(other.get_by_role("alert")).to_contain_text("inzwischen anderswo bewertet")
    expect(answer(other, "Mit Bild.").get_by_label("Punkte", exact=True)).to_have_value("1")
    assert stock(course, "abgabe-ddddd")[0] == 1
    answer(other, "Mit Bild.").focus()
    other.keyboard.press("2")  # now it is seen
    expect(answer(other, "Mit Bild.")).to_contain_text("bewertet: 2 Punkte")
    saved(other)
    assert stock(course, "abgabe-ddddd")[0] == 2


def test_three_answers_are_marked_by_keyboard_and_nothing_is_lost_by_a_kill(course, marking, opened):
    page = opened(marking)
    picked = answer(page, LONG + " Danke!")
    picked.focus()
    for key in "13":
        page.keyboard.press(key)
    page.keyboard.press("k")
    page.keyboard.type("Gut gesehen.")
    page.keyboard.press("Escape")
    expect(picked).to_be_focused()
    expect(picked).to_contain_text("bewertet: 2 Punkte")
    expect(page.get_by_text("1 von 4 bewertet", exact=True)).to_be_visible()
    # the comment goes into the collection, and from there to the next answer
    picked.get_by_text("Sammlung (0)").click()
    picked.get_by_role("button", name="In die Sammlung").click()
    expect(picked.get_by_text("Der Kommentar ist in der Sammlung.")).to_be_visible()
    other = answer(page, "Mit Bild.")
    expect(other.get_by_role("img")).to_have_js_property("naturalWidth", 1)
    other.focus()
    page.keyboard.press("0")
    other.get_by_text("Sammlung (1)").focus()
    page.keyboard.press("Enter")
    other.get_by_role("button", name="Gut gesehen.", exact=True).focus()
    page.keyboard.press("Enter")
    evil = answer(page, "Meine Regel.")
    evil.focus()
    page.keyboard.press("4")
    evil.get_by_label("Punkte").fill("2,5")
    evil.get_by_label("Punkte").press("Tab")
    expect(evil).to_contain_text("Von Hand geändert")
    saved(page)
    page.witness.forgive.append("ERR_CONNECTION_REFUSED")
    marking.stop(signal.SIGKILL)
    evil.focus()
    page.keyboard.press("1")
    expect(page.get_by_role("alert")).to_contain_text("Nicht gespeichert")
    expect(page.get_by_text("Wird gespeichert …")).to_be_visible()
    assert stock(course, "abgabe-bbbbb") == (2, False, "Gut gesehen.")
    assert stock(course, "abgabe-ddddd") == (0, False, "Gut gesehen.")
    assert stock(course, "abgabe-ccccc") == (2.5, False, None)
    assert stock(course, "abgabe-aaaaa") == (None, True, None)
    assert "abgabe-" not in (course / grade.FOLDER / "kommentare.json").read_text("utf-8")


def test_steps_are_taken_back_and_done_again_also_after_a_reload(course, marking, opened):
    page = opened(marking)
    for text, key in ((LONG + " Danke!", "1"), ("Mit Bild.", "2")):
        answer(page, text).focus()
        page.keyboard.press(key)
    page.keyboard.press("3")  # at once: a step of its own all the same
    saved(page)
    page.reload()
    card = answer(page, "Mit Bild.")
    expect(card).to_contain_text("bewertet: 2 Punkte")
    card.focus()
    page.keyboard.press("u")
    expect(card).to_contain_text("bewertet: 1 Punkt")
    page.keyboard.press("u")
    expect(card).to_contain_text("offen")
    page.get_by_role("button", name="Wiederholen").click()
    expect(card).to_contain_text("bewertet: 1 Punkt")
    for _ in range(2):
        page.get_by_role("button", name="Zurücknehmen").click()
    expect(page.get_by_text("0 von 4 bewertet", exact=True)).to_be_visible()
    card.focus()
    page.keyboard.press("u")
    expect(page.get_by_text("Es gibt nichts zurückzunehmen.")).to_be_visible()
    page.get_by_label("Anzeigen").select_option("nur offene")
    expect(page.get_by_role("article")).to_have_count(4)
    said = marking.stop()
    assert "auf dem neuesten Stand" in said and stock(course, "abgabe-ddddd")[:2] == (None, True)


def test_a_hostile_text_stays_text_and_alike_ones_are_told_without_blame(marking, opened):
    page = opened(marking)
    evil = answer(page, "Meine Regel.")
    expect(evil).to_contain_text("<script>window.caught = 1</script>")
    expect(evil.locator("strong")).to_have_text("Regel")
    assert evil.locator("script, style, img, [onclick], [href^=javascript]").count() == 0
    assert page.evaluate("window.caught") is None
    expect(answer(page, LONG + " Danke!")).to_contain_text("viele gute Gründe")
    assert page.get_by_text("viele gute Gründe").count() == 2
    marking.stop()


def test_a_second_opinion_goes_away_comes_back_and_the_first_decides(course, marking, opened, tmp_path):
    page = opened(marking)
    card = answer(page, "Mit Bild.")
    card.focus()
    page.keyboard.press("1")
    saved(page)
    page.get_by_text("Zweitmeinung", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Datei speichern").click()
    file = tmp_path / download.value.suggested_filename
    assert file.name == "zweitmeinung_werte_f1.json"
    download.value.save_as(file)
    assert "abgabe-" not in file.read_text("utf-8")

    second = Marking(course, "--zweitmeinung", str(file))
    other = opened(second)
    picked = answer(other, "Mit Bild.")
    expect(picked).to_contain_text("offen")  # it does not know what the first one decided
    picked.focus()
    for key in "23":
        other.keyboard.press(key)
    picked.get_by_label("Kommentar").fill("Das Bild zeigt es.")
    picked.get_by_label("Kommentar").press("Escape")
    saved(other)
    assert "Geben Sie sie zurück" in second.stop()
    assert len(json.loads(file.read_text("utf-8"))["opinions"]) == 1

    page.get_by_label("Datei zurückholen").set_input_files(file)
    expect(page.get_by_text("Beide bewertet: 1. Davon mit anderen Punkten: 1.")).to_be_visible()
    page.get_by_label("Anzeigen").select_option("nur mit Unterschied")
    expect(page.get_by_role("article")).to_have_count(1)
    expect(card.get_by_role("row").filter(has_text="Punkte")).to_have_text("Punkte12")
    expect(card.get_by_role("blockquote")).to_have_text("Das Bild zeigt es.")
    card.get_by_role("button", name="Zweitmeinung übernehmen").click()
    expect(card).to_contain_text("Zweitmeinung: dieselben Punkte.")
    saved(page)
    marking.stop()
    assert stock(course, "abgabe-ddddd") == (2, False, None)


def test_the_page_is_accessible_and_fits_on_every_screen(marking, opened, accessible):
    for width, scheme in looks.LOOKS[2:]:
        page = opened(marking, width, scheme)
        card = answer(page, "Mit Bild.")
        card.focus()
        page.keyboard.press("1")
        saved(page)
        for summary in page.locator("summary").all():
            summary.click()
        accessible(page)
        looks.fits(page, width)
    marking.stop()
