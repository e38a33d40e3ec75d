"""Told to end, the course tells its pages to wait, ends its kernels in seconds, and goes on with them afterwards."""

import signal
import socket
import time

import psutil
import pytest
from serving import Server, alive, wait_for
from visiting import Visitor, fetch, frame

from coursetools import machine
from coursetools.serve.tickets import RESTARTS

SLIDER = "from fairki import ui\ns = ui.Slider('p.s', 'Anteil', 0, 10, 1, '', 2)\ns"


def ports(server: Server) -> set[int]:
    """Where it listens for others."""
    there = psutil.Process(server.process.pid).net_connections("tcp")
    return {one.laddr.port for one in there if one.status == psutil.CONN_LISTEN}


def test_pages_hear_that_the_course_will_be_back_and_it_ends_with_all_its_kernels(serve_notebooks):
    server = serve_notebooks(probe=[SLIDER])
    visitors = [Visitor(server).connect() for _ in range(3)]
    for one in visitors:
        assert one.welcome() and one.answered(frame())
    deaf = socket.create_connection(("127.0.0.1", server.port))  # half a request, and no more
    deaf.sendall(b"GET / HTTP/1.1\r\nHost: loc")
    kernels = wait_for(lambda: len(found := server.kernels()) == 3 and found, 60, "theirs")
    begin = time.monotonic()
    server.process.send_signal(signal.SIGTERM)
    for one in visitors:
        while one.hear():
            pass
        assert one.code == RESTARTS
    assert (
        server.process.wait(20) == 0 and time.monotonic() - begin < 15
    )  # it is told at once; the rest is the machine
    wait_for(lambda: not any(map(alive, kernels)), 5, "the kernels end")
    assert server.lines[-1] == "Der Kurs ist beendet." and server.log == ""
    deaf.close()
    again = Server(server.root, port=server.port)
    try:
        assert again.port == server.port and fetch(f"{again.url}modul/probe")[0] == 200
    finally:
        again.stop()


@pytest.mark.needs(machine.POSIX)
def test_who_asks_twice_does_not_wait_and_a_page_that_says_nothing_holds_nobody_up(serve_notebooks):
    server = serve_notebooks("app.LAST_ANSWERS = 60; app.FAREWELL = 60", probe=[SLIDER])
    silent = Visitor(server).connect()
    assert silent.welcome()  # and from now on it reads nothing
    server.process.send_signal(signal.SIGTERM)
    time.sleep(1)
    assert server.process.poll() is None
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(20) == 0 and server.lines[-1] == "Der Kurs ist beendet."


def test_nobody_new_comes_in_once_it_is_told_to_end_and_a_container_reads_of_it(serve_notebooks):
    given = "from functools import partial; from coursetools.serve.logs import Logs"
    given += "; app.run = partial(app.run, logs=Logs.of('stderr', 'text', 'info')); app.LAST_ANSWERS = 3"
    server = serve_notebooks(given, probe=[SLIDER])
    silent = Visitor(server).connect()
    assert silent.welcome()
    server.process.send_signal(signal.SIGTERM)
    time.sleep(0.5)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", server.port))
    assert server.process.wait(20) == 0
    said = [line.partition(" INFO ")[2] for line in server.lines if " INFO " in line]
    assert said == ["the course is served", "the course was told to end", "the course has ended"]
    assert server.log == ""
