"""The bank of hand-ins: stock ``nbgrader autograde`` gives each of them the points that stand in its file.

A hand-in is a TOML file in ``tests/hand_ins/<slug>``:

- ``base``: ``right`` (the answers of the solution notebook), ``light`` (the same without A4, whose model takes a
  second to load) or ``released`` (no answers at all);
- ``answers`` (grade id → source), or ``form`` (grade id → answer to the form), and ``damage`` done to the file;
- ``points`` that differ from the base: ``"manual"`` is for a human to decide, ``"none"`` means that nbgrader
  recorded nothing; ``"*"`` stands for every grade.
"""

import copy
import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from rich.console import Console

from coursetools import notebooks, release
from coursetools.grading import stock
from fairki import manifest
from fairki.ui.exercise import Exercise

ROOT = manifest.ROOT
SLUG = "bewusstsein"
BANK = sorted((ROOT / "tests" / "hand_ins" / SLUG).glob("*.toml"))
TIME_LIMIT = 15  # seconds per cell; stock nbgrader's 30 only make the endless loop slower

pytestmark = pytest.mark.xdist_group("hand_ins")


def described(path: Path) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def solution() -> dict:
    return json.loads(notebooks.dumps(notebooks.load(ROOT / release.SOURCE / SLUG / f"{SLUG}.ipynb")))


def released() -> dict:
    return json.loads(notebooks.dumps(notebooks.load(ROOT / release.TARGET / SLUG / f"{SLUG}.ipynb")))


def grade_id(cell: dict) -> str:
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def most_points() -> dict[str, float]:
    """Grade id → points that can be reached."""
    graded = (cell["metadata"].get("nbgrader", {}) for cell in released()["cells"])
    return {meta["grade_id"]: meta["points"] for meta in graded if meta.get("grade")}


def made(hand_in: dict) -> str:
    """The text of the notebook file that a description stands for."""
    notebook = released()
    if hand_in["base"] != "released":
        model = {grade_id(cell): cell["source"] for cell in solution()["cells"]}
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("solution") and answered(hand_in, grade_id(cell)):
                cell["source"] = model[grade_id(cell)]
    if "form" in hand_in:
        notebook = Exercise(notebook).compose(hand_in["form"])
    edits = hand_in.get("answers", {}) | hand_in.get("damage", {}).get("edit", {})
    for cell in notebook["cells"]:
        cell["source"] = edits.pop(grade_id(cell), cell["source"])
    assert edits == {}, f"unknown cells: {sorted(edits)}"
    return damaged(notebook, hand_in.get("damage", {}))


def answered(hand_in: dict, name: str) -> bool:
    """Whether the hand-in's base answers the question to which this grade id belongs."""
    return hand_in["base"] == "right" or (hand_in["base"] == "light" and not name.startswith("a4"))


