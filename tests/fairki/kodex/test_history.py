"""The history of a Kodex: what changed, when and why, and a store that keeps out what is damaged."""

import datetime as dt

import pytest

from fairki.errors import BadAnswerError
from fairki.kodex import Kodex, Rule, history, patterns, stored

MONDAY, FRIDAY = dt.date(2026, 11, 2), dt.date(2026, 11, 6)
NOTICE, APPEAL = Rule(patterns.NOTICE), Rule(patterns.APPEAL, {"frist": 7})
LONGER = Rule(patterns.APPEAL, {"frist": 30})
REASON = Rule(patterns.REASON)


def kodex(*rules: Rule) -> Kodex:
    return Kodex("Unser Kodex", rules)


@pytest.fixture
def grown() -> history.History:
    begun = history.History(MONDAY, kodex(NOTICE, APPEAL))
    begun = begun.then(history.Change(MONDAY, "Einspruch", "Zu kurz", kodex(NOTICE, LONGER)))
    return begun.then(history.Change(FRIDAY, "", "", kodex(LONGER, REASON)))


def test_new_changed_and_dropped_rules_are_told_apart():
    found = history.difference(kodex(NOTICE, APPEAL), kodex(LONGER, REASON))
    assert (found.new, found.changed, found.dropped) == ((REASON,), ((APPEAL, LONGER),), (NOTICE,))


def test_another_order_is_no_difference():
    assert not history.difference(kodex(NOTICE, APPEAL), kodex(APPEAL, NOTICE))


def test_two_rules_of_one_pattern_are_compared_in_their_order():
    first, second, third = (Rule(patterns.APPEAL, {"frist": days}) for days in (7, 14, 30))
    found = history.difference(kodex(first, second), kodex(second, third))
    assert found.changed == ((first, third),) and not found.new and not found.dropped


def test_each_change_is_compared_with_the_version_before_it(grown):
    (_, one), (change, other) = grown.steps()
    assert one.changed == ((APPEAL, LONGER),) and not one.new
    assert (other.new, other.dropped, change.day) == ((REASON,), (NOTICE,), FRIDAY)
    assert grown.latest == kodex(LONGER, REASON)


def test_the_stored_value_gives_the_same_history_back(grown):
    assert history.from_value(history.to_value(grown)) == grown


def test_a_history_does_not_grow_for_ever(grown):
    full = history.History(MONDAY, grown.start, grown.changes[:1] * history.MOST_CHANGES)
    assert history.from_value(history.to_value(full)) == full
    with pytest.raises(BadAnswerError, match="voll"):
        full.then(grown.changes[0])


@pytest.mark.parametrize(
    "damage",
    [
        lambda value: value.pop("beginn"),
        lambda value: value["beginn"].update(tag="gestern"),
        lambda value: value["beginn"].update(kodex={"regeln": [{"muster": "gibt_es_nicht"}]}),
        lambda value: value.update(aenderungen="keine"),
        lambda value: value["aenderungen"].append(["x"]),
        lambda value: value["aenderungen"][0].update(warum=3),
        lambda value: value["aenderungen"][0].pop("tag"),
        lambda value: value["aenderungen"][0].update(kodex=None),
        lambda value: value["aenderungen"].extend(value["aenderungen"] * history.MOST_CHANGES),
    ],
)
def test_a_damaged_history_is_refused(grown, damage):
    value = history.to_value(grown)
    damage(value)
    with pytest.raises(BadAnswerError):
        history.from_value(value)


@pytest.mark.parametrize("value", [None, [], "text", {}, stored.to_value(Kodex())])
def test_what_is_no_history_is_refused(value):
    with pytest.raises(BadAnswerError):
        history.from_value(value)
