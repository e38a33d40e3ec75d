"""The same honest hand-ins graded by us, in the sandbox, and by stock ``nbgrader autograde``, side by side in one run.

    .venv/bin/python benchmarks/grading.py [--hand-ins 40] [--quick]

Ours is the whole path that a trainer calls: start of Python, intake of a zip, gradebook, sandbox, feedback, overview.
Stock is ``nbgrader autograde`` alone, without feedback; its ``generate_assignment`` is not counted, and our
``nbgrader_config.py`` already spares it the polite end of each kernel.

Ours is measured twice: the first call in a new course, with a new gradebook and so with hidden inputs that nobody drew
before; and a later call there, with as many new hand-ins, which finds what was kept of the exercises. Before the first
round nothing is kept at all.

Rounds alternate, so that a busy moment of the machine hits both: stock grades the hand-ins of one exercise, then we
grade all of them in a new course, and so on. Stock's seconds are added up, ours are the mean of the rounds.
Processors' seconds hold every process, those in the sandbox and stock's kernels included (see ``graders.run``).
Points have to be the same, and those of the bank; otherwise this ends with an error.

A second table says where our time goes: one hand-in after the other, in one process, all steps timed. The last line
is the bare execution: the code of the same notebooks (answers, locked cells and tests) in forks of one process that
has the libraries loaded, without sandbox, judge or gradebook.
"""

import argparse
import contextlib
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from concurrent.futures import Executor, Future
from pathlib import Path

import graders
from graders import Cost, HandIn
from rich.console import Console
from rich.table import Table

from coursetools.grading import kept

QUICK = (6, ("bewusstsein", "werte"))
TARGETS = {"first call": (10, 5), "later call": (20, 10)}
"""How many times as fast as stock: on the clock, in processors' seconds."""


def side_by_side(folder: Path, hand_ins: list[HandIn], console: Console) -> bool:
    """Measure, compare points, print; whether both targets are met."""
    slugs = sorted({one.slug for one in hand_ins})
    before = graders.load()
    graders.stock_course(folder / "stock", hand_ins)
    shutil.rmtree(graders.ROOT / kept.FOLDER, ignore_errors=True)
    stock, ours, ratios = Cost(0, 0), dict.fromkeys(TARGETS, Cost(0, 0)), dict.fromkeys(TARGETS, ())
    for number, slug in enumerate(slugs):
        with console.status(f"round {number + 1} of {len(slugs)}: stock nbgrader, {slug}"):
            theirs = graders.autograde(folder / "stock", slug)
        with console.status(f"round {number + 1} of {len(slugs)}: ours, all {len(hand_ins)}"):
            shutil.rmtree(folder / "ours", ignore_errors=True)
            first = graders.ours(folder / "ours", hand_ins)
            later = graders.ours_later(folder / "ours", hand_ins)
        for run in (theirs, first, later):
            if run.code != 0:
                raise SystemExit(run.said)
        share = sum(one.slug == slug for one in hand_ins) / len(hand_ins)
        stock += theirs.cost
        for call, own in zip(TARGETS, (first, later), strict=True):
            ratios[call] += (theirs.cost.wall / share / own.cost.wall,)
            ours[call] += own.cost / len(slugs)
    compare_points(folder, hand_ins)
    table = Table(title=f"{len(hand_ins)} honest hand-ins, {len(slugs)} exercises; {before}")
    for name in ("", "stock nbgrader", *TARGETS, *(f"{call}: ratio" for call in TARGETS)):
        table.add_column(name, justify="left" if not name else "right")
    met = True
    for place, name in enumerate(("wall", "cpu")):
        theirs, count = getattr(stock, name), len(hand_ins)
        own = [getattr(cost, name) for cost in ours.values()]
        wanted = [targets[place] for targets in TARGETS.values()]
        met &= all(theirs >= target * seconds for seconds, target in zip(own, wanted, strict=True))
        quotients = [f"{theirs / one:.1f} × (≥ {target})" for one, target in zip(own, wanted, strict=True)]
        table.add_row(f"{name} (s)", *(f"{one:.1f}" for one in (theirs, *own)), *quotients)
        table.add_row(f"{name} per hand-in (s)", *(f"{one / count:.2f}" for one in (theirs, *own)), "", "")
    spans = [f"{min(one):.1f}–{max(one):.1f} ×" for one in ratios.values()]
    table.add_row("wall, ratio by round", "", "", "", *spans)
    table.add_row("same points", *[str(len(hand_ins))] * 3, "", "")
    console.print(table)
    return met


