"""What is on the disk: everything that was confirmed, whatever happens to the server, and nothing after the end."""

import datetime as dt
import json
import shutil
import signal
import sqlite3
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import psutil
import pytest
from served import AGENDA, Served
from serving import FEW_MODULES, MANIFEST, MODULE, Heard, alive, wait_for

from coursetools import machine
from coursetools.workshop import kept_rooms, server, tokens
from coursetools.workshop import store as store_module
from coursetools.workshop.session import Session
from coursetools.workshop.store import FACILITATOR, Store, Stored, Vote
from coursetools.workshop.ways_in import WaysIn
from fairki.errors import SetupError

START = """
import json, sys
from pathlib import Path
from coursetools.workshop import server, workshop
{preamble}
agenda = json.loads(sys.argv[1])
server.of_course = lambda: workshop.Agendas({{"probe": agenda}}, lambda units: agenda)
server.run(
    Path({root!r}), "probe", host="127.0.0.1", port=0, database={database!r}, anew={anew},
    say=lambda line: print(line, flush=True),
)
"""


def a_session(**changes) -> Stored:
    """A workshop that just began."""
    known = {"session": Session("ABC234", AGENDA), "name": "n", "day": dt.date(2026, 5, 3), "port": 1}
    return Stored(**{**known, "keys": {"k": FACILITATOR}, **changes})


def test_what_was_stored_comes_back(url):
    store = Store(url)
    assert store.load() is None
    store.begin(a_session())
    session = Session("ABC234", AGENDA).go("meinung", 1.0).open("meinung")
    store.save(session)
    store.add([(1, "h1"), (2, "h2")], [Vote("meinung", 1, 1, "nonce-01", {"ä": [1, None]})])
    store.close()
    found = Store(url).load()
    assert found.session == session and found.keys == {"k": FACILITATOR}
    assert found.participants == {"h1": 1, "h2": 2}
    assert found.votes == [Vote("meinung", 1, 1, "nonce-01", {"ä": [1, None]})]


def test_a_second_vote_replaces_the_first_and_a_reset_deletes_one_activity_only(url):
    store = Store(url)
    store.begin(a_session())
    store.add([(1, "h")], [Vote("a", 1, 1, "nonce-01", "ja"), Vote("b", 1, 1, "nonce-02", "ja")])
    store.add([], [Vote("a", 1, 1, "nonce-03", "nein"), Vote("a", 1, 1, "nonce-04", None)])
    assert {(vote.step, vote.value) for vote in store.load().votes} == {("a", None), ("b", "ja")}
    store.save(Session("ABC234", AGENDA), reset="a")
    assert [vote.step for vote in store.load().votes] == ["b"]


def test_the_end_leaves_nothing_behind(url):
    store = Store(url)
    store.begin(a_session())
    store.add([(1, "h")], [Vote("a", 1, 1, "nonce-01", "ja")])
    store.erase()
    assert not list(store.file.parent.iterdir())
    assert Store(url).load() is None


def test_only_one_server_at_a_time_holds_the_database(url):
    first = Store(url)
    first.begin(a_session())
    with pytest.raises(SetupError, match="schon ein anderer Workshop"):
        Store(url)
    first.close()
    assert Store(url).load()


@pytest.mark.parametrize(
    "wrong", ["quatsch", "mysql://a/b", "nosuch+driver://a", "sqlite:////proc/gibt/es/nicht.db"]
)
def test_a_database_that_cannot_be_used_is_explained_in_german(wrong):
    with pytest.raises(SetupError, match="Workshop"):
        Store(wrong)


def test_a_workshop_goes_on_after_a_restart_with_the_same_tokens(url):
    first = Served(url)
    token = first.join()
    first.open()
    first.vote(token)
    first.stop()
    second = Served(url)
    try:
        assert second.code == first.code
        state = second.state(token)
        assert state["session"] == first.room.name and state["revision"] == first.room.record.session.revision
        assert state["step"]["activity"]["mine"]["value"] == "ja"
        second.facilitator = first.facilitator  # the page that is still open
        assert second.order("close", step="meinung")[0] == 200
        assert second.join() != token and len(second.room.record.people) == 2
    finally:
        second.stop()


def test_no_vote_is_confirmed_before_it_is_on_the_disk(url, tmp_path):
    """A copy of the files, made the moment the answer is there, holds the vote."""
    served = Served(url)
    try:
        served.open()
        for place in range(10):
            assert served.vote(served.join(), nonce=f"nonce-{place:02}")[0] == 200
            copied = shutil.copytree(served.store.file.parent, tmp_path / f"copy{place}")
            with sqlite3.connect(copied / "workshop.db") as copy:
                assert copy.execute("SELECT count(*) FROM workshop_vote").fetchone() == (place + 1,)
    finally:
        served.stop()


