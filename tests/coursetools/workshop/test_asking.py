"""Own questions on a real server: asked, answered, moderated, kept through a crash."""

import json

import asked
import pytest
import served as servers
from served import served, url  # noqa: F401 (fixtures)

KIND, TEXT = "poll", {"question": "Was fehlt?"}


def ask(served, kind: str = KIND, now: bool = True, minutes: int = 3, **changes):  # noqa: F811
    """Status and answer of a question."""
    settings = {**asked.SETTINGS.get(kind, {}), **changes}
    return served.order("ask", kind=kind, settings=settings, minutes=minutes, now=now)


def facilitator(served) -> dict:  # noqa: F811
    """What a facilitator is told now."""
    stream = served.stream("/leitung/ereignisse", served.facilitator)
    state = stream.next()
    stream.close()
    return state


def steps(served) -> list[str]:  # noqa: F811
    """Ids of the run sheet."""
    return [step["id"] for step in served.room.record.session.agenda["steps"]]


def result(served) -> dict:  # noqa: F811
    """The result that the facilitator is shown."""
    stream = served.stream("/leitung/ereignisse", served.facilitator)
    found = stream.until(lambda state: state["result"])["result"]
    stream.close()
    return found


@pytest.mark.parametrize("kind", asked.SETTINGS)
def test_each_kind_goes_from_the_facilitator_to_the_phones_and_back(served, kind):  # noqa: F811
    served.order("go", step="hallo")
    assert ask(served, kind)[0] == 200
    assert steps(served)[:2] == ["hallo", "own-1"]  # right behind the step that runs
    phones = [served.join() for _ in range(5)]
    for at, phone in enumerate(phones):
        activity = served.state(phone)["step"]["activity"]
        assert activity["state"] == "open" and activity["public"]["kind"] == kind
        value = asked.answer(activity["public"] | activity["own"], at)
        assert served.vote(phone, value, "own-1", nonce=f"nonce-0{at}")[0] == 200
    assert served.order("close", step="own-1")[0] == 200
    assert result(served)["answers"] == 5
    mine = served.state(phones[0])["step"]["activity"]["mine"]
    assert mine["value"] == served.room.record.mine(served.room.participant(phones[0])).value


def test_a_question_for_later_waits_behind_those_that_wait_and_can_be_changed_or_taken_away(served):  # noqa: F811
    served.order("go", step="hallo")
    for _ in range(2):
        assert ask(served, "text", now=False)[0] == 200
    assert ask(served, "cloud", now=False, question="Drei Wörter?")[0] == 200
    assert steps(served)[:4] == ["hallo", "own-1", "own-2", "own-3"]
    changed = {"step": "own-2", "kind": "poll", "settings": asked.SETTINGS["poll"], "minutes": 7}
    assert served.order("rewrite", **changed)[0] == 200
    assert served.order("drop", step="own-1")[0] == 200
    session = served.room.record.session
    assert steps(served)[:3] == ["hallo", "own-2", "own-3"]
    assert session.steps["own-2"]["activity"] == "poll" and session.steps["own-2"]["minutes"] == 7
    assert session.agenda["minutes"] == sum(step["minutes"] for step in session.agenda["steps"])
    served.open("own-2")
    assert served.order("rewrite", **changed)[1]["code"] == "already_running"
    assert served.order("drop", step="own-2")[1]["code"] == "already_running"
    for step in ("meinung", "hallo", "unbekannt"):  # what the course brings stays as it is
        assert served.order("drop", step=step)[0] == 400


def test_another_agenda_keeps_the_questions_that_wait(served):  # noqa: F811
    assert ask(served, now=False)[0] == 200
    assert served.order("agenda", agenda="anders")[0] == 200
    assert steps(served) == ["hallo", "own-1", "meinung"]
    assert served.room.record.session.agenda["minutes"] == 33


