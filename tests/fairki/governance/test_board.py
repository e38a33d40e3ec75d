"""The case before the KI-Ethikrat: its size is computed, and every decision and condition has a consequence."""

from itertools import product

import pytest

from fairki.errors import BadAnswerError
from fairki.governance import board


def test_the_short_form_costs_women_invitations():
    size = board.scale()
    assert 0 < size.missed < size.women < size.rejections
    assert size == board.scale()


def test_each_decision_brings_something_else_and_each_condition_changes_one_sentence():
    plain = {key: board.OURS.what_followed(key, ()) for key in board.OURS.decisions}
    assert len({tuple(sentences[:2]) for sentences in plain.values()}) == len(board.OURS.decisions)
    for decision, condition in product(board.OURS.decisions, board.OURS.conditions):
        told = board.OURS.what_followed(decision, [condition])
        changed = [one for one, other in zip(told, plain[decision], strict=True) if one != other]
        assert len(changed) == 1


def test_the_size_of_the_case_is_told():
    size = board.scale()
    assert f"{size.rejections} Absagen" in board.OURS.what_followed("alle", ())[0]
    assert f"{size.missed} Frauen" in board.OURS.what_followed("vorne", ())[1]
    assert f"{size.rejections} Absagen" in board.OURS.size() and f"{size.missed} Frauen" in board.OURS.size()


@pytest.mark.parametrize("value", [None, 1, "fremd", ["alle"]])
def test_what_is_no_decision_is_refused(value):
    with pytest.raises(BadAnswerError):
        board.OURS.decision_from(value)


@pytest.mark.parametrize("value", [None, "name", ["fremd"], [1], {"name": True}])
def test_what_are_no_conditions_are_refused(value):
    with pytest.raises(BadAnswerError):
        board.OURS.conditions_from(value)


def test_a_reason_is_a_text():
    assert board.text_from("Darum.") == "Darum."
    with pytest.raises(BadAnswerError):
        board.text_from(["Darum."])
