"""Where AI takes part in everyday work: 24 cases to choose from, and the register that a learner makes of them.

The cases and how they are classed are the course's own rough orientation, no finding; a firm may differ.
"""

from dataclasses import dataclass
from typing import Any

from fairki.errors import BadAnswerError

KEY = "00.register"
"""Name of the learner's register in the browser store."""

FEW, MANY = "wenige", "viele"
SUGGESTS, DECIDES = "schlägt vor", "entscheidet"

STAFF, SALES, SERVICE, MONEY, WORKS, OFFICE = (
    "Personal",
    "Vertrieb und Werbung",
    "Service und Betreuung",
    "Geld und Verträge",
    "Werkstatt und Transport",
    "Büro und Technik",
)
AREAS = (STAFF, SALES, SERVICE, MONEY, WORKS, OFFICE)

APPLICATIONS, LEADS, APPROACH, TASKS, CREDIT, CARE = (
    "bewerbung",
    "leads",
    "ansprache",
    "aufgaben",
    "kredit",
    "versorgung",
)
KINDS = (APPLICATIONS, LEADS, APPROACH, TASKS, CREDIT, CARE)
"""Fields of the toy systems that a case can resemble."""


@dataclass(frozen=True)
class Use:
    """An everyday use of AI.

    Attributes:
        id: key in the stored register.
        name: short German name.
        description: one German sentence.
        area: where it happens, one of ``AREAS``.
        affected: the people it is about, in German.
        how_many: ``FEW`` or ``MANY`` people affected, as a rough orientation.
        autonomy: whether it usually ``SUGGESTS`` or ``DECIDES``.
        often_hidden: whether those affected usually do not notice it.
        resembles: the field of the toy systems that comes closest, one of ``KINDS``; "" if none does.
    """

    id: str
    name: str
    description: str
    area: str
    affected: str
    how_many: str
    autonomy: str
    often_hidden: bool
    resembles: str


@dataclass(frozen=True)
class Entry:
    """A line of a register: the use, and whether it goes unnoticed there (as its owner sees it)."""

    use: Use
    hidden: bool

    @property
    def urgent(self) -> bool:
        """Whether to look here first: the system decides, and about many people."""
        return self.use.autonomy == DECIDES and self.use.how_many == MANY


