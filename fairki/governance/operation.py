"""„Zwölf Monate Betrieb“: the firm's recruiting model at work, and a plan that watches it.

The model knows the applicants' qualifications only and starts out fair. In some years something changes in
an unknown month: a *fault*, which stays until somebody finds it, or a *season*, which is harmless and goes by itself.
A monitoring plan looks every few months at a few shares and raises an alarm when one leaves its limits. Short
intervals and tight limits find faults early and cry wolf often, because the groups of one month are small;
long intervals and wide limits let a fault run on.

Sizes are chosen to be visible; they are not estimates of reality.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import nan

import numpy as np
import pandas as pd

from fairki import metrics, models
from fairki.errors import BadAnswerError
from fairki.governance.de import operation as de
from fairki.remembered import remembered
from fairki.worlds import recruiting
from fairki.worlds.world import DIVERS, GENDERS, MAN, WOMAN

MONTHS = 12
"""Months of a year of operation."""
APPLICATIONS = 165
"""Mean number of applications in a month; about the firm's 2,000 in a year."""
USUAL_POOL = 100 * recruiting.SHARE_WOMEN
"""Women among the applicants in a usual month, of 100."""
USUAL_MISSING = 0.03
"""Share of applications in which the specialist knowledge is missing in a usual month."""
FIRST_CHANGE, LAST_CHANGE = 2, 8
"""Between these months something changes; a fault so leaves every yearly plan some time to notice it."""
FOUND_BY_AUDIT = 12
"""Months that a fault runs when no alarm is raised: it then comes to light in the next yearly audit."""

CHANNEL_POOL = 0.29
"""Share of women among the applicants after the advert channel has changed."""
STARS = 0.3
"""Three stars instead of ten points: what becomes of the specialist knowledge in the changed form."""
BY_PHONE = 0.2
"""Share of those with the short form who apply by phone, where the form leaves out the specialist knowledge."""
SEASON_POOL, SEASON_RUSH, SEASON_MONTHS = 0.53, 1.5, 3
"""Share of women in the season, how many times the usual applications arrive, and how long it lasts."""

HOURS_TO_LOOK, HOURS_TO_FOLLOW = 2, 8
"""Assumed hours of work: to look at the shares and write down what is seen, and to follow an alarm to its cause."""

POPULATION = 20_000
"""People from whom the applicants of all years are drawn."""

TRAINING_SEED, POPULATION_SEED = 2026, 404


@dataclass(frozen=True)
class Kind:
    """Something that can change during a year.

    Attributes:
        title: short German name.
        story: German sentences that tell what happened, once the year is over.
        fault: whether people are harmed until it is found; a season is none.
    """

    title: str
    story: str
    fault: bool


KINDS = {id: Kind(*words, fault=id != "saison") for id, words in de.kinds(SEASON_MONTHS).items()}
"""What can change in a year."""

USUAL_KINDS = ("kanal", "formular", "saison")
"""What changes in years if nobody asks for more."""


@dataclass(frozen=True)
class Measure:
    """A share that a plan can watch.

    Attributes:
        label: German name.
        unit: German unit of value and limit.
        meaning: German sentence: when the measure raises an alarm; the limit stands for ``{limit}``.
        low, high: limits that a plan may set.
        by_group: whether it says nothing when a group is too small.
    """

    label: str
    unit: str
    meaning: str
    low: float
    high: float
    by_group: bool = False


MEASURES = {
    "abstand": Measure(*de.MEASURES["abstand"], low=1, high=60, by_group=True),
    "verhaeltnis": Measure(*de.MEASURES["verhaeltnis"], low=10, high=99, by_group=True),
    "pool": Measure(*de.MEASURES["pool"], low=1, high=45),
    "fehlend": Measure(*de.MEASURES["fehlend"], low=1, high=90),
}
"""What a plan can watch."""


COLUMNS = (
    "monat",
    "bewerbungen",
    "frauen",
    "maenner",
    "divers",
    "eingeladen_frauen",
    "eingeladen_maenner",
    "eingeladen_divers",
    "fehlend",
)
"""Columns of a year's table."""


@dataclass(frozen=True)
class Year:
    """A year of operation.

    Attributes:
        seed: where its chance comes from.
        kind: what changes (key of ``KINDS``), or None.
        month: the first month in which it shows, or None.
        table: one row per month: ``monat`` (1 to 12), ``bewerbungen``, then as numbers of people
            ``frauen``, ``maenner``, ``divers``, ``eingeladen_frauen``, ``eingeladen_maenner``,
            ``eingeladen_divers``, and ``fehlend`` (applications without specialist knowledge).
        harmed: month by month, the people whom the fault harms, as women, men, divers: refused only because of
            it, or (new channel) the women who are missing beside a usual month with as many applications.
    """

    seed: int
    kind: str | None
    month: int | None
    table: pd.DataFrame
    harmed: tuple[tuple[int, int, int], ...] = ((0, 0, 0),) * MONTHS

    @property
    def fault_since(self) -> int | None:
        """The month since which people are harmed; None in a year without a fault."""
        return self.month if self.kind and KINDS[self.kind].fault else None


