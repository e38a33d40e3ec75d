import math

import pandas as pd
import pytest

from fairki import worlds
from fairki.errors import FairkiError
from fairki.worlds import admissions
from fairki.worlds.world import MAN, WOMAN

# Bickel, Hammel and O'Connell 1975: men admitted and rejected, women admitted and rejected
PUBLISHED = {
    "A": (512, 313, 89, 19),
    "B": (353, 207, 17, 8),
    "C": (120, 205, 202, 391),
    "D": (138, 279, 131, 244),
    "E": (53, 138, 94, 299),
    "F": (22, 351, 24, 317),
}


@pytest.fixture(scope="module")
def table():
    return worlds.load("zulassung")


@pytest.mark.parametrize("department", PUBLISHED)
def test_the_published_counts_come_out_exactly(table, department):
    people = table[table["fach"] == department]
    counts = people.groupby(["geschlecht", "zugelassen"]).size()
    found = tuple(int(counts[gender, outcome]) for gender in (MAN, WOMAN) for outcome in (1, 0))
    assert found == PUBLISHED[department]


def test_together_men_are_ahead(table):
    together = admissions.aggregate(table)
    assert {g: round(100 * rate, 1) for g, rate in together.items()} == {MAN: 44.5, WOMAN: 30.4}


def test_in_four_of_six_departments_women_are_ahead(table):
    by_department = admissions.rates(table).pivot(index="fach", columns="geschlecht", values="rate")
    ahead = by_department.index[by_department[WOMAN] > by_department[MAN]]
    assert ahead.tolist() == ["A", "B", "D", "F"]
    assert (100 * by_department[WOMAN]).round(1).tolist() == [82.4, 68.0, 34.1, 34.9, 23.9, 7.0]
    assert (100 * by_department[MAN]).round(1).tolist() == [62.1, 63.0, 36.9, 33.1, 27.7, 5.9]


def test_with_the_same_departments_women_are_ahead(table):
    same = admissions.standardised(table)
    assert {g: round(100 * rate, 1) for g, rate in same.items()} == {MAN: 38.7, WOMAN: 43.0}


def test_rates_count_every_application_once(table):
    found = admissions.rates(table)
    assert list(found.columns) == ["fach", "geschlecht", "n", "zugelassen", "rate"]
    assert len(found) == 12 and found["n"].sum() == len(table) == 4526


def test_the_seed_changes_the_order_only():
    one, other = admissions.generate(seed=1), admissions.generate(seed=2)
    assert not one.equals(other)
    columns = ["fach", "geschlecht", "zugelassen"]
    pd.testing.assert_series_equal(one.value_counts(columns), other.value_counts(columns), check_like=True)


def test_a_part_is_drawn_from_the_real_applications():
    part = admissions.generate(n=300, seed=1)
    assert part["nummer"].tolist() == list(range(1, 301))
    assert part["zugelassen"].mean() == pytest.approx(1755 / 4526, abs=0.1)


def test_there_are_no_more_applications_than_there_were():
    with pytest.raises(FairkiError, match=r"nur 4\.526 Bewerbungen"):
        admissions.generate(n=4527)


def test_a_department_without_women_is_shown_as_unknown(table):
    without = table[(table["fach"] != "B") | (table["geschlecht"] == MAN)]
    cell = admissions.rates(without).set_index(["fach", "geschlecht"]).loc[("B", WOMAN)]
    assert cell["n"] == 0 and math.isnan(cell["rate"])
    same = admissions.standardised(without)
    assert math.isnan(same[WOMAN]) and not math.isnan(same[MAN])
    assert "| B | 0 | – |" in admissions.datasheet(without)["Zusammensetzung"]


def test_the_datasheet_states_what_is_in_the_table(table):
    text = admissions.datasheet(table)["Bekannte Ungerechtigkeit"]
    for share in ("44,5", "30,4", "38,7", "43,0"):
        assert f"{share}\N{NO-BREAK SPACE}%" in text
