import warnings
from collections import Counter

import numpy as np
import pandas as pd
import pytest

from fairki.errors import BadAnswerError
from fairki.governance import operation
from fairki.governance.operation import KINDS, MEASURES, Plan, Year, score, watch, year
from fairki.worlds import recruiting

LIMITS = {"abstand": 10, "pool": 10, "fehlend": 10}
SENSIBLE = Plan(2, LIMITS, months=2)
FAULTS = [kind for kind in KINDS if KINDS[kind].fault]


@pytest.fixture(scope="module")
def many():
    """400 years: 100 each without a change, with a new channel, a changed form and a season."""
    return operation.years(400, seed=11)


def of_kind(years, kind):
    return [each for each in years if each.kind == kind]


def shares(years, months):
    """Pool share, rates and missing values of these months, over all years together."""
    table = pd.concat([each.table for each in years])
    table = table[table["monat"].isin(months)].sum()
    return {
        "pool": table["frauen"] / table["bewerbungen"],
        "women": table["eingeladen_frauen"] / table["frauen"],
        "men": table["eingeladen_maenner"] / table["maenner"],
        "missing": table["fehlend"] / table["bewerbungen"],
        "monthly": table["bewerbungen"] / len(years) / len(months),
    }


def by_hand(**columns):
    """A year without a fault whose table is written down; what is not given is 100 people, 30 of them invited."""
    usual = {"frauen": 45, "maenner": 54, "divers": 1, "eingeladen_frauen": 15, "eingeladen_maenner": 18}
    table = pd.DataFrame({"monat": range(1, 13)} | {name: [n] * 12 for name, n in usual.items()} | columns)
    table["bewerbungen"] = table[["frauen", "maenner", "divers"]].sum(axis=1)
    table = table.assign(eingeladen_divers=0, fehlend=columns.get("fehlend", 0))
    return Year(0, None, None, table[list(operation.COLUMNS)])


def test_the_same_arguments_give_the_same_year():
    pd.testing.assert_frame_equal(year(4, "kanal", 5).table, year(4, "kanal", 5).table)
    assert not year(4, "kanal", 5).table.equals(year(5, "kanal", 5).table)


def test_until_something_changes_a_year_is_like_one_without_a_change():
    for kind in KINDS:
        before = year(8, kind, 6).table.head(5)
        pd.testing.assert_frame_equal(before, year(8).table.head(5))


def test_a_year_without_a_change_is_fair_and_keeps_its_pool(many):
    found = shares(of_kind(many, None), range(1, 13))
    assert found["pool"] == pytest.approx(0.45, abs=0.01)
    assert found["men"] - found["women"] == pytest.approx(0, abs=0.015)
    assert found["men"] == pytest.approx(0.30, abs=0.02)
    assert found["missing"] == pytest.approx(operation.USUAL_MISSING, abs=0.005)
    assert found["monthly"] == pytest.approx(operation.APPLICATIONS, rel=0.01)


def test_every_month_counts_people_who_add_up(many):
    for each in many[:40]:
        table = each.table
        assert list(table["monat"]) == list(range(1, 13))
        assert (table["frauen"] + table["maenner"] + table["divers"] == table["bewerbungen"]).all()
        for group in ("frauen", "maenner", "divers"):
            assert table[f"eingeladen_{group}"].between(0, table[group]).all()
        assert table["fehlend"].between(0, table["bewerbungen"]).all()


def test_a_new_channel_keeps_women_away_but_treats_those_who_apply_alike():
    found = shares([year(seed, "kanal", 4) for seed in range(60)], range(4, 13))
    assert found["pool"] == pytest.approx(operation.CHANNEL_POOL, abs=0.01)
    assert found["men"] - found["women"] == pytest.approx(0, abs=0.02)


def test_a_changed_form_opens_a_gap_and_only_sometimes_leaves_values_out():
    years = [year(seed, "formular", 4) for seed in range(80)]
    left_out = [shares([each], range(4, 13))["missing"] > 0.2 for each in years]
    assert 20 < sum(left_out) < 60
    for which in (True, False):
        found = shares([e for e, empty in zip(years, left_out, strict=True) if empty == which], range(4, 13))
        assert 0.10 < found["men"] - found["women"] < 0.20
        assert found["pool"] == pytest.approx(0.45, abs=0.01)
        assert (found["missing"] > 0.4) == which


