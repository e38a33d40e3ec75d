"""The world of crossings: each group alone looks fair, the crossing does not, and the truth is known."""

import numpy as np
import pandas as pd
import pytest
from bands import SEEDS, assert_stated, assert_usual

from fairki.worlds import crossings
from fairki.worlds.crossings import CROSSINGS, GERMAN, MEN_LOSE, NOBODY_LOSES, TURKISH, WOMEN_LOSE
from fairki.worlds.world import DIVERS, MAN, WOMAN


def figures(table):
    """Gaps in percentage points: of the genders, of the names, and of the names within each gender."""
    rate = 100 * table.groupby(["geschlecht", "name"])["eingeladen"].mean()
    by_gender = 100 * table.groupby("geschlecht")["eingeladen"].mean()
    by_name = 100 * table.groupby("name")["eingeladen"].mean()
    return {
        "gender": by_gender[MAN] - by_gender[WOMAN],
        "name": by_name[GERMAN] - by_name[TURKISH],
        "women": rate[WOMAN, GERMAN] - rate[WOMAN, TURKISH],
        "men": rate[MAN, GERMAN] - rate[MAN, TURKISH],
    }


FIRMS = pytest.mark.parametrize(
    ("penalties", "women", "men"),
    [(WOMEN_LOSE, 16.8, -16.8), (MEN_LOSE, -16.8, 16.8), (NOBODY_LOSES, 0, 0)],
    ids=["women with a Turkish name", "men with a Turkish name", "nobody"],
)


@FIRMS
def test_gender_and_name_alone_look_fair_and_the_crossing_shows_who_loses(penalties, women, men):
    found = pd.DataFrame([figures(crossings.generate(seed=seed, penalties=penalties)) for seed in SEEDS])
    assert_stated(found, {"gender": 0, "name": 0, "women": women, "men": men}, slack=0.3)
    assert found[["gender", "name"]].abs().to_numpy().max() < 4
    assert (found[["women", "men"]] - [women, men]).abs().to_numpy().max() < 5


def test_the_year_on_the_page_is_a_usual_one():
    found = pd.DataFrame([figures(crossings.generate(seed=seed)) for seed in SEEDS])
    assert_usual(pd.Series(figures(crossings.generate())), found)


@pytest.mark.parametrize("n", [100, 1000, 2000])
def test_everybody_is_equally_suitable_in_every_crossing(n):
    table = crossings.generate(n, seed=5)
    by_crossing = [
        group.sort_values().to_numpy()
        for _, group in table.groupby(crossings.crossing(table), observed=True)["eignung"]
    ]
    assert len(by_crossing) == len(CROSSINGS)
    sizes = [len(one) for one in by_crossing]
    assert max(sizes) - min(sizes) <= 1
    assert all(abs(one.mean()) < 1e-9 for one in by_crossing)
    same = [one for one in by_crossing if len(one) == sizes[0]]
    assert all(np.array_equal(one, same[0]) for one in same)


def test_the_same_people_meet_other_firms():
    firms = [crossings.generate(400, 3, penalties=one) for one in (WOMEN_LOSE, MEN_LOSE, NOBODY_LOSES)]
    people = [firm.drop(columns="eingeladen") for firm in firms]
    assert people[0].equals(people[1]) and people[0].equals(people[2])
    assert {firm["eingeladen"].sum() for firm in firms} == {120}
    assert not firms[0]["eingeladen"].equals(firms[1]["eingeladen"])
    assert crossings.generate(400, 3).equals(firms[0]) and not crossings.generate(400, 4).equals(firms[0])


@pytest.mark.parametrize(("n", "people"), [(100, 0), (500, 0), (2000, 2), (10_000, 10)])
def test_the_third_entry_is_rare_and_belongs_to_no_crossing(n, people):
    table = crossings.generate(n)
    assert len(table) == n
    third = table["geschlecht"] == DIVERS
    assert third.sum() == people
    assert crossings.crossing(table).isna().equals(third)
