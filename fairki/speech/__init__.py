"""Numbers as readers expect them and as people type them, in the language of the course."""

from fairki.speech.de import (
    LOCALE,
    LONGEST,
    LONGEST_SHOWN,
    MINUS,
    UNKNOWN,
    count_of,
    number,
    percent,
    points,
    readings,
    spelling,
    which,
)

__all__ = [
    "LOCALE",
    "LONGEST",
    "LONGEST_SHOWN",
    "MINUS",
    "UNKNOWN",
    "count_of",
    "number",
    "percent",
    "points",
    "readings",
    "spelling",
    "which",
]
