"""Unit 2, the Kodex examines: the toy systems with their known faults, sharper rules, the systems of the register."""

from fairki import audit as audits
from fairki import ui
from fairki.audit import Audit
from fairki.kodex import stored
from fairki.lessons import bench
from fairki.lessons.bench.examination import FIRST, OF_DECISIONS
from fairki.lessons.module_03 import unit_1
from fairki.lessons.module_03.de import unit_2 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.systems import DECISIONS, questions

FOUND, AUDIT, KODEX = "03.treffer", audits.KEY, stored.KEY
EXAMINATION = OF_DECISIONS
"""The Kodex in use, the button, the matrix; then hints, the Kodex-Baukasten and the same once more."""
OWN = (*unit_1.SYSTEMS, KODEX)
"""What ``own_audit`` looks at."""


def guess_found() -> Scene:
    """Guess how many of the planted faults the own Kodex finds."""
    planted = sum(len(system.faults or ()) for system in bench.systems())
    return Demonstration(
        ui.Guess(FOUND, question=de.found(planted), unit=de.of(planted), high=planted, button=de.KEEP_GUESS),
        needs=[AUDIT],
        reveal=how_many_were_found,
    )


def how_many_were_found(answers: Answers) -> Shown:
    """What the first audit found; before it, how to go on."""
    first = EXAMINATION.audit_of(answers[AUDIT], FIRST)
    return Shown(de.first_audit(first.score.found) if first else de.START_NOW)


def own_systems() -> Scene:
    """The same Kodex on the systems of the register."""
    return Scene(ui.Text(live=False), ui.Matrix(label=de.OWN_MATRIX), needs=OWN, reveal=what_own_systems_do)


def what_own_systems_do(answers: Answers) -> Shown:
    """What the Kodex says about the systems of the register."""
    found = own_audit(answers)
    return Shown(
        de.own(found, bool(answers[unit_1.REGISTER])), traits={ui.Matrix: bench.matrix(found, found)}
    )


def own_audit(answers: Answers) -> Audit:
    """The Kodex on the systems of the register, of which only the Steckbriefe are known."""
    known = unit_1.profiles_of(answers)
    systems = [questions.system(entry.use, known.get(entry.use.id, {})) for entry in unit_1.entries(answers)]
    return audits.audit(bench.kodex_of(answers[KODEX], DECISIONS), systems)
