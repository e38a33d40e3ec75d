"""What the third wall shows to a child: everything that its Python needs, and no answers."""

import zipfile

import pytest

from coursetools import machine
from coursetools.grading import sandbox
from coursetools.grading.deno import bundle
from coursetools.publish import runtime_files
from fairki.errors import SetupError


@pytest.mark.needs(machine.DENO)
def test_the_bundle_has_all_that_runs_and_nothing_that_tells_an_answer():
    said = []
    folder = bundle.folder(str(machine.find_deno()), say=said.append)
    inside = {}
    for path in folder.glob("*.zip"):
        with zipfile.ZipFile(path) as archive:
            inside |= {name: path.stem for name in archive.namelist()}
    for name in ("pdb.pyc", "IPython/core/interactiveshell.pyc", "coursetools/grading/inside/judge.pyc"):
        assert name in inside
    assert "fairki/checks/__init__.pyc" in inside and "data/bewerbungen.csv" in inside
    assert {name for name in inside if "answers" in name and name.startswith("fairki/reference")} == set()
    assert not [name for name in inside if name.startswith(("solutions/", "exercises/", "tests/"))]
    assert sandbox.supply() == folder


@pytest.mark.needs(machine.DENO)
def test_nothing_is_unpacked_to_find_what_is_there_and_everything_once_something_differs(monkeypatch):
    deno = str(machine.find_deno())
    folder = bundle.folder(deno)

    class Unpacked(Exception):
        pass

    def unpack(supply):
        raise Unpacked

    monkeypatch.setattr(bundle, "_bundles", unpack)
    assert bundle.folder(deno) == folder
    course = runtime_files.course()
    monkeypatch.setattr(runtime_files, "course", lambda: course | {"fairki/worlds/new.py": b""})
    with pytest.raises(Unpacked):
        bundle.folder(deno)


def test_a_folder_stays_until_something_in_it_changes(tmp_path):
    made = []
    first = bundle._laid_out(tmp_path, {"a.zip": b"1"}, made.append)
    (first / "mark").touch()
    assert bundle._laid_out(tmp_path, {"a.zip": b"1"}, made.append) == first and (first / "mark").exists()
    second = bundle._laid_out(tmp_path, {"a.zip": b"2"}, made.append)
    assert [path.name for path in tmp_path.iterdir()] == [second.name]
    assert (second / "a.zip").read_bytes() == b"2"
    assert made == [first, second]


def test_a_half_written_folder_is_written_again(tmp_path):
    made = []
    folder = bundle._laid_out(tmp_path, {"a.zip": b"1"}, made.append)
    (folder / "a.zip").unlink()
    (folder / "fertig").unlink()
    assert (bundle._laid_out(tmp_path, {"a.zip": b"1"}, made.append) / "a.zip").read_bytes() == b"1"
    assert made == [folder, folder]


def test_a_path_that_deno_cannot_be_given_is_refused_with_the_reason(tmp_path):
    with pytest.raises(SetupError, match="Der Pfad enthält ein Komma"):
        bundle._laid_out(tmp_path / "Müller, Anna", {"a.zip": b"1"}, print)
