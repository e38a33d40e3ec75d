"""Exemplary systems keep every rule that somebody may sincerely want, and their faults break generous ones."""

import pytest

from fairki.kodex import BROKEN, Rule
from fairki.kodex.evidence import gather
from fairki.systems import FAULTS, exemplary, exemplary_but

STRICT = [
    Rule("lernziel", {"quelle": "beides"}),
    Rule("mindestgruppe", {"anzahl": 500}),
    Rule("mensch_an_der_grenze", {"anteil": 100}),
    Rule("begruendung", {"begruendung": "persoenlich"}),
    Rule("hinweis", {"zeitpunkt": "vorher"}),
    Rule("einspruch", {"frist": 90}),
    Rule("datensparsamkeit", {"anzahl": 5}),
    Rule("ueberwachung", {"abstand": 1}),
    Rule("energie", {"energie": 5}),
    Rule("sensible_daten", {"bedingung": "nie"}),
    Rule("keine_heimliche_nutzung"),
    Rule("freie_anrede"),
]
GENEROUS = {
    "kein_mensch": Rule("mensch_an_der_grenze", {"anteil": 4}),
    "kein_hinweis": Rule("hinweis", {"zeitpunkt": "spaetestens_mit"}),
    "keine_begruendung": Rule("begruendung", {"begruendung": "allgemein"}),
    "kein_einspruch": Rule("einspruch", {"frist": 4}),
    "sensible_daten": Rule("sensible_daten", {"bedingung": "mit_bedarf"}),
    "keine_ueberwachung": Rule("ueberwachung", {"abstand": 23}),
    "heimliche_nutzung": Rule("keine_heimliche_nutzung"),
    "pflichtangabe": Rule("freie_anrede"),
    "datensammeln": Rule("datensparsamkeit", {"anzahl": 10}),
    "energie": Rule("energie", {"energie": 299}),
    "fehlende_gruppe": Rule("mindestgruppe", {"anzahl": 16}),
    "verzerrtes_lernziel": Rule("lernziel", {"quelle": "entscheidungen"}),
    "falsches_lernziel": Rule("lernziel", {"quelle": "ersatzgroessen"}),
}


@pytest.mark.parametrize("seed", range(40))
def test_a_sound_one_keeps_the_strictest_rules(seed):
    evidence = gather(exemplary(seed))
    assert evidence.system.faults == frozenset()
    assert [rule.pattern for rule in STRICT if rule.check(evidence).status == BROKEN] == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_breaks_generous_rules_and_nothing_else_is_wrong(fault):
    for seed in range(12):
        evidence = gather(exemplary_but(fault, seed))
        assert evidence.system.faults == {fault}
        broken = {rule.pattern for rule in STRICT if rule.check(evidence).status == BROKEN}
        assert broken <= set(FAULTS[fault].found_by)
        if fault in GENEROUS:
            assert GENEROUS[fault].check(evidence).status == BROKEN


def test_the_same_seed_gives_the_same_system_and_others_another_one():
    assert exemplary(1) == exemplary(1) != exemplary(2)
    assert len({exemplary(seed).field_id for seed in range(40)}) >= 4
    assert exemplary_but("proxy", 1) == exemplary_but("proxy", 1) != exemplary_but("proxy", 2)
