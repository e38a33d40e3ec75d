"""„Ein Satz über …“: halves by lot, known to nobody else; one comparison, fixed beforehand and honest about chance."""

import json
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from served import Served

from coursetools.workshop.activities import FEWEST, Sentence
from coursetools.workshop.activities.sentence import BLANKS, ROOMS
from fairki.errors import BadAnswerError, BadFileError
from fairki.texts import corpus, room
from fairki.texts.corpus import MAN, PHRASE, WOMAN

QUESTION = "Wie würden Sie die Lücken füllen?"
AGENDA = {
    "id": "probe",
    "title": "Probe",
    "minutes": 9,
    "steps": [
        {"id": "hallo", "title": "Hallo", "minutes": 4, "kind": "talk", "ask": []},
        {
            "id": "satz",
            "title": "Ein Satz über …",
            "minutes": 5,
            "kind": "activity",
            "activity": "sentence",
            "settings": {"question": QUESTION},
        },
    ],
}


def activity() -> Sentence:
    return Sentence({"question": QUESTION})


def ballot(anrede: int, promised: bool, at: int = 0) -> dict[str, int]:
    return {"anrede": anrede, "verb": at % 5, "lob": at % 5, "ausblick": PHRASE if promised else 1 + at % 3}


def ballots(women: int, of_women: int, men: int, of_men: int) -> list[dict[str, int]]:
    return [ballot(WOMAN, at < women, at) for at in range(of_women)] + [
        ballot(MAN, at < men, at) for at in range(of_men)
    ]


def said(shown: dict) -> str:
    return json.dumps(shown, ensure_ascii=False).replace("\N{NO-BREAK SPACE}", " ")


# ---- what a phone shows ----


def test_all_read_the_same_ten_facts_and_half_of_them_frau_and_half_herr():
    public = activity().public()
    assert len({name for name, _ in public["facts"]}) == 10
    texts = [
        "".join(part.get("text", "…") for part in activity().own(number)["sentence"]) for number in (14, 15)
    ]
    assert texts[0].startswith("Frau Kim ") and texts[1].startswith("Herr Kim ")
    assert texts[0].replace("Frau", "Herr").replace("Sie ", "Er ").replace("ihre", "seine") == texts[1]


