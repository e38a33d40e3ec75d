"""``build_course.py test --mutanten``: small faults are put into the code, one at a time; do the tests notice?

Each fault (a mutant, made by cosmic-ray) is put into a copy of the course with an environment of its own
(``mutant_bench``), and only the tests that concern the file are run there, the closest first, until one fails; those
that take long (``LAST``) only for what all others have let pass. A mutant that no test notices survives: it needs a
test, or an entry with a reason in ``tests/mutanten.toml``. What was found out is kept in ``.build``, so the next call
goes on where this one ended: a mutant is tried again when the function around it has changed, a survivor also when
its file or a test that concerns it has.
"""

import ast
import contextlib
import difflib
import hashlib
import itertools
import json
import random
import re
import threading
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from queue import Queue
from typing import Any

from filelock import FileLock, Timeout
from rich.console import Console

from coursetools import testing
from coursetools.files import write_atomically
from coursetools.mutant_bench import Bench
from fairki import home, speech
from fairki.errors import BadAnswerError, BadFileError

FOLDER = Path(".build", "mutanten")
KEPT = Path("tests", "mutanten.toml")
MINUTES = 30
SEED, SAMPLE = 12, 200
WHOLE = ("fairki/kodex/checks.py",)
"""Without a file on the command line: every mutant of these …"""
SAMPLED = ("fairki/kodex", "fairki/checks", "coursetools/grading/inside")
"""… and a sample of all the others in these."""
PATIENCE = 3  # times as long as a file of tests takes without a fault
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

ONLY_FASTER = ("cache", "functools.cache", "lru_cache", "functools.lru_cache")
"""Decorators without which everything is the same, only slower: not removed. Nor is an annotation a place for faults,
for nothing goes by it (a dataclass asks for its names only), nor a ``*`` among parameters, which computes nothing."""

_INSIDE = (
    "isolate",
    "wire",
    "children",
    "zygote",
    "judge",
    "codec",
    "watched",
    "stopped",
    "grader",
    "overview_names_attacks",
    "attacks",
    "sandbox",
    "cases",
    "banks",
)
CONCERNED = {"coursetools/grading/inside": [f"tests/coursetools/grading/test_{name}.py" for name in _INSIDE]}
"""Rooms whose tests stand elsewhere than their folder says."""
LAST = ("test_clash.py", "test_detection.py", "test_evidence.py", "test_cases.py", "test_banks.py")
"""They search, simulate or grade piles."""


@dataclass(frozen=True)
class Mutant:
    """One fault: the file (its path in the course), and how cosmic-ray makes it.

    Attributes:
        key: the same as long as the function around it is, wherever in the file that moves.
    """

    file: str
    operator: str
    occurrence: int
    key: str


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
        BadAnswerError: the arguments do not fit, or another run has not ended yet.
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
        with _alone(root):
            _try(root, open_ones, known, until, console)
    return report(root, chosen, known, console)


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Two runs would put their faults into the same copies."""
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    lock = FileLock(root / FOLDER / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise BadAnswerError(
            "Ein solcher Lauf ist schon im Gange.", "Warten Sie, bis er fertig ist."
        ) from None
    try:
        yield
    finally:
        lock.release()


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
            f"Er lautet: {home.COMMAND} test --mutanten [DATEI] [--minuten 30]",
        )
    return (rest[0] if rest else None), minutes


# --- which faults ------------------------------------------------------------------------------------


def selection(root: Path) -> list[Mutant]:
    """The usual selection: all mutants of ``WHOLE``, and a sample of the others that is always the same.

    Whether a mutant is in the sample hardly depends on others, so that a new function does not change the whole sample.
    """
    whole = [one for path in WHOLE for one in mutants(root, path)]
    others = [one for path in SAMPLED for one in mutants(root, path) if one.file not in WHOLE]
    drawn = set(sorted(others, key=lambda one: random.Random(f"{SEED} {one.key}").random())[:SAMPLE])
    return whole + [one for one in others if one in drawn]


def mutants(root: Path, path: str) -> Iterator[Mutant]:
    """Every mutant of a file, or of the files of a folder.

    Raises:
        BadFileError: there is no such file in ``fairki`` or ``coursetools``.
    """
    place = (root / path).resolve()
    files = sorted(place.rglob("*.py")) if place.is_dir() else [place]
    if not all(file.exists() and file.is_relative_to(root) and file.suffix == ".py" for file in files):
        raise BadFileError(
            f"„{path}“ ist keine Python-Datei dieses Kurses.", "Nennen Sie zum Beispiel fairki/metrics.py"
        )
    for file in files:
        yield from of_source(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))


@cache
def of_source(file: str, source: str) -> tuple[Mutant, ...]:
    """The mutants of a file's text, but for those that could not change anything (see ``ONLY_FASTER``)."""
    from cosmic_ray import plugins  # late: it belongs to the tests' tools
    from cosmic_ray.ast import ast_nodes, get_ast

    nodes, harmless = list(ast_nodes(get_ast(source))), _harmless(source)
    found = []
    for name in OPERATORS:
        operator = plugins.get_operator(f"core/{name}")()
        seen: Counter[str] = Counter()
        places = [place for node in nodes for place in operator.mutation_positions(node)]
        for occurrence, (start, end) in enumerate(places):
            around = f"{file} {surroundings(source, start[0])} {name}"
            seen[around] += 1
            key = hashlib.sha256(f"{around} {seen[around]}".encode()).hexdigest()[:20]
            behind = source.splitlines()[end[0] - 1][end[1] :].lstrip()
            alone = name.startswith("ReplaceBinaryOperator") and behind.startswith(",")
            if not alone and not any(first <= start and end <= last for first, last in harmless):
                found.append(Mutant(file, name, occurrence, key))
    return tuple(found)


