"""The gates of a system's life are made of the Kodex and the role table, and say what is missing."""

import pytest

from fairki import manifest
from fairki.errors import BadAnswerError
from fairki.governance import life_cycle, roles
from fairki.governance.life_cycle import CHANGE, END, OPERATION, RELEASE
from fairki.kodex import PATTERNS, Kodex, Rule, patterns

OWNED = {"owner": "Jonas Weber", "channel": "Intranet"}
WHOLE = Kodex("Alles", tuple(Rule(pattern, **OWNED) for pattern in PATTERNS))
TABLE = {phase.task: {roles.DECIDES: ["ethikrat"]} for phase in life_cycle.PHASES.values()}


def gates(kodex=WHOLE, table=TABLE, settled=tuple(life_cycle.SHUTDOWN)):
    return {gate.phase: gate for gate in life_cycle.gates(kodex, table, settled)}


def test_every_rule_is_looked_at_somewhere_and_every_phase_looks_at_a_rule():
    assert set(life_cycle.GATES) == set(PATTERNS)
    assert all(life_cycle.GATES.values())
    assert all(gate.rules for gate in gates().values())


def test_the_phases_stand_in_the_order_of_a_life():
    assert list(gates()) == [RELEASE, OPERATION, CHANGE, END]


def test_the_processes_are_those_of_the_course():
    names = {topic.name for topic in manifest.read().topics}
    processes = {phase.process for phase in life_cycle.PHASES.values()}
    assert len(processes) == 3 and processes <= names


def test_with_everything_settled_nothing_is_open():
    assert [gate.open_points for gate in gates().values()] == [[], [], [], []]


@pytest.mark.parametrize("missing", ["owner", "channel"])
def test_a_rule_without_owner_or_channel_is_not_anchored_at_each_of_its_gates(missing):
    rule = Rule(patterns.APPEAL, **(OWNED | {missing: " "}))
    found = gates(Kodex(rules=(Rule(patterns.NOTICE, **OWNED), rule)))
    assert {phase: gate.loose for phase, gate in found.items()} == {
        RELEASE: (2,),
        OPERATION: (2,),
        CHANGE: (),
        END: (2,),
    }
    assert any("1 Regel ist nicht verankert: Nr. 2." in point for point in found[RELEASE].open_points)


def test_a_gate_is_kept_by_who_decides_the_task():
    found = gates(table={"einsatz": {roles.DECIDES: ["ethikrat"]}, "aenderung": {roles.REVIEWS: ["daten"]}})
    assert found[RELEASE].keepers == ("KI-Ethikrat",)
    assert found[CHANGE].keepers == ()
    assert "Niemand entscheidet" in found[CHANGE].open_points[0]


def test_a_gate_with_nothing_to_examine_says_so():
    found = gates(Kodex(rules=(Rule(patterns.MONITORING, **OWNED),)))
    assert found[OPERATION].open_points == []
    assert "steht nichts" in found[CHANGE].open_points[0]


def test_only_the_end_asks_its_own_questions_and_forgets_the_settled_ones():
    found = gates(settled=("daten",))
    assert found[END].questions == tuple(text for key, text in life_cycle.SHUTDOWN.items() if key != "daten")
    assert not any(found[phase].questions for phase in (RELEASE, OPERATION, CHANGE))


def test_settled_questions_come_back_in_order():
    assert life_cycle.settled_from(["register", "daten"]) == ["daten", "register"]


@pytest.mark.parametrize("value", [None, "daten", ["fremd"], [["daten"]], {"daten": True}])
def test_what_is_no_list_of_settled_questions_is_refused(value):
    with pytest.raises(BadAnswerError):
        life_cycle.settled_from(value)
