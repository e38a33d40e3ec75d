"""Guides and run sheets: everything a facilitator needs on paper, the same as page and as Word."""

import asyncio
import datetime as dt
import io
import re
import threading
import urllib.error
import urllib.request
from dataclasses import replace

import pytest
from docx import Document
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from coursetools import reading
from coursetools.serve import assets
from coursetools.workshop import agenda, composed, guide, guide_handlers
from coursetools.workshop.activities import KINDS
from fairki import documents, manifest, reference

ON = dt.date(2026, 10, 1)
MODULES = manifest.read().modules
AGENDAS = agenda.load()


def text_of(paper: documents.Paper) -> str:
    return documents.markdown(paper)


@pytest.mark.parametrize("module", MODULES, ids=lambda one: one.id)
def test_a_guide_has_goals_preparation_timeline_units_and_transfer(module):
    text = text_of(guide.guide(module.id, ON))
    for heading in (
        "Was die Teilnehmenden danach können",
        "Vorbereitung",
        "Zeitplan",
        "Was heißt das für uns?",
    ):
        assert f"## {heading}" in text
    assert all(goal in text for goal in module.goals)
    transfers = [one.question for one in reference.transfers() if one.key.startswith(f"{module.id}.")]
    assert transfers and all(question in text for question in transfers)


@pytest.mark.parametrize("module", MODULES, ids=lambda one: one.id)
def test_a_guide_describes_every_unit_of_its_module(module):
    text = text_of(guide.guide(module.id, ON))
    steps = [step for step in agenda.steps().values() if step.unit.startswith(f"{module.id}.")]
    assert {step.unit for step in steps} == {f"{module.id}.{unit.id}" for unit in module.units}
    for step in steps:
        for said in (step.title, *step.say, *step.ask, *step.expect, step.plan_b):
            assert documents.layout._escaped(said) in text


@pytest.mark.parametrize("module", MODULES, ids=lambda one: one.id)
def test_a_guide_is_easy_to_read(module):
    assert reading.measure(module.id, text_of(guide.guide(module.id, ON))).ease >= reading.EASY_ENOUGH


def test_on_paper_stands_what_the_phones_show_for_a_room_without_any():
    text = text_of(guide.run_sheet(AGENDAS["45-texte"], ON))
    steps = [step for step in AGENDAS["45-texte"].steps if step.id in ("satz", "hinein")]
    read = [one for step in steps for one in KINDS[step.activity](step.settings).on_paper()]
    assert len(read) == 16
    for shown, known in read:
        assert documents.layout._escaped(shown) in text and documents.layout._escaped(known) in text


def test_a_run_sheet_tells_from_which_minute_to_which_each_step_runs():
    table = next(
        part for part in guide.run_sheet(AGENDAS["90"], ON).parts if isinstance(part, documents.Table)
    )
    assert [row[0] for row in table.rows][:3] == ["0:00 bis 0:05", "0:05 bis 0:08", "0:08 bis 0:16"]
    assert table.rows[-1][0].endswith("1:30")


def test_a_run_sheet_says_where_an_earlier_question_is_asked_again():
    assert "nächste Runde von „Frage vorher“" in text_of(guide.run_sheet(AGENDAS["45"], ON))


def test_word_and_page_say_the_same():
    paper = guide.guide("01", ON)
    document = Document(io.BytesIO(documents.word(paper)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    in_word = "\n".join([one.text for one in document.paragraphs] + cells)
    step = agenda.steps()["spiegel"]
    for said in (*step.say, *step.ask, *(one.answer for one in step.objections)):
        assert said in in_word


@pytest.fixture
def site():
    """A server that has nothing but the guides; yields its address."""
    published = assets.Assets("/")
    app = Application(
        guide_handlers.routes("/"), addresses=assets.publish(published), assets=published, site=None
    )
    sockets = bind_sockets(0, "127.0.0.1")
    loop, started = asyncio.new_event_loop(), threading.Event()
    over = asyncio.Event()

    async def serve():
        server = HTTPServer(app)
        server.add_sockets(sockets)
        started.set()
        await over.wait()
        server.stop()
        await server.close_all_connections()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    assert started.wait(10)
    yield f"http://127.0.0.1:{sockets[0].getsockname()[1]}/leitfaden"
    loop.call_soon_threadsafe(over.set)
    thread.join(10)
    loop.close()


def fetch(address: str) -> tuple[str, bytes]:
    with urllib.request.urlopen(address, timeout=20) as answer:
        return answer.headers["Content-Type"], answer.read()


def test_the_list_leads_to_every_guide_and_run_sheet_and_each_leads_to_its_word_file(site):
    _, listed = fetch(site)
    names = re.findall(r'href="/leitfaden/([^"]+)"', listed.decode())
    assert len(names) == len(MODULES) + len(AGENDAS)
    for name in names:
        page = fetch(f"{site}/{name}")[1].decode()
        assert page.count("<h1>") == 1 and f'href="{name}.docx"' in page
    kind, word = fetch(f"{site}/{names[0]}.docx")
    assert "wordprocessingml" in kind and word.startswith(b"PK")


def test_an_agenda_of_a_company_may_have_any_name_that_its_file_may_have(site, monkeypatch):
    own = {"team_runde-2": replace(AGENDAS["45"], id="team_runde-2")}
    monkeypatch.setattr(guide_handlers.composed, "ready", lambda: own)
    assert composed.NAME.fullmatch("team_runde-2")
    assert fetch(f"{site}/ablauf-team_runde-2")[1].decode().count("<h1>") == 1


def test_an_own_run_sheet_keeps_its_units_in_the_word_link(site):
    page = fetch(f"{site}/ablauf-eigener?einheiten=01.1,02.3")[1].decode()
    assert "Der Raum schreibt seinen Kodex" in page
    link = re.search(r'href="(ablauf-eigener\.docx\?[^"]+)"', page)[1]
    assert fetch(f"{site}/{link}")[1].startswith(b"PK")


@pytest.mark.parametrize(
    "name", ["modul-99", "ablauf-999", "ablauf-eigener", "ablauf-eigener?einheiten=x", "x", "modul-<b>"]
)
def test_what_is_not_there_is_a_friendly_404(site, name):
    with pytest.raises(urllib.error.HTTPError) as found:
        fetch(f"{site}/{name}")
    assert found.value.code == 404 and b"<b>" not in found.value.read()


@pytest.mark.parametrize("id", ["mitbestimmung", "planung", "nachweis", "dokumentation"])
def test_the_sheet_for_the_works_council_quotes_the_law_as_the_course_has_it(id):
    law = reference.law(id)
    sheet = (manifest.ROOT / "docs" / "datenschutz.md").read_text(encoding="utf-8")
    quoted = f"**{law.title}:** {law.text} ({law.source}. Stand: {law.stand})"
    assert quoted.replace("\N{NO-BREAK SPACE}", " ") in sheet
