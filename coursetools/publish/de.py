"""All German of the edition without a server."""

from coursetools.serve import de as serve_de
from fairki import speech

READ_ME = "LIESMICH.txt"
WHAT_IS_HERE = """FairKI: der Kurs als Ordner mit Dateien.

Auf einen Webserver legen: den ganzen Ordner, wie er ist, unter einer beliebigen Adresse.
Der Server muss nichts können und nichts einstellen. Der Kurs rechnet im Browser; nichts verlässt ihn.

Ausprobieren auf dem eigenen Rechner, in diesem Ordner:
  python3 -m http.server
und dann im Browser: http://localhost:8000/

Als Datei geöffnet (Doppelklick auf index.html) zeigt der Browser nur den Text.

Schneller wird es, wenn der Server alles unter static/ und py/ lange aufheben lässt:
  Cache-Control: public, max-age=31536000, immutable
Die Namen der Ordner darin ändern sich mit dem Inhalt.

Sie fassen die Adressen mit Regeln (CSP) ein? Nötig ist: {policy}

Diesen Ordner schreibt „{call} publish“ jedes Mal ganz neu. Legen Sie nichts Eigenes hinein.
"""

WITH_NOTEBOOKS = """
Im Ordner notebooks liegt JupyterLite mit den Übungen. Es darf mehr als der Kurs; dort ist nötig: {policy}
"""

ALONE = {
    "Ihre Antworten bleiben in diesem Browser. Zum Rechnen gehen sie an den Kurs und werden dort nicht gespeichert.": (
        "Alles bleibt in Ihrem Browser. Auch gerechnet wird dort."
    ),
    "Was Sie hier eingeben, bleibt in diesem Browser. Nur zum Rechnen geht es an den Kurs; dort wird es weder "
    "gespeichert noch mit Ihrem Namen verbunden noch protokolliert.": (
        "Was Sie hier eingeben, bleibt in diesem Browser. Auch gerechnet wird dort. Nichts davon geht ins Netz."
    ),
    "Nur zum Rechnen gehen sie an den Kurs. Dort werden sie nicht gespeichert und nicht mit Ihrem Namen verbunden.": (
        "Auch gerechnet wird in diesem Browser. Nichts davon geht ins Netz."
    ),
    "Nur zum Rechnen gehen Antworten an den Kurs; gespeichert werden sie dort nicht.": (
        "Auch gerechnet wird in diesem Browser."
    ),
    "Zum Prüfen gehen sie an den Kurs und werden dort nicht gespeichert.": "Auch geprüft wird dort.",
    "Ihre Antworten gehen erst dann an den Kurs, wenn Sie auf einen der Knöpfe drücken.": (
        "Die Datei entsteht in diesem Browser, wenn Sie auf einen der Knöpfe drücken."
    ),
    "Der Kurs macht daraus die Datei und behält nichts.": "Nichts davon geht ins Netz.",
}
"""What the served course says about the way of an answer → what is true without a server."""

ON_PLATFORM = ALONE | {
    serve_de.FOOTER: (
        "Ihre Antworten bleiben in diesem Browser; eine Lernplattform erfährt nur, welche Einheiten fertig sind und wo "
        "Sie zuletzt waren. Teilen Sie sich den Rechner mit anderen? Dann können diese Ihre Antworten sehen."
    ),
    serve_de.HOME_PRIVACY: "Ihre Antworten bleiben bei Ihnen",
    "Ihre Antworten und Ihr Fortschritt liegen nur in diesem Browser.": (
        "Ihre Antworten liegen nur in diesem Browser. Welche Einheiten fertig sind, weiß auch die Lernplattform."
    ),
    "Alle Antworten und der Fortschritt auf diesem Gerät werden gelöscht, auch was beiseite liegt.": (
        "Alle Antworten auf diesem Gerät werden gelöscht, auch was beiseite liegt. Was die Lernplattform schon weiß, "
        "bleibt dort."
    ),
}
"""The same where a learning platform opens the pages."""


def building(done: int, of: int) -> str:
    """How many pages are made."""
    return f"Seiten: {done} von {of}"


def finished(folder: str, files: int, mega: int) -> str:
    """Where the edition lies."""
    return f"Der Kurs liegt in {folder}: {files} Dateien, {mega} MB."


