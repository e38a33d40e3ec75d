"""The Kodex that learners may begin with leaves most of the work to them."""

from dataclasses import replace

import pytest

from fairki.audit import audit
from fairki.kodex import Kodex, Rule, patterns
from fairki.kodex.example import EXAMPLE, EXAMPLE_KODEX
from fairki.systems import DECISIONS, catalogue

SEEDS = (0, 100, 200)
"""They lie apart because ``catalogue`` counts on from its seed."""
EVERYTHING = Kodex(rules=tuple(map(Rule, patterns.about(DECISIONS))))
"""Every sentence pattern, with the blanks as they are suggested."""


@pytest.fixture(scope="module", params=[None, *SEEDS])
def systems(request):
    made = catalogue() if request.param is None else catalogue(request.param)
    for system in made:
        system.decisions  # noqa: B018 - each system decides once
    return made


def test_one_example_is_used_everywhere():
    assert EXAMPLE_KODEX.rules == EXAMPLE.rules


def test_the_example_finds_less_than_half_of_the_faults_and_accuses_sound_systems(systems):
    score, best = audit(EXAMPLE, systems).score, audit(EVERYTHING, systems).score
    assert best.found >= 12 and best.value >= 0.8
    assert score.found <= score.planted / 2
    assert score.accused >= 2
    assert score.value <= best.value / 2


def test_sharpening_the_example_pays_at_every_step(systems):
    without_limit = replace(EXAMPLE, rules=EXAMPLE.rules[:-1])
    tighter = replace(
        without_limit,
        rules=(Rule(patterns.SELECTION_RATES), Rule(patterns.FORBIDDEN_FEATURE), *without_limit.rules[2:]),
    )
    more = replace(tighter, rules=(*tighter.rules, Rule(patterns.LABEL), Rule(patterns.REASON)))
    steps = [audit(kodex, systems).score for kodex in (EXAMPLE, without_limit, tighter, more)]
    assert steps[1].accused < steps[0].accused
    assert steps[0].found <= steps[1].found < steps[2].found < steps[3].found
