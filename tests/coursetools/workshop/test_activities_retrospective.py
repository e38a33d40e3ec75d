"""The retrospective: fixed answers, and free text that stays hidden until somebody lets it through."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetools.workshop.activities import Retrospective
from fairki.errors import BadAnswerError, BadFileError

SETTINGS = {
    "title": "Wie war es?",
    "questions": [
        {"id": "nutzen", "question": "Hat es Ihnen genützt?", "options": [["ja", "ja"], ["nein", "nein"]]},
        {
            "id": "tempo",
            "question": "Wie war das Tempo?",
            "options": [["gut", "gut"], ["schnell", "zu schnell"]],
        },
    ],
}
OPEN = {**SETTINGS, "free_text": True, "prompt": "Was nehmen Sie mit?"}


def said(text="", answer="ja") -> dict:
    return Retrospective(OPEN).accept({"answers": {"nutzen": answer}, "text": text})


@pytest.mark.parametrize("settings", [SETTINGS, OPEN])
@given(
    value=st.fixed_dictionaries(
        {},
        optional={
            "answers": st.dictionaries(
                st.sampled_from(["nutzen", "tempo", "x"]), st.sampled_from(["ja", "gut", "y"]) | st.integers()
            )
            | st.text(max_size=3),
            "text": st.text(max_size=300) | st.none() | st.integers(),
            "mehr": st.none(),
        },
    )
    | st.none()
)
def test_a_vote_is_either_refused_in_german_or_has_a_normal_form_that_stays(settings, value):
    retrospective = Retrospective(settings)
    try:
        accepted = retrospective.accept(value)
    except BadAnswerError as error:
        assert error.remedy
    else:
        assert retrospective.accept(accepted) == accepted == json.loads(json.dumps(accepted))
        assert not set("<>\n\0\u202e") & set(accepted.get("text", ""))
        assert settings is OPEN or "text" not in accepted


def test_free_text_is_off_unless_it_is_switched_on():
    assert Retrospective(SETTINGS).public()["text"] is None
    with pytest.raises(BadAnswerError, match="nicht eingeschaltet"):
        Retrospective(SETTINGS).accept({"text": "Hallo"})


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "a > b", "x" * 281])
def test_markup_and_long_texts_are_refused(text):
    with pytest.raises(BadAnswerError):
        said(text)


def test_nothing_is_shown_of_a_text_until_it_is_let_through():
    votes = [said(f"Satz {number}") for number in range(5)]
    retrospective = Retrospective(OPEN)
    assert retrospective.result(votes)["texts"] == []
    assert "Satz" not in json.dumps(retrospective.result(votes))
    assert retrospective.result(votes, approved={"Satz 3", "nie gesagt"})["texts"] == ["Satz 3"]


def test_texts_come_in_an_order_that_does_not_tell_who_wrote_first():
    votes = [said(f"Satz {number}") for number in range(5)]
    approved = {vote["text"] for vote in votes}
    one = Retrospective(OPEN).result(votes, approved=approved)["texts"]
    assert one == Retrospective(OPEN).result(votes[::-1], approved=approved)["texts"]


def test_a_question_with_too_few_answers_is_not_shown():
    votes = [said()] * 4 + [Retrospective(OPEN).accept({"answers": {"nutzen": "nein", "tempo": "gut"}})]
    shown = Retrospective(OPEN).result(votes)
    assert {row[0] for row in shown["table"]["rows"]} == {"Hat es Ihnen genützt?"}
    assert "Wie war das Tempo?" in shown["notes"][0]


@pytest.mark.parametrize(
    "change",
    [
        {"questions": []},
        {"questions": SETTINGS["questions"][:1] * 2},
        {"questions": [{"id": "a", "question": "?"}]},
        {"free_text": "ja"},
        {"free_text": True},
    ],
)
def test_settings_that_do_not_fit_are_refused(change):
    with pytest.raises(BadFileError):
        Retrospective({**SETTINGS, **change})
