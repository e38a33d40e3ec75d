"""The opinion poll: votes, shares, and rounds side by side."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetools.workshop.activities import KINDS, Poll
from fairki.errors import BadAnswerError, BadFileError

SETTINGS = {"question": "Wer soll entscheiden?", "options": [["a", "die Leitung"], ["b", "alle"]]}
MANY = {"question": "Wo rechnet KI mit?", "options": [["a", "A"], ["b", "B"], ["c", "C"]], "most": 2}

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


@pytest.mark.parametrize("settings", [SETTINGS, MANY])
@given(value=anything | st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=5))
def test_a_vote_is_either_refused_in_german_or_has_a_normal_form_that_stays(settings, value):
    poll = Poll(settings)
    try:
        accepted = poll.accept(value)
    except BadAnswerError as error:
        assert error.remedy
    else:
        assert poll.accept(accepted) == accepted == json.loads(json.dumps(accepted))


def test_ticks_are_kept_in_the_order_of_the_form_so_that_they_reveal_nothing_more():
    assert Poll(MANY).accept(["c", "a"]) == ["a", "c"]


@pytest.mark.parametrize("value", [["a", "a"], ["a", "b", "c"], [], "a"])
def test_ticks_that_the_form_does_not_allow_are_refused(value):
    with pytest.raises(BadAnswerError):
        Poll(MANY).accept(value)


def test_the_phones_see_the_form_and_no_result():
    assert set(Poll(SETTINGS).public()) == {"kind", "question", "options", "most"}


def test_four_answers_show_nothing_and_five_show_shares():
    poll = KINDS["poll"](SETTINGS)
    few = poll.result(["a"] * 4)
    assert not few["enough"] and not few["bars"] and not few["table"]["rows"]
    shown = poll.result(["a"] * 4 + ["b"])
    assert [bar["share"] for bar in shown["bars"]] == [0.8, 0.2]
    assert "80 %" in shown["summary"].replace("\N{NO-BREAK SPACE}", " ")


def test_a_facilitator_can_ask_for_more_answers_but_not_for_fewer():
    poll = Poll(SETTINGS)
    assert not poll.result(["a"] * 9, fewest=10)["enough"]
    assert not poll.result(["a"] * 3, fewest=1)["enough"]


def test_rounds_are_compared_as_distributions_and_say_that_nobody_knows_who_moved():
    poll = Poll(SETTINGS)
    before, after = ["a"] * 8 + ["b"] * 2, ["a"] * 2 + ["b"] * 6
    shown = poll.result(after, {1: before, 2: after})
    assert shown["table"]["columns"] == ["Antwort", "Runde 1", "Runde 2"]
    assert "„alle“: von 20 % auf 75 %" in shown["summary"].replace("\N{NO-BREAK SPACE}", " ")
    assert shown["bars"][0]["earlier"][0]["share"] == 0.8
    assert any("weiß niemand" in note for note in shown["notes"])


def test_rounds_without_a_shift_are_called_so():
    shown = Poll(SETTINGS).result(["a"] * 5, {1: ["a"] * 6, 2: ["a"] * 5})
    assert shown["summary"] == "Von Runde 1 bis Runde 2 hat sich nichts verschoben."


def test_where_all_answers_gained_none_is_said_to_have_lost():
    """Several answers per person: all shares may grow."""
    settings = {"question": "?", "options": [["a", "A"], ["b", "B"]], "most": 2}
    after = [["a", "b"]] * 9 + [["b"]]
    shown = Poll(settings).result(after, {1: [["a"]] * 8 + [["b"]] * 2, 2: after})
    assert (
        shown["summary"].replace("\N{NO-BREAK SPACE}", " ")
        == "Am meisten gewonnen hat „B“: von 20 % auf 100 %."
    )


def test_two_answers_that_gained_alike_are_both_named():
    settings = {"question": "?", "options": [["a", "A"], ["b", "B"], ["c", "C"]]}
    after = ["a"] * 5 + ["b"] * 5
    shown = Poll(settings).result(after, {1: ["c"] * 10, 2: after})
    assert "gewonnen haben „A“" in shown["summary"] and "und „B“" in shown["summary"]
    assert "verloren hat „C“" in shown["summary"]


@given(*[st.lists(st.sampled_from("abc"), min_size=5, max_size=40)] * 2)
def test_what_gained_shows_a_larger_share_than_before_and_what_lost_a_smaller_one(before, after):
    settings = {"question": "?", "options": [["a", "A"], ["b", "B"], ["c", "C"]]}
    told = Poll(settings).result(after, {1: before, 2: after})["summary"]
    for verb, low, high in re.findall(r"(gewonnen|verloren) ha[^.]*?von (\d+)\s% auf (\d+)\s%", told):
        assert (int(low) < int(high)) == (verb == "gewonnen") and low != high


def test_a_round_with_too_few_answers_is_left_out_of_the_comparison():
    after = ["a"] * 5
    shown = Poll(SETTINGS).result(after, {1: ["b"] * 4, 2: after})
    assert shown["table"]["columns"] == ["Antwort", "Antworten"]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"question": "?", "options": [["a", "A"]]},
        {"question": "?", "options": [["a", "A"], ["a", "B"]]},
        {**SETTINGS, "most": 3},
        {**SETTINGS, "most": True},
        {**SETTINGS, "farbe": "blau"},
    ],
)
def test_settings_that_do_not_fit_are_refused_with_a_german_message(settings):
    with pytest.raises(BadFileError, match="Aktivität im Ablauf"):
        Poll(settings)
