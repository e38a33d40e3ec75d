"""The world ``kredite``: people who borrowed money, and who paid back.

Here the groups really differ: younger borrowers default more often. That alone is enough to make definitions
of fairness exclude each other (Chouldechova 2017; Kleinberg, Mullainathan and Raghavan 2016), without anybody
being treated unfairly on purpose. Gender has no influence at all. Effect sizes are chosen to be visible; they
are not estimates of reality.
"""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from fairki import speech
from fairki.worlds import draw, sheet
from fairki.worlds.de import credit as de
from fairki.worlds.world import DIVERS, GENDERS, MAN, WOMAN, columns

NAME = "kredite"
TITLE = de.TITLE

OLDER, YOUNGER = "ab 30", "unter 30"
GROUP, GROUPS = "altersgruppe", (OLDER, YOUNGER)
LABEL, TRUTH = "ausgefallen", "ausgefallen"

SHARE_YOUNGER = 0.35
"""Share of borrowers under 30."""
SHARE_WOMEN, SHARE_DIVERS = 0.50, 0.01
"""Shares of the gender entries weiblich and divers; the rest is männlich."""
DEFAULT_RATE = {OLDER: 0.10, YOUNGER: 0.18}
"""How many borrowers of each age group do not pay back."""
RISK_SPREAD = 1.3
"""Spread of the risk (log-odds of default) within a group."""
RISK_MEAN = {OLDER: -2.786358, YOUNGER: -1.964828}
"""Mean risk of each group: the one that leads to ``DEFAULT_RATE``."""

INTEREST, LOSS = 600, 2500
"""What the bank earns with a loan that is paid back, and loses with one that is not, in Euro."""
BREAK_EVEN = INTEREST / (INTEREST + LOSS)
"""Probability of default from which on a loan loses money on average."""

INCOME_LOG_MEAN, INCOME_SLOPE, INCOME_NOISE = 7.9, -0.20, 0.25
"""Logarithm of the income in Euro per month: mean, change per unit of risk, spread beyond it."""
RENT_MEAN, RENT_SLOPE, RENT_NOISE = 0.33, 0.05, 0.06
"""Rent as a share of income: mean, change per unit of risk, spread beyond it."""
REMINDERS_LOG_MEAN, REMINDERS_SLOPE = -1.2, 0.6
"""Reminders are Poisson; logarithm of the mean: at average risk, change per unit of risk."""
YEARS_MEAN, YEARS_SLOPE, YEARS_NOISE = 7.0, -1.6, 2.5
"""Years with the present employer: mean, change per unit of risk, spread beyond it."""
YEARS_LESS = {OLDER: 0.0, YOUNGER: 1.5}
"""Years with the employer that a group has less at the same risk."""
CHILDREN_MEAN = {OLDER: 1.1, YOUNGER: 0.7}
"""Mean number of children; it says nothing about the risk within a group."""

FINANCES = ("einkommen", "mietanteil", "mahnungen", "jahre_beschaeftigt")
"""Columns that say something about the risk."""
FEATURES = ("altersgruppe", "geschlecht", *FINANCES, "kinder")

COLUMNS = columns(de.COLUMNS, digits={"mietanteil": 2, "jahre_beschaeftigt": 1, "risiko": 4})

LABELS = {name: column.label for name, column in COLUMNS.items()}
"""Column → German label for screens."""


def generate(n: int = 4000, seed: int = 2026) -> pd.DataFrame:
    """``n`` loans with the columns of ``COLUMNS``, one row per borrower."""
    rng = np.random.default_rng(seed)
    age = draw.groups(rng, n, {YOUNGER: SHARE_YOUNGER}, rest=OLDER)
    risk = draw.by_group(age, RISK_MEAN) + RISK_SPREAD * draw.normal_within(rng, age, GROUPS)
    above = risk - RISK_MEAN[OLDER]
    income = np.exp(INCOME_LOG_MEAN + INCOME_SLOPE * above + rng.normal(0, INCOME_NOISE, n))
    rent = RENT_MEAN + RENT_SLOPE * above + rng.normal(0, RENT_NOISE, n)
    years = YEARS_MEAN + YEARS_SLOPE * above + rng.normal(0, YEARS_NOISE, n) - draw.by_group(age, YEARS_LESS)
    probability = draw.logistic(risk)
    return pd.DataFrame(
        {
            "nummer": np.arange(1, n + 1),
            "altersgruppe": age,
            "geschlecht": draw.groups(rng, n, {WOMAN: SHARE_WOMEN, DIVERS: SHARE_DIVERS}, rest=MAN),
            "einkommen": (10 * np.round(income / 10)).astype(int),
            "mietanteil": np.clip(rent, 0, 1).round(2),
            "mahnungen": rng.poisson(np.exp(REMINDERS_LOG_MEAN + REMINDERS_SLOPE * above)),
            "jahre_beschaeftigt": np.maximum(0, years).round(1),
            "kinder": rng.poisson(draw.by_group(age, CHILDREN_MEAN)),
            "risiko": probability.round(4),
            "ausgefallen": draw.yes_within(rng, probability, age, GROUPS),
        }
    )


def profit(declined: ArrayLike, defaulted: ArrayLike) -> float:
    """What the bank earns, in Euro.

    Args:
        declined: 1/0 per person; a loan that is not given neither earns nor loses anything.
        defaulted: 1/0 per person, or the probability of default for the profit to be expected.
    """
    declined, defaulted = np.asarray(declined), np.asarray(defaulted)
    return float(((1 - declined) * (INTEREST * (1 - defaulted) - LOSS * defaulted)).sum())


def datasheet(table: pd.DataFrame) -> dict[str, str]:
    """German Markdown sections after Gebru et al. (2021), figures computed from ``table``."""
    number, percent = speech.number, speech.percent
    cells = table.groupby(["altersgruppe", "geschlecht"])["ausgefallen"].agg(["size", "mean"])
    by_age = table.groupby("altersgruppe")["ausgefallen"].agg(["size", "mean"])
    groups = sheet.rows(
        de.GROUPS,
        [(g, number(by_age["size"][g]), percent(by_age["mean"][g], 1)) for g in GROUPS],
    )
    small = int(cells.xs(DIVERS, level="geschlecht")["size"].sum())
    genders = table.groupby("geschlecht")["ausgefallen"].mean()
    return de.datasheet(
        people=len(table),
        groups=groups,
        rates={g: genders[g] for g in GENDERS},
        small=small,
        years_less=YEARS_LESS[YOUNGER],
        older=DEFAULT_RATE[OLDER],
        younger=DEFAULT_RATE[YOUNGER],
        interest=INTEREST,
        loss=LOSS,
        break_even=BREAK_EVEN,
    )
