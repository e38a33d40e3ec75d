"""German of unit 1, four pictures of fairness: in the order of the page."""

from fairki.definitions import TOLERANCE
from fairki.html import Markup, html, paragraphs, strong
from fairki.speech import count_of, number, points

MEANINGS = {
    "quoten": "In beiden Gruppen bekommen gleich viele von 100 den Kredit.",
    "chancen": "Von denen, die zurückzahlen würden, bekommen in beiden Gruppen gleich viele den Kredit.",
    "fehler": "Wie bei den gleichen Chancen. Außerdem bekommen von denen, die nicht zurückzahlen, in beiden Gruppen gleich viele den Kredit.",
    "bedeutung": "Von denen mit Kredit zahlen in beiden Gruppen gleich viele zurück. Eine Zusage bedeutet also für alle dasselbe.",
}
"""Key of a definition → what it compares."""

BEFORE = "Was wäre für Sie bei den Krediten fair?"
OPINIONS = [
    ["quoten", "Gleiche Quoten", MEANINGS["quoten"]],
    ["chancen", "Gleiche Chancen", MEANINGS["chancen"]],
    ["fehler", "Gleiche Fehlerquoten", "Beide Arten von Fehlern kommen in beiden Gruppen gleich oft vor."],
    ["bedeutung", "Gleiche Bedeutung", MEANINGS["bedeutung"]],
    ["andere", "Etwas anderes", "Keine dieser vier Definitionen passt für mich."],
]
"""Key of an opinion, its name, what it means."""

LIMITS = "Zwei Grenzen, vier Definitionen"
TOGETHER = "Was glauben Sie: Wie viele der vier lassen sich höchstens zugleich erfüllen?"
TOGETHER_OPTIONS = [[str(n), count_of(n, "Definition", "Definitionen")] for n in range(1, 5)]

AFTER = "Und jetzt: Was wäre für Sie bei den Krediten fair?"
PRO_AND_CON = {
    "quoten": "Dafür spricht: Alle Gruppen haben gleich viel Zugang. Dagegen spricht: Wer öfter zurückzahlt, hat davon nichts.",
    "chancen": "Dafür spricht: Wer zurückzahlen würde, hat in jeder Gruppe die gleiche Chance. Dagegen spricht: Oft weiß niemand, wer zurückgezahlt hätte.",
    "fehler": "Dafür spricht: Beide Arten von Fehlern treffen die Gruppen gleich. Dagegen spricht: Dann bedeutet eine Zusage nicht mehr für alle dasselbe.",
    "bedeutung": "Dafür spricht: Die Bank kann sich auf eine Zusage in jeder Gruppe gleich verlassen. Dagegen spricht: Unter Jüngeren bekommen mehr Menschen zu Unrecht eine Absage.",
    "andere": "Auch das ist eine klare Haltung: Vielleicht soll gar kein Programm entscheiden, oder nach ganz anderen Regeln.",
}
"""Key of an opinion → what speaks for and against it."""


def together(most: int, positions: int, with_most: int, older: float, younger: float) -> Markup:
    """How many definitions hold together at most, and why not all of them do.

    Args:
        most: that many.
        positions: how many positions of the sliders there are.
        with_most: in how many of them ``most`` definitions hold.
        older, younger: share of each group that pays back.
    """
    return paragraphs(
        html(
            "Es sind {}. Wir haben alle {} Stellungen der beiden Regler durchgerechnet. In {} davon sind {} "
            "Definitionen erfüllt. Als gleich gilt ein Abstand bis {}.",
            strong(f"höchstens {most}"),
            number(positions),
            number(with_most),
            most,
            points(TOLERANCE, 0),
        ),
        f"Der Grund: Von 100 Personen ab 30 zahlen {number(100 * older)} zurück, "
        f"von 100 Personen unter 30 nur {number(100 * younger)}. Solange sich diese Grundquoten "
        "unterscheiden, gehen nicht alle vier.",
    )


def opinions(before: str | None, after: str) -> Markup:
    """Both opinions, if there are two, and what speaks for and against the second."""
    names = {key: title for key, title, _ in OPINIONS}
    if before is None:
        first = f"Ihre Wahl: „{names[after]}“."
    elif before == after:
        first = f"Sie bleiben bei „{names[after]}“."
    else:
        first = f"Zuerst wählten Sie „{names[before]}“, jetzt „{names[after]}“."
    return paragraphs(
        html("{} Eine richtige Antwort gibt es hier nicht.", strong(first)),
        PRO_AND_CON[after],
        "Wichtig ist, dass jemand die Wahl trifft, sie begründet und dafür einsteht. "
        "Sonst trifft sie das Programm, ohne dass es jemand merkt.",
    )
