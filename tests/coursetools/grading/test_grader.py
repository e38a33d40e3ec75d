"""What becomes of one hand-in: cells that moved or went missing, code of one's own, and the autograded notebook."""

import copy
import json
import pickle

import nbformat
import pytest
from banks import ROOT, expected, grade_id, made, released, solution
from grading import LIMITS, grade_bytes, outputs, points
from nbgrader.utils import compute_checksum, determine_grade

from coursetools.grading.job import INCIDENTS, Assignment, Job
from coursetools.grading.runner import grade_one

pytestmark = pytest.mark.xdist_group("grading")

SLUG = "bewusstsein"
FULL = expected(SLUG, {"base": "light"})


@pytest.fixture
def notebook() -> dict:
    """An honest hand-in, to be damaged."""
    return json.loads(made(SLUG, {"base": "light"}))


def graded(notebook: dict):
    return grade_bytes(json.dumps(notebook).encode())


def cell(notebook: dict, name: str) -> dict:
    return next(cell for cell in notebook["cells"] if cell["id"] == name)


def place(notebook: dict, name: str) -> int:
    return [cell["id"] for cell in notebook["cells"]].index(name)


def code(source: str, **more) -> dict:
    return {
        "cell_type": "code",
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    } | more


def test_code_in_cells_of_ones_own_counts(notebook):
    cell(notebook, "a1")["source"] = "abstand_abgelesen = runden(hilfe)"
    before = [code("hilfe = 19.31"), code("def runden(zahl):\n    return round(zahl, 1)")]
    notebook["cells"][place(notebook, "a1") : place(notebook, "a1")] = before
    assert points(graded(notebook)) == FULL


def test_a_function_may_use_what_the_visible_part_of_a_test_imports(notebook):
    """``import pandas as pd`` stands in the test of B1 only; whoever works from top to bottom has it afterwards."""
    cell(notebook, "b2")["source"] = (
        "frauenanteil = pd.Series(\n"
        "    {fach: (t['geschlecht'] == 'weiblich').mean() for fach, t in bewerbungen.groupby('studienfach')}\n)"
    )
    assert points(graded(notebook)) == FULL


def test_moved_cells_are_graded_in_the_exercises_order(notebook):
    moved = notebook["cells"].pop(place(notebook, "a1-test-1"))
    notebook["cells"].insert(0, moved)
    assert points(graded(notebook)) == FULL


def test_of_a_copied_answer_the_last_one_counts(notebook):
    at = place(notebook, "a2")
    notebook["cells"].insert(
        at, copy.deepcopy(notebook["cells"][at]) | {"id": "kopie", "source": 'etikett_misst = "a"'}
    )
    assert points(graded(notebook)) == FULL


def test_of_copies_the_last_one_that_was_filled_in_counts(notebook):
    at = place(notebook, "a2")
    empty = next(c for c in released(SLUG)["cells"] if grade_id(c) == "a2")["source"]
    notebook["cells"].insert(at + 1, copy.deepcopy(notebook["cells"][at]) | {"id": "kopie", "source": empty})
    result = graded(notebook)
    assert points(result) == FULL and result.incidents == ()
    notebook["cells"].insert(
        at, copy.deepcopy(notebook["cells"][at]) | {"id": "kopie2", "source": 'etikett_misst = "a"'}
    )
    assert [(one.kind, one.cell) for one in graded(notebook).incidents] == [("copies", "a2")]


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_a_free_text_in_a_new_cell_below_is_found(notebook, kind):
    text = next(c for c in released(SLUG)["cells"] if grade_id(c) == "f1")["source"]
    cell(notebook, "f1")["source"] = text
    new = {"cell_type": kind, "metadata": {}, "id": "neu", "source": "Weil die Lücke im Lebenslauf zählt."}
    notebook["cells"].insert(place(notebook, "f1") + 1, new)
    result = graded(notebook)
    assert points(result) == FULL and [one.kind for one in result.incidents] == ["moved"]
    written = next(c for c in json.loads(result.notebook)["cells"] if grade_id(c) == "f1")
    assert "Weil die Lücke" in "".join(written["source"])


def test_the_empty_function_of_the_exercise_below_ones_own_does_not_count(notebook):
    empty = next(c for c in released(SLUG)["cells"] if grade_id(c) == "b1")["source"]
    empty = empty if isinstance(empty, str) else "".join(empty)
    own = cell(notebook, "b1")["source"]
    cell(notebook, "b1")["source"] = f"{own if isinstance(own, str) else ''.join(own)}\n\n{empty}"
    result = graded(notebook)
    assert points(result) == FULL and [one.kind for one in result.incidents] == ["template"]


