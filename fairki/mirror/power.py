"""What the mirror can find at all: measured on invented people, before anybody trusts what it does not find.

Somebody in this measurement judges each of the sixteen applicants by visible qualification, takes off exactly what the
firm took off in its past decisions (``recruiting.PENALTIES``) or nothing at all, errs by chance, and invites the best.
The chance error has two to five times the spread of the firm's (``SCATTERS``): sixteen cards are decided in seconds.
Whoever errs less is found less often still, as fewer pairs are decided differently; so do rooms that agree on
everybody. The kept figures (``power.toml``) are written by ``benchmarks/mirror_power.py``.
"""

import math
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import pandas as pd

from fairki.mirror import learning
from fairki.mirror.applicants import applicants
from fairki.mirror.learning import DIFFERENCE, NOT_LEARNABLE, OPEN, RARE, learn_shares
from fairki.worlds.recruiting import NO_PENALTIES, PENALTIES, Penalties, visible_qualification

SCATTERS = (0.4, 0.7, 1.0)
"""Spread of the chance error in units of suitability; the firm's is ``recruiting.DECISION_NOISE``, 0.2."""
INVITED = (5, 8)
"""Invitations of the sixteen: as few as the firm, or half."""
PEOPLE = 20_000
"""People who decide alone."""
ROOMS, VOTES = 200, 20
"""Rooms, and people who vote in each."""


@dataclass(frozen=True)
class Measured:
    """How many of ``PEOPLE`` or ``ROOMS`` were told of more than chance, in one setting.

    Attributes:
        scatter, invited: the setting, see ``SCATTERS`` and ``INVITED``.
        alone: people as biased as the firm.
        alone_fair: people who look at qualification only; found by mistake.
        rooms, rooms_fair: rooms of such people, if the model learns from all votes.
        majority, majority_fair: the same rooms, if it learns from the majority.
    """

    scatter: float
    invited: int
    alone: int
    alone_fair: int
    rooms: int
    rooms_fair: int
    majority: int
    majority_fair: int


@dataclass(frozen=True)
class Power:
    """The same out of 100, over all settings.

    Attributes:
        smallest: the smallest gap (tenths of a point) that any sixteen decisions of one person can prove.
        alone, alone_fair, rooms_fair, majority, majority_fair: at most.
        rooms: at least and at most.
    """

    smallest: int
    alone: int
    alone_fair: int
    rooms: tuple[int, int]
    rooms_fair: int
    majority: int
    majority_fair: int


@cache
def power() -> Power:
    """The kept figures, out of 100."""
    settings, smallest = kept()

    def of_100(
        name: str,
        of: int,
        pick: Callable[[Iterable[int]], int] = max,
        turn: Callable[[float], int] = math.ceil,
    ) -> int:
        return turn(100 * pick(getattr(one, name) for one in settings) / of)

    return Power(
        smallest=smallest,
        alone=of_100("alone", PEOPLE),
        alone_fair=of_100("alone_fair", PEOPLE),
        rooms=(of_100("rooms", ROOMS, min, math.floor), of_100("rooms", ROOMS)),
        rooms_fair=of_100("rooms_fair", ROOMS),
        majority=of_100("majority", ROOMS),
        majority_fair=of_100("majority_fair", ROOMS),
    )


def kept() -> tuple[list[Measured], int]:
    """The kept figures, one entry per setting, and the smallest gap that can be proven."""
    table = tomllib.loads(files(__package__).joinpath("power.toml").read_text(encoding="utf-8"))
    return [Measured(**one) for one in table["settings"]], table["smallest"]


def smallest() -> int:
    """The smallest gap (tenths of a point) among all patterns of decisions that prove one."""
    gaps, verdicts = every_pattern()
    return int(abs(gaps[verdicts == DIFFERENCE]).min())


