"""German of what a trainer is told about a pile of hand-ins, and of what a company may know."""

import datetime as dt

from coursetools.grading.versions import Versions
from fairki import home

TITLE = "Übersicht der Abgaben"
FOR_YOU = "Diese Seite ist nur für Sie als Kursleitung. Geben Sie Punkte nicht an Vorgesetzte weiter."
ALL = "Alle Abgaben"
ALL_MEANS = "Wer hinter einem Kürzel steckt, steht allein in der Datei zuordnung.csv neben dieser Seite."
SHOW = "Anzeigen"
SHOW_ALL = "alle Abgaben"
SHOW_OPEN = "mit offenen Antworten"
SHOW_LOOK = "mit Hinweisen"
SHOW_MISSING = "nichts abgegeben"
EVERY_EXERCISE = "alle Übungen"
SORT = "Sortieren nach"
BY_PSEUDONYM = "Kürzel"
BY_POINTS = "Punkten, wenige zuerst"
BY_OPEN = "offenen Antworten"
BY_LOOKS = "Zahl der Hinweise"
POINTS = "Punkte"
VERSION = "Fassung"
LOOKS = "Hinweise"
LISTED = (BY_PSEUDONYM, "Übung", VERSION, POINTS, "Offen", LOOKS)
"""The columns of the list on the console."""
NOTHING_HANDED_IN = "Nichts abgegeben."
NOTHING_FITS = "Dazu gibt es keine Abgabe."
NOT_YET = "Noch nicht bewertet."
GRADE_FIRST = "Rufen Sie grade noch einmal auf."
TAKE_ANOTHER = "Soll eine andere gelten? Dann geben Sie nur diese an, mit --ersetzen."
SEEN_LINK = "Rückmeldung"
LOOK = "Bitte ansehen"
NOTHING = "Nichts Auffälliges."
SEEN = "Lösung angesehen"
SEEN_MEANS = (
    "Vor diesen Abgaben wurden die Lösungswege des Formulars geöffnet. An den Punkten ändert das nichts:"
)
SPREAD = "Verteilung je Aufgabe"
TASK = "Aufgabe"
MEAN = "Im Mittel"
FULL = "Alle Punkte"
SOME = "Einige"
NONE = "Keine"
OPEN = "Offen"
MARKING = f"{home.COMMAND} grade --bewerten"
PICTURE = "Bild"
WITHOUT_OPEN = ", offene Antworten nicht mitgezählt"
RUBRIC = "Maßstab für die freie Antwort"
ONLY_YOU_KNOW = "Das wissen nur Sie"
REJECTED = "Nicht angenommen"

HAND_IN = "Abgabe"
TOTAL = "Summe"
STILL_OPEN = "Noch offen"
YES = "ja"
EXERCISE = "Übung"
EXERCISE_PREFIX = "Übung: "
"""How the titles of exercises begin."""
HANDED_IN_BY = "Abgegeben von"


def so_many(shown: str, number: str) -> str:
    """How many lines are shown; the script puts the figures in."""
    return f"{shown} von {number}"


def versions_of(seen: Versions) -> list[str]:
    """Which version counts, and which are left aside, with the day on which each was saved."""
    days = seen.days if seen else (None,)
    which = "die einzige" if len(days) == 1 else f"die {seen.used}. von {len(days)}"
    aside = [_dated(f"die {place}.", day) for place, day in enumerate(days, 1) if place != seen.used]
    counts = _dated(which, days[seen.used - 1])
    return [counts, f"beiseite: {', '.join(aside)}"] if aside else [counts]


def _dated(which: str, day: dt.date | None) -> str:
    return f"{which} ({day:%d.%m.%Y})" if day else which


def newer_aside(place: int, count: int) -> str:
    """A version that came later than the one that counts."""
    return f"Es zählt die {place}. von {count} Fassungen; eine spätere liegt beiseite."


def look_at(number: int) -> str:
    """So many hand-ins of an exercise were noticed; the list above names them."""
    return (
        "Bei einer Abgabe fiel etwas auf. Oben steht, was und was zu tun ist."
        if number == 1
        else f"Bei {number} Abgaben fiel etwas auf. Oben steht, was und was zu tun ist."
    )


def shut_in(walls: str) -> str:
    """What stood around the hand-ins."""
    return f"Die zuletzt bewerteten Abgaben liefen abgeschottet ({walls})."


def count(number: int) -> str:
    """How many hand-ins there are."""
    return f"{number} {'Abgabe' if number == 1 else 'Abgaben'}, im Mittel"


def points(score: str, most: str) -> str:
    """Points of those that can be reached, in the table."""
    return f"{score} von {most}"


def in_all(score: str, most: str) -> str:
    """The same with the word."""
    return f"{score} von {most} Punkten"


def by_hand(number: int) -> str:
    """So many hand-ins wait for a person; what to type follows."""
    return (
        f"Bei {number} {'Abgabe' if number == 1 else 'Abgaben'} ist noch eine Antwort von Hand zu bewerten:"
    )


def column(title: str, most: str) -> str:
    """The head of a column with the points of a question."""
    return f"{title} ({most})"


def fewer(number: int) -> str:
    """So few people that a company is not told how many."""
    return f"weniger als {number}"


def again(places: str) -> str:
    """A person's points that came before the newest grading."""
    return f"Punkte von Hand, danach neu bewertet: bitte noch einmal ansehen ({places})."


def nearly(reached: str, most: str) -> str:
    """Why a hand-in deserves a second look."""
    return f"Fast alles richtig: {reached} von {most} Punkten. Ein zweiter Blick lohnt sich."
