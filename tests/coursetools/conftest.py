"""What the tests of servers, kernels and grading share: they wait for real processes."""

from pathlib import Path

import pytest
from postgres import database_url, postgres_url  # noqa: F401 (fixtures)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A second chance for tests with real processes and short limits: a busy machine can be late.

    The report counts it as a rerun.
    """
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.flaky(reruns=1))
