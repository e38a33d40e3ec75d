"""The whole path, for real: from a zip to points, feedback and overview; stopped anywhere, it goes on from there."""

import csv
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from banks import expected, made
from filelock import FileLock
from nbgrader import api
from openpyxl import load_workbook
from piles import cached, call, command, course, in_bank, light, packed, reached, rows, whole
from rich.console import Console
from serving import wait_for
from typer.testing import CliRunner

from coursetools import cli, machine, nbgrader_steps
from coursetools.grading import grade, pseudonyms
from fairki.errors import BadFileError

pytestmark = pytest.mark.xdist_group("grade")

PEOPLE = {
    "Anna": ("werte", in_bank("werte", "full_model_answers")),
    "Bilal": ("werte", in_bank("werte", "full_model_answers")),  # the same bytes
    "Cem": ("werte", in_bank("werte", "partial_one_blank_too_tight")),
    "Dora": ("werte", in_bank("werte", "hostile_kills_the_kernel")),
    "Emil": ("werte", in_bank("werte", "wrong_nothing_answered")),
    "Fatma": ("bewusstsein", in_bank("bewusstsein", "full_model_answers")),
    # a copied cell ends stock ``nbgrader autograde`` for the whole pile
    "Gül": ("bewusstsein", {"base": "light", "damage": {"duplicate": ["a1-test-1"]}}),
}


@pytest.fixture(scope="module")
def console() -> Console:
    return Console(record=True, width=200)


@pytest.fixture(scope="module")
def first(tmp_path_factory, console) -> Path:
    """A course in which a zip was graded. Tests that change anything take a ``copy``."""
    root = course(tmp_path_factory.mktemp("bewerten") / "kurs", "werte", "bewusstsein")
    hand_ins = [(person, made(slug, hand_in).encode()) for person, (slug, hand_in) in PEOPLE.items()]
    pile = packed(root / "abgaben.zip", [*hand_ins, ("Hans", b"kein Notebook")])
    grade.grade(root, pile, console)
    return root


@pytest.fixture
def copy(first, tmp_path) -> Path:
    return shutil.copytree(first, tmp_path / "kurs")


def mapping(root: Path) -> dict[str, str]:
    """Person → pseudonym."""
    text = (root / grade.FOLDER / pseudonyms.FILE).read_text(encoding="utf-8-sig")
    return {person: pseudonym for pseudonym, person in list(csv.reader(text.splitlines(), delimiter=";"))[1:]}


def test_each_hand_in_earns_what_the_bank_says(first):
    found = reached(first, "werte") | reached(first, "bewusstsein")
    assert found.keys() == PEOPLE.keys()
    for person, (slug, hand_in) in PEOPLE.items():
        earned = {cell: "manual" if points is None else points for cell, points in found[person].items()}
        assert earned == expected(slug, hand_in), person


def test_everybody_has_feedback_and_the_tables_hold_everybody_once(first):
    folder = first / grade.FOLDER
    people = mapping(first)
    for person, (slug, _) in PEOPLE.items():
        assert "Rückmeldung" in (folder / "feedback" / people[person] / f"{slug}.html").read_text("utf-8")
    for slug in ("werte", "bewusstsein"):
        own = {people[person] for person, (theirs, _) in PEOPLE.items() if theirs == slug}
        lines = (folder / f"punkte_{slug}.csv").read_text("utf-8-sig").splitlines()
        assert {line.partition(";")[0] for line in lines[1:]} == own and len(lines) == len(own) + 1
        sheet = load_workbook(folder / grade.EXCEL)[slug]
        assert {row[0].value for row in sheet.iter_rows(min_row=2)} == own
    assert "weniger als 5" in (folder / grade.COMPLETION).read_text("utf-8-sig")
    assert whole(first)


def test_the_overview_and_the_console_name_what_was_rejected_and_what_needs_a_look(first, console):
    overview = (first / grade.FOLDER / grade.OVERVIEW).read_text(encoding="utf-8")
    shown = console.export_text(clear=False)
    for text in (overview, shown):
        assert "Hans_7_assignsubmission_file_/loesung.ipynb" in text and "kein lesbares Notebook" in text
        assert "hat sich selbst beendet" in text
    assert "Dora" not in overview and "Dora" not in shown


def test_nobody_but_the_mapping_knows_a_name(first):
    folder = first / grade.FOLDER
    others = [path for path in folder.rglob("*") if path.is_file() and path.name != pseudonyms.FILE]
    # the overview names rejected files, so that the trainer can ask for new ones
    known = [path for path in others if path.name != grade.OVERVIEW]
    assert len(known) > 20 and not any(
        b"Fatma" in path.read_bytes() for path in [*others, first / "gradebook.db"]
    )
    assert not any(b"Hans_" in path.read_bytes() for path in known)


