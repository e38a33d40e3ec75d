"""The walls where neither bubblewrap nor podman is: an isolate of its own in Deno for each child.

1. WebAssembly: the memory of Python, and no system calls but those that Pyodide answers, from files in memory.
2. An isolate: a hand-in's has no common object with any other one, and ends with the hand-in.
3. Deno: whoever gets from there to JavaScript has no permission: no files, no network, no programs, no environment. The
   process may read the bundle until Python is loaded, and nothing once a hand-in runs.
4. The same split as elsewhere: tests and right answers are in another process, which never runs a foreign line. It
   prepares both sides of an exercise, so nothing that a hand-in could have changed is kept for later calls.

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
from coursetools.grading.kept import Prepared, Results, Shelf
from coursetools.grading.wall import START_SECONDS, SandboxGone, found_by

LOADED = 0
"""The image in which everything is loaded that exercises use."""
RESULTS = b""
"""The side under which ``Results`` lie."""


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
        shelf: where prepared exercises are kept, see ``bundle.shelf``.
    """

    def __init__(self, deno: str, bundle: Path, shelf: Shelf):
        self._students, self._judges = Supervisor(deno, bundle), Supervisor(deno, bundle)
        self._shelf = shelf
        self._used: dict[str, list[tuple[bytes, bytes]]] = {}  # exercise → what was asked of the shelf for it
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
        """See ``wall.Wall``."""
        self.ready()
        key = (assignment.key, assignment.seed, limits)
        with self._lock:
            lock = self._starting.setdefault(key, threading.Lock())
        with lock:
            if key not in self._stages:
                self._stages[key] = self._made(assignment, limits)
            return self._stages[key]

    def _made(self, assignment: Assignment, limits: Limits) -> tuple[Stage, Stage]:
        from coursetools.grading import sheet as sheets  # late: it loads nbgrader

        sheet = sheets.read(assignment)
        sides = (
            (b"J", self._judges, "judge", sheet.judge_setup(asdict(limits))),
            (b"S", self._students, "serve", sheet.student_setup(asdict(limits))),
        )
        asked = [(side, json.dumps(setup).encode()) for side, _, _, setup in sides]
        of_any_seed = json.dumps(sides[0][-1] | {"seed": 0}).encode()
        self._used.setdefault(assignment.key, []).extend([*asked, (RESULTS, of_any_seed)])
        results = Results(self._shelf, of_any_seed)
        begun = [self._shelf.get(*one) or self._begun(*one, results) for one in asked]
        # The judge first: where a cell fails or never ends, it says which one.
        prepared = [
            self._finished(sheet.slug, one, *asked, results) for one, asked in zip(begun, asked, strict=True)
        ]
        judge, student = (
            Stage(supervisor, supervisor.take(one.image), role, limits, json.loads(one.told))
            for one, (_, supervisor, role, _) in zip(prepared, sides, strict=True)
        )
        return student, judge

    def _finished(
        self, slug: str, one: Isolate | Prepared, side: bytes, setup: bytes, results: Results
    ) -> Prepared:
        """Wait for what prepares, and keep it; raises ``BadFileError`` and ``SandboxGone``."""
        if isinstance(one, Prepared):
            return one
        kind, prepared, remembered = _answer(one, side)
        found_by(slug, kind, prepared.told)
        results.take(remembered)
        self._shelf.put(side, setup, prepared)
        return prepared

    def _begun(self, side: bytes, setup: bytes, results: Results) -> Isolate:
        """An isolate that prepares one side of an exercise, and becomes the image that its children begin with."""
        isolate = self._judges.begin(LOADED, "prepare", {})
        try:
            isolate.send(side, setup)
            if side == b"J":
                isolate.pass_on(results.before + wire.packed(b"."))
        except wire.Gone as error:
            raise SandboxGone(str(error)) from None
        return isolate

    def forget(self, assignment: Assignment) -> None:
        """See ``wall.Wall``."""
        for one in self._used.pop(assignment.key, ()):
            self._shelf.drop(*one)  # nobody knows what the reason was
        with self._lock:
            for key in [key for key in self._stages if key[0] == assignment.key]:
                for stage in self._stages.pop(key):
                    stage.close()

    def close(self) -> None:
        """See ``wall.Wall``."""
        self._students.close()
        self._judges.close()


def _answer(isolate: Isolate, side: bytes) -> tuple[bytes, Prepared, bytes]:
    """What an isolate says once it is prepared, the image that it becomes, and what a judge remembers (packed messages,
    or b"": nothing new); raises ``SandboxGone``."""
    until = time.monotonic() + START_SECONDS
    try:
        kind, told = isolate.receive(1 << 28, until)
        remembered = []
        if side == b"J" and kind == b"R":
            while (message := isolate.receive(1 << 28, until))[0] == b"k":
                remembered.append(wire.packed(*message))
        return kind, Prepared(told, isolate.became(until)), b"".join(remembered)
    except (wire.Gone, wire.Late) as error:
        isolate.kill()
        raise SandboxGone(f"{error} {isolate.why}") from None
