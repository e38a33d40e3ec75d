"""The Steckbrief: what a firm says about one of its systems, without looking into the data.

``None`` always means "not known". The words of the ordered tuples below are at the same time what is stored and
what is shown; each tuple runs from the weakest to the strongest.
"""

from dataclasses import dataclass

from fairki import speech

HUMAN_NONE, HUMAN_NEAR, HUMAN_ALL = "keiner", "bei knappen Fällen", "bei allen Fällen"
HUMAN_STEPS = (HUMAN_NONE, HUMAN_NEAR, HUMAN_ALL)
NOTICE_NONE, NOTICE_HIDDEN, NOTICE_WITH, NOTICE_BEFORE = (
    "keiner",
    "nur im Kleingedruckten",
    "mit der Entscheidung",
    "vor der Entscheidung",
)
NOTICES = (NOTICE_NONE, NOTICE_HIDDEN, NOTICE_WITH, NOTICE_BEFORE)
REASON_NONE, REASON_GENERAL, REASON_PERSONAL = "keine", "allgemein", "persönlich"
REASONS = (REASON_NONE, REASON_GENERAL, REASON_PERSONAL)
FROM_SUBSTITUTE, FROM_DECISIONS, FROM_RESULT = (
    "Ersatzgröße wie Kosten oder Aufwand",
    "eigene frühere Entscheidungen",
    "tatsächliches Ergebnis",
)
LABEL_KINDS = (FROM_SUBSTITUTE, FROM_DECISIONS, FROM_RESULT)
UNKNOWN = "nicht bekannt"


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

        def shown(value, show=str) -> str:
            return UNKNOWN if value is None else show(value)

        def yes(value: bool) -> str:
            return "ja" if value else "nein"

        human = shown(self.human_step)
        if self.human_step == HUMAN_NEAR:
            human += f" ({shown(self.human_share, speech.percent)} aller Fälle)"
        sensitive = shown(self.sensitive, lambda s: ", ".join(s) or "keine")
        if self.sensitive:
            sensitive += f" (Bedarf belegt: {shown(self.sensitive_needed, yes)})"
        return [
            ("Einsatzfeld", self.area),
            ("Organisation", self.organisation),
            ("Zweck", self.purpose),
            ("Verwendete Angaben", shown(self.features, ", ".join)),
            ("Gelernt aus", shown(self.label)),
            ("Art des Lernziels", shown(self.label_kind)),
            ("Menschlicher Schritt", human),
            ("Kleine Gruppen entscheidet ein Mensch", shown(self.human_for_small_groups, yes)),
            ("Hinweis auf KI", shown(self.notice)),
            ("Begründung bei Ablehnung", shown(self.reason)),
            ("Frist für einen Einspruch", shown(self.appeal_days, _appeal)),
            ("Verantwortlich", shown(self.owner)),
            ("Energie je 1.000 Entscheidungen", shown(self.energy_wh, _energy)),
            ("Überprüfung der Ergebnisse", shown(self.monitoring_months, _monitoring)),
            ("Sensible Daten", sensitive),
            ("Steht im Register", shown(self.in_register, yes)),
        ]


def _appeal(days: int) -> str:
    return speech.count_of(days, "Tag", "Tage") if days else "kein Einspruch möglich"


def _energy(wh: float) -> str:
    return f"{speech.number(wh, 0 if wh >= 10 else 1)}\N{NO-BREAK SPACE}Wh"


def _monitoring(months: int) -> str:
    if months < 2:
        return "jeden Monat" if months else "keine"
    return f"alle {speech.number(months)} Monate"
