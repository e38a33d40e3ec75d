"""German of systems: what a Steckbrief says, and the questions that somebody can ask about a system."""

from collections.abc import Mapping
from typing import Any

from fairki.speech import count_of, number

# ---- the Steckbrief ----

UNKNOWN = "nicht bekannt"
YES, NO, NOTHING = "ja", "nein", "keine"
AREA, ORGANISATION, PURPOSE = "Einsatzfeld", "Organisation", "Zweck"
FEATURES, LABEL, LABEL_KIND = "Verwendete Angaben", "Gelernt aus", "Art des Lernziels"
HUMAN, SMALL_GROUPS = "Menschlicher Schritt", "Kleine Gruppen entscheidet ein Mensch"
NOTICE, REASON, APPEAL = "Hinweis auf KI", "Begründung bei Ablehnung", "Frist für einen Einspruch"
OWNER, ENERGY, MONITORING = "Verantwortlich", "Energie je 1.000 Entscheidungen", "Überprüfung der Ergebnisse"
SENSITIVE, IN_REGISTER = "Sensible Daten", "Steht im Register"

HUMAN_STEPS = {"keiner": "keiner", "knappe": "bei knappen Fällen", "alle": "bei allen Fällen"}
NOTICES = {
    "keiner": "keiner",
    "kleingedruckt": "nur im Kleingedruckten",
    "mit": "mit der Entscheidung",
    "vor": "vor der Entscheidung",
}
REASONS = {"keine": "keine", "allgemein": "allgemein", "persoenlich": "persönlich"}
LABEL_KINDS = {
    "ersatzgroesse": "Ersatzgröße wie Kosten oder Aufwand",
    "entscheidungen": "eigene frühere Entscheidungen",
    "ergebnis": "tatsächliches Ergebnis",
}


def near(step: str, share: str) -> str:
    """The human step with the share of all cases that it covers."""
    return f"{step} ({share} aller Fälle)"


def needed(sensitive: str, shown: str) -> str:
    """Sensitive data, and whether the need for them is shown."""
    return f"{sensitive} (Bedarf belegt: {shown})"


def appeal(days: int) -> str:
    """How long a decision can be contested."""
    return count_of(days, "Tag", "Tage") if days else "kein Einspruch möglich"


def energy(wh: float) -> str:
    """Watt-hours."""
    return f"{number(wh, 0 if wh >= 10 else 1)}\N{NO-BREAK SPACE}Wh"


def monitoring(months: int) -> str:
    """How often somebody looks at the results."""
    if months < 2:
        return "jeden Monat" if months else "keine"
    return f"alle {number(months)} Monate"


# ---- the questions ----

OWNERS = {"person": "eine Person mit Namen", "abteilung": "nur eine Abteilung", "niemand": "niemand"}
QUESTIONS: dict[str, tuple[str, Mapping[Any, str]]] = {
    "verantwortlich": ("Wer ist verantwortlich?", OWNERS),
    "lernziel": (
        "Woraus hat das System gelernt?",
        {
            "entscheidungen": "aus eigenen früheren Entscheidungen",
            "ersatzgroesse": "aus einer Ersatzgröße wie Kosten oder Aufwand",
            "ergebnis": "aus dem tatsächlichen Ergebnis",
        },
    ),
    "mensch": ("Entscheidet ein Mensch mit?", HUMAN_STEPS),
    "hinweis": ("Wann erfahren die Betroffenen von der KI?", {**NOTICES, "keiner": "gar nicht"}),
    "begruendung": (
        "Bekommen Abgelehnte eine Begründung?",
        {"keine": "nein", "allgemein": "eine allgemeine", "persoenlich": "eine persönliche"},
    ),
    "einspruch": (
        "Wie lange ist ein Einspruch möglich?",
        {0: "gar nicht", 7: "7 Tage", 14: "14 Tage", 30: "30 Tage oder länger"},
    ),
    "pruefung": (
        "Wie oft prüft jemand die Ergebnisse?",
        {
            0: "nie",
            1: "jeden Monat",
            3: "alle 3 Monate",
            6: "alle 6 Monate",
            12: "einmal im Jahr",
        },
    ),
    "liste": ("Steht das System in einer Liste der Firma?", {"ja": "ja", "nein": "nein"}),
}
"""Question → how it is asked, and option → label."""
DAMAGED = ("Die Steckbriefe sind beschädigt.", "Füllen Sie sie bitte neu aus.")
