"""One person can be deleted so that nothing is left, and regraded so that nothing changes."""

import io
import json
import shutil
import sqlite3
import sys
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from banks import made
from nbgrader import api
from piles import course, light, packed, reached, rows, whole
from rich.console import Console

from coursetools import cli, nbgrader_steps
from coursetools.grading import deletion, grade, manual, person
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.intake import REPLACED
from coursetools.grading.pseudonyms import Pseudonyms
from fairki.errors import BadFileError, SetupError

pytestmark = pytest.mark.xdist_group("grade")

WORDS, COMMENT = "Selmas unverwechselbarer Satz", "Kommentar nur für Selma"
QUIET = Console(quiet=True)


def selma(number: int) -> bytes:
    return made("werte", {"base": "released", "answers": {"f1": f"{WORDS} {number}."}}).encode()


@pytest.fixture(scope="module")
def graded(tmp_path_factory) -> Path:
    """A course with three people; one of them handed in two exercises, one again, and was marked by hand."""
    root = course(tmp_path_factory.mktemp("loeschen") / "kurs", "werte", "bewusstsein")
    other = made("bewusstsein", {"base": "released", "answers": {"f1": WORDS}}).encode()
    first = [("Selma Özil", selma(1)), ("Tom Bär", light(1)), ("Uwe Ceh", light(2))]
    grade.grade(root, packed(root / "a.zip", first), QUIET)
    grade.grade(root, packed(root / "b.zip", [("Selma Özil", selma(2))]), QUIET, replace=True)
    grade.grade(root, packed(root / "c.zip", [("Selma Özil", other), ("Eva", b"kaputt")]), QUIET)
    people = Pseudonyms(root / grade.FOLDER).people
    mark(root, people["Selma Özil"], 2, COMMENT)
    mark(root, people["Tom Bär"], 3, "Gut erklärt.")
    grade.grade(root, None, QUIET)
    with sqlite3.connect(root / "gradebook.db") as database:  # as it keeps what was overwritten
        database.execute("PRAGMA secure_delete = OFF")
        database.execute("CREATE TABLE scratch (text)")
        database.execute("INSERT INTO scratch VALUES (?)", [COMMENT * 1000])
        database.execute("DROP TABLE scratch")
    database.close()
    (root / manual.LOG).parent.mkdir()
    (root / manual.LOG).write_text(f"200 GET /formgrader/{people['Selma Özil']}")
    (root / grade.FOLDER / "punkte_frueher.csv").write_text(f"Abgabe;Summe\n{people['Selma Özil']};3\nx;4\n")
    return root


@pytest.fixture
def root(graded, tmp_path) -> Path:
    return shutil.copytree(graded, tmp_path / "kurs")


def mark(root: Path, who: str, points: float, comment: str) -> None:
    """What a trainer does in the formgrader."""
    with api.Gradebook(f"sqlite:///{root / 'gradebook.db'}", nbgrader_steps.COURSE) as book:
        cell = book.find_grade("f1", "werte", "werte", who)
        cell.manual_score, cell.needs_manual_grade = points, False
        book.find_comment("f1", "werte", "werte", who).manual_comment = comment
        book.db.commit()


def traces(root: Path, *texts: str) -> list[str]:
    """Files below the course, but for downloads and the exercises, that hold one of the texts; also in zips."""
    found = []
    for path in [*root.glob("gradebook*"), *root.glob(".build/*"), *(root / grade.FOLDER).rglob("*")]:
        contents = [path.read_bytes()] if path.is_file() else []
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                contents += [archive.read(name) for name in archive.namelist()]
        forms = [form for text in texts for form in (text, json.dumps(text)[1:-1])]
        if any(form in str(path) or any(form.encode() in content for content in contents) for form in forms):
            found.append(str(path.relative_to(root)))
    return found


