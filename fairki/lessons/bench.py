"""The bench on which modules examine a Kodex: the toy systems with their decisions, the Kodex-Baukasten, audits."""

from functools import cached_property

from fairki import ui
from fairki.audit import Audit, audit
from fairki.kodex import Kodex, Rule, stored
from fairki.kodex.groups import GROUPS
from fairki.systems import DecisionSystem, catalogue

REMEMBERED = 3
"""Audits that are kept for the next question: the first, the last, and the one that is just made."""


class Bench:
    """A learner's Kodex and the systems that it examines.

    Args:
        example: the Kodex that examines as long as the learner has none.
    """

    def __init__(self, example: Kodex):
        self.example = example.as_example()
        self._known: list[Audit] = []

    @cached_property
    def systems(self) -> tuple[DecisionSystem, ...]:
        """The toy systems, with their decisions made."""
        made = catalogue()
        for system in made:
            system.decisions  # noqa: B018 - so that the first audit is as quick as the others
        return made

    @cached_property
    def builder(self) -> ui.RuleBuilder:
        """The Kodex-Baukasten; each rule is tried on a system of three fields of use, so that it shows its teeth."""
        return ui.RuleBuilder(
            stored.KEY,
            GROUPS,
            [[system.name, system.steckbrief.purpose] for system in self._tried_on],
            self._try,
            self.example,
            label="Kodex-Baukasten",
        )

    @property
    def own(self) -> bool:
        """Whether the learner has a Kodex with at least one rule."""
        return bool(self.builder.kodex.rules)

    @property
    def kodex(self) -> Kodex:
        """The learner's Kodex, or the example as long as there is none."""
        return self.builder.kodex if self.own else self.example

    def audit(self, kodex: Kodex) -> Audit:
        """The audit of the toy systems with ``kodex``."""
        for known in self._known:
            if known.kodex == kodex:
                return known
        self._known = [*self._known, audit(kodex, self.systems)][-REMEMBERED:]
        return self._known[-1]

    @property
    def _tried_on(self) -> tuple[DecisionSystem, ...]:
        return self.systems[:12:5]

    def _try(self, rule: Rule) -> list[list[str]]:
        found = [rule.check(system) for system in self._tried_on]
        return [[outcome.status, outcome.why] for outcome in found]
