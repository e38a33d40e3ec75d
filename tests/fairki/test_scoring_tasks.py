"""Points of a day's requests: loudness says nothing about need, and whoever is quiet waits; 20 seeds."""

import numpy as np
import pytest

from fairki.scoring import tasks
from fairki.worlds import service

NEED = tasks.without(tasks.LOUD)


def share(tables: list, rule: str, group: str) -> float:
    """How many points a rule gives to people of a language, on average."""
    return float(np.mean([tasks.RULES[rule](one)[one["sprache"] == group].mean() for one in tables]))


@pytest.fixture(scope="module")
def twenty() -> list:
    return [tasks.generate(2000, seed) for seed in range(20)]


def test_loudness_is_the_same_whatever_the_need_and_the_worlds_own_columns_stay(twenty):
    for rule in (tasks.CAPITALS, tasks.ASKED_AGAIN):
        for group in service.GROUPS:
            related = [
                np.corrcoef(tasks.RULES[rule](one), one["bedarf"])[0, 1]
                for one in (table[table["sprache"] == group] for table in twenty)
            ]
            assert abs(np.mean(related)) < 0.03
    world = service.generate(2000, 7)
    assert twenty[7][list(world.columns)].equals(world)


@pytest.mark.parametrize("rule", tasks.LOUD)
def test_people_who_do_not_write_in_german_get_fewer_points_for_loudness(twenty, rule):
    assert share(twenty, rule, service.OTHER) < 0.5 * share(twenty, rule, service.GERMAN)


def test_rules_on_need_find_more_of_the_urgent_than_all_rules_and_loudness_none_beyond_chance():
    for seed in (2026, 1, 2, 3):
        everything, need, loud = (tasks.of_100(off, seed) for off in ((), tasks.LOUD, NEED))
        assert 44 <= everything <= 50 and 57 <= need <= 63
        assert abs(loud - 100 * tasks.FIRST / tasks.DAY) <= 3
        without = {rule: tasks.of_100((rule,), seed) for rule in tasks.LOUD}
        assert min(without.values()) > everything  # each loud rule alone does harm


def test_the_day_that_is_shown_is_like_the_average_and_somebody_waits_quietly():
    day = tasks.shown()
    assert len(day.table) == tasks.DAY
    for off in ((), tasks.LOUD):
        assert tasks.found(day, off) == round(tasks.FIRST * tasks.of_100(off) / 100)
    (silent,) = tasks.quiet(day, ())
    assert silent in tasks.most_in_need(day) and not day.points.iloc[silent][list(tasks.LOUD)].any()
    assert tasks.quiet(day, tasks.LOUD) == []
