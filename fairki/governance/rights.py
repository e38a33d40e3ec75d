"""Who may see which score: what follows from rights in a month, and what the log then holds.

Rights are plain JSON, ``{score: [role, …]}`` with the ids of ``SCORES`` and ``ROLES``. Numbers of cases and of
curious looks are invented; what follows from the rights is the same for all of them.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from fairki.governance.de import rights as de

ROLES, SCORES = de.ROLES, de.SCORES
SELF = "selbst"
"""The person whom the score is about."""
HANDLES = {"anfrage": "vertrieb", "bewerbung": "personal", "gespraech": "service"}
"""Score → who works on such cases and answers questions about them."""
CASES = {"anfrage": 200, "bewerbung": 40, "gespraech": 60}
"""Score → cases of a month."""
QUESTIONS = {"anfrage": 2, "bewerbung": 4, "gespraech": 3}
"""Score → questions of people whom it is about, in a month."""
CURIOUS = 3.0
"""How often a role looks at scores that it does not need, on average in a month."""

Rights = Mapping[str, Collection[str]]


@dataclass(frozen=True)
class Month:
    """What a month with these rights brings.

    Attributes:
        looks: how often somebody saw a score; each is an entry of the log.
        needless: how many of them somebody did not need for the work.
        questions: how many people asked about their score.
        open: how many of these nobody could answer, because whoever works on the case sees no score.
    """

    looks: int
    needless: int
    questions: int
    open: int


def needed(score: str) -> tuple[str, str]:
    """Who needs a score of somebody: whoever works on the case, and the person it is about."""
    return HANDLES[score], SELF


def too_much(rights: Rights, score: str) -> list[str]:
    """Roles that see a score without needing it."""
    return [role for role in ROLES if role in rights.get(score, ()) and role not in needed(score)]


def missing(rights: Rights, score: str) -> list[str]:
    """Roles that need a score and do not see it."""
    return [role for role in needed(score) if role not in rights.get(score, ())]


def month(rights: Rights, seed: int = 2026) -> Month:
    """A month with these rights; the person it is about looks once at each score that she asked about."""
    rng = np.random.default_rng(seed)
    curious = {(score, role): int(rng.poisson(CURIOUS)) for score in SCORES for role in ROLES}
    needless = sum(curious[score, role] for score in SCORES for role in too_much(rights, score))
    worked = sum(CASES[score] for score in SCORES if HANDLES[score] in rights.get(score, ()))
    own = sum(QUESTIONS[score] for score in SCORES if SELF in rights.get(score, ()))
    silent = sum(QUESTIONS[score] for score in SCORES if HANDLES[score] not in rights.get(score, ()))
    return Month(worked + own + needless, needless, sum(QUESTIONS.values()), silent)
