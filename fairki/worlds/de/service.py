"""German of the world ``anfragen``."""

from fairki import company
from fairki.speech import number
from fairki.worlds import sheet
from fairki.worlds.de import shared

TITLE = f"Anfragen an den Kundendienst {company.current().genitive}"

COLUMNS = {
    "nummer": ("Nummer", "", "Laufende Nummer der Kundin oder des Kunden"),
    "sprache": ("Sprache", "", "Sprache der Anfragen: Deutsch oder eine andere"),
    "stoerungen": ("Störungen", "Anzahl", "Gemeldete Störungen an den Maschinen"),
    "notfaelle": ("Notfälle", "Anzahl", "Fälle, in denen eine Maschine stillstand"),
    "kanal": ("Kanal", "", "Meist benutzter Weg: Telefon, E-Mail oder Formular"),
    "minuten_vorjahr": ("Minuten im Vorjahr", "Minuten", "Arbeitszeit des Kundendienstes im Jahr davor"),
    "minuten": ("Minuten", "Minuten", "Arbeitszeit des Kundendienstes in diesem Jahr"),
    "bedarf": (
        "Tatsächlicher Bedarf",
        "Minuten",
        "Arbeitszeit, die nötig gewesen wäre; im echten Leben kennt man sie nicht",
    ),
    "dringend": ("Dringend", "", "1: gehört zu den 3 % mit dem größten Bedarf"),
}
"""Column → label for screens, unit, and what it means, for the datasheet."""

GROUPS = ("Sprache", "Personen", "Bedarf in Minuten", "erhaltene Minuten", "dringend")
"""The columns of the table of groups."""


def datasheet(*, people: int, groups: str, more_need: float, damping: float) -> dict[str, str]:
    """The sections of the datasheet."""
    return sheet.sections(
        motivation=(
            "Die Tabelle gehört zum Kurs „Fairer und kluger KI-Einsatz“. Sie zeigt, was geschieht, wenn ein"
            " Modell Aufgaben nach Dringlichkeit ordnen soll und dafür lernt, wie viel Zeit bisher"
            " aufgewendet wurde. Aufgewendete Zeit ist nicht dasselbe wie Bedarf."
        ),
        composition=(
            f"{number(people)} erfundene Kundinnen und Kunden, je Zeile eine Person mit ihren Anfragen"
            f" eines Jahres, {shared.at_company()}."
            f" Angaben echter Menschen sind nicht enthalten; kein Wert fehlt.\n\n{groups}"
        ),
        creation=(
            "Ein Zufallsgenerator mit festem Startwert erzeugt die Tabelle; derselbe Startwert ergibt"
            " dieselbe Tabelle (`fairki.worlds.service.generate`). Zuerst bekommt jede Person einen Bedarf;"
            f" bei anderen Sprachen ist er im Mittel {number(more_need, 2)}-mal so hoch. Störungen und"
            " Notfälle hängen nur vom Bedarf ab, dazu kommt Zufall. Der Kanal hängt nur mit der Sprache"
            " zusammen."
        ),
        unfairness=(
            "Wer nicht auf Deutsch schreibt, bekam bei gleichem Bedarf nur das"
            f" {number(damping, 2)}-Fache der Zeit, in diesem Jahr und im Vorjahr. Ein Modell, das"
            " Minuten vorhersagt, hält diese Anfragen deshalb für weniger dringend, als sie sind. Alle"
            " Effekte sind mit Absicht deutlich gewählt. Sie sind keine Schätzung der Wirklichkeit."
        ),
        purpose=(
            "Zum Lernen und Üben: prüfen, ob ein Zielwert das misst, worum es geht; Aufgaben nach Bedarf statt"
            " nach Gewohnheit ordnen."
        ),
        misuse=(
            "nicht, um ein Modell für einen echten Kundendienst zu trainieren oder zu prüfen",
            "nicht als Beleg dafür, wie viel Hilfe Menschen mit einer anderen Sprache brauchen",
            "nicht, um die Arbeit von Beschäftigten zu messen",
        ),
    )
