"""A thousand hand-ins in one go, and a smaller pile that is killed at random moments and resumed.

    .venv/bin/python benchmarks/grading_thousand.py [--count 1000] [--kills 20] [--pile 40] [--seed 1] [--quick]

The hand-ins are the honest ones of all banks, again and again, each with a number of its own in it.

First table: resident memory of our main process while the pile is graded (it must not grow with the number of
hand-ins), and of everything in the sandbox (shared pages divided); afterwards every hand-in has to have the points of
its bank, one notebook and one page of feedback.

Second table: so many runs of the same command, each ended by SIGKILL at a random moment between its start and the end
of a run that nobody disturbs, then called once more. Rows, points, notebooks, feedback, overview and tables have to be
those of the undisturbed run; what was graded before the kill is not graded again; no process survives.
"""

import argparse
import json
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

import graders
import psutil
from graders import HandIn, piles
from openpyxl import load_workbook
from rich.console import Console
from rich.table import Table

from coursetools.grading import grade
from coursetools.grading.pseudonyms import FILE, Pseudonyms

QUICK = {"count": 60, "kills": 3, "pile": 12}
GROWTH = 1.1
"""How much more memory the end of the grading may take than its tenth part."""
MB = 1e6


def numbered(count: int) -> list[HandIn]:
    """So many honest hand-ins from all banks, no two with the same bytes."""
    models = graders.honest(10 * len(graders.SLUGS))
    return [_with_number(models[number % len(models)], number) for number in range(count)]


def _with_number(model: HandIn, number: int) -> HandIn:
    notebook = json.loads(model.content)
    text = {"cell_type": "markdown", "id": f"nummer-{number}", "metadata": {}, "source": f"Nummer {number}."}
    notebook["cells"].append(text)
    return replace(model, person=f"Person {number:04}", content=json.dumps(notebook).encode())


def begin(root: Path) -> psutil.Popen:
    """Start the grading of the pile in the course ``root``."""
    line, environment = piles.command(root, str(root / "abgaben.zip"))
    return psutil.Popen(line, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def laid_out(root: Path, hand_ins: list[HandIn]) -> Path:
    """A new course with a pile that waits."""
    piles.course(root, *sorted({one.slug for one in hand_ins}))
    piles.packed(root / "abgaben.zip", [(one.person, one.content) for one in hand_ins])
    return root


def graded(root: Path) -> int:
    """How many results are in the gradebook."""
    path = root / "gradebook.db"
    if not path.exists():
        return 0
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30) as database:
            return database.execute("SELECT count(*) FROM fairki_result").fetchone()[0]
    except sqlite3.OperationalError:  # not yet
        return 0


# ---- a thousand ----


@dataclass(frozen=True)
class Moment:
    """Seconds since the start, results so far, bytes of the main process, bytes of all others (PSS)."""

    seconds: float
    results: int
    main: int
    others: int


def watch(root: Path) -> list[Moment]:
    """Grade the pile in ``root`` and look at the memory again and again."""
    started, moments = time.perf_counter(), []
    run = begin(root)
    while run.poll() is None:
        try:
            main = run.memory_info().rss
            others = sum(_shared(child) for child in run.children(recursive=True))
        except psutil.Error:
            continue
        moments.append(Moment(time.perf_counter() - started, graded(root), main, others))
        time.sleep(1)
    if run.returncode != 0:
        raise SystemExit(run.stderr.read().decode())
    return moments


def _shared(process: psutil.Process) -> int:
    try:
        return process.memory_full_info().pss
    except psutil.Error:  # it has just ended
        return 0


def thousand(folder: Path, count: int, console: Console) -> bool:
    """Grade ``count`` hand-ins at once; print; whether memory is flat and nothing is lost."""
    hand_ins = numbered(count)
    root = laid_out(folder / "thousand", hand_ins)
    load = graders.load()
    with console.status(f"{count} hand-ins in one go"):
        moments = watch(root)
    grading = [moment for moment in moments if 0 < moment.results < count]
    tenth = next((moment for moment in grading if moment.results >= count / 10), grading[0])
    table = Table(title=f"{count} hand-ins in one go: {moments[-1].seconds:.0f} s; {load}")
    for name in ("moment", "results", "main process (MB)", "sandbox (MB)"):
        table.add_column(name, justify="left" if name == "moment" else "right")
    half = next(moment for moment in grading if moment.results >= min(count / 2, grading[-1].results))
    for name, moment in (
        ("first results", grading[0]),
        ("a tenth", tenth),
        ("half", half),
        ("last results", grading[-1]),
        ("end, reports written", moments[-1]),
    ):
        table.add_row(name, f"{moment.results}", f"{moment.main / MB:.0f}", f"{moment.others / MB:.0f}")
    most = max(moment.main for moment in moments), max(moment.others for moment in moments)
    table.add_row("most at any time", "", *(f"{value / MB:.0f}" for value in most))
    console.print(table)
    flat = grading[-1].main <= GROWTH * tenth.main
    lost = missing(root, hand_ins)
    console.print(
        f"memory while grading: {'flat' if flat else 'grows'}; lost or wrong: {len(lost)} {lost[:5]}"
    )
    return flat and not lost


