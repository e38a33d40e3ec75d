"""The reveals of unit 1: the firm's table, the learner's own, and what the button fills in."""

import io

import pytest
from docx import Document

from fairki import reference
from fairki.documents.layout import EmptyPaperError
from fairki.governance import roles
from fairki.governance.roles import ANSWERS, DECIDES, REVIEWS
from fairki.lessons.module_04 import unit_1
from fairki.lessons.module_04.unit_1 import TABLE

CLEAR = {DECIDES: ["geschaeftsfuehrung"], REVIEWS: ["ethikbeauftragte"], ANSWERS: ["fachabteilung"]}


def test_the_firms_table_is_told_task_by_task_with_what_is_not_clear():
    said = unit_1.how_clear_the_firms_table_is({unit_1.CLEAR: 5}).says
    clear = len(roles.clear_tasks(roles.EXAMPLE))
    assert f"nur bei <strong>{clear} von {len(roles.TASKS)}</strong> Aufgaben" in said
    for id, task in roles.TASKS.items():
        kinds = dict.fromkeys(roles.KINDS[one.kind] for one in roles.findings(roles.EXAMPLE, id))
        assert f"<summary><strong>{task.name}</strong>: {', '.join(kinds) or 'klar'}</summary>" in said
    assert "<dt>Wer prüft?</dt><dd>niemand</dd>" in said and "<dd>Betriebsrat</dd>" in said


def test_the_firms_faults_are_counted():
    said = unit_1.how_clear_the_firms_table_is({unit_1.CLEAR: 5}).says
    kinds = [one.kind for task in roles.TASKS for one in roles.findings(roles.EXAMPLE, task)]
    assert f"Es gibt {kinds.count(roles.GAP)} Lücken. {kinds.count(roles.DOUBLE)}-mal sind mehrere" in said
    assert f"{kinds.count(roles.OWN_REVIEW)}-mal prüft jemand die eigene Arbeit" in said


def test_the_four_new_roles_are_called_new():
    said = unit_1.course_roles()
    assert said.startswith('<dl class="fairki">') and said.count(" (neu)</dt>") == 4
    assert "<dt>KI-Ethikrat (neu)</dt>" in said and "<dt>Betriebsrat</dt>" in said


def test_the_firms_table_leaves_what_the_learner_has_entered():
    own = {"einsatz": {DECIDES: ["ethikrat"]}}
    done = unit_1.take_example({TABLE: own})
    assert done.writes == {TABLE: {**roles.EXAMPLE, **own}}
    assert done.says == "6 Aufgaben eingetragen. Jetzt können Sie verbessern."


def test_the_button_fills_an_empty_table_and_then_has_nothing_to_do():
    done = unit_1.take_example({TABLE: None})
    assert done.writes == {TABLE: roles.EXAMPLE} and done.says.startswith("7 Aufgaben eingetragen.")
    again = unit_1.take_example({TABLE: done.writes[TABLE]})
    assert again.writes == done.writes and again.says.startswith("Bei diesen Aufgaben steht schon etwas.")


def test_of_an_empty_table_nothing_is_said_but_what_is_open():
    said = unit_1.what_the_table_says({TABLE: None}).says
    assert said.count("<dd>noch offen</dd>") == len(roles.FOUNDING_QUESTIONS)
    assert "<strong>0 von 8</strong>" in said
    assert "dieselbe Rolle" not in said and "ohne Aufgabe" not in said


def test_a_table_is_told_with_its_holders_its_jam_and_who_is_idle():
    said = unit_1.what_the_table_says({TABLE: dict.fromkeys(list(roles.TASKS)[:5], CLEAR)}).says
    assert "<dt>Wer entscheidet über den Einsatz?</dt><dd>Geschäftsführung</dd>" in said
    assert "<strong>5 von 8</strong>" in said
    assert "entscheidet dieselbe Rolle: Geschäftsführung. Dann wartet alles" in said
    assert "Noch ohne Aufgabe: Algorithmus-Verantwortliche, " in said


def test_with_a_task_for_everybody_nobody_is_idle():
    everybody = {"einsatz": {DECIDES: list(roles.ROLES)}}
    assert "ohne Aufgabe" not in unit_1.what_the_table_says({TABLE: everybody}).says


def test_the_law_is_quoted_with_its_place():
    said = unit_1.law()
    for id in ("mitbestimmung", "planung"):
        assert reference.law(id).citation in said.unescape()


def test_the_table_is_saved_as_a_word_file():
    made = unit_1.role_paper().make({TABLE: {"einsatz": CLEAR}})
    paper = Document(io.BytesIO(made))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert "Wer entscheidet über den Einsatz?" in cells and "KI-Ethikbeauftragte" in cells


def test_of_nothing_there_is_no_file():
    with pytest.raises(EmptyPaperError, match="Hier steht noch nichts"):
        unit_1.role_paper().make({TABLE: None})
