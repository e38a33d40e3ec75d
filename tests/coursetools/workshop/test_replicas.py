"""Two servers on one PostgreSQL: one leads, the other takes over with everything that was confirmed."""

import json
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from served import Served
from serving import wait_for
from test_store import Killable, a_session, small_course, upgrade_to  # noqa: F401 (a fixture)

from coursetools import machine
from coursetools.workshop import kept_rooms, postgres, saving
from coursetools.workshop import store as store_module
from coursetools.workshop.room import begin, open_room
from coursetools.workshop.session import Session
from coursetools.workshop.store import Store, Vote
from fairki.errors import SetupError

pytestmark = [pytest.mark.xdist_group("grade"), pytest.mark.needs(machine.POSIX)]

QUICK = "from coursetools.workshop import postgres, replicas; postgres.HANGS, replicas.HANGS, replicas.BEAT = 3, 3, 0.3"
EMPTY = {"id": "probe", "title": "Probe", "minutes": 5, "steps": []}
TABLES = ("session", "key", "participant", "vote", "shown")


@pytest.fixture
def start(small_course, database_url) -> Iterator[Callable[..., Killable]]:  # noqa: F811
    """Starts servers on one database."""
    started: list[Killable] = []

    def one(**options) -> Killable:
        started.append(Killable(small_course, database=database_url, preamble=QUICK, **options))
        return started[-1]

    yield one
    for server in started:
        server.process.send_signal(signal.SIGCONT)
        server.stop(signal.SIGKILL)


def rows(url: str, table: str) -> int:
    """Of a table of the workshop."""
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        found = connection.execute(sa.text(f"SELECT count(*) FROM {table}")).scalar()
    engine.dispose()
    return found


def cut(url: str) -> None:
    """End all sessions of a database."""
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        connection.execute(sa.text(f"SELECT pg_terminate_backend(pid) {others}"))
    engine.dispose()


def left(url: str) -> None:
    """Wait until nobody holds a room any more: PostgreSQL ends a session a moment after its client has gone."""
    this = "(SELECT oid FROM pg_database WHERE datname = current_database())"
    held = f"pg_locks WHERE locktype = 'advisory' AND database = {this}"
    wait_for(lambda: not rows(url, held), 10, "the lock of a session that has ended")


def as_of(server: Killable, other: Killable) -> None:
    """Speak to `server` with the code and the token that `other` gave out."""
    server.code, server.facilitator = other.code, other.facilitator


def test_a_server_that_is_killed_in_the_middle_of_voting_is_replaced_and_every_vote_counts_once(
    start, database_url
):
    first, second = start(), start(stands_by=True)
    as_of(second, first)
    members = [first.join() for _ in range(20)]
    first.open()
    status, answer = second.vote(members[0])
    assert (status, answer["code"]) == (502, "elsewhere") and "session" not in answer
    assert second.request("GET", f"/mitmachen/{first.code}")[0] == 200  # the page itself anybody can have
    assert second.request("GET", "/gesund")[0] == 200
    confirmed: dict[str, str] = {}
    halfway = threading.Event()

    def vote(token: str) -> None:
        for number in range(15):
            body = {"value": ("ja", "nein")[number % 2], "nonce": f"nonce-{number:02}"}

            def stored(body=body) -> bool:
                for server in (first, second):  # as a proxy asks one after the other
                    try:
                        status, _ = server.vote(token, **body)
                    except OSError:
                        continue
                    if status in (
                        200,
                        409,
                    ):  # 409: an answer was lost, and the vote has been replaced meanwhile
                        return True
                return False

            wait_for(stored, 30, "the vote is confirmed")
            confirmed[token] = body["nonce"]
            if number == 7:
                halfway.set()

    with ThreadPoolExecutor(len(members)) as threads:
        voting = [threads.submit(vote, token) for token in members]
        assert halfway.wait(60)
        first.process.send_signal(signal.SIGKILL)
        for one in voting:
            one.result(60)
    assert set(confirmed.values()) == {"nonce-14"} and len(confirmed) == 20
    for token in members:
        assert second.state(token)["step"]["activity"]["mine"] == {"nonce": "nonce-14", "value": "ja"}
    state = second.stream("/leitung/ereignisse", first.facilitator).next()
    assert (state["people"], state["phases"]["meinung"]["answers"]) == (20, 20)
    assert any("geht weiter" in line for line in second.lines)
    third = start(stands_by=True)
    second.stop()
    third.leads(10)
    as_of(third, first)
    cut(database_url)
    wait_for(lambda: third.order("close", step="meinung")[0] == 200, 20, "it has the workshop again")
    state = third.stream("/leitung/ereignisse", first.facilitator).next()
    assert state["phases"]["meinung"]["answers"] == 20 and state["trouble"] is None
    assert any("Die Verbindung zur Datenbank" in line for line in third.lines)