class Killable(Heard, Served):
    """The real server with a small course, in a process of its own.

    `within` is a command that runs it, `preamble` Python that runs first; one that `stands_by` begins without a room.
    """

    def __init__(
        self,
        root: Path,
        anew: bool = False,
        database: str | None = None,
        within: Sequence[str] = (),
        preamble: str = "",
        stands_by: bool = False,
    ):
        code = START.format(
            root=str(root), anew=anew, database=database, preamble=f"{FEW_MODULES}\n{preamble}"
        )
        super().__init__(*within, sys.executable, "-c", code, json.dumps(AGENDA))
        if stands_by:
            self.hears("hält sich bereit")
        else:
            self.leads()
        self.port = int(self.hears(r"http://\S+:(\d+)/")[1])

    def leads(self, seconds: float = 60) -> None:
        """Wait until it says how to lead and to join."""
        self.facilitator = self.hears(r"leitung#(\S+)", seconds)[1]
        self.code = self.hears(r"Code: (\w+)")[1]

    def stop(self, number: int = signal.SIGTERM) -> None:
        """Send a signal and wait for the end, also of what it started."""
        if self.process.poll() is None:
            helpers = psutil.Process(self.process.pid).children(recursive=True)
            (helpers[0] if self.process.args[0] == "bwrap" else self.process).send_signal(number)
            self.process.wait(30)
            wait_for(lambda: not any(map(alive, helpers)), 30, "what it started ends, too")


class Service(Killable):
    """One that tells the way in to a file alone; `root` has that file as ``zugang.txt``."""

    def __init__(self, root: Path, **options):
        self.ways_in = root / "zugang.txt"
        quiet = f"from functools import partial; server.run = partial(server.run, ways_in=Path({str(self.ways_in)!r}))"
        super().__init__(root, preamble=quiet, **options)

    @property
    def said(self) -> str:
        """Also what stands in that file."""
        return super().said + (self.ways_in.read_text("utf-8") if self.ways_in.exists() else "")


@pytest.fixture
def small_course(tmp_path: Path) -> Path:
    """A course with one page, built."""
    from nbformat import v4

    from coursetools import notebooks, pages

    (tmp_path / "modules").mkdir()
    (tmp_path / "course.toml").write_text(MANIFEST + MODULE.format(number=1, slug="probe"), encoding="utf-8")
    text = notebooks.dumps(notebooks.normalise(v4.new_notebook(cells=[v4.new_markdown_cell("# Probe")])))
    (tmp_path / "modules" / "probe.ipynb").write_text(text, encoding="utf-8")
    pages.build(tmp_path)
    return tmp_path


def test_behind_a_proxy_people_join_at_the_public_address(small_course):
    public = (
        "from functools import partial; server.run = partial(server.run, address='https://firma.de/kurs')"
    )
    server = Killable(small_course, preamble=public)
    try:
        assert any("https://firma.de/kurs/mitmachen" in line for line in server.lines)
        assert any(line.startswith("https://firma.de/kurs/leitung#") for line in server.lines)
        wait_for(lambda: "Für alle: https://firma.de/kurs/" in server.lines, 20, "the course's address")
        assert server.request("GET", "/kurs/gesund")[0] == server.request("GET", "/gesund")[0] == 200
    finally:
        server.stop()


@pytest.mark.needs(machine.POSIX)
def test_a_server_that_is_killed_in_the_middle_of_a_vote_loses_and_doubles_nothing(small_course):
    server = Killable(small_course)
    members = [server.join() for _ in range(30)]
    server.open()
    confirmed: dict[str, str] = {}
    halfway = threading.Event()

    def vote(token: str, place: int) -> None:
        try:
            for number in range(20):
                value = ("ja", "nein")[(place + number) % 2]
                status, _ = server.vote(token, value, nonce=f"nonce-{number:02}")
                if status == 200:
                    confirmed[token] = f"nonce-{number:02}"
                if sum(map(int, (one[-2:] for one in list(confirmed.values())))) > 40:
                    halfway.set()
        except OSError:
            pass  # the server is gone

    threads = [threading.Thread(target=vote, args=(token, place)) for place, token in enumerate(members)]
    for thread in threads:
        thread.start()
    assert halfway.wait(60)
    server.process.send_signal(signal.SIGKILL)
    for thread in threads:
        thread.join(30)
    server.process.wait(30)
    again = Killable(small_course, preamble="server.CALM = 0.1")
    try:
        assert (again.port, again.code) == (server.port, server.code)
        assert any("geht weiter" in line for line in again.lines)
        assert any("Sein Ablauf: Probe." in line for line in again.lines)
        assert confirmed
        for token, nonce in confirmed.items():
            mine = again.state(token)["step"]["activity"]["mine"]
            # The last confirmed one, or one after it that was stored while its answer was on the way.
            assert mine and mine["nonce"] >= nonce
        state = again.stream("/leitung/ereignisse", server.facilitator).next()
        assert state["people"] == 30 and len(confirmed) <= state["phases"]["meinung"]["answers"] <= 30
        assert again.vote(members[0], "nein", nonce="nonce-99")[0] == 200
        wait_for(lambda: again.request("GET", "/gesund/bereit")[0] == 200, 60, "its pages are ready, too")
    finally:
        again.stop()
    assert any("noch nicht beendet" in line for line in again.lines)