@dataclass(frozen=True)
class Plan:
    """How somebody watches the model.

    Attributes:
        interval: months between two looks, 1 to 12; the first look is at the end of month ``interval``.
        limits: what is watched (key of ``MEASURES``) → the limit beyond which it raises an alarm.
        months: how many months up to the look are counted together, 1 to 12.
        minimum: people that women and men each need before their rates are compared.

    Raises:
        BadAnswerError: something is out of range or no measure.
    """

    interval: int
    limits: Mapping[str, float]
    months: int = 1
    minimum: int = 30

    def __post_init__(self) -> None:
        for label, value, most in (
            (de.INTERVAL, self.interval, MONTHS),
            (de.COUNTED_MONTHS, self.months, MONTHS),
            (de.SMALLEST_GROUP, self.minimum, APPLICATIONS * MONTHS),
        ):
            if type(value) is not int or not 1 <= value <= most:
                raise BadAnswerError(*de.not_whole(label, most))
        for name, limit in self.limits.items():
            if name not in MEASURES:
                raise BadAnswerError(*de.not_watched(name, MEASURES))
            low, high = MEASURES[name].low, MEASURES[name].high
            if not isinstance(limit, int | float) or not low <= limit <= high:
                raise BadAnswerError(*de.bad_limit(MEASURES[name].label, low, high))


@dataclass(frozen=True)
class Result:
    """What a plan achieves over some years.

    Attributes:
        faults: years in which there was a fault.
        found: those in which an alarm was raised while the fault was there.
        delay: months that a fault ran on average, the month of the alarm included; one that was missed counts
            ``FOUND_BY_AUDIT``. NaN without a fault.
        false_alarms: alarms in months without a fault, per twelve such months. NaN without such a month.
        looks: looks per year.
        harmed: people whom a fault harms on average until it is found; one that was missed goes on like this for
            ``FOUND_BY_AUDIT`` months. NaN without a fault.
        delays: title of a kind of fault that occurred → ``delay`` in its years.
    """

    faults: int
    found: int
    delay: float
    false_alarms: float
    looks: int
    delays: Mapping[str, float] = field(default_factory=dict)
    harmed: float = nan

    @property
    def share_found(self) -> float:
        """Share of the faults that were found; NaN without a fault."""
        return self.found / self.faults if self.faults else nan

    @property
    def hours(self) -> float:
        """Hours of work in a year without a fault: for the looks, and for alarms that turn out to be false."""
        return self.looks * HOURS_TO_LOOK + self.false_alarms * HOURS_TO_FOLLOW

    @property
    def longest_delay(self) -> float:
        """``delay`` of the kind of fault that runs longest; NaN without a fault."""
        return max(self.delays.values(), default=nan)


def year(seed: int, kind: str | None = None, month: int | None = None) -> Year:
    """A year of operation in which ``kind`` begins in ``month`` (1 to 12); both None: nothing changes.

    The same arguments give the same year.

    Raises:
        BadAnswerError: no such kind or month, or only one of them.
    """
    if (kind is None) != (month is None) or (kind is not None and kind not in KINDS):
        raise BadAnswerError(*de.no_such_change(KINDS))
    if month is not None and not 1 <= month <= MONTHS:
        raise BadAnswerError(*de.no_such_month(month))
    rng = np.random.default_rng(seed)
    left_empty = rng.random() < 0.5  # which of its two ways a changed form goes
    rows, harmed = [], []
    for now in range(1, MONTHS + 1):
        past = -1 if month is None else now - month  # months since it began
        changed = kind if past >= 0 else None
        if changed == "saison" and past >= SEASON_MONTHS:
            changed = None
        counts, hit = _month(rng, changed, left_empty)
        rows.append((now, *counts))
        harmed.append(hit)
    return Year(seed, kind, month, pd.DataFrame(rows, columns=COLUMNS), tuple(harmed))


def years(count: int, seed: int = 0, kinds: Iterable[str] = USUAL_KINDS) -> list[Year]:
    """``count`` years: in turn nothing and each of ``kinds``, from a month drawn by chance."""
    rng = np.random.default_rng(seed)
    all_kinds = (None, *kinds)
    found = []
    for number in range(count):
        kind = all_kinds[number % len(all_kinds)]
        month = int(rng.integers(FIRST_CHANGE, LAST_CHANGE + 1))
        found.append(year(int(rng.integers(2**31)), kind, month if kind else None))
    return found


