"""The world ``zulassung``: graduate admissions at Berkeley in autumn 1973, the six largest departments.

Real counts, no invention: Bickel, Hammel and O'Connell, "Sex Bias in Graduate Admissions: Data from Berkeley",
Science 187 (1975). Taken together men were admitted more often, in most departments women were: the aggregate
and the parts disagree (Simpson's paradox). The source knows two genders only. Nobody knows who was suitable.
"""

import numpy as np
import pandas as pd

from fairki import speech
from fairki.errors import MissingDataError
from fairki.worlds import sheet
from fairki.worlds.de import admissions as de
from fairki.worlds.de import shared
from fairki.worlds.world import MAN, WOMAN, columns

NAME = "zulassung"
TITLE = de.TITLE

GROUP, GROUPS = "geschlecht", (WOMAN, MAN)
LABEL, TRUTH = "zugelassen", None
FEATURES = ("fach", "geschlecht")

DEPARTMENTS = ("A", "B", "C", "D", "E", "F")
COUNTS = {
    ("A", MAN): (512, 313),
    ("A", WOMAN): (89, 19),
    ("B", MAN): (353, 207),
    ("B", WOMAN): (17, 8),
    ("C", MAN): (120, 205),
    ("C", WOMAN): (202, 391),
    ("D", MAN): (138, 279),
    ("D", WOMAN): (131, 244),
    ("E", MAN): (53, 138),
    ("E", WOMAN): (94, 299),
    ("F", MAN): (22, 351),
    ("F", WOMAN): (24, 317),
}
"""(Department, gender) → admitted, rejected."""
APPLICATIONS = sum(admitted + rejected for admitted, rejected in COUNTS.values())

COLUMNS = columns(de.COLUMNS)

LABELS = {name: column.label for name, column in COLUMNS.items()}
"""Column → German label for screens."""


def generate(n: int = APPLICATIONS, seed: int = 2026) -> pd.DataFrame:
    """The applications with the columns of ``COLUMNS``, in random order; a smaller ``n`` is a random part.

    Raises:
        MissingDataError: more applications are wanted than there were.
    """
    if n > APPLICATIONS:
        raise MissingDataError(*shared.fewer_applied(APPLICATIONS))
    cells = [(*cell, outcome) for cell in COUNTS for outcome in (1, 0)]
    sizes = [size for both in COUNTS.values() for size in both]
    picked = np.random.default_rng(seed).permutation(np.repeat(np.arange(len(cells)), sizes))[:n]
    table = pd.DataFrame([cells[i] for i in picked], columns=["fach", "geschlecht", "zugelassen"])
    table.insert(0, "nummer", np.arange(1, n + 1))
    return table


def rates(table: pd.DataFrame) -> pd.DataFrame:
    """How many applied and were admitted in each department.

    Returns:
        One row per department and gender: ``fach``, ``geschlecht``, ``n``, ``zugelassen`` (count), ``rate``
        (NaN where nobody applied).
    """
    every = pd.MultiIndex.from_product([DEPARTMENTS, GROUPS], names=["fach", "geschlecht"])
    admitted = table.groupby(["fach", "geschlecht"])["zugelassen"]
    found = admitted.agg(n="size", zugelassen="sum").reindex(every, fill_value=0)
    rates: pd.DataFrame = found.assign(rate=found["zugelassen"] / found["n"]).reset_index()
    return rates


def aggregate(table: pd.DataFrame) -> dict[str, float]:
    """Gender → share admitted, all departments together."""
    shares = table.groupby("geschlecht")["zugelassen"].mean()
    return {gender: float(share) for gender, share in zip(shares.index, shares, strict=True)}


def standardised(table: pd.DataFrame) -> dict[str, float]:
    """Gender → share admitted if both had applied to the departments in the same proportions.

    Direct standardisation: each department counts as much as it has applications from everybody. NaN for a
    gender that is missing in a department.
    """
    weights = table["fach"].value_counts(normalize=True).reindex(DEPARTMENTS, fill_value=0)
    by_department = rates(table).pivot(index="fach", columns="geschlecht", values="rate")
    shares = by_department.mul(weights, axis=0).sum(skipna=False)
    return {gender: float(share) for gender, share in zip(shares.index, shares, strict=True)}


def datasheet(table: pd.DataFrame) -> dict[str, str]:
    """German Markdown sections after Gebru et al. (2021), figures computed from ``table``."""
    number = speech.number

    found = rates(table).set_index(["fach", "geschlecht"])
    together, same_mix = aggregate(table), standardised(table)
    groups = sheet.rows(
        de.GROUPS,
        [
            (
                department,
                *(
                    text
                    for gender in GROUPS
                    for text in (
                        number(found["n"][department, gender]),
                        de.share(found["rate"][department, gender]),
                    )
                ),
            )
            for department in DEPARTMENTS
        ],
    )
    return de.datasheet(
        people=len(table),
        groups=groups,
        men=together[MAN],
        women=together[WOMAN],
        men_same=same_mix[MAN],
        women_same=same_mix[WOMAN],
    )
