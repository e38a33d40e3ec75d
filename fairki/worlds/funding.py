"""The world ``foerderung``: job seekers and the published equation of Austria's AMS.

The equation is real: Holl, Kernbauer and Wagner-Pinter, "Das AMS-Arbeitsmarktchancen-Modell" (2018). It is
one of many sub-models of that system; others differ. The people are invented, and so is how often each
attribute occurs. In this table the equation is *exactly* right: whoever finds work does so with the
probability that it says. Whether it is fair is another question.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from fairki import speech
from fairki.worlds import draw, sheet
from fairki.worlds.de import funding as de
from fairki.worlds.world import DIVERS, GENDERS, MAN, WOMAN, columns

NAME = "foerderung"
TITLE = de.TITLE

GROUP, GROUPS = "geschlecht", GENDERS
LABEL, TRUTH = "segment_a", "arbeit_gefunden"

SHARE_WOMEN, SHARE_DIVERS = 0.45, 0.01
"""Shares of the gender entries weiblich and divers; the rest is männlich."""
AGES = {"bis 29": 0.30, "30 bis 49": 0.45, "ab 50": 0.25}
NATIONALITIES = {"Österreich": 0.70, "EU": 0.14, "Drittstaat": 0.16}
EDUCATIONS = {"Pflichtschule": 0.40, "Lehre": 0.37, "Matura oder mehr": 0.23}
REGIONS = {"Typ 1": 0.30, "Typ 2": 0.25, "Typ 3": 0.15, "Typ 4": 0.10, "Typ 5": 0.20}
OCCUPATIONS = {"Dienstleistung": 0.65, "Produktion": 0.35}
CASES = {0: 0.20, 1: 0.30, 2: 0.20, 3: 0.30}
MEASURES = {0: 0.60, 1: 0.12, 2: 0.18, 3: 0.10}
"""How often each value occurs: invented, the same for every gender."""
CARE_PROBABILITY = {WOMAN: 0.35, MAN: 0.20, DIVERS: 0.20}
IMPAIRED_PROBABILITY, FEW_DAYS_PROBABILITY, LONG_PROBABILITY = 0.12, 0.40, 0.30
"""How often the yes/no attributes occur: invented as well."""

SEGMENT_A = 0.66
"""Chance from which on somebody belongs to segment A (good prospects)."""


@dataclass(frozen=True)
class Coefficient:
    """One summand of the equation.

    Attributes:
        value: what is added to the log-odds.
        id: names it in the file of words.
        column, equals: the summand counts for people with this value in this column; an empty column for
            the constant, which counts for everybody.
        only: the summand counts for this gender only; empty for everybody.
    """

    value: float
    id: str
    column: str = ""
    equals: str | int = 1
    only: str = ""

    @property
    def label(self) -> str:
        """Description for screens."""
        return de.COEFFICIENTS[self.id]


COEFFICIENTS = (
    Coefficient(0.10, "grundwert"),
    Coefficient(-0.14, "weiblich", "geschlecht", WOMAN),
    Coefficient(-0.13, "alter_30_bis_49", "altersgruppe", "30 bis 49"),
    Coefficient(-0.70, "alter_ab_50", "altersgruppe", "ab 50"),
    Coefficient(0.16, "staat_eu", "staatsgruppe", "EU"),
    Coefficient(-0.05, "staat_drittstaat", "staatsgruppe", "Drittstaat"),
    Coefficient(0.28, "ausbildung_lehre", "ausbildung", "Lehre"),
    Coefficient(0.01, "ausbildung_matura", "ausbildung", "Matura oder mehr"),
    Coefficient(-0.15, "betreuungspflicht", "betreuungspflicht", only=WOMAN),
    Coefficient(-0.34, "region_2", "region", "Typ 2"),
    Coefficient(-0.18, "region_3", "region", "Typ 3"),
    Coefficient(-0.83, "region_4", "region", "Typ 4"),
    Coefficient(-0.82, "region_5", "region", "Typ 5"),
    Coefficient(-0.67, "beeintraechtigt", "beeintraechtigt"),
    Coefficient(0.17, "beruf_produktion", "berufsgruppe", "Produktion"),
    Coefficient(-0.74, "wenig_beschaeftigt", "wenig_beschaeftigt"),
    Coefficient(0.65, "geschaeftsfaelle_1", "geschaeftsfaelle", 1),
    Coefficient(1.19, "geschaeftsfaelle_2", "geschaeftsfaelle", 2),
    Coefficient(1.98, "geschaeftsfaelle_3", "geschaeftsfaelle", 3),
    Coefficient(-0.80, "langer_fall", "langer_fall"),
    Coefficient(-0.57, "massnahme_1", "massnahme", 1),
    Coefficient(-0.21, "massnahme_2", "massnahme", 2),
    Coefficient(-0.43, "massnahme_3", "massnahme", 3),
)
"""The equation as published; whatever is not listed (e.g. männlich, bis 29, Österreich) adds nothing."""

FEATURES = (
    "geschlecht",
    "altersgruppe",
    "staatsgruppe",
    "ausbildung",
    "betreuungspflicht",
    "region",
    "beeintraechtigt",
    "berufsgruppe",
    "wenig_beschaeftigt",
    "geschaeftsfaelle",
    "langer_fall",
    "massnahme",
)

REFERENCE = {
    "geschlecht": MAN,
    "altersgruppe": "bis 29",
    "staatsgruppe": "Österreich",
    "ausbildung": "Pflichtschule",
    "betreuungspflicht": 0,
    "region": "Typ 1",
    "beeintraechtigt": 0,
    "berufsgruppe": "Dienstleistung",
    "wenig_beschaeftigt": 0,
    "geschaeftsfaelle": 0,
    "langer_fall": 0,
    "massnahme": 0,
}
"""The person for whom the equation consists of its constant only."""

COLUMNS = columns(de.COLUMNS, digits={"chance": 4})

LABELS = {name: column.label for name, column in COLUMNS.items()}
"""Column → German label for screens."""


def generate(n: int = 2000, seed: int = 2026) -> pd.DataFrame:
    """``n`` job seekers with the columns of ``COLUMNS``, one row per person."""
    rng = np.random.default_rng(seed)
    gender = draw.groups(rng, n, {WOMAN: SHARE_WOMEN, DIVERS: SHARE_DIVERS}, rest=MAN)
    table = pd.DataFrame(
        {
            "nummer": np.arange(1, n + 1),
            "geschlecht": gender,
            "altersgruppe": draw.pick(rng, AGES, n),
            "staatsgruppe": draw.pick(rng, NATIONALITIES, n),
            "ausbildung": draw.pick(rng, EDUCATIONS, n),
            "betreuungspflicht": draw.yes(rng, draw.by_group(gender, CARE_PROBABILITY), n),
            "region": draw.pick(rng, REGIONS, n),
            "beeintraechtigt": draw.yes(rng, IMPAIRED_PROBABILITY, n),
            "berufsgruppe": draw.pick(rng, OCCUPATIONS, n),
            "wenig_beschaeftigt": draw.yes(rng, FEW_DAYS_PROBABILITY, n),
            "geschaeftsfaelle": draw.pick(rng, CASES, n),
            "langer_fall": draw.yes(rng, LONG_PROBABILITY, n),
            "massnahme": draw.pick(rng, MEASURES, n),
        }
    )
    probability = chance(table)
    return table.assign(
        chance=probability.round(4),
        segment_a=(probability >= SEGMENT_A).astype(int),
        arbeit_gefunden=draw.yes(rng, probability, n),
    )


def chance(table: pd.DataFrame) -> np.ndarray:
    """What the equation says about each row of ``table`` (columns of ``FEATURES``): 1 / (1 + e^−x)."""
    return draw.logistic(sum(c.value * _counts_for(table, c) for c in COEFFICIENTS))


def coefficients() -> pd.DataFrame:
    """The equation to be read: ``merkmal`` (German description) and ``beitrag`` (added to the log-odds)."""
    return pd.DataFrame(
        {"merkmal": [c.label for c in COEFFICIENTS], "beitrag": [c.value for c in COEFFICIENTS]}
    )


def contributions(person: pd.Series) -> pd.DataFrame:
    """The rows of ``coefficients`` that count for one person (a row with the columns of ``FEATURES``)."""
    row = person.to_frame().T
    counts = [bool(_counts_for(row, c).all()) for c in COEFFICIENTS]
    return coefficients()[counts].reset_index(drop=True)


def datasheet(table: pd.DataFrame) -> dict[str, str]:
    """German Markdown sections after Gebru et al. (2021), figures computed from ``table``."""
    number, percent = speech.number, speech.percent
    by_gender = table.groupby("geschlecht")
    people, means = by_gender.size(), by_gender[["chance", "segment_a", "arbeit_gefunden"]].mean()
    groups = sheet.rows(
        de.GROUPS,
        [(g, number(people[g]), *(percent(means[column][g], 1) for column in means)) for g in GENDERS],
    )
    return de.datasheet(
        people=len(table),
        groups=groups,
        divers=people[DIVERS],
        segment=SEGMENT_A,
        men=means["segment_a"][MAN],
        women=means["segment_a"][WOMAN],
    )


def _counts_for(table: pd.DataFrame, c: Coefficient) -> np.ndarray:
    counts = np.ones(len(table), dtype=bool)
    if c.column:
        counts &= (table[c.column] == c.equals).to_numpy()
    if c.only:
        counts &= (table["geschlecht"] == c.only).to_numpy()
    return counts
