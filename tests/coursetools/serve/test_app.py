"""The server from outside: statuses, headers, messages, signals, and what a forger achieves (nothing)."""

import asyncio
import json
import re
import signal
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from serving import Server, alive, notebook_server, wait_for
from test_guard import frame
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from coursetools.serve import guard
from coursetools.serve.app import run
from coursetools.serve.channels import REFUSED
from coursetools.serve.visits import GONE
from fairki.errors import BadFileError, SetupError

SLIDER = "from fairki import ui\ns = ui.Slider('p.s', 'Anteil', 0, 10, 1, '', 2)\ns"


def fetch(address: str, method: str = "GET", **headers: str):
    """Status, headers and text of an answer, whatever its status."""
    request = urllib.request.Request(address, method=method, headers=headers)
    try:
        answer = urllib.request.urlopen(request, timeout=60)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.headers, answer.read().decode("utf-8", "replace")


def kernel_of(html: str) -> str:
    """The kernel that a page talks to."""
    return re.search(r'<meta name="fairki-kernel" content="([^"]+)">', html)[1]


def test_a_page_is_finished_german_and_has_its_title(serve_notebooks):
    server = serve_notebooks(probe=["# Überschrift\n\nText.", SLIDER, "print('Ausgabe')", "'<b>'"])
    status, headers, html = fetch(f"{server.url}modul/probe")
    assert status == 200 and headers["Cache-Control"] == "no-store"
    assert '<html lang="de">' in html and "<title>probe – FairKI</title>" in html
    assert (
        '<h1 id="Überschrift">Überschrift</h1>' in html
        and "Ausgabe" in html
        and "&#39;&lt;b&gt;&#39;" in html
    )
    assert "ui.Slider" not in html  # no code


def test_no_answer_sets_a_cookie_and_all_are_strict_with_the_browser(serve_notebooks):
    server = serve_notebooks(probe=[SLIDER])
    style = re.search(r'href="/(static/[^"]+\.css)"', fetch(server.url)[2])[1]
    for path in ("", "modul/probe", "gibt-es-nicht", style):
        _, headers, _ = fetch(server.url + path)
        assert headers["Set-Cookie"] is None and headers["Server"] is None
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy and "script-src 'self' blob:;" in policy
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer"


def test_no_page_holds_a_script_that_the_policy_would_forbid(serve_notebooks):
    server = serve_notebooks(probe=[SLIDER])
    for path in ("", "modul/probe", "gibt-es-nicht"):
        for attributes in re.findall(r"<script([^>]*)>", fetch(server.url + path)[2]):
            assert "src=" in attributes or "application/json" in attributes
        assert not re.search(r"<[^>]+\son\w+=", fetch(server.url + path)[2])


