"""The company that leads through the course, and its people: one object, read from ``betrieb.toml``.

No other file names them. ``current()`` is the company of this course, ``marks`` exchanges the marked places of texts.
"""

from fairki.company.chosen import current, shipped, use
from fairki.company.firm import Company, Person

__all__ = ["Company", "Person", "current", "shipped", "use"]
