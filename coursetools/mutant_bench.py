"""The bench of ``coursetools.mutants``: a copy of the course in which faults are tried.

Each file of tests runs in a process of its own, forked from one that has imported the libraries and not a line of the
course (``_serve``): what is imported from the course is read anew, and a run costs little more than its tests.
"""

import contextlib
import gc
import json
import math
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

COPIED = (
    "build_course.py",
    "course.toml",
    "nbgrader_config.py",
    "pyproject.toml",
    "uv.lock",
    "README.md",
    "LICENSE",
    "LICENSE-content",
    "coursetools",
    "fairki",
    "tests",
    "modules",
    "solutions",
    "exercises",
    "data",
    "docs",
)
LIBRARIES = (
    "pytest",
    "_hypothesis_pytestplugin",
    "hypothesis.internal.conjecture.engine",
    "xdist.plugin",
    "anyio.pytest_plugin",
    "pytest_rerunfailures",
    "pdb",
    "statistics",
    "babel.numbers",
    "nbformat",
    "pandas",
    "scipy.optimize",
    "sklearn.linear_model",
    "sklearn.compose",
    "rich.console",
    "nbgrader.api",
    "nbgrader.preprocessors",
    "nbclient",
    "voila.app",
    "alembic.command",
    "anywidget",
    "psutil",
    "sqlalchemy.orm",
    "jupyterlab_server",
)
OPTIONS = (
    "-x",
    "-q",
    "--assert=plain",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:unraisableexception",
)
SLEEP = 20
WITHOUT = "not podman"
"""The same tests in podman notice nothing more about a line of Python, and take as long again."""


class Bench:
    """A copy of the course with an environment of its own."""

    def __init__(self, root: Path, folder: Path):
        self.folder = folder
        for name in COPIED:
            source, target = root / name, folder / name
            if source.is_dir():
                shutil.rmtree(target, ignore_errors=True)
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, target)
        uv = Path(sys.executable).with_name("uv")
        environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
        subprocess.run(
            [
                uv,
                "sync",
                "--quiet",
                "--frozen",
                "--extra",
                "trainer",
                "--group",
                "test",
                "--python",
                sys.executable,
            ],
            cwd=folder,
            env=environment | {"UV_PROJECT_ENVIRONMENT": str(folder / ".venv")},
            check=True,
        )
        python = folder / ".venv" / Path(sys.executable).parent.name / Path(sys.executable).name
        one_thread = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
        self._server = subprocess.Popen(
            [python, __file__],
            cwd=folder,
            env=os.environ
            | one_thread
            | {"FAIRKI_ROOT": str(folder), "HYPOTHESIS_STORAGE_DIRECTORY": os.devnull},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._server.stdin is not None and self._server.stdout is not None  # they are pipes
        self._questions, self._answers = self._server.stdin, self._server.stdout

    def passes(self, tests: str, seconds: float | None = None) -> tuple[bool, float]:
        """Whether a file of tests passes here, and how many seconds it took.

        Seconds of its own processor time, for a machine may be busy with other things; or a ``SLEEP``-th of those on
        the clock if that is more, for some tests wait for other processes. It counts as failed after ``seconds``, and
        on the clock after ``SLEEP`` times as long.
        """
        self._questions.write(json.dumps([tests, seconds]) + "\n")
        self._questions.flush()
        return tuple(json.loads(self._answers.readline()))

    @contextlib.contextmanager
    def holding(self, file: str, text: str) -> Iterator[None]:
        """While this lasts, ``file`` reads ``text``."""
        path = self.folder / file
        source = path.read_text(encoding="utf-8")
        try:
            path.write_text(text, encoding="utf-8")
            self._forget_compiled(path)
            yield
        finally:
            path.write_text(source, encoding="utf-8")
            self._forget_compiled(path)

    def close(self) -> None:
        self._questions.close()
        self._server.wait()

    def _forget_compiled(self, path: Path) -> None:
        """Python goes by time and size, and two faults may have both in common."""
        for compiled in path.parent.glob(f"__pycache__/{path.stem}.*"):
            compiled.unlink()


def _serve() -> None:
    """For each line (a file of tests, and seconds or null) a line: whether it passes, and its seconds."""
    import importlib

    for name in LIBRARIES:
        importlib.import_module(name)
    gc.freeze()
    answers = os.fdopen(os.dup(1), "w")
    silence = os.open(os.devnull, os.O_RDWR)
    for number in (1, 2):
        os.dup2(silence, number)
    for line in sys.stdin:
        tests, seconds = json.loads(line)
        if (child := os.fork()) == 0:
            os.setsid()
            os.dup2(silence, 0)
            _test(tests, seconds)
        answers.write(json.dumps(_ended(child, seconds)) + "\n")
        answers.flush()


def _test(tests: str, seconds: float | None) -> None:
    """Run the tests and end this process."""
    code = 1
    try:
        if seconds is not None:
            # not the hard limit: what the tests start sets limits of its own
            hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
            resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(seconds), hard))
        import pytest

        code = pytest.main([*OPTIONS, "-k", WITHOUT, tests])
    finally:
        os._exit(code)


def _ended(child: int, seconds: float | None) -> tuple[bool, float]:
    """Wait for a process, and end all that it has started; whether it ended well, and its seconds."""
    started = time.monotonic()
    until = math.inf if seconds is None else started + SLEEP * seconds
    ended = 0
    while not ended and time.monotonic() < until:
        ended, status, used = os.wait4(child, os.WNOHANG)
        time.sleep(0 if ended else 0.02)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    if not ended:
        _, status, used = os.wait4(child, 0)
    return status == 0, max(used.ru_utime + used.ru_stime, (time.monotonic() - started) / SLEEP)


if __name__ == "__main__":
    sys.path[0] = os.getcwd()  # as „python -m pytest“ has it: not this file's folder
    _serve()
