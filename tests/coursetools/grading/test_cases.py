"""Piles as they really arrive, from ten platforms and many editors: everybody gets what they would rightly expect.

A folder in ``tests/cases/hand_ins`` is a case: ``input/`` and ``expected.json``. Its keys: ``exercises``; ``runs``
(what is handed to ``grade``, in this order: ``.`` is the whole input, ``make.py`` makes the file from an exercise,
``!…`` is a command in the course's folder); ``people`` (one entry per person: ``points``, ``name``, ``name~`` a part of
it, ``exercises``, ``open`` free texts, ``incidents``) or ``people_or`` (other outcomes that are right, too);
``hand_ins``; ``distinct_names``; ``not_names``; ``secrets`` (patterns that no feedback may hold); ``feedback`` and
``any`` (what has to be said, and where); ``terminal`` (no sign of a name does anything); ``short`` (the point of it).
"""

import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from piles import course
from rich.console import Console

from coursetools.grading import grade
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.job import Assignment
from coursetools.grading.pseudonyms import Pseudonyms

CASES = sorted((Path(__file__).parents[2] / "cases" / "hand_ins").iterdir())
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

pytestmark = pytest.mark.xdist_group("cases")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Courses whose gradebooks know the exercises and have drawn their seed.

    To prepare an exercise for a gradebook, and in the sandbox for a seed, takes longer than all else takes for a case.
    """

    @cache
    def prepare(*slugs: str) -> Path:
        root = course(tmp_path_factory.mktemp("kurse") / "kurs", *slugs)
        with Gradebook(root) as book:
            book.seed()
            for slug in slugs:
                book.prepare(Assignment.load(root, slug))
        return root

    return prepare


@pytest.fixture(scope="module")
def executor():
    """One for all cases: the sandbox starts once."""
    with ThreadPoolExecutor(2) as threads:
        yield threads


def plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


class Outcome:
    """What a trainer and the learners got: people, points, pages, words on the terminal."""

    def __init__(self, root: Path, slugs: list[str], said: str):
        folder = root / grade.FOLDER
        self.said = said
        self.names = {pseudonym: plain(name) for name, pseudonym in Pseudonyms(folder).people.items()}
        self.pages = "".join(path.read_text(encoding="utf-8") for path in folder.glob("feedback/*/*.html"))
        self.notebooks = "".join(path.read_text("utf-8") for path in folder.glob("autograded/*/*/*.ipynb"))
        self.overview = (folder / grade.OVERVIEW).read_text(encoding="utf-8")
        self.remarks, self.people = "", {}
        for slug in slugs:
            with Gradebook(root) as book:
                for record in book.records(Assignment.load(root, slug)):
                    self.remarks += " ".join(mark.remark for mark in record.marks)
                    self.people.setdefault(record.pseudonym, []).append(
                        {
                            "points": sum(mark.score or 0 for mark in record.marks),
                            "open": {mark.cell for mark in record.marks if mark.score is None},
                            "incidents": len(record.incidents),
                        }
                    )

    def fits(self, wanted: list[dict]) -> bool:
        """Whether the people are those wanted, in any order."""
        left = dict(self.people)
        for want in wanted:
            found = next((who for who, theirs in left.items() if self._is(want, who, theirs)), None)
            if found is None:
                return False
            del left[found]
        return not left

    def _is(self, want: dict, who: str, theirs: list[dict]) -> bool:
        name = self.names.get(who, "")
        return (
            plain(want.get("name", name)) == name
            and plain(want.get("name~", "")) in name
            and ("points" not in want or any(one["points"] == want["points"] for one in theirs))
            and want.get("exercises", len(theirs)) == len(theirs)
            and ("open" not in want or any(set(want["open"]) <= one["open"] for one in theirs))
            and ("incidents" not in want or all(one["incidents"] == want["incidents"] for one in theirs))
        )


def run(case: Path, wanted: dict, root: Path, executor) -> Outcome:
    console = Console(record=True, width=1000, file=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
    for step in wanted["runs"]:
        source = case / "input" / step if step != "." else case / "input"
        if step.startswith("!"):
            subprocess.run(step[1:], shell=True, cwd=root, env={**os.environ, "CASE": str(case)}, check=True)
            continue
        if step == "make.py":
            exercise, made = root / "exercises" / "werte" / "werte.ipynb", root.parent / "abgabe.ipynb"
            subprocess.run([sys.executable, source, exercise, made], check=True)
            source = made
        grade.grade(root, source, console, executor=executor)
    console.file.close()
    return Outcome(root, wanted["exercises"], console.export_text())


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_everybody_gets_what_they_would_rightly_expect(case, tmp_path, prepared, executor):
    wanted = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    root = shutil.copytree(prepared(*wanted["exercises"]), tmp_path / "kurs")
    got = run(case, wanted, root, executor)
    outcomes = [people for people in (wanted.get("people", []), *wanted.get("people_or", [])) if people]
    assert not outcomes or any(map(got.fits, outcomes)), (got.names, got.people)
    for files, taken, refused in re.findall(r"(\d+) Datei(?:en)?: (\d+) angenommen, (\d+) nicht", got.said):
        assert int(taken) + int(refused) == int(files)
    if "hand_ins" in wanted:
        assert sum(map(len, got.people.values())) == wanted["hand_ins"]
    if wanted.get("distinct_names"):
        assert len(set(got.names.values())) == len(got.names)
    assert not [
        name for name in got.names.values() for odd in wanted.get("not_names", []) if re.search(odd, name)
    ]
    text = unescape(re.sub("<[^>]+>", "", got.pages)) + got.remarks
    assert not [secret for secret in wanted.get("secrets", []) if re.search(secret, text)]
    assert [said for said in wanted.get("feedback", []) if not re.search(said, got.pages)] == []
    places = {"console": got.said, "feedback": got.pages, "autograded": got.notebooks}
    for ways in wanted.get("any", []):
        assert any(re.search(said, places[place]) for place, said in ways), ways
    if wanted.get("terminal"):
        assert not CONTROLS.search(got.said.replace("\n", "")) and not re.search("^✓", got.said, re.M)
        assert not CONTROLS.search(got.overview.replace("\n", ""))
        assert max(map(len, got.said.splitlines())) <= 1500
