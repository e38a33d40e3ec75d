"""What holds for every activity in our agendas, whatever its kind."""

import json

import asked
import pytest

from coursetools.workshop import agenda
from coursetools.workshop.activities import FEWEST, KINDS
from fairki.errors import BadAnswerError

STEPS = [step for step in agenda.steps().values() if step.activity] + asked.STEPS
KEYS = {"kind", "enough", "answers", "title", "summary", "notes", "bars", "spans", "table", "texts", "marks"}


def example(public: dict):
    """A vote that the form of an activity allows."""
    match public["kind"]:
        case "applicants":
            return {card["id"]: "ja" if place % 2 else "nein" for place, card in enumerate(public["cards"])}
        case "kodex_vote":
            return [pattern["id"] for pattern in public["patterns"][: public["most"]]]
        case "retrospective":
            return {"answers": {one["id"]: one["options"][0]["id"] for one in public["questions"]}}
        case "sentence":
            picked = {blank["id"]: blank["options"][0]["id"] for blank in public["blanks"]}
            return {"anrede": public["anrede"], **picked}
        case "data_cases":
            return public["options"][0]["id"]
    return asked.answer(public)


def test_all_kinds_are_used():
    assert {step.activity for step in STEPS} == set(KINDS)


@pytest.mark.parametrize("step", STEPS, ids=lambda one: one.id)
def test_an_activity_goes_from_the_form_to_a_result_in_plain_json(step):
    activity = KINDS[step.activity](step.settings)
    public, own = activity.public(), activity.own(8)
    assert public == json.loads(json.dumps(public)) and public["kind"] == step.activity
    assert own == json.loads(json.dumps(own)) and not set(own) & set(public)
    value = activity.accept(example(public | own))
    for answers in (0, FEWEST - 1, FEWEST):
        shown = activity.result([value] * answers)
        assert set(shown) == KEYS and shown == json.loads(json.dumps(shown))
        assert shown["enough"] == (answers >= FEWEST)
        assert shown["enough"] or not (
            shown["bars"] or shown["spans"] or shown["table"]["rows"] or shown["texts"]
        )
        assert all(
            0 <= bar["share"] <= 1 and set(bar) == {"label", "share", "text", "earlier"}
            for bar in shown["bars"]
        )
        assert all(len(row) == len(shown["table"]["columns"]) for row in shown["table"]["rows"])


@pytest.mark.parametrize("step", STEPS, ids=lambda one: one.id)
def test_no_form_takes_more_than_a_few_kilobytes(step):
    activity = KINDS[step.activity](step.settings)
    assert len(json.dumps(activity.public() | activity.own(8))) < 12_000


@pytest.mark.parametrize(
    "vote", ["falscher_schluessel", ["falscher_schluessel"], {"falscher_schluessel": "ja"}]
)
@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"text", "cloud"}))  # those take what is typed
def test_a_vote_that_does_not_fit_is_refused_without_naming_its_keys(kind, vote):
    step = next(step for step in STEPS if step.activity == kind)
    with pytest.raises(BadAnswerError) as refused:
        KINDS[kind](step.settings).accept(vote)
    assert "schluessel" not in str(refused.value)
