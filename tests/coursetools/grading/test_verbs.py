"""``grade`` understands words as well as options; what it does is noted without names, and can be put away."""

import sqlite3
import zipfile

import pytest
from piles import call, course, light, packed, rows
from rich.console import Console

from coursetools.grading import archive, deletion, grade, log, person, verbs
from fairki.errors import BadFileError

pytestmark = pytest.mark.xdist_group("grading")

PEOPLE = ("Selma Ak", "Ben Ito")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (["liste"], ["--liste"]),
        (["noch-einmal"], ["--neu-bewerten"]),
        (["noch-einmal", "Selma Ak"], ["--neu-bewerten", "--person", "Selma Ak"]),
        (["noch-einmal", "--uebung", "werte"], ["--neu-bewerten", "--uebung", "werte"]),
        (["ersetzen", "neu.zip", "--rueckgabe"], ["--ersetzen", "neu.zip", "--rueckgabe"]),
        (["loeschen", "Selma Ak", "--ja"], ["--loeschen", "Selma Ak", "--ja"]),
        (["archiv", "kurs.zip"], ["--archiv", "kurs.zip"]),
        (["abgaben.zip", "--rueckgabe"], ["abgaben.zip", "--rueckgabe"]),
        (["--manuell"], ["--manuell"]),
        ([], []),
    ],
)
def test_a_verb_says_what_an_option_says(typed, meant, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert verbs.in_options(typed) == meant


def test_a_folder_that_is_called_like_a_verb_is_meant(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "liste").mkdir()
    assert verbs.in_options(["liste"]) == ["liste"]


@pytest.mark.parametrize("verb", verbs.NEED)
def test_a_verb_that_needs_a_word_says_so(verb, tmp_path):
    told = call(course(tmp_path / "kurs"), verb)
    assert told.returncode == 2 and f"Hinter „{verb}“ fehlt eine Angabe" in told.stderr


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A course in which two people were graded."""
    root = course(tmp_path_factory.mktemp("woerter") / "kurs", "werte")
    pile = packed(root / "abgaben.zip", [(name, light(n)) for n, name in enumerate(PEOPLE)])
    grade.grade(root, pile, Console(quiet=True))
    return root


def test_the_list_shows_each_hand_in_and_changes_nothing(graded):
    before = {path: path.read_bytes() for path in (graded / grade.FOLDER).rglob("*") if path.is_file()}
    told = call(graded, "liste")
    assert told.returncode == 0, told.stderr
    assert all(pseudonym in told.stdout for pseudonym, _ in rows(graded))
    assert not any(name in told.stdout for name in PEOPLE) and "F1" in told.stdout
    assert before == {p: p.read_bytes() for p in (graded / grade.FOLDER).rglob("*") if p.is_file()}


def test_without_hand_ins_there_is_nothing_to_list_or_to_put_away(tmp_path):
    root = course(tmp_path / "kurs")
    with pytest.raises(BadFileError, match="noch keine Abgabe"):
        grade.listed(root, Console(quiet=True))
    with pytest.raises(BadFileError, match="noch keine Abgabe"):
        archive.write(root, tmp_path / "archiv.zip")


def test_the_archive_holds_all_results_and_nobody(graded, tmp_path):
    target = tmp_path / "archiv.zip"
    assert archive.write(graded, target) == len(PEOPLE)
    first = target.read_bytes()
    with zipfile.ZipFile(target) as packed_up:
        names = packed_up.namelist()
        contents = {name: packed_up.read(name) for name in names}
    assert {"gradebook.db", "bewertung/uebersicht.html", "bewertung/punkte_werte.csv"} <= set(names)
    assert len([name for name in names if name.startswith("bewertung/submitted/")]) == len(PEOPLE)
    assert not [name for name in names if "zuordnung" in name or "rueckgabe" in name or "quellen" in name]
    for name in PEOPLE:
        assert not any(name.encode() in content for content in contents.values())
    copy = tmp_path / "noten.db"
    copy.write_bytes(contents["gradebook.db"])
    with sqlite3.connect(copy) as database:
        assert database.execute("SELECT count(*) FROM fairki_result").fetchone() == (len(PEOPLE),)
    archive.write(graded, target)  # once more: the same
    with zipfile.ZipFile(target) as again:
        assert {name: again.read(name) for name in names if name != "gradebook.db"} == {
            name: content for name, content in contents.items() if name != "gradebook.db"
        }
    assert first


def test_something_else_is_not_overwritten(graded, tmp_path):
    letter = tmp_path / "brief.txt"
    letter.write_text("Wichtig")
    for there in (letter, graded / "abgaben.zip"):
        before = there.read_bytes()
        with pytest.raises(BadFileError, match="kein Archiv"):
            archive.write(graded, there)
        assert there.read_bytes() == before


def test_what_was_done_is_noted_without_anybody(graded, tmp_path):
    grade.grade(graded, None, Console(quiet=True), again=lambda one: True)
    archive.write(graded, tmp_path / "archiv.zip")
    somebody = person.find(graded / grade.FOLDER, PEOPLE[1])
    deletion.delete(graded, somebody)
    noted = (graded / grade.FOLDER / log.FILE).read_text(encoding="utf-8")
    done = [line.split(";")[1:] for line in noted.splitlines()]
    assert done[0] == ["Was", "Anzahl"]
    assert done[-3:] == [["noch-einmal", "2"], ["archiv", "2"], ["loeschen", "1"]]
    assert "abgabe-" not in noted and not any(name.split()[0] in noted for name in PEOPLE)
