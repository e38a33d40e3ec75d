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
FIRM_KEY, PEOPLE_KEY, LOOK_KEY = "betrieb", "personen", "aussehen"
CONTACT_KEY, HAND_IN_KEY, RULES_KEY, TOOLS_KEY = "kontakt", "abgabe", "ki", "werkzeuge"
SECTIONS = (FIRM_KEY, PEOPLE_KEY, LOOK_KEY, CONTACT_KEY, HAND_IN_KEY, RULES_KEY, TOOLS_KEY)
"""What ``betrieb.toml`` consists of; of the last four a company has those that it needs."""
