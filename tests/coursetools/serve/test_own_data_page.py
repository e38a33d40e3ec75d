"""The page for data of one's own: only where nobody else's machine takes part."""

import socket

import pytest
import websocket
from nbformat import v4
from serving import FEW_MODULES, Server, notebook_course
from visiting import Visitor, fetch

from coursetools import notebooks, pages
from coursetools.serve import de, hosts
from coursetools.serve.site import site
from fairki import manifest

PAGE = "from fairki import ui\nui.Text('<p>Hier wird geprüft.</p>')"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_a_course_on_loopback_is_alone(host, monkeypatch):
    monkeypatch.delenv(hosts.VARIABLE, raising=False)
    assert hosts.alone(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "kurs.firma.de", ""])
def test_a_course_that_others_reach_is_not_alone(host, monkeypatch):
    monkeypatch.delenv(hosts.VARIABLE, raising=False)
    assert not hosts.alone(host)


def test_a_public_address_means_a_proxy_even_before_loopback(monkeypatch):
    monkeypatch.setenv(hosts.VARIABLE, "https://kurs.firma.de")
    assert not hosts.alone("127.0.0.1")


def test_without_being_asked_for_the_site_has_no_such_page(root):
    course = manifest.read(root)
    assert not site(course, root).takes_own_data


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A small course that has the page."""
    folder = notebook_course(tmp_path_factory.mktemp("kurs"), probe=["# Probe"])
    made = v4.new_notebook(cells=[v4.new_markdown_cell("# Eigene Daten"), v4.new_code_cell(PAGE)])
    (folder / "modules" / pages.OWN_DATA).write_text(notebooks.dumps(notebooks.normalise(made)), "utf-8")
    pages.build(folder)
    return folder


def test_on_ones_own_machine_the_start_page_leads_there_and_a_proxy_does_not(course):
    server = Server(course, preamble=FEW_MODULES)
    try:
        status, _, html = fetch(f"{server.url}eigene-daten.html")
        assert status == 200 and "Eigene Daten" in html and "fairki-widgets" in html
        assert 'href="/eigene-daten.html"' in fetch(server.url)[2]
        status, _, html = fetch(f"{server.url}eigene-daten.html", **{"X-Forwarded-For": "192.0.2.99"})
        assert status == 403 and de.OWN_DATA_OFF[1] in html and "fairki-widgets" not in html
        line = f"{server.url}besuch/{'0' * 32}?seite=eigene-daten"
        assert fetch(line, **{"X-Forwarded-For": "192.0.2.99"})[0] == 404
        # A proxy that says nothing of itself brings nobody else's data here either.
        visitor = Visitor(server, "eigene-daten")
        with pytest.raises(
            websocket.WebSocketBadStatusException, match="403"
        ):  # as a browser behind it connects
            visitor.connect(origin="https://firma.example")
        assert visitor.connect(origin=server.url.rstrip("/")).welcome()  # as on one's own machine
        with socket.create_connection(("127.0.0.1", server.port), timeout=20) as plain:
            plain.sendall(b"GET /eigene-daten HTTP/1.0\r\nHost: localhost\r\n\r\n")  # as nginx asks by itself
            assert plain.recv(64).startswith(b"HTTP/1.1 403")
    finally:
        server.stop()


def test_on_a_shared_server_it_is_switched_off_and_says_why(course):
    shared = f"import os; os.environ[{hosts.VARIABLE!r}] = 'kurs.firma.de'"
    server = Server(course, preamble=f"{FEW_MODULES}\n{shared}")
    try:
        status, _, html = fetch(f"{server.url}eigene-daten")
        assert status == 403 and de.OWN_DATA_OFF[1] in html
        assert "eigene-daten" not in fetch(server.url)[2]
        assert fetch(f"{server.url}besuch/{'0' * 32}?seite=eigene-daten")[0] == 404
    finally:
        server.stop()
