"""A server with few descriptors: it lives, refuses kindly, forgets who left, and nobody takes it from the others."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import psutil
import pytest
from serving import notebook_server, wait_for
from visiting import Visitor, fetch, frame

from coursetools import machine
from coursetools.serve.tickets import FULL

pytestmark = pytest.mark.needs(machine.LINUX)

LIMIT = 440
FEW = f"""
import resource
from coursetools.serve import front
resource.setrlimit(resource.RLIMIT_NOFILE, (200, {LIMIT}))
front.PATIENCE = front.STALLED = 3
front.WATCH = front.CROWDED = 0.5
visits.UNUSED = visits.SWEEP = visits.IN_RESERVE = 1
"""
WORKERS = machine.processors() + 4  # threads that asyncio makes once, when it needs them
# Answers every message with a megabyte.
LOUD = """
from fairki import ui
s = ui.Slider('p.s', 'Anteil', 0, 10, 1, '', 2)
s.on_msg(lambda widget, content, buffers: widget.send({}, [bytes(1 << 20)]))
s
"""


@pytest.fixture(scope="module")
def narrow(tmp_path_factory):
    """A server with few descriptors, and how many it has at rest."""
    server = notebook_server(tmp_path_factory.mktemp("kurs"), FEW, probe=[LOUD])
    try:
        first = Visitor(server).connect()
        assert first.welcome()  # what is made once is made
        first.leave()
        server.rest = at_rest(server)
        yield server
        assert server.process.poll() is None
    finally:
        server.stop()


def used(server) -> tuple[int, int]:
    """Descriptors and threads of the serving process."""
    process = psutil.Process(server.process.pid)
    return process.num_fds(), process.num_threads()


def at_rest(server) -> tuple[int, int]:
    """The same, once everybody has left and no kernel waits any more."""
    wait_for(lambda: not server.kernels(), 90, "the kernels end")
    before = None
    while (now := used(server)) != before:
        before = now
        time.sleep(1.5)
    return now


@pytest.fixture(autouse=True)
def arrive(narrow):
    """Makes visitors, who leave after the test; then descriptors and threads are back at the start."""
    came = []

    def visitor(digest: str | None = None) -> Visitor:
        came.append(Visitor(narrow, digest=digest))
        return came[-1]

    yield visitor
    for one in came:
        one.leave()
    rest = at_rest(narrow)
    assert rest[0] <= narrow.rest[0] + 1 and rest[1] <= narrow.rest[1] + WORKERS, (rest, narrow.rest)


def harmed(server) -> float:
    """Seconds until another visitor has a page and a kernel."""
    begin = time.monotonic()
    visitor = Visitor(server).connect(timeout=20)
    assert visitor.welcome() and visitor.answered(frame())
    visitor.leave()
    return time.monotonic() - begin


def test_more_visitors_than_fit_are_refused_kindly_and_come_in_when_others_leave(narrow, arrive):
    first = arrive()
    with ThreadPoolExecutor(8) as pool:
        crowd = list(pool.map(lambda _: arrive(first.digest).connect(), range(40)))
        inside = list(pool.map(Visitor.welcome, crowd))
    assert 5 <= sum(inside) <= LIMIT // 10
    assert {one.code for one, was in zip(crowd, inside, strict=True) if not was} == {FULL}
    assert fetch(narrow.url)[0] == 200
    assert arrive().status == 200  # to read costs no place
    assert used(narrow)[0] < LIMIT
    crowd[inside.index(True)].leave()
    late = crowd[inside.index(False)].connect()
    assert late.welcome() and late.answered(frame())


def test_who_goes_back_at_once_leaves_nothing_behind(narrow, arrive):
    digest = arrive().digest
    for number in range(40):
        visitor = Visitor(narrow, digest=digest).connect()
        if number % 2:
            visitor.leave()
        else:
            visitor.hang_up()


@pytest.fixture
def crowd_the_door(narrow):
    """Opens very many connections that send something and do no more."""
    found = []

    def crowd(sent: bytes) -> socket.socket:
        for _ in range(LIMIT):
            found.append(socket.socket())
            found[-1].settimeout(15)
            found[-1].setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)  # what is not read is not taken
            found[-1].connect(("127.0.0.1", narrow.port))
            with suppress(ConnectionError):  # seen out already
                found[-1].sendall(sent)
        return found[-1]

    yield crowd
    for one in found:
        one.close()


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET / HTTP/1.1\r\nHost: loc",
        b"POST /verlassen/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{",
    ],
    ids=["nothing", "half a head", "no body"],
)
def test_half_open_connections_harm_nobody_and_are_ended(narrow, crowd_the_door, sent):
    last = crowd_the_door(sent)
    assert harmed(narrow) < 15
    with suppress(ConnectionResetError):
        assert last.recv(1) == b""


def test_who_asks_for_much_and_reads_nothing_harms_nobody(narrow, crowd_the_door):
    address = fetch(narrow.url + "modul/probe")[2].split('fairki-plotly" content="')[1].partition('"')[0]
    before = psutil.Process(narrow.process.pid).memory_info().rss
    sent = f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    crowd_the_door(sent)
    assert harmed(narrow) < 15
    assert psutil.Process(narrow.process.pid).memory_info().rss - before < 100 << 20  # all of it: 2 GB


def test_a_page_that_does_not_read_loses_its_connection_before_it_fills_the_memory(narrow, arrive):
    deaf = [arrive().connect() for _ in range(3)]
    for one in deaf:
        assert one.welcome()
    before = psutil.Process(narrow.process.pid).memory_info().rss
    (model,) = {word for word in deaf[0].html.split('"') if len(word) == 32 and word.isdigit()}
    ask = frame(content={"comm_id": model, "data": {"method": "custom", "content": {}}})
    for one in deaf:
        for _ in range(200):
            one.send(ask)
    wait_for(lambda: narrow.log.count("did not read") == 3, 20, "they are noticed")
    grown = psutil.Process(narrow.process.pid).memory_info().rss - before
    assert grown < 400 << 20, f"{grown >> 20} MB"  # without an end: 600 MB
    assert harmed(narrow) < 15


def test_a_flood_of_page_views_holds_no_place(narrow):
    with ThreadPoolExecutor(8) as pool:
        assert {
            status for status, *_ in pool.map(lambda _: fetch(narrow.url + "modul/probe"), range(220))
        } == {200}
    assert len(narrow.kernels()) <= LIMIT // 10 // 2
    assert harmed(narrow) < 15
