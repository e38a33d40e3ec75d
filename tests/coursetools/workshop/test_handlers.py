"""The addresses of a workshop from outside: what they answer, and what a forger achieves (nothing)."""

import json
import socket
import threading
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from coursetools.workshop import tokens


def test_somebody_joins_votes_and_sees_their_vote(served):
    token = served.join()
    assert served.state(token)["step"] is None
    served.open()
    status, answer = served.vote(token)
    assert status == 200 and answer["confirmed"] and answer["value"] == "ja"
    assert served.state(token)["step"]["activity"]["mine"] == {"nonce": "nonce-01", "value": "ja"}


def test_a_repeated_vote_counts_once_also_after_closing(served):
    token = served.join()
    served.open()
    first = served.vote(token)
    assert served.vote(token) == first
    served.order("close", step="meinung")
    assert served.vote(token) == first
    assert served.room.record.answers("meinung", 1) == 1


def test_another_choice_replaces_the_first_as_long_as_voting_is_open(served):
    token = served.join()
    served.open()
    served.vote(token)
    served.vote(token, "nein", nonce="nonce-02")
    assert served.values() == ["nein"]
    served.order("close", step="meinung")
    status, answer = served.vote(token, "ja", nonce="nonce-03")
    assert status == 409 and answer["code"] == "closed"
    assert served.values() == ["nein"]


def test_many_voices_at_once_are_all_confirmed_and_counted_once(served):
    members = [served.join() for _ in range(20)]
    served.open()
    answers = []
    threads = [
        threading.Thread(target=lambda token=token: answers.append(served.vote(token)[0]))
        for token in members * 2
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert answers == [200] * 40 and served.room.record.answers("meinung", 1) == 20


@pytest.mark.parametrize(
    ("step", "round_", "code"),
    [
        ("schluss", 1, "not_current"),
        ("hallo", 1, "not_current"),
        ("gibt-es-nicht", 1, "not_current"),
        ("meinung", 2, "not_current"),
        ("meinung", -1, "not_current"),
    ],
)
def test_a_forged_step_or_round_is_refused(served, step, round_, code):
    token = served.join()
    served.open()
    status, answer = served.vote(token, step=step, round_=round_)
    assert (status, answer["code"]) == (409, code) and answer["error"] and answer["remedy"]


def test_nobody_votes_for_somebody_else(served):
    """Who votes is a matter of the token alone: not of a number in the body, nor of a nonce that was overheard."""
    victim, forger = served.join(), served.join()
    served.open()
    served.vote(victim, "ja")
    body = {"step": "meinung", "round": 1, "nonce": "nonce-01", "value": "nein", "participant": 1, "id": 1}
    path = f"/mitmachen/{served.code}/stimme"
    assert served.request("POST", path, forger, body | {"token": victim})[1]["value"] == "nein"
    assert served.state(victim)["step"]["activity"]["mine"]["value"] == "ja"
    assert served.values() == ["ja", "nein"]


@pytest.mark.parametrize("command", ["close", "reveal"])
def test_no_vote_counts_after_closing_revealing_or_going_on(served, command):
    voter, late = served.join(), served.join()
    served.open()
    served.vote(voter)
    served.order(command, step="meinung")
    assert served.vote(late)[1]["code"] == "closed"
    served.order("go", step="schluss")
    assert served.vote(late)[1]["code"] == "not_current"
    served.order("go", step="meinung")
    assert served.vote(late)[1]["code"] == "closed" and served.values() == ["ja"]


def test_a_value_that_the_form_cannot_have_made_is_refused_in_german(served):
    token = served.join()
    served.open()
    for value in ("vielleicht", None, 1, ["ja"], {"a": 1}, "<script>alert(1)</script>"):
        status, answer = served.vote(token, value)
        assert (status, answer["code"]) == (422, "bad_value") and "<" not in answer["error"]
    assert served.room.record.answers("meinung", 1) == 0


@pytest.mark.parametrize("token", ["", "x", "a" * 43, "ä" * 10])
def test_a_wrong_token_opens_nothing(served, token):
    served.open()
    token = token.encode().decode("latin-1")
    for path in ("stand", "ereignisse"):
        assert served.request("GET", f"/mitmachen/{served.code}/{path}", token)[0] == 401
    assert served.vote(token)[0] == 401
    for path in ("ablauf", "ereignisse", "protokoll.docx"):
        assert served.request("GET", f"/leitung/{path}", token)[0] == 401
    assert served.request("POST", "/leitung/befehl", token, {"command": "go", "step": None})[0] == 401
    assert served.request("GET", "/leinwand/ereignisse", token)[0] == 401


def test_each_token_opens_its_own_doors_only(served):
    phone, projector = served.join(), served.room.projector
    for token in (phone, projector):
        assert served.request("GET", "/leitung/ablauf", token)[0] == 401
        assert served.request("POST", "/leitung/befehl", token, {"command": "go", "step": None})[0] == 401
    assert served.request("GET", "/leinwand/ereignisse", phone)[0] == 401
    for token in (served.facilitator, projector):
        assert served.request("GET", f"/mitmachen/{served.code}/stand", token)[0] == 401


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "beitreten"),
        ("POST", "stimme"),
        ("GET", "stand"),
        ("GET", "ereignisse"),
        ("GET", "qr.svg"),
    ],
)
def test_an_unknown_workshop_is_refused_also_with_a_good_token_and_small_letters_do(served, method, path):
    token, body = served.join(), {} if method == "POST" else None
    status, answer = served.request(method, f"/mitmachen/QQQQQQ/{path}", token, body)
    assert (status, answer["code"]) == (404, "unknown_session") and answer["error"] and answer["remedy"]
    status, answer = served.request("POST", f"/mitmachen/{served.code.lower()}/beitreten", body={})
    assert status == 200 and len(served.room.record.people) == 2


