"""Requests that are none, twice, late or from a watchman: each gets a clear answer, and no log a traceback."""

import json
import logging
import socket
import time

import pytest
from served import AGENDA, Served

from coursetools.workshop import streams
from coursetools.workshop.session import MOST_KNOWN, Session


def raw(served: Served, request: bytes) -> tuple[int, bytes]:
    """Status and content of the answer to some bytes; 0 if there is none."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as connection:
        connection.sendall(request)
        received = b""
        try:
            while part := connection.recv(1 << 16):
                received += part
        except ConnectionResetError:
            pass  # hung up on
    head, _, content = received.partition(b"\r\n\r\n")
    return int(head.split()[1]) if head else 0, content


def post(served: Served, headers: bytes, body: bytes = b"") -> tuple[int, bytes]:
    """Status and content of the answer to a join with these headers."""
    path = f"/mitmachen/{served.code}/beitreten".encode()
    return raw(
        served,
        b"POST " + path + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + b"\r\n" + body,
    )


@pytest.mark.parametrize(
    "length,status",
    [
        (b"abc", 400),
        (b"-1", 400),
        (b"1.5", 400),
        (b"+2", 400),
        (b"1_0", 400),
        (b"0x2", 400),
        ("２".encode(), 400),
        (b"2, 3", 400),
        (b"", 400),
        (b"17000", 413),
        (b"99999999999999999999999", 413),
    ],
)
def test_a_length_that_is_none_is_refused_without_a_traceback(served, caplog, length, status):
    with caplog.at_level(logging.WARNING):
        got, content = post(
            served, b"Content-Type: application/json\r\nContent-Length: " + length + b"\r\n", b"{}"
        )
    assert got == status
    if content:
        assert json.loads(content)["session"] == served.room.name
    assert not [record for record in caplog.records if record.exc_info or "Traceback" in record.getMessage()]
    assert not served.room.record.people
    assert served.join()


@pytest.mark.parametrize(
    "kind",
    [b"text/plain", b"application/json; charset=latin-1", b"application/json; charset=utf-16", b"", b"a/b/c"],
)
def test_another_kind_of_content_is_refused(served, kind):
    assert post(served, b"Content-Type: " + kind + b"\r\nContent-Length: 2\r\n", b"{}")[0] == 400
    assert not served.room.record.people


@pytest.mark.parametrize("kind", [b"application/json", b"Application/JSON; charset=UTF-8"])
def test_json_is_taken_however_it_is_announced(served, kind):
    assert post(served, b"Content-Type: " + kind + b"\r\nContent-Length: 2\r\n", b"{}")[0] == 200


@pytest.mark.parametrize(
    "body",
    [b"\xff\xfe", b'{"a": "\xe4"}', "{}".encode("utf-16"), b"\xef\xbb\xbf{}", b"[]", b"7", b'"x"', b"null"],
)
def test_a_body_that_is_no_object_in_utf_8_is_refused(served, caplog, body):
    with caplog.at_level(logging.WARNING):
        status, _ = post(
            served, b"Content-Type: application/json\r\nContent-Length: %d\r\n" % len(body), body
        )
    assert status == 400 and not caplog.records and not served.room.record.people


@pytest.mark.parametrize("value", ["\ud800", ["\ud800"], {"\ud800": 1}, 1e999, [[[[1]]]], -0.0, "", None])
def test_an_odd_value_is_refused_and_leaves_no_trace(served, caplog, value):
    served.open()
    token = served.join()
    body = {"step": "meinung", "round": 1, "nonce": "nonce-01", "value": value}
    with caplog.at_level(logging.WARNING):
        status, answer = served.request("POST", f"/mitmachen/{served.code}/stimme", token, body)
    assert status in (400, 422), answer
    assert not caplog.records and served.values() == []


def test_half_a_character_in_a_free_text_does_no_harm(served, caplog):
    served.open("schluss")
    served.order("free_text", step="schluss", on=True)
    members = [served.join() for _ in range(5)]
    with caplog.at_level(logging.WARNING):
        for token in members:
            status, _ = served.vote(token, {"answers": {"tempo": "ja"}, "text": "Gut \ud83d"}, "schluss")
            assert status in (200, 422)
    served.order("reveal", step="schluss")
    assert served.stream("/leitung/ereignisse", served.facilitator).next()
    assert not caplog.records


def test_a_refusal_says_which_vote_it_is_for(served):
    served.open()
    token = served.join()
    for value, code in (("ja", None), ("vielleicht", "bad_value")):
        _, answer = served.vote(token, value, nonce=f"nonce-{value}")
        assert (answer["session"], answer["nonce"], answer.get("code")) == (
            served.room.name,
            f"nonce-{value}",
            code,
        )
    served.order("close", step="meinung")
    _, answer = served.vote(token, "nein", nonce="nonce-late")
    assert (answer["code"], answer["nonce"]) == ("closed", "nonce-late")


def test_an_earlier_vote_that_comes_late_replaces_nothing(served):
    served.open()
    token = served.join()
    for number, value in enumerate(("ja", "nein", "ja")):
        assert served.vote(token, value, nonce=f"nonce-{number:02}")[0] == 200
    for number, value in enumerate(("ja", "nein")):
        status, answer = served.vote(token, value, nonce=f"nonce-{number:02}")
        assert (status, answer["code"]) == (409, "replaced")
    assert served.vote(token, "ja", nonce="nonce-02")[0] == 200
    mine = served.state(token)["step"]["activity"]["mine"]
    assert mine == {"nonce": "nonce-02", "value": "ja"} and served.values() == ["ja"]


def test_a_command_that_comes_twice_or_late_comes_into_effect_once_also_after_a_restart(served, url):
    served.open()
    token = served.join()
    served.vote(token)
    assert served.order("reset", step="meinung", id="command-1")[1]["id"] == "command-1"
    served.order("open", step="meinung", round=1, id="command-2")
    served.vote(token, nonce="nonce-02")
    assert served.order("reset", step="meinung", id="command-1")[0] == 200  # a copy, late
    assert served.values() == ["ja"]
    refused = served.order("open", step="meinung", round=9, id="command-3")
    assert refused[1]["code"] == "bad_round" and refused[1]["id"] == "command-3"
    assert served.order("open", step="meinung", round=9, id="command-3") == refused
    assert served.order("close", step="meinung", id=7)[0] == 400
    longer = {"action": "more", "minutes": 1, "id": "command-4"}
    served.order("timer", action="start", minutes=5)
    served.order("timer", **longer)
    given = served.room.record.session.timer
    served.stop()
    again = Served(url)
    try:
        assert again.order("timer", **longer)[1]["id"] == "command-4"  # its answer was lost
        assert again.room.record.session.timer == given
        assert again.order("reset", step="meinung", id="command-1")[0] == 200
        assert again.values() == ["ja"]
        assert again.order("timer", **longer | {"id": "command-5"})[0] == 200
        assert again.room.record.session.timer.left > given.left
    finally:
        again.stop()


def test_so_many_commands_are_known_again_as_a_network_may_repeat():
    session = Session("ABC", AGENDA)
    for number in range(3 * MOST_KNOWN):
        session = session.noting(f"command-{number}")
    assert session.done == tuple(f"command-{number}" for number in range(2 * MOST_KNOWN, 3 * MOST_KNOWN))


@pytest.mark.parametrize(
    "path", ["mitmachen", "mitmachen/{code}", "leitung", "leinwand", "mitmachen/{code}/qr.svg"]
)
def test_head_answers_like_get_without_content(served, path):
    status, content = served.request("HEAD", "/" + path.format(code=served.code))
    assert (status, content) == (200, b"")


def test_head_of_a_stream_does_not_wait(served):
    token, start = served.join(), time.monotonic()
    assert served.request("HEAD", f"/mitmachen/{served.code}/ereignisse", token)[0] == 200
    assert time.monotonic() - start < 5 and not served.room.connected
    assert served.request("HEAD", f"/mitmachen/{served.code}/ereignisse", "x" * 43)[0] == 401
    for path, key in (("leitung", served.facilitator), ("leinwand", served.room.projector)):
        assert served.request("HEAD", f"/{path}/ereignisse", key)[0] == 200
        assert served.request("HEAD", f"/{path}/ereignisse", token)[0] == 401


def test_a_watchman_hears_whether_votes_can_be_kept(served):
    status, answer = served.request("GET", "/gesund")
    assert (status, answer["gesund"], answer["workshop"]) == (200, True, "laeuft")
    assert served.request("HEAD", "/gesund")[0] == 200
    served.room.trouble = "Der Datenträger ist voll."
    assert served.request("GET", "/gesund")[0] == 503
    served.room.trouble = None
    served.order("end", confirm="beenden")
    assert served.request("GET", "/gesund")[1]["workshop"] == "beendet"


def test_when_hardly_any_connection_is_left_phones_ask_instead_of_listening(served, monkeypatch):
    token = served.join()
    monkeypatch.setattr(streams, "crowded", lambda _: True)
    monkeypatch.setattr("coursetools.workshop.phone_handlers.crowded", lambda _: True)
    status, answer = served.request("GET", f"/mitmachen/{served.code}/ereignisse", token)
    assert (status, answer["code"]) == (503, "no_stream") and "alle paar Sekunden" in answer["remedy"]
    served.open()
    assert served.state(token)["step"]["activity"]["state"] == "open"
    assert served.vote(token)[0] == 200
    assert not served.room.connected


def test_the_chosen_address_is_shown_and_its_code_is_another_picture(served):
    other = "http://198.51.100.7:80/mitmachen"
    served.workshop.addresses.append(other)
    stream = served.stream("/leinwand/ereignisse", served.room.projector)
    before = stream.next()["join"]
    assert served.order("address", address="http://boese.example/mitmachen")[1]["code"] == "unknown_address"
    assert served.order("address", address=other)[0] == 200
    after = stream.until(lambda state: state["join"] != before)["join"]
    assert after["address"] == other and after["qr"] != before["qr"]
    state = served.stream("/leitung/ereignisse", served.facilitator).next()
    assert state["join"]["addresses"] == [before["address"], other]
    pictures = {served.request("GET", one["qr"])[1] for one in (after,)}
    served.order("address", address=before["address"])
    assert served.request("GET", before["qr"])[1] not in pictures
