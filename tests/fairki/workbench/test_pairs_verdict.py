"""What the Kodex says to an assistant's answers, and where it says nothing."""

import pytest
from pair_answers import POTENTIAL, PRAISE, pairs_of

from fairki.kodex import BROKEN, HELD, UNCLEAR, Rule
from fairki.kodex.patterns import NAME_SWAP, PATTERNS, SAME_ANSWER, about
from fairki.manifest import ROOT
from fairki.systems import TEXTS
from fairki.workbench.de import told as decisions
from fairki.workbench.pairs import measuring, verdict
from fairki.workbench.pairs.de import told
from fairki.workbench.pairs.de import verdict as de


def said(first, second, rules, control=()):
    found = measuring.measure(pairs_of(first, second, control), POTENTIAL, PRAISE)
    return verdict.judge(found, rules)


def name_swap(bound):
    return Rule(NAME_SWAP, {"abstand": bound})


@pytest.mark.parametrize(
    ("more", "n", "status", "words"),
    [
        (0, 40, HELD, "gleich oft in beiden Gruppen (mit 99 % Sicherheit −8,7 bis 8,7), erlaubt sind 5."),
        (30, 40, BROKEN, "75,0 Punkte mehr in der Gruppe „A“"),
        (-30, 40, BROKEN, "75,0 Punkte mehr in der Gruppe „B“"),
        (1, 4, UNCLEAR, "erlaubt sind 5; der Unterschied kann Zufall sein."),
        (0, 4, UNCLEAR, "die Messung ist dafür zu ungenau."),
    ],
)
def test_the_verdict_means_what_it_means_for_the_systems_of_the_course(more, n, status, words):
    yes, no = ["Potenzial"] * n, ["Potenzial"] * (n - abs(more)) + ["x"] * abs(more)
    judged, _ = said(*((yes, no) if more >= 0 else (no, yes)), [name_swap(5)])
    (one,) = judged
    assert one.outcome.status == status and words in one.outcome.why.replace("\N{NO-BREAK SPACE}", " ")


def test_every_rule_about_texts_is_judged_or_says_what_it_needs():
    assert set(de.NEEDS) == set(about(TEXTS))
    both = ["Potenzial tatkräftig herzlich"] * 50
    judged, still = said(both, both, verdict.defaults(), [("Potenzial", "Potenzial")] * 40)
    assert {one.rule.pattern for one in judged} == set(verdict.JUDGED)
    assert {one.rule.pattern for one in still} == set(about(TEXTS)) - set(verdict.JUDGED)
    assert [one.outcome.status for one in judged] == [HELD] * 4


def test_nothing_is_judged_that_was_not_seen():
    judged, still = said(["x"] * 50, ["x"] * 50, verdict.defaults())
    assert judged == [] and len(still) == len(about(TEXTS))


def test_rules_about_decisions_are_passed_over_and_of_two_name_swaps_the_stricter_counts():
    both = ["Potenzial"] * 50
    judged, still = said(both, both, [name_swap(8), name_swap(3), name_swap(5), Rule("auswahlquoten")])
    assert [one.rule.values["abstand"] for one in judged] == [3] and still == []


def test_the_same_answer_is_judged_by_the_controls_alone():
    assert PATTERNS[SAME_ANSWER].title
    control = [("Potenzial", "x")] * 30 + [("x", "x")] * 10
    judged, _ = said(["Potenzial"], ["Potenzial"], [Rule(SAME_ANSWER)], control)
    assert judged[0].outcome.status == BROKEN
    assert "Bei 10 von 40 Kontrollen" in judged[0].outcome.why


def test_both_tools_and_the_kodex_builder_have_one_name_for_what_came_out():
    words = (ROOT / "fairki/web/texts/rule_builder_texts.js").read_text(encoding="utf-8")
    assert decisions.STATUSES == told.STATES
    assert all(f'{status}: "{word}"' in words for status, word in told.STATES.items())
