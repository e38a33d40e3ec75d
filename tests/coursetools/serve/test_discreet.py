"""Whatever goes wrong, nothing about a person is written down: every address of the server is made to fail."""

import http.client
import inspect
import logging
import re
import secrets
import socket
from pathlib import Path

from serving import Server, notebook_server, wait_for
from visiting import Visitor, fetch, frame

from coursetools import discreet
from coursetools.serve import handlers
from coursetools.workshop import guide_handlers
from coursetools.workshop import handlers as workshop_handlers

SECRET = "GEHEIM"
NUMBER = "f" * 32
PATHS = {
    "Home": "/",
    "Health": "/gesund",
    "Ready": "/gesund/bereit",
    "OwnData": "/eigene-daten",
    "WorkshopHealth": "/gesund",
    "Reference": "/woerter",
    "CoursePage": "/modul/probe",
    "Download": "/daten/bewerbungen.csv",
    "DataSheet": "/daten/bewerbungen",
    "Static": "/static/0123456789abcdef/x.css",
    "Channels": f"/besuch/{NUMBER}",
    "Leave": f"/verlassen/{NUMBER}",
    "GuideList": "/leitfaden",
    "GuidePage": "/leitfaden/modul-01",
    "WorkshopPage": "/mitmachen",
    "Code": "/mitmachen/ABC/qr.svg",
    "Join": "/mitmachen/ABC/beitreten",
    "Glance": "/mitmachen/ABC/stand",
    "PhoneEvents": "/mitmachen/ABC/ereignisse",
    "Cast": "/mitmachen/ABC/stimme",
    "Sheet": "/leitung/ablauf",
    "FacilitatorEvents": "/leitung/ereignisse",
    "Command": "/leitung/befehl",
    "Protocol": "/leitung/protokoll.docx",
    "SeatCards": "/leitung/platzkarten.docx",
    "Results": "/leitung/ergebnisse",
    "OfficeResults": "/leitung/ergebnisse.xlsx",
    "TableResults": "/leitung/tabelle",
    "RoomFile": "/leitung/raum",
    "EarlierRoom": "/leitung/frueher",
    "RoomKodex": "/leitung/kodex",
    "ProjectorEvents": "/leinwand/ereignisse",
}
"""An address of every handler; a new one is found missing by the test."""
RULES = workshop_handlers.routes("/") + guide_handlers.routes("/") + handlers.routes("/")

# Every method of every handler ends with an error that names everybody, after it has logged the same.
FAILING = f"""
import asyncio, logging
from coursetools.serve import handlers
from coursetools.workshop import guide_handlers, handlers as workshop_handlers

def broken(method, whole=None):
    def fail(self, *values, **named):
        if whole and "{SECRET}" not in self.request.uri:
            return whole(self, *values, **named)
        secret = f"{SECRET} {{self.request.remote_ip}} {{self.request.uri}} {{values}} {{dict(self.request.headers)}}"
        logging.getLogger("asyncio").error(secret, exc_info=True)
        logging.getLogger("tornado.access").warning("%s", secret)
        logging.getLogger("jupyter_server").error(secret)
        logging.getLogger("something.else").error(secret)
        self.settings["visits"].log.error("known")
        try:
            raise KeyError(secret)
        except KeyError:
            raise RuntimeError(f"{{method}} {{secret}}")
    return fail

from coursetools.workshop.file_handlers import FacilitatorFile
FacilitatorFile.prepare = lambda self: super(FacilitatorFile, self).prepare()  # whoever asks has the key

rules = handlers.routes("/") + guide_handlers.routes("/") + workshop_handlers.routes("/")
for kind in {{rule[1] for rule in rules}}:
    if kind is not handlers.Channels:
        for method in ("get", "post"):
            if method in dir(kind):
                setattr(kind, method, broken(method, getattr(kind, method)))
whole, broken_open = handlers.Channels.open, broken("open")
handlers.Channels.open = lambda self, visit: (broken_open if self.ticket.shown == "0" else whole)(self, visit)
handlers.Channels.on_message = broken("on_message")

from coursetools.workshop import server
app.run = lambda root, port, say, **_: server.run(root, "45", host="127.0.0.1", port=port, say=say)
"""


