"""Folders that move, and what stands for files: it changes when one moves, or a border between two of them does."""

import errno
import os

import pytest

from coursetools.files import move_folder, told_apart


def told(base, **contents):
    """What a digest takes in of these files; __ in a name stands for /."""
    base.mkdir()
    for name, content in contents.items():
        path = base / name.replace("__", "/")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return b"".join(told_apart(base, (path for path in base.rglob("*") if path.is_file())))


def test_files_of_one_name_in_different_folders_are_told_apart(tmp_path):
    one = told(tmp_path / "1", a__x=b"1", b__x=b"2")
    assert one == told(tmp_path / "2", a__x=b"1", b__x=b"2")  # wherever the whole lies
    assert one != told(tmp_path / "3", a__x=b"2", b__x=b"1")
    assert one != told(tmp_path / "4", a__x=b"1", c__x=b"2")


def test_what_moves_from_the_end_of_a_file_to_the_beginning_of_the_next_one_is_seen(tmp_path):
    assert told(tmp_path / "1", a=b"12", b=b"3") != told(tmp_path / "2", a=b"1", b=b"23")


@pytest.mark.parametrize("reason", [errno.EXDEV, errno.EACCES])
def test_a_folder_that_cannot_be_renamed_is_copied_or_lies_whole_where_it_lay(tmp_path, monkeypatch, reason):
    """EXDEV: it lies in a layer of a container's image. Else, as under Windows, a program may hold a file of it."""

    def refused(source, target):
        raise OSError(reason, os.strerror(reason))

    told(tmp_path / "alt", a__b=b"1")
    monkeypatch.setattr(os, "replace", refused)
    if reason == errno.EXDEV:
        move_folder(tmp_path / "alt", tmp_path / "neu")
        assert not (tmp_path / "alt").exists() and (tmp_path / "neu" / "a" / "b").read_bytes() == b"1"
    else:
        with pytest.raises(OSError):
            move_folder(tmp_path / "alt", tmp_path / "neu")
        assert (tmp_path / "alt" / "a" / "b").read_bytes() == b"1" and not (tmp_path / "neu").exists()
