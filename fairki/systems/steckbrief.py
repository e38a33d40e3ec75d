"""The Steckbrief: what a firm says about one of its systems, without looking into the data.

``None`` always means "not known". What can be said is an id of the ordered tuples below, each from the weakest to the
strongest; the words for it stand in ``de``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from fairki import speech
from fairki.systems import de

HUMAN_STEPS = HUMAN_NONE, HUMAN_NEAR, HUMAN_ALL = "keiner", "knappe", "alle"
NOTICES = NOTICE_NONE, NOTICE_HIDDEN, NOTICE_WITH, NOTICE_BEFORE = "keiner", "kleingedruckt", "mit", "vor"
REASONS = REASON_NONE, REASON_GENERAL, REASON_PERSONAL = "keine", "allgemein", "persoenlich"
LABEL_KINDS = FROM_SUBSTITUTE, FROM_DECISIONS, FROM_RESULT = "ersatzgroesse", "entscheidungen", "ergebnis"

T = TypeVar("T")


@dataclass(frozen=True)
class Steckbrief:
    """A system's profile.

    Attributes:
        name: German name of the system.
        area: German name of the field it is used in.
        organisation: who uses it.
        purpose: one German sentence.
        features: German names of what the system uses about a person.
        label: German name of what it learnt to predict.
        label_kind: one of ``LABEL_KINDS``.
        human_step: one of ``HUMAN_STEPS``.
        human_share: share of all cases that a person decides, the closest ones first (0 to 1).
        human_for_small_groups: whether a person decides about groups that the data hardly contain.
        gender_optional: whether people may leave out their gender and say how they want to be addressed.
        notice: when people learn that AI takes part, one of ``NOTICES``.
        reason: what a rejected person is told, one of ``REASONS``.
        appeal_days: days within which a decision can be contested; 0: not at all.
        owner: name and department of the person who answers for the system.
        energy_wh: energy per 1,000 decisions in watt-hours.
        monitoring_months: months between two looks at the results; 0: nobody looks.
        sensitive: German names of sensitive data in use; empty: none.
        sensitive_needed: whether it is shown that the system needs them.
        in_register: whether the system stands in the firm's public register; False: it is used in secret.
    """

    name: str
    area: str
    organisation: str
    purpose: str
    features: tuple[str, ...] | None = None
    label: str | None = None
    label_kind: str | None = None
    human_step: str | None = None
    human_share: float | None = None
    human_for_small_groups: bool | None = None
    gender_optional: bool | None = None
    notice: str | None = None
    reason: str | None = None
    appeal_days: int | None = None
    owner: str | None = None
    energy_wh: float | None = None
    monitoring_months: int | None = None
    sensitive: tuple[str, ...] | None = None
    sensitive_needed: bool | None = None
    in_register: bool | None = None

    def rows(self) -> list[tuple[str, str]]:
        """(German label, German value) of every entry, for screens and prints."""

        def shown(value: T | None, show: Callable[[T], str]) -> str:
            return de.UNKNOWN if value is None else show(value)

        def yes(value: bool) -> str:
            return de.YES if value else de.NO

        human = shown(self.human_step, de.HUMAN_STEPS.__getitem__)
        if self.human_step == HUMAN_NEAR:
            human = de.near(human, shown(self.human_share, speech.percent))
        sensitive = shown(self.sensitive, lambda names: ", ".join(names) or de.NOTHING)
        if self.sensitive:
            sensitive = de.needed(sensitive, shown(self.sensitive_needed, yes))
        return [
            (de.AREA, self.area),
            (de.ORGANISATION, self.organisation),
            (de.PURPOSE, self.purpose),
            (de.FEATURES, shown(self.features, ", ".join)),
            (de.LABEL, shown(self.label, str)),
            (de.LABEL_KIND, shown(self.label_kind, de.LABEL_KINDS.__getitem__)),
            (de.HUMAN, human),
            (de.SMALL_GROUPS, shown(self.human_for_small_groups, yes)),
            (de.GENDER_OPTIONAL, shown(self.gender_optional, yes)),
            (de.NOTICE, shown(self.notice, de.NOTICES.__getitem__)),
            (de.REASON, shown(self.reason, de.REASONS.__getitem__)),
            (de.APPEAL, shown(self.appeal_days, de.appeal)),
            (de.OWNER, shown(self.owner, str)),
            (de.ENERGY, shown(self.energy_wh, de.energy)),
            (de.MONITORING, shown(self.monitoring_months, de.monitoring)),
            (de.SENSITIVE, sensitive),
            (de.IN_REGISTER, shown(self.in_register, yes)),
        ]
