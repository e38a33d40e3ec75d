"""Options of the verb ``workshop``: what would do nothing is refused with a way out; what works is taken."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from coursetools import cli
from coursetools.workshop import options
from fairki.errors import BadFileError


@pytest.fixture
def call(tmp_path, monkeypatch):
    """Calls the verb in a folder without a course: it never gets to work. Gives the exception that ends it."""
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    return lambda *arguments: CliRunner().invoke(cli.app, ["workshop", *arguments]).exception


@pytest.mark.parametrize(
    ("arguments", "happened", "remedy"),
    [
        (["--probe", "--host", "0.0.0.0"], "Bei --probe hat --host keine Wirkung.", "nur auf diesem Rechner"),
        (["--probe", "--neu"], "Bei --probe hat --neu keine Wirkung.", "Lassen Sie --neu weg."),
        (
            ["--datenbank", "sqlite:///x.db", "--host", "::", "--probe"],
            "Bei --probe haben --host und --datenbank keine Wirkung.",
            "behält nichts",
        ),
        (["--probelauf", "--neu"], "Bei --probelauf hat --neu keine Wirkung.", "löscht nichts"),
        (["--probelauf", "--teilnehmende", "20"], "hat --teilnehmende keine Wirkung.", "prüft nur"),
        (["--probelauf", "--probe"], "gehen nicht zugleich", "Prüfen Sie zuerst"),
        (["--teilnehmende", "20"], "--teilnehmende gibt es nur zum Üben", "Ergänzen Sie --probe."),
    ],
)
def test_an_option_that_would_do_nothing_is_refused_with_a_way_out(
    call, tmp_path, arguments, happened, remedy
):
    error = call(*arguments)
    assert isinstance(error, options.WrongCallError)
    assert happened in error.happened and remedy in error.remedy
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--probe", "--teilnehmende", "30", "--port", "9000", "--ablauf", "90"],
        ["--host", "127.0.0.1", "--port", "9000", "--neu", "--datenbank", "sqlite:///x.db", "--ablauf", "90"],
    ],
)
def test_options_that_do_something_get_through(call, arguments):
    assert isinstance(call(*arguments), BadFileError)  # the manifest of the course is not there


def test_the_address_of_a_database_in_the_environment_does_not_stop_a_rehearsal(call, monkeypatch):
    monkeypatch.setenv("FAIRKI_WORKSHOP", "sqlite:///x.db")
    assert isinstance(call("--probe"), BadFileError)


def test_a_wrong_call_ends_with_the_exit_code_of_a_wrong_call(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "coursetools", "workshop", "--probe", "--neu"],
        env={**os.environ, "FAIRKI_ROOT": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2 and "keine Wirkung" in done.stderr and not done.stdout
