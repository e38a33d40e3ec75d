"""The bounds of every verdict, exactly: what lies on them, just below and just beyond, and what is said about it."""

from types import SimpleNamespace

import numpy as np
import pytest

from fairki.groups import Comparison
from fairki.kodex import BROKEN, HELD, UNCLEAR, Rule
from fairki.systems import DECISIONS, DecisionSystem, Steckbrief, sound

CHANCE, IMPRECISE = "; der Unterschied kann Zufall sein", "; die Messung ist dafür zu ungenau"
SYSTEM = sound(5)


def measured(value: float, low: float, high: float) -> SimpleNamespace:
    """Evidence in which two groups are this far apart, whatever is compared."""
    found = Comparison(value, low, high, "A", "B", 0.5, 0.5 - value, n_worse=200)
    field = SimpleNamespace(
        positive="eingeladen",
        deserving="Geeigneten",
        attribute="Geschlecht",
        group="g",
        world=SimpleNamespace(COLUMNS={"g": SimpleNamespace(label="Gruppe")}),
    )
    return SimpleNamespace(
        has_data=True,
        truth_known=True,
        rates=found,
        crossed_rates=lambda minimum: found,
        crossings={"A": np.ones(300), "B": np.ones(200), "C": np.ones(3)},
        chances=found,
        meaning=found,
        stand_ins=found,
        sizes={"A": 300, "B": 200, "C": 3},
        small_groups=["C"],
        decisions=SimpleNamespace(mean=lambda: 0.5),
        system=SimpleNamespace(kind=DECISIONS, field=field, recipe=SimpleNamespace(columns=())),
    )


DISTANCES = [  # value, low and high against a bound of 0.08, twice of which is 0.16
    (0.08, 0.0, 0.16, HELD, ""),
    (0.0, 0.0, 0.0, HELD, ""),
    (0.01, 0.0, 0.1601, UNCLEAR, IMPRECISE),
    (0.08, 0.0, 0.2, UNCLEAR, IMPRECISE),
    (0.08, 0.08, 0.1601, UNCLEAR, IMPRECISE),
    (0.0801, 0.0, 0.0999, UNCLEAR, CHANCE),
    (0.12, 0.08, 0.16, UNCLEAR, CHANCE),
    (0.12, 0.0801, 0.16, BROKEN, ""),
    (0.30, 0.25, 0.35, BROKEN, ""),
]


@pytest.mark.parametrize(("value", "low", "high", "status", "doubt"), DISTANCES)
@pytest.mark.parametrize(
    ("pattern", "blank"),
    [
        ("auswahlquoten", "abstand"),
        ("chancengleichheit", "abstand"),
        ("kreuzungen", "abstand"),
        ("gleicher_punktwert", "abweichung"),
    ],
)
def test_a_distance_is_judged_by_the_bound_and_by_twice_the_bound(
    pattern, blank, value, low, high, status, doubt
):
    outcome = Rule(pattern, {blank: 8}).check(measured(value, low, high))
    assert outcome.status == status
    assert (outcome.figure, outcome.low, outcome.high) == pytest.approx((100 * value, 100 * low, 100 * high))
    for words in (CHANCE, IMPRECISE):
        assert (words in outcome.why) == (words == doubt)
    harmed = {"gleicher_punktwert": 100 * value}.get(pattern, 200 * value)
    assert outcome.affected == (round(harmed) if status == BROKEN else 0)


@pytest.mark.parametrize(
    ("value", "low", "status", "doubt"),
    [
        (0.72, 0.72, HELD, ""),
        (0.72, 0.60, HELD, ""),
        (0.7201, 0.72, UNCLEAR, CHANCE),
        (0.9, 0.5, UNCLEAR, CHANCE),
        (0.8, 0.7201, BROKEN, ""),
    ],
)
def test_a_stand_in_is_judged_by_the_bound_alone(value, low, status, doubt):
    outcome = Rule("verbotenes_merkmal", {"treffer": 72}).check(measured(value, low, 1.0))
    assert (outcome.status, outcome.affected) == (status, 200 if status == BROKEN else 0)
    assert (CHANCE in outcome.why) == bool(doubt)
    assert (outcome.figure, outcome.low, outcome.high) == pytest.approx((100 * value, 100 * low, 100))


