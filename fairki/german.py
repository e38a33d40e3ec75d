"""Numbers as German readers expect them: 1.234,5 · 45,3 % · 14,8 Punkte."""

import math

from babel.numbers import format_decimal

LOCALE = "de_DE"
MINUS = "\N{MINUS SIGN}"
UNKNOWN = "unbekannt"
"""What stands where a number cannot be computed (NaN)."""


def number(value: float, digits: int = 0) -> str:
    """A number with German separators and exactly ``digits`` decimals; a rounded zero has no sign."""
    if math.isnan(value):
        return UNKNOWN
    rounded = round(float(value), digits) + 0.0
    text = format_decimal(
        abs(rounded), format="#,##0" + ("." + "0" * digits if digits else ""), locale=LOCALE
    )
    return MINUS + text if rounded < 0 else text


def percent(share: float, digits: int = 0) -> str:
    """A share between 0 and 1 as a percentage, with the no-break space that DIN 5008 asks for."""
    shown = number(100 * share, digits)
    return shown if shown == UNKNOWN else f"{shown}\N{NO-BREAK SPACE}%"


def points(difference: float, digits: int = 1) -> str:
    """A difference of two shares (−1 to 1) in percentage points: ``14,8 Punkte``."""
    shown = number(100 * difference, digits)
    if shown == UNKNOWN:
        return shown
    unit = "Punkt" if shown.lstrip(MINUS) == number(1, digits) else "Punkte"
    return f"{shown}\N{NO-BREAK SPACE}{unit}"


def count_of(n: int, singular: str, plural: str) -> str:
    """A count with its noun in the right form: ``1 Karte``, ``16 Karten``."""
    return f"{number(n)} {singular if n == 1 else plural}"
