"""Exercises as other authors might write them: small ones made here, graded in the real sandbox."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from grading import LIMITS, outputs, points

from coursetools.grading import sheet
from coursetools.grading.inside.prepared import parsed
from coursetools.grading.job import Assignment, Job
from coursetools.grading.runner import grade_one
from fairki.errors import BadFileError

pytestmark = pytest.mark.xdist_group("grading")


def cell(name: str, source: str, points: float | None = None, answer: bool = False) -> dict:
    marks = {"grade_id": name, "grade": points is not None, "solution": answer, "locked": not answer}
    marks |= {"schema_version": 3, "task": False} | ({"points": points} if points is not None else {})
    metadata = {"nbgrader": marks}
    return {
        "cell_type": "code",
        "id": name,
        "metadata": metadata,
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def exercise(*cells: dict, released: dict[str, str]) -> Assignment:
    """An assignment; ``released`` says what learners see of a cell where that is not the source."""
    shown = [cell | {"source": released.get(cell["id"], cell["source"])} for cell in cells]
    return Assignment("klein", *(json.dumps(notebook(cells)).encode() for cells in (list(cells), shown)))


def notebook(cells: list[dict]) -> dict:
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def handed_in(assignment: Assignment, **answers: str):
    """The result for these answers."""
    cells = json.loads(assignment.released)["cells"]
    filled = [cell | {"source": answers.get(cell["id"], cell["source"])} for cell in cells]
    job = Job(assignment.key, json.dumps(notebook(filled)).encode())
    return grade_one(assignment, job, replace(LIMITS, prepare_seconds=8))


SMALL = exercise(
    cell("start", "from functools import lru_cache\nfaktor = 2"),
    cell("a1", "zahl = 21", answer=True),
    cell("zwischen", "doppelt = faktor * zahl\nprint('Doppelt:', doppelt)\nfaktor = 10"),
    cell("a1-test-1", "assert doppelt == 42\nassert faktor == 10", points=1),
    cell("a1-test-2", "min(zahl / 7, 3)", points=3),
    cell("a1-test-3", "import sys\nif zahl != 21:\n    print('laut', file=sys.stderr)", points=1),
    cell("a2", "def plus(x):\n    return x + 1", answer=True),
    cell(
        "a2-test-1",
        "@lru_cache\ndef wert(x):\n    return plus(x)\n\n\nmerke = 5\nassert wert(merke) == 6 and plus(x=1) == 2",
        points=1,
    ),
    cell("a2-test-2", "assert wert(merke + 1) == 7", points=1),
    released={
        "a1": "zahl = None",
        "a2": "def plus(x):\n    ...",
        "a1-test-1": "assert doppelt",
        "a2-test-2": "# geheim",
    },
)
ALL = {"a1-test-1": 1, "a1-test-2": 3, "a1-test-3": 1, "a2-test-1": 1, "a2-test-2": 1}


def test_answers_and_what_uses_them_are_found():
    found = sheet.read(SMALL)
    assert found.answered_in == {"zahl": "a1", "plus": "a2"}
    assert found.live == {"zwischen"}


def test_right_answers_get_all_points():
    result = handed_in(SMALL, a1="zahl = 21", a2="def plus(x):\n    return 1 + x")
    assert points(result) == ALL
    assert outputs(result, "zwischen") == "Doppelt: 42\n"


def test_a_locked_cell_that_uses_an_answer_runs_for_each_hand_in():
    result = handed_in(SMALL, a1="zahl = 7", a2="plus = lambda x: x + 1")
    assert outputs(result, "zwischen") == "Doppelt: 14\n"
    assert points(result) == ALL | {"a1-test-1": 0, "a1-test-2": 1, "a1-test-3": 0}


def test_learners_code_sees_what_locked_cells_made_of_its_answers():
    assert points(handed_in(SMALL, a1="zahl = 21", a2="def plus(x):\n    return x + doppelt - 41")) == ALL
    assert points(handed_in(SMALL, a1="zahl = 21", a2="def plus(x):\n    return x + faktor - 9")) == ALL


def test_what_a_test_remembers_is_never_remembered_from_another_hand_in():
    """``wert`` keeps results of the reference solution, whose function is another one."""
    wrong = handed_in(SMALL, a1="zahl = 21", a2="def plus(x):\n    return x + 2")
    assert points(wrong) == ALL | {"a2-test-1": 0, "a2-test-2": 0}


def test_the_form_as_it_was_released_gets_nothing():
    assert points(handed_in(SMALL)) == dict.fromkeys(ALL, 0)


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        (
            exercise(cell("a1", "zahl = 1", answer=True), cell("t", "assert True", 1), released={}),
            "Keine Prüfung",
        ),
        (
            exercise(cell("a1", "zahl = 1", answer=True), cell("t", "assert zahl == 2", 1), released={}),
            "Musterlösung der Übung „klein“ besteht diese Prüfungen nicht: t",
        ),
        (
            exercise(
                cell("s", "1 / 0"),
                cell("a1", "zahl = 1", answer=True),
                cell("t", "assert zahl", 1),
                released={},
            ),
            "s \\(division by zero\\)",
        ),
        (
            exercise(
                cell("a1", "zahl = 1", answer=True),
                cell("t", "while zahl:\n    pass", 1),
                released={},
            ),
            "t \\(die Zelle lief zu lange\\)",
        ),
    ],
    ids=["answer that nobody looks at", "wrong solution", "locked cell that fails", "test without an end"],
)
def test_a_broken_exercise_is_explained_to_its_author(broken, complaint):
    with pytest.raises(BadFileError, match=complaint):
        handed_in(broken, a1="zahl = 1")


def test_many_threads_read_python_at_once():
    """As grading does; in Python 3.11 they disturbed each other, and a hand-in counted as failed."""
    source = "\n".join(f"a{n} = [[[[{n}]]]] + f({n}, (b{n} if {n} else c))" for n in range(400))
    with ThreadPoolExecutor(4) as threads:
        assert {len(tree.body) for tree in threads.map(parsed, [source] * 60)} == {400}