def measure(scatter: float, invited: int, people: int = PEOPLE, rooms: int = ROOMS) -> Measured:
    """The figures of one setting; fewer ``people`` or ``rooms`` give the first of the many."""
    counts = {}
    for ending, penalties in (("", PENALTIES), ("_fair", NO_PENALTIES)):
        alone = decide(np.random.default_rng(1), people, penalties, scatter, invited)
        counts["alone" + ending] = _found(alone)
        votes = decide(np.random.default_rng(2), rooms * VOTES, penalties, scatter, invited)
        shares = votes.reshape(rooms, VOTES, -1).mean(axis=1)
        ids = _people()["id"]
        counts["rooms" + ending] = sum(
            learn_shares(dict(zip(ids, room, strict=True))).verdict == DIFFERENCE for room in shares
        )
        counts["majority" + ending] = _found(shares > 0.5)
    return Measured(scatter, invited, **counts)


def decide(
    rng: np.random.Generator, n: int, penalties: Penalties, scatter: float, invited: int
) -> np.ndarray:
    """Whom ``n`` invented people invite (people × applicants by pair, its man first; truth values)."""
    people = _people()
    liking = visible_qualification(people) - penalties.of(people) + rng.normal(0, scatter, (n, len(people)))
    bar = np.sort(liking, axis=1)[:, -invited, None]
    passed: np.ndarray = liking >= bar
    return passed


def _found(decisions: np.ndarray) -> int:
    """How many rows of decisions lead to more than chance."""
    numbers = decisions @ (1 << np.arange(decisions.shape[1]))
    return int((every_pattern()[1][numbers] == DIFFERENCE).sum())


@cache
def every_pattern() -> tuple[np.ndarray, np.ndarray]:
    """Gap and verdict of all 65,536 patterns of sixteen decisions, computed without ``learn``.

    Bit ``2 i`` of a pattern's number is the decision on the man of pair ``i``, bit ``2 i + 1`` that on its woman.
    Every swap of a pattern is itself a pattern, so the controls need not be learnt again.
    """
    cards = len(_people())
    numbers = np.arange(1 << cards)
    labels = numbers[:, None] >> np.arange(cards) & 1
    gaps = np.concatenate([gaps_of(part) for part in np.array_split(labels, 64)])
    discordant = labels[:, 0::2] != labels[:, 1::2]
    verdicts = np.full(len(numbers), OPEN, dtype=object)
    for first in numbers[
        (labels[:, 1::2] <= labels[:, 0::2]).all(axis=1)
    ]:  # no woman preferred: one of all swaps
        swaps = np.array([first])
        for pair in np.flatnonzero(discordant[first]):
            swaps = np.concatenate([swaps, swaps ^ (0b11 << 2 * pair)])
        of = gaps[swaps]
        sign = np.sign(of)
        further = (sign[:, None] * of[None, :] >= abs(of)[:, None]).mean(axis=1)
        verdicts[swaps[(sign != 0) & (further <= RARE)]] = DIFFERENCE
    verdicts[[0, -1]] = NOT_LEARNABLE  # nobody or everybody invited
    return gaps, verdicts


def gaps_of(decisions: np.ndarray) -> np.ndarray:
    """Gap (tenths of a point) of the model that learns from each row of decisions, as ``decide`` gives them."""
    return learning.gaps_of(learning.choices(_people(), decisions.T.astype(float)))


@cache
def _people() -> pd.DataFrame:
    """The applicants by pair, its man first."""
    return applicants().sort_values(["paar", "geschlecht"], ignore_index=True)


def as_toml(measured: Sequence[Measured], smallest: int) -> str:
    """The content of ``power.toml``."""
    comment = (
        "# Written by benchmarks/mirror_power.py; what the figures mean stands in fairki/mirror/power.py."
    )
    lines = [comment, "", f"smallest = {smallest}"]
    for one in measured:
        lines += ["", "[[settings]]", *(f"{name} = {value}" for name, value in asdict(one).items())]
    return "\n".join(lines) + "\n"
