"""Slow functions remember what they returned, also from one process to the next."""

import random

import numpy as np
import pandas as pd
import pytest

from fairki import remembered
from fairki.remembered import Shelf

CALLS = []


@remembered.remembered(None)
def slow(number: int, more: int = 0) -> list[int]:
    """Takes long enough to be kept."""
    CALLS.append(number)
    return [number + more]


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    CALLS.clear()
    slow.cache_clear()
    monkeypatch.setattr(remembered, "WORTH_IT", 0)
    monkeypatch.setattr(remembered, "shelf", None)


def test_without_a_shelf_it_is_as_any_function_that_remembers():
    assert slow(1) is slow(1)
    assert CALLS == [1]


def test_the_next_process_finds_what_this_one_found(monkeypatch):
    monkeypatch.setattr(remembered, "shelf", Shelf())
    assert slow(1, more=2) == [3] and remembered.shelf.more
    slow.cache_clear()  # another process knows nothing
    monkeypatch.setattr(remembered, "shelf", Shelf(remembered.shelf.results))
    assert slow(1, more=2) == [3]
    assert not remembered.shelf.more
    assert CALLS == [1]
    assert slow(2) == [2] and remembered.shelf.more


@remembered.remembered(None)
def slower(number: int, times: int) -> int:
    """Made from a slow one."""
    return slow(number)[0] * times


def test_what_is_wanted_are_also_the_results_that_a_wanted_one_was_made_from(monkeypatch):
    """The next one may ask almost the same: another outer question, and the same inner one."""
    monkeypatch.setattr(remembered, "shelf", Shelf())
    assert [slower(1, times=3), slower(2, times=3)] == [3, 6]
    slow.cache_clear()
    slower.cache_clear()
    later = Shelf(remembered.shelf.results)
    monkeypatch.setattr(remembered, "shelf", later)
    assert slower(1, times=3) == 3
    assert len(later.results) == 4 and len(later.wanted()) == 2
    monkeypatch.setattr(remembered, "shelf", Shelf(later.wanted()))
    assert slower(1, times=5) == 5
    assert CALLS == [1, 2]


def test_what_is_no_plain_data_is_made_anew():
    shelf = Shelf()
    assert [shelf.result(called, lambda: 1), shelf.result(called, lambda: 2)] == [1, 2]
    assert callable(shelf.result(slow_maker))
    assert not shelf.results


def called(given):
    return given()


def slow_maker():
    return lambda: 1


def adding(more):
    return lambda number: number + more


def test_functions_that_only_share_a_name_never_share_a_result():
    shelf = Shelf()
    assert [shelf.result(adding(more), 1) for more in (1, 2)] == [2, 3]
    assert not shelf.results


@pytest.mark.parametrize(
    "made",
    [lambda: np.random.default_rng(1), lambda: np.random.RandomState(1), lambda: random.Random(1)],
    ids=["generator", "old", "python"],
)
def test_dice_go_on_whether_or_not_somebody_drew_before(made):
    shelf, wanted = Shelf(), made()
    expected = [drawn([wanted]), drawn([wanted])]
    for _ in range(2):
        dice = made()
        assert [shelf.result(drawn, [dice]), shelf.result(drawn, [dice])] == expected
    two = iter([1, 2])
    assert [shelf.result(next_of, two), shelf.result(next_of, two)] == [1, 2]
    assert not shelf.results


def drawn(dice):
    return float(dice[0].random())


def next_of(given):
    return next(given)


def test_tables_and_records_are_kept_by_what_stands_in_them():
    shelf = Shelf()
    for number in (1, 2, 1):
        table = pd.DataFrame({"a": [number], "b": ["x"]})
        assert shelf.result(total, table, np.arange(number)) == number
    assert len(shelf.results) == 2


def total(table, _more):
    return int(table["a"].sum())


def test_quick_and_huge_results_take_no_place(monkeypatch):
    shelf = Shelf()
    monkeypatch.setattr(remembered, "LARGEST", 10)
    assert shelf.result(slow_bytes, 1000) == bytes(1000)
    monkeypatch.setattr(remembered, "LARGEST", 1 << 20)
    monkeypatch.setattr(remembered, "WORTH_IT", 60)
    assert shelf.result(slow_bytes, 1000) == bytes(1000)
    assert not shelf.results


def slow_bytes(size):
    return bytes(size)


def test_nobody_changes_what_is_on_the_shelf():
    shelf = Shelf()
    shelf.result(listed, 1).append("theirs")
    assert shelf.result(listed, 1) == [1]


def listed(number):
    return [number]
