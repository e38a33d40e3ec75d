"""The faults that can be planted: each fits some systems, does harm, and can be revealed by some patterns.

An injected fault is real: the decisions, or what the Steckbrief says about the process, change with it.
How strong it is and what exactly goes wrong depends on the seed, so that variants never end.
"""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from fairki.errors import BadAnswerError
from fairki.systems import de
from fairki.systems import steckbrief as words
from fairki.systems.fields import Field
from fairki.systems.system import DecisionSystem
from fairki.worlds import attributes
from fairki.worlds.attributes import OLD, YOUNG

PROXY = "proxy"
BIASED_LABEL = "verzerrtes_lernziel"
WRONG_LABEL = "falsches_lernziel"
MISSING_GROUP = "fehlende_gruppe"
ONE_THRESHOLD = "eine_grenze"
NO_HUMAN = "kein_mensch"
NO_NOTICE = "kein_hinweis"
NO_REASON = "keine_begruendung"
NO_APPEAL = "kein_einspruch"
SENSITIVE_DATA = "sensible_daten"
NO_MONITORING = "keine_ueberwachung"
SECRET_USE = "heimliche_nutzung"
HOARDING = "datensammeln"
ENERGY = "energie"
CROSSING = "kreuzung"
FORCED_GENDER = "pflichtangabe"

DEPENDABLE = 95
"""Of 100 variants that a pattern with default blanks has to find before it is said to reveal a fault."""

SURPLUS = de.SURPLUS
"""Names of data that no system of this catalogue needs."""

_Changes = Callable[[DecisionSystem, np.random.Generator], DecisionSystem]


@dataclass(frozen=True)
class Fault:
    """What every fault of a system has, whatever the system makes.

    Attributes:
        id: key, unique among the faults of all kinds of systems.
        found_by: id of each sentence pattern (``fairki.kodex.patterns``) whose breach points to it → in how many of
            100 variants of other seeds it is broken with its default blanks (recomputed by ``tests/fairki/kodex``).
        also: ids of patterns whose breach is true where it happens, but no finding of this fault: it counts neither
            as a hit nor as a false accusation.
    """

    id: str
    found_by: Mapping[str, int]
    _: KW_ONLY
    also: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """Its name."""
        raise NotImplementedError

    @property
    def harm(self) -> str:
        """One sentence: whom it hurts and how."""
        raise NotImplementedError

    @property
    def revealed_by(self) -> frozenset[str]:
        """The patterns that find it dependably: with default blanks in at least ``DEPENDABLE`` of 100 variants."""
        return frozenset(pattern for pattern, found in self.found_by.items() if found >= DEPENDABLE)


@dataclass(frozen=True)
class InjectedFault(Fault):
    """A fault that can be planted in a system that decides."""

    possible: Callable[[Field], bool]
    change: _Changes

    @property
    def name(self) -> str:
        """Its name."""
        return de.FAULTS[self.id]

    @property
    def harm(self) -> str:
        """One sentence: whom it hurts and how."""
        return de.HARMS[self.id]

    def fits(self, system: DecisionSystem) -> bool:
        """Whether it can be planted here: the field of use allows it, and it is not there yet."""
        free = system.faults is not None and self.id not in system.faults
        return free and system.recipe is not None and self.possible(system.own_field)

    def inject(self, system: DecisionSystem, seed: int) -> DecisionSystem:
        """The same system with this fault; the seed decides how strong it is.

        Raises:
            BadAnswerError: the fault does not fit.
        """
        if not self.fits(system):
            raise BadAnswerError(*de.does_not_fit(self.name, system.name))
        changed = self.change(system, np.random.default_rng([seed, *self.id.encode()]))
        return replace(changed, faults=(system.faults or frozenset()) | {self.id})


def _proxy(system: DecisionSystem, rng: np.random.Generator) -> DecisionSystem:
    stand_ins = [s.column for s in system.own_field.stand_ins]
    picked = [stand_ins[i] for i in sorted(rng.permutation(len(stand_ins))[: rng.integers(2, 4)])]
    malus = tuple((column, round(float(rng.uniform(0.6, 1.0)), 2)) for column in picked)
    system = system.says(features=(system.steckbrief.features or ()) + system.own_field.labels(picked))
    return replace(system, recipe=replace(system.own_recipe, malus=malus))


def _biased_label(system: DecisionSystem, rng: np.random.Generator) -> DecisionSystem:
    field = system.own_field
    columns = (*field.features, *(s.column for s in field.stand_ins))
    system = system.says(
        features=field.labels(columns), label=field.biased_name, label_kind=words.FROM_DECISIONS
    )
    return replace(system, recipe=replace(system.own_recipe, label=field.biased, columns=columns, only=""))


def _wrong_label(system: DecisionSystem, rng: np.random.Generator) -> DecisionSystem:
    field = system.own_field
    system = system.says(
        features=field.labels(field.wrong_columns),
        label=field.wrong_name,
        label_kind=words.FROM_SUBSTITUTE,
        sensitive=(),
        sensitive_needed=None,
    )
    return replace(system, recipe=replace(system.own_recipe, label=field.wrong, columns=field.wrong_columns))


def _missing_group(system: DecisionSystem, rng: np.random.Generator) -> DecisionSystem:
    recipe = replace(system.own_recipe, learnt_at_most=int(rng.integers(0, 16)))
    return replace(system.says(human_for_small_groups=False), recipe=recipe)


def _one_threshold(system: DecisionSystem, rng: np.random.Generator) -> DecisionSystem:
    return replace(system, recipe=replace(system.own_recipe, group_thresholds=False))


