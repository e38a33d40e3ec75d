"""The reveals of unit 3: who ends up on the list, what is forbidden, what a model keeps, what may go in."""

import re

import pytest

from coursetools import notebooks
from fairki import manifest, reference
from fairki.lessons.module_08 import figures_3 as figures
from fairki.lessons.module_08 import unit_3
from fairki.lessons.module_08.de import unit_3 as de
from fairki.texts import calls, memory

CASES = reference.data_cases()
SUGGESTED = {case.id: case.answer for case in CASES}


def plain(markup):
    return re.sub(r"<[^>]+>", " ", re.sub(r"</?strong>", "", markup)).replace("\N{NO-BREAK SPACE}", " ")


def test_the_list_names_whom_the_program_hears_badly():
    shown = unit_3.who_is_listed({unit_3.LIST: 5})
    one = figures.heard(figures.ERRORS_B)
    assert one.on_list > 0.7 and one.truly_worst < 0.4 and one.wrongly > 0.4  # „Sie haben ihre Sätze gesagt.“
    assert f"etwa {unit_3.WORST * one.on_list:.0f} von {unit_3.WORST}" in shown.says
    assert f"wären es {unit_3.WORST * one.truly_worst:.0f}." in shown.says
    assert f"gehören {100 * one.wrongly:.0f} % nicht dorthin" in plain(shown.says)
    assert list(shown.picture.table.iloc[:, 0]) == list(de.LIST_ROWS)


def test_both_groups_keep_to_the_script_equally_well():
    for firm in figures._firms():
        report = calls.check(firm, 0, 0)  # a program that understands every word
        assert report.mean_points(calls.A) == pytest.approx(report.mean_points(calls.B), abs=4)


@pytest.mark.parametrize(
    ("errors", "said"),
    [
        (6, "Dann trifft es keine Gruppe mehr als die andere."),
        (8, "ungleich hören und hier wenig anrichten"),
        (12, "Nur das Programm hört schlechter zu."),
        (26, "Nur das Programm hört schlechter zu."),
    ],
)
def test_the_list_follows_the_errors(errors, said):
    assert said in unit_3.what_errors_do({unit_3.ERRORS: errors}).says


def test_with_equal_errors_the_list_hits_both_groups_alike_and_is_still_not_right():
    one = figures.heard(figures.ERRORS_A)
    assert abs(one.on_list - one.truly_worst) < unit_3.CLOSE / 2 and one.wrongly > 0.05


@pytest.mark.parametrize(("guess", "said"), [(de.VOICE, "Ja. "), ("mails", "Hier nicht. ")])
def test_the_law_answers_whatever_was_guessed(guess, said):
    shown = unit_3.what_the_law_says({unit_3.VOICE: guess}).says
    assert said in plain(shown) and "das Ablesen aus der Stimme" in shown
    assert all(reference.law(id).text in shown for id in (*unit_3.LAWS, "mitbestimmung"))
    assert "greift das Verbot nicht" in shown and "bestimmt der Betriebsrat mit" in shown


def test_what_is_kept_grows_with_every_copy_and_two_remedies_differ():
    said = plain(unit_3.what_is_kept({unit_3.SECRET: 10}).says)
    in_tries = [figures.kept(times).in_tries for times in figures.TYPED]
    assert in_tries == sorted(in_tries)
    assert f"etwa {100 * figures.kept(unit_3.ASKED).in_tries:.0f} von 100" in said
    most = max(figures.TYPED)
    once, no_copies = figures.kept(1), figures.kept(most, memory.DUPLICATES)
    assert (
        no_copies.in_tries == pytest.approx(once.in_tries, abs=0.005) and once.in_tries > 0.01
    )  # „so oft, als wäre er nur einmal getippt worden“
    assert figures.kept(most, memory.STRUCK).in_tries == 0
    assert figures.kept(most).at_zero > 0.5 and "Eine niedrige Temperatur schützt nicht." in said


def test_the_remedies_and_the_words_for_them_belong_together():
    assert tuple(de.REMEDIES) == figures.REMEDIES


def test_every_card_has_its_reply_and_says_what_the_contract_has_to_say():
    shown = {card["id"]: card for card in unit_3.shown_cards()}
    assert [card["reply"]["answer"] for card in shown.values()] == list(SUGGESTED.values())
    assert shown["angebot"]["reply"]["more"].startswith("Im Vertrag muss stehen: ")
    assert shown["zeichnung"]["reply"]["more"].startswith("Nur der Vertrag mit dem Kunden")
    assert "more" not in shown["torcode"]["reply"]
    assert [id for id, *_ in de.CHOICES] == list(reference.DATA_ANSWERS)


def test_the_prose_counts_the_cards_and_names_their_keys():
    cells = notebooks.load(manifest.ROOT / "modules" / "08_schreiben.ipynb").cells
    prose = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert len(CASES) == 20 and "Sortieren Sie zwanzig Fälle" in prose
    assert [id[0].upper() for id, *_ in de.CHOICES] == ["F", "W", "N"] and "die Tasten F, W und N" in prose


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "Unsere Antworten sind Vorschläge."),
        ({"angebot": "nie"}, "Sie sind bei 1 Karte strenger als unser Vorschlag."),
        ({"torcode": "frei", "hinweis": "werkzeug"}, "Sie sind bei 2 Karten lockerer als unser Vorschlag."),
        ({"torcode": "frei", "formel": "nie"}, "bei 1 Karte strenger und bei 1 Karte lockerer als"),
    ],
)
def test_after_the_last_card_it_is_said_what_differs_and_what_to_settle(changed, said):
    text = plain(unit_3.what_to_settle({unit_3.CARDS: SUGGESTED | changed}).says)
    assert said in text and text.count("strenger als") + text.count("lockerer als") <= 1
    assert f"Bei {list(SUGGESTED.values()).count('werkzeug')} Karten kommt es auf den Vertrag" in text
    assert all(case.contract in text for case in CASES if case.answer == "werkzeug")


@pytest.mark.parametrize(
    ("answer", "said"), [(None, "Noch 20 Karten."), ({"angebot": "nie"}, "Noch 19 Karten.")]
)
def test_before_the_last_card_it_is_said_how_many_are_left(answer, said):
    assert said in unit_3.what_to_settle({unit_3.CARDS: answer}).says