@pytest.mark.parametrize("size", [(16 << 10) + 1, 60_000, 1 << 20])
@pytest.mark.parametrize("where", ["stimme", "beitreten", "befehl"])
def test_a_huge_body_is_refused_with_words(served, where, size):
    served.open()
    token = served.join()
    path = "/leitung/befehl" if where == "befehl" else f"/mitmachen/{served.code}/{where}"
    try:
        status, answer = served.request(
            "POST", path, served.facilitator if where == "befehl" else token, b"x" * size
        )
    except (BrokenPipeError, ConnectionResetError):  # hung up on while still sending
        assert size == 1 << 20
    else:
        assert (status, answer["code"]) == (413, "too_large")
    assert served.vote(token)[0] == 200 and len(served.room.record.people) == 1


def test_a_huge_body_that_does_not_say_how_long_it_is_is_refused_before_it_is_read(served, caplog):
    """Sent in pieces without an end: only a server that counts along ever answers."""
    token = served.join()
    head = (
        f"POST /mitmachen/{served.code}/stimme HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", served.port), timeout=20) as connection:
        connection.sendall(head.encode())
        for _ in range(5):
            connection.sendall(b"1000\r\n" + b"x" * 0x1000 + b"\r\n")
        answer = connection.recv(1 << 16)
    assert answer.startswith(b"HTTP/1.1 413") and b"too_large" in answer and not caplog.records
    assert served.state(token)["step"] is None


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"1", b"\xff", b'{"step": NaN}', b"[" * 16000, b"{}"])
def test_what_is_no_vote_is_refused(served, body):
    status, answer = served.request("POST", f"/mitmachen/{served.code}/stimme", served.join(), body)
    assert (status, answer["code"]) == (400, "bad_request")


def test_a_form_of_another_site_cannot_post(served):
    path = f"/mitmachen/{served.code}/beitreten"
    assert served.request("POST", path, body=b"{}", kind="text/plain")[0] == 400
    assert not served.room.record.people


def test_somebody_in_a_hurry_is_asked_to_wait_and_the_others_are_not(served):
    hasty, calm = served.join(), served.join()
    served.open()
    statuses = {served.vote(hasty)[0] for _ in range(100)}
    assert statuses == {200, 429}
    assert served.vote(calm)[0] == 200


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
STEPS = st.sampled_from(["meinung", "nachher", "schluss", "hallo"])
BODIES = (
    st.fixed_dictionaries(
        {},
        optional={
            "step": STEPS | JSON,
            "round": st.integers(-1, 3) | JSON,
            "nonce": st.just("nonce-01") | JSON,
            "value": st.sampled_from(["ja", {"answers": {"tempo": "ja"}}]) | JSON,
            "command": st.sampled_from(["go", "open", "close", "reveal", "reset", "fewest", "moderate"])
            | JSON,
            "number": JSON,
            "text": JSON,
            "shown": JSON,
            "on": JSON,
            "units": JSON,
        },
    )
    | JSON
)


