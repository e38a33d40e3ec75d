"""``grade`` works where neither forks nor POSIX signals, sockets and modules exist."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from piles import cached, course, light, packed, reached

from coursetools import machine
from coursetools.grading.job import INCIDENTS

SCRIPT = Path(__file__).parents[2] / "without_posix.py"

pytestmark = pytest.mark.xdist_group("grade")


def graded(root: Path, *command: str, **environment: str) -> str:
    """Grade the pile of a course; the overview."""
    environment = {**os.environ, "PYTHONPATH": f".:{SCRIPT.parent}", "FAIRKI_ROOT": str(root), **environment}
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "-m", *command], capture_output=True, text=True, env=environment
    )
    assert done.returncode == 0, done.stderr
    overview = (root / "bewertung" / "uebersicht.html").read_text(encoding="utf-8")
    people = [folder.name for folder in (root / "bewertung" / "submitted").iterdir()]
    assert len(people) == 2 and all(person in overview for person in people)
    mapped = (root / "bewertung" / "zuordnung.csv").read_text(encoding="utf-8-sig")
    assert "Anna" in mapped and "Bilal" in mapped
    return overview


@pytest.fixture
def given(tmp_path) -> tuple[Path, Path]:
    """A course, and a pile of two hand-ins."""
    root = course(tmp_path / "kurs", "werte")
    return root, packed(root / "abgaben.zip", [("Anna", light(0)), ("Bilal", light(2))])


def test_without_posix_a_pile_is_taken_in_and_reported(given):
    root, pile = given
    assert INCIDENTS["unreadable"] in graded(root, "graded_elsewhere", str(root), str(pile))


@pytest.mark.needs(machine.DENO)
def test_without_posix_a_pile_is_graded_in_deno(given, tmp_path):
    root, pile = given
    cached(root)
    overview = graded(root, "coursetools", "grade", str(pile), PATH=f"{tmp_path / 'leer'}")
    assert "abgeschottet (Deno)" in overview and INCIDENTS["unreadable"] not in overview
    assert reached(root, "werte").keys() == {"Anna", "Bilal"}
