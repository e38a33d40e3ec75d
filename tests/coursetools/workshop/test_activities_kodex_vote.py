"""The Kodex vote: proposals with points, blanks by median or most votes, and an audit with the room's Kodex."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetools.workshop.activities import KodexVote
from fairki.errors import BadAnswerError, BadFileError
from fairki.kodex import PATTERNS

SETTINGS = {"question": "Welche Regeln sind Ihnen wichtig?", "rules": 3}
QUOTA, CHANCE, APPEAL, REASON = "auswahlquoten", "chancengleichheit", "einspruch", "begruendung"
CHOSEN = [[QUOTA, APPEAL, REASON]] * 5


@given(
    value=st.lists(st.sampled_from([*PATTERNS, "erfunden"]), max_size=7)
    | st.dictionaries(
        st.sampled_from([*PATTERNS, "erfunden"]),
        st.dictionaries(st.sampled_from(["frist", "abstand", "x"]), st.integers() | st.text(max_size=3)),
        max_size=3,
    )
    | st.none()
    | st.lists(st.lists(st.integers(), max_size=2), max_size=3),
    round_=st.integers(1, 4),
)
def test_a_vote_is_either_refused_in_german_or_has_a_normal_form_that_stays(value, round_):
    vote = KodexVote(SETTINGS)
    try:
        accepted = vote.accept(value, round_)
    except BadAnswerError as error:
        assert error.remedy
    else:
        assert vote.accept(accepted, round_) == accepted == json.loads(json.dumps(accepted))
        assert isinstance(accepted, list) == (round_ == 1)


def test_the_first_place_counts_most_and_equal_points_go_to_what_more_people_picked():
    vote = KodexVote(SETTINGS)
    # appeal: 5 + 5; quota: 4 + 3 + 3 = 10 from three people; reason: 5 from one
    shown = vote.result(
        [[APPEAL, QUOTA], [APPEAL, REASON, QUOTA], [CHANCE, REASON, QUOTA], [CHANCE], [CHANCE]]
    )
    assert [row[0] for row in shown["table"]["rows"][:3]] == [
        "Gleiche Chancen",
        "Gleiche Quoten",
        "Einspruch",
    ]
    assert [row[1:] for row in shown["table"]["rows"][:3]] == [
        ["15", "3", "ja"],
        ["10", "3", "ja"],
        ["10", "2", "ja"],
    ]


def test_only_rules_about_systems_that_decide_are_offered_and_taken():
    vote = KodexVote(SETTINGS)
    offered = [one["id"] for one in vote.public(1)["patterns"]]
    assert QUOTA in offered and "namenstausch" not in offered
    for value, round_ in ((["namenstausch"], 1), ({"namenstausch": {"abstand": 3}}, 2)):
        with pytest.raises(BadAnswerError):
            vote.accept(value, round_)


def test_nothing_that_nobody_picked_gets_into_the_kodex():
    shown = KodexVote(SETTINGS).result([[APPEAL]] * 5)
    assert [row[-1] for row in shown["table"]["rows"]].count("ja") == 1


def test_the_second_round_asks_for_the_blanks_of_the_chosen_rules_only():
    vote = KodexVote(SETTINGS)
    rules = vote.public(2, {1: CHOSEN})["rules"]
    assert [rule["id"] for rule in rules] == [QUOTA, APPEAL, REASON]
    assert rules[0]["blanks"][0]["kind"] == "number" and rules[2]["blanks"][0]["kind"] == "choice"
    assert vote.public(2, {1: CHOSEN[:4]})["rules"] == []
    assert vote.public(2, {1: CHOSEN}, fewest=len(CHOSEN) + 1)["rules"] == []


def test_numbers_become_the_median_and_choices_what_most_want():
    blanks = [
        {APPEAL: {"frist": days}, REASON: {"begruendung": reason}}
        for days, reason in zip((7, 14, 21, 30, 365), ["allgemein"] * 3 + ["persoenlich"] * 2, strict=True)
    ]
    kodex = KodexVote(SETTINGS).kodex({1: CHOSEN, 2: blanks})
    assert [dict(rule.values) for rule in kodex.rules] == [
        {"abstand": 5},
        {"frist": 21},
        {"begruendung": "allgemein"},
    ]


@pytest.mark.parametrize(
    "days,median",
    [
        # The median is neither what came in the middle, nor the mean, nor what most say, nor the course's 14 days.
        ((365, 7, 7, 60, 30), 30),
        ((7, 365, 60, 7, 30, 30, 300), 30),
        # Of two in the middle, the lower one.
        ((90, 10, 21, 300, 28, 10), 21),
        ((28, 28, 10, 10, 21, 300), 21),
    ],
)
def test_a_number_is_the_median_whatever_the_order_of_the_answers(days, median):
    blanks = [{APPEAL: {"frist": one}} for one in days]
    vote = KodexVote(SETTINGS)
    for order in (blanks, blanks[::-1], sorted(blanks, key=str)):
        rounds = {1: [[APPEAL]] * len(blanks), 2: order}
        assert dict(vote.kodex(rounds).rules[0].values) == {"frist": median}
        assert f" {median} Tage" in vote.result(order, rounds)["table"]["rows"][0][1].replace(
            "\N{NO-BREAK SPACE}", " "
        )


def test_a_blank_with_too_few_answers_keeps_the_suggestion_and_says_so():
    blanks = [{APPEAL: {"frist": 300}}] * 4 + [{}]
    shown = KodexVote(SETTINGS).result(blanks, {1: CHOSEN, 2: blanks})
    appeal = shown["table"]["rows"][1]
    assert "14" in appeal[1] and "zu wenige Antworten" in appeal[2]


def test_the_rooms_kodex_examines_the_toy_systems_at_once_and_changes_with_the_votes():
    vote = KodexVote(SETTINGS)
    strict, loose = [{QUOTA: {"abstand": 0}}] * 5, [{QUOTA: {"abstand": 40}}] * 5
    one, other = (vote.result(blanks, {1: CHOSEN, 2: blanks}) for blanks in (strict, loose))
    assert one["bars"] != other["bars"]
    assert "findet" in one["summary"]
    assert [bar["label"] for bar in one["bars"]] == ["Gefunden", "Übersehen", "Zu Unrecht beanstandet"]


def test_a_clash_between_two_rules_of_the_room_is_shown():
    blanks = [{QUOTA: {"abstand": 1}, CHANCE: {"abstand": 1}}] * 5
    shown = KodexVote(SETTINGS).result(blanks, {1: [[QUOTA, CHANCE]] * 5, 2: blanks})
    clashes = sum(note.startswith("Konflikt: ") for note in shown["notes"])
    assert clashes and shown["notes"][0].startswith("Konflikt: ")
    assert shown["marks"]["notes"] == ["clash"] * clashes


def test_a_kodex_without_rules_that_could_clash_does_not_claim_to_be_free_of_clashes():
    shown = KodexVote(SETTINGS).result([{}] * 5, {1: [[APPEAL, REASON]] * 5, 2: [{}] * 5})
    assert "Diese Regeln fehlen hier" in shown["notes"][0]
    shown = KodexVote(SETTINGS).result([{}] * 5, {1: [[QUOTA]] * 5, 2: [{}] * 5})
    assert shown["notes"][0].startswith("Kein Zielkonflikt gefunden")


def test_a_long_text_in_a_blank_is_refused_without_being_repeated():
    with pytest.raises(BadAnswerError) as refused:
        KodexVote(SETTINGS).accept({REASON: {"begruendung": "<b>" * 2000}}, 2)
    assert len(str(refused.value)) < 200


def test_a_later_round_replaces_the_blanks_and_keeps_the_rules():
    first, second = [{APPEAL: {"frist": 7}}] * 5, [{APPEAL: {"frist": 30}}] * 5
    kodex = KodexVote(SETTINGS).kodex({1: CHOSEN, 2: first, 3: second})
    assert dict(kodex.rules[1].values) == {"frist": 30}


def test_without_enough_choices_there_is_no_kodex():
    vote = KodexVote(SETTINGS)
    blanks = [{}] * 5
    assert not vote.result(blanks, {1: CHOSEN[:4], 2: blanks})["enough"]
    with pytest.raises(BadAnswerError):
        vote.kodex({1: CHOSEN[:4]})


@pytest.mark.parametrize("settings", [{}, {"question": "?", "rules": 1}, {"question": "?", "rules": True}])
def test_settings_that_do_not_fit_are_refused(settings):
    with pytest.raises(BadFileError):
        KodexVote(settings)
