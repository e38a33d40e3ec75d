"""``serve`` and ``workshop`` work where neither forks nor POSIX signals, sockets and modules exist."""

import http.client
import json
import os
import re
import signal
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from serving import ADDRESS, Heard, alive, notebook_course, wait_for
from visiting import Visitor, frame

SCRIPT = Path(__file__).parents[2] / "without_posix.py"
SLIDER = "from fairki import ui\nui.Slider('p.s', 'Anteil', 0, 10, 1, '', 2)"
LEADS = re.compile(r"(http://\S+/leitung)#(\S+)")
CODE = re.compile(r"Code: (\w+)")


class Elsewhere(Heard):
    """A command of the course, with ``root`` as its course, on a machine without POSIX; ``lines`` is what it says."""

    def __init__(self, root: Path, *command: str):
        super().__init__(
            sys.executable,
            SCRIPT,
            "-m",
            "coursetools",
            *command,
            env={**os.environ, "FAIRKI_ROOT": str(root), "COLUMNS": "200", "PYTHONPATH": str(SCRIPT.parent)},
        )

    @property
    def url(self) -> str:
        """Where the course is."""
        return self.hears(ADDRESS)[1]

    def family(self) -> list[psutil.Process]:
        """All that it started."""
        return psutil.Process(self.process.pid).children(recursive=True)

    def interrupt(self) -> None:
        """Press Ctrl-C, and wait for the end in order."""
        family = self.family()
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(30) == 0, "\n".join(self.lines)
        wait_for(lambda: not any(map(alive, family)), 30, "its kernels end, too")


@pytest.fixture
def elsewhere(tmp_path):
    """Starts commands on a small course."""
    root = notebook_course(tmp_path, probe=[SLIDER])
    started = []

    def start(*command: str) -> Elsewhere:
        started.append(Elsewhere(root, *command))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait()


def answer(visitor: Visitor, value: int) -> bool:
    """Whether a kernel took an answer."""
    (model,) = json.loads(re.search(r'id="fairki-widgets">(.*?)</script>', visitor.html)[1])
    content = {
        "comm_id": model,
        "data": {"method": "update", "state": {"value": value}, "buffer_paths": []},
    }
    return visitor.answered(frame(content=content))


def test_without_posix_a_page_is_read_and_answered_and_ctrl_c_ends_the_course(elsewhere):
    course = elsewhere("serve", "--port", "0", "--no-browser")
    visitor = Visitor(course)
    assert visitor.status == 200 and visitor.connect().welcome()
    assert answer(visitor, 7)
    course.interrupt()
    assert course.lines[-1] == "Der Kurs ist beendet."


def ask(url: str, path: str, token: str = "", **body: object) -> dict:
    """What a workshop answers: to a request with a body, or to one without."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    connection.request("POST" if body else "GET", path, json.dumps(body) if body else None, headers)
    with connection.getresponse() as given:
        content = given.read()
        assert given.status == 200, content
    return json.loads(content or "null")


def test_without_posix_a_phone_votes_and_the_workshop_goes_on_after_ctrl_c(elsewhere):
    call = ("workshop", "--host", "127.0.0.1", "--port", "0")
    first = elsewhere(*call)
    leads, token = first.hears(LEADS).groups()
    code = first.hears(CODE)[1]
    phone = ask(leads, f"/mitmachen/{code}/beitreten", name="")["token"]
    for command in ("go", "open"):
        ask(leads, "/leitung/befehl", token, command=command, step="vorher", round=1)
    vote = {"step": "vorher", "round": 1, "nonce": "nonce-01", "value": "beide"}
    ask(leads, f"/mitmachen/{code}/stimme", phone, **vote)
    first.interrupt()
    again = elsewhere(*call)
    assert again.hears(LEADS)[1] == leads  # the same port: the phones find it
    state = ask(leads, f"/mitmachen/{code}/stand", phone)
    assert state["step"]["activity"]["mine"]["value"] == "beide"
    again.interrupt()