def compare_points(folder: Path, hand_ins: list[HandIn]) -> None:
    """End with an error unless both gave each hand-in what its bank says."""
    own = graders.our_points(folder / "ours", hand_ins)
    for one in hand_ins:
        theirs = graders.stock_points(folder / "stock", one)
        if not own[one.person] == theirs == one.earns:
            raise SystemExit(f"{one.person}: ours {own[one.person]}, stock {theirs}, bank {one.earns}")


# ---- where the time goes ----


class Clock:
    """Wall seconds by step; a step inside another one counts for itself only."""

    def __init__(self):
        self.seconds: dict[str, float] = defaultdict(float)
        self._inside: list[float] = []

    def time(self, owner: object, name: str, step: str) -> None:
        """Let every call of ``owner.name`` count for ``step``."""
        call = getattr(owner, name)

        def timed(*arguments, **named):
            self._inside.append(0.0)
            begin = time.perf_counter()
            try:
                return call(*arguments, **named)
            finally:
                took = time.perf_counter() - begin
                self.seconds[step] += took - self._inside.pop()
                if self._inside:
                    self._inside[-1] += took

        setattr(owner, name, timed)


class AtOnce(Executor):
    """Carries out each task where it is handed in, so that steps can be told apart."""

    def submit(self, call, /, *arguments, **named) -> Future:
        """Run ``call``, and return what became of it."""
        future: Future = Future()
        try:
            future.set_result(call(*arguments, **named))
        except Exception as error:
            future.set_exception(error)
        return future


def steps(root: Path) -> dict[str, float]:
    """Wall seconds by step for the pile that lies in the course ``root``."""
    from coursetools.grading import grade, gradebook, grader, runner, sandbox

    clock = Clock()
    for owner, name, step in (
        (grade, "take_in", "intake"),
        (gradebook.Gradebook, "__init__", "gradebook: open, make room for exercises"),
        (gradebook.Gradebook, "prepare", "gradebook: open, make room for exercises"),
        (sandbox.Sandbox, "__init__", "start of the sandbox"),
        (sandbox.Sandbox, "stages", "preparing exercises in the sandbox"),
        (grader, "read", "reading and laying out files"),
        (grader, "lay_out", "reading and laying out files"),
        (sandbox.Stage, "child", "cells of the hand-ins, fork included"),
        (grader._Student, "run", "cells of the hand-ins, fork included"),
        (grader._Student, "quietly", "cells of the hand-ins, fork included"),
        (grader._Session, "call", "functions asked by tests, twin included"),
        (grader._Judge, "run", "judging, fork included"),
        (grader._Session, "finish", "end of the processes"),
        (grader._Session, "close", "end of the processes"),
        (grader, "_notebook", "notebook writing"),
        (grade, "write_reports", "feedback, overview, tables"),
        (gradebook.Gradebook, "record", "gradebook: results"),
        (grade, "write_atomically", "notebook writing"),
        (grade, "_write_feedback", "feedback, overview, tables"),
        (grade, "_show", "summary on the console"),
    ):
        clock.time(owner, name, step)
    begin = time.perf_counter()
    grade.grade(root, root / "abgaben.zip", Console(quiet=True), executor=AtOnce())
    runner.walls.close_shared()
    clock.seconds["the rest"] = time.perf_counter() - begin - sum(clock.seconds.values())
    return clock.seconds


