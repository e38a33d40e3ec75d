"""German of „Was hätte anders sein müssen?“."""

from collections.abc import Sequence

from fairki.speech import number, together

POINTS, YEARS, MONTHS = "Punkte", "Jahre", "Monate"
YES, NO = "ja", "nein"
ALREADY_INVITED = "Die Entscheidung ist schon eine Zusage. Es muss sich nichts ändern."
NOTHING_TO_CHANGE = "An dieser Bewerbung lässt sich keine der erlaubten Angaben ändern."
QUESTIONS = {
    "geschlecht": "Nur das Geschlecht anders",
    "auszeit_monate": "Nur die Auszeit anders: keine",
    "teilzeit": "Nur der Teilzeitwunsch anders",
}


def instead(name: str, after: str, before: str, unit: str) -> str:
    """One changed value: „Eignungstest: 75 statt 60 Punkte“."""
    return f"{name}: {after} statt {before} {unit}".rstrip()


def no_way(levers: Sequence[str]) -> str:
    """No change that is allowed turns the decision around."""
    return (
        f"Mit den erlaubten Schritten ({together(levers)}) gibt es keinen Weg zur Zusage. "
        "Dann darf die Antwort auch keinen versprechen."
    )


def value(plain: float) -> str:
    """A number as it is written."""
    return number(plain, 0 if float(plain).is_integer() else 1)
