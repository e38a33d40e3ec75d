"""The role table in words."""

from fairki import manifest

TITLE = "Rollentabelle"
PLACE = manifest.place("04.1")

FOUNDING = "Die drei Grundfragen"
FOUNDING_COLUMNS = ("Frage", "Unsere Antwort")
TABLE = "Wer macht was?"
TASK = "Aufgabe"
ROLES = "Die Rollen"
ROLE_COLUMNS = ("Rolle", "Wer ist das bei uns?")


def point(task: str, why: str) -> str:
    """What is not clear about a task."""
    return f"{task}: {why}"


def bottleneck(role: str) -> str:
    """A role that decides too much."""
    return (
        f"Bei mehr als der Hälfte der Aufgaben entscheidet dieselbe Rolle: {role}. Alles wartet dann auf sie."
    )


def idle(roles: list[str]) -> str:
    """Roles that do nothing yet."""
    return f"Noch ohne Aufgabe: {', '.join(roles)}."
