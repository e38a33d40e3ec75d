"""A hand-in's file, laid beside the exercise: which cell is which, what was changed, what runs in which order.

The file is a stranger's. It is read as plain JSON; locked cells and tests count in the instructor's version only.
"""

import ast
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from nbformat import from_dict

from coursetools.grading.de import incidents as de
from coursetools.grading.de import remarks
from coursetools.grading.inside.prepared import names_bound, parsed
from coursetools.grading.job import INCIDENTS, SEEN, Incident
from coursetools.grading.sheet import Cell, Sheet
from coursetools.nbgrader_parts import compute_checksum
from fairki.ui.exercise import SOLUTION_SEEN

MOST_BYTES = 10 << 20
MOST_CELLS = 2000
LONGEST_SOURCE = 200_000  # characters
PICTURES = ("image/png", "image/jpeg", "image/gif")
LARGEST_PICTURES = 4 << 20
"""Characters (Base64) of all pictures in one answer."""
CUT_AWAY = ("", "\n", "\n\n")
"""Ends of a text that a checksum in a hand-in may cover, though the text has none: exercises were given out so."""
FEWEST_WORDS_BESIDE, FEWEST_WORDS = 3, 5
"""Of what may be a free text though it stands in a cell for code beside, or anywhere else."""
_BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
_FRAMED = re.compile(r"```[\w ]*\n(.*?)\n?```", re.DOTALL)
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " ") | dict.fromkeys(
    map(ord, "\u200b\u2060\ufeff"), ""
)
_IN_LINE = re.compile(
    r"""<img\b[^>]*?\bsrc=["']data:(image/\w+);base64,([A-Za-z0-9+/=\s]+)["'][^>]*>"""
    r"""|!\[[^\]]*\]\(\s*data:(image/\w+);base64,([A-Za-z0-9+/=\s]+)\)"""
)
"""A picture that some editors write into the text itself."""


class Unreadable(Exception):
    """The file is no notebook of this exercise; the text says in German why."""


