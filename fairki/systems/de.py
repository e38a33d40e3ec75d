"""German of systems: what a Steckbrief says, and the questions that somebody can ask about a system."""

from collections.abc import Iterable, Mapping
from typing import Any

from fairki.speech import count_of, number

# ---- the Steckbrief ----

UNKNOWN = "nicht bekannt"
YES, NO, NOTHING = "ja", "nein", "keine"
AREA, ORGANISATION, PURPOSE = "Einsatzfeld", "Organisation", "Zweck"
FEATURES, LABEL, LABEL_KIND = "Verwendete Angaben", "Gelernt aus", "Art des Lernziels"
GENDER_OPTIONAL = "Anrede frei, Geschlecht kein Pflichtfeld"
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

# ---- fields of use ----

GENDER, ORIGIN, AGE, HOME = "Geschlecht", "Herkunft", "Alter", "Wohnort"
"""What a protected group is about."""
FIELDS: Mapping[str, str] = {
    "bewerbung": "Auswahl von Bewerbungen",
    "leads": "Bewertung von Anfragen im Vertrieb",
    "ansprache": "Ansprache von Kundinnen und Kunden",
    "kredit": "Vergabe von Krediten",
    "aufgaben": "Reihenfolge von Aufgaben",
    "versorgung": "Versorgung im Gesundheitswesen",
}
"""Field of use → its name."""

LABELS: Mapping[str, str] = {
    "bewerbung": "Bewährung im Beruf",
    "leads": "Abschlüsse nach einem Kontakt",
    "kredit": "Rückzahlung",
    "aufgaben": "gemessener Bedarf",
    "versorgung": "ärztlich festgestellter Bedarf",
}
"""What a sound system learns from."""

PAST: Mapping[str, str] = {
    "bewerbung": "frühere Einladungen",
    "leads": "Abschlüsse, die auch vom eigenen Einsatz abhängen",
}
"""Own past decisions as a target."""

EFFORT: Mapping[str, str] = {
    "aufgaben": "bisher aufgewendete Minuten",
    "versorgung": "bisherige Kosten",
}
"""Costs or effort as a target."""

POSITIVE: Mapping[str, str] = {
    "bewerbung": "eingeladen",
    "leads": "zuerst angerufen",
    "ansprache": "mit einem Angebot angesprochen",
    "kredit": "angenommen",
    "aufgaben": "vorgezogen",
    "versorgung": "in das Programm aufgenommen",
}
"""The positive decision as a participle."""

DESERVING: Mapping[str, str] = {
    "bewerbung": "tatsächlich Geeigneten",
    "leads": "tatsächlich Interessierten",
    "kredit": "Personen, die zurückzahlen,",
    "aufgaben": "Personen mit dem größten Bedarf",
    "versorgung": "Personen mit dem größten Bedarf",
}
"""Whom it is really for, as it reads after „von den“."""

SENSITIVE_DATA: Mapping[str, tuple[str, ...]] = {
    "bewerbung": ("Schwangerschaft", "Krankheitstage", "Religion"),
    "leads": ("vermutete Religion", "Staatsangehörigkeit der Kontaktperson", "vermutete politische Haltung"),
    "kredit": ("Gesundheitsdaten", "Religion", "Gewerkschaftszugehörigkeit"),
    "aufgaben": ("Staatsangehörigkeit", "Gesundheitsdaten", "vermutete Religion"),
    "versorgung": ("Religion", "politische Haltung", "Gewerkschaftszugehörigkeit"),
}
"""Sensitive data that nobody needs here."""

NEEDED_DATA: Mapping[str, tuple[str, ...]] = {
    "versorgung": ("Erkrankungen",),
}
"""Sensitive data that the matter itself calls for."""

# ---- faults ----

FAULTS: Mapping[str, str] = {
    "proxy": "Stellvertreter-Merkmal",
    "verzerrtes_lernziel": "Verzerrtes Lernziel",
    "falsches_lernziel": "Falsches Lernziel",
    "fehlende_gruppe": "Fehlende Gruppe",
    "eine_grenze": "Eine Grenze für alle",
    "kein_mensch": "Kein Mensch bei knappen Fällen",
    "kein_hinweis": "Kein Hinweis auf KI",
    "keine_begruendung": "Keine Begründung",
    "kein_einspruch": "Kein Einspruch",
    "sensible_daten": "Sensible Daten ohne Bedarf",
    "keine_ueberwachung": "Keine Überwachung",
    "heimliche_nutzung": "Heimliche Nutzung",
    "datensammeln": "Datensammeln",
    "energie": "Zu hoher Energiebedarf",
    "kreuzung": "Benachteiligte Kreuzung",
    "pflichtangabe": "Pflichtangabe zum Geschlecht",
}
"""Fault → its name."""