def test_a_server_that_hangs_loses_the_workshop_and_writes_nothing_when_it_wakes_up(start, database_url):
    first, second = start(), start(stands_by=True)
    as_of(second, first)
    token = first.join()
    first.open()
    assert first.vote(token)[0] == 200
    stream = first.stream("/leitung/ereignisse", first.facilitator)
    stream.next()
    first.process.send_signal(signal.SIGSTOP)
    second.leads(30)
    as_of(second, first)
    assert second.vote(token, "nein", nonce="nonce-02")[0] == 200
    first.process.send_signal(signal.SIGCONT)
    assert first.vote(token, "ja", nonce="nonce-03")[0] == 502
    assert first.order("reset", step="meinung")[0] == 502
    with pytest.raises(EOFError):  # who listened there goes to the other one
        while True:
            stream.next()
    assert second.state(token)["step"]["activity"]["mine"] == {"nonce": "nonce-02", "value": "nein"}
    assert rows(database_url, "workshop_vote") == 1
    assert second.order("end", confirm="beenden")[0] == 200
    for _ in range(3):  # nobody begins anew as long as the one that led to the end is there
        assert second.request("GET", f"/mitmachen/{first.code}/stand", token)[0] == 410
        assert first.request("GET", f"/mitmachen/{first.code}/stand", token)[0] == 502
        time.sleep(0.3)
    assert [rows(database_url, f"workshop_{table}") for table in TABLES] == [0] * 5


def test_what_is_written_over_a_lost_session_is_refused_whoever_leads(database_url):
    one = Store(database_url)
    one.begin(a_session())
    one.beat()
    cut(database_url)
    for _ in range(2):  # also once it could connect again
        with pytest.raises(saving.Lost):
            one.add([(1, "h")], [Vote("a", 1, 1, "nonce-01", "ja")])
    with pytest.raises(saving.Lost):
        one.beat()
    other = Store(database_url)
    assert other.load().participants == {}
    other.close()
    one.close()


def test_several_rooms_lie_side_by_side_go_on_and_are_deleted_together(database_url):
    first = kept_rooms.opened(database_url, 2, False)
    with pytest.raises(saving.Held):
        kept_rooms.opened(database_url, 2, False)
    names = []
    for one in first:
        room, _ = open_room(one.store, begin(EMPTY, 1), print)
        names.append(room.name)
        room.close()
    left(database_url)
    again = kept_rooms.opened(database_url, 1, False)
    assert [one.stored.name for one in again] == names
    for one in again:
        one.store.close()
    left(database_url)
    (fresh,) = kept_rooms.opened(database_url, 1, True)
    assert fresh.stored is None and rows(database_url, "fairki_room_2.workshop_session") == 0
    fresh.store.close()


@pytest.mark.parametrize("harm", ["newer", "damaged", "no table"])
def test_a_workshop_of_another_version_is_named_and_deleted_only_when_asked_for(database_url, harm):
    store = Store(database_url)
    store.begin(a_session())
    store.close()
    engine = sa.create_engine(database_url)
    with engine.begin() as connection:
        change = {
            "newer": "UPDATE workshop_version SET version_num = '9999'",
            "damaged": """UPDATE workshop_session SET state = '{"agenda": 1}'""",
            "no table": "DROP TABLE workshop_vote",
        }[harm]
        connection.execute(sa.text(change))
    engine.dispose()
    left(database_url)
    with pytest.raises(SetupError, match="neueren Fassung" if harm == "newer" else "beschädigt") as caught:
        kept_rooms.opened(database_url, 1, False)
    assert "--neu" in caught.value.remedy
    left(database_url)
    (fresh,) = kept_rooms.opened(database_url, 1, True)
    assert fresh.stored is None and fresh.store.load() is None
    with pytest.raises(saving.Held):
        kept_rooms.opened(database_url, 1, True)
    fresh.store.close()


def test_a_workshop_of_an_earlier_version_goes_on_in_postgresql(database_url, monkeypatch):
    monkeypatch.setattr(store_module.command, "upgrade", upgrade_to("0002"))
    Store(database_url).close()
    monkeypatch.undo()
    state = Session("ABC234", EMPTY).plain()
    for name in ("timer", "rules", "cards", "counting", "earlier"):
        del state[name]
    engine = sa.create_engine(database_url)
    with engine.begin() as connection:
        values = {"state": json.dumps(state)}
        connection.execute(
            sa.text("INSERT INTO workshop_session VALUES ('ABC234', 'n', '2026-05-03', 1, :state)"), values
        )
    engine.dispose()
    left(database_url)
    served = Served(database_url)
    try:
        assert served.code == "ABC234" and served.join()
    finally:
        served.stop()


@pytest.mark.parametrize("kind", ["postgresql", "postgres", "postgresql+psycopg"])
def test_an_address_needs_no_driver(kind):
    assert postgres.address(f"{kind}://anna@rechner/x").drivername == "postgresql+psycopg"