def test_before_the_vote_nothing_tells_what_differs_and_the_room_hears_what_it_can_see():
    told = said(activity().public())
    assert not re.search(r"Frau|Herr|Mann|weiblich|männlich|\b(ihre|seine)\b", told)
    for n in ROOMS:
        points = room.detectable(n - n // 2, n // 2)
        assert f"bei {n} Antworten {points} Punkte" in told
    assert "in 8 von 10 Räumen" in told and room.POWER == 0.8


def test_a_number_decides_about_the_half_and_always_the_same_one():
    assert [activity().own(number)["anrede"] for number in (2, 3, 2**48 - 1, 2**48 - 2)] == [
        WOMAN,
        MAN,
        MAN,
        WOMAN,
    ]


@given(
    value=st.dictionaries(
        st.sampled_from(["anrede", *BLANKS, "name"]),
        st.integers(-1, 13) | st.booleans() | st.text(max_size=2),
    )
    | st.none()
    | st.lists(st.integers(), max_size=4)
)
def test_a_vote_is_refused_or_has_one_offered_word_for_each_blank(value):
    try:
        accepted = activity().accept(value)
    except BadAnswerError:
        return
    assert accepted == value and list(accepted) == ["anrede", *BLANKS]
    assert all(accepted[slot] in numbers for slot, numbers in BLANKS.items())


@pytest.mark.parametrize(
    "change", [{"anrede": corpus.NEITHER}, {"lob": 5}, {"verb": True}, {"ausblick": "0"}]
)
def test_words_that_are_not_offered_are_refused(change):
    assert activity().accept(ballot(MAN, True))
    with pytest.raises(BadAnswerError):
        activity().accept(ballot(MAN, True) | change)


@pytest.mark.parametrize("settings", [{}, {"question": ""}, {"question": "?", "options": []}])
def test_settings_that_do_not_fit_are_refused(settings):
    with pytest.raises(BadFileError):
        Sentence(settings)


# ---- what the room sees ----


def test_below_the_minimum_nothing_is_shown_not_even_what_differed():
    shown = activity().result(ballots(1, 2, 2, 2))
    assert not shown["enough"] and "Frau" not in said(shown)


def test_a_half_below_the_minimum_is_not_compared_and_the_whole_room_is_shown():
    shown = activity().result(ballots(3, 9, FEWEST - 1, FEWEST - 1))
    assert shown["enough"] and not shown["spans"] and not any(bar["earlier"] for bar in shown["bars"])
    assert "ab 5 Antworten in jeder Hälfte" in shown["summary"]
    assert said(shown["bars"][PHRASE]["text"]) == '"7 (54 %)"'
    assert activity().result(ballots(3, 9, 5, 9), fewest=10)["enough"]
    assert not activity().result(ballots(3, 9, 5, 9), fewest=10)["spans"]


@pytest.mark.parametrize(
    ("votes", "title"),
    [
        (ballots(2, 20, 15, 20), "„Herr“ bekommt hier öfter Potenzial zur Leitung"),
        (ballots(15, 20, 2, 20), "„Frau“ bekommt hier öfter Potenzial zur Leitung"),
        (ballots(8, 20, 8, 20), "Kein Unterschied nachweisbar"),
        (ballots(2, 6, 4, 6), "Kein Unterschied nachweisbar"),
    ],
)
def test_the_wall_says_which_way_it_leans_or_that_nothing_can_be_proven(votes, title):
    shown = activity().result(votes)
    assert shown["title"] == title
    (span,) = shown["spans"]
    assert (
        span["outside"] == (span["low"] > 0 or span["high"] < 0) == (title != "Kein Unterschied nachweisbar")
    )
    assert span["low"] <= span["value"] <= span["high"]
    assert ("wissen wir damit nicht" in said(shown)) == (not span["outside"])
    assert shown["summary"].endswith("Erklärung nicht aus." if span["outside"] else "Das kann Zufall sein.")


def test_the_difference_is_told_from_the_side_that_gets_more():
    herr, frau = (activity().result(one) for one in (ballots(2, 20, 15, 20), ballots(15, 20, 2, 20)))
    assert "65 Punkte mehr für „Herr“, Spanne von 35 bis 81" in herr["summary"]
    assert "65 Punkte mehr für „Frau“, Spanne von 35 bis 81" in frau["summary"]
    assert "2 von 20 über die Frau und 15 von 20 über den Mann" in herr["summary"]
    assert "0 Punkte, Spanne von −28 bis 28" in activity().result(ballots(8, 20, 8, 20))["summary"]


def test_the_wall_says_what_so_many_votes_could_have_seen_and_how_large_it_can_be_at_most():
    shown = activity().result(ballots(4, 12, 6, 11))
    assert any(
        f"erst ein Unterschied ab {room.detectable(12, 11)} Punkten" in note for note in shown["notes"]
    )
    largest = round(max(-shown["spans"][0]["low"], shown["spans"][0]["high"]))
    assert any(f"Größer als {largest} Punkte" in note for note in shown["notes"])


def test_the_model_of_the_room_writes_a_sentence_for_frau_and_one_for_herr():
    shown = activity().result(ballots(2, 20, 15, 20))
    (frau, written, _, less), (herr, other, _, more) = shown["table"]["rows"]
    assert (frau, herr) == ("Frau", "Herr")
    assert written.startswith("Frau Kim") and other.endswith("Wir sehen Potenzial zur Leitung.")
    assert int(less.split()[0]) < int(more.split()[0])


def test_each_half_and_the_whole_room_add_up():
    shown = activity().result(ballots(2, 20, 15, 20))
    counts = [
        [int(text.split()[0]) for text in (bar["text"], *(half["text"] for half in bar["earlier"]))]
        for bar in shown["bars"]
    ]
    assert all(alle == frau + herr for alle, frau, herr in counts)
    assert [sum(column) for column in zip(*counts, strict=True)] == [40, 20, 20]


@pytest.mark.parametrize("lean", [-0.4, 0.0, 0.4])
def test_three_hundred_people_show_what_they_were_made_to_prefer(lean):
    rng = np.random.default_rng(300)
    votes = []
    for number in range(300):
        own = activity().own(number)
        chance = 0.4 + (lean / 2 if own["anrede"] == MAN else -lean / 2)
        votes.append(activity().accept(ballot(own["anrede"], rng.random() < chance, int(rng.integers(5)))))
    shown = activity().result(votes)
    (span,) = shown["spans"]
    assert shown["answers"] == 300 and span["low"] <= 100 * lean <= span["high"]
    assert span["outside"] == bool(lean)
    assert span["value"] * lean >= 0


# ---- in a room ----


@pytest.fixture
def served(url, monkeypatch):
    """A workshop with the activity."""
    monkeypatch.setattr("served.AGENDA", AGENDA)
    one = Served(url)
    yield one
    one.stop()


def own(served: Served, token: str) -> dict:
    return served.state(token)["step"]["activity"]["own"]


def test_halves_are_balanced_and_a_phone_keeps_its_own_over_a_restart(url, monkeypatch):
    monkeypatch.setattr("served.AGENDA", AGENDA)
    first = Served(url)
    tokens = [first.join() for _ in range(40)]
    first.open("satz")
    before = [own(first, token)["anrede"] for token in tokens]
    again = [own(first, token)["anrede"] for token in reversed(tokens)][::-1]
    first.stop()
    second = Served(url)
    after = [own(second, token)["anrede"] for token in tokens]
    second.stop()
    assert before == again == after
    assert 18 <= sum(before) <= 22 and before != sorted(before)


def test_a_phone_learns_of_its_own_half_alone_and_nobody_else_of_any(served):
    tokens = [served.join() for _ in range(12)]
    assert served.order("go", step="satz")[0] == 200
    assert own(served, tokens[0]) == {}
    assert served.order("open", step="satz", round=1)[0] == 200
    for token in tokens:
        state = served.state(token)
        name = corpus.options("anrede")[own(served, token)["anrede"]]
        other = "Herr" if name == "Frau" else "Frau"
        assert f"{name} Kim" in str(own(served, token)).replace("'}, {'text': ' '}, {'text': '", " ")
        assert other not in said(state)
    for path, token in (
        ("/leitung/ereignisse", served.facilitator),
        ("/leinwand/ereignisse", served.room.projector),
    ):
        stream = served.stream(path, token)
        state = said(stream.next())
        stream.close()
        assert "anrede" not in state and "Herr" not in state and "Frau" not in state


def test_a_vote_is_stored_by_numbers_and_the_result_names_no_phone(served):
    tokens = [served.join() for _ in range(14)]
    served.open("satz")
    for at, token in enumerate(tokens):
        anrede = own(served, token)["anrede"]
        assert served.vote(token, ballot(anrede, anrede == MAN, at), "satz")[0] == 200
    stored = served.values(step="satz")
    assert all(set(one) == {"anrede", *BLANKS} and set(map(type, one.values())) == {int} for one in stored)
    assert served.order("reveal", step="satz")[0] == 200
    stream = served.stream("/leinwand/ereignisse", served.room.projector)
    shown = stream.until(lambda state: state["step"]["activity"]["result"])["step"]["activity"]["result"]
    stream.close()
    assert shown["title"].startswith("„Herr“ bekommt")
    told = served.state(tokens[0])["step"]["activity"]["summary"]
    assert "Eine Hälfte las „Frau“, die andere „Herr“." in told


def told(served: Served) -> dict:
    stream = served.stream("/leitung/ereignisse", served.facilitator)
    state = stream.until(lambda state: not state["computing"])
    stream.close()
    return state


def test_a_half_that_was_told_apart_changes_by_as_many_votes_as_any_figure_or_by_none(served):
    def come(women: int, men: int) -> dict:
        served.open("satz")
        for anrede in [WOMAN] * women + [MAN] * men:
            assert served.vote(served.join(), ballot(anrede, anrede == MAN), "satz")[0] == 200
        served.order("close", step="satz")
        return told(served)

    come(6, 4)  # one half is too small: nothing is told apart yet
    assert come(4, 1)["result"]["answers"] == 15
    late = come(4, 1)  # who watches the men would see one vote
    assert late["result"]["answers"] == 15 and late["new"] == {"answers": 5, "missing": 4}
    assert come(1, 3)["new"] == {"answers": 9, "missing": 1}
    assert come(0, 1)["result"]["answers"] == 25
    assert come(5, 0)["result"]["answers"] == 30
