import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairki.worlds import recruiting
from fairki.worlds.recruiting import DIVERS, GENDERS, MAN, WOMAN


@pytest.fixture(scope="module")
def many():
    """Forty thousand people: enough to see each parameter."""
    return recruiting.generate(n=40_000, seed=1)


def test_the_same_seed_gives_the_same_table_and_another_seed_another():
    pd.testing.assert_frame_equal(recruiting.generate(seed=5), recruiting.generate(seed=5))
    assert not recruiting.generate(seed=5).equals(recruiting.generate(seed=6))


def test_the_table_has_the_columns_that_are_documented():
    table = recruiting.generate(n=50)
    assert list(table.columns) == list(recruiting.COLUMNS)
    assert set(recruiting.FEATURES) | {"nummer", "geeignet", "eingeladen"} == set(recruiting.COLUMNS)
    assert all(column.label and column.meaning for column in recruiting.COLUMNS.values())
    assert recruiting.LABELS["auszeit_monate"] == "Auszeit"


@settings(max_examples=30)
@given(st.integers(1, 300), st.integers(0, 2**32), st.floats(0, 1))
def test_every_year_is_a_possible_one(n, seed, share_women):
    table = recruiting.generate(n, seed, share_women=share_women)
    assert len(table) == n and not table.isna().any(axis=None)
    assert table["abschlussnote"].between(1, 4).all()
    assert table["test"].between(0, 100).all()
    assert table["fachkenntnisse"].between(0, 10).all()
    assert (table["erfahrung"] >= 0).all() and (table["auszeit_monate"] >= 0).all()
    assert set(table["geschlecht"]) <= set(GENDERS)
    assert set(table["studienfach"]) <= set(recruiting.FIELDS)
    assert set(table["verein"]) <= set(recruiting.CLUBS)
    for column in ("eingeladen", "geeignet"):
        assert table[column].sum() == int(0.3 * n + 0.5)


def test_penalties_change_the_decisions_and_nobody_else():
    usual, fair = recruiting.generate(seed=3), recruiting.generate(seed=3, penalties=recruiting.NO_PENALTIES)
    pd.testing.assert_frame_equal(usual.drop(columns="eingeladen"), fair.drop(columns="eingeladen"))
    assert (usual["eingeladen"] != fair["eingeladen"]).any()


def test_the_fresh_year_has_new_people_of_the_same_world():
    pd.testing.assert_frame_equal(recruiting.fresh_year(seed=7), recruiting.generate(seed=100_007))
    assert (recruiting.fresh_year(seed=7, share_women=0.2)["geschlecht"] == WOMAN).mean() == 0.2


@pytest.mark.parametrize("seed", range(5))
def test_every_group_is_equally_suitable_in_every_year(seed):
    shares = recruiting.generate(seed=seed).groupby("geschlecht")["geeignet"].mean()
    assert shares.to_dict() == pytest.approx(dict.fromkeys(GENDERS, 0.3), abs=1e-3)


def test_groups_have_their_stated_size():
    counts = recruiting.generate()["geschlecht"].value_counts()
    assert counts.to_dict() == {WOMAN: 900, MAN: 1080, DIVERS: 20}


@pytest.mark.parametrize(
    ("group", "gap", "months", "part_time", "style"),
    [(WOMAN, 0.60, 16, 0.45, 0.5), (MAN, 0.15, 6, 0.07, -0.5)],
)
def test_stand_ins_follow_their_parameters(many, group, gap, months, part_time, style):
    people = many[many["geschlecht"] == group]
    lengths = people.loc[people["auszeit_monate"] > 0, "auszeit_monate"]
    assert len(lengths) / len(people) == pytest.approx(gap, abs=0.01)
    assert lengths.mean() == pytest.approx(months, abs=0.35)
    assert people["teilzeit"].mean() == pytest.approx(part_time, abs=0.01)
    assert people["wortstil"].mean() == pytest.approx(style, abs=0.03)
    assert people["wortstil"].std() == pytest.approx(1, abs=0.03)
    fields = people["studienfach"].value_counts(normalize=True)
    clubs = people["verein"].value_counts(normalize=True)
    assert [fields[f] for f in recruiting.FIELDS] == pytest.approx(
        recruiting.FIELD_PROBABILITY[group], abs=0.015
    )
    assert [clubs[c] for c in recruiting.CLUBS] == pytest.approx(
        recruiting.CLUB_PROBABILITY[group], abs=0.015
    )


