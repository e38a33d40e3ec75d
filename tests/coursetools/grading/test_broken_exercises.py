"""A broken exercise of ours is named; everybody else is graded, and nobody gets 0 for it."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from banks import SLUGS, made
from piles import course, light, packed, reached, rows
from rich.console import Console

from coursetools import release
from coursetools.grading import grade, manual
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.job import Assignment
from fairki.errors import BadFileError

pytestmark = pytest.mark.xdist_group("grading")


BROKEN = {"bewusstsein", "feedback", "governance", "pruefen", "mensch-maschine"}
"""Each in another way; the others are whole."""
WHOLE = set(SLUGS) - BROKEN


def source(root: Path, slug: str) -> Path:
    return root / release.SOURCE / slug / f"{slug}.ipynb"


def change(path: Path, name: str, text: str) -> None:
    """Give the cell ``name`` another text."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = next(c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == name)
    cell["source"] = text
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.fixture(scope="module")
def broken(tmp_path_factory) -> tuple[Path, BadFileError]:
    """A course in which some exercises are broken, each in another way, after everybody was graded."""
    root = course(tmp_path_factory.mktemp("kaputt") / "kurs", *SLUGS)
    hand_ins = [(f"Person {slug}", made(slug, {"base": "released"}).encode()) for slug in SLUGS]
    shutil.rmtree(root / release.TARGET / "bewusstsein")
    change(source(root, "feedback"), "a1-test-1", "x = 1\nassert x == 1)")
    source(root, "governance").write_text("{")
    change(source(root, "pruefen"), "a2-test-1", "assert mindestens == -1")
    shutil.rmtree(root / release.SOURCE / "mensch-maschine")
    with pytest.raises(BadFileError) as told:
        grade.grade(root, packed(root / "abgaben.zip", hand_ins), Console(quiet=True))
    return root, told.value


@pytest.mark.parametrize(
    ("slug", "said"),
    [
        ("bewusstsein", "Von der Übung „bewusstsein“ fehlt das Notebook"),
        ("feedback", "Übung „feedback“, Zelle „a1-test-1“: Python versteht Zeile 2 nicht"),
        ("governance", "Das Notebook der Übung „governance“ ist beschädigt"),
        ("pruefen", "Die Musterlösung der Übung „pruefen“ besteht diese Prüfungen nicht: a2-test-1"),
        ("mensch-maschine", "Die Übung „mensch-maschine“ fehlt im Kursordner. Ihre Abgaben warten."),
    ],
)
def test_it_is_named_with_its_reason_at_the_end_and_in_the_overview(broken, slug, said):
    root, told = broken
    assert said in told.happened and f"„{slug}“" in told.happened.splitlines()[0]
    assert said in (root / grade.FOLDER / grade.OVERVIEW).read_text(encoding="utf-8")


def test_the_others_are_graded_and_nobody_gets_anything_for_a_broken_one(broken):
    root, _ = broken
    assert {slug for _, slug in rows(root)} == WHOLE
    assert set(reached(root, "werte")["Person werte"].values()) == {0}


def test_once_it_is_mended_the_next_run_grades_what_waited(broken, tmp_path):
    root = shutil.copytree(broken[0], tmp_path / "kurs")
    shutil.copy(source(grade.manifest.ROOT, "pruefen"), source(root, "pruefen"))
    with pytest.raises(BadFileError) as told:
        grade.grade(root, None, Console(quiet=True))
    assert "„pruefen“" not in told.value.happened
    assert {slug for _, slug in rows(root)} == WHOLE | {"pruefen"}


def test_after_marking_by_hand_the_pages_of_the_others_are_written(broken, monkeypatch, tmp_path):
    root = shutil.copytree(broken[0], tmp_path / "kurs")
    page = next((root / grade.FOLDER / grade.FEEDBACK).rglob("werte.html"))
    page.unlink()
    monkeypatch.setattr(manual, "_wait", lambda *_: None)
    monkeypatch.setattr(manual, "_command", lambda _port: ["true"])
    with pytest.raises(BadFileError, match="Nicht bewertet: „bewusstsein“"):
        manual.run(root, Console(quiet=True))
    assert page.exists()


def test_damaged_entries_of_the_gradebook_are_graded_again(tmp_path):
    root = course(tmp_path / "kurs", "werte")
    pile = packed(root / "abgaben.zip", [("Anna", light(1)), ("Bilal", light(2))])
    grade.grade(root, pile, Console(quiet=True))
    before = reached(root, "werte")
    with sqlite3.connect(root / "gradebook.db") as database:
        database.execute("UPDATE fairki_result SET remarks = '{' WHERE rowid = 1")
        database.execute('UPDATE fairki_result SET incidents = \'[{"kind": "?"}]\' WHERE rowid = 2')
    with Gradebook(root) as book:
        assert set(book.keys().values()) == {""}
        found = list(book.records(Assignment.load(root, "werte")))
    assert [one.kind for record in found for one in record.incidents] == ["failed", "failed"]
    notebook = next((root / grade.FOLDER / grade.AUTOGRADED).rglob("werte.ipynb"))
    notebook.write_text("{")
    grade.grade(root, None, Console(quiet=True))
    assert reached(root, "werte") == before and json.loads(notebook.read_text(encoding="utf-8"))
    with Gradebook(root) as book:
        assert "" not in book.keys().values()


def test_an_exercise_whose_entry_in_the_gradebook_is_broken_stops_no_other(tmp_path):
    root = course(tmp_path / "kurs", "werte", "bewusstsein")
    grade.grade(root, packed(root / "abgaben.zip", [("Anna", light(1))]), Console(quiet=True))
    with sqlite3.connect(root / "gradebook.db") as database:
        database.execute("UPDATE notebook SET name = 'fort'")
    other = made("bewusstsein", {"base": "released"}).encode()
    more = packed(root / "mehr.zip", [("Bilal", light(2)), ("Cem", other)])
    with pytest.raises(
        BadFileError, match="Die Übung „werte“ lässt sich nicht für die Bewertung vorbereiten"
    ):
        grade.grade(root, more, Console(quiet=True))
    assert set(reached(root, "bewusstsein")["Cem"].values()) == {0}
