"""What every module's page says."""

GOALS = "Was Sie danach können"
TRANSFER = "Was heißt das für uns?"


def save_word(title: str) -> str:
    """The button that saves a document for Word."""
    return f"{title} als Word-Datei speichern"


def save_text(title: str) -> str:
    """The button that saves a document as plain text."""
    return f"{title} als einfachen Text speichern"
