"""What a course keeps can be put away and brought back: all of it or nothing, whatever happens in the middle."""

import datetime as dt
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from piles import course, light, packed
from rich.console import Console

from coursetools.backup import archive, databases, make, restore, unfinished
from coursetools.grading import deletion, grade, person
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.job import Assignment
from coursetools.grading.pseudonyms import Pseudonyms
from coursetools.workshop import postgres
from coursetools.workshop.kept_rooms import FILE
from coursetools.workshop.session import Session
from coursetools.workshop.store import FACILITATOR, Store, Stored, Vote
from coursetools.workshop.workshop import of_course
from fairki import company
from fairki.errors import BadFileError, FairkiError, SetupError

pytestmark = pytest.mark.xdist_group("grade")

QUIET = Console(quiet=True)
STEP = "meinung"
OWN = "[betrieb]\nname = 'Nord & Söhne'\n"


def room(url: str, votes: int = 3) -> Store:
    """A workshop that began, with votes; whoever has the store holds it."""
    store = Store(url)
    session = Session("ABC234", of_course().ready["45"])
    store.begin(Stored(session, "n", dt.date(2026, 5, 3), 8866, {"k": FACILITATOR}))
    store.add([(one, f"h{one}") for one in range(votes)], [vote(one) for one in range(votes)])
    return store


def vote(number: int) -> Vote:
    return Vote(STEP, 1, number, f"nonce-{number}", {"antwort": ["ä", None, number]})


def in_file(root: Path) -> str:
    return f"sqlite:///{root / FILE}"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A course with two people's hand-ins, a room and a company of its own."""
    root = course(tmp_path_factory.mktemp("sicherung") / "kurs", "werte")
    grade.grade(root, packed(root / "a.zip", [("Selma Özil", light(1)), ("Tom Bär", light(2))]), QUIET)
    room(in_file(root)).close()
    (root / "betrieb" / "faelle").mkdir(parents=True)
    (root / "betrieb" / "betrieb.toml").write_text(OWN, encoding="utf-8")
    (root / "betrieb" / "faelle" / "leer.toml").write_bytes(b"")
    return root


@pytest.fixture
def root(made, tmp_path) -> Path:
    return shutil.copytree(made, tmp_path / "kurs")


@pytest.fixture
def other(tmp_path) -> Path:
    """The same course on another machine, new."""
    return course(tmp_path / "anderswo" / "kurs", "werte")


@pytest.fixture
def backup(root, tmp_path) -> Path:
    return make.back_up(root, tmp_path / "sicherung.zip", say=lambda line: None)


def kept_in(root: Path, rooms: str | None = None, grades: str | None = None) -> dict[str, object]:
    """All that a course keeps, as its programs see it."""
    found: dict[str, object] = {}
    if (root / FILE).exists() or rooms:
        store = Store(rooms or in_file(root))
        found["room"] = store.load()
        store.close()
    if (root / "gradebook.db").exists() or grades:
        with Gradebook(root, grades) as book:
            found["records"] = list(book.records(Assignment.load(root, "werte")))
            found["keys"] = book.keys()
    folders = (root / "bewertung", root / "betrieb")
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    found["files"] = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
    found["people"] = Pseudonyms(root / grade.FOLDER).people
    return found


def quiet(line: str) -> None:
    pass


def test_all_comes_back_on_another_machine(root, other, backup):
    assert backup.stat().st_mode & 0o777 == 0o600
    restore.restore(other, backup, say=quiet)
    there = kept_in(other)
    assert there == kept_in(root)
    assert there["people"].keys() == {"Selma Özil", "Tom Bär"}
    assert len(there["room"].votes) == 3 and len(there["records"]) == 2
    assert (other / "betrieb" / "betrieb.toml").read_text(encoding="utf-8") == OWN
    assert not (other / unfinished.STAGE).exists() and not (other / unfinished.NOTE).exists()
    grade.grade(other, None, QUIET)
    assert kept_in(other)["records"] == there["records"]


def test_a_room_is_backed_up_while_people_vote(root, other, tmp_path):
    store, ends, kept = Store(in_file(root)), threading.Event(), [3]

    def people_vote() -> None:
        while not ends.is_set():
            store.add([], [vote(kept[0])])
            kept.append(kept.pop() + 1)
            ends.wait(0.01)

    votes = threading.Thread(target=people_vote)
    votes.start()
    try:
        while kept[0] < 10:
            ends.wait(0.01)
        before = kept[0]
        made = make.back_up(root, tmp_path / "laufend.zip", say=quiet)
    finally:
        ends.set()
        votes.join()
        store.close()
    restore.restore(other, made, say=quiet)
    there = sorted(one.participant for one in kept_in(other)["room"].votes)
    assert there == list(range(len(there))) and before <= len(there) <= kept[0]


