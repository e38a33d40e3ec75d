"""Who looked at the worked answers before handing in: the trainer sees it, and the points stay what they are."""

import csv
import io
import json

import pytest
from banks import made, released
from graded import assignment, record
from grading import bank_results, grade_bytes, points

from coursetools import release
from coursetools.grading import feedback, hand_in, report
from coursetools.grading.job import SEEN
from fairki import manifest, reference
from fairki.ui.exercise import SOLUTION_SEEN, Exercise

pytestmark = pytest.mark.xdist_group("grading")

SLUG = "bewusstsein"
WORDS = "Lösung angesehen"


def hand_in_that_says(mark) -> bytes:
    notebook = json.loads(made(SLUG, {"base": "light"}))
    notebook["metadata"]["fairki"][SOLUTION_SEEN] = mark
    return json.dumps(notebook).encode()


@pytest.mark.parametrize("slug", release.slugs(manifest.ROOT))
def test_the_worked_answers_earn_every_point_that_the_computer_gives_for_part_a(slug):
    answers = {name: one.value for name, one in reference.worked_answers(slug).items()}
    hand_in = Exercise(released(slug)).compose(answers, solution_seen=True)
    result = grade_bytes(json.dumps(hand_in).encode(), slug)
    part_a = {grade.cell: grade.most for grade in result.grades if grade.cell.startswith("a")}
    assert part_a and {cell: points(result)[cell] for cell in part_a} == part_a
    assert [one.kind for one in result.incidents] == [SEEN]


def test_the_mark_becomes_an_incident_and_a_line_above_the_marked_notebook_and_costs_nothing():
    seen = grade_bytes(hand_in_that_says(True))
    plain = grade_bytes(hand_in_that_says(False))
    assert points(seen) == points(plain)
    assert [one.kind for one in seen.incidents] == [SEEN] and not plain.incidents
    first, *rest = json.loads(seen.notebook)["cells"]
    assert (
        first["cell_type"] == "markdown" and WORDS in first["source"] and "nbgrader" not in first["metadata"]
    )
    assert [cell["source"] for cell in rest] == [
        cell["source"] for cell in json.loads(plain.notebook)["cells"]
    ]


@pytest.mark.parametrize("mark", [None, "ja", 1, [True], {"x": 1}])
def test_a_mark_that_is_none_counts_for_nothing(mark):
    assert not hand_in.read(hand_in_that_says(mark), SLUG).solution_seen


def test_a_hand_in_from_before_there_was_a_mark_is_read_as_it_was():
    assert not hand_in.read(made(SLUG, {"base": "light"}).encode(), SLUG).solution_seen
    assert not any(one.kind == SEEN for result in bank_results(SLUG).values() for one in result.incidents)


@pytest.fixture
def records():
    task = assignment()
    return [record(task, pseudonym="abgabe-a", incidents=(SEEN,)), record(task, pseudonym="abgabe-b")]


def test_the_overview_names_who_looked_but_asks_for_no_second_look(records):
    found = report.pile(assignment(), records)
    assert (found.seen, found.looks) == (["abgabe-a"], [])
    html = report.overview([found], [])
    named = html.partition(f"<h3>{WORDS}</h3>")[2].partition("<h3>")[0]
    assert "abgabe-a" in named and "abgabe-b" not in named
    assert WORDS not in report.overview([report.pile(assignment(), records[1:])], [])


def test_the_tables_say_it_in_a_column(records):
    text = report.spreadsheet(assignment(), records).removeprefix("\ufeff")
    head, first, second = csv.reader(io.StringIO(text), delimiter=";")
    assert (first[head.index(WORDS)], second[head.index(WORDS)]) == ("ja", "")


def test_the_feedback_page_says_it_once_and_not_as_a_fault(records):
    task = assignment()
    html = feedback.page(task, records[0], task.source)
    assert html.count(WORDS) == 1 and "ist etwas aufgefallen" not in html
    assert WORDS not in feedback.page(task, records[1], task.source)
