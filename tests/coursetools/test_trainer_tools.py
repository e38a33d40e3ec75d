"""Without the tools of trainers exercises are as they came, and whoever needs the tools reads how to get them."""

import pytest
from typer.testing import CliRunner

from coursetools import cli, release, trainer_tools
from fairki.errors import SetupError


@pytest.fixture
def without(monkeypatch):
    monkeypatch.setattr(trainer_tools, "here", lambda: False)


def test_the_courses_own_environment_has_them():
    assert trainer_tools.here()
    trainer_tools.require()


def test_exercises_that_nobody_can_release_are_not_out_of_date(without, tmp_path):
    assert not release.stale(tmp_path)
    release.vouch(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_with_them_the_same_exercises_are_looked_at(tmp_path):
    assert release.stale(tmp_path)


def test_release_and_grade_say_what_to_install(without, tmp_path):
    with pytest.raises(SetupError, match=r"fairki\[trainer\]"):
        release.release(tmp_path)
    assert isinstance(CliRunner().invoke(cli.app, ["grade", "--manuell"]).exception, SetupError)
