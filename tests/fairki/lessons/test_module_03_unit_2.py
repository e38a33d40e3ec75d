"""The reveals of unit 2: an audit, hints, a second audit, and the systems of the register."""

import pytest

from fairki import ui
from fairki.audit import audit
from fairki.kodex import BROKEN, PATTERNS, Kodex, Rule, patterns, stored
from fairki.kodex.example import EXAMPLE_KODEX
from fairki.lessons import bench
from fairki.lessons.module_03 import unit_1, unit_2
from fairki.lessons.module_03.de import unit_2 as de
from fairki.systems import DECISIONS, FAULTS

EXAMPLE = stored.to_value(bench.EXAMPLE)
BEST = stored.to_value(Kodex("Alles", tuple(map(Rule, patterns.about(DECISIONS)))))
OWN = stored.to_value(Kodex("Unser <Kodex>", (Rule(patterns.NOTICE),)))
NOTHING = dict.fromkeys((*unit_2.OWN, unit_2.AUDIT, unit_2.FOUND))


def audited(first, last):
    return {unit_2.AUDIT: {"erste": first, "letzte": last}}


@pytest.fixture(scope="module")
def example():
    return bench.audited(bench.EXAMPLE)


@pytest.fixture(scope="module")
def best():
    return bench.audited(stored.from_value(BEST))


def test_the_example_kodex_leaves_something_to_find_and_something_to_loosen(example, best):
    assert 0 < example.score.found < example.score.planted / 2
    assert 0 < example.score.accused < len(example.systems) / 2
    assert best.score.missed == 0 and best.score.accused == 0


def test_the_guess_is_answered_by_the_first_audit(example):
    assert "Starten Sie jetzt die Prüfung." in unit_2.how_many_were_found({unit_2.AUDIT: None}).says
    said = unit_2.how_many_were_found(audited(EXAMPLE, BEST)).says
    assert said == f"<p>In Ihrer ersten Prüfung waren es <strong>{example.score.found}</strong>.</p>"


def test_the_kodex_in_use_is_named_with_its_rules():
    said = unit_2.EXAMINATION.who_examines({unit_2.KODEX: None, unit_2.AUDIT: None}).says
    assert said.startswith("<p>Sie haben noch keinen eigenen Kodex. Es prüft: der <strong>Beispiel-Kodex")
    assert f"mit {len(EXAMPLE_KODEX.rules)} Regeln. Er ist gut gemeint" in said
    for number, rule in enumerate(EXAMPLE_KODEX.rules, 1):
        assert f'<li value="{number}">{rule.sentence}</li>' in said


def test_a_title_that_somebody_typed_is_escaped():
    said = unit_2.EXAMINATION.who_examines({unit_2.KODEX: OWN, unit_2.AUDIT: None}).says
    assert said.startswith("<p>Es prüft: <strong>Unser &lt;Kodex&gt;</strong> mit 1 Regel.</p>")


def test_the_first_audit_is_kept_and_the_last_one_replaced(example, best):
    first = unit_2.EXAMINATION.examine({unit_2.KODEX: None, unit_2.AUDIT: None})
    assert first.writes == audited(EXAMPLE, EXAMPLE)
    assert first.says == "Fertig: 14 Systeme geprüft, mit 6 Regeln.", "what was found, the cards say"
    again = unit_2.EXAMINATION.examine({unit_2.KODEX: BEST, **first.writes})
    assert again.writes == audited(EXAMPLE, BEST)
    assert again.says == f"Fertig: 14 Systeme geprüft, mit {len(best.rules)} Regeln."


def test_before_an_audit_the_cards_lie_face_down_and_nothing_else_is_shown():
    before = {unit_2.AUDIT: None, unit_2.KODEX: None}
    found = unit_2.EXAMINATION.what_was_found(before)
    assert not found.says and found.traits == {ui.Matrix: bench.covered(DECISIONS)}
    assert not unit_2.EXAMINATION.what_is_hidden(before).says
    changed = unit_2.EXAMINATION.what_has_changed(before)
    assert not changed.says and changed.traits == {ui.Matrix: bench.NO_MATRIX}


def test_the_cards_of_the_last_audit_stand_at_both_buttons_once_a_rule_is_changed(example, best):
    same, changed = audited(EXAMPLE, EXAMPLE), audited(EXAMPLE, BEST)
    for answers, last in ((same, example), (changed, best)):
        found = unit_2.EXAMINATION.what_was_found(answers)
        assert not found.says and found.traits == {ui.Matrix: bench.matrix(last, example)}
    assert unit_2.EXAMINATION.what_has_changed(same).traits == {ui.Matrix: bench.NO_MATRIX}
    assert unit_2.EXAMINATION.what_has_changed(changed).traits == {ui.Matrix: bench.matrix(best, example)}


def test_the_matrix_says_what_has_changed_since_the_first_audit():
    systems = unit_2.EXAMINATION.what_was_found(audited(EXAMPLE, BEST)).traits[ui.Matrix]["systems"]
    assert (
        {"", "neu", "nein", "ja", "offen"}
        >= {cell["changed"] for one in systems for cell in one["cells"]}
        > {""}
    )


