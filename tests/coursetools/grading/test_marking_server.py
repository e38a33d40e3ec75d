"""The page for free texts answers this machine alone, to whoever has the token, and nothing that it does not know."""

import asyncio
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator

import free_texts
import pytest
from free_texts import Text

from coursetools.grading import grade
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.marking import handlers
from coursetools.grading.marking.desk import FirstDesk
from coursetools.grading.marking.server import HOST, Server

A = "abgabe-aaaaa"


class Running:
    """A server in a thread of its own."""

    def __init__(self, desk: FirstDesk):
        self.desk, self.loop, ready = desk, asyncio.new_event_loop(), threading.Event()

        async def start() -> None:
            self.server = Server(desk, desk.folder)
            ready.set()

        def run() -> None:
            asyncio.set_event_loop(self.loop)
            self.loop.run_until_complete(start())
            self.loop.run_forever()

        self.thread = threading.Thread(target=run)
        self.thread.start()
        ready.wait(20)

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self.server.stop)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(20)
        self.loop.close()

    def ask(self, path: str, body=None, headers=None, known: bool = True) -> tuple[int, dict, bytes]:
        """Status, headers and content of an answer."""
        content = json.dumps(body).encode() if isinstance(body, dict | list) else body
        token = {"Authorization": f"Bearer {self.server.token}"} if known else {}
        request = urllib.request.Request(
            f"http://{HOST}:{self.server.port}{path}", content, headers=token | (headers or {})
        )
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, dict(answer.headers), answer.read()
        except urllib.error.HTTPError as refused:
            return refused.code, dict(refused.headers), refused.read()


@pytest.fixture(scope="module")
def running(tmp_path_factory) -> Iterator[Running]:
    root = free_texts.written(tmp_path_factory.mktemp("seite") / "kurs", {A: Text("Geheim bleibt geheim.")})
    asked = free_texts.question(root)
    with Gradebook(root) as book:
        started = Running(FirstDesk(root / grade.FOLDER, book, {asked.key: asked}))
        yield started
        started.stop()


def decision(**other) -> dict:
    return {"key": "werte/f1", "id": A, "points": 1, "criteria": [], "comment": "", "edit": "e"} | other


PRIVATE = (
    ("/questions", None),
    ("/question?key=werte/f1", None),
    ("/decide", decision()),
    ("/undo", {}),
    ("/bank", {"key": "werte/f1", "text": "x"}),
    ("/bank/remove", {"key": "werte/f1", "text": "x"}),
    ("/second?key=werte/f1", None),
    ("/second?key=werte/f1", {}),
)


def test_without_the_token_nobody_learns_or_changes_anything(running):
    before = running.desk.decisions(running.desk.questions["werte/f1"])
    for path, body in PRIVATE:
        for headers in (
            {},
            {"Authorization": "Bearer falsch"},
            {"Authorization": "Bearer "},
            {"Authorization": "Bearer \xe4"},
        ):
            status, _, content = running.ask(path, body, headers, known=False)
            assert status == 401 and b"Geheim" not in content and json.loads(content)["remedy"]
    assert running.desk.decisions(running.desk.questions["werte/f1"]) == before
    status, _, content = running.ask("/", known=False)  # the page itself holds nothing
    assert status == 200 and b"Geheim" not in content and running.server.token.encode() not in content


@pytest.mark.parametrize(
    "headers",
    [{"Host": "boese.example"}, {"Host": "127.0.0.1"}, {"Host": "127.0.0.1.boese.example:80"},
     {"Origin": "http://boese.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"}],
)  # fmt: skip
def test_another_host_or_another_site_is_refused_even_with_the_token(running, headers):
    for path, body in (*PRIVATE, ("/", None), ("/static/bewerten.js", None)):
        status, _, content = running.ask(path, body, headers)
        assert status == 403 and b"Geheim" not in content, path
    own = {"Origin": f"http://{HOST}:{running.server.port}"}
    assert running.ask("/questions", headers=own)[0] == 200


@pytest.mark.parametrize(
    "path",
    ["/gradebook.db", "/static/../server.py", "/static/..%2fserver.py", "/static/%2e%2e/server.py",
     "/static//etc/passwd", "/static/", "/static/fairki.css/", "/../../etc/passwd", "/bewertung/zuordnung.csv"],
)  # fmt: skip
def test_no_path_leads_to_a_file_that_is_not_listed(running, path):
    assert running.ask(path)[0] == 404


def test_the_rules_for_the_browser_are_strict(running):
    for path in ("/", "/questions", "/static/bewerten.js", "/nichts"):
        _, headers, _ = running.ask(path)
        policy = headers["Content-Security-Policy"]
        assert (
            "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        )
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["Cache-Control"] == "no-store"
        assert "Server" not in headers


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"{", 400), (b"[]", 400), (b"\xff", 400), (b"[" * 60_000, 400), ({}, 404), (decision(key="x"), 404),
     (decision(key=["werte/f1"]), 404), (decision(id="abgabe-zzzzz"), 410), (decision(id=None), 400),
     (decision(edit="e" * 65), 400), (decision(points=99), 400), (decision(points="1"), 400),
     (decision(before={"points": 4, "criteria": [], "comment": ""}), 409), (decision(before=[]), 400),
     (decision(before={"points": True, "criteria": [], "comment": ""}), 400),
     (decision(criteria=["<b>"]), 400), (decision(comment=7), 400), (b'{"a": "' + b"x" * (64 << 10) + b'"}', 413)],
)  # fmt: skip
def test_what_is_no_decision_is_refused_with_words_and_changes_nothing(running, body, status):
    before = running.desk.decisions(running.desk.questions["werte/f1"])
    got, _, content = running.ask("/decide", body)
    assert got == status and json.loads(content)["error"]
    assert running.desk.decisions(running.desk.questions["werte/f1"]) == before


def test_a_file_that_is_far_too_large_is_never_read(running, monkeypatch):
    monkeypatch.setattr(handlers.Second, "most", 1000)
    assert running.ask("/second?key=werte/f1", b"x" * 1001)[0] == 413
    assert running.ask("/second?key=werte/f1", b"x")[0] == 422


def test_a_comment_goes_into_the_collection_and_out_again(running):
    about = {"key": "werte/f1", "text": "Sehr klar."}
    assert json.loads(running.ask("/bank", about)[2]) == {"bank": ["Sehr klar."]}
    status, _, content = running.ask("/bank", about | {"text": "Wie abgabe-aaaaa."})
    assert status == 409 and "keine Namen" in json.loads(content)["remedy"]
    assert json.loads(running.ask("/bank/remove", about)[2]) == {"bank": []}
    assert running.ask("/bank", about | {"text": " "})[0] == 400
