"""Why a line is no TOML: slips of people who write it in an editor for the first time, and what to write instead."""

import re
from collections.abc import Sequence

from fairki.company import de

_CURLY = r"[\u00ab\u00bb\u2018-\u201f]"
_SLIPS: Sequence[tuple[re.Pattern[str], tuple[str, str]]] = (
    (re.compile(rf"""[^"'#]*{_CURLY}"""), de.CURLY_QUOTES),
    (re.compile(rf"""[^"'#]*"[^"]*{_CURLY}[^"]*$"""), de.CURLY_QUOTES),
    (re.compile(r"[^=\"'#]*[^\x00-\x7f][^=\"'#]*="), de.UMLAUT_IN_KEY),
    (re.compile(r"[^=\"'#]*=\s*\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}"), de.GERMAN_DAY),
    (re.compile(r"[^=\"'#]*=\s*[+-]?\d+,\d"), de.GERMAN_NUMBER),
    (re.compile(r"[^=\"'#]*=\s*[^\W\d]"), de.BARE_TEXT),
)
"""How a line with a slip looks from its beginning; the first that fits is told."""
_TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate", "Cannot redefine", "Duplicate")
_NO_DAY = "Invalid date"
_BACKSLASH = ("escape", "hex value")


def slip(line: str, error: str) -> tuple[str, str]:
    """What is wrong, and what to write.

    Args:
        line: what stands where the reading stopped.
        error: what ``tomllib`` says about it.
    """
    if any(word in error for word in _TWICE):
        return de.TWICE
    if _NO_DAY in error:
        return de.NO_SUCH_DAY
    if any(word in error for word in _BACKSLASH):
        return de.BACKSLASH
    return next((told for pattern, told in _SLIPS if pattern.match(line)), de.NOT_TOML)