def test_rooms_and_grades_move_between_files_and_postgresql(root, other, backup, database_url, tmp_path):
    elsewhere = {"rooms": database_url, "grades": database_url}
    third = postgres.of_room(database_url, 3)
    restore.restore(other, backup, say=quiet, **elsewhere)
    assert not (other / FILE).exists() and not (other / "gradebook.db").exists()
    assert kept_in(other, **elsewhere) == kept_in(root)
    with Gradebook(other, database_url) as book:
        book.grade_again([])  # rows can be written as ever
    room(third, votes=2).close()
    again = make.back_up(other, tmp_path / "zwei.zip", say=quiet, **elsewhere)
    back = course(tmp_path / "zurueck" / "kurs", "werte")
    restore.restore(back, again, say=quiet)
    assert kept_in(back) == kept_in(root)
    second = Store(f"sqlite:///{back / 'workshop' / 'workshop-2.db'}")
    assert len(second.load().votes) == 2
    second.close()
    with pytest.raises(BadFileError, match="gibt es hier schon: Räume, Abgaben und Noten"):
        restore.restore(other, backup, say=quiet, **elsewhere)
    restore.restore(other, backup, replace=True, say=quiet, **elsewhere)
    assert kept_in(other, **elsewhere) == kept_in(root)
    assert not databases.has_rows(third, True, "Räume")  # it gave way
    [aside] = (other / unfinished.BACKUPS).glob("vorher-*")
    assert sorted(path.name for path in (aside / "raeume").iterdir()) == ["1.db", "3.db"]


def test_what_is_here_stays_unless_somebody_says_so_and_is_put_aside_then(root, backup):
    room(f"sqlite:///{root / 'workshop' / 'workshop-2.db'}", votes=1).close()
    (root / "betrieb" / "betrieb.toml").write_text("neuer", encoding="utf-8")
    (root / "bewertung" / "neu.txt").write_text("neuer", encoding="utf-8")
    before = kept_in(root)
    with pytest.raises(BadFileError, match="Räume, Abgaben und Noten und Ordner des Betriebs"):
        restore.restore(root, backup, say=quiet)
    assert kept_in(root) == before
    said: list[str] = []
    restore.restore(root, backup, replace=True, say=said.append)
    assert (root / "betrieb" / "betrieb.toml").read_text(encoding="utf-8") == OWN
    assert not (root / "bewertung" / "neu.txt").exists()
    assert not (root / "workshop" / "workshop-2.db").exists()
    [aside] = (root / unfinished.BACKUPS).glob("vorher-*")
    assert any(str(aside) in line for line in said)
    assert (aside / "betrieb" / "betrieb.toml").read_text(encoding="utf-8") == "neuer"
    assert (aside / "bewertung" / "neu.txt").exists() and (aside / "workshop" / "workshop-2.db").exists()


def test_a_server_that_has_the_rooms_keeps_them(root, backup):
    store = Store(in_file(root))
    with pytest.raises(SetupError, match="Workshop läuft gerade"):
        restore.restore(root, backup, replace=True, say=quiet)
    assert len(store.load().votes) == 3
    store.close()


def test_a_room_that_nobody_can_read_gives_way_and_is_put_aside(root, backup):
    (root / FILE).write_bytes(b"kaputt" * 1000)
    with pytest.raises(BadFileError, match="gibt es hier schon"):
        restore.restore(root, backup, say=quiet)
    restore.restore(root, backup, replace=True, say=quiet)
    assert len(kept_in(root)["room"].votes) == 3
    [aside] = (root / unfinished.BACKUPS).glob("vorher-*")
    assert (aside / FILE).read_bytes() == b"kaputt" * 1000


def changed(backup: Path, target: Path, listed=None, files=None) -> Path:
    """A backup in which somebody changed the list or a file."""
    with zipfile.ZipFile(backup) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = (files or {}).get(name, source.read(name))
            if name == archive.LIST and listed:
                about = json.loads(content)
                listed(about)
                content = json.dumps(about).encode()
            copy.writestr(name, content)
    return target


def to_elsewhere(name: str):
    return lambda about: about["files"].update({name: {"bytes": 1, "sha256": "0"}})


