"""A hand-in's file, laid beside the exercise: which cell is which, what was changed, what runs in which order.

The file is a stranger's. It is read as plain JSON; locked cells and tests count in the instructor's version only.
"""

import json
from dataclasses import dataclass

from coursetools.grading.job import INCIDENTS, SEEN, Incident
from coursetools.grading.sheet import Cell, Sheet
from fairki.ui.exercise import SOLUTION_SEEN

MOST_BYTES = 10 << 20
MOST_CELLS = 2000
LONGEST_SOURCE = 200_000  # characters


class Unreadable(Exception):
    """The file is no notebook of this exercise; the text says in German why."""


@dataclass(frozen=True)
class Given:
    """A cell as it was handed in: type, cell id, grade id ("" if it has none) and source."""

    type: str
    place: str
    grade_id: str
    source: str


@dataclass(frozen=True)
class Notebook:
    """A file as it was handed in: its cells, and whether it says that the worked answers were looked at before."""

    cells: list[Given]
    solution_seen: bool


@dataclass(frozen=True)
class Step:
    """One cell of the notebook that is graded.

    Attributes:
        cell: the exercise's cell, or None for one that the learner added (or that nbgrader does not know).
        type: ``code``, ``markdown`` or ``raw``.
        source: the learner's where learners write, the instructor's elsewhere.
    """

    cell: Cell | None
    type: str
    source: str

    @property
    def strangers(self) -> bool:
        """Whether this is code that somebody handed in."""
        return self.type == "code" and (self.cell is None or self.cell.role == "answer")


def read(data: bytes, slug: str) -> Notebook:
    """A file that was handed in for the exercise ``slug``.

    Raises:
        Unreadable: it is no notebook, far larger than any answer, or says that it belongs to another exercise.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("Die Datei ist viel zu groß.")
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unreadable("Die Datei ist kein Notebook oder unvollständig.") from None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or len(cells) > MOST_CELLS:
        raise Unreadable("Die Datei ist kein Notebook im heutigen Format.")
    marks = notebook.get("metadata")
    marks = marks.get("fairki") if isinstance(marks, dict) else None
    marks = marks if isinstance(marks, dict) else {}
    if marks.get("exercise", slug) != slug:
        raise Unreadable(f"Das Notebook gehört nicht zur Übung „{slug}“.")
    found = [_given(cell) for cell in cells if isinstance(cell, dict)]
    return Notebook(found, marks.get(SOLUTION_SEEN) is True)


def _given(cell: dict) -> Given:
    source = cell.get("source")
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    marks = cell.get("metadata")
    marks = marks.get("nbgrader") if isinstance(marks, dict) else None
    name = marks.get("grade_id") if isinstance(marks, dict) else None
    kind = cell.get("cell_type")
    place = cell.get("id")
    return Given(
        kind if kind in ("code", "markdown", "raw") else "raw",
        place if isinstance(place, str) else "",
        name if isinstance(name, str) else "",
        source[:LONGEST_SOURCE].encode("utf-8", "replace").decode() if isinstance(source, str) else "",
    )


def lay_out(sheet: Sheet, notebook: Notebook) -> tuple[list[Step], list[Incident]]:
    """The notebook to grade, in the instructor's order, and what is worth telling about the file.

    What a learner added stays behind the cell that it followed; what is missing comes back; of a copied cell the
    last one counts, as nbgrader has it.

    Raises:
        Unreadable: not one cell belongs to this exercise.
    """
    given = notebook.cells
    found, guessed = _recognise(sheet, given)
    if not found:
        raise Unreadable("Keine Zelle der Datei gehört zu dieser Übung.")
    told = {"metadata": guessed, SEEN: notebook.solution_seen}
    incidents = [Incident(kind, "", INCIDENTS[kind]) for kind, true in told.items() if true]
    owners = {place: name for name, place in found.items()}
    followers: dict[str, list[Step]] = {"": []}
    last = ""
    for place, cell in enumerate(given):
        if place in owners:
            last = owners[place]
        elif not _copy(sheet, cell):
            followers.setdefault(last, []).append(Step(None, cell.type, cell.source))
    steps = followers[""]
    for cell in sheet.cells:
        theirs = given[found[cell.id]].source if cell.id in found else None
        if cell.role == "end":
            unchanged = theirs is not None and theirs.strip() == cell.visible.strip()
            if theirs is not None:
                steps.append(Step(cell if unchanged else None, "code", cell.source if unchanged else theirs))
        else:
            kind = "answer" if cell.written else "locked"
            if theirs is None or (not cell.written and theirs.strip() != cell.visible.strip()):
                incidents.append(Incident(kind, cell.id, INCIDENTS[kind]))
            # a text that is gone counts as the empty form, an answer that is gone as no code at all
            source = "" if theirs is None and cell.role == "answer" else cell.source
            if theirs is not None and cell.written:
                source = theirs
            steps.append(Step(cell, cell.type, source))
        steps += followers.get(cell.id, [])
    return steps, incidents


def _copy(sheet: Sheet, cell: Given) -> bool:
    """Whether it only repeats a cell that nobody writes in."""
    original = sheet.by_id.get(cell.grade_id)
    return original is not None and not original.written and cell.source.strip() == original.visible.strip()


def _recognise(sheet: Sheet, given: list[Given]) -> tuple[dict[str, int], bool]:
    """Grade id → place in the file; and whether something else than the grade id was needed for that."""
    found = {cell.grade_id: place for place, cell in enumerate(given) if cell.grade_id in sheet.by_id}
    marked, taken, guessed = len(found), set(found.values()), False
    for cell in sheet.cells:
        if cell.id in found:
            continue
        place = _same(cell, given, taken)
        if place is None and cell.written:
            place = _between(sheet, cell, given, found, taken)
        if place is not None:
            found[cell.id] = place
            taken.add(place)
            guessed |= cell.role != "end"
    return found, guessed or (not marked and bool(found))


def _same(cell: Cell, given: list[Given], taken: set[int]) -> int | None:
    """A cell without a grade id that has the same cell id, or (where nobody writes) the same text."""
    free = [(n, g) for n, g in enumerate(given) if n not in taken and not g.grade_id and g.type == cell.type]
    for place, candidate in free:
        if candidate.place == cell.place:
            return place
    for place, candidate in free:
        if not cell.written and cell.visible.strip() == candidate.source.strip() != "":
            return place
    return None


def _between(sheet: Sheet, cell: Cell, given: list[Given], found: dict[str, int], taken: set) -> int | None:
    """Where an answer without any mark stands: behind the exercise's cell before it, before the next one known."""
    before = [other.id for other in sheet.cells[: sheet.cells.index(cell)] if other.id in found]
    start = found[before[-1]] + 1 if before else len(given)
    for place in range(start, len(given) if cell.role == "answer" else min(start + 1, len(given))):
        if place in taken:
            return None
        if given[place].source.strip() in sheet.prose:
            continue
        if given[place].type == cell.type and not given[place].grade_id:
            return place
    return None
