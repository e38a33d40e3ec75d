"""German that all worlds share: headings of the datasheets, and what is wrong with a table."""

from collections.abc import Iterable
from pathlib import Path

from fairki import company
from fairki.home import COMMAND
from fairki.speech import number

MOTIVATION = "Motivation"
COMPOSITION = "Zusammensetzung"
CREATION = "Erzeugung"
UNFAIRNESS = "Bekannte Ungerechtigkeit"
PURPOSE = "Wofür die Tabelle gedacht ist"
MISUSE = "Wofür Sie die Tabelle nicht benutzen dürfen"
MAINTENANCE = "Weitergabe und Pflege"
MAINTAINED = (
    "Die Tabelle wird mit dem Kurs weitergegeben (Lizenz der Texte und Bilder: CC BY 4.0). Sie wird"
    " nicht von Hand geändert, sondern aus dem Generator neu erzeugt; ein Test vergleicht beide Byte"
    " für Byte."
)

REMEDY = f"„{COMMAND} data“ legt sie neu an."


def at_company() -> str:
    """Where the people of a table are: at a company that does not exist."""
    firm = company.current()
    at = f"bei {firm.form('dem')} erfundenen {firm.name}"
    return f"{at} ({firm.trade}, {number(firm.employees)} Beschäftigte)"


def unknown(name: str, known: Iterable[str]) -> tuple[str, str]:
    """There is no such table: what happened, what to do."""
    return f"Eine Tabelle „{name}“ kennt der Kurs nicht.", f"Vorhanden ist: {', '.join(known)}."


def missing(name: str) -> tuple[str, str]:
    """The file of a table is not there: what happened, what to do."""
    return f"Die Datei {name}.csv fehlt.", f"„{COMMAND} data“ legt sie im Ordner data neu an."


def damaged(path: Path) -> tuple[str, str]:
    """The file is not the table that the course ships: what happened, what to do."""
    return f"Die Datei {path} ist beschädigt oder verändert.", REMEDY


def fewer_applied(applications: int) -> tuple[str, str]:
    """More applications are wanted than there were: what happened, what to do."""
    return f"Es gab nur {number(applications)} Bewerbungen.", "Nehmen Sie höchstens so viele."