def test_what_is_measured_is_said_with_its_range():
    near, far = measured(0.08, 0.005, 0.16), measured(0.12, 0.09, 0.15)
    assert Rule("auswahlquoten", {"abstand": 8}).check(near).why == (
        "In der Gruppe „A“ werden 50\xa0% eingeladen, in der Gruppe „B“ 42\xa0%: 8,0\xa0Punkte Abstand"
        " (mit 99\xa0% Sicherheit 0,5 bis 16,0), erlaubt sind 8; zu klein für ein Urteil: „C“ (3 Personen)."
    )
    assert Rule("chancengleichheit", {"abstand": 8}).check(far).why == (
        "In der Gruppe „A“ werden von den Geeigneten 50\xa0% eingeladen, in der Gruppe „B“ 38\xa0%:"
        " 12,0\xa0Punkte Abstand (mit 99\xa0% Sicherheit 9,0 bis 15,0), erlaubt sind 8;"
        " zu klein für ein Urteil: „C“ (3 Personen)."
    )
    assert Rule("gleicher_punktwert", {"abweichung": 8}).check(far).why == (
        "Bei gleichem Punktwert liegt das tatsächliche Ergebnis der Gruppe „B“ 12\xa0% über dem der Gruppe „A“"
        " (mit 99\xa0% Sicherheit 9 bis 15\xa0%), erlaubt sind 8\xa0%."
    )
    assert Rule("verbotenes_merkmal", {"treffer": 72}).check(measured(0.7, 0.66, 0.74)).why == (
        "Aus den verwendeten Angaben lässt sich „Gruppe“ in 70 von 100 Vergleichen erraten"
        " (mit 99\xa0% Sicherheit 66 bis 74), erlaubt sind 72."
    )


def crossed(made_up, small=3):
    """Two groups of 200 whose halves are treated oppositely; and a few people of a third."""
    halves = [("a", "jung", 20), ("a", "alt", 60), ("b", "jung", 60), ("b", "alt", 20)]
    groups = np.repeat([*(group for group, *_ in halves), "c"], [100, 100, 100, 100, small])
    crossings = np.repeat(
        [*(f"{group}, {value}" for group, value, _ in halves), "c, alt"], [100] * 4 + [small]
    )
    decisions = np.concatenate([np.arange(100) < yes for *_, yes in halves] + [np.zeros(small, bool)])
    return made_up(groups, decisions, crossings=crossings)


def test_a_crossing_is_found_where_each_group_alone_looks_fair(made_up):
    evidence = crossed(made_up)
    assert Rule("auswahlquoten", {"abstand": 5}).check(evidence).figure == 0
    outcome = Rule("kreuzungen", {"anzahl": 30, "abstand": 8}).check(evidence)
    assert (outcome.status, outcome.affected) == (BROKEN, 40)
    assert "„a, alt“" in outcome.why or "„b, jung“" in outcome.why
    assert outcome.why.endswith("zu klein für ein Urteil: „c, alt“ (3 Personen).")


@pytest.mark.parametrize(("minimum", "status"), [(100, BROKEN), (101, UNCLEAR)])
def test_crossings_below_the_minimum_get_no_verdict(made_up, minimum, status):
    outcome = Rule("kreuzungen", {"anzahl": minimum, "abstand": 8}).check(crossed(made_up))
    assert outcome.status == status
    if status == UNCLEAR:
        assert outcome.why == "Es gibt keine zwei Kreuzungen mit mindestens 101 Personen."


def test_nothing_is_said_of_crossings_without_decisions():
    empty = DecisionSystem("leer", Steckbrief("Leer", "Feld", "Firma", "Zweck."))
    assert Rule("kreuzungen").check(empty).status == UNCLEAR


def test_without_small_groups_none_are_named():
    evidence = measured(0.08, 0.0, 0.16)
    evidence.small_groups = []
    assert Rule("auswahlquoten", {"abstand": 8}).check(evidence).why.endswith("erlaubt sind 8.")


NOT_STATED = {
    "lernziel": "woraus das System gelernt hat",
    "mensch_an_der_grenze": "ob ein Mensch mitentscheidet",
    "begruendung": "ob Abgelehnte eine Begründung bekommen",
    "hinweis": "wann die Betroffenen von der KI erfahren",
    "einspruch": "ob ein Einspruch möglich ist",
    "datensparsamkeit": "welche Angaben das System verwendet",
    "ueberwachung": "wie oft jemand die Ergebnisse prüft",
    "energie": "wie viel Energie das System braucht",
    "sensible_daten": "ob das System sensible Daten verwendet",
    "freie_anrede": "ob jemand ein Geschlecht angeben muss",
    "keine_heimliche_nutzung": "ob das System im Register steht",
}