def test_an_answer_in_a_cell_of_ones_own_above_counts_where_the_exercises_cell_is_still_empty(notebook):
    for name in ("a1", "b1"):
        at = place(notebook, name)
        own = copy.deepcopy(notebook["cells"][at])
        empty = next(c for c in released(SLUG)["cells"] if grade_id(c) == name)["source"]
        notebook["cells"][at]["source"] = empty
        notebook["cells"].insert(at, code(own["source"], id=f"eigene-{name}"))
    result = graded(notebook)
    assert points(result) == FULL
    assert {(one.kind, one.cell) for one in result.incidents} == {("template", "a1"), ("template", "b1")}


def test_a_hand_in_made_with_an_earlier_edition_of_the_exercise_is_not_accused(notebook):
    start = cell(notebook, "start")
    start["source"] = "print('früher')\n" + "".join(start["source"])
    assert [one.kind for one in graded(notebook).incidents] == ["locked"]
    start["metadata"]["nbgrader"]["checksum"] = compute_checksum(nbformat.from_dict(start))
    assert graded(notebook).incidents == ()


@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_a_checksum_that_counted_line_ends_which_nobody_got_accuses_nobody(notebook, end):
    """Questions with a mark scheme were once given out like that."""
    question = cell(notebook, "f1-frage")
    question["source"] = "Frage wie früher"
    fits = nbformat.from_dict(question | {"source": question["source"] + end})
    question["metadata"]["nbgrader"]["checksum"] = compute_checksum(fits)
    assert graded(notebook).incidents == ()


def test_a_picture_in_a_free_text_reaches_whoever_marks_it(notebook):
    picture = {
        "bild.png": {"image/png": "iVBORw0KGgo=", "text/html": "<script>"},
        "x.svg": {"image/svg+xml": "PHN2Zz4="},
    }
    cell(notebook, "f1")["attachments"] = picture
    result = graded(notebook)
    written = next(c for c in json.loads(result.notebook)["cells"] if grade_id(c) == "f1")
    assert written["attachments"] == {"bild.png": {"image/png": "iVBORw0KGgo="}}
    assert [one.kind for one in result.incidents] == ["picture"]
    nbformat.validate(nbformat.from_dict(json.loads(result.notebook)))


def test_line_ends_and_spaces_of_an_editor_change_no_locked_cell(notebook):
    for one in notebook["cells"]:
        text = one["source"] if isinstance(one["source"], str) else "".join(one["source"])
        one["source"] = text.replace("\n", "  \n")
    result = graded(notebook)
    assert points(result) == FULL and result.incidents == ()


def test_an_answer_that_stopped_says_so_to_the_learner_and_the_trainer(notebook):
    cell(notebook, "a1")["source"] = "x = 1\ny = geht\nabstand_abgelesen = 19.3"
    cell(notebook, "a2")["source"] = "etikett_misst = „b“"
    result = graded(notebook)
    remarks = {grade.cell: grade.remark for grade in result.grades}
    assert "Zeile 2" in remarks["a1-test-1"] and "„geht“" in remarks["a1-test-1"]
    assert "Anführungszeichen" in remarks["a2-test-1"]
    assert {(one.kind, one.cell) for one in result.incidents} == {("stopped", "a1"), ("stopped", "a2")}


def test_an_answer_that_is_right_may_stop_afterwards(notebook):
    source = cell(notebook, "a1")["source"]
    cell(notebook, "a1")["source"] = f"{source if isinstance(source, str) else ''.join(source)}\nprint(geht)"
    result = graded(notebook)
    assert points(result) == FULL and result.incidents == ()


@pytest.mark.parametrize(
    "body",
    ["raise ValueError('LECK' + repr(tabelle))", "raise type(f'LECK{len(tabelle)}', (Exception,), {})()"],
)
def test_what_a_function_says_when_it_fails_stays_behind_the_walls(notebook, body):
    cell(notebook, "b1")["source"] = f"def abstand(tabelle, *rest):\n    {body}"
    result = graded(notebook)
    remarks = " ".join(grade.remark for grade in result.grades if grade.cell.startswith("b1"))
    assert "bricht ab (ValueError)" in remarks or "bricht ab (Exception)" in remarks
    shown = [str(entry) for c in json.loads(result.notebook)["cells"] for entry in c.get("outputs", [])]
    assert "LECK" not in remarks and not any("LECK" in text for text in shown)


