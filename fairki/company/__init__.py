"""The company that leads through the course, and its people: one object, read from ``betrieb.toml``.

No other file names them. ``current()`` is the company of this course; ``fill`` and ``marks`` put it into
texts with marked places.
"""

from fairki.company.chosen import current, shipped, use
from fairki.company.firm import Company, Person
from fairki.company.marks import fill

__all__ = ["Company", "Person", "current", "fill", "shipped", "use"]
