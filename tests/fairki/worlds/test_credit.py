import numpy as np
import pandas as pd
import pytest
from bands import SEEDS, assert_stated, assert_usual
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from fairki import models, worlds
from fairki.worlds import credit, draw
from fairki.worlds.credit import BREAK_EVEN, FEATURES, GROUPS, OLDER, YOUNGER
from fairki.worlds.world import DIVERS, GENDERS

GRID = np.linspace(0, 1, 401)


def thresholds(probability, table, group):
    """Everything that one threshold for ``group`` can reach: for each number of declined people the expected
    profit, the share declined, the false positive and the false negative rate."""
    here = (table["altersgruppe"] == group).to_numpy()
    risk = table["risiko"].to_numpy()[here][np.argsort(-probability[here], kind="stable")]
    declined, bad = np.arange(len(risk) + 1), np.concatenate([[0], np.cumsum(risk)])
    good, all_bad = declined - bad, risk.sum()
    profit = credit.INTEREST * (len(risk) - all_bad - good) - credit.LOSS * (all_bad - bad)
    return profit, {
        "parity": declined / len(risk),
        "equal FPR": good / (len(risk) - all_bad),
        "equal FNR": bad / all_bad,  # detected, that is 1 − FNR: rises with the number of declined, too
    }


def price(probability, table, rule):
    """What the ``rule`` costs, in percent of the best profit, and the share that it then declines, if parity."""
    both = [thresholds(probability, table, group) for group in GROUPS]
    together = sum(np.interp(GRID, rates[rule], profit) for profit, rates in both)
    best = sum(profit.max() for profit, _ in both)
    return 100 * (1 - together.max() / best), GRID[together.argmax()]


def figures(table, fresh):
    model = models.fit(table, FEATURES, table["ausgefallen"])
    probability = draw.logistic(models.score(model, fresh))
    declined = probability >= BREAK_EVEN
    found = {"AUC": 100 * roc_auc_score(fresh["ausgefallen"], probability)}
    precision = {}
    costs = {rule: price(probability, fresh, rule) for rule in ("parity", "equal FPR", "equal FNR")}
    for group in GROUPS:
        here = (fresh["altersgruppe"] == group).to_numpy()
        bad = fresh["ausgefallen"].to_numpy()[here]
        found[f"calibration {group}"] = 100 * (probability[here].mean() - bad.mean())
        found[f"PPV {group}"] = 100 * bad[declined[here]].mean()
        found[f"FPR {group}"] = 100 * declined[here][bad == 0].mean()
        found[f"FNR {group}"] = 100 * (~declined[here])[bad == 1].mean()
        under_parity = models.top_share(probability[here], costs["parity"][1]) == 1
        precision[group] = 100 * bad[under_parity].mean()
    found |= {f"price of {rule}": cost for rule, (cost, _) in costs.items()}
    return found | {"PPV gap under parity": precision[YOUNGER] - precision[OLDER]}


@pytest.fixture(scope="module")
def years():
    return pd.DataFrame(
        [figures(credit.generate(seed=s), worlds.fresh_year("kredite", s)) for s in SEEDS], index=SEEDS
    )


def test_the_stated_figures_come_out_again(years):
    assert_stated(
        years,
        {
            "AUC": 77,
            f"PPV {OLDER}": 30.5,
            f"PPV {YOUNGER}": 33.3,
            f"FPR {OLDER}": 9.7,
            f"FPR {YOUNGER}": 29.0,
            f"FNR {OLDER}": 59.3,  # with a million people; over twenty years 50 to 68
            f"FNR {YOUNGER}": 32.5,
            "price of parity": 3.5,
            "price of equal FPR": 2.5,
            "price of equal FNR": 2.5,
            "PPV gap under parity": 15,
        },
    )


def test_the_model_is_calibrated_in_both_groups(years):
    assert (years[[f"calibration {group}" for group in GROUPS]].abs() <= 1).all(axis=None)


def test_similar_precision_goes_with_very_unequal_errors(years):
    assert (years[f"FPR {YOUNGER}"] > 2 * years[f"FPR {OLDER}"]).all()
    assert (years[f"FNR {OLDER}"] > 1.3 * years[f"FNR {YOUNGER}"]).all()


