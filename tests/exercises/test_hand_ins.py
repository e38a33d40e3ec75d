"""The banks of hand-ins: stock ``nbgrader autograde`` gives each of them the points that stand in its file.

A hand-in is a TOML file in ``tests/hand_ins/<slug>``:

- ``base``: ``right`` (the answers of the solution notebook), ``light`` (the same without A4, whose models take a
  second to load) or ``released`` (no answers at all);
- ``answers`` (grade id → source), or ``form`` (grade id → answer to the form), and ``damage`` done to the file;
- ``points`` that differ from the base: ``"manual"`` is for a human to decide, ``"none"`` means that nbgrader
  recorded nothing; ``"*"`` stands for every grade.
"""

import copy
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from rich.console import Console

from coursetools import notebooks, release
from coursetools.grading import stock
from fairki import manifest
from fairki.ui.exercise import Exercise

ROOT = manifest.ROOT
SLUGS = release.slugs(ROOT)
BANKS = ROOT / "tests" / "hand_ins"
TIME_LIMIT = 15  # seconds per cell; stock nbgrader's 30 only make the endless loop slower


def bank(slug: str) -> list[Path]:
    """The descriptions of an exercise's hand-ins."""
    return sorted((BANKS / slug).glob("*.toml"))


def parameters(*values: str):
    """Values that begin with a slug; their tests run in the same worker as all others of this exercise."""
    return pytest.param(*values, marks=pytest.mark.xdist_group(f"hand_ins_{values[0]}"))


each_exercise = pytest.mark.parametrize("slug", [parameters(slug) for slug in SLUGS])
each_hand_in = pytest.mark.parametrize(
    ("slug", "name"), [parameters(slug, path.stem) for slug in SLUGS for path in bank(slug)]
)


@cache
def described(path: Path) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def solution(slug: str) -> dict:
    return notebook_in(release.SOURCE, slug)


def released(slug: str) -> dict:
    return notebook_in(release.TARGET, slug)


def notebook_in(folder: str, slug: str) -> dict:
    return json.loads(notebooks.dumps(notebooks.load(ROOT / folder / slug / f"{slug}.ipynb")))


def grade_id(cell: dict) -> str:
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


@cache
def most_points(slug: str) -> dict[str, float]:
    """Grade id → points that can be reached."""
    graded = (cell["metadata"].get("nbgrader", {}) for cell in released(slug)["cells"])
    return {meta["grade_id"]: meta["points"] for meta in graded if meta.get("grade")}


def made(slug: str, hand_in: dict) -> str:
    """The text of the notebook file that a description stands for."""
    notebook = released(slug)
    if hand_in["base"] != "released":
        model = {grade_id(cell): cell["source"] for cell in solution(slug)["cells"]}
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


def expected(slug: str, hand_in: dict) -> dict[str, float | str]:
    """Grade id → points, ``"manual"`` or ``"none"``."""
    most, differing = most_points(slug), hand_in.get("points", {})
    if "*" in differing:
        return dict.fromkeys(most, differing["*"])
    base = {name: points if answered(hand_in, name) else 0 for name, points in most.items()}
    base["f1"] = "manual" if answered(hand_in, "f1") else 0
    assert differing.keys() <= most.keys()
    return base | differing


def course(folder: Path, slug: str) -> Path:
    """A course with nothing but the exercise's source and nbgrader's settings."""
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    shutil.copytree(ROOT / release.SOURCE / slug, folder / release.SOURCE / slug)
    return folder


