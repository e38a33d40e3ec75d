"""The systems that write, what is measured of them, and what can be wrong with them."""

import time

import numpy as np
import pytest

from fairki.systems import FAULTS as DECISION_FAULTS
from fairki.systems import TEXTS, kinds
from fairki.systems.faults import DEPENDABLE
from fairki.texts import text_evidence, text_systems
from fairki.texts.text_faults import FAULTS
from fairki.texts.text_systems import (
    ANSWERS,
    ASSESSMENTS,
    ENTRIES,
    FORMS,
    IMPERFECT,
    SOUND,
    TASKS,
    TRANSCRIPTS,
    TextSteckbrief,
    imperfect,
    sixteen,
    sound,
    variant,
)

SEEDS = range(5)


def of(id, seed):
    return text_evidence.TextEvidence(next(one for one in sixteen(seed) if one.id == id))


def mean(id, measure, seeds=SEEDS):
    return np.mean([measure(of(id, seed)).value for seed in seeds])


def test_there_are_sixteen_with_names_of_their_own_and_every_fault_is_planted():
    systems = sixteen()
    assert [system.id for system in systems] == list(ENTRIES) and len(systems) == 16
    assert len({system.name for system in systems}) == 16
    assert {fault for system in systems for fault in system.faults} == set(FAULTS)
    assert all(system.kind == TEXTS and system.task in TASKS for system in systems)
    assert SOUND == ("fair_beurteilung", "auskunft_mit_blatt", "crm_laesst_offen", "abschrift_gleich")


def test_what_is_said_and_done_depends_on_the_seed_alone():
    assert sixteen(1) == sixteen(1) and sixteen(1) != sixteen(2)
    first, again, other = (of("alte_texte", seed).swap() for seed in (1, 1, 2))
    assert first == again != other


def test_all_sixteen_and_everything_that_rules_ask_takes_less_than_three_seconds():
    started = time.process_time()
    for system in sixteen(seed=77):
        evidence = text_evidence.TextEvidence(system)
        if system.task == ASSESSMENTS:
            assert evidence.swap() and evidence.outcome() and evidence.praise and evidence.rare
        if system.task == ANSWERS:
            assert evidence.wrong_facts and evidence.agreement
        if system.task in (ASSESSMENTS, ANSWERS):
            assert evidence.leaks(200) >= 0
        if system.task == FORMS:
            assert evidence.inventions
        if system.task == TRANSCRIPTS:
            assert evidence.understanding
    assert time.process_time() - started < 3


def test_the_true_effects_are_those_of_the_specification():
    assert mean("alte_texte", lambda e: e.swap()) == pytest.approx(13.6, abs=3.5)
    assert mean("alte_texte", lambda e: e.outcome()) == pytest.approx(21.1, abs=3)
    assert mean("ohne_namen", lambda e: e.outcome()) == pytest.approx(11.5, abs=2)
    assert mean("umgekehrt", lambda e: e.swap()) == pytest.approx(-13.6, abs=3.5)
    assert mean("auskunft_ohne_blatt", lambda e: e.wrong_facts) == pytest.approx(31.2, abs=6)
    assert mean("auskunft_ohne_blatt", lambda e: e.agreement) == pytest.approx(79.8, abs=2)
    assert mean("altes_blatt", lambda e: e.wrong_facts) == pytest.approx(24.5, abs=7)
    assert mean("auskunft_mit_blatt", lambda e: e.wrong_facts) == pytest.approx(3.1, abs=1.2)
    assert mean("crm_prueft_p", lambda e: e.inventions) == pytest.approx(40.4, abs=3)
    assert mean("abschrift_dialekt", lambda e: e.understanding) == pytest.approx(12, abs=1.2)


def test_what_is_fair_by_construction_is_fair_without_any_difference():
    """Same random numbers, a model that cannot tell the groups apart: not one text of a pair differs."""
    for seed in SEEDS:
        for id in ("fair_beurteilung", "ohne_namen", "durchgewinkt"):
            evidence = of(id, seed)
            assert [evidence.swap(outlook).value for outlook in range(4)] == [0, 0, 0, 0]
            assert evidence.praise.value == 0
        assert of("crm_laesst_offen", seed).inventions.value == 0
        assert of("auskunft_mit_blatt", seed).agreement.value == 100


