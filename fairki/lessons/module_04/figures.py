"""What the page of module 04 computes: years of operation, plans, logs; kept once made."""

from functools import cache

from fairki.governance import log, operation

SHOWN_SEED, SHOWN_MONTH = 62, 7
"""The year on the page and the month in which its fault begins."""
YEARS, YEARS_SEED = 200, 11
"""The years over which plans are tried, others than on the page."""
RUN_YEARS = (
    ("kanal", 4, 1),
    (None, None, 5),
    ("formular", 5, 3),
    ("saison", 5, 2),
    ("formular", 8, 9),
    (None, None, 8),
)
"""The years that a plan can be seen to run through: what changes, from which month, seed."""
STRICT = operation.Plan(1, {"abstand": 4})
"""A plan that looks every month and raises an alarm at the least gap."""
LOOSE = operation.Plan(12, {"abstand": 30}, months=12)
"""A plan that looks once a year with wide limits."""
CASES = {
    "eins": (11, log.UNANSWERED),
    "zwei": (23, log.WAVED_THROUGH),
    "drei": (35, log.UNAPPROVED),
}
"""The logs of the page: id → seed and planted fault."""


@cache
def shown_year() -> operation.Year:
    """The year on the page."""
    return operation.year(SHOWN_SEED, "formular", SHOWN_MONTH)


@cache
def run_years() -> list[operation.Year]:
    """The years that a plan can be seen to run through."""
    return [operation.year(seed, kind, month) for kind, month, seed in RUN_YEARS]


@cache
def _years() -> list[operation.Year]:
    return operation.years(YEARS, YEARS_SEED)


def score(plan: operation.Plan) -> operation.Result:
    """What a plan achieves over the years."""
    return operation.score(plan, _years())


@cache
def extremes() -> tuple[operation.Result, operation.Result]:
    """What the strict plan and the loose one achieve."""
    return score(STRICT), score(LOOSE)


@cache
def logs() -> dict[str, log.Log]:
    """The logs of the page."""
    return {id: log.make(seed, planted) for id, (seed, planted) in CASES.items()}
