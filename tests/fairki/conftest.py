"""Twenty years of the recruiting world and what every method does in them: made once, used by many tests."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest

from fairki import metrics, mitigation, models
from fairki.worlds import recruiting


@dataclass(frozen=True)
class Year:
    """The past that a model learns from, the fresh year it decides about, and both without penalty."""

    seed: int
    history: pd.DataFrame
    fresh: pd.DataFrame
    fresh_without_penalty: pd.DataFrame

    def learnt(self, columns):
        return models.decide(models.fit(self.history, columns, self.history["eingeladen"]), self.fresh)


@pytest.fixture(scope="session")
def years() -> list[Year]:
    return [
        Year(
            seed,
            recruiting.generate(seed=seed),
            recruiting.fresh_year(seed=seed),
            recruiting.fresh_year(seed=seed, penalties=recruiting.NO_PENALTIES),
        )
        for seed in range(20)
    ]


ROWS = {
    "history": lambda year: year.fresh["eingeladen"],
    "history without the penalty": lambda year: year.fresh_without_penalty["eingeladen"],
    "model with gender": lambda year: year.learnt(recruiting.FEATURES),
    "model without gender": lambda year: year.learnt(models.WITHOUT_GENDER),
    "model on qualifications only": lambda year: year.learnt(recruiting.QUALIFICATIONS),
    "reweighing": lambda year: mitigation.reweighing(year.history, year.fresh),
    "massaging": lambda year: mitigation.massaging(year.history, year.fresh),
    "correlation removed": lambda year: mitigation.correlation_removed(year.history, year.fresh),
    "impact removed": lambda year: mitigation.impact_removed(year.history, year.fresh),
    "true outcome": lambda year: mitigation.true_outcome(year.history, year.fresh),
    "true outcome of the invited": lambda year: mitigation.true_outcome(
        year.history, year.fresh, invited_only=True
    ),
    "thresholds, parity": lambda year: mitigation.group_thresholds(year.history, year.fresh),
    "reduction, parity": lambda year: mitigation.reduction(year.history, year.fresh),
    "thresholds, equalised odds": lambda year: mitigation.group_thresholds(
        year.history, year.fresh, mitigation.EQUALIZED_ODDS
    ),
}


@pytest.fixture(scope="session")
def decided(years):
    """name of a row → its decisions in each of the twenty fresh years, computed when first asked for."""
    known = {}

    def decisions(row: str) -> list[np.ndarray]:
        if row not in known:
            known[row] = [np.asarray(ROWS[row](year)) for year in years]
        return known[row]

    return decisions


@pytest.fixture(scope="session")
def judged(years, decided):
    """name of a row → DataFrame with gap, women, as_before, as_suitable (in percent) per fresh year."""

    def judge(row: str) -> pd.DataFrame:
        found = [metrics.outcome(d, year.fresh) for d, year in zip(decided(row), years, strict=True)]
        return 100 * pd.DataFrame(
            {
                "gap": [o.gap.value for o in found],
                "women": [o.women for o in found],
                "as_before": [o.as_before for o in found],
                "as_suitable": [o.as_suitable for o in found],
            }
        )

    return judge
