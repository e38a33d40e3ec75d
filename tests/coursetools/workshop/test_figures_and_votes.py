"""Figures never follow a single vote: not by a lower minimum, not by opening again after a preview."""

from served import Served

STEP = "meinung"


def ballots(served: Served, count: int, value: str = "ja", nonce: str = "nonce-01") -> list[str]:
    """So many people who have voted."""
    members = [served.join() for _ in range(count)]
    for token in members:
        assert served.vote(token, value, nonce=nonce)[0] == 200
    return members


def look(served: Served) -> dict:
    """What the facilitator sees, once a result that is on its way has come."""
    stream = served.stream("/leitung/ereignisse", served.facilitator)
    state = stream.until(lambda state: not state["computing"])
    stream.close()
    return state


def shares(state: dict) -> dict[str, str]:
    """Label → figure of the result."""
    return {bar["label"]: bar["text"].replace("\N{NO-BREAK SPACE}", " ") for bar in state["result"]["bars"]}


def test_the_minimum_only_rises_as_long_as_there_are_votes(served):
    assert served.order("fewest", number=20)[0] == 200
    assert served.order("fewest", number=6)[0] == 200  # nobody has voted yet
    served.open()
    members = ballots(served, 6)
    assert served.order("fewest", number=12)[0] == 200
    status, answer = served.order("fewest", number=11)
    assert (status, answer["code"]) == (409, "bad_number") and "nur noch erhöhen" in answer["error"]
    served.order("close", step=STEP)
    assert served.order("fewest", number=5)[1]["code"] == "bad_number"
    assert not look(served)["result"]["enough"]
    served.order("open", step=STEP, round=1)
    assert served.order("reset", step=STEP)[0] == 200
    assert served.order("fewest", number=5)[0] == 200
    assert members


def test_after_a_preview_new_figures_need_as_many_new_votes_as_the_first_ones(served):
    served.open()
    members = ballots(served, 6)
    served.order("close", step=STEP)
    before = look(served)
    assert before["result"]["answers"] == 6 and before["new"] is None
    for number in range(4):  # one more at a time, as somebody would who wants to know each vote
        served.order("open", step=STEP, round=1)
        ballots(served, 1, "nein")
        served.order(("close", "reveal")[number % 2], step=STEP)
        state = look(served)
        assert shares(state) == shares(before) and state["result"]["answers"] == 6
        assert state["new"] == {"answers": number + 1, "missing": 4 - number}
        assert state["phases"][STEP]["answers"] == 7 + number
    served.order("open", step=STEP, round=1)
    served.vote(members[0], "nein", nonce="nonce-02")  # a changed vote is a new one
    served.order("close", step=STEP)
    state = look(served)
    assert state["result"]["answers"] == 10 and state["new"] is None
    assert shares(state) == {"Ja": "5 (50 %)", "Nein": "5 (50 %)"}


def test_the_same_choice_again_is_nothing_new(served):
    served.open()
    members = ballots(served, 5)
    served.order("close", step=STEP)
    served.order("open", step=STEP, round=1)
    for token in members[1:]:
        assert served.vote(token, "ja", nonce="nonce-02")[0] == 200
    served.vote(members[0], "nein", nonce="nonce-02")
    served.order("close", step=STEP)
    state = look(served)
    assert state["new"] == {"answers": 1, "missing": 4} and shares(state) == {"Ja": "5 (100 %)", "Nein": "0"}


def test_the_protocol_the_next_round_and_a_restart_know_no_newer_figures(url):
    served = Served(url)
    try:
        served.open()
        ballots(served, 5)
        served.order("close", step=STEP)
        served.order("open", step=STEP, round=1)
        ballots(served, 1, "nein")
        served.order("go", step="hallo")  # leaving closes
    finally:
        served.stop()
    again = Served(url)
    try:
        assert again.room.record.rounds(STEP) == {1: ["ja"] * 5}
        assert again.room.record.lacking(STEP) == (0, 4)
        again.order("go", step=STEP)
        assert look(again)["result"]["answers"] == 5
        again.order("open", step=STEP, round=2)
        assert again.room.record.rounds(STEP)[1] == ["ja"] * 5
        state = again.stream("/leitung/ereignisse", again.facilitator).next()
        assert state["phases"][STEP]["rounds"] == [6, 0]
    finally:
        again.stop()


def test_a_room_that_leaves_an_open_round_for_the_next_one_is_asked_for_enough_votes_there(served):
    served.open()
    ballots(served, 5)
    served.order("close", step=STEP)
    served.order("open", step=STEP, round=1)
    ballots(served, 2, "nein")
    served.order("open", step=STEP, round=2)  # without closing
    assert served.room.record.rounds(STEP) == {1: ["ja"] * 5, 2: []}
