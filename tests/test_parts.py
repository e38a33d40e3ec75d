"""Nothing is skipped in silence: a part that is missing is installed, or named; where CI is set it is a failure."""

import os
import subprocess
import sys

import pytest
from rich.console import Console

from coursetools import machine, testing
from fairki.errors import SetupError

TESTS = """
import pytest
from coursetools.machine import Part

ABSENT = Part("Fernrohr", ("fernrohr",), "die Sterne", lambda: False)
UNWILLING = Part("Kran", ("kran",), "die Lasten", lambda: True, lambda: "hebt hier nichts")
NOWHERE = Part("Meer", (), "die Schiffe", lambda: False)

@pytest.mark.needs(UNWILLING)
def test_a_part_that_refuses(): ...

@pytest.mark.needs(NOWHERE)
def test_a_thing_that_nobody_can_install(): ...

@pytest.mark.needs(ABSENT)
def test_a_part_that_nobody_installed(): ...

@pytest.mark.skip("keine Lust")
def test_a_skip_of_its_own(): ...
"""


@pytest.mark.parametrize("ci", ["", "true"])
def test_only_what_was_tried_in_vain_is_skipped_where_ci_is_set_and_all_is_named(root, tmp_path, ci):
    (tmp_path / "test_sample.py").write_text(TESTS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "conftest", "-c", str(root / "pyproject.toml")]
    environment = dict(os.environ, CI=ci, PYTHONPATH=f"{root / 'tests'}{os.pathsep}{root}", COLUMNS="200")
    options = ["--rootdir", str(tmp_path), "-p", "no:cacheprovider", "-n", "1", str(tmp_path)]
    done = subprocess.run(
        [*command, *options], env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=120
    )
    assert ("2 skipped, 2 errors" if ci else "4 skipped") in done.stdout, done.stdout + done.stderr
    closing = done.stdout.rpartition("Nicht geprüft")[2]
    assert "1 × Kran hebt hier nichts" in closing
    assert "1 × Meer fehlt auf diesem Rechner" in closing
    assert ("1 × Fernrohr fehlt auf diesem Rechner" in closing) == (not ci)
    assert ("excuses it: keine Lust" in done.stdout) == bool(ci)


def test_every_part_says_in_german_who_needs_it():
    assert len({part.name for part in machine.PARTS}) == len(machine.PARTS)
    assert all(part.name and part.needed_by for part in machine.PARTS)
    assert {
        "chromium-headless-shell",
        "libatomic1",
        "bubblewrap",
        "postgresql",
        "podman",
        "fonts-liberation",
    } <= {package for part in machine.PARTS for package in part.packages}


class Machine:
    """A Debian without one part; notes what apt-get is asked for."""

    def __init__(self, monkeypatch, user: int, answer: int = 0, instead: bool = False):
        self.asked, self.answer = [], answer
        self.part = machine.Part(
            "Fernrohr", ("fernrohr", "linse"), "die Sterne", lambda: self.installed, instead=lambda: instead
        )
        monkeypatch.setattr(machine, "PARTS", (self.part,))
        monkeypatch.setattr(machine, "apt", self.apt)
        monkeypatch.setattr(machine.os, "geteuid", lambda: user)
        monkeypatch.setattr(
            machine.shutil, "which", lambda name: f"/usr/bin/{name}" if "apt" in name else None
        )

    @property
    def installed(self) -> bool:
        return any("fernrohr" in arguments for arguments in self.asked) and not self.answer

    def apt(self, arguments):
        self.asked.append(arguments)
        return subprocess.CompletedProcess(arguments, self.answer, "", "E: Unable to locate package fernrohr")


@pytest.fixture
def console() -> Console:
    return Console(width=200, record=True, quiet=False, file=open(os.devnull, "w"))


def test_root_gets_what_is_missing_and_one_line_for_each_part(monkeypatch, console):
    debian = Machine(monkeypatch, user=0)
    testing.prepare(console)
    assert console.export_text().splitlines() == [
        "Wird installiert: Fernrohr (fernrohr, linse), für die Sterne …"
    ]
    assert debian.installed
    asked = len(debian.asked)
    testing.prepare(console)
    assert len(debian.asked) == asked and console.export_text(clear=False).count("Fernrohr") == 0


def test_others_get_one_sentence_with_the_one_command(monkeypatch, console):
    debian = Machine(monkeypatch, user=1000)
    with pytest.raises(SetupError) as caught:
        testing.prepare(console)
    assert str(caught.value) == (
        "Für die Tests fehlt: Fernrohr. Bitte geben Sie ein: sudo apt install fernrohr linse"
    )
    assert debian.asked == []


def test_what_apt_says_in_vain_is_told(monkeypatch, console):
    Machine(monkeypatch, user=0, answer=100)
    with pytest.raises(SetupError, match=r"Fernrohr ließ sich nicht installieren.*Unable to locate"):
        testing.prepare(console)


def test_what_has_a_slower_substitute_stops_nobody(monkeypatch, console):
    Machine(monkeypatch, user=1000, instead=True)
    testing.prepare(console)
    assert console.export_text() == ""
    Machine(monkeypatch, user=0, answer=100, instead=True)
    testing.prepare(console)
    assert console.export_text().splitlines()[1:] == [
        "Das ging nicht. Es geht auch mit dem, was da ist, nur langsamer."
    ]


@pytest.mark.parametrize(
    ("processors", "gigabytes", "expected"), [(2, 24, 2), (16, 64, 16), (16, 6, 4), (2, 1, 1), (1, None, 1)]
)
def test_as_many_tests_run_side_by_side_as_processors_and_memory_allow(
    monkeypatch, processors, gigabytes, expected
):
    monkeypatch.setattr(machine, "processors", lambda: processors)
    monkeypatch.setattr(machine, "free_memory", lambda: gigabytes and gigabytes << 30)
    assert testing.workers() == expected
