"""The reveals of unit 1, called as what they are: functions of the answers. No widget is made here."""

import pytest

from fairki import mirror, ui
from fairki.lessons.module_01 import unit_1
from fairki.lessons.module_01.de import unit_1 as de
from fairki.lessons.module_01.unit_1 import CARDS, GROUPS, MIRROR

PEOPLE = mirror.applicants().set_index("id")
ALL_INVITED = dict.fromkeys(PEOPLE.index, "ja")
ONLY_MEN = {id: "nein" if gender == "weiblich" else "ja" for id, gender in PEOPLE["geschlecht"].items()}
BY_PAIR = {id: "ja" if pair <= 4 else "nein" for id, pair in PEOPLE["paar"].items()}
BY_CHANCE = dict(zip(PEOPLE.index, map({"1": "ja", "0": "nein"}.get, "1011111101001101"), strict=True))
"""Decisions whose model shows a gap between groups that it cannot know: chance does that."""
ONE_NOT = ALL_INVITED | {PEOPLE.index[0]: "nein"}


@pytest.mark.parametrize(
    ("cards", "said"),
    [
        (None, "Es fehlen noch 16 Entscheidungen."),
        (dict(list(ONLY_MEN.items())[1:]), "Es fehlt noch 1 Entscheidung."),
        (ALL_INVITED, "Ändern Sie ein paar Karten"),
        (ONLY_MEN, "Ihr Modell lädt Männer häufiger ein."),
        (BY_PAIR, "Offen: Es kann Zufall sein."),
    ],
)
def test_the_mirror_says_what_the_cards_allow(cards, said):
    assert said in unit_1.what_the_mirror_shows({CARDS: cards, MIRROR: "gleich"}).says


@pytest.mark.parametrize(
    ("guess", "cards", "said"),
    [
        (None, ONLY_MEN, "sobald Sie oben aufgelöst haben"),
        ("gleich", None, "sobald Sie oben aufgelöst haben"),
        ("gleich", dict(list(ONLY_MEN.items())[1:]), "sobald Sie oben aufgelöst haben"),
        ("gleich", ALL_INVITED, "Ihr Modell hat nichts gelernt."),
        ("gleich", ONLY_MEN, "Das Modell hat den Abstand aus Ihren Karten gelernt."),
        ("gleich", BY_PAIR, "In jedem Paar bekamen die Frau und der Mann die gleiche Entscheidung."),
        ("gleich", ONE_NOT, "Erst bei höchstens"),
    ],
)
def test_pictures_come_after_the_guess_and_only_of_a_model_that_has_learnt(guess, cards, said):
    answers = {CARDS: cards, MIRROR: guess}
    people, others = unit_1.what_the_people_show(answers), unit_1.what_colleagues_show(answers)
    there = guess is not None and cards in (ONLY_MEN, BY_PAIR, ONE_NOT)
    assert said in people.says
    assert bool(others.says) is not there
    assert people.traits[ui.Mirror]["visible"] is others.traits[ui.Swarm]["visible"] is there


@pytest.mark.parametrize(
    ("guess", "cards", "said"),
    [
        ("keine", None, "sobald Sie oben aufgelöst haben"),
        ("keine", ALL_INVITED, "Ihr Modell hat nichts gelernt."),
        ("keine", ONLY_MEN, "<strong>Bei keiner davon.</strong>"),
        ("alter", ONLY_MEN, "<strong>Hier bei keiner.</strong>"),
        ("alter", BY_CHANCE, "Das muss Zufall sein."),
    ],
)
def test_other_groups_show_no_gap_or_one_that_is_chance_and_the_smallest_is_too_small(guess, cards, said):
    shown = unit_1.what_other_groups_get({CARDS: cards, MIRROR: "gleich", GROUPS: guess})
    assert said in shown.says
    assert (shown.picture is not None) is (cards in (ONLY_MEN, BY_CHANCE))
    assert shown.hit is (guess == "keine" if cards == ONLY_MEN else None)
    if shown.picture:
        rows = shown.picture.table.set_index("Gruppe")["Urteil möglich"]
        assert len(rows) == 8 and list(rows[rows != "ja"].index) == ["divers (kleine Gruppe)"]
        assert "„divers“ mit 20 Personen: zu klein zum Messen" in shown.picture.summary
        assert ("Zufall" in shown.picture.title) is (cards == ONLY_MEN)


@pytest.mark.parametrize(
    ("guess", "cards", "models"),
    [
        (None, ONLY_MEN, None),
        ("gleich", None, None),
        ("gleich", dict(list(ONLY_MEN.items())[1:]), None),
        ("gleich", ALL_INVITED, ["Das Modell der Firma"]),
        ("gleich", ONLY_MEN, ["Ihr Modell", "Das Modell der Firma"]),
    ],
)
def test_the_control_shows_the_models_that_there_are(guess, cards, models):
    shown = unit_1.what_the_control_shows({CARDS: cards, MIRROR: guess})
    if models is None:
        assert shown.says == de.CONTROL_LATER and shown.picture is None
    else:
        assert "2.000 alten Entscheidungen" in shown.says
        assert list(shown.picture.table["Modell"]) == models


def test_all_scenes_learn_from_the_same_cards_only_once(monkeypatch):
    calls = []
    learn = mirror.learn
    monkeypatch.setattr(mirror, "learn", lambda decided: calls.append(1) or learn(decided))
    once = ALL_INVITED | dict.fromkeys(
        PEOPLE.index[3:6], "nein"
    )  # in no other test: what was learned is kept
    answers = {CARDS: once, MIRROR: "frauen"}
    unit_1.what_the_mirror_shows(answers)
    unit_1.what_the_people_show(answers)
    unit_1.what_colleagues_show(answers)
    unit_1.what_the_control_shows(answers)
    assert len(calls) == 1
