"""What stands in the table: names of columns (they go into people's files and never change) and of a pair."""

COLUMNS = ID, PAIR, KIND, GROUP, NAME, INSERTED, PROMPT, ANSWER = (
    "kennung",
    "paar",
    "art",
    "gruppe",
    "name",
    "eingesetzt",
    "auftrag",
    "antwort",
)
FIRST, SECOND = "erste Gruppe", "zweite Gruppe"


def place(number: int, of: int) -> str:
    """Which pair it is."""
    return f"{number} von {of}"
