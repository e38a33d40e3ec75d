"""German of what was noticed about a hand-in."""

INCIDENTS = {
    "seen": "Lösung angesehen: Vor dieser Abgabe wurden die Lösungswege des Formulars geöffnet.",
    "timeout": "Eine Zelle lief zu lange und wurde angehalten.",
    "crash": "Der Prozess der Abgabe ist abgestürzt oder hat sich selbst beendet.",
    "exit": "Die Abgabe wollte den Prozess beenden (sys.exit).",
    "memory": "Die Abgabe wollte mehr Arbeitsspeicher, als sie haben darf.",
    "output": "Eine Zelle gab zu viel aus; der Rest wurde abgeschnitten.",
    "folder": "Die Abgabe füllte ihren Arbeitsordner bis zum Rand.",
    "changed": "Eine Antwort änderte sich nach ihrer Prüfung noch; es zählt, was bei der Prüfung galt.",
    "attack": "Die Abgabe versuchte etwas, das eine ehrliche Antwort nicht braucht.",
    "object": "Statt Zahl, Text, Liste oder Tabelle kam ein Objekt einer eigenen Klasse; es zählt nicht.",
    "example": "Eine Funktion stimmt für das Beispiel der Übung, aber für keine neue Eingabe: auswendig gelernt?",
    "locked": "Eine gesperrte Zelle war geändert oder fehlte; bewertet wurde mit dem Original.",
    "answer": "Eine Zelle für eine Antwort fehlte.",
    "stopped": "Die Zelle einer Antwort brach mit einem Fehler ab; die Rückmeldung nennt Zeile und Ursache.",
    "moved": "Eine freie Antwort stand nicht in ihrer Zelle, sondern daneben; sie zählt als Antwort.",
    "copies": "Eine Antwortzelle kam mehrmals ausgefüllt vor; es zählt die letzte.",
    "template": "Unter der eigenen Antwort stand noch die leere Vorlage; es zählt die eigene Antwort.",
    "picture": "Zu einer freien Antwort gehört ein Bild; es steht im bewerteten Notebook.",
    "metadata": "Die Kennzeichnung der Zellen fehlte; die Antworten wurden nach Ort und Inhalt zugeordnet.",
    "unreadable": "Die Datei ist kein lesbares Notebook dieser Übung.",
    "check": "Eine Prüfzelle selbst ist gescheitert; bitte ansehen.",
    "failed": "Die Bewertung brach mehrmals ab; bitte ansehen.",
}
"""What each kind of incident means."""

REMEDIES = {
    "seen": "",
    "timeout": "Steht in der Zelle eine Schleife ohne Ende? Was davor stand, ist bewertet.",
    "crash": "Die anderen Zellen sind bewertet. Geschah es bei mehreren? Dann bewerten Sie noch einmal.",
    "exit": "Die anderen Zellen sind bewertet. Sagen Sie der Person, dass sie die Zeile weglassen kann.",
    "memory": "Die anderen Zellen sind bewertet. Sehen Sie nach, ob eine Tabelle viel zu groß wurde.",
    "output": "Sie müssen nichts tun. Die Punkte stimmen.",
    "folder": "Die anderen Zellen sind bewertet. Sehen Sie nach, was die Abgabe schreiben wollte.",
    "changed": "Lesen Sie die Antwort nach. War es ein Versehen? Dann geben Sie die Punkte von Hand.",
    "attack": "Lesen Sie die Zelle, bevor Sie jemanden ansprechen. Auch ehrlicher Code kann auffallen.",
    "object": "Sehen Sie nach, was gemeint war. Stimmt der Wert darin, geben Sie die Punkte von Hand.",
    "example": "Lesen Sie die Funktion. Rechnet sie, oder steht das Ergebnis fest darin?",
    "locked": "Sie müssen nichts tun. Die Punkte stimmen.",
    "answer": "Fragen Sie nach, wenn viel fehlt: Vielleicht kam eine unfertige Datei.",
    "stopped": "Ist der Gedanke richtig? Dann geben Sie dafür Punkte von Hand.",
    "moved": "Sie müssen nichts tun. Die Antwort zählt.",
    "copies": "Lesen Sie nach, ob die letzte gemeint war.",
    "template": "Sie müssen nichts tun. Die Antwort zählt.",
    "picture": "Sehen Sie das Bild an, wenn Sie die Antwort bewerten.",
    "metadata": "Vergleichen Sie eine Antwort mit ihrer Frage. Passt sie, müssen Sie nichts tun.",
    "unreadable": "Bitten Sie um eine neue Datei.",
    "check": "Lesen Sie die Prüfung im bewerteten Notebook. Punkte können Sie von Hand geben.",
    "failed": "Bewerten Sie noch einmal. Bleibt es so, melden Sie es bitte.",
}
"""What a trainer does about each kind."""

NO_ANSWERS = "Die Abgabe schickte der Bewertung etwas anderes als Antworten."
NOT_STOPPED = "Die Zelle lief zu lange und ließ sich nicht anhalten."
TOO_OFTEN = "Die Abgabe brach zu oft ab; diese Zelle lief nicht mehr."
BROKE_BEFORE = "Die Funktion brach schon vorher ab."
FUNCTION_TOO_LONG = "Die Funktion rechnete zu lange."
FORBIDDEN = "Die Zelle wollte etwas tun, das der Sandkasten verbietet."
PAYS_TOO_MUCH = "Die Prüfung gibt mehr Punkte, als die Zelle hat."
NOT_FINISHED = "Die Prüfung kam mit dieser Antwort nicht zu Ende."

HUGE = "Die Datei ist viel zu groß."
NO_NOTEBOOK = "Die Datei ist kein Notebook oder unvollständig."
OLD_FORMAT = "Die Datei ist kein Notebook im heutigen Format."
NOTHING_OF_IT = "Keine Zelle der Datei gehört zu dieser Übung."


def of_another_exercise(slug: str) -> str:
    """A file that says so itself."""
    return f"Das Notebook gehört nicht zur Übung „{slug}“."


def test_failed(kind: str) -> str:
    """A test ended with an error that no check raises."""
    return f"Die Prüfung endete mit einem Fehler ({kind})."


def replaced(names: str) -> str:
    """Names of the course that a hand-in bound to something else."""
    return f"Die Abgabe ersetzte {names}. Das ändert nichts an den Punkten."


def own_class(name: str) -> str:
    """An answer that is an object."""
    return f"Die Klasse heißt „{name}“."


def unusual(words: str) -> str:
    """Words in code that answers do not need."""
    return f"Die Zelle enthält Ungewöhnliches: {words}. Bitte ansehen."
