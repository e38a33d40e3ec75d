"""The course where pip installed it: laid out in an empty folder, up to date, and never against people's changes."""

import json

import pytest

from coursetools import course_folder
from fairki.errors import BadFileError

HEAD = '[course]\ntitle = "Kurs"\nversion = "{}"\n[steps]\n1 = "Bewusstsein"\n[aspects]\nwerte = "Werte"\n'


@pytest.fixture
def packed(tmp_path):
    """What a package brings: a manifest, a module and a table."""
    source = tmp_path / "paket"
    files = {"course.toml": HEAD.format(1), "modules/a.ipynb": "eins", "data/b.csv": "x\n1\n"}
    for name, text in files.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    return source


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "kurs").mkdir()
    return tmp_path / "kurs"


def lay_out(folder, packed) -> list[str]:
    said = []
    course_folder.lay_out(folder, said.append, packed)
    return said


def newer(packed) -> None:
    (packed / "course.toml").write_text(HEAD.format(2), encoding="utf-8")
    (packed / "modules/a.ipynb").write_text("zwei", encoding="utf-8")


def contents(folder) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and ".build" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_an_empty_folder_gets_the_course_and_is_told_so_once(folder, packed):
    assert "Fassung 1" in lay_out(folder, packed)[0]
    assert contents(folder) == contents(packed)
    assert lay_out(folder, packed) == []


def test_a_folder_with_other_things_is_left_alone(folder, packed):
    (folder / "brief.txt").write_text("Hallo", encoding="utf-8")
    with pytest.raises(BadFileError, match="leeren"):
        lay_out(folder, packed)
    assert contents(folder) == {"brief.txt": "Hallo"}


def test_a_newer_version_takes_the_place_of_what_nobody_changed(folder, packed):
    lay_out(folder, packed)
    newer(packed)
    (packed / "data/b.csv").unlink()
    assert "Fassung 2" in lay_out(folder, packed)[0]
    assert contents(folder) == contents(packed)


@pytest.mark.parametrize("record", ["there", "gone", "damaged"])
def test_what_somebody_changed_stays_and_the_new_one_lies_beside_it(folder, packed, record):
    lay_out(folder, packed)
    (folder / "modules/a.ipynb").write_text("meins", encoding="utf-8")
    if record == "gone":
        (folder / course_folder.RECORD).unlink()
    elif record == "damaged":
        (folder / course_folder.RECORD).write_text("{", encoding="utf-8")
    newer(packed)
    assert any("modules/a.ipynb.neu" in line for line in lay_out(folder, packed))
    found = contents(folder)
    assert found["modules/a.ipynb"] == "meins" and found["modules/a.ipynb.neu"] == "zwei"
    assert lay_out(folder, packed) == []


def test_a_course_of_a_newer_program_is_not_touched(folder, packed):
    lay_out(folder, packed)
    record = folder / course_folder.RECORD
    record.write_text(json.dumps({"format": 2, "files": {}}), encoding="utf-8")
    with pytest.raises(BadFileError, match="neuer"):
        lay_out(folder, packed)