def test_the_shipped_table_is_a_usual_one(years):
    assert_usual(pd.Series(figures(credit.generate(), worlds.fresh_year("kredite"))), years)


def test_the_same_seed_gives_the_same_table_and_another_seed_another():
    pd.testing.assert_frame_equal(credit.generate(seed=5), credit.generate(seed=5))
    assert not credit.generate(seed=5).equals(credit.generate(seed=6))


@pytest.mark.parametrize("seed", range(5))
def test_default_rates_are_the_stated_ones_in_every_year(seed):
    found = credit.generate(seed=seed).groupby("altersgruppe")[["ausgefallen", "risiko"]].mean()
    for column in found:
        assert found[column].to_dict() == pytest.approx(credit.DEFAULT_RATE, abs=1e-3)


def test_groups_have_their_stated_size():
    table = credit.generate()
    assert table["altersgruppe"].value_counts().to_dict() == {OLDER: 2600, YOUNGER: 1400}
    assert table["geschlecht"].value_counts()[DIVERS] == 40


@settings(max_examples=25)
@given(st.integers(1, 200), st.integers(0, 2**32))
def test_every_table_is_a_possible_one(n, seed):
    table = credit.generate(n, seed)
    assert len(table) == n and not table.isna().any(axis=None)
    assert set(table["altersgruppe"]) <= set(GROUPS) and set(table["geschlecht"]) <= set(GENDERS)
    assert table["mietanteil"].between(0, 1).all() and table["risiko"].between(0, 1).all()
    assert table["ausgefallen"].isin([0, 1]).all()
    assert (table[["einkommen", "mahnungen", "jahre_beschaeftigt", "kinder"]] >= 0).all(axis=None)


def test_columns_follow_their_parameters():
    table = credit.generate(n=40_000, seed=1)
    older, younger = (table[table["altersgruppe"] == group] for group in GROUPS)
    risk = np.log(older["risiko"] / (1 - older["risiko"]))
    assert risk.std() == pytest.approx(1.3, abs=0.02)
    assert np.log(older["einkommen"]).mean() == pytest.approx(7.9, abs=0.01)
    assert np.polyfit(risk, np.log(older["einkommen"]), 1)[0] == pytest.approx(-0.20, abs=0.01)
    assert older["mietanteil"].mean() == pytest.approx(0.33, abs=0.005)
    assert np.polyfit(risk, older["mietanteil"], 1)[0] == pytest.approx(0.05, abs=0.005)
    assert older["mahnungen"].mean() == pytest.approx(np.exp(-1.2 + (0.6 * 1.3) ** 2 / 2), abs=0.03)
    assert older["kinder"].mean() == pytest.approx(1.1, abs=0.03)
    assert younger["kinder"].mean() == pytest.approx(0.7, abs=0.03)
    ordinary = table[table["risiko"].between(0.05, 0.06)].groupby("altersgruppe")["jahre_beschaeftigt"].mean()
    assert ordinary[OLDER] - ordinary[YOUNGER] == pytest.approx(1.5, abs=0.35)


def test_gender_says_nothing():
    table = pd.concat([credit.generate(seed=s) for s in range(20)])
    assert table.groupby("geschlecht")["risiko"].mean().to_dict() == pytest.approx(
        dict.fromkeys(GENDERS, 0.128), abs=0.01
    )


def test_profit_counts_interest_and_losses_of_loans_that_were_given():
    assert credit.profit([0, 0, 1, 1], [0, 1, 0, 1]) == 600 - 2500
    assert credit.profit([0], [BREAK_EVEN]) == pytest.approx(0, abs=1e-9)
    assert credit.profit([], []) == 0


def test_the_datasheet_states_what_is_in_the_table():
    table = credit.generate(seed=11)
    sheet = credit.datasheet(table)
    share = f"{100 * table.loc[table['geschlecht'] == DIVERS, 'ausgefallen'].mean():.1f}".replace(".", ",")
    assert f"divers {share}" in sheet["Zusammensetzung"] and "40 Personen" in sheet["Zusammensetzung"]
    assert sheet != credit.datasheet(credit.generate(seed=12))
