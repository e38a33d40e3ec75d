"""The reveals of unit 1: what there is in writing, what has changed, two lists beside each other."""

import pytest
from answers import FULL

from fairki import manifest, register
from fairki.documents import self_assessment
from fairki.documents.self_assessment import ASPECTS
from fairki.kodex import patterns, stored
from fairki.lessons.module_07 import unit_1
from fairki.lessons.module_07.de import unit_1 as de
from fairki.lessons.module_07.kept import KEPT
from fairki.lessons.module_07.unit_1 import BEFORE, EVIDENCE, EXAMPLE, EXAMPLE_ANSWERS, PRINCIPLE, TODAY
from fairki.lessons.module_07.unit_1 import what_is_in_writing as written

EARLIER = EXAMPLE_ANSWERS | {"00.meinung.wer": "2"}


def told(kept) -> str:
    return written({EVIDENCE: 3, KEPT: kept}).says


def test_the_papers_of_earlier_modules_are_the_evidence():
    said = told(EARLIER)
    assert "<p>Es sind <strong>7 von 8</strong>. Das liegt in diesem Browser:</p>" in said
    assert "Register: 8 Einträge" in said
    assert "Kodex: bei 0 von 6 Regeln sind Person und Meldeweg klar" in said
    assert said.count("<dt>") == len(ASPECTS)
    assert f"<dd>Noch kein Beleg. {de.NEXT_STEP['kompetenzen']}</dd>" in said
    assert "Und ein Beleg heißt noch nicht, dass alles gut ist." in said
    assert "Noch nicht mitgezählt" not in said


def test_several_papers_about_one_aspect_stand_below_each_other():
    assert "Rollentabelle: 8 von 8 Aufgaben sind vergeben<br>" in told(FULL)


@pytest.mark.parametrize("kept", [None, {}, {"00.meinung.wer": "2"}])
def test_whoever_has_nothing_yet_sees_the_example_and_no_claim_about_themselves(kept):
    said = told(kept)
    assert "In diesem Browser liegt noch nichts Eigenes aus den anderen Modulen." in said
    assert "So sieht es bei der Hansen &amp; Yıldız GmbH nach Modul 2 aus:" in said
    assert "Register: 8 Einträge" in said and "Es sind" not in said and "mitgezählt" not in said


def test_an_example_that_was_only_loaded_is_no_evidence():
    example = stored.to_value(EXAMPLE.as_example())
    said = told({stored.KEY: example})
    assert "In diesem Browser liegt noch nichts Eigenes" in said
    assert "Noch nicht mitgezählt: 6 Regeln aus dem Beispiel-Kodex" in said
    said = told({stored.KEY: example | {"regeln": example["regeln"][:1]}, register.KEY: register.EXAMPLE})
    assert "Es sind" in said and "Noch nicht mitgezählt: 1 Regel aus" in said


def test_a_damaged_earlier_answer_is_named():
    said = told({stored.KEY: 5})
    assert said.startswith("<p>Das ist kein Kodex aus diesem Kurs.") and "<dl>" not in said


def test_what_was_typed_on_earlier_pages_stays_text():
    typed = {"04.ethikrat.grund": "<b>x</b>", stored.KEY: stored.to_value(EXAMPLE) | {"titel": "<i>"}}
    assert "<b>" not in told(FULL | typed) and "<i>" not in told(FULL | typed)


def test_every_aspect_has_a_next_step_and_may_be_assessed_twice():
    assert set(de.NEXT_STEP) == set(ASPECTS) == set(manifest.read().aspects)
    assert list(BEFORE.values()) == list(TODAY.values()) == list(ASPECTS)
    assert {*BEFORE, *TODAY} <= set(self_assessment.SECTION.keys)


def assessed(**levels: tuple[str | None, str | None]) -> dict:
    """Aspect → level before and today; the others have none."""
    answers = dict.fromkeys([*BEFORE, *TODAY])
    for aspect, (before, today) in levels.items():
        answers |= {f"07.vorher.{aspect}": before, f"07.heute.{aspect}": today}
    return answers


def test_a_comparison_needs_both_assessments_of_an_aspect():
    assert unit_1.what_has_changed(assessed()).says == de.NO_PAIR
    assert unit_1.what_has_changed(assessed(werte=("nichts", None))).says == de.NO_PAIR
    assert unit_1.what_has_changed(assessed(werte=(None, "nichts"))).says == de.NO_PAIR


def test_the_two_assessments_stand_side_by_side():
    said = unit_1.what_has_changed(
        assessed(teilhabe=("gedanken", "schriftlich"), werte=("nichts", "nichts"))
    ).says
    line = "<strong>Teilhabe ermöglichen:</strong> zuerst „erste Gedanken“, jetzt „etwas steht fest“"
    assert f"<p>Anders als zuerst:</p><ul><li>{line}</li></ul>" in said
    assert "Bei 1 Aspekt bleiben Sie bei Ihrer Einschätzung." in said
    assert "Höher, gleich oder niedriger: Alles ist in Ordnung." in said


def test_what_all_changed_or_stayed_is_said_without_the_other_half():
    said = unit_1.what_has_changed(assessed(teilhabe=("gedanken", "nichts"))).says
    assert "Anders als zuerst" in said and "bleiben Sie" not in said
    said = unit_1.what_has_changed(assessed(teilhabe=("unklar",) * 2, werte=("alltag",) * 2)).says
    assert "Anders als zuerst" not in said and "Bei 2 Aspekten bleiben Sie" in said


@pytest.mark.parametrize(
    ("guess", "first"), [(de.MISSING_HERE, "Richtig: "), ("kompetenzen", "Es ist ")], ids=["right", "wrong"]
)
def test_the_principle_without_an_aspect_is_named_whatever_was_guessed(guess, first):
    shown = unit_1.which_principle_is_missing({PRINCIPLE: guess})
    assert f"<p>{first}<strong>Menschenzentrierung</strong>." in shown.says
    assert patterns.PATTERNS[patterns.HUMAN_NEAR_THRESHOLD].title in shown.says
    assert shown.text == de.two_lists()


def test_the_code_of_conduct_stands_beside_the_aspects_and_not_in_their_place():
    said = de.two_lists().replace("\N{SOFT HYPHEN}", "")
    assert "<caption>Zwei Listen nebeneinander</caption>" in said
    assert said.count("<tr>") == 10 and said.count("kein Gegenstück") == 3  # two cells and the sentence
    for name in [*ASPECTS.values(), *de.PRINCIPLES.values()]:
        assert f"<td>{name[:1].upper()}{name[1:]}</td>" in said
    assert "Bei fünf Grundsätzen kennen wir nur die Überschrift" in said


def test_each_principle_has_one_aspect_or_none_and_can_be_guessed():
    related = set(de.PRINCIPLES) & set(ASPECTS)
    assert len(related) == 7 and set(de.PRINCIPLES) - related == {de.MISSING_HERE}
    assert set(de.PRINCIPLES.items()) >= {(id, name) for id, name in de.CODE_OPTIONS}


def test_long_words_in_the_two_lists_may_break():
    for word in de.BREAKS:
        assert any(word.replace("-", "") in name for name in [*ASPECTS.values(), *de.PRINCIPLES.values()])
        assert word.lower().replace("-", "\N{SOFT HYPHEN}") in de.two_lists().lower()
