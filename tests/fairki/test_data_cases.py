"""„Was darf hinein?“: twenty cases that pages, workshops and an exercise share."""

from collections import Counter

from coursetools import reading
from fairki import reference

CASES = reference.data_cases()


def test_there_are_twenty_cases_and_no_answer_is_rare():
    answers = Counter(case.answer for case in CASES)
    assert len(CASES) == 20 and len({case.title for case in CASES}) == 20
    assert set(answers) == set(reference.DATA_ANSWERS) and min(answers.values()) >= 5


def test_what_is_allowed_in_the_companys_program_alone_says_what_the_contract_has_to_say():
    assert [case.id for case in CASES if case.answer == "werkzeug" and not case.contract] == []
    assert [case.id for case in CASES if case.answer == "frei" and case.contract] == []


def test_no_case_gives_its_answer_away():
    told = [f"{case.title} {case.have} {case.want}".lower() for case in CASES]
    assert [text for text in told if "frei" in text.split() or " nie " in text] == []


def test_every_case_says_why_and_what_to_talk_about_in_plain_words():
    for case in CASES:
        assert case.why.endswith(".") and case.talk.endswith(("?", ".", "“")), case.id
    text = "\n\n".join(" ".join((case.have, case.want, case.why, case.contract, case.talk)) for case in CASES)
    assert reading.measure("cases", text).ease >= 70
