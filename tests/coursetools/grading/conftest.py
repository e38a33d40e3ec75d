"""One sandbox for all tests of a worker, and the same tests in each kind of walls."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import parts
import pytest
from banks import made
from grading import LIMITS, grade_bytes

from coursetools import machine
from coursetools.grading import sandbox
from coursetools.grading.job import Limits, Result


@pytest.fixture(scope="session", autouse=True)
def _end_the_sandbox():
    yield
    sandbox.close_shared()


@pytest.fixture(scope="session")
def podman(tmp_path_factory) -> Path:
    """A folder of programs for ``PATH`` in which podman is found and bubblewrap is not."""
    parts.need(machine.PODMAN)
    folder = tmp_path_factory.mktemp("programs")
    for name in ("podman", "newuidmap", "newgidmap"):
        if (program := shutil.which(name)) is not None:
            (folder / name).symlink_to(program)
    return folder


@pytest.fixture(scope="module")
def deno(tmp_path_factory) -> Iterator[None]:
    """A machine that has Deno, and neither bubblewrap nor podman."""
    parts.need(machine.DENO)
    sandbox.close_shared()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(tmp_path_factory.mktemp("programs")))
        yield
        sandbox.close_shared()


@pytest.fixture(scope="module", params=[sandbox.BUBBLEWRAP, sandbox.PODMAN])
def wall(request) -> Iterator[str]:
    """What shuts the hand-ins of a module's tests in."""
    if request.param == sandbox.BUBBLEWRAP:
        yield request.param
        return
    folder = request.getfixturevalue("podman")
    sandbox.close_shared()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(folder))
        yield request.param
        sandbox.close_shared()


@pytest.fixture(scope="session")
def grade() -> Callable[..., Result]:
    """Grades the hand-in that a description stands for (see ``banks``)."""

    def grade(hand_in: dict, limits: Limits = LIMITS) -> Result:
        slug = hand_in.get("slug", "bewusstsein")
        return grade_bytes(made(slug, hand_in).encode(), slug, limits)

    return grade