def looks(plan: Plan, of: Year) -> pd.DataFrame:
    """What the plan sees in a year.

    Returns:
        One row per look: ``monat``, ``seit`` (first of the months that are counted together), one column for each
        watched measure (NaN: too few people), and ``alarm`` (labels of the measures beyond their limits,
        joined by commas; empty if there is none).
    """
    at, since = _windows(plan)
    values = _measured(plan, _counted(plan, of))
    beyond = _beyond(plan, values)
    names = [
        ", ".join(MEASURES[name].label for name in plan.limits if beyond[name][place])
        for place in range(len(at))
    ]
    return pd.DataFrame({"monat": at, "seit": since + 1, **values, "alarm": names})


def watch(plan: Plan, of: Year) -> list[int]:
    """The months at whose end the plan raises an alarm."""
    at, _ = _windows(plan)
    alarm = np.zeros(len(at), dtype=bool)
    for beyond in _beyond(plan, _measured(plan, _counted(plan, of))).values():
        alarm |= beyond
    months: list[int] = at[alarm].tolist()
    return months


def spans(plan: Plan, of: Year) -> dict[str, list[tuple[float, float, float]]]:
    """How sure each value is that the plan sees in a year.

    Returns:
        Watched measure → for each look its value with the bounds of its 95 % interval, in the unit of the measure;
        NaN where it says nothing. Differences: Newcombe 1998; shares: Wilson. ``verhaeltnis`` has no interval.
    """
    counted = _counted(plan, of)
    women, men, people = counted["frauen"], counted["maenner"], counted["bewerbungen"]
    invited_women, invited_men = counted["eingeladen_frauen"], counted["eingeladen_maenner"]
    with np.errstate(divide="ignore", invalid="ignore"):
        bounds = {
            "abstand": metrics.newcombe(invited_men, men, invited_women, women),
            "pool": metrics.wilson(women, people),
            "fehlend": metrics.wilson(counted["fehlend"], people),
        }
    found: dict[str, list[tuple[float, float, float]]] = {}
    for name, values in _measured(plan, counted).items():
        if name in bounds:
            low, high = (np.where(np.isnan(values), nan, 100 * bound) for bound in bounds[name])
            found[name] = list(zip(values.tolist(), low.tolist(), high.tolist(), strict=True))
    return found


def until(plan: Plan, of: Year) -> tuple[int, bool]:
    """When a year is over for a plan: the month of the first alarm while there is a fault, and True; or ``MONTHS``
    and False."""
    since = of.fault_since
    caught = [month for month in watch(plan, of) if since is not None and month >= since]
    return (caught[0], True) if caught else (MONTHS, False)


def score(plan: Plan, over: Iterable[Year]) -> Result:
    """What the plan achieves over these years. After a fault is found, its year is over."""
    quiet_months, false_alarms, found = 0, 0, 0
    delays: dict[str, list[int]] = {}
    harmed: list[float] = []
    for each in over:
        alarms, since = watch(plan, each), each.fault_since
        quiet_months += MONTHS if since is None else since - 1
        false_alarms += sum(since is None or month < since for month in alarms)
        if since is not None and each.kind is not None:
            caught = [month for month in alarms if month >= since]
            found += bool(caught)
            months = caught[0] - since + 1 if caught else FOUND_BY_AUDIT
            delays.setdefault(KINDS[each.kind].title, []).append(months)
            by_month = [sum(hit) for hit in each.harmed[since - 1 : caught[0] if caught else MONTHS]]
            harmed.append(months * sum(by_month) / len(by_month))
    together = [months for of_kind in delays.values() for months in of_kind]
    return Result(
        faults=len(together),
        found=found,
        delay=float(np.mean(together)) if together else nan,
        false_alarms=12 * false_alarms / quiet_months if quiet_months else nan,
        looks=MONTHS // plan.interval,
        delays={title: float(np.mean(of_kind)) for title, of_kind in delays.items()},
        harmed=float(np.mean(harmed)) if harmed else nan,
    )


def _windows(plan: Plan) -> tuple[np.ndarray, np.ndarray]:
    """The months of the looks, and for each how many months lie before those that are counted."""
    at = np.arange(plan.interval, MONTHS + 1, plan.interval)
    return at, np.maximum(0, at - plan.months)


def _counted(plan: Plan, of: Year) -> dict[str, np.ndarray]:
    """The people whom each look counts together, by column of a year's table."""
    at, since = _windows(plan)
    sums = np.vstack([np.zeros(len(COLUMNS)), np.cumsum(of.table.to_numpy(dtype=float), axis=0)])
    return dict(zip(COLUMNS, (sums[at] - sums[since]).T, strict=True))


