"""All of ``grade`` but the walls works where neither forks nor POSIX signals, sockets and modules exist."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from piles import course, light, packed

SCRIPT = Path(__file__).parents[2] / "without_posix.py"

pytestmark = pytest.mark.xdist_group("grade")


def test_without_posix_a_pile_is_taken_in_and_reported(tmp_path):
    root = course(tmp_path / "kurs", "werte")
    pile = packed(root / "abgaben.zip", [("Anna", light(0)), ("Bilal", light(2))])
    command = [sys.executable, str(SCRIPT), str(root), str(pile)]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": "."})
    assert done.returncode == 0, done.stderr
    mapped = (root / "bewertung" / "zuordnung.csv").read_text(encoding="utf-8-sig")
    assert "Anna" in mapped and "Bilal" in mapped
    overview = (root / "bewertung" / "uebersicht.html").read_text(encoding="utf-8")
    people = [folder.name for folder in (root / "bewertung" / "submitted").iterdir()]
    assert len(people) == 2 and all(person in overview for person in people)
