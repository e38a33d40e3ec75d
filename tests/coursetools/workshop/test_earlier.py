"""An earlier room: its figures stand beside those of the next one, and its promises are asked about."""

import datetime as dt
import json

import pytest
from served import AGENDA, OPTIONS, Served
from test_figures_and_votes import ballots, look

from coursetools.workshop import agenda, earlier, session
from coursetools.workshop.activities import Estimate, Poll
from coursetools.workshop.exports.findings import Finding, Findings
from coursetools.workshop.session import Refused, Session

RESULT = {"schritt": "meinung", "art": "poll", "frage": "Ist das fair?", "antworten": 8}
BARS = [["Ja", 0.25, "2 (25 %)"], ["Nein", 0.75, "6 (75 %)"]]
ROOM = {
    "art": earlier.KIND,
    "fassung": 1,
    "tag": "2026-05-03",
    "titel": "Vom letzten Mal",
    "zusagen": ["Ich frage nach.", "Ich melde ein System."],
    "ergebnisse": [{**RESULT, "balken": BARS}],
}


def opened(served: Served, **changes) -> tuple[int, dict]:
    """What comes of opening a file."""
    return served.request("POST", "/leitung/frueher", served.facilitator, ROOM | changes)


def test_the_same_question_shows_the_figures_of_then_beside_its_own(served):
    assert opened(served)[0] == 200
    served.open()
    ballots(served, 5)
    served.order("reveal", step="meinung")
    state = look(served)
    yes, no = state["result"]["bars"]
    assert yes["earlier"] == [{"label": "3. Mai 2026", "share": 0.25, "text": "2 (25 %)"}]
    assert no["earlier"][0]["share"] == 0.75 and "8 Antworten" in state["result"]["notes"][-1]
    assert (
        "„Vom letzten Mal“ vom 3. Mai 2026" in state["result"]["notes"][-1]
    )  # which of two departments it was
    assert state["earlier"] == {"day": "2026-05-03", "title": "Vom letzten Mal", "promises": ROOM["zusagen"]}
    table = served.request("GET", "/leitung/tabelle", served.facilitator)[1]["text"]
    assert ";3. Mai 2026;25,0;" in table
    served.order("forget_earlier")
    assert look(served)["result"]["bars"][0]["earlier"] == []


def test_several_departments_stand_side_by_side_each_only_with_enough_answers(served):
    sales = {"titel": "Vertrieb", "zusagen": []}
    few = [{**RESULT, "antworten": 6, "balken": BARS}]
    other = [{**RESULT, "antworten": 9, "balken": [["Ja", 1.0, "9 (100 %)"]]}]
    for changes in (sales, {"titel": "Lager", "ergebnisse": other}, {"titel": "Werk", "ergebnisse": few}):
        assert opened(served, **changes)[0] == 200
    assert opened(served, **sales)[0] == 200  # once more: it is there already
    status, answer = opened(served, titel="Noch einer")
    assert status == 422 and "schon 3 Workshops" in answer["error"]
    served.order("fewest", number=7)
    served.open()
    ballots(served, 7)
    served.order("reveal", step="meinung")
    state = look(served)
    yes, no = state["result"]["bars"]
    assert {one["label"]: one["share"] for one in yes["earlier"]} == {"Vertrieb": 0.25, "Lager": 1.0}
    assert [one["label"] for one in no["earlier"]] == ["Vertrieb"]  # nobody in the store said no
    assert "die Workshops" in state["result"]["notes"][-1] and "Werk" not in state["result"]["notes"][-1]
    assert {one["title"] for one in state["beside"]} == {"Vertrieb", "Lager", "Werk"}
    assert state["earlier"]["promises"] == ROOM["zusagen"]  # the one that came last has none
    served.order("forget_earlier")
    assert look(served)["beside"] == [] and look(served)["result"]["bars"][0]["earlier"] == []


def test_two_workshops_of_the_same_name_are_told_apart_by_their_day(served):
    for on in ("2026-05-03", "2026-06-10"):
        assert opened(served, tag=on)[0] == 200
    served.open()
    ballots(served, 5)
    served.order("close", step="meinung")
    labels = {one["label"] for one in look(served)["result"]["bars"][0]["earlier"]}
    assert labels == {"Vom letzten Mal, 3. Mai 2026", "Vom letzten Mal, 10. Juni 2026"}


def test_a_room_opens_the_file_of_one_that_asked_all_it_could():
    long = "Ein Fall aus dem Alltag. " * 24
    asked = [
        Estimate({"question": "Wie viele?", "low": 0, "high": 100, "step": 1, "unit": "%"}).result([1] * 6),
        Poll({"question": "Q" * 300, "options": OPTIONS, "about": [long, "Text"]}).result(["ja"] * 6),
    ]
    found = [Finding(f"own-{at}", "Frage", one) for at, one in enumerate(asked, 1)]
    many = found + found[:1] * (session.MOST_STEPS - len(found))
    file = earlier.file(Findings("Ablauf", dt.date(2026, 11, 30), 5, many))
    kept = earlier.read(json.loads(file))
    for one in found:  # also where a blank of a label holds a number and its unit together
        bars = earlier.beside(one.result, kept, one.step, 5)["bars"]
        assert all(bar["earlier"] and bar["earlier"][0]["text"] == bar["text"] for bar in bars)


