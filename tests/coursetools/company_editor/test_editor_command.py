"""``betrieb bearbeiten`` as it is called: where it is, for whom, and how it ends, also where there is no POSIX."""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from coursetools import notebooks, own_company
from coursetools.company_editor.de import pages as de
from coursetools.files import write_atomically
from coursetools.own_exercises import new
from fairki import company

TESTS = Path(__file__).parents[2]
ELSEWHERE = [sys.executable, "-X", "utf8", str(TESTS / "without_posix.py"), "-m"]
CALL = [*ELSEWHERE, "coursetools", "betrieb", "bearbeiten"]


@pytest.fixture
def called(tmp_path):
    """The command, running on a new folder."""
    own_company.new(tmp_path / "wir")
    environment = {key: value for key, value in os.environ.items() if key != "FAIRKI_BETRIEB"}
    process = subprocess.Popen(
        [*CALL, str(tmp_path / "wir"), "--no-browser"],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
    )
    yield process
    process.kill()
    process.communicate()


def test_the_command_says_an_address_for_one_person_and_ends_quietly(called):
    lines = [called.stdout.readline() for _ in range(3)]
    address = lines[1].strip()
    port, key = re.fullmatch(r"http://localhost:(\d+)/([\w-]{32})/", address).groups()
    with urllib.request.urlopen(address, timeout=20) as answer:
        assert de.TITLE in answer.read().decode("utf-8")
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(f"http://localhost:{port}/", timeout=20)
    assert key not in called.args and lines[2].strip() == de.STOP
    called.send_signal(signal.SIGINT)
    rest, _ = called.communicate(timeout=20)
    assert rest.strip() == de.ENDED and called.returncode == 0


def test_the_preview_says_where_it_is_and_ends_with_its_input():
    shown = [*ELSEWHERE, "coursetools.company_editor.shown", str(TESTS.parent), "http://localhost:1"]
    with subprocess.Popen(shown, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        address = json.loads(process.stdout.readline())["address"]
        with urllib.request.urlopen(f"{address}gesund", timeout=20) as answer:
            assert answer.status == 200
        process.stdin.close()
        assert process.wait(30) == 0


def test_an_exercise_that_cannot_be_made_is_named_with_its_reason_and_all_else_is_previewed(tmp_path):
    """nbgrader refuses two cells of one name; another exercise and the pages of the course do not mind."""
    own_company.new(tmp_path)
    for slug in ("schichtplan", "dienstplan"):
        for name, content in new.files(slug).items():
            write_atomically(tmp_path / "uebungen" / name, content)
    file = tmp_path / "uebungen" / "schichtplan.ipynb"
    notebook = notebooks.load(file)
    notebook.cells += [cell for cell in notebook.cells if cell.metadata.get("nbgrader")][:1]
    file.write_text(notebooks.dumps(notebook), encoding="utf-8")
    shown = [
        sys.executable,
        "-m",
        "coursetools.company_editor.shown",
        str(TESTS.parent),
        "http://localhost:1",
    ]
    told = {**os.environ, company.VARIABLE: str(tmp_path)}
    with subprocess.Popen(shown, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=told) as process:
        preview = json.loads(process.stdout.readline())
        names = dict(preview["pages"])
        assert [
            names[f"uebung/{slug}"].endswith("nicht zeigen)") for slug in ("schichtplan", "dienstplan")
        ] == [
            True,
            False,
        ]
        with urllib.request.urlopen(f"{preview['address']}uebung/schichtplan", timeout=60) as answer:
            assert "lässt sich noch nicht zeigen" in answer.read().decode("utf-8")
        process.stdin.close()
        assert process.wait(30) == 0


def test_a_folder_without_a_company_is_named(tmp_path):
    done = subprocess.run([*CALL, str(tmp_path)], capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 1 and "liegt kein Betrieb" in done.stderr and "betrieb neu" in done.stderr
