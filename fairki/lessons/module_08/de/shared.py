"""German that several units of module 08 share."""

from collections.abc import Iterable

from fairki.html import NOTHING, Markup, html
from fairki.speech import number
from fairki.texts.corpus import Part
from fairki.texts.measures import Estimate


def percent(value: float, digits: int = 0) -> str:
    """A share that is in percent already."""
    return f"{number(value, digits)}\N{NO-BREAK SPACE}%"


def points(value: float) -> str:
    """A difference in points, without its sign."""
    return f"{number(abs(value), 1)} Punkte"


def span(estimate: Estimate, unit: str) -> str:
    """The interval of an estimate."""
    return f"{number(estimate.low, 1)} bis {number(estimate.high, 1)}\N{NO-BREAK SPACE}{unit}"


def turned(estimate: Estimate) -> Estimate:
    """The same difference, seen from the other group."""
    return Estimate(-estimate.value, -estimate.high, -estimate.low, estimate.n)


def of_hundred(value: float) -> str:
    """A share in percent as „29 von 100“."""
    return f"{number(value)} von 100"


def marked(parts: Iterable[Part]) -> Markup:
    """A text in which the words that somebody has to choose are marked."""
    return NOTHING.join(html("<mark>{}</mark>" if part.written else "{}", part.text) for part in parts)