def test_what_was_asked_answered_and_let_through_survives_a_crash(served, url):  # noqa: F811
    assert ask(served, "text")[0] == 200
    phones = [served.join() for _ in range(5)]
    for at, phone in enumerate(phones):
        assert served.vote(phone, f"Text {at} <b>&\ud800</b>", "own-1")[0] == 200
    assert served.order("close", step="own-1")[0] == 200
    assert served.order("moderate", step="own-1", text="Text 2 <b>& </b>", shown=True)[0] == 200
    assert served.order("reveal", step="own-1")[0] == 200
    before = result(served)
    assert before["texts"] == ["Text 2 <b>& </b>"]
    served.stop()
    again = servers.Served(url)
    try:
        assert steps(again)[0] == "own-1"
        assert sorted(again.values(step="own-1")) == [f"Text {at} <b>& </b>" for at in range(5)]
        assert result(again) == before
        assert again.state(phones[0])["step"]["activity"]["mine"]["value"] == "Text 0 <b>& </b>"
    finally:
        again.stop()


def test_a_text_is_seen_by_nobody_but_the_facilitator_until_it_is_let_through_and_can_be_hidden_again(served):  # noqa: F811
    assert ask(served, "text")[0] == 200
    phones = [served.join() for _ in range(5)]
    for at, phone in enumerate(phones[:4]):
        served.vote(phone, f"Geheim {at}", "own-1")
    assert facilitator(served)["texts"] == []  # from so few, a text tells who wrote it
    served.vote(phones[4], "Geheim 4", "own-1")
    assert [one["text"] for one in sorted(facilitator(served)["texts"], key=lambda one: one["text"])] == [
        f"Geheim {at}" for at in range(5)
    ]
    served.order("reveal", step="own-1")
    result(served)
    wall = served.stream("/leinwand/ereignisse", served.room.projector)
    assert "Geheim" not in json.dumps(wall.until(lambda state: state["step"]["activity"]["result"]))
    served.order("moderate", step="own-1", text="Geheim 3", shown=True)
    shown = wall.until(lambda state: (state["step"]["activity"]["result"] or {}).get("texts"))
    assert shown["step"]["activity"]["result"]["texts"] == ["Geheim 3"]
    served.order("moderate", step="own-1", text="Geheim 3", shown=False)
    hidden = wall.until(lambda state: (state["step"]["activity"]["result"] or {}).get("texts") == [])
    assert "Geheim" not in json.dumps(hidden)
    wall.close()
    assert "Geheim 3" not in json.dumps(served.state(phones[0]))


def test_a_question_for_later_does_not_touch_a_result_that_is_seen(served):  # noqa: F811
    served.open()
    for phone in [served.join() for _ in range(5)]:
        served.vote(phone)
    served.order("reveal", step="meinung")
    assert result(served)
    assert ask(served, "text", now=False)[0] == 200
    assert facilitator(served)["result"]["answers"] == 5 and not facilitator(served)["computing"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"kind": "applicants", "settings": {"question": "?"}}, 422),
        ({"kind": "kodex_vote", "settings": {"question": "?"}}, 422),
        ({"kind": "retrospective", "settings": {}}, 422),
        ({"kind": "unsinn", "settings": {}}, 422),
        ({"kind": "poll", "settings": {"question": "x" * 301, "options": asked.OPTIONS}}, 422),
        ({"kind": "poll", "settings": {"question": "?", "options": [["a1", "nur eine"]]}}, 422),
        ({"kind": "text", "settings": {"question": " \x00\u0007 "}}, 422),
        ({"kind": "estimate", "settings": {"question": "?", "low": 0, "high": 1e300}}, 422),
        ({"kind": "estimate", "settings": {"question": "?", "low": 0, "high": 10, "truth": 99}}, 422),
        ({"kind": "text", "settings": ["?"]}, 400),
        ({"kind": 3, "settings": {}}, 400),
        ({"kind": "text", "settings": {"question": "?"}, "minutes": "3"}, 400),
        ({"kind": "text", "settings": {"question": "?" * 17000}}, 413),
    ],
)
def test_a_question_that_does_not_fit_is_refused_in_german_and_changes_nothing(served, body, status):  # noqa: F811
    before = served.room.record.session
    got, answer = served.order("ask", **{"minutes": 3, "now": True, **body})
    assert (got, served.room.record.session) == (status, before)
    assert answer["error"].endswith(".") and answer["remedy"].endswith(".")


