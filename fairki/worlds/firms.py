"""Firms that received the same applications and decided unfairly about different people, or about nobody.

Known truth: everybody's suitability, which is spread alike in all groups (``attributes``). Each firm looked at it and
took off points for a reason that it gave itself. What a firm counts (certificates, minutes in the test) says nothing
about suitability. Effect sizes are chosen to be visible; they are not estimates of reality. No table of these firms
is shipped; their random numbers are their own.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from fairki.worlds import attributes, draw
from fairki.worlds.attributes import AGE, DISABILITY, GENDER, MIDDLE, NAME, OLD, OTHER, WITH, YOUNG
from fairki.worlds.world import DIVERS, MAN, top_share

YEAR = 2000
"""Applications in a year."""
SHARE_INVITED = 0.30
"""Share of applicants who are invited; also the share who count as suitable."""
DECISION_NOISE = 0.20
"""Spread of the chance part in a past decision, in units of suitability."""
CERTIFICATE_PROBABILITY = {YOUNG: 0.80, MIDDLE: 0.60, OLD: 0.25}
"""How likely somebody holds a certificate of the newest software: courses are offered to the young first."""
NO_CERTIFICATE = 0.8
"""Points off without it, where the firm looks at that."""
TEST_MINUTES, TEST_SPREAD, LONGER = 40.0, 6.0, 15.0
"""Minutes in the aptitude test, and how many more a test takes that no screen reader can read."""
PER_MINUTE = 0.05
"""Points off per minute beyond the usual ones, where the firm looks at that."""
PENALTY = 0.5
"""Points off for a whole group."""
UNREAD = 10.0
"""Points off for an application that nobody opens."""

_STREAM = 1611
"""Goes with every seed, so that no other world draws the same numbers."""


@dataclass(frozen=True)
class Firm:
    """How a firm decided in the past.

    Attributes:
        id: key.
        column: attribute whose groups it treated unequally; "" if it treated all alike.
        loses: the group that lost; "" for nobody.
        off: points that it took off each applicant.
    """

    id: str
    column: str
    loses: str
    off: Callable[[pd.DataFrame], np.ndarray]


def _of_group(column: str, group: str, points: float = PENALTY) -> Callable[[pd.DataFrame], np.ndarray]:
    return lambda people: points * (people[column] == group).to_numpy()


def _without_certificate(people: pd.DataFrame) -> np.ndarray:
    return NO_CERTIFICATE * (1 - people["zertifikat"].to_numpy())


def _slow(people: pd.DataFrame) -> np.ndarray:
    return PER_MINUTE * np.maximum(0, people["testminuten"].to_numpy() - TEST_MINUTES)


AGE_FILTER = Firm("altersfilter", AGE, OLD, _without_certificate)
"""Wants the newest certificate, which older people were seldom offered."""
SERVICE_TEAM = Firm("serviceteam", GENDER, MAN, _of_group(GENDER, MAN))
"""Took women for more patient on the phone."""
TEST_TIME = Firm("testzeit", DISABILITY, WITH, _slow)
"""Counted a long test as a weakness, and had no accessible test."""
NAMES = Firm("namen", NAME, OTHER, _of_group(NAME, OTHER))
"""Feared misunderstandings with customers where a name sounded other than German."""
FORM = Firm("formular", GENDER, DIVERS, _of_group(GENDER, DIVERS, UNREAD))
"""Has a form that asks for „Herr“ or „Frau“; without one of them it counts as incomplete."""
OPEN_DOOR = Firm("offen", "", "", lambda people: np.zeros(len(people)))
"""Looked at suitability only."""

FIRMS: dict[str, Firm] = {
    firm.id: firm for firm in (AGE_FILTER, SERVICE_TEAM, TEST_TIME, NAMES, FORM, OPEN_DOOR)
}
"""id → firm."""


def generate(n: int = YEAR, seed: int = 2026, *, firm: Firm = AGE_FILTER) -> pd.DataFrame:
    """A year of ``n`` applications to ``firm``.

    The people depend on ``n`` and ``seed`` only: all firms get the same ones.

    Returns:
        ``attributes.SHARES``' columns, ``zertifikat`` (1/0), ``testminuten``, ``eignung`` (standard normal),
        ``geeignet`` (1/0: the most suitable) and ``eingeladen`` (1/0).
    """
    rng = np.random.default_rng([_STREAM, seed])
    people = attributes.by_rank(n, seed)
    people["zertifikat"] = draw.yes(rng, draw.by_group(people[AGE].to_numpy(), CERTIFICATE_PROBABILITY), n)
    minutes = rng.normal(TEST_MINUTES, TEST_SPREAD, n) + LONGER * (people[DISABILITY] == WITH)
    people["testminuten"] = minutes.round().astype(int)
    people["eignung"] = draw.normal_quantiles(n)
    people["geeignet"] = top_share(people["eignung"], SHARE_INVITED)
    judged = people["eignung"].to_numpy() - firm.off(people) + rng.normal(0, DECISION_NOISE, n)
    people["eingeladen"] = top_share(judged, SHARE_INVITED)
    return people.iloc[rng.permutation(n)].reset_index(drop=True)