def given(rule: tuple) -> str:
    """The example that a rule leads to."""
    return PATHS[rule[1].__name__]


def test_there_is_an_example_of_every_address():
    for rule in RULES:
        path = given(rule)
        other = [one for one in RULES if one[1] is rule[1]]
        assert any(re.fullmatch(one[0], path) for one in other), rule


def ask(server: Server, path: str) -> None:
    """Ask in every way, with secrets everywhere."""
    headers = {
        "Authorization": f"Bearer {SECRET}",
        "Content-Type": "application/json",
        "Cookie": f"a={SECRET}",
        "Referer": f"http://localhost/{SECRET}",
        "User-Agent": SECRET,
    }
    for method in ("GET", "POST"):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        connection.request(method, f"{path}?{SECRET}={SECRET}", f'{{"name": "{SECRET}"}}', headers)
        connection.getresponse().read()
        connection.close()


def silent(server: Server) -> None:
    """Fail if anything of a person is in a file or on the screen."""
    assert server.log
    for file in server.root.rglob("*.log*"):
        assert not re.search(rf"{SECRET}|127\.0\.0\.1|{NUMBER}|\?", file.read_text(encoding="utf-8")), file
    lines = [line for line in server.lines if "http://" not in line]
    assert not re.search(rf"{SECRET}|{NUMBER}|Traceback", "\n".join(lines))


def failures(server: Server) -> int:
    """How many errors the log knows."""
    return server.log.count("RuntimeError at")


def test_every_address_that_fails_says_where_and_nothing_of_whom(tmp_path):
    server = notebook_server(tmp_path, FAILING, probe=["# Text"])
    try:
        assert fetch(f"{server.url}mitmachen", Host="rebound.example")[0] == 403  # the door is the same
        assert fetch(f"{server.url}mitmachen", Host=socket.gethostname())[0] == 200
        for path in {*PATHS.values()} - {PATHS["Channels"]}:
            before = failures(server)
            ask(server, path)
            wait_for(lambda before=before: failures(server) > before, 10, f"the error of {path}")
        for digest in ("0", ""):  # the one fails when it connects, the other when it says something
            before = failures(server)
            visitor = Visitor(server, digest=digest or None)
            visitor.number = NUMBER
            visitor.connect()
            if not digest:
                assert visitor.welcome()
                visitor.send(
                    frame(content={"comm_id": SECRET, "data": {"method": "custom", "content": SECRET}})
                )
            wait_for(lambda before=before: failures(server) > before, 10, "the error of a connection")
        silent(server)
    finally:
        server.stop()


def test_a_line_of_ours_is_kept_and_of_a_foreign_one_only_its_place():
    line = discreet.Discreet()

    def record(path: str, message: str, *values, error=None) -> logging.LogRecord:
        info = (type(error), error, error.__traceback__) if error else None
        return logging.LogRecord("tornado.general", logging.ERROR, path, 7, message, values, info)

    ours = str(Path(discreet.HERE) / "serve" / "visits.py")
    assert line.format(record(ours, "%s failed", "Home")).endswith("ERROR Home failed")
    assert line.format(record("/x/tornado/web.py", SECRET)).endswith(
        "ERROR tornado.general: tornado/web.py:7"
    )
    try:
        name = secrets.token_hex(4)
        raise ValueError(f"{SECRET} {name}")
    except ValueError as error:
        text = line.format(record(ours, "here", error=error))
    place = f"{inspect.currentframe().f_code.co_name}"
    assert "ValueError at" in text and place in text and SECRET not in text and name not in text