def test_a_copied_test_is_no_trouble(notebook):
    at = place(notebook, "a1-test-1")
    notebook["cells"].insert(at, copy.deepcopy(notebook["cells"][at]))
    result = graded(notebook)
    assert points(result) == FULL
    assert result.incidents == ()


def test_changed_and_deleted_locked_cells_come_back_and_are_told(notebook):
    cell(notebook, "start")["source"] = "bewerbungen = None"
    notebook["cells"].pop(place(notebook, "a3-tabelle"))
    notebook["cells"].pop(place(notebook, "a5-test-2"))
    result = graded(notebook)
    assert points(result) == FULL
    assert {(incident.kind, incident.cell) for incident in result.incidents} == {
        ("locked", "start"),
        ("locked", "a3-tabelle"),
        ("locked", "a5-test-2"),
    }


def test_without_any_marks_cells_are_known_by_their_text_and_place(notebook):
    """What is left after some editors: sources only."""
    for number, entry in enumerate(notebook["cells"]):
        entry["metadata"], entry["id"] = {}, f"c{number}"
    result = graded(notebook)
    assert points(result) == FULL
    assert [incident.kind for incident in result.incidents] == ["metadata"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'{"cells": 7}',
        b'{"cells": [], "metadata": {}}',
        b"\xff\xfe",
        b"[" * 10**6,
    ],
    ids=["empty", "no cells", "list", "null", "number", "no cell", "no text", "deep"],
)
def test_what_is_no_hand_in_of_this_exercise_is_said_to_be_none(data):
    result = grade_bytes(data)
    assert (result.grades, result.notebook) == ((), b"")
    assert [incident.kind for incident in result.incidents] == ["unreadable"]


def test_odd_cells_are_read_as_far_as_possible(notebook):
    notebook["cells"][:0] = [
        7,
        None,
        {},
        {"cell_type": 1, "source": {}},
        {"source": ["x", 1], "metadata": []},
    ]
    notebook["cells"].append(code("1", metadata={"nbgrader": {"grade_id": ["a1"]}}, id=5))
    notebook["cells"].append(code('print("\\ud800")', id="ersatz"))
    result = graded(notebook)
    assert points(result) == FULL
    nbformat.validate(nbformat.reads(result.notebook.decode(), as_version=4))


def test_a_hand_in_of_another_exercise_is_not_graded():
    (incident,) = grade_bytes(made("werte", {"base": "released"}).encode()).incidents
    assert (incident.kind, incident.text) == (
        "unreadable",
        "Das Notebook gehört nicht zur Übung „bewusstsein“.",
    )


def test_the_autograded_notebook_is_what_nbgrader_would_have_written(notebook):
    """Instructor's tests with their hidden parts, checksums of the source, points by nbgrader's own rule."""
    result = graded(notebook)
    autograded = nbformat.reads(result.notebook.decode(), as_version=4)
    nbformat.validate(autograded)
    source = {grade_id(entry): "".join(entry["source"]) for entry in solution(SLUG)["cells"]}
    stubs = {grade_id(entry): "".join(entry["source"]) for entry in released(SLUG)["cells"]}
    scores = {}
    for entry in autograded.cells:
        marks = entry.metadata.get("nbgrader", {})
        if not marks:
            continue
        name = marks["grade_id"]
        original = stubs[name] if marks["solution"] else source[name]
        assert marks["checksum"] == compute_checksum(nbformat.from_dict(dict(entry, source=original)))
        if not marks["solution"]:
            assert entry.source == original
        if marks["grade"]:
            scores[name] = determine_grade(entry)[0]
    assert scores == {grade.cell: grade.score for grade in result.grades}
    assert "BEGIN HIDDEN TESTS" in result.notebook.decode()


def test_the_notebook_shows_what_learners_see(notebook):
    cell(notebook, "a2")["source"] += '\nprint("Ich nehme", etikett_misst)\netikett_misst'
    result = graded(notebook)
    assert outputs(result, "a2") == "Ich nehme b\n'b'"
    assert "Einladungen je 100" in json.dumps(json.loads(result.notebook))
    assert "Mit Ihrer Auswahl" not in outputs(result, "a4-test-1")
    assert "● B1  ausgefüllt" in outputs(result, "uebersicht")


