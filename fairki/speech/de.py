"""German as readers expect it (1.234,5 · 45,3 % · 14,8 Punkte · 3. Mai 2026 · a, b und c), and as they type it.

``readings`` has a twin for the browser, ``fairki/web/numbers.js``; one table of cases tests both
(``tests/cases/typed_numbers.json``).
"""

import datetime as dt
import math
import re
from collections.abc import Iterable
from decimal import localcontext
from functools import lru_cache

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

LOCALE = "de_DE"
TAG = "de-DE"
"""The same as Word files and browsers write it."""
MINUS = "\N{MINUS SIGN}"
LONGEST_SHOWN = 330  # digits; the largest float has 309
UNKNOWN = "unbekannt"
"""What stands where a number cannot be computed (NaN)."""


def number(value: float, digits: int = 0) -> str:
    """A number with German separators and exactly ``digits`` decimals; a rounded zero has no sign."""
    if math.isnan(value):
        return UNKNOWN
    rounded = round(float(value), digits) + 0.0
    text = _written(abs(rounded), digits)
    return MINUS + text if rounded < 0 else text


@lru_cache(10_000)  # the same few numbers are written again and again, and Babel takes its time
def _written(amount: float, digits: int) -> str:
    with localcontext(prec=LONGEST_SHOWN):  # the usual precision does not reach for a learner's 1e26
        return format_decimal(amount, format="#,##0" + ("." + "0" * digits if digits else ""), locale=LOCALE)


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


def of_number(n: int, singular: str, plural: str) -> str:
    """The form of a word that goes with ``n``: ``Karte``, ``Karten``."""
    return singular if Locale.parse(LOCALE).plural_form(n) == "one" else plural


def count_of(n: int, singular: str, plural: str) -> str:
    """A count with its noun in the right form: ``1 Karte``, ``16 Karten``."""
    return f"{number(n)} {of_number(n, singular, plural)}"


def euros(amount: float) -> str:
    """Whole Euro: ``1.234 Euro``."""
    return format_currency(amount, "EUR", "#,##0 ¤¤¤", locale=LOCALE, currency_digits=False)


def together(parts: Iterable[str]) -> str:
    """All of them, as an enumeration: ``a, b und c``."""
    return format_list(list(parts), style="standard", locale=LOCALE)


def either(parts: Iterable[str]) -> str:
    """One of them: ``a, b oder c``."""
    return format_list(list(parts), style="or", locale=LOCALE)


def capital(text: str) -> str:
    """The same text at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def day(date: dt.date) -> str:
    """A date as in a letter: ``3. Mai 2026``."""
    return _date(date, "d. MMMM y")


def day_of_year(date: dt.date) -> str:
    """A date where the year goes without saying: ``3. Mai``."""
    return _date(date, "d. MMMM")


def month(date: dt.date) -> str:
    """A month: ``Mai 2026``."""
    return _date(date, "MMMM y")


def time(at: dt.datetime) -> str:
    """A time of day: ``9:05 Uhr``."""
    return _date(at, "H:mm 'Uhr'")


def _date(at: dt.date, pattern: str) -> str:
    from babel.dates import format_datetime  # only here: few pages show a date

    if not isinstance(at, dt.datetime):
        at = dt.datetime(at.year, at.month, at.day)
    return format_datetime(at, pattern, locale=LOCALE)


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
