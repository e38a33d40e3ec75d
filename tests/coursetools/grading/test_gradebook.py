"""The gradebook holds what was found, nbgrader reads it, and what people decided stays."""

import json
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from nbgrader import api

from coursetools import nbgrader_steps, release
from coursetools.grading import feedback, report
from coursetools.grading.gradebook import FILE, Gradebook, keep_marks
from coursetools.grading.job import INCIDENTS, Assignment, Grade, Incident, Result
from fairki import manifest
from fairki.errors import BadFileError, SetupError

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


def test_of_an_incident_only_what_its_kind_does_not_say_is_kept_in_words(course, assignment):
    own = Incident("attack", "b1", "Die Zelle enthält Ungewöhnliches: codecs.")
    usual = [Incident(kind, "", said) for kind, said in INCIDENTS.items()]
    with Gradebook(course) as book:
        book.prepare(assignment)
        book.record("abgabe-x", SLUG, result(assignment, incidents=(*usual, own)))
        (found,) = book.records(assignment)
    assert found.incidents == (*usual, own)
    with closing(sqlite3.connect(course / "gradebook.db")) as database:
        ((kept,),) = database.execute("SELECT incidents FROM fairki_result")
    assert [one["text"] for one in json.loads(kept)] == [""] * len(usual) + [own.text]


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


def by_hand(course: Path, cell: str, **given) -> None:
    """What a trainer does in the formgrader: ``manual_score``, ``extra_credit``, or ``manual_comment``."""
    with stock(course) as gradebook:
        for field, value in given.items():
            if field == "manual_comment":
                gradebook.find_comment(cell, SLUG, SLUG, "abgabe-x").manual_comment = value
            else:
                grade = gradebook.find_grade(cell, SLUG, SLUG, "abgabe-x")
                setattr(grade, field, value)
                grade.needs_manual_grade = False
        gradebook.db.commit()


def changed(course: Path, cell: str, **marks) -> Assignment:
    """The exercise after somebody changed nbgrader's marks of a cell; ``cell_type`` changes its kind."""
    for folder in (release.SOURCE, release.TARGET):
        path = course / folder / SLUG / f"{SLUG}.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for one in notebook["cells"]:
            about = one["metadata"].get("nbgrader", {})
            if about.get("grade_id") == cell:
                if kind := marks.get("cell_type"):
                    one["cell_type"] = kind
                    one |= {"outputs": [], "execution_count": None} if kind == "code" else {}
                about |= {key: value for key, value in marks.items() if key != "cell_type"}
        path.write_text(json.dumps(notebook), encoding="utf-8")
    return Assignment.load(course, SLUG)


@pytest.mark.parametrize(
    ("cell", "given", "change"),
    [
        ("f1", {"manual_score": 3}, {"grade_id": "f2"}),
        ("f1", {"manual_comment": "Gut."}, {"grade_id": "f2"}),
        ("f1", {"manual_score": 3}, {"points": 2}),
        ("f1", {"manual_score": 3}, {"cell_type": "code"}),
        ("a1-test-1", {"manual_score": 1}, {"grade": False}),
        ("a1", {"manual_comment": "Gut."}, {"solution": False, "locked": True}),
        ("a1-test-1", {"manual_score": 1}, {"grade_id": "a1-test-9"}),
        ("a1-test-1", {"extra_credit": 0.5}, {"grade_id": "a1-test-9"}),
        ("a1", {"manual_comment": "Schön."}, {"grade_id": "a9"}),
    ],
    ids=str,
)
def test_what_a_person_decided_is_never_lost_to_a_changed_exercise(course, assignment, cell, given, change):
    with Gradebook(course) as book:
        book.prepare(assignment)
        book.record("abgabe-x", SLUG, result(assignment))
        by_hand(course, cell, **given)
        (before,) = book.records(assignment)
        other = changed(course, cell, **change)
        with pytest.raises(BadFileError, match=f"1 Abgabe, Zelle „{cell}“"):
            book.prepare(other)
        assert list(book.records(assignment)) == [before]
        with pytest.raises(BadFileError, match=f"Zelle „{cell}“"):
            keep_marks(course, [other])


def test_once_the_trainer_has_taken_them_back_the_cell_may_go(course, assignment):
    with Gradebook(course) as book:
        book.prepare(assignment)
        book.record("abgabe-x", SLUG, result(assignment))
        by_hand(course, "f1", manual_score=3, manual_comment="Gut.")
        other = changed(course, "f1", grade_id="f2")
        with pytest.raises(BadFileError):
            book.prepare(other)
        by_hand(course, "f1", manual_score=None, manual_comment=None)
        book.prepare(other)
        book.record("abgabe-x", SLUG, result(other, key="k2"))
        (found,) = book.records(other)
    assert "f2" in [mark.cell for mark in found.marks]


