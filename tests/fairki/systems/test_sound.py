"""A system that is called sound passes every check that the course teaches: which ones, how far, on which people.

``CHECKS`` says for every field of use what is measured and what is allowed; where a check cannot be applied, it says
why. Each holds twice: no single year of the forty breaks it beyond chance, and the mean over all of them, in which
chance is a sixth as large, stays within the bound of the table.
"""

import re

import numpy as np
import pytest

from fairki import metrics
from fairki.kodex import BROKEN, HELD, Number, Rule, patterns
from fairki.kodex.evidence import gather
from fairki.systems import DECISIONS, FIELDS, exemplary
from fairki.systems.catalogue import ENTRIES, sound_of
from fairki.systems.system import PEOPLE
from fairki.worlds import attributes
from fairki.worlds.world import FRESH_YEAR

PATTERNS = patterns.about(DECISIONS)
SEEDS = range(40)
FIELD_IDS = pytest.mark.parametrize("field", FIELDS)

QUOTA, FOUR_FIFTHS, CHANCE, FALSE_YES, HIT, MEANING, GUESSED, SMALLEST, FLIP = (
    "selection rates (points)",
    "four fifths (ratio of rates)",
    "equal opportunity (points)",
    "false acceptances (points)",
    "right among the accepted (points)",
    "truth at equal score (percent)",
    "group guessed from the columns (of 100)",
    "smallest group learnt from, unless a person decides about it",
    "same decision as the other group (flip test)",
)
ALIKE = {
    QUOTA: 2,
    FOUR_FIFTHS: 0.95,
    CHANCE: 2,
    FALSE_YES: 2,
    HIT: 2,
    MEANING: 3,
    GUESSED: 60,
    SMALLEST: 100,
    FLIP: "passed: the group is none of the columns, and there is one bar for all",
}
"""Groups that do not differ: everything can hold at once, so it has to."""
CHECKS = {
    "bewerbung": ALIKE,
    "leads": ALIKE,
    "ansprache": ALIKE,
    "aufgaben": ALIKE,
    "versorgung": ALIKE,
    # 10 and 18 % do not pay back, so that not everything can hold (Chouldechova 2017): the system promises equal
    # opportunity; whatever else is measured stays within the strictest bounds the course calls sensible
    "kredit": {
        QUOTA: 5,
        FOUR_FIFTHS: 0.9,
        CHANCE: 2,
        FALSE_YES: 2,
        HIT: 5,
        MEANING: 5,
        GUESSED: 68,
        SMALLEST: 100,
        FLIP: "not applied: one bar per group is what this system promises and says",
    },
}
BARS = {"kredit"}
"""Fields in which every group has its own bar."""
STRICTEST = {
    "ueberwachung": "low",
    "auswahlquoten": "low",
    "chancengleichheit": "low",
    "kreuzungen": "low",
    "gleicher_punktwert": "low",
    "verbotenes_merkmal": "low",
    "datensparsamkeit": "low",
    "energie": "low",
    "mindestgruppe": "high",
    "mensch_an_der_grenze": "high",
    "einspruch": "high",
}
"""Pattern with a number → the end of its sensible range that asks most of a system."""


@pytest.fixture(scope="module")
def years():
    """field → evidence about a sound system in each of the forty years."""
    known = {}

    def of(field):
        if field not in known:
            entry = next(e for e in ENTRIES if e.field == field)
            known[field] = [gather(sound_of(entry, seed)) for seed in SEEDS]
        return known[field]

    return of


def measured(one) -> dict[str, float]:
    """The figures of one year, signed: large group less small group, in points or percent."""
    system, (large, small) = one.system, [one.members[group] for group in list(one.sizes)[:2]]
    yes, good = system.decisions == 1, system.truth == 1

    def apart(who, among) -> float:
        return 100 * float(who[large & among].mean() - who[small & among].mean())

    everybody = np.ones(len(yes), dtype=bool)
    sign = 1 if one.meaning.worse == next(iter(one.sizes)) else -1
    return {
        QUOTA: apart(yes, everybody),
        FOUR_FIFTHS: yes[small].mean() / yes[large].mean(),
        CHANCE: apart(yes, good),
        FALSE_YES: apart(yes, ~good),
        HIT: apart(good, yes),
        MEANING: 100 * sign * one.meaning.value,
        GUESSED: 100 * one.stand_ins.value,
    }


def strictest(pattern: str) -> list[Rule]:
    """The pattern with the strictest sensible blanks, once for every choice it offers."""
    kind = PATTERNS[pattern]
    numbers = {b.name: b.sensible[STRICTEST[pattern] == "high"] for b in kind.blanks if isinstance(b, Number)}
    choices = [b for b in kind.blanks if not isinstance(b, Number)]
    if not choices:
        return [Rule(pattern, numbers)]
    return [Rule(pattern, {**numbers, choices[0].name: option}) for option in choices[0].sensible]


def test_every_field_has_its_line_and_every_line_names_every_check():
    assert set(CHECKS) == set(FIELDS) and all(set(line) == set(ALIKE) for line in CHECKS.values())
    assert {e.field for e in ENTRIES} == set(FIELDS)


def test_sound_systems_of_exercises_decide_as_those_examined_here():
    entries = {entry.id: entry for entry in ENTRIES}
    for one in (exemplary(seed) for seed in SEEDS):
        assert (one.recipe, one.faults) == (sound_of(entries[one.id], one.seed).recipe, frozenset())


