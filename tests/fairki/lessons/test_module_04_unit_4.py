"""The reveals of unit 4: what follows from a decision, and logs that tell where the chain broke."""

import io

import pytest
from docx import Document

from fairki.documents.layout import EmptyPaperError
from fairki.governance import board, log, roles
from fairki.lessons.module_04 import figures, unit_4
from fairki.lessons.module_04.de import unit_4 as de
from fairki.lessons.module_04.unit_4 import LOG, LOG_QUIZZES


def decided(decision=None, conditions=None, reason=None, objection=None):
    return dict(zip(board.OURS.keys, (decision, conditions, reason, objection), strict=True))


def test_the_case_is_told_with_its_size_and_four_voices():
    told, size = unit_4.case().first().says, board.scale()
    assert f"gab es {size.rejections} Absagen" in told and f"etwa {size.missed} Frauen mehr" in told
    assert all(voice.says in told for voice in board.OURS.voices) and told.count("<figure>") == 4


def test_what_followed_waits_for_a_decision_and_a_reason():
    assert unit_4.what_followed(decided(reason="Darum.")).says == de.NO_DECISION
    assert unit_4.what_followed(decided("vorne")).says == de.NO_REASON


@pytest.mark.parametrize("decision", board.OURS.decisions)
def test_every_decision_has_consequences_and_conditions_change_them(decision):
    without = unit_4.what_followed(decided(decision, reason="Darum.")).says
    named = unit_4.what_followed(decided(decision, ["name"], "Darum.")).says
    assert without.startswith("<h4>Ein halbes Jahr später</h4><ul><li>")
    assert all(one in without for one in board.OURS.what_followed(decision, ()))
    assert "fängt lange niemand an" in without and "Eine Person kümmert sich." not in without
    assert "Eine Person kümmert sich." in named and "fängt lange niemand an" not in named


def test_the_minutes_hold_decision_and_reason():
    answers = decided("anfrage", ["name"], "Wer fragt, bekommt eine Antwort.", "Wer nicht fragt, nicht.")
    texts = [one.text for one in Document(io.BytesIO(unit_4.minutes().make(answers))).paragraphs]
    assert {"Wer fragt, bekommt eine Antwort.", "Wer nicht fragt, nicht."} <= set(texts)
    assert any("Auf Anfrage noch einmal lesen." in text for text in texts)
    with pytest.raises(EmptyPaperError, match="Hier steht noch nichts"):
        unit_4.minutes().make(decided())


def seen(shown):
    return {key for key, visible in shown.visible.items() if visible}


def logged(chosen=None, table=None):
    return unit_4.what_the_log_says({LOG: chosen, roles.KEY: table})


def test_before_a_case_is_chosen_there_are_no_questions():
    asked = unit_4.whose_questions({LOG: None})
    assert logged().says == de.NO_LOG
    assert seen(asked) == set() and asked.visible.keys() == {*LOG_QUIZZES.values()}


@pytest.mark.parametrize("id", figures.CASES)
def test_a_case_is_shown_with_its_entries_and_its_questions_alone(id):
    shown, found = logged(id), figures.logs()[id]
    assert seen(unit_4.whose_questions({LOG: id})) == {LOG_QUIZZES[id]}
    assert f'aria-label="Protokoll zu {found.case}"' in shown.says
    assert shown.says.count("<li><time>") == len(found.entries)
    for entry in found.entries:
        assert f"{entry.at.day}. " in shown.says and entry.text in shown.says
        assert f"<strong>{log.KINDS[entry.kind]}</strong> · {entry.who} · {entry.about}<br>" in shown.says
        assert f", {entry.at.hour}:{entry.at.minute:02} Uhr</time>" in shown.says
    assert str(log.START.year) not in shown.says


def test_the_log_asks_who_answers_for_it_in_the_learners_own_table():
    table = {"fehlentscheidung": {roles.ANSWERS: ["geschaeftsfuehrung"]}}
    said = logged("eins", table).says
    assert "bei Fehlentscheidungen? In Ihrer Rollentabelle steht dafür ein: Geschäftsführung." in said
    assert "In Ihrer Rollentabelle aus Einheit 1 ist das noch offen." in logged("eins").says


def test_the_times_for_reading_are_those_in_the_log():
    waved = de.BREAK_OPTIONS[log.WAVED_THROUGH]
    assert "weniger als zehn Sekunden" in waved[1] and "mindestens vier Minuten" in waved[2]
    for seed in range(50):
        for planted in log.BREAKS:
            entries = log.make(seed, planted).entries
            each = [60 * e.minutes / e.cases for e in entries if e.kind == log.DECISION]
            assert all(s < 10 for s in each) if planted == log.WAVED_THROUGH else all(s >= 240 for s in each)


@pytest.mark.parametrize("planted", log.BREAKS)
def test_each_question_on_a_log_has_one_right_answer_and_every_option_a_reason(planted):
    for seed in range(20):
        found = log.make(seed, planted)
        questions = {asked["id"]: asked["options"] for asked in unit_4.log_questions(found)}
        right = {id: [one for one in options if one["right"]] for id, options in questions.items()}
        assert all(len(one) == 1 for one in right.values())
        assert all(option["why"] for options in questions.values() for option in options)
        assert right["wer"][0]["text"] == log.decided_by(found).who
        assert right["stelle"][0]["text"] == de.BREAK_OPTIONS[planted][0]
        assert right["hilfe"][0]["text"] == de.REPAIRS[planted]


@pytest.mark.parametrize("planted", log.BREAKS)
def test_every_place_where_the_chain_can_break_says_why_it_did_or_did_not(planted):
    (place,) = (one for one in unit_4.log_questions(log.make(5, planted)) if one["id"] == "stelle")
    for kind, (option, right, wrong) in de.BREAK_OPTIONS.items():
        expected = {"text": option, "right": kind == planted, "why": right if kind == planted else wrong}
        assert expected in place["options"]


def test_the_pages_cases_break_at_different_places():
    assert {planted for _, planted in figures.CASES.values()} == set(log.BREAKS)
    for id, (_, planted) in figures.CASES.items():
        assert log.breaks(figures.logs()[id]) == [planted]
    assert len({found.case for found in figures.logs().values()}) == len(figures.CASES) == len(de.CASES)
    assert list(de.CASES) == list(figures.CASES)


def test_each_case_has_a_quiz_of_its_own_that_is_hidden_at_first():
    quizzes = [unit_4.ask_the_log().asks[key] for key in LOG_QUIZZES.values()]
    assert not any(quiz.visible for quiz in quizzes)
    assert len({quiz.questions[0]["text"] for quiz in quizzes}) == len(quizzes)
