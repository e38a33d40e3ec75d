"""Module 06 as an employee meets it: when a promise holds, a search for a set-up, four views of one case."""

import re

import pytest
from learner import COMPUTED, WHOLE, choose, resolve, widget
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MODULE = f"modul/06_mensch_maschine{WHOLE}"


@pytest.fixture
def page(page_at):
    return page_at(1280, reduced_motion="reduce")


def test_guesses_are_answered_with_computed_figures(page, served):
    page.goto(served.url + MODULE)
    resolve(page, "Welcher Weg macht die wenigsten Fehlentscheidungen?", "Programm allein")
    expect(widget(page, "Welcher Weg macht")).to_contain_text("macht der Weg „Mensch mit Vorschlag“")
    resolve(page, "wenn das Team alle Vorschläge prüft?", "Es werden wieder mehr.")
    expect(widget(page, "wenn das Team alle Vorschläge prüft?")).to_contain_text("200 statt 50 Stunden")
    resolve(page, "nachdem das einseitige Team geprüft hat?", 30)
    expect(widget(page, "nachdem das einseitige Team")).to_contain_text("Es sind 24 von 100")
    promises = widget(page, "Hält das Versprechen?").get_by_role("row")
    expect(promises.filter(has_text="mehr Vielfalt").last).to_contain_text("0 von 20 Jahren")


def test_the_sliders_of_capacity_and_waving_through_answer(page, served):
    page.goto(served.url + MODULE)
    page.get_by_label("So viele Vorschläge nahe an der Grenze").fill("1500")
    expect(page.get_by_text("Ein Teil der Fälle wird jetzt müde gelesen.")).to_be_visible()
    page.get_by_label("So viele Vorschläge nahe an der Grenze").fill("300")
    expect(page.get_by_text("Das Team bleibt noch aufmerksam bis zum Schluss.")).to_be_visible()
    page.get_by_label("bestätigt das Team ungelesen").fill("100")
    expect(widget(page, "Zuwachs an Vielfalt:")).to_contain_text("0,0 Punkte")


def test_a_set_up_is_found_and_another_team_misses_the_same_goal(page, served):
    page.goto(served.url + MODULE)
    expect(page.get_by_text("Wählen Sie noch: Wer entscheidet?")).to_be_visible()
    expect(page.get_by_label("Wie viele Fälle sieht das Team?")).to_be_hidden()
    choose(page, "Wer entscheidet?", "Mensch mit Vorschlag")
    choose(page, "Mit welchem Team rechnen Sie?", "Das Team urteilt fair")
    choose(page, "Was prüft das Team?", "zufällig gezogene Vorschläge")
    expect(page.get_by_text("Ziel noch nicht erreicht:")).to_be_visible()
    choose(page, "Was prüft das Team?", "Vorschläge nahe an der Grenze zwischen Einladung und Absage")
    page.get_by_label("Wie viele Fälle sieht das Team?").fill("500")
    page.get_by_label("Wie viel Zeit ist für jeden Fall geplant?").fill("6")
    expect(page.get_by_text("Ziel erreicht:")).to_be_visible()
    choose(page, "Mit welchem Team rechnen Sie?", "Das Team winkt 80 % durch")
    expect(page.get_by_text("Ziel noch nicht erreicht:")).to_be_visible()
    expect(widget(page, "Ihr Ziel und Ihr Aufbau")).to_contain_text("Keiner erreicht dieses Ziel.")
    choose(page, "Wer entscheidet?", "Programm allein")
    expect(page.get_by_label("Wie viele Fälle sieht das Team?")).to_be_hidden()


