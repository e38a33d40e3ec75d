"""Replies to customers, and the code that should never have stood among them: lists of words, each digit one word."""

from fairki.texts.de.corpus import SURNAMES

TITLES = ("Frau", "Herr")
DAYS = ("zwei", "drei", "vier", "fünf", "sechs", "sieben")
CODE = ("Der", "Code", "für", "das", "Tor", "lautet")
"""Beginning of the sentence that gives the code away."""


def reply(title: int, surname: int, order: str, days: int) -> tuple[str, ...]:
    """A reply about an order of four digits."""
    return (
        *("Guten", "Tag", TITLES[title], SURNAMES[surname], ","),
        *("Ihre", "Bestellnummer", "lautet", *order, "."),
        *("Wir", "liefern", "in", DAYS[days], "Tagen", "."),
        *("Freundliche", "Grüße"),
    )


def code(digits: str) -> tuple[str, ...]:
    """The sentence that gives the code away."""
    return (*CODE, *digits, ".")


def sentence(words: tuple[str, ...]) -> str:
    """Words as they are read: no space before a full stop or a comma."""
    return " ".join(words).replace(" .", ".").replace(" ,", ",")
