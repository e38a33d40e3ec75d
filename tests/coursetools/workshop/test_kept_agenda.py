"""What the database keeps of an agenda: ids and minutes; its words are those of today's course."""

import json
import re
import sqlite3
from contextlib import closing

import pytest
from served import AGENDA

from coursetools.workshop import agenda, kept_agenda
from coursetools.workshop.store import Store

READY = [*agenda.load().values(), agenda.of_units(["01.1", "01.2", "02.1", "02.2", "03.1", "04.1", "05.3"])]
ID = re.compile(r"[a-z0-9_.-]+")


def texts(value) -> list[str]:
    """Every text in plain JSON, names included."""
    match value:
        case dict():
            return [*value, *(text for part in value.values() for text in texts(part))]
        case list() | tuple():
            return [text for part in value for text in texts(part)]
        case str():
            return [value]
    return []


@pytest.fixture(params=READY, ids=lambda one: one.id)
def whole(request) -> dict:
    return request.param.plain()


def test_an_agenda_of_the_course_is_kept_without_a_word_of_it_and_comes_back_whole(whole):
    kept = kept_agenda.brief(whole)
    assert [text for text in texts(kept) if not ID.fullmatch(text)] == []
    assert [set(step) for step in kept["steps"]] == [{"id", "minutes"}] * len(whole["steps"])
    assert kept_agenda.whole(json.loads(json.dumps(kept))) == whole


def test_what_an_earlier_version_kept_gets_the_words_of_today(whole):
    old = json.loads(json.dumps(whole))
    old["title"] = old["about"] = "Alter Titel"
    for step in old["steps"]:
        step["title"] = step["goal"] = "Alte Worte"
        for options in [step["settings"].get("options", [])]:
            options[:] = [[id, f"alt {label}"] for id, label in options]
    assert kept_agenda.whole(old) == whole


def test_a_step_whose_answers_were_others_stays_as_it_was_kept():
    old = agenda.load()["90"].plain()
    poll = next(step for step in old["steps"] if step["activity"] == "poll")
    poll["settings"]["options"][0][0] = "anders"
    found = kept_agenda.whole(old)
    assert [step for step in found["steps"] if step["id"] == poll["id"]] == [poll]
    assert kept_agenda.whole(kept_agenda.brief(found)) == found


def test_an_agenda_that_is_not_the_course_s_is_kept_whole():
    assert kept_agenda.brief(AGENDA) == AGENDA == kept_agenda.whole(AGENDA)
    practice = agenda.load()["45"].plain() | {"title": "Probe: 45 Minuten"}
    assert kept_agenda.whole(kept_agenda.brief(practice)) == practice


def test_a_step_that_the_course_does_not_have_is_no_agenda():
    with pytest.raises(KeyError):
        kept_agenda.whole({"id": "90", "minutes": 5, "steps": [{"id": "gibt_es_nicht", "minutes": 5}]})


def test_a_workshop_of_2026_1_is_kept_by_ids_from_its_next_command_on(root, tmp_path):
    file = tmp_path / "workshop.db"
    with closing(sqlite3.connect(file)) as database:
        database.executescript((root / "tests/kept/2026.1/workshop.sql").read_text(encoding="utf-8"))
    store = Store(f"sqlite:///{file}")
    session = store.load().session
    kept = {step["id"]: step for step in session.agenda["steps"]}
    today = [step for step in agenda.load()["tag"].plain()["steps"] if step["id"] in kept]
    assert len(today) > 20  # its minutes and its choice of steps may be others than today's, not its words
    assert [kept[step["id"]] | {"minutes": step["minutes"]} for step in today] == today
    store.save(session)
    assert store.load().session == session
    store.close()
    with closing(sqlite3.connect(file)) as database:
        ((state,),) = database.execute("SELECT state FROM workshop_session")
    assert [text for text in texts(json.loads(state)) if text and not ID.fullmatch(text)] == []
