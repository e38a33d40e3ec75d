"""What may stand in a company's files: one table per section, each entry with its kind and whether it is needed."""

from collections.abc import Mapping
from dataclasses import dataclass

from fairki.company import cast, de, kinds
from fairki.company.kinds import Kind

LOGO, PICTURE = ".svg", ".png"


@dataclass(frozen=True)
class Entry:
    """An entry: what it is, and whether a section without it is incomplete."""

    kind: Kind
    needed: bool = True


Section = Mapping[str, Entry]

MANY, DECIDES = "viele", "entscheidet"
USES = (
    *("bewerbungen", "eignungstest", "stellenanzeigen", "schichtplan", "kennzahlen", "weiterbildung"),
    *("leads", "werbung", "preise", "empfehlungen", "chatbot", "anfragen", "anrufe", "betreuung"),
    *("zahlung", "betrug", "rechnungen", "touren", "wartung", "kamera"),
    *("texte", "uebersetzung", "mitschrift", "spam"),
)
"""The everyday uses that the course knows, see ``fairki.register``."""
PROFILE: Mapping[str, tuple[str | int, ...]] = {
    "verantwortlich": ("person", "abteilung", "niemand"),
    "lernziel": ("entscheidungen", "ersatzgroesse", "ergebnis"),
    "mensch": ("keiner", "knappe", "alle"),
    "hinweis": ("keiner", "kleingedruckt", "mit", "vor"),
    "begruendung": ("keine", "allgemein", "persoenlich"),
    "einspruch": (0, 7, 14, 30),
    "pruefung": (0, 1, 3, 6, 12),
    "liste": ("ja", "nein"),
}
"""The questions of a Steckbrief and their answers, see ``fairki.systems.questions``."""
PEOPLE = {
    "leitung": "leader",
    "personal": "hr",
    "it": "it",
    "betriebsrat": "council",
    "vertrieb": "sales",
    "marketing": "marketing",
    "auswahl": "clerk",
    "algorithmus": "algorithm",
    "ethik": "ethics",
}
"""Section of the file → attribute of ``People``."""
FIRM: Section = {
    "name": Entry(kinds.name),
    "kurzname": Entry(kinds.name),
    "artikel": Entry(kinds.one_of(de.ARTICLES)),
    "branche": Entry(kinds.name),
    "taetigkeit": Entry(kinds.name),
    "beschaeftigte": Entry(kinds.number),
    "internet": Entry(kinds.domain),
    "orte": Entry(kinds.names),
}
PERSON: Section = {
    "vorname": Entry(kinds.name),
    "nachname": Entry(kinds.name),
    "rolle": Entry(kinds.name),
    "pronomen": Entry(kinds.one_of((*de.PRONOUNS, de.NONE))),
    "bild": Entry(kinds.one_of(cast.names()), needed=False),
}
LOOK: Section = {
    "logo": Entry(kinds.file(LOGO, de.WRITE_LOGO)),
    "farbe": Entry(kinds.colour),
    "schrift": Entry(kinds.colour),
    "logo_word": Entry(kinds.file(PICTURE, de.WRITE_PICTURE), needed=False),
}
CONTACT: Section = {
    "person": Entry(kinds.name),
    "erreichbar": Entry(kinds.prose),
    "beschwerde": Entry(kinds.prose),
}
HAND_IN: Section = {
    "wo": Entry(kinds.prose),
    "bis": Entry(kinds.day, needed=False),
}
RULES: Section = {
    "regeln": Entry(kinds.proses),
}
TOOL: Section = {
    "name": Entry(kinds.name),
    "daten": Entry(kinds.proses),
}
CASE: Section = {
    "id": Entry(kinds.identifier),
    "name": Entry(kinds.name),
    "text": Entry(kinds.prose),
    "bereich": Entry(kinds.name),
    "betroffene": Entry(kinds.name),
    "wie_viele": Entry(kinds.one_of(("wenige", MANY))),
    "ki": Entry(kinds.one_of(("schlaegt_vor", DECIDES))),
    "unbemerkt": Entry(kinds.flag),
    "recht_wie": Entry(kinds.one_of(USES), needed=False),
    "im_register": Entry(kinds.flag, needed=False),
    "steckbrief": Entry(kinds.chosen(PROFILE), needed=False),
}
CASES: Section = {
    "weglassen": Entry(kinds.some_of(USES), needed=False),
}
CASES_KEY = "faelle"
FIRM_KEY, PEOPLE_KEY, LOOK_KEY = "betrieb", "personen", "aussehen"
CONTACT_KEY, HAND_IN_KEY, RULES_KEY, TOOLS_KEY = "kontakt", "abgabe", "ki", "werkzeuge"
SECTIONS = (FIRM_KEY, PEOPLE_KEY, LOOK_KEY, CONTACT_KEY, HAND_IN_KEY, RULES_KEY, TOOLS_KEY)
"""What ``betrieb.toml`` consists of; of the last four a company has those that it needs."""
