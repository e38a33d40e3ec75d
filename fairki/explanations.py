"""The same decision, two explanations: why a convincing reason is no proof of fairness.

A popular explanation says for each piece of information how much it spoke for or against somebody. It compares
the person with other people, and whoever chooses these people chooses the explanation (for a linear model these
are its Shapley values; Lundberg and Lee 2017). Slack et al. 2020 go further: a system can notice that it is being
examined, and then show its best side.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from fairki import de, models
from fairki.worlds import recruiting

EVERYBODY, WOMEN = de.EVERYBODY, de.WOMEN
"""With whom the person is compared, as it reads after "im Vergleich mit"."""
GENDER, WOMAN, MAN = "geschlecht", "weiblich", "männlich"
SEED = 2026
SHARE = 0.30
"""Share of people who are invited."""


@dataclass(frozen=True)
class Explanation:
    """What spoke for and against a person.

    Attributes:
        compared_with: reads after "im Vergleich mit".
        parts: column → share of the score (positive: for the person), the strongest first.
    """

    compared_with: str
    parts: pd.Series

    def sign(self, column: str) -> int:
        """1 if the column spoke for the person, −1 if against, 0 if it played no part (below 0.05)."""
        return int(np.sign(np.round(self.parts[column], 1)))

    @property
    def strongest_against(self) -> str:
        """The column that spoke most against the person."""
        return str(self.parts.idxmin())


@dataclass(frozen=True)
class Case:
    """A rejected person with two explanations of the same decision.

    Attributes:
        person: one row of the world ``bewerbungen``.
        first, second: compared with everybody, and with women only.
        decisions: of the same model about all people of that year (1/0).
        people: all people of that year.
    """

    person: pd.DataFrame
    first: Explanation
    second: Explanation
    decisions: np.ndarray
    people: pd.DataFrame


def explain(model: Any, person: pd.DataFrame, others: pd.DataFrame, compared_with: str) -> Explanation:
    """How much each column moved the person's score away from the mean score of ``others``.

    The parts add up to exactly that difference.

    Args:
        model: as from ``models.fit``.
        person: a table with one row.
        others: the people to compare with.
    """
    prepare, weights = model[0], model[-1].coef_[0]
    distance = prepare.transform(person[list(model.feature_names_in_)])[0] - prepare.transform(
        others[list(model.feature_names_in_)]
    ).mean(axis=0)
    parts = dict.fromkeys(model.feature_names_in_, 0.0)
    for name, part in zip(prepare.get_feature_names_out(), weights * distance, strict=True):
        parts[_column(name, parts)] += float(part)
    ordered = pd.Series(parts)
    return Explanation(compared_with, ordered.iloc[ordered.abs().argsort()[::-1]])


@cache
def case() -> Case:
    """A woman whom the firm's model rejects and would invite as a man; her gap lies between two averages.

    Compared with everybody, gender and gap speak against her. Compared with women only, gender plays no part
    and the gap speaks for her.
    """
    past, people = recruiting.generate(seed=SEED), recruiting.fresh_year(seed=SEED)
    model = models.fit(past, recruiting.FEATURES, past["eingeladen"])
    scores = models.score(model, people)
    decisions = models.top_share(scores, SHARE)
    bar = scores[decisions == 1].min()
    women = people[people[GENDER] == WOMAN]
    as_man = models.score(model, people.assign(**{GENDER: MAN}))
    between = people["auszeit_monate"].between(
        people["auszeit_monate"].mean() + 1, women["auszeit_monate"].mean() - 1
    )
    person = people[(people[GENDER] == WOMAN) & (decisions == 0) & (as_man >= bar) & between].iloc[[0]]
    return Case(
        person,
        explain(model, person, people, EVERYBODY),
        explain(model, person, women, WOMEN),
        decisions,
        people,
    )


def _column(feature: str, columns: Collection[str]) -> str:
    """The column behind a prepared feature such as ``texts__verein_Chor``."""
    name = feature.partition("__")[2]
    return name if name in columns else name.rpartition("_")[0]
