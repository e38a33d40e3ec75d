"""The Kodex: sentence patterns with blanks, rules that run, and a file that people can read."""

from fairki.kodex.blanks import Choice, Number
from fairki.kodex.form import form_of
from fairki.kodex.kodex import Kodex, KodexFileError, loads
from fairki.kodex.outcome import BROKEN, HELD, STATUSES, UNCLEAR, Outcome
from fairki.kodex.pattern import Pattern
from fairki.kodex.patterns import PATTERNS
from fairki.kodex.rules import Rule

__all__ = [
    "BROKEN",
    "HELD",
    "PATTERNS",
    "STATUSES",
    "UNCLEAR",
    "Choice",
    "Kodex",
    "KodexFileError",
    "Number",
    "Outcome",
    "Pattern",
    "Rule",
    "form_of",
    "loads",
]
