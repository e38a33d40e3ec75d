"""PostgreSQL for workshops: whoever leads one holds an advisory lock in the one session through which it writes.

So a server that lost its session can write nothing more, whatever it still believes, and whoever gets the lock next
finds everything that was confirmed. The database ends the session of a server that is gone or hangs.

Further rooms of a server lie in schemas of their own.
"""

import re
from typing import Any

import sqlalchemy as sa

from coursetools.workshop.de import store as de
from coursetools.workshop.saving import Held, Lost
from fairki.errors import SetupError

LOCK = 0x6661_6972  # advisory locks are numbers; "fair" in ASCII
HANGS = 10
"""Seconds without a sign of life after which a server counts as gone."""
STARTS = 120
"""The same while it starts."""
_CLIENT = {
    "connect_timeout": 5,
    "keepalives_idle": 3,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
_SESSION = {
    "tcp_keepalives_idle": "3s",
    "tcp_keepalives_interval": "2s",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "10s",
    "idle_in_transaction_session_timeout": "10s",
}
_SCHEMA = re.compile(r"fairki_room_[2-9]")


def address(url: str) -> sa.URL:
    """The address as SQLAlchemy wants it; ``postgresql://`` and ``postgres://`` will do.

    Raises:
        sqlalchemy.exc.ArgumentError: it is none.
    """
    found = sa.make_url(url)
    short = found.drivername in ("postgresql", "postgres")
    return found.set(drivername="postgresql+psycopg") if short else found


def of_room(url: str, number: int) -> str:
    """The address of a further room (from 2) beside the one at `url`."""
    given = sa.make_url(url)
    options = f"{given.query.get('options', '')} -csearch_path=fairki_room_{number}".strip()
    return given.update_query_dict({"options": options}).render_as_string(hide_password=False)


def rooms(engine: sa.Engine) -> list[int]:
    """The numbers of the further rooms for which there is a schema.

    Raises:
        SetupError: the database does not answer.
    """
    try:
        with engine.connect() as connection:
            names = connection.execute(sa.text("SELECT nspname FROM pg_namespace ORDER BY nspname")).scalars()
            return [int(name[-1]) for name in names if _SCHEMA.fullmatch(name)]
    except sa.exc.DBAPIError as error:
        raise SetupError(*de.NOT_OPENED) from error


def engine(url: sa.URL) -> sa.Engine:
    """One session that holds the workshop; it is never replaced by another one.

    When it connects it raises ``Held``, if another server holds the workshop, and ``Lost`` if it had a session before.
    """
    psycopg = url.drivername.startswith("postgresql+psycopg")
    made = sa.create_engine(
        url, pool_size=1, max_overflow=0, hide_parameters=True, connect_args=_CLIENT if psycopg else {}
    )
    sa.event.listen(made, "connect", _Hold())
    return made


def show_life(connection: sa.Connection) -> None:
    """Show the database that this server lives, and have it notice from now on when it does not."""
    connection.exec_driver_sql(_setting("idle_session_timeout", f"{HANGS}s"))


class _Hold:
    """Takes the lock in the first session of an engine, and refuses any other."""

    had = False

    def __call__(self, connection: Any, _record: Any) -> None:
        try:
            if self.had:
                raise Lost
            _enter(connection)
            for name, value in {**_SESSION, "idle_session_timeout": f"{STARTS}s"}.items():
                connection.cursor().execute(_setting(name, value))
            connection.commit()
            self.had = True
        except BaseException:
            connection.close()
            raise


def _enter(connection: Any) -> None:
    """Take the lock of the room's schema, which is made if it is one of ours."""
    cursor = connection.cursor()
    cursor.execute("SELECT current_schema(), current_setting('search_path')")
    schema, path = cursor.fetchone()
    number = int(path[-1]) - 1 if _SCHEMA.fullmatch(path) else 0
    cursor.execute(f"SELECT pg_try_advisory_lock({LOCK + number})")
    if not cursor.fetchone()[0]:
        raise Held
    if number and schema is None:
        cursor.execute(f"CREATE SCHEMA {path}")


def _setting(name: str, value: str) -> str:
    """Sets something for this session, if this version of PostgreSQL knows it."""
    return f"SELECT set_config(name, '{value}', false) FROM pg_settings WHERE name = '{name}'"