def test_a_second_run_grades_nothing_and_writes_nothing_anew(copy):
    before = rows(copy), {path: path.stat().st_mtime_ns for path in copy.rglob("*.ipynb")}
    pages = {path: path.stat().st_mtime_ns for path in (copy / grade.FOLDER / "feedback").rglob("*.html")}
    started = time.monotonic()
    grade.grade(copy, copy / "abgaben.zip", Console(quiet=True))
    assert time.monotonic() - started < 10  # to start the sandbox and grade takes longer on any machine
    assert before == (rows(copy), {path: path.stat().st_mtime_ns for path in copy.rglob("*.ipynb")})
    assert pages == {path: path.stat().st_mtime_ns for path in pages}


def test_only_what_is_new_is_graded(copy):
    before, people = rows(copy), mapping(copy)
    (copy / grade.FOLDER / grade.AUTOGRADED / ".werte.ipynb.k2j8x_0a").write_text("half")  # by a kill
    grade.grade(copy, packed(copy / "neu.zip", [("Ida", light(1))]), Console(quiet=True))
    assert whole(copy)
    added = mapping(copy)["Ida"]
    assert rows(copy) == before | {(added, "werte"): rows(copy)[added, "werte"]}
    # a new version of one exercise, and one autograded notebook that somebody removed
    source = copy / "solutions" / "bewusstsein" / "bewusstsein.ipynb"
    source.write_text(json.dumps(json.loads(source.read_text("utf-8")), indent=2), encoding="utf-8")
    shutil.rmtree(copy / grade.FOLDER / grade.AUTOGRADED / people["Emil"])
    before = rows(copy)
    grade.grade(copy, None, Console(quiet=True))
    after = rows(copy)
    assert before.keys() == after.keys()
    assert {key for key in after if after[key] != before[key]} == {
        (people["Fatma"], "bewusstsein"),
        (people["Gül"], "bewusstsein"),
        (people["Emil"], "werte"),
    }


def test_a_new_hand_in_counts_once_the_trainer_removed_the_old_one(copy):
    pile = packed(
        copy / "neu.zip", [("Emil", made("werte", in_bank("werte", "full_model_answers")).encode())]
    )
    told = Console(record=True, width=200)
    grade.grade(copy, pile, told)
    said = told.export_text()
    assert "schon eine andere Abgabe" in said and not any(reached(copy, "werte")["Emil"].values())
    (copy / grade.FOLDER / "submitted" / mapping(copy)["Emil"] / "werte" / "werte.ipynb").unlink()
    grade.grade(copy, pile, Console(quiet=True))
    assert reached(copy, "werte")["Emil"] == reached(copy, "werte")["Anna"]


def test_stock_nbgrader_reads_and_exports_the_gradebook(copy):
    with api.Gradebook(f"sqlite:///{copy / 'gradebook.db'}", nbgrader_steps.COURSE) as book:
        scores = {one.student_id: one.score for one in book.assignment_submissions("werte")}
    assert scores == {
        mapping(copy)[person]: sum(points or 0 for points in cells.values())
        for person, cells in reached(copy, "werte").items()
    }
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "export"], cwd=copy, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    lines = list(csv.DictReader((copy / "grades.csv").read_text("utf-8").splitlines()))
    handed_in = [line for line in lines if (line["student_id"], line["assignment"]) in rows(copy)]
    assert len(handed_in) == len(PEOPLE)
    assert {
        line["student_id"]: float(line["score"]) for line in handed_in if line["assignment"] == "werte"
    } == scores


def test_one_hand_in_that_breaks_the_grader_leaves_the_others_alone_and_is_tried_again(copy):
    class Breaks(ThreadPoolExecutor):
        """Loses one job, as a cluster does when a machine dies with it again and again."""

        def submit(self, function, assignment, job, *others):
            if job.hand_in != light(1):
                return super().submit(function, assignment, job, *others)
            lost = Future()
            lost.set_exception(MemoryError())
            return lost

    pile, told = (
        packed(copy / "neu.zip", [("Ida", light(1)), ("Jan", light(2))]),
        Console(record=True, width=200),
    )
    with Breaks(1) as executor:
        grade.grade(copy, pile, told, executor=executor)
    assert f"{mapping(copy)['Ida']}: Die Bewertung brach mehrmals ab" in told.export_text()
    before, ida = rows(copy), (mapping(copy)["Ida"], "werte")
    grade.grade(copy, None, Console(quiet=True))
    after = rows(copy)
    assert {key for key in after if after[key] != before[key]} == {ida}
    assert reached(copy, "werte")["Ida"] == reached(copy, "werte")["Jan"]


# ---- stopped in the middle ----


