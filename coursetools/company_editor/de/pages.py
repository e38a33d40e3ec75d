"""German of the page on which a company's folder is edited, and what the command line says about it."""

import re
from collections.abc import Mapping

from markupsafe import Markup

from fairki import home
from fairki.company import kinds
from fairki.errors import FairkiError
from fairki.html import paragraphs
from fairki.speech import count_of

# ---- on the command line ----

HELP = "Die Dateien des Ordners im Browser bearbeiten: mit Formularen, Vorschau und Rückgängig."
ENDED = "Die Seite ist zu. Was gespeichert ist, liegt im Ordner."
STOP = "Zum Beenden drücken Sie hier Strg+C."


def running(folder: str, address: str) -> tuple[str, str]:
    """Where the page is. The address is for one person."""
    return f"Der Ordner {folder} lässt sich hier bearbeiten, nur auf diesem Rechner:", address


def no_folder(folder: str) -> tuple[str, str]:
    """Nothing to be edited."""
    return (
        f"In diesem Ordner liegt kein Betrieb: {folder}.",
        f"Legen Sie einen neuen an: {home.COMMAND} betrieb neu ORDNER",
    )


def no_port(port: int) -> tuple[str, str]:
    """A port is taken, or not ours to take."""
    return (
        f"Der Anschluss {port} ist nicht frei.",
        "Nennen Sie einen anderen mit --port, oder lassen Sie die Angabe weg.",
    )


# ---- what goes wrong ----

CANNOT_EDIT = (
    "Diese Datei ist so geschrieben, dass ein Formular sie nicht ändern kann.",
    "Bearbeiten Sie die Datei als Text. Es wurde nichts geändert.",
)
NOT_FOUND = ("Diese Seite gibt es hier nicht", "Gehen Sie zurück zur Übersicht.")
REFUSED = (
    "Diese Anfrage wird nicht beantwortet",
    "Öffnen Sie die Adresse, die der Befehl genannt hat, mit Schlüssel, auf diesem Rechner.",
)
BAD_REQUEST = (
    "Diese Eingabe lässt sich nicht lesen",
    "Gehen Sie im Browser zurück, und versuchen Sie es noch einmal. Es wurde nichts geändert.",
)
FAILED = (
    "Das hat nicht geklappt",
    "Gehen Sie im Browser zurück, und versuchen Sie es noch einmal. Ihre Dateien sind, wie sie waren.",
)


def changed_outside(name: str) -> tuple[str, str]:
    """A change cannot be taken back, because its file was changed again elsewhere."""
    return (
        f"Die Datei {name} wurde inzwischen woanders geändert, zum Beispiel in einem Editor.",
        "Deshalb wird hier nichts zurückgenommen. Die Datei bleibt, wie sie jetzt ist.",
    )


def newer(path: str) -> tuple[str, str]:
    """Kept by a newer version of the course."""
    return (
        f"Die Datei {path} stammt aus einer neueren Fassung des Kurses.",
        "Nehmen Sie die neuere Fassung, oder verschieben Sie diese Datei. Es wurde nichts geändert.",
    )


# ---- pages ----

