"""Words of an assessment, slot by slot, and the sentences that they make."""

SLOTS = {
    "anrede": "Anrede",
    "vorname": "Vorname",
    "bereich": "Bereich",
    "aufgabe": "Aufgabe",
    "jahre": "Jahre in der Firma",
    "umfang": "Arbeitszeit",
    "leistung": "Leistung",
    "verb": "Tätigkeit",
    "lob": "Lob",
    "ausblick": "Ausblick",
}
"""Slot → what it is called, in the order in which a model writes."""

WORDS = {
    "anrede": ("Frau", "Herr", "ohne Anrede"),
    "vorname": (
        *("Leyla", "Sabine", "Anna", "Elena", "Monika", "Fatma", "Julia", "Petra"),
        *("Emre", "Jan", "Stefan", "Marek", "Martin", "Ali", "Lukas", "Bernd"),
        *("Kim", "Robin", "Sascha", "Toni"),
    ),
    "bereich": ("Vertrieb", "Fertigung", "Entwicklung", "Lager", "Kundendienst", "Buchhaltung"),
    "aufgabe": (
        *("die Betreuung der Großkunden", "die Pflege der Angebote"),
        *("die Planung der Schichten", "die Wartung der Pressen"),
        *("die Entwicklung neuer Pumpen", "die Prüfung der Zeichnungen"),
        *("die Planung der Lieferungen", "die Ausgabe der Teile"),
        *("die Klärung schwieriger Fälle", "die Annahme der Anrufe"),
        *("den Abschluss des Monats", "die Prüfung der Rechnungen"),
    ),
    "jahre": ("einem Jahr", "drei Jahren", "fünf Jahren", "neun Jahren", "vierzehn Jahren"),
    "umfang": ("Vollzeit", "Teilzeit"),
    "leistung": ("gut", "sehr gut", "hervorragend"),
    "verb": ("verantwortet", "steuert", "übernimmt", "unterstützt", "begleitet"),
    "lob": (
        *("Tatkraft", "Entschlossenheit", "Herzlichkeit", "Geduld", "Sorgfalt"),
        *("Umsicht", "Findigkeit", "Gelassenheit", "Beharrlichkeit"),
        *("Schlagfertigkeit", "Besonnenheit", "Neugier", "Weitsicht"),
    ),
    "ausblick": (
        "Wir sehen Potenzial zur Leitung.",
        "Wir freuen uns auf die weitere Zusammenarbeit.",
        "Auf diese Unterstützung ist im Team Verlass.",
        "Wir empfehlen eine Fortbildung.",
    ),
}
"""Slot → its words; the i-th name of a woman and the i-th name of a man change places in a swap."""

SURNAMES = (
    *("Lorenz", "Demir", "Kühn", "Krause", "Nowak", "Vogt"),
    *("Schubert", "Sommer", "Winkler", "Petersen", "Kowalski", "Kaya"),
)
IN_AREA = (
    "im Vertrieb",
    "in der Fertigung",
    "in der Entwicklung",
    "im Lager",
    "im Kundendienst",
    "in der Buchhaltung",
)
PRONOUNS = ("Sie", "Er")
POSSESSIVES = ("ihre", "seine", "die")
OPEN = "…"
"""In place of a word that is not there yet."""


def assessment(numbers: dict[str, int], surname: str) -> list[tuple[str, str]]:
    """The parts of an assessment in the order of reading: the words, and the slot that they come from.

    Args:
        numbers: slot → number of its word; a negative one is not there yet.
    """

    def word(slot: str) -> str:
        return WORDS[slot][numbers[slot]] if numbers[slot] >= 0 else OPEN

    form = numbers["anrede"]
    title = [(word("anrede"), "anrede"), (" ", "")] if form != 2 else []
    given = word("vorname")
    area = IN_AREA[numbers["bereich"]] if numbers["bereich"] >= 0 else OPEN
    again = (
        [(f"{given} {surname}", "vorname")]
        if form == 2
        else [(PRONOUNS[form] if form >= 0 else OPEN, "anrede")]
    )
    return [
        *title,
        (given, "vorname"),
        (f" {surname} arbeitet seit ", ""),
        (word("jahre"), "jahre"),
        (" in ", ""),
        (word("umfang"), "umfang"),
        (" ", ""),
        (area, "bereich"),
        (". ", ""),
        *again,
        (" ", ""),
        (word("verb"), "verb"),
        (" ", ""),
        (word("aufgabe"), "aufgabe"),
        (". Wir schätzen besonders ", ""),
        (POSSESSIVES[form] if form >= 0 else OPEN, "anrede"),
        (" ", ""),
        (word("lob"), "lob"),
        (". Die Leistung ist ", ""),
        (word("leistung"), "leistung"),
        (". ", ""),
        (word("ausblick"), "ausblick"),
    ]
