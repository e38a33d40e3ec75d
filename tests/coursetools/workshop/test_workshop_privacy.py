"""What a workshop keeps about people: a number, a hash, and their answers; in no file and no log anything else."""

import http.client
import json
import re
import socket
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from test_store import Killable, small_course  # noqa: F401 (a fixture)

from coursetools import machine
from coursetools.workshop import tokens
from coursetools.workshop.store import Store

AGENT, LANGUAGE, COOKIE, REFERER = "Telefon-von-Anna/7", "de-xx-anna", "name=anna", "http://anna.example/"
FORWARDED = "203.0.113.7"
TRACES = (AGENT, "Anna", "anna", LANGUAGE, FORWARDED, "127.0.0.1", "::1")
"""What a request tells about its sender."""
BROKEN = (
    b"GET\r\n\r\n",
    b"anna anna anna\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nanna\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nX-Name: anna\xff\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nX-Name: " + b"anna" * 20_000 + b"\r\n\r\n",
    b"GET /%ff%00anna HTTP/1.1\r\nHost: x\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: anna\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nanna\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nanna",  # and then hangs up
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03anna",  # a browser that tries https first
)
"""Requests that are none: a server is inclined to note them with the sender's address."""


def test_the_database_and_the_logs_hold_nothing_about_people(small_course):  # noqa: F811
    server = Killable(small_course)
    try:
        members = [
            _send(server, "POST", f"/mitmachen/{server.code}/beitreten", {})[1]["token"] for _ in range(6)
        ]
        server.open()
        for token in members:
            body = {"step": "meinung", "round": 1, "nonce": "nonce-01", "value": "ja"}
            assert _send(server, "POST", f"/mitmachen/{server.code}/stimme", body, token)[0] == 200
        # what goes wrong is written down: not by whom
        _send(server, "POST", f"/mitmachen/{server.code}/stimme", {"step": 1}, members[0])
        _send(server, "POST", f"/mitmachen/{server.code}/stimme", body | {"value": "falsch"}, members[0])
        _send(server, "POST", f"/mitmachen/{server.code}/stimme", "anna" * 4200, members[0])
        _send(server, "GET", "/gibt/es/nicht", None, members[0])
        _send(server, "GET", f"/mitmachen/{server.code}/stand", None, "falsch")
        for request in BROKEN:
            with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
                connection.sendall(request)
                connection.shutdown(socket.SHUT_WR)
                with suppress(ConnectionResetError):  # hung up on
                    connection.recv(1 << 16)
        server.order("reveal", step="meinung")
        server.stream(f"/mitmachen/{server.code}/ereignisse", members[0]).next()
        written = _written(small_course, server)
    finally:
        server.stop()
    written |= {f"{name} (afterwards)": content for name, content in _written(small_course, server).items()}
    # It is the right place to look: votes and digests of tokens are there, at the latest once the log is emptied.
    kept = written["workshop/workshop.db (afterwards)"]
    assert b"nonce-01" in kept and all(tokens.digest(one).encode() in kept for one in members)
    assert "workshop/workshop.db" in written
    _holds_no_trace(written, *members, server.facilitator)


def _written(course: Path, server: Killable) -> dict[str, bytes]:
    """Every file in the folder of the course, and what the terminal shows but the addresses for joining."""
    files = {
        path.relative_to(course).as_posix(): path.read_bytes() for path in course.rglob("*") if path.is_file()
    }
    meant = ("Mitmachen:", "leitung#", "Der Kurs läuft")
    lines = [line for line in list(server.lines) if not any(word in line for word in meant)]
    return files | {"terminal": "\n".join(lines).encode()}


def _holds_no_trace(written: dict[str, bytes], *more: str) -> None:
    for name, content in written.items():
        for trace in (*TRACES, *more):
            assert trace.encode() not in content, f"{trace} in {name}"