Span = tuple[tuple[int, int], tuple[int, int]]
"""From line and column to line and column, as cosmic-ray counts: lines from 1, columns from 0."""


def _harmless(source: str) -> list[Span]:
    """Where a fault could not change anything."""
    lines = source.splitlines()
    found: list[Span] = []

    def place(line: int, byte: int) -> tuple[int, int]:
        return line, len(lines[line - 1].encode()[:byte].decode())

    def span(node: ast.expr) -> Span:
        assert node.end_lineno is not None and node.end_col_offset is not None  # it was read from a text
        return place(node.lineno, node.col_offset), place(node.end_lineno, node.end_col_offset)

    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation is not None:
            found.append(span(node.annotation))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found += [span(node.returns)] if node.returns is not None else []
            for one in node.decorator_list:  # from the @ to the next line
                if ast.unparse(one.func if isinstance(one, ast.Call) else one) in ONLY_FASTER:
                    found.append(((one.lineno, 0), (span(one)[1][0] + 1, 0)))
    return found


def change(root: Path, mutant: Mutant) -> Change:
    """What a mutant changes."""
    source = (root / mutant.file).read_text(encoding="utf-8")
    line, was, now = difference(source, mutated_source(source, mutant))
    return Change(mutant.file, enclosing(source, line), was, now)


def mutated_source(source: str, mutant: Mutant) -> str:
    """The text with one fault."""
    from cosmic_ray import plugins
    from cosmic_ray.mutating import mutate_code

    mutated: str = mutate_code(source, plugins.get_operator(f"core/{mutant.operator}")(), mutant.occurrence)
    return mutated


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
    return first[1] + 1, "\n".join(line.strip() for line in was), "\n".join(line.strip() for line in now)


def enclosing(source: str, line: int) -> str:
    """The name of the function, with its class, in which a line stands."""
    return ".".join(node.name for node in _around(source, line))


def surroundings(source: str, line: int) -> str:
    """The text of the function in which a line stands; outside of functions the line itself."""
    around, lines = _around(source, line), source.splitlines()
    if not around or isinstance(around[-1], ast.ClassDef):
        return lines[line - 1].strip()
    return "\n".join(lines[_first(around[-1]) - 1 : around[-1].end_lineno])


def _around(source: str, line: int) -> list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """The functions and classes in which a line stands, the outermost first."""
    found: list[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef] = []
    body = _parsed(source).body
    while True:
        inside = [
            node
            for node in body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            and _first(node) <= line <= (node.end_lineno or 0)
        ]
        if not inside:
            return found
        found.append(inside[0])
        body = inside[0].body