def test_more_points_for_a_cell_keep_what_a_person_gave_and_ask_to_look_again(course, assignment):
    with Gradebook(course) as book:
        book.prepare(assignment)
        book.record("abgabe-x", SLUG, result(assignment))
        by_hand(course, "f1", manual_score=3)
        other = changed(course, "f1", points=8)
        book.prepare(other)
        book.record("abgabe-x", SLUG, result(other, key="k2"))
        (found,) = book.records(other)
    (mark,) = [mark for mark in found.marks if mark.cell == "f1"]
    assert (mark.score, mark.most, mark.again) == (3, 8, True)


def test_a_trainers_own_points_on_an_automatic_cell_survive_a_new_grading_and_count_everywhere(
    course, assignment
):
    with Gradebook(course) as book:
        book.prepare(assignment)
        book.record("abgabe-x", SLUG, result(assignment, share=0))
        by_hand(course, "a1-test-1", manual_score=1, extra_credit=0.5)
        by_hand(course, "a1-test-2", extra_credit=0.25)
        by_hand(course, "f1-frage", manual_score=2)
        for share in (0, 1, 0):
            book.record("abgabe-x", SLUG, result(assignment, key=f"k{share}", share=share))
        (found,) = book.records(assignment)
    marks = {mark.cell: mark.score for mark in found.marks}
    assert (marks["a1-test-1"], marks["a1-test-2"], marks["f1-frage"]) == (1.5, 0.25, 2)
    head, row = report.table(assignment, [found])
    assert row[head.index("Summe")] == 3.75 and row[1] == 1.75
    assert "<strong>3,75 von" in feedback.page(assignment, found, b"")
    with stock(course) as gradebook:
        assert gradebook.find_submission(SLUG, "abgabe-x").score == 3.75


def test_points_that_a_person_gave_are_marked_to_be_looked_at_again_until_somebody_did(course, assignment):
    def told() -> list[str]:
        (found,) = book.records(assignment)
        return [reason for look in report.pile(assignment, [found]).looks for reason in look.reasons]

    with Gradebook(course) as book:
        book.prepare(assignment)
        book.record("abgabe-x", SLUG, result(assignment, incidents=()))
        by_hand(course, "a1-test-1", manual_score=1)
        assert told() == []
        book.record("abgabe-x", SLUG, result(assignment, key="k2", incidents=()))
        with stock(course) as gradebook:
            waiting = gradebook.find_submission_notebook(SLUG, SLUG, "abgabe-x").grades
            assert {one.name for one in waiting if one.needs_manual_grade} == {"f1", "a1-test-1"}
        assert told() == ["Punkte von Hand, danach neu bewertet: bitte noch einmal ansehen (a1-test-1)."]
        by_hand(course, "a1-test-1", manual_score=1)
        assert told() == []


def test_what_broke_on_our_side_stays_open_instead_of_0(course, assignment):
    failed = result(assignment, grades=(), incidents=(Incident("failed", "", "Abgebrochen."),))
    with Gradebook(course) as book:
        book.prepare(assignment)
        book.record("abgabe-x", SLUG, failed)
        (found,) = book.records(assignment)
        assert book.keys() == {("abgabe-x", SLUG): ""}
    assert {mark.score for mark in found.marks} == {None}


def test_why_a_cell_stopped_stands_where_the_trainer_comments(course, assignment):
    stopped = (Incident("stopped", "a1", "Die Zelle bricht in Zeile 2 ab (NameError)."),)
    with Gradebook(course) as book:
        book.prepare(assignment)
        for incidents, said in ((stopped, stopped[0].text), ((), None)):
            book.record("abgabe-x", SLUG, result(assignment, incidents=incidents))
            with stock(course) as gradebook:
                assert gradebook.find_comment("a1", SLUG, SLUG, "abgabe-x").auto_comment == said
            (found,) = book.records(assignment)
            assert found.comments == {}


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


def test_the_seed_of_hidden_inputs_is_drawn_once_and_no_grading_before_it_counts_less(assignment, tmp_path):
    seeds = []
    for name in ("eins", "zwei"):
        root = tmp_path / name
        root.mkdir()
        with Gradebook(root) as book:
            seeds.append(book.seed())
        with Gradebook(root) as again:
            assert again.seed() == seeds[-1]
    assert seeds[0] != seeds[1] and all(0 <= seed < 1 << 62 for seed in seeds)
    with sqlite3.connect(root / FILE) as database:  # as a version before seeds left it
        database.execute("DROP TABLE fairki_seed")
    with Gradebook(root) as book:
        assert book.seed() == book.seed() != seeds[1]
    assert replace(assignment, seed=seeds[0]).key == assignment.key  # so nobody is graded again because of it


@pytest.mark.parametrize(
    "newer", ["UPDATE fairki_version SET version = 2", "UPDATE alembic_version SET version_num = 'ffff'"]
)
def test_a_grade_book_of_a_newer_course_or_nbgrader_is_refused_and_left_as_it_is(course, newer):
    with closing(sqlite3.connect(course / FILE)) as database:
        database.execute(newer)
        database.commit()
    before = (course / FILE).read_bytes()
    with pytest.raises(SetupError, match="neuere Fassung"):
        Gradebook(course)
    assert (course / FILE).read_bytes() == before
