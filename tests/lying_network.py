"""A network that lies: what stands between a phone and a server in an office, a hotel or a train."""

import http.client
import re
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

LOGIN, FORBIDDEN, PROXY_LOGIN, REDIRECT, NEEDS_LOGIN = "200", "403", "407", "302", "511"
"""Answers of its own, with a page for people; nothing is passed on."""
UNAUTHORISED, GONE = "401", "410"
"""The same with a status that the server uses, too."""
OTHER_JSON, CUT, LOST, TWICE, COPIED_LATE, SLOW = "json", "cut", "lost", "twice", "copied late", "slow"
"""JSON of somebody else; half of the real answer; none of it; the request twice; a copy that comes later (see
`deliver`); everything after some seconds."""
OWN = (LOGIN, FORBIDDEN, PROXY_LOGIN, REDIRECT, NEEDS_LOGIN, UNAUTHORISED, GONE)
PAGE = b"<!DOCTYPE html><html><head><title>WLAN</title></head><body><h1>Bitte anmelden</h1></body></html>"


class LyingNetwork:
    """A proxy before the server at `port` of localhost; listens at its own `port`.

    Attributes:
        passed: method and path of each request that reached the server.
    """

    def __init__(self, port: int, seconds: float = 3):
        self.behind, self.seconds = port, seconds
        self.passed: list[tuple[str, str]] = []
        self._lies: dict[str, str] = {}
        self._copies: list[tuple[str, str, bytes, dict]] = []
        network = self

        class Request(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                network.carry(self)

            do_POST = do_GET

            def log_message(self, *_: object) -> None:
                """Nothing: the tests look at what arrives."""

        self._server = ThreadingHTTPServer(("localhost", 0), Request)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def lie(self, where: str, how: str) -> None:
        """From now on lie about requests whose path matches `where`; the newest lie counts."""
        self._lies = {where: how, **{other: lie for other, lie in self._lies.items() if other != where}}

    def be_honest(self) -> None:
        """Pass everything on."""
        self._lies = {}

    def deliver(self) -> list[int]:
        """Let the copies arrive that were kept; the status of each answer."""
        copies, self._copies = self._copies, []
        return [self._ask(*copy).status for copy in copies]

    def close(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()

    def carry(self, request: BaseHTTPRequestHandler) -> None:
        """Answer a request, somehow."""
        body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
        how = next((how for where, how in self._lies.items() if re.search(where, request.path)), "")
        if request.path == "/anmeldung" or how in OWN or how == OTHER_JSON:
            self._answer(request, how or LOGIN)
            return
        sent = (request.command, request.path, body, dict(request.headers))
        if how == SLOW:
            time.sleep(self.seconds)
        if how == COPIED_LATE:
            self._copies.append(sent)
        if how == TWICE:
            threading.Thread(target=self._ask, args=sent, daemon=True).start()
        with suppress(OSError, http.client.HTTPException):
            self._hand_back(request, self._ask(*sent), how)

    def _ask(self, method: str, path: str, body: bytes, headers: dict) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("localhost", self.behind, timeout=60)
        kept = {name: value for name, value in headers.items() if name.lower() != "connection"}
        connection.request(method, path, body or None, kept)
        answer = connection.getresponse()
        self.passed.append((method, path))
        return answer

    def _hand_back(self, request: BaseHTTPRequestHandler, answer: http.client.HTTPResponse, how: str) -> None:
        request.close_connection = True
        if how in (CUT, LOST):
            content = (
                answer.read() if "event-stream" not in answer.headers["Content-Type"] else answer.read1()
            )
            if how == LOST:
                request.connection.close()
                return
            # The proxy says that this is all.
            half = content[: len(content) // 2]
            self._head(request, answer, {"Content-Length": str(len(half))})
            request.wfile.write(half)
            return
        self._head(request, answer, {})
        while part := answer.read1(1 << 16):
            request.wfile.write(part)
            request.wfile.flush()

    def _head(self, request: BaseHTTPRequestHandler, answer: http.client.HTTPResponse, more: dict) -> None:
        request.send_response_only(answer.status)
        for name, value in answer.headers.items():
            if name.lower() not in ("transfer-encoding", "connection", *map(str.lower, more)):
                request.send_header(name, value)
        for name, value in more.items():
            request.send_header(name, value)
        request.send_header("Connection", "close")
        request.end_headers()

    def _answer(self, request: BaseHTTPRequestHandler, how: str) -> None:
        content, kind = (
            (b'{"status": "ok"}', "application/json") if how == OTHER_JSON else (PAGE, "text/html")
        )
        request.send_response_only(200 if how == OTHER_JSON else int(how))
        if how == REDIRECT:
            request.send_header("Location", "/anmeldung")
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(content)))
        request.send_header("Connection", "close")
        request.end_headers()
        request.wfile.write(content)
        request.close_connection = True


@pytest.fixture
def lying() -> Iterator[list[LyingNetwork]]:
    """Networks that a test makes, to be closed at its end."""
    made: list[LyingNetwork] = []
    yield made
    for one in made:
        one.close()
