"""Why an answer's cell stopped, for somebody who never asked for Python's own words."""

import re
from collections.abc import Container

from coursetools.grading.inside.prepared import names_bound

_LINE = re.compile(r"File <(ipython-input[^>]*)>:(\d+)")
_SIGN = re.compile(r"invalid character '(.)'")
_TYPOGRAPHIC = "„“”‚‘’«»‹›"
_QUITS = re.compile(r"\b(?:exit|quit|_exit)\s*\(|\bSystemExit\b")
_BINDS = re.compile(r"^(?:def\s+)?([^\W\d]\w*)\s*(?:=(?!=)|\()", re.MULTILINE)
_COMMA = re.compile(r"\d,\d")
_LONGEST = 120
_TOO_LONG = "Sie lief zu lange und wurde angehalten. Endet eine Schleife nie?"
_ENDS = {
    "KeyboardInterrupt": "Sie wurde angehalten.",
    "SystemExit": "Hier wird das Programm beendet. Nehmen Sie diesen Befehl heraus.",
    "MemoryError": "Sie braucht zu viel Arbeitsspeicher.",
    "OutputFlood": "Sie gibt viel zu viel aus. Endet eine Schleife nie?",
    "RecursionError": "Eine Funktion ruft sich ohne Ende selbst auf.",
}
"""Ends of a cell that say everything by their kind."""


def explain(
    kind: str, text: str, traceback: list[str], source: str, lost: Container[str] = (), late: bool = False
) -> str:
    """What stopped a cell, in one to three German sentences.

    Args:
        kind: the exception's type, such as ``"NameError"``.
        text: the exception's own words.
        traceback: its lines as IPython writes them.
        source: the cell.
        lost: names that cells above would have made, had they not stopped.
        late: it was stopped because its time was up.
    """
    lines = source.splitlines()
    number = _line(kind, traceback, lines)
    line = lines[number - 1].strip()[:_LONGEST] if 0 < number <= len(lines) else ""
    where = f"Die Zelle bricht in Zeile {number} ab" if line else "Die Zelle bricht ab"
    shown = f" Die Zeile lautet: {line}" if line else ""
    reason = _TOO_LONG if late else _cause(kind, text[:_LONGEST], line, lost)
    named = "Zeitlimit" if late else kind[:40]
    return f"{where} ({named}). {reason}{shown}"


def names_lost(source: str) -> set[str]:
    """The names that a cell would have made if it had not stopped; reads also what Python does not understand."""
    return names_bound(source) or set(_BINDS.findall(source))


def _line(kind: str, traceback: list[str], lines: list[str]) -> int:
    """Number of the line in this cell where it went wrong; 0 if nobody knows."""
    found = _LINE.findall("\n".join(traceback))
    if not found and kind == "SystemExit":
        return next((number for number, line in enumerate(lines, 1) if _QUITS.search(line)), 0)
    own = [
        int(number) for cell, number in found if cell == found[0][0]
    ]  # a function may stand in another cell
    return own[-1] if own else 0


def _cause(kind: str, text: str, line: str, lost: Container[str]) -> str:
    named = re.findall(r"'([^']*)'", text)
    if re.match(r"(?:exit|quit)\b", line):  # IPython's own words for it, which do nothing here
        return _ENDS["SystemExit"]
    if kind in _ENDS:
        return _ENDS[kind]
    if kind == "EOFError" or "input" in kind.lower() or re.search(r"\binput\s*\(", line):
        return "input() geht bei der Bewertung nicht. Schreiben Sie die Antwort direkt in die Zelle."
    if kind in ("SyntaxError", "IndentationError", "TabError"):
        return _syntax(kind, text, line)
    if kind in ("NameError", "UnboundLocalError") and named:
        if named[0] in lost:
            return f"„{named[0]}“ sollte weiter oben entstehen. Aber dort brach eine Zelle ab."
        return f'Den Namen „{named[0]}“ kennt Python hier nicht. Texte brauchen Anführungszeichen, zum Beispiel "ja".'
    if kind in ("ModuleNotFoundError", "ImportError") and named:
        return f"Das Paket „{named[0]}“ gibt es bei der Bewertung nicht."
    if kind == "KeyError":
        return f"Einen Eintrag {text} gibt es nicht."
    if kind == "IndexError":
        return "Eine Liste hat hier weniger Einträge."
    if kind == "ZeroDivisionError":
        return "Hier wird durch null geteilt."
    if kind == "RuntimeError" and "start new thread" in text:
        return "Mehr läuft bei der Bewertung nicht gleichzeitig. Starten Sie weniger Threads auf einmal."
    if kind == "TypeError" and "tuple" in text:
        return "Steht da ein Komma in einer Zahl? Python braucht einen Punkt: 14.8 statt 14,8."
    return f"Python meldet: {text}." if text else "Python nennt keinen weiteren Grund."


def _syntax(kind: str, text: str, line: str) -> str:
    if kind == "TabError":
        return "Am Anfang der Zeilen stehen mal Leerzeichen, mal Tabulatoren. Nehmen Sie überall Leerzeichen."
    if kind != "SyntaxError":
        return "Die Zeile ist falsch eingerückt: zu viele oder zu wenige Leerzeichen am Anfang."
    if (sign := _SIGN.search(text)) or (sign := re.search(f"([{_TYPOGRAPHIC}])", line)):
        if sign[1] in _TYPOGRAPHIC:
            return f"Das Anführungszeichen {sign[1]} versteht Python nicht. Schreiben Sie gerade: \"ja\" oder 'ja'."
        return f"Das Zeichen {sign[1]} versteht Python nicht. Oft kommt es beim Kopieren aus einem Text dazu."
    if "non-printable" in text:
        return "In der Zeile steht ein unsichtbares Zeichen aus einem anderen Text. Tippen Sie die Zeile neu."
    if _COMMA.search(line):
        return "Steht da ein Komma in einer Zahl? Python braucht einen Punkt: 14.8 statt 14,8."
    if "unmatched" in text or "does not match" in text:
        return "Die Klammern passen nicht zusammen: Eine ist zu viel, fehlt oder hat die falsche Form."
    if "incomplete" in text or "never closed" in text or "EOF" in text:
        return "Es fehlt etwas am Ende, oft eine Klammer oder ein Anführungszeichen."
    return "Python versteht diese Zeile nicht. Fehlt eine Klammer, ein Komma oder ein Doppelpunkt?"
