"""The world ``bewerbungen``: applications to the company and what the firm decided so far.

Suitability is standard normal and *exactly* the same in every group: each group gets the quantiles of the
normal distribution in random order, so no year differs between women and men by luck. The past
decisions nevertheless cost women points directly and, through gaps and part-time wishes, once more. Further
columns merely *stand in* for gender. Effect sizes are chosen to be visible; they are not estimates of
reality.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from fairki import speech
from fairki.worlds import draw, sheet
from fairki.worlds.de import recruiting as de
from fairki.worlds.world import DIVERS, FRESH_YEAR, GENDERS, MAN, WOMAN, columns, top_share

NAME = "bewerbungen"
TITLE = de.TITLE

SHARE_WOMEN = 0.45
"""Share of women among the applicants."""
SHARE_DIVERS = 0.01
"""Share of people with the gender entry *divers*; taken from the remaining 55 %, with the same stand-ins as
the men of this world and without the direct penalty, which is a gap in this world and no claim about anybody:
``firms.FORM`` has a firm that shuts such people out. A small group on purpose: it must not get lost."""
SHARE_INVITED = 0.30
"""Share of applicants who are invited; also the share who count as suitable."""

GRADE_MEAN, GRADE_SLOPE, GRADE_NOISE = 2.4, -0.45, 0.35
"""Final grade, 1 (best) to 4: mean, change per unit of suitability, spread beyond it."""
TEST_MEAN, TEST_SLOPE, TEST_NOISE = 60.0, 13.0, 7.0
"""Aptitude test, 0 to 100 points: mean, change per unit of suitability, spread beyond it."""
SKILL_MEAN, SKILL_SLOPE, SKILL_NOISE = 5.0, 1.6, 1.1
"""Specialist knowledge, 0 to 10 points: mean, change per unit of suitability, spread beyond it."""
EXPERIENCE_MEAN, EXPERIENCE_SLOPE, EXPERIENCE_NOISE = 7.0, 1.2, 2.2
"""Years of work: mean, change per unit of suitability, spread beyond it."""
EXPERIENCE_LOST = 0.6
"""Years of work that one year of gap costs."""

GAP_PROBABILITY = {WOMAN: 0.60, MAN: 0.15}
"""How likely somebody has a gap (parental leave, care, illness, job search)."""
GAP_SHAPE = 2.0
"""Shape of the gamma distribution of a gap's length."""
GAP_SCALE = {WOMAN: 8.0, MAN: 3.0}
"""Scale in months of the gamma distribution of a gap's length."""
PART_TIME_PROBABILITY = {WOMAN: 0.45, MAN: 0.07}
"""How likely somebody wishes to work part-time."""
FIELDS = ("Informatik", "Maschinenbau", "BWL", "Psychologie", "Germanistik")
FIELD_PROBABILITY = {WOMAN: (0.09, 0.05, 0.30, 0.28, 0.28), MAN: (0.30, 0.30, 0.26, 0.07, 0.07)}
"""How the fields of study are spread, in the order of ``FIELDS``."""
CLUBS = ("Feuerwehr", "Fußball", "Chor", "Reiten", "keiner")
CLUB_PROBABILITY = {WOMAN: (0.05, 0.07, 0.28, 0.24, 0.36), MAN: (0.20, 0.38, 0.07, 0.02, 0.33)}
"""How the clubs are spread, in the order of ``CLUBS``."""
STYLE_MEAN = {WOMAN: 0.5, MAN: -0.5}
"""Mean of the word-style index of the cover letter; its spread is 1."""

WEIGHT_GRADE, WEIGHT_TEST, WEIGHT_SKILL = 0.30, 0.40, 0.30
"""What the firm's visible qualification is made of (each part in units of suitability)."""
DECISION_NOISE = 0.20
"""Spread of the chance part in a past decision."""


@dataclass(frozen=True)
class Penalties:
    """Points of qualification that past decisions took off.

    Attributes:
        woman: for being a woman.
        gap_year: per year of gap.
        part_time: for a part-time wish.
    """

    woman: float
    gap_year: float
    part_time: float

    def of(self, table: pd.DataFrame) -> np.ndarray:
        """Penalty of each row of ``table`` (columns geschlecht, auszeit_monate, teilzeit)."""
        return (
            self.woman * (table["geschlecht"] == WOMAN).to_numpy()
            + self.gap_year * table["auszeit_monate"].to_numpy() / 12
            + self.part_time * table["teilzeit"].to_numpy()
        )


PENALTIES = Penalties(woman=0.30, gap_year=0.28, part_time=0.35)
"""What the firm's past decisions took off."""
NO_PENALTIES = Penalties(woman=0.0, gap_year=0.0, part_time=0.0)
"""A firm that looked at qualification only."""

QUALIFICATIONS = ("abschlussnote", "test", "fachkenntnisse", "erfahrung")
"""Columns that say something about suitability."""
STAND_INS = ("auszeit_monate", "teilzeit", "studienfach", "verein", "wortstil")
"""Columns that say nothing about suitability, but something about gender."""
FEATURES = ("geschlecht", *QUALIFICATIONS, *STAND_INS)
"""All columns that a model may be given."""

COLUMNS = columns(de.COLUMNS, digits={"abschlussnote": 1, "fachkenntnisse": 1, "erfahrung": 1, "wortstil": 2})

