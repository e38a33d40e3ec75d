"""Why an answer's cell stopped, for somebody who never asked for Python's own words."""

import re
from collections.abc import Container

from coursetools.grading.de import remarks
from coursetools.grading.de import stopped as de
from coursetools.grading.inside.prepared import names_bound

_LINE = re.compile(r"File <(ipython-input[^>]*)>:(\d+)")
_SIGN = re.compile(r"invalid character '(.)'")
_QUITS = re.compile(r"\b(?:exit|quit|_exit)\s*\(|\bSystemExit\b")
_BINDS = re.compile(r"^(?:def\s+)?([^\W\d]\w*)\s*(?:=(?!=)|\()", re.MULTILINE)
_COMMA = re.compile(r"\d,\d")
_LONGEST = 120


def explain(
    kind: str, text: str, traceback: list[str], source: str, lost: Container[str] = (), late: bool = False
) -> str:
    """What stopped a cell, in one to three sentences.

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
    reason = de.TOO_LONG if late else _cause(kind, text[:_LONGEST], line, lost)
    return de.explanation(number, line, remarks.TIME_LIMIT if late else kind[:40], reason)


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
        return de.ENDS["SystemExit"]
    if kind in de.ENDS:
        return de.ENDS[kind]
    if kind == "EOFError" or "input" in kind.lower() or re.search(r"\binput\s*\(", line):
        return de.NO_INPUT
    if kind in ("SyntaxError", "IndentationError", "TabError"):
        return _syntax(kind, text, line)
    if kind in ("NameError", "UnboundLocalError") and named:
        if named[0] in lost:
            return de.lost(named[0])
        return de.unknown(named[0])
    if kind in ("ModuleNotFoundError", "ImportError") and named:
        return de.no_package(named[0])
    if kind == "KeyError":
        return de.no_entry(text)
    if kind == "IndexError":
        return de.TOO_SHORT
    if kind == "ZeroDivisionError":
        return de.BY_ZERO
    if kind == "RuntimeError" and "start new thread" in text:
        return de.THREADS
    if kind == "TypeError" and "tuple" in text:
        return de.COMMA
    return de.reported(text) if text else de.NO_REASON


def _syntax(kind: str, text: str, line: str) -> str:
    if kind == "TabError":
        return de.TABS
    if kind != "SyntaxError":
        return de.INDENTED
    if (sign := _SIGN.search(text)) or (sign := re.search(f"([{de.QUOTES}])", line)):
        if sign[1] in de.QUOTES:
            return de.quote(sign[1])
        return de.strange(sign[1])
    if "non-printable" in text:
        return de.INVISIBLE
    if _COMMA.search(line):
        return de.COMMA
    if "unmatched" in text or "does not match" in text:
        return de.BRACKETS
    if "incomplete" in text or "never closed" in text or "EOF" in text:
        return de.INCOMPLETE
    return de.NOT_UNDERSTOOD
