"""The server from outside: statuses, headers, messages, signals, and what a forger achieves (nothing)."""

import json
import re
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import websocket
from serving import FEW_MODULES, NOT_AHEAD, Server, alive, notebook_course, notebook_server, wait_for
from visiting import Visitor, fetch, frame

from coursetools.serve import guard
from coursetools.serve.app import run
from coursetools.serve.channels import REFUSED
from coursetools.serve.tickets import FULL, GONE
from fairki.errors import BadFileError, SetupError
from fairki.manifest import ROOT

CUT = 0  # the connection ended without a code
SLIDER = "from fairki import ui\ns = ui.Slider('p.s', 'Anteil', 0, 10, 1, '', 2)\ns"


@pytest.fixture(scope="module")
def one_server(tmp_path_factory):
    """A server for the tests that do it no harm."""
    server = notebook_server(tmp_path_factory.mktemp("kurs"), probe=[SLIDER])
    yield server
    server.stop()


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


def test_no_answer_sets_a_cookie_and_all_are_strict_with_the_browser(one_server):
    style = re.search(r'href="/(static/[^"]+\.css)"', fetch(one_server.url)[2])[1]
    for path in ("", "modul/probe", "gibt-es-nicht", style):
        _, headers, _ = fetch(one_server.url + path)
        assert headers["Set-Cookie"] is None and headers["Server"] is None
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy and "script-src 'self' blob:;" in policy
        assert "; frame-ancestors 'self'; " in policy
        assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"] == "no-referrer"


def test_no_page_holds_a_script_that_the_policy_would_forbid(one_server):
    for path in ("", "modul/probe", "gibt-es-nicht"):
        for attributes in re.findall(r"<script([^>]*)>", fetch(one_server.url + path)[2]):
            assert "src=" in attributes or "application/json" in attributes
        assert not re.search(r"<[^>]+\son\w+=", fetch(one_server.url + path)[2])


def test_files_are_packed_and_kept_for_ever(one_server):
    address = one_server.url + re.search(r'href="/(static/[^"]+\.css)"', fetch(one_server.url)[2])[1]
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
    first, second = Visitor(server).connect(), Visitor(server).connect()
    assert first.welcome() and second.welcome()
    assert fetch(server.url)[0] == 200  # the start page needs no kernel
    late = Visitor(server)
    assert late.status == 200  # nor does reading
    assert not late.connect().welcome() and late.code == FULL
    assert first.leave() == 204
    assert fetch(f"{server.url}modul/probe")[0] == 200
    assert late.connect().welcome()


def test_a_page_that_nobody_has_drawn_yet_asks_visitors_to_wait_when_too_many_are_open(serve_notebooks):
    server = serve_notebooks(
        f"app.FairkiVoila.pages_at_once = 1; {NOT_AHEAD}", probe=[SLIDER], anders=[SLIDER]
    )
    first = Visitor(server).connect()
    assert first.welcome()
    other = Visitor(server, "modul/anders")
    assert other.status == 503 and other.headers["Retry-After"] == "5"
    assert "geht es von selbst weiter" in other.html and "/again.js" in other.html
    first.leave()
    assert Visitor(server, "modul/anders").status == 200


def test_what_was_drawn_is_there_when_the_course_starts_again_and_needs_no_kernel(serve_notebooks):
    server = serve_notebooks(probe=[SLIDER])
    first = Visitor(server)
    wait_for(lambda: list((server.root / ".build" / "drawn").glob("*.json")), 60, "it is kept")
    server.stop()
    again = Server(
        server.root,
        preamble=f"{FEW_MODULES}; visits.Visits._start = None; visits.Visits._may_wait = lambda self: False",
    )
    try:
        later = Visitor(again)
        assert (later.status, later.digest) == (200, first.digest)
        script = re.search(r"static/[0-9a-f]{16}/slider.js", later.html)[0]
        assert fetch(again.url + script)[0] == 200
    finally:
        again.stop()


def test_looking_at_a_page_takes_no_kernel_however_often(serve_notebooks):
    server = serve_notebooks("app.FairkiVoila.pages_at_once = 2", probe=[SLIDER])
    assert {fetch(f"{server.url}modul/probe")[0] for _ in range(20)} == {200}
    assert len(wait_for(server.kernels, 60, "a kernel in reserve")) == 1
    assert Visitor(server).connect().welcome()


def test_leaving_a_page_ends_its_kernel_at_once(serve_notebooks):
    server = serve_notebooks(probe=[SLIDER])
    visitor = Visitor(server).connect()
    assert visitor.welcome()
    assert len(server.kernels()) == 1
    assert visitor.leave() == 204
    wait_for(lambda: not server.kernels(), 3, "its kernel ends")
    assert visitor.leave() == 204  # twice does no harm