def test_files_are_packed_and_kept_for_ever(serve_notebooks):
    server = serve_notebooks(probe=[SLIDER])
    address = server.url + re.search(r'href="/(static/[^"]+\.css)"', fetch(server.url)[2])[1]
    _, headers, _ = fetch(address, **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip" and "immutable" in headers["Cache-Control"]
    _, headers, text = fetch(address)
    assert headers["Content-Encoding"] is None and "--fk-ink" in text


@pytest.mark.parametrize(
    "path",
    [
        "modul/gibt-es-nicht",
        "modul/../course.toml",
        "modul/probe.ipynb",
        "uebung/probe.ipynb",
        "static/0123456789abcdef/x.css",
        "static/../serve.log",
        "api/kernels",
        "api/contents",
        "api/sessions",
        "api/terminals",
        "api/kernelspecs",
        "voila/files/probe.ipynb",
        "voila/tree",
        "voila/render/probe.ipynb",
        "voila/static/voila.js",
        "login",
        "tree",
        "lab",
    ],
)
def test_what_is_not_ours_does_not_exist(one_server, path):
    status, _, html = fetch(one_server.url + path)
    assert status == 404
    assert "Diese Seite gibt es nicht" in html and "Traceback" not in html and "Zur Startseite" in html


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_are_only_read(one_server, method):
    status, _, html = fetch(f"{one_server.url}modul/probe", method)
    assert status == 405 and "Das hat nicht geklappt" in html


def test_a_failing_notebook_is_an_honest_error_in_german_and_the_log_knows_why(serve_notebooks):
    server = serve_notebooks(gut=[SLIDER], kaputt=["# Text", "raise ValueError('so nicht')"])
    status, headers, html = fetch(f"{server.url}modul/kaputt")
    assert status == 500 and headers["Cache-Control"] == "no-store"
    assert "lässt sich gerade nicht öffnen" in html and "Seite neu laden" in html
    for secret in ("ValueError", "so nicht", "Traceback", "raise"):
        assert secret not in html
    assert "so nicht" in server.log and "\x1b" not in server.log
    assert fetch(f"{server.url}modul/gut")[0] == 200
    wait_for(lambda: any("lässt sich nicht öffnen: „kaputt" in line for line in server.lines), 10, "a word")
    assert not any("Error" in line for line in server.lines)


def test_a_page_that_failed_opens_once_its_cause_is_gone(serve_notebooks, tmp_path):
    cause = tmp_path / "ursache"
    cause.touch()
    server = serve_notebooks(probe=[f"from pathlib import Path\nassert not Path({str(cause)!r}).exists()"])
    assert fetch(f"{server.url}modul/probe")[0] == 500
    cause.unlink()
    assert fetch(f"{server.url}modul/probe")[0] == 200


def test_a_failing_page_leaves_no_kernel(serve_notebooks):
    server = serve_notebooks(kaputt=["1/0"])
    assert fetch(f"{server.url}modul/kaputt")[0] == 500
    wait_for(lambda: server.kernels() == [], 10, "its kernel ends")


def test_a_lesson_that_ends_its_kernel_is_an_honest_error_too(serve_notebooks):
    server = serve_notebooks(kaputt=["import os\nos._exit(1)"])
    assert fetch(f"{server.url}modul/kaputt")[0] == 500


def test_when_too_many_pages_are_open_visitors_are_asked_to_wait(serve_notebooks):
    server = serve_notebooks("app.FairkiVoila.pages_at_once = 2", probe=[SLIDER])
    pages = [fetch(f"{server.url}modul/probe") for _ in range(3)]
    assert [page[0] for page in pages] == [200, 200, 503]
    assert "in einer Minute" in pages[2][2] and pages[2][1]["Retry-After"] == "60"
    assert fetch(server.url)[0] == 200  # the start page needs no kernel
    assert fetch(f"{server.url}verlassen/{kernel_of(pages[0][2])}", "POST")[0] == 204
    assert fetch(f"{server.url}modul/probe")[0] == 200


def test_leaving_a_page_ends_its_kernel_at_once(serve_notebooks):
    server = serve_notebooks(probe=[SLIDER])
    html = fetch(f"{server.url}modul/probe")[2]
    wait_for(lambda: len(server.kernels()) == 2, 20, "its kernel and one in reserve")
    assert fetch(f"{server.url}verlassen/{kernel_of(html)}", "POST")[0] == 204
    wait_for(lambda: len(server.kernels()) == 1, 3, "its kernel ends")
    assert fetch(f"{server.url}verlassen/{kernel_of(html)}", "POST")[0] == 204  # twice does no harm


def test_a_page_that_never_connects_loses_its_kernel(serve_notebooks):
    server = serve_notebooks("visits.NEVER_CONNECTED = visits.SWEEP = 1", probe=[SLIDER])
    (kernel,) = wait_for(server.kernels, 20, "a kernel in reserve")
    fetch(f"{server.url}modul/probe")
    wait_for(lambda: not alive(kernel), 10, "its kernel ends")


# ---- forged messages


@pytest.fixture(scope="module")
def one_server(tmp_path_factory):
    """A server for the tests that do it no harm."""
    server = notebook_server(tmp_path_factory.mktemp("kurs"), probe=[SLIDER])
    yield server
    server.stop()


async def talk(
    server: Server, kernel: str, messages: list, protocols=(guard.PROTOCOL,), **headers
) -> int | None:
    """Send messages to a kernel by hand; the code with which the server ends the connection, or None."""
    address = server.url.replace("http", "ws") + f"api/kernels/{kernel}/channels?session_id=x"
    connection = await websocket_connect(HTTPRequest(address, headers=headers), subprotocols=list(protocols))
    for message in messages:
        await connection.write_message(message, binary=isinstance(message, bytes))
    try:
        while (answer := await asyncio.wait_for(connection.read_message(), 2)) is not None:
            if b"forged" in (answer if isinstance(answer, bytes) else answer.encode()):
                return None
    except TimeoutError:
        return None
    finally:
        connection.close()
    return connection.close_code


def execute(code: str) -> bytes:
    """What JupyterLab would send to run code."""
    header = {"msg_id": "forged", "msg_type": "execute_request", "session": "x", "version": "5.3"}
    content = {
        "code": code,
        "silent": False,
        "store_history": False,
        "user_expressions": {},
        "allow_stdin": False,
    }
    return frame(header=header, content=content)


def test_code_sent_by_hand_does_not_run_whatever_the_protocol(one_server, tmp_path):
    proof = tmp_path / "proof"
    code = f"open({str(proof)!r}, 'w').close()"
    legacy = {
        "channel": "shell",
        "header": {
            "msg_id": "forged",
            "msg_type": "execute_request",
            "session": "x",
            "username": "",
            "version": "5.3",
        },
        "parent_header": {},
        "metadata": {},
        "content": {"code": code, "silent": False},
        "buffers": [],
    }
    text = json.dumps(legacy)
    old_binary = (
        (2).to_bytes(4, "big") + (12).to_bytes(4, "big") + (12 + len(text)).to_bytes(4, "big") + text.encode()
    )
    attempts = [
        ([execute(code)], (guard.PROTOCOL,)),
        ([execute(code).replace(b"shell", b"contr")], (guard.PROTOCOL,)),
        ([text], (guard.PROTOCOL,)),
        ([text], ("something",)),
        ([text], ()),
        ([old_binary], ()),
        ([execute(code)], ()),
    ]
    for messages, protocols in attempts:
        kernel = kernel_of(fetch(f"{one_server.url}modul/probe")[2])
        assert asyncio.run(talk(one_server, kernel, messages, protocols)) == REFUSED
    assert not proof.exists()


def test_a_page_cannot_make_widgets_of_its_own(one_server):
    kernel = kernel_of(fetch(f"{one_server.url}modul/probe")[2])
    for target in ("jupyter.widget", "jupyter.widget.control", "x"):
        header = {"msg_id": "forged", "msg_type": "comm_open"}
        opening = frame(header=header, content={"comm_id": "1", "target_name": target, "data": {}})
        assert asyncio.run(talk(one_server, kernel, [opening])) == REFUSED


def test_the_guard_lets_a_real_message_pass(one_server):
    html = fetch(f"{one_server.url}modul/probe")[2]
    widgets = json.loads(re.search(r'id="fairki-widgets">(.*?)</script>', html)[1])
    (model,) = widgets
    update = frame(
        header={"msg_id": "forged", "msg_type": "comm_msg"},
        content={"comm_id": model, "data": {"method": "update", "state": {"value": 7}, "buffer_paths": []}},
    )
    assert asyncio.run(talk(one_server, kernel_of(html), [update])) is None  # the kernel answered


def test_too_large_and_too_many_messages_end_the_connection(one_server):
    kernel = kernel_of(fetch(f"{one_server.url}modul/probe")[2])
    large = frame(content={"comm_id": "1", "data": {"x": "y" * guard.LARGEST_MESSAGE}})
    assert asyncio.run(talk(one_server, kernel, [large])) is not None
    flood = [frame(content={"comm_id": "unknown", "data": {}})] * 400
    assert asyncio.run(talk(one_server, kernel, flood)) == REFUSED


def test_who_asks_without_a_websocket_is_no_connection(serve_notebooks):
    server = serve_notebooks("visits.NEVER_CONNECTED = visits.SWEEP = 1", probe=[SLIDER])
    (process,) = wait_for(server.kernels, 20, "a kernel in reserve")
    kernel = kernel_of(fetch(f"{server.url}modul/probe")[2])
    assert fetch(f"{server.url}api/kernels/{kernel}/channels")[0] == 400
    wait_for(lambda: not alive(process), 10, "its kernel ends")


def test_another_site_cannot_connect(one_server):
    kernel = kernel_of(fetch(f"{one_server.url}modul/probe")[2])
    with pytest.raises(HTTPClientError, match="403"):
        asyncio.run(talk(one_server, kernel, [], Origin="https://example.org"))


def test_an_unknown_kernel_is_gone(one_server):
    assert asyncio.run(talk(one_server, "00000000-0000-0000-0000-000000000000", [])) == GONE


def test_nothing_that_a_learner_does_is_written_down(serve_notebooks):
    server = serve_notebooks(
        probe=[
            "from fairki import ui\nn = ui.Note('p.n', 'Notiz')\nn.observe(lambda c: int(c.new), 'value')\nn"
        ]
    )
    html = fetch(f"{server.url}modul/probe", **{"User-Agent": "GEHEIM", "Referer": "http://GEHEIM/"})[2]
    (model,) = json.loads(re.search(r'id="fairki-widgets">(.*?)</script>', html)[1])
    update = frame(
        header={"msg_id": "m", "msg_type": "comm_msg"},
        content={"comm_id": model, "data": {"method": "update", "state": {"value": "GEHEIM"}}},
    )
    asyncio.run(talk(server, kernel_of(html), [update, execute("'GEHEIM'")]))
    fetch(f"{server.url}gibt-es-nicht?GEHEIM")
    wait_for(lambda: "ValueError" in server.log and "refused" in server.log, 10, "the errors in the log")
    for file in server.root.rglob("*"):
        if file.is_file():
            assert b"GEHEIM" not in file.read_bytes() and b"127.0.0.1" not in file.read_bytes(), file
    assert not any("GEHEIM" in line or "127.0.0.1" in line for line in server.lines)


# ---- the person at the console


def test_a_taken_port_is_replaced_and_that_is_said(serve_notebooks):
    first = serve_notebooks(probe=[SLIDER])
    second = Server(first.root, port=first.port)
    try:
        assert f"Der Anschluss {first.port} ist belegt." in second.lines[0]
        assert first.port < second.port <= first.port + 50
        assert fetch(second.url)[0] == 200
    finally:
        second.stop()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_course_ends_when_told_to_and_leaves_nothing_behind(serve_notebooks, number):
    server = serve_notebooks(probe=[SLIDER])
    fetch(f"{server.url}modul/probe")
    wait_for(lambda: len(server.kernels()) == 2, 20, "two kernels")
    kernels = server.kernels()
    server.stop(number)
    assert server.process.returncode == 0
    assert server.lines[-1] == "Der Kurs ist beendet."
    wait_for(lambda: not any(map(alive, kernels)), 5, "the kernels end")
    assert server.log == ""


def test_the_course_can_be_ended_while_it_starts(serve_notebooks):
    server = serve_notebooks(probe=[SLIDER])
    server.stop(signal.SIGINT)
    assert server.process.returncode == 0 and server.lines[-1] == "Der Kurs ist beendet."
    assert "Traceback" not in "\n".join(server.lines) and server.log == ""


@pytest.mark.parametrize(
    ("host", "word"),
    [("192.0.2.1", "gehört nicht zu diesem Rechner"), ("gibt.es.nicht.invalid", "nicht bekannt")],
)
def test_an_address_that_cannot_be_used_is_explained(serve_notebooks, host, word, monkeypatch):
    root = serve_notebooks(probe=[SLIDER]).root
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    with pytest.raises(SetupError, match=word):
        run(root, host=host, open_browser=False, say=lambda line: None)


def test_without_a_free_port_the_course_says_so(serve_notebooks, monkeypatch):
    root = serve_notebooks(probe=[SLIDER]).root
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr("coursetools.serve.app.PORTS_TO_TRY", 0)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SetupError, match="kein Anschluss frei"):
            run(root, port=taken.getsockname()[1], open_browser=False, say=lambda line: None)


def test_a_damaged_manifest_is_explained(tmp_path: Path):
    (tmp_path / "course.toml").write_text("[course", encoding="utf-8")
    with pytest.raises(BadFileError, match="beschädigt"):
        run(tmp_path)