def test_lost_points_come_with_a_sentence_and_never_with_hidden_code(grade):
    wrong = {
        "base": "released",
        "answers": {"a2": 'etikett_misst = "a"', "b1": "def abstand(*alles):\n    return 1 / 0"},
    }
    remarks = {entry.cell: entry.remark for entry in grade(wrong).grades}
    assert remarks["a2-test-1"].endswith("Zum Nachlesen: Modul 1, „Sie entscheiden, das Modell lernt“.")
    assert "bricht ab (ZeroDivisionError)" in remarks["b1-test-1"]
    assert remarks["a1-test-1"].startswith("A1: Die Antwort „abstand_abgelesen“ fehlt noch.")
    assert remarks["f1"] == "Hier steht noch keine Antwort."
    assert not any("checks." in remark or "===" in remark for remark in remarks.values())
    full = {entry.cell: entry.remark for entry in grade({"base": "right"}).grades}
    assert set(full.values()) == {"", "Diese Antwort bewertet ein Mensch."}


def test_the_same_hand_in_gives_the_same_result(grade):
    code = "import random, numpy\nprint(random.random(), numpy.random.rand(), {'a', 'b', 'c'})"
    chance = {"base": "light", "answers": {"a2": code}}
    first, second = grade(chance), grade(chance)
    assert (first.key, first.grades, first.notebook) == (second.key, second.grades, second.notebook)
    assert first.key != grade(chance | {"answers": {"a2": "1"}}).key


def test_a_text_that_was_deleted_earns_nothing(notebook):
    notebook["cells"].pop(place(notebook, "f1"))
    result = graded(notebook)
    assert points(result) == FULL | {"f1": 0}
    assert [(incident.kind, incident.cell) for incident in result.incidents] == [("answer", "f1")]


def test_what_workers_get_and_give_is_plain_and_can_be_sent(notebook):
    exercise = Assignment.load(ROOT, SLUG)
    job = Job(exercise.key, json.dumps(notebook).encode())
    result = grade_one(*pickle.loads(pickle.dumps((exercise, job, LIMITS))))
    assert pickle.loads(pickle.dumps(result)) == result
    assert result.key == job.key
    assert 0 < result.cpu_seconds < 10
    for text in (ROOT, "hand_ins"):
        assert str(text).encode() not in pickle.dumps((exercise, job))


def test_a_cell_that_ends_its_process_costs_that_cell_only(grade):
    ends = {
        "base": "light",
        "answers": {"a2": "import os\nos._exit(0)", "a3": "import os\nos.kill(1, 9)\nos.abort()"},
    }
    result = grade(ends)
    assert points(result) == FULL | {"a2-test-1": 0, "a3-test-1": 0}
    assert {("crash", "a2"), ("crash", "a3")} <= {(i.kind, i.cell) for i in result.incidents}
    assert all(incident.kind in INCIDENTS for incident in result.incidents)


def test_a_function_may_change_its_mind_only_by_a_new_answer(grade):
    """The test calls the function that the answer held, in the state the notebook had at that point."""
    hand_in = {
        "base": "light",
        "answers": {
            "a5": 'urteile = {1: "offen", 2: "stimmt", 3: "stimmt nicht", 4: "offen"}\nfaktor = 1',
            "b1": (
                "def abstand(tabelle, gruppe, entscheidung):\n"
                "    anteile = tabelle.groupby(gruppe)[entscheidung].mean().dropna()\n"
                "    return None if len(anteile) < 2 else faktor * 100 * (anteile.max() - anteile.min())"
            ),
            "b2": "faktor = 0\nfrauenanteil = {}",
        },
    }
    assert points(grade(hand_in)) == FULL | {"b2-test-1": 0, "b2-test-2": 0}


def test_a_cell_that_leaves_no_memory_costs_itself_and_no_later_one():
    greedy = """
behalten = []
try:
    while True:
        behalten.append(bytearray(1 << 16))
except MemoryError:
    pass
"""
    described = {"base": "light", "answers": {"a1": greedy}}
    result = grade_bytes(made(SLUG, described).encode(), SLUG)
    assert points(result) == FULL | {"a1-test-1": 0, "a1-test-2": 0}
    assert ("memory", "a1") in {(one.kind, one.cell) for one in result.incidents}
    assert "zu viel Arbeitsspeicher" in next(one.remark for one in result.grades if one.cell == "a1-test-1")
