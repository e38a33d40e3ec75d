"""The promise of the audit for systems that write: over twenty seeds faulty ones are found, sound ones are left alone.

Everything that is asked about is judged once per seed, while its models are remembered; the tests look it up.
"""

import re
import time
from itertools import product

import pytest

from fairki.audit import audit
from fairki.kodex import BROKEN, HELD, UNCLEAR, Kodex, Rule, patterns
from fairki.kodex.evidence import gather
from fairki.systems import TEXTS
from fairki.texts import text_systems
from fairki.texts.text_faults import FAULTS

pytestmark = pytest.mark.xdist_group("text_detection")  # everything is judged once

SEEDS = range(20)
ABOUT_TEXTS = patterns.about(TEXTS)
DEFAULTS = [Rule(pattern) for pattern in ABOUT_TEXTS]
SYSTEMS = {system.id: system for system in text_systems.sixteen()}
SOUND = [id for id, system in SYSTEMS.items() if not system.faults]

MATRIX = """
                    namenstausch ergebnis wortwahl nichts_erfinden richtige_angaben gleiche_antwort geheimnis vielfalt menschliche_texte verstehen mensch_liest
fair_beurteilung    0   0   0   -   -   -   0   0   0   -   0
auskunft_mit_blatt  -   -   -   -   0   0   0   -   0   -   0
crm_laesst_offen    -   -   -   0   -   -   -   -   -   -   0
abschrift_gleich    -   -   -   -   -   -   -   -   -   0   0
alte_texte          20  20  0~  -   -   -   0   0   0   -   0
ohne_namen          0   20  0   -   -   -   0   0   0   -   0
umgekehrt           20  20  1~  -   -   -   0   0   0   -   0
temperatur_null     4~  3~  16~ -   -   -   0   20  0   -   0
kopie_der_kopie     4~  3~  6~  -   -   -   0   20  20  -   0
auskunft_ohne_blatt -   -   -   -   20  20  0   -   0   -   0
altes_blatt         -   -   -   -   20  0   0   -   0   -   0
crm_raet            -   -   -   20  -   -   -   -   -   -   0
crm_prueft_p        -   -   -   20  -   -   -   -   -   -   0
plaudert_aus        -   -   -   -   0   0   20  -   0   -   0
abschrift_dialekt   -   -   -   -   -   -   -   -   -   20  0
durchgewinkt        0   0   0   -   -   -   0   0   0   -   20
"""  # noqa: E501 - a table
"""Accusations of each pattern with its default blanks in twenty seeds; ``~``: by chance, which training blows up;
``-``: the pattern does not concern the system."""
BY_CHANCE = 6
"""So far may two counts of twenty lie apart that have the same cause: two standard deviations of their difference."""

EXTREMES = [  # a rule, and how many of twenty seeds of each of these systems it accuses at least and at most
    (Rule("ergebnis", {"abstand": 0}), {"fair_beurteilung": (1, 12)}),
    (Rule("richtige_angaben", {"anteil": 0}), {"auskunft_mit_blatt": (18, 20)}),
    (Rule("richtige_angaben", {"anteil": 1}), {"auskunft_mit_blatt": (8, 20)}),
    (Rule("richtige_angaben", {"anteil": 20}), {"altes_blatt": (4, 18), "auskunft_ohne_blatt": (16, 20)}),
    (Rule("vielfalt", {"anteil": 10}), {"fair_beurteilung": (15, 20)}),
    (Rule("mensch_liest", {"texte": 5}), {id: (20, 20) for id in SOUND}),
    (Rule("mensch_liest", {"texte": 120}), {"durchgewinkt": (0, 0)}),
    (Rule("namenstausch", {"abstand": 20}), {"alte_texte": (0, 0), "umgekehrt": (0, 0)}),
    (Rule("gleiche_antwort", {"anteil": 80}), {"auskunft_ohne_blatt": (0, 3)}),
    (Rule("nichts_erfinden", {"anteil": 40}), {"crm_raet": (20, 20), "crm_prueft_p": (0, 3)}),
    (Rule("verstehen", {"fehler": 10}), {"abschrift_dialekt": (4, 16)}),
]
IMPERFECT = [  # sound, but not perfect: what a tolerance of zero costs, and that the suggestion costs nothing
    ("viele_faire_texte", "namenstausch", "abstand", (3, 13)),
    ("viele_faire_texte", "ergebnis", "abstand", (1, 10)),
    ("crm_fast_offen", "nichts_erfinden", "anteil", (18, 20)),
    ("abschrift_fast_gleich", "verstehen", "fehler", (18, 20)),
    ("auskunft_mit_blatt", "richtige_angaben", "anteil", (18, 20)),
]
HINTS = [  # what a hint says a value finds, or accuses, in which systems, and what it says of another value
    ("namenstausch", "abstand", ("alte_texte", "umgekehrt"), 5, 12),
    ("ergebnis", "abstand", ("ohne_namen",), 5, 12),
    ("richtige_angaben", "anteil", ("auskunft_mit_blatt",), 1, 5),
    ("gleiche_antwort", "anteil", ("auskunft_ohne_blatt",), 90, 80),
    ("vielfalt", "anteil", ("fair_beurteilung",), 10, 6),
    ("verstehen", "fehler", ("abschrift_dialekt",), 5, 10),
]


