"""The reveals of unit 1: what the firm and the learner know about their systems, and the class of risk."""

import pytest

from fairki import reference, register, ui
from fairki.lessons.module_03 import unit_1
from fairki.lessons.module_03.de import unit_1 as de
from fairki.lessons.scene import Page
from fairki.systems import questions
from fairki.systems.questions import QUESTIONS

NOTHING = dict.fromkeys(unit_1.SYSTEMS)
OWN = [{"id": "chatbot", "verborgen": False}, {"id": "schichtplan", "verborgen": True}]
ALL_KNOWN = {asked["id"]: asked["options"][0][0] for asked in QUESTIONS}


def test_the_example_answers_fit_questions_and_register():
    options = {asked["id"]: [value for value, _ in asked["options"]] for asked in QUESTIONS}
    assert set(questions.EXAMPLE) == {line["id"] for line in register.EXAMPLE}
    for answers in questions.EXAMPLE.values():
        assert all(value in options[question] for question, value in answers.items())


def test_what_nobody_knew_is_counted_and_named():
    said = unit_1.what_nobody_knew({unit_1.KNOWN: 3}).says
    asked = len(register.EXAMPLE) * len(QUESTIONS)
    open_ = asked - sum(map(len, questions.EXAMPLE.values()))
    assert f"<strong>{open_} von {asked}</strong>" in said
    for question in QUESTIONS:
        known = sum(question["id"] in answers for answers in questions.EXAMPLE.values())
        assert (f"<li>{question['label']}</li>" in said) == (known <= 1)
    assert "<li>" in said


def test_without_a_register_the_firms_stands_in():
    assert "Sie haben noch kein eigenes Register." in unit_1.whose_register({unit_1.REGISTER: None}).says
    own = unit_1.own_profiles({unit_1.REGISTER: None})
    assert own.visible == {unit_1.PROFILES: False} and own.traits == {ui.Profiles: {"systems": []}}
    assert unit_1.how_much_is_known(NOTHING).visible == {unit_1.EXAMPLE: True}
    found = [entry.use.id for entry in unit_1.entries(NOTHING)]
    assert found == [entry.use.id for entry in register.entries(register.EXAMPLE)]


def test_an_own_register_is_counted_and_has_its_own_steckbriefe():
    said = unit_1.whose_register({unit_1.REGISTER: OWN}).says
    assert "In Ihrem Register aus Modul 0 stehen 2 Systeme." in said
    assert "steht 1 System" not in said
    own = unit_1.own_profiles({unit_1.REGISTER: OWN})
    assert own.visible == {unit_1.PROFILES: True}
    shown = own.traits[ui.Profiles]["systems"]
    assert {one["id"] for one in shown} == {"chatbot", "schichtplan"}
    for one in shown:
        use = next(use for use in register.USES if use.id == one["id"])
        assert one["name"] == use.name and one["note"] == reference.orientation(use.id)
        assert one["text"] == f"{use.description} Betroffen: {use.affected}."
    assert unit_1.how_much_is_known(NOTHING | {unit_1.REGISTER: OWN}).visible == {unit_1.EXAMPLE: False}


def test_of_an_own_register_only_the_own_answers_count():
    given = {unit_1.REGISTER: OWN, unit_1.PROFILES: {"chatbot": {"liste": "ja"}, "spam": ALL_KNOWN}}
    said = unit_1.how_much_is_known(NOTHING | given | {unit_1.EXAMPLE: questions.EXAMPLE}).says
    assert f"Bekannt sind <strong>1 von {2 * len(QUESTIONS)}</strong> Angaben." in said
    assert f"Am seltensten bekannt, zum Beispiel: „{QUESTIONS[0]['label']}“" in said


def test_the_rarest_answer_is_named_alone_if_it_is_alone():
    rarest = QUESTIONS[2]
    almost = {asked: given for asked, given in ALL_KNOWN.items() if asked != rarest["id"]}
    given = {unit_1.REGISTER: OWN, unit_1.PROFILES: {"chatbot": almost, "schichtplan": ALL_KNOWN}}
    said = unit_1.how_much_is_known(NOTHING | given).says
    assert f"Am seltensten bekannt: „{rarest['label']}“" in said


def test_where_everything_is_known_nothing_is_missing():
    given = {unit_1.REGISTER: OWN, unit_1.PROFILES: dict.fromkeys(("chatbot", "schichtplan"), ALL_KNOWN)}
    assert "Es fehlt nichts." in unit_1.how_much_is_known(NOTHING | given).says


def test_answers_about_the_example_count_as_long_as_it_is_shown():
    page = Page()
    shown = unit_1.profiles()
    for at, scene in enumerate(shown):
        page.show(str(at), scene)
    *_, (example, text) = (scene.blocks for scene in shown)
    known = sum(map(len, questions.EXAMPLE.values()))
    total = len(register.EXAMPLE) * len(QUESTIONS)
    assert f"<strong>{known} von {total}</strong>" in text.html and example.visible
    example.value = questions.EXAMPLE | {"leads": ALL_KNOWN}
    more = known + len(ALL_KNOWN) - len(questions.EXAMPLE["leads"])
    assert f"<strong>{more} von {total}</strong>" in text.html


@pytest.mark.parametrize("guessed", [id for id, _ in de.RISK_CLASSES])
def test_the_law_answers_the_guess(guessed):
    said = unit_1.what_the_law_says({unit_1.RISK: guessed}).says
    law = reference.law("hochrisiko")
    assert said.startswith("<p>Richtig: " if guessed == "hoch" else "<p>Es ist eine andere Klasse: ")
    assert law.text in said and f"<cite>Quelle: {law.citation}</cite>" in said
    assert reference.law("zweck_zaehlt").text in said


@pytest.mark.parametrize("level", [one for one, _ in de.LEVELS])
def test_each_opinion_on_the_risk_gets_both_scales_and_no_verdict(level):
    said = unit_1.both_scales({unit_1.LEVEL: level}).says
    assert f"Das ist Stufe {level} von 5." in said and "Ein Richtig gibt es hier nicht." in said
    assert "Nicht ganz" not in said and "Richtig:" not in said
    for row in reference.risk_levels():
        assert row.proposed in said and row.law in said
    for id in ("datenethikkommission", "ki_observatorium"):
        assert reference.finding(id).source in said
    assert reference.law("klassen").citation in said


def test_five_levels_stand_beside_four_classes_that_share_only_their_ends():
    rows = reference.risk_levels()
    assert [row.level for row in rows] == [number for number, _ in de.LEVELS]
    classes = [row.law for row in rows if row.law]
    assert len(classes) == 4 and rows[0].law and rows[-1].law == "verboten"
    stated = reference.law("klassen").text.casefold()
    assert all(one.casefold() in stated for one in classes)