@FIELD_IDS
def test_over_forty_years_nothing_is_left_but_chance(field, years):
    found = [measured(one) for one in years(field)]
    for check, bound in CHECKS[field].items():
        if check not in found[0]:
            continue
        mean = np.mean([year[check] for year in found])
        if check == FOUR_FIFTHS:
            assert bound <= mean <= 1 / bound, (check, mean)
        else:
            assert abs(mean) <= bound, (check, mean)


@FIELD_IDS
@pytest.mark.parametrize("attribute", attributes.SHARES)
def test_over_forty_years_no_crossing_with_any_attribute_gets_more_or_less(field, attribute, years):
    apart = {}
    for seed, one in zip(SEEDS, years(field), strict=True):
        value = attributes.by_rank(PEOPLE, FRESH_YEAR + seed)[attribute].to_numpy()
        for group, here in one.members.items():
            for crossed in attributes.SHARES[attribute]:
                members = here & (value == crossed)
                if members.sum() >= metrics.MINIMUM:
                    rates = one.decisions[members].mean() - one.decisions[here].mean()
                    apart.setdefault((group, crossed), []).append(100 * rates)
    assert len(apart) >= 4
    for crossing, found in apart.items():
        chance = 2.5 * np.std(found) / np.sqrt(len(found))
        assert abs(np.mean(found)) <= 0.5 + chance, crossing


@FIELD_IDS
def test_in_no_single_year_is_four_fifths_broken_beyond_chance(field, years):
    for one in years(field):  # the interval is the one of the audit, which is right in 99 of 100 cases
        pair = list(one.sizes)[:2]
        shown = one.rates.low > 0 and {one.rates.better, one.rates.worse} == set(pair)
        assert not (shown and metrics.breaks_four_fifths(one.decisions, one.system.groups, *pair))


@FIELD_IDS
@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_strictest_sensible_rule_accuses_no_sound_system_in_any_year(field, pattern, years):
    for rule in strictest(pattern):
        for seed, one in zip(SEEDS, years(field), strict=True):
            outcome = rule.check(one)
            assert outcome.status != BROKEN, (seed, rule.sentence, outcome.why)


@FIELD_IDS
def test_small_groups_are_known_well_enough_or_left_to_a_person(field, years):
    for one in years(field):
        small = [n for n in one.learnt_from.values() if n < CHECKS[field][SMALLEST]]
        assert not small or one.steckbrief.human_for_small_groups


@FIELD_IDS
def test_nobody_fares_otherwise_as_a_member_of_the_other_group(field, years):
    for one in years(field):
        assert one.system.field.group not in one.system.recipe.columns
        assert one.system.recipe.group_thresholds == (field in BARS)


def test_the_hint_on_equal_scores_says_when_a_sound_system_can_be_told(years):
    def sure(bound: int) -> float:
        rule = Rule("gleicher_punktwert", {"abweichung": bound})
        return np.mean([rule.check(one).status == HELD for field in FIELDS for one in years(field)])

    assert "Bei 5 % bleibt das Urteil bei drei von vier" in PATTERNS["gleicher_punktwert"].blanks[0].hint
    assert sure(5) == pytest.approx(1 / 4, abs=0.02)
    assert "ab 12 % bei keinem" in PATTERNS["gleicher_punktwert"].blanks[0].hint
    assert sure(12) == 1


def test_the_hint_on_close_cases_says_how_often_sound_systems_err_there_and_elsewhere(years):
    close, others = [], []
    for field in FIELDS:
        errors = [errors_near_and_far(one.system) for one in years(field)]
        near, far = np.mean(errors, axis=0)
        close, others = [*close, round(100 * near)], [*others, round(100 * far)]
    hint = PATTERNS["mensch_an_der_grenze"].hint
    assert [int(n) for n in re.findall(r"\d+", hint)] == [
        10, min(close), max(close), 100, min(others), max(others)
    ]  # fmt: skip


def errors_near_and_far(system) -> tuple[float, float]:
    """Share of wrong decisions among the tenth nearest to the bar (of the own group, if it has one), and elsewhere."""
    bars = system.groups if system.recipe.group_thresholds else np.zeros(len(system.scores))
    lowest = {bar: system.scores[(bars == bar) & (system.decisions == 1)].min() for bar in set(bars)}
    away = np.abs(system.scores - np.array([lowest[bar] for bar in bars]))
    order, tenth = np.argsort(away, kind="stable"), len(away) // 10
    wrong = (system.decisions != system.truth)[order]
    return wrong[:tenth].mean(), wrong[tenth:].mean()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_what_a_sound_system_says_about_itself_holds_against_the_strictest_rules(entry):
    of_the_steckbrief = [p for p in PATTERNS if p not in CHECKED_ON_DATA]
    for seed in SEEDS:
        one = gather(sound_of(entry, seed))
        for rule in (rule for p in of_the_steckbrief for rule in strictest(p)):
            assert rule.check(one).status == HELD, rule.sentence


CHECKED_ON_DATA = {
    "auswahlquoten",
    "chancengleichheit",
    "kreuzungen",
    "gleicher_punktwert",
    "verbotenes_merkmal",
    "mindestgruppe",
}
