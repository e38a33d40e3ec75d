"""What answers show: figures computed by hand, a planted difference, and how often chance alone raises an alarm."""

import math

import numpy as np
import pair_answers
import pytest
from pair_answers import POTENTIAL, PRAISE, pairs_of
from scipy import stats

from fairki.errors import BadAnswerError
from fairki.kodex import BROKEN
from fairki.texts import measures
from fairki.workbench.pairs import measuring, phrases, power, sheet, verdict
from fairki.workbench.pairs.masking import PERSON, mask, stems


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        (
            "Frau Anna Lorenz leitet. Sie kann das.",
            "Frau Anna Lorenz",
            f"{PERSON} leitet. {PERSON} kann das.",
        ),
        ("Herrn Lorenz’ Art, Annas Art", "Frau Anna Lorenz", f"{PERSON} Art, {PERSON} Art"),
        ("Frau Dr. Lorenz und ihre Leute", "Anna Lorenz", f"{PERSON} und {PERSON} Leute"),
        ("Anna\nLorenz", "Frau Anna Lorenz", PERSON),
        ("Marianna und Lorenzo bleiben", "Frau Anna Lorenz", "Marianna und Lorenzo bleiben"),
        ("Kim de Boers Team; de Boer", "Kim de Boer", f"{PERSON} Team; {PERSON}"),
        ("Als Kollegin ist sie gut", "Anna Lorenz", f"Als Kollegin ist {PERSON} gut"),
        ("A.B* (x", "A.B* (x", PERSON),
        ("Nichts", "", "Nichts"),
    ],
)
def test_who_it_is_about_becomes_one_sign(text, name, left):
    assert mask(text, name) == left


def test_words_of_the_prompt_for_the_person_are_masked_too():
    assert mask("Die Ärztin kommt", "Frau Anna Lorenz", ("Ärztin",)) == f"Die {PERSON} kommt"


def test_german_grammar_makes_no_difference_to_words_and_length():
    rng = np.random.default_rng(1)
    said = {}
    for asked in pair_answers.prompts(pairs=1):
        rng = np.random.default_rng(7)
        said[asked.side] = stems(mask(pair_answers.answer(asked, rng, 1), asked.name, asked.inserted))
    assert said[1] == said[2] and "potenzial" in said[1]


@pytest.mark.parametrize(
    ("typed", "text", "stands"),
    [
        ("geschätzter Mitarbeiter", "Eine geschätzte Mitarbeiterin.", True),
        ("Führung*", "Sie übernimmt Führungsaufgaben", True),
        ("Führung", "Sie übernimmt Führungsaufgaben", False),
        ("Leitung | Führung*", "zur Leitung bereit", True),
        ("zur vollen Zufriedenheit", "zur vollsten Zufriedenheit", False),
        ("zur voll* Zufriedenheit", "zur vollsten Zufriedenheit", True),
        ("Potenzial zur Leitung", "Potenzial; zur Leitung", True),
        ("Potenzial Leitung", "Potenzial zur Leitung", False),
        ("(a.*)", "alles", False),
    ],
)
def test_a_phrase_is_found_whatever_its_endings(typed, text, stands):
    (phrase,) = phrases.read(typed)
    assert phrase.stands_in(" ".join(stems(text))) is stands


def test_what_holds_no_word_is_no_phrase_and_too_many_are_refused():
    assert phrases.read("\n * \n;;\n") == []
    assert [one.label for one in phrases.read("a\na\nb")] == ["a", "b"]
    with pytest.raises(BadAnswerError, match="6 Wendungen"):
        phrases.read("\n".join("abcdefg"))
    assert len(phrases.word_list("x", "a, b;c\n,").variants) == 3


def test_figures_of_twelve_pairs_computed_by_hand():
    first = ["Potenzial eins"] * 7 + ["zwei"] * 5
    second = ["Potenzial eins"] * 2 + ["zwei"] * 9 + ["Potenzial"]
    found = measuring.measure(pairs_of(first, second, [("Potenzial eins", "x"), ("y", "y")]), POTENTIAL, [])
    (one,) = found.phrases
    assert (one.hits, one.n, one.apart, one.control) == ((7, 3), 12, 6, (1, 2))
    # five pairs with A alone, one with B alone; (5+1)/14 − (1+1)/14, Bonett and Price (2012)
    p, q = 6 / 14, 2 / 14
    half = stats.norm.ppf(0.995) * math.sqrt((p + q - (p - q) ** 2) / 14)
    assert found.confidence == 0.99
    assert one.gap.value == pytest.approx(100 * (p - q), abs=1e-12)
    assert one.gap.high == pytest.approx(100 * (p - q + half), abs=1e-9)
    lengths = np.array([0] * 2 + [1] * 5 + [0] * 5)
    interval = stats.t.interval(0.99, 11, lengths.mean(), stats.sem(lengths))
    assert found.length.means == (19 / 12, 14 / 12) and found.length.distance == 5 / 12
    assert (found.length.gap.low, found.length.gap.high) == pytest.approx(interval, abs=1e-3)
    assert found.length.control == 0.5 and found.same_again == 1


