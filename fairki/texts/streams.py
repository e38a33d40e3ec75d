"""Random numbers of the toy texts: each part draws from a stream of its own, so that none disturbs another."""

import numpy as np


def stream(part: int, seed: int) -> np.random.Generator:
    """The random numbers of one part of what has this seed; every part has a number that no other has."""
    return np.random.default_rng([7, part, seed])
