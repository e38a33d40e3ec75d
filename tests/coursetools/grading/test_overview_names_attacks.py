"""Whoever attacks the grading is named in the trainer's overview, and nobody else is for that reason."""

import pytest
from banks import ROOT, SLUGS, attacks, bank, described

from coursetools.grading import report
from coursetools.grading.gradebook import Mark, Record
from coursetools.grading.job import Assignment, Result

pytestmark = pytest.mark.xdist_group("grading")

HOSTILE = [(slug, path) for slug in SLUGS for path in bank(slug) if path.stem.startswith("hostile_")]
HOSTILE += [(described(path)["slug"], path) for path in attacks()]


def looks(slug: str, result: Result) -> list[report.Look]:
    """What the overview tells of one hand-in."""
    marks = tuple(Mark(one.cell, one.score, one.most, one.remark) for one in result.grades)
    record = Record("abgabe-hhhhh", slug, marks, {}, result.incidents)
    return report.pile(Assignment.load(ROOT, slug), [record]).looks


@pytest.mark.parametrize(("slug", "path"), HOSTILE, ids=[f"{slug}-{path.stem}" for slug, path in HOSTILE])
def test_the_overview_names_the_hand_in(grade, slug, path):
    (look,) = looks(slug, grade(described(path) | {"slug": slug}))
    assert look.pseudonym == "abgabe-hhhhh" and look.reasons


@pytest.mark.parametrize(
    "code",
    [
        'open("/root/solutions/bewusstsein.ipynb")',
        'import glob\nglob.glob("../*/*.ipynb")',
        "import os\nos.environ",
        "import os\nos.scandir()",
        'import pathlib\npathlib.Path("spur").touch()',
        'import sqlite3\nsqlite3.connect(":memory:")',
        'import urllib.request\nurllib.request.urlopen("http://127.0.0.1")',
    ],
)
def test_the_overview_names_who_looks_around(grade, code):
    (look,) = looks("bewusstsein", grade({"base": "light", "answers": {"a1": code}}))
    assert "Die Abgabe versuchte etwas, das eine ehrliche Antwort nicht braucht." in " ".join(look.reasons)


@pytest.mark.parametrize("slug", SLUGS)
def test_honest_hand_ins_give_none_of_these_reasons(grade, slug):
    """If right answers, slips and mere noise were named as well, nobody would look any more."""
    for path in bank(slug):
        if path.stem.startswith(("full_", "partial_", "wrong_")) or "noise" in path.stem:
            assert grade(described(path) | {"slug": slug}).incidents == (), path.stem