def _no_human(system: DecisionSystem, rng: np.random.Generator) -> DecisionSystem:
    if rng.random() < 0.5:
        return system.says(human_step=words.HUMAN_NONE, human_share=0.0)
    return system.says(human_step=words.HUMAN_NEAR, human_share=float(rng.integers(1, 4)) / 100)


def _no_appeal(system: DecisionSystem, rng: np.random.Generator) -> DecisionSystem:
    return system.says(appeal_days=int(rng.choice([0, 0, 1, 2, 3])))


def _sensitive_data(system: DecisionSystem, rng: np.random.Generator) -> DecisionSystem:
    extra = str(rng.choice(system.own_field.sensitive))
    used = system.steckbrief
    return system.says(
        features=(*(used.features or ()), extra),
        sensitive=(*(used.sensitive or ()), extra),
        sensitive_needed=False,
    )


def _no_monitoring(system: DecisionSystem, rng: np.random.Generator) -> DecisionSystem:
    return system.says(monitoring_months=int(rng.choice([0, 0, 24, 36])))


def _hoarding(system: DecisionSystem, rng: np.random.Generator) -> DecisionSystem:
    extra = tuple(str(name) for name in rng.permutation(SURPLUS)[: rng.integers(9, len(SURPLUS) + 1)])
    return system.says(features=(system.steckbrief.features or ()) + extra)


def _crossing(system: DecisionSystem, rng: np.random.Generator) -> DecisionSystem:
    """The young of the smaller group and the old of the larger one lose: as much on average, so neither group does."""
    larger, smaller = pd.Series(system.groups).value_counts().index[:2]
    young, old = attributes.SHARES[attributes.AGE][YOUNG], attributes.SHARES[attributes.AGE][OLD]
    points = round(float(rng.uniform(0.9, 1.2)), 2)
    malus = ((smaller, YOUNG, points), (larger, OLD, round(points * young / old, 2)))
    return replace(system, recipe=replace(system.own_recipe, crossing_malus=malus))


def _says(**entries: Any) -> _Changes:
    return lambda system, rng: system.says(**entries)


def _anywhere(field: Field) -> bool:
    return True


_ALL = (
    InjectedFault(
        PROXY,
        {
            "verbotenes_merkmal": 100,
            "auswahlquoten": 100,
            "kreuzungen": 93,
            "chancengleichheit": 99,
            "gleicher_punktwert": 57,
            "datensparsamkeit": 0,
        },
        lambda field: len(field.stand_ins) >= 2,
        _proxy,
    ),
    InjectedFault(
        BIASED_LABEL,
        {
            "lernziel": 100,
            "verbotenes_merkmal": 100,
            "auswahlquoten": 100,
            "kreuzungen": 79,
            "chancengleichheit": 100,
            "gleicher_punktwert": 82,
            "datensparsamkeit": 0,
        },
        lambda field: bool(field.biased),
        _biased_label,
    ),
    InjectedFault(
        WRONG_LABEL,
        {
            "lernziel": 100,
            "gleicher_punktwert": 100,
            "chancengleichheit": 100,
            "auswahlquoten": 100,
            "kreuzungen": 100,
            "verbotenes_merkmal": 0,  # effort gives the group away, too, but less than the default asks for
        },
        lambda field: bool(field.wrong),
        _wrong_label,
    ),
    InjectedFault(
        MISSING_GROUP,
        {"mindestgruppe": 100, "auswahlquoten": 8, "kreuzungen": 6, "chancengleichheit": 6},
        _anywhere,
        _missing_group,
    ),
    InjectedFault(
        ONE_THRESHOLD,
        {"chancengleichheit": 100, "auswahlquoten": 100, "kreuzungen": 100},
        lambda field: field.group_thresholds,
        _one_threshold,
    ),
    InjectedFault(
        NO_HUMAN,
        {"mensch_an_der_grenze": 100},
        _anywhere,
        _no_human,
    ),
    InjectedFault(
        NO_NOTICE,
        {"hinweis": 100},
        _anywhere,
        lambda system, rng: system.says(notice=str(rng.choice([words.NOTICE_NONE, words.NOTICE_HIDDEN]))),
    ),
    InjectedFault(
        NO_REASON,
        {"begruendung": 100},
        _anywhere,
        _says(reason=words.REASON_NONE),
    ),
    InjectedFault(
        NO_APPEAL,
        {"einspruch": 100},
        _anywhere,
        _no_appeal,
    ),
    InjectedFault(
        SENSITIVE_DATA,
        {"sensible_daten": 100},
        _anywhere,
        _sensitive_data,
    ),
    InjectedFault(
        NO_MONITORING,
        {"ueberwachung": 100},
        _anywhere,
        _no_monitoring,
    ),
    InjectedFault(
        SECRET_USE,
        {"keine_heimliche_nutzung": 100},
        _anywhere,
        _says(in_register=False),
    ),
    InjectedFault(
        HOARDING,
        {"datensparsamkeit": 100},
        _anywhere,
        _hoarding,
    ),
    InjectedFault(
        ENERGY,
        {"energie": 100},
        _anywhere,
        lambda system, rng: system.says(energy_wh=float(rng.integers(300, 3001))),
    ),
    InjectedFault(
        CROSSING,
        {"kreuzungen": 98},
        # few are chosen in the fields of need, and the smaller group is small: there, crossings are too few to measure
        lambda field: field.crossed == attributes.AGE and field.setting is None,
        _crossing,
    ),
    InjectedFault(
        FORCED_GENDER,
        {"freie_anrede": 100},
        _anywhere,
        _says(gender_optional=False),
    ),
)

FAULTS: dict[str, InjectedFault] = {fault.id: fault for fault in _ALL}
"""id → fault of a system that decides."""
