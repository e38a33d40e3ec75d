"""The units for systemd in ``deploy/``: systemd understands them, and what they may do is little."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from coursetools import machine

FOLDER = Path(__file__).parents[2] / "deploy"
UNITS, TIMERS = sorted(FOLDER.glob("*.service")), sorted(FOLDER.glob("*.timer"))
OPEN_AT_MOST = 20  # of 100, as systemd counts; a service without any limits has 96

pytestmark = pytest.mark.needs(machine.SYSTEMD)


@pytest.fixture(params=UNITS, ids=lambda unit: unit.stem)
def unit(request, tmp_path) -> Path:
    """A unit whose program is one of this machine, among the others."""
    for one in (*UNITS, *TIMERS):
        text = one.read_text(encoding="utf-8").replace("/opt/fairki/bin/fairki", shutil.which("true"))
        (tmp_path / one.name).write_text(text, encoding="utf-8")
    return tmp_path / request.param.name


def analyzed(*arguments) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, timeout=60)


def test_systemd_understands_every_line(unit):
    done = analyzed("verify", "--man=no", unit)
    assert (done.returncode, [line for line in done.stderr.splitlines() if unit.name in line]) == (0, [])


def test_a_service_is_shut_in(unit):
    done = analyzed("security", "--offline=true", f"--threshold={OPEN_AT_MOST}", unit)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("timer", TIMERS, ids=lambda timer: timer.stem)
@pytest.mark.parametrize("unit", UNITS[:1], indirect=True, ids=["among the services"])
def test_systemd_understands_a_timer_and_finds_its_service(unit, timer):
    done = analyzed("verify", "--man=no", unit.with_name(timer.name))
    assert (done.returncode, done.stderr) == (0, "") and unit.with_name(f"{timer.stem}.service").exists()


def settings(name: str) -> dict[str, list[str]]:
    """Each setting of a unit with all its values."""
    found: dict[str, list[str]] = {}
    for key, value in re.findall(r"(?m)^(\w+)=(.*)$", (FOLDER / name).read_text(encoding="utf-8")):
        found.setdefault(key, []).append(value)
    return found


def test_a_backup_is_one_of_the_workshop_that_runs():
    backup, workshop = settings("fairki-sicherung.service"), settings("fairki-workshop.service")
    for key in ("User", "WorkingDirectory", "StateDirectory", "EnvironmentFile"):
        assert backup[key] == workshop[key]


def test_the_way_in_lies_where_nobody_else_reads_and_nothing_is_kept():
    workshop = settings("fairki-workshop.service")
    assert "FAIRKI_ZUGANG=%t/%N/zugang.txt" in workshop["Environment"]
    assert (workshop["RuntimeDirectory"], workshop["RuntimeDirectoryMode"]) == (["%N"], ["0700"])
