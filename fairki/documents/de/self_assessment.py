"""The self-assessment and its evidence in words."""

from fairki import manifest, speech
from fairki.documents.de import shared

TITLE = "Acht Aspekte, unsere Belege"
PLACE = manifest.place("07.1")

LEVELS = {
    "nichts": "noch nichts",
    "gedanken": "erste Gedanken",
    "schriftlich": "etwas steht fest",
    "alltag": "im Alltag üblich",
    "unklar": "weiß ich nicht",
}
ABOUT = (
    "Eine Einschätzung aus dem Bauch, einmal ohne und einmal mit Blick auf die Belege. Sie gilt der Firma, "
    "nicht einzelnen Menschen. Sie ist keine Note."
)
COLUMNS = ("Aspekt", "Zuerst", "Später", "Belege aus dem Kurs")
NOT_ASKED = "offen"
NO_EVIDENCE = "noch kein Beleg"

AUDIT = "Prüfung: Der eigene Kodex hat die Systeme aus dem Kurs geprüft"
ETHICS_BOARD = "KI-Ethikrat: ein Fall ist beraten"
FEEDBACK_PLAN = "Feedback-Plan: Wege für einen Einspruch"
REVIEW_SETUP = "Mensch und Maschine: ein Aufbau ist gewählt"

PROFILES_DAMAGED = ("Die Steckbriefe sind beschädigt.", "Füllen Sie sie bitte neu aus.")
AUDIT_DAMAGED = ("Die Prüfung ist beschädigt.", f"Starten Sie sie in {manifest.called('03')} bitte neu.")


def damaged(aspect: str) -> tuple[str, str]:
    """A level that the course does not know, and what to do."""
    return f"Die Einschätzung zu „{aspect}“ ist beschädigt.", "Schätzen Sie bitte neu."


def register(entries: int, urgent: int) -> str:
    """The register in one line."""
    counted = speech.count_of(entries, "Eintrag", "Einträge")
    return f"Register: {counted}, davon {urgent or 'keiner'} zum genauen Hinsehen"


def kodex(numbers: list[str]) -> str:
    """The rules for an aspect in one line."""
    return f"Kodex: {shared.of_rules(numbers)}"


def anchored(anchored: int, rules: int) -> str:
    """For how many rules somebody answers, in one line."""
    return f"Kodex: bei {anchored} von {shared.rules(rules)} sind Person und Meldeweg klar"


def profiles(count: int) -> str:
    """The Steckbriefe in one line."""
    return f"Steckbriefe: {shared.systems(count)}"


def roles(own: int, tasks: int) -> str:
    """The role table in one line."""
    return f"Rollentabelle: {own} von {tasks} Aufgaben sind vergeben"


def history(changes: int) -> str:
    """The history of the Kodex in one line."""
    return f"Geschichte des Kodex: {shared.changes(changes)}"


def life_cycle(plan: str) -> str:
    """The plan for the operation in one line."""
    return f"Lebensweg: {plan}".rstrip(".")
