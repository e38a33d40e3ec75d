"""What is stored or sent is an id, a number or what a person typed; words are looked up when they are shown.

Exempt are the vocabulary of the exercises (columns and values of ``data/*.csv``, what an exercise takes as an answer)
and their slugs.
"""

import datetime as dt
import json
import re
import sqlite3
from contextlib import closing, suppress

import pytest

from coursetools.grading.job import INCIDENTS
from coursetools.workshop import agenda
from coursetools.workshop.activities import KINDS, KodexVote
from coursetools.workshop.record import Record
from coursetools.workshop.store import Store
from fairki import kodex, manifest, ui
from fairki.errors import BadAnswerError
from fairki.ui import form
from tests.answers import answers_to
from tests.lesson_pages import shown_by
from tests.test_kept import VERSIONS, answers_of

ID = re.compile(r"[a-z0-9_.-]+")
COURSE = manifest.read()
TYPED = {"titel", "zustaendig", "meldeweg", "anlass", "warum", "was", "wer", "zeichen", "text"}
"""Names of what a person typed, within an answer."""
OFFERS = ("options", "choices", "tasks", "duties", "roles", "fields")
"""Traits with rows of an id and its words."""


def is_id(value: object) -> bool:
    """Whether it may be stored: an id, a number or a day."""
    if isinstance(value, str):
        with suppress(ValueError):
            return bool(dt.date.fromisoformat(value))
        return bool(ID.fullmatch(value))
    return value is None or isinstance(value, int | float)


def words_in(value: object) -> list[object]:
    """What is no id in a value that is stored, names included; what a person typed is left out."""
    match value:
        case dict():
            kept = [part for name, part in value.items() if name not in TYPED]
            return [
                *(name for name in value if not is_id(name)),
                *(word for part in kept for word in words_in(part)),
            ]
        case list() | tuple():
            return [word for part in value for word in words_in(part)]
    return [] if is_id(value) else [value]


def ids_in(shown: object) -> list[object]:
    """Every id that something which is shown carries with it."""
    match shown:
        case dict():
            own = [shown["id"]] if "id" in shown else []
            inner = [option[0] for option in shown.get("options", ()) if isinstance(option, list | tuple)]
            return [*own, *inner, *(id for part in shown.values() for id in ids_in(part))]
        case list() | tuple():
            return [id for part in shown for id in ids_in(part)]
    return []


@pytest.fixture(scope="module", params=COURSE.modules, ids=lambda module: module.slug)
def blocks(request, root):
    """The blocks of a module's page."""
    with pytest.MonkeyPatch.context() as patch:
        return [one for one in shown_by(root, request.param, patch) if isinstance(one, ui.Block)]


def test_whatever_a_page_offers_has_an_id(blocks):
    offered = [block.key for block in blocks if block.key]
    for block in blocks:
        for name in block.traits(sync=True):
            value = getattr(block, name)
            if name in OFFERS and isinstance(value, list):
                offered += [row[0] for row in value]
            if name == "mark":
                offered += value[:1]
            if not isinstance(block, ui.Chart):
                offered += ids_in(value)
    assert len(offered) > 20
    assert [one for one in offered if not is_id(one)] == []


@pytest.mark.parametrize("kept", VERSIONS, ids=lambda path: path.name)
def test_whatever_a_page_keeps_consists_of_ids_numbers_and_what_a_person_typed(blocks, kept):
    answers = answers_of(kept)
    if not any(block.key in answers for block in blocks):  # that version did not have this module
        answers = answers_to(block.get_state() for block in blocks)
    asking = [
        block for block in blocks if block.key in answers and not isinstance(block, ui.Note | ui.Folder)
    ]
    assert asking
    typed = {"05.plan.annahme", "05.plan.pruefung", "05.plan.regel"}
    for block in asking:
        block.set_state({"value": answers[block.key]})
        if block.key not in typed:
            assert words_in(block.value) == [], block.key


def test_a_pattern_of_the_kodex_is_stored_by_ids():
    for pattern in kodex.PATTERNS.values():
        names = [pattern.id, *(blank.name for blank in pattern.blanks)]
        options = [id for blank in pattern.blanks if isinstance(blank, kodex.Choice) for id in blank.options]
        assert [one for one in [*names, *options] if not is_id(one)] == []


def test_addresses_and_places_on_pages_are_ids():
    places = [module.slug for module in COURSE.modules] + [exercise.slug for exercise in COURSE.exercises]
    places += [f"{module.id}.{unit.id}" for module in COURSE.modules for unit in module.units]
    assert [one for one in [*places, *agenda.load(), *agenda.steps()] if not is_id(one)] == []


def test_a_hand_in_says_about_itself_ids_alone(root):
    notebook = (root / "exercises" / "werte" / "werte.ipynb").read_text(encoding="utf-8")
    made = form.Form(notebook)
    hand_in = made.exercise.compose({}, solution_seen=True)
    assert words_in(hand_in["metadata"]["fairki"]) == []
    cells = [cell["metadata"].get("fairki", {}) for cell in hand_in["cells"]]
    told = [
        {name: part for name, part in cell.get("control", {}).items() if name != "unit"} for cell in cells
    ]
    assert any(told) and words_in(told) == []
    assert words_in([cell.get("form") for cell in cells]) == []
    assert words_in([form.OFFERED, form.SEEN, *(block.key for block in made.answers.values())]) == []


def test_an_incident_is_known_by_an_id():
    assert [one for one in INCIDENTS if not is_id(one)] == []


@pytest.mark.parametrize(
    "step", [step for step in agenda.steps().values() if step.activity], ids=lambda step: step.id
)
def test_phones_of_a_workshop_send_ids_and_no_label_is_taken_for_one(step):
    activity = KINDS[step.activity](step.settings)
    rounds = {1: [[id] for id in list(kodex.PATTERNS)[:5]]} if isinstance(activity, KodexVote) else None
    for round_ in (1, 2):
        shown = activity.public(round_, rounds)
        assert [one for one in [*ids_in(shown), *shown.get("answers", ())] if not is_id(one)] == []
    for option in shown.get("options", ()):
        if not is_id(option["label"]):
            with pytest.raises(BadAnswerError):
                activity.accept(option["label"] if shown["most"] == 1 else [option["label"]])


@pytest.mark.parametrize("kept", VERSIONS, ids=lambda path: path.name)
def test_votes_that_are_stored_consist_of_ids_numbers_and_what_a_person_typed(kept, tmp_path):
    with closing(sqlite3.connect(tmp_path / "workshop.db")) as database:
        database.executescript((kept / "workshop.sql").read_text(encoding="utf-8"))
    store = Store(f"sqlite:///{tmp_path / 'workshop.db'}")
    found = store.load()
    store.close()
    record = Record(found.session, found.participants, found.votes, found.shown)
    stored = [record.activity(vote.step).accept(vote.value, vote.round) for vote in found.votes]
    assert len(stored) > 100 and words_in(json.loads(json.dumps(stored))) == []


@pytest.mark.parametrize(
    "word", ["Kompetenzen", "eine Person", "persönlich", "Ja", "", {"Wer?": 1}, [["Büro", 1]]]
)
def test_a_word_is_no_id(word):
    assert words_in(word)


@pytest.mark.parametrize(
    "value", ["ja", "weiss-nicht", "04.plan", "2026-11-30", 3, 2.5, None, {"titel": "Unser Kodex"}]
)
def test_ids_numbers_days_and_what_was_typed_may_be_stored(value):
    assert words_in(value) == []