def nbgrader(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@dataclass(frozen=True)
class Graded:
    """A course folder in which the hand-ins of one exercise are graded."""

    slug: str
    folder: Path

    def autograded(self, student: str) -> Path:
        return self.folder / "bewertung" / "autograded" / student / self.slug / f"{self.slug}.ipynb"

    def feedback(self, student: str) -> str:
        page = self.folder / "bewertung" / "feedback" / student / self.slug / f"{self.slug}.html"
        return page.read_text(encoding="utf-8")

    def reached(self, student: str) -> dict[str, float | str]:
        from nbgrader.api import MissingEntry

        try:
            found = stock.points(self.folder, stock.HandIn(student, self.slug))
        except MissingEntry:
            return dict.fromkeys(most_points(self.slug), "none")
        if not self.autograded(student).exists():
            return dict.fromkeys(found, "none")
        return {name: "manual" if points is None else points for name, (points, _) in found.items()}


def grade(folder: Path, slug: str) -> Graded:
    """The whole bank of one exercise, graded by stock nbgrader in one run each of its three steps."""
    course(folder, slug)
    for path in bank(slug):
        target = folder / "bewertung" / "submitted" / path.stem / slug / f"{slug}.ipynb"
        target.parent.mkdir(parents=True)
        target.write_text(made(slug, described(path)), encoding="utf-8")
    done = nbgrader(folder, "generate_assignment", slug)
    assert done.returncode == 0, done.stderr
    nbgrader(folder, "autograde", slug, f"--Execute.timeout={TIME_LIMIT}")  # fails for the broken ones only
    done = nbgrader(folder, "generate_feedback", slug, "--student=partial_*")
    assert done.returncode == 0, done.stderr
    return Graded(slug, folder)


@pytest.fixture(scope="module")
def grade_once(tmp_path_factory) -> Callable[[str], Graded]:
    """Grades the bank of an exercise when it is first asked for."""
    return cache(lambda slug: grade(tmp_path_factory.mktemp(slug), slug))


@pytest.fixture
def graded(grade_once, slug) -> Graded:
    """The graded bank of the exercise that a test is about."""
    return grade_once(slug)


@each_hand_in
def test_a_hand_in_earns_what_it_deserves(graded, slug, name):
    assert graded.reached(name) == expected(slug, described(BANKS / slug / f"{name}.toml"))


@each_exercise
def test_every_lost_point_comes_with_a_sentence_and_a_place_to_look(graded, slug):
    """In the graded notebook each failed cell shows our short German message, never a traceback."""
    for path in bank(slug):
        if path.stem.startswith(("wrong", "partial", "full")):
            failed = [
                output
                for cell in json.loads(graded.autograded(path.stem).read_text(encoding="utf-8"))["cells"]
                for output in cell.get("outputs", [])
                if output["output_type"] == "error"
            ]
            lost = [name for name, points in expected(slug, described(path)).items() if points == 0]
            assert len(failed) == len([name for name in lost if name != "f1"]), (
                path.stem
            )  # a text has no check
            for output in failed:
                assert output["ename"] == "NotYetRight", (path.stem, output["traceback"])
                assert len(output["traceback"]) == 2
                assert output["traceback"][1], path.stem


@each_exercise
def test_the_feedback_says_in_german_where_to_look(graded, slug):
    for path in bank(slug):
        if path.stem.startswith("partial"):
            assert "Zum Nachlesen: Modul " in graded.feedback(path.stem)


@each_exercise
def test_the_rubric_stands_where_a_trainer_grades_and_nowhere_in_the_release(graded, slug):
    rubric = "vier Punkte, je einer für"
    assert rubric in graded.autograded("full_model_answers").read_text(encoding="utf-8")
    assert rubric not in json.dumps(released(slug), ensure_ascii=False)


@each_exercise
def test_the_bank_has_enough_of_every_kind(slug):
    kinds = [path.stem.split("_")[0] for path in bank(slug)]
    assert kinds.count("full") >= 3
    assert kinds.count("partial") >= 4
    assert kinds.count("wrong") >= 6
    assert kinds.count("hostile") + kinds.count("broken") >= 6
    assert set(kinds) == {"full", "partial", "wrong", "hostile", "broken"}


@each_exercise
def test_an_exercise_is_worth_30_points_and_part_a_at_least_60_percent(slug):
    most = most_points(slug)
    assert sum(most.values()) == 30
    assert sum(points for name, points in most.items() if name[0] == "a") >= 0.6 * sum(most.values())


@each_exercise
def test_the_places_to_look_are_units_of_the_course(slug):
    """A title in the exercise that no unit has (any more) would send people looking in vain."""
    exercise = manifest.read().exercise(slug)
    module = manifest.read().module(exercise.module)
    named = set(
        re.findall(rf"Modul {int(module.id)}, „(.+?)“", json.dumps(solution(slug), ensure_ascii=False))
    )
    assert named
    assert named <= {unit.title for unit in module.units}


@pytest.mark.xdist_group("hand_ins_bewusstsein")
def test_a_copied_cell_spoils_only_its_own_hand_in(tmp_path):
    """Stock ``nbgrader autograde`` over a folder ends at the first copied cell; ``grade`` calls it person by person."""
    slug = "bewusstsein"
    graded = Graded(slug, course(tmp_path, slug))
    console = Console(record=True, width=120)
    loose = tmp_path / "eingang"
    loose.mkdir()
    copied = {"base": "right", "damage": {"duplicate": ["a1-test-1"]}}
    (loose / f"{slug}-1.ipynb").write_text(made(slug, copied))
    (loose / f"{slug}-2.ipynb").write_text(made(slug, {"base": "right"}))
    stock.grade(graded.folder, loose, console)
    assert graded.reached("abgabe-002") == expected(slug, {"base": "right"})
    shown = console.export_text()
    assert "abgabe-001: nicht bewertbar" in shown
    assert "26 + ?" in shown
