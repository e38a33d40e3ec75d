"""The gradebook holds what was found, nbgrader reads it, and what people decided stays."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from nbgrader import api

from coursetools import nbgrader_steps, release
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.job import Assignment, Grade, Incident, Result
from fairki import manifest

SLUG = "werte"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory) -> Path:
    """A course with one exercise whose gradebook is prepared."""
    root = tmp_path_factory.mktemp("kurs")
    for name in ("course.toml", nbgrader_steps.CONFIG):
        shutil.copy(manifest.ROOT / name, root / name)
    for folder in (release.SOURCE, release.TARGET):
        shutil.copytree(manifest.ROOT / folder / SLUG, root / folder / SLUG)
    with Gradebook(root) as book:
        book.prepare(Assignment.load(root, SLUG))
    return root


@pytest.fixture
def course(prepared, tmp_path) -> Path:
    return shutil.copytree(prepared, tmp_path / "kurs")


@pytest.fixture
def assignment(course) -> Assignment:
    return Assignment.load(course, SLUG)


def cells(assignment: Assignment) -> dict[str, float]:
    """Graded cells and their points."""
    about = [cell["metadata"].get("nbgrader", {}) for cell in json.loads(assignment.source)["cells"]]
    return {one["grade_id"]: one["points"] for one in about if one.get("grade")}


def result(assignment: Assignment, key: str = "k1", share: float = 1.0, **other) -> Result:
    """Every automatic cell earned this share of its points; the free text waits for a person."""
    grades = tuple(
        Grade(cell, None if cell == "f1" else share * most, most, "" if share == 1 else "Da fehlt etwas.")
        for cell, most in cells(assignment).items()
    )
    return replace(Result(key, grades, (Incident("timeout", "b1", "Zu lang."),), b"{}", 0.2, 0.3), **other)


def stock(course: Path) -> api.Gradebook:
    return api.Gradebook(f"sqlite:///{course / 'gradebook.db'}", nbgrader_steps.COURSE)


def test_what_is_recorded_can_be_read_in_the_order_of_the_exercise(course, assignment):
    with Gradebook(course) as book:
        book.prepare(assignment)
        book.record("abgabe-x", SLUG, result(assignment, share=0.5))
        (found,) = book.records(assignment)
        assert book.keys() == {("abgabe-x", SLUG): "k1"}
    assert [mark.cell for mark in found.marks] == list(cells(assignment))
    assert {mark.cell: mark.score for mark in found.marks} == {
        cell: None if cell == "f1" else most / 2 for cell, most in cells(assignment).items()
    }
    assert {mark.remark for mark in found.marks} == {"Da fehlt etwas."}
    assert found.incidents == (Incident("timeout", "b1", "Zu lang."),)


def test_nbgrader_reads_the_same_points_and_exports_them(course, assignment):
    with Gradebook(course) as book:
        book.prepare(assignment)
        for number, share in enumerate((0, 0.5, 1)):
            book.record(f"abgabe-{number}", SLUG, result(assignment, share=share))
    reachable = sum(most for cell, most in cells(assignment).items() if cell != "f1")
    with stock(course) as gradebook:
        assert [
            s.score for s in sorted(gradebook.assignment_submissions(SLUG), key=lambda s: s.student_id)
        ] == [share * reachable for share in (0, 0.5, 1)]
        assert all(s.needs_manual_grade for s in gradebook.assignment_submissions(SLUG))
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "export", "--to", "noten.csv"],
        cwd=course,
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    lines = (course / "noten.csv").read_text().splitlines()
    assert len(lines) == 4 and "abgabe-1" in lines[2]


def test_recording_again_replaces_the_points_and_keeps_what_a_person_decided(course, assignment):
    with Gradebook(course) as book:
        book.prepare(assignment)
        book.record("abgabe-x", SLUG, result(assignment, share=0))
        with stock(course) as gradebook:
            gradebook.find_grade("f1", SLUG, SLUG, "abgabe-x").manual_score = 3
            gradebook.find_grade("f1", SLUG, SLUG, "abgabe-x").needs_manual_grade = False
            gradebook.find_comment("f1", SLUG, SLUG, "abgabe-x").manual_comment = "Gut erklärt."
            gradebook.db.commit()
        book.record("abgabe-x", SLUG, result(assignment, key="k2"))
        (found,) = book.records(assignment)
        assert book.keys() == {("abgabe-x", SLUG): "k2"}
    marks = {mark.cell: mark for mark in found.marks}
    assert marks["f1"].score == 3 and found.comments == {"f1": "Gut erklärt."}
    assert all(mark.score == mark.most for cell, mark in marks.items() if cell != "f1")
    with stock(course) as gradebook:
        assert gradebook.find_grade("f1", SLUG, SLUG, "abgabe-x").needs_manual_grade
        own = gradebook.find_submission_notebook(SLUG, SLUG, "abgabe-x").grades
        assert {grade.name for grade in own if grade.max_score} == set(cells(assignment))


def test_only_the_free_text_waits_for_a_person(course, assignment):
    with Gradebook(course) as book:
        book.prepare(assignment)
        book.record("abgabe-x", SLUG, result(assignment))
    with stock(course) as gradebook:
        own = gradebook.find_submission_notebook(SLUG, SLUG, "abgabe-x")
        assert [grade.name for grade in own.grades if grade.needs_manual_grade] == ["f1"]
        assert {comment.name for comment in own.comments} == {
            about["grade_id"]
            for cell in json.loads(assignment.source)["cells"]
            if (about := cell["metadata"].get("nbgrader", {})).get("solution") or about.get("task")
        }


def test_a_file_that_is_no_notebook_earns_nothing(course, assignment):
    with Gradebook(course) as book:
        book.prepare(assignment)
        book.record("abgabe-x", SLUG, result(assignment, grades=(), incidents=()))
        (found,) = book.records(assignment)
    assert [mark.score for mark in found.marks] == [0] * len(cells(assignment))


def test_a_changed_exercise_keeps_old_results_until_they_are_replaced(course, assignment):
    with Gradebook(course) as book:
        book.prepare(assignment)
        book.record("abgabe-x", SLUG, result(assignment))
        path = course / release.SOURCE / SLUG / f"{SLUG}.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        graded = [cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade")]
        graded[0]["metadata"]["nbgrader"]["grade_id"] = "neu-test-1"
        graded[1]["metadata"]["nbgrader"]["points"] = 2
        path.write_text(json.dumps(notebook), encoding="utf-8")
        changed = Assignment.load(course, SLUG)
        book.prepare(changed)
        book.record("abgabe-x", SLUG, result(changed, key="k2", share=0.5))
        (found,) = book.records(changed)
    assert {mark.cell: mark.most for mark in found.marks} == cells(changed)
    assert "neu-test-1" in cells(changed) and len(cells(changed)) == len(cells(assignment))
    assert all(mark.score == mark.most / 2 for mark in found.marks if mark.cell != "f1")


def test_a_result_is_there_whole_or_not_at_all(course, assignment):
    with Gradebook(course) as book:
        book.prepare(assignment)
        broken = result(assignment, incidents=(Incident("timeout", "b1", b"?"),))  # fails after the grades
        with pytest.raises(TypeError):
            book.record("abgabe-x", SLUG, broken)
        assert book.keys() == {} and list(book.records(assignment)) == []
    with stock(course) as gradebook:
        assert gradebook.assignment_submissions(SLUG) == []


def test_a_reader_does_not_wait_for_the_writer(course, assignment):
    with Gradebook(course) as book:
        book.prepare(assignment)
        with book.engine.connect() as connection:
            assert connection.scalar(sa.text("PRAGMA journal_mode")) == "wal"