def test_divers_people_have_the_stand_ins_of_the_men_of_this_world():
    table = pd.concat([recruiting.generate(n=40_000, seed=s) for s in range(5)])
    people = table[table["geschlecht"] == DIVERS]
    assert (people["auszeit_monate"] > 0).mean() == pytest.approx(0.15, abs=0.025)
    assert people["teilzeit"].mean() == pytest.approx(0.07, abs=0.02)


def test_divers_people_do_not_bear_the_direct_penalty():
    table = pd.concat([recruiting.generate(seed=s) for s in range(20)])
    rates = table.groupby("geschlecht")["eingeladen"].mean()
    assert rates[DIVERS] == pytest.approx(rates[MAN], abs=0.05)
    assert rates[WOMAN] < rates[MAN] - 0.15


def test_qualifications_follow_their_parameters(many):
    suitable = many.groupby("geeignet")[["abschlussnote", "test", "fachkenntnisse", "erfahrung"]].mean()
    assert suitable.loc[1, "abschlussnote"] < suitable.loc[0, "abschlussnote"]
    assert (
        suitable.loc[1, ["test", "fachkenntnisse", "erfahrung"]] > suitable.loc[0].drop("abschlussnote")
    ).all()
    assert many["abschlussnote"].mean() == pytest.approx(2.4, abs=0.01)
    assert many["abschlussnote"].std() == pytest.approx(np.hypot(0.45, 0.35), abs=0.01)
    assert many["test"].mean() == pytest.approx(60, abs=0.2)
    assert many["test"].std() == pytest.approx(np.hypot(13, 7), abs=0.2)
    assert many["fachkenntnisse"].mean() == pytest.approx(5, abs=0.03)
    assert many["fachkenntnisse"].std() == pytest.approx(np.hypot(1.6, 1.1), abs=0.03)
    without_gap = many.loc[many["auszeit_monate"] == 0, "erfahrung"]
    assert without_gap.mean() == pytest.approx(7, abs=0.05)
    assert without_gap.std() == pytest.approx(np.hypot(1.2, 2.2), abs=0.05)


def test_a_year_of_gap_costs_experience(many):
    women = many[many["geschlecht"] == WOMAN]
    slope = np.polyfit(women["auszeit_monate"] / 12, women["erfahrung"], 1)[0]
    assert slope == pytest.approx(-0.6, abs=0.06)


def test_stand_ins_say_nothing_about_suitability(many):
    for group in (WOMAN, MAN):
        people = many[many["geschlecht"] == group]
        for column in ("auszeit_monate", "teilzeit", "wortstil"):
            assert abs(people[column].corr(people["geeignet"])) < 0.03
        for column in ("studienfach", "verein"):
            shares = people.groupby(column)["geeignet"].mean()
            counts = people.groupby(column).size()
            assert (abs(shares - 0.3) < 4 * np.sqrt(0.21 / counts)).all()


def test_the_firm_took_off_what_the_penalties_say():
    table = pd.DataFrame(
        {
            "geschlecht": [WOMAN, MAN, DIVERS, WOMAN],
            "auszeit_monate": [0, 12, 6, 24],
            "teilzeit": [0, 1, 0, 1],
        }
    )
    assert recruiting.PENALTIES.of(table) == pytest.approx([0.30, 0.28 + 0.35, 0.14, 0.30 + 0.56 + 0.35])
    assert recruiting.NO_PENALTIES.of(table).tolist() == [0, 0, 0, 0]


def test_visible_qualification_is_in_units_of_suitability():
    average = {"abschlussnote": 2.4, "test": 60.0, "fachkenntnisse": 5.0}
    better = {"abschlussnote": 2.4 - 0.45, "test": 73.0, "fachkenntnisse": 6.6}
    assert recruiting.visible_qualification(pd.DataFrame([average, better])) == pytest.approx([0, 1])


def test_the_datasheet_states_what_is_in_the_table():
    table = recruiting.generate(seed=11)
    sheet = recruiting.datasheet(table)
    invited = table.groupby("geschlecht")["eingeladen"].mean()
    gap = f"{100 * (invited[MAN] - invited[WOMAN]):.1f}".replace(".", ",")
    assert f"{gap}\N{NO-BREAK SPACE}Punkte" in sheet["Bekannte Ungerechtigkeit"]
    assert "| divers | 20 |" in sheet["Zusammensetzung"]
    assert sheet != recruiting.datasheet(recruiting.generate(seed=12))
