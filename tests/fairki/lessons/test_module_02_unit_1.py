"""Four pictures of fairness: what a search over all positions finds, and two opinions side by side."""

import pytest
from lesson_pages import begun

from fairki import speech, worlds
from fairki.definitions import DEFINITIONS, TOLERANCE
from fairki.lessons import scene as scenes
from fairki.lessons.module_02 import Module02, figures, unit_1
from fairki.lessons.module_02.de import unit_1 as de
from fairki.lessons.module_02.unit_1 import AFTER, BEFORE, START, TOGETHER


def test_the_guess_is_answered_with_what_a_search_over_all_positions_finds():
    said = unit_1.how_many_go_together({TOGETHER: "4"}).says
    counts = figures.held_together()
    assert len(counts) == len(figures.THRESHOLDS) ** 2 and max(counts) == 3
    assert "höchstens 3" in said and "alle 2.116 Stellungen" in said
    assert f"In {counts.count(3)} davon sind 3 Definitionen erfüllt." in said
    assert f"Als gleich gilt ein Abstand bis {speech.points(TOLERANCE, 0)}." in said


def test_the_reason_are_the_base_rates_of_both_groups():
    said = unit_1.how_many_go_together({TOGETHER: "1"}).says
    older, younger = (repaid.mean() for _, repaid in figures.loans().values())
    assert younger < older
    assert f"Von 100 Personen ab 30 zahlen {100 * older:.0f} zurück" in said
    assert f"von 100 Personen unter 30 nur {100 * younger:.0f}." in said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (None, "quoten", "Ihre Wahl: „Gleiche Quoten“."),
        ("chancen", "chancen", "Sie bleiben bei „Gleiche Chancen“."),
        ("quoten", "chancen", "Zuerst wählten Sie „Gleiche Quoten“, jetzt „Gleiche Chancen“."),
    ],
)
def test_opinions_before_and_after_stand_side_by_side(before, after, said):
    shown = unit_1.what_became_of_the_opinion({BEFORE: before, AFTER: after})
    assert f"<strong>{said}</strong> Eine richtige Antwort gibt es hier nicht." in shown.says


@pytest.mark.parametrize("before", [None, "quoten"])
def test_nothing_is_said_about_opinions_before_there_is_a_second_one(before):
    assert unit_1.what_became_of_the_opinion({BEFORE: before, AFTER: None}).says == ""


def test_the_page_compares_opinions_in_whichever_order_they_are_given(monkeypatch):
    shown = []
    monkeypatch.setattr(scenes, "display", lambda *blocks: shown.extend(blocks))
    lesson = Module02()
    lesson.opinion_before()
    lesson.opinion_after()
    before, after, text = shown
    after.value = "fehler"
    assert "Ihre Wahl: „Gleiche Fehlerquoten“." in text.html
    before.value = "fehler"
    assert "Sie bleiben bei „Gleiche Fehlerquoten“." in text.html
    after.value = None
    assert text.html == ""


def test_the_answer_appears_with_the_guess(monkeypatch):
    shown = []
    monkeypatch.setattr(scenes, "display", lambda *blocks: shown.extend(blocks))
    Module02().all_at_once()
    (guess,) = shown
    assert guess.answer == "" and len(guess.options) == len(DEFINITIONS)
    guess.value = "2"
    assert "höchstens 3" in guess.answer


def test_every_opinion_is_one_of_the_definitions_or_another_and_has_pro_and_con():
    assert [key for key, *_ in de.OPINIONS] == [*DEFINITIONS, "andere"]
    assert [title for _, title, _ in de.OPINIONS[:-1]] == [one.title for one in DEFINITIONS.values()]
    assert de.MEANINGS.keys() == DEFINITIONS.keys()
    for key, *_ in de.OPINIONS:
        assert de.PRO_AND_CON[key] in unit_1.what_became_of_the_opinion({BEFORE: None, AFTER: key}).says


def test_the_sliders_begin_where_no_definition_holds():
    (sliders,) = begun(unit_1.thresholds()).blocks
    older, younger = (rates[figures.THRESHOLDS.index(START[0])] for rates in figures.rates().values())
    assert sliders.value == list(START)
    assert not any(one.holds(older, younger) for one in DEFINITIONS.values())


def test_what_the_bank_earns_follows_from_right_and_wrong_acceptances():
    (block,) = begun(unit_1.thresholds()).blocks
    earned = []
    for at, threshold in enumerate(figures.THRESHOLDS):
        counts = [group["counts"][at] for group in block.groups]
        earned.append(sum(n * euro for one in counts for n, euro in zip(one, block.worth, strict=True)))
        assert earned[-1] == sum(
            worlds.credit.profit(chances < threshold / 100, 1 - repaid)
            for chances, repaid in figures.loans().values()
        )
    assert max(earned) > earned[0]  # a threshold that is too low costs money


def test_the_people_in_the_picture_stand_for_their_group_at_every_threshold():
    for group, rates in figures.rates().items():
        people = figures.people()[group]
        assert len(people) == figures.SHOWN and people == sorted(people)
        good = sum(truth for _, truth in people)
        assert good == round(figures.SHOWN * rates[0].base)
        for threshold, one in zip(figures.THRESHOLDS, rates, strict=True):
            yes = [truth for score, truth in people if score >= threshold]
            assert abs(sum(yes) - good * one.hit) <= 1
            assert abs(len(yes) - sum(yes) - (figures.SHOWN - good) * one.wrong) <= 1


def test_a_browser_gets_counts_from_which_it_has_the_same_rates():
    (block,) = begun(unit_1.thresholds()).blocks
    for group, rates in zip(block.groups, figures.rates().values(), strict=True):
        n, good = group["n"], group["good"]
        for (hits, wrongs), one in zip(group["counts"], rates, strict=True):
            assert ((hits + wrongs) / n, hits / good, wrongs / (n - good)) == (
                one.selected,
                one.hit,
                one.wrong,
            )
            assert hits / (hits + wrongs) == one.precision
