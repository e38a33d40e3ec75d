"""Systems decide about the people of their world, and faults really change them."""

import numpy as np
import pytest

from fairki.errors import BadAnswerError
from fairki.kodex.patterns import about
from fairki.systems import DECISIONS, FAULTS, FIELDS, DecisionSystem, Steckbrief, catalogue, sound, variant
from fairki.systems.catalogue import ENTRIES, sound_of

CATALOGUE = catalogue()
ALL_SOUND = [sound_of(entry, 0) for entry in ENTRIES]
STECKBRIEF_ONLY = set(FAULTS) - {
    "proxy",
    "verzerrtes_lernziel",
    "falsches_lernziel",
    "fehlende_gruppe",
    "eine_grenze",
    "kreuzung",
}


class TestCatalogue:
    def test_it_has_at_least_twelve_systems_in_all_six_fields_and_at_least_four_sound_ones(self):
        assert len(CATALOGUE) >= 12
        assert {s.field_id for s in CATALOGUE} == set(FIELDS) and len(FIELDS) == 6
        assert sum(not s.faults for s in CATALOGUE) >= 4
        assert all(len(s.faults) <= 2 for s in CATALOGUE)

    def test_it_plants_at_least_ten_different_faults(self):
        assert len({fault for s in CATALOGUE for fault in s.faults}) >= 10

    def test_ids_and_names_are_unique_and_the_texts_german_sentences(self):
        assert len({s.id for s in CATALOGUE}) == len({s.name for s in CATALOGUE}) == len(CATALOGUE)
        for system in CATALOGUE:
            assert system.steckbrief.purpose.endswith(".") and system.steckbrief.owner

    def test_the_same_seed_gives_the_same_systems_and_another_one_other_people(self):
        assert catalogue() == CATALOGUE
        other = catalogue(1)[0]
        assert other.id == CATALOGUE[0].id and not other.people.equals(CATALOGUE[0].people)

    @pytest.mark.parametrize("system", CATALOGUE, ids=lambda s: s.id)
    def test_a_system_decides_about_two_thousand_people_by_its_scores(self, system):
        assert len(system.people) == len(system.scores) == len(system.decisions) == 2000
        assert set(np.unique(system.decisions)) == {0, 1}
        assert system.decisions.mean() == pytest.approx(system.field.share, abs=0.03)
        for group in set(system.groups):  # within a group a higher score never does worse
            chosen = system.groups == group
            order = np.argsort(system.scores[chosen], kind="stable")
            assert (np.diff(system.decisions[chosen][order]) >= 0).all() or not system.recipe.group_thresholds
        assert np.corrcoef(system.scores, system.decisions)[0, 1] > 0.3

    @pytest.mark.parametrize("system", CATALOGUE, ids=lambda s: s.id)
    def test_people_it_decides_about_are_not_those_it_learnt_from(self, system):
        assert system.seed != 0
        past = system.field.generate(2000, system.seed)
        assert not past.equals(system.people)

    def test_somewhere_an_entry_is_missing_and_somewhere_the_truth(self):
        assert any(s.steckbrief.energy_wh is None for s in CATALOGUE)
        assert any(not s.truth_known and s.truth is None and s.need is None for s in CATALOGUE)


class TestSteckbrief:
    def test_it_can_be_shown_entry_by_entry_in_german(self):
        rows = dict(CATALOGUE[0].steckbrief.rows())
        assert rows["Organisation"] == "Hansen & Yıldız GmbH"
        assert rows["Steht im Register"] == "ja"
        assert "Wh" in rows["Energie je 1.000 Entscheidungen"]
        assert all(isinstance(value, str) and value for value in rows.values())

    def test_what_nobody_knows_is_called_so(self):
        rows = dict(Steckbrief("Leer", "Feld", "Firma", "Zweck.").rows())
        assert rows["Frist für einen Einspruch"] == rows["Sensible Daten"] == "nicht bekannt"

    @pytest.mark.parametrize(
        ("entry", "value", "label", "shown"),
        [
            ("appeal_days", 0, "Frist für einen Einspruch", "kein Einspruch möglich"),
            ("appeal_days", 1, "Frist für einen Einspruch", "1 Tag"),
            ("monitoring_months", 0, "Überprüfung der Ergebnisse", "keine"),
            ("monitoring_months", 1, "Überprüfung der Ergebnisse", "jeden Monat"),
            ("monitoring_months", 3, "Überprüfung der Ergebnisse", "alle 3 Monate"),
            ("energy_wh", 1234.0, "Energie je 1.000 Entscheidungen", "1.234\xa0Wh"),
            ("sensitive", (), "Sensible Daten", "keine"),
        ],
    )
    def test_values_read_naturally(self, entry, value, label, shown):
        assert dict(CATALOGUE[0].says(**{entry: value}).steckbrief.rows())[label] == shown


