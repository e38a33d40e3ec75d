"""Texts that people write on their phones: whatever they hold, they stay text, in one paragraph."""

import unicodedata
from typing import Any

from coursetools.workshop.activities.activity import not_an_answer
from coursetools.workshop.de import own_questions as de
from fairki.errors import BadAnswerError


def paragraph(text: Any, most: int) -> str:
    """The text in one paragraph, without signs that nobody sees; "" if nothing is left.

    HTML stays what was typed: pages and files show it as text.

    Raises:
        BadAnswerError: it is no text, or has more than `most` characters.
    """
    if not isinstance(text, str):
        raise not_an_answer()
    if len(text) > most:
        raise BadAnswerError(*de.too_long(most))
    return " ".join("".join(map(printable, unicodedata.normalize("NFC", text))).split())


def needed(text: Any, most: int) -> str:
    """As ``paragraph``; a text without a visible sign is refused, too."""
    found = paragraph(text, most)
    if not any(unicodedata.category(sign)[0] in "LNS" for sign in found):
        raise BadAnswerError(*de.NOTHING_WRITTEN)
    return found


def printable(sign: str) -> str:
    """The sign, or a blank for control, format and surrogate characters."""
    return " " if unicodedata.category(sign).startswith("C") else sign
