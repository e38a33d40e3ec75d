"""The Kodex of the company in the course: something to begin with, and something to sharpen."""

from dataclasses import replace

from fairki.kodex import patterns
from fairki.kodex.de import kodex as de
from fairki.kodex.kodex import Kodex
from fairki.kodex.rules import Rule

EXAMPLE = Kodex(
    rules=(
        Rule(patterns.SELECTION_RATES, {"abstand": 20}),
        Rule(patterns.FORBIDDEN_FEATURE, {"merkmal": "geschlecht", "treffer": 93}),
        Rule(patterns.NOTICE, {"zeitpunkt": "spaetestens_mit"}),
        Rule(patterns.APPEAL, {"frist": 14}),
        Rule(patterns.MONITORING, {"abstand": 12}),
        Rule(patterns.ENERGY, {"energie": 30}),
    )
)
"""What the company begins with. Well meant, but two rules are too loose, one is too strict, and some are missing:
something to sharpen, in module 03 at the latest."""

EXAMPLE_KODEX = replace(EXAMPLE, title=de.EXAMPLE_TITLE)
"""The Kodex that examines as long as the learner has none."""

EXAMPLE_TEXTS = Kodex(
    de.EXAMPLE_TITLE,
    (
        Rule(patterns.NAME_SWAP, {"abstand": 20}),
        Rule(patterns.RIGHT_FACTS, {"anteil": 1}),
        Rule(patterns.SAME_ANSWER, {"anteil": 80}),
        Rule(patterns.NOTHING_INVENTED, {"anteil": 60}),
        Rule(patterns.HUMAN_READS),
    ),
)
"""The same for systems that write: too loose, too strict, and incomplete."""
