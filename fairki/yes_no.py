"""Columns of yes and no (decisions, labels, truths) as people hand them over: 1 and 0, or true and false.

What is missing stays missing: it is neither a yes nor a no. Anything else is an error with a German sentence, because
a text such as „ja“ would otherwise count as a no.
"""

from collections.abc import Sized
from typing import NoReturn

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from fairki import de
from fairki.errors import BadAnswerError

DECISIONS = de.DECISIONS


def read(values: ArrayLike, what: str = DECISIONS) -> np.ndarray:
    """``values`` (one per person) as floats: 1 for yes, 0 for no, NaN where there is none (None, NaN, pandas.NA).

    Args:
        what: what the column holds, a plural for the error.

    Raises:
        BadAnswerError: something that is neither yes nor no, such as a text or a 2, or no plain column.
    """
    # numpy would turn a list of numbers and texts into texts
    column = np.asarray(values, dtype=None if hasattr(values, "dtype") else object)
    if column.ndim != 1:
        raise BadAnswerError(*de.no_list(what))
    if column.dtype.kind not in "biuf":
        missing = np.asarray(pd.isna(column))
        odd = [value for value in column[~missing] if not _is_yes_or_no(value)]
        if odd:
            _refuse(odd[0], what)
        column = np.array([np.nan if gone else value for value, gone in zip(column, missing, strict=True)])
    column = column.astype(float)
    if len(odd := column[~np.isnan(column) & (column != 0) & (column != 1)]):
        _refuse(odd[0], what)
    return column


def read_all(values: ArrayLike, what: str = DECISIONS) -> np.ndarray:
    """The same where nothing may be missing.

    Raises:
        BadAnswerError: as ``read``, or a value is missing.
    """
    column = read(values, what)
    if missing := int(np.isnan(column).sum()):
        raise BadAnswerError(*de.gaps(what, missing, len(column)))
    return column


def match(first: Sized, second: Sized, what: str = DECISIONS) -> None:
    """Check that two columns are about the same people.

    Raises:
        BadAnswerError: one is longer than the other.
    """
    if len(first) != len(second):
        raise BadAnswerError(*de.unequal(len(first), len(second), what))


def _is_yes_or_no(value: object) -> bool:
    return isinstance(value, bool | np.bool_ | int | float | np.number)


def _refuse(value: object, what: str) -> NoReturn:
    shown = f"{value:g}" if isinstance(value, float) else str(value)[:40]
    raise BadAnswerError(*de.neither(shown, what))
