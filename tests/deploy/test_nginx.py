"""The files for nginx in ``deploy/``, read by a real nginx, with and without anything behind it."""

import http.client
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import proxied
import pytest
from serving import free_ports

from coursetools import machine

pytestmark = pytest.mark.needs(machine.NGINX)


class Told(BaseHTTPRequestHandler):
    """Answers with what it was told of the visitor; at 502 it stands by, as a process without the room does."""

    protocol_version = "HTTP/1.1"
    standing_by = False

    def do_GET(self) -> None:
        names = ("X-Forwarded-For", "X-Forwarded-Proto", "Host", "Upgrade", "Connection")
        text = "\n".join(f"{name}: {self.headers.get(name)}" for name in names)
        content = f"{self.server.server_port} {self.path}\n{text}".encode()
        self.send_response(502 if self.standing_by else 200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *values: object) -> None:
        """Say nothing."""


class StandingBy(Told):
    standing_by = True


@pytest.fixture(scope="module")
def ports(tmp_path_factory) -> Iterator[dict[str, int]]:
    """nginx with two processes behind each of its paths; nobody is at the first of the course's."""
    folder = tmp_path_factory.mktemp("nginx")
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), kind) for kind in (Told, StandingBy, Told)]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    course, aside, leading = (server.server_port for server in servers)
    https, plain, nobody = free_ports(3)
    conf = proxied.configure(folder, https, plain, [nobody, course], [aside, leading])
    with proxied.running(conf, https):
        yield {"https": https, "http": plain, "course": course, "leading": leading}
    for server in servers:
        server.shutdown()
        server.server_close()
    written = "".join(path.read_text() for path in (*folder.glob("*.log"), folder / "said"))
    assert "127.0.0.1" not in written and "/kurs/" not in written  # who came, and where to, stands nowhere


def ask(ports: dict[str, int], path: str, headers: dict[str, str] | None = None) -> tuple[int, str]:
    """Status and text of an answer over TLS."""
    connection = http.client.HTTPSConnection(
        "localhost", ports["https"], context=ssl._create_unverified_context(), timeout=20
    )
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, answer.headers.get("Location") or text


@pytest.mark.parametrize("targets", ["nginx-ziele", "nginx-ziele-compose"])
def test_nginx_takes_the_files_as_they_are(tmp_path, targets):
    conf = proxied.configure(tmp_path, *free_ports(2), [8866], [8876], targets)
    done = subprocess.run(["nginx", "-t", "-c", conf, "-p", tmp_path], capture_output=True, text=True)
    assert done.returncode == 0 and "[warn]" not in done.stderr, done.stderr


def test_whoever_types_the_name_alone_gets_to_the_course(ports):
    assert ask(ports, "/") == (302, "/kurs/")
    plain = http.client.HTTPConnection("localhost", ports["http"], timeout=20)
    plain.request("GET", "/kurs/?a=1")
    answer = plain.getresponse()
    assert (answer.status, answer.headers["Location"]) == (308, "https://localhost/kurs/?a=1")


def test_the_course_learns_from_nginx_and_from_nobody_else_where_a_visitor_is(ports):
    _, text = ask(ports, "/kurs/modul/x", {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "http"})
    assert "X-Forwarded-For: 127.0.0.1\n" in text and "203.0.113.9" not in text
    assert "X-Forwarded-Proto: https" in text and f"Host: localhost:{ports['https']}" in text


def test_websockets_pass_and_other_connections_are_kept(ports):
    _, text = ask(ports, "/kurs/x", {"Upgrade": "websocket", "Connection": "Upgrade"})
    assert "Upgrade: websocket\nConnection: upgrade" in text
    assert "Connection: None" in ask(ports, "/kurs/x")[1]


def test_a_process_that_is_gone_is_passed_over(ports):
    for number in range(4):  # whichever of the two a page would be sent to
        status, text = ask(ports, f"/kurs/besuch/{number:032x}")
        assert (status, text.splitlines()[0]) == (200, f"{ports['course']} /kurs/besuch/{number:032x}")


def test_the_process_that_leads_the_room_is_found(ports):
    for number in range(4):
        status, text = ask(ports, f"/workshop/verlassen/{number:032x}")
        assert (status, text.split()[0]) == (200, str(ports["leading"]))
