import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairki.worlds import funding
from fairki.worlds.funding import COEFFICIENTS, FEATURES, REFERENCE
from fairki.worlds.world import DIVERS, GENDERS, MAN, WOMAN


def chance(**different):
    return funding.chance(pd.DataFrame([REFERENCE | different]))[0]


@pytest.mark.parametrize(
    ("person", "published"),
    [
        ({}, 0.5250),
        ({"geschlecht": WOMAN}, 0.4900),
        ({"geschlecht": WOMAN, "betreuungspflicht": 1}, 0.4526),
        ({"altersgruppe": "ab 50"}, 0.3543),
    ],
)
def test_the_published_examples_come_out_to_four_decimals(person, published):
    assert round(chance(**person), 4) == published


def test_the_equation_is_the_published_one():
    assert [c.value for c in COEFFICIENTS] == [
        *(0.10, -0.14, -0.13, -0.70, 0.16, -0.05, 0.28, 0.01, -0.15, -0.34, -0.18, -0.83),
        *(-0.82, -0.67, 0.17, -0.74, 0.65, 1.19, 1.98, -0.80, -0.57, -0.21, -0.43),
    ]


@pytest.mark.parametrize("coefficient", COEFFICIENTS[1:], ids=lambda c: c.label)
def test_each_attribute_adds_its_coefficient_and_nothing_else(coefficient):
    person = {coefficient.column: coefficient.equals}
    base = {}
    if coefficient.only:
        person["geschlecht"] = base["geschlecht"] = coefficient.only
    odds = [p / (1 - p) for p in (chance(**person), chance(**base))]
    assert np.log(odds[0] / odds[1]) == pytest.approx(coefficient.value, abs=1e-12)


def test_care_counts_for_women_only():
    assert chance(betreuungspflicht=1) == chance()
    assert chance(geschlecht=DIVERS, betreuungspflicht=1) == chance()


def test_the_equation_knows_men_and_the_others_only_as_not_women():
    assert chance(geschlecht=DIVERS) == chance(geschlecht=MAN) > chance(geschlecht=WOMAN)


def test_coefficients_can_be_read_as_a_table():
    table = funding.coefficients()
    assert list(table.columns) == ["merkmal", "beitrag"] and len(table) == 23
    assert table["merkmal"].is_unique
    shown = table.set_index("merkmal")["beitrag"]
    assert shown["Grundwert"] == 0.10 and shown["Betreuungspflicht (zählt nur bei Frauen)"] == -0.15


def test_the_contributions_of_a_person_add_up_to_the_chance():
    table = funding.generate(n=30, seed=4)
    for _, person in table.iterrows():
        x = funding.contributions(person)["beitrag"].sum()
        assert 1 / (1 + np.exp(-x)) == pytest.approx(person["chance"], abs=5e-5)
    assert funding.contributions(pd.Series(REFERENCE))["merkmal"].tolist() == ["Grundwert"]


def test_the_equation_is_right_in_this_world():
    table = funding.generate(n=60_000, seed=1)
    for _, people in [*table.groupby("segment_a"), *table.groupby("region")]:
        assert people["arbeit_gefunden"].mean() == pytest.approx(people["chance"].mean(), abs=0.015)


def test_women_are_in_segment_a_less_often():
    rates = pd.concat([funding.generate(seed=s) for s in range(20)]).groupby("geschlecht")["segment_a"].mean()
    assert rates[MAN] - rates[WOMAN] > 0.02


@settings(max_examples=25)
@given(st.integers(1, 200), st.integers(0, 2**32))
def test_every_table_is_a_possible_one(n, seed):
    table = funding.generate(n, seed)
    assert len(table) == n and not table.isna().any(axis=None)
    assert set(table["geschlecht"]) <= set(GENDERS)
    known = {name: {value} for name, value in REFERENCE.items()}
    for c in COEFFICIENTS[1:]:
        known[c.column].add(c.equals)
    for name in FEATURES[1:]:
        assert set(table[name]) <= known[name], name
    assert table["chance"].between(0, 1).all()
    # the chance in the table is rounded: 0.66 may stand for a little less
    assert (table.loc[table["segment_a"] == 1, "chance"] >= 0.66).all()
    assert (table.loc[table["segment_a"] == 0, "chance"] <= 0.66).all()


def test_the_same_seed_gives_the_same_table_and_another_seed_another():
    pd.testing.assert_frame_equal(funding.generate(seed=5), funding.generate(seed=5))
    assert not funding.generate(seed=5).equals(funding.generate(seed=6))


def test_the_datasheet_states_what_is_in_the_table():
    table = funding.generate(seed=11)
    share = f"{100 * table.loc[table['geschlecht'] == WOMAN, 'segment_a'].mean():.1f}".replace(".", ",")
    assert f"{share}\N{NO-BREAK SPACE}% der Frauen" in funding.datasheet(table)["Bekannte Ungerechtigkeit"]
    assert "| divers | 20 |" in funding.datasheet(table)["Zusammensetzung"]
