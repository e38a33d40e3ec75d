"""German of a year of operation."""

from collections.abc import Iterable

from fairki.speech import number


def kinds(season_months: int) -> dict[str, tuple[str, str]]:
    """What can change in a year: id → short name, and the story that is told once the year is over."""
    return {
        "kanal": (
            "neuer Werbekanal",
            "Die Stellenanzeigen laufen jetzt über eine neue Plattform. Sie zeigt die Anzeigen vor allem Männern."
            " Das Modell arbeitet wie vorher, aber viele Frauen erfahren von den Stellen nichts mehr.",
        ),
        "formular": (
            "geändertes Formular",
            "Wer Teilzeit wünscht oder eine Auszeit angibt, bekommt jetzt ein kürzeres Formular. Dort fehlen die"
            " Fachkenntnisse, oder sie werden mit höchstens drei Sternen statt zehn Punkten erfasst. Das Modell"
            " liest daraus zu niedrige Werte. Das trifft mehr Frauen als Männer.",
        ),
        "saison": (
            "Saison",
            "Viele Absolventinnen und Absolventen bewerben sich auf einmal. Der Anteil der Frauen ist deshalb für"
            f" {number(season_months)} Monate höher. Das ist kein Fehler und geht von selbst vorbei.",
        ),
        "handy": (
            "Formular auf dem Handy",
            "Wer Teilzeit wünscht oder eine Auszeit angibt, bekommt auf dem Handy jetzt ein kürzeres Formular. Dort"
            " fehlen die Fachkenntnisse. Das betrifft nicht viele, aber mehr Frauen als Männer.",
        ),
    }


MEASURES = {
    "abstand": (
        "Abstand der Einladungsquoten",
        "Prozentpunkte",
        "Alarm, wenn die Quoten von Frauen und Männern mehr als {limit} Prozentpunkte auseinanderliegen.",
    ),
    "verhaeltnis": (
        "Verhältnis der Einladungsquoten",
        "Prozent",
        "Alarm, wenn die niedrigere Quote weniger als {limit} % der höheren beträgt.",
    ),
    "pool": (
        "Anteil der Frauen an den Bewerbungen",
        "Prozentpunkte",
        "Alarm, wenn der Anteil der Frauen mehr als {limit} Prozentpunkte vom üblichen Anteil abweicht.",
    ),
    "fehlend": (
        "Fehlende Angaben",
        "Prozent",
        "Alarm, wenn in mehr als {limit} % der Bewerbungen die Fachkenntnisse fehlen.",
    ),
}
"""What a plan can watch: id → name, unit, and when it raises an alarm."""

INTERVAL = "Die Zeit zwischen zwei Prüfungen"
COUNTED_MONTHS = "Die Zahl der gemeinsam gezählten Monate"
SMALLEST_GROUP = "Die kleinste Gruppe"


def not_whole(what: str, most: int) -> tuple[str, str]:
    """A number of a plan is out of range."""
    return f"{what} ist keine ganze Zahl von 1 bis {number(most)}.", "Wählen Sie eine Zahl."


def not_watched(name: object, possible: Iterable[str]) -> tuple[str, str]:
    """There is no such measure."""
    return f"„{name}“ lässt sich nicht beobachten.", f"Möglich ist: {', '.join(possible)}."


def bad_limit(label: str, low: float, high: float) -> tuple[str, str]:
    """A limit is no number or out of range."""
    return (
        f"Die Grenze für „{label}“ passt nicht.",
        f"Möglich ist eine Zahl von {number(low)} bis {number(high)}.",
    )


def no_such_change(possible: Iterable[str]) -> tuple[str, str]:
    """There is no such kind of change, or its month is missing."""
    return "So eine Veränderung gibt es nicht.", f"Möglich ist: {', '.join(possible)}, je mit einem Monat."


def no_such_month(month: int) -> tuple[str, str]:
    """A year has twelve months."""
    return f"Einen Monat {month} gibt es nicht.", "Möglich ist 1 bis 12."