@given(BODIES, st.sampled_from(["stimme", "befehl", "beitreten"]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_sent_is_answered_clearly_and_the_session_goes_on(served, body, where):
    token = served.facilitator if where == "befehl" else served.join()
    path = "/leitung/befehl" if where == "befehl" else f"/mitmachen/{served.code}/{where}"
    sent = json.dumps(body).encode("utf-8", "surrogatepass")
    status, answer = served.request("POST", path, token, sent)
    assert status in (200, 400, 409, 410, 422, 429), answer
    if status != 200:
        assert answer["error"] and answer["remedy"]
    assert not served.room.ended
    session = served.room.record.session
    for (step, round_), votes in served.room.record.votes.items():
        assert round_ <= session.last_round(step)
        for vote in votes.values():
            served.room.record.activity(step).accept(vote.value, round_)


@given(
    st.sampled_from(["beitreten", "stimme", "stand", "ereignisse", "qr.svg", ""]),
    st.text(min_size=1, max_size=14),
    st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), max_size=60),
)
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_made_up_code_or_token_gets_in_or_makes_a_fault(served, where, code, token):
    assume(code.upper() != served.code)
    path = f"/mitmachen/{quote(code, safe='')}/{where}".rstrip("/")
    method, body = ("POST", {}) if where in ("beitreten", "stimme") else ("GET", None)
    status, _ = served.request(method, path, token, body)
    assert status == 404 or (status == 200 and where == "")  # the page itself knows nothing
    assert served.request("GET", "/leitung/ablauf", token)[0] == 401
    assert served.request("GET", "/leinwand/ereignisse", token)[0] == 401
    assert not served.room.record.people


def test_events_tell_each_change_and_a_phone_that_comes_back_needs_only_one(served):
    token = served.join()
    stream = served.stream(f"/mitmachen/{served.code}/ereignisse", token)
    assert stream.answer.headers["Content-Type"].startswith("text/event-stream")
    assert stream.answer.headers["Content-Encoding"] is None
    assert stream.next()["step"] is None
    served.open()
    stream.until(lambda state: state["step"] and state["step"]["activity"]["state"] == "open")
    stream.close()
    served.vote(token)
    served.order("close", step="meinung")
    state = served.stream(f"/mitmachen/{served.code}/ereignisse", token).next()
    assert state["step"]["activity"]["state"] == "closed"
    assert state["step"]["activity"]["mine"]["value"] == "ja"


def test_two_facilitators_see_and_do_the_same(served):
    first, second = (served.stream("/leitung/ereignisse", served.facilitator) for _ in range(2))
    served.open()
    for stream in (first, second):
        state = stream.until(lambda state: state["position"] == "meinung")
        assert state["code"] == served.code
    served.order("close", step="meinung")
    status, answer = served.order("open", step="schluss", round=1)
    assert (status, answer["code"]) == (409, "not_current")


