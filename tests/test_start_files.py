"""The start files for a double click: they find a Python that fits, or say in German what is missing."""

import re
import shutil
import subprocess
import sys

import pytest
from test_door import door  # noqa: F401 (a fixture)

from coursetools import machine

WINDOWS, MACOS = "Kurs starten.cmd", "Kurs starten.command"
FAKE = """#!/bin/sh
[ "$1" = -c ] && exec {python} "$@"
echo "{name}: $*"
exit {code}
"""


@pytest.fixture
def start(root, tmp_path):
    """Starts the course on a Mac that has only these Pythons, each a pair of name and real interpreter."""

    def run(*pythons: tuple[str, str], code: int = 0) -> subprocess.CompletedProcess[str]:
        (folder := tmp_path / "Kurs mit Leerzeichen").mkdir()
        (programs := tmp_path / "bin").mkdir()
        shutil.copy(root / MACOS, folder)
        (programs / "dirname").symlink_to(shutil.which("dirname"))
        for name, real in pythons:
            (programs / name).write_text(FAKE.format(name=name, python=real, code=code), encoding="utf-8")
            (programs / name).chmod(0o755)
        return subprocess.run(
            [shutil.which("bash"), str(folder / MACOS)],
            env={"PATH": str(programs)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )

    return run


@pytest.mark.needs(machine.POSIX)
def test_a_double_click_on_a_mac_starts_the_course_with_a_python_that_fits(start):
    too_old = shutil.which("false")  # answers „no“ when it is asked for its version
    done = start(("python3.13", too_old), ("python3", sys.executable), code=3)
    assert (done.stdout, done.returncode) == ("python3: build_course.py serve\n", 3)


@pytest.mark.needs(machine.POSIX)
@pytest.mark.parametrize("pythons", [(), (("python3", shutil.which("false")),)], ids=["none", "too old"])
def test_a_mac_without_a_python_that_fits_hears_in_german_where_to_get_one(start, pythons):
    done = start(*pythons)
    assert done.returncode == 1
    assert "Der Kurs braucht Python 3.11, 3.12, 3.13 oder 3.14. Sie finden es auf python.org" in done.stdout


@pytest.mark.needs(machine.POSIX)
def test_the_file_for_macos_may_be_run(root):
    assert (root / MACOS).stat().st_mode & 0o111 == 0o111


def test_the_file_for_windows_has_its_line_ends_wherever_it_is_checked_out(root):
    raw = (root / WINDOWS).read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n") > 30
    asked = subprocess.run(
        ["git", "check-attr", "eol", WINDOWS, MACOS], cwd=root, capture_output=True, encoding="utf-8"
    )
    assert asked.stdout.splitlines() == [f"{WINDOWS}: eol: crlf", f"{MACOS}: eol: lf"]


def test_the_file_for_windows_speaks_german_and_stays_open_when_something_fails(root):
    lines = (root / WINDOWS).read_bytes().decode("utf-8").split("\r\n")
    assert lines.index("chcp 65001 > nul") < min(n for n, one in enumerate(lines) if not one.isascii())
    targets = {one.removeprefix(":") for one in lines if re.fullmatch(r":\w+", one)}
    assert {found for one in lines for found in re.findall(r"goto (\w+)", one)} <= targets
    assert lines.count("pause") == 1
    for name in ("nocourse", "nopython"):
        told = lines[lines.index(f":{name}") :]
        assert any(one.startswith("echo Fehler: ") for one in told[:3])
        assert told[told.index('set "CODE=1"') + 1] == "goto stay" or ":stay" in told[:12]


@pytest.mark.parametrize("name", [WINDOWS, MACOS])
def test_a_start_file_takes_the_pythons_that_the_course_takes(root, door, name):  # noqa: F811
    text = (root / name).read_bytes().decode("utf-8")
    assert f"not {door.OLDEST} <= sys.version_info[:2] <= {door.NEWEST}" in text
    minors = range(door.OLDEST[1], door.NEWEST[1] + 1)
    first, last = (", ".join(f"3.{minor}" for minor in minors[:-1]), f"3.{minors[-1]}")
    assert f"Python {first} oder {last}" in text
    (tried,) = re.findall(r"in \(?(3\.\d[ \d.]*)\)", text) or re.findall(r"in (python3\.\d[ \w.]*);", text)
    assert sorted(int(one) for one in re.findall(r"3\.(\d+)", tried)) == list(minors)
