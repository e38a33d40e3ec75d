"""The walls where neither bubblewrap nor podman is: an isolate of its own in Deno for each child.

1. WebAssembly: the memory of Python, and no system calls but those that Pyodide answers, from files in memory.
2. An isolate: a hand-in's has no common object with any other one, and ends with the hand-in.
3. Deno: whoever gets from there to JavaScript has no permission: no files, no network, no programs, no environment. The
   process may read the bundle until Python is loaded, and nothing once a hand-in runs.
4. The same split as elsewhere: tests and right answers are in another process, which never runs a foreign line.

Only pipes and threads are used, which every system has.
"""

import json
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from coursetools.grading.deno.supervisor import Isolate, Supervisor
from coursetools.grading.inside import wire
from coursetools.grading.job import Assignment, Limits
from coursetools.grading.wall import START_SECONDS, SandboxGone, found_by

LOADED = 0
"""The image in which everything is loaded that exercises use."""


class Stage:
    """Begins children for one exercise and one side with the image that was prepared for them."""

    def __init__(self, supervisor: Supervisor, image: int, role: str, limits: Limits, found: dict[str, Any]):
        self._supervisor, self.image, self._role, self._limits = supervisor, image, role, limits
        self.found = found

    def child(self) -> Isolate:
        """See ``wall.Stage``."""
        return self._supervisor.begin(self.image, self._role, asdict(self._limits))

    def close(self) -> None:
        """Let go of the image."""
        self._supervisor.forget(self.image)


class Deno:
    """A ``wall.Wall``. Starts at once and loads meanwhile.

    Args:
        deno: the program.
        bundle: the folder that it may read, see ``bundle.folder``.
    """

    def __init__(self, deno: str, bundle: Path):
        self._students, self._judges = Supervisor(deno, bundle), Supervisor(deno, bundle)
        self._lock = threading.Lock()
        self._stages: dict[tuple[str, int, Limits], tuple[Stage, Stage]] = {}
        self._starting: dict[tuple[str, int, Limits], threading.Lock] = {}

    @property
    def alive(self) -> bool:
        """See ``wall.Wall``."""
        return self._students.alive and self._judges.alive

    def ready(self) -> None:
        """See ``wall.Wall``."""
        self._students.ready()
        self._judges.ready()

    def stages(self, assignment: Assignment, limits: Limits) -> tuple[Stage, Stage]:
        """See ``wall.Wall``; each side prepares by itself, in its own process."""
        self.ready()
        key = (assignment.key, assignment.seed, limits)
        with self._lock:
            lock = self._starting.setdefault(key, threading.Lock())
        with lock:
            if key not in self._stages:
                from coursetools.grading import sheet as sheets  # late: it loads nbgrader

                sheet = sheets.read(assignment)
                student = _prepared(self._students, b"S", sheet.student_setup(asdict(limits)))
                judge = _prepared(self._judges, b"J", sheet.judge_setup(asdict(limits)))
                # The judge first: where a cell fails or never ends, it says which one.
                told = found_by(sheet.slug, *_answer(judge)), found_by(sheet.slug, *_answer(student))
                self._stages[key] = (
                    Stage(self._students, student.number, "serve", limits, told[1]),
                    Stage(self._judges, judge.number, "judge", limits, told[0]),
                )
            return self._stages[key]

    def forget(self, assignment: Assignment) -> None:
        """See ``wall.Wall``."""
        with self._lock:
            for key in [key for key in self._stages if key[0] == assignment.key]:
                for stage in self._stages.pop(key):
                    stage.close()

    def close(self) -> None:
        """See ``wall.Wall``."""
        self._students.close()
        self._judges.close()


def _prepared(supervisor: Supervisor, side: bytes, setup: dict[str, Any]) -> Isolate:
    """An isolate that prepares one side of an exercise, and becomes the image that its children begin with."""
    isolate = supervisor.begin(LOADED, "prepare", {})
    try:
        isolate.send(side, json.dumps(setup).encode())
    except wire.Gone as error:
        raise SandboxGone(str(error)) from None
    return isolate


def _answer(isolate: Isolate) -> tuple[bytes, bytes]:
    """What an isolate says once it is prepared, and an image; raises ``SandboxGone``."""
    until = time.monotonic() + START_SECONDS
    try:
        answer = isolate.receive(1 << 28, until)
        isolate.became_image(until)
    except (wire.Gone, wire.Late) as error:
        isolate.kill()
        raise SandboxGone(f"{error} {isolate.why}") from None
    return answer