def test_a_page_that_asked_nothing_and_went_loses_its_kernel_and_may_come_back(serve_notebooks):
    server = serve_notebooks("visits.UNUSED = visits.SWEEP = 1", probe=[SLIDER])
    visitor = Visitor(server).connect()
    assert visitor.welcome()
    (kernel,) = server.kernels()
    visitor.hang_up()
    wait_for(lambda: not alive(kernel), 10, "its kernel ends")
    assert visitor.connect(new=True).welcome()


def test_a_page_has_one_connection_and_the_newest_counts(one_server):
    visitor = Visitor(one_server).connect()
    assert visitor.welcome()
    earlier, visitor.socket = visitor.socket, None
    assert visitor.connect(new=False).welcome()
    assert visitor.answered(frame())
    visitor.socket = earlier
    while visitor.hear():
        pass
    assert visitor.code == GONE


def test_pages_are_asked_whether_they_are_there_and_hung_up_where_nobody_answers(serve_notebooks):
    server = serve_notebooks("from coursetools.serve import channels\nchannels.PING = 0.5", probe=[SLIDER])
    visitor = Visitor(server).connect()
    while visitor.socket.recv_data(control_frame=True)[0] != websocket.ABNF.OPCODE_PING:
        pass
    while visitor.socket.sock.recv(
        1 << 16
    ):  # reads, but answers no more: as where a laptop has fallen asleep
        pass
    assert server.log == ""


# ---- forged messages


@contextmanager
def ended(visitor: Visitor) -> Iterator[None]:
    """Whoever still talks while the server ends the connection may miss the reason."""
    try:
        yield
    except (ConnectionError, websocket.WebSocketConnectionClosedException):
        visitor.code = CUT


def talk(server: Server, messages: list, **options) -> int | None:
    """Send messages to a kernel by hand; the code with which the server ends the connection, or None."""
    visitor = Visitor(server).connect(timeout=10, **options)
    with suppress(websocket.WebSocketTimeoutException), ended(visitor):
        for message in messages:
            visitor.send(message)
        while heard := visitor.hear():
            if heard[1].get("msg_id") == "forged":
                break
    visitor.hang_up()
    return visitor.code


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
        assert talk(one_server, messages, protocols=protocols) == REFUSED
    assert not proof.exists()


def test_a_page_cannot_make_widgets_of_its_own(one_server):
    for target in ("jupyter.widget", "jupyter.widget.control", "x"):
        header = {"msg_id": "forged", "msg_type": "comm_open"}
        opening = frame(header=header, content={"comm_id": "1", "target_name": target, "data": {}})
        assert talk(one_server, [opening]) == REFUSED


def test_the_guard_lets_a_real_message_pass(one_server):
    visitor = Visitor(one_server)
    (model,) = json.loads(re.search(r'id="fairki-widgets">(.*?)</script>', visitor.html)[1])
    update = frame(
        header={"msg_id": "forged", "msg_type": "comm_msg"},
        content={"comm_id": model, "data": {"method": "update", "state": {"value": 7}, "buffer_paths": []}},
    )
    assert visitor.connect().answered(update)


def test_half_an_emoji_neither_ends_the_connection_nor_is_written_down(one_server):
    visitor = Visitor(one_server)
    (model,) = json.loads(re.search(r'id="fairki-widgets">(.*?)</script>', visitor.html)[1])
    before = one_server.log
    content = {
        "comm_id": model,
        "data": {"method": "update", "state": {"value": "\ud83d"}, "buffer_paths": []},
    }
    raw = json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")
    assert visitor.connect().answered(frame(content=raw))
    assert visitor.answered(frame())  # the connection stands
    assert visitor.number not in one_server.log and "127.0.0.1" not in one_server.log.removeprefix(before)


def test_too_large_and_too_many_messages_end_the_connection(one_server):
    large = frame(content={"comm_id": "1", "data": {"method": "custom", "x": "y" * guard.LARGEST_MESSAGE}})
    assert talk(one_server, [large]) is not None
    flood = [frame(content={"comm_id": "unknown", "data": {"method": "custom"}})] * 400
    assert talk(one_server, flood) in (REFUSED, CUT)
    wait_for(lambda: "too many messages" in one_server.log, 10, "the flood is noticed")


def test_who_asks_without_a_websocket_is_no_connection(one_server):
    address = Visitor(one_server).address().replace("ws", "http", 1)
    assert fetch(address)[0] == 400


def test_another_site_cannot_connect(one_server):
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        talk(one_server, [], origin="https://example.org")


