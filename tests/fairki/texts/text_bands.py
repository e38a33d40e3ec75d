"""Figures over twenty seeds, beside those that another implementation of the same specification found."""

import math
from statistics import mean

SEEDS = range(20)


def off_band(values, stated: tuple[float, float, float, float], outside: int = 0) -> list[str]:
    """What lies outside of ``stated`` (mean, standard deviation, least, most; in points or percent).

    The mean may differ by two standard errors and half a point; a single seed may lie outside of the range by a
    quarter of it, and ``outside`` of the seeds further. What is stated is rounded, so an end may lie half a digit
    further out (whole numbers: half a point).
    """
    values = [float(value) for value in values]
    middle, sd, low, high = stated
    off, wider = (
        2 * sd / math.sqrt(len(values)) + 0.5,
        0.25 * (high - low) + (0.5 if isinstance(low, int) else 0.05),
    )
    found = []
    if not abs(mean(values) - middle) <= off:
        found.append(f"mean {mean(values):.2f}, stated {middle} ± {off:.2f}")
    if sum(not low - wider <= value <= high + wider for value in values) > outside:
        found.append(f"{min(values):.2f} … {max(values):.2f}, stated {low} … {high}")
    return found
