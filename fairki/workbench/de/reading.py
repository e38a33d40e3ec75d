"""What is said about files that are read, and about those that cannot be."""

from collections.abc import Sequence
from itertools import pairwise

from fairki.speech import count_of, number

AS_CSV = "Öffnen Sie die Datei in Excel. Wählen Sie „Speichern unter“ und dort „CSV UTF-8 (durch Trennzeichen getrennt)“."
CHOOSE = "Wählen Sie eine Tabelle: eine CSV-Datei oder eine Excel-Datei mit der Endung .xlsx."
Refusal = tuple[str, str]
"""What is wrong, and what to do."""

EMPTY: Refusal = ("Die Datei ist leer.", CHOOSE)
NO_ROWS: Refusal = ("In der Datei stehen nur Überschriften, aber keine Zeilen.", CHOOSE)
NO_TABLE: Refusal = ("Das ist keine Tabelle.", CHOOSE)
DAMAGED: Refusal = (
    "Die Datei lässt sich nicht lesen. Sie ist beschädigt oder nicht vollständig.",
    "Öffnen Sie sie in Excel, und speichern Sie sie neu.",
)
ZIP: Refusal = ("Das ist ein Zip-Archiv.", "Entpacken Sie es, und wählen Sie die Tabelle darin.")
ONE_COLUMN: Refusal = (
    "In der Datei finde ich nur eine Spalte.",
    f"Zwischen den Spalten braucht es ein Semikolon, ein Komma oder einen Tabulator. {AS_CSV}",
)
QUOTES: Refusal = (
    "In der Datei fehlt irgendwo ein Anführungszeichen, oder eine Zelle ist riesig.",
    f"{AS_CSV}",
)
PDF: Refusal = ("Das ist eine PDF-Datei und keine Tabelle.", CHOOSE)
OLD_EXCEL: Refusal = (
    "Das ist eine Excel-Datei im alten Format (.xls), oder sie ist mit einem Kennwort geschützt.",
    "Öffnen Sie sie in Excel. Speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“ ohne Kennwort.",
)
ARCHIVE: Refusal = ("Das ist ein gepacktes Archiv.", "Entpacken Sie es, und wählen Sie die Tabelle darin.")
IMAGE: Refusal = ("Das ist ein Bild und keine Tabelle.", CHOOSE)
DATABASE: Refusal = ("Das ist eine Datenbank.", "Speichern Sie daraus eine Tabelle als CSV-Datei.")
BINARY_EXCEL: Refusal = ("Das ist eine Excel-Datei im Binärformat (.xlsb).", AS_CSV)
WORD: Refusal = ("Das ist eine Word-Datei und keine Tabelle.", CHOOSE)
SLIDES: Refusal = ("Das ist eine Präsentation und keine Tabelle.", CHOOSE)
LIBRE: Refusal = (
    "Das ist eine Datei aus LibreOffice oder OpenOffice.",
    "Speichern Sie sie dort als Excel-Datei (.xlsx) oder als CSV-Datei.",
)
WEB_PAGE: Refusal = (
    "Das ist eine Webseite, auch wenn die Endung anders lautet. Manche Programme speichern so eine Tabelle.",
    AS_CSV,
)
XML: Refusal = ("Das ist eine XML-Datei und keine Tabelle.", CHOOSE)
RTF: Refusal = ("Das ist ein Textdokument (RTF) und keine Tabelle.", CHOOSE)
JSON: Refusal = ("Das ist eine JSON-Datei und keine Tabelle.", CHOOSE)

ANSI = "Die Umlaute wurden gelesen, wie ältere Windows-Programme sie speichern (ANSI)."
OPENING_EXCEL = "Excel-Datei wird geöffnet …"
TRUE, FALSE = "WAHR", "FALSCH"
"""What German Excel shows for a switch."""


def column(place: int) -> str:
    """A column without a name."""
    return f"Spalte {number(place)}"


def bands(name: str, ends: Sequence[float]) -> tuple[str, ...]:
    """Groups made of the numbers of a column, parted at ``ends``."""
    for digits in (2, 4, 8, 16):  # no two bands may be called alike
        shown = [number(end, 0 if float(end).is_integer() else digits) for end in ends]
        if len(set(shown)) == len(shown):
            break
    between = [f"{low} bis unter {high}" for low, high in pairwise(shown)]
    return (f"unter {shown[0]}", *between, f"ab {shown[-1]}")


def rows_read(n: int) -> str:
    """How far the work is."""
    return f"{number(n)} Zeilen gelesen …"


def lines_above(n: int) -> str:
    """Lines above the header row."""
    stood, count = ("stand", "zählt") if n == 1 else ("standen", "zählen")
    return f"Über den Spaltennamen {stood} {count_of(n, 'Zeile', 'Zeilen')}. Sie {count} nicht mit."


def left_out(n: int) -> str:
    """Rows with too many cells."""
    return (
        f"{count_of(n, 'Zeile', 'Zeilen')} mit zu vielen Zellen {'zählt' if n == 1 else 'zählen'} nicht mit."
    )


def other_sheets(title: str) -> str:
    """Which of several sheets was read."""
    return f"Die Datei hat mehrere Blätter. Gelesen wurde „{title}“."


def crooked(n: int) -> Refusal:
    """Too many rows do not fit."""
    return (
        f"{count_of(n, 'Zeile', 'Zeilen')} {'hat' if n == 1 else 'haben'} mehr Zellen als die Überschrift.",
        AS_CSV,
    )


def too_many_rows(most: int) -> Refusal:
    """A text file with too many rows."""
    return (
        f"Die Datei hat mehr als {number(most)} Zeilen.",
        "Nehmen Sie einen kürzeren Zeitraum oder eine zufällige Auswahl der Zeilen.",
    )


def too_many_in_excel(most: int) -> Refusal:
    """An Excel file with too many rows."""
    return (f"Die Excel-Datei hat mehr als {number(most)} Zeilen. Als CSV-Datei gehen mehr.", AS_CSV)


def too_many_columns(most: int) -> Refusal:
    """A file with too many columns."""
    return (
        f"Die Datei hat mehr als {number(most)} Spalten.",
        "Lassen Sie nur die Spalten darin, die Sie für die Prüfung brauchen.",
    )
