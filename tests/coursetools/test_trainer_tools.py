"""Without the tools of trainers exercises are as they came, and whoever needs the tools reads how to get them."""

import shutil

import pytest
from rich.console import Console
from typer.testing import CliRunner

from coursetools import build, cli, course_folder, release, trainer_tools
from fairki import manifest
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


def test_a_source_that_was_changed_and_cannot_be_released_is_named(without, tmp_path, monkeypatch):
    source, root = tmp_path / "package", tmp_path / "course"
    for slug in ("same", "changed"):
        (source / f"solutions/{slug}").mkdir(parents=True)
        (source / f"solutions/{slug}/{slug}.ipynb").write_text("{}", encoding="utf-8")
    shutil.copy(manifest.ROOT / manifest.FILE_NAME, source)
    root.mkdir()
    course_folder.lay_out(root, lambda line: None, source)
    monkeypatch.setattr(build, "STAGES", ())

    def said() -> str:
        with (console := Console(width=200)).capture() as captured:
            build.build_all(root, console)
        return captured.get()

    assert "solutions" not in said()
    (root / "solutions/changed/changed.ipynb").write_text("{ }", encoding="utf-8")
    assert "nicht ausgegeben: solutions/changed/changed.ipynb. " in said()
    assert 'pip install "fairki[trainer]"' in said()
    monkeypatch.setattr(trainer_tools, "here", lambda: True)
    assert "solutions" not in said()


def test_release_and_grade_say_what_to_install(without, tmp_path):
    with pytest.raises(SetupError, match=r"fairki\[trainer\]"):
        release.release(tmp_path)
    assert isinstance(CliRunner().invoke(cli.app, ["grade", "--manuell"]).exception, SetupError)