@pytest.mark.parametrize("pattern", NOT_STATED)
def test_what_the_steckbrief_leaves_out_is_named(pattern):
    outcome = Rule(pattern).check(DecisionSystem("leer", Steckbrief("Leer", "Feld", "Firma", "Zweck.")))
    assert outcome.why == f"Im Steckbrief steht nicht, {NOT_STATED[pattern]}."
    assert (outcome.status, outcome.figure, outcome.affected) == (UNCLEAR, None, None)


@pytest.mark.parametrize(
    ("pattern", "missing", "why"),
    [
        ("auswahlquoten", "rates", "Es gibt keine zwei Gruppen mit mindestens 30 Personen."),
        ("chancengleichheit", "chances", "Von den Geeigneten gibt es zu wenige je Gruppe."),
        ("gleicher_punktwert", "meaning", "Es gibt keine zwei Gruppen mit mindestens 30 Personen."),
        ("verbotenes_merkmal", "stand_ins", "Es gibt keine zwei Gruppen mit mindestens 30 Personen."),
    ],
)
def test_too_few_people_get_no_verdict(pattern, missing, why):
    evidence = measured(0.5, 0.4, 0.6)
    setattr(evidence, missing, None)
    outcome = Rule(pattern).check(evidence)
    assert (outcome.status, outcome.why) == (UNCLEAR, why)


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("chancengleichheit", "Niemand hat gemessen, wer die Zusage wirklich verdient oder gebraucht hätte."),
        ("gleicher_punktwert", "Niemand hat gemessen, was am Ende wirklich zutraf."),
    ],
)
def test_an_unknown_truth_gets_no_verdict_even_where_something_was_measured(pattern, why):
    evidence = measured(0.5, 0.4, 0.6)
    evidence.truth_known = False
    outcome = Rule(pattern).check(evidence)
    assert (outcome.status, outcome.why) == (UNCLEAR, why)


