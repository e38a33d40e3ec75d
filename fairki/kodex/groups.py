"""How sentence patterns are offered: each below a question of the Kodex that it answers."""

from fairki.kodex import patterns
from fairki.kodex.de import kodex as de
from fairki.plugins.de import OWN_GROUP
from fairki.systems import DECISIONS, TEXTS

GROUPS = [
    [
        *de.FAIR,
        [
            patterns.SELECTION_RATES,
            patterns.EQUAL_OPPORTUNITY,
            patterns.CROSSINGS,
            patterns.EQUAL_MEANING,
            patterns.LABEL,
            patterns.MINIMUM_GROUP,
        ],
    ],
    [*de.OPEN, [patterns.NOTICE, patterns.REASON, patterns.APPEAL, patterns.NO_SECRET_USE]],
    [
        *de.DATA,
        [
            patterns.SENSITIVE_DATA,
            patterns.FORBIDDEN_FEATURE,
            patterns.DATA_MINIMISATION,
            patterns.FREE_SALUTATION,
        ],
    ],
    [*de.PEOPLE, [patterns.HUMAN_NEAR_THRESHOLD, patterns.MONITORING]],
    [*de.ENERGY, [patterns.ENERGY]],
    *([[*OWN_GROUP, [pattern.id for pattern in patterns.OWN]]] if patterns.OWN else []),
]
"""Title, question of the founding text, patterns about systems that decide."""

TEXT_GROUPS = [
    [
        *de.WRITE_ALIKE,
        [patterns.NAME_SWAP, patterns.EQUAL_OUTCOME, patterns.WORDING, patterns.UNDERSTANDING],
    ],
    [*de.RELIABLE, [patterns.NOTHING_INVENTED, patterns.RIGHT_FACTS, patterns.SAME_ANSWER]],
    [*de.CONFIDENTIAL, [patterns.SECRET]],
    [*de.BY_PEOPLE, [patterns.HUMAN_READS, patterns.HUMAN_TEXTS, patterns.VARIETY]],
]
"""The same for systems that write."""

OFFERED = {DECISIONS: GROUPS, TEXTS: TEXT_GROUPS}
"""Kind of systems → the groups of the patterns about them."""
