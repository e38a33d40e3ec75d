"""People whose need is met unequally: what the worlds ``anfragen`` and ``versorgung`` share.

A small group needs more on average and gets less at the same need. What a firm records (minutes, costs) is
effort, not need: a model that predicts it well in both groups still puts people of that group too far down
(Obermeyer et al. 2019).
"""

from dataclasses import dataclass

import numpy as np

from fairki.worlds import draw
from fairki.worlds.world import top_share

SHARE_SMALL = 0.12
"""Share of the small group."""
NEED_SHAPE = 1.6
"""Shape of the gamma distribution of need; its scale is 1 in the large group."""
MORE_NEED = 1.40
"""Need of the small group, compared with the large one."""
DAMPING = 0.65
"""Effort that people of the small group get for the need for which others get 1."""
EFFORT_NOISE = 0.40
"""Spread of the logarithm of this year's effort at equal need and group."""
HISTORY_NOISE = 0.85
"""Spread of the logarithm of last year's effort at equal need and group."""
SIGNS_RATE, EMERGENCIES_RATE = 0.65, 0.05
"""Signs of need (faults, illnesses) and emergencies are Poisson: mean per unit of need, equal in both groups."""
SHARE_URGENT = 0.03
"""Share of people who count as urgent: those with the greatest need."""


@dataclass(frozen=True)
class People:
    """Arrays with one value per person; need and effort in the unit of the world.

    Attributes:
        group: name of the group.
        signs, emergencies: counts that follow need alone.
        effort_before, effort: what the person got last year and this year.
        need: what would have been right.
        urgent: 1 for the share of people with the greatest need.
    """

    group: np.ndarray
    signs: np.ndarray
    emergencies: np.ndarray
    effort_before: np.ndarray
    effort: np.ndarray
    need: np.ndarray
    urgent: np.ndarray


def people(rng: np.random.Generator, n: int, large: str, small: str, unit: float) -> People:
    """``n`` people of the groups ``large`` and ``small``; one unit of need is ``unit`` minutes or Euro."""
    group = draw.groups(rng, n, {small: SHARE_SMALL}, rest=large)
    need = rng.gamma(NEED_SHAPE, 1, n) * draw.by_group(group, {large: 1, small: MORE_NEED})
    met = need * draw.by_group(group, {large: 1, small: DAMPING})

    def effort(noise: float):
        # the noise has mean 1, so that effort is the met need on average
        return np.rint(unit * met * np.exp(rng.normal(-(noise**2) / 2, noise, n))).astype(int)

    return People(
        group=group,
        signs=rng.poisson(SIGNS_RATE * need),
        emergencies=rng.poisson(EMERGENCIES_RATE * need),
        effort_before=effort(HISTORY_NOISE),
        effort=effort(EFFORT_NOISE),
        need=np.rint(unit * need).astype(int),
        urgent=top_share(need, SHARE_URGENT),
    )
