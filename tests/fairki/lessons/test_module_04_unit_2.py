"""The reveals of unit 2: whose rules they are, where the fewest are looked at, what the gates lack."""

import pytest

from fairki.governance import life_cycle as cycle
from fairki.governance import roles
from fairki.kodex import Kodex, Rule, patterns, stored
from fairki.lessons.bench import EXAMPLE
from fairki.lessons.module_04 import unit_2
from fairki.lessons.module_04.de import unit_2 as de
from fairki.lessons.module_04.unit_2 import FEWEST, KODEX, SETTLED

OWN = Kodex(
    "Kodex & Probe", (Rule(patterns.NOTICE, owner="Frau <Kaya>", channel="Tür 3"), Rule(patterns.MONITORING))
)


def answers(kodex=None, table=None, settled=None):
    return {KODEX: kodex and stored.to_value(kodex), roles.KEY: table, SETTLED: settled}


def test_every_phase_is_an_answer():
    assert list(de.PHASES) == list(cycle.PHASES)


def test_the_fewest_rules_are_found_in_the_learners_kodex():
    said = unit_2.where_the_fewest_rules_are({FEWEST: cycle.RELEASE, KODEX: stored.to_value(OWN)}).says
    assert "<strong>bei einer Änderung und am Ende, bei der Abschaltung</strong>" in said
    for title, count in (("Freigabe", "1 Regel"), ("Betrieb", "2 Regeln"), ("Abschaltung", "0 Regeln")):
        assert f'<th scope="row">{title}</th><td class="fk-number">{count}</td>' in said


@pytest.mark.parametrize("kodex", [None, Kodex("Noch leer")])
def test_the_fewest_rules_are_found_in_the_example_as_long_as_there_are_no_own_ones(kodex):
    said = unit_2.where_the_fewest_rules_are({FEWEST: cycle.END, KODEX: kodex and stored.to_value(kodex)})
    count = sum(cycle.RELEASE in cycle.GATES[rule.pattern] for rule in EXAMPLE.rules)
    assert f'Freigabe</th><td class="fk-number">{count} Regeln' in said.says


def test_the_learner_is_told_whose_kodex_it_is():
    said = unit_2.whose_kodex_it_is({KODEX: stored.to_value(OWN)}).says
    assert "Das sind die Regeln aus Ihrem Kodex „Kodex &amp; Probe“." in said
    for empty in (None, stored.to_value(Kodex("Noch leer"))):
        said = unit_2.whose_kodex_it_is({KODEX: empty}).says.unescape()
        assert f"Sie haben noch keinen eigenen Kodex. Hier steht der „{EXAMPLE.title}“." in said
        assert '<a href="../modul/02_werte.html">Modul 2</a>' in said


def gates(*given):
    """Each gate of the page by its title."""
    said = unit_2.what_the_gates_lack(answers(*given)).says
    assert said.startswith("<h4>Ihre vier Tore</h4>")
    parts = said.split("<details")[1:]
    return {phase.title: part for phase, part in zip(cycle.PHASES.values(), parts, strict=True)}


def test_a_gate_names_its_keepers_its_rules_and_what_is_missing():
    gate = gates(OWN, {"einsatz": {roles.DECIDES: ["ethikrat"]}})["Freigabe"]
    assert "Es entscheidet: KI-Ethikrat." in gate
    assert "Hinweis auf KI (Regel 1): Frau &lt;Kaya&gt;, Tür 3</li>" in gate
    assert 'data-answer="ja"' in gate and "✓</span> bereit</span>" in gate and "fehlt noch" not in gate


def test_a_rule_that_is_not_anchored_keeps_a_gate_open():
    gate = gates(OWN)["Betrieb"]
    assert "Es entscheidet: noch niemand." in gate
    assert "(Regel 2): <strong>nicht verankert</strong></li>" in gate
    assert 'data-answer="offen"' in gate and "?</span> noch offen</span>" in gate
    assert "<p>Das fehlt noch:</p><ul><li>Niemand entscheidet an diesem Tor" in gate
    assert "1 Regel ist nicht verankert: Nr. 2." in gate


def test_a_gate_without_rules_says_so_and_the_end_has_questions_of_its_own():
    found = gates(OWN)
    assert "Das wird hier geprüft" not in found["Änderung"]
    assert "Im Kodex steht nichts, was hier zu prüfen wäre." in found["Änderung"]
    assert all(f"<li>{question}</li>" in found["Abschaltung"] for question in cycle.SHUTDOWN.values())


def test_what_is_settled_for_the_end_is_no_longer_asked():
    kodex = Kodex(rules=(Rule(patterns.APPEAL, owner="Frau Kaya", channel="Tür 3"),))
    table = {"abschaltung": {roles.DECIDES: ["daten"]}}
    first, *others = cycle.SHUTDOWN
    assert f"<li>{cycle.SHUTDOWN[first]}</li>" in gates(kodex, table)["Abschaltung"]
    assert cycle.SHUTDOWN[first] not in gates(kodex, table, [first])["Abschaltung"]
    assert "bereit" in gates(kodex, table, [first, *others])["Abschaltung"]


def test_the_gates_look_at_the_example_as_long_as_there_are_no_own_rules():
    assert f"(Regel {len(EXAMPLE.rules)})" in unit_2.what_the_gates_lack(answers()).says
