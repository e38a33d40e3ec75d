"""Three misconceptions: nothing is revealed before, both cases after, and the end compares what was answered."""

import re

import pytest
from markupsafe import escape

from fairki import ui
from fairki.lessons import misconceptions
from fairki.lessons.misconceptions import AFTER, BEFORE, EARLIER, de, figures
from fairki.lessons.module_01.de import unit_1
from fairki.lessons.module_02.de import unit_2
from fairki.speech import percent
from fairki.worlds import firms

ALL = sorted(BEFORE)


def answer_to(one: str, now: str, first: object = None, kept: object = None) -> str:
    (scene,) = [scene for scene in misconceptions.after(one) if scene.asks]
    return scene.reveal({AFTER[one]: now, BEFORE[one]: first, EARLIER: kept}).says


@pytest.mark.parametrize("one", ALL)
def test_before_nothing_is_revealed(one):
    scene = misconceptions.before(one)
    guess = scene.blocks[0]
    scene.show({BEFORE[one]: None})
    assert guess.answer == ""
    for id, _ in de.BEFORE[one].options:
        scene.show({BEFORE[one]: id})
        assert guess.answer == de.LATER


@pytest.mark.parametrize("one", ALL)
def test_after_both_cases_are_judged(one):
    before, after = de.BEFORE[one], de.AFTER[one]
    wrong = next(id for id, _ in after.options if id not in (after.right, de.OPEN[0]))
    label = dict(map(tuple, before.options))[before.right].rstrip(".")
    assert answer_to(one, after.right).startswith("<p><strong>Richtig: ")
    assert answer_to(one, wrong).startswith("<p><strong>Nicht ganz. Richtig ist: ")
    assert answer_to(one, de.OPEN[0]).startswith("<p><strong>Die Antwort ist: ")
    assert f"Sie haben sie ausgelassen. Richtig ist: „{label}“." in answer_to(one, wrong)
    assert f"Sie sagten: „{label}“. Das war richtig." in answer_to(one, wrong, before.right)


@pytest.mark.parametrize("one", ALL)
def test_what_was_kept_on_another_page_counts_and_what_cannot_be_read_does_not(one):
    right = de.BEFORE[one].right
    assert "Das war richtig." in answer_to(one, de.AFTER[one].right, kept={BEFORE[one]: right})
    for unreadable in ("neun", 3, [right], {}, None):
        assert "ausgelassen" in answer_to(one, de.AFTER[one].right, kept={BEFORE[one]: unreadable})


@pytest.mark.parametrize("cases", [de.BEFORE, de.AFTER])
def test_each_case_has_one_right_answer_and_one_may_not_know(cases):
    assert set(cases) == set(de.BELIEFS) == set(ALL)
    for case in cases.values():
        assert [id for id, _ in case.options].count(case.right) == 1
        assert case.options[-1] == de.OPEN and case.right != de.OPEN[0]


def test_a_model_without_a_gap_acquits_nobody_and_one_with_a_gap_convicts_nobody():
    found = figures.colleagues()
    assert 0 < found.unfair < found.fair < found.each  # a small sign, no proof
    assert 0 < found.fair_ahead < found.unfair_ahead < found.each
    assert found.unfair + found.unfair_ahead <= found.each
    said = answer_to("modell", "selten")
    assert f"Bei {found.unfair_ahead} von 50 Unfairen" in said
    assert f"bei {found.fair_ahead} von 50 Fairen" in said


def test_how_seldom_an_unfair_person_is_noticed_is_what_the_mirror_says_before_its_first_guess():
    """So „selten“ is right, and the case after agrees with what 01.1 says."""
    noticed = figures.noticed()
    assert 0 < noticed <= 10
    assert f"höchstens {noticed} von 100" in unit_1.beforehand()
    assert f"bei höchstens {noticed} von 100" in answer_to("modell", "selten")


def test_women_and_men_alike_says_nothing_about_others_in_either_direction():
    one, other = figures.firms_alike()
    for firm in (one, other):
        assert abs(firm.women - firm.men) < 0.02
    assert one.young - one.old > 0.1 > 0.02 > abs(other.young - other.old)
    assert figures.rates(firms.OPEN_DOOR)["klingt deutsch"] == pytest.approx(0.3, abs=0.01)
    found = figures.tested()
    assert found.others - found.disabled > 0.1
    assert max(abs(found.women - found.men), abs(found.young - found.old)) < 0.02
    shown = misconceptions.after("gruppen")[0].blocks[0]
    assert isinstance(shown, ui.Text) and "mit Behinderung" in shown.html


def test_a_cautious_rule_accuses_most_fair_firms():
    """By hand for one applicant each: there is a gap if exactly one of the two is invited."""
    assert figures.alarm_share(1, 1.0) == pytest.approx(2 * 0.3 * 0.7)
    assert 0.5 < figures.alarms() < 1


def test_that_a_milder_rule_accuses_fewer_is_said_because_module_03_showed_its_figure():
    assert figures.milder_alarms() < figures.alarms() / 2
    assert f"bei {percent(figures.milder_alarms())} von ihnen Alarm" in answer_to("vorsicht", "viele")


@pytest.mark.parametrize("one", ALL)
def test_the_earlier_question_is_asked_again_before_its_answer(one):
    """Days may lie between them, and whoever begins with this module has never seen it."""
    said = answer_to(one, de.OPEN[0])
    assert said.index(str(escape(de.BEFORE[one].question))) < said.index("Richtig ist: ")


def test_the_firms_of_the_case_are_those_that_module_02_calls_so():
    assert unit_2.CARDS[firms.AGE_FILTER.id].name == "Firma A"
    assert unit_2.CARDS[firms.OPEN_DOOR.id].name == "Firma C"
    assert "Firma A aus Modul 2" in answer_to("gruppen", "behinderung")


def test_a_cautious_bank_refuses_many_who_would_have_paid_and_loses_fewer_loans():
    found = figures.refused()
    assert found.good[1] > 0.5 > 0.2 > found.good[0]
    assert found.lost[1] < found.lost[0]
    assert re.search(
        r"58 % .* statt 15 %".replace(" %", "\N{NO-BREAK SPACE}%"), answer_to("vorsicht", "viele")
    )


def test_the_end_compares_both_answers_and_says_who_sees_them():
    kept = {BEFORE["modell"]: "fair", AFTER["modell"]: "selten", BEFORE["gruppen"]: de.OPEN[0]}
    said = misconceptions.compared(kept).says
    assert said.count("<li>") == 3 and de.ONLY_YOU in said
    assert "Vorher: noch nicht richtig. Nachher: richtig." in said
    assert "Vorher: „weiß ich noch nicht“. Nachher: ausgelassen." in said
    assert "Vorher: ausgelassen. Nachher: ausgelassen." in said


@pytest.mark.parametrize("kept", [{}, {BEFORE["modell"]: "neun"}, {AFTER["vorsicht"]: ["viele"]}])
def test_without_an_answer_that_can_be_read_nothing_is_compared(kept):
    assert misconceptions.compared(kept).says == de.NOTHING_GIVEN
