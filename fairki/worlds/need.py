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
class Setting:
    """How the small group differs from the large one; as it stands, the setting of the worlds' tables.

    Attributes:
        share_small: share of the small group.
        more_need: its mean need, compared with the large group.
        damping: effort that its people get for the need for which others get 1.
        history_noise: spread of the logarithm of last year's effort at equal need and group.
    """

    share_small: float = SHARE_SMALL
    more_need: float = MORE_NEED
    damping: float = DAMPING
    history_noise: float = HISTORY_NOISE


STUDY = Setting()
"""After the study: more need and less effort, so that no system can satisfy every definition of fairness."""
EQUAL_NEED = Setting(share_small=0.25, more_need=1.0, damping=0.5, history_noise=EFFORT_NOISE)
"""The same need in both groups and half the effort for it: who learns from need can treat both alike in every way.

With ``more_need`` above 1 this is impossible. The signs of need are noisy; at equal signs, people of the group with
more need really need more, so that even a model of need itself puts them too far down (Kleinberg et al. 2016)."""


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


def people(
    rng: np.random.Generator, n: int, large: str, small: str, unit: float, setting: Setting = STUDY
) -> People:
    """``n`` people of the groups ``large`` and ``small``; one unit of need is ``unit`` minutes or Euro."""
    group = draw.groups(rng, n, {small: setting.share_small}, rest=large)
    need = rng.gamma(NEED_SHAPE, 1, n) * draw.by_group(group, {large: 1, small: setting.more_need})
    met = need * draw.by_group(group, {large: 1, small: setting.damping})

    def effort(noise: float) -> np.ndarray:
        # the noise has mean 1, so that effort is the met need on average
        drawn: np.ndarray = np.rint(unit * met * np.exp(rng.normal(-(noise**2) / 2, noise, n)))
        return drawn.astype(int)

    return People(
        group=group,
        signs=rng.poisson(SIGNS_RATE * need),
        emergencies=rng.poisson(EMERGENCIES_RATE * need),
        effort_before=effort(setting.history_noise),
        effort=effort(EFFORT_NOISE),
        need=np.rint(unit * need).astype(int),
        urgent=top_share(need, SHARE_URGENT),
    )
