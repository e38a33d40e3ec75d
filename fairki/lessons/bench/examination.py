"""The examination of a page: a Kodex examines the toy systems of one kind, is sharpened, and examines again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fairki import audit as audits
from fairki import ui
from fairki.audit import Audit
from fairki.html import NOTHING
from fairki.kodex import Kodex, stored
from fairki.lessons import bench
from fairki.lessons.bench import de
from fairki.lessons.scene import Answers, Done, Scene, Shown
from fairki.systems import DECISIONS, TEXTS

FIRST, LAST = "erste", "letzte"
"""Audits in an answer to ``Examination.key``."""


@dataclass(frozen=True)
class Examination:
    """The scenes and their reveals.

    Attributes:
        kind: of the systems (``fairki.systems.KINDS``).
        key: name of the first and the last audit in the browser store.
        feeds: units further down that show something of the Kodex that is sharpened here.
    """

    kind: str
    key: str
    feeds: tuple[str, ...] = ()

    def audit_of(self, kept: Mapping[str, Any] | None, which: str) -> Audit | None:
        """The first or the last audit in an answer to ``key``; None before the first one."""
        return bench.audited(stored.from_value(kept[which]), self.kind) if kept else None

    def audit(self) -> list[Scene]:
        """The Kodex in use, the button, and the systems as cards: face down, then what came out."""
        return [
            Scene(
                ui.Text(live=False),
                ui.Run(de.START, de.WAITING),
                needs=[stored.KEY, self.key],
                act=self.examine,
                stale_on=[self.key],
                first=bench.decided if self.kind == DECISIONS else None,
                reveal=self.who_examines,
            ),
            Scene(ui.Matrix(self.key, label=de.MATRIX), reveal=self.what_was_found),
        ]

    def who_examines(self, answers: Answers) -> Shown:
        """The Kodex in use with its rules: the learner's own, or the example."""
        kodex, begun = self._in_use(answers), bool(stored.kodex_of(answers[stored.KEY]).rules)
        return Shown(de.kodex(kodex, self.kind, kodex is not bench.EXAMPLES[self.kind], begun))

    def examine(self, answers: Answers) -> Done:
        """Audit with the Kodex as it is now; the first audit is kept to compare with."""
        kodex = self._in_use(answers)
        now, before = stored.to_value(kodex), answers[self.key] or {}
        says = de.examined(bench.audited(kodex, self.kind))
        return Done(says, {self.key: {FIRST: before.get(FIRST, now), LAST: now}})

    def what_was_found(self, answers: Answers) -> Shown:
        """What the last audit found, compared with the first one; before, the systems alone."""
        first, last = self._both(answers)
        if first is None or last is None:
            return Shown(traits={ui.Matrix: bench.covered(self.kind)})
        return Shown(traits={ui.Matrix: bench.matrix(last, first)})

    def sharpen(self) -> list[Scene]:
        """Hints, and the Kodex-Baukasten."""
        return [
            Scene(ui.Text(live=False), needs=[self.key], reveal=self.what_is_hidden),
            Scene(bench.builder(self.kind, feeds=list(self.feeds))),
        ]

    def again(self) -> Scene:
        """The same audit once more, and what has changed."""
        return Scene(
            ui.Run(de.AGAIN, de.WAITING),
            ui.Matrix(label=de.CHANGED),
            ui.Text(live=False),
            needs=[stored.KEY, self.key],
            act=self.examine,
            stale_on=[self.key],
            reveal=self.what_has_changed,
        )

    def what_is_hidden(self, answers: Answers) -> Shown:
        """What kind of fault is still hidden, whether a rule is too strict, and the solution for those who want it."""
        _, last = self._both(answers)
        if last is None:
            return Shown()
        if not last.missed and not last.score.accused:
            return Shown(de.NOTHING_HIDDEN)
        return Shown(
            (de.still_hidden(last.missed) if last.missed else NOTHING)
            + (de.TOO_STRICT if last.score.accused else NOTHING)
            + de.solution(last.score)
        )

    def what_has_changed(self, answers: Answers) -> Shown:
        """The last audit and what it changed; no cards as long as the rules are those of the first one."""
        first, last = self._both(answers)
        if first is None or last is None:
            return Shown(traits={ui.Matrix: bench.NO_MATRIX})
        cards = bench.NO_MATRIX if first.rules == last.rules else bench.matrix(last, first)
        return Shown(de.compared(first, last), traits={ui.Matrix: cards})

    def _in_use(self, answers: Answers) -> Kodex:
        return bench.kodex_of(answers[stored.KEY], self.kind)

    def _both(self, answers: Answers) -> tuple[Audit | None, Audit | None]:
        kept = answers[self.key]
        return self.audit_of(kept, FIRST), self.audit_of(kept, LAST)


OF_DECISIONS = Examination(DECISIONS, audits.KEY, feeds=("3",))
OF_TEXTS = Examination(TEXTS, audits.TEXTS_KEY)