STATED = [
    (
        "mensch_an_der_grenze",
        {"anteil": 10},
        {"human_step": "keiner"},
        BROKEN,
        0,
        200,
        "Kein Mensch entscheidet mit, auch nicht bei knappen Fällen.",
    ),
    (
        "mensch_an_der_grenze",
        {"anteil": 100},
        {"human_step": "alle"},
        HELD,
        100,
        0,
        "Ein Mensch entscheidet alle Fälle.",
    ),
    (
        "mensch_an_der_grenze",
        {"anteil": 7},
        {"human_step": "knappe", "human_share": 0.07},
        HELD,
        7,
        0,
        "Ein Mensch entscheidet die knappsten 7\xa0% der Fälle.",
    ),
    (
        "mensch_an_der_grenze",
        {"anteil": 29},
        {"human_step": "knappe", "human_share": 0.29},
        HELD,
        29,
        0,
        "Ein Mensch entscheidet die knappsten 29\xa0% der Fälle.",
    ),
    (
        "mensch_an_der_grenze",
        {"anteil": 10},
        {"human_step": "knappe", "human_share": 0.095},
        BROKEN,
        9.5,
        10,
        "Ein Mensch entscheidet nur die knappsten 9,5\xa0% der Fälle, verlangt sind 10\xa0%.",
    ),
    (
        "mensch_an_der_grenze",
        {"anteil": 10},
        {"human_step": "knappe", "human_share": 0.0},
        BROKEN,
        0,
        200,
        "Kein Mensch entscheidet mit, auch nicht bei knappen Fällen.",
    ),
    (
        "mensch_an_der_grenze",
        {"anteil": 10},
        {"human_step": "knappe", "human_share": None},
        UNCLEAR,
        None,
        None,
        "Im Steckbrief steht nicht, wie viele knappe Fälle ein Mensch entscheidet.",
    ),
    (
        "begruendung",
        {"begruendung": "persoenlich"},
        {"reason": "allgemein"},
        BROKEN,
        None,
        1400,
        "Begründung bei einer Ablehnung: allgemein.",
    ),
    (
        "begruendung",
        {"begruendung": "persoenlich"},
        {"reason": "persoenlich"},
        HELD,
        None,
        0,
        "Begründung bei einer Ablehnung: persönlich.",
    ),
    (
        "hinweis",
        {"zeitpunkt": "vorher"},
        {"notice": "mit"},
        BROKEN,
        None,
        2000,
        "Hinweis auf KI: mit der Entscheidung.",
    ),
    (
        "hinweis",
        {"zeitpunkt": "vorher"},
        {"notice": "vor"},
        HELD,
        None,
        0,
        "Hinweis auf KI: vor der Entscheidung.",
    ),
    ("einspruch", {"frist": 14}, {"appeal_days": 14}, HELD, 14, 0, "Für einen Einspruch sind 14 Tage Zeit."),
    (
        "einspruch",
        {"frist": 14},
        {"appeal_days": 13},
        BROKEN,
        13,
        1400,
        "Für einen Einspruch sind nur 13 Tage Zeit, verlangt sind 14 Tage.",
    ),
    (
        "einspruch",
        {"frist": 2},
        {"appeal_days": 1},
        BROKEN,
        1,
        1400,
        "Für einen Einspruch ist nur 1 Tag Zeit, verlangt sind 2 Tage.",
    ),
    ("einspruch", {"frist": 1}, {"appeal_days": 1}, HELD, 1, 0, "Für einen Einspruch ist 1 Tag Zeit."),
    ("einspruch", {"frist": 1}, {"appeal_days": 0}, BROKEN, 0, 1400, "Ein Einspruch ist nicht möglich."),
    (
        "datensparsamkeit",
        {"anzahl": 2},
        {"features": ("a", "b")},
        HELD,
        2,
        0,
        "Das System verwendet 2 Angaben, erlaubt sind 2.",
    ),
    (
        "datensparsamkeit",
        {"anzahl": 1},
        {"features": ("a", "b")},
        BROKEN,
        2,
        2000,
        "Das System verwendet 2 Angaben, erlaubt ist 1.",
    ),
    (
        "ueberwachung",
        {"abstand": 6},
        {"monitoring_months": 6},
        HELD,
        6,
        0,
        "Die Ergebnisse werden alle 6 Monate geprüft.",
    ),
    (
        "ueberwachung",
        {"abstand": 6},
        {"monitoring_months": 7},
        BROKEN,
        7,
        2000,
        "Die Ergebnisse werden nur alle 7 Monate geprüft.",
    ),
    (
        "ueberwachung",
        {"abstand": 1},
        {"monitoring_months": 1},
        HELD,
        1,
        0,
        "Die Ergebnisse werden jeden Monat geprüft.",
    ),
    (
        "ueberwachung",
        {"abstand": 36},
        {"monitoring_months": 0},
        BROKEN,
        None,
        2000,
        "Niemand prüft die Ergebnisse.",
    ),
    (
        "energie",
        {"energie": 100},
        {"energy_wh": 100.0},
        HELD,
        100,
        0,
        "Das System braucht für 1.000 Entscheidungen 100\xa0Wh, erlaubt sind 100.",
    ),
    (
        "energie",
        {"energie": 100},
        {"energy_wh": 100.4},
        BROKEN,
        100.4,
        2000,
        "Das System braucht für 1.000 Entscheidungen 100\xa0Wh, erlaubt sind 100.",
    ),
    (
        "energie",
        {"energie": 100},
        {"energy_wh": 34.0},
        HELD,
        34,
        0,
        "Das System braucht für 1.000 Entscheidungen 34\xa0Wh, erlaubt sind 100.",
    ),
    (
        "energie",
        {"energie": 100},
        {"energy_wh": 10.0},
        HELD,
        10,
        0,
        "Das System braucht für 1.000 Entscheidungen 10\xa0Wh, erlaubt sind 100.",
    ),
    (
        "energie",
        {"energie": 100},
        {"energy_wh": 9.94},
        HELD,
        9.94,
        0,
        "Das System braucht für 1.000 Entscheidungen 9,9\xa0Wh, erlaubt sind 100.",
    ),
    ("sensible_daten", {}, {"sensitive": ()}, HELD, None, 0, "Das System verwendet keine sensiblen Daten."),
    (
        "sensible_daten",
        {},
        {"sensitive": ("x", "y"), "sensitive_needed": True},
        HELD,
        None,
        0,
        "Das System verwendet sensible Daten: x, y; der Bedarf ist belegt.",
    ),
    (
        "sensible_daten",
        {},
        {"sensitive": ("x",), "sensitive_needed": False},
        BROKEN,
        None,
        2000,
        "Das System verwendet sensible Daten: x, ohne dass der Bedarf belegt ist.",
    ),
    (
        "sensible_daten",
        {},
        {"sensitive": ("x",), "sensitive_needed": None},
        UNCLEAR,
        None,
        None,
        "Das System verwendet sensible Daten: x; ob es ohne sie ginge, steht nicht im Steckbrief.",
    ),
    (
        "sensible_daten",
        {"bedingung": "nie"},
        {"sensitive": ("x",), "sensitive_needed": True},
        BROKEN,
        None,
        2000,
        "Das System verwendet sensible Daten: x.",
    ),
    (
        "freie_anrede",
        {},
        {"gender_optional": True},
        HELD,
        None,
        0,
        "Die Anrede ist frei, und niemand muss ein Geschlecht angeben.",
    ),
    (
        "freie_anrede",
        {},
        {"gender_optional": False},
        BROKEN,
        None,
        2000,
        "Wer kein Geschlecht angibt, kommt nicht weiter.",
    ),
    ("keine_heimliche_nutzung", {}, {"in_register": True}, HELD, None, 0, "Das System steht im Register."),
    (
        "keine_heimliche_nutzung",
        {},
        {"in_register": False},
        BROKEN,
        None,
        2000,
        "Das System steht nicht im Register; es wird heimlich genutzt.",
    ),
    (
        "lernziel",
        {"quelle": "beides"},
        {"label_kind": "entscheidungen", "label": ""},
        BROKEN,
        None,
        2000,
        "Das System hat aus nicht genauer benannten Daten gelernt: eigene frühere Entscheidungen.",
    ),
    (
        "lernziel",
        {"quelle": "entscheidungen"},
        {},
        HELD,
        None,
        0,
        "Das System hat aus „Bewährung im Beruf“ gelernt: tatsächliches Ergebnis.",
    ),
    (
        "mindestgruppe",
        {"anzahl": 21},
        {"human_for_small_groups": False},
        BROKEN,
        20,
        20,
        "In den Trainingsdaten stehen von der Gruppe „divers“ nur 20 Personen;"
        " trotzdem entscheidet das System über sie.",
    ),
    (
        "mindestgruppe",
        {"anzahl": 21},
        {"human_for_small_groups": None},
        UNCLEAR,
        20,
        None,
        "In den Trainingsdaten stehen von der Gruppe „divers“ nur 20 Personen;"
        " wer über sie entscheidet, steht nicht im Steckbrief.",
    ),
    (
        "mindestgruppe",
        {"anzahl": 21},
        {"human_for_small_groups": True},
        HELD,
        20,
        0,
        "In den Trainingsdaten stehen von der Gruppe „divers“ nur 20 Personen; über sie entscheidet ein Mensch.",
    ),
    (
        "mindestgruppe",
        {"anzahl": 20},
        {"human_for_small_groups": False},
        HELD,
        20,
        0,
        "Die kleinste Gruppe in den Trainingsdaten ist „divers“ mit 20 Personen.",
    ),
    (
        "verbotenes_merkmal",
        {"merkmal": "herkunft"},
        {},
        UNCLEAR,
        None,
        None,
        "Zum Merkmal Herkunft liegen hier keine Daten vor; Stellvertreter-Merkmale bleiben offen.",
    ),
]


