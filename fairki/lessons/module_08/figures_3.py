"""The figures behind unit 3: calls written down in many invented firms, and a code that a model has read."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from statistics import mean

import numpy as np

from fairki.texts import calls, memory
from fairki.texts.calls import Agents, Report
from fairki.texts.memory import Leak

FIRMS, MODELS = 20, 10
"""Over so many firms figures about calls, and about the code, are averaged."""
ERRORS_A = 6
"""Errors per 100 words of group A."""
ERRORS_B, MOST_ERRORS_B = 18, 26
"""Those of group B in the first question, and where the slider ends."""
TYPED = (1, 2, 4, 8)
"""How often somebody typed the code."""
REMEDIES = (memory.DUPLICATES, memory.STRUCK)


@dataclass(frozen=True)
class Heard:
    """What the check of the script does, on average over the firms.

    Attributes:
        in_firm, truly_worst, on_list: share of group B in the firm, among those who said the fewest points, and among
            those whom the check reports.
        wrongly: share of the reported who are not among the truly worst.
        points_a, points_b: points found of 100, by group.
    """

    in_firm: float
    truly_worst: float
    on_list: float
    wrongly: float
    points_a: float
    points_b: float


_SHARES_B: tuple[Callable[[Report], float], ...] = (
    lambda report: report.share_b(),
    lambda report: report.share_b(report.truly_worst),
    lambda report: report.share_b(report.reported),
)


@cache
def _firms() -> tuple[Agents, ...]:
    return tuple(Agents.draw(np.random.default_rng([7, 31, seed])) for seed in range(FIRMS))


@cache
def _reports(errors_b: int) -> tuple[Report, ...]:
    return tuple(calls.check(firm, ERRORS_A, errors_b) for firm in _firms())


@cache
def heard(errors_b: int) -> Heard:
    """The check with so many errors per 100 words of group B."""
    reports = _reports(errors_b)

    def average(of: Callable[[Report], float]) -> float:
        return mean(map(of, reports))

    in_firm, truly_worst, on_list = (average(share) for share in _SHARES_B)
    return Heard(
        in_firm,
        truly_worst,
        on_list,
        average(lambda report: report.wrongly_reported),
        average(lambda report: report.mean_points(calls.A)),
        average(lambda report: report.mean_points(calls.B)),
    )


def spans(errors_b: int) -> list[tuple[float, float]]:
    """Smallest and largest share of group B over the firms: in the firm, among the truly worst, on the list."""
    shares = [[share(report) for report in _reports(errors_b)] for share in _SHARES_B]
    return [(min(found), max(found)) for found in shares]


@dataclass(frozen=True)
class Kept:
    """What models of all firms keep of a code, on average.

    Attributes:
        per_try, in_tries: probability (0 to 1) that it comes in one try, and in ``memory.TRIES``.
        at_zero: share of the firms whose model gives it away at temperature 0.
    """

    per_try: float
    in_tries: float
    at_zero: float


@cache
def kept(times: int, remedy: str = "") -> Kept:
    """A code that was typed ``times`` times, with a remedy of ``REMEDIES`` or none."""
    found: list[Leak] = [memory.leak(seed, times, remedy) for seed in range(MODELS)]
    return Kept(
        mean(one.per_try for one in found) / 100,
        mean(one.in_tries for one in found) / 100,
        mean(one.at_zero for one in found),
    )
