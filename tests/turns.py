"""Tests that take turns by the day, because all of them together would take too long.

``STOCK_DAY=2026-11-29`` repeats the choice of that day, ``STOCK_DAY=alle`` takes everything; without it, the day is
today (``tests/conftest.py`` chooses it once for all processes).
"""

import os
from collections.abc import Sequence
from datetime import date

DAY = os.environ["STOCK_DAY"]
ALL = DAY == "alle"
TURN = 0 if ALL else date.fromisoformat(DAY).toordinal()
"""Goes up by one from day to day."""
ROUNDS = 3
"""In so many days each value has its turn once, where a test says nothing else."""


def on_turn(values: Sequence, rounds: int = ROUNDS, turn: int | None = None) -> list:
    """The values whose turn it is today, or at ``turn``: in ``rounds`` days each of them once."""
    if ALL and turn is None:
        return list(values)
    return list(values[(TURN if turn is None else turn) % rounds :: rounds])