def test_two_facilitators_who_click_the_same_at_once_do_it_once(served):
    token = served.join()
    served.open()
    served.vote(token)

    def at_once(command: str, **values) -> list[tuple[int, dict]]:
        answers = []
        threads = [
            threading.Thread(target=lambda: answers.append(served.order(command, **values))) for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        return answers

    assert [status for status, _ in at_once("close", step="meinung")] == [200] * 8
    assert {status for status, _ in at_once("open", step="meinung", round=2)} == {200}
    assert served.room.record.session.phase("meinung").round == 2 and served.values() == ["ja"]
    assert {status for status, _ in at_once("end", confirm="beenden")} <= {200, 410}
    assert served.order("go", step=None)[1]["code"] == "ended"


def test_what_two_facilitators_want_at_once_is_done_in_some_order_or_refused(served):
    """One moves on while the other reveals: whoever comes second is told, and nothing is half done."""
    answers = {}

    def order(name: str, step: str) -> None:
        answers[name] = served.order(name, step=step)

    for _ in range(5):
        served.order("reset", step="meinung")
        served.open()
        threads = [
            threading.Thread(target=order, args=one) for one in (("go", "schluss"), ("reveal", "meinung"))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        assert answers["go"][0] == 200
        session = served.room.record.session
        assert session.position == "schluss"
        if answers["reveal"][0] == 200:
            assert session.phase("meinung").state == "revealed"
        else:
            assert answers["reveal"][1]["code"] == "not_current"
            assert session.phase("meinung").state == "closed"
        served.order("go", step="meinung")


def test_nothing_is_shown_below_five_answers_and_the_projector_waits_for_the_reveal(served):
    members = [served.join() for _ in range(5)]
    projector = served.stream("/leinwand/ereignisse", served.room.projector)
    facilitator = served.stream("/leitung/ereignisse", served.facilitator)
    served.open()
    for token in members[:4]:
        served.vote(token)
    served.order("close", step="meinung")
    state = facilitator.until(lambda state: state["too_few"])
    assert state["too_few"] == 1 and not (state["result"] and state["result"]["enough"])
    served.order("open", step="meinung", round=1)
    served.vote(members[4], "nein")
    served.order("close", step="meinung")
    state = facilitator.until(lambda state: state["result"] and state["result"]["enough"])
    seen = projector.until(lambda state: state["step"] and state["step"]["activity"].get("answers") == 5)
    assert seen["step"]["activity"]["result"] is None
    served.order("reveal", step="meinung")
    seen = projector.until(lambda state: state["step"]["activity"]["result"])
    assert seen["step"]["activity"]["result"]["enough"]
    summary = served.state(members[0])["step"]["activity"]["summary"]
    assert summary == seen["step"]["activity"]["result"]["summary"]


def test_the_projector_shows_the_questions_of_a_talk(served):
    token = served.join()
    projector = served.stream("/leinwand/ereignisse", served.room.projector)
    served.order("go", step="hallo")
    seen = projector.until(lambda state: state["step"] and state["step"]["id"] == "hallo")
    assert seen["step"]["ask"] == ["Wer ist da?"]
    assert "Wer ist da?" not in str(served.state(token))


def test_reset_deletes_the_votes_of_one_activity(served):
    token = served.join()
    served.open()
    served.vote(token)
    assert served.order("reset", step="meinung")[0] == 200
    assert served.state(token)["step"]["activity"] == {
        "kind": "poll",
        "state": "hidden",
        "round": 1,
        "public": None,
        "summary": None,
        "mine": None,
        "own": {},
    }
    served.open()
    assert served.room.record.answers("meinung", 1) == 0


def test_a_second_round_keeps_the_first(served):
    token = served.join()
    served.open()
    served.vote(token)
    served.open(round_=2)
    assert served.state(token)["step"]["activity"]["mine"] is None
    assert served.vote(token, "nein", round_=2)[0] == 200
    assert (served.values(), served.values(2)) == (["ja"], ["nein"])


def test_before_and_after_are_rounds_of_one_activity(served):
    members = [served.join() for _ in range(5)]
    served.open()
    for token in members:
        served.vote(token)
    served.open("nachher", 2)
    for token in members:
        assert served.vote(token, "nein", "nachher", 2)[0] == 200
    assert served.vote(members[0], "nein", "meinung", 2, "nonce-02")[1]["code"] == "not_current"
    served.order("reveal", step="nachher")
    projector = served.stream("/leinwand/ereignisse", served.room.projector)
    result = projector.until(lambda state: state["step"]["activity"]["result"])["step"]["activity"]["result"]
    assert any(bar["earlier"] for bar in result["bars"])
    assert (served.values(1), served.values(2)) == (["ja"] * 5, ["nein"] * 5)


def test_free_text_is_refused_until_switched_on_and_shown_only_once_let_through(served):
    members = [served.join() for _ in range(5)]
    served.open("schluss")
    written = {"answers": {"tempo": "ja"}, "text": "Mehr <b>Beispiele</b>"}
    assert served.vote(members[0], written, "schluss")[0] == 422
    served.order("free_text", step="schluss", on=True)
    for place, token in enumerate(members):
        status, answer = served.vote(token, {**written, "text": f"Beispiel {place}"}, "schluss")
        assert status == 200, answer
    stream = served.stream("/leitung/ereignisse", served.facilitator)
    texts = stream.until(lambda state: len(state["texts"]) == 5)["texts"]
    assert not any(one["shown"] for one in texts)
    served.order("moderate", step="schluss", text="Beispiel 3", shown=True)
    served.order("reveal", step="schluss")
    projector = served.stream("/leinwand/ereignisse", served.room.projector)
    result = projector.until(lambda state: state["step"]["activity"]["result"])["step"]["activity"]["result"]
    assert result["texts"] == ["Beispiel 3"]


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "1 < 2"])
def test_script_in_a_free_text_is_refused_and_nowhere_shown(served, text):
    members = [served.join() for _ in range(5)]
    served.open("schluss")
    served.order("free_text", step="schluss", on=True)
    for token in members[1:]:
        served.vote(token, {"answers": {"tempo": "ja"}}, "schluss")
    status, answer = served.vote(members[0], {"answers": {"tempo": "ja"}, "text": text}, "schluss")
    assert (status, answer["code"]) == (422, "bad_value") and text not in str(answer)
    served.vote(members[0], {"answers": {"tempo": "ja"}}, "schluss")
    served.order("moderate", step="schluss", text=text, shown=True)
    served.order("reveal", step="schluss")
    facilitator = served.stream("/leitung/ereignisse", served.facilitator)
    state = facilitator.until(lambda state: state["result"])
    assert state["texts"] == [] and state["result"]["texts"] == []