@pytest.mark.parametrize(
    "changes",
    [
        {"ergebnisse": [{**RESULT, "frage": "Ist das klug?", "balken": BARS}]},
        {"ergebnisse": [{**RESULT, "art": "scale", "balken": BARS}]},
        {"ergebnisse": []},
    ],
)
def test_another_question_stands_alone(served, changes):
    assert opened(served, **changes)[0] == 200
    served.open()
    ballots(served, 5)
    served.order("close", step="meinung")
    assert look(served)["result"]["bars"][0]["earlier"] == []


def test_figures_of_fewer_than_this_room_shows_are_not_shown(served):
    served.order("fewest", number=9)
    assert opened(served)[0] == 200
    served.open()
    ballots(served, 9)
    served.order("close", step="meinung")
    assert look(served)["result"]["bars"][0]["earlier"] == []


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"art": "anderes"}, "keine Datei eines Raums"),
        ({"fassung": 2}, "neueren Fassung"),
        ({"fassung": 0}, "beschädigt"),
        ({"fassung": "1"}, "beschädigt"),
        ({"tag": "gestern"}, "beschädigt"),
        ({"titel": ""}, "beschädigt"),
        ({"zusagen": ["a"] * 4}, "beschädigt"),
        ({"zusagen": [["a"]]}, "beschädigt"),
        ({"ergebnisse": {}}, "beschädigt"),
        ({"ergebnisse": [{**RESULT, "antworten": 4, "balken": BARS}]}, "beschädigt"),
        ({"ergebnisse": [{**RESULT, "antworten": True, "balken": BARS}]}, "beschädigt"),
        ({"ergebnisse": [{**RESULT, "balken": [["Ja", 1.5, "x"]]}]}, "beschädigt"),
        ({"ergebnisse": [{**RESULT, "balken": [["Ja"]]}]}, "beschädigt"),
        ({"ergebnisse": [{**RESULT, "art": "sentence", "balken": BARS}]}, "beschädigt"),
        ({"ergebnisse": ["x"]}, "beschädigt"),
    ],
)
def test_what_is_no_file_of_a_room_is_refused_in_german(changes, word):
    with pytest.raises(Refused) as refused:
        earlier.read(ROOM | changes)
    assert word in refused.value.happened and refused.value.remedy and refused.value.code == "bad_value"


def test_only_who_leads_opens_a_file_and_a_huge_one_is_refused(served):
    for token in ("", served.join(), served.room.projector):
        assert served.request("POST", "/leitung/frueher", token, ROOM)[0] == 401
    assert opened(served, titel="x" * (20 << 10)) == opened(
        served, titel=""
    )  # longer than a command may be, but read
    status, answer = served.request(
        "POST", "/leitung/befehl", served.facilitator, {"command": "x" * (20 << 10)}
    )
    assert (status, answer["code"]) == (413, "too_large")


def test_the_promises_of_a_room_are_a_file_that_the_next_one_asks_about(url, monkeypatch):
    step = agenda.plain(agenda.steps()["zusage"])
    monkeypatch.setitem(AGENDA, "steps", [*AGENDA["steps"], step])
    first = Served(url)
    try:
        first.open("zusage")
        for number, choice in enumerate(
            ["anderes"] * 6 + ["lernen"] * 3 + ["fragen"] * 2 + ["kodex", "zeigen"]
        ):
            assert first.vote(first.join(), choice, "zusage", nonce=f"nonce-{number:02}")[0] == 200
        first.order("close", step="zusage")
        file = first.request("GET", "/leitung/raum", first.facilitator)[1]
        assert first.order("promises")[1]["code"] == "no_promises"
    finally:
        first.stop()
    content = json.loads(file["text"])
    words = dict(step["settings"]["options"])
    assert file["name"] == "raum.json" and len(content["zusagen"]) == 3
    assert content["zusagen"][:2] == [words["lernen"], words["fragen"]]
    second = Served(url.replace("workshop.db", "next.db"))
    try:
        assert second.request("POST", "/leitung/frueher", second.facilitator, content)[0] == 200
        second.order("go", step="hallo")
        assert second.order("promises")[0] == 200
        assert list(second.room.record.session.steps)[1] == earlier.STEP
        assert second.order("promises")[1]["code"] == "already_asked"
        second.open(earlier.STEP)
        for number in range(5):
            answers = {"answers": {"z1": "ja", "z2": "teils", "z3": "nein"}}
            assert second.vote(second.join(), answers, earlier.STEP, nonce=f"nonce-{number:02}")[0] == 200
        second.order("reveal", step=earlier.STEP)
        rows = look(second)["result"]["table"]["rows"]
        assert rows[0][:2] == [words["lernen"], "Ja, das ist geschehen."] and rows[0][2].startswith("5")
        session = second.room.record.session
        assert Session.from_plain(session.code, session.plain()) == session
    finally:
        second.stop()
