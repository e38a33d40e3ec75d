"""The world ``anfragen``: customers of the company and the minutes that the service spent on them.

Customers who do not write in German need more help on average and got less of it at the same need. Minutes
spent are therefore no measure of need. Effect sizes are chosen to be visible; they are not estimates of
reality.
"""

import numpy as np
import pandas as pd

from fairki import speech
from fairki.worlds import draw, need, sheet
from fairki.worlds.de import service as de
from fairki.worlds.world import columns

NAME = "anfragen"
TITLE = de.TITLE

GERMAN, OTHER = "Deutsch", "andere Sprache"
GROUP, GROUPS = "sprache", (GERMAN, OTHER)
LABEL, TRUTH = "minuten", "dringend"

MINUTES = 30
"""Minutes of work for one unit of need."""
CHANNEL_SHARES = {
    GERMAN: {"Telefon": 0.60, "E-Mail": 0.30, "Formular": 0.10},
    OTHER: {"Telefon": 0.10, "E-Mail": 0.35, "Formular": 0.55},
}
"""How customers get in touch; it says nothing about need."""

STAND_INS = ("kanal",)
"""Columns that say nothing about need, but something about the language."""
FEATURES = ("sprache", "stoerungen", "notfaelle", "minuten_vorjahr", *STAND_INS)

COLUMNS = columns(de.COLUMNS)

LABELS = {name: column.label for name, column in COLUMNS.items()}
"""Column → German label for screens."""


def generate(n: int = 10_000, seed: int = 2026, setting: need.Setting = need.STUDY) -> pd.DataFrame:
    """``n`` customers with the columns of ``COLUMNS``; ``setting`` says how their groups differ."""
    rng = np.random.default_rng(seed)
    people = need.people(rng, n, GERMAN, OTHER, MINUTES, setting)
    channel = {group: draw.pick(rng, shares, n) for group, shares in CHANNEL_SHARES.items()}
    return pd.DataFrame(
        {
            "nummer": np.arange(1, n + 1),
            "sprache": people.group,
            "stoerungen": people.signs,
            "notfaelle": people.emergencies,
            "kanal": np.where(people.group == OTHER, channel[OTHER], channel[GERMAN]),
            "minuten_vorjahr": people.effort_before,
            "minuten": people.effort,
            "bedarf": people.need,
            "dringend": people.urgent,
        }
    )


def datasheet(table: pd.DataFrame) -> dict[str, str]:
    """German Markdown sections after Gebru et al. (2021), figures computed from ``table``."""
    number, percent = speech.number, speech.percent
    by_language = table.groupby("sprache")
    people, urgent = by_language.size(), by_language["dringend"].mean()
    means = by_language[["bedarf", "minuten"]].mean()
    groups = sheet.rows(
        de.GROUPS,
        [
            (
                g,
                number(people[g]),
                number(means["bedarf"][g], 1),
                number(means["minuten"][g], 1),
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
    )
