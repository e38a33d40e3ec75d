"""German of unit 2, delete the column: in the order of the page."""

from typing import TYPE_CHECKING

from fairki.html import Markup, html, paragraphs, strong
from fairki.speech import number, percent, points

if TYPE_CHECKING:  # early pages stay light
    from fairki import metrics

STAYS = "Was schätzen Sie: Wie viel Prozent des Abstands bleiben ohne die Spalte Geschlecht?"
STAND_IN = "Welche Angabe verrät das Geschlecht am besten?"
GUESS_FIRST = paragraphs("Schätzen Sie zuerst. Dann erscheint hier das Bild.")
COLUMNS = "Diese Spalten bekommt das Modell nicht (Geschlecht ist schon gelöscht):"
COLUMNS_FIRST = paragraphs("Wählen Sie eine oder mehrere Spalten.")
NO_COLUMN_LEFT = paragraphs(
    "Jetzt sieht das Modell gar nichts mehr. Es könnte nur noch würfeln. "
    "Lassen Sie mindestens eine Spalte stehen."
)
FLIP = "Was glauben Sie: Was sagt der bestandene Test über den Abstand?"
FLIP_OPTIONS = [
    ["weg", "Der Abstand ist damit weg."],
    ["nichts", "Er sagt nichts über den Abstand."],
    ["kleiner", "Der Abstand ist zumindest klein."],
]


def stays(share: float, before: "metrics.Gap", after: "metrics.Gap") -> Markup:
    """How much of the gap stays."""
    return paragraphs(
        html("Tatsächlich bleiben {}.", strong(percent(share))),
        f"Mit der Spalte beträgt der Abstand {points(before.value)}, ohne die Spalte {points(after.value)}. "
        "Das Modell findet das alte Muster auf anderen Wegen.",
    )


def stand_ins(name: str, others: int, hit: bool, best: int, together: float) -> Markup:
    """The column that gives the gender away best, or the guessed one if it is as good; and all of them together.

    Args:
        name: the column as people read it.
        others: how many more columns look the same in the picture.
        hit: whether it was guessed.
        best: of 100 pairs, how many it tells apart.
        together: the same share for all columns, 0 to 1.
    """
    return paragraphs(
        html(
            "{} {} {}: Bei {} von 100 Paaren aus einer Frau und einem Mann reicht diese Angabe allein, "
            "um beide richtig zu erkennen. Ein Münzwurf schafft 50.",
            "Gut erkannt:" if hit else "Es ist eine andere Angabe.",
            strong(name),
            "gehört zu den Angaben, die am meisten verraten" if others else "verrät am meisten",
            number(best),
        ),
        f"Alle Angaben zusammen schaffen {number(100 * together)} von 100. "
        "Die Spalte Geschlecht ist gelöscht, das Geschlecht nicht.",
    )


def columns(result: "metrics.Outcome", start: "metrics.Outcome") -> Markup:
    """Gap and fit of a reduced model (``metrics.Outcome``), compared with ``start``."""
    return paragraphs(
        html(
            "Abstand jetzt: {} (vorher {}; auch {} bis {} passen gut zu den Daten).",
            strong(points(result.gap.value)),
            points(start.gap.value),
            number(100 * result.gap.low, 1),
            points(result.gap.high),
        ),
        *(["Ein Minus heißt: Frauen werden häufiger eingeladen."] if result.gap.low < 0 else []),
        html(
            "Richtige Entscheidungen, gemessen an der wahren Eignung: {} (vorher {}).",
            strong(percent(result.as_suitable, 1)),
            percent(start.as_suitable, 1),
        ),
        f"Gleiche Entscheidung wie nach dem alten Muster der Firma: {percent(result.as_before, 1)} "
        f"(vorher {percent(start.as_before, 1)}).",
        columns_hint(result, start),
    )


def columns_hint(result: "metrics.Outcome", start: "metrics.Outcome") -> str:
    """One sentence on what a learner can see in the figures of a reduced model."""
    gap, before = (round(1000 * one.gap.value) for one in (result, start))  # as shown: one decimal
    if result.gap.low <= 0 <= result.gap.high:
        open_ = "Kein Abstand mehr nachweisbar. Ein kleiner kann trotzdem noch da sein: Die Spanne sagt, wie groß."
        if round(1000 * result.as_suitable) >= round(1000 * start.as_suitable):
            return f"{open_} Und es gibt nicht weniger richtige Entscheidungen als vorher."
        return f"{open_} Dafür fehlt dem Modell jetzt Wissen über die Eignung."
    if gap < 0:
        return "Jetzt werden Frauen häufiger eingeladen. Welche Spalte braucht das Modell doch?"
    if 2 * gap < before:
        return "Mehr als die Hälfte des Abstands ist weg. Welche Spalte hilft noch?"
    return "Der größte Teil des Abstands ist noch da. Welche Angabe verrät das Geschlecht noch?"


def flip(seeing: float, unseeing: float, gap: "metrics.Gap") -> Markup:
    """What the flip test changes in both models, and what it does not see."""
    return paragraphs(
        html(
            "Beim Modell {} der Spalte ändern sich {} der Entscheidungen, beim Modell {} die Spalte {}. "
            "Trotzdem beträgt sein Abstand {}.",
            strong("mit"),
            percent(seeing, 1),
            strong("ohne"),
            percent(unseeing, 1),
            points(gap.value),
        ),
        "Der Test findet nur, was direkt an der Spalte hängt. Den Abstand sieht er nicht. "
        "Prüfen Sie deshalb immer auch die Ergebnisse für die Gruppen.",
    )
