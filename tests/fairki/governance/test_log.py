"""The decision log: what was planted can be read from the entries, and from nothing else in them."""

import datetime as dt
from dataclasses import replace

import pytest

from fairki.governance import log
from fairki.governance.log import ALARM, APPROVAL, CHANGE, DECISION, LOOK, SCORE

SEEDS = range(40)


@pytest.mark.parametrize("planted", log.BREAKS)
def test_exactly_the_planted_fault_is_found(planted):
    for seed in SEEDS:
        assert log.breaks(log.make(seed, planted)) == [planted]


@pytest.mark.parametrize("planted", log.BREAKS)
def test_the_entries_stand_in_order_on_working_days_within_working_hours(planted):
    for seed in SEEDS:
        times = [entry.at for entry in log.make(seed, planted).entries]
        assert times == sorted(times) and len(set(times)) == len(times)
        assert all(time.weekday() < 5 and 8 <= time.hour < 17 for time in times)


def test_the_same_seed_makes_the_same_log_and_another_one_another():
    assert log.make(3, log.UNAPPROVED) == log.make(3, log.UNAPPROVED)
    assert log.make(3, log.UNAPPROVED) != log.make(4, log.UNAPPROVED)


def test_a_person_decides_and_the_programs_proposal_is_no_decision():
    for seed in SEEDS:
        found = log.make(seed, log.WAVED_THROUGH)
        decided = log.decided_by(found)
        assert decided.about == found.case and decided.who not in (log.SYSTEM, log.MONITOR)
        proposed = next(entry for entry in found.entries if entry.kind == SCORE)
        assert proposed.who == log.SYSTEM and proposed.at < decided.at


def entry(kind, about="Formular", day=2, **more):
    return log.Entry(dt.datetime(2026, 3, day, 9), kind, "Jemand", about, "Etwas.", **more)


def made(*entries):
    return log.Log(entries, "Bewerbung 1", log.UNAPPROVED)


def test_an_approval_counts_only_before_the_change_and_for_the_same_thing():
    change = entry(CHANGE, day=10)
    assert log.unapproved(made(entry(APPROVAL, day=9), change)) == []
    assert log.unapproved(made(change, entry(APPROVAL, day=11))) == [change]
    assert log.unapproved(made(entry(APPROVAL, "Modell", day=9), change)) == [change]


def test_an_answer_to_an_alarm_counts_within_three_working_days():
    friday = entry(ALARM, "Quoten", day=6)
    assert log.unanswered(made(friday, entry(LOOK, "Quoten", day=11))) == []
    assert log.unanswered(made(friday, entry(LOOK, "Quoten", day=12))) == [friday]
    assert log.unanswered(made(friday, entry(LOOK, "Eingang", day=9))) == [friday]


def test_less_than_a_minute_per_case_is_waved_through():
    slow = entry(DECISION, cases=10, minutes=10)
    fast = replace(slow, minutes=9)
    assert log.waved_through(made(slow)) == []
    assert log.waved_through(made(fast)) == [fast]


def test_an_unknown_fault_is_refused():
    with pytest.raises(KeyError):
        log.make(1, "fremd")
