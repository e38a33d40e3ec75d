"""How many pairs a difference needs to be seen, and which one so many pairs can show.

Connor (1987), "Sample size for testing differences in proportions for the paired-sample design": how often the two
answers of a pair are apart matters, however often a phrase occurs.
"""

import math
from statistics import NormalDist

POWER = 0.8
"""How often a difference has to be found to count as visible."""
CALM, LIVELY = 0.1, 0.5
"""Share of pairs whose answers are apart in a phrase: an assistant that hardly varies, and the most that chance alone
can do."""


def needed(points: float, apart: float, confidence: float) -> int:
    """Pairs with which the interval leaves out 0 in ``POWER`` of tests.

    Args:
        points: true difference of the two shares, above 0.
        apart: share of pairs in which the phrase stands in one answer only (0 to 1).
        confidence: of the interval.
    """
    difference = points / 100
    apart = max(apart, difference)
    normal = NormalDist()
    sure = normal.inv_cdf(0.5 + confidence / 2) * math.sqrt(apart)
    found = normal.inv_cdf(POWER) * math.sqrt(apart - difference**2)
    return math.ceil(((sure + found) / difference) ** 2)


def visible(pairs: int, apart: float, confidence: float) -> int | None:
    """Smallest true difference in whole points that so many pairs show in ``POWER`` of tests; None if there is none."""
    return next((points for points in range(1, 101) if needed(points, apart, confidence) <= pairs), None)


def needed_for_length(words: float, spread: float, confidence: float) -> int:
    """Pairs that show a difference of so many words; ``spread`` is the standard deviation of those within pairs."""
    normal = NormalDist()
    z = normal.inv_cdf(0.5 + confidence / 2) + normal.inv_cdf(POWER)
    return max(2, math.ceil((z * spread / words) ** 2))
