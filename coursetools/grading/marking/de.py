"""German of the page on which free texts are marked, as the server says it."""

TITLE = "Freie Antworten bewerten"
TITLE_SECOND = "Zweitmeinung"
POINTS = "Punkt", "Punkte"
"""How a criterion of a mark scheme says what it is worth: „(2 Punkte)“."""
NO_SCRIPT = "Diese Seite braucht JavaScript."
LOADING = "Antworten werden geladen …"
SKIP = "Zu den Antworten"

NOTHING_GRADED = "Es gibt noch keine bewertete Abgabe."
NOTHING_TO_MARK = "In den bewerteten Übungen gibt es keine freie Antwort."
END = "Zum Beenden drücken Sie Strg+C. Jede Bewertung ist sofort gespeichert."
UP_TO_DATE = "Rückmeldungen und Übersicht sind auf dem neuesten Stand."
SECOND_KEPT = "Ihre Bewertungen stehen in der Datei. Geben Sie sie zurück."
MARKS_ARE_THERE = "Punkte und Kommentare stehen in der Notendatei."

NO_SECOND_FILE = (
    "Das ist keine Datei für eine Zweitmeinung, oder sie ist beschädigt.",
    "Nehmen Sie die Datei, die die Seite „Freie Antworten bewerten“ gespeichert hat.",
)
FILE_TOO_LARGE = (
    "Die Datei für die Zweitmeinung wird zu groß: Die Antworten enthalten viele große Bilder.",
    "Sehen Sie die Antworten zu zweit an diesem Rechner an.",
)
NEWER_FILE = (
    "Die Datei für die Zweitmeinung kommt aus einer neueren Fassung des Kurses.",
    "Nehmen Sie auf beiden Rechnern dieselbe Fassung.",
)

REFUSED = ("Diese Adresse gehört zu einem anderen Aufruf.", "Öffnen Sie die Adresse, die im Terminal steht.")
NOT_UNDERSTOOD = ("Die Seite hat etwas geschickt, das nicht passt.", "Laden Sie die Seite neu.")
TOO_LARGE = ("Das ist zu groß.", "Nehmen Sie eine kleinere Datei oder einen kürzeren Text.")
GONE = ("Diese Abgabe gibt es nicht mehr.", "Laden Sie die Seite neu.")
CHANGED_ELSEWHERE = (
    "Diese Bewertung wurde inzwischen anderswo geändert. Sie bleibt, wie sie ist.",
    "Zurück geht es ab dem Schritt davor.",
)
DECIDED_ELSEWHERE = (
    "Diese Antwort wurde inzwischen anderswo bewertet. Ihre Änderung zählt nicht.",
    "Die Seite zeigt jetzt, was gilt. Ändern Sie es, wenn es nicht stimmt.",
)
FULL = ("Die Sammlung ist voll.", "Löschen Sie einen Kommentar, den Sie nicht mehr brauchen.")
FAILED = ("Das hat nicht geklappt.", "Versuchen Sie es noch einmal. Gespeichertes ist nicht verloren.")


def grade_first(command: str) -> str:
    """What to do before anything can be marked."""
    return f"Bewerten Sie zuerst automatisch: {command} grade QUELLE"


def running(address: str) -> str:
    """Where the page is."""
    return f"Die Seite: {address}"


def no_file(path: str) -> tuple[str, str]:
    """The file for the second opinion is not there."""
    return f"Die Datei {path} lässt sich nicht lesen.", "Prüfen Sie Ort und Namen."


def other_question(key: str) -> tuple[str, str]:
    """A file about something else came back."""
    return f"Diese Zweitmeinung gehört zu einer anderen Frage ({key}).", "Wählen Sie oben zuerst diese Frage."


def other_course(key: str) -> tuple[str, str]:
    """The exercise of the file is not the one of this course."""
    return (
        f"Die Übung zu dieser Datei ({key}) gibt es hier nicht, oder in einer anderen Fassung.",
        "Nehmen Sie auf beiden Rechnern dieselbe Fassung des Kurses.",
    )


def named(word: str) -> tuple[str, str]:
    """A comment for the collection holds a word that is like somebody's name."""
    return (
        f"Im Kommentar steht „{word}“. Das ist ein Name oder ein Kürzel aus der Zuordnung.",
        "In die Sammlung gehören keine Namen. Schreiben Sie den Satz ohne ihn.",
    )
