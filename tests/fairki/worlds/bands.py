"""How far a world's figures may be from the stated ones: draws come in another order than theirs."""

import numpy as np
import pandas as pd

SEEDS = range(20)


def assert_stated(found: pd.DataFrame, stated: dict[str, float], slack: float = 0.5) -> None:
    """The mean of each column lies within two standard errors and ``slack`` of the stated figure."""
    for name, figure in stated.items():
        band = 2 * found[name].std() / np.sqrt(len(found)) + slack
        assert abs(found[name].mean() - figure) <= band, (name, found[name].mean(), figure, band)


def assert_usual(one: pd.Series, found: pd.DataFrame) -> None:
    """One table, here the shipped one, lies within the range of ``found``, widened by a quarter."""
    margin = 0.25 * (found.max() - found.min())
    unusual = one[(one < found.min() - margin) | (one > found.max() + margin)]
    assert unusual.empty, unusual
