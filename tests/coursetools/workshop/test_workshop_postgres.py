"""A workshop in PostgreSQL: the same as in a file."""

import pytest
import sqlalchemy as sa
from served import Served

from coursetools.workshop.store import Store
from fairki.errors import SetupError

pytestmark = pytest.mark.xdist_group("grade")


def test_a_workshop_is_held_interrupted_continued_and_ended(database_url):
    first = Served(database_url)
    members = [first.join() for _ in range(6)]
    first.open()
    for token in members:
        assert first.vote(token)[0] == 200
        assert first.vote(token, "nein", nonce="nonce-02")[0] == 200
    first.stop()
    second = Served(database_url)
    assert second.code == first.code and second.values() == ["nein"] * 6
    assert second.vote(members[0], "nein", nonce="nonce-02")[0] == 200
    assert second.order("reset", step="meinung")[0] == 200
    second.stop()
    third = Served(database_url)
    assert third.values() == [] and len(third.room.record.people) == 6
    assert third.order("end", confirm="beenden")[0] == 200
    third.stop()
    engine = sa.create_engine(database_url)
    with engine.connect() as connection:
        for table in ("session", "key", "participant", "vote"):
            assert connection.execute(sa.text(f"SELECT count(*) FROM workshop_{table}")).scalar() == 0
    engine.dispose()


def test_a_server_that_is_not_there_is_explained_in_german_without_the_password(database_url):
    with pytest.raises(SetupError) as caught:
        Store("postgresql+psycopg://anna:geheim7@127.0.0.1:1/workshop")
    assert "lässt sich nicht öffnen" in str(caught.value) and "geheim7" not in str(caught.value)
