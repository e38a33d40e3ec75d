"""German of who may see which score: in the order of the page."""

from collections.abc import Iterable, Mapping, Sequence

from fairki.governance import rights
from fairki.governance.rights import Month
from fairki.html import Markup, bullets, html, paragraphs, strong
from fairki.reference import Law
from fairki.speech import count_of, number, together

NOTHING_TICKED = paragraphs("Noch darf niemand einen Punktwert sehen. Kreuzen Sie an, wer ihn braucht.")
FITS = "Hier sieht jede Rolle, was sie braucht, und nicht mehr."


def may_see(score: str) -> str:
    """The question above the roles."""
    return f"Wer darf den {rights.SCORES[score]} sehen?"


def names(roles: Iterable[str]) -> str:
    """Names of roles."""
    return together([rights.ROLES[role] for role in roles])


def follows(score: str, too_much: Sequence[str], missing: Sequence[str]) -> Markup:
    """What follows for one score."""
    said = []
    if rights.HANDLES[score] in missing:
        said.append("Niemand kann eine Nachfrage mit den Gründen beantworten.")
    if rights.SELF in missing:
        said.append("Die Person selbst erfährt ihren Wert nicht.")
    if too_much:
        said.append(f"Mehr als nötig sieht: {names(too_much)}. Dort reichen Summen ohne Namen.")
    return html("{}: {}", strong(rights.SCORES[score]), " ".join(said) or FITS)


def month(found: Month) -> str:
    """The month that was simulated."""
    looks = count_of(found.looks, "Eintrag", "Einträge")
    return (
        f"Ein erfundener Monat mit diesen Rechten: Das Protokoll bekommt {looks}, einen je Blick auf einen Wert. Bei "
        f"{number(found.needless)} davon brauchte niemand den Wert für die Arbeit. {number(found.questions)} Menschen "
        f"fragen nach ihrem Wert. Ohne Antwort bleiben {number(found.open)}."
    )


def consequences(scores: Mapping[str, tuple[Sequence[str], Sequence[str]]], found: Month) -> Markup:
    """What follows from the rights: score → who sees too much, who is missing; and the month."""
    return bullets(follows(score, *both) for score, both in scores.items()) + paragraphs(month(found))


LOG = (
    "Das Protokoll hält fest, wer welchen Wert sah und wer welche Regel warum geändert hat. Wozu darf es nicht nebenbei "
    "werden?"
)
MISUSE = "leistung"
LOG_USES = [
    ["nachfrage", "Zum Beleg, wenn jemand nach einer Entscheidung fragt"],
    ["neugier", "Zum Nachweis, dass niemand unnötig in Werte sieht"],
    [MISUSE, "Zur Liste, wer von den Beschäftigten wie schnell arbeitet"],
]
ENTRIES = [
    "Di, 9:12 Uhr · Vertrieb · sah den Wert der Anfrage 1384",
    "Di, 9:40 Uhr · Vertrieb · schaltete die Regel „Gebiet Süd“ aus, Grund: Stellvertreter für den Namen",
    "Di, 11:05 Uhr · Algorithmus-Verantwortliche · gab die Änderung frei",
]


def log(hit: bool, law: Law) -> Markup:
    """What the log must not become, and why."""
    return paragraphs(
        f"{'Richtig.' if hit else 'Dafür ist es gerade da.'} Aus denselben Zeilen ließe sich ablesen, wer wie viel "
        "schafft. Ein Protokoll über Entscheidungen wird so zu einem über Beschäftigte. Darum steht vorher fest: Wer "
        "liest es, wozu, und wann wird es gelöscht?",
        html("{} <cite>Quelle: {}</cite>", law.text, law.citation),
        "So kann ein Stück davon aussehen:",
    ) + bullets(ENTRIES)
