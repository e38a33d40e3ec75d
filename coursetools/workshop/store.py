"""What a workshop has on the disk. One thread writes; whatever a method returned from survives a crash.

SQLite runs with a write-ahead log and ``synchronous=FULL``: a commit is on the disk when it returns, also if the power
fails. That costs one flush per commit, and because all votes that wait share one commit, 300 phones notice none of it.
One process at a time holds the database, so that a second server started by accident cannot mix up the votes.

No file says in which order people came or answered. The log would, so it is emptied after each batch; and within a
page SQLite keeps rows where there was room when they came, so the rows of a round, or of all people, are laid down anew
in the order of their random keys whenever one is added.

On a full disk a workshop can still be led and ended: a ballast file beside the database makes room for commands, and
the end needs no room at all.
"""

import datetime as dt
import json
import os
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy.dialects import postgresql, sqlite

from coursetools.workshop import kept_agenda, postgres
from coursetools.workshop.de import store as de
from coursetools.workshop.saving import Held, Lost, NotSaved
from coursetools.workshop.session import Session
from fairki.errors import FairkiError, SetupError

FACILITATOR, PROJECTOR = "facilitator", "projector"

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
    sa.Column("hash", sa.String, primary_key=True),
    sa.Column("id", sa.BigInteger),
)
VOTE = sa.Table(
    "workshop_vote",
    _tables,
    sa.Column("step", sa.String, primary_key=True),
    sa.Column("round", sa.Integer, primary_key=True),
    sa.Column("participant", sa.BigInteger, primary_key=True),
    sa.Column("nonce", sa.String),
    sa.Column("value", sa.JSON),
    sa.Column("seen", sa.Boolean),
)
SHOWN = sa.Table(
    "workshop_shown",
    _tables,
    sa.Column("step", sa.String, primary_key=True),
    sa.Column("round", sa.Integer, primary_key=True),
    sa.Column("values", sa.JSON),
)
BALLAST = 256 << 10  # bytes; a command that is stored, or a reset, takes far less

Place = tuple[str, int]
"""A step that an activity belongs to, and a round of it."""


@dataclass(frozen=True)
class Vote:
    """One stored vote of one participant; `step` is the one that the activity belongs to.

    `seen`: whether it is part of the figures that were shown last.
    """

    step: str
    round: int
    participant: int
    nonce: str
    value: Any
    seen: bool = False


def _state(session: Session) -> dict[str, Any]:
    return session.plain() | {"agenda": kept_agenda.brief(session.agenda)}


@dataclass(frozen=True)
class Stored:
    """A workshop as it is on the disk.

    Attributes:
        session: its state.
        name: says to browsers whether a token that they kept is for this workshop.
        day: when it began.
        port: where phones look for the server.
        keys: hash → role (FACILITATOR or PROJECTOR).
        participants: hash of a token → number, a random one.
        votes: all votes.
        shown: the values behind the figures that were shown last.
    """

    session: Session
    name: str
    day: dt.date
    port: int
    keys: Mapping[str, str] = field(default_factory=dict)
    participants: Mapping[str, int] = field(default_factory=dict)
    votes: Sequence[Vote] = ()
    shown: Mapping[Place, list[Any]] = field(default_factory=dict)


