"""„Ihre Meinung wird nicht bewertet“: a Kodex earns its points whether its blanks are strict or generous."""

import pytest
from judging import paper

FIRM = {
    "auswahlquoten": {"abstand": 6},
    "mensch_an_der_grenze": {"anteil": 10},
    "hinweis": {"zeitpunkt": "vorher"},
    "einspruch": {"frist": 14},
    "datensparsamkeit": {"anzahl": 8},
    "ueberwachung": {"abstand": 6},
}
AUDIT = {
    "auswahlquoten": {"abstand": 5},
    "lernziel": {"quelle": "beides"},
    "mindestgruppe": {"anzahl": 30},
    "sensible_daten": {"bedingung": "mit_bedarf"},
    "keine_heimliche_nutzung": {},
}
QUOTAS = "auswahlquoten", "abstand", (2, 3, 4, 5, 6, 7, 8)
OPINIONS = [
    ("werte", FIRM, *QUOTAS),
    ("werte", FIRM, "mensch_an_der_grenze", "anteil", (4, 5, 8, 10, 15, 20, 25, 50, 75, 100)),
    ("werte", FIRM, "hinweis", "zeitpunkt", ("vorher", "spaetestens_mit")),
    ("werte", FIRM, "einspruch", "frist", (4, 7, 14, 21, 30, 42, 60, 90)),
    ("werte", FIRM, "datensparsamkeit", "anzahl", (4, 5, 6, 7, 8, 9, 10)),
    ("werte", FIRM, "ueberwachung", "abstand", (1, 2, 3, 4, 6, 9, 12, 18)),
    ("pruefen", AUDIT, *QUOTAS),
    ("pruefen", AUDIT, "mindestgruppe", "anzahl", (16, 20, 30, 50, 100, 500)),
    ("pruefen", AUDIT, "sensible_daten", "bedingung", ("mit_bedarf", "nie")),
    ("pruefen", AUDIT, "energie", "energie", (5, 20, 100, 1000)),
    ("pruefen", AUDIT, "mensch_an_der_grenze", "anteil", (1, 10, 100)),
    ("pruefen", AUDIT, "gleicher_punktwert", "abweichung", (15, 18, 20, 25, 30)),
    ("pruefen", AUDIT, "chancengleichheit", "abstand", (3, 5, 8, 10)),
    (
        "pruefen",
        AUDIT | {"verbotenes_merkmal": {"merkmal": "alle"}},
        "verbotenes_merkmal",
        "treffer",
        (68, 72, 78),
    ),
]
INSTEAD = [  # another rule against stand-ins, or an own rule in the place of one
    ("werte", FIRM, "auswahlquoten", {"verbotenes_merkmal": {"merkmal": "alle", "treffer": treffer}})
    for treffer in (65, 68, 72, 75, 78)
] + [
    ("werte", FIRM, left_out, own)
    for left_out in FIRM
    for own in (
        {"energie": {"energie": 20}},
        {"sensible_daten": {"bedingung": "nie"}},
        {"begruendung": {"begruendung": "persoenlich"}},
    )
]
NAME = {"werte": "kodex", "pruefen": "regeln"}


def earned(slug: str, rules: dict) -> float:
    return paper(slug).of_question("a4", f"{NAME[slug]} = {rules!r}")


@pytest.mark.parametrize(("slug", "rules", "pattern", "blank", "values"), OPINIONS)
def test_strict_and_generous_values_earn_the_same(slug, rules, pattern, blank, values):
    found = {
        value: earned(slug, rules | {pattern: rules.get(pattern, {}) | {blank: value}}) for value in values
    }
    assert set(found.values()) == {7}, found


@pytest.mark.parametrize(("slug", "rules", "left_out", "own"), INSTEAD)
def test_an_own_rule_in_the_place_of_one_costs_nothing(slug, rules, left_out, own):
    assert earned(slug, {key: rules[key] for key in rules if key != left_out} | own) == 7


@pytest.mark.parametrize(
    ("slug", "rules", "pattern", "values"),
    [
        ("werte", FIRM, "einspruch", {"frist": 365}),
        ("werte", FIRM, "datensparsamkeit", {"anzahl": 1}),
        ("pruefen", AUDIT, "datensparsamkeit", {"anzahl": 1}),
        ("pruefen", AUDIT, "einspruch", {"frist": 200}),
        ("pruefen", AUDIT, "energie", {"energie": 1}),
    ],
)
def test_what_no_good_system_can_keep_earns_nothing(slug, rules, pattern, values):
    assert earned(slug, rules | {pattern: values}) == 0


@pytest.mark.parametrize(("slug", "rules"), [("werte", FIRM), ("pruefen", AUDIT)])
def test_three_rules_of_any_kind_never_earn_full_points(slug, rules):
    few = dict(list(rules.items())[:3])
    assert 0 <= earned(slug, few) <= 2
