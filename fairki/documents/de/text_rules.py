"""„Spielregeln für KI-Texte“ in words."""

from collections.abc import Sequence
from typing import NamedTuple

from fairki import manifest
from fairki.speech import capital

TITLE = "Spielregeln für KI-Texte"
PLACE = manifest.place("08.4")
SUBTITLE = "Eine Seite für alle, die ein Programm schreiben lassen"
PURPOSE = "Diese Seite sagt, wie wir mit Programmen umgehen, die für uns schreiben. Sie gilt, bis wir sie gemeinsam ändern."


class Field(NamedTuple):
    """A field of the page."""

    title: str
    question: str
    hint: str


FIELDS = (
    Field(
        "Wofür wir Programme schreiben lassen",
        "Wofür lassen wir Programme schreiben?",
        "Eine Regel je Zeile, zum Beispiel: „Entwürfe für Antworten an Kundinnen und Kunden“.",
    ),
    Field(
        "Was nie hineinkommt",
        "Was kommt nie hinein?",
        "Zum Beispiel: „Codes und Passwörter“.",
    ),
    Field(
        "Wer liest, bevor etwas hinausgeht",
        "Wer liest einen Text, bevor er hinausgeht, und womit vergleicht diese Person ihn?",
        "Eine Rolle genügt. Planen Sie Zeit dafür ein.",
    ),
    Field(
        "Wie wir es zeigen",
        "Wie zeigen wir, dass ein Programm geholfen hat?",
        "Nach außen und im Haus. Niemand soll es heimlich tun müssen.",
    ),
    Field(
        "Wen man fragt",
        "Wen fragt man, wenn man unsicher ist?",
        "Eine Person oder Rolle, die auch erreichbar ist.",
    ),
)
SORTED = "Unsere Beispiele"
SORTED_COLUMNS = ("Darf es hinein?", "Was")
EMPTY = (
    "Ihre Spielregeln sind noch leer.",
    "Sortieren Sie die Karten in Einheit 3, oder schreiben Sie eine Regel auf.",
)
CARDS_DAMAGED = ("Die Karten „Was darf hinein?“ sind beschädigt.", "Bitte sortieren Sie sie noch einmal.")


def damaged(field: str) -> tuple[str, str]:
    """A field that cannot be read, and what to do."""
    return f"In den Spielregeln ist „{field}“ beschädigt.", "Bitte schreiben Sie es noch einmal."


def law(text: str, citation: str) -> str:
    """A legal statement with where it stands."""
    return f"{text} ({citation})"


def kinds(kinds: Sequence[str]) -> str:
    """Kinds of data in one cell."""
    return capital("; ".join(kinds))


def looser(kinds: Sequence[str]) -> str:
    """Remark on what the course would keep out; "" if there is nothing."""
    return f"Der Kurs rät hier zu mehr Vorsicht: {'; '.join(kinds)}." if kinds else ""
