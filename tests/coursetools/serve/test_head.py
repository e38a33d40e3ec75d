"""How the course answers whoever asks: HEAD like GET, and without the last slash."""

import http.client
import re

import pytest
from serving import Server, notebook_server

PATHS = [
    "",
    "gesund",
    "gesund/bereit",
    "woerter",
    "modul/probe",
    "modul/probe.html",
    "modul/gibt-es-nicht",
    "eigene-daten",
    "daten/bewerbungen",
    "gibt-es-nicht",
    "../course.toml",
]
BELOW = "from functools import partial; app.run = partial(app.run, address='https://kurs.test/kurs/')"
CHANGES = {"date"}


@pytest.fixture(scope="module")
def below(tmp_path_factory) -> Server:
    """A course that begins at /kurs/."""
    server = notebook_server(tmp_path_factory.mktemp("kurs"), BELOW, probe=["# Probe"])
    yield server
    server.stop()


def asked(server: Server, method: str, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and content of an answer to exactly this path."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    found = {name.lower(): value for name, value in answer.getheaders() if name.lower() not in CHANGES}
    return answer.status, found, content


@pytest.mark.parametrize("packed", ["gzip", "identity"])
def test_head_says_what_get_would_say_everywhere(below, packed):
    style = re.search(r'href="/kurs/(static/[^"]+\.css)"', asked(below, "GET", "/kurs/")[2].decode())[1]
    for path in (*PATHS, style):
        status, headers, content = asked(below, "GET", f"/kurs/{path}", **{"Accept-Encoding": packed})
        assert asked(below, "HEAD", f"/kurs/{path}", **{"Accept-Encoding": packed}) == (status, headers, b"")
        assert int(headers["content-length"]) == len(content) > 0, path


def test_without_the_last_slash_the_address_leads_to_the_course(below):
    for method in ("GET", "HEAD"):
        status, headers, _ = asked(below, method, "/kurs?x=1")
        assert (status, headers["location"]) == (302, "/kurs/")
    assert asked(below, "GET", "/kurs", Host="rebound.example")[0] == 403
    assert asked(below, "GET", "/kursx")[0] == 404
