"""Copies of what lies in databases, made while others use them."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from coursetools.backup import de
from coursetools.workshop import postgres
from fairki.errors import SetupError

_OF_ROOMS = "workshop_"
ROOM, STUDENT = "workshop_session", "student"
"""Tables of which one row is a workshop, and one somebody who handed in."""
VERSIONS = ("workshop_version", "alembic_version")
"""Tables in which migrations say how far they are."""
WAIT = 10.0
"""Seconds in which a quiet moment of a busy room has to be found."""


def copy_of_room(file: Path, copy: Path) -> None:
    """Copy the database of a room, which a server may hold and write (``workshop.store``).

    Nobody else may open it then, so the file and its log of changes are read twice: what is the same both times belongs
    together. SQLite puts the log into the copy.

    Raises:
        SetupError: it changed all the time, or is damaged.
    """
    log, copied_log = _log_of(file), _log_of(copy)
    until = time.monotonic() + WAIT
    while (found := _both(file, log)) != _both(file, log):
        if time.monotonic() > until:
            raise SetupError(*de.ROOM_CHANGES)
        time.sleep(0.02)
    content, changes = found
    copy.write_bytes(content)
    if changes:
        copied_log.write_bytes(changes)
    _settle(copy)


def copy_of_grades(file: Path, copy: Path) -> None:
    """Copy a grade book that others may read and write meanwhile."""
    try:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.DatabaseError:
        raise SetupError(*de.DAMAGED_DATABASE) from None
    _settle(copy)


def let_go(file: Path) -> None:
    """See that nobody has a grade book open, and put its log into it; a damaged one stays as it is.

    Raises:
        SetupError: somebody has it open.
    """
    try:
        with closing(sqlite3.connect(file, timeout=1)) as book:
            book.execute("PRAGMA journal_mode=DELETE")  # takes the file for itself
    except sqlite3.OperationalError as error:
        raise SetupError(*de.BOOK_OPEN) from error
    except sqlite3.DatabaseError:
        return


def has_room(file: Path) -> bool:
    """Whether a workshop that was not ended is in a database (a copy that nobody holds)."""
    with closing(sqlite3.connect(file)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        return ROOM in tables and bool(database.execute(f"SELECT count(*) FROM {ROOM}").fetchone()[0])


def pour(source: str, target: str, what: str, rooms: bool) -> None:
    """Replace all rows of the target's tables by those of the same tables in the source, all or nothing.

    Args:
        source, target: addresses for SQLAlchemy; both have the tables already.
        what: what the database is for, in German.
        rooms: whether tables of rooms are meant, or all others; one database may hold both.

    Raises:
        SetupError: one cannot be opened, or their tables are of other versions.
    """
    try:
        with _connected(source) as giving, _connected(target) as taking:
            theirs, ours = _tables(giving, rooms), _tables(taking, rooms)
            versions = [table for table in ours.sorted_tables if table.name in VERSIONS]
            if _shape(theirs) != _shape(ours) or any(
                giving.scalar(table.select()) != taking.scalar(table.select()) for table in versions
            ):
                raise SetupError(*de.old_tables(what))
            order = [table for table in ours.sorted_tables if table not in versions]
            for table in reversed(order):
                taking.execute(table.delete())
            for table in order:
                rows = giving.execute(theirs.tables[table.name].select()).mappings().all()
                if rows:
                    taking.execute(table.insert(), [dict(row) for row in rows])
                _count_on(taking, table)
            taking.commit()
    except sa.exc.SQLAlchemyError as error:
        raise SetupError(*de.not_reached(what)) from error  # the address may hold a password


def has_rows(url: str, rooms: bool, what: str) -> bool:
    """Whether a workshop that was not ended, or else somebody's hand-in, is in a database.

    Raises:
        SetupError: the database cannot be opened.
    """
    try:
        with _connected(url) as connection:
            return any(
                connection.scalar(sa.select(sa.func.count()).select_from(sa.table(name)))
                for name in sa.inspect(connection).get_table_names()
                if name == (ROOM if rooms else STUDENT)
            )
    except sa.exc.SQLAlchemyError as error:
        raise SetupError(*de.not_reached(what)) from error


def rooms_at(url: str) -> dict[int, str]:
    """Number of each room in a database elsewhere → its address; the first one is at ``url`` (``workshop.postgres``).

    Raises:
        SetupError: the database cannot be opened.
    """
    try:
        engine = sa.create_engine(postgres.address(url), poolclass=sa.pool.NullPool, hide_parameters=True)
        further = postgres.rooms(engine) if engine.dialect.name == "postgresql" else []
    except sa.exc.SQLAlchemyError as error:
        raise SetupError(*de.not_reached(de.PARTS["raeume"])) from error
    return {1: url} | {number: postgres.of_room(url, number) for number in further}


def _log_of(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


def _both(file: Path, log: Path) -> tuple[bytes, bytes]:
    content = file.read_bytes()
    try:
        return content, log.read_bytes()
    except FileNotFoundError:
        return content, b""


def _settle(copy: Path) -> None:
    """Make one whole file of a copy, and see that it is sound."""
    try:
        with closing(sqlite3.connect(copy)) as database:
            sound = database.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            database.execute("PRAGMA journal_mode=DELETE")
            database.execute("VACUUM")  # pages keep what was deleted
    except sqlite3.DatabaseError:
        sound = False
    if not sound:
        raise SetupError(*de.DAMAGED_DATABASE)


def _connected(url: str) -> sa.Connection:
    return sa.create_engine(postgres.address(url), poolclass=sa.pool.NullPool, hide_parameters=True).connect()


def _tables(connection: sa.Connection, rooms: bool) -> sa.MetaData:
    found = sa.MetaData()
    # One look at all tables: what is committed while they are read is not in it.
    if connection.dialect.name == "postgresql":
        connection.execution_options(isolation_level="REPEATABLE READ")
    found.reflect(connection, only=lambda name, _: name.startswith(_OF_ROOMS) == rooms)
    return found


def _shape(tables: sa.MetaData) -> dict[str, set[str]]:
    return {table.name: {column.name for column in table.c} for table in tables.sorted_tables}


def _count_on(connection: sa.Connection, table: sa.Table) -> None:
    """Let PostgreSQL draw the next number of a row after the last one that there is."""
    if connection.dialect.name != "postgresql":
        return
    for column in table.primary_key:
        sequence: Any = connection.scalar(sa.func.pg_get_serial_sequence(table.name, column.name))
        if sequence:
            last = connection.scalar(sa.select(sa.func.max(column)))
            connection.execute(sa.select(sa.func.setval(sequence, last or 1, last is not None)))
