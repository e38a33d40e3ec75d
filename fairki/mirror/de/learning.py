"""German of learning: decisions that nobody can learn from."""

from collections.abc import Iterable

from fairki.speech import count_of, of_number

ALL_INVITED = "Sie haben alle eingeladen. Daraus lernt ein Modell nicht, wen es auswählen soll."
ALL_DECLINED = "Sie haben allen abgesagt. Daraus lernt ein Modell nicht, wen es auswählen soll."
ALL_ALIKE = "Alle Bewerbungen bekamen gleich viel Zustimmung. Daraus lernt ein Modell keine Auswahl."


def missing(n: int) -> str:
    """Decisions are missing."""
    verb = of_number(n, "fehlt", "fehlen")
    return f"Es {verb} noch {count_of(n, 'Entscheidung', 'Entscheidungen')}."


def odd_decision(value: str) -> tuple[str, str]:
    """A decision that is none: what happened, what to do."""
    return f"Mit „{value}“ kann das Modell nichts anfangen.", "Möglich sind „ja“ und „nein“."


def odd_share(value: float) -> tuple[str, str]:
    """A share that is none: what happened, what to do."""
    return f"„{value}“ ist kein Anteil an Stimmen.", "Möglich sind Zahlen von 0 bis 1."


def strangers(ids: Iterable[str]) -> tuple[str, str]:
    """Applicants that are not among the sixteen: what happened, what to do."""
    return (
        f"Diese Bewerbung gibt es hier nicht: {', '.join(ids)}.",
        "Beginnen Sie bei den 16 Karten von vorn.",
    )
