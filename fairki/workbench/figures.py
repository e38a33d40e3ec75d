"""What decisions about people look like, group by group: rates, gaps, chance, and what small groups must not tell.

``metrics``, ``groups`` and ``diagnostics`` compute all figures; here is what they need of any table, and what of it may
be shown (``suppression``). Counts come first, so that 200,000 rows are walked through once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
import pandas as pd

from fairki import groups, metrics
from fairki.diagnostics import Fields
from fairki.errors import BadAnswerError
from fairki.groups import Comparison
from fairki.workbench import calibration, proxies
from fairki.workbench.calibration import Calibration
from fairki.workbench.de import figures as de
from fairki.workbench.proxies import Proxy
from fairki.workbench.roles import Parted, Roles, part, without_few
from fairki.workbench.suppression import Group, hidden
from fairki.workbench.table import Table

EVERYBODY = "alle"
"""Id of the group of all people, whose numbers are always shown."""


@dataclass(frozen=True)
class FourFifths:
    """The rule of thumb that the lowest rate is at least four fifths of the highest.

    Attributes:
        lowest, highest: the two groups.
        ratio: lowest rate / highest rate.
        by_chance: how often groups of these sizes break the rule if all have the same rate.
        groups: how many groups are compared.
    """

    lowest: str
    highest: str
    ratio: float
    by_chance: float
    groups: int

    @property
    def broken(self) -> bool:
        """Whether it is below four fifths, apart from rounding."""
        return self.ratio < metrics.FOUR_FIFTHS - 1e-12


@dataclass(frozen=True)
class Rates:
    """One column of groups, or two columns crossed.

    Attributes:
        name: of the column, or of both.
        second: name of the second of two columns; "" for one.
        rates: the shown groups, as from ``metrics.group_rates``.
        hidden: names of the groups that are not shown because somebody in a small group could be recognised, also
            of those whose people are in no number.
        furthest: the two groups whose rates differ most surely; None if no two are large enough.
        four_fifths: None if no two are large enough, or nobody got the good decision.
        same_mix: of two columns, group of the first → its rate if all its groups were spread over the second as
            everybody is (direct standardisation); empty if a crossing is hidden or has nobody.
    """

    name: str
    second: str
    rates: pd.DataFrame
    hidden: tuple[str, ...]
    furthest: Comparison | None
    four_fifths: FourFifths | None
    same_mix: Mapping[str, float]


@dataclass(frozen=True)
class Errors:
    """Where decisions and what came true part, in one column of groups.

    Attributes:
        name: of the column.
        fields: shown group → its four fields.
        hidden: names of the groups that are not shown.
        refused: shares wrongly refused, as from ``metrics.group_rates``: of those who deserved the good decision.
        granted: shares wrongly granted: of those who did not.
        refused_apart, granted_apart: which two groups differ most surely in them.
    """

    name: str
    fields: dict[str, Fields]
    hidden: tuple[str, ...]
    refused: pd.DataFrame
    granted: pd.DataFrame
    refused_apart: Comparison | None
    granted_apart: Comparison | None


@dataclass(frozen=True)
class Findings:
    """All that is found in a table.

    Attributes:
        table, roles: what was examined.
        parted: its people.
    """

    table: Table
    roles: Roles
    parted: Parted

    @property
    def people(self) -> int:
        """People about whom there is a decision, without those in groups that are left out."""
        return len(self.parted.decisions)

    @property
    def good(self) -> int:
        """People with the good decision."""
        return int(self.parted.decisions.sum())

    @cached_property
    def cells(self) -> "Cells":
        """The people counted by all columns of groups at once."""
        return Cells(self.parted)

    @cached_property
    def not_shown(self) -> set[str]:
        """Ids of the groups and crossings that are hidden."""
        return hidden(self.cells.groups, self.cells.n, self.roles.smallest, {EVERYBODY})

    @cached_property
    def rates(self) -> tuple[Rates, ...]:
        """One for each column of groups, then one for each pair of columns."""
        places = range(len(self.parted.attributes))
        tables = [(at,) for at in places] + list(combinations(places, 2))
        return tuple(self._rates(table) for table in tables)

    @cached_property
    def surest(self) -> Comparison | None:
        """Of all columns of groups, the two groups that are surely furthest apart; None if chance explains all."""
        return groups.surest([one.rates for one in self.rates if not one.second])

    @cached_property
    def errors(self) -> tuple[Errors, ...]:
        """One for each column of groups; none if nobody knows what came true, or of too few."""
        truth = self.parted.truth
        if truth is None:
            return ()
        return tuple(self._errors(at, truth) for at in range(len(self.parted.attributes)))

    @cached_property
    def proxies(self) -> tuple[Proxy, ...]:
        """Columns without a part that give a group away, the most telling first."""
        found = [
            proxies.strongest(one, name, names, codes, self._shown(at))
            for at, (name, names, codes) in enumerate(self.parted.attributes)
            for one in self.parted.others
        ]
        return tuple(sorted((one for one in found if one), key=lambda one: -one.auc))

    @cached_property
    def calibrations(self) -> tuple[Calibration, ...]:
        """One for each column of groups, if there are scores and somebody knows what came true."""
        scores, truth = self.parted.scores, self.parted.truth
        if scores is None or truth is None:
            return ()
        return tuple(
            calibration.by_class(name, names, codes, self._shown(at), scores, truth, self.roles.smallest)
            for at, (name, names, codes) in enumerate(self.parted.attributes)
        )

    def _shown(self, attribute: int) -> list[int]:
        """The groups of a column that are shown, by their places."""
        names, left_out = self.parted.attributes[attribute][1], self._left_out(attribute)
        shown = (at for at, name in enumerate(names) if name not in left_out)
        return [at for at in shown if key((attribute,), (at,)) not in self.not_shown]

    def _left_out(self, attribute: int) -> tuple[str, ...]:
        """The groups of a column whose people are in no number."""
        return self.parted.left_out[attribute] if self.parted.left_out else ()

    def _rates(self, table: tuple[int, ...]) -> Rates:
        cells = self.cells
        rows = [one for one in cells.groups if one.table == str(table) and cells.n[one.members].sum()]
        shown = [one for one in rows if one.name not in self.not_shown]
        n = [int(cells.n[one.members].sum()) for one in shown]
        good = [int(cells.good[one.members].sum()) for one in shown]
        rates = metrics.rates_of_counts([cells.called[one.name] for one in shown], n, good)
        names = [self.parted.attributes[at][0] for at in table]
        gone = tuple(cells.called[one.name] for one in rows if one.name in self.not_shown)
        left_out = self._left_out(table[0]) if len(table) == 1 else ()
        return Rates(
            de.crossed(names),
            names[1] if len(table) > 1 else "",
            rates,
            gone + left_out,
            groups.furthest(rates),
            four_fifths(rates),
            {} if gone or len(table) < 2 else self._same_mix(*table),
        )

    def _same_mix(self, first: int, second: int) -> dict[str, float]:
        """The rates of the groups of one column, each spread over the groups of the other as everybody is."""
        shape = [len(names) for _, names, _ in self.parted.attributes]
        others = tuple(at for at in range(len(shape)) if at not in (first, second))
        n, good = (counts.reshape(shape).sum(axis=others) for counts in (self.cells.n, self.cells.good))
        if not n.all():
            return {}
        shares = (good / n) @ (n.sum(axis=0) / n.sum())
        return dict(zip(self.parted.attributes[first][1], map(float, shares), strict=True))

    def _errors(self, at: int, truth: np.ndarray) -> Errors:
        name, names, codes = self.parted.attributes[at]
        known = np.where(np.isnan(truth), 2, truth).astype(int)
        flat = np.bincount(
            codes * 6 + known * 2 + self.parted.decisions.astype(int), minlength=6 * len(names)
        )
        counts = flat.reshape(len(names), 3, 2)
        shown = [
            one for one in self._shown(at) if one not in _too_few(counts.sum(axis=2), self.roles.smallest)
        ]
        fields = {
            names[one]: Fields(
                *(int(counts[one, true, decided]) for decided, true in ((1, 1), (1, 0), (0, 1), (0, 0)))
            )
            for one in shown
        }
        gone = tuple(names[one] for one in range(len(names)) if one not in shown and counts[one].sum())
        called = list(fields)
        refused = metrics.rates_of_counts(
            called, [f.right_yes + f.missed for f in fields.values()], [f.missed for f in fields.values()]
        )
        granted = metrics.rates_of_counts(
            called,
            [f.right_no + f.wrong_yes for f in fields.values()],
            [f.wrong_yes for f in fields.values()],
        )
        return Errors(
            name,
            fields,
            gone + self._left_out(at),
            refused,
            granted,
            groups.furthest(refused),
            groups.furthest(granted),
        )


class Cells:
    """People counted by all columns of groups at once, and every group and crossing that a report could name."""

    def __init__(self, parted: Parted):
        shape = tuple(len(names) for _, names, _ in parted.attributes)
        place = np.ravel_multi_index(tuple(codes for _, _, codes in parted.attributes), shape)
        size = int(np.prod(shape))
        self.n = np.bincount(place, minlength=size)
        self.good = np.bincount(place, weights=parted.decisions, minlength=size).astype(int)
        places = np.stack(np.unravel_index(np.arange(size), shape))
        self.groups = [Group(EVERYBODY, EVERYBODY, np.ones(size, dtype=bool))]
        self.called: dict[str, str] = {}
        for table in [(at,) for at in range(len(shape))] + list(combinations(range(len(shape)), 2)):
            for values in np.ndindex(tuple(shape[at] for at in table)):
                members = np.all(
                    [places[at] == value for at, value in zip(table, values, strict=True)], axis=0
                )
                name = key(table, values)
                self.groups.append(Group(name, str(table), members))
                self.called[name] = de.crossed(
                    [parted.attributes[at][1][value] for at, value in zip(table, values, strict=True)]
                )


def key(table: tuple[int, ...], values: tuple[int, ...]) -> str:
    """Id of a group or crossing: the places of its columns and of its values in them."""
    return f"{table}{tuple(map(int, values))}"


def examine(table: Table, roles: Roles) -> Findings:
    """What is found in a table; each part is computed when it is first asked for.

    Raises:
        BadAnswerError: the columns do not allow it, or there is no decision about enough people.
    """
    parted = without_few(part(table, roles), roles.smallest)
    if len(parted.decisions) < roles.smallest:
        raise BadAnswerError(*de.too_few_people(roles.smallest))
    return Findings(table, roles, parted)


def four_fifths(rates: pd.DataFrame) -> FourFifths | None:
    """The four-fifths rule on all groups that are large enough."""
    large = rates[~rates["zu_klein"]]
    if len(large) < 2 or not large["eingeladen"].sum():
        return None
    lowest, highest = large.iloc[int(large["rate"].argmin())], large.iloc[int(large["rate"].argmax())]
    together = float(large["eingeladen"].sum() / large["n"].sum())
    return FourFifths(
        str(lowest["gruppe"]),
        str(highest["gruppe"]),
        float(lowest["rate"] / highest["rate"]),
        metrics.four_fifths_by_chance([int(n) for n in large["n"]], together),
        len(large),
    )


def _too_few(counts: np.ndarray, smallest: int) -> set[int]:
    """Groups of which too few are known to deserve the good decision, or not to; with those that would tell it.

    Args:
        counts: group × (no, yes, unknown).
        smallest: people of whom a number is shown at least.
    """
    size = counts.shape[0]
    place = np.arange(size * 3)
    sets: Sequence[Group] = [Group(EVERYBODY, EVERYBODY, np.ones(size * 3, dtype=bool))]
    sets = [*sets, *(Group(f"{g}", "group", place // 3 == g) for g in range(size))]
    sets = [*sets, *(Group(f"{g}.{t}", str(t), place == 3 * g + t) for g in range(size) for t in range(3))]
    totals = {EVERYBODY, *(f"{g}" for g in range(size))}
    return {int(name.split(".")[0]) for name in hidden(sets, counts.ravel(), smallest, totals)}
