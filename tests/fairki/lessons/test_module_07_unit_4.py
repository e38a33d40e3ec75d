"""The reveals of unit 4: opinions today and on the first day, and what commitments leave open."""

import pytest

from fairki.documents import action_plan
from fairki.lessons.module_07 import unit_4
from fairki.lessons.module_07.de import unit_4 as de
from fairki.lessons.module_07.kept import KEPT
from fairki.lessons.module_07.unit_4 import OPINIONS


def told(today, kept, key="07.meinung.wer") -> str:
    return unit_4.what_was_said_first({key: today, KEPT: kept}).says


def test_todays_opinion_is_answered_by_the_one_of_the_first_day():
    kept = {"00.meinung.wer": "2", "00.meinung.transparenz": "1"}
    assert told(None, kept) == ""
    assert told("3", kept) == "<p>Am Anfang: „vor allem die Leitung“. Heute: „halb und halb“.</p>"
    same = told("1", kept, "07.meinung.transparenz")
    assert same == "<p>Am Anfang und heute: „gar nicht“. Sie bleiben dabei.</p>"


@pytest.mark.parametrize("kept", [None, {}, {"00.meinung.werte": "neun"}, {"00.meinung.werte": ["5"]}])
def test_without_a_first_opinion_that_can_be_read_none_is_claimed(kept):
    said = told("5", kept, "07.meinung.werte")
    assert said == "<p>Heute: „sehr“. Vom Anfang des Kurses liegt hier keine Antwort.</p>"


def test_each_opinion_of_the_first_day_is_asked_again():
    assert {f"07.meinung.{id}": f"00.meinung.{id}" for id in ("wer", "transparenz", "werte")} == OPINIONS
    assert [scene.blocks[0].key for scene in unit_4.opinions()] == list(OPINIONS)


def promised(*rows: dict) -> str:
    return unit_4.what_is_promised({action_plan.KEY: list(rows)}).says


WHOLE = {"was": "Hinweis.", "wer": "Personal", "bis": "2098-01-31", "zeichen": "In allen Anzeigen"}


def test_a_plan_without_a_commitment_asks_for_one():
    assert unit_4.what_is_promised({action_plan.KEY: None}).says == de.NO_COMMITMENT
    assert promised({}, {"wer": "IT"}) == de.NO_COMMITMENT


@pytest.mark.parametrize(
    ("row", "missing"),
    [
        ({}, "wer sich kümmert, bis wann und woran man es merkt"),
        ({"wer": "IT"}, "bis wann und woran man es merkt"),
        ({"wer": "IT", "bis": "2098-01-31"}, "woran man es merkt"),
    ],
)
def test_a_commitment_says_what_is_missing(row, missing):
    said = promised({"was": "Hinweis <b>einbauen.", **row}, {}, {})
    assert said == f"<p>1 Zusage.</p><ul><li>„Hinweis &lt;b&gt;einbauen“: Es fehlt noch, {missing}.</li></ul>"


def test_only_what_lacks_something_is_listed():
    said = promised(WHOLE, {"was": "Zählen"}, {})
    assert said.startswith("<p>2 Zusagen.</p>") and said.count("<li>") == 1 and "„Zählen“" in said


def test_whole_commitments_can_be_held_to():
    said = promised(WHOLE, {}, {})
    assert "<strong>1 Zusage, jede mit Person, Tag und Zeichen.</strong>" in said
    assert "<strong>3 Zusagen, jede" in promised(WHOLE, WHOLE, WHOLE)


def test_the_firms_example_promises_what_has_a_sign():
    example, _ = unit_4.commitments()
    (text,) = example.blocks
    assert text.html.startswith("<details><summary>Ein Beispiel: drei Zusagen der Hansen &amp; Yıldız GmbH")
    assert text.html.count("<li>") == 3 and "<br>Wer: Leitung Personal. Woran man es merkt: Alle" in text.html
