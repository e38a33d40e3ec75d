"""The units for systemd in ``deploy/``: systemd understands them, and what they may do is little."""

import shutil
import subprocess
from pathlib import Path

import pytest

from coursetools import machine

UNITS = sorted((Path(__file__).parents[2] / "deploy").glob("*.service"))
OPEN_AT_MOST = 20  # of 100, as systemd counts; a service without any limits has 96

pytestmark = pytest.mark.needs(machine.SYSTEMD)


@pytest.fixture(params=UNITS, ids=lambda unit: unit.stem)
def unit(request, tmp_path) -> Path:
    """A unit whose program is one of this machine."""
    text = request.param.read_text(encoding="utf-8")
    copy = tmp_path / request.param.name
    copy.write_text(text.replace("/opt/fairki/bin/fairki", shutil.which("true")), encoding="utf-8")
    return copy


def analyzed(*arguments) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True, timeout=60)


def test_systemd_understands_every_line(unit):
    done = analyzed("verify", "--man=no", unit)
    assert (done.returncode, [line for line in done.stderr.splitlines() if unit.name in line]) == (0, [])


def test_a_service_is_shut_in(unit):
    done = analyzed("security", "--offline=true", f"--threshold={OPEN_AT_MOST}", unit)
    assert done.returncode == 0, done.stdout