def test_what_a_facilitator_types_stays_text(served):  # noqa: F811
    assert ask(served, "text", question="<img src=x>\n\ud83d & {{7*7}}\x00")[0] == 200
    public = served.state(served.join())["step"]["activity"]["public"]
    assert public["question"] == "<img src=x> & {{7*7}}"


def test_only_the_facilitator_asks(served):  # noqa: F811
    body = {"command": "ask", "kind": "text", "settings": TEXT, "minutes": 3, "now": True}
    for token in ("", served.join(), served.room.projector):
        assert served.request("POST", "/leitung/befehl", token, body)[0] == 401
    assert "own-1" not in steps(served)


def test_an_agenda_takes_so_many_questions_and_no_more(served):  # noqa: F811
    session = served.room.record.session
    many = {**session.agenda, "steps": [{**session.agenda["steps"][0], "id": f"s-{at}"} for at in range(150)]}
    assert served.order("agenda", agenda="anders")[0] == 200
    served.workshop.agendas.ready["viele"] = many
    try:
        assert served.order("agenda", agenda="viele")[0] == 200
        assert ask(served)[1]["code"] == "too_many"
    finally:
        del served.workshop.agendas.ready["viele"]


def test_questions_of_the_room_are_read_first_voted_for_once_and_marked_as_answered(served, url):  # noqa: F811
    assert ask(served, "qa")[0] == 200
    phones = [served.join() for _ in range(4)]
    assert served.vote(phones[0], {"asked": ["Wer <b>haftet</b>?"], "up": []}, "own-1")[0] == 200
    assert facilitator(served)["texts"] == []  # so few could have asked it
    phones.append(served.join())
    (read,) = facilitator(served)["texts"]  # while voting is open, from five devices on
    assert (read["text"], read["shown"], read["answered"]) == ("Wer <b>haftet</b>?", False, False)
    assert "haftet" not in json.dumps(served.state(phones[1]))
    assert served.order("answered", step="own-1", text=read["text"], on=True)[1]["code"] == "not_released"
    assert served.order("moderate", step="own-1", text=read["text"], shown=True)[0] == 200
    (seen,) = served.state(phones[1])["step"]["activity"]["public"]["released"]
    assert seen["text"] == "Wer <b>haftet</b>?" and not seen["answered"]
    up = {"asked": [], "up": [seen["id"], seen["id"], "0" * 12]}
    for phone in phones[1:]:
        assert served.vote(phone, up, "own-1", nonce="nonce-02")[0] == 200
    served.vote(phones[1], up, "own-1", nonce="nonce-03")  # again: still one vote
    assert served.order("answered", step="own-1", text=read["text"], on=True)[0] == 200
    assert served.order("reveal", step="own-1")[0] == 200
    shown = result(served)
    assert shown["table"]["rows"] == [["Wer <b>haftet</b>?", "5 (100\xa0%)", "beantwortet"]]
    served.stop()
    again = servers.Served(url)
    try:
        assert result(again) == shown
        assert again.order("moderate", step="own-1", text=read["text"], shown=False)[0] == 200
        assert "haftet" not in json.dumps(again.state(phones[1])["step"]["activity"]["public"])
    finally:
        again.stop()


