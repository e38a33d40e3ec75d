"""An exercise as the grader reads it: which cell asks, which one answers, which one tests, and what runs where."""

import ast
import json
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from nbformat import NotebookNode, from_dict

from coursetools.grading.inside.prepared import names_bound, names_read, parsed
from coursetools.grading.job import Assignment
from coursetools.nbgrader_parts import compute_checksum
from fairki import home
from fairki.errors import BadFileError

_WORD = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True)
class Cell:
    """A cell of the instructor's notebook that nbgrader knows, or one that only reports at the end.

    Attributes:
        id: its grade id (for the role ``end`` its cell id).
        place: its cell id in the notebook that learners got.
        type: ``code`` or ``markdown``.
        role: ``answer`` (code that people write), ``text`` (Markdown that people write), ``locked``, ``test``
            (locked code that earns points), ``end`` (not marked, after the last answer, such as a summary).
        source: the instructor's; of answers the released one, without the solution.
        visible: what learners got; differs from ``source`` for tests with hidden parts.
        points: that can be reached, or None if the cell earns none.
        metadata: for the autograded notebook, with nbgrader's checksum.
    """

    id: str
    place: str
    type: str
    role: str
    source: str
    visible: str
    points: float | None
    metadata: dict[str, Any]

    @property
    def written(self) -> bool:
        """Whether learners write in it."""
        return self.role in ("answer", "text")

    @cached_property
    def binds(self) -> frozenset[str]:
        """Names that the visible part of the cell binds."""
        return frozenset(names_bound(self.visible))


@dataclass(frozen=True)
class Sheet:
    """An exercise.

    Attributes:
        slug: its name.
        cells: in the order of the notebook.
        solutions: grade id of an answer → the instructor's source, solution included.
        answered_in: variables that leave a hand-in's process, as data or as functions → grade id of the answer.
        live: locked cells that use answers and so have to run for each hand-in.
        prose: text of the cells that nbgrader does not mark, such as headings.
        prose_places: and their cell ids.
        metadata: of the notebook.
        seed: see ``Assignment``.
    """

    slug: str
    cells: tuple[Cell, ...]
    solutions: dict[str, str]
    answered_in: dict[str, str]
    live: frozenset[str]
    prose: frozenset[str]
    prose_places: frozenset[str]
    metadata: dict[str, Any]
    seed: int

    @property
    def answers(self) -> tuple[str, ...]:
        """The variables that leave a hand-in's process."""
        return tuple(self.answered_in)

    @cached_property
    def by_id(self) -> dict[str, Cell]:
        """Grade id → cell."""
        return {cell.id: cell for cell in self.cells}

    def student_setup(self, limits: dict[str, Any]) -> dict[str, Any]:
        """What the stage for hand-ins may know: nothing that learners did not get."""
        locked = [(cell.id, cell.visible) for cell in self.cells if self.prepared(cell)]
        return {"locked": locked, "answers": self.answers, "limits": limits}

    def judge_setup(self, limits: dict[str, Any]) -> dict[str, Any]:
        """What the judge's stage needs."""
        cells = [
            (cell.id, cell.role, self.solutions.get(cell.id, cell.source))
            for cell in self.cells
            if cell.type == "code"
        ]
        setup = {"cells": cells, "live": sorted(self.live), "answers": self.answers, "limits": limits}
        return setup | {"seed": self.seed}

    def prepared(self, cell: Cell) -> bool:
        """Whether the locked cell runs once for all."""
        return cell.role == "locked" and cell.type == "code" and cell.id not in self.live


@lru_cache(maxsize=16)
def read(assignment: Assignment) -> Sheet:
    """The exercise in ``assignment``.

    Raises:
        BadFileError: a notebook is damaged, the two do not fit together, Python does not understand a cell, or an
            answer cell binds nothing that a test looks at. The message names exercise and cell.
    """
    try:
        return _read(assignment)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise BadFileError(
            f"Das Notebook der Übung „{assignment.slug}“ ist beschädigt ({type(error).__name__}: {error}).",
            f"Berichtigen Sie solutions/{assignment.slug}/{assignment.slug}.ipynb in JupyterLab, oder holen Sie eine"
            f" frühere Fassung zurück. Bauen Sie die Übungen dann neu: {home.COMMAND} release",
        ) from None


