"""Attacks on a workshop behind the very door, bounded in time and number: none harms anybody else in the room.

Which attack is tested where, ``serve/test_door_attacks`` says.
"""

import json
import re
import socket

import psutil
import pytest
from test_store import Killable, small_course  # noqa: F401 (a fixture)


@pytest.fixture
def room(small_course):  # noqa: F811
    """A workshop behind the very door, with an open question."""
    server = Killable(small_course)
    server.open()
    yield server
    server.stop()


def test_a_page_of_another_site_neither_joins_nor_votes_nor_leads(room):
    token, foreign = room.join(), {"Origin": "https://boese.example"}
    vote = json.dumps({"step": "meinung", "round": 1, "nonce": "nonce-01", "value": "ja"}).encode()
    # What a browser sends to another site without asking it first is a form or a plain text.
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        for path, key, body in (
            (f"/mitmachen/{room.code}/beitreten", "", b"{}"),
            (f"/mitmachen/{room.code}/stimme", token, vote),
            ("/leitung/befehl", room.facilitator, b'{"command": "end", "confirm": "beenden"}'),
        ):
            assert room.request("POST", path, key, body, kind, foreign)[0] == 403
            assert (
                room.request("POST", path, key, body, kind, {"Origin": "null"})[0] == 400
            )  # it may hide its name
    for method in ("OPTIONS", "PUT", "DELETE"):
        assert room.request(method, f"/mitmachen/{room.code}/stimme", more=foreign)[0] == 403
    assert (
        room.request("POST", f"/mitmachen/{room.code}/stimme", token, vote, "application/json", foreign)[0]
        == 403
    )
    state = room.stream("/leitung/ereignisse", room.facilitator).next()
    assert state["people"] == 1 and state["phases"]["meinung"]["answers"] == 0
    assert room.request("POST", "/leitung/befehl", room.facilitator, {"command": "go", "step": None},
                        more={"Host": "rebound.example"})[0] == 403  # fmt: skip


def test_a_flood_of_votes_slows_down_its_sender_alone(room):
    flooding, other = room.join(), room.join()
    statuses = [room.vote(flooding, nonce=f"nonce-{number:04}")[0] for number in range(120)]
    assert statuses[0] == 200 and statuses.count(429) >= 40
    assert room.vote(other, "nein")[0] == 200
    state = room.stream("/leitung/ereignisse", room.facilitator).next()
    assert state["phases"]["meinung"]["answers"] == 2
    assert not re.search(
        "127.0.0.1|Traceback", "\n".join(line for line in room.lines if "http://" not in line)
    )


def test_phones_that_listen_and_never_read_cost_no_memory_and_hold_up_nobody(room):
    deaf = []
    for token in [room.join() for _ in range(20)]:
        for _ in range(3):
            one = socket.socket()
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            one.connect(("127.0.0.1", room.port))
            asked = f"GET /mitmachen/{room.code}/ereignisse HTTP/1.1\r\nHost: localhost\r\n"
            one.sendall(f"{asked}Authorization: Bearer {token}\r\n\r\n".encode())
            deaf.append(one)
    before = psutil.Process(room.process.pid).memory_info().rss
    for round_ in range(20):
        room.order("go", step=["hallo", "meinung"][round_ % 2])
    assert psutil.Process(room.process.pid).memory_info().rss - before < 32 << 20
    room.open()
    assert room.vote(room.join(), "ja")[0] == 200
    for one in deaf:
        one.close()
