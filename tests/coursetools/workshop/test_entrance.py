"""Who gets in: a whole office behind one address, but no device that fills the room; each seat once."""

import io
import json
import re
import time

import docx
import pytest
from served import AGENDA, Served

from coursetools.serve.public import Public
from coursetools.workshop import entrance, refusals, tokens
from coursetools.workshop.room import begin
from coursetools.workshop.session import Refused, Session
from coursetools.workshop.store import Store


def join(served: Served, token: str) -> tuple[int, dict]:
    """Status and answer for somebody who made this token."""
    return served.request("POST", f"/mitmachen/{served.code}/beitreten", body={"token": token})


def people(served: Served) -> tuple[int, int]:
    """How many have joined, and how many of them are silent."""
    state = served.stream("/leitung/ereignisse", served.facilitator).next()
    return state["people"], state["silent"]


def test_a_join_that_is_repeated_or_doubled_counts_once(served):
    token = tokens.new_token()
    answers = [join(served, token) for _ in range(3)]
    assert [status for status, _ in answers] == [200] * 3
    assert all(answer == {"session": served.room.name, "token": token} for _, answer in answers)
    assert len(served.room.record.people) == 1
    for wrong in ("", "kurz", 7, None, "x" * 65, "ä" * 43):
        assert join(served, wrong)[0] == 400


def test_three_hundred_behind_one_address_get_in_within_a_minute_and_a_thousand_do_not():
    door, inside, start = entrance.Entrance(), 0, time.monotonic()
    for _ in range(300):
        door.pass_from("192.0.2.1")
    for _ in range(1000):
        try:
            door.pass_from("192.0.2.1")
            inside += 1
        except Refused as error:
            assert error.code == "too_fast"
    assert inside <= entrance.BURST - 300 + 1 + entrance.PER_SECOND * (time.monotonic() - start + 1)
    door.pass_from("192.0.2.2")  # nobody else is kept waiting
    for number in range(entrance.BURST):
        door.pass_from(f"2001:db8::{number:x}")
    with pytest.raises(Refused):
        door.pass_from("2001:db8::ffff")  # the same connection
    door.pass_from("2001:db8:0:1::1")
    door.pass_from("")


def test_one_device_that_joins_a_thousand_times_locks_nobody_out(served, monkeypatch):
    monkeypatch.setattr(entrance, "BURST", 40)
    monkeypatch.setattr(refusals, "MOST_PEOPLE", 30)
    served.open()
    faithful = [served.join() for _ in range(5)]
    for token in faithful:
        assert served.vote(token)[0] == 200
    statuses = [join(served, tokens.new_token())[0] for _ in range(60)]
    assert statuses.count(200) >= 35 and 429 in statuses
    assert people(served) == (30, 25)
    served.room.entrance = entrance.Entrance()  # somebody at another address
    late = served.join()
    assert served.vote(late)[0] == 200
    for token in faithful:
        assert served.state(token)["step"]["activity"]["mine"]
    assert served.order("remove_silent")[0] == 200
    assert people(served) == (6, 0)
    assert len(served.values()) == 6


def test_behind_a_trusted_proxy_one_device_that_joins_all_the_time_keeps_no_other_waiting(
    served, monkeypatch
):
    monkeypatch.setattr(entrance, "BURST", 3)

    def came(address: str) -> int:
        way = f"/mitmachen/{served.code}/beitreten"
        return served.request("POST", way, body={}, more={"X-Forwarded-For": address})[0]

    assert [came(f"198.51.100.{number}") for number in range(4)][-1] == 429  # nobody's word counts yet
    served.hosts.trusted = Public.of("", ["127.0.0.1"]).trusted
    served.room.entrance = entrance.Entrance()
    assert [came("198.51.100.1") for _ in range(4)][-1] == 429
    assert came("198.51.100.2") == came("198.51.100.1, 198.51.100.3") == 200
    assert came("198.51.100.4, 198.51.100.1") == 429  # what stands before it, anybody can write


