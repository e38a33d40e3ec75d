"""The statistics behind the verdicts keep their stated error rate and agree with slower ways to compute them."""

import math

import numpy as np
import pytest

from fairki import metrics, models
from fairki.kodex import BROKEN, HELD, UNCLEAR, Rule
from fairki.kodex.evidence import CONFIDENCE, gather
from fairki.systems import catalogue
from fairki.worlds import recruiting

RATE_RULE = Rule("auswahlquoten", {"abstand": 5})
ALLOWED = 1 - CONFIDENCE


def statuses(made_up, rates, n, rule, times, seed=0):
    """Outcome of ``rule`` for ``times`` systems whose groups of ``n`` people have these true rates."""
    rng = np.random.default_rng(seed)
    groups = np.repeat([f"g{i}" for i in range(len(rates))], n)
    chance = np.repeat(rates, n)
    return [rule.check(made_up(groups, rng.random(len(groups)) < chance)).status for _ in range(times)]


class TestErrorRate:
    def test_a_gap_exactly_at_the_bound_is_called_broken_in_at_most_one_of_a_hundred_cases(self, made_up):
        found = statuses(made_up, [0.35, 0.30], 400, RATE_RULE, 1500)
        assert found.count(BROKEN) / len(found) <= ALLOWED + 0.005

    def test_comparing_many_equal_groups_does_not_add_up_to_more_false_alarms(self, made_up):
        strict = Rule("auswahlquoten", {"abstand": 0})
        found = statuses(made_up, 6 * [0.3], 200, strict, 800)
        assert found.count(BROKEN) / len(found) <= ALLOWED + 0.005

    def test_a_gap_far_beyond_the_bound_is_found(self, made_up):
        found = statuses(made_up, [0.45, 0.30], 900, RATE_RULE, 200)
        assert found.count(BROKEN) / len(found) >= 0.95

    def test_large_equal_groups_are_cleared(self, made_up):
        found = statuses(made_up, [0.3, 0.3], 2000, RATE_RULE, 200)
        assert found.count(HELD) / len(found) >= 0.95

    def test_a_gap_inside_the_noise_gets_no_verdict(self, made_up):
        groups = np.repeat(["a", "b"], 100)
        decisions = np.concatenate([np.arange(100) < 40, np.arange(100) < 30])
        outcome = RATE_RULE.check(made_up(groups, decisions))
        assert outcome.status == UNCLEAR and "kann Zufall sein" in outcome.why
        assert outcome.figure == pytest.approx(10) and outcome.low == 0

    def test_equal_scores_that_mean_the_same_are_rarely_called_unequal(self, made_up):
        rng, found = np.random.default_rng(1), []
        groups = np.repeat(["a", "b"], [1000, 300])
        for _ in range(400):
            scores = rng.normal(size=1300)
            truth = (rng.random(1300) < 1 / (1 + np.exp(-scores))).astype(int)
            rule = Rule("gleicher_punktwert", {"abweichung": 0})
            found.append(rule.check(made_up(groups, scores > 1, scores=scores, truth=truth)).status)
        assert found.count(BROKEN) / len(found) <= ALLOWED + 0.01


class TestSmallGroups:
    @pytest.mark.parametrize("n", [1, 10, metrics.MINIMUM - 1])
    def test_a_group_below_the_minimum_is_named_but_never_judged(self, made_up, n):
        groups = np.repeat(["a", "b", "c"], [500, 500, n])
        decisions = np.concatenate([np.tile([1, 0], 500), np.zeros(n)]).astype(int)
        outcome = Rule("auswahlquoten", {"abstand": 10}).check(made_up(groups, decisions))
        assert outcome.status == HELD and "„c“" in outcome.why

    def test_with_one_large_group_only_nothing_can_be_compared(self, made_up):
        groups = np.repeat(["a", "b"], [500, 29])
        one = made_up(groups, np.ones(529, dtype=int), scores=np.arange(529.0), truth=np.ones(529, dtype=int))
        for pattern in ("auswahlquoten", "chancengleichheit", "gleicher_punktwert", "verbotenes_merkmal"):
            assert Rule(pattern).check(one).status == UNCLEAR

    def test_the_minimum_counts_among_the_deserving_only(self, made_up):
        groups, truth = np.repeat(["a", "b"], 500), np.zeros(1000, dtype=int)
        truth[:400] = truth[500:520] = 1
        one = made_up(groups, truth, truth=truth)
        assert Rule("chancengleichheit").check(one).status == UNCLEAR
        assert Rule("auswahlquoten").check(one).status == BROKEN