@pytest.mark.parametrize(("pattern", "values", "said", "status", "figure", "affected", "why"), STATED)
def test_what_is_stated_is_judged_and_said_exactly(pattern, values, said, status, figure, affected, why):
    outcome = Rule(pattern, values).check(SYSTEM.says(**said))
    assert (outcome.status, outcome.affected, outcome.why) == (status, affected, why)
    assert outcome.figure == (None if figure is None else pytest.approx(figure))


def test_without_decisions_nobody_can_count_who_is_affected():
    paper = DecisionSystem(
        "papier",
        Steckbrief(
            "Papier",
            "Feld",
            "Firma",
            "Zweck.",
            human_step="keiner",
            reason="keine",
            notice="keiner",
            appeal_days=0,
            features=("a", "b"),
            monitoring_months=0,
            energy_wh=9000.0,
            sensitive=("x",),
            sensitive_needed=False,
            in_register=False,
            gender_optional=False,
            label="x",
            label_kind="entscheidungen",
        ),
    )
    for pattern in NOT_STATED:
        values = {"anzahl": 1} if pattern == "datensparsamkeit" else {}
        outcome = Rule(pattern, values).check(paper)
        assert (outcome.status, outcome.affected) == (BROKEN, None), pattern


def test_direct_use_of_a_feature_concerns_everybody():
    evidence = measured(0.5, 0.5, 0.5)
    evidence.system.recipe.columns = ("g",)
    evidence.people = 777
    outcome = Rule("verbotenes_merkmal", {"treffer": 100}).check(evidence)
    assert (outcome.status, outcome.figure, outcome.affected) == (BROKEN, 100, 777)
    assert outcome.why == "Die Angabe „Gruppe“ fließt in die Bewertung ein."
