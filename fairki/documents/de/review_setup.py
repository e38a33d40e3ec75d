"""People and machine: a set-up in words."""

from fairki import manifest, people, speech

TITLE = "Mensch und Maschine: unser Aufbau"
PLACE = manifest.place("06.2")

WAYS = {
    people.AUTOMATIC: "Programm allein",
    people.HUMAN: "Mensch allein",
    people.COMBINED: "Mensch mit Vorschlag",
}
WHICH = {
    people.RANDOM: "zufällig gezogene Vorschläge",
    people.NEAR: "Vorschläge nahe an der Grenze",
    people.DECLINED: "nur vorgeschlagene Absagen",
}
MEASURES = {
    "women": "Frauen unter den Eingeladenen",
    "fit": "Geeignete unter den Eingeladenen",
    "wrong": "Fehlentscheidungen im Jahr",
    "hours": "Arbeitsstunden im Jahr",
}
GOAL_DAMAGED = ("Das Ziel ist nicht lesbar.", f"Stellen Sie es in {manifest.called('06')} noch einmal ein.")

SETUP = "Unser Aufbau"
FIGURES = "Womit wir rechnen"
COLUMNS = ("Maß", "Im Mittel", "In 20 Jahren", "Programm allein")
ASSUMED = (
    "Gerechnet mit erfundenen Daten: 20 Jahre mit je 2.000 Bewerbungen. Zeit, Müdigkeit und Irrtum der "
    "Menschen sind Annahmen. Prüfen Sie im eigenen Betrieb, ob es bei Ihnen auch so ist."
)


def span(low: str, high: str) -> str:
    """From the smallest year to the largest."""
    return low if low == high else f"{low} bis {high}"


def way(name: str) -> str:
    """Who decides."""
    return f"Weg: {name}"


def team(reviewer: str) -> str:
    """How the team is."""
    return f"Das Team {reviewer}."


def reads(cases: int) -> str:
    """How many applications people read who decide alone."""
    return f"Menschen lesen {speech.number(cases)} von 2.000 Bewerbungen."


def reviews(cases: int, which: str) -> str:
    """How many suggestions people review, and which."""
    return f"Menschen prüfen {speech.number(cases)} von 2.000 Vorschlägen: {which}."


def time(minutes: str) -> str:
    """How long people take."""
    return f"Zeit je Fall: {minutes}"


def minutes(value: float) -> str:
    """``6 Minuten``, ``2,5 Minuten``."""
    text = speech.number(value, 0 if value == int(value) else 1)
    return f"{text} {'Minute' if text == '1' else 'Minuten'}"


def goal(women: float, wrong: float, hours: float, reached: int, years: int) -> str:
    """What the set-up is to reach, and in how many years it does."""
    return (
        f"Unser Ziel: mindestens {speech.percent(women)} Frauen unter den Eingeladenen, höchstens "
        f"{speech.number(wrong)} Fehlentscheidungen und höchstens {speech.number(hours)} Stunden im Jahr. "
        f"Erreicht in {speech.number(reached)} von {speech.number(years)} Jahren."
    )
