"""Unit 2, from start to end: the rules of the Kodex get owners and channels, and four gates look at them."""

from fairki import ui
from fairki.governance import life_cycle as cycle
from fairki.governance import roles
from fairki.kodex import stored
from fairki.lessons import bench
from fairki.lessons.module_04.de import unit_2 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

FEWEST, KODEX, SETTLED = "04.tore", stored.KEY, cycle.SHUTDOWN_KEY


def guess_fewest() -> Scene:
    """Guess at which gate the fewest rules are looked at, then count."""
    return Demonstration(
        ui.Guess(FEWEST, question=de.FEWEST, kind="choice", options=list(de.PHASES.items())),
        needs=[KODEX],
        reveal=where_the_fewest_rules_are,
    )


def where_the_fewest_rules_are(answers: Answers) -> Shown:
    """How many rules of the Kodex each gate looks at."""
    gates = cycle.gates(bench.kodex_of(answers[KODEX]), table={})
    return Shown(de.fewest({gate.phase: len(gate.rules) for gate in gates}))


def anchor() -> Scene:
    """The rules of the Kodex with their owners and channels; entries go into the learner's own Kodex."""
    return Scene(
        ui.Text(live=False),
        ui.Anchors(KODEX, bench.EXAMPLE, de.PEOPLE, de.PLACES, label=de.ANCHORS),
        reveal=whose_kodex_it_is,
    )


def whose_kodex_it_is(answers: Answers) -> Shown:
    """Whether the rules are the learner's own."""
    shown = bench.kodex_of(answers[KODEX])
    return Shown(de.example(shown.title) if shown is bench.EXAMPLE else de.own(shown.title))


def gates() -> Scene:
    """The questions for the end of a system, and the four gates as they stand now."""
    return Scene(
        ui.Choice(SETTLED, label=de.SETTLED, options=list(cycle.SHUTDOWN.items()), kind="checkbox"),
        ui.Text(),
        needs=[KODEX, roles.KEY],
        reveal=what_the_gates_lack,
    )


def what_the_gates_lack(answers: Answers) -> Shown:
    """Each gate with its keepers, its rules and what is missing."""
    kodex, table = bench.kodex_of(answers[KODEX]), answers[roles.KEY] or {}
    return Shown(de.gates(cycle.gates(kodex, table, answers[SETTLED] or ())))