def sensible(pattern: str) -> list[Rule]:
    """The rules at all corners of the sensible ranges."""
    blanks = ABOUT_TEXTS[pattern].blanks
    names = [blank.name for blank in blanks]
    return [
        Rule(pattern, dict(zip(names, values, strict=True)))
        for values in product(*(b.sensible for b in blanks))
    ]


def any_outlook() -> list[Rule]:
    """Strict rules about each of the sentences with which an assessment may end."""
    return [
        Rule(pattern, {"wendung": key, "abstand": 3})
        for pattern in ("namenstausch", "ergebnis")
        for key in ABOUT_TEXTS[pattern].blanks[0].keys
    ]


@pytest.fixture(scope="module")
def judged():
    """(seed, id of the system, sentence of the rule) → status; asked seed by seed."""
    found = {}
    corners = [rule for pattern in ABOUT_TEXTS for rule in sensible(pattern)]
    for seed in SEEDS:
        for system in text_systems.sixteen(seed):
            evidence = gather(system)
            rules = [*DEFAULTS, *corners, *(rule for rule, ids in EXTREMES if system.id in ids)]
            rules += any_outlook() if system.id in SOUND else []
            for pattern, blank, ids, *values in HINTS:
                rules += [Rule(pattern, {blank: value}) for value in values if system.id in ids]
            for rule in rules:
                if rule.concerns(system):
                    found[seed, system.id, rule.sentence] = rule.check(evidence).status
        for id, pattern, blank, _ in IMPERFECT:
            evidence = gather(text_systems.imperfect(id, seed))
            for rule in (Rule(pattern), Rule(pattern, {blank: 0})):
                found[seed, f"not perfect: {id}", rule.sentence] = rule.check(evidence).status
    return found


@pytest.fixture(scope="module")
def count(judged):
    """How many of the twenty seeds of a system end with this status."""

    def of(id: str, rule: Rule, status: str = BROKEN) -> int:
        return sum(judged[seed, id, rule.sentence] == status for seed in SEEDS)

    return of


def cells():
    head, *rows = MATRIX.strip().splitlines()
    for row in rows:
        id, *counts = row.split()
        for pattern, stated in zip(head.split(), counts, strict=True):
            yield id, pattern, stated


def test_the_matrix_names_every_system_and_every_pattern():
    assert list(dict.fromkeys(id for id, _, _ in cells())) == list(SYSTEMS)
    assert list(dict.fromkeys(pattern for _, pattern, _ in cells())) == list(ABOUT_TEXTS)


@pytest.mark.parametrize(("id", "pattern", "stated"), list(cells()))
def test_each_pattern_accuses_each_system_as_often_as_it_should(id, pattern, stated, count):
    rule = Rule(pattern)
    assert rule.concerns(SYSTEMS[id]) == (stated != "-")
    if stated.endswith("~"):
        assert abs(count(id, rule) - int(stated[:-1])) <= BY_CHANCE
    elif stated == "20":
        assert count(id, rule) >= 19
    elif stated == "0":
        assert count(id, rule) == 0 and count(id, rule, HELD) >= 19


def test_the_audit_finds_every_fault_and_accuses_nobody_in_at_least_19_of_20_seeds(judged):
    for system in SYSTEMS.values():
        broken = [
            {rule.pattern for rule in DEFAULTS if judged.get((seed, system.id, rule.sentence)) == BROKEN}
            for seed in SEEDS
        ]
        right = {pattern for fault in system.faults for pattern in FAULTS[fault].found_by}
        beside = {pattern for fault in system.faults for pattern in FAULTS[fault].also}
        assert sum(bool(one & right) for one in broken) >= (19 if system.faults else 0)
        assert all(one <= right | beside for one in broken), system.id


