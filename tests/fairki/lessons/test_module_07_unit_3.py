"""The reveals of unit 3: a promise nobody can check, examples to take over, rules for experiments."""

import pytest

from fairki.documents.action_plan import EXAMPLE_SENTENCES, ROOM, RULES, SENTENCES
from fairki.kodex import Kodex, Rule, patterns, stored
from fairki.lessons.module_07 import unit_3
from fairki.lessons.module_07.de import unit_3 as de
from fairki.lessons.module_07.kept import KEPT
from fairki.lessons.module_07.unit_3 import CLAIM, EXAMPLE, FOR_OUTSIDE, OCCASION, take_over
from fairki.lessons.scene import Done
from fairki.ui.inputs import LONGEST_NOTE

NOTICE, INSIDE = Rule(patterns.NOTICE), Rule(patterns.SELECTION_RATES)
OWN = "Diese Sätze aus Ihrem Kodex lassen sich nachprüfen:"
FIRMS = "Diese Sätze aus dem Kodex der Hansen &amp; Yıldız GmbH lassen sich nachprüfen:"


def claimed(kept, guess="siegel") -> str:
    return unit_3.what_can_be_checked({CLAIM: guess, KEPT: kept}).says


def with_rules(*rules: Rule) -> dict:
    return {stored.KEY: stored.to_value(Kodex("Meiner", rules))}


@pytest.mark.parametrize(
    ("guess", "first"),
    [("pruefbar", "Ja: <strong>etwas, das"), ("siegel", "Das kann helfen. Am meisten fehlt <strong>etwas")],
)
def test_a_promise_lacks_what_can_be_checked_whatever_was_guessed(guess, first):
    said = claimed(None, guess)
    assert said.startswith(f"<p>{first}") and "„Fair“ kann vieles heißen." in said
    assert "pruefbar" in dict(de.CLAIM_OPTIONS)


def test_sentences_for_outside_come_from_the_own_kodex():
    said = claimed(with_rules(NOTICE, INSIDE))
    assert OWN in said and FIRMS not in said and said.count("<li>") == 1
    assert (
        f"<li>„{NOTICE.sentence}“<br>Person oder Meldeweg fehlt noch: erst klären, dann zeigen.</li>" in said
    )


def test_a_rule_with_person_and_channel_can_be_shown():
    anchored = Rule(patterns.NOTICE, owner="IT", channel="Betriebsrat")
    assert "Person und Meldeweg sind geklärt.</li>" in claimed(with_rules(anchored))


def test_a_kodex_that_says_nothing_outside_is_told_so():
    said = claimed(with_rules(INSIDE))
    assert said.endswith(de.NO_SENTENCE) and OWN not in said


@pytest.mark.parametrize("kept", [None, {}, with_rules(), {stored.KEY: 5}, {"00.meinung.wer": "1"}])
def test_without_a_readable_kodex_the_sentences_are_those_of_the_firm(kept):
    said = claimed(kept)
    assert FIRMS in said
    assert said.count("<li>") == sum(rule.pattern in FOR_OUTSIDE for rule in EXAMPLE.rules) > 0


def test_an_example_is_shown_for_what_is_chosen():
    assert unit_3.what_the_firm_says({OCCASION: None, SENTENCES: None}).says == de.NO_OCCASION
    for occasion, _ in de.OCCASIONS:
        said = unit_3.what_the_firm_says({OCCASION: occasion, SENTENCES: None}).says
        assert f"<blockquote>„{EXAMPLE_SENTENCES[occasion]}“</blockquote>" in said
    assert [occasion for occasion, _ in de.OCCASIONS] == list(EXAMPLE_SENTENCES)


def test_nothing_is_taken_over_before_an_occasion_is_chosen():
    assert take_over({OCCASION: None, SENTENCES: "Unser Satz."}) == Done(de.NOTHING_CHOSEN)


def test_an_example_goes_below_the_own_sentences_and_only_once():
    image = EXAMPLE_SENTENCES["bild"]
    assert take_over({OCCASION: "bild", SENTENCES: None}) == Done(de.TAKEN_OVER, {SENTENCES: image})
    done = take_over({OCCASION: "bild", SENTENCES: "Unser Satz."})
    assert done == Done(de.TAKEN_OVER, {SENTENCES: f"Unser Satz.\n{image}"})
    assert take_over({OCCASION: "bild"} | done.writes) == Done(de.ALREADY_THERE)
    assert take_over({OCCASION: "chat"} | done.writes).says == de.TAKEN_OVER


def test_a_field_never_gets_longer_than_it_may():
    done = take_over({OCCASION: "bild", SENTENCES: "x" * (LONGEST_NOTE - 3)})
    assert len(done.writes[SENTENCES]) == LONGEST_NOTE


def test_the_law_is_quoted_with_its_source():
    (text,) = unit_3.law().blocks
    assert text.html.startswith("<p>Gut zu wissen: ") and "<cite>(" in text.html


@pytest.mark.parametrize(
    ("chosen", "said", "missing"),
    [
        (["person"], "1 Regel. Diese würden wir noch dazunehmen:", ["daten", "menschen", "ende"]),
        (["daten", "ende"], "2 Regeln. Diese würden wir noch dazunehmen:", ["menschen"]),
        (["daten", "menschen", "ende", "person"], "4 Regeln. Was andere schützt, ist dabei.", []),
    ],
)
def test_rules_for_experiments_that_protect_others_are_missed(chosen, said, missing):
    told = unit_3.what_the_rules_leave_open({ROOM: chosen}).says
    assert told.startswith(f"<p>{said}") and told.count("<li>") == len(missing)
    assert all(f"<li>„{RULES[rule]}“ {de.NEEDED[rule]}</li>" in told for rule in missing)


def test_a_room_without_a_rule_asks_for_one():
    assert unit_3.what_the_rules_leave_open({ROOM: None}).says == de.NO_RULE
