"""A real PostgreSQL server for tests: in a folder of its own, with a password, run by a user without rights."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import parts
import pytest
import sqlalchemy as sa
from serving import wait_for

from coursetools import machine

SECRET = "Losung47"
"""What nothing but the password has in it, also where its other characters are written in another way."""
PASSWORD = f"{SECRET}-7%/@"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[sa.URL]:
    """Address of an empty server, with a password."""
    parts.need(machine.POSTGRESQL)
    folder = Path(tempfile.mkdtemp(prefix="fairki-postgres-"))
    (folder / "password").write_text(PASSWORD)
    user = []
    if os.geteuid() == 0:  # PostgreSQL refuses root
        user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        for path in (folder, folder / "password"):
            os.chown(path, 65534, 65534)
    options = ["-U", "fairki", "-A", "scram-sha-256", "--no-sync", "-E", "UTF8", "--locale", "C.UTF-8"]
    made = subprocess.run(
        [
            *user,
            machine.postgresql("initdb"),
            "-D",
            folder / "data",
            "--pwfile",
            folder / "password",
            *options,
        ],
        cwd="/",
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert made.returncode == 0, made.stderr
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        *user,
        machine.postgresql("postgres"),
        "-D",
        folder / "data",
        "-p",
        str(port),
        "-h",
        "127.0.0.1",
    ]
    running = subprocess.Popen([*command, "-k", folder, "-F"], cwd="/", stderr=subprocess.DEVNULL)
    url = sa.URL.create("postgresql+psycopg", "fairki", PASSWORD, "127.0.0.1", port, "postgres")
    engine = sa.create_engine(url)

    def answers() -> bool:
        try:
            with engine.connect():
                return True
        except sa.exc.OperationalError:
            return False

    try:
        wait_for(answers, 60, "PostgreSQL")
        engine.dispose()
        yield url
    finally:
        running.terminate()
        running.wait(30)
        shutil.rmtree(folder)


@pytest.fixture
def database_url(postgres_url, request) -> str:
    """Address of an empty database, password included."""
    engine = sa.create_engine(postgres_url, isolation_level="AUTOCOMMIT")
    name = f"fairki_{abs(hash(request.node.nodeid))}"
    with engine.connect() as connection:
        connection.execute(sa.text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))  # of a first attempt
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return postgres_url.set(database=name).render_as_string(hide_password=False)