def damaged(notebook: dict, damage: dict) -> str:
    for name in damage.get("delete", []):
        notebook["cells"] = [cell for cell in notebook["cells"] if grade_id(cell) != name]
    for name in damage.get("duplicate", []):
        place = [grade_id(cell) for cell in notebook["cells"]].index(name)
        notebook["cells"].insert(place, copy.deepcopy(notebook["cells"][place]) | {"id": "copy"})
    if damage.get("strip_metadata"):
        for cell in notebook["cells"]:
            cell["metadata"] = {}
    if "kernel" in damage:
        notebook["metadata"]["kernelspec"]["name"] = damage["kernel"]
    text = json.dumps(notebook, ensure_ascii=False, indent=1)
    return text[: len(text) // 2] if damage.get("truncate") else text


def expected(hand_in: dict) -> dict[str, float | str]:
    """Grade id → points, ``"manual"`` or ``"none"``."""
    most, differing = most_points(), hand_in.get("points", {})
    if "*" in differing:
        return dict.fromkeys(most, differing["*"])
    base = {name: points if answered(hand_in, name) else 0 for name, points in most.items()}
    base["f1"] = "manual" if answered(hand_in, "f1") else 0
    assert differing.keys() <= most.keys()
    return base | differing


def course(folder: Path) -> Path:
    """A course with nothing but the exercise's source and nbgrader's settings."""
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    shutil.copytree(ROOT / release.SOURCE, folder / release.SOURCE)
    return folder


def nbgrader(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def reached(folder: Path, student: str) -> dict[str, float | str]:
    from nbgrader.api import MissingEntry

    try:
        found = stock.points(folder, stock.HandIn(student, SLUG))
    except MissingEntry:
        return dict.fromkeys(most_points(), "none")
    if not (folder / "bewertung" / "autograded" / student / SLUG / f"{SLUG}.ipynb").exists():
        return dict.fromkeys(found, "none")
    return {name: "manual" if points is None else points for name, (points, _) in found.items()}


@pytest.fixture(scope="module")
def graded(tmp_path_factory) -> Path:
    """The whole bank, graded by stock nbgrader in one run each of its three steps."""
    folder = course(tmp_path_factory.mktemp("course"))
    for path in BANK:
        target = folder / "bewertung" / "submitted" / path.stem / SLUG / f"{SLUG}.ipynb"
        target.parent.mkdir(parents=True)
        target.write_text(made(described(path)), encoding="utf-8")
    done = nbgrader(folder, "generate_assignment", SLUG)
    assert done.returncode == 0, done.stderr
    nbgrader(folder, "autograde", SLUG, f"--Execute.timeout={TIME_LIMIT}")  # fails for the broken ones only
    done = nbgrader(folder, "generate_feedback", SLUG, "--student=partial_*")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("path", BANK, ids=lambda path: path.stem)
def test_a_hand_in_earns_what_it_deserves(graded, path):
    assert reached(graded, path.stem) == expected(described(path))


def test_every_lost_point_comes_with_a_sentence_and_a_place_to_look(graded):
    """In the graded notebook each failed cell shows our short German message, never a traceback."""
    for path in BANK:
        if path.stem.startswith(("wrong", "partial", "full")):
            file = graded / "bewertung" / "autograded" / path.stem / SLUG / f"{SLUG}.ipynb"
            failed = [
                output
                for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]
                for output in cell.get("outputs", [])
                if output["output_type"] == "error"
            ]
            lost = [name for name, points in expected(described(path)).items() if points == 0]
            assert len(failed) == len([name for name in lost if name != "f1"]), path.stem  # a text has no check
            for output in failed:
                assert output["ename"] == "NotYetRight", (path.stem, output["traceback"])
                assert len(output["traceback"]) == 2
                assert output["traceback"][1], path.stem


def test_the_feedback_says_in_german_what_was_expected(graded):
    for path in BANK:
        if path.stem.startswith("partial"):
            page = graded / "bewertung" / "feedback" / path.stem / SLUG / f"{SLUG}.html"
            assert "Zum Nachlesen: Modul 1" in page.read_text(encoding="utf-8")


def test_the_rubric_stands_where_a_trainer_grades_and_nowhere_in_the_release(graded):
    file = graded / "bewertung" / "autograded" / "full_model_answers" / SLUG / f"{SLUG}.ipynb"
    assert "vier Punkte, je einer für" in file.read_text(encoding="utf-8")
    assert "vier Punkte, je einer für" not in json.dumps(released(), ensure_ascii=False)


def test_the_bank_has_enough_of_every_kind():
    kinds = [path.stem.split("_")[0] for path in BANK]
    assert kinds.count("full") >= 3
    assert kinds.count("partial") >= 4
    assert kinds.count("wrong") >= 6
    assert kinds.count("hostile") + kinds.count("broken") >= 6
    assert set(kinds) == {"full", "partial", "wrong", "hostile", "broken"}


def test_part_a_is_worth_at_least_60_percent():
    most = most_points()
    assert sum(points for name, points in most.items() if name[0] == "a") >= 0.6 * sum(most.values())


def test_a_copied_cell_spoils_only_its_own_hand_in(tmp_path):
    """Stock ``nbgrader autograde`` over a folder ends at the first copied cell; ``grade`` calls it person by person."""
    folder = course(tmp_path)
    console = Console(record=True, width=120)
    loose = tmp_path / "eingang"
    loose.mkdir()
    (loose / f"{SLUG}-1.ipynb").write_text(made({"base": "right", "damage": {"duplicate": ["a1-test-1"]}}))
    (loose / f"{SLUG}-2.ipynb").write_text(made({"base": "right"}))
    stock.grade(folder, loose, console)
    assert reached(folder, "abgabe-002") == expected({"base": "right"})
    shown = console.export_text()
    assert "abgabe-001: nicht bewertbar" in shown
    assert "26 + ?" in shown