TITLE = "Betrieb bearbeiten"
SKIP = "Zum Inhalt"
OVERVIEW = "Übersicht"
WAY = "Weg zurück"
ABOUT = (
    "Hier bearbeiten Sie die Dateien Ihres Betriebs. Sie liegen in diesem Ordner und bleiben lesbar: "
    "Ihre Kommentare und alles, was Sie nicht ändern, bleiben stehen."
)
PROMISE = (
    "Der Kurs nimmt nur, was passt. Passt etwas nicht, behält diese Seite es als Entwurf, und die letzte gültige "
    "Datei gilt weiter."
)
RESTART = "Ein Kurs, der schon läuft, zeigt Änderungen erst nach einem Neustart."
FOLDER = "Ordner"
STEPS_BACK = "Rückgängig und Wiederholen"
UNDO, REDO = "Rückgängig", "Wiederholen"
NOTHING_TO_UNDO = "Hier ist noch nichts gespeichert worden, was sich zurücknehmen lässt."
SAVE, PREVIEW, DISCARD, DELETE = "Speichern", "Vorschau", "Entwurf verwerfen", "Datei löschen"
IN_NEW_TAB = "öffnet einen neuen Tab"
UP, DOWN, REMOVE = "Nach oben", "Nach unten", "Entfernen"
AS_TEXT, AS_FORM = "Als Text bearbeiten", "Als Formular bearbeiten"
CHOOSE, NO_ANSWER = "Bitte wählen", "keine Angabe"
YES = "ja"
OPTIONAL = "freiwillig"
ONE_A_LINE = "Jede Zeile ist ein Eintrag."
UPLOAD = "Neue Datei wählen"
NO_FILE = "keine"
PICTURE = "So sieht die Datei aus:"
OPTIONAL_SECTION = "Dieser Abschnitt ist freiwillig. Sind alle Felder leer, gilt er nicht und steht in der Datei mit # davor."
UNKNOWN_FILES = "Was hier nicht vorkommt, zum Beispiel Kommentare, ändern Sie mit „Als Text bearbeiten“."
NEW_NAME = "Name der neuen Datei"
NEW_NAME_HINT = "Kleine Buchstaben ohne Umlaute, Ziffern, - und _. Die Endung kommt von selbst."
NEW = "Anlegen"
TEXT_LABEL = "Text der Datei"
PAGE_HINT = (
    "In der ersten Zeile steht # und dahinter die Überschrift, darunter der Text. Leerzeilen trennen Absätze. "
    "HTML gilt nicht: Es steht als Text da."
)
TOML_HINT = "Zeilen mit # davor gelten nicht. Gespeichert wird nur, was passt."
SUMMARY = "Das passt noch nicht"
ELSEWHERE = "auf einer anderen Seite"
DRAFT_KEPT = "Nicht gespeichert. Ihre Eingaben bleiben als Entwurf erhalten. Bis alles passt, gilt die Datei, wie sie war."
NOT_KEPT = "Nicht gespeichert. Die Datei ist, wie sie war."
UPLOAD_AGAIN = "Eine neu gewählte Datei wurde nicht übernommen. Wählen Sie sie bitte noch einmal."
DRAFT_SHOWN = (
    "Das ist ein Entwurf. Er gilt noch nicht: Der Kurs nimmt weiter die Datei, wie sie gespeichert ist."
)
STALE = (
    "Diese Datei wurde geändert, nachdem Ihr Entwurf entstand. Damit nichts verloren geht, wird sie nicht "
    "überschrieben. Verwerfen Sie den Entwurf, dann sehen Sie die Datei, wie sie jetzt ist."
)
CONFLICT = (
    "Diese Datei wurde inzwischen woanders geändert, in einem Editor oder in einem zweiten Tab. "
    "Es wurde nichts überschrieben. Unten stehen noch Ihre Eingaben."
)
LOAD = "Neue Fassung laden (ohne Ihre Eingaben)"
NOT_YET = "Noch nicht gespeichert."
DRAFT_FIRST = (
    "Zu dieser Datei gibt es einen Entwurf.",
    "Speichern oder verwerfen Sie ihn zuerst. Dann lässt sich die Änderung zurücknehmen.",
)
SAID: Mapping[str, str] = {
    "gespeichert": "Gespeichert. Die Änderung lässt sich zurücknehmen.",
    "gleich": "Es gab nichts zu ändern. Die Datei ist, wie sie war.",
    "verworfen": "Der Entwurf ist verworfen. Sie sehen die Datei, wie sie gespeichert ist.",
    "geloescht": "Die Datei ist gelöscht. Auch das lässt sich zurücknehmen.",
    "zurueck": "Zurückgenommen.",
    "wieder": "Wiederholt.",
}
ROWS_SAID: Mapping[str, str] = {
    "neu": "Hinzugefügt. Füllen Sie die Felder aus, und speichern Sie.",
    "weg": "Entfernt. Gespeichert wird das erst mit „Speichern“.",
    "hoch": "Verschoben. Gespeichert wird das erst mit „Speichern“.",
    "runter": "Verschoben. Gespeichert wird das erst mit „Speichern“.",
}
LEAVE = "Ihre Eingaben sind noch nicht gespeichert."