GROUP, GROUPS = "geschlecht", GENDERS
LABEL, TRUTH = "eingeladen", "geeignet"

LABELS = {name: column.label for name, column in COLUMNS.items()}
"""Column → German label for screens."""


def generate(
    n: int = 2000,
    seed: int = 2026,
    *,
    share_women: float = SHARE_WOMEN,
    penalties: Penalties = PENALTIES,
) -> pd.DataFrame:
    """A year of ``n`` applications with the columns of ``COLUMNS``, one row per person.

    The people depend on ``n``, ``seed`` and ``share_women`` only: two calls that differ in ``penalties``
    give the same people with other past decisions.
    """
    rng = np.random.default_rng(seed)
    women, divers = round(share_women * n), round(SHARE_DIVERS * n)
    women = min(women, n - divers)
    gender = rng.permutation(np.repeat([WOMAN, MAN, DIVERS], [women, n - women - divers, divers]))
    is_woman = gender == WOMAN

    def by_group(value: dict[str, float]) -> np.ndarray:
        return np.where(is_woman, value[WOMAN], value[MAN])

    def pick(options: Sequence[str], probability: Mapping[str, Sequence[float]]) -> np.ndarray:
        edges = {group: np.cumsum(shares)[:-1] for group, shares in probability.items()}
        drawn = rng.random(n)
        which = np.where(is_woman, np.searchsorted(edges[WOMAN], drawn), np.searchsorted(edges[MAN], drawn))
        picked: np.ndarray = np.array(options)[which]
        return picked

    suitability = draw.normal_within(rng, gender, GENDERS)
    has_gap = rng.random(n) < by_group(GAP_PROBABILITY)
    length = np.maximum(1, np.round(rng.gamma(GAP_SHAPE, by_group(GAP_SCALE))))
    gap = np.where(has_gap, length, 0).astype(int)
    grade = np.clip(GRADE_MEAN + GRADE_SLOPE * suitability + rng.normal(0, GRADE_NOISE, n), 1, 4)
    test = np.clip(TEST_MEAN + TEST_SLOPE * suitability + rng.normal(0, TEST_NOISE, n), 0, 100)
    skill = np.clip(SKILL_MEAN + SKILL_SLOPE * suitability + rng.normal(0, SKILL_NOISE, n), 0, 10)
    experience = EXPERIENCE_MEAN + EXPERIENCE_SLOPE * suitability + rng.normal(0, EXPERIENCE_NOISE, n)
    table = pd.DataFrame(
        {
            "nummer": np.arange(1, n + 1),
            "geschlecht": gender,
            "abschlussnote": grade.round(1),
            "test": test.round().astype(int),
            "fachkenntnisse": skill.round(1),
            "erfahrung": np.maximum(0, experience - EXPERIENCE_LOST * gap / 12).round(1),
            "auszeit_monate": gap,
            "teilzeit": (rng.random(n) < by_group(PART_TIME_PROBABILITY)).astype(int),
            "studienfach": pick(FIELDS, FIELD_PROBABILITY),
            "verein": pick(CLUBS, CLUB_PROBABILITY),
            "wortstil": (by_group(STYLE_MEAN) + rng.standard_normal(n)).round(2),
            "geeignet": top_share(suitability, SHARE_INVITED),
        }
    )
    judged = visible_qualification(table) - penalties.of(table) + rng.normal(0, DECISION_NOISE, n)
    table["eingeladen"] = top_share(judged, SHARE_INVITED)
    return table


def fresh_year(n: int = 2000, seed: int = 2026, **world: Any) -> pd.DataFrame:
    """The year after ``generate(n, seed)``: new people of the same world (same keyword arguments)."""
    return generate(n, FRESH_YEAR + seed, **world)


def visible_qualification(table: pd.DataFrame) -> np.ndarray:
    """What an unbiased firm can see of each applicant's suitability, in units of suitability.

    Needs the columns abschlussnote, test and fachkenntnisse.
    """
    return (
        WEIGHT_GRADE * (table["abschlussnote"] - GRADE_MEAN) / GRADE_SLOPE
        + WEIGHT_TEST * (table["test"] - TEST_MEAN) / TEST_SLOPE
        + WEIGHT_SKILL * (table["fachkenntnisse"] - SKILL_MEAN) / SKILL_SLOPE
    ).to_numpy()


def datasheet(table: pd.DataFrame) -> dict[str, str]:
    """German Markdown sections (heading → text) after Gebru et al., "Datasheets for Datasets" (2021).

    Every figure is computed from ``table`` or taken from the parameters above.
    """
    number, percent = speech.number, speech.percent
    by_gender = table.groupby("geschlecht")
    people, months = by_gender.size(), by_gender["auszeit_monate"].mean()
    invited, suitable = by_gender["eingeladen"].mean(), by_gender["geeignet"].mean()
    groups = sheet.rows(
        de.GROUPS,
        [(g, number(people[g]), percent(suitable[g], 1), percent(invited[g], 1)) for g in GENDERS],
    )
    return de.datasheet(
        people=len(table),
        groups=groups,
        divers=people[DIVERS],
        gap_women=months[WOMAN],
        gap_men=months[MAN],
        invited=table["eingeladen"].mean(),
        penalties=PENALTIES,
        women=invited[WOMAN],
        men=invited[MAN],
    )
