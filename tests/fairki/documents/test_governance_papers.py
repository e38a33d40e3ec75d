"""Role table, life cycle and minutes as parts of the folder: they say what was chosen and what is open."""

import datetime as dt
import io
from dataclasses import replace

import pytest
from docx import Document

from fairki.documents import ethics_board, layout, life_cycle, roles, word_file
from fairki.errors import BadAnswerError
from fairki.governance import board, operation
from fairki.governance import life_cycle as cycle
from fairki.governance import roles as table
from fairki.kodex import Kodex, Rule, patterns, stored

DAY = dt.date(2026, 11, 3)
SECTIONS = [roles.SECTION, life_cycle.SECTION, ethics_board.SECTION]
KODEX = Kodex(
    "Kodex | Probe",
    (Rule(patterns.NOTICE, owner="Jonas *Weber*", channel="Intranet"), Rule(patterns.MONITORING)),
)
ANSWERS = {
    table.KEY: table.EXAMPLE,
    stored.KEY: stored.to_value(KODEX),
    cycle.SHUTDOWN_KEY: ["daten"],
    life_cycle.INTERVAL_KEY: 3,
    board.OURS.decision_key: "formular",
    board.OURS.conditions_key: ["name"],
    board.OURS.reason_key: "Das ist zu schaffen.",
}


def words(section, answers) -> tuple[str, str]:
    """The text of the Word file and of the Markdown file."""
    paper = layout.Paper(section.title, "", DAY, layout.below(section.parts(answers), 1))
    document = Document(io.BytesIO(word_file.word(paper)))
    cells = [cell.text for one in document.tables for row in one.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells]), layout.markdown(paper)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda one: one.title)
def test_without_answers_a_part_is_empty(section):
    assert section.parts({}) == []


@pytest.mark.parametrize("section", SECTIONS, ids=lambda one: one.title)
def test_any_single_answer_is_enough(section):
    for key in section.keys:
        if key in ANSWERS:
            assert section.parts({key: ANSWERS[key]})


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        (roles.SECTION, table.KEY, {"einsatz": {"entscheidet": ["fremd"]}}),
        (roles.SECTION, table.KEY, "viele"),
        (life_cycle.SECTION, stored.KEY, {"regeln": [{"muster": "fremd"}]}),
        (life_cycle.SECTION, cycle.SHUTDOWN_KEY, ["fremd"]),
        (life_cycle.SECTION, life_cycle.INTERVAL_KEY, 0),
        (life_cycle.SECTION, life_cycle.INTERVAL_KEY, "oft"),
        (life_cycle.SECTION, life_cycle.INTERVAL_KEY, float("nan")),
        (life_cycle.SECTION, life_cycle.INTERVAL_KEY, float("inf")),
        (life_cycle.SECTION, life_cycle.LIMIT_KEYS["pool"], 1000),
        (ethics_board.SECTION, board.OURS.decision_key, "fremd"),
        (ethics_board.SECTION, board.OURS.conditions_key, "name"),
        (ethics_board.SECTION, board.OURS.reason_key, ["Darum."]),
    ],
)
def test_a_damaged_answer_is_refused(section, key, value):
    with pytest.raises(BadAnswerError):
        section.parts({key: value})


def test_the_role_table_answers_the_founding_questions_and_lists_what_is_open():
    for text in words(roles.SECTION, ANSWERS):
        assert all(question in text for question, _, _ in table.FOUNDING_QUESTIONS)
        assert all(task.name in text for task in table.TASKS.values())
        assert "Eine Fehlentscheidung berichtigen: Wer steht dafür ein? Das ist noch offen." in text
        assert "Noch ohne Aufgabe: KI-Ethikbeauftragte" in text


def test_a_table_without_gaps_has_no_open_points_but_for_idle_roles():
    clear = {"entscheidet": ["ethikrat"], "prueft": ["betriebsrat"], "steht_ein": ["geschaeftsfuehrung"]}
    points = roles.open_points(dict.fromkeys(table.TASKS, clear))
    assert len(points) == 2  # the board decides everything, and four roles have nothing to do
    assert points[0].endswith("Alles wartet dann auf sie.")


def test_the_life_cycle_names_keepers_owners_and_what_is_not_anchored():
    text, plain = words(life_cycle.SECTION, ANSWERS)
    assert "Jonas *Weber*" in text and r"Jonas \*Weber\*" in plain
    for one in (text, plain):
        assert "Betrieb: 1 Regel ist nicht verankert: Nr. 2." in one
        assert "Niemand entscheidet an diesem Tor: „Ein System abschalten“" in one
        assert "Wir sehen alle 3 Monate nach." in one


def test_what_is_settled_for_the_end_is_not_open_any_more():
    parts = life_cycle.SECTION.parts(ANSWERS)
    settled, *_, missing = [part for part in parts if isinstance(part, layout.Items)]
    question = cycle.SHUTDOWN["daten"]
    assert settled.texts == (question,)
    assert not any(question in text for text in missing.texts)


def test_the_plan_fills_up_with_the_start_and_counts_the_months_between_two_looks():
    assert life_cycle.plan({}) is None
    plan = life_cycle.plan({life_cycle.LIMIT_KEYS["pool"]: 9.0})
    assert (plan.interval, plan.months, plan.limits["pool"]) == (6, 6, 9)
    assert set(plan.limits) == set(life_cycle.LIMIT_KEYS) <= set(operation.MEASURES)
    assert life_cycle.plan_sentences(life_cycle.plan({life_cycle.INTERVAL_KEY: 1}))[0] == (
        "Wir sehen jeden Monat nach."
    )


def test_the_minutes_show_whoever_was_heard_and_say_who_that_is():
    paper = layout.Paper("Protokoll", "", DAY, ethics_board.parts(ANSWERS))
    document = Document(io.BytesIO(word_file.word(paper)))
    told = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert told == [f"Gezeichneter Kopf: {voice.person.name}" for voice in board.OURS.voices if voice.person]
    assert len(told) == 3 and "Gezeichnet" not in layout.markdown(paper)


def test_without_drawings_the_minutes_have_no_pictures(monkeypatch):
    undrawn = tuple(replace(v, person=v.person and replace(v.person, drawing="")) for v in board.OURS.voices)
    monkeypatch.setattr(board, "KNOWN", (replace(board.OURS, voices=undrawn),))
    assert not [part for part in ethics_board.parts(ANSWERS) if isinstance(part, layout.Pictures)]


def test_the_minutes_hold_every_voice_the_decision_its_reason_and_what_is_missing():
    for text in words(ethics_board.SECTION, ANSWERS):
        assert all(voice.says in text for voice in board.OURS.voices)
        assert board.OURS.decisions["formular"][0] in text and board.OURS.conditions["name"] in text
        assert board.OURS.conditions["termin"] not in text
        assert "Das ist zu schaffen." in text
        assert ethics_board.shared.OPEN in text  # the objection
