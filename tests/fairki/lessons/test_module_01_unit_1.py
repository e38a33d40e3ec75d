"""The reveals of unit 1, called as what they are: functions of the answers. No widget is made here."""

import pytest

from fairki import mirror
from fairki.lessons.module_01 import unit_1
from fairki.lessons.module_01.de import unit_1 as de
from fairki.lessons.module_01.unit_1 import CARDS, MIRROR

PEOPLE = mirror.applicants().set_index("id")
ALL_INVITED = dict.fromkeys(PEOPLE.index, "ja")
ONLY_MEN = {id: "nein" if gender == "weiblich" else "ja" for id, gender in PEOPLE["geschlecht"].items()}
BY_PAIR = {id: "ja" if pair <= 4 else "nein" for id, pair in PEOPLE["paar"].items()}
ONE_NOT = ALL_INVITED | {PEOPLE.index[0]: "nein"}


@pytest.mark.parametrize(
    ("cards", "said", "picture"),
    [
        (None, "Es fehlen noch 16 Entscheidungen.", False),
        (dict(list(ONLY_MEN.items())[1:]), "Es fehlt noch 1 Entscheidung.", False),
        (ALL_INVITED, "Ändern Sie ein paar Karten", False),
        (ONLY_MEN, "Das Modell hat den Abstand aus Ihren Karten gelernt.", True),
        (BY_PAIR, "In jedem Paar bekamen die Frau und der Mann die gleiche Entscheidung.", True),
        (ONE_NOT, "Erst bei höchstens", True),
    ],
)
def test_the_mirror_says_what_the_cards_allow(cards, said, picture):
    shown = unit_1.what_the_mirror_shows({CARDS: cards, MIRROR: "gleich"})
    assert said in shown.says
    assert (shown.picture is not None) is picture


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


def test_both_scenes_learn_from_the_same_cards_only_once(monkeypatch):
    calls = []
    learn = mirror.learn
    monkeypatch.setattr(mirror, "learn", lambda decided: calls.append(1) or learn(decided))
    once = ALL_INVITED | dict.fromkeys(
        PEOPLE.index[3:6], "nein"
    )  # in no other test: what was learned is kept
    answers = {CARDS: once, MIRROR: "frauen"}
    unit_1.what_the_mirror_shows(answers)
    unit_1.what_the_control_shows(answers)
    assert len(calls) == 1
