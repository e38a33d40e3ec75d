"""Module 01 as an employee meets it: in the browser, with the model really trained on the page's decisions."""

import json
import re

import looks
import pytest
from learner import WHOLE
from playwright.sync_api import Page, expect

from fairki import mirror

pytestmark = pytest.mark.browser

MODULE = f"modul/01_bewusstsein{WHOLE}"
PEOPLE = {person.name: person for person in mirror.applicants().itertuples()}


def decide(page: Page, invite) -> None:
    """Decide on all cards; ``invite`` takes the applicant's row of ``mirror.applicants``."""
    for number in range(1, 17):
        expect(page.get_by_text(f"Karte {number} von 16", exact=True).first).to_be_visible()
        cards = page.locator(".page-widget").filter(has_text=f"Karte {number} von 16")
        person = next(row for name, row in PEOPLE.items() if name in cards.inner_text())
        cards.get_by_role("button", name="Einladen" if invite(person) else "Absagen").click()


def guess(page: Page, question: str, answer: str) -> None:
    block = page.locator(".page-widget").filter(has_text=question)
    block.get_by_text(answer, exact=True).click()
    block.get_by_role("button", name="Auflösen").click()


def mirrored(page: Page):
    return page.locator(".page-widget").filter(has_text="Wen lädt Ihr Modell häufiger ein?")


def gap_of(text: str) -> float:
    return float(re.search(r"(\d+(?:,\d)?)\sPunkte", text).group(1).replace(",", "."))


@pytest.fixture
def page(page_at, served):
    page = page_at(1280, reduced_motion="reduce")
    page.goto(served.url + MODULE)
    return page


def test_flipping_every_decision_flips_what_the_mirror_shows(page):
    decide(page, lambda person: person.geschlecht == "männlich")
    guess(page, "Wen lädt Ihr Modell häufiger ein?", "Männer deutlich häufiger")
    expect(mirrored(page)).to_contain_text("Ihr Modell lädt Männer häufiger ein")
    page.get_by_role("button", name="Noch einmal von vorn").click()
    page.get_by_role("button", name="Ja, alle verwerfen").click()
    decide(page, lambda person: person.geschlecht == "weiblich")
    expect(mirrored(page)).to_contain_text("Ihr Modell lädt Frauen häufiger ein")


def test_fair_decisions_show_that_no_difference_can_be_proven(page):
    decide(page, lambda person: person.paar <= 4)
    guess(page, "Wen lädt Ihr Modell häufiger ein?", "Frauen und Männer etwa gleich oft")
    expect(mirrored(page)).to_contain_text("Offen: Es kann Zufall sein.")
    chart = page.locator(".page-widget").filter(has_text="Zufall allein").last
    expect(chart).to_contain_text("Modell der Firma")


def test_whoever_treats_everybody_alike_is_told_that_nothing_can_be_learnt(page):
    decide(page, lambda person: True)
    guess(page, "Wen lädt Ihr Modell häufiger ein?", "Männer deutlich häufiger")
    expect(mirrored(page)).to_contain_text("Sie haben alle eingeladen.")


def test_the_answer_waits_until_all_cards_are_decided(page):
    guess(page, "Wen lädt Ihr Modell häufiger ein?", "Männer deutlich häufiger")
    expect(mirrored(page)).to_contain_text("Es fehlen noch 16 Entscheidungen.")


def people(page: Page):
    return page.locator(".page-widget").filter(has=page.locator(".fk-mirror"))


def swarm(page: Page):
    return page.locator(".page-widget").filter(has=page.locator(".fk-swarm"))


def counted(picture) -> list[int]:
    """The numbers at the piles: of each group those invited and those refused."""
    return [int(label) for label in picture.locator(".fk-mirror-label b").all_inner_texts()]


