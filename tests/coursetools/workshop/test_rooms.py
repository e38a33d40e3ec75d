"""Several workshops on one server: each with its own code, keys and file, and none can reach into another."""

from pathlib import Path

import pytest
from served import Served

from coursetools.workshop import kept_rooms
from coursetools.workshop.room import begin, open_room
from coursetools.workshop.rooms import MOST
from fairki.errors import SetupError

AGENDA = {
    "id": "x",
    "title": "X",
    "minutes": 1,
    "steps": [{"id": "s", "title": "S", "minutes": 1, "kind": "talk"}],
}


@pytest.fixture
def two(url: str):
    """A server with two workshops."""
    one = Served(url, url.replace("workshop.db", "workshop-2.db"))
    yield one
    one.stop()


def test_the_code_in_the_address_says_which_room_and_a_phone_of_one_is_a_stranger_in_the_other(two):
    (other, _), mine = two.beside[0], two.join()
    assert two.code != other.record.session.code and two.room.name != other.name
    theirs = two.request("POST", f"/mitmachen/{other.record.session.code.lower()}/beitreten", body={})[1]
    assert theirs["session"] == other.name
    assert len(two.room.record.people) == len(other.record.people) == 1
    for code, token in ((two.code, theirs["token"]), (other.record.session.code, mine)):
        for path in ("stand", "ereignisse"):
            assert two.request("GET", f"/mitmachen/{code}/{path}", token)[0] == 401
        body = {"step": "meinung", "round": 1, "nonce": "nonce-01", "value": "ja"}
        assert two.request("POST", f"/mitmachen/{code}/stimme", token, body)[0] == 401
    assert two.request("POST", "/mitmachen/ZZZZZZ/beitreten", body={})[1]["code"] == "unknown_session"


def test_the_key_of_one_room_leads_that_room_alone(two):
    other, key = two.beside[0]
    two.open()
    sheets = [two.request("GET", "/leitung/ablauf", token)[1] for token in (two.facilitator, key)]
    assert [sheet["agenda"]["title"] for sheet in sheets] == ["Probe", "Anders"]
    assert [sheet["session"] for sheet in sheets] == [two.room.name, other.name]
    assert two.room.record.session.position == "meinung" and other.record.session.position is None
    status, _ = two.request("POST", "/leitung/befehl", key, {"command": "fewest", "number": 9})
    assert status == 200 and other.record.session.fewest == 9 and two.room.record.session.fewest == 5
    wall = two.stream("/leinwand/ereignisse", other.projector)
    assert wall.next()["code"] == other.record.session.code
    wall.close()
    for token in (two.room.projector, other.projector):  # a wall leads nowhere
        assert two.request("GET", "/leitung/ablauf", token)[0] == 401
    for path in ("tabelle", "ergebnisse", "protokoll.docx"):
        assert two.request("GET", f"/leitung/{path}", key)[0] == 200
        assert two.request("GET", f"/leitung/{path}", "a" * 43)[0] == 401


def test_the_end_of_one_room_deletes_that_room_alone(two):
    other, key = two.beside[0]
    mine = two.join()
    end = {"command": "end", "confirm": "beenden"}
    assert two.request("POST", "/leitung/befehl", key, end)[0] == 200
    assert other.ended and not two.room.ended
    assert two.request("GET", "/leitung/ablauf", key)[0] == 410
    assert two.state(mine)["ended"] is False and two.order("go", step="hallo")[0] == 200
    assert not two.others[0].file.exists() and two.store.file.exists()
    assert two.request("GET", "/gesund")[1]["workshop"] == "laeuft"


def test_every_room_has_its_own_file_goes_on_and_is_deleted_with_all_others(tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'workshop.db'}"

    def opened(rooms: int, anew: bool = False) -> list:
        found = kept_rooms.opened(url, rooms, anew)
        for one in found:
            one.store.close()
        return found

    first = kept_rooms.opened(url, 3, False)
    assert [one.store.file.name for one in first] == ["workshop.db", "workshop-2.db", "workshop-3.db"]
    names = []
    for one in first[:2]:
        room, _ = open_room(one.store, begin(AGENDA, 1), print)
        names.append(room.name)
        room.close()
    first[2].store.close()
    # the second one goes on although nobody asks for two; the third never began
    assert [one.stored and one.stored.name for one in opened(1)] == names
    assert not (tmp_path / "workshop-3.db").exists()
    assert [one.stored for one in opened(1, anew=True)] == [None]
    assert not (tmp_path / "workshop-2.db").exists()


@pytest.mark.parametrize(
    ("url", "rooms", "word"),
    [
        ("sqlite:///x.db", 0, "0"),
        ("sqlite:///x.db", MOST + 1, "9"),
        ("postgresql://x/y", MOST + 1, "9"),
    ],
)
def test_rooms_that_cannot_be_are_refused_before_anything_is_made(tmp_path, monkeypatch, url, rooms, word):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SetupError, match=word):
        kept_rooms.opened(url, rooms, False)
    assert list(tmp_path.iterdir()) == []
