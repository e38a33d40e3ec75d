"""Rules that cannot both hold: claimed only where no decision rule of the class keeps both."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fairki.kodex import Kodex, Rule, clash, patterns, tensions

GROUPS = np.array(["a", "b"], dtype=object)


def quotas(bound):
    return Rule(patterns.SELECTION_RATES, {clash.BOUND: bound})


def chances(bound):
    return Rule(patterns.EQUAL_OPPORTUNITY, {clash.BOUND: bound})


def town(seed, base=(0.7, 0.3), n=400, skill=1.0):
    """Two groups with their base rates; a score that tells deserving people apart as well as `skill` allows."""
    rng = np.random.default_rng(seed)
    groups = GROUPS[rng.integers(0, 2, n)]
    deserving = rng.random(n) < np.where(groups == "a", *base)
    scores = np.round(skill * deserving + rng.normal(size=n), 1)  # ties are part of it
    return scores, groups, deserving.astype(int)


def gaps(chance, groups, deserving):
    """Differences of rates, in points, if each person is accepted with this chance."""
    a, b = groups == "a", groups == "b"
    good = deserving == 1
    return (
        100 * abs(chance[a].mean() - chance[b].mean()),
        100 * abs(chance[a & good].mean() - chance[b & good].mean()),
    )


@st.composite
def decision_rules(draw):
    """A town, and a rule of the class: chances that never fall as the score of the same group rises."""
    scores, groups, deserving = town(
        draw(st.integers(0, 10_000)),
        (draw(st.floats(0.2, 0.8)), draw(st.floats(0.2, 0.8))),
        skill=draw(st.floats(0, 3)),
    )
    chance = np.zeros(len(scores))
    for group in GROUPS:
        here = groups == group
        steps = sorted(draw(st.lists(st.floats(-2, 4), min_size=1, max_size=4)))
        heights = sorted(draw(st.lists(st.floats(0, 1), min_size=len(steps), max_size=len(steps))))
        for step, height in zip(steps, heights, strict=True):
            chance[here & (scores >= step)] = height
    return scores, groups, deserving, chance


@given(decision_rules(), st.floats(0, 0.2))
@settings(max_examples=150)
def test_no_clash_is_claimed_that_a_feasible_decision_rule_refutes(world, given_up):
    scores, groups, deserving, chance = world
    good = deserving == 1
    assume(all(min((groups == g)[good].sum(), (groups == g)[~good].sum()) >= 30 for g in GROUPS))
    accepted = chance.sum()
    # a firm that accepts as many people as this rule, and asks for no more quality than this rule has
    firm = clash.frame(scores, groups, deserving, np.zeros(len(scores)), 0)
    firm = clash.Frame(firm.points, firm.sizes, accepted, chance[good].sum() - given_up * accepted)
    in_rates, in_chances = gaps(chance, groups, deserving)
    one, other = quotas(min(50, int(np.ceil(in_rates)))), chances(min(50, int(np.ceil(in_chances))))
    assume(in_rates <= 50 and in_chances <= 50)
    assert clash.find(one, other, firm) is None


def best_thresholds(scores, groups, deserving, decisions, given_up, bounds):
    """The smallest widening that a search over pairs of thresholds with lots finds: an independent, coarse oracle."""
    good = deserving == 1
    accepted, floor = decisions.sum(), (decisions == 1)[good].sum() - given_up * decisions.sum()
    best = np.inf
    a, b = groups == "a", groups == "b"
    for share in np.linspace(0, 1, 401):
        first = share * a.sum()
        second = accepted - first
        if not 0 <= second <= b.sum():
            continue
        chance = np.zeros(len(scores))
        for here, count in ((a, first), (b, second)):
            order = np.argsort(-scores[here], kind="stable")
            part = np.clip(count - np.arange(here.sum()), 0, 1)
            ranked = np.empty(here.sum())
            ranked[order] = part
            for value in np.unique(scores[here]):  # equal scores, equal chances
                same = scores[here] == value
                ranked[same] = ranked[same].mean()
            chance[here] = ranked
        if chance[good].sum() >= floor - 1e-9:
            found = gaps(chance, groups, deserving)
            best = min(best, max(found[0] - bounds[0], found[1] - bounds[1], 0))
    return best


@pytest.mark.parametrize("seed", range(6))
def test_what_is_missing_is_never_more_than_a_search_over_thresholds_needs(seed):
    scores, groups, deserving = town(seed, skill=2)
    decisions = (scores >= 1.2).astype(int)
    firm = clash.frame(scores, groups, deserving, decisions, 0.02)
    found = clash.find(quotas(2), chances(2), firm)
    assert found is not None
    assert found.missing <= best_thresholds(scores, groups, deserving, decisions, 0.02, (2, 2)) + 1e-6


@pytest.mark.parametrize("seed", range(6))
def test_the_nearest_bounds_go_together_and_narrower_ones_of_the_same_kind_do_not(seed):
    scores, groups, deserving = town(seed, skill=2)
    firm = clash.frame(scores, groups, deserving, (scores >= 1.2).astype(int), 0.01)
    found = clash.find(quotas(1), chances(1), firm)
    one, other = (rule.values[clash.BOUND] for rule in found.nearest)
    assert clash.find(quotas(one), chances(other), firm) is None
    assert max(one, other) - 1 == int(np.ceil(found.missing - clash.MARGIN))
    for narrower in ((one - 1, other), (one, other - 1)):
        if min(narrower) >= 1:
            assert clash.find(quotas(narrower[0]), chances(narrower[1]), firm) is not None


def test_wider_bounds_and_a_higher_price_never_make_it_worse():
    scores, groups, deserving = town(1, skill=2)
    decisions = (scores >= 1.2).astype(int)

    def missing(bound, given_up):
        found = clash.find(
            quotas(bound), chances(bound), clash.frame(scores, groups, deserving, decisions, given_up)
        )
        return found.missing if found else 0

    by_bound = [missing(bound, 0.01) for bound in range(0, 12, 2)]
    by_price = [missing(1, price) for price in (0, 0.02, 0.05, 0.1)]
    assert by_bound == sorted(by_bound, reverse=True)
    assert by_price == sorted(by_price, reverse=True)


def test_with_equal_base_rates_and_scores_nothing_clashes():
    scores, _, deserving = town(2, base=(0.5, 0.5), skill=1)
    both = np.concatenate([scores, scores])
    firm = clash.frame(
        both,
        np.repeat(GROUPS, len(scores)),
        np.concatenate([deserving, deserving]),
        (both >= 0.5).astype(int),
        0,
    )
    assert clash.find(quotas(0), chances(0), firm) is None


@pytest.mark.parametrize("pattern", [name for name in patterns.PATTERNS if name not in clash.NUMERIC])
def test_rules_that_say_nothing_about_decisions_never_clash(pattern):
    scores, groups, deserving = town(1, skill=2)
    firm = clash.frame(scores, groups, deserving, (scores >= 1.2).astype(int), 0)
    assert clash.find(Rule(pattern), quotas(0), firm) is None


def test_with_one_group_of_sufficient_size_nothing_can_be_claimed():
    scores, groups, deserving = town(1, skill=2)
    tiny = np.where((groups == "b") & (np.cumsum(groups == "b") > 20), "a", groups)
    firm = clash.frame(scores, tiny, deserving, (scores >= 1.2).astype(int), 0)
    assert list(firm.sizes) == ["a"]
    assert clash.find(quotas(0), chances(0), firm) is None


def test_a_rule_can_be_out_of_reach_without_any_other():
    scores, groups, deserving = town(1, skill=2)
    firm = clash.frame(scores, groups, deserving, (scores >= 1.2).astype(int), 0)
    missing = clash.out_of_reach(quotas(1), firm)
    assert missing > 1
    assert clash.out_of_reach(quotas(1 + int(np.ceil(missing))), firm) == 0
    assert clash.out_of_reach(Rule(patterns.APPEAL), firm) == 0
    assert clash.find(quotas(1), chances(50), firm).alone == (False, True)


def test_the_page_shows_a_field_without_clash_and_one_with_a_price():
    found = {
        (field, price): clash.find(quotas(2), chances(2), tensions.firm(field, price / 100))
        for field in tensions.EXAMPLES
        for price in (0, 1, 10)
    }
    assert not any(found["bewerbung", price] for price in (0, 1, 10))
    assert found["kredit", 0] and not found["kredit", 1]
    assert (
        found["versorgung", 0]
        and found["versorgung", 1]
        and all(found["versorgung", 1].alone)
        and not found["versorgung", 10]
    )


def test_a_kodex_is_told_which_of_its_rules_clash_where():
    told = tensions.of_kodex(Kodex(rules=(Rule(patterns.APPEAL), quotas(2), chances(2))))
    assert told and all("Regel 2 und Regel 3" in sentence for sentence in told)
    assert any("Gesundheitsprogramm" in sentence for sentence in told)
    assert tensions.of_kodex(Kodex(rules=(Rule(patterns.APPEAL), quotas(40)))) == []