def test_two_hundred_people_are_sorted_and_one_card_moves_some_of_them(page):
    guess(page, "Wen lädt Ihr Modell häufiger ein?", "Männer deutlich häufiger")
    expect(page.locator(".fk-mirror")).to_have_count(0)  # nothing to see as long as cards are missing
    decide(page, lambda person: person.geschlecht == "männlich")
    picture = people(page)
    expect(picture.get_by_role("group")).to_have_count(0)  # single cards come after the whole
    picture.get_by_role("button", name="200 Bewerbungen entscheiden lassen").click()
    said = picture.get_by_role("status")
    expect(said).to_contain_text(re.compile(r"lädt 5\d von 100 Männern ein, aber nur 0 von 100 Frauen\."))
    before = counted(picture)
    assert sum(before) == 200 and before[:2] == [0, 90]
    picture.get_by_text("Zahlen als Tabelle").click()
    expect(picture.get_by_role("row")).to_have_count(4)
    rows = [row.locator("th, td").all_inner_texts() for row in picture.get_by_role("row").all()[1:]]
    assert [[int(row[2]), int(row[1]) - int(row[2])] for row in rows] == [before[:2], before[2:4], before[4:]]

    card = picture.get_by_role("button", name="Karte 1, Malte R.: eingeladen")
    card.focus()
    page.keyboard.press("Enter")
    expect(said).to_contain_text(re.compile(r"Eine Karte anders: \d+ von 200 Menschen wechseln den Stapel"))
    turned = picture.get_by_role("button", name="Karte 1, Malte R.: Absage")
    expect(turned).to_have_attribute("aria-pressed", "true")
    moved = int(re.search(r"(\d+) von 200", said.inner_text()).group(1))
    after = counted(picture)
    changed = sum(abs(one - other) for one, other in zip(before, after, strict=True))
    assert changed <= 2 * moved and sum(after) == 200
    looks.fits(page, looks.PHONE)
    picture.get_by_role("button", name="Zurück zu Ihren Karten").click()
    expect(card).to_be_focused()
    assert counted(picture) == before


def test_the_pictures_follow_the_cards(page):
    decide(page, lambda person: person.paar <= 4)
    guess(page, "Wen lädt Ihr Modell häufiger ein?", "Frauen und Männer etwa gleich oft")
    people(page).get_by_role("button", name="200 Bewerbungen entscheiden lassen").click()
    expect(people(page)).to_contain_text("fast gleich oft")
    page.get_by_role("button", name="Noch einmal von vorn").click()
    page.get_by_role("button", name="Ja, alle verwerfen").click()
    expect(page.locator(".fk-mirror, .fk-swarm")).to_have_count(0)
    decide(page, lambda person: True)
    expect(page.get_by_text("Ihr Modell hat nichts gelernt. Deshalb gibt es hier kein Bild.")).to_have_count(
        2
    )
    expect(page.locator(".fk-mirror, .fk-swarm")).to_have_count(0)


def test_a_hundred_models_are_one_swarm_until_somebody_asks_who_was_fair(page):
    decide(page, lambda person: person.paar <= 4)
    guess(page, "Wen lädt Ihr Modell häufiger ein?", "Frauen und Männer etwa gleich oft")
    picture = swarm(page)
    expect(picture).to_contain_text("Dieselben 16 Karten, und doch liegen 100 Modelle weit auseinander.")
    assert picture.locator(".fk-swarm-dot").count() == 100 + 1  # one in the legend
    assert picture.locator("svg[height] :is(.fk-swarm-ring, .fk-swarm-full)").count() == 0
    ask = picture.get_by_role("button", name="Wer hat alle gleich behandelt?")
    ground = "one => getComputedStyle(one).boxShadow"
    before = ask.evaluate(ground)
    ask.press("Space")
    expect(ask).to_have_attribute("aria-pressed", "true")
    assert ask.evaluate(ground) != before  # whoever sees it knows what is on
    expect(picture.get_by_role("status")).to_contain_text(
        re.compile(r"Ein kleiner Abstand .* \d+ von 50 fairen Menschen und \d+ von 50 unfairen\.")
    )
    for look in ("ring", "full"):
        assert picture.locator(f"svg[height] .fk-swarm-{look}").count() == 50
    picture.get_by_text("Zahlen als Tabelle").locator("visible=true").click()
    expect(picture.get_by_role("columnheader")).to_have_count(3)
    expect(picture.get_by_role("rowheader", name="hier liegt Ihr Modell")).to_have_count(1)
    ask.click()
    expect(picture).to_contain_text("Dieselben 16 Karten")
    assert picture.locator("svg[height] :is(.fk-swarm-ring, .fk-swarm-full)").count() == 0


