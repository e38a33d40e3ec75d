"""German of the world ``zulassung``."""

import math

from fairki.speech import number, percent
from fairki.worlds import sheet

TITLE = "Zulassungen in Berkeley 1973"

COLUMNS = {
    "nummer": ("Nummer", "", "Laufende Nummer in dieser Tabelle; die Reihenfolge ist zufällig"),
    "fach": ("Fachbereich", "", "Einer der sechs größten Fachbereiche, A bis F"),
    "geschlecht": ("Geschlecht", "", "weiblich oder männlich; andere Einträge kennt die Quelle nicht"),
    "zugelassen": ("Zugelassen", "", "1: wurde zugelassen, 0: abgelehnt"),
}
"""Column → label for screens, unit, and what it means, for the datasheet."""

GROUPS = ("Fachbereich", "Frauen: Bewerbungen", "zugelassen", "Männer: Bewerbungen", "zugelassen")
"""The columns of the table of groups."""


def share(value: float) -> str:
    """A share with one decimal, or a dash where nobody applied."""
    return "–" if math.isnan(value) else percent(value, 1)


def datasheet(
    *, people: int, groups: str, men: float, women: float, men_same: float, women_same: float
) -> dict[str, str]:
    """The sections of the datasheet."""
    return sheet.sections(
        motivation=(
            "Die Tabelle gehört zum Kurs „Fairer und kluger KI-Einsatz“. Sie zeigt, dass dieselben Zahlen im"
            " Ganzen und in den Teilen Verschiedenes sagen können (Simpson-Paradox)."
        ),
        composition=(
            f"{number(people)} Bewerbungen um einen Studienplatz an der Universität Berkeley im Herbst 1973,"
            " eine je Zeile, aus den sechs größten Fachbereichen. Es sind echte, veröffentlichte Zahlen ohne"
            f" Namen oder weitere Angaben; kein Wert fehlt.\n\n{groups}\n\n"
            "Die Quelle kennt nur zwei Geschlechter. Wer sich anders eingetragen hätte, ist nicht zu sehen."
        ),
        creation=(
            "Die Anzahlen stammen aus: P. J. Bickel, E. A. Hammel, J. W. O’Connell, „Sex Bias in Graduate"
            " Admissions: Data from Berkeley“, Science 187 (1975). Aus jeder Anzahl wurden einzelne Zeilen"
            " gemacht (`fairki.worlds.admissions.generate`). Nur ihre Reihenfolge ist zufällig."
        ),
        unfairness=(
            f"Im Ganzen wurden {share(men)} der Männer und {share(women)} der"
            " Frauen zugelassen. Hätten sich beide gleich auf die Fachbereiche verteilt, wären es"
            f" {share(men_same)} und {share(women_same)}. Frauen bewarben sich häufiger in"
            " Fachbereichen, die mehr als die Hälfte ablehnten. Wer geeignet war und warum sich jemand wo bewarb, sagt"
            " die Tabelle nicht: Sie beweist weder Benachteiligung noch das Gegenteil."
        ),
        purpose="Zum Lernen und Üben: fragen, welche Ebene die richtige ist, bevor man Quoten vergleicht.",
        misuse=(
            "nicht als Beleg dafür, dass Hochschulen heute fair oder unfair auswählen",
            "nicht, um ein Modell für echte Bewerbungen zu trainieren",
        ),
    )