def notebooks(files: int, size: int) -> str:
    """How large JupyterLite is."""
    return f"Dazu kommen die Übungen als Notebooks (JupyterLite): {files} Dateien, {round(size / 1e6)} MB."


TRY = "Ausprobieren: python3 -m http.server --directory {folder}"


def foreign(folder: str) -> tuple[str, str]:
    """A folder with files that are not ours, and what to do."""
    return (
        f"Im Ordner {folder} liegt schon etwas anderes.",
        "Nennen Sie einen neuen oder leeren Ordner. Der Befehl ersetzt nur Ordner, die er selbst gemacht hat.",
    )


def broken(title: str, problem: str) -> tuple[str, str]:
    """A page that cannot be made, and what to do."""
    return (
        f"Die Seite „{title}“ lässt sich nicht bauen: {problem}",
        "Bitte berichtigen Sie das Notebook und starten Sie noch einmal.",
    )


def untrue(sentence: str) -> tuple[str, str]:
    """A sentence in ``ALONE`` that no page says any more, and what to do."""
    return (
        f"Der Satz „{sentence}“ steht auf keiner Seite mehr.",
        "Bitte passen Sie coursetools/publish/de.py an: Ohne Server muss dort etwas anderes stehen.",
    )


PAPER = {
    "answers": "Auflösungen:",
    "about": (
        "Was der Kurs am Bildschirm nach einer Antwort zeigt, hängt von dieser Antwort ab. Hier steht es für feste "
        "Beispiel-Antworten. „Sie“ und „Ihr“ meinen in diesem Teil, wer so geantwortet hat. Ihre Antworten können andere sein."
    ),
    "later": "Was hier am Bildschirm erscheint, steht bei den Auflösungen am Ende dieser Einheit.",
    "example": "Beispiel-Antwort:",
    "line": "Ihre Schätzung:",
    "range": "({0} bis {1})",
    "right": "passt",
    "wrong": "passt nicht",
    "card": "Karte",
    "decision": "Antwort",
    "reason": "Grund",
    "screen": "Am Bildschirm:",
    "cut": "Hier stehen die ersten {0} von {1} Zeilen. Am Bildschirm stehen alle.",
}
"""What paper says instead of what a screen shows."""
ON_PAPER = {
    "Ihre Antworten liegen nur in diesem Browser. Sie können sie als Datei mitnehmen, wieder einlesen oder löschen.": (
        "Ihre Antworten stehen nur auf diesem Papier."
    ),
    "Ihre Antworten liegen nur in diesem Browser.": "Ihre Antworten stehen nur auf diesem Papier.",
    "Nur zum Rechnen gehen sie an den Kurs. Dort werden sie nicht gespeichert und nicht mit Ihrem Namen verbunden.": (
        "Wer es in der Hand hat, kann sie lesen."
    ),
    "Niemand sieht Ihre Versuche.": "Zeigen müssen Sie Ihre Antworten niemandem.",
    "Weder Vorgesetzte noch Kolleginnen und Kollegen.": "Weder Vorgesetzten noch Kolleginnen und Kollegen.",
    "Am Ende jeder Seite können Sie Ihren Stand als Datei mitnehmen oder löschen.": (
        "Sie können das Papier behalten, weitergeben oder vernichten."
    ),
    "Ihre Antworten bleiben in diesem Browser.": "Ihre Antworten bleiben auf diesem Papier.",
    "Wo liegen die Antworten, die Sie in diesem Kurs geben?": (
        "Wo liegen die Antworten, die Sie in diesem Kurs am Bildschirm geben?"
    ),
    "In diesem Browser auf Ihrem Gerät.": "Im Browser auf Ihrem Gerät.",
    "Ihr Stand, Wörter und Quellen": "Wörter und Quellen",
}
"""What a page says of the learner's answers → what is true on paper; the longer sentence first."""
PAGE_NUMBER = "Seite {} von {}"


def printed(done: int, of: int) -> str:
    """How many modules are printed."""
    return f"Gedruckt: {done} von {of} Modulen"


def all_printed(folder: str) -> str:
    """Where the PDFs lie."""
    return f"Die PDF-Dateien liegen in {folder}."


