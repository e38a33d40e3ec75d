"""Piles of hand-ins from the banks, in a course of their own, graded as trainers do."""

import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

from banks import BANKS, ROOT, described, made

from coursetools import nbgrader_steps, release
from coursetools.grading import grade
from coursetools.grading.deno import bundle
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.job import Assignment
from coursetools.grading.pseudonyms import Pseudonyms
from coursetools.publish import command as publishing


def course(folder: Path, *slugs: str) -> Path:
    """A course with some of the exercises."""
    folder.mkdir(parents=True)
    for name in ("course.toml", nbgrader_steps.CONFIG):
        shutil.copy(ROOT / name, folder)
    for kind in (release.SOURCE, release.TARGET):
        for slug in slugs:
            shutil.copytree(ROOT / kind / slug, folder / kind / slug)
    return folder


def cached(root: Path) -> None:
    """Let the course in ``root`` use what was fetched and compiled for this one."""
    for folder in (publishing.CACHE, bundle.FOLDER):
        (ROOT / folder).mkdir(parents=True, exist_ok=True)
        (root / folder).parent.mkdir(exist_ok=True)
        (root / folder).symlink_to(ROOT / folder)


def in_bank(slug: str, name: str) -> dict:
    """The description of a hand-in in a bank."""
    return described(BANKS / slug / f"{name}.toml")


def light(number: int) -> bytes:
    """A hand-in for the exercise ``werte`` that is graded in no time, and is like no other."""
    answers = {"f1": f"Regel Nummer {number}."}
    return made("werte", {"base": "released", "answers": answers}).encode()


def packed(path: Path, hand_ins: Iterable[tuple[str, bytes]]) -> Path:
    """A download from Moodle: (person, content of the notebook)."""
    with zipfile.ZipFile(path, "w") as archive:
        for number, (person, content) in enumerate(hand_ins):
            archive.writestr(f"{person}_{number}_assignsubmission_file_/loesung.ipynb", content)
    return path


def command(root: Path, *arguments: str, **environment: str) -> tuple[list[str], dict[str, str]]:
    """Command line and environment of ``build_course.py grade`` for the course in ``root``."""
    environment = {**os.environ, "FAIRKI_ROOT": str(root), "COLUMNS": "200", **environment}
    return [sys.executable, "-m", "coursetools", "grade", *arguments], environment


def call(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    line, environment = command(root, *arguments, **environment)
    return subprocess.run(line, env=environment, capture_output=True, text=True, timeout=300)


def reached(root: Path, slug: str, url: str | None = None) -> dict[str, dict[str, float | None]]:
    """Person → grade id → points (None: a person has to decide)."""
    people = {pseudonym: person for person, pseudonym in Pseudonyms(root / grade.FOLDER).people.items()}
    with Gradebook(root, url) as book:
        return {
            people[record.pseudonym]: {mark.cell: mark.score for mark in record.marks}
            for record in book.records(Assignment.load(root, slug))
        }


def rows(root: Path) -> dict[tuple[str, str], tuple]:
    """(pseudonym, slug) → everything that one grading wrote down, how long it took included."""
    path = root / "gradebook.db"
    if not path.exists():
        return {}
    with sqlite3.connect(path, timeout=30) as database:
        try:
            found = database.execute("SELECT * FROM fairki_result").fetchall()
        except sqlite3.OperationalError:  # not yet
            return {}
    return {row[:2]: row for row in found}


def whole(root: Path) -> bool:
    """Whether no file in the grading folder is half-written or left over from writing."""
    files = [path for path in (root / grade.FOLDER).rglob("*") if path.is_file()]
    notebooks = [path.read_bytes() for path in files if path.suffix == ".ipynb"]
    pages = [path.read_text(encoding="utf-8") for path in files if path.suffix == ".html"]
    return (
        not any(path.name.startswith(".") for path in files)
        and all(text.rstrip().endswith(b"}") for text in notebooks)
        and all(text.rstrip().endswith("</html>") for text in pages)
    )
