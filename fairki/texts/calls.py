"""Calls that a machine writes down, and a check of them against a script.

Everybody follows the script equally well. The machine understands one group worse, and a point that was said but not
understood does not count: so the check measures how well somebody is understood.
"""

from dataclasses import dataclass

import numpy as np

from fairki.texts.de import calls as de

A, B = 0, 1
"""Groups: the machine understands B worse, or not."""
AGENTS = 200
"""Agents in the firm."""
SHARE_B = 0.3
CALLS, POINTS, WORDS = 10, 12, 4
"""Calls per agent, points of the script per call, key words per point."""
ENOUGH = 3
"""So many key words have to be recognised, for a point to count."""
WORST = 0.1
"""Share of the agents that the check reports."""

_ADHERENCE, _ADHERENCE_SD = 0.85, 0.07
_SPEAKER_SD = 0.25


def _speakers(rng: np.random.Generator, n: int) -> np.ndarray:
    """How much better or worse each is understood than their group on average; mean 1."""
    factor: np.ndarray = rng.lognormal(-(_SPEAKER_SD**2) / 2, _SPEAKER_SD, n)
    return factor


def speakers(n: int, rate: float, rng: np.random.Generator, words: int = 1000) -> np.ndarray:
    """Measured errors per 100 words of each of ``n`` speakers of a group, of whom ``words`` words were written down.

    Args:
        rate: errors per 100 words of the group.
    """
    errors: np.ndarray = rng.binomial(words, np.clip(rate / 100 * _speakers(rng, n), 0, 1))
    return 100 * errors / words


@dataclass(frozen=True)
class Agents:
    """People who phone, with all that chance decides: so the same calls can be written down better or worse.

    Attributes:
        group: ``A`` or ``B`` of each.
        said: agent × call × point: whether it was said.
        factor: how much better or worse each is understood than their group.
        chance: agent × call × point × key word: a word is recognised if this is at least the speaker's error rate.
    """

    group: np.ndarray
    said: np.ndarray
    factor: np.ndarray
    chance: np.ndarray

    @classmethod
    def draw(cls, rng: np.random.Generator, n: int = AGENTS) -> "Agents":
        follows = rng.normal(_ADHERENCE, _ADHERENCE_SD, n).clip(0, 1)
        return cls(
            group=np.where(rng.random(n) < SHARE_B, B, A),
            said=rng.random((n, CALLS, POINTS)) < follows[:, None, None],
            factor=_speakers(rng, n),
            chance=rng.random((n, CALLS, POINTS, WORDS)),
        )


@dataclass(frozen=True)
class Report:
    """What the check reports, beside what is true.

    Attributes:
        group: as in ``Agents``.
        points, said: per agent, how many of 100 points of the script were found, and were said.
    """

    group: np.ndarray
    points: np.ndarray
    said: np.ndarray

    @property
    def reported(self) -> np.ndarray:
        """Yes or no: among those with the fewest points found."""
        return _lowest(self.points)

    @property
    def truly_worst(self) -> np.ndarray:
        """Yes or no: among those who said the fewest points."""
        return _lowest(self.said)

    @property
    def wrongly_reported(self) -> float:
        """Share of the reported who are not among the truly worst."""
        return float((~self.truly_worst)[self.reported].mean())

    def share_b(self, among: np.ndarray | None = None) -> float:
        """Share of group B, in the firm or ``among`` some."""
        in_b: np.ndarray = np.equal(self.group, B)
        return float((in_b if among is None else in_b[among]).mean())

    def mean_points(self, group: int) -> float:
        """Points found of 100, mean of a group."""
        return float(self.points[self.group == group].mean())


def check(agents: Agents, rate_a: float, rate_b: float) -> Report:
    """Writes all calls down, with these errors per 100 words by group, and checks them against the script."""
    rate = np.where(agents.group == B, rate_b, rate_a) / 100 * agents.factor
    understood = (agents.chance >= rate[:, None, None, None]).sum(axis=3) >= ENOUGH
    points, said = (100 * found.mean(axis=(1, 2)) for found in (agents.said & understood, agents.said))
    return Report(agents.group, points, said)


def _lowest(values: np.ndarray) -> np.ndarray:
    lowest = np.zeros(len(values), dtype=bool)
    lowest[np.argsort(values, kind="stable")[: round(WORST * len(values))]] = True
    return lowest


def transcript(agents: Agents, agent: int, rate: float, call: int = 0) -> list[tuple[str, bool, bool]]:
    """A call as it was written down: each point said, with gaps for words not recognised.

    Returns:
        Per point of the script: what the transcript holds, whether it was said, and whether it counts.
    """
    lines = []
    for point, words in enumerate(de.POINTS):
        known = agents.chance[agent, call, point] >= rate / 100 * agents.factor[agent]
        said = bool(agents.said[agent, call, point])
        lines.append(
            (de.heard(words, known.tolist()) if said else "", said, said and int(known.sum()) >= ENOUGH)
        )
    return lines
