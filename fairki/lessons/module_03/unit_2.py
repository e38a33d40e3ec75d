"""Unit 2, the Kodex examines: the toy systems with their known faults, sharper rules, the systems of the register."""

from collections.abc import Mapping
from typing import Any

from fairki import audit as audits
from fairki import ui
from fairki.audit import Audit
from fairki.html import NOTHING
from fairki.kodex import stored
from fairki.lessons import bench
from fairki.lessons.bench import de as bench_de
from fairki.lessons.module_03 import unit_1
from fairki.lessons.module_03.de import unit_2 as de
from fairki.lessons.scene import Answers, Demonstration, Done, Scene, Shown
from fairki.systems import DECISIONS, questions

FOUND, AUDIT, KODEX = "03.treffer", audits.KEY, stored.KEY
FIRST, LAST = "erste", "letzte"
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
    first = audit_of(answers[AUDIT], FIRST)
    return Shown(de.first_audit(first.score.found) if first else de.START_NOW)


def audit_of(kept: Mapping[str, Any] | None, which: str) -> Audit | None:
    """The first or the last audit in an answer to ``AUDIT``; None before the first one."""
    return bench.audited(stored.from_value(kept[which])) if kept else None


def audit() -> list[Scene]:
    """The Kodex in use, the button, what came out, and the matrix."""
    return [
        Scene(
            ui.Text(live=False),
            ui.Run(de.START, bench_de.WAITING),
            needs=[KODEX, AUDIT],
            act=examine,
            stale_on=[AUDIT],
            reveal=who_examines,
        ),
        Scene(ui.Text(live=False), ui.Matrix(AUDIT, label=bench_de.MATRIX), reveal=what_was_found),
    ]


def who_examines(answers: Answers) -> Shown:
    """The Kodex in use with its rules: the learner's own, or the example."""
    kodex = bench.kodex_of(answers[KODEX], DECISIONS)
    return Shown(de.kodex(kodex, kodex is not bench.EXAMPLE, bool(stored.kodex_of(answers[KODEX]).rules)))


def examine(answers: Answers) -> Done:
    """Audit with the Kodex as it is now; the first audit is kept to compare with."""
    kodex = bench.kodex_of(answers[KODEX], DECISIONS)
    now, before = stored.to_value(kodex), answers[AUDIT] or {}
    return Done(bench_de.message(bench.audited(kodex)), {AUDIT: {FIRST: before.get(FIRST, now), LAST: now}})


def what_was_found(answers: Answers) -> Shown:
    """Score and matrix of the last audit, compared with the first one; nothing before."""
    first, last = audit_of(answers[AUDIT], FIRST), audit_of(answers[AUDIT], LAST)
    if first is None or last is None:
        return Shown(traits={ui.Matrix: bench.NO_MATRIX})
    return Shown(de.score(last), traits={ui.Matrix: bench.matrix(last, first)})


def sharpen() -> list[Scene]:
    """Hints, the Kodex-Baukasten of module 02, and the same audit once more."""
    return [
        Scene(ui.Text(live=False), needs=[AUDIT], reveal=what_is_hidden),
        Scene(bench.builder()),
        Scene(
            ui.Run(de.AGAIN, bench_de.WAITING),
            ui.Text(live=False),
            needs=[KODEX, AUDIT],
            act=examine,
            stale_on=[AUDIT],
            reveal=what_has_changed,
        ),
    ]


def what_is_hidden(answers: Answers) -> Shown:
    """What kind of fault is still hidden, whether a rule is too strict, and the solution for those who want it."""
    last = audit_of(answers[AUDIT], LAST)
    if last is None:
        return Shown()
    if not last.missed and not last.score.accused:
        return Shown(de.NOTHING_HIDDEN)
    return Shown(
        (de.still_hidden(last.missed) if last.missed else NOTHING)
        + (de.TOO_STRICT if last.score.accused else NOTHING)
        + de.solution(last.score)
    )


def what_has_changed(answers: Answers) -> Shown:
    """First and last audit side by side; nothing before the first."""
    first, last = audit_of(answers[AUDIT], FIRST), audit_of(answers[AUDIT], LAST)
    return Shown(bench_de.compared(first, last)) if first and last else Shown()


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
