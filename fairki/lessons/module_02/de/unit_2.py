"""German of unit 2, the whole and its parts: in the order of the page."""

from collections.abc import Sequence
from typing import NamedTuple

from fairki.html import NOTHING, Markup, html, paragraphs, strong, table
from fairki.speech import number, percent

TOGETHER = ("Alle zusammen", "Frauen", "Männer")
ADMITTED = "zugelassen"

PARTS = "Was schätzen Sie: In wie vielen der sechs Fachbereiche lag die Quote der Männer höher?"
PARTS_UNIT = "von 6"
DEPARTMENTS = ("Fach\N{SOFT HYPHEN}bereich", "Frauen", "Männer")

LEVEL = "Welche Ebene würden Sie anschauen?"
LEVELS = [
    ["ganzes", "Nur das Ganze"],
    ["teile", "Nur die einzelnen Fachbereiche"],
    ["beide", "Beides, und dazu die Frage nach dem Grund"],
]
LEVEL_ANSWERS = {
    "ganzes": "Das Ganze zeigt, was am Ende herauskommt. Es zeigt nicht, wo der Unterschied entsteht. Wer nur hier hinschaut, sucht vielleicht an der falschen Stelle.",
    "teile": "Die Teile zeigen, wer entscheidet. Aber sie zeigen nicht, warum sich Menschen verschieden verteilen und warum manche Fachbereiche so wenige Plätze haben.",
    "beide": "So gehen auch Fachleute vor: Das Ganze zeigt das Ergebnis, die Teile zeigen den Ort. Der Grund steht in keiner der beiden Tabellen. Danach muss man fragen.",
}


class Row(NamedTuple):
    """Which share of women and of men were admitted somewhere, and of how many of them."""

    name: str
    women: float
    men: float
    sizes: tuple[int, int] | None = None


def rates(columns: Sequence[str], rows: Sequence[Row]) -> Markup:
    """Rates of women and men as a table with bars; where it is told of how many, the higher one is marked in words."""
    return html('<div class="fk-table">{}</div>', table(columns, map(_cells, rows), "fk-rates"))


def _cells(row: Row) -> tuple[str, Markup, Markup]:
    women, men = percent(row.women, 1), percent(row.men, 1)
    seen = row.sizes is not None and women != men  # nothing is higher where one does not see it
    of_women, of_men = row.sizes or (None, None)
    return (
        row.name,
        _rate(0, row.women, women, seen and row.women > row.men, of_women),
        _rate(1, row.men, men, seen and row.men > row.women, of_men),
    )


def _rate(bar: int, rate: float, shown: str, higher: bool, size: int | None) -> Markup:
    return html(
        '<span class="fk-bar fk-bar-{}" style="width:{:.1f}%"></span>{}{}{}',
        bar,
        100 * rate,
        shown,
        html(" {}", strong("höher")) if higher else NOTHING,
        NOTHING if size is None else html("<br><span>von {}</span>", number(size)),
    )


def parts(
    rows: Sequence[Row], share: float, refused: float, elsewhere: float, women: float, men: float
) -> Markup:
    """The departments one by one, and how their sum comes about.

    Args:
        rows: the departments.
        share: of the women, those who applied at C to F.
        refused, elsewhere: share of applications that were refused there, and at A and B.
        women, men: share admitted if both had applied to the departments in the same proportions.
    """
    men_ahead = sum(row.women < row.men for row in rows)
    return (
        paragraphs(
            html(
                "Es sind nur {}. In den anderen lag die Quote der Frauen höher.",
                strong(f"{men_ahead} von {len(rows)}"),
            )
        )
        + rates(DEPARTMENTS, rows)
        + paragraphs(
            f"{percent(share)} der Frauen bewarben sich in den Fachbereichen C bis F. Dort bekamen "
            f"{percent(refused)} aller Bewerbungen eine Absage. In A und B waren es "
            f"{percent(elsewhere)}. Das zieht die Quote der Frauen im Ganzen nach unten.",
            "Ein Rechenversuch: Hätten sich Frauen und Männer gleich auf die Fachbereiche verteilt, wären "
            f"{percent(women, 1)} der Frauen und {percent(men, 1)} der Männer zugelassen worden.",
        )
    )


def level(chosen: str) -> Markup:
    """What the chosen level shows, and what it does not."""
    return paragraphs(LEVEL_ANSWERS[chosen])