def nothing_left(root: Path, pseudonym: str) -> bool:
    return traces(root, "Selma", "Özil", pseudonym, WORDS, COMMENT) == []


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def call(monkeypatch):
    """``build_course.py grade`` in this process: a new one takes seconds."""

    def call(root: Path, *arguments: str, typed: str = "") -> Done:
        monkeypatch.setattr(cli, "ROOT", root)
        monkeypatch.setattr(sys, "argv", ["build_course.py", "grade", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
            monkeypatch.setattr(cli, "console", Console(width=1000))
            cli.main()
        return Done(ended.value.code, out.getvalue(), " ".join(err.getvalue().split()))

    return call


def who(root: Path, name: str) -> str:
    return Pseudonyms(root / grade.FOLDER).people[name]


def test_of_a_deleted_person_nothing_is_left_and_the_others_keep_everything(call, root):
    gone = who(root, "Selma Özil")
    kinds = {name.split("/")[1] if "/" in name else name for name in traces(root, gone, WORDS, COMMENT)}
    assert kinds >= {*person.SHELVES, "gradebook.db", "punkte.xlsx", "punkte_werte.csv", "zuordnung.csv"}
    before = reached(root, "werte")
    done = call(root, "--loeschen", "selma  özil", "--ja")
    assert done.returncode == 0, done.stderr
    assert "Gelöscht." in done.stdout
    named = {path.name for path in root.iterdir() if f"steht noch in {path}" in done.stdout}
    assert named == {"a.zip", "b.zip", "c.zip"} and done.stdout.count("steht noch in") == 3  # her downloads
    assert nothing_left(root, gone) and whole(root) and not (root / grade.FOLDER / deletion.NOTE).exists()
    assert reached(root, "werte") == {name: before[name] for name in ("Tom Bär", "Uwe Ceh")}
    assert not (root / grade.FOLDER / "punkte_bewusstsein.csv").exists()  # she was the only one
    assert (root / grade.FOLDER / "punkte_frueher.csv").read_text() == "Abgabe;Summe\nx;4\n"
    whole_before = rows(root)
    for named in ("Selma Özil", gone):  # once more: nothing is left to do
        again = call(root, "--loeschen", named)
        assert again.returncode == 0 and "nichts zu löschen" in again.stdout, again.stderr
    assert rows(root) == whole_before
    assert call(root, "--pseudonyme-loeschen").returncode == 0
    unknown = call(root, "--loeschen", "Selma Özil", "--ja")  # now anybody may be meant
    assert unknown.returncode == 1 and "steht nicht in der Zuordnung" in unknown.stderr


def test_who_was_deleted_and_hands_in_again_is_a_new_person(root):
    gone = who(root, "Selma Özil")
    deletion.delete(root, person.find(root / grade.FOLDER, "Selma Özil"))
    grade.grade(root, root / "b.zip", QUIET)
    assert who(root, "Selma Özil") != gone and traces(root, gone, COMMENT) == []
    assert reached(root, "werte")["Selma Özil"]["f1"] is None


def test_the_last_person_can_be_deleted_and_one_whose_name_is_forgotten(call, root):
    people = Pseudonyms(root / grade.FOLDER).people
    assert call(root, "--pseudonyme-loeschen").returncode == 0
    for pseudonym in people.values():
        assert call(root, "--loeschen", pseudonym, "--ja").returncode == 0
    assert traces(root, *people.values()) == [] and rows(root) == {}
    assert not (root / grade.FOLDER / grade.EXCEL).exists()


@pytest.mark.parametrize(
    "place,name",
    [
        (deletion.shutil, "rmtree"),
        (Gradebook, "forget"),
        (Gradebook, "_scrub"),
        (grade, "write_reports"),
        (Pseudonyms, "forget"),
        (Pseudonyms, "save"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
def test_a_deletion_that_was_killed_is_finished_by_the_next_run_which_says_so(
    place, name, done, root, monkeypatch
):
    carry_out, gone = getattr(place, name), who(root, "Selma Özil")

    def dies(*arguments, **options):
        if done:
            carry_out(*arguments, **options)
        raise SystemExit

    monkeypatch.setattr(place, name, dies)
    with pytest.raises(SystemExit):
        deletion.delete(root, person.find(root / grade.FOLDER, "Selma Özil"))
    monkeypatch.undo()
    finished = deletion.finish(root)
    assert finished.pseudonym == gone and nothing_left(root, gone) and deletion.finish(root) is None
    assert set(Pseudonyms(root / grade.FOLDER).people) == {"Tom Bär", "Uwe Ceh"}


def test_the_next_command_finishes_it_whatever_it_is_and_damage_is_explained(call, root):
    gone, note = who(root, "Selma Özil"), root / grade.FOLDER / deletion.NOTE
    left = {"version": 1, "pseudonym": gone, "gradebook": "postgresql://a:***@b/c"}
    note.write_text(json.dumps(left))
    refused = call(root)
    assert refused.returncode == 1 and "anderen Notendatei" in refused.stderr and note.exists()
    note.write_text("{")
    assert "nicht lesbar" in call(root).stderr
    note.write_text(json.dumps(left | {"gradebook": ""}))
    done = call(root, "--loeschen", "Selma Özil", "--ja")
    assert done.returncode == 0, done.stderr
    assert "war unterbrochen. Jetzt ist sie fertig" in done.stdout and nothing_left(root, gone)


def test_it_is_asked_once_and_only_a_yes_deletes(call, root):
    for typed, code in (("", 130), ("\n", 1), ("nein\n", 1), ("ja\n", 0)):
        before = rows(root)
        done = call(root, "--loeschen", "Selma Özil", typed=typed)
        assert done.returncode == code, done.stderr
        assert done.stdout.count("Löschen? [j/N]") == 1 and "Traceback" not in done.stderr
        assert (rows(root) == before) == (code != 0)


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("Selma", "steht nicht in der Zuordnung"),
        ("", "steht nicht in der Zuordnung"),
        ("..", "nichts zu löschen"),
        ("abgabe-zzzzz", "nichts zu löschen"),
        ("/etc", "nichts zu löschen"),
    ],
)
def test_nobody_is_deleted_who_is_not_meant(call, root, named, said):
    before = {path: path.read_bytes() for path in (root / grade.FOLDER).rglob("*") if path.is_file()}
    done = call(root, "--loeschen", named, "--ja")
    assert said in done.stdout + done.stderr and done.returncode == ("Zuordnung" in said), done.stderr
    assert {path: path.read_bytes() for path in before} == before


def test_of_two_people_with_one_name_the_pseudonym_is_asked_for(tmp_path):
    people = Pseudonyms(tmp_path)
    known = {name: people.of(name, set()) for name in ("Anna Schmidt", "Anna Schmidt (5107)", "Tom")}
    people.save()
    with pytest.raises(BadFileError, match="mehrere Personen") as refused:
        person.find(tmp_path, "anna schmidt")
    assert all(known[name] in refused.value.remedy for name in list(known)[:2])
    assert person.find(tmp_path, "Anna Schmidt (5107)").pseudonym == known["Anna Schmidt (5107)"]
    with pytest.raises(BadFileError) as refused:
        person.find(tmp_path, "Thom")
    assert "Tom?" in refused.value.remedy


def test_a_program_that_still_reads_the_gradebook_is_named_and_nothing_is_called_deleted(root):
    gone = who(root, "Selma Özil")
    with sqlite3.connect(root / "gradebook.db") as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM student").fetchone()
        with pytest.raises(SetupError, match="anderes Programm"):
            deletion.delete(root, person.Person(gone))
    reader.close()
    assert (root / grade.FOLDER / deletion.NOTE).exists()
    deletion.finish(root)
    assert nothing_left(root, gone)


def test_what_the_trainer_keeps_beside_it_is_named(root):
    gone = who(root, "Selma Özil")
    (root / "grades.csv").write_text(f"{gone},3")
    (root / grade.FOLDER / "notiz.txt").write_text("Selma Özil fragen")
    left = deletion.delete(root, person.find(root / grade.FOLDER, gone))
    assert {path.name for path in left} == {"grades.csv", "notiz.txt", "a.zip", "b.zip", "c.zip"}


def test_options_that_would_do_nothing_are_refused(call, root):
    for arguments in (["--loeschen", "Tom Bär", "a.zip"], ["--person", "Tom Bär"], ["--uebung", "werte"]):
        refused = call(root, *arguments)
        assert refused.returncode == 2, refused.stdout
    for arguments in (
        ["--person", "Niemand"],
        ["--uebung", "gibtsnicht"],
        ["--person", "Tom Bär", "--uebung", "bewusstsein"],
    ):
        assert call(root, "--neu-bewerten", *arguments).returncode == 1


# ---- once more, by force ----


def decided(root: Path, pseudonym: str) -> tuple:
    with api.Gradebook(f"sqlite:///{root / 'gradebook.db'}", nbgrader_steps.COURSE) as book:
        cell = book.find_grade("f1", "werte", "werte", pseudonym)
        return cell.manual_score, cell.needs_manual_grade


def test_regrading_gives_equal_points_and_keeps_what_a_person_decided(call, root):
    before, old = {slug: reached(root, slug) for slug in ("werte", "bewusstsein")}, rows(root)
    done = call(root, "--neu-bewerten")
    assert done.returncode == 0, done.stderr
    assert {slug: reached(root, slug) for slug in before} == before
    assert all(old[key] != row for key, row in rows(root).items())  # times differ: it really ran
    assert decided(root, who(root, "Tom Bär")) == (3, False)
    assert (
        "Gut erklärt." in next((root / grade.FOLDER).glob(f"feedback/{who(root, 'Tom Bär')}/*")).read_text()
    )
    assert call(root).returncode == 0 and len(rows(root)) == len(old)


@pytest.mark.parametrize(
    "chosen,regraded",
    [
        (["--person", "Tom Bär"], [("Tom Bär", "werte")]),
        (["--uebung", "bewusstsein"], [("Selma Özil", "bewusstsein")]),
        (["--person", "Selma Özil", "--uebung", "werte"], [("Selma Özil", "werte")]),
    ],
)
def test_only_those_who_are_named_are_regraded(call, root, chosen, regraded):
    before = rows(root)
    done = call(root, "--neu-bewerten", *chosen)
    assert done.returncode == 0, done.stderr
    changed = {key for key, row in rows(root).items() if before[key] != row}
    assert changed == {(who(root, name), slug) for name, slug in regraded}


def test_regrading_that_is_interrupted_goes_on_with_the_next_run(root, monkeypatch):
    before, record, count = rows(root), Gradebook.record, []

    def dies(*arguments):
        record(*arguments)
        count.append(arguments)
        if len(count) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(Gradebook, "record", dies)
    with pytest.raises(KeyboardInterrupt):
        grade.grade(root, None, QUIET, again=lambda one: True)
    monkeypatch.undo()
    grade.grade(root, None, QUIET)
    after = rows(root)
    assert all(before[key] != row for key, row in after.items()) and len(after) == 4
    grade.grade(root, None, QUIET)
    assert rows(root) == after


def test_replaced_hand_ins_are_kept_until_their_person_is_deleted(root):
    assert list((root / grade.FOLDER / REPLACED / who(root, "Selma Özil")).rglob("*.ipynb"))