def test_ways_of_mitigating_are_judged_under_the_goal_and_the_picture_names_who_pays(page, served):
    page.goto(served.url + MODULE)
    resolve(page, "An welcher Stelle lässt sich der Abstand", "Bei den Daten")
    choose(page, "Welches Verfahren probieren Sie?", "Spalte Geschlecht löschen")
    expect(page.get_by_text("Ziel verfehlt.")).to_be_visible(timeout=COMPUTED)
    picture = page.get_by_role("region", name="Wer kommt, wer geht?", exact=True)
    expect(picture.get_by_role("status")).to_contain_text("18 von 600 Einladungen gehen an andere")
    page.get_by_role("radio", name="Merkmale angleichen").press("Space")
    expect(page.get_by_text("Ziel erreicht.")).to_be_visible(timeout=COMPUTED)
    expect(picture.get_by_role("status")).to_contain_text("Nicht mehr dabei: 101 Männer")
    assert picture.locator(".fk-picture .fk-yes").count() == 101
    assert picture.locator(".fk-picture .fk-group-1:not(.fk-yes)").count() == 101
    picture.get_by_text("Zahlen als Tabelle").click()
    expect(picture.get_by_role("row").filter(has_text="Frauen, neu eingeladen")).to_have_text(
        re.compile("62\\s*39$")
    )
    expect(resolve(page, "dann noch richtig?", "Weniger als heute")).to_contain_text("Es werden sogar mehr.")
    expect(resolve(page, "bekommen dadurch eine andere Antwort?", 50)).to_contain_text(
        "Hier war kein Fehler."
    )
    choose(page, "Welches Maß möchten Sie sehen?", "Heißt derselbe Punktwert dasselbe?")
    expect(page.get_by_text("Im 7. Zehntel sind")).to_be_visible(timeout=COMPUTED)
    answer = resolve(page, "eine niedrigere Grenze setzen", "Es kann erlaubt sein. Das muss jemand prüfen.")
    expect(answer).to_contain_text("AGG, § 5")


def test_four_views_give_four_questions_and_the_truth_comes_after_the_decision(page, served):
    page.goto(served.url + MODULE)
    expect(page.get_by_text("Noch 4 Blicke ohne Frage.")).to_be_visible()
    expect(page.get_by_text("Lena Hoffmann ist geeignet.")).to_be_hidden()
    choose(page, "Sie prüfen diesen Vorschlag. Was tun Sie?", "Ich folge dem Vorschlag und sage ab.")
    expect(page.get_by_text("Lena Hoffmann ist geeignet.")).to_be_visible()
    for question in (
        "Hat ein Mensch meine Bewerbung gelesen?",
        "Wie viel Zeit darf ich mir für diesen Fall nehmen?",
        "Woraus hat das Programm gelernt?",
        "Wer durfte mitreden, bevor das Programm kam?",
    ):
        page.get_by_text(question, exact=True).click()
    expect(widget(page, "Ihre vier Fragen an den Fall").get_by_role("listitem")).to_have_count(4)


def test_a_reload_keeps_guesses_set_up_and_views(page, served):
    page.goto(served.url + MODULE)
    choose(page, "Wer entscheidet?", "Mensch mit Vorschlag")
    choose(page, "Mit welchem Team rechnen Sie?", "Das Team urteilt selbst einseitig")
    choose(page, "Was prüft das Team?", "nur vorgeschlagene Absagen")
    page.get_by_label("Frauen unter den Eingeladenen: mindestens").fill("44")
    page.get_by_text("Woraus hat das Programm gelernt?").click()
    page.get_by_label("Woran merken wir").fill("Wir zählen Änderungen.")
    expect(widget(page, "Ihr Ziel und Ihr Aufbau")).to_contain_text("mindestens 44")
    page.reload()
    expect(widget(page, "Ihr Ziel und Ihr Aufbau")).to_contain_text("mindestens 44")
    team = page.get_by_role("group", name="Mit welchem Team rechnen Sie?")
    expect(team.get_by_role("radio").nth(2)).to_be_checked()
    expect(page.get_by_text("Noch 3 Blicke ohne Frage.")).to_be_visible()
    expect(page.get_by_label("Woran merken wir")).to_have_value("Wir zählen Änderungen.")
