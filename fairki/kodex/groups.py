"""How sentence patterns are offered: each below a question of the Kodex that it answers."""

from fairki.kodex import patterns
from fairki.kodex.de import kodex as de

GROUPS = [
    [
        *de.FAIR,
        [
            patterns.SELECTION_RATES,
            patterns.EQUAL_OPPORTUNITY,
            patterns.EQUAL_MEANING,
            patterns.LABEL,
            patterns.MINIMUM_GROUP,
        ],
    ],
    [*de.OPEN, [patterns.NOTICE, patterns.REASON, patterns.APPEAL, patterns.NO_SECRET_USE]],
    [*de.DATA, [patterns.SENSITIVE_DATA, patterns.FORBIDDEN_FEATURE, patterns.DATA_MINIMISATION]],
    [*de.PEOPLE, [patterns.HUMAN_NEAR_THRESHOLD, patterns.MONITORING]],
    [*de.ENERGY, [patterns.ENERGY]],
]
"""Title, question of the founding text, patterns."""
