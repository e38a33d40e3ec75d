"""Systems made of plain arrays, and rules with random blanks."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from fairki.kodex import PATTERNS, Choice, Rule
from fairki.kodex.evidence import Evidence
from fairki.systems import DECISIONS, FIELDS, Recipe, Steckbrief


def evidence_of(
    groups, decisions, *, crossings=None, scores=None, truth=None, need=None, columns=None, **said
) -> Evidence:
    """Evidence about a made-up system in the field ``bewerbung``."""
    groups = np.asarray(groups, dtype=object)
    system = SimpleNamespace(
        kind=DECISIONS,
        steckbrief=Steckbrief("Probe", "Feld", "Firma", "Zweck.", **said),
        field=FIELDS["bewerbung"],
        recipe=Recipe("geeignet", tuple(columns or ()), 0.3),
        people=pd.DataFrame(columns or {"nummer": np.arange(len(groups))}),
        groups=groups,
        crossings=groups if crossings is None else np.asarray(crossings, dtype=object),
        decisions=np.asarray(decisions),
        scores=scores,
        truth=truth,
        truth_known=truth is not None,
        need=truth if need is None else need,
    )
    return Evidence(system)


def random_rule(pattern: str, rng: np.random.Generator, sensible: bool = True) -> Rule:
    """A rule whose blanks are filled in at random, within the sensible range or anywhere."""
    values = {}
    for blank in PATTERNS[pattern].blanks:
        if isinstance(blank, Choice):
            values[blank.name] = str(rng.choice(blank.sensible if sensible else list(blank.options)))
        else:
            low, high = blank.sensible if sensible else (blank.low, blank.high)
            values[blank.name] = int(rng.integers(low, high + 1))
    return Rule(pattern, values)


@pytest.fixture
def made_up():
    return evidence_of


@pytest.fixture(scope="session")
def filled_in():
    return random_rule
