"""Raised cards: votes like any other, counted by who leads, for people without a phone."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from served import Served
from test_figures_and_votes import look, shares

from coursetools.workshop import raised_cards
from coursetools.workshop.activities.activity import MOST_OPTIONS
from coursetools.workshop.de import pages


@pytest.fixture
def counting(served):
    """A workshop in which cards are counted, with its first question open."""
    served.order("cards", on=True)
    served.open()
    return served


def raised(served: Served, step: str = "meinung", round_: int = 1, **counts: int) -> tuple[int, str]:
    """Status and code of what came of a count."""
    status, answer = served.order("raised", step=step, round=round_, counts=counts)
    return status, answer.get("code", "")


def test_cards_and_phones_count_together_and_only_from_the_least_number_on(counting):
    assert raised(counting, ja=3, nein=1) == (200, "")
    counting.order("close", step="meinung")
    assert not look(counting)["result"]["enough"]
    counting.order("open", step="meinung", round=1)
    counting.vote(counting.join(), "nein")
    counting.order("close", step="meinung")
    assert shares(look(counting)) == {"Ja": "3 (60 %)", "Nein": "2 (40 %)"}


def test_a_second_count_replaces_the_first_and_never_takes_a_vote_back(counting):
    assert raised(counting, ja=2, nein=1) == (200, "")
    assert raised(counting, ja=1, nein=3) == (200, "")
    assert sorted(counting.values()) == ["ja", "nein", "nein", "nein"]
    assert raised(counting, ja=3) == (409, "bad_number") and len(counting.values()) == 4
    state = look(counting)["cards"]
    assert state["counted"] == 4 and [one["letter"] for one in state["letters"]] == ["A", "B"]


def test_two_who_count_at_once_leave_one_of_the_two_counts(counting):
    for round_ in range(1, 5):
        with ThreadPoolExecutor(2) as both:
            for counts in ({"nein": 6}, {"ja": 12}):
                both.submit(raised, counting, round_=round_, **counts)
        assert counting.values(round_) == ["ja"] * 12  # fewer cards are no count
        counting.order("close", step="meinung")
        counting.order("open", step="meinung", round=round_ + 1)


def test_cards_are_the_same_people_in_the_next_round_and_after_a_restart(url):
    served = Served(url)
    served.order("cards", on=True)
    served.open()
    raised(served, ja=5)
    served.order("close", step="meinung")
    served.stop()
    served = Served(url)
    try:
        assert served.order("open", step="meinung", round=2)[0] == 200
        assert raised(served, round_=2, nein=5) == (200, "")
        assert len(served.room.record.people) == 5 and served.values(2) == ["nein"] * 5
    finally:
        served.stop()


def test_every_answer_that_a_question_can_have_has_a_printed_card():
    assert pages.CARDS_LETTERS == raised_cards.LETTERS and len(pages.CARDS_LETTERS) == MOST_OPTIONS


def test_cards_that_were_switched_off_for_a_moment_do_not_vote_twice(counting):
    assert raised(counting, ja=3, nein=1) == (200, "")
    counting.order("cards", on=False)
    counting.order("cards", on=True)
    assert look(counting)["cards"]["counted"] == 4
    assert raised(counting, ja=2, nein=3) == (200, "")
    assert sorted(counting.values()) == ["ja", "ja", "nein", "nein", "nein"]


def test_what_no_card_can_say_is_refused(counting):
    for counts in ({}, {"vielleicht": 1}, {"ja": -1, "nein": 2}, {"ja": 0}, {"ja": 301}):
        assert raised(counting, **counts) == (409, "bad_number")
    for bad in ({"ja": "1"}, {"ja": True}, {"ja": 1.5}):
        assert counting.order("raised", step="meinung", round=1, counts=bad)[1]["code"] == "bad_request"
    assert raised(counting, round_=2, ja=1) == (409, "not_current")
    counting.order("close", step="meinung")
    assert raised(counting, ja=1) == (409, "closed")
    counting.open("schluss")  # several questions at once: no letter answers them
    assert raised(counting, "schluss", ja=1) == (409, "bad_number") and not look(counting)["cards"]["letters"]
    counting.order("cards", on=False)
    counting.open("meinung", 1)
    assert raised(counting, ja=1) == (409, "bad_number")


def test_letters_stand_on_the_wall_only_while_cards_are_counted_and_no_phone_sees_the_secret(counting):
    wall = counting.stream("/leinwand/ereignisse", counting.room.projector)
    labels = [one["label"] for one in wall.next()["step"]["activity"]["public"]["options"]]
    assert labels == ["A · Ja", "B · Nein"]
    counting.order("cards", on=False)
    wall.until(lambda state: state["step"]["activity"]["public"]["options"][0]["label"] == "Ja")
    wall.close()
    counting.order("cards", on=True)
    secret = counting.room.record.session.cards
    assert len(secret) == 64 and secret not in str(look(counting)) + str(counting.state(counting.join()))


def test_with_seats_a_card_needs_no_printed_code(counting):
    counting.room.record.session.__dict__["seats"] = ("ABCD2345",)
    assert raised(counting, ja=2) == (200, "")
