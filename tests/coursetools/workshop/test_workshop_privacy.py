"""What a workshop keeps about people: a number, a hash, and their answers; in no file and no log anything else."""

import http.client
import json
import re
import sqlite3
import sys
from pathlib import Path

import pytest
from test_store import Killable, small_course  # noqa: F401 (a fixture)

AGENT, LANGUAGE, COOKIE, REFERER = "Telefon-von-Anna/7", "de-xx-anna", "name=anna", "http://anna.example/"


def test_the_database_and_the_logs_hold_nothing_about_people(small_course):  # noqa: F811
    server = Killable(small_course)
    try:
        tokens = [
            _send(server, "POST", f"/mitmachen/{server.code}/beitreten", {})[1]["token"] for _ in range(6)
        ]
        server.open()
        for token in tokens:
            body = {"step": "meinung", "round": 1, "nonce": "nonce-01", "value": "ja"}
            assert _send(server, "POST", f"/mitmachen/{server.code}/stimme", body, token)[0] == 200
        # what goes wrong is written down: not by whom
        _send(server, "POST", f"/mitmachen/{server.code}/stimme", {"step": 1}, tokens[0])
        _send(server, "POST", f"/mitmachen/{server.code}/stimme", body | {"value": "falsch"}, tokens[0])
        _send(server, "GET", "/gibt/es/nicht", None, tokens[0])
        _send(server, "GET", f"/mitmachen/{server.code}/stand", None, "falsch")
        server.order("reveal", step="meinung")
        server.stream(f"/mitmachen/{server.code}/ereignisse", tokens[0]).next()
        files = {path: path.read_bytes() for path in small_course.rglob("*") if path.is_file()}
    finally:
        server.stop()
    files |= {path: path.read_bytes() for path in small_course.rglob("*") if path.is_file()}
    files[Path("console")] = "\n".join(
        line
        for line in server.lines
        if "Mitmachen:" not in line and "leitung#" not in line and "Der Kurs läuft" not in line
    ).encode()
    assert any(path.name.startswith("workshop.db") for path in files)
    traces = [AGENT, "Anna", "anna", LANGUAGE, "127.0.0.1", *tokens, server.facilitator]
    for path, content in files.items():
        for trace in traces:
            assert trace.encode() not in content, f"{trace} in {path}"


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
        "workshop_participant": ["id", "hash"],
        "workshop_vote": ["step", "round", "participant", "nonce", "value"],
    }
    assert [number for number, _ in participants] == [1] and re.fullmatch("[0-9a-f]{64}", participants[0][1])
    assert votes == [("meinung", 1, 1, "nonce-01", '"ja"')]


@pytest.mark.skipif(sys.platform == "win32", reason="Rights of files are different on Windows.")
def test_only_who_runs_the_server_may_read_the_folder(small_course):  # noqa: F811
    server = Killable(small_course)
    server.stop()
    assert (small_course / "workshop").stat().st_mode & 0o077 == 0


def test_a_fault_of_ours_is_written_down_without_a_word_on_who_was_there(small_course):  # noqa: F811
    broken = "from coursetools.workshop import views; views.mine = lambda room, number: 1 / 0"
    server = Killable(small_course, preamble=broken)
    try:
        token = server.join()
        status, answer = _send(server, "GET", f"/mitmachen/{server.code}/stand", None, token)
        assert status == 200  # there is no vote to show yet
        server.open()
        status, answer = _send(server, "GET", f"/mitmachen/{server.code}/stand", None, token)
        assert (status, answer["code"]) == (500, "failed") and "Zero" not in json.dumps(answer)
    finally:
        server.stop()
    written = (small_course / ".build" / "serve.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in written
    for trace in (AGENT, "127.0.0.1", "203.0.113.7", token, server.facilitator):
        assert trace not in written


def _send(server: Killable, method: str, path: str, body, token: str = "") -> tuple[int, dict]:
    """As a browser that tells a lot about its owner."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    headers = {
        "User-Agent": AGENT,
        "Accept-Language": LANGUAGE,
        "Cookie": COOKIE,
        "Referer": REFERER,
        "X-Forwarded-For": "203.0.113.7",
        "Content-Type": "application/json",
        "Authorization": f"Bearer {token}",
    }
    connection.request(method, path, None if body is None else json.dumps(body), headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    is_json = answer.headers["Content-Type"].startswith("application/json")
    return answer.status, json.loads(content) if is_json else {}