@dataclass(frozen=True)
class Given:
    """A cell as it was handed in.

    Attributes:
        type, place, grade_id: type, cell id, grade id ("" if it has none).
        source: what stands in it.
        pictures: name → MIME type → Base64, of pictures pasted into it.
        solution: nbgrader marks it as one that learners write in.
        as_released: it is as some edition of the exercise gave it out: its text fits nbgrader's checksum in it.
    """

    type: str
    place: str
    grade_id: str
    source: str
    pictures: Mapping[str, dict[str, str]] = field(default_factory=dict)
    solution: bool = False
    as_released: bool = False


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
        pictures: name → MIME type → Base64, of pictures in a free text.
    """

    cell: Cell | None
    type: str
    source: str
    pictures: Mapping[str, dict[str, str]] = field(default_factory=dict)

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
        raise Unreadable(de.HUGE)
    try:
        notebook = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unreadable(de.NO_NOTEBOOK) from None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or len(cells) > MOST_CELLS:
        raise Unreadable(de.OLD_FORMAT)
    marks = notebook.get("metadata")
    marks = marks.get("fairki") if isinstance(marks, dict) else None
    marks = marks if isinstance(marks, dict) else {}
    if marks.get("exercise", slug) != slug:
        raise Unreadable(de.of_another_exercise(slug))
    found = [_given(cell) for cell in cells if isinstance(cell, dict)]
    return Notebook(found, marks.get(SOLUTION_SEEN) is True)


def _given(cell: dict[str, Any]) -> Given:
    source = cell.get("source")
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    marks = cell.get("metadata")
    marks = marks.get("nbgrader") if isinstance(marks, dict) else None
    name = marks.get("grade_id") if isinstance(marks, dict) else None
    kind = cell.get("cell_type")
    place = cell.get("id")
    checked = _fits_its_checksum(cell, marks, source)
    pictures = _pictures(cell.get("attachments"))
    if kind == "markdown" and isinstance(source, str):
        source, in_line = _pictures_in_line(source)
        pictures = _pictures(in_line) | pictures
    return Given(
        kind if kind in ("code", "markdown", "raw") else "raw",
        place if isinstance(place, str) else "",
        name if isinstance(name, str) else "",
        source[:LONGEST_SOURCE].encode("utf-8", "replace").decode() if isinstance(source, str) else "",
        pictures,
        isinstance(marks, dict) and marks.get("solution") is True,
        checked,
    )


def _fits_its_checksum(cell: dict[str, Any], marks: object, source: object) -> bool:
    if (
        not isinstance(marks, dict)
        or not isinstance(marks.get("checksum"), str)
        or not isinstance(source, str)
    ):
        return False
    try:
        texts = (source + end for end in CUT_AWAY)
        return any(
            compute_checksum(from_dict(cell | {"source": text})) == marks["checksum"] for text in texts
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return False


def _pictures(attachments: object) -> dict[str, dict[str, str]]:
    """What really are pictures among the attachments of a cell, as long as they are not huge."""
    found, room = {}, LARGEST_PICTURES
    for name, bundle in attachments.items() if isinstance(attachments, dict) else ():
        for kind, data in bundle.items() if isinstance(bundle, dict) else ():
            if kind in PICTURES and isinstance(data, str) and len(data) <= room and _BASE64.fullmatch(data):
                found[str(name)[:200]] = {kind: data}
                room -= len(data)
    return found


def _pictures_in_line(text: str) -> tuple[str, dict[str, dict[str, str]]]:
    """A text whose pictures are attachments as everywhere else, and these."""
    found: dict[str, dict[str, str]] = {}

    def attach(match: re.Match[str]) -> str:
        name = f"bild-{len(found) + 1}"
        found[name] = {match[1] or match[3]: match[2] or match[4]}
        return f"![{remarks.PICTURE}](attachment:{name})"

    return _IN_LINE.sub(attach, text), found


def lay_out(sheet: Sheet, notebook: Notebook) -> tuple[list[Step], list[Incident]]:
    """The notebook to grade, in the instructor's order, and what is worth telling about the file.

    What a learner added stays behind the cell that it followed; what is missing comes back; of a copied cell the
    last one counts that somebody filled in.

    Raises:
        Unreadable: not one cell belongs to this exercise.
    """
    given = notebook.cells
    found, guessed = _recognise(sheet, given)
    if not found:
        raise Unreadable(de.NOTHING_OF_IT)
    told = {"metadata": guessed, SEEN: notebook.solution_seen}
    incidents = [Incident(kind, "", INCIDENTS[kind]) for kind, true in told.items() if true]
    incidents += [Incident("copies", name, INCIDENTS["copies"]) for name in _filled_twice(sheet, given)]
    followers = _followers(sheet, given, found)
    steps = [step for step, _ in followers.get("", [])]
    for cell in sheet.cells:
        theirs = given[found[cell.id]] if cell.id in found else None
        if cell.role == "end":
            if theirs is not None:
                as_given = _as_given(theirs, cell)
                steps.append(
                    Step(cell if as_given else None, "code", cell.source if as_given else theirs.source)
                )
        else:
            kind = "answer" if cell.written else "locked"
            if theirs is None or not (cell.written or _as_given(theirs, cell)):
                incidents.append(Incident(kind, cell.id, INCIDENTS[kind]))
            step = _written(cell, theirs) if cell.written else Step(cell, cell.type, cell.source)
            if cell.role == "text" and _unanswered(step, cell):
                beside = _above(sheet, cell, given, found, followers)
                beside += [one for one, words in followers.get(cell.id, []) if words]
                if texts := beside or _elsewhere(followers):
                    step, kind = _joined(cell, texts), "moved"
                    steps, followers = _without(texts, steps, followers)
            elif cell.role == "answer":
                step = replace(step, source=_typed_code(step.source))
                if (own := _without_template(cell, step.source, steps)) != step.source:
                    step, kind = replace(step, source=own), "template"
            if kind in ("moved", "template"):
                incidents.append(Incident(kind, cell.id, INCIDENTS[kind]))
            if step.pictures:
                incidents.append(Incident("picture", cell.id, INCIDENTS["picture"]))
            steps.append(step)
        steps += [step for step, _ in followers.get(cell.id, [])]
    return steps, incidents


def _followers(sheet: Sheet, given: list[Given], found: dict[str, int]) -> dict[str, list[tuple[Step, bool]]]:
    """Grade id → what a learner added behind that cell; of each, whether it is words of the learner's own."""
    owners = {place: name for name, place in found.items()}
    followers: dict[str, list[tuple[Step, bool]]] = {}
    last = ""
    for place, cell in enumerate(given):
        if place in owners:
            last = owners[place]
        elif not _copy(sheet, cell):
            ours = cell.source.strip() in sheet.prose or cell.place in sheet.prose_places
            words = not ours and _is_words(cell)
            step = Step(None, cell.type, cell.source, cell.pictures)
            followers.setdefault(last, []).append((step, words))
    return followers


