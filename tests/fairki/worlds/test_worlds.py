import pandas as pd
import pytest

from fairki import worlds
from fairki.errors import BadFileError, MissingDataError
from fairki.worlds import recruiting


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """The course looks for its tables in an empty folder."""
    monkeypatch.setattr(worlds, "TABLES", tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", worlds.WORLDS)
def test_the_shipped_table_is_the_generated_one(name):
    pd.testing.assert_frame_equal(worlds.load(name), worlds.WORLDS[name].generate())


def test_the_fresh_year_has_new_people_of_the_same_world():
    pd.testing.assert_frame_equal(worlds.fresh_year("leads", 7), worlds.leads.generate(seed=100_007))


def test_an_unknown_table_is_named_together_with_the_known_ones():
    with pytest.raises(MissingDataError, match=r"„kunden“.*bewerbungen"):
        worlds.load("kunden")


def test_a_missing_file_says_how_to_make_it(elsewhere):
    with pytest.raises(MissingDataError, match=r"bewerbungen\.csv fehlt.*build_course\.py data"):
        worlds.load("bewerbungen")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe\x00\x00", id="not_text"),
        pytest.param(b"<html><body>404</body></html>", id="web_page"),
        pytest.param(b"nummer,geschlecht\n1,weiblich\n", id="columns_missing"),
        pytest.param(b'nummer,"geschlecht\n1,2,3\n4', id="open_quote"),
        pytest.param(recruiting.generate(n=9).to_csv(index=False).encode()[:-12], id="cut_off"),
    ],
)
def test_a_damaged_file_is_refused(elsewhere, content):
    (elsewhere / "bewerbungen.csv").write_bytes(content)
    with pytest.raises(BadFileError, match="beschädigt oder verändert"):
        worlds.load("bewerbungen")


def test_every_world_keeps_the_protocol():
    for name, world in worlds.WORLDS.items():
        assert name == world.NAME and world.TITLE
        table = world.generate(n=200, seed=1)
        assert tuple(table.columns) == tuple(world.COLUMNS)
        assert all(isinstance(text, str) and text for text in world.datasheet(table).values())
        assert all(column.label and column.meaning for column in world.COLUMNS.values())
        assert {world.GROUP, world.LABEL, *world.FEATURES} <= set(world.COLUMNS)
        assert set(table[world.GROUP]) <= set(world.GROUPS)
        if world.TRUTH is not None:
            assert world.TRUTH not in world.FEATURES and set(table[world.TRUTH]) <= {0, 1}