def bare(root: Path) -> Cost:
    """Running the code cells of all autograded notebooks in ``root``, each in a fork of this process."""
    from IPython.core.interactiveshell import InteractiveShell

    from coursetools.grading.inside.zygote import MODULES

    for name in MODULES:
        __import__(name)
    shell = InteractiveShell()
    shell.run_cell("0\nNone")
    begin, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    for path in sorted((root / "bewertung" / "autograded").rglob("*.ipynb")):
        cells = json.loads(path.read_bytes())["cells"]
        if child := os.fork():
            os.waitpid(child, 0)
            continue
        with open(os.devnull, "w") as nowhere:
            os.dup2(nowhere.fileno(), 1)
            os.dup2(nowhere.fileno(), 2)
        with contextlib.suppress(BaseException):
            for cell in cells:
                if cell["cell_type"] == "code":
                    shell.run_cell("".join(cell["source"]), silent=True)
        os._exit(0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.perf_counter() - begin, cpu)


def where(folder: Path, hand_ins: list[HandIn], console: Console) -> None:
    """Print the table of steps."""
    root = folder / "steps"
    graders.piles.course(root, *sorted({one.slug for one in hand_ins}))
    graders.piles.packed(root / "abgaben.zip", [(one.person, one.content) for one in hand_ins])
    with console.status("where our time goes"):
        importing = graders.run(
            [sys.executable, "-c", "import coursetools.cli, coursetools.grading.grade"], root
        )
        lines = _alone("steps", root)
        found = {"start of Python, imports": importing.cost.wall} | {
            name: float(seconds) for name, seconds in (line.split("\t") for line in lines)
        }
        wall, cpu = map(float, _alone("bare", root)[0].split("\t"))
    total, count = sum(found.values()), len(hand_ins)
    table = Table(title=f"Where our time goes: {count} hand-ins, one after the other; {graders.load()}")
    for name in ("step", "wall (s)", "ms per hand-in", "share"):
        table.add_column(name, justify="left" if name == "step" else "right")
    for name, seconds in sorted(found.items(), key=lambda entry: -entry[1]):
        table.add_row(name, f"{seconds:.2f}", f"{1000 * seconds / count:.0f}", f"{seconds / total:.0%}")
    table.add_row("all", f"{total:.2f}", f"{1000 * total / count:.0f}", "")
    table.add_row(
        f"bare execution of all cells (CPU {cpu:.2f} s)",
        f"{wall:.2f}",
        f"{1000 * wall / count:.0f}",
        f"we take {total / wall:.1f} ×",
    )
    console.print(table)


def _alone(what: str, root: Path) -> list[str]:
    """The lines that this script prints when it does one thing in a process of its own."""
    line = [sys.executable, __file__, "--only", what, str(root)]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    return subprocess.run(
        line, capture_output=True, text=True, check=True, env=environment
    ).stdout.splitlines()


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--hand-ins", type=int, default=40)
    options.add_argument(
        "--quick", action="store_true", help=f"{QUICK[0]} hand-ins for {len(QUICK[1])} exercises"
    )
    options.add_argument("--only", nargs=2, metavar=("WHAT", "FOLDER"), help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.only:
        what, root = chosen.only
        if what == "steps":
            print(*(f"{name}\t{seconds}" for name, seconds in steps(Path(root)).items()), sep="\n")
        else:
            cost = bare(Path(root))
            print(cost.wall, cost.cpu, sep="\t")
        return
    console = Console(width=graders.WIDTH)
    graders.compiled()
    hand_ins = graders.honest(*QUICK) if chosen.quick else graders.honest(chosen.hand_ins)
    with tempfile.TemporaryDirectory() as folder:
        met = side_by_side(Path(folder), hand_ins, console)
        where(Path(folder), hand_ins, console)
    sys.exit(0 if met or chosen.quick else "A target is missed.")


if __name__ == "__main__":
    main()
