"""No file of a workshop says in which order people came or answered: not by rows, not by bytes, not by the log."""

import shutil
import sqlite3
from itertools import combinations
from pathlib import Path

from served import Served
from serving import wait_for

from coursetools.workshop import room, tokens
from coursetools.workshop.store import Store, Vote

PEOPLE = 40


def likeness(order: list[int]) -> float:
    """Kendall's tau of some numbers with the order in which they stand: 1 the same, -1 reversed, near 0 unrelated."""
    pairs = list(combinations(order, 2))
    return sum(1 if first < second else -1 for first, second in pairs) / len(pairs)


def test_neither_rows_nor_bytes_follow_the_order_of_coming_and_answering(url, tmp_path):
    served = Served(url)
    looks = []
    try:
        members = [served.join() for _ in range(PEOPLE)]
        served.open()
        for place, token in enumerate(members):
            assert served.vote(token, nonce=f"{tokens.digest(str(place))[:24]}")[0] == 200
            if place in (PEOPLE // 2, PEOPLE - 1):
                wait_for(lambda: _log_is_empty(served), 10, "an empty log")
                looks.append(shutil.copytree(served.store.file.parent, tmp_path / f"open{place}"))
    finally:
        served.stop()
    looks.append(served.store.file.parent)
    nonces = [tokens.digest(str(place))[:24].encode() for place in range(PEOPLE)]
    digests = [tokens.digest(token).encode() for token in members]
    for folder in looks:
        assert {file.name for file in folder.iterdir() if file.stat().st_size} == {
            "workshop.db",
            "workshop.db-reserve",
        }, "the log holds votes in the order of their coming"
        content = (folder / "workshop.db").read_bytes()
        for marks in (nonces, digests):
            places = [content.find(mark) for mark in marks if mark in content]
            assert len(places) > PEOPLE // 2 - 1
            assert all(content.count(mark) <= 1 for mark in marks), "an earlier state is still there"
            assert abs(likeness(places)) < 0.5
        _rows_tell_nothing(folder / "workshop.db", nonces, digests)


def test_in_a_room_that_is_never_quiet_the_log_is_emptied_all_the_same(url, monkeypatch):
    monkeypatch.setattr(room, "QUIET", 60)
    monkeypatch.setattr(room, "LATEST", 0.2)
    served = Served(url)
    try:
        members = [served.join() for _ in range(PEOPLE)]  # one alone may not vote so often
        served.open()
        seen = []
        for place in range(PEOPLE):
            assert served.vote(members[place % PEOPLE], nonce=f"nonce-{place:018}")[0] == 200
            seen.append(_log_is_empty(served))
            if False in seen and _gets_empty(served):
                return
        raise AssertionError(f"never emptied after {seen.count(False)} looks at a filled log")
    finally:
        served.stop()


def _gets_empty(served: Served) -> bool:
    """Whether the log is emptied within two seconds after an answered vote, for what empties it comes after the answer.

    With ``QUIET`` at a minute only the limit for rooms that are never quiet can do that.
    """
    try:
        wait_for(lambda: _log_is_empty(served), 2, "an empty log")
    except AssertionError:
        return False
    return True


def _log_is_empty(served: Served) -> bool:
    return not served.store.file.with_name("workshop.db-wal").stat().st_size


def _rows_tell_nothing(file: Path, nonces: list[bytes], digests: list[bytes]) -> None:
    with sqlite3.connect(file) as database:
        votes = [nonces.index(row[0].encode()) for row in database.execute("SELECT nonce FROM workshop_vote")]
        people = database.execute("SELECT hash, id FROM workshop_participant").fetchall()
        by_number = [digests.index(one.encode()) for one, _ in sorted(people, key=lambda row: row[1])]
        tables = dict(database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    database.close()
    assert abs(likeness(votes)) < 0.5 and abs(likeness(by_number)) < 0.5
    for table in ("workshop_vote", "workshop_participant", "workshop_shown"):
        assert "WITHOUT ROWID" in tables[table] and "AUTOINCREMENT" not in tables[table].upper()
    assert "sqlite_sequence" not in tables


def test_votes_that_are_changed_and_asked_for_again_stay_without_order(url):
    store = Store(url)
    numbers = {place: int(tokens.digest(str(place))[:12], 16) for place in range(PEOPLE)}
    store.add([(number, f"h{number}") for number in numbers.values()], [])
    for round_ in (1, 2):
        for place in reversed(range(PEOPLE)):
            store.add([], [Vote("a", round_, numbers[place], f"first-{place:02}-{round_}", "ja")])
        for place in range(PEOPLE):
            store.add([], [Vote("a", round_, numbers[place], f"again-{place:02}-{round_}", "nein")])
    store.close()
    content = store.file.read_bytes()
    assert b"first-" not in content  # what was replaced is gone
    for round_ in (1, 2):
        places = [content.find(f"again-{place:02}-{round_}".encode()) for place in range(PEOPLE)]
        assert min(places) > 0 and abs(likeness(places)) < 0.5


def test_after_each_vote_the_rows_lie_in_the_order_of_their_keys(url):
    store = Store(url)
    numbers = [int(tokens.digest(str(place))[:12], 16) for place in range(12)]
    for place, number in enumerate(numbers, 1):
        store.add([(number, f"h{number:015}")], [Vote("a", 1, number, f"n{number:015}", "ja")])
        store.tidy()
        content = store.file.read_bytes()
        for mark in ("h", "n"):
            there = sorted(numbers[:place], key=lambda one: content.find(f"{mark}{one:015}".encode()))
            assert there in (sorted(there), sorted(there, reverse=True))
    store.close()