@pytest.mark.parametrize("fault", FAULTS)
def test_each_pattern_finds_a_fault_as_often_as_stated_with_default_blanks(fault, count):
    having = [id for id, system in SYSTEMS.items() if fault in system.faults]
    found = {
        pattern: sum(count(id, Rule(pattern)) for id in having) * 100 / (len(having) * len(SEEDS))
        for pattern in FAULTS[fault].found_by
    }
    # another processor may round otherwise, which tips a variant that lies on the line
    assert found == pytest.approx(FAULTS[fault].found_by, abs=5)
    assert FAULTS[fault].revealed_by


@pytest.mark.parametrize("fault", FAULTS)
def test_what_counts_neither_as_hit_nor_as_accusation_truly_happens(fault, count):
    having = [id for id, system in SYSTEMS.items() if fault in system.faults]
    for pattern in FAULTS[fault].also:
        assert sum(count(id, Rule(pattern)) for id in having) > 0, pattern
    assert not FAULTS[fault].also & set(FAULTS[fault].found_by)


@pytest.mark.parametrize("pattern", ABOUT_TEXTS)
def test_no_sensible_value_accuses_a_sound_system_in_any_seed(pattern, count):
    for rule in sensible(pattern):
        for id in SOUND:
            if rule.concerns(SYSTEMS[id]):
                assert count(id, rule) == 0, (id, rule.sentence)


@pytest.mark.parametrize("rule", any_outlook(), ids=lambda rule: f"{rule.pattern} {rule.values['wendung']}")
def test_a_strict_rule_about_any_outlook_accuses_no_sound_system(rule, count):
    assert all(count(id, rule) == 0 for id in SOUND if rule.concerns(SYSTEMS[id]))


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_found_with_any_sensible_blanks_of_a_pattern_that_reveals_it(fault, count):
    having = [id for id, system in SYSTEMS.items() if fault in system.faults]
    for pattern in FAULTS[fault].revealed_by:
        for rule in sensible(pattern):
            assert all(count(id, rule) >= 19 for id in having), rule.sentence


@pytest.mark.parametrize(("rule", "accused"), EXTREMES, ids=lambda one: getattr(one, "sentence", ""))
def test_a_lazy_extreme_accuses_the_sound_or_lets_the_faulty_pass(rule, accused, count):
    for id, (least, most) in accused.items():
        assert least <= count(id, rule) <= most, (id, count(id, rule))


@pytest.mark.parametrize(("pattern", "blank", "ids", "first", "second"), HINTS)
def test_hints_say_what_a_value_finds(pattern, blank, ids, first, second, count):
    found, other = (sum(count(id, Rule(pattern, {blank: value})) for id in ids) for value in (first, second))
    hint = next(one.hint for one in ABOUT_TEXTS[pattern].blanks if one.name == blank).replace("keines", "0")
    stated = [int(number) for number in re.findall(r"\d+", hint)]
    assert stated[0] == first and stated[2] == len(ids) * len(SEEDS) and stated[3] == second
    assert (found, other) == pytest.approx((stated[1], stated[4]), abs=2)


@pytest.mark.parametrize(("id", "pattern", "blank", "accused"), IMPERFECT)
def test_who_tolerates_nothing_accuses_what_is_sound_but_not_perfect(id, pattern, blank, accused, count):
    least, most = accused
    assert least <= count(f"not perfect: {id}", Rule(pattern, {blank: 0})) <= most
    assert count(f"not perfect: {id}", Rule(pattern)) == 0


@pytest.mark.parametrize("pattern", ABOUT_TEXTS)
def test_each_pattern_ends_in_each_way_that_it_can(pattern, judged):
    sentences = {rule.sentence for rule in [Rule(pattern), *sensible(pattern)]}
    ended = {status for (_, _, sentence), status in judged.items() if sentence in sentences}
    assert ended >= {HELD, BROKEN} and ended <= {HELD, BROKEN, UNCLEAR}


def test_sixteen_systems_and_eleven_rules_take_less_than_three_seconds_of_one_processor():
    before = time.process_time()
    found = audit(Kodex(rules=tuple(DEFAULTS)), text_systems.sixteen(max(SEEDS) + 1))
    assert found.score.found >= found.score.planted - 1 and found.score.accused == 0
    assert time.process_time() - before < 3
