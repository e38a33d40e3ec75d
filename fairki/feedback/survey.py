"""A survey about the company's AI: 200 answers, the many who did not answer, and honest ways to read them.

400 people are asked, 200 answer. Who answers depends on the group (the office has more time for surveys than the
workshop) and a little on the opinion (whoever feels unfairly treated fears that it will be noticed). Because the
people are made up, the opinions of the silent are known, too. All figures are assumptions chosen to be visible.
"""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from fairki.feedback.de import survey as de
from fairki.metrics import CONFIDENCE, MINIMUM, wilson

OFFICE, WORKSHOP, TEMPORARY, CUSTOMERS = de.OFFICE, de.WORKSHOP, de.TEMPORARY, de.CUSTOMERS
SIZES = {OFFICE: 90, WORKSHOP: 130, TEMPORARY: 20, CUSTOMERS: 160}
"""Group → people who were asked; the first three are the company's 240."""
GROUPS = tuple(SIZES)
ANSWERS = 200
"""People who answered."""
RESPONDS = {OFFICE: 0.90, WORKSHOP: 0.17, TEMPORARY: 0.25, CUSTOMERS: 0.36}
"""How readily each group answers, in relation to the others."""
FEARS = 0.8
"""How readily somebody answers who finds the AI unfair (1 or 2), in relation to the others of the same group."""
UNDERSTANDABLE, FAIR = "verstaendlich", "fair"
QUESTIONS = de.QUESTIONS
"""Column → statement; 1 = stimmt gar nicht, 5 = stimmt ganz."""
MEANS = {
    OFFICE: {UNDERSTANDABLE: 3.9, FAIR: 4.0},
    WORKSHOP: {UNDERSTANDABLE: 2.6, FAIR: 2.5},
    TEMPORARY: {UNDERSTANDABLE: 2.4, FAIR: 2.2},
    CUSTOMERS: {UNDERSTANDABLE: 3.1, FAIR: 3.3},
}
"""Group → statement → mean opinion before rounding to 1 … 5."""
SPREAD = 0.9
WRITES = 0.35
"""How likely somebody who answers also writes a sentence."""
LOWEST, HIGHEST = 1, 5

THEMES = de.THEMES
"""Key → (German name, sentences as people write them)."""
_LIKELY = {  # theme → how likely for (opinion 1–2, 3, 4–5)
    "unverstaendlich": (0.35, 0.30, 0.15),
    "nicht_gewusst": (0.20, 0.20, 0.10),
    "angst": (0.25, 0.10, 0.00),
    "mensch": (0.20, 0.25, 0.15),
    "zufrieden": (0.00, 0.15, 0.60),
}


def generate(seed: int = 2026) -> pd.DataFrame:
    """Everybody who was asked, one row each, in random order.

    Returns:
        ``gruppe``, ``geantwortet`` (1 for exactly ``ANSWERS`` people), ``verstaendlich`` and ``fair`` (1 to 5, NaN
        for the silent), ``thema`` (key of ``THEMES``) and ``text`` ("" for those who wrote nothing), and the opinions
        of all, which nobody knows in real life: ``verstaendlich_wirklich``, ``fair_wirklich``.
    """
    rng = np.random.default_rng(seed)
    group = rng.permutation(np.repeat(GROUPS, list(SIZES.values())))
    opinion = {
        column: np.clip(np.round([MEANS[g][column] for g in group] + rng.normal(0, SPREAD, len(group))), 1, 5)
        for column in QUESTIONS
    }
    readiness = np.array([RESPONDS[g] for g in group]) * np.where(opinion[FAIR] <= 2, FEARS, 1)
    # the largest of log(weight) + Gumbel noise: a draw without replacement in proportion to the weights
    answered = np.zeros(len(group), dtype=int)
    answered[np.argsort(-(np.log(readiness) + rng.gumbel(size=len(group))))[:ANSWERS]] = 1
    table = pd.DataFrame({"gruppe": group, "geantwortet": answered})
    for column, values in opinion.items():
        table[column] = np.where(answered == 1, values, np.nan)
    themes = [_theme(rng, value) for value in opinion[FAIR]]
    writes = (answered == 1) & (rng.random(len(group)) < WRITES)
    table["thema"] = np.where(writes, themes, "")
    table["text"] = [str(rng.choice(THEMES[key][1])) if key else "" for key in table["thema"]]
    for column, values in opinion.items():
        table[f"{column}_wirklich"] = values.astype(int)
    return table


@dataclass(frozen=True)
class Mean:
    """A mean with its uncertainty.

    Attributes:
        value: the mean; NaN without answers.
        low, high: 95 % interval within 1 … 5; the whole scale for fewer than two answers.
        n: answers.
        too_small: fewer than 30 answers.
    """

    value: float
    low: float
    high: float
    n: int
    too_small: bool