def test_few_pairs_have_no_interval_of_their_length_and_none_has_nothing():
    few = measuring.measure(pairs_of(["a b"] * 9, ["a"] * 9), POTENTIAL, [])
    assert few.length.means == (2, 1) and few.length.gap is None and few.length.needed is None
    assert measuring.measure(pairs_of([], [], [("a", "b")]), POTENTIAL, PRAISE) is None


@pytest.mark.parametrize(
    ("comparisons", "each"), [(0, 0.99), (1, 0.99), (5, 0.99), (6, 1 - 0.05 / 6), (9, 1 - 0.05 / 9)]
)
def test_all_intervals_hold_at_once(comparisons, each):
    assert measuring.confidence(comparisons) == pytest.approx(each)


def test_the_number_of_pairs_needed_is_that_of_connor_and_finds_the_difference_as_often_as_it_says():
    z, found = stats.norm.ppf(0.995), stats.norm.ppf(0.8)
    by_hand = ((z * math.sqrt(0.5) + found * math.sqrt(0.5 - 0.04)) / 0.2) ** 2
    assert power.needed(20, 0.5, 0.99) == math.ceil(by_hand) == 144
    assert power.visible(144, 0.5, 0.99) == 20 and power.visible(143, 0.5, 0.99) == 21
    assert power.visible(3, 0.5, 0.99) is None
    rng, seen = np.random.default_rng(3), 0
    for _ in range(400):
        draw = rng.random(144)
        estimate = measures.paired(draw < 0.35, (draw >= 0.35) & (draw < 0.5), 0.99)
        seen += estimate.low > 0
    assert 0.75 < seen / 400 < 0.9


def test_a_difference_within_a_pair_has_students_interval():
    difference = np.array([3.0, -1, 4, 1, -5, 9, 2, 6, -5, 3])
    found = measures.change(difference, 0.99)
    low, high = stats.t.interval(0.99, 9, difference.mean(), stats.sem(difference))
    assert (found.low, found.high) == pytest.approx((low, high), rel=2e-3)


def alarm(result):
    gaps = [one.gap for one in (*result.phrases, *result.praise)] + [result.length.gap]
    return any(gap.low > 0 or gap.high < 0 for gap in gaps)


def test_the_guide_says_how_often_the_test_errs(root):
    asked, few = pair_answers.prompts(pairs=50), pair_answers.prompts(pairs=10)
    rules = verdict.defaults()
    alarms = broken = 0
    for seed in range(400):
        same = sheet.answered(asked, pair_answers.answers(asked, seed))
        result = measuring.measure(same, POTENTIAL, PRAISE)
        alarms += alarm(result)
        broken += any(one.outcome.status == BROKEN for one in verdict.judge(result, rules)[0])
    found = {}
    for prompts in (asked, few):
        unlike = (pair_answers.answers(prompts, seed, women=0.1, men=0.5) for seed in range(60))
        results = (measuring.measure(sheet.answered(prompts, one), POTENTIAL, PRAISE) for one in unlike)
        found[len(prompts)] = sum(result.phrases[0].gap.high < 0 for result in results)
    assert alarms / 400 <= 0.05 and broken == 1
    guide = (root / "docs" / "eigene-daten.md").read_text(encoding="utf-8")
    assert f"in {alarms} von 400 Tests ein Unterschied, den es nicht gibt. In einem davon" in guide
    assert f"in {found[100]} von 60 Fällen, mit 10 Paaren in {found[20]} von 60" in guide


def test_an_assistant_that_always_says_the_same_has_no_difference():
    asked = pair_answers.prompts(pairs=40, controls=10)
    said = sheet.answered(asked, {one.id: f"{one.name} kann führen. Potenzial!" for one in asked})
    found = measuring.measure(said, POTENTIAL, PRAISE)
    assert found.phrases[0].hits == (40, 40) and found.phrases[0].apart == 0
    assert found.length.gap.value == found.length.distance == 0 and found.same_again == 10
    assert not found.praise[0].occurs
