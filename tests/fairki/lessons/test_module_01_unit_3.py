"""The reveals of unit 3."""

import pytest

from coursetools import notebooks
from fairki import manifest, ui
from fairki.lessons.module_01 import figures, unit_3
from fairki.lessons.module_01.de import unit_3 as de


def test_the_gap_of_the_first_and_of_the_last_year_are_told():
    shown = unit_3.what_becomes_of_it({unit_3.YEARS: "weg"})
    assert "Im ersten Jahr" in shown.says and shown.picture.title == de.YEARS_TITLE


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("bleiben", "Von selbst verschwindet er nicht."),
        ("wegbleiben", "dass Menschen fehlen"),
        ("wahrheit", "schon im zweiten Jahr"),
    ],
)
def test_each_assumption_has_its_sentence_and_its_picture(what, said):
    shown = unit_3.what_happens({unit_3.REACTION: what})
    picture = shown.traits[ui.Queue]
    assert said in shown.says and picture["visible"]
    assert len(picture["years"]) == len(picture["table"]["rows"]) == 8


def test_the_queue_shows_the_people_of_the_simulation_and_the_table_the_same():
    picture = unit_3.what_happens({unit_3.REACTION: "wegbleiben"}).traits[ui.Queue]
    history = figures.rounds_of("wegbleiben")
    first = picture["years"][0]["here"]
    assert sum(first) == 120 and "120" in picture["note"]
    columns = picture["table"]["columns"]
    for year, row, (_, found) in zip(
        picture["years"], picture["table"]["rows"], history.iterrows(), strict=True
    ):
        women, men, _ = year["here"]
        assert women / (women + men) == pytest.approx(found["pool"], abs=0.01)
        assert [str(n) for n in year["here"]] == row[1:4]
        assert row[columns.index("bleiben weg")] == str(first[0] - women)
        assert row[columns.index("davon geeignet")] == str(sum(year["suitable"]))


@pytest.mark.parametrize("what", ["bleiben", "wahrheit"])
def test_where_nobody_reacts_nobody_stays_away(what):
    years = unit_3.what_happens({unit_3.REACTION: what}).traits[ui.Queue]["years"]
    assert all(year["here"] == years[0]["here"] and not any(year["suitable"]) for year in years)


def test_without_a_choice_nothing_happens_yet():
    shown = unit_3.what_happens({unit_3.REACTION: None})
    assert shown.says == de.REACTION_FIRST and not shown.traits[ui.Queue]["visible"]


@pytest.mark.parametrize(("guess", "said"), [("verschieden", "Ja: "), ("haelfte", "Es kommt anders: ")])
def test_four_bags_begin_alike_and_end_apart(guess, said):
    shown, shares = unit_3.where_urns_end({unit_3.URN: guess}), figures.urns()
    assert said in shown.says and len(shown.picture.table) == figures.YEARS + 1
    ends = 100 * shares.iloc[-1]
    assert f"{round(ends.min())} bis {round(ends.max())}" in shown.says
    assert ends.max() - ends.min() > 30  # „enden verschieden“
    moved = shares.diff().abs().mean(axis=1)
    assert moved.iloc[1] > 5 * moved.iloc[-1]  # „Die ersten Züge entscheiden.“
    assert "Am Anfang war er überall 50" in shown.picture.summary


def test_before_a_guess_nobody_draws_from_a_bag():
    assert unit_3.where_urns_end({unit_3.URN: None}).picture is None
    assert f"jede {figures.INVITED_A_YEAR}-mal im Jahr" in prose_of("01_bewusstsein")


def prose_of(slug: str) -> str:
    cells = notebooks.load(manifest.ROOT / "modules" / f"{slug}.ipynb").cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