def mean(values: ArrayLike) -> Mean:
    """The mean of ``values`` (1 to 5; NaN is left out) with Student's interval."""
    asked = np.asarray(values, dtype=float)
    given: np.ndarray = asked[~np.isnan(asked)]
    n = len(given)
    if n < 2:
        return Mean(float(given.mean()) if n else math.nan, LOWEST, HIGHEST, n, True)
    return _with_interval(float(given.mean()), float(given.var(ddof=1) / n), n, n - 1)


def by_group(survey: pd.DataFrame, question: str = FAIR) -> pd.DataFrame:
    """Response and mean of each group.

    Args:
        survey: columns gruppe, geantwortet and the question's column. A categorical keeps its empty groups.

    Returns:
        One row per group, in the order of ``GROUPS`` and then of the table: ``gruppe``, ``gefragt``, ``antworten``,
        ``ruecklauf`` (share, NaN for an empty group) with ``ruecklauf_von``, ``ruecklauf_bis`` (95 % Wilson),
        ``mittel``, ``von``, ``bis`` (as in ``mean``) and ``zu_klein``.
    """
    groups = survey["gruppe"]
    there = list(groups.cat.categories if isinstance(groups.dtype, pd.CategoricalDtype) else groups.unique())
    names = [g for g in GROUPS if g in there] + [g for g in there if g not in GROUPS]
    rows = []
    for name in names:
        here = survey[groups == name]
        asked, answers = len(here), int(here["geantwortet"].sum())
        low, high = (float(bound) for bound in wilson(answers, asked))
        found = mean(here[question])
        response = answers / asked if asked else math.nan
        rows.append(
            (name, asked, answers, response, low, high, found.value, found.low, found.high, found.too_small)
        )
    columns = ["gruppe", "gefragt", "antworten", "ruecklauf", "ruecklauf_von", "ruecklauf_bis"]
    return pd.DataFrame(rows, columns=[*columns, "mittel", "von", "bis", "zu_klein"])


def naive(survey: pd.DataFrame, question: str = FAIR) -> Mean:
    """The mean of those who answered, as if they spoke for all."""
    return mean(survey[question])


def weighted(survey: pd.DataFrame, question: str = FAIR) -> Mean:
    """The mean in which each group counts as much as it was asked (post-stratification, see Lohr, "Sampling").

    It heals that some groups answer less, not that within a group the dissatisfied stay silent. A group without
    answers speaks through nobody: then the value is NaN.
    """
    value = variance = 0.0
    groups = [here for _, here in survey.groupby("gruppe", observed=True)]
    answers = [here[question].dropna() for here in groups]
    n = sum(map(len, answers))
    if not groups or any(len(given) == 0 for given in answers):
        return Mean(math.nan, LOWEST, HIGHEST, n, True)
    for here, given in zip(groups, answers, strict=True):
        share = len(here) / len(survey)
        value += share * given.mean()
        # one answer says nothing about the spread in its group: take the spread of all
        spread = given.var(ddof=1) if len(given) > 1 else survey[question].var(ddof=1)
        variance += share**2 * spread / len(given)
    return _with_interval(float(value), float(variance), n, max(1, n - len(groups)))


def possible(survey: pd.DataFrame, question: str = FAIR) -> tuple[float, float]:
    """The lowest and highest mean that everybody asked can have: all the silent tick 1, or all tick 5 (Manski 1989)."""
    given = survey[question].dropna()
    silent = len(survey) - len(given)
    low, high = (float((given.sum() + silent * end) / len(survey)) for end in (LOWEST, HIGHEST))
    return low, high


def truth(survey: pd.DataFrame, question: str = FAIR) -> float:
    """The mean opinion of everybody asked, which only a made-up world knows."""
    return float(survey[f"{question}_wirklich"].mean())


def themes(survey: pd.DataFrame) -> pd.DataFrame:
    """What people wrote about, most frequent first: ``thema`` (key), ``name``, ``anzahl``, ``beispiel``, and one
    column of counts per group."""
    written = survey[survey["thema"] != ""]
    rows = []
    for key, (name, _) in THEMES.items():
        here = written[written["thema"] == key]
        example = here["text"].iloc[0] if len(here) else ""
        groups = {group: int((here["gruppe"] == group).sum()) for group in GROUPS}
        rows.append({"thema": key, "name": name, "anzahl": len(here), "beispiel": example} | groups)
    return pd.DataFrame(rows).sort_values("anzahl", ascending=False, kind="stable", ignore_index=True)


def _theme(rng: np.random.Generator, opinion: float) -> str:
    place = 0 if opinion <= 2 else 1 if opinion == 3 else 2
    likely = np.array([chances[place] for chances in _LIKELY.values()])
    return str(rng.choice(list(_LIKELY), p=likely / likely.sum()))


def _with_interval(value: float, variance: float, n: int, freedom: int) -> Mean:
    from scipy.stats import t

    half = float(t.ppf(0.5 + CONFIDENCE / 2, freedom)) * math.sqrt(variance)
    return Mean(value, max(LOWEST, value - half), min(HIGHEST, value + half), n, n < MINIMUM)