def _is_words(cell: Given) -> bool:
    """Whether somebody wrote sentences (or pasted a picture) here: more than a heading, and no Python."""
    if cell.type == "code":
        return len(cell.source.split()) >= FEWEST_WORDS_BESIDE and not _is_python(cell.source)
    lines = [line for line in cell.source.splitlines() if line.strip() and not line.startswith("#")]
    return bool(lines or cell.pictures)


def _is_python(source: str) -> bool:
    try:
        parsed(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return bool(re.search(r"[=(\[{]|^\s*[%!]", source, re.MULTILINE))  # meant to be Python, or of IPython
    return True


def _unanswered(step: Step, cell: Cell) -> bool:
    """Whether a free text is as it was given out, or emptied."""
    return not step.pictures and (not step.source.strip() or _same_text(step.source, cell.visible))


def _above(
    sheet: Sheet,
    cell: Cell,
    given: list[Given],
    found: dict[str, int],
    followers: Mapping[str, list[tuple[Step, bool]]],
) -> list[Step]:
    """Words of the learner's own between a free text and its question, or within the question."""
    place = sheet.cells.index(cell)
    question = sheet.cells[place - 1] if place else None
    if question is None or question.type != "markdown" or question.written:
        return []
    texts = [one for one, words in followers.get(question.id, []) if words]
    if question.id in found and not _as_given(theirs := given[found[question.id]], question):
        ours = {line.strip() for line in question.visible.splitlines()}
        added = [line for line in theirs.source.splitlines() if line.strip() not in ours]
        if added or theirs.pictures:
            texts.insert(0, Step(None, "markdown", "\n".join(added), theirs.pictures))
    return texts


def _elsewhere(followers: Mapping[str, list[tuple[Step, bool]]]) -> list[Step]:
    """Sentences of the learner's own anywhere: a person decides whether they are the answer that is missing."""
    return [
        one
        for there in followers.values()
        for one, words in there
        if words and one.type != "code" and len(one.source.split()) >= FEWEST_WORDS
    ]


def _without(
    moved: list[Step], steps: list[Step], followers: Mapping[str, list[tuple[Step, bool]]]
) -> tuple[list[Step], dict[str, list[tuple[Step, bool]]]]:
    """Both without what counts somewhere else now."""
    gone = {id(step) for step in moved}
    left = {name: [pair for pair in there if id(pair[0]) not in gone] for name, there in followers.items()}
    return [step for step in steps if id(step) not in gone], left


def _written(cell: Cell, theirs: Given | None) -> Step:
    """A cell that learners write in; a text that is gone counts as the empty form, an answer as no code at all."""
    if theirs is None:
        return Step(cell, cell.type, "" if cell.role == "answer" else cell.source)
    return Step(cell, cell.type, theirs.source, theirs.pictures)


def _joined(cell: Cell, texts: list[Step]) -> Step:
    pictures = {name: data for text in texts for name, data in text.pictures.items()}
    return Step(cell, cell.type, "\n\n".join(text.source for text in texts), pictures)


def _as_given(given: Given, cell: Cell) -> bool:
    """Whether nobody changed a locked cell: it is as this edition of the exercise has it, or an earlier one had."""
    return given.as_released or _same_text(given.source, cell.visible)


def _same_text(one: str, other: str) -> bool:
    """Whether two cells read the same; spaces at the ends of lines come and go with editors."""
    return [line.rstrip() for line in one.strip().splitlines()] == [
        line.rstrip() for line in other.strip().splitlines()
    ]


def _typed_code(source: str) -> str:
    """Code without what comes into it by copying from a chat or a text: its frame, and spaces that are none."""
    if framed := _FRAMED.fullmatch(source.strip()):
        source = framed[1]
    return source.translate(_SPACES)


def _without_template(cell: Cell, source: str, before: list[Step]) -> str:
    """An answer without what the exercise itself left in it, where that would undo what the learner wrote above."""
    if _same_text(source, cell.visible):
        own = (names_bound(step.source) for step in before if step.cell is None and step.type == "code")
        if names_bound(cell.visible) & set().union(*own):
            return ""
    return without_empty_templates(source, cell.visible)


def without_empty_templates(source: str, template: str) -> str:
    """An answer without the empty functions and values of ``template`` that stand below own ones of the same name."""
    try:
        given, empty = parsed(source).body, parsed(template).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return source
    empty_ones = {name: ast.dump(node) for node in empty if (name := _defines(node))}
    lines, defined = source.split("\n"), set()
    for node in given:
        if name := _defines(node):
            if name in defined and ast.dump(node) == empty_ones.get(name):
                end = node.end_lineno or node.lineno
                lines[node.lineno - 1 : end] = [""] * (end - node.lineno + 1)
            elif ast.dump(node) != empty_ones.get(name):
                defined.add(name)
    return "\n".join(lines)


def _defines(node: ast.stmt) -> str:
    """The one name that a function or an assignment binds; "" for anything else."""
    if isinstance(node, ast.FunctionDef):
        return node.name
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return ""


def _copy(sheet: Sheet, cell: Given) -> bool:
    """Whether it only repeats a cell as learners got it."""
    original = sheet.by_id.get(cell.grade_id)
    return original is not None and _same_text(cell.source, original.visible)


def _filled_twice(sheet: Sheet, given: list[Given]) -> list[str]:
    """Grade ids of answers that stand there more than once, filled in differently."""
    texts: dict[str, set[str]] = {}
    for cell in given:
        original = sheet.by_id.get(cell.grade_id)
        if original is not None and original.written and not _same_text(cell.source, original.visible):
            texts.setdefault(cell.grade_id, set()).add(cell.source.strip())
    return [name for name, different in texts.items() if len(different) > 1]


def _recognise(sheet: Sheet, given: list[Given]) -> tuple[dict[str, int], bool]:
    """Grade id → place in the file; and whether something else than the grade id was needed for that."""
    found: dict[str, int] = {}
    for place, cell in enumerate(given):
        if cell.grade_id in sheet.by_id and not (cell.grade_id in found and _copy(sheet, cell)):
            found[cell.grade_id] = place
    marked, taken, guessed = len(found), set(found.values()), False
    for own in sheet.cells:
        if own.id in found:
            continue
        likely = _same(own, given, taken)
        if likely is None and own.written:
            likely = _between(sheet, own, given, found, taken)
        if likely is not None:
            found[own.id] = likely
            taken.add(likely)
            guessed |= own.role != "end"
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


def _between(
    sheet: Sheet, cell: Cell, given: list[Given], found: dict[str, int], taken: set[int]
) -> int | None:
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