@pytest.mark.parametrize(
    "spoil, complaint",
    [
        (lambda source, target: target.write_bytes(source.read_bytes()[:-200]), "beschädigt"),
        (lambda source, target: target.write_bytes(source.read_bytes()[:200]), "beschädigt"),
        (lambda source, target: target.write_bytes(b""), "keine Sicherung"),
        (lambda source, target: target.write_text("Hallo"), "keine Sicherung"),
        (lambda source, target: zipfile.ZipFile(target, "w").close(), "keine Sicherung"),
        (lambda source, target: changed(source, target, lambda about: about.update(version=2)), "neuere"),
        (lambda source, target: changed(source, target, lambda about: about.pop("made")), "beschädigt"),
        (
            lambda source, target: changed(source, target, files={"noten/gradebook.db": b"anders"}),
            "beschädigt",
        ),
        (lambda source, target: changed(source, target, to_elsewhere("../boese")), "beschädigt"),
        (lambda source, target: changed(source, target, to_elsewhere("betrieb/../../boese")), "beschädigt"),
        (lambda source, target: changed(source, target, to_elsewhere("betrieb\\..\\boese")), "beschädigt"),
        (lambda source, target: changed(source, target, to_elsewhere("C:/boese")), "beschädigt"),
        (lambda source, target: changed(source, target, to_elsewhere("betrieb/fehlt")), "beschädigt"),
        (lambda source, target: None, "gibt es nicht"),
    ],
)
def test_what_is_no_sound_backup_changes_nothing(other, backup, tmp_path, spoil, complaint):
    spoil(backup, spoilt := tmp_path / "spoilt.zip")
    with pytest.raises(BadFileError, match=complaint):
        restore.restore(other, spoilt, say=quiet)
    assert kept_in(other)["files"] == {} and not list(other.glob(".wieder*"))


def test_a_room_of_a_newer_course_is_refused_before_anything_changes(other, backup, tmp_path):
    import hashlib
    import sqlite3

    with zipfile.ZipFile(backup) as source:
        (tmp_path / "1.db").write_bytes(source.read("raeume/1.db"))
    database = sqlite3.connect(tmp_path / "1.db")
    database.execute("UPDATE workshop_version SET version_num = '9999'")
    database.commit()
    database.close()
    content = (tmp_path / "1.db").read_bytes()

    def listed(about):
        about["files"]["raeume/1.db"] = {
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }

    spoilt = changed(backup, tmp_path / "neu.zip", listed, {"raeume/1.db": content})
    with pytest.raises(SetupError, match="neuer"):
        restore.restore(other, spoilt, say=quiet)
    assert kept_in(other)["files"] == {} and not list(other.glob(".wieder*"))


def killed_at(call: int, work) -> bool:
    """Do `work` in a process that is killed instead of its n-th move of a file; whether it came that far."""
    child = os.fork()
    if not child:
        moved, done = os.replace, 0

        def move(*places, **more):
            nonlocal done
            done += 1
            if done == call:
                os.kill(os.getpid(), signal.SIGKILL)
            moved(*places, **more)

        os.replace = move
        try:
            work()
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_whenever_it_is_killed_the_next_call_finishes_it_and_nobody_works_with_half(root, other, backup):
    whole, killed = kept_in(root), 0
    for call in range(1, 30):
        here = other.with_name(f"kurs{call}")
        shutil.copytree(other, here)
        (here / "bewertung").mkdir()
        (here / "bewertung" / "frueher.txt").write_text("bleibt")
        room(in_file(here), votes=1).close()
        if not killed_at(call, lambda here=here: restore.restore(here, backup, replace=True, say=quiet)):
            break
        killed += 1
        if (here / unfinished.NOTE).exists():
            with pytest.raises(SetupError, match="unterbrochen"):
                unfinished.refuse(here)
            with pytest.raises(SetupError, match="unterbrochen"):
                make.back_up(here, None, say=quiet)
            restore.restore(here, None, say=quiet)
        else:
            restore.restore(here, backup, replace=True, say=quiet)
        assert kept_in(here) == whole
        [aside] = (here / unfinished.BACKUPS).glob("vorher-*")
        assert (aside / "bewertung" / "frueher.txt").read_text() == "bleibt"
        store = Store(f"sqlite:///{aside / FILE}")
        assert len(store.load().votes) == 1
        store.close()
    assert killed > 4


def test_a_backup_that_is_killed_leaves_no_half_file_and_the_next_one_is_whole(root, tmp_path):
    target = tmp_path / "sicherung.zip"
    assert killed_at(1, lambda: make.back_up(root, target, say=quiet))
    assert not target.exists()
    make.back_up(root, target, say=quiet)
    assert archive.read(target).parts == list(archive.PARTS) and list(tmp_path.glob(".sich*")) == []


