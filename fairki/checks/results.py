"""What an answer leads to, printed for learners."""

import math
from collections.abc import Iterable, Sequence

import pandas as pd

from fairki import metrics, people, worlds
from fairki.audit import audit
from fairki.checks import answers, de
from fairki.errors import BadAnswerError
from fairki.governance import operation
from fairki.kodex import Kodex, Rule
from fairki.remembered import looked_up
from fairki.systems import System


def without(question: str, removed: list[str], applicants: pd.DataFrame | None = None) -> metrics.Outcome:
    """What a model does that learns from the firm's past decisions without the columns ``removed``.

    Args:
        applicants: people it then decides about; None: the ones it learned from.

    Raises:
        NotYetRight: no column is left.
    """
    try:
        return looked_up(metrics.without_columns, worlds.load("bewerbungen"), removed, applicants)
    except BadAnswerError as error:
        answers.refuse(question, "without", error.happened, error.remedy)


def tell(outcome: metrics.Outcome, gap_at_most: float, suitable_at_least: float) -> None:
    """Print what a model achieves, next to the model that keeps all columns, and which goals it reaches.

    Args:
        outcome: as ``without`` returned it.
        gap_at_most: goal for the gap, in percentage points.
        suitable_at_least: goal for decisions that fit suitability, of 100.
    """
    for label, found in ((de.WITH_ALL, without("", [])), (de.WITH_YOURS, outcome)):
        print(de.model(label, 100 * found.gap.value, 100 * found.as_suitable))
    gap_reached = abs(100 * outcome.gap.value) <= gap_at_most
    suitable_reached = 100 * outcome.as_suitable >= suitable_at_least
    if gap_reached and suitable_reached:
        print(de.BOTH_REACHED)
    else:
        goals = ((de.GAP, gap_reached), (de.SUITABLE, suitable_reached))
        print(de.missed(name for name, reached in goals if not reached))


def tell_rules(rules: tuple[Rule, ...], systems: Iterable[System]) -> None:
    """Print the sentences of ``rules``, and what they find in ``systems``.

    Args:
        rules: as ``rules`` returned them.
        systems: systems whose faults are known; those with faults and sound ones.
    """
    for place, rule in enumerate(rules, 1):
        print(f"{place}. {rule.sentence}")
    score = audit(Kodex(rules=rules), list(systems)).score
    print(de.found(score.found, score.planted, score.accused, len(score.systems)))


def share_found(rules: tuple[Rule, ...], systems: Iterable[System]) -> tuple[float, float]:
    """What ``tell_rules`` counts, for marking: shares of the faults found and of the systems accused wrongly.

    Args:
        rules, systems: as in ``tell_rules``.
    """
    score = audit(Kodex(rules=rules), list(systems)).score
    return score.found / score.planted, score.accused / len(score.systems)


def tell_plan(plan: operation.Plan, years: Iterable[operation.Year]) -> None:
    """Print what a monitoring plan achieves in ``years``, some with a fault and some without."""
    result = operation.score(plan, years)
    print(de.plan(result.found, result.faults, result.false_alarms))
    for title, months in result.delays.items():
        print(de.delay(title, months))


def tell_setup(setup: people.Setup, seeds: Sequence[int]) -> None:
    """Print what a set-up leads to in the years with these seeds, next to the machine alone."""
    machine = people.Setup(people.AUTOMATIC, cases=0)
    for label, one in ((de.YOUR_SETUP, setup), (de.MACHINE, machine)):
        outcomes = [people.run(one, seed) for seed in seeds]
        women, wrong, hours = (people.band(outcomes, name).mean for name in ("women", "wrong", "hours"))
        print(de.setup(label, None if math.isnan(women) else women, wrong, hours))
