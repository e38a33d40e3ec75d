"""Checks of what an answer achieves, for visible and hidden tests."""

import itertools
import math
import numbers as abstract_numbers
from collections.abc import Iterable
from typing import Any

from fairki.checks import answers, de, reading
from fairki.checks.answers import NotYetRight, OnlyTheExample
from fairki.checks.values import LONGEST_LIST


def expect(question: str, condition: bool, expected: str, look: str) -> None:
    """Give the points only if ``condition`` holds.

    Args:
        question: the question's name.
        condition: what the answer achieves.
        expected: one sentence: what was expected. It must not give the solution away.
        look: where to read on, such as ``Modul 1, „Acht Jahre später“``.

    Raises:
        NotYetRight: the condition does not hold.
    """
    if not condition:
        answers.refuse(question, expected, expected, de.read_on(look))
    answers.accept(question, expected)


def expect_new(question: str, found: Iterable[bool], expected: str, look: str) -> None:
    """As ``expect``, for a function that is right for the example: ``found`` says for which new inputs it is as well.

    Raises:
        OnlyTheExample: for none of them.
        NotYetRight: for some of them only.
    """
    found = list(found)
    answers.complaints[question, expected] = "" if all(found) else f"{expected} {de.read_on(look)}"
    if not all(found):
        raise (NotYetRight if any(found) else OnlyTheExample)(question, expected, de.read_on(look))


def close(value: Any, wanted: float | None, tolerance: float) -> bool:
    """Whether ``value`` is within ``tolerance`` of ``wanted``; wanted None: whether it is None or NaN."""
    found = reading.as_number(value)
    if wanted is None:
        return value is None or (isinstance(value, abstract_numbers.Real) and math.isnan(value))
    return found is not None and abs(found - wanted) <= tolerance


def same(value: Any, wanted: dict[str, float] | list[str], tolerance: float = 0.005) -> bool:
    """Whether ``value`` holds the numbers of a dict (or a Series), or the entries of a list in any order."""
    if isinstance(wanted, dict):
        found = reading.as_dict(value)
        return (
            found is not None
            and found.keys() == wanted.keys()
            and all(close(found[key], wanted[key], tolerance) for key in wanted)
        )
    if isinstance(value, dict | str) or not isinstance(value, Iterable):
        return False
    # as plain texts: an object that says it equals everything is no answer
    return sorted(f"{entry}" for entry in itertools.islice(value, LONGEST_LIST)) == sorted(wanted)


def summary(*questions: str) -> None:
    """Print for each question whether its visible checks are content; they must have run before."""
    for question in questions:
        parts = [complaint for (owner, _), complaint in answers.complaints.items() if owner == question]
        open_ones = [complaint for complaint in parts if complaint]
        if not parts:
            print(de.not_checked(question))
        elif open_ones:
            print(f"✗ {question}  {open_ones[0]}")
        else:
            print(de.filled(question))
    print(de.LATER)