def test_a_season_comes_goes_and_harms_nobody():
    years = [year(seed, "saison", 5) for seed in range(60)]
    during, after = shares(years, range(5, 8)), shares(years, range(8, 13))
    assert during["pool"] == pytest.approx(operation.SEASON_POOL, abs=0.01)
    assert during["monthly"] > 1.4 * after["monthly"]
    assert during["men"] - during["women"] == pytest.approx(0, abs=0.02)
    assert after["pool"] == pytest.approx(0.45, abs=0.01)
    assert years[0].fault_since is None


@pytest.mark.parametrize("kind", FAULTS)
def test_a_fault_harms_people_from_its_first_month_on(kind):
    years = [year(seed, kind, 5) for seed in range(20)]
    for each in years:
        assert len(each.harmed) == operation.MONTHS and each.harmed[:4] == ((0, 0, 0),) * 4
        for (women, men, divers), row in zip(each.harmed, each.table.itertuples(), strict=True):
            assert women <= row.bewerbungen and men <= row.maenner - row.eingeladen_maenner
            assert divers <= row.divers - row.eingeladen_divers
    women, men, _ = np.mean([np.mean(each.harmed[4:], axis=0) for each in years], axis=0)
    assert women > men >= 0
    if kind == "kanal":  # the women who are missing: the difference of the pools
        lost = recruiting.SHARE_WOMEN - operation.CHANNEL_POOL
        assert women == pytest.approx(lost * operation.APPLICATIONS, rel=0.05) and men == 0


def test_neither_a_quiet_year_nor_a_season_harms_anybody():
    for each in [year(seed) for seed in range(20)] + [year(seed, "saison", 4) for seed in range(20)]:
        assert each.harmed == ((0, 0, 0),) * operation.MONTHS


def test_over_twenty_seeds_looking_more_often_costs_hours_and_spares_people():
    for seed in range(20):
        over = operation.years(40, seed)
        often, seldom = (score(Plan(months, LIMITS, months=months), over) for months in (2, 6))
        assert often.hours > seldom.hours + 7 and often.delay < seldom.delay - 2
        assert often.harmed < 0.6 * seldom.harmed


def test_hours_are_those_of_looks_and_of_false_alarms():
    found = operation.Result(faults=0, found=0, delay=np.nan, false_alarms=1.5, looks=4)
    assert found.hours == 4 * operation.HOURS_TO_LOOK + 1.5 * operation.HOURS_TO_FOLLOW


def test_the_harmed_are_counted_until_the_alarm_and_for_a_year_if_there_is_none():
    table = by_hand(fehlend=[0, 0, 0, 0, 0, 0, 50, 50, 0, 0, 0, 0]).table
    harmed = ((0, 0, 0),) * 5 + ((3, 1, 0),) * 7
    plan = Plan(1, {"fehlend": 10})
    assert score(plan, [Year(0, "kanal", 6, table, harmed)]).harmed == 8
    assert score(Plan(12, {}), [Year(0, "kanal", 6, table, harmed)]).harmed == 4 * operation.FOUND_BY_AUDIT
    assert np.isnan(score(plan, [year(1)]).harmed)


def test_a_year_is_over_at_the_first_alarm_while_there_is_a_fault():
    table = by_hand(fehlend=[0, 50, 0, 0, 0, 0, 50, 50, 0, 0, 0, 0]).table
    plan = Plan(1, {"fehlend": 10})
    assert operation.until(plan, Year(0, "kanal", 6, table)) == (7, True)
    assert operation.until(plan, Year(0, "kanal", 9, table)) == (12, False)
    assert operation.until(plan, Year(0, "saison", 6, table)) == (12, False)


