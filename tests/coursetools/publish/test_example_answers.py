"""The answers by which paper shows what a page says once it was answered."""

from coursetools.publish import example_answers
from fairki.kodex import patterns, stored

OPTIONS = [["a", "A"], ["b", "B"]]


def answer(**state):
    return example_answers.to([{"key": "00.block", **state}]).get("00.block")


def test_a_guess_takes_the_first_option_or_the_middle_of_its_scale():
    assert answer(question="Was?", kind="choice", options=OPTIONS) == "a"
    assert answer(question="Wie viel?", kind="number", low=0, high=100, step=5, options=[]) == 50


def test_a_choice_takes_the_first_option_alone_or_in_a_list():
    assert answer(kind="radio", options=OPTIONS) == "a"
    assert answer(kind="checkbox", options=OPTIONS) == ["a"]


def test_cards_take_their_choices_in_turns():
    cards = [{"id": name} for name in "xyz"]
    assert answer(cards=cards, choices=OPTIONS) == {"x": "a", "y": "b", "z": "a"}


def test_a_self_check_takes_the_right_option():
    options = [{"text": "A", "right": False}, {"text": "B", "right": True}]
    assert answer(questions=[{"id": "eins", "options": options}]) == {"eins": 1}


def test_what_a_firm_writes_about_itself_stays_empty():
    assert answer(rows=3, longest=500) is None
    assert answer(low=0, high=10, step=1, start=3) is None


def test_the_kodex_holds_both_examples_of_the_company():
    kodex = stored.from_value(example_answers.to([])[stored.KEY])
    assert {rule.pattern for rule in kodex.rules} >= {patterns.SELECTION_RATES, patterns.NAME_SWAP}