@pytest.fixture
def pile(tmp_path) -> Path:
    """A course with ten hand-ins that wait."""
    root = course(tmp_path / "kurs", "werte")
    packed(root / "abgaben.zip", [(f"Person {number}", light(number // 2 * 2)) for number in range(10)])
    return root


def start(root: Path, *arguments: str) -> subprocess.Popen:
    line, environment = command(root, *arguments)
    return subprocess.Popen(
        line,
        env=environment,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_kill_at_any_moment_loses_nothing_and_repeats_nothing(pile):
    """Killed while taking in, while preparing, and twice while grading."""
    zipped, dice = str(pile / "abgaben.zip"), random.Random(5)
    moments = [
        (pile / grade.FOLDER / "submitted").exists,
        (pile / "gradebook.db").exists,
        lambda: len(rows(pile)) >= 1,
        lambda: len(rows(pile)) >= 5,
    ]
    for moment in moments:
        before = rows(pile)
        run = start(pile, zipped)
        wait_for(lambda moment=moment, run=run: moment() or run.poll() is not None, 120, "the moment to kill")
        time.sleep(dice.random() / 20)
        os.killpg(run.pid, signal.SIGKILL)
        run.communicate(timeout=60)
        assert before.items() <= rows(pile).items()
        for path in (pile / grade.FOLDER).rglob("[!.]*.ipynb"):
            json.loads(path.read_bytes())
    before = rows(pile)
    done = call(pile, zipped)
    assert done.returncode == 0, done.stderr
    assert before.items() <= rows(pile).items() and len(rows(pile)) == 10 and whole(pile)
    points = reached(pile, "werte")
    assert len(points) == 10
    assert all(cells == points["Person 0"] for cells in points.values())
    with api.Gradebook(f"sqlite:///{pile / 'gradebook.db'}", nbgrader_steps.COURSE) as book:
        assert len(book.students) == len(book.assignment_submissions("werte")) == 10


def test_ctrl_c_ends_at_once_and_says_how_to_go_on(pile):
    endless = made("werte", {"base": "released", "answers": {"b1": "while True: pass"}}).encode()
    packed(pile / "abgaben.zip", [("Anna", light(1)), ("Bilal", endless)])
    run = start(pile, str(pile / "abgaben.zip"))
    wait_for(lambda: rows(pile) or run.poll() is not None, 120, "the first result")
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: the whole group
    started = time.monotonic()
    _, said = run.communicate(timeout=60)
    assert time.monotonic() - started < 15  # an endless loop has 30 seconds
    assert run.returncode == 130 and "Traceback" not in said
    assert "Was bewertet ist, bleibt." in said and "mit demselben Befehl" in said
    assert len(rows(pile)) == 1 and whole(pile)


# ---- what a machine may lack ----


@pytest.mark.parametrize("space", [150_000, 450_000])
def test_a_full_disk_is_explained_and_nothing_is_lost(copy, tmp_path, space):
    """The course lies on a disk in memory that is full but for ``space`` bytes: too few to take in, or to grade."""
    packed(copy / "neu.zip", [(f"Person {number}", light(number)) for number in range(8)])
    line, environment = command(copy, "neu.zip")
    inside = f"""
        cp -r {copy}/. /mnt && cd /mnt && {{ head -c 100000000 /dev/zero > voll; }} 2>/dev/null
        truncate -s -{space} voll; {" ".join(line)}; echo "code $?"
        rm voll; {" ".join(line)}; echo "code $?"
        cp -r /mnt/. {tmp_path}/danach
    """
    disk = ["bwrap", "--dev-bind", "/", "/", "--size", "8000000", "--tmpfs", "/mnt", "--die-with-parent"]
    done = subprocess.run(
        [*disk, "sh", "-c", inside],
        env=environment | {"FAIRKI_ROOT": "/mnt"},
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert [text for text in done.stdout.splitlines() if text.startswith("code")] == ["code 1", "code 0"]
    assert "Traceback" not in done.stderr and "Platz" in done.stderr
    after = tmp_path / "danach"
    assert rows(copy).items() <= rows(after).items() and whole(after)
    assert reached(after, "werte").items() >= reached(copy, "werte").items()
    assert len(rows(after)) == len(PEOPLE) + 8


def test_without_bubblewrap_podman_shuts_hand_ins_in_and_the_console_says_so(pile, podman):
    packed(pile / "abgaben.zip", [("Anna", light(1))])
    done = call(pile, str(pile / "abgaben.zip"), PATH=str(podman))
    assert done.returncode == 0, done.stderr
    assert "Jede Abgabe läuft abgeschottet (podman)." in done.stdout
    assert reached(pile, "werte").keys() == {"Anna"}


@pytest.mark.needs(machine.DENO)
def test_without_both_deno_shuts_hand_ins_in_and_console_and_overview_say_so(pile, tmp_path):
    cached(pile)
    packed(pile / "abgaben.zip", [("Anna", light(1))])
    done = call(pile, str(pile / "abgaben.zip"), PATH=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "Jede Abgabe läuft abgeschottet (Deno)." in done.stdout
    assert "liefen abgeschottet (Deno)." in (pile / grade.FOLDER / grade.OVERVIEW).read_text(encoding="utf-8")
    assert reached(pile, "werte").keys() == {"Anna"}


def test_without_bubblewrap_nothing_runs_and_it_says_what_to_install(pile, tmp_path):
    (tmp_path / "deno.py").write_text("raise ImportError")  # as where only the course is installed
    done = call(pile, str(pile / "abgaben.zip"), PATH=str(tmp_path), PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert "fehlt das Programm bubblewrap" in done.stderr and "apt install bubblewrap" in done.stderr
    assert rows(pile) == {} and not (pile / grade.FOLDER / grade.AUTOGRADED).exists()


def test_the_command_offers_to_install_bubblewrap_and_then_grades(pile, monkeypatch):
    """As on a bare Debian: asked on the command line, installed by apt-get, and then everything goes its way."""
    asked = []
    monkeypatch.setattr(machine, "can_install", lambda: True)
    bubblewrap = replace(machine.BUBBLEWRAP, there=lambda: bool(asked))
    monkeypatch.setattr(machine, "BUBBLEWRAP", bubblewrap)
    monkeypatch.setattr(machine, "PODMAN", replace(machine.PODMAN, there=lambda: False))
    monkeypatch.setattr(machine, "install", lambda parts, say: asked.extend(parts))
    monkeypatch.setattr(cli, "ROOT", pile)
    packed(pile / "abgaben.zip", [("Anna", light(1))])
    done = CliRunner().invoke(cli.app, ["grade", str(pile / "abgaben.zip")], input="j\n")
    assert done.exit_code == 0, done.output
    assert "Zum sicheren Bewerten fehlt bubblewrap. Jetzt installieren? [J/n]" in done.output
    assert asked == [bubblewrap]
    assert reached(pile, "werte").keys() == {"Anna"}


@pytest.mark.parametrize("typed", ["", "j\n", "ja\n", "ungeschuetzt\n"])
def test_without_the_sandbox_nothing_runs_unless_somebody_types_so(pile, typed):
    line, environment = command(pile, "--ohne-sandbox", str(pile / "abgaben.zip"))
    done = subprocess.run(line, env=environment, input=typed, capture_output=True, text=True, timeout=60)
    assert done.returncode in (1, 130) and "mit Ihren Rechten" in done.stdout and "Abgebrochen" in done.stderr
    assert not (pile / grade.FOLDER).exists()


def test_who_types_so_grades_without_the_sandbox(pile, tmp_path):
    packed(pile / "abgaben.zip", [("Anna", light(1))])
    line, environment = command(pile, "--ohne-sandbox", str(pile / "abgaben.zip"), PATH=str(tmp_path))
    done = subprocess.run(
        line, env=environment, input="ungeschützt\n", capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert set(reached(pile, "werte")["Anna"].values()) == {0, None}


def test_a_gradebook_that_cannot_be_opened_is_explained_without_its_password(pile):
    for url in (
        "postgresql+psycopg://fairki:geheim7@127.0.0.1:1/noten",
        "sqlite:////gibt/es/nicht/noten.db",
        "unsinn geheim7",
        "mysterium://a:geheim7@b/c",
    ):
        done = call(pile, str(pile / "abgaben.zip"), FAIRKI_GRADEBOOK=url)
        assert done.returncode == 1, url
        assert "Die Notendatei lässt sich nicht öffnen" in done.stderr, done.stderr
        assert "geheim7" not in done.stderr + done.stdout and "Traceback" not in done.stderr


def test_a_cluster_that_does_not_answer_is_explained(pile):
    done = call(pile, "--scheduler", "tcp://127.0.0.1:1", str(pile / "abgaben.zip"))
    assert done.returncode == 1 and "antwortet kein Dask-Scheduler" in done.stderr, done.stderr


def test_with_nothing_to_grade_the_command_says_what_to_name_and_leaves_no_results(tmp_path):
    with pytest.raises(BadFileError, match="noch keine Abgabe") as refused:
        grade.grade(tmp_path, None, Console())
    assert "grade ORDNER" in refused.value.remedy
    assert [path.name for path in tmp_path.iterdir()] == [grade.LOCK]


def test_a_second_run_in_the_same_folder_is_refused_and_disturbs_nothing(copy):
    with FileLock(copy / grade.LOCK):
        before = rows(copy)
        refused = call(copy, str(packed(copy / "mehr.zip", [("Ida", light(1))])))
        assert refused.returncode == 1
        assert "Hier läuft schon eine Bewertung." in refused.stderr
        assert rows(copy) == before
    assert call(copy, str(copy / "mehr.zip")).returncode == 0
    assert len(rows(copy)) == len(before) + 1
