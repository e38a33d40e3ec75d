"""The world ``leads``: who showed interest in the company, whom sales contacted, who bought.

Buying interest is *exactly* the same whether the name of the contact person sounds German or not. Sales
contacted people with another name less often, partly for the name and partly for what goes along with it.
Whoever is not contacted hardly ever buys: the label "Abschluss" measures the firm's own effort as well.
Effect sizes are chosen to be visible; they are not estimates of reality.
"""

import numpy as np
import pandas as pd

from fairki import speech
from fairki.worlds import draw, sheet
from fairki.worlds.de import leads as de
from fairki.worlds.world import columns

NAME = "leads"
TITLE = de.TITLE

GERMAN, OTHER = "klingt deutsch", "klingt anders"
GROUP, GROUPS = "kontaktname", (GERMAN, OTHER)
LABEL, TRUTH = "abschluss", "wuerde_kaufen"

SHARE_OTHER = 0.35
"""Share of leads whose contact person has a name that does not sound German."""

PAGES_LOG_MEAN, PAGES_SLOPE = 1.2, 0.35
"""Pages visited are Poisson; logarithm of the mean: at average interest, change per unit of interest. The
table has log(1 + pages), for the tenth page says less than the first."""
SIZE_MEAN, SIZE_SLOPE, SIZE_NOISE = 3.0, 0.5, 0.7
"""Size index of the lead's firm: mean, change per unit of interest, spread beyond it."""
NEWSLETTER_MEAN, NEWSLETTER_SLOPE = -0.3, 0.8
"""Log-odds of reading the newsletter: at average interest, change per unit of interest."""
BUYING_MEAN, BUYING_SLOPE = -0.2, 1.1
"""Log-odds of buying if contacted: at average interest, change per unit of interest."""

NORTH_PROBABILITY = {GERMAN: 0.15, OTHER: 0.75}
"""How likely the lead comes from the northern postal area."""
ENGLISH_PROBABILITY = {GERMAN: 0.06, OTHER: 0.55}
"""How likely the lead wrote in English."""
EVENING_PROBABILITY = {GERMAN: 0.25, OTHER: 0.55}
"""How likely the lead wrote in the evening."""

CONTACT = 0.90
"""How likely sales contacts somebody from whom nothing is taken off."""
LESS_FOR_NAME, LESS_FOR_NORTH, LESS_FOR_ENGLISH, LESS_FOR_EVENING = 0.08, 0.25, 0.25, 0.10
"""What is taken off that probability."""
CONTACT_AT_LEAST = 0.05
"""Probability of contact that everybody keeps."""
SPONTANEOUS = 0.05
"""How likely somebody who would buy does so without having been contacted."""

BEHAVIOUR = ("aktivitaet", "firmengroesse", "newsletter")
"""Columns that say something about buying interest."""
STAND_INS = ("gebiet", "englisch", "abends")
"""Columns that say nothing about interest, but something about the name."""
FEATURES = ("kontaktname", *BEHAVIOUR, *STAND_INS)

COLUMNS = columns(de.COLUMNS, digits={"aktivitaet": 2, "firmengroesse": 1})

LABELS = {name: column.label for name, column in COLUMNS.items()}
"""Column → German label for screens."""


def generate(n: int = 2000, seed: int = 2026) -> pd.DataFrame:
    """``n`` leads with the columns of ``COLUMNS``, one row per lead."""
    rng = np.random.default_rng(seed)
    name = draw.groups(rng, n, {OTHER: SHARE_OTHER}, rest=GERMAN)
    interest = draw.normal_within(rng, name, GROUPS)
    size = SIZE_MEAN + SIZE_SLOPE * interest + rng.normal(0, SIZE_NOISE, n)
    table = pd.DataFrame(
        {
            "nummer": np.arange(1, n + 1),
            "kontaktname": name,
            "aktivitaet": np.log1p(rng.poisson(np.exp(PAGES_LOG_MEAN + PAGES_SLOPE * interest))).round(2),
            "firmengroesse": size.round(1),
            "newsletter": draw.yes(rng, draw.logistic(NEWSLETTER_MEAN + NEWSLETTER_SLOPE * interest), n),
            "gebiet": np.where(draw.yes(rng, draw.by_group(name, NORTH_PROBABILITY), n), "Nord", "Süd"),
            "englisch": draw.yes(rng, draw.by_group(name, ENGLISH_PROBABILITY), n),
            "abends": draw.yes(rng, draw.by_group(name, EVENING_PROBABILITY), n),
        }
    )
    contacted = draw.yes(rng, contact_probability(table), n)
    buying = draw.logistic(BUYING_MEAN + BUYING_SLOPE * interest)
    would_buy = draw.yes_within(rng, buying, name, GROUPS)
    spontaneous = draw.yes(rng, SPONTANEOUS, n)
    return table.assign(
        kontaktiert=contacted,
        wuerde_kaufen=would_buy,
        abschluss=would_buy * np.maximum(contacted, spontaneous),
    )


def contact_probability(table: pd.DataFrame) -> np.ndarray:
    """How likely sales contacted each lead (columns kontaktname, gebiet, englisch, abends)."""
    probability = (
        CONTACT
        - LESS_FOR_NAME * (table["kontaktname"] == OTHER)
        - LESS_FOR_NORTH * (table["gebiet"] == "Nord")
        - LESS_FOR_ENGLISH * table["englisch"]
        - LESS_FOR_EVENING * table["abends"]
    )
    within: np.ndarray = np.clip(probability.to_numpy(dtype=float), CONTACT_AT_LEAST, 1)
    return within


def datasheet(table: pd.DataFrame) -> dict[str, str]:
    """German Markdown sections after Gebru et al. (2021), figures computed from ``table``."""
    number, percent = speech.number, speech.percent
    by_name = table.groupby("kontaktname")
    people, contacted, sold = by_name.size(), by_name["kontaktiert"].mean(), by_name["abschluss"].mean()
    interested = by_name["wuerde_kaufen"].mean()
    groups = sheet.rows(
        de.GROUPS,
        [
            (g, number(people[g]), *(percent(share[g], 1) for share in (contacted, sold, interested)))
            for g in GROUPS
        ],
    )
    return de.datasheet(
        people=len(table),
        groups=groups,
        contact=CONTACT,
        less=de.Less(
            name=LESS_FOR_NAME, north=LESS_FOR_NORTH, english=LESS_FOR_ENGLISH, evening=LESS_FOR_EVENING
        ),
        spontaneous=SPONTANEOUS,
        gap=sold[GERMAN] - sold[OTHER],
    )
