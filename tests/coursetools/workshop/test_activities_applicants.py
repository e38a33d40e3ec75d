"""The applicant vote: the room's votes train a model, and the mirror says what it has learnt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetools.workshop.activities import KINDS, Applicants
from coursetools.workshop.activities.applicants import ALL, MAJORITY
from coursetools.workshop.record import Record
from coursetools.workshop.session import Session
from coursetools.workshop.store import Vote
from fairki import mirror
from fairki.errors import BadAnswerError, BadFileError
from fairki.worlds.recruiting import MAN

PEOPLE = mirror.applicants()
IDS = PEOPLE["id"].tolist()


def ballot(invited) -> dict[str, str]:
    return {i: "ja" if yes else "nein" for i, yes in zip(IDS, invited, strict=True)}


BEST = ballot(PEOPLE["paar"] <= 4)
MEN = ballot(PEOPLE["geschlecht"] == MAN)


def vote(training=MAJORITY) -> Applicants:
    return Applicants({"question": "Wen laden Sie ein?", "training": training})


@given(
    value=st.dictionaries(st.sampled_from([*IDS, "b99"]), st.sampled_from(["ja", "nein", "x"]), max_size=16)
    | st.none()
    | st.lists(st.text(max_size=4), max_size=3)
    | st.dictionaries(st.sampled_from(IDS), st.integers() | st.lists(st.text()), max_size=3)
)
def test_a_vote_is_either_refused_in_german_or_kept_in_the_order_of_the_cards(value):
    try:
        accepted = vote().accept(value)
    except BadAnswerError as error:
        assert error.remedy
    else:
        assert accepted == value and list(accepted) == [i for i in IDS if i in value]


def test_the_phones_get_sixteen_cards_without_pair_or_gender():
    public = vote().public()
    assert len(public["cards"]) == 16
    assert all(set(card) == {"id", "title", "facts", "note"} for card in public["cards"])


def test_four_people_show_nothing_and_an_applicant_with_four_votes_is_waited_for():
    assert not vote().result([BEST] * 4)["enough"]
    partly = {one: answer for one, answer in BEST.items() if one != "b01"}
    shown = vote().result([BEST] * 4 + [partly])
    assert not shown["enough"] and "1 Bewerbung " in shown["summary"] and not shown["bars"]


@pytest.mark.parametrize("training", [MAJORITY, ALL])
def test_a_room_that_treats_pairs_alike_is_told_that_it_stays_open_and_not_that_it_is_fair(training):
    shown = vote(training).result([BEST] * 9)
    assert shown["title"] == "Offen: Es kann Zufall sein"
    assert "„Offen“ heißt nicht „fair“." in shown["summary"]
    assert [span["outside"] for span in shown["spans"]] == [False, False, True]


@pytest.mark.parametrize("training", [MAJORITY, ALL])
def test_the_mirror_changes_when_votes_flip(training):
    before = vote(training).result([BEST] * 9)
    after = vote(training).result([BEST] * 2 + [MEN] * 7)
    assert before["title"] != after["title"] == "Das Modell des Raums lädt Männer häufiger ein"
    assert before["table"]["rows"][2] == after["table"]["rows"][2]  # the firm stays


def test_what_a_minority_does_vanishes_in_the_majority_and_stays_in_all_votes():
    shown = vote().result([BEST] * 6 + [MEN] * 4)
    judged = [row[4] for row in shown["table"]["rows"]]
    assert judged == ["offen", "mehr als Zufall", "mehr als Zufall"]
    assert any(note.startswith("Aus allen Stimmen gelernt: Der Abstand beträgt") for note in shown["notes"])


def test_the_headline_is_about_all_votes_unless_the_agenda_says_otherwise():
    shown = Applicants({"question": "?"}).result([BEST] * 6 + [MEN] * 4)
    assert shown["title"] == "Das Modell des Raums lädt Männer häufiger ein"
    assert shown["table"]["rows"][0][0] == "Modell des Raums (alle Stimmen)"


def test_a_tie_is_no_majority_for_an_invitation():
    half = [ballot([True] * 16)] * 3 + [ballot([False] * 16)] * 3
    shown = vote().result(half)
    assert shown["title"] == "Daraus lernt ein Modell nichts" and "allen abgesagt" in shown["summary"]
    assert [span["label"] for span in shown["spans"]] == ["Das Modell der Firma"]


@pytest.mark.parametrize("settings", [{}, {"question": "?", "training": "zufall"}])
def test_settings_that_do_not_fit_are_refused(settings):
    with pytest.raises(BadFileError):
        Applicants(settings)


def test_only_a_ballot_about_all_sixteen_is_finished_and_any_other_vote_is():
    whole = {card["id"]: "ja" for card in mirror.cards()}
    cards = Applicants({"question": "Wen möchten Sie kennenlernen?"})
    for count in range(1, len(whole)):
        assert not cards.finished(cards.accept(dict(list(whole.items())[:count])))
    assert cards.finished(cards.accept(whole))
    poll = {"question": "Ist das fair?", "options": [["ja", "Ja"], ["nein", "Nein"]]}
    assert KINDS["poll"](poll).finished("ja")


def test_the_room_counts_who_has_finished_beside_who_has_begun():
    step = {"id": "spiegel", "kind": "activity", "activity": "applicants", "settings": {"question": "Wen?"}}
    session = Session("ABC234", {"id": "a", "title": "A", "steps": [step]}).go("spiegel", 1.0).open("spiegel")
    whole = {card["id"]: "ja" for card in mirror.cards()}
    ballots = [dict(list(whole.items())[:count]) for count in (1, 15, 16)]
    votes = [Vote("spiegel", 1, number, f"nonce-{number:02}", one) for number, one in enumerate(ballots)]
    record = Record(session, {f"h{number}": number for number in range(4)}, votes)
    assert (record.answers("spiegel"), record.finished("spiegel")) == (3, 1)
