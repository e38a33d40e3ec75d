"""What each way of mitigating does in twenty years: kept figures, because learning all of them takes a minute.

``benchmarks/mitigation_years.py`` writes ``many_years.toml``; ``tests/fairki/test_recruiting_figures.py`` computes the
figures anew.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from statistics import fmean

from fairki import metrics
from fairki.lessons.module_06.mitigated import MOST_GAP, WAYS, decide
from fairki.worlds import recruiting

YEARS = range(20)
"""Seeds: other people and other past decisions in each."""


@dataclass(frozen=True)
class Way:
    """A way of mitigating in all years; "" is today's program.

    Attributes:
        gaps: men minus women in tenths of a point, a number per year.
        suitable: suitable people among the invited, a number per year.
    """

    gaps: Sequence[int]
    suitable: Sequence[int]

    @property
    def gap(self) -> float:
        """The gap on average, −1 to 1."""
        return fmean(self.gaps) / 1000

    @property
    def span(self) -> tuple[float, float]:
        """The lowest and the highest gap, −1 to 1."""
        return min(self.gaps) / 1000, max(self.gaps) / 1000

    def reached(self, today: "Way") -> int:
        """Years in which the gap is small enough and no fewer suitable people are invited than today."""
        years = zip(self.gaps, self.suitable, today.suitable, strict=True)
        return sum(abs(gap) <= 1000 * MOST_GAP and now >= before for gap, now, before in years)


@cache
def kept() -> Mapping[str, Way]:
    """Way → its kept figures, in the order of the page, today's program first."""
    table = tomllib.loads(files(__package__).joinpath("many_years.toml").read_text(encoding="utf-8"))
    return {way: Way(**table[way or "heute"]) for way in ("", *WAYS)}


def measure(way: str) -> Way:
    """The same, computed anew."""
    gaps, suitable = [], []
    for seed in YEARS:
        year = recruiting.fresh_year(seed=seed)
        made = decide(way, recruiting.generate(seed=seed), year)
        gaps.append(round(1000 * metrics.gap(made, year[recruiting.GROUP]).value))
        suitable.append(int(year[recruiting.TRUTH][made == 1].sum()))
    return Way(gaps, suitable)
