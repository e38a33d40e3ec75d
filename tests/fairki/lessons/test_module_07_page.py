"""The page of module 07 as a whole: what earlier pages kept reaches its scenes; what is taken along at the end."""

import datetime as dt
import io

import pytest
from answers import FULL
from docx import Document
from lesson_pages import shown_by

from fairki import manifest, ui
from fairki.documents import folder
from fairki.kodex import loads, stored
from fairki.lessons.module_07 import end
from fairki.lessons.module_07.unit_1 import EXAMPLE_ANSWERS

TODAY = dt.date(2026, 11, 30)
ALL = [section.id for section in folder.SECTIONS]
SHARED = [section.id for section in folder.SECTIONS if not section.private]


@pytest.fixture
def page(root, monkeypatch):
    """The blocks of the page: by key, and what reads the browser store under ``"kept"``."""
    shown = shown_by(root, manifest.read().module("07"), monkeypatch)
    blocks = [one for one in shown if isinstance(one, ui.Block)]
    return {"kept" if isinstance(block, ui.Kept) else block.key: block for block in blocks}


def test_what_was_kept_reaches_the_scenes_before_and_after_they_are_answered(page):
    kept, evidence, claim = page["kept"], page["07.belege"], page["07.versprechen"]
    kept.set_state({"value": EXAMPLE_ANSWERS | {"00.meinung.wer": "2"}})
    assert evidence.answer == "" and claim.answer == ""
    evidence.value, claim.value = 3, "siegel"
    assert "7 von 8" in evidence.answer and "aus Ihrem Kodex" in claim.answer
    kept.set_state({"value": {stored.KEY: 5}})
    assert "Das ist kein Kodex aus diesem Kurs." in evidence.answer
    assert "dem Kodex der Hansen" in claim.answer
    kept.set_state({"value": None})
    assert "dem Kodex der Hansen" in claim.answer
    assert "noch nichts Eigenes" in evidence.answer


def test_an_answer_on_this_page_is_evidence_only_once_the_browser_keeps_it(page):
    evidence, kind = page["07.belege"], page["07.fuss.art"]
    evidence.value, kind.value = 3, "schreiben"
    assert "Fußabdruck: etwa" not in evidence.answer
    page["kept"].set_state({"value": {"07.fuss.art": "schreiben"}})
    assert "Fußabdruck: etwa" in evidence.answer


def words(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_the_folder_is_one_document_or_everything_and_tells_the_state_of_its_parts():
    made, states = end.what_to_take_along("word", FULL, "Muster GmbH", ALL, TODAY)
    assert list(made) == [folder.WORD_NAME] and set(states.values()) == {folder.THERE}
    assert "Muster GmbH, 30. November 2026" in words(made[folder.WORD_NAME])
    everything, states = end.what_to_take_along("zip", FULL, "", ALL, TODAY)
    assert {folder.WORD_NAME, folder.TEXT_NAME, folder.READ_ME_NAME, folder.KODEX_NAME} < set(everything)
    assert loads(everything[folder.KODEX_NAME].decode()) == stored.from_value(FULL[stored.KEY])
    assert list(states) == ALL


def test_without_answers_every_part_is_open_and_the_example_kodex_is_never_passed_off_as_ones_own():
    made, states = end.what_to_take_along("word", {}, "", SHARED, TODAY)
    assert set(states.values()) == {folder.OPEN}
    assert words(made[folder.WORD_NAME]).count("Noch offen. So füllen Sie diesen Teil:") == len(states)
    without_kodex = {key: value for key, value in FULL.items() if key != stored.KEY}
    made, _ = end.what_to_take_along("zip", without_kodex, "", ALL, TODAY)
    assert folder.KODEX_NAME not in made and "Beispiel-Kodex" not in words(made[folder.WORD_NAME])


def test_the_page_asks_the_folder_of_today_and_names_every_part_and_key():
    (block,) = end.folder().blocks
    made, _ = block.make("word", FULL, "", ALL)
    assert f"{dt.date.today().year}" in words(made[folder.WORD_NAME])
    asked = [(part["id"], part["title"], tuple(part["keys"])) for part in block.parts]
    assert asked == [(one.id, one.title, one.keys) for one in folder.SECTIONS]
    assert [part["id"] for part in block.parts if part["private"]] == ["notizen"]


def test_the_folder_holds_what_was_chosen_and_nothing_else():
    made, states = end.what_to_take_along("zip", FULL, "", ["rollen", "aktionsplan"], TODAY)
    assert list(states) == ["rollen", "aktionsplan"] and folder.KODEX_NAME not in made
    single = [name for name in made if name.startswith(folder.SINGLE)]
    assert single == [f"{folder.SINGLE}01-rollentabelle.docx", f"{folder.SINGLE}02-aktionsplan.docx"]
    assert "Notiz zu" not in words(made[folder.WORD_NAME])


def test_the_kernel_reads_the_answers_of_chosen_parts_only():
    (block,) = end.folder().blocks
    asked = []
    block.make = lambda *given: asked.append(given) or ({}, {})
    message = {"type": "make", "kind": "zip", "company": "", "answers": FULL, "parts": ["rollen", "fremd", 7]}
    block._answer(block, message, [])
    assert asked == [("zip", {"04.rollen": FULL["04.rollen"]}, "", ["rollen"])]


def test_the_record_knows_all_modules_with_goals_and_the_law():
    (block,) = end.record().blocks
    course = manifest.read()
    assert (block.course, block.version) == (course.title, course.version)
    assert [module["id"] for module in block.modules] == [module.id for module in course.modules]
    assert all(module["goals"] and module["units"] for module in block.modules)
    assert [len(one) for one in block.law] == [3] * len(end.LAWS)