def _read(assignment: Assignment) -> Sheet:
    source, released = json.loads(assignment.source), json.loads(assignment.released)
    given = {_grade_id(cell): cell for cell in released["cells"] if _grade_id(cell)}
    last = max((n for n, cell in enumerate(source["cells"]) if _role(cell) in ("answer", "text")), default=0)
    cells, solutions = [], {}
    for place, original in enumerate(source["cells"]):
        role, name = _role(original), _grade_id(original)
        text = _text(original)
        if not role:
            if original["cell_type"] == "code" and place > last:
                _understood(assignment.slug, original["id"], text)
                cells.append(Cell(original["id"], original["id"], "code", "end", text, text, None, {}))
            continue
        if name not in given:
            raise BadFileError(
                f"In der Übung „{assignment.slug}“ fehlt die Zelle „{name}“ in der Fassung für Lernende.",
                f"Bauen Sie die Übungen neu: {home.COMMAND} release",
            )
        visible = _text(given[name])
        if original["cell_type"] == "code":
            _understood(assignment.slug, name, text)
            _understood(assignment.slug, name, visible, "In der Fassung für Lernende: ")
        if role in ("answer", "text"):
            solutions[name], text = text, visible
        marks = original["metadata"]["nbgrader"]
        metadata = {key: value for key, value in original["metadata"].items() if key != "trusted"}
        cell = from_dict({"cell_type": original["cell_type"], "source": text, "metadata": metadata})
        metadata = metadata | {"nbgrader": marks | {"checksum": compute_checksum(cell)}}
        if role in ("locked", "test"):
            metadata |= {"deletable": False, "editable": False}
        points = float(marks["points"]) if marks.get("grade") else None
        place_id = given[name].get("id", name)
        cells.append(Cell(name, place_id, original["cell_type"], role, text, visible, points, metadata))
    answers = _answers(assignment.slug, source["cells"], cells, solutions)
    live = frozenset(
        cell.id
        for cell in cells
        if cell.role == "locked" and cell.type == "code" and _mentioned(cell.source) & set(answers)
    )
    unmarked = [cell for cell in released["cells"] if not _grade_id(cell)]
    prose = frozenset(_text(cell).strip() for cell in unmarked)
    places = frozenset(cell["id"] for cell in unmarked if "id" in cell)
    return Sheet(
        assignment.slug,
        tuple(cells),
        solutions,
        answers,
        live,
        prose,
        places,
        source["metadata"],
        assignment.seed,
    )


def _understood(slug: str, cell: str, source: str, where: str = "") -> None:
    """Refuse a cell that is no Python; the error names its line."""
    try:
        parsed(source)
    except SyntaxError as error:
        line = (error.text or "").strip()
        raise BadFileError(
            f"Übung „{slug}“, Zelle „{cell}“: {where}Python versteht Zeile {error.lineno} nicht ({error.msg}: {line}).",
            f"Berichtigen Sie die Zelle in solutions/{slug}/{slug}.ipynb.",
        ) from None


def words(source: str) -> set[str]:
    """Everything in ``source`` that could be a name, in comments and texts as well; reads any text safely."""
    return set(_WORD.findall(source))


def _answers(
    slug: str, originals: list[dict[str, Any]], cells: list[Cell], solutions: dict[str, Any]
) -> dict[str, str]:
    """The variable in the metadata of each answer, and what an answer cell binds and only tests look at → grade id."""
    named = {
        _grade_id(cell): cell["metadata"]["fairki"]["control"]["name"]
        for cell in originals
        if _role(cell) == "answer" and "control" in cell["metadata"].get("fairki", {})
    }
    tested = set().union(*(_mentioned(cell.source) for cell in cells if cell.role == "test"))
    ours = set().union(*(names_bound(cell.source) for cell in cells if cell.role in ("test", "locked")))
    found: dict[str, str] = {}
    for cell in cells:
        if cell.role == "answer":
            bound = sorted((names_bound(solutions[cell.id]) | names_bound(cell.visible)) & tested - ours)
            names = [named[cell.id]] if cell.id in named else []
            if not names and not bound:
                raise BadFileError(
                    f"Übung „{slug}“: Keine Prüfung sieht nach, was in der Zelle „{cell.id}“ steht.",
                    "Nennen Sie die Variable in metadata.fairki.control oder prüfen Sie sie in einer Prüfzelle.",
                )
            found = dict.fromkeys(names + bound, cell.id) | found
    return found


def _mentioned(source: str) -> set[str]:
    """Names that a cell reads, and texts in a call that could be one (``checks.number("A1", "abstand")``)."""
    calls = [node for node in ast.walk(parsed(source)) if isinstance(node, ast.Call)]
    given = [entry for call in calls for entry in (*call.args, *(named.value for named in call.keywords))]
    texts = {entry.value for entry in given if isinstance(entry, ast.Constant)}
    return names_read(source) | {text for text in texts if isinstance(text, str)}


def _grade_id(cell: dict[str, Any]) -> str:
    name: str = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
    return name


def _role(cell: dict[str, Any]) -> str:
    marks = cell["metadata"].get("nbgrader", {})
    if marks.get("solution"):
        return "answer" if cell["cell_type"] == "code" else "text"
    if marks.get("grade"):
        return "test"
    return "locked" if marks.get("locked") or marks.get("task") else ""


def _text(cell: dict[str, Any] | NotebookNode) -> str:
    return cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
