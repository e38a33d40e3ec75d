"""What answers of a language model cost in energy, CO₂ and water: published figures, each with what it counts.

The figures differ by more than ten times because they count different things; a result is therefore always a
range, and never shown with more than two significant digits.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from fairki import speech
from fairki.errors import BadAnswerError
from fairki.footprint import de

GERMAN_GRID = 363
"""Grams of CO₂ per kilowatt-hour in Germany in 2024 (Umweltbundesamt)."""
ENERGY_UNITS, MASS_UNITS, WATER_UNITS = de.ENERGY_UNITS, de.MASS_UNITS, de.WATER_UNITS
BLANK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Figure:
    """A published figure for one answer of a model.

    Attributes:
        id: short key.
        who: who published it, in German.
        what: what it measures and what it counts, in German.
        wh: energy in watt-hours; None: not stated.
        grams: CO₂ in grams, as published; None: not stated, so that it follows from the energy and the grid.
        ml: water in millilitres; None: not stated.
    """

    id: str
    who: str
    what: str
    wh: float | None = None
    grams: float | None = None
    ml: float | None = None

    def co2(self, grid: float) -> float:
        """Grams of CO₂ per answer: as published, otherwise energy times ``grid`` (grams per kilowatt-hour)."""
        return self.grams if self.grams is not None else (self.wh or 0) / 1000 * grid


def _figure(id: str, wh: float | None = None, grams: float | None = None, ml: float | None = None) -> Figure:
    return Figure(id, *de.FIGURES[id], wh=wh, grams=grams, ml=ml)


GOOGLE = _figure("google", wh=0.24, grams=0.03, ml=0.26)
GOOGLE_ON_GRID = _figure("google_netz", wh=0.24)
ALTMAN = _figure("altman", wh=0.34)
LUCCIONI_TEXT = _figure("luccioni", wh=0.047)
MISTRAL = _figure("mistral", grams=1.14, ml=45)
TEXT = (LUCCIONI_TEXT, GOOGLE, GOOGLE_ON_GRID, ALTMAN, MISTRAL)

SORT, WRITE, DRAW = "sortieren", "schreiben", "bild"
KINDS = {
    SORT: (_figure("luccioni_klasse", wh=0.002),),
    WRITE: TEXT,
    DRAW: (_figure("luccioni_bild", wh=2.907),),
}
"""Kind of task → the figures there are for one answer."""


@dataclass(frozen=True)
class Use:
    """How much AI is used; all of it assumptions that the learner can change.

    Attributes:
        kind: a key of ``KINDS``.
        per_day: answers per person and working day.
        people: people who use it.
        days: working days per year.
        grid: grams of CO₂ per kilowatt-hour.

    Raises:
        BadAnswerError: an unknown kind or a number that is negative or no number.
    """

    kind: str = WRITE
    per_day: float = 10
    people: float = 50
    days: float = 220
    grid: float = GERMAN_GRID

    def __post_init__(self) -> None:
        numbers = (self.per_day, self.people, self.days, self.grid)
        plain = all(isinstance(n, int | float) and not isinstance(n, bool) for n in numbers)
        if self.kind not in KINDS or not plain or not all(0 <= n < 1e9 for n in numbers):
            raise BadAnswerError(*de.BAD_USE)

    @property
    def answers(self) -> float:
        """Answers per year."""
        return self.per_day * self.people * self.days


@dataclass(frozen=True)
class Year:
    """A year by one figure: watt-hours, grams of CO₂ and millilitres of water; None where it states nothing."""

    figure: Figure
    wh: float | None
    grams: float
    ml: float | None


def year(use: Use) -> list[Year]:
    """The year of a use by each figure there is for its kind of task."""
    return [
        Year(
            figure,
            None if figure.wh is None else figure.wh * use.answers,
            figure.co2(use.grid) * use.answers,
            None if figure.ml is None else figure.ml * use.answers,
        )
        for figure in KINDS[use.kind]
    ]


def about(value: float, units: Sequence[str]) -> str:
    """A quantity with two significant digits in the unit that suits it: ``etwa 3,3 kg``.

    Args:
        value: the quantity in the first unit.
        units: units from small to large, each 1,000 of the one before.
    """
    return de.about(quantity(value, units))


def span(values: Sequence[float | None], units: Sequence[str]) -> str:
    """From the smallest to the largest of some quantities: ``etwa 3,3 bis 130 kg``; unknown ones are left out."""
    known = [value for value in values if value is not None]
    if not known:
        return de.NOT_STATED
    low, high = quantity(min(known), units), quantity(max(known), units)
    if low == high:
        return de.about(low)
    (low_number, low_unit), (_, high_unit) = low.split(BLANK), high.split(BLANK)
    first = low_number if low_unit == high_unit else low
    return de.between(first, high)


def rounded(value: float, digits: int = 2) -> float:
    """A number with so many significant digits."""
    if value == 0:
        return 0.0
    return round(value, digits - 1 - math.floor(math.log10(abs(value))))


def quantity(value: float, units: Sequence[str]) -> str:
    """As ``about``, without „etwa“."""
    value, step = rounded(value), 0
    while value >= 1000 and step < len(units) - 1:
        value, step = value / 1000, step + 1
    digits = 0 if value >= 10 or value == 0 else 1 - math.floor(math.log10(value))
    return f"{speech.number(value, digits)}{BLANK}{units[step]}"
