"""German of why an answer's cell stopped."""

QUOTES = "„“”‚‘’«»‹›"
"""Quotation marks that word processors put in, and Python does not know."""
TOO_LONG = "Sie lief zu lange und wurde angehalten. Endet eine Schleife nie?"
ENDS = {
    "KeyboardInterrupt": "Sie wurde angehalten.",
    "SystemExit": "Hier wird das Programm beendet. Nehmen Sie diesen Befehl heraus.",
    "MemoryError": "Sie braucht zu viel Arbeitsspeicher.",
    "OutputFlood": "Sie gibt viel zu viel aus. Endet eine Schleife nie?",
    "RecursionError": "Eine Funktion ruft sich ohne Ende selbst auf.",
}
"""Ends of a cell that say everything by their kind."""

NO_INPUT = "input() geht bei der Bewertung nicht. Schreiben Sie die Antwort direkt in die Zelle."
TOO_SHORT = "Eine Liste hat hier weniger Einträge."
BY_ZERO = "Hier wird durch null geteilt."
THREADS = "Mehr läuft bei der Bewertung nicht gleichzeitig. Starten Sie weniger Threads auf einmal."
COMMA = "Steht da ein Komma in einer Zahl? Python braucht einen Punkt: 14.8 statt 14,8."
NO_REASON = "Python nennt keinen weiteren Grund."

TABS = "Am Anfang der Zeilen stehen mal Leerzeichen, mal Tabulatoren. Nehmen Sie überall Leerzeichen."
INDENTED = "Die Zeile ist falsch eingerückt: zu viele oder zu wenige Leerzeichen am Anfang."
INVISIBLE = "In der Zeile steht ein unsichtbares Zeichen aus einem anderen Text. Tippen Sie die Zeile neu."
BRACKETS = "Die Klammern passen nicht zusammen: Eine ist zu viel, fehlt oder hat die falsche Form."
INCOMPLETE = "Es fehlt etwas am Ende, oft eine Klammer oder ein Anführungszeichen."
NOT_UNDERSTOOD = "Python versteht diese Zeile nicht. Fehlt eine Klammer, ein Komma oder ein Doppelpunkt?"


def explanation(number: int, line: str, kind: str, reason: str) -> str:
    """Where a cell stopped and why; ``line`` is "" if nobody knows which one it was."""
    where = f"Die Zelle bricht in Zeile {number} ab" if line else "Die Zelle bricht ab"
    shown = f" Die Zeile lautet: {line}" if line else ""
    return f"{where} ({kind}). {reason}{shown}"


def lost(name: str) -> str:
    """A name that a cell above would have made."""
    return f"„{name}“ sollte weiter oben entstehen. Aber dort brach eine Zelle ab."


def unknown(name: str) -> str:
    """A name that nothing makes."""
    return f'Den Namen „{name}“ kennt Python hier nicht. Texte brauchen Anführungszeichen, zum Beispiel "ja".'


def no_package(name: str) -> str:
    """A library that grading does not have."""
    return f"Das Paket „{name}“ gibt es bei der Bewertung nicht."


def no_entry(key: str) -> str:
    """A key that a dictionary or a table does not have."""
    return f"Einen Eintrag {key} gibt es nicht."


def reported(text: str) -> str:
    """Python's own words."""
    return f"Python meldet: {text}."


def quote(sign: str) -> str:
    """A quotation mark that is none for Python."""
    return f"Das Anführungszeichen {sign} versteht Python nicht. Schreiben Sie gerade: \"ja\" oder 'ja'."


def strange(sign: str) -> str:
    """Another character that Python does not understand."""
    return f"Das Zeichen {sign} versteht Python nicht. Oft kommt es beim Kopieren aus einem Text dazu."
