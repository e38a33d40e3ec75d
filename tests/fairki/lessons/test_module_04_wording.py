"""What module 04 says about plans and logs: both lazy extremes are told why, and each question has one right answer."""

import pytest

from fairki.governance import log, operation
from fairki.lessons import module_04_texts as texts
from fairki.lessons import module_04_wording as wording


def result(delay=2.0, false_alarms=0.5, found=90):
    return operation.Result(faults=100, found=found, delay=delay, false_alarms=false_alarms, looks=12)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (result(), texts.BALANCED),
        (result(false_alarms=7, delay=1), texts.CONSTANT_ALARM),
        (result(false_alarms=0, delay=11, found=5), texts.NEVER_ALARM),
        (result(delay=7), texts.LATE_ALARM),
        (result(false_alarms=2.5), texts.NOISY_ALARM),
    ],
)
def test_a_plan_gets_the_word_it_needs_most(of, expected):
    assert wording.verdict(of) == expected


def test_the_words_on_plans_name_the_limits_they_stand_for():
    assert (wording.MANY_FALSE, wording.SOME_FALSE, wording.FEW_FOUND, wording.LATE) == (4, 2, 0.5, 6)
    assert "mehr als die Hälfte der Fehler" in texts.NEVER_ALARM
    assert "weniger als vier falsche Alarme" in texts.LATE_ALARM and "sechs Monate" in texts.LATE_ALARM
    assert (
        "zweimal im Jahr oder öfter" in texts.NOISY_ALARM and "weniger als sechs Monaten" in texts.NOISY_ALARM
    )
    assert "weniger als zwei falsche Alarme" in texts.BALANCED


def test_the_times_for_reading_are_those_in_the_log():
    waved = texts.BREAK_OPTIONS[log.WAVED_THROUGH]
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
        questions = {asked["id"]: asked["options"] for asked in wording.log_questions(found)}
        right = {id: [one for one in options if one["right"]] for id, options in questions.items()}
        assert all(len(one) == 1 for one in right.values())
        assert all(option["why"] for options in questions.values() for option in options)
        assert right["wer"][0]["text"] == log.decided_by(found).who
        assert right["stelle"][0]["text"] == texts.BREAK_OPTIONS[planted][0]
        assert right["hilfe"][0]["text"] == texts.REPAIRS[planted]


def test_the_pages_cases_break_at_different_places():
    assert {planted for *_, planted in texts.CASES} == set(log.BREAKS)
    for _, _, seed, planted in texts.CASES:
        assert log.breaks(log.make(seed, planted)) == [planted]
    assert len({log.make(seed, planted).case for _, _, seed, planted in texts.CASES}) == len(texts.CASES)
