"""What earlier versions kept is read by this one, and nothing is lost (the files: ``tests/kept``)."""

import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import IPython.display
import pytest

from coursetools import machine, web_tools
from coursetools.grading.gradebook import FILE, Gradebook
from coursetools.grading.job import Assignment, Job
from coursetools.grading.runner import grade_one
from coursetools.workshop.record import Record
from coursetools.workshop.store import Store
from fairki import kodex, manifest, ui
from fairki.documents import folder
from fairki.lessons import lesson, scene

VERSIONS = sorted(path for path in (Path(__file__).parent / "kept").iterdir() if path.is_dir())
COURSE = manifest.read()


@pytest.fixture(params=VERSIONS, ids=lambda path: path.name)
def kept(request) -> Path:
    return request.param


def read(path: Path):
    return json.loads(path.read_text(encoding="utf-8"))


def answers_of(kept: Path) -> dict:
    """The answers in that browser store, as a page of today reads them (``fairki/web/migrations.js``)."""
    program = [web_tools.node(), "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "tests/web/up_to_date.mjs"]
    read = subprocess.run([*program, kept / "store.json"], cwd=manifest.ROOT, capture_output=True, check=True)
    return json.loads(read.stdout)["answers"]


def blocks(module: manifest.Module, monkeypatch) -> list[ui.Block]:
    """The blocks of a page with a name in the browser store."""
    shown: list = []
    for place in (IPython.display, lesson, scene):
        monkeypatch.setattr(place, "display", lambda *objects: shown.extend(objects))
    names: dict = {}
    for cell in read(manifest.ROOT / "modules" / f"{module.slug}.ipynb")["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    return [one for one in shown if isinstance(one, ui.Block) and one.key]


@pytest.mark.parametrize("module", COURSE.modules, ids=lambda module: module.slug)
def test_every_answer_in_a_browser_store_comes_back_to_its_block(kept, module, monkeypatch):
    answers = answers_of(kept)
    asking = [block for block in blocks(module, monkeypatch) if block.key in answers]
    assert {block.key for block in asking} >= {key for key in answers if key.startswith(f"{module.id}.")}
    for block in asking:
        block.set_state({"value": answers[block.key]})
    assert {block.key: block.value for block in asking} == {block.key: answers[block.key] for block in asking}


def test_the_folder_of_kept_answers_is_as_full_as_it_was(kept):
    """A part that version did not have is open: nobody was asked."""
    states = {entry.section.title: str(entry.state) for entry in folder.entries(answers_of(kept))}
    was = dict(read(kept / "folder.json"))
    assert [(title, states[title]) for title in states if title in was] == list(was.items())
    assert {state for title, state in states.items() if title not in was} <= {folder.OPEN}


def test_a_kodex_file_says_what_it_said(kept):
    found = kodex.loads((kept / "kodex.toml").read_text(encoding="utf-8"))
    said = [[rule.pattern, rule.sentence, rule.owner, rule.channel] for rule in found.rules]
    assert said == read(kept / "kodex.json")


@pytest.mark.needs(machine.BUBBLEWRAP)
@pytest.mark.parametrize("slug", ["werte", "governance"])
def test_a_hand_in_earns_what_it_earned(kept, slug):
    exercise = Assignment.load(manifest.ROOT, slug)
    result = grade_one(exercise, Job(exercise.key, (kept / f"{slug}.ipynb").read_bytes()))
    got = {grade.cell: "manual" if grade.score is None else grade.score for grade in result.grades}
    assert got == read(kept / "points.json")[slug]


def test_the_database_of_a_workshop_opens_with_every_vote(kept, tmp_path):
    with closing(sqlite3.connect(tmp_path / "workshop.db")) as database:
        database.executescript((kept / "workshop.sql").read_text(encoding="utf-8"))
    store = Store(f"sqlite:///{tmp_path / 'workshop.db'}")
    found = store.load()
    store.close()
    wanted = read(kept / "workshop.json")
    counted = {step: sum(vote.step == step for vote in found.votes) for step in wanted["by_step"]}
    assert list(found.session.steps) == wanted["steps"] and counted == wanted["by_step"]
    record = Record(found.session, found.participants, found.votes, found.shown)
    for vote in found.votes:
        assert record.activity(vote.step).accept(vote.value, vote.round) == vote.value
    for step in wanted["by_step"]:
        assert record.computation(step)[1]()


def test_a_grade_book_opens_with_all_points_and_comments_and_takes_more(kept, tmp_path):
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        database.executescript((kept / "gradebook.sql").read_text(encoding="utf-8"))
    exercise = Assignment.load(manifest.ROOT, "werte")
    with Gradebook(tmp_path) as book:
        found = {
            one.pseudonym: {"points": {mark.cell: mark.score for mark in one.marks}, "comments": one.comments}
            for one in book.records(exercise)
        }
        book.grade_again([("abgabe-aaaaa", "werte")])
        assert book.keys()["abgabe-aaaaa", "werte"] == ""
    assert found == read(kept / "gradebook.json")
