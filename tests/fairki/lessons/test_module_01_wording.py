"""Sentences of module 01 claim no more than the numbers beside them show."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairki import metrics
from fairki.lessons.module_01_wording import columns_hint, strongest_sentence
from fairki.lessons.module_02 import _rate_table


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
    assert expected in columns_hint(now, START)


@given(st.floats(-0.02, 0.02))
def test_a_gap_that_is_not_shown_is_never_called_gone(gap):
    hint = columns_hint(outcome(gap, 0.79), START)
    assert "Ein kleiner kann trotzdem noch da sein" in hint


def ranked(*chances: float) -> pd.DataFrame:
    names = "abcd"[: len(chances)]
    return pd.DataFrame({"column": list(names), "name": list(names.upper()), "auc": chances})


@given(st.lists(st.floats(0.5, 1), min_size=2, max_size=4), st.integers(0, 3))
def test_the_strongest_stand_in_is_named_with_its_own_number(chances, place):
    table = ranked(*sorted(chances, reverse=True))
    guessed = table.iloc[place % len(table)]
    told = strongest_sentence(table, guessed["column"])
    hit = told.startswith("Gut erkannt")
    assert hit == (round(100 * guessed["auc"]) == round(100 * table["auc"].max()))
    assert told.endswith(f"Bei {round(100 * table['auc'].max())}")
    assert not hit or f"<strong>{guessed['name']}</strong>" in told


def test_two_stand_ins_that_look_the_same_share_the_first_place():
    assert "gehört zu den Angaben" in strongest_sentence(ranked(0.812, 0.809), "b")
    assert "verrät am meisten" in strongest_sentence(ranked(0.85, 0.809), "a")


def test_a_rate_is_marked_as_higher_only_where_one_sees_it():
    def table(women, men):
        return _rate_table(("Fach", "Frauen", "Männer"), [("A", women, men, (1000, 1000))])

    assert "höher" not in table(0.30001, 0.30004)
    assert table(0.30, 0.31).count("höher") == 1
