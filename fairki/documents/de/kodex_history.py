"""The history of a Kodex in words."""

from fairki import manifest
from fairki.documents.de import shared

TITLE = "Geschichte unseres Kodex"
PLACE = manifest.place("05.4")

PURPOSE = (
    "Ein Kodex ist nie fertig. Hier steht, welche Regel wir geändert haben, warum und wann. So kann später jede und"
    " jeder nachlesen, woher eine Regel kommt."
)
NOT_SAID = "nicht genannt"
EMPTY = ("Es ist noch keine Änderung festgehalten.", "Ändern Sie in Einheit 4 zuerst eine Regel.")
TODAY = "Der Kodex heute"
CHANGED = "Was sich geändert hat"
COLUMNS = ("Datum", "Anlass", "Warum")
FIRST = "Die erste Fassung"
NO_RULE = "Sie hatte noch keine Regel."


def since(changes: int, day: str) -> str:
    """How many changes there were."""
    return f"{shared.changes(changes)} seit dem {day}."


def change(number: int, day: str) -> str:
    """The heading of one change."""
    return f"{number}. Änderung vom {day}"


def new(rule: str) -> str:
    """A rule that was added."""
    return f"Neu: {rule}"


def before(rule: str) -> str:
    """A rule as it was."""
    return f"Vorher: {rule}"


def after(rule: str) -> str:
    """A rule as it is now."""
    return f"Jetzt: {rule}"


def dropped(rule: str) -> str:
    """A rule that was dropped."""
    return f"Entfallen: {rule}"


def owner(name: str) -> str:
    """Who answers for a rule."""
    return f"Zuständig: {name}."


def channel(place: str) -> str:
    """Where a breach is reported."""
    return f"Meldeweg: {place}."
