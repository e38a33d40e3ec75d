"""German of what a trainer is told about a pile of hand-ins, and of what a company may know."""

TITLE = "Übersicht der Abgaben"
FOR_YOU = "Diese Seite ist nur für Sie als Kursleitung. Geben Sie Punkte nicht an Vorgesetzte weiter."
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
HANDED_IN_BY = "Abgegeben von"


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