MISSING, IS_DRAFT, IS_BROKEN, IS_GOOD = "gibt es noch nicht", "Entwurf wartet", "passt nicht", "in Ordnung"
OFF = "nicht angegeben"

PREVIEW_TITLE = "Vorschau"
PREVIEW_ABOUT = (
    "So sehen die Seiten mit Ihren Eingaben aus: die des Kurses, Abläufe als Leitfaden, Fragen wie auf dem Handy "
    "und eigene Übungen als Formular. Gespeichert ist damit noch nichts. "
    "Dieser Tab darf offen bleiben: Die nächste Vorschau erscheint wieder hier."
)
PREVIEW_WAITS = "Die Vorschau entsteht. Das dauert einige Sekunden."
PREVIEW_READY = "Die Vorschau ist da."
PREVIEW_FAILED = (
    "Die Vorschau ist nicht entstanden. Schließen Sie diesen Tab, und versuchen Sie es noch einmal."
)
PREVIEW_WRONG = "Eine Vorschau gibt es, sobald alles passt. Mit „Speichern“ sehen Sie die Stellen am Feld."
PREVIEW_PAGES = "Seite des Kurses"
PREVIEW_FRAME = "Die Seite des Kurses"
PREVIEW_ALONE = "Diese Seite in einem eigenen Tab"
NO_SCRIPT = "Für die Vorschau braucht diese Seite JavaScript. Alles andere geht ohne."
HOME = "Startseite"


def seen_agenda(title: str) -> str:
    """An agenda among the pages of the preview."""
    return f"Ablauf: {title}"


def seen_question(words: str) -> str:
    """A question for a workshop among them."""
    return f"Frage: {words}"


def seen_exercise(title: str) -> str:
    """An own exercise among them."""
    return f"Übung: {title}"


def seen_refused(title: str) -> str:
    """One that cannot be shown."""
    return f"Übung: {title} (lässt sich nicht zeigen)"


def not_shown(error: FairkiError) -> Markup:
    """What stands in its place."""
    return paragraphs("Diese Übung lässt sich noch nicht zeigen.", error.happened, error.remedy)


def sections(count: int) -> str:
    """How many places do not fit."""
    return count_of(count, "Stelle passt", "Stellen passen") + " noch nicht"


def item(number: int, called: str) -> str:
    """One of a list."""
    return f"{number}. {called}" if called else f"{number}. (noch ohne Namen)"


def changed(what: str, name: str) -> str:
    """A saved change, for the button that takes it back."""
    return f"„{what}“ in {name} geändert"


def deleted(name: str) -> str:
    """A deleted file."""
    return f"{name} gelöscht"


def undo(said: str) -> str:
    """What would be taken back."""
    return f"{UNDO}: {said}"


def redo(said: str) -> str:
    """What would be made again."""
    return f"{REDO}: {said}"


def about_item(what: str, label: str) -> str:
    """A button of one section of a list, as it is heard."""
    return f"{what}: {label}"


# ---- what to write, in a form: without the quotes and brackets of the file ----

CHOOSE_ONE = "Wählen Sie etwas aus der Liste."
CHOOSE_FILE = "Wählen Sie eine Datei aus der Liste oder eine neue."
_OF_FILES = re.compile(r',? (?:und )?(?:in|ohne) Anführungszeichen|, zum Beispiel \[.*\]|"')
EMPTY = "Hier fehlt etwas."
DOES_NOT_FIT = "Das passt hier nicht."


def forbidden(sign: str) -> str:
    """A sign that must not stand there."""
    return f"Hier steht das Zeichen {sign}"


def line(number: int) -> str:
    """A line of a file."""
    return f"Zeile {number}"


def write(told: str, shape: str) -> str:
    """What to write into a field, when this is what to write into the file."""
    if shape in (kinds.CHOICE, kinds.CHOICES, kinds.ANSWERS):
        return CHOOSE_ONE
    if shape == kinds.FILE:
        return CHOOSE_FILE
    text = _OF_FILES.sub("", told)
    return f"{text} {ONE_A_LINE}" if shape == kinds.LINES else text


def so_many(least: int, most: int) -> tuple[str, str]:
    """A list has too few sections, or too many."""
    return "Die Zahl der Einträge passt nicht.", f"Es müssen mindestens {least} und höchstens {most} sein."
