"""„Was darf hinein?“: one case per round, the course's suggestion only afterwards, with its reason."""

import pytest

from coursetools.workshop.activities import FEWEST, DataCases
from fairki import reference
from fairki.errors import BadAnswerError, BadFileError

CASES = {case.id: case for case in reference.data_cases()}
SETTINGS = {"question": "Darf das hinein?", "cases": ["anzeige", "beurteilung", "torcode"]}


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def votes() -> list[str]:
    return ["frei"] * 3 + ["werkzeug"] * 2


def test_each_round_asks_for_the_next_case_and_the_last_one_can_be_asked_again():
    activity = DataCases(SETTINGS)
    assert activity.phases == tuple(SETTINGS["cases"])
    asked = [activity.public(round_)["about"][0] for round_ in (1, 2, 3, 4)]
    assert asked == [CASES[one].title for one in ("anzeige", "beurteilung", "torcode", "torcode")]


def test_a_phone_is_told_the_case_and_nothing_of_the_suggestion():
    told = str(DataCases(SETTINGS).public(2))
    case = CASES["beurteilung"]
    assert case.have.removesuffix(".") in told and case.want in told
    assert case.why not in told and case.contract not in told and case.talk not in told


@pytest.mark.parametrize("round_", [1, 2, 3])
def test_after_the_vote_the_suggestion_is_there_with_reason_contract_and_something_to_talk_about(round_):
    shown = DataCases(SETTINGS).result(votes(), {number: votes() for number in range(1, round_ + 1)})
    case = CASES[SETTINGS["cases"][round_ - 1]]
    assert shown["title"] == case.title
    assert f"Der Kurs schlägt vor: {reference.DATA_ANSWERS[case.answer]}." in shown["summary"]
    assert shown["notes"][0] == case.why and shown["marks"]["notes"] == ["truth"]
    assert any(case.talk in note for note in shown["notes"])
    assert any("Vertrag" in note and case.contract in note for note in shown["notes"]) == bool(case.contract)
    assert [plain(bar["text"]) for bar in shown["bars"]] == ["3 (60 %)", "2 (40 %)", "0"]


def test_the_protocol_has_all_cases_so_far_and_none_with_too_few_answers():
    rounds = {1: ["frei"] * 6, 2: ["nie"] * (FEWEST - 1), 3: ["nie"] * 4 + ["frei"]}
    table = DataCases(SETTINGS).result(rounds[3], rounds)["table"]
    assert table["columns"] == ["Fall", "frei", "nur im Werkzeug der Firma", "nie", "Vorschlag des Kurses"]
    assert [list(map(plain, row)) for row in table["rows"]] == [
        [CASES["anzeige"].title, "6 (100 %)", "0", "0", "frei"],
        [CASES["torcode"].title, "1 (20 %)", "0", "4 (80 %)", "nie"],
    ]


def test_the_summary_says_how_many_agree_with_the_suggestion_and_that_may_be_nobody():
    agree = DataCases(SETTINGS).result(["frei"] * 4 + ["nie"])
    assert "4 (80 %)" in plain(agree["summary"])
    assert DataCases(SETTINGS).result(["nie"] * 5)["summary"].endswith("geantwortet: 0.")


def test_below_the_minimum_not_even_the_suggestion_is_shown():
    shown = DataCases(SETTINGS).result(["nie"] * (FEWEST - 1))
    assert not shown["enough"] and "schlägt vor" not in shown["summary"] + "".join(shown["notes"])


@pytest.mark.parametrize("value", ["vielleicht", ["frei"], 1, None, {"frei": True}])
def test_anything_but_one_of_the_three_answers_is_refused(value):
    with pytest.raises(BadAnswerError):
        DataCases(SETTINGS).accept(value)


@pytest.mark.parametrize(
    ("cases", "complaint"),
    [
        (None, "Liste aus 2 bis 8"),
        (["torcode"], "Liste aus 2 bis 8"),
        (list(CASES)[:9], "Liste aus 2 bis 8"),
        (["torcode", "gibt_es_nicht"], "gibt_es_nicht"),
        (["torcode", 7], "7"),
        (["torcode", ["torcode"]], "torcode"),
        (["torcode", "torcode"], "doppelt"),
    ],
)
def test_cases_that_do_not_fit_are_refused(cases, complaint):
    with pytest.raises(BadFileError, match=complaint):
        DataCases({**SETTINGS, "cases": cases})
