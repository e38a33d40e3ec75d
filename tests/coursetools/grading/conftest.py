"""One sandbox for all tests of a worker."""

from collections.abc import Callable

import pytest
from banks import made
from grading import LIMITS, grade_bytes

from coursetools.grading import sandbox
from coursetools.grading.job import Limits, Result


@pytest.fixture(scope="session", autouse=True)
def _end_the_sandbox():
    yield
    sandbox.close_shared()


@pytest.fixture(scope="session")
def grade() -> Callable[..., Result]:
    """Grades the hand-in that a description stands for (see ``banks``)."""

    def grade(hand_in: dict, limits: Limits = LIMITS) -> Result:
        slug = hand_in.get("slug", "bewusstsein")
        return grade_bytes(made(slug, hand_in).encode(), slug, limits)

    return grade
