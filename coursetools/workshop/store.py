"""What a workshop has on the disk. One thread writes; whatever a method returned from survives a crash.

SQLite runs with a write-ahead log and ``synchronous=FULL``: a commit is on the disk when it returns, also if the power
fails. That costs one flush per commit, and because all votes that wait share one commit, 300 phones notice none of it.
One process at a time holds the database, so that a second server started by accident cannot mix up the votes.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.dialects import postgresql, sqlite

from coursetools.workshop.session import Refused, Session
from fairki.errors import SetupError

FACILITATOR, PROJECTOR = "facilitator", "projector"
LOCK = 0x6661_6972  # PostgreSQL's advisory locks are numbers; "fair" in ASCII

_tables = sa.MetaData()
SESSION = sa.Table(
    "workshop_session",
    _tables,
    sa.Column("code", sa.String, primary_key=True),
    sa.Column("name", sa.String),
    sa.Column("day", sa.Date),
    sa.Column("port", sa.Integer),
    sa.Column("state", sa.JSON),
)
KEY = sa.Table(
    "workshop_key", _tables, sa.Column("hash", sa.String, primary_key=True), sa.Column("role", sa.String)
)
PARTICIPANT = sa.Table(
    "workshop_participant",
    _tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("hash", sa.String),
)
VOTE = sa.Table(
    "workshop_vote",
    _tables,
    sa.Column("step", sa.String, primary_key=True),
    sa.Column("round", sa.Integer, primary_key=True),
    sa.Column("participant", sa.Integer, primary_key=True),
    sa.Column("nonce", sa.String),
    sa.Column("value", sa.JSON),
)


class NotSaved(Refused):
    """Nothing was stored; the session is as before."""

    def __init__(self):
        super().__init__(
            "not_saved",
            "Das ließ sich gerade nicht speichern. Vielleicht ist der Datenträger voll.",
            "Bitte versuchen Sie es gleich noch einmal. Alles, was bestätigt wurde, ist sicher.",
        )

    def __reduce__(self):
        return type(self), ()


@dataclass(frozen=True)
class Vote:
    """One stored vote of one participant; `step` is the one that the activity belongs to."""

    step: str
    round: int
    participant: int
    nonce: str
    value: Any


@dataclass(frozen=True)
class Stored:
    """A workshop as it is on the disk.

    Attributes:
        session: its state.
        name: says to browsers whether a token that they kept is for this workshop.
        day: when it began.
        port: where phones look for the server.
        keys: hash → role (FACILITATOR or PROJECTOR).
        participants: hash of a token → number, in the order of joining.
        votes: all votes.
    """

    session: Session
    name: str
    day: dt.date
    port: int
    keys: Mapping[str, str] = field(default_factory=dict)
    participants: Mapping[str, int] = field(default_factory=dict)
    votes: Sequence[Vote] = ()


class Store:
    """The database at `url` (SQLAlchemy's form), brought to its newest form.

    Raises:
        SetupError: if it cannot be opened, or another server holds it.
    """

    def __init__(self, url: str):
        self.file = None
        try:
            self.engine = _engine(url)
            if self.engine.dialect.name == "sqlite":
                self.file = Path(self.engine.url.database)
                self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._insert = {"sqlite": sqlite, "postgresql": postgresql}[self.engine.dialect.name].insert
            self._migrate()
        except (KeyError, ImportError, sa.exc.ArgumentError, sa.exc.NoSuchModuleError) as error:
            raise SetupError(
                "Diese Datenbank kennt der Workshop nicht.",
                "Lassen Sie --datenbank weg, oder nennen Sie eine Adresse wie "
                "postgresql+psycopg://name@rechner/datenbank.",
            ) from error
        except (OSError, sa.exc.DBAPIError) as error:
            if "locked" in str(error):
                raise SetupError(*_HELD) from error
            raise SetupError(
                "Die Datenbank des Workshops lässt sich nicht öffnen.",
                "Prüfen Sie freien Platz, Rechte und Verbindung. Starten Sie dann noch einmal.",
            ) from error

    def load(self) -> Stored | None:
        """The workshop that was not ended, or None."""
        with self.engine.connect() as connection:
            found = connection.execute(sa.select(SESSION)).first()
            if found is None:
                return None
            return Stored(
                Session.from_plain(found.code, found.state),
                found.name,
                found.day,
                found.port,
                {row.hash: row.role for row in connection.execute(sa.select(KEY))},
                {row.hash: row.id for row in connection.execute(sa.select(PARTICIPANT))},
                [Vote(*row) for row in connection.execute(sa.select(VOTE))],
            )

    def begin(self, stored: Stored) -> None:
        """Keep a new workshop, or a known one with what has changed in its frame (port, further keys).

        Raises:
            NotSaved: if that does not work.
        """
        session = stored.session
        values = {"name": stored.name, "day": stored.day, "port": stored.port, "state": session.plain()}
        with self._transaction() as connection:
            self._put(connection, SESSION, [{"code": session.code, **values}])
            self._put(connection, KEY, [{"hash": one, "role": role} for one, role in stored.keys.items()])

    def save(self, session: Session, reset: str | None = None) -> None:
        """Keep the state after a command, and delete the votes of the activity of the step `reset`.

        Raises:
            NotSaved: if that does not work.
        """
        with self._transaction() as connection:
            connection.execute(
                sa.update(SESSION).where(SESSION.c.code == session.code).values(state=session.plain())
            )
            if reset is not None:
                connection.execute(sa.delete(VOTE).where(VOTE.c.step == reset))

    def add(self, participants: Sequence[tuple[int, str]], votes: Sequence[Vote]) -> None:
        """Keep new participants (number, hash) and votes, all or none. A vote replaces an earlier one.

        Raises:
            NotSaved: if that does not work.
        """
        with self._transaction() as connection:
            self._put(connection, PARTICIPANT, [{"id": one, "hash": hashed} for one, hashed in participants])
            self._put(connection, VOTE, [vars(vote) for vote in votes])

    def erase(self) -> None:
        """Delete everything; a file of ours disappears. Nothing else may be called afterwards.

        Raises:
            NotSaved: if that does not work.
        """
        with self._transaction() as connection:
            for table in (VOTE, PARTICIPANT, KEY, SESSION):
                connection.execute(sa.delete(table))
        self.close()
        if self.file:
            for ending in ("", "-wal", "-shm"):
                self.file.with_name(self.file.name + ending).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def _migrate(self) -> None:
        config = Config()
        config.set_main_option("script_location", str(files("coursetools.workshop") / "migrations"))
        with self.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def _put(self, connection: sa.Connection, table: sa.Table, rows: list[dict]) -> None:
        if not rows:
            return
        insert = self._insert(table)
        key = list(table.primary_key)
        rest = {column.name: insert.excluded[column.name] for column in table.c if not column.primary_key}
        connection.execute(insert.on_conflict_do_update(index_elements=key, set_=rest), rows)

    def _transaction(self) -> "_Transaction":
        return _Transaction(self.engine)


class _Transaction:
    """As ``engine.begin()``; what the database reports becomes NotSaved."""

    def __init__(self, engine: sa.Engine):
        self.context = engine.begin()

    def __enter__(self) -> sa.Connection:
        try:
            return self.context.__enter__()
        except sa.exc.DBAPIError as error:
            raise NotSaved from error

    def __exit__(self, kind, error, trace) -> None:
        try:
            self.context.__exit__(kind, error, trace)
        except sa.exc.DBAPIError as failed:
            raise NotSaved from failed
        if isinstance(error, sa.exc.DBAPIError):
            raise NotSaved from error


_HELD = (
    "Auf diese Datenbank greift schon ein anderer Workshop zu.",
    "Beenden Sie den anderen Server mit Strg+C, oder nennen Sie mit --datenbank eine andere.",
)


def _engine(url: str) -> sa.Engine:
    if not url.startswith("sqlite"):
        engine = sa.create_engine(url, pool_size=1, max_overflow=0, pool_pre_ping=True, hide_parameters=True)
        sa.event.listen(engine, "connect", _hold)
        return engine
    engine = sa.create_engine(
        url, pool_size=1, max_overflow=0, hide_parameters=True, connect_args={"timeout": 1}
    )
    sa.event.listen(engine, "connect", _set_up)
    # Python's own sqlite3 would begin a transaction too late; see SQLAlchemy's chapter on SQLite.
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _set_up(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for setting in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {setting}").fetchall()


def _hold(connection: Any, _record: Any) -> None:
    held = connection.execute(f"SELECT pg_try_advisory_lock({LOCK})").fetchone()[0]
    connection.commit()
    if not held:
        raise SetupError(*_HELD)
