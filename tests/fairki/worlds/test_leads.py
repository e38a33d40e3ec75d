import numpy as np
import pandas as pd
import pytest
from bands import SEEDS, assert_stated, assert_usual
from hypothesis import given, settings
from hypothesis import strategies as st

from fairki import models, worlds
from fairki.worlds import draw, leads
from fairki.worlds.leads import BEHAVIOUR, FEATURES, GERMAN, GROUPS, OTHER, STAND_INS

WITHOUT_NAME = [*BEHAVIOUR, *STAND_INS]


def gap(values, table):
    means = pd.Series(np.asarray(values)).groupby(table["kontaktname"].to_numpy()).mean()
    return 100 * (means[GERMAN] - means[OTHER])


def figures(table, fresh):
    """What the course states about a history and the fresh year that is judged, in percent."""
    found = {
        "true gap": gap(table["wuerde_kaufen"], table),
        "label gap": gap(table["abschluss"], table),
    }
    contacted = table[table["kontaktiert"] == 1]
    for name, rows, columns in (
        ("all", table, FEATURES),
        ("without the name", table, WITHOUT_NAME),
        ("behaviour", table, BEHAVIOUR),
        ("contacted", contacted, WITHOUT_NAME),
    ):
        model = models.fit(rows, columns, rows["abschluss"])
        scores = models.score(model, fresh)
        top = fresh[models.top_share(scores, 0.2) == 1]
        found[f"{name}: gap"] = gap(draw.logistic(models.score(model, table)), table)
        found[f"{name}: other names"] = 100 * (top["kontaktname"] == OTHER).mean()
        found[f"{name}: hits"] = 100 * top["wuerde_kaufen"].mean()
    found["stays"] = 100 * found["without the name: gap"] / found["label gap"]
    return found


@pytest.fixture(scope="module")
def years():
    return pd.DataFrame(
        [figures(leads.generate(seed=s), worlds.fresh_year("leads", s)) for s in SEEDS], index=SEEDS
    )


def test_the_stated_figures_come_out_again(years):
    assert_stated(
        years,
        {
            "true gap": 0,
            "label gap": 16.4,
            "without the name: gap": 15.2,
            "stays": 93,
            "without the name: other names": 9.4,
            "without the name: hits": 65.1,
            "behaviour: other names": 34.6,
            "behaviour: hits": 68.6,
            "contacted: gap": 0,
            "contacted: hits": 68.2,
        },
    )


def test_fairness_pays_here(years):
    assert (years["behaviour: hits"] - years["without the name: hits"]).mean() > 2


def test_the_shipped_table_is_a_usual_one(years):
    assert_usual(pd.Series(figures(leads.generate(), worlds.fresh_year("leads"))), years)


def test_the_same_seed_gives_the_same_table_and_another_seed_another():
    pd.testing.assert_frame_equal(leads.generate(seed=5), leads.generate(seed=5))
    assert not leads.generate(seed=5).equals(leads.generate(seed=6))


@pytest.mark.parametrize("seed", range(5))
def test_both_groups_are_equally_interested_in_every_year(seed):
    table = leads.generate(seed=seed)
    assert table["kontaktname"].value_counts().to_dict() == {GERMAN: 1300, OTHER: 700}
    assert abs(gap(table["wuerde_kaufen"], table)) < 0.25


@settings(max_examples=25)
@given(st.integers(1, 200), st.integers(0, 2**32))
def test_every_year_is_a_possible_one(n, seed):
    table = leads.generate(n, seed)
    assert len(table) == n and not table.isna().any(axis=None)
    assert set(table["kontaktname"]) <= set(GROUPS) and set(table["gebiet"]) <= {"Nord", "Süd"}
    assert (table["aktivitaet"] >= 0).all()
    for column in ("newsletter", "englisch", "abends", "kontaktiert", "wuerde_kaufen", "abschluss"):
        assert table[column].isin([0, 1]).all()
    assert (table["abschluss"] <= table["wuerde_kaufen"]).all()


def test_what_goes_along_with_the_name_follows_its_parameters():
    table = leads.generate(n=40_000, seed=1)
    north = (table["gebiet"] == "Nord").groupby(table["kontaktname"]).mean()
    assert north.to_dict() == pytest.approx(leads.NORTH_PROBABILITY, abs=0.015)
    shares = table.groupby("kontaktname")[["englisch", "abends"]].mean()
    assert shares["englisch"].to_dict() == pytest.approx(leads.ENGLISH_PROBABILITY, abs=0.015)
    assert shares["abends"].to_dict() == pytest.approx(leads.EVENING_PROBABILITY, abs=0.015)
    assert table["firmengroesse"].mean() == pytest.approx(3, abs=0.02)
    assert table["firmengroesse"].std() == pytest.approx(np.hypot(0.5, 0.7), abs=0.02)
    assert np.expm1(table["aktivitaet"]).mean() == pytest.approx(np.exp(1.2 + 0.35**2 / 2), abs=0.05)
    for column in ("englisch", "abends"):
        for _, people in table.groupby("kontaktname"):
            assert abs(people[column].corr(people["wuerde_kaufen"])) < 0.03


def test_sales_took_off_what_the_parameters_say():
    people = pd.DataFrame(
        {
            "kontaktname": [GERMAN, OTHER, OTHER, GERMAN],
            "gebiet": ["Süd", "Süd", "Nord", "Nord"],
            "englisch": [0, 0, 1, 1],
            "abends": [0, 0, 1, 0],
        }
    )
    assert leads.contact_probability(people) == pytest.approx([0.90, 0.82, 0.22, 0.40])


def test_hardly_anybody_buys_without_being_contacted():
    table = leads.generate(n=40_000, seed=2)
    alone = table[(table["kontaktiert"] == 0) & (table["wuerde_kaufen"] == 1)]
    assert alone["abschluss"].mean() == pytest.approx(0.05, abs=0.01)
    asked = table[table["kontaktiert"] == 1]
    assert (asked["abschluss"] == asked["wuerde_kaufen"]).all()


def test_the_datasheet_states_what_is_in_the_table():
    table = leads.generate(seed=11)
    shown = f"{gap(table['abschluss'], table):.1f}".replace(".", ",")
    assert f"{shown}\N{NO-BREAK SPACE}Punkte höher" in leads.datasheet(table)["Bekannte Ungerechtigkeit"]
    assert leads.datasheet(table) != leads.datasheet(leads.generate(seed=12))
