"""Sentences of module 01 claim no more than the numbers beside them show."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki import metrics
from fairki.lessons.module_01 import unit_2
from fairki.lessons.module_01.de import unit_2 as de
from fairki.lessons.module_01.unit_2 import strongest
from fairki.models import WITHOUT_GENDER


def outcome(gap: float, fit: float, half: float = 0.02) -> metrics.Outcome:
    found = metrics.Gap(gap, gap - half, gap + half, 0.3 + gap, 0.3, 1000, 1000, False)
    return metrics.Outcome(gap=found, women=0.5, as_before=0.8, as_suitable=fit)


START = outcome(0.148, 0.791)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (outcome(0.01, 0.7909), "nicht weniger richtige Entscheidungen"),  # shown as 79,1 % both times
        (outcome(0.01, 0.780), "fehlt dem Modell jetzt Wissen"),
        (outcome(-0.05, 0.79), "Frauen häufiger"),
        (outcome(0.0739, 0.79), "Der größte Teil"),  # shown as 7,4 of 14,8: half, not more
        (outcome(0.07, 0.79), "Mehr als die Hälfte"),
    ],
)
def test_the_hint_on_columns_compares_what_is_shown(now, expected):
    assert expected in de.columns_hint(now, START)


@given(st.floats(-0.02, 0.02))
def test_a_gap_that_is_not_shown_is_never_called_gone(gap):
    hint = de.columns_hint(outcome(gap, 0.79), START)
    assert "Ein kleiner kann trotzdem noch da sein" in hint


def ranked(*chances: float) -> pd.DataFrame:
    names = "abcd"[: len(chances)]
    return pd.DataFrame({"column": list(names), "name": list(names.upper()), "auc": chances})


@given(st.lists(st.floats(0.5, 1), min_size=2, max_size=4), st.integers(0, 3))
def test_the_strongest_stand_in_is_named_with_its_own_number(chances, place):
    table = ranked(*sorted(chances, reverse=True))
    guessed = table.iloc[place % len(table)]
    name, _others, hit, best = strongest(table, guessed["column"])
    assert hit == (round(100 * guessed["auc"]) == round(100 * table["auc"].max()))
    assert best == round(100 * table["auc"].max())
    assert not hit or name == guessed["name"]


def test_two_stand_ins_that_look_the_same_share_the_first_place():
    def said(*chances):
        return de.stand_ins(*strongest(ranked(*chances), "b"), 0.9)

    assert "gehört zu den Angaben" in said(0.812, 0.809)
    assert "verrät am meisten" in said(0.85, 0.809) and "eine andere Angabe" in said(0.85, 0.809)


def test_what_stays_is_most_of_the_gap_and_the_picture_shows_both():
    shown = unit_2.what_stays({})
    assert "Tatsächlich bleiben" in shown.says and shown.picture is not None


@pytest.mark.parametrize("guessed", WITHOUT_GENDER)
def test_every_guess_about_the_stand_in_is_answered(guessed):
    shown = unit_2.what_gives_it_away({unit_2.STAND_IN: guessed})
    assert ("Gut erkannt:" in shown.says) != ("Es ist eine andere Angabe." in shown.says)


def test_the_picture_of_all_columns_waits_for_the_guess():
    waiting = unit_2.how_much_each_tells({unit_2.STAND_IN: None})
    assert waiting.picture is None and waiting.says
    shown = unit_2.how_much_each_tells({unit_2.STAND_IN: "verein"})
    assert len(shown.picture.table) == len(WITHOUT_GENDER) + 1 and not shown.says  # and all together


@pytest.mark.parametrize(
    ("removed", "said"),
    [
        (None, "Abstand jetzt:"),
        (["auszeit_monate"], "Abstand jetzt:"),
        (list(WITHOUT_GENDER), "gar nichts mehr"),
    ],
)
def test_columns_taken_away_are_answered_by_figures_or_by_what_is_missing(removed, said):
    assert said in unit_2.what_remains({unit_2.COLUMNS: removed}).says


def test_the_flip_test_sees_nothing_in_a_model_without_the_column():
    assert "ohne</strong> die Spalte 0,0" in unit_2.what_the_test_sees({unit_2.FLIP: "weg"}).says
