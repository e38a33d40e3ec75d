"""A rule: a sentence pattern with its blanks filled in, and who answers for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from fairki.errors import BadAnswerError
from fairki.kodex.de import kodex as de
from fairki.kodex.evidence import AnyEvidence, gather
from fairki.kodex.outcome import Outcome
from fairki.kodex.pattern import Pattern
from fairki.kodex.patterns import PATTERNS, known
from fairki.systems import DecisionSystem, System
from fairki.texts.text_systems import TextSystem

FIT, LONGEST = re.compile(r"[a-z][a-z0-9_]*"), 200
"""Names of blanks that a file can hold, and characters of what stands in one whose pattern nobody here knows."""


@dataclass(frozen=True)
class Rule:
    """One rule of a Kodex.

    Attributes:
        pattern: id of its pattern, a key of ``PATTERNS``.
        values: blank → what stands in it; blanks left out get their default.
        owner: who answers for the rule; "" if nobody is named yet.
        channel: where a breach can be reported; "" if there is no such place yet.
        aspects: keys of the course's aspects (``course.toml``); left out: those of the pattern.
        step: key of the course's step; left out: that of the pattern.
        from_example: it came with an example, and nobody has changed or confirmed it yet; this makes no difference
            to what the rule says, so rules with and without it are equal.

    Raises:
        BadAnswerError: an unknown pattern or blank, or a value that does not fit its blank.
    """

    pattern: str
    values: Mapping[str, int | str] = field(default_factory=dict)
    owner: str = ""
    channel: str = ""
    aspects: tuple[str, ...] | None = None
    step: str | None = None
    from_example: bool = field(default=False, compare=False)

    def __post_init__(self) -> None:
        kind = known(self.pattern)
        if kind is None:
            raise BadAnswerError(de.unknown_pattern(self.pattern), de.known_patterns(PATTERNS))
        values = _kept(kind, self.values) if self.absent else _read(kind, self.values)
        object.__setattr__(self, "values", values)
        if self.aspects is None:
            object.__setattr__(self, "aspects", kind.aspects)
        if self.step is None:
            object.__setattr__(self, "step", kind.step)

    @property
    def kind(self) -> Pattern:
        """The rule's pattern, or what stands in place of it."""
        found = known(self.pattern)
        assert found is not None  # otherwise there was no rule
        return found

    @property
    def absent(self) -> bool:
        """Whether the pattern comes from a package that is not here: the rule is kept as it is and checks nothing."""
        return self.pattern not in PATTERNS

    @property
    def sentence(self) -> str:
        """The rule as one German sentence."""
        return self.kind.sentence(self.values)

    @property
    def anchored(self) -> bool:
        """Whether somebody answers for the rule and a breach can be reported somewhere."""
        return bool(self.owner.strip() and self.channel.strip())

    def concerns(self, system: System) -> bool:
        """Whether there is anything in this system that the rule is about."""
        return self.kind.concerns(system)

    def check(self, system: DecisionSystem | TextSystem | AnyEvidence) -> Outcome:
        """What the rule finds in a system (give its evidence if several rules look at the same one).

        Raises:
            BadAnswerError: the rule does not concern this system, so that it has nothing to say.
        """
        evidence = gather(system) if isinstance(system, DecisionSystem | TextSystem) else system
        if not self.concerns(evidence.system):
            raise BadAnswerError(*de.not_concerned(self.kind.title, evidence.system.name))
        return self.kind.check(evidence, self.values)


def _read(kind: Pattern, values: Mapping[str, object]) -> dict[str, int | str]:
    """What stands in the blanks of a pattern."""
    blanks = {blank.name: blank for blank in kind.blanks}
    if unknown := [name for name in values if name not in blanks]:
        raise BadAnswerError(de.unknown_blank(kind.title, unknown[0]), de.known_blanks(blanks))
    return {name: blank.read(values.get(name, blank.default)) for name, blank in blanks.items()}


def _kept(kind: Pattern, values: Mapping[str, object]) -> dict[str, int | str]:
    """What stands in blanks that nobody here knows: only what a file can hold."""
    kept: dict[str, int | str] = {}
    for name, value in values.items():
        plain = isinstance(value, int) or (isinstance(value, str) and len(value) <= LONGEST)
        if isinstance(value, bool) or not plain or not FIT.fullmatch(name):
            raise BadAnswerError(de.unknown_blank(kind.title, name), de.known_blanks(()))
        kept[name] = value  # type: ignore[assignment]  # plain, as was just seen
    return kept