def test_the_agenda_can_be_exchanged_until_somebody_may_vote(served):
    assert served.order("agenda", agenda="anders")[0] == 200
    status, sheet = served.request("GET", "/leitung/ablauf", served.facilitator)
    assert status == 200 and sheet["agenda"]["id"] == "anders" and sheet["plan"] == 2
    assert [one["id"] for one in sheet["agendas"]] == ["probe", "anders"]
    assert served.order("agenda", units=["01.1"])[0] == 200
    for units in ([], ["99.9"], [1], [{}]):
        assert served.order("agenda", units=units)[1]["code"] == "unknown_agenda"
    served.open()
    assert served.order("agenda", agenda="probe")[1]["code"] == "already_running"


def test_the_protocol_holds_sums_and_no_single_answer(served):
    members = [served.join() for _ in range(6)]
    served.open()
    for token in members:
        served.vote(token)
    served.order("close", step="meinung")
    status, content = served.request("GET", "/leitung/protokoll.docx", served.facilitator)
    assert status == 200 and content.startswith(b"PK")
    text = _words(content)
    assert "Protokoll des Workshops" in text and "Ist das fair?" in text and "6" in text


def test_a_protocol_without_enough_answers_says_so(served):
    content = served.request("GET", "/leitung/protokoll.docx", served.facilitator)[1]
    assert "keine Abstimmung mit genug Antworten" in _words(content)


def test_the_end_needs_a_word_and_then_everything_is_gone(served, url):
    token = served.join()
    served.open()
    served.vote(token)
    stream = served.stream(f"/mitmachen/{served.code}/ereignisse", token)
    assert served.order("end")[0] == 400
    assert served.state(token)["step"]
    assert served.order("end", confirm="beenden")[0] == 200
    assert stream.until(lambda state: state["ended"])["session"] == served.room.name
    assert served.vote(token)[1]["code"] == "ended"
    assert served.order("go", step=None)[1]["code"] == "ended"
    status, answer = served.request("POST", f"/mitmachen/{served.code}/beitreten", body={})
    assert (status, answer["code"]) == (410, "ended")
    assert not list(served.store.file.parent.iterdir())


def test_the_qr_code_holds_the_join_address_and_no_token(served):
    status, drawn = served.request("GET", f"/mitmachen/{served.code}/qr.svg")
    assert status == 200 and drawn.startswith(b"<?xml") and b"script" not in drawn


def test_answers_are_strict_with_the_browser_and_are_not_kept(served):
    import http.client

    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
    connection.request("GET", f"/mitmachen/{served.code}/stand")
    answer = connection.getresponse()
    assert answer.status == 401 and answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Set-Cookie"] is None and answer.headers["Server"] is None
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    connection.close()


def test_tokens_are_long_random_and_compared_whole():
    assert len({tokens.new_token() for _ in range(100)}) == 100 and len(tokens.new_token()) == 43
    hashed = tokens.digest("a")
    assert tokens.known(hashed, [tokens.digest("b"), hashed]) and not tokens.known(hashed[:-1], [hashed])


def _words(content: bytes) -> str:
    import io

    from docx import Document

    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