def _first(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """The first line of a function or class, decorators included."""
    return min([node.lineno, *(one.lineno for one in node.decorator_list)])


_parsed = cache(ast.parse)


# --- which tests --------------------------------------------------------------------------------------


def tests_of(root: Path, file: str) -> tuple[list[str], list[str]]:
    """The files of tests that concern a file: those named after it and the quick ones of its room, and the slow ones.

    Raises:
        BadFileError: there are none.
    """
    path = Path(file)
    home = (
        path.parent.parent if path.parent.name == "de" else path.parent
    )  # words are tested where they are said
    room = root / "tests" / home
    if (room.parent / f"test_{home.name}.py").is_file():  # a small room has one file of tests
        path = home.with_suffix(".py")
        home, room = path.parent, room.parent
    named = [*room.glob(f"test_{path.stem}.py"), *room.glob(f"test_{home.name}_{path.stem}*.py")]
    others = sorted(room.glob("test_*.py"))
    if len(path.parts) == 2:  # the ground floor of a package is no room: only who mentions the file
        others = [one for one in others if re.search(rf"\b{path.stem}\b", one.read_text(encoding="utf-8"))]
        others = [] if named else others
    found = [one.relative_to(root).as_posix() for one in dict.fromkeys([*named, *others])]
    elsewhere = CONCERNED.get(home.as_posix(), ())
    found += sorted(elsewhere, key=lambda one: Path(one).name != f"test_{path.stem}.py")
    if not found:
        raise BadFileError(
            f"Zu {file} gibt es keine eigenen Tests.",
            f"Legen Sie tests/{path.parent}/test_{path.stem}.py an.",
        )
    slow = [one for one in found[len(named) :] if Path(one).name in LAST]
    return [one for one in found if one not in slow], slow


class Results:
    """What is known about the mutants of one file, kept on disk."""

    def __init__(self, root: Path, file: str):
        self._path = root / FOLDER / f"{file.replace('/', '.')}.json"
        self._state = _digest(root / one for one in [file, *itertools.chain(*tests_of(root, file))])
        self._found = _kept(self._path)

    def of(self, mutant: Mutant) -> str | None:
        """``KILLED``, ``SURVIVED``, or None: not tried yet with the file and its tests as they are."""
        outcome, state = self._found.get(mutant.key, (None, ""))
        return outcome if outcome == KILLED or state == self._state else None

    def open(self, mutant: Mutant) -> bool:
        return self.of(mutant) is None

    def keep(self, mutant: Mutant, outcome: str) -> None:
        self._found[mutant.key] = (outcome, self._state)
        write_atomically(self._path, json.dumps(self._found))


class Pace:
    """How long each file of tests takes without a fault; measured once for the course as it is, and kept on disk."""

    def __init__(self, root: Path, console: Console):
        self._path, self._console = root / FOLDER / "sekunden.json", console
        self._state = _digest(
            path
            for name in ("fairki", "coursetools", "tests")
            for path in sorted((root / name).rglob("*.py"))
        )
        kept = _kept(self._path)
        self._seconds = kept.get("seconds", {}) if kept.get("state") == self._state else {}
        self._measuring = threading.Lock()

    def patience(self, bench: Bench, tests: str) -> float:
        """The seconds of processor time after which these tests count as failed.

        Raises:
            BadFileError: they fail although nothing is wrong.
        """
        if tests not in self._seconds:
            with self._measuring:  # those who know how long theirs take need not wait
                if tests not in self._seconds:
                    self._measure(bench, tests)
        seconds: float = self._seconds[tests]
        return 10 + PATIENCE * seconds

    def _measure(self, bench: Bench, tests: str) -> None:
        passed, seconds = bench.passes(tests)
        if not passed:
            raise BadFileError(
                f"{tests} scheitert auch ohne Fehler im Code.", "Bringen Sie zuerst diese Tests in Ordnung."
            )
        self._console.print(f"{tests}: {speech.number(seconds, 1)} Sekunden")
        self._seconds[tests] = seconds
        kept = {"state": self._state, "seconds": self._seconds}
        write_atomically(self._path, json.dumps(kept))


def _kept(path: Path) -> dict[str, Any]:
    try:
        kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return kept
    except (OSError, ValueError):
        return {}


def _digest(paths: Iterable[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


# --- trying them --------------------------------------------------------------------------------------


def _try(root: Path, todo: list[Mutant], known: dict[str, Results], until: float, console: Console) -> None:
    with console.status("Der Kurs wird kopiert …"):
        benches = [Bench(root, root / FOLDER / f"kurs{number}") for number in range(testing.workers())]
    free: Queue[Bench] = Queue()
    for bench in benches:
        free.put(bench)
    pace = Pace(root, console)

    def notices(mutant: Mutant, tests: list[str]) -> bool | None:
        """Whether one of the tests fails, or takes endlessly, with this fault in the code; None: no time left."""
        bench = free.get()
        try:
            source = (bench.folder / mutant.file).read_text(encoding="utf-8")
            for one in tests:
                if time.monotonic() > until:
                    return None
                seconds = pace.patience(bench, one)
                with bench.holding(mutant.file, mutated_source(source, mutant)):
                    if not bench.passes(one, seconds)[0]:
                        return True
            return False
        finally:
            free.put(bench)

    def all_of(some: list[Mutant], slow: int) -> Iterator[tuple[Mutant, bool | None]]:
        tests = {one.file: tests_of(root, one.file)[slow] for one in some}
        return zip(some, threads.map(lambda one: notices(one, tests[one.file]), some), strict=True)

    try:
        with ThreadPoolExecutor(len(benches)) as threads:
            left = []
            for mutant, noticed in all_of(todo, slow=False):
                if noticed:
                    known[mutant.file].keep(mutant, KILLED)
                elif noticed is not None:
                    left.append(mutant)
                    console.print(told(change(root, mutant)), markup=False, soft_wrap=True)
            console.print(f"{len(left)} haben die schnellen Tests nicht bemerkt; nun die langsamen.")
            for mutant, noticed in all_of(left, slow=True):
                if noticed is not None:
                    known[mutant.file].keep(mutant, KILLED if noticed else SURVIVED)
    finally:
        for bench in benches:
            bench.close()


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
    """A fault in one line."""
    return f"unbemerkt: {found.file}, {found.place or 'Modul'}: {found.was} → {found.now}"


def entry(found: Change) -> str:
    """A survivor as an entry of ``tests/mutanten.toml`` that lacks its reason."""
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in asdict(found).items()]
    return "\n".join(["", "[[survivor]]", *lines, 'reason = ""'])