def test_a_full_disk_is_reported_and_costs_nothing_that_was_confirmed(small_course):
    """The database lies on a disk in memory of 4 MB, which a file fills to the last byte."""
    disk = ["bwrap", "--dev-bind", "/", "/", "--size", "4000000", "--tmpfs", "/mnt", "--die-with-parent"]
    server = Killable(small_course, database="sqlite:////mnt/workshop.db", within=disk)
    try:
        members = [server.join() for _ in range(3)]
        server.open()
        assert server.vote(members[0])[0] == 200
        inside = psutil.Process(server.process.pid).children()[0]
        filler = Path(f"/proc/{inside.pid}/root/mnt/voll")
        _fill(filler)
        status, answer = server.vote(members[1], "nein")
        assert (status, answer["code"]) == (507, "not_saved") and "Datenträger voll" in answer["error"]
        assert server.request("POST", f"/mitmachen/{server.code}/beitreten", body={})[0] == 507
        assert server.vote(members[0])[0] == 200  # confirmed already
        state = server.stream("/leitung/ereignisse", server.facilitator).next()
        assert "speichern" in state["trouble"]
        assert state["phases"]["meinung"]["state"] == "open" and state["phases"]["meinung"]["answers"] == 1
        filler.unlink()
        assert server.vote(members[1], "nein")[0] == 200
        assert server.order("close", step="meinung")[0] == 200
        state = server.stream("/leitung/ereignisse", server.facilitator).next()
        assert state["trouble"] is None and state["phases"]["meinung"]["answers"] == 2
        _fill(filler)
        # There is room put by for whoever leads: to lead on, to reset, and to end.
        assert server.order("reveal", step="meinung")[0] == 200
        assert server.order("reset", step="meinung")[0] == 200
        assert server.order("end", confirm="beenden")[0] == 200
        assert [path.name for path in filler.parent.iterdir()] == ["voll"]
    finally:
        server.stop()
    log = (small_course / ".build" / "serve.log").read_text(encoding="utf-8")
    assert "SQLITE_FULL" in log  # written down for whoever runs the server, without the vote and the voter
    for trace in ("nonce-01", "nein", *members, *map(tokens.digest, members)):
        assert trace not in log


def _fill(filler: Path) -> None:
    """Fill the disk to the last byte."""
    with pytest.raises(OSError), filler.open("wb", buffering=0) as file:
        while True:
            assert file.write(bytes(1 << 12))


def test_a_new_workshop_begins_only_if_asked_for_and_the_end_leaves_no_file_and_no_way_in(small_course):
    server = Killable(small_course)
    token = server.join()
    server.stop()
    anew = Service(small_course, anew=True)
    try:
        assert anew.code != server.code
        assert anew.request("GET", f"/mitmachen/{anew.code}/stand", token)[0] == 401
        assert anew.order("end", confirm="beenden")[0] == 200
        assert not list((small_course / "workshop").iterdir())
        wait_for(lambda: any("Alles ist gelöscht" in line for line in anew.lines), 10, "a word")
        for page in ("mitmachen", "", "modul/probe"):
            assert anew.request("GET", f"/{page}")[0] == 200
        assert anew.ways_in.read_text("utf-8").startswith("Der Workshop ist beendet.")
    finally:
        anew.stop()
    assert not any(secret in line for line in anew.lines for secret in (anew.code, anew.facilitator, "█"))


def test_a_room_opens_although_its_way_in_cannot_be_written_down(tmp_path):
    """Who stands by and then leads may find a full disk: the room has its people, and they go on."""
    said = []
    mine = WaysIn(tmp_path / "datei" / "zugang.txt")
    shutil.rmtree(tmp_path / "datei")
    (tmp_path / "datei").write_text("", encoding="utf-8")
    course = server.WorkshopVoila(site=None, say=said.append, ways_in=mine)
    course._tell(["geheim"])
    assert len(said) == 1 and "Zugang" in said[0] and "geheim" not in said[0]
    mine.end()


