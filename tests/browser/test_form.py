"""An exercise as a form in a real browser: filled in by keyboard, handed in, graded."""

import json
import re
from pathlib import Path

import looks
import pytest
from piles import course, reached
from playwright.sync_api import Locator, Page, expect
from rich.console import Console

from coursetools import notebooks, release
from coursetools.grading import grade
from fairki import manifest
from fairki.ui.exercise import SOLUTION_SEEN

pytestmark = pytest.mark.browser

SLUG = "bewusstsein"
SLUGS = release.slugs(manifest.ROOT)
TEXT = 'Lieber Herr Weber, „Teilzeit“ & <b>Auszeiten</b> verraten viel. """ \\n {x}'


@pytest.fixture
def form(served, page_at) -> Page:
    page = page_at()
    open_form(page, served)
    return page


def open_form(page: Page, served, slug: str = SLUG) -> None:
    assert page.goto(f"{served.url}uebung/{slug}").status == 200
    expect(page.get_by_role("button", name="Abgabe speichern")).to_be_visible()


def tab_to(page: Page, target: Locator) -> None:
    """Press the tab key until the element (or one of several) has the focus."""
    for _ in range(80):
        if target.evaluate_all("nodes => nodes.includes(document.activeElement)"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the tab key does not lead to {target}")


def choose(page: Page, group: str, place: int) -> None:
    """Choose the radio button at a place (from 0) of the group that the tab key reaches next."""
    tab_to(page, page.locator(f"{group} input[type=radio]"))
    page.keyboard.press("Space")
    for _ in range(place):
        page.keyboard.press("ArrowDown")


def fill_in(
    page: Page, gap: str, label: int, rejected: str, columns: list[str], claims: list[int], text: str
) -> None:
    """Answer everything with the keyboard alone, from top to bottom."""
    tab_to(page, page.locator("#frage-a1 input"))
    page.keyboard.type(gap)
    choose(page, "#frage-a2", label)
    tab_to(page, page.locator("#frage-a3 input"))
    page.keyboard.type(rejected)
    names = page.locator("#frage-a4 label").all_inner_texts()
    for column in columns:
        tab_to(page, page.locator("#frage-a4 input").nth(names.index(column)))
        page.keyboard.press("Space")
    for number, place in enumerate(claims, 1):
        choose(page, f"#frage-a5 fieldset:nth-of-type({number})", place)
    tab_to(page, page.locator("#frage-f1 textarea"))
    page.keyboard.type(text)


def press(page: Page, name: str) -> None:
    tab_to(page, page.get_by_role("button", name=name, exact=True))
    page.keyboard.press("Enter")


def saved(page: Page, folder: Path) -> Path:
    """Hand in and put the file that the browser downloads into a folder."""
    with page.expect_download() as download:
        press(page, "Abgabe speichern")
    assert re.fullmatch(rf"{SLUG}-[0-9a-f]{{6}}\.ipynb", download.value.suggested_filename)
    folder.mkdir()
    download.value.save_as(folder / f"{SLUG}.ipynb")
    return folder


def points(tmp_path: Path, hand_ins: Path) -> dict[str, float | None]:
    """Question → points that the hand-in earns; None for what a human decides."""
    root = course(tmp_path / "course", SLUG)
    grade.grade(root, hand_ins, Console(quiet=True))
    (marks,) = reached(root, SLUG).values()
    found: dict[str, float | None] = {}
    for name, score in marks.items():
        question = name.split("-")[0]
        found[question] = None if score is None else (found.get(question) or 0) + score
    return found


def test_a_form_filled_in_by_keyboard_earns_what_its_answers_deserve(form, root, tmp_path, accessible):
    good = ["Geschlecht", "Auszeit", "Teilzeit gewünscht", "Studienfach", "Verein", "Wortstil"]
    fill_in(form, "19,3", 1, "43", good, [2, 0, 1, 2], TEXT)
    press(form, "Alles prüfen")
    expect(form.get_by_text("Alle 6 Aufgaben sind beantwortet.")).to_be_visible(timeout=30_000)
    expect(form.locator("#frage-a4 .fk-feedback")).to_contain_text(
        "In diesem Jahr sind beide Ziele erreicht."
    )
    accessible(form)
    hand_ins = saved(form, tmp_path / "in")
    expect(form.get_by_text("Die Datei liegt jetzt bei Ihren Downloads.")).to_be_visible()
    accessible(form)
    assert points(tmp_path, hand_ins) == {
        "a1": 4, "a2": 2, "a3": 2, "a4": 6, "a5": 4, "f1": None, "b1": 0, "b2": 0,
    }  # fmt: skip
    handed_in = notebooks.load(hand_ins / f"{SLUG}.ipynb")
    released = notebooks.load(root / release.TARGET / SLUG / f"{SLUG}.ipynb")
    assert [cell.id for cell in handed_in.cells] == [cell.id for cell in released.cells]
    assert [cell.metadata for cell in handed_in.cells] == [cell.metadata for cell in released.cells]
    assert next(cell.source for cell in handed_in.cells if cell.id == "f1") == TEXT


def test_slips_in_the_form_cost_their_points_and_nothing_more(form, root, tmp_path):
    fill_in(form, "ungefähr 20", 0, "43", ["Geschlecht"], [2, 0, 0, 2], "Nein.")
    hand_ins = saved(form, tmp_path / "in")
    assert points(tmp_path, hand_ins) == {
        "a1": 0, "a2": 0, "a3": 2, "a4": 0, "a5": 3, "f1": None, "b1": 0, "b2": 0,
    }  # fmt: skip


def test_the_checks_say_at_once_what_is_missing(form, accessible):
    form.locator("#frage-a1 input").fill("0,19")
    form.keyboard.press("Enter")
    expect(form.locator("#frage-a1 .fk-feedback")).to_contain_text("0,19 liegt nicht zwischen 1 und 100.")
    form.locator("#frage-a1 input").fill("19,3")
    form.locator("#frage-a1").get_by_role("button", name="Prüfen").click()
    expect(form.locator("#frage-a1 .fk-feedback")).to_contain_text("Ausgefüllt.")
    form.get_by_role("button", name="Alles prüfen").click()
    jump = form.get_by_role("button", name="Zu Aufgabe A3")
    expect(jump).to_be_visible(timeout=30_000)
    expect(form.locator("#frage-a3 .fk-feedback")).to_contain_text("Hier fehlt noch Ihre Antwort.")
    accessible(form)
    jump.click()
    expect(form.locator("#frage-a3")).to_be_focused()


def test_answers_survive_a_reload_and_stay_on_the_device(form, served, tmp_path):
    form.locator("#frage-a1 input").fill("19,3")
    form.get_by_label("Wen die Firma bisher eingeladen hat.").check()
    form.locator("#frage-f1 textarea").fill("Mein Text")
    form.locator("#frage-a1 input").focus()
    stored = json.loads(form.evaluate("localStorage.getItem('fairki')"))["answers"]
    assert stored["uebung.bewusstsein.etikett_misst"] == "b"
    open_form(form, served)
    expect(form.locator("#frage-a1 input")).to_have_value("19,3")
    expect(form.get_by_label("Wen die Firma bisher eingeladen hat.")).to_be_checked()
    cells = notebooks.load(saved(form, tmp_path / "in") / f"{SLUG}.ipynb").cells
    sources = {cell.id: cell.source for cell in cells}
    assert sources["a1"].startswith("abstand_abgelesen = 19.3  #")
    assert sources["f1"] == "Mein Text"


@pytest.mark.parametrize("slug", SLUGS)
def test_a_resolved_form_fits_a_phone_and_is_accessible(served, page_at, accessible, slug):
    page = page_at(*looks.filled(SLUGS.index(slug)))
    open_form(page, served, slug)
    for field in page.locator(".fk-typed:visible").all()[:2]:
        field.fill("1.000")  # asked back
    page.get_by_role("button", name="Ich lerne allein: auflösen").click()
    page.get_by_role("button", name="Ja, auflösen").click()
    expect(page.get_by_text("Unter jeder Aufgabe steht jetzt ein Lösungsweg.")).to_be_visible(timeout=30_000)
    accessible(page)
    looks.fits(page)


def test_part_b_offers_the_notebook_itself(form, root, tmp_path):
    with form.expect_download() as download:
        form.get_by_role("link", name="leeren Notebook").click()
    path = root / release.TARGET / SLUG / f"{SLUG}.ipynb"
    assert download.value.path().read_bytes() == path.read_bytes()


def test_a_check_never_overtakes_the_answer_that_it_is_about(served, page_at):
    """A kernel that is slow to answer has the newest values before it is asked to check them."""
    page, slow, held = page_at(), [], []

    def connect(line):
        server = line.connect_to_server()
        server.on_message(lambda message: held.append((line, message)) if slow else line.send(message))

    page.route_web_socket(re.compile("/besuch/"), connect)
    open_form(page, served, "governance")
    slow.append(True)
    question = page.locator("#frage-a3")
    for field, number in enumerate(["2", "2", "10", "10", "10"]):
        question.locator("input").nth(field).fill(number)
    question.get_by_role("button", name="Prüfen").click()
    page.wait_for_timeout(500)
    slow.clear()
    for line, message in held:
        line.send(message)
    expect(question.locator(".fk-feedback")).to_contain_text("Ihr Plan findet", timeout=30_000)


def test_rules_and_limits_are_filled_in_by_keyboard_and_kept(served, page_at, accessible, tmp_path):
    page = page_at(360)
    open_form(page, served, "werte")
    for field, limit in enumerate(["20", "31,5"]):
        tab_to(page, page.locator("#frage-a3 input").nth(field))
        page.keyboard.type(limit)
    tab_to(page, page.get_by_label("Einspruch"))
    expect(page.get_by_label("Frist", exact=True)).to_be_hidden()
    page.keyboard.press("Space")
    tab_to(page, page.get_by_label("Frist", exact=True))
    page.keyboard.type("14")
    tab_to(page, page.locator("#frage-a4").get_by_role("button", name="Prüfen"))
    page.keyboard.press("Enter")
    told = page.locator("#frage-a4 .fk-feedback")
    expect(told).to_contain_text("Gefunden: 1 von 6 Fehlern. Zu Unrecht beanstandet: 0 von 10 Systemen.")
    accessible(page)
    open_form(page, served, "werte")
    expect(page.get_by_label("Frist", exact=True)).to_have_value("14")
    expect(page.locator("#frage-a3 input").nth(1)).to_have_value("31,5")
    with page.expect_download() as download:
        page.get_by_role("button", name="Abgabe speichern").click()
    download.value.save_as(tmp_path / "werte.ipynb")
    sources = {cell.id: cell.source for cell in notebooks.load(tmp_path / "werte.ipynb").cells}
    assert sources["a3"].startswith("grenzen = {'ab 30': 20, 'unter 30': 31.5}")
    assert sources["a4"].startswith("kodex = {'einspruch': {'frist': 14}}")


def test_a_set_up_is_chosen_and_typed_by_keyboard_and_kept(served, page_at, accessible):
    page = page_at(360)
    open_form(page, served, "mensch-maschine")
    question = page.locator("#frage-a4")
    for label, typed in (
        ("Wer entscheidet?", "Mensch mit"),
        ("Welches Team?", "Team L"),
        ("Was prüft das Team?", "Vorschläge"),
        ("Wie viele Fälle? (0 bis 2.000)", "400"),
        ("Minuten je Fall? (1 bis 15)", "10"),
    ):
        tab_to(page, question.get_by_label(label))
        page.keyboard.type(typed)
    page.keyboard.press("Enter")
    told = question.locator(".fk-feedback")
    expect(told).to_contain_text("Ihr Aufbau: ", timeout=30_000)
    expect(told).to_contain_text("67 Arbeitsstunden.")
    accessible(page)
    open_form(page, served, "mensch-maschine")
    expect(question.get_by_label("Welches Team?")).to_have_value("linde")
    expect(question.get_by_label("Minuten je Fall? (1 bis 15)")).to_have_value("10")


def noted(hand_ins: Path) -> bool:
    """Whether a saved hand-in says that the worked answers were looked at."""
    return notebooks.load(hand_ins / f"{SLUG}.ipynb").metadata["fairki"].get(SOLUTION_SEEN, False)


def test_who_learns_alone_resolves_by_keyboard_and_every_later_file_says_so(
    served, page_at, accessible, tmp_path
):
    page = page_at(360, "dark")
    open_form(page, served)
    choose(page, "#frage-a2", 0)
    press(page, "Ich lerne allein: auflösen")
    accessible(page)
    expect(page.get_by_role("button", name="Ja, auflösen")).to_be_focused()
    press(page, "Nein, noch nicht")
    expect(page.get_by_role("button", name="Ich lerne allein: auflösen")).to_be_focused()
    expect(page.get_by_text("Lösungsweg zu")).to_have_count(0)
    press(page, "Ich lerne allein: auflösen")
    press(page, "Ja, auflösen")
    expect(page.get_by_text("Unter jeder Aufgabe steht jetzt ein Lösungsweg.")).to_be_visible(timeout=30_000)
    expect(page.locator(".fk-hand-in .fk-hint")).to_be_focused()
    solved = page.locator("#frage-a2")
    expect(solved.get_by_text("Richtig ist: Wen die Firma bisher eingeladen hat.")).to_be_visible()
    expect(solved.get_by_text("Sie haben gewählt: „Wer die Arbeit später gut macht.“")).to_be_visible()
    expect(solved.get_by_text("Vergleichen Sie Ihre Antwort mit dem Lösungsweg.")).to_be_visible()
    expect(page.get_by_text("Lösungsweg zu")).to_have_count(8)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    accessible(page)
    assert noted(saved(page, tmp_path / "first"))
    open_form(page, served)
    expect(page.get_by_text("Lösung angesehen: Das steht auch in jeder Datei")).to_be_visible()
    expect(page.get_by_role("button", name="Ich lerne allein: auflösen")).to_be_hidden()
    expect(page.get_by_text("Richtig ist: Wen die Firma bisher")).to_be_hidden()  # folded, but there
    assert noted(saved(page, tmp_path / "second"))


def test_after_saving_one_can_look_and_only_looking_is_noted(form, served, tmp_path):
    assert not noted(saved(form, tmp_path / "first"))
    expect(
        form.get_by_text("Unter jeder Aufgabe können Sie jetzt den Lösungsweg aufklappen.")
    ).to_be_visible()
    assert not noted(saved(form, tmp_path / "second"))
    tab_to(form, form.get_by_text("Lösungsweg zu A3"))
    form.keyboard.press("Enter")
    expect(form.locator("#frage-a3").get_by_text("Richtig ist: 43 von 100 Frauen")).to_be_visible()
    expect(form.locator("#frage-a1").get_by_text("Richtig ist:")).to_be_hidden()
    expect(form.get_by_text("Lösung angesehen: Das steht auch in jeder Datei")).to_be_visible()
    assert noted(saved(form, tmp_path / "third"))
    expect(form.locator("#frage-a3").get_by_text("Richtig ist: 43 von 100 Frauen")).to_be_visible()
    form.locator("#frage-a3").get_by_role("link").click()
    expect(form).to_have_url(f"{served.url}modul/01_bewusstsein.html#einheit-1")


def test_only_what_was_asked_for_is_read_out(form):
    live = (
        "[...document.querySelectorAll('.fk-feedback[data-state]')].filter(n => n.ariaLive != 'off').length"
    )
    form.get_by_role("button", name="Alles prüfen").click()
    expect(form.get_by_role("button", name="Zu Aufgabe F1")).to_be_visible(timeout=30_000)
    assert form.evaluate(live) == 1
    form.locator("#frage-a1").get_by_role("button", name="Prüfen").click()
    expect(form.locator("#frage-a1 .fk-feedback")).to_have_attribute("aria-live", "polite")