def test_many_words_are_let_through_at_once_but_only_those_that_were_read(served):  # noqa: F811
    assert ask(served, "cloud")[0] == 200
    phones = [served.join() for _ in range(5)]
    for at, phone in enumerate(phones):
        served.vote(phone, [f"Wort{at}"], "own-1")
    read = [one["text"] for one in facilitator(served)["texts"]]
    served.vote(phones[0], ["ungelesen"], "own-1", nonce="nonce-02")
    assert served.order("moderate", step="own-1", texts=read, shown=True)[0] == 200
    served.order("reveal", step="own-1")
    assert {bar["label"] for bar in result(served)["bars"]} == {"Wort1", "Wort2", "Wort3", "Wort4"}
    assert served.order("moderate", step="own-1", texts=[3], shown=True)[0] == 400


def test_a_question_whose_answer_was_lost_with_the_server_is_asked_once(served, url):  # noqa: F811
    one = {"kind": KIND, "settings": {**asked.SETTINGS[KIND]}, "minutes": 3, "id": "befehl-01"}
    assert served.order("ask", **one, now=True)[0] == 200
    served.stop()
    again = servers.Served(url)
    try:
        assert again.order("ask", **one, now=True)[0] == 200
        assert [id for id in steps(again) if id.startswith("own-")] == ["own-1"]
        assert again.order("ask", **one | {"id": "befehl-02"}, now=True)[0] == 200
        assert len([id for id in steps(again) if id.startswith("own-")]) == 2
    finally:
        again.stop()


def grouped(served, phones) -> list[str]:  # noqa: F811
    """The group that each phone is told."""
    return [served.state(phone)["step"]["activity"]["own"].get("group") for phone in phones]


def test_groups_by_lot_are_of_one_size_stay_after_a_crash_and_one_phone_answers_for_all(served, url):  # noqa: F811
    phones = [served.join() for _ in range(8)]
    assert ask(served, "groups", groups=4, by="random")[0] == 200
    told = grouped(served, phones)
    assert sorted(told) == sorted(["blue", "orange", "green", "red"] * 2)
    late = served.join()
    assert grouped(served, [late]) == [None]  # chooses a colour
    for phone, group in zip([*phones, late], [*told, "blue"], strict=True):
        assert served.vote(phone, {"group": group}, "own-1")[0] == 200
    blue = [phone for phone, group in zip(phones, told, strict=True) if group == "blue"]
    red = next(phone for phone, group in zip(phones, told, strict=True) if group == "red")
    for forged in (
        {"group": "blue"},
        {"group": "blue", "text": "Für die anderen"},
    ):  # no page of ours lets it
        assert served.vote(red, forged, "own-1", nonce="nonce-02")[0] == 400
    assert (
        served.vote(blue[0], {"group": "blue", "text": "Wir raten <b>x</b>"}, "own-1", nonce="nonce-02")[0]
        == 200
    )
    for other in (blue[1], late):
        status, answer = served.vote(other, {"group": "blue", "text": "Wir auch"}, "own-1", nonce="nonce-03")
        assert (status, answer["code"]) == (409, "claimed")
    assert served.vote(blue[0], {"group": "blue", "text": "Wir raten y"}, "own-1", nonce="nonce-04")[0] == 200
    assert [one["text"] for one in facilitator(served)["texts"]] == ["Wir raten y"]
    served.stop()
    again = servers.Served(url)
    try:
        assert grouped(again, phones) == told
        assert again.order("moderate", step="own-1", text="Wir raten y", shown=True)[0] == 200
        assert again.order("reveal", step="own-1")[0] == 200
        rows = {name: (size, text) for name, size, text in result(again)["table"]["rows"]}
        assert rows["Gruppe Blau"] == ("3 (33\xa0%)", "Wir raten y") and rows["Gruppe Rot"] == (
            "2 (22\xa0%)",
            "",
        )
        assert again.order("open", step="own-1", round=1)[0] == 200
        assert grouped(again, phones) == told and grouped(again, [late]) != [None]
    finally:
        again.stop()
