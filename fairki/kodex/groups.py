"""How sentence patterns are offered: each below a question of the Kodex that it answers."""

from fairki.kodex import patterns

GROUPS = [
    [
        "Fair entscheiden",
        "Wann ist ein Ergebnis für uns fair?",
        [
            patterns.SELECTION_RATES,
            patterns.EQUAL_OPPORTUNITY,
            patterns.EQUAL_MEANING,
            patterns.LABEL,
            patterns.MINIMUM_GROUP,
        ],
    ],
    [
        "Offen sprechen",
        "Was sagen wir unseren Kundinnen und Kunden und allen, die sich bewerben?",
        [patterns.NOTICE, patterns.REASON, patterns.APPEAL, patterns.NO_SECRET_USE],
    ],
    [
        "Daten schützen",
        "Welche Daten sind sensibel, und welche brauchen wir gar nicht?",
        [patterns.SENSITIVE_DATA, patterns.FORBIDDEN_FEATURE, patterns.DATA_MINIMISATION],
    ],
    [
        "Menschen entscheiden lassen",
        "Wie viel Automatisierung ist für uns in Ordnung?",
        [patterns.HUMAN_NEAR_THRESHOLD, patterns.MONITORING],
    ],
    ["Nachhaltig handeln", "Wie viel Energie ist uns eine Entscheidung wert?", [patterns.ENERGY]],
]
"""Title, question of the founding text, patterns."""