HARMS: Mapping[str, str] = {
    "proxy": "Das System zieht Punkte für Angaben ab, die nichts mit der Sache zu tun haben, aber eine Gruppe verraten.",
    "verzerrtes_lernziel": "Das System lernt aus früheren Entscheidungen und wiederholt deren Benachteiligung.",
    "falsches_lernziel": "Das System sagt Kosten oder Aufwand voraus statt des Bedarfs; wer bisher wenig bekam, bekommt weiter wenig.",
    "fehlende_gruppe": "Von einer Gruppe stehen höchstens 15 Menschen in den Trainingsdaten; ob das System für sie stimmt, weiß niemand.",
    "eine_grenze": "Die Gruppen unterscheiden sich wirklich; eine gemeinsame Grenze lehnt in einer Gruppe mehr Menschen zu Unrecht ab als in der anderen.",
    "kein_mensch": "Nahe an der Grenze irrt sich das System am häufigsten, und höchstens 3 von 100 Fällen sieht ein Mensch.",
    "kein_hinweis": "Die Betroffenen erfahren gar nicht oder nur im Kleingedruckten, dass KI mitentscheidet.",
    "keine_begruendung": "Wer abgelehnt wird, erfährt nicht warum und kann nichts ändern.",
    "kein_einspruch": "Fehlentscheidungen bleiben stehen: Wer widersprechen will, hat dafür höchstens drei Tage.",
    "sensible_daten": "Das System verwendet sensible Angaben, obwohl es auch ohne sie ginge.",
    "keine_ueberwachung": "Verschlechtert sich das System, bleibt das zwei Jahre oder länger unbemerkt.",
    "heimliche_nutzung": "Das System steht in keinem Register; niemand prüft, was niemand kennt.",
    "datensammeln": "Das System speichert neun oder mehr Angaben, die es nicht braucht und die verloren gehen können.",
    "energie": "Das Modell verbraucht mindestens sechsmal so viel Energie wie die anderen, ohne besser zu entscheiden.",
    "kreuzung": "Das System zieht Jüngeren der einen und Älteren der anderen Gruppe Punkte ab; im Ganzen sehen beide Gruppen gleich aus.",
    "pflichtangabe": "Wer weder „Herr“ noch „Frau“ ist, kann das Formular nicht abschicken.",
}
"""Whom it hurts and how."""

SURPLUS = (
    "Foto",
    "Hobbys",
    "Familienstand",
    "Wohnadresse",
    "Profile in sozialen Netzwerken",
    "Uhrzeit der letzten Anmeldung",
    "Gerät und Browser",
    "Schreibgeschwindigkeit",
    "Entfernung zum Wohnort",
    "Geburtsort",
    "Krankenkasse",
    "Automarke",
)
"""Data that no system of the catalogue needs."""


def does_not_fit(fault: str, system: str) -> tuple[str, str]:
    """A fault cannot be planted: what happened, what to do."""
    return (
        f"Der Fehler „{fault}“ passt nicht zum System „{system}“.",
        "Wählen Sie ein anderes System oder einen anderen Fehler.",
    )


def no_fault(fault: str, known: Iterable[str]) -> tuple[str, str]:
    """There is no such fault: what happened, what to do."""
    return f"Einen Fehler „{fault}“ gibt es nicht.", f"Vorhanden sind: {', '.join(known)}."


# ---- the catalogue ----

BANK, INSURER = "Förderbank Lindental eG", "Krankenkasse Nordlicht"
SYSTEMS: Mapping[str, str] = {
    "bewerbungskompass": "Bewerbungskompass",
    "azubi_start": "Azubi-Start",
    "schnellsichtung": "Schnellsichtung",
    "lead_ampel": "Lead-Ampel",
    "messekontakte": "Messekontakte",
    "haendlerliste": "Händlerliste",
    "angebotshelfer": "Angebotshelfer",
    "treuepost": "Treuepost",
    "ticketlotse": "Ticketlotse",
    "wartungsplan": "Wartungsplan",
    "ratenkredit": "Ratenkredit-Prüfung",
    "leasing": "Leasing-Prüfung",
    "fallbegleitung": "Fallbegleitung",
    "reha_vorschlag": "Reha-Vorschlag",
}
"""System → what it is called."""

PURPOSES: Mapping[str, str] = {
    "bewerbungskompass": "Schlägt vor, wer zum Gespräch eingeladen wird.",
    "azubi_start": "Ordnet die Bewerbungen um einen Ausbildungsplatz.",
    "schnellsichtung": "Sortiert Bewerbungen für kurze Einsätze vor.",
    "lead_ampel": "Zeigt dem Vertrieb, wen er zuerst anrufen soll.",
    "messekontakte": "Bewertet Kontakte von Messen nach ihrem Interesse.",
    "haendlerliste": "Wählt aus, welche Anfragen ein Händler zuerst bekommt.",
    "angebotshelfer": "Wählt aus, wer ein persönliches Angebot bekommt.",
    "treuepost": "Entscheidet, welche Kundinnen und Kunden einen Rabatt bekommen.",
    "ticketlotse": "Bringt die Anfragen an den Kundendienst in eine Reihenfolge.",
    "wartungsplan": "Schlägt vor, welche Maschinen zuerst gewartet werden.",
    "ratenkredit": "Entscheidet über kleine Kredite an Beschäftigte und Kundschaft.",
    "leasing": "Prüft, wer eine Maschine auf Raten bekommt.",
    "fallbegleitung": "Wählt aus, wer eine persönliche Begleitung bekommt.",
    "reha_vorschlag": "Schlägt vor, wem eine Reha angeboten wird.",
}
"""What it is used for."""

ORGANISATIONS: Mapping[str, str] = {
    "schnellsichtung": "Zeitarbeit Ahrens KG",
    "haendlerliste": "Maschinenhandel Okafor GmbH",
}
"""Who uses it, where it is not the company, the bank or the insurer."""

RESPONSIBLE: Mapping[str, str] = {
    "schnellsichtung": "Petra Ahrens, Geschäftsführung",
    "haendlerliste": "Grace Okafor, Verkauf",
    "ratenkredit": "Tobias Lindner, Kreditabteilung",
    "leasing": "Tobias Lindner, Kreditabteilung",
    "fallbegleitung": "Dr. Eva Sommer, Versorgung",
    "reha_vorschlag": "Dr. Eva Sommer, Versorgung",
}
"""Who answers for it, where it is nobody of the company."""