def test_each_value_lies_within_its_interval_which_is_wide_for_few_people():
    one, three = (operation.spans(Plan(n, dict.fromkeys(MEASURES, 40), months=n), year(3)) for n in (1, 3))
    assert set(one) == {"abstand", "pool", "fehlend"}
    for name, spans in one.items():
        assert all(low <= value <= high for value, low, high in spans)
        assert len(spans) == 12 and len(three[name]) == 4
    width = [np.mean([high - low for _, low, high in found["abstand"]]) for found in (one, three)]
    assert 20 < width[0] < 40 and width[1] < width[0] / 1.5
    assert np.isnan(operation.spans(Plan(1, {"abstand": 5}, minimum=1000), year(3))["abstand"]).all()


def test_over_twenty_seeds_the_interval_of_the_gap_holds_the_truth_of_a_fair_year_as_often_as_it_says():
    spans = [
        span for seed in range(20) for span in operation.spans(Plan(1, {"abstand": 5}), year(seed))["abstand"]
    ]
    assert np.mean([low <= 0 <= high for _, low, high in spans]) == pytest.approx(0.95, abs=0.03)


def test_all_kinds_and_months_occur(many):
    assert Counter(each.kind for each in many) == dict.fromkeys((None, *operation.USUAL_KINDS), 100)
    months = {each.month for each in many if each.kind}
    assert months == set(range(operation.FIRST_CHANGE, operation.LAST_CHANGE + 1))
    assert operation.years(4, seed=3)[1].table.equals(operation.years(4, seed=3)[1].table)


def test_tighter_limits_find_faults_earlier_and_cry_wolf_more_often(many):
    results = [score(Plan(1, dict.fromkeys(LIMITS, limit)), many) for limit in (4, 7, 10, 14, 18, 24)]
    delays, alarms = [r.delay for r in results], [r.false_alarms for r in results]
    assert delays == sorted(delays) and alarms == sorted(alarms, reverse=True)
    assert delays[-1] > delays[0] + 3 and alarms[0] > alarms[-1] + 6


def test_longer_intervals_are_later_and_quieter(many):
    results = [score(Plan(interval, LIMITS, months=interval), many) for interval in (1, 2, 3, 6, 12)]
    delays, alarms = [r.delay for r in results], [r.false_alarms for r in results]
    assert delays == sorted(delays) and alarms == sorted(alarms, reverse=True)
    assert [r.looks for r in results] == [12, 6, 4, 2, 1]


def test_counting_months_together_calms_small_months(many):
    one, three = (score(Plan(1, LIMITS, months=months), many) for months in (1, 3))
    assert three.false_alarms < one.false_alarms / 2
    assert one.delay < three.delay < one.delay + 1.5


def test_a_sensible_plan_is_early_and_quiet(many):
    found = score(SENSIBLE, many)
    assert found.delay < 3 and found.share_found > 0.95 and found.false_alarms < 0.6


def test_lazy_extremes_are_visibly_bad(many):
    always = score(Plan(1, dict.fromkeys(LIMITS, 1)), many)
    never = score(Plan(12, {"abstand": 60, "pool": 45, "fehlend": 90}), many)
    nothing = score(Plan(1, {}), many)
    assert always.false_alarms > 10
    for blind in (never, nothing):
        assert (blind.delay, blind.found, blind.false_alarms) == (operation.FOUND_BY_AUDIT, 0, 0)


def test_no_single_measure_sees_every_fault(many):
    for name in ("abstand", "pool", "fehlend"):
        assert score(Plan(2, {name: 10}, months=2), many).share_found < 0.75


def test_a_season_sets_off_a_tight_pool_limit(many):
    tight, wide = (Plan(1, {"pool": limit}) for limit in (5, 14))
    seasons, quiet = of_kind(many, "saison"), of_kind(many, None)
    assert score(tight, seasons).false_alarms > score(tight, quiet).false_alarms + 1
    assert score(wide, seasons).false_alarms < 0.5


def test_groups_below_the_minimum_raise_no_alarm(many):
    blind = score(Plan(1, {"abstand": 5, "verhaeltnis": 90}, minimum=150), many)
    assert blind.false_alarms < 0.1 and blind.found < 5  # a season may fill a month
    seeing = score(Plan(1, {"abstand": 5, "verhaeltnis": 90}, months=3, minimum=150), many)
    assert seeing.found > 150


