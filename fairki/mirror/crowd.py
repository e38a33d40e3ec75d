"""Two hundred people in front of a model: a small copy of the fresh year, and who would change sides for one card.

A picture cannot hold 2,000 people, and two hundred drawn by lot would lie beside the rates of all 2,000 by some five
points. So a tenth of each group is chosen that is like the whole group in all that the picture shows: who is
suitable, whom the model invites, whom it would invite if one card had been decided differently, and who then changes
sides. Person by person the one is taken that brings the shares of those chosen closest to the shares of all
(herding: Welling, "Herding dynamical weights to learn", 2009).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from fairki.mirror.applicants import applicants
from fairki.mirror.learning import YES, choices, fresh_applicants, of_1000, of_all
from fairki.worlds import recruiting
from fairki.worlds.world import MAN, WOMAN

TENTH = 10
"""One of so many stands in the picture."""


@dataclass(frozen=True, eq=False)
class Sorting:
    """How one model sorts the crowd.

    Attributes:
        invited: 1/0 per person of the crowd.
        rates: gender → invited of 1,000 in the whole fresh year.
    """

    invited: np.ndarray
    rates: Mapping[str, int]

    @property
    def gap(self) -> int:
        """As ``Reflection.gap``."""
        return self.rates[MAN] - self.rates[WOMAN]


@dataclass(frozen=True, eq=False)
class Crowd:
    """The people of the picture and the models that sort them.

    Attributes:
        of_all: gender → people in the whole fresh year, in the order in which groups are shown.
        gender, suitable: per person of the crowd, in the order of their applications.
        own: the model of the decisions as they are.
        turned: id of an applicant → the model, had this one been decided differently; None if nothing could then be
            learnt.
    """

    of_all: Mapping[str, int]
    gender: np.ndarray
    suitable: np.ndarray
    own: Sorting
    turned: Mapping[str, Sorting | None]

    def moved(self, card: str) -> int:
        """How many of the crowd change sides if this one applicant is decided differently; nobody without a model."""
        other = self.turned[card]
        return 0 if other is None else int((other.invited != self.own.invited).sum())


def crowd(decisions: Mapping[str, str]) -> Crowd:
    """The crowd in front of the model that learns from all sixteen decisions, which must not all be the same."""
    people, year = applicants(), fresh_applicants()
    gender = year[recruiting.GROUP].to_numpy()
    everybody = of_all()
    own = np.array([decisions[id] == YES for id in people["id"]], dtype=float)
    turned = np.abs(own - np.eye(len(own)))  # one row per card
    invited = choices(people, np.vstack([own, turned]).T)
    suitable = year[recruiting.TRUTH].to_numpy()
    seen = np.column_stack([suitable, invited.T, invited[0, :, None] != invited[1:].T]).astype(float)
    shown = np.sort(np.concatenate([_alike(seen, np.flatnonzero(gender == group)) for group in everybody]))
    rates = {group: of_1000(invited, group) for group in everybody}

    def sorting(model: int) -> Sorting:
        return Sorting(
            invited[model, shown].astype(int), {group: int(rates[group][model]) for group in everybody}
        )

    return Crowd(
        of_all=everybody,
        gender=gender[shown],
        suitable=suitable[shown],
        own=sorting(0),
        turned={
            id: sorting(at) if np.ptp(labels) else None
            for at, (id, labels) in enumerate(zip(people["id"], turned, strict=True), 1)
        },
    )


def _alike(seen: np.ndarray, group: np.ndarray) -> np.ndarray:
    """A tenth of a group (places of people) whose means of ``seen`` (people × columns) are close to the group's."""
    away = seen[group] - seen[group].mean(axis=0)
    own, missing = (away**2).sum(axis=1), np.zeros(away.shape[1])
    chosen: list[int] = []
    for _ in range(round(len(group) / TENTH)):
        next_one = int(
            (own + 2 * away @ missing).round(6).argmin()
        )  # sums differ by a hair from machine to machine
        chosen.append(next_one)
        own[next_one], missing = np.inf, missing + away[next_one]
    return group[chosen]
