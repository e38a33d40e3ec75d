"""German of „Hält das über 20 Jahrgänge?“ in unit 3."""

from collections.abc import Mapping

from fairki.html import Markup, grouped, html, paragraphs, strong
from fairki.lessons.module_06.de.unit_3 import TODAY, WAYS
from fairki.lessons.module_06.many_years import Way
from fairki.speech import number

ASK_UNIT = "Jahrgänge"


def ask(way: str, years: int) -> str:
    """The question about the example."""
    return f"Was schätzen Sie: In wie vielen von {number(years)} Jahrgängen erreicht „{WAYS[way]}“ das Ziel?"


def found(example: str, kept: Mapping[str, Way], years: int) -> Markup:
    """How often each way reaches the goal, and between which gaps it lies.

    Args:
        example: the way that was asked about.
        kept: way → its figures in all years; "" is today's program.
    """
    today = kept[""]
    always = sum(one.reached(today) == years for way, one in kept.items() if way)
    rows = {
        WAYS.get(way, TODAY): [
            (
                number(100 * one.gap, 1),
                f"{number(100 * one.span[0], 1)} bis {number(100 * one.span[1], 1)}",
                number(one.reached(today)) if way else "–",
            )
        ]
        for way, one in kept.items()
    }
    return (
        paragraphs(
            html(
                "Es sind {}. Das Ziel ist dasselbe wie oben: höchstens 5 Punkte Abstand und nicht weniger Geeignete "
                "als heute.",
                strong(f"{number(kept[example].reached(today))} von {number(years)}"),
            ),
            f"Jeder Jahrgang hat andere Menschen und andere alte Urteile. In allen {number(years)} gelingt es "
            f"{number(always) if always else 'keinem'} der {number(len(kept) - 1)} Verfahren. Wer nur einen Jahrgang "
            "misst, kann Glück haben oder Pech.",
        )
        + grouped("Abstand und Ziel in allen Jahrgängen", ("Abstand im Mittel", "von … bis", "am Ziel"), rows)
        + paragraphs("Abstände in Punkten. Ein Minus heißt: Frauen liegen vorn.")
    )