def test_whoever_does_not_want_to_wait_skips_to_the_end_of_the_sorting(page_at, served):
    page = page_at(360)
    page.goto(served.url + MODULE)
    decide(page, lambda person: person.geschlecht == "männlich")
    guess(page, "Wen lädt Ihr Modell häufiger ein?", "Männer deutlich häufiger")
    picture = people(page)
    picture.get_by_role("button", name="200 Bewerbungen entscheiden lassen").click()
    assert not picture.locator(".fk-mirror-sentence").inner_text()  # no sentence while marks fly
    picture.get_by_role("button", name="Überspringen").click()
    assert picture.get_by_role("button", name="Noch einmal ansehen").is_visible()
    assert sum(counted(picture)) == 200


def test_most_of_the_gap_stays_without_the_column_and_goes_with_its_stand_ins(page):
    block = page.locator(".page-widget").filter(has_text="Wie viel Prozent des Abstands bleiben")
    block.get_by_role("slider").fill("50")
    block.get_by_role("button", name="Auflösen").click()
    expect(block).to_contain_text("Tatsächlich bleiben")
    stays = float(re.search(r"bleiben (\d+)\s%", block.inner_text()).group(1))
    assert 65 <= stays <= 95
    result = page.locator(".page-widget").filter(
        has_text=re.compile("Abstand jetzt|Wählen Sie eine oder mehrere")
    )
    for name in ("Auszeit", "Teilzeit gewünscht", "Studienfach", "Verein", "Wortstil"):
        page.get_by_role("checkbox", name=name).check()
    expect(result).to_contain_text("Kein Abstand mehr nachweisbar.")
    assert gap_of(result.inner_text()) < 6


def queue(page: Page):
    return page.locator(".page-widget").filter(has=page.locator(".fk-queue"))


def test_eight_years_run_until_the_last_and_stand_in_the_table_as_well(page):
    page.get_by_text("Wer kaum Chancen sieht, bewirbt sich seltener.").click()
    picture = queue(page)
    expect(picture).to_contain_text("Im ersten Jahr stehen alle in der Schlange.")
    assert picture.locator(".fk-place").count() == 120
    picture.get_by_role("button", name="Acht Jahre laufen lassen").press("Enter")
    expect(picture.get_by_role("button", name="Noch einmal")).to_be_focused()
    sentence = re.compile(r"In acht Jahren sind (\d+) Menschen weggeblieben, (\d+) davon geeignet\.")
    expect(picture.get_by_role("status")).to_contain_text(sentence)  # at once: who wants calm sees the end
    gone, suitable = map(int, sentence.search(picture.inner_text()).groups())
    assert picture.locator(".fk-lost[visibility=visible]").count() == gone
    assert picture.locator(".fk-lost.fk-yes[visibility=visible]").count() == suitable
    picture.get_by_text("Zahlen als Tabelle").click()
    expect(picture.get_by_role("row")).to_have_count(9)
    columns = picture.get_by_role("columnheader").all_inner_texts()
    column = columns.index("bleiben weg")
    rows = [row.locator("th, td").all_inner_texts() for row in picture.get_by_role("row").all()[1:]]
    assert sum(int(row[column]) for row in rows) == gone
    looks.fits(page, looks.PHONE)


def test_a_picture_that_is_hidden_at_first_costs_no_script_until_it_is_to_be_seen(page_at, served):
    page, asked = page_at(1280), []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(served.url + MODULE)
    page.wait_for_selector("html[data-ready]")
    assert "choice.js" in asked and not {"queue.js", "queue.css", "chart.js"} & {*asked}
    page.get_by_text("Wer kaum Chancen sieht, bewirbt sich seltener.").click()
    expect(queue(page)).to_be_visible()
    assert {"queue.js", "queue.css"} <= {*asked} and "chart.js" not in asked


