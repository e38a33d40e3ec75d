"""What stands for files: it changes when one of them moves, or a border between two of them does."""

from coursetools.files import told_apart


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
