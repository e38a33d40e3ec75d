"""What a hand-in put in the place of our functions, pandas' or Python's is named, and nothing else is."""

import builtins
import json
import sys
import types

import pandas as pd
import pytest

from coursetools.grading.inside import watched
from fairki import checks, metrics


@pytest.fixture(params=["as this Python is", "a Python that keeps no number of changes"], autouse=True)
def _kept(request, monkeypatch):
    if request.param != "as this Python is":
        monkeypatch.setattr(watched, "_TELLING", False)


def test_nothing_replaced_is_nothing_to_tell():
    assert watched.Watched().replaced() == []


@pytest.mark.parametrize(
    ("owner", "name", "told"),
    [
        (checks, "expect", "fairki.checks.expect"),
        (json, "dumps", "json.dumps"),
        (builtins, "len", "builtins.len"),
        (pd.DataFrame, "mean", "pandas.DataFrame.mean"),
        (json.JSONEncoder, "encode", "json.JSONEncoder.encode"),
    ],
)
def test_what_stands_for_something_else_is_named(monkeypatch, owner, name, told):
    before = watched.Watched()
    monkeypatch.setattr(owner, name, getattr(owner, name).__call__)
    assert before.replaced() == [told]


def test_names_that_are_gone_are_named_and_new_ones_are_not(monkeypatch):
    before = watched.Watched()
    monkeypatch.delattr(checks, "expect")
    monkeypatch.setattr(checks, "something_new", 1, raising=False)
    assert before.replaced() == ["fairki.checks.expect"]


def test_what_is_put_back_is_not_named(monkeypatch):
    before = watched.Watched()
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(json, "dumps", str)
    assert before.replaced() == []


def test_a_whole_module_in_the_place_of_another_is_named_by_what_differs(monkeypatch):
    before = watched.Watched()
    other = types.ModuleType("fairki.metrics")
    vars(other).update(vars(metrics), gap=str)
    monkeypatch.setitem(sys.modules, "fairki.metrics", other)
    assert before.replaced() == ["fairki.metrics.gap"]


def test_a_module_that_was_taken_away_is_named(monkeypatch):
    before = watched.Watched()
    monkeypatch.delitem(sys.modules, "copy")
    assert "copy.deepcopy" in before.replaced()


def test_another_table_of_modules_hides_nothing(monkeypatch):
    before = watched.Watched()
    monkeypatch.setattr(sys, "modules", {**sys.modules, "copy": types.ModuleType("copy")})
    assert "copy.deepcopy" in before.replaced()


def test_further_modules_are_nothing_to_tell(monkeypatch):
    before = watched.Watched()
    monkeypatch.setitem(sys.modules, "something_new", types.ModuleType("something_new"))
    assert before.replaced() == []