def no_browser(command: str) -> tuple[str, str]:
    """Nothing can print, and what to install."""
    return (
        "Zum Drucken fehlt Chromium.",
        f"Installieren Sie Chromium oder Chrome, zum Beispiel so: {command}",
    )


def unprintable(title: str, log: str) -> tuple[str, str]:
    """A page that the course cannot show, and where to look."""
    return (
        f"Die Seite „{title}“ lässt sich nicht drucken: Sie öffnet sich nicht.",
        f"Warum, steht in {log}.",
    )


def browser_failed(heard: str) -> tuple[str, str]:
    """Chromium did not print, and what to do."""
    return (
        "Chromium konnte nicht drucken.",
        f"Starten Sie noch einmal. Hilft das nicht, nennt FAIRKI_CHROMIUM ein anderes Chromium. Letzte Meldung: {heard}",
    )


def packed(file: str, size: int, entries: int) -> str:
    """A package is made; ``size`` in bytes."""
    listed = "" if entries == 1 else f", {entries} Einträge im LMS"
    return f"Das Paket liegt in {file}: {_amount(size)}{listed}. Laden Sie es im LMS hoch."


def leads_there(file: str, size: int, address: str) -> str:
    """A package is made that only opens a course elsewhere."""
    return f"Das Paket liegt in {file}: {_amount(size)}. Es öffnet den Kurs unter {address}; dorthin gehört der Ordner."


def _amount(size: int) -> str:
    return f"{speech.number(size / 1e6, 1)} MB" if size > 100_000 else f"{speech.number(size / 1e3, 1)} kB"


NOTHING_TO_MAKE = (
    "Es fehlt, was gemacht werden soll.",
    "Nennen Sie einen ORDNER oder ein Paket: --scorm12, --scorm2004 oder --cmi5, jeweils mit DATEI.zip.",
)
ONE_PACKAGE = (
    "Ein Aufruf macht ein Paket.",
    "Nennen Sie nur eines von --scorm12, --scorm2004 und --cmi5. Für ein zweites starten Sie noch einmal.",
)
ONLY_PACKAGES = (
    "--modul und --je-modul gehören zu einem Paket für ein LMS.",
    "Ergänzen Sie --scorm12, --scorm2004 oder --cmi5, oder lassen Sie die Angabe weg.",
)
ONLY_PAPER = (
    "--druck steht ohne --quelle und ohne Paket für ein LMS.",
    "Lassen Sie die anderen Angaben weg. Für beides starten Sie zweimal.",
)
NOTEBOOKS_IN_FOLDER = (
    "--notebooks gibt es nur für den Ordner, ohne --druck und ohne Paket für ein LMS.",
    "Lassen Sie die anderen Angaben weg. Für beides starten Sie zweimal.",
)
ADDRESS_ALONE = (
    "--adresse gibt es nur zusammen mit --druck oder --cmi5.",
    "Ergänzen Sie --druck (QR-Codes zum Kurs) oder --cmi5 (ein Paket, das den Ordner öffnet).",
)
ONE_MODULE_ONLY = (
    "--modul steht ohne --je-modul und ohne --adresse.",
    "Mit --modul kommt genau ein Modul ins Paket. Lassen Sie die andere Angabe weg.",
)
ADDRESS_AND_FOLDER = (
    "ORDNER, --cmi5 und --adresse gehören zusammen.",
    "Nennen Sie alle drei: Der Ordner kommt an die Adresse, und das Paket öffnet ihn von dort. Oder lassen Sie ORDNER und"
    " --adresse weg: Dann liegt der Kurs im Paket.",
)


def no_address(text: str) -> tuple[str, str]:
    """What somebody gave as an address, and what one looks like."""
    return (
        f"„{text}“ ist keine Adresse, unter der ein Kurs liegen kann.",
        "Sie beginnt mit https://, zum Beispiel: --adresse https://intranet.firma.de/ki-kurs/",
    )


def no_module(asked: str, known: list[tuple[int, str]]) -> tuple[str, str]:
    """There is no such module; those that there are, by number and title."""
    listed = ", ".join(f"{number} ({title})" for number, title in known)
    return f"Ein Modul „{asked}“ gibt es nicht.", f"Module sind: {listed}."


def only(number: int, title: str) -> str:
    """Which module alone is in a package."""
    return f"Darin ist nur Modul {number}: {title}."