@pytest.mark.parametrize(
    ("limits", "columns", "alarms"),
    [
        ({"abstand": 10}, {"eingeladen_frauen": [15] * 6 + [5] * 6}, [7, 8, 9, 10, 11, 12]),
        ({"abstand": 10}, {"eingeladen_maenner": [18] * 11 + [0]}, [12]),
        ({"verhaeltnis": 80}, {"eingeladen_frauen": [15, 15, 11] + [15] * 9}, [3]),
        ({"pool": 10}, {"frauen": [45] * 4 + [90, 20] + [45] * 6}, [5, 6]),
        ({"fehlend": 10}, {"fehlend": [10] * 3 + [11] + [0] * 8}, [4]),
    ],
)
def test_an_alarm_is_raised_beyond_the_limit_and_nowhere_else(limits, columns, alarms):
    assert watch(Plan(1, limits), by_hand(**columns)) == alarms


def test_a_look_counts_the_months_up_to_it():
    quarter = by_hand(fehlend=[0, 0, 60] + [0] * 9)
    seen = operation.looks(Plan(3, {"fehlend": 10}, months=3), quarter)
    assert list(seen["monat"]) == [3, 6, 9, 12] and list(seen["seit"]) == [1, 4, 7, 10]
    assert seen["fehlend"].tolist() == [20, 0, 0, 0]
    assert seen["alarm"].tolist() == ["Fehlende Angaben", "", "", ""]
    assert watch(Plan(3, {"fehlend": 10}, months=3), quarter) == [3]
    assert watch(Plan(5, {"fehlend": 10}), quarter) == []
    early = operation.looks(Plan(1, {"fehlend": 10}, months=4), quarter)
    assert list(early["seit"]) == [1, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_empty_groups_and_months_say_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        nobody = dict.fromkeys(("frauen", "maenner", "divers", "eingeladen_frauen", "eingeladen_maenner"), 0)
        seen = operation.looks(Plan(1, {name: m.low for name, m in MEASURES.items()}), by_hand(**nobody))
    assert seen[list(MEASURES)].isna().all(axis=None)
    assert (seen["alarm"] == "").all()


def test_the_score_counts_months_until_the_alarm_and_alarms_before_the_fault():
    table = by_hand(fehlend=[0, 50, 0, 0, 0, 0, 50, 50, 0, 0, 0, 0]).table
    plan = Plan(1, {"fehlend": 10})
    found = score(plan, [Year(0, "kanal", 6, table), Year(0, "kanal", 9, table), Year(0, "saison", 7, table)])
    assert (found.faults, found.found) == (2, 1)
    assert found.delay == np.mean([2, operation.FOUND_BY_AUDIT])
    assert found.false_alarms == pytest.approx(12 * (1 + 3 + 3) / (5 + 8 + 12))
    assert found.share_found == 0.5


def test_years_without_a_fault_have_no_delay():
    found = score(SENSIBLE, [year(1), year(2, "saison", 4)])
    assert np.isnan(found.delay) and np.isnan(found.share_found) and found.false_alarms == 0
    assert np.isnan(score(SENSIBLE, [year(1, "kanal", 1)]).false_alarms)


@pytest.mark.parametrize(
    "wrong",
    [
        {"interval": 0},
        {"interval": 13},
        {"interval": 1.5},
        {"months": 0},
        {"minimum": 0},
        {"limits": {"wetter": 3}},
        {"limits": {"abstand": 0.5}},
        {"limits": {"pool": float("nan")}},
        {"limits": {"fehlend": "viel"}},
    ],
)
def test_an_impossible_plan_is_refused_in_german(wrong):
    with pytest.raises(BadAnswerError, match=r"Möglich ist|Wählen Sie"):
        Plan(**{"interval": 1, "limits": LIMITS, **wrong})


@pytest.mark.parametrize("change", [("wetter", 3), ("kanal", None), (None, 3), ("kanal", 0), ("saison", 13)])
def test_an_impossible_year_is_refused_in_german(change):
    with pytest.raises(BadAnswerError, match="Möglich ist"):
        year(0, *change)
