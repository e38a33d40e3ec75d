"""Told to end in the middle of voting, a workshop keeps every vote that it confirmed, says so, and goes on later."""

import signal
import threading
import time

from test_store import Killable, small_course  # noqa: F401 (a fixture)


def listen(server: Killable, path: str, token: str, heard: list[dict]) -> threading.Thread:
    """Reads a stream to its end."""

    def read() -> None:
        stream = server.stream(path, token)
        try:
            while True:
                heard.append(stream.next())
        except EOFError:
            heard.append({"over": True})

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    return thread


def test_phones_and_the_wall_are_told_to_wait_and_confirmed_votes_are_there_afterwards(small_course):  # noqa: F811
    slow = "from coursetools.workshop import store; import time\nadd = store.Store.add\n"
    slow += "store.Store.add = lambda *given: (time.sleep(0.3), add(*given))"
    server = Killable(small_course, preamble=slow)
    members = [server.join() for _ in range(12)]
    server.open()
    phone, lead = [], []
    threads = [
        listen(server, f"/mitmachen/{server.code}/ereignisse", members[0], phone),
        listen(server, "/leitung/ereignisse", server.facilitator, lead),
    ]
    answers: dict[str, tuple[int, dict]] = {}

    def vote(token: str) -> None:
        try:
            answers[token] = server.vote(token)
        except OSError:
            answers[token] = (0, {})

    while not phone or not lead:
        time.sleep(0.05)
    voting = [threading.Thread(target=vote, args=[token]) for token in members]
    for one in voting:
        one.start()
    time.sleep(0.15)  # the first ones are being written, the others wait
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(20) == 0
    for one in (*voting, *threads):
        one.join(20)
    assert phone[-2:] == [{"session": phone[0]["session"], "pause": True}, {"over": True}] == lead[-2:]
    confirmed = [token for token, (status, _) in answers.items() if status == 200]
    assert len(confirmed) == len(members)  # what waited in line was kept and answered, too
    assert "Traceback" not in "\n".join(server.lines)
    again = Killable(small_course)
    try:
        assert again.code == server.code
        for token in confirmed:
            assert again.state(token)["step"]["activity"]["mine"]["value"] == "ja"
        again.facilitator = server.facilitator  # the page that is still open
        assert again.order("close", step="meinung")[0] == 200
    finally:
        again.stop()