@pytest.mark.parametrize("path", ["", "modul/probe", "gibt-es-nicht"])
def test_a_foreign_name_that_leads_here_shows_nothing_of_the_course(one_server, path):
    status, headers, html = fetch(one_server.url + path, Host=f"rebound.example:{one_server.port}")
    assert status == 403 and "gehört nicht zum Kurs" in html and "Zur Startseite" not in html
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    for host in ("127.0.0.1", "LOCALHOST:1", socket.gethostname()):
        assert fetch(one_server.url, Host=host)[0] == 200


def test_a_page_under_a_foreign_name_cannot_connect(one_server):
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        talk(one_server, [], host="rebound.example", origin="http://rebound.example")


def test_a_page_without_its_kernel_is_told_so(one_server):
    visitor = Visitor(one_server).connect(new=False)
    assert not visitor.welcome() and visitor.code == GONE


def test_a_page_that_does_not_exist_gets_no_connection(one_server):
    with pytest.raises(websocket.WebSocketBadStatusException, match="404"):
        Visitor(one_server, "modul/gibt-es-nicht").connect()


def test_nothing_that_a_learner_does_is_written_down(serve_notebooks):
    server = serve_notebooks(
        probe=[
            "from fairki import ui\nn = ui.Note('p.n', 'Notiz')\nn.observe(lambda c: int(c.new), 'value')\nn"
        ]
    )
    fetch(f"{server.url}modul/probe", **{"User-Agent": "GEHEIM", "Referer": "http://GEHEIM/"})
    visitor = Visitor(server)
    (model,) = json.loads(re.search(r'id="fairki-widgets">(.*?)</script>', visitor.html)[1])
    update = frame(
        header={"msg_id": "m", "msg_type": "comm_msg"},
        content={"comm_id": model, "data": {"method": "update", "state": {"value": "GEHEIM"}}},
    )
    assert visitor.connect().answered(update)
    for data in ({"state": "GEHEIM"}, {"state": {"GEHEIM": 1}, "buffer_paths": [["GEHEIM"]]}):
        nonsense = frame(content={"comm_id": model, "data": {"method": "update", **data}})
        assert visitor.answered(nonsense)  # the kernel complains, and lives
    visitor.send(execute("'GEHEIM'"))
    while visitor.hear():
        pass
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
    assert Visitor(server).connect().welcome()
    Visitor(server)
    wait_for(
        lambda: len(server.kernels()) == 2, 60, "one of somebody who answers, one for somebody who reads"
    )
    kernels = server.kernels()
    server.stop(number)
    assert server.process.returncode == 0
    assert server.lines[-1] == "Der Kurs ist beendet."
    wait_for(lambda: not any(map(alive, kernels)), 5, "the kernels end")
    assert "ERROR" not in server.log


def test_a_page_that_goes_while_it_is_told_something_is_no_fault(serve_notebooks):
    server = serve_notebooks(probe=[SLIDER])
    for _ in range(10):  # about one in eight is just being written to
        visitor = Visitor(server).connect()
        assert visitor.welcome()
        for _ in range(40):
            visitor.send(frame())
        visitor.socket.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        visitor.socket.sock.close()  # without a goodbye, as a network that breaks
    assert Visitor(server).connect().welcome()  # it has taken note of them
    server.stop()
    assert "Closed" not in server.log


def test_the_course_can_be_ended_while_it_starts(serve_notebooks):
    server = serve_notebooks(probe=[SLIDER])
    server.stop(signal.SIGINT)
    assert server.process.returncode == 0 and server.lines[-1] == "Der Kurs ist beendet."
    assert "Traceback" not in "\n".join(server.lines) and server.log == ""


@pytest.mark.parametrize(
    ("host", "word"),
    [("192.0.2.1", "gehört nicht zu diesem Rechner"), ("gibt.es.nicht.invalid", "nicht bekannt")],
)
def test_an_address_that_cannot_be_used_is_explained(tmp_path, host, word, monkeypatch):
    root = notebook_course(tmp_path, probe=[SLIDER])
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    with pytest.raises(SetupError, match=word):
        run(root, host=host, open_browser=False, say=lambda line: None)


def test_without_a_free_port_the_course_says_so(tmp_path, monkeypatch):
    root = notebook_course(tmp_path, probe=[SLIDER])
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


def test_the_server_loads_nothing_to_calculate_with():
    code = "import sys, coursetools.serve.app; print({'numpy', 'pandas', 'sklearn', 'fairki.ui'} & {*sys.modules})"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert said.stdout.strip() == "set()"  # all of that is in the kernels and in what they are forked from