def test_the_tables_have_no_column_for_names_addresses_or_times(small_course):  # noqa: F811
    server = Killable(small_course)
    token = server.join()
    server.open()
    server.vote(token)
    server.stop()
    with sqlite3.connect(small_course / "workshop" / "workshop.db") as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {name: [row[1] for row in database.execute(f"PRAGMA table_info({name})")] for name in names}
        participants = database.execute("SELECT * FROM workshop_participant").fetchall()
        votes = database.execute("SELECT * FROM workshop_vote").fetchall()
    assert columns == {
        "workshop_version": ["version_num"],
        "workshop_session": ["code", "name", "day", "port", "state"],
        "workshop_key": ["hash", "role"],
        "workshop_participant": ["hash", "id"],
        "workshop_vote": ["step", "round", "participant", "nonce", "value", "seen"],
        "workshop_shown": ["step", "round", "values"],
    }
    ((hashed, number),) = participants
    assert number > 1 and re.fullmatch("[0-9a-f]{64}", hashed)
    assert votes == [("meinung", 1, number, "nonce-01", '"ja"', 0)]


@pytest.mark.needs(machine.POSIX)
def test_only_who_runs_the_server_may_read_the_folder(small_course):  # noqa: F811
    server = Killable(small_course)
    server.stop()
    assert (small_course / "workshop").stat().st_mode & 0o077 == 0


def test_a_fault_of_ours_is_written_down_without_a_word_on_who_was_there(small_course):  # noqa: F811
    broken = "from coursetools.workshop import views; views.own = lambda room, number: 1 / 0"
    server = Killable(small_course, preamble=broken)
    try:
        token = server.join()
        status, answer = _send(server, "GET", f"/mitmachen/{server.code}/stand", None, token)
        assert status == 200  # there is no vote to show yet
        server.open()
        status, answer = _send(server, "GET", f"/mitmachen/{server.code}/stand", None, token)
        assert (status, answer["code"]) == (500, "failed") and "Zero" not in json.dumps(answer)
        written = _written(small_course, server)
    finally:
        server.stop()
    written |= {f"{name} (afterwards)": content for name, content in _written(small_course, server).items()}
    log = written[".build/serve.log (afterwards)"]
    assert b"ZeroDivisionError" in log
    _holds_no_trace(written, token, server.facilitator)


def test_a_fault_of_the_database_is_written_down_without_the_vote(small_course):  # noqa: F811
    file = small_course / "workshop" / "workshop.db"
    Store(f"sqlite:///{file}").close()
    with sqlite3.connect(file) as database:
        database.execute(
            "CREATE TRIGGER broken BEFORE INSERT ON workshop_vote BEGIN SELECT RAISE(ABORT, 'broken'); END"
        )
    database.close()
    server = Killable(small_course)
    try:
        token = server.join()
        server.open()
        body = {"step": "meinung", "round": 1, "nonce": "nonce-01", "value": "nein"}
        status, answer = _send(server, "POST", f"/mitmachen/{server.code}/stimme", body, token)
        assert (status, answer["code"]) == (507, "not_saved")
    finally:
        server.stop()
    log = (small_course / ".build" / "serve.log").read_bytes()
    assert b"SQLITE_CONSTRAINT_TRIGGER" in log and b"room.py" in log
    _holds_no_trace({"serve.log": log}, token, tokens.digest(token), "nonce-01", "nein", server.facilitator)


def _send(server: Killable, method: str, path: str, body, token: str = "") -> tuple[int, dict]:
    """As a browser that tells a lot about its owner."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    headers = {
        "User-Agent": AGENT,
        "Accept-Language": LANGUAGE,
        "Cookie": COOKIE,
        "Referer": REFERER,
        "X-Forwarded-For": FORWARDED,
        "Content-Type": "application/json",
        "Authorization": f"Bearer {token}",
    }
    connection.request(method, path, None if body is None else json.dumps(body), headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    is_json = answer.headers["Content-Type"].startswith("application/json")
    return answer.status, json.loads(content) if is_json else {}
