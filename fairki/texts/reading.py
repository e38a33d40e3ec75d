"""Reading texts for errors under time pressure. The law is ASSUMED, not measured on people: whoever shows it says so.

An error is caught with the probability 0.95 · (1 − exp(−t / τ)) · (1 − 0.15 · position): t minutes are left for each
text, τ differs between readers, and attention sinks in the course of the hour. Beside the record τ is shorter.
"""

from dataclasses import dataclass

import numpy as np

MINUTES = 60
ERRORS = 0.15
"""Share of the texts that have an error."""
READERS = 30
ALONE, BESIDE = 2.0, 0.6
"""Minutes that a reader typically needs, for the text alone and beside the record it was written from."""

_BEST, _TIRES, _READER_SD = 0.95, 0.15, 0.3


@dataclass(frozen=True)
class Reading:
    """What became of the errors in an hour.

    Attributes:
        caught: share of the errors that were caught.
        slipped: errors that went out, per reader and hour.
    """

    caught: float
    slipped: float


def chance(minutes: float, needed: float | np.ndarray, position: float | np.ndarray = 0.0) -> np.ndarray:
    """How likely an error is caught.

    Args:
        minutes: time for each text.
        needed: τ of the reader, see ``ALONE`` and ``BESIDE``.
        position: how much of the hour has gone, 0 … 1.
    """
    found: np.ndarray = np.asarray(
        _BEST * (1 - np.exp(-minutes / needed)) * (1 - _TIRES * np.asarray(position))
    )
    return found


def read(per_hour: int, beside_record: bool, rng: np.random.Generator, readers: int = READERS) -> Reading:
    """So many ``readers`` read ``per_hour`` texts each, some of which have one error."""
    needed = (BESIDE if beside_record else ALONE) * rng.lognormal(0, _READER_SD, (readers, 1))
    position = np.arange(per_hour) / per_hour
    wrong = rng.random((readers, per_hour)) < ERRORS
    caught = wrong & (rng.random((readers, per_hour)) < chance(MINUTES / per_hour, needed, position))
    errors = int(wrong.sum())
    return Reading(
        caught=float(caught.sum() / errors) if errors else float("nan"),
        slipped=float((errors - caught.sum()) / readers) if readers else float("nan"),
    )
