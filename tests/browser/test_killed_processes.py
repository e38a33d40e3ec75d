"""As a company runs it: nginx with TLS and paths, two course and two workshop processes, PostgreSQL.

A learner, a workshop with three phones and a trainer work through it, while one process after the other is killed.
"""

import http.client
import json
import signal
import ssl
import sys
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import parts
import proxied
import pytest
from banks import grade_id
from piles import call, course, light, packed, reached
from playwright.sync_api import Page, expect
from postgres import SECRET, database_url, postgres_url  # noqa: F401 (fixtures)
from serving import ENVIRONMENT, FEW_MODULES, Heard, Server, free_ports, notebook_course, wait_for
from test_marking_page import Marking, answer, saved
from test_serve_pages import ANSWER, ANSWERING
from test_workshop import answered, begin, press, result, send

from coursetools import machine

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("marking_page")]

SLUG = "werte"
TEXT = "Wer abgelehnt wird, erfährt den Grund und kann einen Menschen fragen."
EXERCISE = f"""
[[exercises]]
slug = "{SLUG}"
title = "Übung"
module = "01"
minutes = 10
"""
BEHIND = "address={address!r}, trusted=['127.0.0.1']"
ROOM = """
import os
from pathlib import Path
from coursetools.workshop import server
{few_modules}
server.run(
    Path({root!r}), "45", host="127.0.0.1", port=0, database=os.environ["FAIRKI_WORKSHOP"], {behind},
    say=lambda line: print(line, flush=True),
)
"""


class Room(Heard):
    """A workshop process; it leads, or stands by."""

    def __init__(self, root: Path, address: str, database: str):
        code = ROOM.format(root=str(root), few_modules=FEW_MODULES, behind=BEHIND.format(address=address))
        super().__init__(sys.executable, "-c", code, env={**ENVIRONMENT, "FAIRKI_WORKSHOP": database})
        self.port = int(self.hears(r"Der Kurs läuft: http://[^/]*:(\d+)")[1])


@dataclass
class Firm:
    """What runs, and `at`: where people find it."""

    at: str
    courses: list[Server]
    preamble: str
    leading: Room
    standing_by: Room
    database: str

    def post(self, path: str, body: dict, token: str = "") -> dict:
        """The answer to somebody without a browser, who asks until there is one."""

        def once() -> dict | None:
            line = http.client.HTTPSConnection(
                urlsplit(self.at).netloc, context=ssl._create_unverified_context(), timeout=20
            )
            headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
            line.request("POST", f"/workshop/{path}", json.dumps(body), headers)
            answer = line.getresponse()
            content = answer.read()
            line.close()
            assert answer.status in (200, 502), content
            return json.loads(content) if answer.status == 200 else None

        return wait_for(once, 30, "an answer")


@contextmanager
def firm(folder: Path, database: str) -> Iterator[Firm]:
    """Everything at once."""
    https, http_ = free_ports(2)
    at = f"https://localhost:{https}"
    root = course(folder / "kurs", SLUG)
    notebook_course(root, EXERCISE, probe=["# Probe", ANSWERING, ANSWER])
    course_behind = (
        f"from functools import partial; app.run = partial(app.run, {BEHIND.format(address=f'{at}/kurs/')})"
    )
    preamble = f"{FEW_MODULES}\n{course_behind}"
    with ThreadPoolExecutor(4) as starting:
        courses = [starting.submit(Server, root, preamble=preamble) for _ in range(2)]
        rooms = [starting.submit(Room, root, f"{at}/workshop/", database) for _ in range(2)]
    courses, rooms = [one.result() for one in courses], [one.result() for one in rooms]
    leading, standing_by = sorted(rooms, key=lambda room: "hält sich bereit" in room.said)
    conf = folder / "nginx"
    conf.mkdir()
    configured = proxied.configure(
        conf, https, http_, [one.port for one in courses], [one.port for one in rooms]
    )
    try:
        with proxied.running(configured, https):
            yield Firm(at, courses, preamble, leading, standing_by, database)
    finally:
        for one in courses:
            one.stop(signal.SIGKILL)
        for one in rooms:
            one.stop(signal.SIGKILL)


def chosen(page: Page, number: int) -> None:
    """Answer, and wait for what the course says to it."""
    page.get_by_role("slider").fill(str(number))
    heard(page, number)


def heard(page: Page, number: int) -> None:
    """Wait until the course has answered; a page that asks for it is loaded again."""
    said = page.get_by_text(f"Gewählt: {number}")
    again = page.get_by_role("button", name="Seite neu laden")
    expect(said.or_(again).first).to_be_visible(timeout=60_000)
    if again.is_visible():
        again.click()
    expect(said).to_be_visible(timeout=60_000)


def handed_in(page: Page, firm: Firm, folder: Path) -> Path:
    """The exercise as a learner took it along and filled it in, and somebody else's, as trainers get them."""
    with page.expect_download() as download:
        page.evaluate("address => { location.href = address; }", f"{firm.at}/kurs/uebung/{SLUG}.ipynb")
    notebook = json.loads(Path(download.value.path()).read_text("utf-8"))
    for cell in notebook["cells"]:
        if grade_id(cell) == "f1":
            cell["source"] = TEXT
    mine = ("Anna Beispiel", json.dumps(notebook).encode())
    return packed(folder / "abgaben.zip", [mine, ("Bilal Muster", light(2))])


