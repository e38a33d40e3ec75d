import shutil

import pandas as pd
import pytest

from coursetools import data, data_places
from coursetools.serve.site import site
from fairki import company, manifest
from fairki.worlds import WORLDS, recruiting

EVERY_WORLD = pytest.mark.parametrize("world", WORLDS.values(), ids=list(WORLDS))
NAMES = {f"{world}{ending}" for world in WORLDS for ending in (".csv", ".datenblatt.md")}


@pytest.fixture
def written(tmp_path):
    data.write(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def to_read(tmp_path_factory):
    """A written course that no test changes."""
    folder = tmp_path_factory.mktemp("course")
    data.write(folder)
    return folder / "data"


def test_the_shipped_files_are_a_fresh_build_byte_for_byte(root, written):
    for name in NAMES:
        assert (root / "data" / name).read_bytes() == (written / "data" / name).read_bytes(), name
    assert {path.name for path in (root / "data").iterdir()} == NAMES
    assert not data.stale(root)


def test_writing_leaves_the_files_and_nothing_else(written):
    assert {path.name for path in (written / "data").iterdir()} == NAMES
    assert not data.stale(written)


def test_writing_twice_gives_the_same_bytes(written):
    before = {name: (written / "data" / name).read_bytes() for name in NAMES}
    data.write(written)
    assert {name: (written / "data" / name).read_bytes() for name in NAMES} == before


@pytest.mark.parametrize("name", ["bewerbungen.csv", "zulassung.datenblatt.md"])
def test_a_missing_or_changed_file_is_stale_until_it_is_written(written, name):
    path = written / "data" / name
    path.unlink()
    assert data.stale(written)
    data.write(written)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n", 1))
    assert data.stale(written)
    data.write(written)
    assert not data.stale(written)


def test_an_empty_course_is_stale(tmp_path):
    assert data.stale(tmp_path)


@EVERY_WORLD
def test_a_table_comes_back_as_it_was_generated(to_read, world):
    table = pd.read_csv(to_read / f"{world.NAME}.csv")
    pd.testing.assert_frame_equal(table, world.generate())


@EVERY_WORLD
def test_tables_are_plain_utf8_with_line_feeds_and_fixed_decimals(to_read, world):
    raw = (to_read / f"{world.NAME}.csv").read_bytes()
    assert b"\r" not in raw and not raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\n")
    lines = raw.decode("utf-8").splitlines()
    assert lines[0].split(",") == list(world.COLUMNS)
    for line in lines[1:]:
        cells = dict(zip(world.COLUMNS, line.split(","), strict=True))
        for name, column in world.COLUMNS.items():
            if column.digits:
                assert len(cells[name].partition(".")[2]) == column.digits
                assert float(cells[name]) != 0 or not cells[name].startswith("-")


@EVERY_WORLD
def test_the_datasheet_answers_the_questions_of_a_datasheet_and_names_every_column(to_read, world):
    sheet = (to_read / f"{world.NAME}.datenblatt.md").read_text(encoding="utf-8")
    for heading in (
        "Motivation",
        "Zusammensetzung",
        "Erzeugung",
        "Bekannte Ungerechtigkeit",
        "Wofür die Tabelle gedacht ist",
        "Wofür Sie die Tabelle nicht benutzen dürfen",
        "Weitergabe und Pflege",
        "Spalten",
    ):
        assert f"\n## {heading}\n" in sheet
    for name, column in world.COLUMNS.items():
        assert f"| `{name}` | {column.label} | {column.unit or '–'} |" in sheet


def test_another_generator_means_another_datasheet(written, monkeypatch):
    before = (written / "data" / "bewerbungen.datenblatt.md").read_bytes()
    original = recruiting.generate
    monkeypatch.setattr(recruiting, "generate", lambda: original(penalties=recruiting.NO_PENALTIES))
    assert data.stale(written)
    data.write(written)
    assert (written / "data" / "bewerbungen.datenblatt.md").read_bytes() != before


def test_a_failed_build_leaves_the_old_files(written, monkeypatch):
    before = (written / "data" / "bewerbungen.csv").read_bytes()
    shutil.copytree(written / "data", written / "kept")

    def broken(world, table):
        raise OSError("no space left")

    monkeypatch.setattr(data, "datasheet", broken)
    with pytest.raises(OSError):
        data.write(written)
    assert (written / "data" / "bewerbungen.csv").read_bytes() == before
    assert {p.name for p in (written / "data").iterdir()} == {p.name for p in (written / "kept").iterdir()}


def test_the_tables_that_are_served_are_those_of_the_worlds():
    assert tuple(WORLDS) == data_places.TABLES


def test_the_datasheets_of_an_own_company_leave_what_the_course_ships_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(company, "own", company.shipped)
    places = {data_places.place(tmp_path, name) for name in NAMES}
    assert {path.parent for path in places if path.suffix == ".csv"} == {tmp_path / data_places.FOLDER}
    assert {path.parent for path in places if path.suffix == ".md"} == {tmp_path / data_places.OWN_SHEETS}
    sheets = site(manifest.read(), tmp_path).datasheets.values()
    assert set(sheets) == {path for path in places if path.suffix == ".md"}
