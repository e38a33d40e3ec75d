"""The audit report in words."""

from collections.abc import Callable

from fairki import manifest, speech
from fairki.documents.de import shared
from fairki.systems import DECISIONS, TEXTS

TITLE = "Register und Prüfbericht"
PLACE = f"{manifest.place('00.2')}, und {manifest.place('03.2')}"

REPORT = "Prüfbericht"
OWN_TITLE = "Unsere eigenen Systeme"
LIMITS = (
    "Geprüft wurde nur, was im Kodex steht. Eine Frage ohne Regel hat niemand gestellt.",
    "„Eingehalten“ heißt: In den Daten ist kein Verstoß nachweisbar. Ein Beweis für Fairness ist das nicht.",
    "Bei kleinen Gruppen ist oft kein Urteil möglich. Diese Punkte bleiben offen.",
    "Ein System, das heute eine Regel einhält, kann sie morgen verletzen. Wiederholen Sie die Prüfung.",
)
NOTHING_YET = ("Es ist noch nichts geprüft.", "Starten Sie zuerst in Einheit 2 die Prüfung.")
NO_RULES = f"Geprüft ist noch nichts: Es fehlen die Regeln im Kodex ({manifest.called('02')})."
NO_PICTURE = "Ein Bild steht hier nach der ersten Prüfung."
COUNTED = "Die Übung als Bild: Ein Zeichen steht für einen Fehler oder ein System."

IN_SHORT = "Kurz gesagt"
WITH_WHAT = "Womit geprüft wurde"
WITH_WHAT_COLUMNS = ("Nr.", "Regel", "Zuständig")
BROKEN = "Verletzte Regeln"
UNCLEAR = "Nicht beurteilbar"
NONE = "Keine."

REGISTER = "Unser Register"
REGISTER_ORDER = "Oben steht, was selbst entscheidet und viele Menschen betrifft."
REGISTER_COLUMNS = ("System", "Aus dem Steckbrief")
OWN_BASIS = "Grundlage sind nur die Steckbriefe. Daten über Entscheidungen lagen nicht vor."
PRACTICE = {DECISIONS: "Die Systeme aus dem Kurs", TEXTS: "Die Systeme aus dem Kurs, die schreiben"}
NOT_AUDITED = {
    DECISIONS: "Systeme aus dem Kurs, die entscheiden: noch nicht geprüft.",
    TEXTS: "Systeme aus dem Kurs, die schreiben: noch nicht geprüft.",
}
"""What the first page says where an audit is missing."""
PRACTICE_BASIS = "Zum Üben: Bei diesen Systemen ist bekannt, welche Fehler darin stecken."
LIMITS_TITLE = "Was diese Prüfung nicht zeigt"
OVERVIEW_COLUMNS = ("System", "Verletzt", "Nicht beurteilbar", "Eingehalten")
DETAIL_COLUMNS = ("System", "Regel", "Befund")
MISSING_COLUMNS = ("Was fehlt", "Regel Nr.", "Bei welchen Systemen", "Wer klärt es, bis wann?")


TALLY: dict[str, Callable[[int], str]] = {
    "found": lambda n: speech.count_of(n, "Fehler gefunden", "Fehler gefunden"),
    "missed": lambda n: speech.count_of(n, "Fehler übersehen", "Fehler übersehen"),
    "accused": lambda n: speech.count_of(
        n, "System zu Unrecht beanstandet", "Systeme zu Unrecht beanstandet"
    ),
    "alone": lambda n: speech.count_of(
        n, "System zu Recht in Ruhe gelassen", "Systeme zu Recht in Ruhe gelassen"
    ),
}
"""Kind of mark → its count in words."""


def subtitle(kodex: str) -> str:
    """Which Kodex the report is about."""
    return f"Geprüft mit: {kodex}"


def about(area: str, affected: str, hidden: bool) -> str:
    """A system of the register: what it is used for, whom it affects, whether it runs unnoticed."""
    return f"{area}. Betroffen: {affected}." + (" Läuft bei uns unbemerkt." if hidden else "")


def still_open(missing: int, total: int) -> str:
    """How many questions of a Steckbrief are open."""
    return f"Noch offen: {missing} von {total} Fragen."


def answered(question: str, answer: str) -> str:
    """A question of a Steckbrief with its answer."""
    return f"{question} {answer[0].upper()}{answer[1:]}."


def own(systems: int, rules: int, broken: int, unclear: int) -> str:
    """What was found about the systems of the register, in one line."""
    breaches = speech.count_of(broken, "Verstoß", "Verstöße")
    points = speech.count_of(unclear, "offener Punkt", "offene Punkte")
    return f"{shared.systems(systems)} aus dem Register, geprüft mit {shared.rules(rules)}: {breaches}, {points}."


def practice(kind: str, systems: int, score: str) -> str:
    """What was found about the systems of a kind to practise on, in one line."""
    which = {DECISIONS: "aus dem Kurs", TEXTS: "aus dem Kurs, die schreiben"}[kind]
    return f"Übung an {speech.number(systems)} Systemen {which}: {score}"


def first(score: str) -> str:
    """What the first audit had found."""
    return f"Zum Vergleich die erste Prüfung: {score}"


def names(some: list[str], others: list[str]) -> str:
    """Names of systems, in the shorter way; ``others`` are those that are not meant."""
    if not others:
        return "alle"
    return f"alle außer {', '.join(others)}" if len(others) < len(some) else ", ".join(some)


def affected(people: int) -> str:
    """About how many people a breach affects."""
    return f"Betroffen: etwa {speech.count_of(people, 'Person', 'Personen')}"