def test_a_room_full_of_people_who_take_part_is_full(served, monkeypatch):
    monkeypatch.setattr(refusals, "MOST_PEOPLE", 3)
    served.open()
    for _ in range(3):
        served.vote(served.join())
    status, answer = join(served, tokens.new_token())
    assert (status, answer["code"]) == (503, "full")


def test_a_device_that_was_removed_comes_back_and_its_vote_counts(served):
    token = tokens.new_token()
    join(served, token)
    served.open()
    assert served.order("remove_silent")[0] == 200
    status, answer = served.vote(token)
    assert (status, answer["code"]) == (401, "unknown_token")
    join(served, token)
    assert served.vote(token)[0] == 200 and served.values() == ["ja"]


def test_somebody_who_listens_or_has_voted_is_not_silent(served):
    served.open()
    listening, voter, silent = (served.join() for _ in range(3))
    stream = served.stream(f"/mitmachen/{served.code}/ereignisse", listening)
    stream.next()
    served.vote(voter)
    assert people(served) == (3, 1)
    served.order("remove_silent")
    assert served.state(voter) and stream.next()
    assert served.request("GET", f"/mitmachen/{served.code}/stand", silent)[0] == 401
    stream.close()


@pytest.fixture
def seated(url):
    """A workshop with printed codes."""
    store = Store(url)
    store.begin(begin(AGENDA, 1, seats=30))
    store.close()
    one = Served(url)
    yield one
    one.stop()


def test_only_a_printed_code_gets_in_and_each_is_one_seat(seated):
    status, answer = join(seated, tokens.new_token())
    assert (status, answer["code"]) == (403, "seat_needed") and "Platzcode" in answer["remedy"]
    assert join(seated, "ABCD2345")[0] == 403
    seats = seated.room.record.session.seats
    assert len(set(seats)) == 30 and all(re.fullmatch(rf"[{tokens.SIGNS}]{{8}}", seat) for seat in seats)
    seated.open()
    for _ in range(2):  # the person changes the device
        assert join(seated, seats[0])[0] == 200
    seated.vote(seats[0])
    seated.vote(seats[0], "nein", nonce="nonce-02")
    assert len(seated.room.record.people) == 1 and seated.values() == ["nein"]
    assert seated.request("GET", f"/mitmachen/{seated.code}/stand", seats[1])[0] == 401  # not taken yet


def test_the_cards_hold_every_code_once_and_how_to_join(seated):
    status, content = seated.request("GET", "/leitung/platzkarten.docx", seated.facilitator)
    assert status == 200
    (table,) = docx.Document(io.BytesIO(content)).tables
    text = "\n".join(cell.text for row in table.rows for cell in row.cells)
    printed = [one.replace("-", "") for one in re.findall(r"Platzcode: (\w{4}-\w{4})", text)]
    assert sorted(printed) == sorted(seated.room.record.session.seats)
    assert text.count(f"Code {seated.code}") == 30 and "/mitmachen" in text
    assert seated.request("GET", "/leitung/platzkarten.docx", seated.room.projector)[0] == 401


def test_an_address_with_umlauts_is_shown_as_people_type_it(served):
    served.workshop.addresses = ["https://kurs.xn--mller-kva.de/mitmachen"]
    shown = json.loads(served.workshop.projector_state())["join"]["address"]
    assert shown == "https://kurs.müller.de/mitmachen"


def test_without_printed_codes_there_are_no_cards(served):
    status, answer = served.request("GET", "/leitung/platzkarten.docx", served.facilitator)
    assert (status, answer["code"]) == (409, "no_seats")


def test_a_session_stored_before_there_were_seats_is_read():
    values = Session("ABC234", AGENDA).plain()
    del values["seats"], values["address"]
    assert Session.from_plain("ABC234", values).seats == ()
