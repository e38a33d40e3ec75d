"""The chosen set-up in the company's folder: what was chosen, what to expect, and nothing invented."""

import datetime as dt

import pytest

from fairki import people
from fairki.documents import layout, review_setup
from fairki.documents.layout import Items, Prose, Table
from fairki.errors import BadAnswerError

CHOSEN = {
    "06.aufbau.weg": people.COMBINED,
    "06.aufbau.team": "fair",
    "06.aufbau.auswahl": people.NEAR,
    "06.aufbau.faelle": 500,
    "06.aufbau.minuten": 6,
    "06.ziel.frauen": 40,
    "06.ziel.fehler": 260,
    "06.ziel.stunden": 55,
}


def text(answers) -> str:
    return layout.markdown(
        layout.Paper("Mappe", "", dt.date(2026, 11, 2), review_setup.SECTION.parts(answers))
    )


def test_choice_goal_and_effects_stand_in_it():
    items, table, goal = (
        next(part for part in review_setup.SECTION.parts(CHOSEN) if isinstance(part, kind))
        for kind in (Items, Table, Prose)
    )
    assert items.texts[0] == "Weg: Mensch mit Vorschlag"
    assert "500 von 2.000 Vorschlägen: Vorschläge nahe an der Grenze." in items.texts[2]
    assert items.texts[3] == "Zeit je Fall: 6 Minuten"
    outcomes = [people.run(people.Setup(), seed) for seed in people.SEEDS]
    wrong = people.band(outcomes, "wrong")
    row = next(row for row in table.rows if row[0].startswith("Fehl"))
    assert row[1] == f"{wrong.mean:.0f}" and row[2] == f"{wrong.low:.0f} bis {wrong.high:.0f}"
    reached = people.years_reached(people.Setup(), people.Goal(women=0.40, wrong=260, hours=55))
    assert f"Erreicht in {reached} von 20 Jahren." in goal.text


@pytest.mark.parametrize("missing", ["06.aufbau.weg", "06.aufbau.team", "06.aufbau.auswahl"])
def test_without_a_whole_choice_the_part_is_open(missing):
    assert review_setup.SECTION.parts({}) == []
    assert review_setup.SECTION.parts({k: v for k, v in CHOSEN.items() if k != missing}) == []


def test_what_nobody_moved_stands_where_the_page_starts():
    whole = {key: CHOSEN[key] for key in ("06.aufbau.weg", "06.aufbau.team", "06.aufbau.auswahl")}
    start = review_setup.START
    assert f"1.000 von {people.APPLICATIONS:,}".replace(",", ".") in text(whole)
    assert start["faelle"] == 1000 and f"mindestens {start['frauen']}" in text(whole)


@pytest.mark.parametrize(
    ("way", "shown", "hidden"),
    [
        (people.AUTOMATIC, "Programm allein", "Minuten"),
        (people.HUMAN, "Menschen lesen 500", "nahe an der Grenze"),
    ],
)
def test_a_way_tells_only_what_matters_for_it(way, shown, hidden):
    answers = CHOSEN | {"06.aufbau.weg": way}
    assert shown in text(answers) and hidden not in text(answers)
    only_way = {"06.aufbau.weg": people.AUTOMATIC}
    assert "Programm allein" in text(only_way)


@pytest.mark.parametrize(
    "damage",
    [
        {"06.aufbau.weg": "würfeln"},
        {"06.aufbau.weg": ["mensch"]},
        {"06.aufbau.team": "die besten"},
        {"06.aufbau.faelle": "viele"},
        {"06.aufbau.minuten": 1000},
        {"06.ziel.frauen": "viele"},
        {"06.ziel.stunden": True},
        {"06.ziel.fehler": None},
        {"06.ziel.frauen": float("nan")},
    ],
)
def test_a_damaged_answer_is_refused(damage):
    with pytest.raises(BadAnswerError):
        review_setup.SECTION.parts(CHOSEN | damage)


def test_the_section_names_every_answer_that_it_reads():
    assert set(review_setup.SECTION.keys) == set(CHOSEN)
    assert review_setup.SECTION.parts(CHOSEN | {"01.karten": {}}) == review_setup.SECTION.parts(CHOSEN)
