"""What each check says about a single system, also when information is missing."""

from dataclasses import FrozenInstanceError

import numpy as np
import pytest

from fairki.kodex import BROKEN, HELD, UNCLEAR, Rule, patterns
from fairki.systems import DECISIONS, DecisionSystem, Steckbrief, catalogue, sound

EMPTY = DecisionSystem("leer", Steckbrief("Leer", "Feld", "Firma", "Zweck."))
SYSTEM = sound(3)


@pytest.mark.parametrize("pattern", patterns.about(DECISIONS))
def test_a_steckbrief_without_entries_can_never_be_judged(pattern):
    outcome = Rule(pattern).check(EMPTY)
    assert outcome.status == UNCLEAR
    assert outcome.why.endswith(".") and outcome.why[0].isupper()


@pytest.mark.parametrize(
    ("pattern", "values", "said", "status", "figure"),
    [
        ("mensch_an_der_grenze", {"anteil": 10}, {"human_step": "keiner", "human_share": None}, BROKEN, 0),
        ("mensch_an_der_grenze", {"anteil": 10}, {"human_step": "alle"}, HELD, 100),
        (
            "mensch_an_der_grenze",
            {"anteil": 10},
            {"human_step": "knappe", "human_share": 0.1},
            HELD,
            10,
        ),
        (
            "mensch_an_der_grenze",
            {"anteil": 10},
            {"human_step": "knappe", "human_share": 0.09},
            BROKEN,
            9,
        ),
        (
            "mensch_an_der_grenze",
            {},
            {"human_step": "knappe", "human_share": None},
            UNCLEAR,
            None,
        ),
        ("begruendung", {"begruendung": "persoenlich"}, {"reason": "allgemein"}, BROKEN, None),
        ("begruendung", {"begruendung": "allgemein"}, {"reason": "allgemein"}, HELD, None),
        ("begruendung", {"begruendung": "allgemein"}, {"reason": "keine"}, BROKEN, None),
        ("hinweis", {"zeitpunkt": "vorher"}, {"notice": "mit"}, BROKEN, None),
        ("hinweis", {"zeitpunkt": "spaetestens_mit"}, {"notice": "mit"}, HELD, None),
        ("hinweis", {"zeitpunkt": "spaetestens_mit"}, {"notice": "kleingedruckt"}, BROKEN, None),
        ("einspruch", {"frist": 14}, {"appeal_days": 14}, HELD, 14),
        ("einspruch", {"frist": 14}, {"appeal_days": 13}, BROKEN, 13),
        ("einspruch", {"frist": 1}, {"appeal_days": 0}, BROKEN, 0),
        ("datensparsamkeit", {"anzahl": 2}, {"features": ("a", "b")}, HELD, 2),
        ("datensparsamkeit", {"anzahl": 2}, {"features": ("a", "b", "c")}, BROKEN, 3),
        ("ueberwachung", {"abstand": 6}, {"monitoring_months": 6}, HELD, 6),
        ("ueberwachung", {"abstand": 6}, {"monitoring_months": 7}, BROKEN, 7),
        ("ueberwachung", {"abstand": 36}, {"monitoring_months": 0}, BROKEN, None),
        ("energie", {"energie": 100}, {"energy_wh": 100.0}, HELD, 100),
        ("energie", {"energie": 100}, {"energy_wh": 100.5}, BROKEN, 100.5),
        ("sensible_daten", {}, {"sensitive": ("x",), "sensitive_needed": True}, HELD, None),
        ("sensible_daten", {}, {"sensitive": ("x",), "sensitive_needed": False}, BROKEN, None),
        ("sensible_daten", {}, {"sensitive": ("x",), "sensitive_needed": None}, UNCLEAR, None),
        (
            "sensible_daten",
            {"bedingung": "nie"},
            {"sensitive": ("x",), "sensitive_needed": True},
            BROKEN,
            None,
        ),
        ("sensible_daten", {"bedingung": "nie"}, {"sensitive": ()}, HELD, None),
        ("keine_heimliche_nutzung", {}, {"in_register": False}, BROKEN, None),
        ("keine_heimliche_nutzung", {}, {"in_register": True}, HELD, None),
        ("lernziel", {"quelle": "beides"}, {"label_kind": "entscheidungen"}, BROKEN, None),
        (
            "lernziel",
            {"quelle": "ersatzgroessen"},
            {"label_kind": "entscheidungen"},
            HELD,
            None,
        ),
        (
            "lernziel",
            {"quelle": "ersatzgroessen"},
            {"label_kind": "ersatzgroesse"},
            BROKEN,
            None,
        ),
        ("lernziel", {"quelle": "beides"}, {"label_kind": "ergebnis"}, HELD, None),
    ],
)
def test_what_the_steckbrief_says_decides(pattern, values, said, status, figure):
    outcome = Rule(pattern, values).check(SYSTEM.says(**said))
    assert outcome.status == status
    assert outcome.figure == (None if figure is None else pytest.approx(figure))
    if status == BROKEN:
        assert 0 < outcome.affected <= 2000
    elif status == HELD:
        assert outcome.affected == 0