class Store:
    """The database at `url` (SQLAlchemy's form), brought to its newest form.

    Raises:
        SetupError: if it cannot be opened, or another server holds it.
    """

    def __init__(self, url: str):
        self.file, self._lost = file_of(url), False
        try:
            self.engine = _engine(url)
            if self.file:
                self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._insert = {"sqlite": sqlite, "postgresql": postgresql}[self.engine.dialect.name].insert
            self._migrate()
            self._load_ballast()
        except (KeyError, ImportError, sa.exc.ArgumentError, sa.exc.NoSuchModuleError) as error:
            raise SetupError(*de.UNKNOWN) from error
        except CommandError as error:
            self.close()
            raise SetupError(*de.NEWER) from error
        except (OSError, sa.exc.DBAPIError) as error:
            self.close()
            if "locked" in str(error):
                raise Held from error
            if any(words in str(error) for words in ("malformed", "not a database", "file is encrypted")):
                raise self.damaged() from error
            raise SetupError(*de.NOT_OPENED) from error
        except (
            ValueError,
            TypeError,
            LookupError,
            AttributeError,
        ) as error:  # a migration cannot read what is there
            self.close()
            raise self.damaged() from error

    def load(self) -> Stored | None:
        """The workshop that was not ended, or None.

        Raises:
            SetupError: if it is damaged.
        """
        try:
            with self.engine.connect() as connection:
                found = connection.execute(sa.select(SESSION)).first()
                if found is None:
                    return None
                return Stored(
                    Session.from_plain(
                        found.code, {**found.state, "agenda": kept_agenda.whole(found.state["agenda"])}
                    ),
                    found.name,
                    found.day,
                    found.port,
                    {row.hash: row.role for row in connection.execute(sa.select(KEY))},
                    {row.hash: row.id for row in connection.execute(sa.select(PARTICIPANT))},
                    [Vote(*row) for row in connection.execute(sa.select(VOTE))],
                    {(row.step, row.round): row[2] for row in connection.execute(sa.select(SHOWN))},
                )
        except (sa.exc.DBAPIError, ValueError, TypeError, LookupError, AttributeError, FairkiError) as error:
            self.close()
            if getattr(error, "connection_invalidated", False):
                raise SetupError(*de.NOT_OPENED) from error
            raise self.damaged() from error

    def begin(self, stored: Stored) -> None:
        """Keep a new workshop, or a known one with what has changed in its frame (port, further keys).

        Raises:
            NotSaved: if that does not work.
        """
        session = stored.session
        values = {"name": stored.name, "day": stored.day, "port": stored.port, "state": _state(session)}
        with self._transaction() as connection:
            self._put(connection, SESSION, [{"code": session.code, **values}])
            self._put(connection, KEY, [{"hash": one, "role": role} for one, role in stored.keys.items()])

    def save(
        self, session: Session, reset: str | None = None, shown: Mapping[Place, list[Any]] | None = None
    ) -> None:
        """Keep the state after a command.

        Args:
            session: the state.
            reset: a step whose activity loses its votes.
            shown: the values behind figures that are shown from now on; all votes there count as seen.

        Raises:
            NotSaved: if that does not work.
        """
        try:
            self._save(session, reset, shown or {})
        except NotSaved:
            if not self._drop_ballast():
                raise
            self._save(session, reset, shown or {})
        self._load_ballast()

    def add(self, participants: Sequence[tuple[int, str]], votes: Sequence[Vote]) -> None:
        """Keep new participants (number, hash) and votes, all or none. A vote replaces an earlier one.

        Raises:
            NotSaved: if that does not work.
        """
        with self._transaction() as connection:
            if not self.file:
                self._put(
                    connection, PARTICIPANT, [{"hash": hashed, "id": one} for one, hashed in participants]
                )
                self._put(connection, VOTE, [vars(vote) for vote in votes])
                return
            if participants:
                _lay_down(
                    connection, PARTICIPANT, (), {hashed: (hashed, one) for one, hashed in participants}
                )
            for place in {(vote.step, vote.round) for vote in votes}:
                rows = {
                    vote.participant: (
                        *place,
                        vote.participant,
                        vote.nonce,
                        json.dumps(vote.value),
                        vote.seen,
                    )
                    for vote in votes
                    if (vote.step, vote.round) == place
                }
                _lay_down(connection, VOTE, place, rows)

    def tidy(self) -> None:
        """Move what was committed into its place, and empty the log: it shows the order of commits."""
        if self.file:
            _empty_log(self.engine)

    def remove(self, hashes: Collection[str]) -> None:
        """Forget participants (hashes of their tokens), who must not have votes.

        Raises:
            NotSaved: if that does not work.
        """
        with self._transaction() as connection:
            connection.execute(
                sa.delete(PARTICIPANT).where(PARTICIPANT.c.hash.in_(hashes)),
            )

    def erase(self) -> None:
        """Delete everything; a file of ours disappears, a server's tables stay empty and ours.

        With a file nothing else may be called afterwards.

        Raises:
            NotSaved: if that does not work.
        """
        if self.file:
            self.close()
            erase_file(self.file)
            return
        with self._transaction() as connection:
            # Unlike deleted rows, the files of a truncated table are gone at once.
            connection.exec_driver_sql(f"TRUNCATE {', '.join(_tables.tables)}")

    def beat(self) -> None:
        """Show a database server that this one lives, and see whether the workshop is still ours.

        Raises:
            Lost: it is not.
            NotSaved: the database does not work.
        """
        if not self.file:
            with self._transaction() as connection:
                postgres.show_life(connection)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def _save(self, session: Session, reset: str | None, shown: Mapping[Place, list[Any]]) -> None:
        with self._transaction() as connection:
            connection.execute(
                sa.update(SESSION).where(SESSION.c.code == session.code).values(state=_state(session))
            )
            if reset is not None:
                for table in (VOTE, SHOWN):
                    connection.execute(sa.delete(table).where(table.c.step == reset))
            for (step, round_), values in shown.items():
                self._put(connection, SHOWN, [{"step": step, "round": round_, "values": values}])
                there = (VOTE.c.step == step) & (VOTE.c.round == round_)
                connection.execute(sa.update(VOTE).where(there).values(seen=True))

    def damaged(self) -> SetupError:
        """For what is stored and cannot be read."""
        return SetupError(*de.damaged(str(self.file or de.DATABASE)))

    @property
    def _ballast(self) -> Path | None:
        return self.file and self.file.with_name(self.file.name + "-reserve")

    def _load_ballast(self) -> None:
        if self._ballast and not self._ballast.exists():
            try:
                self._ballast.write_bytes(bytes(BALLAST))
            except OSError:
                self._drop_ballast()  # half a ballast is none

    def _drop_ballast(self) -> bool:
        """Whether there was one."""
        if self._ballast is None:
            return False
        try:
            self._ballast.unlink()
        except OSError:
            return False
        return True

    def _migrate(self) -> None:
        config = Config()
        config.set_main_option("script_location", str(files("coursetools.workshop") / "migrations"))
        with self.engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            if self.file and connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
                raise self.damaged()
        self.tidy()

    def _put(self, connection: sa.Connection, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        if not rows:
            return
        insert = self._insert(table)
        key = list(table.primary_key)
        rest = {column.name: insert.excluded[column.name] for column in table.c if not column.primary_key}
        connection.execute(insert.on_conflict_do_update(index_elements=key, set_=rest), rows)

    @contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        """As ``engine.begin()``; what the database reports becomes NotSaved, and Lost if that is the end of it."""
        if self._lost:
            raise Lost
        try:
            with self.engine.begin() as connection:
                yield connection
        except Lost:
            self._lost = True
            raise
        except (sa.exc.DBAPIError, sqlite3.Error) as error:
            self._lost = getattr(error, "connection_invalidated", False)
            raise (Lost if self._lost else NotSaved) from error


def _empty_log(engine: sa.Engine) -> None:
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlite3.DatabaseError:
        pass  # the disk is full: what was committed is safe in the log
    finally:
        connection.close()


def _lay_down(
    connection: sa.Connection, table: sa.Table, key: tuple[Any, ...], fresh: dict[Any, tuple[Any, ...]]
) -> None:
    """Put rows with this beginning of their key into a table, and lay down all of them anew in the order of their keys.

    `fresh`: the last part of the key → a row as SQLite keeps it. This runs for each batch of votes, so it goes past
    SQLAlchemy.
    """
    names = [column.name for column in table.primary_key]
    where = " AND ".join(f"{name} = ?" for name in names[: len(key)]) or "TRUE"
    every = ", ".join(column.name for column in table.c)
    cursor = connection.connection.cursor()
    rows = {
        row[len(key)]: row for row in cursor.execute(f"SELECT {every} FROM {table.name} WHERE {where}", key)
    }
    cursor.execute(f"DELETE FROM {table.name} WHERE {where}", key)
    rows = rows | fresh
    places = ", ".join("?" * len(table.c))
    cursor.executemany(
        f"INSERT INTO {table.name} ({every}) VALUES ({places})", [rows[last] for last in sorted(rows)]
    )


def file_of(url: str) -> Path | None:
    """Where a database of SQLite lies; None for any other."""
    try:
        made = sa.make_url(url)
    except sa.exc.ArgumentError:
        return None
    return Path(made.database) if made.get_backend_name() == "sqlite" and made.database else None


def erase_tables(url: str) -> None:
    """Delete what a database server has of a workshop, also if it is damaged or of another version.

    Raises:
        Held: another server has it.
        NotSaved: if that does not work.
    """
    engine = _engine(url)
    try:
        with engine.begin() as connection:
            names = ", ".join([*_tables.tables, "workshop_version"])
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {names}")
    except sa.exc.DBAPIError as error:
        raise NotSaved from error
    finally:
        engine.dispose()


def erase_file(file: Path) -> None:
    """Delete a database of SQLite, also a damaged one, and also on a full disk.

    Raises:
        NotSaved: if that does not work.
    """
    for ending in ("", "-wal", "-shm", "-journal", "-reserve"):
        part = file.with_name(file.name + ending)
        try:
            _overwrite(part)
            part.unlink(missing_ok=True)
        except OSError as error:
            raise NotSaved from error


def _overwrite(file: Path) -> None:
    with suppress(OSError), file.open("r+b") as content:  # a full disk may refuse; the file goes all the same
        content.write(bytes(file.stat().st_size))
        content.flush()
        os.fsync(content.fileno())


def _engine(url: str) -> sa.Engine:
    if not url.startswith("sqlite"):
        return postgres.engine(postgres.address(url))
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
