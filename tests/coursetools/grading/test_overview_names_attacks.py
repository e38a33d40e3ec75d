"""Whoever attacks the grading is named in the trainer's overview, and nobody else is for that reason."""

import pytest
from banks import SLUGS, bank
from grading import bank_results, looks

pytestmark = pytest.mark.xdist_group("grading")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_overview_names_the_hostile_hand_ins_of_a_bank(slug):
    hostile = [path.stem for path in bank(slug) if path.stem.startswith("hostile_")]
    assert hostile
    for name in hostile:
        (look,) = looks(slug, bank_results(slug)[name])
        assert look.pseudonym == "abgabe-hhhhh" and look.reasons, name


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


@pytest.mark.parametrize("how", ["sys.settrace", "sys.setprofile"])
def test_the_overview_names_who_listens_to_every_line(grade, how):
    code = f"import sys\n{how}(lambda *_: None)"
    result = grade({"base": "light", "answers": {"a1": code}})
    assert any("sys.settrace" in incident.text for incident in result.incidents), result.incidents
    assert looks("bewusstsein", result)[0].reasons


@pytest.mark.parametrize("slug", SLUGS)
def test_honest_hand_ins_give_none_of_these_reasons(slug):
    """If right answers, slips and mere noise were named as well, nobody would look any more."""
    for name, result in bank_results(slug).items():
        if name.startswith(("full_", "partial_", "wrong_")) or "noise" in name:
            assert result.incidents == (), name
