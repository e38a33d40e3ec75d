"""German of the world ``kredite``."""

from collections.abc import Mapping

from fairki import company
from fairki.speech import count_of, euros, number, percent
from fairki.worlds import sheet

TITLE = f"Ratenkredite der Partnerbank {company.current().genitive}"

COLUMNS = {
    "nummer": ("Nummer", "", "Laufende Nummer des Kredits"),
    "altersgruppe": ("Altersgruppe", "", "Alter beim Antrag: unter 30 oder ab 30 Jahren"),
    "geschlecht": ("Geschlecht", "", "Angabe im Kreditantrag: weiblich, männlich oder divers"),
    "einkommen": ("Einkommen", "Euro im Monat", "Nettoeinkommen, auf 10 Euro gerundet"),
    "mietanteil": ("Mietanteil", "Anteil", "Miete geteilt durch Einkommen"),
    "mahnungen": ("Mahnungen", "Anzahl", "Mahnungen in den letzten zwei Jahren"),
    "jahre_beschaeftigt": ("Jahre beschäftigt", "Jahre", "Jahre beim jetzigen Arbeitgeber"),
    "kinder": ("Kinder", "Anzahl", "Kinder im Haushalt"),
    "risiko": (
        "Wahres Ausfallrisiko",
        "Anteil",
        "Wahrscheinlichkeit, mit der die Person nicht zurückzahlt; im echten Leben kennt man sie nicht",
    ),
    "ausgefallen": ("Ausgefallen", "", "1: hat nicht zurückgezahlt, 0: hat zurückgezahlt"),
}
"""Column → label for screens, unit, and what it means, for the datasheet."""

GROUPS = ("Altersgruppe", "Personen", "ausgefallen")
"""The columns of the table of groups."""


def datasheet(
    *,
    people: int,
    groups: str,
    rates: Mapping[str, float],
    small: int,
    years_less: float,
    older: float,
    younger: float,
    interest: int,
    loss: int,
    break_even: float,
) -> dict[str, str]:
    """The sections of the datasheet."""
    return sheet.sections(
        motivation=(
            "Die Tabelle gehört zum Kurs „Fairer und kluger KI-Einsatz“. Sie zeigt, warum sich mehrere"
            " Vorstellungen von Fairness nicht zugleich erfüllen lassen, wenn sich die Gruppen wirklich"
            " unterscheiden."
        ),
        composition=(
            f"{number(people)} erfundene Kredite, eine Person je Zeile, bei einer erfundenen Bank. Angaben"
            f" echter Menschen sind nicht enthalten; kein Wert fehlt.\n\n{groups}\n\n"
            "Das Geschlecht hat in dieser Tabelle keinen Einfluss. Die Ausfallquoten"
            f" ({', '.join(f'{g} {percent(rate, 1)}' for g, rate in rates.items())}) unterscheiden sich nur durch"
            f" Zufall, und bei {count_of(small, 'Person', 'Personen')} mit dem Eintrag „divers“ ist der"
            " Zufall groß. Trotzdem gehört die Gruppe in jede Auswertung, mit ihrer Unsicherheit."
        ),
        creation=(
            "Ein Zufallsgenerator mit festem Startwert erzeugt die Tabelle; derselbe Startwert ergibt"
            " dieselbe Tabelle (`fairki.worlds.credit.generate`). Zuerst bekommt jede Person ein"
            " Ausfallrisiko. Einkommen, Mietanteil, Mahnungen und Jahre beim Arbeitgeber hängen davon ab,"
            " dazu kommt Zufall. Personen unter 30 sind bei gleichem Risiko im Mittel"
            f" {number(years_less, 1)} Jahre kürzer beschäftigt und haben weniger Kinder. Anders als"
            " im echten Leben bekamen alle Personen den Kredit: Man kennt also von allen das Ergebnis."
        ),
        unfairness=(
            "Niemand wurde absichtlich benachteiligt. Aber die Gruppen haben verschiedene Ausfallquoten:"
            f" {percent(older)} ab 30 und {percent(younger)} unter 30 Jahren. Eine"
            " gemeinsame Grenze lehnt deshalb mehr junge Menschen ab, auch solche, die zurückgezahlt hätten."
            f" Ein zurückgezahlter Kredit bringt der Bank {euros(interest)}, ein ausgefallener kostet"
            f" {euros(loss)}. Sie lehnt ab, wenn die geschätzte Ausfallwahrscheinlichkeit mindestens"
            f" {percent(break_even, 1)} beträgt. Alle Effekte sind mit Absicht deutlich gewählt. Sie sind"
            " keine Schätzung der Wirklichkeit."
        ),
        purpose=(
            "Zum Lernen und Üben: Fehlerarten je Gruppe vergleichen, Grenzwerte verschieben, den Preis jeder"
            " Fairness-Definition ausrechnen und abwägen."
        ),
        misuse=(
            "nicht, um ein Modell für echte Kredite zu trainieren oder zu prüfen",
            "nicht als Beleg dafür, wie oft junge Menschen Kredite nicht zurückzahlen",
            "nicht als Vorlage für Preise oder Grenzen einer echten Bank",
        ),
    )
