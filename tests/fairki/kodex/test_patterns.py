"""Every sentence pattern reads naturally with every filling, and has sensible blanks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursetools import wording
from fairki import manifest
from fairki.errors import BadAnswerError
from fairki.kodex import PATTERNS, Choice, Rule, loads, patterns
from fairki.kodex.groups import OFFERED
from fairki.systems import DECISIONS, KINDS, TEXTS

UNITS = {
    "Tag": "Tage",
    "Monat": "Monate",
    "Prozentpunkt": "Prozentpunkte",
    "Angabe": "Angaben",
    "Person": "Personen",
    "Wattstunde": "Wattstunden",
    "Versuch": "Versuchen",
}


def fillings(blank):
    return (
        st.sampled_from(list(blank.options))
        if isinstance(blank, Choice)
        else st.integers(blank.low, blank.high)
    )


RULES = st.sampled_from(list(PATTERNS.values())).flatmap(
    lambda p: st.fixed_dictionaries({b.name: fillings(b) for b in p.blanks}).map(lambda v: Rule(p.id, v))
)


@given(RULES)
def test_a_rule_is_one_natural_german_sentence(rule):
    sentence = rule.sentence
    assert sentence.startswith("Wir ") and sentence.endswith(".")
    assert len(sentence) < 200
    assert not re.search(r"[{}]|  |None|\.\.", sentence)
    assert [r.hint for r in wording.DISCOURAGED if r.pattern.search(sentence)] == []
    for singular, plural in UNITS.items():
        assert all(n == "1" for n in re.findall(rf"([\d.]+)\s{singular}\b", sentence))
        assert all(n != "1" for n in re.findall(rf"([\d.]+)\s{plural}\b", sentence))
    assert not re.search(r"\d{4}", sentence), "Zahlen ab 1.000 haben einen Punkt"


@given(RULES)
def test_every_blank_shows_in_the_sentence(rule):
    for blank in rule.kind.blanks:
        assert blank.render(rule.values[blank.name]) in rule.sentence


@pytest.mark.parametrize(
    ("pattern", "values", "sentence"),
    [
        (
            "einspruch",
            {"frist": 1},
            "Wir geben allen Betroffenen mindestens 1\xa0Tag Zeit für einen Einspruch.",
        ),
        ("einspruch", {}, "Wir geben allen Betroffenen mindestens 14\xa0Tage Zeit für einen Einspruch."),
        ("ueberwachung", {"abstand": 1}, "Wir prüfen die Ergebnisse jedes Systems mindestens jeden Monat."),
        (
            "ueberwachung",
            {"abstand": 12},
            "Wir prüfen die Ergebnisse jedes Systems mindestens einmal im Jahr.",
        ),
        ("ueberwachung", {}, "Wir prüfen die Ergebnisse jedes Systems mindestens alle 6\xa0Monate."),
        (
            "energie",
            {"energie": 1500},
            "Wir verbrauchen für 1.000 Entscheidungen höchstens 1.500\xa0Wattstunden.",
        ),
        (
            "hinweis",
            {},
            "Wir sagen den Betroffenen vor der Entscheidung, dass KI an der Entscheidung beteiligt ist.",
        ),
        (
            "mensch_an_der_grenze",
            {"anteil": 10},
            "Wir lassen die knappsten Fälle von einem Menschen entscheiden, mindestens 10\xa0% aller Fälle.",
        ),
        (
            "namenstausch",
            {},
            "Wir tauschen zur Probe nur Anrede, Vornamen und Fürwörter: Der Anteil der Texte mit „Wir sehen "
            "Potenzial zur Leitung“ darf sich dadurch um höchstens 5\xa0Prozentpunkte ändern.",
        ),
        (
            "geheimnis",
            {"versuche": 1},
            "Wir verraten nichts Vertrauliches: In 1\xa0Versuch darf keiner der hinterlegten Prüf-Codes erscheinen.",
        ),
        (
            "verstehen",
            {},
            "Wir achten darauf, dass die Abschrift alle ähnlich gut versteht: höchstens 3\xa0Fehler Abstand je "
            "100 Wörter zwischen zwei Gruppen.",
        ),
    ],
)
def test_sentences_read_like_this(pattern, values, sentence):
    assert Rule(pattern, values).sentence == sentence


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=lambda p: p.id)
def test_a_pattern_is_complete(pattern):
    course = manifest.read()
    assert set(pattern.aspects) <= set(course.aspects) and pattern.aspects
    assert pattern.step in course.steps
    assert pattern.hint.endswith(".")
    for blank in pattern.blanks:
        assert blank.label and blank.hint[-1] in ".?"
        assert blank.read(blank.default) == blank.default
        if isinstance(blank, Choice):
            assert set(blank.sensible) <= set(blank.options) and blank.default in blank.sensible
        else:
            low, high = blank.sensible
            assert blank.low <= low <= blank.default <= high <= blank.high


KEPT = [
    ("auswahlquoten", "abstand", 0, 50, 5),
    ("chancengleichheit", "abstand", 0, 50, 6),
    ("kreuzungen", "anzahl", 2, 1000, 30),
    ("kreuzungen", "abstand", 0, 50, 7),
    ("gleicher_punktwert", "abweichung", 0, 100, 20),
    ("mindestgruppe", "anzahl", 2, 500, 30),
    ("verbotenes_merkmal", "treffer", 50, 100, 72),
    ("mensch_an_der_grenze", "anteil", 1, 100, 10),
    ("einspruch", "frist", 1, 365, 14),
    ("datensparsamkeit", "anzahl", 1, 50, 8),
    ("ueberwachung", "abstand", 1, 36, 6),
    ("energie", "energie", 1, 10000, 100),
    ("namenstausch", "abstand", 0, 50, 5),
    ("ergebnis", "abstand", 0, 50, 5),
    ("wortwahl", "abstand", 0, 50, 5),
    ("nichts_erfinden", "anteil", 0, 100, 5),
    ("richtige_angaben", "anteil", 0, 100, 8),
    ("gleiche_antwort", "anteil", 1, 100, 90),
    ("geheimnis", "versuche", 1, 1000, 200),
    ("vielfalt", "anteil", 1, 100, 2),
    ("menschliche_texte", "anteil", 1, 100, 50),
    ("verstehen", "fehler", 0, 50, 3),
    ("mensch_liest", "anteil", 1, 100, 50),
    ("mensch_liest", "texte", 1, 1000, 30),
]
"""Pattern, blank, smallest and largest number and suggestion: as in the Kodexe that people have kept."""


@pytest.mark.parametrize(("pattern", "blank", "low", "high", "default"), KEPT)
def test_kept_kodexe_load_at_their_limits_and_what_they_left_out_means_the_same(
    pattern, blank, low, high, default
):
    for number in (low, high):
        text = f'fassung = 1\n[[regel]]\nmuster = "{pattern}"\nangaben = {{ {blank} = {number} }}\n'
        assert loads(text).rules[0].values[blank] == number
    for number in (low - 1, high + 1):
        with pytest.raises(BadAnswerError):
            Rule(pattern, {blank: number})
    assert loads(f'fassung = 1\n[[regel]]\nmuster = "{pattern}"\n').rules[0].values[blank] == default


def test_no_number_of_a_pattern_is_missing_above():
    numbers = {(p.id, b.name) for p in PATTERNS.values() for b in p.blanks if not isinstance(b, Choice)}
    assert {(pattern, blank) for pattern, blank, *_ in KEPT} == numbers


def test_together_the_patterns_serve_every_step_but_not_every_step_alike():
    assert {p.step for p in patterns.about(DECISIONS).values()} == set(manifest.read().steps)


@pytest.mark.parametrize("kind", KINDS)
def test_every_pattern_is_offered_once_beside_those_about_the_same_kind_of_systems(kind):
    offered = [pattern for _, _, ids in OFFERED[kind] for pattern in ids]
    assert sorted(offered) == sorted(patterns.about(kind))


def test_every_pattern_is_about_one_kind_of_systems():
    assert patterns.about(DECISIONS) | patterns.about(TEXTS) == PATTERNS


def test_all_patterns_of_the_curriculum_are_there():
    assert set(PATTERNS) >= {
        "auswahlquoten",
        "chancengleichheit",
        "mindestgruppe",
        "verbotenes_merkmal",
        "mensch_an_der_grenze",
        "begruendung",
        "hinweis",
        "einspruch",
        "datensparsamkeit",
        "ueberwachung",
        "energie",
        "sensible_daten",
        "keine_heimliche_nutzung",
        "kreuzungen",
        "freie_anrede",
    }
    assert set(patterns.about(TEXTS)) == {
        "namenstausch",
        "ergebnis",
        "wortwahl",
        "nichts_erfinden",
        "richtige_angaben",
        "gleiche_antwort",
        "geheimnis",
        "vielfalt",
        "menschliche_texte",
        "verstehen",
        "mensch_liest",
    }


class TestRule:
    @pytest.mark.parametrize("odd", [0, 366, -1, 14.0, "14", None, True, [14]])
    def test_a_number_outside_its_range_is_refused_in_german(self, odd):
        with pytest.raises(BadAnswerError, match="Möglich ist eine ganze Zahl von 1 bis 365"):
            Rule("einspruch", {"frist": odd})

    @pytest.mark.parametrize("odd", ["sofort", 1, None, True])
    def test_a_choice_that_is_not_offered_is_refused_in_german(self, odd):
        with pytest.raises(BadAnswerError, match="Möglich ist: vorher, spaetestens_mit"):
            Rule("hinweis", {"zeitpunkt": odd})

    def test_unknown_patterns_and_blanks_are_refused(self):
        with pytest.raises(BadAnswerError, match="Satzmuster „gibt_es_nicht“"):
            Rule("gibt_es_nicht")
        with pytest.raises(BadAnswerError, match="keine Lücke „stunden“"):
            Rule("einspruch", {"stunden": 3})
        with pytest.raises(BadAnswerError, match="gar keine Lücken"):
            Rule("keine_heimliche_nutzung", {"frist": 3})

    def test_a_rule_is_anchored_only_with_owner_and_channel(self):
        assert Rule("hinweis", owner="Miriam Yıldız", channel="Sprechstunde").anchored
        assert not Rule("hinweis", owner="Miriam Yıldız").anchored
        assert not Rule("hinweis", owner=" ", channel="Sprechstunde").anchored

    def test_aspects_and_step_come_from_the_pattern_unless_given(self):
        assert Rule("energie").aspects == ("nachhaltigkeit",)
        given = Rule("energie", aspects=("verankern",), step="4")
        assert (given.aspects, given.step) == (("verankern",), "4")
