"""German of systems that write: their names and Steckbriefe, and the faults that they can have."""

from fairki.speech import number, percent

AREAS = {
    "beurteilung": "Beurteilungen",
    "auskunft": "Auskünfte",
    "crm": "Formulare",
    "abschrift": "Abschriften",
}
"""Task → field of use."""
PURPOSES = {
    "beurteilung": "Schreibt Beurteilungen für Beschäftigte nach den Angaben aus der Personalakte.",
    "auskunft": "Beantwortet Fragen von Kundinnen und Kunden zu den Artikeln.",
    "crm": "Überträgt Notizen aus Gesprächen in die Felder der Kundenkartei.",
    "abschrift": "Schreibt Gespräche am Telefon mit, damit man sie mit dem Leitfaden vergleichen kann.",
}
NAMES = {
    "fair_beurteilung": "Zeugnisfeder",
    "auskunft_mit_blatt": "Antwortfinder",
    "crm_laesst_offen": "Notizhelfer",
    "abschrift_gleich": "Mitschrift",
    "alte_texte": "Textwerk",
    "ohne_namen": "Formulo",
    "umgekehrt": "Schreibstube",
    "temperatur_null": "Klartext",
    "kopie_der_kopie": "Federleicht",
    "auskunft_ohne_blatt": "Schnellantwort",
    "altes_blatt": "Blattfuchs",
    "crm_raet": "Feldfüller",
    "crm_prueft_p": "Notizpilot",
    "plaudert_aus": "Postlotse",
    "abschrift_dialekt": "Hörprotokoll",
    "durchgewinkt": "Satzbau",
    "viele_faire_texte": "Wortschatz",
    "abschrift_fast_gleich": "Tonspur",
    "crm_fast_offen": "Karteikraft",
}
"""Id of a system → its name; it does not tell what is wrong."""
OTHER_NAMES = {
    "beurteilung": (
        "Textfabrik",
        "Lobheft",
        "Wortlaut",
        "Schreibfix",
        "Satzspiegel",
        "Zeugnisprofi",
        "Federwerk",
    ),
    "auskunft": ("Fragenfix", "Auskunft Plus", "Infoblick", "Rat und Tat", "Servicelotse", "Antwortwerk"),
    "crm": ("Kundenheft", "Feldwerk", "Notizfix", "Aktenblick", "Besuchsbuch", "Kontaktbuch"),
    "abschrift": (
        "Wort für Wort",
        "Gesprächsbuch",
        "Tonwerk",
        "Hörbuch Intern",
        "Sprachspur",
        "Telefonblock",
    ),
}
"""Task → names for fresh systems."""

LEARNT_FROM, HUMAN_TEXTS = "Gelernt aus", "Texte von Menschen unter den gelernten"
READ, PER_HOUR = "Ein Mensch liest", "Gelesene Texte je Stunde"
SHEETS = "Blätter mit den Angaben zu jedem Artikel"
CALLS = "Gespräche am Telefon"


def texts(n: int, hidden: bool) -> str:
    """What a system that writes assessments has learnt from."""
    return f"{number(n)} Beurteilungen" + (" ohne Anrede und Vornamen" if hidden else "")


def replies(n: int) -> str:
    """What a system that answers from memory has learnt from."""
    return f"{number(n)} frühere Antworten"


def beside(sheets: str, replies: str) -> str:
    """Sheets to look facts up, and replies for the tone."""
    return f"{sheets}; für den Ton {replies}"


def notes(n: int) -> str:
    """What a system that fills in forms has learnt from."""
    return f"{number(n)} frühere Notizen und ausgefüllte Felder"


def read(share: float) -> str:
    """How many of the texts a person reads."""
    return f"{percent(share)} der Texte"


FAULTS = {
    "verzerrte_vorlagen": "Aus schiefen Texten gelernt",
    "stellvertreter": "Namen gestrichen, Hinweise geblieben",
    "immer_dasselbe": "Immer das wahrscheinlichste Wort",
    "eigene_texte": "Aus eigenen Texten gelernt",
    "aus_dem_kopf": "Auskunft aus dem Gedächtnis",
    "altes_blatt": "Veraltetes Blatt",
    "erfindet": "Lücken ausgefüllt",
    "plaudert_aus": "Vertrauliches behalten",
    "versteht_schlechter": "Eine Gruppe schlechter verstanden",
    "durchgewinkt": "Durchgewinkt",
}
HARMS = {
    "verzerrte_vorlagen": "Bei gleicher Leistung bekommt eine Gruppe seltener einen Satz, der den Weg nach oben öffnet.",
    "stellvertreter": "Teilzeit, Bereich und Aufgabe verraten die Gruppe: Der Abstand bleibt, obwohl kein Name mehr im Text steht.",
    "immer_dasselbe": "Alle bekommen dieselben Sätze. Kleine Unterschiede aus den alten Texten werden groß.",
    "eigene_texte": "Die Texte verarmen von Jahr zu Jahr: Seltene Wörter verschwinden.",
    "aus_dem_kopf": "Kundinnen und Kunden bekommen falsche Angaben, und auf dieselbe Frage nicht immer dieselbe Antwort.",
    "altes_blatt": "Die Auskunft nennt ihre Quelle und ist trotzdem falsch: Das Blatt ist veraltet.",
    "erfindet": "In der Kundenkartei stehen Angaben, die niemand gemacht hat.",
    "plaudert_aus": "Ein Code, der in alten Texten stand, gelangt nach außen.",
    "versteht_schlechter": "Wer anders spricht, wird falsch mitgeschrieben und deshalb schlechter bewertet.",
    "durchgewinkt": "So schnell kann niemand prüfen: Fehler gehen mit dem Namen eines Menschen hinaus.",
}
