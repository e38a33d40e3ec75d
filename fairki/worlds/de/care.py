"""German of the world ``versorgung``."""

from fairki.speech import number
from fairki.worlds import sheet

TITLE = "Versicherte einer erfundenen Krankenkasse"

COLUMNS = {
    "nummer": ("Nummer", "", "Laufende Nummer der versicherten Person"),
    "wohnort": ("Wohnort", "", "Stadt oder Land"),
    "erkrankungen": ("Erkrankungen", "Anzahl", "Bekannte chronische Erkrankungen"),
    "notaufnahmen": ("Notaufnahmen", "Anzahl", "Aufnahmen in einer Notfallambulanz"),
    "weg_minuten": ("Weg zur Praxis", "Minuten", "Weg zur nächsten Arztpraxis"),
    "kosten_vorjahr": ("Kosten im Vorjahr", "Euro", "Behandlungskosten im Jahr davor"),
    "kosten": ("Kosten", "Euro", "Behandlungskosten in diesem Jahr"),
    "bedarf": (
        "Tatsächlicher Bedarf",
        "Euro",
        "Kosten der Behandlung, die nötig gewesen wäre; im echten Leben kennt man sie nicht",
    ),
    "dringend": ("Dringend", "", "1: gehört zu den 3 % mit dem größten Bedarf"),
}
"""Column → label for screens, unit, and what it means, for the datasheet."""

GROUPS = ("Wohnort", "Personen", "Bedarf in Euro", "Kosten in Euro", "dringend")
"""The columns of the table of groups."""


def datasheet(
    *, people: int, groups: str, more_need: float, damping: float, way_town: float, way_country: float
) -> dict[str, str]:
    """The sections of the datasheet."""
    return sheet.sections(
        motivation=(
            "Die Tabelle gehört zum Kurs „Fairer und kluger KI-Einsatz“. Sie zeigt, was geschieht, wenn ein"
            " Modell die Menschen finden soll, die am meisten Hilfe brauchen, und dafür Kosten vorhersagt."
            " Vorbild ist eine Studie von Obermeyer und anderen (Science, 2019)."
        ),
        composition=(
            f"{number(people)} erfundene Versicherte, eine Person je Zeile. Angaben echter Menschen sind"
            f" nicht enthalten; kein Wert fehlt.\n\n{groups}"
        ),
        creation=(
            "Ein Zufallsgenerator mit festem Startwert erzeugt die Tabelle; derselbe Startwert ergibt"
            " dieselbe Tabelle (`fairki.worlds.care.generate`). Zuerst bekommt jede Person einen Bedarf; auf"
            f" dem Land ist er im Mittel {number(more_need, 2)}-mal so hoch. Erkrankungen und"
            " Notaufnahmen hängen nur vom Bedarf ab, dazu kommt Zufall. Der Weg zur Praxis hängt nur vom"
            f" Wohnort ab: im Mittel {number(way_town)} Minuten in der Stadt und"
            f" {number(way_country)} auf dem Land."
        ),
        unfairness=(
            "Auf dem Land wurde bei gleichem Bedarf nur das"
            f" {number(damping, 2)}-Fache ausgegeben, in diesem Jahr und im Vorjahr. Ein Modell, das"
            " Kosten vorhersagt, hält Menschen auf dem Land deshalb für gesünder, als sie sind. Alle"
            " Effekte sind mit Absicht deutlich gewählt. Sie sind keine Schätzung der Wirklichkeit."
        ),
        purpose=(
            "Zum Lernen und Üben: prüfen, ob ein Zielwert das misst, worum es geht; Kosten und Bedarf"
            " auseinanderhalten."
        ),
        misuse=(
            "nicht, um ein Modell für echte Kranke zu trainieren oder zu prüfen",
            "nicht als Beleg dafür, wie gut Menschen in Stadt und Land versorgt sind",
            "nicht für Aussagen über Krankheiten und ihre Kosten",
        ),
    )
