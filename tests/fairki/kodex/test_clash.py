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


class TestFiguresByHand:
    """Towns in which only one decision rule is left, so that everything can be counted on paper."""

    @pytest.fixture
    def perfect(self):
        """60 of 100 deserve it in a, 30 of 100 in b; the score knows all of them, and the firm accepts just these."""
        groups = np.repeat(GROUPS, 100)
        deserving = np.concatenate([np.arange(100) < 60, np.arange(100) < 30]).astype(int)
        return clash.frame(deserving, groups, deserving, deserving, 0)

    @staticmethod
    def blind(given_up):
        """In a the score knows the 60 of 100 who deserve it, in b it says nothing about the 40; 60 are accepted."""
        groups = np.repeat(GROUPS, 100)
        deserving = np.concatenate([np.arange(100) < 60, np.arange(100) < 40]).astype(int)
        knows = deserving * (groups == "a")
        return clash.frame(knows, groups, deserving, knows, given_up)

    def test_quotas_are_as_far_apart_as_the_deserving(self, perfect):
        assert clash.out_of_reach(quotas(10), perfect) == pytest.approx(20)
        assert clash.out_of_reach(quotas(30), perfect) == clash.out_of_reach(chances(0), perfect) == 0
        found = clash.find(quotas(10), chances(0), perfect)
        assert found.missing == pytest.approx(20)
        assert found.nearest == (quotas(30), chances(0)) and found.alone == (False, True)
        assert clash.find(quotas(30), chances(0), perfect) is None
        one, other = (rule.kind.title for rule in (found.one, found.other))
        assert tensions.told(found) == (
            f"Die Regel „{one}“ ist hier schon allein nicht erreichbar. Es fehlen mindestens 20,0\xa0Punkte."
            f" Die nächsten Grenzen, die zusammen gehen: „{one}“ 30\xa0Punkte und „{other}“ 0\xa0Punkte."
        )

    def test_chances_are_as_far_apart_as_the_score_is_blind(self):
        firm = self.blind(0)
        assert clash.out_of_reach(chances(50), firm) == pytest.approx(50)
        assert clash.out_of_reach(quotas(50), firm) == pytest.approx(10)
        found = clash.find(quotas(50), chances(50), firm)
        assert found.missing == pytest.approx(50)
        assert found.nearest is None  # no blank of a rule takes a hundred points
        assert tensions.told(found) == (
            "Schon jede allein ist hier nicht erreichbar. Es fehlen mindestens 50,0\xa0Punkte."
        )

    def test_what_the_firm_gives_up_buys_lots_for_the_others(self):
        # 6 of 60 may go to people who do not deserve it: 10 lots in b, of which 4 hit
        assert clash.out_of_reach(chances(50), self.blind(0.1)) == pytest.approx(
            100 * (50 / 60 - 4 / 40) - 50
        )
        assert clash.out_of_reach(quotas(30), self.blind(0.1)) == pytest.approx(50 - 10 - 30)


def test_all_groups_are_compared_with_each_other():
    groups = np.repeat(np.array(["a", "b", "c"], dtype=object), 100)
    deserving = np.concatenate([np.arange(100) < n for n in (60, 50, 30)]).astype(int)
    firm = clash.frame(deserving, groups, deserving, deserving, 0)
    assert clash.out_of_reach(quotas(10), firm) == pytest.approx(20)  # a and c, not neighbours


@pytest.mark.parametrize("seed", range(3))
def test_what_all_thresholds_can_do_the_corners_can_do_and_none_of_them_is_a_mixture_of_others(seed):
    scores, _, deserving = town(seed, skill=2)
    everything = clash._thresholds(scores, deserving == 1)
    corners = clash._corners(everything)
    assert set(map(tuple, corners)) < set(map(tuple, everything))
    (x, y), (next_x, next_y) = (
        (np.roll(corners, -k, axis=0) - np.roll(corners, 1 - k, axis=0)).T for k in (0, 1)
    )
    assert (x * next_y > y * next_x).all()  # the way around turns left at each of them
    for angle in np.linspace(0, 2 * np.pi, 100):
        towards = np.array([np.cos(angle), np.sin(angle)])
        assert (corners @ towards).max() == pytest.approx((everything @ towards).max())
