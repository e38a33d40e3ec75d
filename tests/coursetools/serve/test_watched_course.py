"""Figures for whoever watches: off by default, at a port of their own, and about nobody."""

import re

import pytest
from serving import notebook_server, wait_for
from visiting import Visitor, fetch, frame

from coursetools.serve import metrics
from fairki.errors import SetupError

SLIDER = "from fairki import ui\ns = ui.Slider('p.s', 'Anteil', 0, 10, 1, '', 2)\ns"
SHOWN = """
from functools import partial
from coursetools.serve import app as serving
app.run = partial(app.run, figures="0")
serving.FairkiVoila.announce = (lambda announce: lambda self: (
    self.say(f"Zahlen: http://127.0.0.1:{self.metrics.port}/metriken"), announce(self)
))(serving.FairkiVoila.announce)
"""


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """A server that shows figures, and where."""
    server = notebook_server(tmp_path_factory.mktemp("kurs"), SHOWN, probe=[SLIDER])
    server.figures = next(line.partition(": ")[2] for line in server.lines if line.startswith("Zahlen: "))
    yield server
    server.stop()


def figures(server) -> dict[str, float]:
    """Name (with labels) → value."""
    status, headers, text = fetch(server.figures)
    assert status == 200 and headers["Content-Type"].startswith("text/plain; version=")
    return {name: float(value) for name, value in re.findall(r"^(\w\S*) (\S+)$", text, re.MULTILINE)}


def test_they_say_how_the_course_stands_and_follow_what_happens(watched):
    assert fetch(f"{watched.url}modul/probe")[0] == 200  # somebody reads, so a kernel waits
    before = wait_for(
        lambda: (now := figures(watched))['fairki_kernels{use="reserve"}'] == 1 and now, 60, "a reserve"
    )
    assert before["fairki_pages_connected"] == 0 and before["fairki_kernel_places"] >= 20
    visitor = Visitor(watched).connect()
    assert visitor.welcome() and visitor.answered(frame())
    fetch(watched.url, Host="rebound.example")
    now = figures(watched)
    assert now["fairki_pages_connected"] == now['fairki_kernels{use="in_use"}'] == 1
    assert now["fairki_pages_total"] == before.get("fairki_pages_total", 0) + 1
    assert now['fairki_refused_total{reason="host"}'] == 1
    memory = [now[f'fairki_memory_bytes{{part="{part}"}}'] for part in ("server", "kernels")]
    assert min(memory) > 1 << 20
    assert now["process_open_fds"] > 5 and now["fairki_connections"] >= 1
    assert visitor.leave() == 204
    wait_for(lambda: figures(watched)["fairki_pages_connected"] == 0, 10, "it is gone")


def test_they_stand_at_their_own_port_alone_and_every_one_says_in_german_what_it_is(watched):
    assert fetch(f"{watched.url}metriken")[0] == 404
    origin = watched.figures.removesuffix("metriken")
    assert fetch(origin)[0] == fetch(f"{origin}modul/probe")[0] == 404
    assert fetch(watched.figures, "POST")[0] == 405 and fetch(watched.figures, "HEAD")[0] == 200
    text = fetch(watched.figures)[2]
    ours = re.findall(r"^# HELP (fairki_\w+) (.+)$", text, re.MULTILINE)
    assert len(ours) >= 12 and all(about.strip() for _, about in ours)
    labels = set(re.findall(r'(\w+)="', "\n".join(re.findall(r"^fairki_.*$", text, re.MULTILINE))))
    assert labels <= {"reason", "use", "for", "part"}  # no page, no room, no address, no name


def test_a_place_is_a_port_of_this_machine_unless_another_is_named():
    assert metrics.place("9100") == ("127.0.0.1", 9100)
    assert metrics.place("0.0.0.0:9100") == ("0.0.0.0", 9100)
    assert metrics.place("[::]:9100") == ("::", 9100)
    for wrong in ("", "x", "9100x", "1:65536", "-1", "²"):
        with pytest.raises(SetupError, match="kein Anschluss"):
            metrics.place(wrong)
    with pytest.raises(SetupError, match="gehört nicht zu diesem Rechner"):
        metrics.Metrics("192.0.2.1", 9100, list)