class TestFigures:
    def test_the_gap_is_the_one_of_the_metrics(self, made_up):
        table = recruiting.generate(seed=3)
        found = made_up(table["geschlecht"], table["eingeladen"]).rates
        expected = metrics.gap(table["eingeladen"], table["geschlecht"])
        assert found.value == pytest.approx(expected.value)
        assert (found.better, found.worse) == ("männlich", "weiblich")
        # 99 % is wider than the 95 % of the metrics
        assert found.low < expected.low < expected.value < expected.high < found.high

    @pytest.mark.parametrize("columns", [recruiting.QUALIFICATIONS, models.WITHOUT_GENDER, ("studienfach",)])
    def test_stand_ins_are_as_telling_as_logistic_regression_finds_them(self, made_up, columns):
        table = recruiting.generate(seed=4)
        one = made_up(table["geschlecht"], table["eingeladen"], columns={c: table[c] for c in columns})
        expected = metrics.proxy_auc(table, columns)
        assert one.stand_ins.value == pytest.approx(expected, abs=0.02)
        assert one.stand_ins.low < expected < one.stand_ins.high

    def test_meaning_gives_back_the_ratio_that_was_put_in(self, made_up):
        rng = np.random.default_rng(5)
        groups, scores = np.repeat(["a", "b"], [4000, 1000]), rng.normal(size=5000)
        need = np.exp(0.5 * scores) * np.where(groups == "b", 1.5, 1) * rng.gamma(4, 0.25, 5000)
        found = made_up(groups, scores > 1, scores=scores, truth=scores > 1, need=need).meaning
        assert found.value == pytest.approx(0.5, abs=0.08) and found.worse == "b"
        assert found.low < 0.5 < found.high

    def test_evidence_is_counted_once(self):
        one = gather(catalogue()[0])
        assert one.rates is one.rates and one.meaning is one.meaning and one.stand_ins is one.stand_ins


class TestStandIns:
    GROUPS = np.repeat(["a", "b"], [300, 100])

    def told_apart(self, made_up, **columns):
        return made_up(self.GROUPS, np.tile([1, 0], 200), columns=columns).stand_ins

    def test_what_is_the_same_for_all_is_as_good_as_a_coin(self, made_up):
        found = self.told_apart(made_up, gleich=np.full(400, 3.0))
        assert found.value == 0.5
        # without any information the interval is that of the Mann-Whitney test (1947)
        half = 2.5758 * math.sqrt((300 + 100 + 1) / (12 * 300 * 100))
        assert (found.low, found.high) == pytest.approx((0.5 - half, 0.5 + half), abs=1e-5)

    def test_what_names_the_group_tells_all_apart(self, made_up):
        for column in ((self.GROUPS == "b").astype(float), np.where(self.GROUPS == "b", "ja", "nein")):
            found = self.told_apart(made_up, verrat=column)
            assert (found.value, found.low, found.high) == pytest.approx((1, 1, 1))
            assert (found.better, found.worse, found.n_worse) == ("a", "b", 100)

    def test_the_interval_is_the_one_of_hanley_and_mcneil_with_the_smaller_group_as_the_cases(self, made_up):
        hint = np.concatenate([np.arange(300) % 10, 5 + np.arange(100) % 10]).astype(float)
        found = self.told_apart(made_up, hinweis=hint)
        area, cases, others = found.value, 100, 300
        assert 0.8 < area < 0.95
        both_cases, both_others = area / (2 - area), 2 * area**2 / (1 + area)
        variance = (
            area * (1 - area) + (cases - 1) * (both_cases - area**2) + (others - 1) * (both_others - area**2)
        ) / (cases * others)
        half = 2.5758 * math.sqrt(variance)
        assert (found.low, found.high) == pytest.approx((area - half, min(1, area + half)), abs=1e-5)


def test_the_larger_group_is_named_if_its_people_need_more_at_equal_scores(made_up):
    groups, scores = np.repeat(["a", "b"], [600, 300]), np.tile(np.arange(300.0), 3)
    need = np.where(groups == "a", 3.0, 2.0)
    found = made_up(groups, scores > 200, scores=scores, truth=scores > 200, need=need).meaning
    assert (found.worse, found.better, found.n_worse) == ("a", "b", 600)
    assert found.value == pytest.approx(0.5)


def test_chances_are_the_rates_among_those_whom_the_decision_is_for(made_up):
    groups = np.repeat(["a", "b"], 200)
    truth = np.tile([1, 0], 200)
    decisions = np.where(groups == "a", truth, np.tile([1, 1, 0, 0], 100))  # in b every second of them
    found = made_up(groups, decisions, truth=truth).chances
    assert (found.rate_better, found.rate_worse, found.n_worse) == (1.0, 0.5, 100)
    assert (found.better, found.worse, found.value) == ("a", "b", 0.5)
    assert made_up(groups, decisions).chances is None