def test_nothing_is_lost_for_learners_a_workshop_and_a_trainer_when_processes_are_killed(
    page_at,
    database_url,  # noqa: F811
    tmp_path,
    monkeypatch,
):
    parts.need(machine.NGINX)
    monkeypatch.setenv("FAIRKI_GRADEBOOK", database_url)  # the grades lie where the rooms lie
    with firm(tmp_path, database_url) as all_of_it, ThreadPoolExecutor(1) as trainer:
        learner = page_at(1280, ignore_https_errors=True)
        learner.witness.forgive += ["WebSocket connection", "Failed to load resource", "net::ERR"]
        learner.goto(f"{all_of_it.at}/kurs/modul/probe")
        chosen(learner, 7)
        grading = course(tmp_path / "bewertung", SLUG)
        graded = trainer.submit(call, grading, str(handed_in(learner, all_of_it, tmp_path)))
        a_workshop_outlives_the_process_that_leads_it(all_of_it, page_at)
        a_page_outlives_both_course_processes(all_of_it, learner)
        assert graded.result().returncode == 0, graded.result().stderr
    a_trainer_marks_and_returns(grading, page_at, database_url)


def a_workshop_outlives_the_process_that_leads_it(firm: Firm, page_at) -> None:
    code = firm.leading.hears(r"Code: (\w+)")[1]
    lead = page_at(1280, ignore_https_errors=True)
    lead.goto(f"{firm.at}/workshop/leitung#{firm.leading.hears('leitung#(.+)')[1]}")
    phones = [page_at(360, ignore_https_errors=True) for _ in range(3)]
    for page in (lead, *phones):
        page.witness.forgive += ["Failed to load resource", "net::ERR"]
    for phone in phones:
        phone.goto(f"{firm.at}/workshop/mitmachen/{code}")
        expect(phone.get_by_text("verbunden", exact=True)).to_be_visible()
    others = [firm.post(f"mitmachen/{code}/beitreten", {})["token"] for _ in range(2)]
    press(lead, "Workshop beginnen")
    press(lead, "Weiter: Frage vorher")
    begin(lead)
    for phone in phones:
        phone.get_by_label("ein Mensch").check()
    send(phones[0])
    firm.leading.stop(signal.SIGKILL)
    phones[1].get_by_role("button", name="Abgeben").click()  # nobody is there at this moment
    for number, token in enumerate(others):
        body = {"step": "vorher", "round": 1, "nonce": f"stimme-{number}0", "value": "mensch"}
        assert firm.post(f"mitmachen/{code}/stimme", body, token)["confirmed"]
    expect(phones[1].get_by_text("Ihre Stimme ist gespeichert")).to_be_visible(timeout=60_000)
    send(phones[2])
    expect(lead.get_by_text("Die Verbindung ist wieder da.")).to_be_visible(timeout=60_000)
    answered(lead, 5)
    press(lead, "Schließen")
    expect(result(lead)).to_contain_text("5 (100 %)", timeout=60_000)
    press(lead, "Zeigen")
    for phone in phones:
        expect(phone.locator(".box").first).to_contain_text("5 Personen haben geantwortet.", timeout=60_000)
    firm.standing_by.hears("geht weiter")
    for page in (lead, *phones):
        page.goto("about:blank")
    said = "\n".join(firm.leading.lines + firm.standing_by.lines)
    assert SECRET not in said


def a_page_outlives_both_course_processes(firm: Firm, learner: Page) -> None:
    first, second = firm.courses
    first.stop(signal.SIGKILL)
    chosen(learner, 3)
    firm.courses.append(Server(first.root, port=first.port, preamble=firm.preamble))
    second.stop(signal.SIGKILL)
    chosen(learner, 5)
    learner.reload()
    heard(learner, 5)
    expect(learner.get_by_role("slider")).to_have_value("5")


def a_trainer_marks_and_returns(root: Path, page_at, database: str) -> None:
    def marks(page: Page, text: str, key: str, points: str) -> None:
        picked = answer(page, text)
        picked.focus()
        page.keyboard.press(key)
        expect(picked).to_contain_text(f"bewertet: {points}")
        saved(page)

    page = page_at(1280)
    first = Marking(root)
    page.goto(first.address)
    marks(page, TEXT, "1", "1 Punkt")
    page.witness.forgive.append("ERR_CONNECTION_REFUSED")
    first.stop(signal.SIGKILL)
    again = Marking(root)
    try:
        page.goto(again.address)
        expect(answer(page, TEXT)).to_contain_text("bewertet: 1 Punkt")
        marks(page, "Regel Nummer 2.", "0", "0 Punkte")
    finally:
        again.stop()
    assert call(root, "--rueckgabe").returncode == 0
    with zipfile.ZipFile(root / "bewertung" / "rueckgabe" / f"{SLUG}.zip") as archive:
        assert {name.partition("_")[0] for name in archive.namelist()} == {"Anna Beispiel", "Bilal Muster"}
    found = reached(root, SLUG, database)
    assert {person: marks["f1"] for person, marks in found.items()} == {"Anna Beispiel": 1, "Bilal Muster": 0}