def test_another_assumption_begins_again_and_whoever_does_not_react_stays(page):
    page.get_by_text("Wer kaum Chancen sieht, bewirbt sich seltener.").click()
    queue(page).get_by_role("slider").fill("5")
    expect(queue(page)).to_contain_text("In fünf Jahren sind")
    page.get_by_text("Alle bewerben sich weiter wie bisher.").click()
    expect(queue(page)).to_contain_text("Im ersten Jahr stehen alle in der Schlange.")
    queue(page).get_by_role("slider").focus()
    page.keyboard.press("End")
    expect(queue(page)).to_contain_text("In acht Jahren ist niemand weggeblieben.")
    assert "Jahr 8, eingeladen:" in queue(page).get_by_role("slider").get_attribute("aria-valuetext")


def test_the_years_run_one_after_the_other_and_can_be_stopped(page_at, served):
    page = page_at(360)
    page.goto(served.url + MODULE)
    page.get_by_text("Wer kaum Chancen sieht, bewirbt sich seltener.").click()
    run = queue(page).get_by_role("button", name="Acht Jahre laufen lassen")
    run.click()
    expect(queue(page)).to_contain_text("In zwei Jahren sind")
    queue(page).get_by_role("button", name="Anhalten").click()
    year = int(queue(page).get_by_role("slider").input_value())
    assert 2 <= year < 8
    page.wait_for_timeout(1300)  # longer than a year takes
    assert int(queue(page).get_by_role("slider").input_value()) == year
    expect(run).to_be_visible()


def test_answers_survive_a_reload_and_can_be_taken_along_and_deleted(page, tmp_path):
    decide(page, lambda person: person.geschlecht == "männlich")
    guess(page, "Wen lädt Ihr Modell häufiger ein?", "Männer deutlich häufiger")
    expect(mirrored(page)).to_contain_text("Ihr Modell lädt Männer häufiger ein")
    page.reload()
    expect(page.get_by_text("Einladen: 8 · Absagen: 8")).to_be_visible()
    expect(mirrored(page)).to_contain_text(
        "Ihr Modell lädt Männer häufiger ein"
    )  # the kernel is new: it was told again

    with page.expect_download() as download:
        page.get_by_role("button", name="Als Datei sichern").click()
    saved = tmp_path / "stand.json"
    download.value.save_as(saved)
    assert len(json.loads(saved.read_text(encoding="utf-8"))["answers"]["01.karten"]) == 16

    page.get_by_role("button", name="Alles löschen").click()
    page.get_by_role("dialog").get_by_role("button", name="Alles löschen").click()
    expect(page.get_by_text("Zurzeit gespeichert: 0 Antworten")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Karte 1 von 16", exact=True).first).to_be_visible()


def test_units_one_to_three_can_be_walked_with_the_keyboard_alone(page):
    """From the skip link through cards, guesses and column choice; nothing but Tab, arrows, space and letters."""

    def tab_to(matches: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("(m) => document.activeElement.matches(m)", matches):
                return
        raise AssertionError(f"the keyboard never reached {matches}")

    def resolve(number: int) -> None:
        page.keyboard.press("Space")
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent.trim()") == "Auflösen":
                break
        page.keyboard.press("Enter")
        expect(page.locator(".page-widget").filter(has_text="Ihre Schätzung").nth(number)).to_be_visible()

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Zum Inhalt springen"
    page.keyboard.press("Enter")
    tab_to("button")
    for number in range(1, 17):
        expect(page.get_by_text(f"Karte {number} von 16", exact=True).first).to_be_visible()
        page.locator(".page-widget").filter(has_text="Karte").first.get_by_role(
            "button", name="Einladen"
        ).focus()
        page.keyboard.press("j" if number % 2 else "n")
    expect(page.get_by_text("Einladen: 8 · Absagen: 8")).to_be_visible()
    tab_to("input[type=radio]")
    resolve(0)
    tab_to("input[type=range]")
    page.keyboard.press("ArrowRight")
    resolve(1)
    tab_to("input[type=radio]")
    resolve(2)
    tab_to("input[type=checkbox]")
    page.keyboard.press("Space")
    expect(page.get_by_text("Abstand jetzt:")).to_be_visible()


def test_a_word_explains_itself_where_it_stands(page):
    word = page.get_by_role("button", name="Modell", exact=True).first
    word.click()
    expect(page.get_by_role("tooltip").first).to_contain_text("Ein Rechenweg")
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip").first).to_be_hidden()
    assert page.url.endswith(MODULE)
