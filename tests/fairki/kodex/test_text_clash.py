"""The name alone and the outcome: where both rules together are too much for a model that learns from old texts."""

from unittest.mock import patch

import numpy as np
import pytest

from fairki.kodex import Kodex, Rule, patterns, tensions, text_clash
from fairki.texts import corpus, probe, remedies, text_systems
from fairki.texts.language_model import train


def swap(points: int, outlook: str = "potenzial") -> Rule:
    return Rule(patterns.NAME_SWAP, {"abstand": points, "wendung": outlook})


def outcome(points: int, outlook: str = "potenzial") -> Rule:
    return Rule(patterns.EQUAL_OUTCOME, {"abstand": points, "wendung": outlook})


@pytest.fixture(scope="module")
def trained():
    """Both effects (swap, outcome) of models that were really trained, where the weights come close to the bounds."""
    seed = text_systems.SEED
    texts = corpus.human_texts(seed)
    weights = remedies.weights(texts)
    models = [train(texts, weights=weights**strength) for strength in np.linspace(0.5, 1, 11)]
    return [(probe.swap_effect(model, seed), probe.expected(model, seed).gap) for model in models]


def most_missed(effects: tuple[float, float], bounds: tuple[int, int]) -> float:
    return max(abs(effect) - bound for effect, bound in zip(effects, bounds, strict=True))


@pytest.mark.parametrize("bounds", [(0, 0), (0, 3), (3, 0), (2, 3), (3, 3)])
def test_no_trained_model_keeps_two_rules_that_are_said_to_clash(bounds, trained):
    found = text_clash.find(swap(bounds[0]), outcome(bounds[1]))
    nearest = min(most_missed(effects, bounds) for effects in trained)
    assert 0 < found.missing - text_clash.MARGIN < nearest
    assert found.missing <= nearest + text_clash.MARGIN


@pytest.mark.parametrize("bounds", [(0, 0), (2, 3), (3, 3)])
def test_the_nearest_bounds_can_be_kept_and_are_not_narrower(bounds, trained):
    wider = text_clash.find(swap(bounds[0]), outcome(bounds[1])).nearest
    assert all(new >= old for new, old in zip(wider, bounds, strict=True)) and wider != bounds
    assert min(most_missed(effects, wider) for effects in trained) <= text_clash.MARGIN
    assert text_clash.find(swap(wider[0]), outcome(wider[1])) is None


def test_what_weights_do_to_the_name_is_what_the_specification_says():
    found = text_clash.find(swap(3), outcome(3))
    assert 0.2 - 0.5 <= found.equal.outcome <= 1.9 + 0.5  # 1.0 ± 0.5 over twenty seeds
    assert -8.9 - 1.4 <= found.equal.swap <= -3.5 + 1.4  # -6.9 ± 1.2
    assert abs(found.nameless.swap) < 0.1 and found.nameless.outcome > 3 + text_clash.MARGIN
    assert abs(found.struck.swap) < 0.5 and abs(found.struck.outcome) < 0.5, "the way out keeps both rules"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (swap(5), outcome(5)),
        (swap(3), outcome(10)),
        (swap(10), outcome(3)),
        (swap(3, "fortbildung"), outcome(3, "fortbildung")),
        (swap(3), outcome(3, "verlass")),
        (swap(3), swap(3)),
        (outcome(3), swap(3)),
        (swap(3), Rule(patterns.SELECTION_RATES, {"abstand": 0})),
    ],
    ids=str,
)
def test_where_both_can_hold_or_nothing_is_known_no_clash_is_claimed(one, other):
    assert text_clash.find(one, other) is None


def test_a_kodex_with_both_rules_is_told_which_by_how_much_and_the_way_out():
    rules = (outcome(3), Rule(patterns.NOTICE), swap(3), outcome(12))
    found = text_clash.find(swap(3), outcome(3))
    (said,) = tensions.of_kodex(Kodex(rules=rules))
    assert said == "Regel 3 und Regel 1 im Beispiel „Beurteilungen“: " + tensions.told_of_texts(found)
    for figure in (found.missing, found.equal.outcome, -found.equal.swap, found.nameless.outcome):
        assert f"{figure:.1f}".replace(".", ",") in said
    assert "in die andere Richtung" in said
    assert "Anrede, Vorname, Bereich, Aufgabe und Arbeitszeit aus den Texten streichen" in said
    assert "„Namenstausch“ 3\xa0Punkte und „Gleiche Beurteilung, gleicher Ausblick“ " in said


@pytest.mark.parametrize("rules", [(swap(0),), (outcome(0), Rule(patterns.NOTICE)), ()])
def test_nothing_is_computed_for_a_kodex_without_both_rules(rules):
    with patch.object(text_clash, "_way", side_effect=AssertionError("computed")):
        assert tensions.of_kodex(Kodex(rules=rules)) == []
