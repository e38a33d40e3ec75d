"""Versions of a company's files: whatever is interrupted, files are whole, and nothing that was saved is lost."""

import json

import pytest

from coursetools.company_editor import history
from coursetools.company_editor.history import ChangedMeanwhileError, History
from fairki.errors import BadFileError


class PulledPlugError(Exception):
    """The machine is gone."""


@pytest.fixture
def kept(tmp_path):
    """A folder with two files."""
    (tmp_path / "a").write_bytes(b"a0")
    return History(tmp_path)


def files(kept):
    """What lies in the folder."""
    return {path.name: path.read_bytes() for path in kept.folder.iterdir() if path.name[0] != "."}


@pytest.mark.parametrize("step", range(6))
def test_a_change_of_two_files_that_is_interrupted_is_finished_or_taken_back(kept, monkeypatch, step):
    kept.change("eins", {"a": b"a1"})
    write, count = history.write_atomically, iter(range(99))

    def pulled(*arguments, **named):
        if next(count) == step:
            raise PulledPlugError
        write(*arguments, **named)

    monkeypatch.setattr(history, "write_atomically", pulled)
    try:
        kept.change("zwei", {"a": b"a2", "b": b"b2"})
    except PulledPlugError:
        assert step < 4
    monkeypatch.undo()
    assert all(content in (b"a1", b"a2", b"b2") for content in files(kept).values())
    again = History(kept.folder)
    if again.last().said == "eins" and again.next():
        assert again.redo().said == "zwei"
    if again.last().said == "zwei":
        assert files(again) == {"a": b"a2", "b": b"b2"}
        again.undo()
    assert files(again) == {"a": b"a1"}
    again.undo()
    assert files(again) == {"a": b"a0"} and again.undo() is None


@pytest.mark.parametrize("step", range(3))
def test_undo_that_is_interrupted_can_be_done_again(kept, monkeypatch, step):
    kept.change("beide", {"a": b"a1", "b": b"b1"})
    kept.change("mehr", {"a": b"a2", "b": b"b2"})
    write, count = history.write_atomically, iter(range(99))

    def pulled(*arguments, **named):
        if next(count) == step:
            raise PulledPlugError
        write(*arguments, **named)

    monkeypatch.setattr(history, "write_atomically", pulled)
    with pytest.raises(PulledPlugError):
        kept.undo()
    monkeypatch.undo()
    History(kept.folder).undo()
    assert files(kept) == {"a": b"a1", "b": b"b1"}


def test_a_new_change_forgets_what_was_taken_back_and_the_oldest(kept, monkeypatch):
    monkeypatch.setattr(history, "MOST", 3)
    for number in range(1, 6):
        kept.change(str(number), {"a": f"a{number}".encode()})
    kept.undo()
    kept.change("anders", {"a": b"x"})
    assert kept.next() is None and files(kept) == {"a": b"x"}
    assert [kept.undo().said for _ in range(3)] == ["anders", "4", "3"]
    assert kept.undo() is None and files(kept) == {"a": b"a2"}


def test_what_somebody_else_wrote_is_not_taken_back(kept):
    kept.change("eins", {"a": b"a1"})
    (kept.folder / "a").write_bytes(b"von Hand")
    with pytest.raises(ChangedMeanwhileError, match="woanders"):
        kept.undo()
    assert files(kept) == {"a": b"von Hand"}


def test_damaged_versions_are_set_aside_and_newer_ones_left_alone(kept):
    kept.change("eins", {"a": b"a1"})
    version = kept.hidden / "versionen" / "000001.json"
    good = version.read_text(encoding="utf-8")
    version.write_text(json.dumps(json.loads(good) | {"version": 2}), encoding="utf-8")
    with pytest.raises(BadFileError, match="neueren"):
        kept.undo()
    version.write_text(good[:20], encoding="utf-8")
    assert kept.undo() is None and files(kept) == {"a": b"a1"}
    assert (kept.hidden / "beschaedigt" / "versionen" / "000001.json").read_text(encoding="utf-8") == good[
        :20
    ]
    kept.change("neu", {"a": b"a2"})
    kept.undo()
    assert files(kept) == {"a": b"a1"}


def test_a_file_keeps_who_may_read_it(kept):
    (kept.folder / "a").chmod(0o600)
    kept.change("eins", {"a": b"a1", "b": b"b1"})
    modes = [(kept.folder / name).stat().st_mode & 0o777 for name in ("a", "b")]
    assert modes == [0o600, 0o644]


def test_git_leaves_the_versions_out_and_nobody_else_can_read_them(kept):
    kept.change("eins", {"a": b"a1"})
    assert (kept.hidden / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert (kept.hidden / "versionen" / "000001.json").stat().st_mode & 0o77 == 0


@pytest.mark.parametrize(
    "name", ["../fremd", "b/../../fremd", "/tmp/fremd", "C:fremd", "..\\fremd", ".git/config"]
)
def test_a_folder_from_elsewhere_that_names_other_files_changes_none(kept, name):
    kept.change("eins", {"a": b"a1"})
    path = kept.hidden / history.VERSIONS / "000001.json"
    note = json.loads(path.read_text("utf-8"))
    note["files"] = {name: [*reversed(note["files"]["a"])]}
    path.write_text(json.dumps(note), encoding="utf-8")
    assert kept.undo() is None and files(kept) == {"a": b"a1"}
    assert (kept.hidden / "beschaedigt" / history.VERSIONS / "000001.json").exists()