def test_a_hint_tells_the_kind_of_fault_and_no_system(example):
    hint = unit_2.EXAMINATION.what_is_hidden(audited(EXAMPLE, EXAMPLE)).says.partition("<details>")[0]
    assert sum(fault.harm in hint for fault in FAULTS.values()) == bench.de.HINTS
    assert f"<strong>{len(example.missed)} Arten von Fehlern</strong>. Zwei davon:" in hint
    assert not any(system.name in hint for system in example.systems)


def test_few_hidden_kinds_are_all_told():
    said = bench.de.still_hidden(["proxy"])
    assert "<strong>1 Art von Fehler</strong>. Das ist noch verborgen:" in said


def test_a_hint_says_which_patterns_find_the_fault_and_in_how_many_of_100_systems():
    _, _, finders = bench.de.still_hidden(["proxy"]).partition("Welche Regel findet das?")
    for pattern, found in FAULTS["proxy"].found_by.items():
        assert (f"„{PATTERNS[pattern].title}“ {found}" in finders) == bool(found)


def test_too_strict_rules_and_the_solution_are_told(example):
    said = unit_2.EXAMINATION.what_is_hidden(audited(EXAMPLE, EXAMPLE)).says
    assert "Dann ist eine Regel zu streng" in said
    for _, row in example.score.systems.iterrows():
        assert (
            f'<th scope="row">{row["System"]}</th><td>{row["Fehler"] or "kein Fehler"}</td>'.replace(
                "&", "&amp;"
            )
            in said
        )


def test_if_faults_are_hidden_and_nobody_is_accused_no_rule_is_called_too_strict():
    weaker = stored.to_value(Kodex(rules=(Rule(patterns.LABEL),)))
    last = bench.audited(stored.from_value(weaker))
    assert last.missed and not last.score.accused
    said = unit_2.EXAMINATION.what_is_hidden(audited(weaker, weaker)).says
    assert "Noch nicht gefunden" in said and "zu streng" not in said


def test_if_all_is_found_but_somebody_is_accused_a_rule_is_too_strict():
    strict = stored.to_value(
        Kodex(rules=(*map(Rule, patterns.about(DECISIONS)), Rule(patterns.APPEAL, {"frist": 365})))
    )
    last = bench.audited(stored.from_value(strict))
    assert not last.missed and last.score.accused
    said = unit_2.EXAMINATION.what_is_hidden(audited(strict, strict)).says
    assert said.startswith("<p>Manche Systeme werden zu Unrecht beanstandet.") and "Auflösung" in said


def test_if_all_is_right_nothing_is_better():
    assert unit_2.EXAMINATION.what_is_hidden(audited(EXAMPLE, BEST)).says == bench.de.NOTHING_HIDDEN
    assert "Alle Fehler gefunden, nichts zu Unrecht beanstandet." in bench.de.NOTHING_HIDDEN


def test_two_audits_are_compared(example, best):
    said = unit_2.EXAMINATION.what_has_changed({unit_2.KODEX: None, **audited(EXAMPLE, BEST)}).says
    assert "Erste und letzte Prüfung" in said and "Neu gefunden" in said


def test_the_kodex_looks_at_the_systems_of_the_register():
    register = [{"id": "schichtplan", "verborgen": True}, {"id": "chatbot", "verborgen": False}]
    kodex = stored.to_value(Kodex("Probe", (Rule(patterns.NOTICE), Rule(patterns.SELECTION_RATES))))
    answers = NOTHING | {unit_1.REGISTER: register, unit_2.KODEX: kodex}
    shown = unit_2.what_own_systems_do(answers)
    assert "Der Kodex prüft 2 Systeme aus Ihrem Register: " in shown.says
    assert "<strong>0 Verstöße, 4 offene Punkte</strong>" in shown.says
    assert len(shown.traits[ui.Matrix]["systems"]) == 2
    told = answers | {unit_1.PROFILES: {"chatbot": {"hinweis": "keiner"}}}
    assert "<strong>0 Verstöße, 4 offene" in unit_2.what_own_systems_do(answers).says
    hidden = unit_2.what_own_systems_do(told)
    found = unit_2.own_audit(told)
    assert sum(finding.outcome.status == BROKEN for finding in found.findings) == 1
    assert "<strong>1 Verstoß, 3 offene Punkte</strong>" in hidden.says


def test_without_a_register_the_kodex_looks_at_the_firms_systems():
    shown = unit_2.what_own_systems_do(NOTHING)
    assert "aus dem Register der Hansen &amp; Yıldız GmbH: " in shown.says
    found = unit_2.own_audit(NOTHING)
    assert found.kodex is bench.EXAMPLE and len(found.systems) == len(unit_1.entries(NOTHING))
    assert found.findings == audit(bench.EXAMPLE, found.systems).findings


def test_faults_are_not_one_to_a_system_as_the_question_says():
    faults = [len(system.faults or ()) for system in bench.systems()]
    assert min(faults) == 0 and max(faults) > 1
    assert "In manchen Systemen stecken mehrere, in anderen keiner." in de.found(sum(faults))
