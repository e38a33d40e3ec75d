"""The figures behind the page of module 02, each made when first needed and kept."""

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import numpy as np
import pandas as pd

from fairki import definitions, groups, metrics, worlds
from fairki.lessons.module_02.de.unit_3 import EXAMPLES
from fairki.systems import FAULTS, DecisionSystem, catalogue
from fairki.worlds import attributes, firms

THRESHOLDS = range(50, 96)
"""Positions of the sliders: chance of paying back, in percent, from which on there is a loan."""
WORTH = worlds.credit.INTEREST, -worlds.credit.LOSS
"""What the bank earns with a loan that is paid back, and with one that is not, in Euro."""
SHOWN = 100
"""People of each group in the picture."""
EXAMPLE_SEED = 7
"""Other people than in the audit of module 03."""
PLANTED = {
    "schnellsichtung": ("kein_mensch", "kein_hinweis", "kein_einspruch"),
    "treuepost": (
        "sensible_daten",
        "keine_ueberwachung",
        "datensammeln",
        "energie",
        "heimliche_nutzung",
        "fehlende_gruppe",
    ),
    "wartungsplan": (),
}
"""System of the catalogue → faults that it gets as an example."""


@cache
def loans() -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Age group → chance of paying back as a model estimates it, and who really pays back (1/0)."""
    from fairki import models

    credit = worlds.credit
    past, people = worlds.load("kredite"), worlds.fresh_year("kredite")
    model = models.fit(past, credit.FINANCES, 1 - past[credit.TRUTH])
    chances = 1 / (1 + math.e ** -models.score(model, people))
    repaid = 1 - people[credit.TRUTH].to_numpy()
    return {
        group: (chances[here], repaid[here])
        for group in credit.GROUPS
        for here in [(people[credit.GROUP] == group).to_numpy()]
    }


@cache
def rates() -> dict[str, list[definitions.Rates]]:
    """Age group → its rates at each of ``THRESHOLDS``."""
    shares = [threshold / 100 for threshold in THRESHOLDS]
    return {group: definitions.at_thresholds(*data, shares) for group, data in loans().items()}


def people() -> dict[str, list[tuple[float, int]]]:
    """Age group → ``SHOWN`` of its people who stand for all: chance in percent and whether they pay back (1/0).

    Those who pay back and those who do not are there as often as in the group, each at even steps from the lowest
    chance to the highest. Chances are cut off after one decimal, so that nobody crosses a whole threshold.
    """
    return {group: sorted(_standing_for(*data)) for group, data in loans().items()}


def _standing_for(chances: np.ndarray, repaid: np.ndarray) -> Iterator[tuple[float, int]]:
    good = round(SHOWN * repaid.mean())
    for truth, shown in ((1, good), (0, SHOWN - good)):
        ordered = np.sort(chances[repaid == truth])
        for place in range(shown):
            yield math.floor(1000 * ordered[int((place + 0.5) / shown * len(ordered))]) / 10, truth


@cache
def held_together() -> list[int]:
    """How many definitions hold at once, for each position of the two sliders."""
    older, younger = rates().values()
    return [
        sum(definition.holds(one, other) for definition in definitions.DEFINITIONS.values())
        for one in older
        for other in younger
    ]


@cache
def berkeley() -> pd.DataFrame:
    """The admissions of 1973, one row per application."""
    return worlds.load("zulassung")


@cache
def rates_of_firm(firm: str) -> dict[str, pd.DataFrame]:
    """Attribute → how often a firm (id) invited each of its groups in a year, as from ``metrics.group_rates``."""
    year = firms.generate(firm=firms.FIRMS[firm])
    return {
        name: metrics.group_rates(year["eingeladen"], pd.Categorical(year[name], list(shares)))
        for name, shares in attributes.SHARES.items()
    }


@cache
def apart(firm: str) -> groups.Comparison | None:
    """The two groups of one attribute that a firm surely treated most unequally; None if chance explains all."""
    return groups.surest(rates_of_firm(firm).values())


@cache
def examples() -> list[DecisionSystem]:
    """Three systems that a rule is tried on at once: two with many faults, one sound but not fully known."""
    made = {system.id: system for system in catalogue(EXAMPLE_SEED)}
    systems = []
    for id, name in EXAMPLES.items():
        system = made[id]
        for fault in PLANTED[id]:
            system = FAULTS[fault].inject(system, EXAMPLE_SEED)
        systems.append(replace(system, id=f"beispiel_{id}").says(name=name))
    return systems