def test_only_the_one_that_read_the_code_tells_it():
    told = {
        system.id: text_evidence.TextEvidence(system).leaks(200)
        for system in sixteen(3)
        if system.task in TASKS[:2]
    }
    assert {id for id, hits in told.items() if hits} == {"plaudert_aus"}
    assert told["plaudert_aus"] > 20


def test_a_measure_that_a_system_does_not_have_is_an_error_of_the_caller():
    for id, ask in (
        ("crm_raet", lambda e: e.swap()),
        ("alte_texte", lambda e: e.inventions),
        ("abschrift_gleich", lambda e: e.leaks(5)),
        ("altes_blatt", lambda e: e.understanding),
    ):
        with pytest.raises(TypeError):
            ask(of(id, 0))


def test_sharpening_leaves_no_rare_word_and_copies_of_copies_none_either():
    assert of("temperatur_null", 0).rare.value == 0 == of("kopie_der_kopie", 0).rare.value
    assert of("fair_beurteilung", 0).rare.low > 2


@pytest.mark.parametrize("id", IMPERFECT)
def test_a_system_that_is_not_perfect_is_sound(id):
    system = imperfect(id, 4)
    assert system.faults == frozenset() and system.id == id


def test_systems_that_are_not_perfect_miss_perfection_by_a_little():
    found = {id: [text_evidence.TextEvidence(imperfect(id, seed)) for seed in range(10)] for id in IMPERFECT}
    assert 0.3 < np.mean([abs(e.swap().value) for e in found["viele_faire_texte"]]) < 2
    assert np.mean([e.understanding.value for e in found["abschrift_fast_gleich"]]) == pytest.approx(
        2, abs=0.5
    )
    assert 0 < np.mean([e.inventions.value for e in found["crm_fast_offen"]]) < 4
    assert np.mean([e.wrong_facts.value for e in found["auskunft_mit_blatt"]]) == pytest.approx(3.1, abs=1)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_variant_has_its_fault_alone(fault):
    systems = [variant(fault, seed) for seed in range(30)]
    assert {system.faults for system in systems} == {frozenset({fault})}
    assert len({system.name for system in systems}) > 3 and len({system.id for system in systems}) == 30
    assert all(ENTRIES[id][1] == () for id in SOUND)


def test_a_fault_can_have_several_shapes():
    assert len({variant("verzerrte_vorlagen", seed).recipe for seed in range(20)}) == 2
    assert len({variant("erfindet", seed).recipe for seed in range(20)}) == 2
    assert {sound(seed).task for seed in range(40)} == set(TASKS)
    assert {sound(seed).faults for seed in range(40)} == {frozenset()}


def test_a_fault_that_is_not_known_is_refused():
    with pytest.raises(KeyError):
        variant("zu_teuer", 1)


def test_faults_have_words_and_ids_of_their_own():
    assert set(FAULTS).isdisjoint(DECISION_FAULTS)
    for fault in FAULTS.values():
        assert fault.name and fault.harm.endswith(".") and fault.revealed_by
        assert set(fault.found_by).isdisjoint(fault.also)
        assert max(fault.found_by.values()) >= DEPENDABLE


def test_a_steckbrief_says_what_is_known_and_what_is_not():
    rows = dict(sixteen()[0].steckbrief.rows())
    assert rows["Gelernt aus"] == "2.000 Beurteilungen"
    assert rows["Ein Mensch liest"] == "100\N{NO-BREAK SPACE}% der Texte"
    assert rows["Gelesene Texte je Stunde"] == "20"
    unknown = dict(TextSteckbrief("Probe", "Feld", "Firma", "Zweck.").rows())
    assert list(unknown.values())[3:] == ["nicht bekannt"] * 5
    copies = dict(next(one for one in sixteen() if one.id == "kopie_der_kopie").steckbrief.rows())
    assert copies["Texte von Menschen unter den gelernten"] == "0\N{NO-BREAK SPACE}%"
    assert sixteen()[0].says(name="Anders").name == "Anders"


def test_the_audit_can_take_them():
    for system in (*sixteen(), sound(1)):
        asked: kinds.System = system
        assert asked.id and asked.kind and asked.name == asked.steckbrief.name
        assert asked.steckbrief.area and asked.steckbrief.purpose.endswith(".") and asked.faults is not None


def test_a_name_does_not_tell_the_seed():
    assert text_systems.SEED == 2026 and sixteen() == sixteen(2026)