def test_a_backup_overwrites_no_other_and_has_a_name_of_its_own(root, backup, tmp_path):
    with pytest.raises(BadFileError, match="gibt es schon"):
        make.back_up(root, backup, say=quiet)
    now = dt.datetime(2026, 11, 30, 9, 5)
    names = [make.back_up(root, None, say=quiet, now=now).name for _ in range(2)]
    assert names == ["fairki-2026-11-30-0905.zip", "fairki-2026-11-30-0905-2.zip"]
    (tmp_path / "datei").write_text("")
    with pytest.raises(BadFileError, match="nicht schreiben"):
        make.back_up(root, tmp_path / "datei" / "x.zip", say=quiet)


def test_where_nothing_is_kept_there_is_nothing_to_back_up(other):
    with pytest.raises(BadFileError, match="nichts zu sichern"):
        make.back_up(other, None, say=quiet)


def test_who_was_deleted_stays_deleted_when_an_older_backup_comes_back(root, backup):
    deletion.delete(root, person.find(root / grade.FOLDER, "Selma Özil"))
    said: list[str] = []
    restore.restore(root, backup, replace=True, say=said.append)
    there = kept_in(root)
    assert there["people"].keys() == {"Tom Bär"} and len(there["records"]) == 1
    assert any("1 Person wurde" in line for line in said)


def test_who_deletes_somebody_reads_in_which_backups_they_still_are(root):
    made = make.back_up(root, None, say=quiet)
    left = deletion.delete(root, person.find(root / grade.FOLDER, "Selma Özil"))
    assert made in left


def test_while_somebody_grades_nothing_is_backed_up_or_brought_back(root, backup, tmp_path):
    with grade.alone(root):
        for work in (
            lambda: make.back_up(root, tmp_path / "x.zip", say=quiet),
            lambda: restore.restore(root, backup, replace=True, say=quiet),
        ):
            with pytest.raises(FairkiError, match="läuft gerade"):
                work()


def test_by_the_one_door_and_whoever_works_with_half_is_sent_back(root, other, tmp_path):
    environment = {**os.environ, "COLUMNS": "200"}

    def call(course: Path, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "coursetools", *words],
            env=environment | {"FAIRKI_ROOT": str(course)},
            capture_output=True,
            text=True,
            timeout=120,
        )

    made = call(root, "sicherung", str(tmp_path / "s.zip"))
    assert made.returncode == 0 and "Gesichert: Räume, Abgaben und Noten und Ordner" in made.stdout
    assert call(other, "sicherung").returncode == 3  # nothing is there yet: for a service no failure
    (other / unfinished.NOTE).write_text('{"version": 9}')
    for words in (["workshop"], ["grade"], ["sicherung"]):
        refused = call(other, *words)
        assert refused.returncode == 1 and "wiederherstellen" in refused.stderr, words
    damaged = call(other, "wiederherstellen")
    assert damaged.returncode == 1 and "Notiz" in damaged.stderr and "Traceback" not in damaged.stderr
    (other / unfinished.NOTE).unlink()
    assert "Es fehlt die Angabe" in call(other, "wiederherstellen").stderr
    back = call(other, "wiederherstellen", str(tmp_path / "s.zip"))
    assert back.returncode == 0 and "Zurückgeholt: Räume" in back.stdout
    assert kept_in(other) == kept_in(root)


def test_what_a_killed_run_left_in_the_log_of_the_grade_book_leaves_with_it(root, backup):
    before, child = kept_in(root), os.fork()
    if not child:
        with Gradebook(root) as book:
            book.grade_again(list(book.keys()))
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert (root / "gradebook.db-wal").stat().st_size
    restore.restore(root, backup, replace=True, say=quiet)
    assert kept_in(root)["keys"] == before["keys"]
    [aside] = (root / unfinished.BACKUPS).glob("vorher-*")
    shutil.copy(root / "course.toml", aside)
    with Gradebook(aside) as book:
        assert set(book.keys().values()) == {""}  # nothing of it is lost


def test_a_grade_book_that_somebody_has_open_is_not_taken_away(root, backup):
    with Gradebook(root) as book:
        book.keys()
        with pytest.raises(SetupError, match="Notendatei ist gerade geöffnet"):
            restore.restore(root, backup, replace=True, say=quiet)
    assert not (root / unfinished.NOTE).exists()
    (root / "gradebook.db").write_bytes(b"kaputt" * 1000)
    with pytest.raises(SetupError, match="beschädigt"):
        make.back_up(root, root / "neu.zip", say=quiet)
    restore.restore(root, backup, replace=True, say=quiet)
    assert len(kept_in(root)["records"]) == 2


def test_a_company_elsewhere_is_somebody_elses_to_keep(root, tmp_path, monkeypatch):
    monkeypatch.setenv(company.VARIABLE, str(tmp_path / "betrieb-anderswo"))
    made = make.back_up(root, tmp_path / "s.zip", say=quiet)
    assert "betrieb/betrieb.toml" in archive.read(made).files
