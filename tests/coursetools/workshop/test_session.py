"""The states of a workshop: what a facilitator can do when, and when votes count."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from served import AGENDA, OTHER

from coursetools.workshop.session import (
    CLOSED,
    FEWEST,
    HIDDEN,
    OPEN,
    REVEALED,
    Phase,
    Refused,
    Session,
)

POLL, AGAIN, LAST = "meinung", "nachher", "schluss"


@pytest.fixture
def arrived() -> Session:
    """People are here, the poll is the current step."""
    return Session("ABC234", AGENDA).go(POLL, 1000.0)


def refused(code: str):
    """An attempt that fails with this code."""
    return pytest.raises(Refused, check=lambda error: error.code == code)


def test_an_activity_is_hidden_until_it_is_opened_and_revealed_only_after_voting(arrived):
    assert arrived.phase(POLL) == Phase(HIDDEN, 1)
    with refused("not_opened"):
        arrived.reveal(POLL)
    voting = arrived.open(POLL)
    assert voting.phase(POLL).state == OPEN
    assert voting.close(POLL).phase(POLL).state == CLOSED
    assert voting.reveal(POLL).phase(POLL).state == REVEALED
    assert voting.reveal(POLL).close(POLL).phase(POLL).state == CLOSED


def test_votes_count_only_while_their_round_of_the_current_step_is_open(arrived):
    with refused("closed"):
        arrived.admit(POLL, 1)
    voting = arrived.open(POLL)
    voting.admit(POLL, 1)
    for step, round_ in ((POLL, 2), (POLL, 0), (LAST, 1), ("gibt-es-nicht", 1)):
        with refused("not_current"):
            voting.admit(step, round_)
    with refused("closed"):
        voting.close(POLL).admit(POLL, 1)
    with refused("not_current"):
        voting.go(LAST, 1001.0).admit(POLL, 1)


def test_leaving_an_open_activity_closes_it_and_coming_back_finds_it_so(arrived):
    left = arrived.open(POLL).go("hallo", 1001.0)
    assert left.phase(POLL).state == CLOSED
    assert left.go(POLL, 1002.0).phase(POLL) == Phase(CLOSED, 1)


def test_a_double_click_does_no_harm(arrived):
    twice = arrived.open(POLL, 1).open(POLL, 1)
    assert twice.phase(POLL) == Phase(OPEN, 1)
    second = twice.close(POLL).open(POLL, 2).open(POLL, 2)
    assert second.phase(POLL) == Phase(OPEN, 2)
    assert second.close(POLL).close(POLL).phase(POLL) == Phase(CLOSED, 2)


@pytest.mark.parametrize("round_", [-1, 0, 3, 99])
def test_rounds_come_one_after_the_other(arrived, round_):
    with refused("bad_round"):
        arrived.open(POLL).open(POLL, round_)


def test_the_first_round_comes_first(arrived):
    with refused("bad_round"):
        arrived.open(POLL, 2)


def test_a_click_on_a_step_that_another_facilitator_has_left_does_nothing(arrived):
    for command in (Session.open, Session.close, Session.reveal, Session.reset):
        with refused("not_current"):
            command(arrived, LAST)
    with refused("not_current"):
        arrived.go("hallo", 1.0).open("hallo")


def test_reset_forgets_one_activity_and_no_other(arrived):
    both = arrived.open(POLL).reveal(POLL).go(LAST, 1001.0).open(LAST)
    fresh = both.reset(LAST)
    assert fresh.phase(LAST) == Phase(HIDDEN, 1) and fresh.phase(POLL).state == REVEALED


def test_a_step_that_goes_on_with_an_earlier_one_has_its_next_round(arrived):
    after = arrived.open(POLL).open(POLL, 2).reveal(POLL).go(AGAIN, 1001.0)
    assert after.phase(AGAIN) == Phase(HIDDEN, 3)
    voting = after.open(AGAIN, 3)
    voting.admit(AGAIN, 3)
    back = voting.go(POLL, 1002.0)
    assert back.phase(POLL) == Phase(REVEALED, 2)  # as it was left
    with refused("bad_round"):
        back.open(POLL, 3)
    assert back.open(POLL, 4).phase(POLL) == Phase(OPEN, 4)
    assert not back.reset(POLL).phases


def test_an_unknown_step_is_refused(arrived):
    with refused("unknown_step"):
        arrived.go("gibt-es-nicht", 1.0)


@pytest.mark.parametrize("fewest", [-1, 0, FEWEST - 1, 51])
def test_nobody_lowers_the_number_of_answers_below_five(arrived, fewest):
    with refused("bad_number"):
        arrived.show_from(fewest)
    assert arrived.show_from(FEWEST + 3).fewest == FEWEST + 3


def test_free_text_is_off_until_switched_on_and_only_where_the_activity_knows_it(arrived):
    last = arrived.go(LAST, 1001.0)
    assert last.settings(LAST)["free_text"] is False
    assert last.allow_text(LAST, True).settings(LAST)["free_text"] is True
    assert last.allow_text(LAST, True).allow_text(LAST, False).settings(LAST)["free_text"] is False
    with refused("no_free_text"):
        arrived.allow_text(POLL, True)


def test_a_text_is_let_through_and_taken_back(arrived):
    last = arrived.go(LAST, 1001.0).moderate(LAST, ["Gut so"], True)
    assert last.approved[LAST] == {"Gut so"}
    assert not last.moderate(LAST, ["Gut so"], False).approved[LAST]


def test_the_agenda_can_be_exchanged_until_the_first_vote(arrived):
    other = arrived.follow(OTHER)
    assert other.agenda["id"] == "anders" and other.position is None and other.plan == arrived.plan + 1
    with refused("already_running"):
        arrived.open(POLL).follow(OTHER)


def test_the_clock_runs_from_the_first_step_and_starts_anew_with_each(arrived):
    assert (arrived.started, arrived.entered) == (1000, 1000)
    later = arrived.go(POLL, 1010.0).go(LAST, 1020.9)
    assert (later.started, later.entered) == (1000, 1020)
    assert arrived.go(POLL, 1010.0).entered == 1000  # clicking on where one is


COMMANDS = st.sampled_from(
    [
        *(("go", step) for step in ("hallo", POLL, AGAIN, LAST, None)),
        *((name, step) for name in ("open", "close", "reveal", "reset") for step in (POLL, AGAIN, LAST)),
        *(("round", (step, number)) for step in (POLL, AGAIN) for number in (1, 2, 3)),
    ]
)


@given(st.lists(COMMANDS, max_size=30))
def test_whatever_is_clicked_at_most_the_current_activity_is_open_and_revisions_grow(commands):
    session = Session("ABC234", AGENDA)
    for name, value in commands:
        before = session
        try:
            match name:
                case "go":
                    session = session.go(value, 1.0)
                case "round":
                    session = session.open(*value)
                case _:
                    session = getattr(session, name)(value)
        except Refused:
            assert session is before
            continue
        assert session.revision == before.revision + 1
        assert {step for step, phase in session.phases.items() if phase.state == OPEN} <= {session.position}
        assert Session.from_plain("ABC234", json.loads(json.dumps(session.plain()))) == session
