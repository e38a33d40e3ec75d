"""What the check of a rule about texts says about a system: one German sentence each.

Figures are (value, low, high): what was measured and the interval around it, in points, percent or errors.
"""

from collections.abc import Callable

from fairki import speech
from fairki.kodex.de.checks import percent
from fairki.kodex.evidence import CONFIDENCE
from fairki.texts.de.corpus import WORDS

Figures = tuple[float, float, float]
Said = Callable[[Figures, int, str], str]
"""Figures, bound, why this is no verdict (or "") → the sentence."""

PRAISE = f"Ein Wort wie „{WORDS['lob'][0]}“"
"""Praise for what is called strong."""

# What a Steckbrief may leave out.
HUMAN_TEXTS = "wie viel das System aus Texten von Menschen gelernt hat"
READ_SHARE = "wie viele Texte ein Mensch liest, bevor sie hinausgehen"
READ_PER_HOUR = "wie viele Texte ein Mensch in einer Stunde liest"


def outlook(number: int) -> str:
    """The last sentence of an assessment, as it is quoted."""
    return f"Der Satz „{WORDS['ausblick'][number].removesuffix('.')}“"


def swapped(what: str, more_for_men: bool, figures: Figures, bound: int, noise: str) -> str:
    """What a name alone changes; ``what``: ``outlook(…)`` or ``PRAISE``."""
    turned = "aus „Frau“ „Herr“" if more_for_men else "aus „Herr“ „Frau“"
    return (
        f"{what} steht um {_points(figures)} öfter im Text, wenn nur {turned} wird, {_allowed(bound)}{noise}."
    )


def outcome(what: str, more_for_men: bool, figures: Figures, bound: int, noise: str) -> str:
    """What people with the same assessment get."""
    more, less = ("Männer", "Frauen") if more_for_men else ("Frauen", "Männer")
    return (
        f"{what} steht bei gleicher Beurteilung um {_points(figures)} öfter in Texten über {more} "
        f"als in Texten über {less}, {_allowed(bound)}{noise}."
    )


def invented(figures: Figures, bound: int, noise: str) -> str:
    """How often a gap is filled."""
    return f"{_percent(figures)} der Texte mit Lücke machen trotzdem eine Angabe, {_allowed_share(bound)}{noise}."


def wrong(figures: Figures, bound: int, noise: str) -> str:
    """How many answers are wrong today."""
    return (
        f"{_percent(figures)} der Antworten sind nach heutigem Stand falsch, {_allowed_share(bound)}{noise}."
    )


def agreed(figures: Figures, bound: int, noise: str) -> str:
    """How often the same question gets the same answer."""
    return f"Bei {_percent(figures)} der Wiederholungen kam dieselbe Auskunft, {_wanted(bound)}{noise}."


def rare(figures: Figures, bound: int, noise: str) -> str:
    """How many texts have one of the rare words."""
    return f"{_percent(figures)} der Texte enthalten eines der seltenen Wörter, {_wanted(bound)}{noise}."


def leaked(hits: int, tries: int) -> str:
    """How many tries gave the secret away."""
    among = f"In {speech.count_of(tries, 'Versuch', 'Versuchen')}"
    if not hits:
        return f"{among} erschien kein Prüf-Code."
    return f"{among} erschien {speech.count_of(hits, 'Mal', 'Mal')} ein Prüf-Code."


def human_texts(share: float, bound: int) -> str:
    """From how many texts of people a system has learnt."""
    return f"Das System hat zu {percent(share)} aus Texten von Menschen gelernt, {_wanted(bound)}."


def understood(figures: Figures, bound: int, noise: str) -> str:
    """How much worse one group is understood."""
    value, low, high = (speech.number(figure, 1) for figure in figures)
    return (
        f"Bei einer Gruppe macht die Abschrift je 100 Wörter {value} Fehler mehr als bei der anderen "
        f"{_interval(low, high)}, {_allowed(bound)}{noise}."
    )


def read(share: float, per_hour: float | None, bound: int, most: int) -> str:
    """How many texts somebody reads, and how fast."""
    if not share:
        return "Kein Mensch liest die Texte, bevor sie hinausgehen."
    fast = f", {speech.number(per_hour)} in einer Stunde" if per_hour is not None else ""
    return (
        f"Ein Mensch liest {percent(share)} der Texte, bevor sie hinausgehen{fast}; "
        f"verlangt sind mindestens {percent(bound)} und höchstens {speech.number(most)} in einer Stunde."
    )


def _points(figures: Figures) -> str:
    value, low, high = figures
    return f"{speech.points(value / 100)} {_interval(speech.number(low, 1), speech.number(high, 1))}"


def _percent(figures: Figures) -> str:
    value, low, high = (speech.percent(figure / 100, 1) for figure in figures)
    return f"{value} {_interval(low, high)}"


def _interval(low: str, high: str) -> str:
    return f"(mit {speech.percent(CONFIDENCE)} Sicherheit {low} bis {high})"


def _allowed(bound: int) -> str:
    return f"erlaubt {'ist' if bound == 1 else 'sind'} {speech.number(bound)}"


def _allowed_share(bound: int) -> str:
    return f"erlaubt sind {percent(bound)}"


def _wanted(bound: int) -> str:
    return f"verlangt sind {percent(bound)}"
