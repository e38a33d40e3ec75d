"""The banks of hand-ins (see ``tests/banks.py``) in stock nbgrader, which gives each of them what its file says.

Stock takes seconds for each hand-in, so it takes turns here: each day a third of the exercises, so that each comes up
every third day (``tests/turns.py``), and of each the model answers and one honest hand-in that misses something,
another one each time. All of them, and what the hostile ones get from it, are in ``benchmarks/``. Our own grading
gets every hand-in of every bank every time (``tests/coursetools/grading``).
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import stock
from lesson_pages import titles_of
from banks import BANKS, ROOT, SLUGS, bank, by_hand, described, expected, made, most_points, released, solution

from turns import ROUNDS, TURN, on_turn

from coursetools import release
from fairki import manifest

TIME_LIMIT = 15  # seconds per cell; stock nbgrader's 30 only make the endless loop slower


def sample(slug: str, turn: int = TURN) -> list[Path]:
    """The hand-ins of a bank that stock nbgrader grades here: the model answers, and one that misses something."""
    partial = [path for path in bank(slug) if path.stem.startswith("partial")]
    return [BANKS / slug / "full_model_answers.toml", partial[turn // ROUNDS % len(partial)]]


def parameters(*values: str):
    """Values that begin with a slug; their tests run in the same worker as all others of this exercise."""
    return pytest.param(*values, marks=pytest.mark.xdist_group(f"hand_ins_{values[0]}"))


each_exercise = pytest.mark.parametrize("slug", [parameters(slug) for slug in SLUGS])
each_on_turn = pytest.mark.parametrize("slug", [parameters(slug) for slug in on_turn(SLUGS)])
each_hand_in = pytest.mark.parametrize(
    ("slug", "name"), [parameters(slug, path.stem) for slug in on_turn(SLUGS) for path in sample(slug)]
)


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
            found = stock.points(self.folder, student, self.slug)
        except MissingEntry:
            return dict.fromkeys(most_points(self.slug), "none")
        if not self.autograded(student).exists():
            return dict.fromkeys(found, "none")
        return {name: "manual" if points is None else points for name, (points, _) in found.items()}


def grade(folder: Path, slug: str) -> Graded:
    """The sample of one exercise's bank, graded by stock nbgrader in one run each of its three steps."""
    course(folder, slug)
    for path in sample(slug):
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
def test_stock_nbgrader_gives_what_the_bank_says(graded, slug, name):
    assert graded.reached(name) == expected(slug, described(BANKS / slug / f"{name}.toml"), stock=True)


@each_on_turn
def test_every_lost_point_comes_with_a_sentence_and_a_place_to_look(graded, slug):
    """In the graded notebook each failed cell shows our short German message, never a traceback."""
    for path in sample(slug):
        if path.stem.startswith(("wrong", "partial", "full")):
            failed = [
                output
                for cell in json.loads(graded.autograded(path.stem).read_text(encoding="utf-8"))["cells"]
                for output in cell.get("outputs", [])
                if output["output_type"] == "error"
            ]
            lost = [
                name for name, points in expected(slug, described(path), stock=True).items() if points == 0
            ]
            assert len(failed) == len([name for name in lost if name != "f1"]), (
                path.stem
            )  # a text has no check
            for output in failed:
                assert output["ename"] == "NotYetRight", (path.stem, output["traceback"])
                assert len(output["traceback"]) == 2
                assert output["traceback"][1], path.stem


@each_on_turn
def test_the_feedback_says_in_german_where_to_look(graded, slug):
    for path in sample(slug):
        if path.stem.startswith("partial"):
            assert "Zum Nachlesen: Modul " in graded.feedback(path.stem)


@each_on_turn
def test_the_rubric_stands_where_a_trainer_grades_and_nowhere_in_the_release(graded, slug):
    texts = ["".join(cell["source"]) for cell in solution(slug)["cells"]]
    rubrics = re.findall(r"### BEGIN MARK SCHEME\n(.+)", "\n".join(texts))
    assert len(rubrics) == len(by_hand(slug)) > 0
    for rubric in rubrics:
        assert rubric in graded.autograded("full_model_answers").read_text(encoding="utf-8")
        assert rubric not in json.dumps(released(slug), ensure_ascii=False)


def test_every_exercise_and_every_hand_in_that_misses_something_has_its_turn():
    for first in range(ROUNDS):
        turns = range(first, first + ROUNDS)
        assert sorted(slug for turn in turns for slug in on_turn(SLUGS, turn=turn)) == sorted(SLUGS)
    for slug in SLUGS:
        mine = [turn for turn in range(ROUNDS * len(bank(slug))) if slug in on_turn(SLUGS, turn=turn)]
        seen = {path for turn in mine for path in sample(slug, turn)}
        assert seen == {path for path in bank(slug) if path.stem.startswith("partial")} | {
            BANKS / slug / "full_model_answers.toml"
        }


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
    """A title in the exercise that no unit and no step has (any more) would send people looking in vain."""
    exercise = manifest.read().exercise(slug)
    module = manifest.read().module(exercise.module)
    named = set(
        re.findall(rf"Modul {module.number}, „(.+?)“", json.dumps(solution(slug), ensure_ascii=False))
    )
    assert named
    assert named <= titles_of(module)