class TestMinimumGroup:
    RULE = Rule("mindestgruppe", {"anzahl": 30})

    def test_a_small_group_is_fine_if_a_person_decides_about_it(self):
        recruiting = catalogue()[0]
        outcome = self.RULE.check(recruiting)
        assert outcome.status == HELD and outcome.figure == 20 and "„divers“" in outcome.why
        assert self.RULE.check(recruiting.says(human_for_small_groups=False)).affected == 20
        assert self.RULE.check(recruiting.says(human_for_small_groups=None)).status == UNCLEAR

    def test_the_bound_decides_what_is_small(self):
        recruiting = catalogue()[0].says(human_for_small_groups=False)
        assert Rule("mindestgruppe", {"anzahl": 20}).check(recruiting).status == HELD
        assert Rule("mindestgruppe", {"anzahl": 21}).check(recruiting).status == BROKEN


class TestForbiddenFeature:
    def test_direct_use_is_a_breach_whatever_else_is_used(self, made_up):
        groups = np.repeat(["weiblich", "männlich"], 100)
        one = made_up(groups, np.tile([1, 0], 100), columns={"geschlecht": groups})
        assert Rule("verbotenes_merkmal", {"treffer": 100}).check(one).status == BROKEN

    def test_a_feature_that_this_system_has_no_data_about_cannot_be_judged(self):
        recruiting = catalogue()[0]
        assert Rule("verbotenes_merkmal", {"merkmal": "herkunft"}).check(recruiting).status == UNCLEAR
        assert Rule("verbotenes_merkmal", {"merkmal": "geschlecht"}).check(recruiting).status == HELD

    def test_stand_ins_beyond_the_bound_are_a_breach_and_short_of_it_none(self):
        proxy = next(s for s in catalogue() if "proxy" in s.faults)
        assert Rule("verbotenes_merkmal").check(proxy).status == BROKEN
        assert Rule("verbotenes_merkmal", {"treffer": 100}).check(proxy).status == HELD

    def test_a_stand_in_whose_strength_may_be_chance_gets_no_verdict(self, made_up):
        groups, hint = np.repeat(["a", "b"], 40), np.concatenate([np.arange(40), 25 + np.arange(40)])
        one = made_up(groups, np.tile([1, 0], 40), columns={"hinweis": hint.astype(float)})
        outcome = Rule("verbotenes_merkmal", {"treffer": 90}).check(one)
        assert outcome.low < 90 < outcome.figure < outcome.high
        assert outcome.status == UNCLEAR and "kann Zufall sein" in outcome.why


def test_without_known_truth_chances_and_meaning_cannot_be_judged():
    unmeasured = next(s for s in catalogue() if not s.truth_known)
    for pattern in ("chancengleichheit", "gleicher_punktwert"):
        outcome = Rule(pattern).check(unmeasured)
        assert outcome.status == UNCLEAR and outcome.why.startswith("Niemand hat gemessen, ")
    assert Rule("auswahlquoten").check(unmeasured).status == HELD


def test_every_reason_is_one_german_sentence():
    for system in catalogue():
        for pattern in patterns.about(DECISIONS):
            why = Rule(pattern).check(system).why
            assert why[0].isupper() and why.endswith(".") and "  " not in why and "nan" not in why
            assert why.count(". ") == 0, why


def test_what_was_found_cannot_be_changed_afterwards():
    outcome = Rule("auswahlquoten").check(catalogue()[0])
    with pytest.raises(FrozenInstanceError):
        outcome.status = HELD
