"""The trial before an exercise is given out: what is wrong with it is named with its cell, all else passes."""

import json

import pytest
from banks import ROOT, SLUGS

from coursetools.grading import trial
from coursetools.grading.job import Assignment

pytestmark = pytest.mark.xdist_group("grading")


def cell(name: str, source: str, points: float | None = None, answer: bool = False) -> dict:
    marks = {"grade_id": name, "grade": points is not None, "solution": answer, "locked": not answer}
    marks |= {"schema_version": 3, "task": False} | ({"points": points} if points is not None else {})
    kind = {"cell_type": "code", "outputs": [], "execution_count": None}
    return kind | {"id": name, "metadata": {"nbgrader": marks}, "source": source}


def exercise(slug: str, test: str, shown: str | None = None, answer: str = "zahl = 21") -> Assignment:
    """An exercise with one question; ``shown`` is what learners see of its test."""

    def notebook(answered: str, tested: str) -> bytes:
        cells = [cell("a1", answered, answer=True), cell("a1-test-1", tested, points=2)]
        return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()

    return Assignment(slug, notebook(answer, test), notebook("zahl = None", test if shown is None else shown))


EXERCISES = {
    "gut": exercise("gut", "assert zahl == 21"),
    "syntax": exercise("syntax", "x = 1\nassert zahl == 21)"),
    "schnitt": exercise("schnitt", "if zahl:\n    assert zahl == 21", shown="if zahl:"),
    "falsch": exercise("falsch", "assert zahl == 42"),
    "name": exercise("name", "assert zahl == wert"),
    "geschenkt": exercise("geschenkt", "assert zahl in (21, None)"),
    "halb": exercise("halb", "1 if zahl else 0"),
    "zuviel": exercise("zuviel", "7 if zahl else 0"),
    "ende": exercise("ende", "import os\nif zahl:\n    os._exit(1)"),
    "loesung": exercise("loesung", "assert zahl", answer="zahl = = 21"),
}


@pytest.fixture(scope="module")
def complaints() -> dict[str, list[str]]:
    return trial.complaints(list(EXERCISES.values()))


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("syntax", "Übung „syntax“, Zelle „a1-test-1“: Python versteht Zeile 2 nicht"),
        ("schnitt", "Zelle „a1-test-1“: In der Fassung für Lernende: Python versteht Zeile 1 nicht"),
        ("falsch", "Die Musterlösung der Übung „falsch“ besteht diese Prüfungen nicht: a1-test-1"),
        ("name", "besteht diese Prüfungen nicht: a1-test-1 (name 'wert' is not defined)"),
        ("geschenkt", "Zelle „a1-test-1“: Die leere Übung bekommt schon 2 von 2 Punkten."),
        ("halb", "Zelle „a1-test-1“: Die Musterlösung bekommt 1 von 2 Punkten."),
        ("zuviel", "Zelle „a1-test-1“: Die Prüfung gibt mehr Punkte, als die Zelle hat."),
        ("ende", "Eine ihrer eigenen Zellen beendet den Prozess"),
        ("loesung", "Übung „loesung“, Zelle „a1“: Python versteht Zeile 1 nicht"),
    ],
)
def test_what_is_wrong_with_an_exercise_is_named_with_its_cell(complaints, slug, said):
    assert any(said in text for text in complaints[slug]), complaints[slug]


def test_a_sound_exercise_has_no_complaint_and_the_broken_ones_take_nothing_from_it(complaints):
    assert complaints.keys() == EXERCISES.keys() - {"gut"}


def test_the_exercises_of_the_course_pass_their_trial():
    assert trial.complaints([Assignment.load(ROOT, slug) for slug in SLUGS]) == {}


def test_a_question_that_no_form_can_ask_is_found_before_anything_runs():
    source = json.loads(Assignment.load(ROOT, SLUGS[0]).source)
    question = next(cell for cell in source["cells"] if cell["id"] == "a1-frage")
    question["source"] = "### A1 · Nur eine Überschrift"
    notebook = json.dumps(source).encode()
    (said,) = trial.complaints([Assignment("stumm", notebook, notebook)])["stumm"]
    assert "fehlt die Frage" in said and "Nur eine Überschrift" in said
