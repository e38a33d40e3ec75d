"""The gradebook in PostgreSQL: a real server in a folder of its own, run by a user without rights."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from banks import expected, made, most_points
from nbgrader import api
from piles import call, course, in_bank, light, packed, reached
from postgres import SECRET
from serving import wait_for

from coursetools import nbgrader_steps
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.job import Assignment, Grade, Result
from coursetools.grading.marking.decision import ChangedElsewhere, checked
from coursetools.grading.marking.ledger import Ledger
from coursetools.grading.marking.questions import questions

pytestmark = pytest.mark.xdist_group("grade")


def test_the_whole_path_writes_to_postgresql_and_stock_nbgrader_reads_it(database_url, tmp_path):
    root = course(tmp_path / "kurs", "werte")
    best = in_bank("werte", "full_model_answers")
    pile = packed(
        root / "abgaben.zip",
        [("Anna", made("werte", best).encode()), ("Bilal", light(1)), ("Cem", light(2))],
    )
    for _ in range(2):
        done = call(root, str(pile), FAIRKI_GRADEBOOK=database_url)
        assert done.returncode == 0, done.stderr
        assert SECRET not in done.stdout + done.stderr
    assert not (root / "gradebook.db").exists()
    assert not [path for path in root.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]
    points = reached(root, "werte", database_url)
    assert points.keys() == {"Anna", "Bilal", "Cem"}
    anna = {cell: "manual" if score is None else score for cell, score in points["Anna"].items()}
    assert anna == expected("werte", best)
    with api.Gradebook(database_url, nbgrader_steps.COURSE) as book:
        scores = [one.score for one in book.assignment_submissions("werte")]
    assert sorted(scores) == [0, 0, sum(score or 0 for score in points["Anna"].values())]
    exported = subprocess.run(
        [sys.executable, "-m", "nbgrader", "export"],
        cwd=root,
        env=os.environ | {"FAIRKI_GRADEBOOK": database_url},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert exported.returncode == 0, exported.stderr
    assert len((root / "grades.csv").read_text("utf-8").splitlines()) == 4


def test_a_changed_exercise_keeps_its_hand_ins(database_url, tmp_path):
    root = course(tmp_path / "kurs", "werte")
    task = Assignment.load(root, "werte")
    with Gradebook(root, database_url) as book:
        book.prepare(task)
        grades = tuple(Grade(cell, most, most) for cell, most in most_points("werte").items())
        for share in (1, 2):
            book.record("abgabe-x", "werte", Result(f"k{share}", grades, (), b"{}", 0.1, 0.1))
        assert book.keys() == {("abgabe-x", "werte"): "k2"}
        changed = (
            task.source.replace(b'"b2-test', b'"b3-test'),
            task.released.replace(b'"b2-test', b'"b3-test'),
        )
        for folder, content in zip(("solutions", "exercises"), changed, strict=True):
            (root / folder / "werte" / "werte.ipynb").write_bytes(content)
        book.prepare(Assignment.load(root, "werte"))
        (found,) = book.records(Assignment.load(root, "werte"))
    assert {mark.cell for mark in found.marks} == {
        name for name in most_points("werte") if not name.startswith("b2-test")
    }


def test_free_texts_are_marked_there_too(database_url, tmp_path):
    root = course(tmp_path / "kurs", "werte")
    task = Assignment.load(root, "werte")
    (asked,) = questions(task)
    with Gradebook(root, database_url) as book:
        book.prepare(task)
        open_text = (Grade("f1", None, 4),)
        book.record("abgabe-x", "werte", Result("k1", open_text, (), b"{}", 0.1, 0.1))
        ledger, met = Ledger(book), [asked.criteria[0].name]
        ledger.decide(asked, "abgabe-x", checked(asked, 1, met, "Gut."), "1")
        ledger.take_in(asked, {"abgabe-x": {"points": 2, "criteria": [], "comment": ""}})
        assert ledger.decisions(asked)["abgabe-x"].criteria == tuple(met)
        assert ledger.opinions(asked)["abgabe-x"]["points"] == 2
        with api.Gradebook(database_url, nbgrader_steps.COURSE) as stock:
            assert stock.find_grade("f1", "werte", "werte", "abgabe-x").manual_score == 1
        assert ledger.undo({asked.key: asked})[1] == "abgabe-x" and ledger.steps() == 0
        assert not ledger.decisions(asked)["abgabe-x"].decided
        book.forget("abgabe-x")
        assert ledger.decisions(asked) == ledger.opinions(asked) == {}


def test_of_two_who_mark_the_same_answer_at_once_the_second_hears_of_it(database_url, tmp_path):
    """Both wait until nobody writes; then what one saw is no longer true for the other, and nothing is overwritten."""
    root = course(tmp_path / "kurs", "werte")
    task = Assignment.load(root, "werte")
    (asked,) = questions(task)
    waiting = sa.text(
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    with Gradebook(root, database_url) as book, ThreadPoolExecutor(2) as people:
        book.prepare(task)
        book.record("abgabe-x", "werte", Result("k1", (Grade("f1", None, 4),), (), b"{}", 0.1, 0.1))
        seen = Ledger(book).decisions(asked)["abgabe-x"]

        def mark(points: int) -> str:
            with Gradebook(root, database_url) as own:
                try:
                    Ledger(own).decide(asked, "abgabe-x", checked(asked, points, [], ""), str(points), seen)
                except ChangedElsewhere:
                    return "told"
                return str(points)

        with book.writing() as connection:
            found = [people.submit(mark, points) for points in (1, 2)]
            wait_for(lambda: connection.scalar(waiting) == 2 or any(one.done() for one in found), 60, "both")
            assert not any(one.done() for one in found)
        ends = {one.result(60) for one in found}
        assert "told" in ends and ends <= {"told", "1", "2"} and len(ends) == 2
        assert {str(int(Ledger(book).decisions(asked)["abgabe-x"].points)), "told"} == ends


def test_a_wrong_password_is_explained_and_not_repeated(postgres_url, tmp_path):
    root = course(tmp_path / "kurs", "werte")
    wrong = postgres_url.set(password="falsch-8").render_as_string(hide_password=False)
    done = call(root, str(packed(root / "abgaben.zip", [("Anna", light(1))])), "--gradebook", wrong)
    assert done.returncode == 1 and "Notendatei lässt sich nicht öffnen" in done.stderr
    assert "falsch-8" not in done.stdout + done.stderr and "Traceback" not in done.stderr


def test_of_a_person_who_is_deleted_no_row_is_left(database_url, tmp_path):
    root = course(tmp_path / "kurs", "werte")
    task = Assignment.load(root, "werte")
    grades = tuple(Grade(cell, most, most) for cell, most in most_points("werte").items())
    with Gradebook(root, database_url) as book:
        book.prepare(task)
        for who in ("abgabe-x", "abgabe-y"):
            book.record(who, "werte", Result("k", grades, (), b"{}", 0.1, 0.1))
        book.grade_again([("abgabe-x", "werte")])
        for _ in range(2):
            book.forget("abgabe-x")
        with book.engine.connect() as connection:
            tables = sa.MetaData()
            tables.reflect(connection)
            rows = {table.name: connection.execute(table.select()).all() for table in tables.sorted_tables}
        assert book.keys() == {("abgabe-y", "werte"): "k"}
        (other,) = book.records(task)
    assert not any("abgabe-x" in str(found) for found in rows.values())
    (notebook,) = rows["submitted_notebook"]
    assert {row[1] for row in (*rows["grade"], *rows["comment"])} == {notebook[0]}
    assert sum(mark.score for mark in other.marks) == sum(most_points("werte").values())