def missing(root: Path, hand_ins: list[HandIn]) -> list[str]:
    """People whose points are not those of the bank, or who lack a notebook or feedback."""
    points, folder = graders.our_points(root, hand_ins), root / grade.FOLDER
    known = people(root)
    by_person = {person: pseudonym for pseudonym, person in known.items()}
    rows = piles.rows(root)
    return [
        one.person
        for one in hand_ins
        if points.get(one.person) != one.earns
        or (by_person[one.person], one.slug) not in rows
        or not (folder / grade.AUTOGRADED / by_person[one.person] / one.slug / f"{one.slug}.ipynb").exists()
        or not (folder / grade.FEEDBACK / by_person[one.person] / f"{one.slug}.html").exists()
    ]


def people(root: Path) -> dict[str, str]:
    """Pseudonym → person."""
    return {pseudonym: person for person, pseudonym in Pseudonyms(root / grade.FOLDER).people.items()}


# ---- killed and resumed ----


def everything(root: Path, hand_ins: list[HandIn]) -> dict[str, object]:
    """All that a grading left, with people for pseudonyms, which are drawn anew in each course."""
    known, folder = people(root), root / grade.FOLDER

    def named(text: str) -> str:
        for pseudonym, person in known.items():
            text = text.replace(pseudonym, person)
        return text

    # neither how long a hand-in took nor the order of the pseudonyms is part of the result
    found: dict[str, object] = {
        f"row of {known[row[0]]}, {row[1]}": row[2:-2] for row in piles.rows(root).values()
    }
    found |= {f"points of {person}": cells for person, cells in graders.our_points(root, hand_ins).items()}
    with sqlite3.connect(root / "gradebook.db") as database:
        for name in ("student", "submitted_assignment", "submitted_notebook", "grade", "comment"):
            found[f"rows of {name}"] = database.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
    for path in folder.rglob("*"):
        place = named(str(path.relative_to(folder)))
        if path.suffix == ".xlsx":
            sheets = load_workbook(path)
            found[place] = sorted(named(str(row)) for sheet in sheets for row in sheet.values)
        elif path.is_file() and path.name != FILE:
            found[place] = sorted(named(path.read_text(encoding="utf-8")).splitlines())
    return found


@dataclass(frozen=True)
class Kill:
    """One run that was killed: when, what was graded by then, and what was wrong after it was resumed."""

    seconds: float
    results: int
    problems: list[str]


def kill(root: Path, hand_ins: list[HandIn], moment: float, wanted: dict[str, object]) -> Kill:
    """Grade, kill after ``moment`` seconds, resume, compare."""
    run = begin(laid_out(root, hand_ins))
    time.sleep(moment)
    family = run.children(recursive=True) if run.is_running() else []
    run.kill()
    run.communicate()
    _, survivors = psutil.wait_procs(family, timeout=20)
    problems = [f"process {process.pid} survives" for process in survivors]
    before = piles.rows(root)
    again = begin(root)
    said = again.communicate(timeout=600)[1].decode()
    if again.returncode != 0:
        return Kill(moment, len(before), [*problems, said])
    after = piles.rows(root)
    problems += [f"graded twice: {key}" for key in before if after.get(key) != before[key]]
    found = everything(root, hand_ins)
    problems += [name for name in sorted(found.keys() | wanted.keys()) if found.get(name) != wanted.get(name)]
    return Kill(moment, len(before), problems)


def killed(folder: Path, count: int, times: int, seed: int, console: Console) -> bool:
    """Kill and resume so many times; print; whether all results were identical."""
    hand_ins, dice = numbered(count), random.Random(seed)
    load = graders.load()
    with console.status("a run that nobody disturbs"):
        started = time.perf_counter()
        begin(laid_out(folder / "undisturbed", hand_ins)).communicate()
        whole = time.perf_counter() - started
        wanted = everything(folder / "undisturbed", hand_ins)
    kills = []
    for number in range(times):
        with console.status(f"kill {number + 1} of {times}"):
            kills.append(kill(folder / "killed", hand_ins, dice.uniform(0, whole), wanted))
            shutil.rmtree(folder / "killed")
    table = Table(title=f"{count} hand-ins, undisturbed {whole:.1f} s, killed {times} times; {load}")
    table.add_column("")
    table.add_column("", justify="right")
    results = sorted(one.results for one in kills)
    table.add_row(
        "moment of the kill (s)", f"{min(k.seconds for k in kills):.1f}–{max(k.seconds for k in kills):.1f}"
    )
    table.add_row("results by then", f"{results[0]}–{results[-1]}, median {statistics.median(results):.0f}")
    table.add_row("killed before the first result", f"{results.count(0)}")
    table.add_row("killed while reports were written", f"{results.count(count)}")
    table.add_row("things compared each time", f"{len(wanted)}")
    table.add_row("resumed to the identical result", f"{sum(not one.problems for one in kills)} of {times}")
    console.print(table)
    for one in kills:
        if one.problems:
            console.print(
                f"after {one.seconds:.2f} s, {one.results} results: {one.problems[:6]}", markup=False
            )
    return not any(one.problems for one in kills)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--pile", type=int, default=40, help="hand-ins in the pile that is killed")
    options.add_argument("--seed", type=int, default=1, help="of the moments")
    options.add_argument("--quick", action="store_true", help=f"the same as {QUICK}")
    chosen = options.parse_args()
    if chosen.quick:
        vars(chosen).update(QUICK)
    console = Console(width=graders.WIDTH)
    with tempfile.TemporaryDirectory() as folder:
        good = thousand(Path(folder), chosen.count, console) if chosen.count else True
        if chosen.kills:
            good &= killed(Path(folder), chosen.pile, chosen.kills, chosen.seed, console)
    sys.exit(0 if good else "Something was lost, or memory grows.")


if __name__ == "__main__":
    main()