@pytest.mark.needs(machine.POSIX)
def test_the_file_with_the_way_in_is_for_nobody_else_and_one_that_cannot_be_written_is_named(tmp_path):
    file = tmp_path / "neu" / "zugang.txt"
    mine = WaysIn(file)
    mine.write("Text")
    assert (file.read_text("utf-8"), file.stat().st_mode & 0o777) == ("Text\n", 0o600)
    with pytest.raises(SetupError, match="Zugang"):
        WaysIn(file / "darunter")
    mine.end()
    assert not file.exists()


def test_a_second_workshop_takes_nobody_the_way_in_and_the_end_of_the_first_leaves_none(
    small_course, tmp_path
):
    """Both were told of the same file, as every command in a container is; a room of its own does not help."""
    first = Service(small_course)
    told = first.ways_in.read_text("utf-8")
    agenda = next(iter(server.of_course().ready))
    other = tmp_path / "zweiter" / "workshop.db"
    with pytest.raises(SetupError, match="gerade läuft") as caught:
        server.run(small_course, agenda, port=0, database=f"sqlite:///{other}", ways_in=first.ways_in)
    assert "--zugang" in caught.value.remedy
    assert first.ways_in.read_text("utf-8") == told and not other.exists()
    first.stop()
    assert not first.ways_in.exists()


def _damage(file: Path, how: str) -> None:
    if how == "overwritten":
        content = bytearray(file.read_bytes())
        content[4096:] = b"\x5a" * (len(content) - 4096)
        file.write_bytes(content)
    elif how == "no database":
        file.write_text("Das war einmal eine Datenbank.\n" * 99, encoding="utf-8")
    else:
        with sqlite3.connect(file) as database:
            database.execute("UPDATE workshop_session SET state = ?", [how])
        database.close()


@pytest.mark.parametrize("how", ["overwritten", "no database", "{}", "[1]", "kein JSON", '{"agenda": 1}'])
def test_a_damaged_workshop_is_named_in_german_and_can_be_deleted(url, how):
    store = Store(url)
    store.begin(a_session())
    store.close()
    _damage(store.file, how)
    with pytest.raises(SetupError, match="beschädigt") as caught:
        Store(url).load()
    assert store.file.name in caught.value.happened and "--neu" in caught.value.remedy
    with pytest.raises(SetupError, match="beschädigt"):
        kept_rooms.opened(url, 1, anew=False)
    (fresh,) = kept_rooms.opened(url, 1, anew=True)
    assert fresh.stored is None and fresh.store.load() is None
    fresh.store.close()


def test_a_database_of_a_newer_course_is_named(url):
    store = Store(url)
    store.close()
    with sqlite3.connect(store.file) as database:
        database.execute("UPDATE workshop_version SET version_num = '9999'")
    database.close()
    with pytest.raises(SetupError, match="neueren Fassung"):
        Store(url)


def test_a_workshop_held_by_another_server_is_not_deleted_by_a_new_one(url):
    first = Store(url)
    first.begin(a_session())
    with pytest.raises(SetupError, match="anderer Workshop"):
        kept_rooms.opened(url, 1, anew=True)
    assert first.load()
    first.close()


def test_a_workshop_of_the_version_before_goes_on(url, monkeypatch):
    monkeypatch.setattr(store_module.command, "upgrade", upgrade_to("0001"))
    monkeypatch.setattr(Store, "_load_ballast", lambda self: None)
    old = Store(url)
    old.close()
    monkeypatch.undo()
    state = Session("ABC234", AGENDA).go("meinung", 1.0).open("meinung").plain()
    for name in ("seats", "address"):
        del state[name]
    with sqlite3.connect(old.file) as database:
        database.execute(
            "INSERT INTO workshop_session VALUES ('ABC234', 'n', '2026-05-03', 1, ?)", [json.dumps(state)]
        )
        database.executemany(
            "INSERT INTO workshop_participant VALUES (?, ?)",
            [(number, f"h{number}") for number in range(1, 8)],
        )
        database.executemany(
            "INSERT INTO workshop_vote VALUES ('meinung', 1, ?, ?, ?)",
            [(number, f"nonce-{number:02}", json.dumps(["ja", number])) for number in range(1, 8)],
        )
    database.close()
    found = Store(url).load()
    assert found.session.phase("meinung").state == "open"
    by_number = {number: hashed for hashed, number in found.participants.items()}
    assert sorted(by_number.values()) == [f"h{number}" for number in range(1, 8)]
    assert {by_number[vote.participant]: vote.value for vote in found.votes} == {
        f"h{number}": ["ja", number] for number in range(1, 8)
    }
    assert not {*range(1, 8)} & by_number.keys()


def upgrade_to(revision: str):
    """As alembic's command, up to a revision."""
    upgrade = store_module.command.upgrade
    return lambda config, _: upgrade(config, revision)
