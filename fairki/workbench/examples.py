"""Three known tables to try the workbench with, each with the parts that its columns play.

Berkeley: real counts (``worlds.admissions``). COMPAS: a table built so that it gives the known rates. AMS: people who
are listed, not drawn: each combination of seven attributes once, judged by the published equation (``worlds.funding``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from fairki.workbench import table
from fairki.workbench.de import examples as de
from fairki.workbench.roles import Roles
from fairki.workbench.table import Table
from fairki.worlds import admissions, funding
from fairki.worlds.world import MAN, WOMAN

COMPAS = {
    ("black", "high", True): 1369,
    ("black", "high", False): 805,
    ("black", "low", True): 532,
    ("black", "low", False): 990,
    ("white", "high", True): 505,
    ("white", "high", False): 349,
    ("white", "low", True): 461,
    ("white", "low", False): 1139,
}
"""(Group, stated risk, whether they offended again) → people: counts that give the rates of the finding „compas“."""
AMS: Mapping[str, Sequence[str | int]] = {
    "geschlecht": (WOMAN, MAN),
    "altersgruppe": tuple(funding.AGES),
    "ausbildung": tuple(funding.EDUCATIONS),
    "betreuungspflicht": (0, 1),
    "beeintraechtigt": (0, 1),
    "berufsgruppe": tuple(funding.OCCUPATIONS),
    "geschaeftsfaelle": tuple(funding.CASES),
}
"""Attribute → its values; everything else is as in ``funding.REFERENCE``."""


@dataclass(frozen=True)
class Example:
    """A table with its parts.

    Attributes:
        table: as it would be read.
        roles: which column plays which part.
    """

    table: Table
    roles: Roles


def berkeley() -> Example:
    """Admissions at Berkeley in autumn 1973, in six departments."""
    rows = [
        (department, gender, outcome)
        for (department, gender), counts in admissions.COUNTS.items()
        for outcome, n in zip(de.ADMITTED, counts, strict=True)
        for _ in range(n)
    ]
    return Example(_table(de.BERKELEY, de.BERKELEY_COLUMNS, rows), Roles(2, de.ADMITTED[0], (1, 0)))


def compas() -> Example:
    """Who was told to be a risk, and who offended again."""
    rows = [
        (de.COMPAS_GROUPS[group], de.RISKS[risk], de.YES if again else de.NO)
        for (group, risk, again), n in COMPAS.items()
        for _ in range(n)
    ]
    return Example(_table(de.COMPAS, de.COMPAS_COLUMNS, rows), Roles(1, de.RISKS["low"], (0,), 2, de.NO))


def ams() -> Example:
    """People who are listed, and the segment that the equation puts them into."""
    listed = (dict(zip(AMS, values, strict=True)) for values in product(*AMS.values()))
    people = pd.DataFrame([{**funding.REFERENCE, **one} for one in listed])
    chance = funding.chance(people)
    answers = np.where(chance >= funding.SEGMENT_A, de.YES, de.NO)
    shown = people[list(AMS)].astype(object)
    for attribute in ("betreuungspflicht", "beeintraechtigt"):
        shown[attribute] = [de.YES if value else de.NO for value in people[attribute]]
    rows = [
        (*map(str, row), repr(float(p)).replace(".", ","), answer)
        for row, p, answer in zip(shown.itertuples(index=False), chance, answers, strict=True)
    ]
    header = [*(funding.LABELS[attribute] for attribute in AMS), *de.AMS_COLUMNS]
    return Example(_table(de.AMS, header, rows), Roles(len(AMS) + 1, de.YES, (0, 1)))


EXAMPLES = {"berkeley": berkeley, "compas": compas, "ams": ams}
"""Id → what makes the example."""


def _table(name: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    return table.table(name, header, list(zip(*rows, strict=True)), german=True)
