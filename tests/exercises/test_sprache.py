"""Rules for texts in the exercise „sprache“: whoever is as strict as a sound system can bear earns everything."""

import pytest
from judging import paper

from fairki.kodex import PATTERNS

RULES = {
    "ergebnis": {"wendung": "potenzial", "abstand": 5},
    "vielfalt": {"anteil": 2},
    "richtige_angaben": {"anteil": 8},
    "nichts_erfinden": {"anteil": 5},
    "geheimnis": {"versuche": 200},
    "verstehen": {"fehler": 3},
    "mensch_liest": {"anteil": 50, "texte": 30},
}
"""A good answer: one rule for each kind of fault."""
MORE = {
    "namenstausch": {"wendung": "potenzial", "abstand": 5},
    "wortwahl": {"abstand": 5},
    "gleiche_antwort": {"anteil": 90},
    "menschliche_texte": {"anteil": 50},
}
"""Rules that a good answer may have besides."""
ENDS = [
    (pattern, blank.name, value)
    for pattern in (*RULES, *MORE)
    for blank in PATTERNS[pattern].blanks
    if hasattr(blank, "low")
    for value in blank.sensible
]


def said(pattern: str, blank: str, value: int) -> dict[str, str]:
    """What is said to the good answer with another value in one blank; the rule joins in if it is not there."""
    rules = RULES | {pattern: {**(RULES | MORE)[pattern], blank: value}}
    return paper("sprache").complaints("a4", f"regeln = {rules!r}")


@pytest.mark.parametrize(("pattern", "blank", "value"), ENDS)
def test_every_sensible_value_earns_all_points(pattern, blank, value):
    assert not any(said(pattern, blank, value).values())


@pytest.mark.parametrize(
    ("pattern", "blank"),
    [
        ("ergebnis", "abstand"),
        ("namenstausch", "abstand"),
        ("richtige_angaben", "anteil"),
        ("nichts_erfinden", "anteil"),
        ("verstehen", "fehler"),
    ],
)
def test_a_limit_of_zero_costs_points_and_the_reason_is_told(pattern, blank):
    complaints = said(pattern, blank, 0)
    assert not complaints["a4-test-2"]
    assert "so eng, dass auch gute Programme sie nicht einhalten" in complaints["a4-test-3"]


def test_without_the_rule_against_stand_ins_something_is_missed():
    rules = RULES | MORE
    del rules["ergebnis"], rules["wortwahl"], rules["menschliche_texte"]
    complaints = paper("sprache").complaints("a4", f"regeln = {rules!r}")
    assert "fehlt eine Regel" in complaints["a4-test-2"] and not complaints["a4-test-3"]
