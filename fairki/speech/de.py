"""Numbers as German readers expect them (1.234,5 · 45,3 % · 14,8 Punkte), and as people type them.

``readings`` has a twin for the browser, ``fairki/web/numbers.js``; one table of cases tests both
(``tests/cases/typed_numbers.json``).
"""

import math
import re
from decimal import localcontext

from babel.numbers import format_decimal

LOCALE = "de_DE"
MINUS = "\N{MINUS SIGN}"
LONGEST_SHOWN = 330  # digits; the largest float has 309
UNKNOWN = "unbekannt"
"""What stands where a number cannot be computed (NaN)."""


def number(value: float, digits: int = 0) -> str:
    """A number with German separators and exactly ``digits`` decimals; a rounded zero has no sign."""
    if math.isnan(value):
        return UNKNOWN
    rounded = round(float(value), digits) + 0.0
    with localcontext(prec=LONGEST_SHOWN):  # the usual precision does not reach for a learner's 1e26
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


LONGEST = 50  # characters of a typed number

_FRACTIONS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8}
_SPACES = re.compile("[ \\t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}]+")
_UNIT = re.compile(r" ?(?:%|prozent|prozentpunkte?|punkte?)$", re.IGNORECASE)
_SIGN = re.compile("^([+\N{MINUS SIGN}\N{EN DASH}-]) ?")
_FRACTION = re.compile(r"([0-9]{0,6}) ?([½¼¾⅓⅔⅛])")
_PLAIN = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"([0-9]*)[.,]([0-9]+)")
_GROUPED = re.compile(r"([1-9][0-9]{0,2}(?:([ .,'’])[0-9]{3})(?:\2[0-9]{3})*)(?:(?!\2)[.,]([0-9]+))?")


def readings(text: str) -> tuple[float, ...]:
    """What a typed number can mean: nothing if it is none, two values if it is ambiguous, else one.

    A comma or a point is a decimal sign, groups of three digits are thousands; „%“, „Prozent“ and „Punkte“ may stand
    behind the number. Where one sign stands before the last three digits, both is possible („1.000“, „1,000“): then
    the larger value comes first, and people have to be asked.
    """
    text = _SPACES.sub(" ", text).strip()
    if len(text) > LONGEST:
        return ()
    text = _UNIT.sub("", text)
    sign = -1.0 if (found := _SIGN.match(text)) and found[1] != "+" else 1.0
    text = _SIGN.sub("", text)
    if found := _FRACTION.fullmatch(text):
        return (sign * (int(found[1] or 0) + _FRACTIONS[found[2]]),)
    values = []
    if found := _GROUPED.fullmatch(text):
        values.append(float(found[1].replace(found[2], "") + "." + (found[3] or "0")))
    if found := _DECIMAL.fullmatch(text):
        values.append(float(f"{found[1] or 0}.{found[2]}"))
    if _PLAIN.fullmatch(text):
        values.append(float(text))
    return tuple(sign * value + 0.0 for value in values)


def spelling(value: float) -> str:
    """``value`` as it can be typed without being ambiguous: ``1000``, ``1,5``, ``1,2340``."""
    text = f"{abs(value):.10f}".rstrip("0").rstrip(".").replace(".", ",")
    if len(readings(text)) > 1:
        text += "0"
    return MINUS + text if value < 0 else text


def which(text: str) -> str:
    """A German sentence that asks what an ambiguous number means."""
    large, small = map(spelling, readings(text))
    return f"„{text.strip()}“ ist nicht eindeutig. Meinen Sie {large} oder {small}?"