USES = (
    Use(
        "bewerbungen",
        "Rangfolge von Bewerbungen",
        "Ein Programm liest Bewerbungen und bringt sie in eine Reihenfolge.",
        STAFF,
        "Menschen, die sich bewerben",
        MANY,
        SUGGESTS,
        True,
        APPLICATIONS,
    ),
    Use(
        "eignungstest",
        "Auswertung von Online-Tests",
        "Ein Programm vergibt Punkte für einen Test am Bildschirm.",
        STAFF,
        "Menschen, die sich bewerben",
        MANY,
        SUGGESTS,
        False,
        APPLICATIONS,
    ),
    Use(
        "stellenanzeigen",
        "Verteilung von Stellenanzeigen",
        "Eine Plattform bestimmt, wer eine Anzeige zu sehen bekommt.",
        STAFF,
        "Menschen, die eine Stelle suchen",
        MANY,
        DECIDES,
        True,
        APPROACH,
    ),
    Use(
        "schichtplan",
        "Planung von Schichten",
        "Ein Programm verteilt Schichten nach Bedarf und freien Zeiten.",
        STAFF,
        "Beschäftigte",
        MANY,
        SUGGESTS,
        False,
        TASKS,
    ),
    Use(
        "kennzahlen",
        "Kennzahlen zur Leistung",
        "Ein System berechnet, wie schnell oder wie gut jemand arbeitet.",
        STAFF,
        "Beschäftigte",
        MANY,
        SUGGESTS,
        True,
        TASKS,
    ),
    Use(
        "weiterbildung",
        "Tipps zur Weiterbildung",
        "Eine Lernplattform schlägt vor, welcher Kurs zu wem passt.",
        STAFF,
        "Beschäftigte",
        MANY,
        SUGGESTS,
        False,
        APPROACH,
    ),
    Use(
        "leads",
        "Lead-Scoring",
        "Ein Programm schätzt, wer kaufen wird, und sortiert danach die Anrufliste.",
        SALES,
        "Mögliche Kundinnen und Kunden",
        MANY,
        SUGGESTS,
        True,
        LEADS,
    ),
    Use(
        "werbung",
        "Auswahl für Werbung",
        "Ein Programm bestimmt, wer welches Angebot per E-Mail bekommt.",
        SALES,
        "Kundinnen und Kunden",
        MANY,
        DECIDES,
        True,
        APPROACH,
    ),
    Use(
        "preise",
        "Preise und Rabatte",
        "Ein Programm berechnet, wem welcher Preis oder Rabatt angeboten wird.",
        SALES,
        "Kundinnen und Kunden",
        MANY,
        DECIDES,
        True,
        APPROACH,
    ),
    Use(
        "empfehlungen",
        "Empfehlungen im Shop",
        "Der Shop zeigt: „Das könnte Ihnen auch gefallen.“",
        SALES,
        "Kundinnen und Kunden",
        MANY,
        DECIDES,
        False,
        APPROACH,
    ),
    Use(
        "chatbot",
        "Chatbot für Fragen",
        "Ein Programm beantwortet Fragen auf der Website.",
        SERVICE,
        "Kundinnen und Kunden",
        MANY,
        DECIDES,
        False,
        TASKS,
    ),
    Use(
        "anfragen",
        "Reihenfolge von Anfragen",
        "Ein Programm bestimmt, welche Anfrage zuerst drankommt.",
        SERVICE,
        "Menschen, die Hilfe brauchen",
        MANY,
        DECIDES,
        True,
        TASKS,
    ),
    Use(
        "anrufe",
        "Sprachcomputer am Telefon",
        "Eine Stimme fragt nach dem Anliegen und leitet den Anruf weiter.",
        SERVICE,
        "Menschen, die anrufen",
        MANY,
        DECIDES,
        False,
        TASKS,
    ),
    Use(
        "betreuung",
        "Bedarf an Betreuung",
        "Ein Programm schätzt, wer mehr Zeit, Pflege oder Beratung braucht.",
        SERVICE,
        "Menschen, die betreut werden",
        MANY,
        SUGGESTS,
        True,
        CARE,
    ),
    Use(
        "zahlung",
        "Prüfung der Zahlungsfähigkeit",
        "Ein Punktwert entscheidet, wer auf Rechnung kaufen oder in Raten zahlen darf.",
        MONEY,
        "Kundinnen und Kunden",
        MANY,
        DECIDES,
        True,
        CREDIT,
    ),
    Use(
        "betrug",
        "Schutz vor Betrug",
        "Ein System hält Zahlungen an, die ihm auffallen.",
        MONEY,
        "Menschen, die bezahlen",
        FEW,
        DECIDES,
        True,
        CREDIT,
    ),
    Use(
        "rechnungen",
        "Lesen von Rechnungen",
        "Ein Programm liest Rechnungen und schlägt die Buchung vor.",
        MONEY,
        "Buchhaltung und Lieferfirmen",
        FEW,
        SUGGESTS,
        False,
        "",
    ),
    Use(
        "touren",
        "Planung von Routen",
        "Ein Programm schlägt vor, wer welche Tour in welcher Reihenfolge fährt.",
        WORKS,
        "Fahrerinnen und Fahrer",
        FEW,
        SUGGESTS,
        False,
        TASKS,
    ),
    Use(
        "wartung",
        "Vorhersage von Störungen",
        "Ein System meldet, welche Maschine bald ausfallen könnte.",
        WORKS,
        "Beschäftigte in der Werkstatt",
        FEW,
        SUGGESTS,
        False,
        "",
    ),
    Use(
        "kamera",
        "Prüfung mit der Kamera",
        "Eine Kamera erkennt fehlerhafte Teile und sortiert sie aus.",
        WORKS,
        "Beschäftigte in der Werkstatt",
        FEW,
        DECIDES,
        False,
        "",
    ),
    Use(
        "texte",
        "Textassistent",
        "Ein Chat-Programm schreibt E-Mails, Berichte oder Anzeigen.",
        OFFICE,
        "Menschen, die den Text lesen",
        MANY,
        SUGGESTS,
        True,
        "",
    ),
    Use(
        "uebersetzung",
        "Übersetzung",
        "Ein Dienst übersetzt E-Mails und Anleitungen.",
        OFFICE,
        "Menschen, die den Text lesen",
        FEW,
        SUGGESTS,
        True,
        "",
    ),
    Use(
        "mitschrift",
        "Mitschrift von Besprechungen",
        "Ein Programm hört mit und schreibt das Protokoll.",
        OFFICE,
        "Alle, die dabei sind",
        FEW,
        SUGGESTS,
        True,
        "",
    ),
    Use(
        "spam",
        "Spamfilter",
        "Ein Filter legt E-Mails zur Seite, bevor sie jemand liest.",
        OFFICE,
        "Menschen, die Ihnen schreiben",
        MANY,
        DECIDES,
        True,
        "",
    ),
)

_BY_ID = {use.id: use for use in USES}

EXAMPLE = [
    {"id": "stellenanzeigen", "verborgen": True},
    {"id": "leads", "verborgen": True},
    {"id": "anfragen", "verborgen": True},
    {"id": "zahlung", "verborgen": False},
    {"id": "rechnungen", "verborgen": False},
    {"id": "wartung", "verborgen": False},
    {"id": "texte", "verborgen": True},
    {"id": "spam", "verborgen": False},
]
"""The register of the company, in the stored form, for whoever has none of their own."""


def checked(value: Any) -> list[dict]:
    """The register in a value of the browser store; uses that the course does not know are left out.

    Raises:
        BadAnswerError: it does not have the form of a register.
    """
    if not isinstance(value, list) or not all(
        isinstance(line, dict) and isinstance(line.get("id"), str) and isinstance(line.get("verborgen"), bool)
        for line in value
    ):
        raise BadAnswerError("Das Register ist beschädigt.", "Wählen Sie die Fälle bitte neu aus.")
    return [line for line in value if line["id"] in _BY_ID]


def entries(stored: list[dict] | None) -> list[Entry]:
    """The lines of a register as the browser keeps it; those to look at first stand at the top.

    Args:
        stored: ``[{"id", "verborgen": bool}, …]`` with ids of ``USES``; None is an empty register.
    """
    found = [Entry(_BY_ID[line["id"]], line["verborgen"]) for line in stored or []]
    return sorted(
        found,
        key=lambda e: (not e.urgent, e.use.autonomy != DECIDES, e.use.how_many != MANY, USES.index(e.use)),
    )
