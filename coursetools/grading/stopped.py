"""Why an answer's cell stopped, for somebody who never asked for Python's own words."""

import re

NOT_ASKED = ("KeyboardInterrupt", "SystemExit", "MemoryError", "OutputFlood")
"""Ends of a cell that have a sentence of their own already."""
_LINE = re.compile(r"File <ipython-input[^>]*>:(\d+)")
_SIGN = re.compile(r"invalid character '(.)'")
_TYPOGRAPHIC = "„“”‚‘’«»‹›"
_COMMA = re.compile(r"\d,\d")
_LONGEST = 120


def explain(kind: str, text: str, traceback: list[str], source: str) -> str:
    """What stopped a cell, in one to three German sentences.

    Args:
        kind: the exception's type, such as ``"NameError"``.
        text: the exception's own words.
        traceback: its lines as IPython writes them.
        source: the cell.
    """
    found = _LINE.findall("".join(traceback))
    number = int(found[-1]) if found else 0
    lines = source.splitlines()
    line = lines[number - 1].strip()[:_LONGEST] if 0 < number <= len(lines) else ""
    where = f"Ihre Zelle bricht in Zeile {number} ab" if line else "Ihre Zelle bricht ab"
    shown = f" Die Zeile lautet: {line}" if line else ""
    return f"{where} ({kind[:40]}). {_cause(kind, text[:_LONGEST], line)}{shown}"


def _cause(kind: str, text: str, line: str) -> str:
    named = re.findall(r"'([^']*)'", text)
    if kind == "EOFError" or "input" in kind.lower() or re.search(r"\binput\s*\(", line):
        return "input() geht bei der Bewertung nicht. Schreiben Sie die Antwort direkt in die Zelle."
    if kind in ("SyntaxError", "IndentationError", "TabError"):
        return _syntax(kind, text, line)
    if kind in ("NameError", "UnboundLocalError") and named:
        return f'Den Namen „{named[0]}“ kennt Python hier nicht. Texte brauchen Anführungszeichen, zum Beispiel "ja".'
    if kind in ("ModuleNotFoundError", "ImportError") and named:
        return f"Das Paket „{named[0]}“ gibt es bei der Bewertung nicht."
    if kind == "KeyError":
        return f"Einen Eintrag {text} gibt es nicht."
    if kind == "ZeroDivisionError":
        return "Hier wird durch null geteilt."
    if kind == "TypeError" and "tuple" in text:
        return "Steht da ein Komma in einer Zahl? Python braucht einen Punkt: 14.8 statt 14,8."
    return f"Python meldet: {text}." if text else "Python nennt keinen weiteren Grund."


def _syntax(kind: str, text: str, line: str) -> str:
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
    if "incomplete" in text or "never closed" in text or "EOF" in text:
        return "Es fehlt etwas am Ende, oft eine Klammer oder ein Anführungszeichen."
    return "Python versteht diese Zeile nicht. Fehlt eine Klammer, ein Komma oder ein Doppelpunkt?"
