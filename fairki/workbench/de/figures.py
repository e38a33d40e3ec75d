"""What is said about columns that do not fit, and how groups are called."""

from collections.abc import Sequence

from fairki import de as shared
from fairki.speech import number

NOT_GIVEN = shared.NOT_GIVEN
TWICE = ("Eine Spalte hat zwei Aufgaben.", "Geben Sie jeder Spalte nur eine Aufgabe.")
NO_GROUP = (
    "Es fehlt eine Spalte mit Gruppen.",
    "Wählen Sie mindestens eine, zum Beispiel Geschlecht oder Alter.",
)


def crossed(names: Sequence[str]) -> str:
    """Two columns or two groups at once."""
    return " und ".join(names)


def too_many_attributes(most: int) -> tuple[str, str]:
    """More columns of groups than can be shown."""
    return (f"Mehr als {number(most)} Spalten mit Gruppen auf einmal gehen nicht.", "Wählen Sie weniger.")


def too_many_crossings(most: int) -> tuple[str, str]:
    """More combinations than can be checked."""
    return (
        f"Zusammen ergeben diese Spalten mehr als {number(most)} Kombinationen.",
        "Wählen Sie weniger Spalten, oder fassen Sie Gruppen in der Tabelle zusammen.",
    )


def no_groups(name: str) -> tuple[str, str]:
    """A column with too many values, or only one."""
    return (
        f"Die Spalte „{name}“ teilt nicht in Gruppen.",
        "Wählen Sie eine Spalte mit wenigen Werten oder mit Zahlen.",
    )


def no_numbers(name: str) -> tuple[str, str]:
    """A column of scores in which other things stand."""
    return (
        f"In der Spalte „{name}“ stehen nicht nur Zahlen.",
        "Wählen Sie eine andere Spalte für die Punktzahl.",
    )


def no_value(name: str) -> tuple[str, str]:
    """The good value was not chosen."""
    return (f"In der Spalte „{name}“ fehlt noch die Angabe, welcher Wert günstig ist.", "Wählen Sie ihn aus.")


def too_few_people(least: int) -> tuple[str, str]:
    """Fewer people than a number may be shown of."""
    return (
        f"Es gibt Entscheidungen über weniger als {number(least)} Personen.",
        "Das ist zu wenig für eine Auswertung. Nehmen Sie einen längeren Zeitraum.",
    )
