"""A workshop with real handlers and a real database, served from a thread of its own."""

import asyncio
import http.client
import json
import logging
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from coursetools.serve.assets import Assets, publish
from coursetools.serve.hosts import Hosts
from coursetools.workshop import handlers
from coursetools.workshop.page_files import PageFiles
from coursetools.workshop.room import begin, open_room
from coursetools.workshop.rooms import Rooms
from coursetools.workshop.store import Store
from coursetools.workshop.workshop import Agendas, Workshop, report

OPTIONS = [["ja", "Ja"], ["nein", "Nein"]]
AGENDA = {
    "id": "probe",
    "title": "Probe",
    "minutes": 30,
    "steps": [
        {"id": "hallo", "title": "Hallo", "minutes": 5, "kind": "talk", "ask": ["Wer ist da?"]},
        {
            "id": "meinung",
            "title": "Ihre Meinung",
            "minutes": 5,
            "kind": "activity",
            "activity": "poll",
            "settings": {"question": "Ist das fair?", "options": OPTIONS},
        },
        {
            "id": "nachher",
            "title": "Ihre Meinung danach",
            "minutes": 5,
            "kind": "activity",
            "activity": "poll",
            "settings": {"question": "Ist das fair?", "options": OPTIONS},
            "again": "meinung",
        },
        {
            "id": "schluss",
            "title": "Rückschau",
            "minutes": 5,
            "kind": "activity",
            "activity": "retrospective",
            "settings": {
                "title": "Rückschau",
                "questions": [{"id": "tempo", "question": "Wie war das Tempo?", "options": OPTIONS}],
                "free_text": False,
                "prompt": "Was fehlt?",
            },
        },
    ],
}
OTHER = {**AGENDA, "id": "anders", "title": "Anders", "steps": AGENDA["steps"][:2]}
AGENDAS = Agendas({"probe": AGENDA, "anders": OTHER}, lambda units: OTHER, [{"id": "01.1", "title": "Eins"}])


class Served:
    """The workshop of the database at `url`, and on the same server those of `others`; listens at any free port."""

    def __init__(self, url: str, *others: str):
        self.store, self.others = Store(url), [Store(one) for one in others]
        self._started, self._loop = threading.Event(), asyncio.new_event_loop()
        self._thread = threading.Thread(target=lambda: self._loop.run_until_complete(self._serve()))
        self._thread.start()
        assert self._started.wait(10)

    async def _serve(self) -> None:
        self._over = asyncio.Event()
        log = report(logging.getLogger("workshop"))
        sockets = bind_sockets(0, "127.0.0.1")
        self.port = sockets[0].getsockname()[1]
        self.room, self.facilitator = open_room(self.store, self.store.load() or begin(AGENDA, 1), log)
        self.code = self.room.record.session.code
        workshop = Workshop(self.room, AGENDAS, f"http://127.0.0.1:{self.port}/mitmachen", "/", lambda: None)
        self.workshop = workshop
        self.beside = [open_room(one, one.load() or begin(OTHER, 1), log) for one in self.others]
        beside = [Workshop(room, AGENDAS, workshop.join, "/", lambda: None) for room, _ in self.beside]
        self.hosts = Hosts()
        assets = Assets("/")
        application = Application(
            handlers.routes("/"),
            hosts=self.hosts,
            streams=set(),
            workshops=Rooms([workshop, *beside]),
            workshop_pages=PageFiles(assets, publish(assets)),
            compress_response=True,
            log_function=lambda handler: None,
        )
        server = HTTPServer(application, max_body_size=1 << 16)
        server.add_sockets(sockets)
        rooms = [self.room, *(room for room, _ in self.beside)]
        writers = [asyncio.create_task(room.write()) for room in rooms]
        self._started.set()
        await self._over.wait()
        server.stop()
        await server.close_all_connections()
        for writer, room in zip(writers, rooms, strict=True):
            writer.cancel()
            room.close()

    def stop(self) -> None:
        """End it; the database stays."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._over.set)
            self._thread.join(10)
        assert not self._thread.is_alive()

    def request(
        self,
        method: str,
        path: str,
        token: str = "",
        body: Any = None,
        kind: str = "application/json",
        more: Mapping[str, str] = MappingProxyType({}),
    ) -> tuple[int, Any]:
        """Status and content of an answer; `body` may be bytes; `more`: headers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        headers = {"Content-Type": kind} if body is not None else {}
        headers |= more
        if token:
            headers["Authorization"] = f"Bearer {token}"
        try:
            connection.request(method, path, sent, headers)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        if method != "HEAD" and answer.headers["Content-Type"].startswith("application/json"):
            return answer.status, json.loads(content)
        return answer.status, content

    def join(self) -> str:
        """The token of a new participant."""
        status, answer = self.request("POST", f"/mitmachen/{self.code}/beitreten", body={})
        assert status == 200
        return answer["token"]

    def vote(
        self, token: str, value: Any = "ja", step: str = "meinung", round_: int = 1, nonce: str = "nonce-01"
    ) -> tuple[int, Any]:
        """Status and answer of a vote."""
        body = {"step": step, "round": round_, "nonce": nonce, "value": value}
        return self.request("POST", f"/mitmachen/{self.code}/stimme", token, body)

    def order(self, command: str, **values: Any) -> tuple[int, Any]:
        """Status and answer of a facilitator's command."""
        return self.request("POST", "/leitung/befehl", self.facilitator, {"command": command, **values})

    def open(self, step: str = "meinung", round_: int = 1) -> None:
        """Go to an activity and open it."""
        assert self.order("go", step=step)[0] == 200
        assert self.order("open", step=step, round=round_)[0] == 200

    def values(self, round_: int = 1, step: str = "meinung") -> list:
        """What counts in a round."""
        return [vote.value for vote in self.room.record.votes.get((step, round_), {}).values()]

    def state(self, token: str) -> dict:
        """What a phone sees."""
        status, answer = self.request("GET", f"/mitmachen/{self.code}/stand", token)
        assert status == 200, answer
        return answer

    def stream(self, path: str, token: str) -> "Stream":
        """An open stream of events."""
        return Stream(self.port, path, token)


class Stream:
    """Reads server-sent events."""

    def __init__(self, port: int, path: str, token: str):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self._connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
        self.answer = self._connection.getresponse()

    def next(self) -> dict:
        """The data of the next event."""
        for line in self.answer:
            if line.startswith(b"data: "):
                return json.loads(line[6:])
        raise EOFError

    def until(self, condition) -> dict:
        """The first state that meets a condition."""
        while not condition(state := self.next()):
            pass
        return state

    def close(self) -> None:
        """Hang up."""
        self.answer.close()
        self._connection.close()


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a database."""
    return f"sqlite:///{tmp_path / 'workshop' / 'workshop.db'}"


@pytest.fixture
def served(url: str) -> Iterator[Served]:
    """A workshop while people arrive."""
    one = Served(url)
    yield one
    one.stop()
