"""The two graders that are measured side by side, ours and stock nbgrader, and the hand-ins that both get."""

import compileall
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))  # the banks of hand-ins and what they earn

import piles  # noqa: E402
import stock  # noqa: E402
from banks import SLUGS, attacks, bank, described, expected, made  # noqa: E402

from coursetools.grading import sandbox  # noqa: E402

NBGRADER = str(Path(sys.executable).with_name("nbgrader"))
WIDTH = 110
"""Of the tables, also where nobody says how wide the terminal is."""
HONEST = ("full", "partial", "wrong")
PROGRAMS = {
    sandbox.BUBBLEWRAP: ("bwrap", "ldconfig"),
    sandbox.PODMAN: ("podman", "newuidmap", "newgidmap"),
    sandbox.DENO: (),
}
Points = dict[str, float | str]
"""Grade id → points, or "manual"."""


@dataclass(frozen=True)
class HandIn:
    """A hand-in for one exercise: who gave it in, the notebook, and what the bank says that it earns."""

    person: str
    slug: str
    content: bytes
    earns: Points


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock and on all processors."""

    wall: float
    cpu: float

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.wall + other.wall, self.cpu + other.cpu)

    def __truediv__(self, number: float) -> "Cost":
        return Cost(self.wall / number, self.cpu / number)


@dataclass(frozen=True)
class Run:
    """A command that has ended: what it said and what it cost, all its processes included."""

    code: int
    said: str
    cost: Cost


def honest(count: int, slugs: Sequence[str] = SLUGS) -> list[HandIn]:
    """So many honest hand-ins, the same number for each exercise, spread evenly over its bank."""
    found = []
    for place, slug in enumerate(slugs):
        paths = [path for path in bank(slug) if path.stem.partition("_")[0] in HONEST]
        wanted = count // len(slugs) + (place < count % len(slugs))
        for number in range(wanted):
            path = paths[number * len(paths) // wanted]
            content = made(slug, described(path)).encode() + b" " * (number * len(paths) // wanted)
            found.append(HandIn(f"{slug}-{number:03}", slug, content, expected(slug, described(path))))
    return found


def hostile(slugs: Sequence[str] = SLUGS) -> list[HandIn]:
    """Those of the banks of these exercises that are hostile, and all attacks; the person says what each does."""
    paths = [(slug, path) for slug in slugs for path in bank(slug) if path.stem.startswith("hostile_")]
    paths += [(described(path)["slug"], path) for path in attacks()]
    found = []
    for slug, path in paths:
        name = path.stem.replace("hostile", slug)
        found.append(
            HandIn(name, slug, made(slug, described(path)).encode(), expected(slug, described(path)))
        )
    return found


# ---- what a run costs ----


def compiled() -> None:
    """Let Python compile our packages once, as it does where people use them; both graders import them."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for package in ("fairki", "coursetools"):
        compileall.compile_dir(ROOT / package, quiet=1)