class TestFaults:
    def test_there_are_at_least_ten_and_each_says_whom_it_hurts_and_who_can_find_it(self):
        assert len(FAULTS) >= 10
        for fault in FAULTS.values():
            assert (
                fault.harm.endswith(".")
                and fault.revealed_by
                and set(fault.found_by) <= set(about(DECISIONS))
            )

    @pytest.mark.parametrize("fault", FAULTS)
    def test_a_variant_has_exactly_this_fault_and_seeds_differ(self, fault):
        variants = [variant(fault, seed) for seed in range(12)]
        assert all(v.faults == {fault} for v in variants)
        assert variants == [variant(fault, seed) for seed in range(12)]
        assert len({repr(v) for v in variants}) == 12

    @pytest.mark.parametrize("fault", FAULTS)
    def test_it_fits_only_once_and_says_so_in_german(self, fault):
        system = variant(fault, 1)
        assert not FAULTS[fault].fits(system)
        with pytest.raises(BadAnswerError, match="passt nicht zum System"):
            FAULTS[fault].inject(system, 1)

    @pytest.mark.parametrize("fault", FAULTS)
    def test_it_fits_no_system_of_which_only_the_steckbrief_is_known(self, fault):
        assert not FAULTS[fault].fits(DecisionSystem("eigenes", Steckbrief("A", "B", "C", "D.")))

    @pytest.mark.parametrize("fault", sorted(STECKBRIEF_ONLY))
    def test_a_fault_of_the_process_leaves_the_decisions_alone(self, fault):
        system = CATALOGUE[0]
        faulty = FAULTS[fault].inject(system, 5)
        assert faulty.recipe == system.recipe and faulty.steckbrief != system.steckbrief

    def test_the_descriptions_of_faults_of_the_process_state_what_is_planted(self):
        for seed in range(40):
            said = {fault: variant(fault, seed).steckbrief for fault in STECKBRIEF_ONLY}
            assert said["kein_mensch"].human_share <= 0.03
            assert said["kein_einspruch"].appeal_days <= 3
            assert said["keine_ueberwachung"].monitoring_months == 0 or (
                said["keine_ueberwachung"].monitoring_months >= 24
            )
            assert said["kein_hinweis"].notice in ("keiner", "kleingedruckt")
            assert len(said["datensammeln"].features) - len(sound_twin_of(said["datensammeln"])) >= 9
            assert said["energie"].energy_wh >= 6 * sound(seed).steckbrief.energy_wh
            assert sound(seed).steckbrief.energy_wh < 50

    def test_two_faults_can_be_planted_into_one_system(self):
        both = FAULTS["kein_hinweis"].inject(FAULTS["proxy"].inject(CATALOGUE[0], 1), 1)
        assert both.faults == {"proxy", "kein_hinweis"}

    def test_proxies_cost_the_group_they_stand_for(self):
        for seed in range(5):
            system = variant("proxy", seed)
            faulty, healthy = system.decisions, sound_twin(system).decisions
            group = system.groups == {"bewerbung": "weiblich"}.get(system.field_id, "klingt anders")
            assert faulty[group].mean() < healthy[group].mean() - 0.05

    def test_a_missing_group_is_hardly_in_the_training_data(self):
        for seed in range(8):
            assert min(variant("fehlende_gruppe", seed).learnt_from.values()) <= 15
        assert sound(1).learnt_from and min(sound(1).learnt_from.values()) > 15

    def test_one_threshold_declines_more_of_those_younger_people_who_would_pay_back(self):
        system = variant("eine_grenze", 2)
        deserving, young = system.truth == 1, system.groups == "unter 30"
        apart = system.decisions[deserving & ~young].mean() - system.decisions[deserving & young].mean()
        twin = sound_twin(system).decisions
        assert apart > 0.10 > abs(twin[deserving & ~young].mean() - twin[deserving & young].mean())

    def test_an_unknown_fault_is_refused_in_german(self):
        with pytest.raises(BadAnswerError, match="„gibt_es_nicht“"):
            variant("gibt_es_nicht", 1)


class TestSound:
    def test_sound_systems_have_no_faults_and_come_from_every_field(self):
        systems = [sound(seed) for seed in range(60)]
        assert all(s.faults == frozenset() for s in systems)
        assert {s.field_id for s in systems} == set(FIELDS)
        assert systems[3] == sound(3)


def sound_twin_of(steckbrief):
    """What the sound version of the system with this Steckbrief uses about a person."""
    return next(s for s in ALL_SOUND if s.name == steckbrief.name).steckbrief.features


def sound_twin(system):
    """The catalogue's sound version of ``system``: same field, same people."""
    return sound_of(next(e for e in ENTRIES if e.id == system.id), system.seed)
