"""Firms that were unfair to different people: who loses, by how much, and that all are equally suitable."""

import pandas as pd
import pytest
from bands import SEEDS, assert_stated, assert_usual

from fairki.worlds import attributes, firms
from fairki.worlds.attributes import GERMAN, MIDDLE, OLD, OTHER, SHARES, WITH, WITHOUT, YOUNG
from fairki.worlds.firms import FIRMS
from fairki.worlds.world import DIVERS, MAN, WOMAN

ALIKE = {group: 30.0 for shares in SHARES.values() for group in shares if group != DIVERS}
"""Group → percent invited where nobody loses; of *divers* there are two people, so nothing can be stated."""
STATED = {
    "altersfilter": {YOUNG: 37.0, MIDDLE: 32.1, OLD: 23.0},
    "serviceteam": {WOMAN: 38.7, MAN: 22.2},
    "testzeit": {WITH: 14.0, WITHOUT: 31.0},
    "namen": {GERMAN: 34.4, OTHER: 18.6},
    "formular": {DIVERS: 0.0},
    "offen": {},
}
"""Firm → percent invited, where it is not 30."""


def rates(firm, seed):
    """Group → percent invited."""
    table = firms.generate(seed=seed, firm=firm)
    found = {}
    for column in SHARES:
        found |= (100 * table.groupby(column)["eingeladen"].mean()).to_dict()
    return found


@pytest.fixture(scope="module")
def years():
    """Firm → the rates of twenty years."""
    return {id: pd.DataFrame([rates(firm, seed) for seed in SEEDS]) for id, firm in FIRMS.items()}


@pytest.mark.parametrize("firm", FIRMS)
def test_each_firm_invites_each_group_as_often_as_stated(firm, years):
    assert_stated(years[firm], ALIKE | STATED[firm])


@pytest.mark.parametrize("firm", FIRMS)
def test_only_the_group_that_is_said_to_lose_loses(firm, years):
    column, loses = FIRMS[firm].column, FIRMS[firm].loses
    mean = years[firm].mean()
    for other, shares in SHARES.items():
        within = mean[[group for group in shares if group in ALIKE or group == loses]]
        if other == column:
            assert within.idxmin() == loses and within.min() < 25
        else:
            assert within.max() - within.min() < 2


def test_in_every_single_year_the_group_that_loses_is_behind_by_far(years):
    for firm in ("altersfilter", "serviceteam", "testzeit", "namen"):
        column, loses = FIRMS[firm].column, FIRMS[firm].loses
        others = years[firm][[group for group in SHARES[column] if group not in (loses, DIVERS)]]
        assert (others.max(axis=1) - years[firm][loses]).min() > 8


@pytest.mark.parametrize("firm", FIRMS)
def test_the_year_on_the_page_is_a_usual_one(firm, years):
    groups = list(ALIKE)
    assert_usual(pd.Series(rates(FIRMS[firm], 2026))[groups], years[firm][groups])


def test_all_firms_get_the_same_people_who_are_equally_suitable_in_every_group():
    tables = {id: firms.generate(seed=6, firm=firm) for id, firm in FIRMS.items()}
    people = tables["offen"].drop(columns="eingeladen")
    assert all(table.drop(columns="eingeladen").equals(people) for table in tables.values())
    assert {int(table["eingeladen"].sum()) for table in tables.values()} == {600}
    for column in SHARES:
        suitable = people[people[column] != DIVERS].groupby(column)["geeignet"]
        assert (suitable.sum() - 0.3 * suitable.size()).abs().max() <= 1
        mean = people[people[column] != DIVERS].groupby(column)["eignung"].mean()
        assert mean.abs().max() < 0.03


def test_what_a_firm_counts_says_nothing_about_suitability():
    table = firms.generate(10_000, seed=2)
    assert table[["zertifikat", "testminuten"]].corrwith(table["eignung"]).abs().max() < 0.03
    assert table.groupby(attributes.AGE)["zertifikat"].mean()[OLD] < 0.3
    minutes = table.groupby(attributes.DISABILITY)["testminuten"].mean()
    assert minutes[WITH] - minutes[WITHOUT] == pytest.approx(firms.LONGER, abs=1)