def _measured(plan: Plan, counted: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The value of each watched measure at each look."""
    women, men, people = counted["frauen"], counted["maenner"], counted["bewerbungen"]
    enough = np.minimum(women, men) >= plan.minimum
    with np.errstate(divide="ignore", invalid="ignore"):
        rate_women, rate_men = counted["eingeladen_frauen"] / women, counted["eingeladen_maenner"] / men
        values = {
            "abstand": 100 * (rate_men - rate_women),
            "verhaeltnis": 100 * np.minimum(rate_women, rate_men) / np.maximum(rate_women, rate_men),
            "pool": 100 * women / people,
            "fehlend": 100 * counted["fehlend"] / people,
        }
    return {
        name: np.where(enough, values[name], np.nan) if MEASURES[name].by_group else values[name]
        for name in plan.limits
    }


def _beyond(plan: Plan, values: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """For each watched measure, at which looks it raises an alarm; where it says nothing (NaN) there is none."""
    return {name: _outside(name, values[name], limit) for name, limit in plan.limits.items()}


def _outside(name: str, value: np.ndarray, limit: float) -> np.ndarray:
    beyond: np.ndarray
    match name:
        case "abstand":
            beyond = np.abs(value) > limit
        case "verhaeltnis":
            beyond = value < limit
        case "pool":
            beyond = np.abs(value - USUAL_POOL) > limit
        case "fehlend":
            beyond = value > limit
        case _:
            raise KeyError(name)
    return beyond


@dataclass(frozen=True)
class _People:
    """People to draw from: the places of each group, and by way of filling in the form who is invited."""

    places: Mapping[str, np.ndarray]
    short_form: np.ndarray
    invited: np.ndarray
    invited_if_empty: np.ndarray
    invited_by_stars: np.ndarray


@remembered(None)
def _people() -> _People:
    past = recruiting.generate(seed=TRAINING_SEED)
    model = models.fit(past, recruiting.QUALIFICATIONS, past[recruiting.LABEL])
    # from now on everybody above this score is invited, however many apply
    bar = np.quantile(models.score(model, past), 1 - recruiting.SHARE_INVITED)
    people = recruiting.generate(POPULATION, POPULATION_SEED)

    def invited(kept: float) -> np.ndarray:
        filled = people.assign(fachkenntnisse=kept * people["fachkenntnisse"])
        passed: np.ndarray = models.score(model, filled) >= bar
        return passed

    return _People(
        places={group: np.flatnonzero(people["geschlecht"] == group) for group in GENDERS},
        short_form=((people["teilzeit"] == 1) | (people["auszeit_monate"] > 0)).to_numpy(),
        invited=invited(1),
        invited_if_empty=invited(0),
        invited_by_stars=invited(STARS),
    )


def _month(
    rng: np.random.Generator, changed: str | None, left_empty: bool
) -> tuple[tuple[int, ...], tuple[int, int, int]]:
    """One month's counts in the order of ``COLUMNS`` without the month itself, and whom it harms (see ``Year``)."""
    known = _people()
    pool = {"kanal": CHANNEL_POOL, "saison": SEASON_POOL}.get(changed or "", recruiting.SHARE_WOMEN)
    expected = APPLICATIONS * (SEASON_RUSH if changed == "saison" else 1)
    shares = (pool, 1 - pool - recruiting.SHARE_DIVERS, recruiting.SHARE_DIVERS)
    sizes = rng.multinomial(rng.poisson(expected), shares)
    groups = zip((WOMAN, MAN, DIVERS), sizes, strict=True)
    drawn = [rng.choice(known.places[group], size) for group, size in groups]
    invited, harmed, missing = [], [], 0
    for people in drawn:
        empty = rng.random(len(people)) < USUAL_MISSING
        decided = known.invited[people]
        usual = np.where(empty, known.invited_if_empty[people], decided)
        if changed == "formular":
            short = known.short_form[people]
            if left_empty:
                empty |= short
            else:
                decided = np.where(short, known.invited_by_stars[people], decided)
        if changed == "handy":
            empty |= known.short_form[people] & (rng.random(len(people)) < BY_PHONE)
        decided = np.where(empty, known.invited_if_empty[people], decided)
        invited.append(int(decided.sum()))
        harmed.append(int((usual & ~decided).sum()))
        missing += int(empty.sum())
    if changed == "kanal":
        harmed[0] += round((recruiting.SHARE_WOMEN - pool) * int(sizes.sum()))
    women, men, divers = harmed
    return (int(sizes.sum()), *map(int, sizes), *invited, missing), (women, men, divers)
