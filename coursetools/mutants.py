"""``build_course.py test --mutanten``: small faults are put into the code, one at a time; do the tests notice?

Each fault (a mutant, made by cosmic-ray) is put into a copy of the course with an environment of its own, and only
the tests that concern the file are run there, until the first one fails. A mutant that no test notices survives: it
needs a test, or an entry with a reason in ``tests/mutanten.toml``. What was found out is kept in ``.build``, so the
next call goes on where this one ended; a survivor is tried again as soon as a test that concerns it has changed.
"""

import ast
import contextlib
import difflib
import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import tomllib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from queue import Queue

from rich.console import Console

from coursetools import testing
from coursetools.files import write_atomically
from fairki import german
from fairki.errors import BadAnswerError, BadFileError

FOLDER = Path(".build", "mutanten")
KEPT = Path("tests", "mutanten.toml")
COPIED = (
    "build_course.py",
    "course.toml",
    "nbgrader_config.py",
    "pyproject.toml",
    "uv.lock",
    "README.md",
    "LICENSE",
)
COPIED += (
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
MINUTES = 30
SEED, SAMPLE = 12, 200
WHOLE = ("fairki/kodex/checks.py",)
"""Without a file on the command line: every mutant of these …"""
SAMPLED = ("fairki/kodex", "fairki/checks.py", "coursetools/grading/inside")
"""… and a sample of all the others in these."""
PATIENCE = 3  # times as long as the tests take without a fault
KILLED, SURVIVED = "killed", "survived"

OPERATORS = (
    *("AddNot", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr", "ReplaceOrWithAnd"),
    *("ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ExceptionReplacer", "NumberReplacer"),
    *("RemoveDecorator", "ZeroIterationForLoop", "ReplaceUnaryOperator_Delete_Not"),
    "ReplaceUnaryOperator_USub_UAdd",
    *(f"ReplaceBinaryOperator_{one}" for one in ("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul")),
    *(f"ReplaceBinaryOperator_{one}" for one in ("Mod_Mul", "Pow_Mul", "BitAnd_BitOr", "BitOr_BitAnd")),
    *(f"ReplaceComparisonOperator_{one}" for one in ("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is")),
    *(f"ReplaceComparisonOperator_{one}" for one in ("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt")),
)
"""Of cosmic-ray's operators those whose faults people make: a wrong sign, bound, negation, number or branch."""

CONCERNED = {
    "coursetools/grading/inside": tuple(
        f"tests/coursetools/grading/test_{name}.py" for name in ("codec", "grader", "banks", "attacks")
    )
}
"""Rooms whose tests stand elsewhere than their folder says."""
LAST = ("test_clash.py", "test_detection.py")
"""They search and simulate for a minute: what others notice in a second, they need not see."""
WITHOUT = "not podman"
"""The same tests in podman notice nothing more about a line of Python, and take as long again."""


@dataclass(frozen=True)
class Mutant:
    """One fault: the file (its path in the course), and how cosmic-ray makes it."""

    file: str
    operator: str
    occurrence: int

    @property
    def id(self) -> str:
        return f"{self.operator} {self.occurrence}"


@dataclass(frozen=True)
class Change:
    """A fault as people see it, wherever the file's lines move to.

    Attributes:
        file: the path in the course.
        place: the function (or class and method) in which it is; "" for the module itself.
        was, now: the lines before and after, without blanks at their ends.
    """

    file: str
    place: str
    was: str
    now: str


def run(root: Path, arguments: list[str], console: Console) -> int:
    """Try the mutants of a file or folder, or of the usual selection; 1 if one survives without a reason.

    Args:
        arguments: what stands behind ``--mutanten``: at most one path, and ``--minuten`` with a number.

    Raises:
        BadAnswerError: the arguments do not fit.
        BadFileError: there is no such file, or its tests fail without any fault.
    """
    named, minutes = read(arguments)
    chosen = list(mutants(root, named)) if named else selection(root)
    until = time.monotonic() + 60 * minutes
    known = {file: Results(root, file) for file in sorted({one.file for one in chosen})}
    open_ones = [one for one in chosen if known[one.file].open(one)]
    console.print(
        f"{len(chosen)} Mutanten, {len(open_ones)} davon noch zu prüfen, höchstens {minutes} Minuten."
    )
    if open_ones:
        _try(root, open_ones, known, until, console)
    return report(root, chosen, known, console)


def read(arguments: list[str]) -> tuple[str | None, float]:
    """The path (or None) and the minutes of a call."""
    rest, minutes = list(arguments), float(MINUTES)
    if "--minuten" in rest:
        at = rest.index("--minuten")
        try:
            minutes = float(rest[at + 1].replace(",", "."))
        except (IndexError, ValueError):
            raise BadAnswerError("Hinter --minuten fehlt eine Zahl.", "Zum Beispiel: --minuten 30") from None
        del rest[at : at + 2]
    if len(rest) > 1 or any(one.startswith("-") for one in rest):
        raise BadAnswerError(
            "Diesen Aufruf verstehe ich nicht.",
            "Er lautet: python3 build_course.py test --mutanten [DATEI] [--minuten 30]",
        )
    return (rest[0] if rest else None), minutes


# --- which faults ------------------------------------------------------------------------------------


def selection(root: Path) -> list[Mutant]:
    """The usual selection: all mutants of ``WHOLE``, and a sample of the others that is always the same."""
    whole = [one for path in WHOLE for one in mutants(root, path)]
    others = [one for path in SAMPLED for one in mutants(root, path) if one.file not in WHOLE]
    return whole + random.Random(SEED).sample(others, min(SAMPLE, len(others)))


def mutants(root: Path, path: str) -> Iterator[Mutant]:
    """Every mutant of a file, or of the files of a folder.

    Raises:
        BadFileError: there is no such file in ``fairki`` or ``coursetools``.
    """
    place = (root / path).resolve()
    files = sorted(place.rglob("*.py")) if place.is_dir() else [place]
    if not all(file.exists() and file.is_relative_to(root) and file.suffix == ".py" for file in files):
        raise BadFileError(
            f"„{path}“ ist keine Python-Datei dieses Kurses.", "Nennen Sie zum Beispiel fairki/checks.py"
        )
    for file in files:
        yield from of_source(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))


@cache
def of_source(file: str, source: str) -> tuple[Mutant, ...]:
    """The mutants of a file's text."""
    from cosmic_ray import plugins  # late: it belongs to the tests' tools
    from cosmic_ray.ast import ast_nodes, get_ast

    nodes = list(ast_nodes(get_ast(source)))
    found = []
    for name in OPERATORS:
        operator = plugins.get_operator(f"core/{name}")()
        places = sum(len(list(operator.mutation_positions(node))) for node in nodes)
        found += [Mutant(file, name, occurrence) for occurrence in range(places)]
    return tuple(found)


def change(root: Path, mutant: Mutant) -> Change:
    """What a mutant changes."""
    source = (root / mutant.file).read_text(encoding="utf-8")
    line, was, now = difference(source, mutated_source(source, mutant))
    return Change(mutant.file, enclosing(source, line), was, now)


def mutated_source(source: str, mutant: Mutant) -> str:
    """The text with one fault."""
    from cosmic_ray import plugins
    from cosmic_ray.mutating import mutate_code

    return mutate_code(source, plugins.get_operator(f"core/{mutant.operator}")(), mutant.occurrence)


def difference(source: str, mutated: str) -> tuple[int, str, str]:
    """The number of the first line that changed, and the changed lines before and after."""
    before, after = source.splitlines(), mutated.splitlines()
    changes = [
        one
        for one in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        if one[0] != "equal"
    ]
    first, last = changes[0], changes[-1]
    was, now = before[first[1] : last[2]], after[first[3] : last[4]]
    return first[1] + 1, *("\n".join(line.strip() for line in lines) for lines in (was, now))


def enclosing(source: str, line: int) -> str:
    """The name of the function, with its class, in which a line stands."""
    names, body = [], ast.parse(source).body
    while True:
        inside = [
            node
            for node in body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            and min([node.lineno, *(one.lineno for one in node.decorator_list)]) <= line <= node.end_lineno
        ]
        if not inside:
            return ".".join(names)
        names.append(inside[0].name)
        body = inside[0].body


# --- which tests --------------------------------------------------------------------------------------


def tests_of(root: Path, file: str) -> list[str]:
    """The tests that concern a file: those named after it first, then the rest of its room's.

    Raises:
        BadFileError: there are none.
    """
    path = Path(file)
    room = root / "tests" / path.parent
    named = [*room.glob(f"test_{path.stem}.py"), *room.glob(f"test_{path.parent.name}_{path.stem}.py")]
    others = (
        sorted(room.glob("test_*.py"), key=lambda one: (one.name in LAST, one.name)) if room.is_dir() else []
    )
    if len(path.parts) == 2:  # the ground floor of a package is no room: only who mentions the file
        others = [one for one in others if re.search(rf"\b{path.stem}\b", one.read_text(encoding="utf-8"))]
        others = [] if named else others
    found = [one.relative_to(root).as_posix() for one in dict.fromkeys([*named, *others])]
    found += [one for one in CONCERNED.get(path.parent.as_posix(), ()) if one not in found]
    if not found:
        raise BadFileError(
            f"Zu {file} gibt es keine eigenen Tests.",
            f"Legen Sie tests/{path.parent}/test_{path.stem}.py an.",
        )
    return found


class Results:
    """What is known about the mutants of one file, kept on disk."""

    def __init__(self, root: Path, file: str):
        self._path = root / FOLDER / f"{file.replace('/', '.')}.json"
        self._tests = _digest(root / one for one in tests_of(root, file))
        source = _digest([root / file])
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            kept = {}
        self._found = kept.get("found", {}) if kept.get("source") == source else {}
        self._source = source

    def of(self, mutant: Mutant) -> str | None:
        """``KILLED``, ``SURVIVED``, or None: not tried yet with the tests as they are."""
        outcome, tests = self._found.get(mutant.id, (None, ""))
        return outcome if outcome == KILLED or tests == self._tests else None

    def open(self, mutant: Mutant) -> bool:
        return self.of(mutant) is None

    def keep(self, mutant: Mutant, outcome: str) -> None:
        self._found[mutant.id] = (outcome, self._tests)
        write_atomically(self._path, json.dumps({"source": self._source, "found": self._found}))


def _digest(paths: Iterable[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


# --- trying them --------------------------------------------------------------------------------------


class Bench:
    """A copy of the course in which faults are tried, with an environment of its own."""

    def __init__(self, root: Path, number: int):
        self.folder = root / FOLDER / f"kurs{number}"
        for name in COPIED:
            source, target = root / name, self.folder / name
            if source.is_dir():
                shutil.rmtree(target, ignore_errors=True)
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, target)
        uv = Path(sys.executable).with_name("uv")
        environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
        subprocess.run(
            [uv, "sync", "--quiet", "--frozen", "--group", "test", "--python", sys.executable],
            cwd=self.folder,
            env=environment | {"UV_PROJECT_ENVIRONMENT": str(self.folder / ".venv")},
            check=True,
        )

    def passes(self, tests: list[str], seconds: float | None = None) -> bool:
        """Whether the tests pass here; they count as failed after ``seconds``."""
        python = self.folder / ".venv" / Path(sys.executable).parent.name / Path(sys.executable).name
        options = ["-x", "-q", "--reruns", "0", "-p", "no:cacheprovider", "-p", "no:xdist", "-k", WITHOUT]
        with subprocess.Popen(
            [python, "-m", "pytest", *options, *tests],
            cwd=self.folder,
            env=os.environ | {"FAIRKI_ROOT": str(self.folder), "HYPOTHESIS_STORAGE_DIRECTORY": os.devnull},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as run:
            try:
                return run.wait(seconds) == 0
            except subprocess.TimeoutExpired:
                return False
            finally:
                _end(run)

    def notices(self, mutant: Mutant, tests: list[str], seconds: float) -> bool:
        """Whether a test fails, or takes endlessly, with this fault in the code."""
        path = self.folder / mutant.file
        source = path.read_text(encoding="utf-8")
        try:
            path.write_text(mutated_source(source, mutant), encoding="utf-8")
            self._forget_compiled(path)
            return not self.passes(tests, seconds)
        finally:
            path.write_text(source, encoding="utf-8")
            self._forget_compiled(path)

    def _forget_compiled(self, path: Path) -> None:
        """Python goes by time and size, and two mutants may have both in common."""
        for compiled in path.parent.glob(f"__pycache__/{path.stem}.*"):
            compiled.unlink()


def _end(run: subprocess.Popen) -> None:
    """Kill a run and what it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()


def _try(root: Path, todo: list[Mutant], known: dict[str, Results], until: float, console: Console) -> None:
    with console.status("Der Kurs wird kopiert …"):
        benches = [Bench(root, number) for number in range(testing.workers())]
    free: Queue[Bench] = Queue()
    for bench in benches:
        free.put(bench)
    seconds: dict[str, float] = {}
    measuring = threading.Lock()

    def patience(bench: Bench, file: str) -> float:
        """How long a file's tests may take: measured once, without a fault."""
        with measuring:
            if file not in seconds:
                started = time.monotonic()
                if not bench.passes(tests_of(root, file)):
                    raise BadFileError(
                        f"Die Tests zu {file} scheitern auch ohne Fehler im Code.",
                        "Bringen Sie zuerst diese in Ordnung.",
                    )
                taken = time.monotonic() - started
                console.print(f"{file}: {german.number(taken)} Sekunden je Durchlauf")
                seconds[file] = 10 + PATIENCE * taken
            return seconds[file]

    def attempt(mutant: Mutant) -> tuple[Mutant, str | None]:
        if time.monotonic() > until:
            return mutant, None
        bench = free.get()
        try:
            noticed = bench.notices(mutant, tests_of(root, mutant.file), patience(bench, mutant.file))
        finally:
            free.put(bench)
        return mutant, KILLED if noticed else SURVIVED

    with ThreadPoolExecutor(len(benches)) as threads:
        for mutant, outcome in threads.map(attempt, todo):
            if outcome is None:
                continue
            known[mutant.file].keep(mutant, outcome)
            if outcome == SURVIVED:
                console.print(told(change(root, mutant)), markup=False, soft_wrap=True)


# --- what came of it ----------------------------------------------------------------------------------


def reasons(root: Path) -> dict[Change, str]:
    """Why a mutant may survive."""
    path = root / KEPT
    entries = tomllib.loads(path.read_text(encoding="utf-8")).get("survivor", []) if path.exists() else []
    return {Change(one["file"], one["place"], one["was"], one["now"]): one["reason"] for one in entries}


def report(root: Path, chosen: list[Mutant], known: dict[str, Results], console: Console) -> int:
    """Say what was found out; 1 if a mutant survives without a reason."""
    outcomes = [known[one.file].of(one) for one in chosen]
    excused = reasons(root)
    survivors = [change(root, one) for one, found in zip(chosen, outcomes, strict=True) if found == SURVIVED]
    unexplained = [one for one in survivors if one not in excused]
    console.print(
        f"{outcomes.count(KILLED)} bemerkt, {len(survivors)} überlebt"
        f" (davon {len(survivors) - len(unexplained)} mit Grund in {KEPT}), {outcomes.count(None)} noch offen."
    )
    for one in unexplained:
        console.print(entry(one), markup=False, soft_wrap=True)
    if unexplained:
        console.print(f"Diese brauchen einen Test, oder so einen Eintrag mit Grund in {KEPT}.")
    return 1 if unexplained else 0


def told(found: Change) -> str:
    """A survivor in one line."""
    return f"überlebt: {found.file}, {found.place or 'Modul'}: {found.was} → {found.now}"


def entry(found: Change) -> str:
    """A survivor as an entry of ``tests/mutanten.toml`` that lacks its reason."""
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in asdict(found).items()]
    return "\n".join(["", "[[survivor]]", *lines, 'reason = ""'])
