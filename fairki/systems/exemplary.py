"""Systems about which no two people need to disagree: good beyond what a strict Kodex asks, or plainly at fault.

Whether 14 or 60 days are enough for an appeal, and whether a tenth or half of the cases belong to a person, is a
matter of opinion. Exercises grade no opinions. So their systems lie outside of the range in which opinions differ:
the sound ones keep strict rules as well as generous ones, and a fault is one by any standard.
"""

import numpy as np

from fairki.systems import steckbrief as words
from fairki.systems.catalogue import ENTRIES, Entry, sound_of
from fairki.systems.faults import FAULTS
from fairki.systems.fields import FIELDS
from fairki.systems.system import DecisionSystem

_CHOSEN = tuple(entry for entry in ENTRIES if not FIELDS[entry.field].needed)
"""Who needs no sensitive data: whether need excuses their use is a matter of opinion, too."""


def exemplary(seed: int) -> DecisionSystem:
    """A system without faults that keeps strict rules, too."""
    return _exemplary(_CHOSEN[np.random.default_rng([seed, 1]).integers(len(_CHOSEN))], seed)


def exemplary_but(fault: str, seed: int) -> DecisionSystem:
    """An exemplary system whose only fault is ``fault`` (a key of ``FAULTS``).

    Raises:
        KeyError: there is no such fault.
    """
    systems = (
        _exemplary(_CHOSEN[at], seed) for at in np.random.default_rng([seed, 2]).permutation(len(_CHOSEN))
    )
    return FAULTS[fault].inject(next(one for one in systems if FAULTS[fault].fits(one)), seed)


def _exemplary(entry: Entry, seed: int) -> DecisionSystem:
    rng = np.random.default_rng([seed, 3, *entry.id.encode()])
    return sound_of(entry, seed).says(
        human_step=words.HUMAN_ALL,
        human_share=1.0,
        appeal_days=int(rng.integers(90, 121)),
        monitoring_months=1,
        energy_wh=round(float(rng.uniform(1, 5)), 1),
    )
