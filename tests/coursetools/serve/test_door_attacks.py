"""Attacks at the door with clients of our own, bounded in time and number: none harms another visitor.

What an attacker tries, and which tests show that it achieves nothing:

=============================  =======================================================================================
all descriptors                ``test_limits``: more visitors than fit, half-open connections; ``test_full_door``
flood of page views            ``test_limits``: a flood of page views; here: of odd requests
flood of messages to a kernel  ``test_app``: too large and too many messages
flood of joins and of votes    ``workshop/test_entrance``; ``workshop/test_workshop_attacks``: votes
slow readers                   ``test_limits``: files, pages; ``workshop/test_workshop_attacks``: phones
lone surrogates                ``test_guard``, ``test_app``, ``workshop/test_odd_requests``
``Host`` and ``Origin``        ``test_hosts``, ``test_app``; ``workshop/test_workshop_attacks``: another site
oversized                      ``test_app`` (messages), ``workshop/test_odd_requests`` (bodies); here: heads, bodies
path traversal                 here: plain, encoded, encoded twice, with backslashes and bytes that are none
forged addresses of a proxy    ``test_hosts``: nobody gets more places by posing as a proxy
code and forged messages       ``test_app``: code sent by hand, widgets of one's own
XSS by a file with progress    ``browser/test_injected``
XSS by a company's folder      ``browser/test_injected``, ``fairki/company/test_svg``, ``test_own_company``
XSS by answers in a workshop   ``workshop/test_handlers``, ``workshop/test_activities_own``
=============================  =======================================================================================
"""

import socket
import time
from contextlib import suppress

import psutil
import pytest
from serving import Server, notebook_server
from visiting import Visitor, fetch, frame

SLIDER = "from fairki import ui\ns = ui.Slider('p.s', 'Anteil', 0, 10, 1, '', 2)\ns"
OUT = ("etc/passwd", "course.toml", ".build/serve.log", "modules/probe.ipynb")
"""What somebody would like to read: of the machine and of the course's folder."""
UP = [
    "../",
    "..%2f",
    "%2e%2e/",
    "%2e%2e%2f",
    "%252e%252e%252f",
    "..%252f",
    "..\\",
    "..%5c",
    "%2e%2e%5c",
    "..%255c",
    "....//",
    "..;/",
    "%c0%ae%c0%ae/",
    "%e0%80%ae%e0%80%ae/",
    "..%00/",
    "%ff../",
    "/..//../",
]
POST = b"POST /verlassen/x HTTP/1.1\r\nHost: localhost\r\n"
BELOW = [
    "",
    "static/",
    "static/0123456789abcdef/",
    "modul/",
    "uebung/",
    "daten/",
    "besuch/",
    "verlassen/",
    "leitfaden/",
]


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Server:
    """A course behind the very door."""
    server = notebook_server(tmp_path_factory.mktemp("kurs"), probe=[SLIDER])
    yield server
    assert server.process.poll() is None and "Traceback" not in server.log
    server.stop()


def raw(port: int, *sent: bytes, patience: float = 10) -> bytes:
    """What comes back until the server hangs up."""
    received = b""
    with socket.create_connection(("127.0.0.1", port), timeout=patience) as connection:
        with suppress(ConnectionError):
            for part in sent:
                connection.sendall(part)
        with suppress(ConnectionError, TimeoutError):
            while part := connection.recv(1 << 16):
                received += part
    return received


def get(port: int, path: bytes, headers: bytes = b"") -> tuple[int, bytes]:
    """Status and content of an answer to exactly this path; 0 without one."""
    answer = raw(
        port, b"GET " + path + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + b"\r\n"
    )
    head, _, content = answer.partition(b"\r\n\r\n")
    return (int(head.split()[1]) if head else 0), content


def served(server: Server) -> None:
    """Another visitor has a page and a kernel."""
    visitor = Visitor(server).connect(timeout=20)
    assert visitor.welcome() and visitor.answered(frame())
    visitor.leave()


@pytest.mark.parametrize("up", UP)
def test_no_path_leads_out_of_what_is_served(course, up):
    for below in BELOW:
        for deep in (3, 8):
            path = f"/{below}{up * deep}"
            for wanted in OUT:
                status, content = get(course.port, (path + wanted).encode())
                assert status in (0, 302, 400, 404), (path, status)
                assert b"root:" not in content and b"[course]" not in content and b'"cells"' not in content
    assert fetch(course.url)[0] == 200


@pytest.mark.parametrize(
    ("sent", "statuses"),
    [
        ([b"GET /" + b"a" * (1 << 16) + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"], (0, 400, 414, 431)),
        ([b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * (1 << 20) + b"\r\n\r\n"], (0, 400, 431)),
        ([b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 100_000 + b"\r\n"], (0, 400, 431)),
        ([b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n"], (0, 400, 413)),
        ([POST + b"Content-Length: 70000\r\n\r\n", bytes(70_000)], (0, 400, 413)),
        (
            [
                POST + b"Transfer-Encoding: chunked\r\n\r\n",
                *[b"8000\r\n" + bytes(0x8000) + b"\r\n"] * 64,
            ],
            (0, 400, 413),
        ),
        ([POST + b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n"], (0, 400)),
        ([b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: rebound.example\r\n\r\n"], (0, 400, 403)),
        ([b"GET / HTTP/1.1\r\n\r\n"], (0, 400, 403)),
        ([b"GET http://rebound.example/ HTTP/1.1\r\nHost: rebound.example\r\n\r\n"], (0, 400, 403, 404)),
        ([b"CONNECT rebound.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n"], (0, 400, 404, 405)),
        ([b"\x00" * 4096], (0, 400)),
        ([b"GET / HTTP/1.1\r\nHost: localhost\r\nX: \x00\xff\r\n\r\n"], (0, 200, 400)),
        ([b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"], (0, 400)),
    ],
    ids=lambda one: None if isinstance(one, list) else "",
)  # fmt: skip
def test_what_is_too_large_or_no_request_is_refused_at_once_and_harms_nobody(course, sent, statuses):
    before = psutil.Process(course.process.pid).memory_info().rss
    begin = time.monotonic()
    answer = raw(course.port, *sent, patience=3)
    assert time.monotonic() - begin < 30
    status = int(answer.split()[1]) if answer else 0
    assert status in statuses, answer[:200]
    assert psutil.Process(course.process.pid).memory_info().rss - before < 32 << 20
    assert fetch(course.url)[0] == 200


def test_a_flood_of_odd_requests_leaves_the_course_to_the_others(course):
    for number in range(300):
        path = [b"/%", b"/\xff", b"/modul/%00", b"/besuch/x", b"/gibt-es-nicht", b"/?" + b"a=b&" * 900][
            number % 6
        ]
        assert get(course.port, path)[0] in (0, 400, 404, 405, 200)
    served(course)