def run(command: Sequence[str], folder: Path, environment: dict[str, str] | None = None) -> Run:
    """Run a command to its end and count what all its processes used, those in the sandbox included.

    Exact, because Linux counts for a control group; a sum over processes would miss those that nobody waits for.
    """
    group = _own_group() / f"fairki-{os.getpid()}"
    try:
        group.mkdir(exist_ok=True)
    except OSError as error:
        raise SystemExit(
            f"Counting all processes needs a control group ({error}). Run this as root, or with"
            " systemd-run --user --scope -p Delegate=yes"
        ) from None
    into = f'echo $$ > {group}/cgroup.procs && exec "$@"'
    before, begin = _used(group), time.perf_counter()
    done = subprocess.run(
        ["/bin/sh", "-c", into, "sh", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        errors="replace",
    )
    wall, cpu = time.perf_counter() - begin, _used(group) - before
    for _ in range(100):
        if not (group / "cgroup.procs").read_text():
            group.rmdir()
            break
        time.sleep(0.05)
    return Run(done.returncode, done.stdout + done.stderr, Cost(wall, cpu))


def _own_group() -> Path:
    mounts = [line.split() for line in Path("/proc/self/mounts").read_text().splitlines()]
    mounted = next((Path(place) for _, place, kind, *_ in mounts if kind == "cgroup2"), None)
    if mounted is None:
        raise SystemExit("Counting all processes needs Linux with control groups (version 2).")
    lines = Path("/proc/self/cgroup").read_text().splitlines()
    return mounted / next(line[4:] for line in lines if line.startswith("0::/"))


def _used(group: Path) -> float:
    return int((group / "cpu.stat").read_text().split()[1]) / 1e6


@contextlib.contextmanager
def only(kind: str) -> Iterator[None]:
    """Let no other walls be found than these."""
    before = os.environ["PATH"]
    with tempfile.TemporaryDirectory() as folder:
        for name in PROGRAMS[kind]:
            if program := shutil.which(name):
                Path(folder, name).symlink_to(program)
        os.environ["PATH"] = folder
        try:
            yield
        finally:
            sandbox.close_shared()
            os.environ["PATH"] = before


def load() -> str:
    """How busy the machine is, for the head of a table."""
    return f"{os.cpu_count()} processors, load of the last minute {os.getloadavg()[0]:.1f}"


# ---- ours ----


def ours(root: Path, hand_ins: Iterable[HandIn]) -> Run:
    """Grade in a new course at ``root``, from a zip to gradebook, feedback and overview."""
    hand_ins = list(hand_ins)
    piles.course(root, *sorted({one.slug for one in hand_ins}))
    (root / ".build").symlink_to(ROOT / ".build")  # what runs in Deno lies there
    pile = piles.packed(root / "abgaben.zip", [(one.person, one.content) for one in hand_ins])
    line, environment = piles.command(root, str(pile))
    return run(line, root, environment)


def ours_later(root: Path, hand_ins: Iterable[HandIn]) -> Run:
    """Grade a second pile in the course at ``root``: as many other files of the same people, all graded anew."""
    pile = [(one.person, one.content + b" " * 1000) for one in hand_ins]
    line, environment = piles.command(root, str(piles.packed(root / "spaeter.zip", pile)), "--ersetzen")
    return run(line, root, environment)


def our_points(root: Path, hand_ins: Iterable[HandIn]) -> dict[str, Points]:
    """Person → points in our gradebook."""
    found = {}
    for slug in sorted({one.slug for one in hand_ins}):
        for person, cells in piles.reached(root, slug).items():
            found[person] = {cell: "manual" if points is None else points for cell, points in cells.items()}
    return found


# ---- stock ----


def stock_course(root: Path, hand_ins: Iterable[HandIn]) -> None:
    """A new course at ``root`` with everything that ``nbgrader autograde`` needs."""
    hand_ins = list(hand_ins)
    slugs = sorted({one.slug for one in hand_ins})
    piles.course(root, *slugs)
    for one in hand_ins:
        path = root / stock.FOLDER / "submitted" / one.person / one.slug / f"{one.slug}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(one.content)
    for slug in slugs:
        subprocess.run(
            [NBGRADER, "generate_assignment", "--force", slug], cwd=root, capture_output=True, check=True
        )


def autograde(root: Path, slug: str) -> Run:
    """``nbgrader autograde`` for all hand-ins of one exercise, in a course from ``stock_course``."""
    return run([NBGRADER, "autograde", slug], root)


def stock_points(root: Path, one: HandIn) -> Points:
    """What stock nbgrader recorded for a hand-in; empty if it recorded nothing."""
    from nbgrader.api import MissingEntry

    try:
        found = stock.points(root, one.person, one.slug)
    except MissingEntry:
        return {}
    autograded = root / stock.FOLDER / "autograded" / one.person / one.slug / f"{one.slug}.ipynb"
    if not autograded.exists():
        return {}
    return {cell: "manual" if points is None else points for cell, (points, _) in found.items()}
