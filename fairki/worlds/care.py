"""The world ``versorgung``: insured people, what they cost and what they would have needed.

People in the countryside need more care on average and got less of it at the same need, because the way to a
practice is long. Costs are therefore no measure of need. The model is Obermeyer et al. (Science 2019). Effect
sizes are chosen to be visible; they are not estimates of reality.
"""

import numpy as np
import pandas as pd

from fairki import speech
from fairki.worlds import draw, need, sheet
from fairki.worlds.de import care as de
from fairki.worlds.world import columns

NAME = "versorgung"
TITLE = de.TITLE

TOWN, COUNTRY = "Stadt", "Land"
GROUP, GROUPS = "wohnort", (TOWN, COUNTRY)
LABEL, TRUTH = "kosten", "dringend"

EUROS = 1500
"""Euro for one unit of need."""
WAY_MEAN = {TOWN: 10.0, COUNTRY: 35.0}
"""Middle of the minutes to the nearest practice; it says nothing about need."""
WAY_NOISE = 0.4
"""Spread of the logarithm of these minutes."""

STAND_INS = ("weg_minuten",)
"""Columns that say nothing about need, but something about where somebody lives."""
FEATURES = ("wohnort", "erkrankungen", "notaufnahmen", "kosten_vorjahr", *STAND_INS)

COLUMNS = columns(de.COLUMNS)

LABELS = {name: column.label for name, column in COLUMNS.items()}
"""Column → German label for screens."""


def generate(n: int = 10_000, seed: int = 2026, setting: need.Setting = need.STUDY) -> pd.DataFrame:
    """``n`` insured people with the columns of ``COLUMNS``; ``setting`` says how their groups differ."""
    rng = np.random.default_rng([seed, 1])  # other people than in the world anfragen, which draws alike
    people = need.people(rng, n, TOWN, COUNTRY, EUROS, setting)
    way = draw.by_group(people.group, WAY_MEAN) * np.exp(rng.normal(0, WAY_NOISE, n))
    return pd.DataFrame(
        {
            "nummer": np.arange(1, n + 1),
            "wohnort": people.group,
            "erkrankungen": people.signs,
            "notaufnahmen": people.emergencies,
            "weg_minuten": np.rint(way).astype(int),
            "kosten_vorjahr": people.effort_before,
            "kosten": people.effort,
            "bedarf": people.need,
            "dringend": people.urgent,
        }
    )


def datasheet(table: pd.DataFrame) -> dict[str, str]:
    """German Markdown sections after Gebru et al. (2021), figures computed from ``table``."""
    number, percent = speech.number, speech.percent
    by_home = table.groupby("wohnort")
    people, urgent = by_home.size(), by_home["dringend"].mean()
    means = by_home[["bedarf", "kosten", "weg_minuten"]].mean()
    groups = sheet.rows(
        de.GROUPS,
        [
            (
                g,
                number(people[g]),
                number(means["bedarf"][g]),
                number(means["kosten"][g]),
                percent(urgent[g], 1),
            )
            for g in GROUPS
        ],
    )
    return de.datasheet(
        people=len(table),
        groups=groups,
        more_need=need.MORE_NEED,
        damping=need.DAMPING,
        way_town=means["weg_minuten"][TOWN],
        way_country=means["weg_minuten"][COUNTRY],
    )
