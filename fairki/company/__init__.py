"""The company that leads through the course, and its people: one object, read from ``betrieb.toml``.

No other file names them. ``current()`` is the company of this course; ``fill`` and ``marks`` put it into
texts with marked places.
"""

from fairki.company.chosen import VARIABLE, current, own, own_exercises, shipped, use
from fairki.company.firm import BoardCase, Case, Company, Letter, Person, Question, Voice
from fairki.company.marks import fill, fill_all

__all__ = [
    "VARIABLE",
    "BoardCase",
    "Case",
    "Company",
    "Letter",
    "Person",
    "Question",
    "Voice",
    "current",
    "fill",
    "fill_all",
    "own",
    "own_exercises",
    "shipped",
    "use",
]
