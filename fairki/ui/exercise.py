"""A released exercise as data: its questions, its visible checks, and the hand-in made from answers.

Everything is read from the released notebook (plain JSON), so that no question is written twice:

- An answer cell is a solution cell of nbgrader whose ``metadata.fairki.control`` holds kind, name and unit.
- The Markdown cell before it ends with the question: one bold line, then ``- `value` label`` for each option
  and ``1. statement`` for each row of a table; further lines are a hint. What stands above is prose.
  Options of an option (for ``fields``) stand below it, indented.
- A code cell that is locked but not graded prepares or shows data.
- ``metadata.fairki.form`` on a Markdown cell says what a form does with the section that it opens (up to the
  next heading of its level): ``"skip"`` leaves it out, ``"fold"`` puts one paragraph in its place. On a code cell,
  ``"skip"`` leaves out this cell.
"""

import ast
import contextlib
import copy
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from fairki import checks
from fairki.company import marks
from fairki.errors import BadFileError, FairkiError
from fairki.kodex import PATTERNS
from fairki.ui import de
from fairki.ui.base import Json

SOLUTION_SEEN = "solution_seen"
"""Name in a hand-in's ``metadata.fairki``: true if the form's worked answers were looked at before it was saved."""

_QUESTION = re.compile(r"^\*\*(.+)\*\*$")
_OPTION = re.compile(r"^- `(.+?)` (.+)$")
_CHOICE = re.compile(r"^ +- `(.+?)` (.+)$")
_ROW = re.compile(r"^\d+\. (.+)$")
_HEADING = re.compile(r"^(#{1,6}) ")


@dataclass(frozen=True)
class Question:
    """One question and how it is answered.

    Attributes:
        id: grade id of the answer cell, such as ``"a1"``.
        kind: ``"number"``, ``"numbers"`` (one for each option), ``"fields"`` (for each option a number or one of its
            ``choices``), ``"choice"``, ``"checkbox"``, ``"table"``, ``"rules"`` (options are sentence patterns of the
            Kodex) or ``"text"``.
        name: the variable that holds the answer.
        label, hint: the question, and what helps to answer it.
        options: ``[[value, label], …]``.
        choices: option → what can be chosen for it, as in ``options``.
        rows: the statements of a table.
        unit: unit of a number.
        prose: Markdown above the question.
        tests: code of the visible checks.
    """

    id: str
    kind: str
    name: str
    label: str
    hint: str = ""
    options: list[list[str]] = field(default_factory=list)
    choices: dict[str, list[list[str]]] = field(default_factory=dict)
    rows: list[str] = field(default_factory=list)
    unit: str = ""
    prose: str = ""
    tests: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The question's name on the page, such as ``"A1"``."""
        return self.id.upper()

    def literal(self, value: Any) -> Any:
        """An answer to the form as somebody would write it in the notebook."""
        match self.kind:
            case "number":
                return _number(value)
            case "numbers" | "fields":
                return {key: _number(entry) for key, entry in value.items()}
            case "table":
                return {int(row): option for row, option in value.items()}
            case "rules":
                return {
                    pattern: {blank: _number(entry) for blank, entry in blanks.items()}
                    for pattern, blanks in value.items()
                }
        return value

    def spoken(self, text: str) -> str:
        """What a check says, with the words of the page in place of the keys that it quotes.

        In a notebook people type the keys; in a form they never see them.
        """
        if self.kind == "rules":
            text = de.without_blanks(text)
        return de.requoted(text, lambda key: self.words.get(key, key))

    @cached_property
    def words(self) -> dict[str, str]:
        """Key → what the page calls it; the variable is called as its question is."""
        found = {self.name: self.title, **dict(self.options)}
        for choices in self.choices.values():
            found |= dict(choices)
        if self.kind == "rules":
            blanks = [blank for key, _ in self.options for blank in PATTERNS[key].blanks]
            found |= {key: word for blank in blanks for key, word in getattr(blank, "options", {}).items()}
        return found


@dataclass(frozen=True)
class Part:
    """A piece of a form: its kind (``prose``, ``code``, ``question`` or ``fold``) and what it holds."""

    kind: str
    text: str = ""
    question: Question | None = None


@dataclass(frozen=True)
class Verdict:
    """What the visible checks say to an answer.

    Attributes:
        state: filled in (``filled``, or ``told`` if a check had something to tell), ``not-yet``, or missing
            (``hint``). None of them says whether the answer is right.
        text: sentences, one or more lines.
    """

    state: str
    text: str


class Exercise:
    """A released notebook, read as in the head of this file.

    Args:
        notebook: the notebook's JSON; it is not changed.
    """

    def __init__(self, notebook: dict[str, Json]):
        self.notebook = notebook
        self.slug = notebook["metadata"]["fairki"]["exercise"]

    @cached_property
    def parts(self) -> list[Part]:
        """What a form shows, from top to bottom."""
        return list(self._read())

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Grade id → question, for all questions that a form asks."""
        return {part.question.id: part.question for part in self.parts if part.question}

    @cached_property
    def further(self) -> list[str]:
        """Grade ids of the questions that only the notebook asks (Part B)."""
        asked = (_nbgrader(cell) for cell in self.notebook["cells"])
        return [
            one["grade_id"] for one in asked if one.get("solution") and one["grade_id"] not in self.questions
        ]

    def check(self, question: Question, value: Any) -> Verdict:
        """Run the visible checks of ``question`` on ``value`` (as ``accept`` returned it)."""
        if value is None:
            return Verdict("hint", de.NO_ANSWER_YET)
        names = dict(self._prepared, **{question.name: value})
        said, complaints = io.StringIO(), []
        for code in question.tests:
            try:
                with contextlib.redirect_stdout(said):
                    exec(
                        compile(code, question.title, "exec"), names
                    )  # our own locked cell, never the learner's
            except FairkiError as complaint:
                complaints.append(complaint)
        if complaints:
            sentences = [c.happened for c in complaints]
            if question.kind != "table":  # its options stand below each row
                sentences += [c.remedy for c in complaints]
            text = question.spoken(" ".join(dict.fromkeys(filter(None, sentences))))
            return Verdict("not-yet", self._shown(text))
        if not question.tests:
            return Verdict("filled", de.FREE_TEXT)
        if said.getvalue():
            return Verdict("told", self._shown(said.getvalue().strip()))
        return Verdict("filled", de.FILLED)

    def compose(self, answers: dict[str, Any], solution_seen: bool = False) -> dict[str, Json]:
        """The hand-in: the released notebook with ``answers`` (grade id → accepted value) in it.

        An answer becomes a Python literal (or, for a text, the cell's Markdown); it is never run here.
        What has no answer stays as it was released. ``solution_seen`` is noted in ``metadata.fairki``.
        """
        hand_in = copy.deepcopy(self.notebook)
        if solution_seen:
            hand_in["metadata"]["fairki"][SOLUTION_SEEN] = True
        for cell in hand_in["cells"]:
            value = answers.get(_nbgrader(cell).get("grade_id"))
            if value is None or not _nbgrader(cell).get("solution"):
                continue
            question = self.questions[_nbgrader(cell)["grade_id"]]
            if question.kind == "text":
                cell["source"] = value
            else:
                cell["source"] = _filled(_source(cell), question.name, question.literal(value))
        return hand_in

    @cached_property
    def _prepared(self) -> dict[str, Json]:
        """The names that the checks need: what the exercise's own preparing cells define."""
        names: dict[str, Any] = {"__name__": "__main__"}
        for part in self.parts:
            if part.kind == "code":
                exec(compile(part.text, self.slug, "exec"), names)
        return names

    def _read(self) -> Iterator[Part]:
        cells = list(self._visible_cells())
        for place, (kind, cell) in enumerate(cells):
            if kind == "fold":
                yield Part("fold", _source(cell))
            elif _is_answer(cell):
                yield Part("question", question=self._question(cells, place))
            elif cell["cell_type"] == "markdown":
                before_answer = place + 1 < len(cells) and _is_answer(cells[place + 1][1])
                text = _split(_source(cell))[0] if before_answer else _source(cell)
                if text:
                    yield Part("prose", text)
            elif _nbgrader(cell).get("locked") and not _nbgrader(cell).get("grade"):
                yield Part("code", _source(cell))

    def _visible_cells(self) -> Iterator[tuple[str, dict[str, Json]]]:
        """The cells outside skipped and folded sections; of a folded one the first cell, marked as such."""
        hidden_level = 0
        for cell in self.notebook["cells"]:
            heading = _HEADING.match(_source(cell)) if cell["cell_type"] == "markdown" else None
            if heading and len(heading[1]) <= hidden_level:
                hidden_level = 0
            treatment = cell["metadata"].get("fairki", {}).get("form")
            if treatment and heading:
                hidden_level = len(heading[1])
                if treatment == "fold":
                    yield "fold", cell
            elif not hidden_level and treatment != "skip":
                yield "show", cell

    def _shown(self, text: str) -> str:
        """A text of the notebook, or one that it made, as a page shows it for the company of this course."""
        return marks.exchange_known(text, self.slug)

    def _question(self, cells: list[tuple[str, dict[str, Json]]], place: int) -> Question:
        cell = cells[place][1]
        prose, label, rest = _split(_source(cells[place - 1][1]))
        options: list[list[str]] = []
        choices: dict[str, list[list[str]]] = {}
        rows, hint = [], []
        for line in rest:
            if match := _OPTION.match(line):
                options.append([match[1], self._shown(_plain(match[2]))])
            elif match := _CHOICE.match(line):
                choices.setdefault(options[-1][0], []).append([match[1], self._shown(_plain(match[2]))])
            elif match := _ROW.match(line):
                rows.append(self._shown(_plain(match[1])))
            elif line:
                hint.append(self._shown(_plain(line)))
        tests = []
        for _, following in cells[place + 1 :]:
            if not _nbgrader(following).get("grade") or _is_answer(following):
                break
            tests.append(_source(following))
        return Question(
            id=_nbgrader(cell)["grade_id"],
            label=self._shown(_plain(label)),
            hint=" ".join(hint),
            options=options,
            choices=choices,
            rows=rows,
            prose=self._shown(prose),
            tests=tests,
            **cell["metadata"]["fairki"]["control"],
        )


def _source(cell: dict[str, Json]) -> str:
    return cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])


def _nbgrader(cell: dict[str, Json]) -> Json:
    return cell["metadata"].get("nbgrader", {})


def _is_answer(cell: dict[str, Json]) -> bool:
    return "control" in cell["metadata"].get("fairki", {})


def _split(source: str) -> tuple[str, str, list[str]]:
    """Prose, question and the lines after it.

    Raises:
        BadFileError: there is no question.
    """
    lines = source.split("\n")
    found = [(place, match[1]) for place, line in enumerate(lines) if (match := _QUESTION.match(line))]
    if not found:
        raise BadFileError(*de.no_question(lines[0]))
    at, asked = found[-1]
    return (
        "\n".join(lines[:at]).strip(),
        asked,
        [line.rstrip() for line in lines[at + 1 :]],
    )


def _plain(markdown: str) -> str:
    """The text of a line without the signs for code and emphasis."""
    return re.sub(r"[`*]", "", markdown)


def _number(typed: str) -> float | str:
    """What was typed as a number (a whole one without a point), or as it is if it is none."""
    number = checks.as_number(typed)
    if number is None:
        return typed
    return int(number) if number.is_integer() else number


def _filled(source: str, name: str, value: Any) -> str:
    """``source`` with the first value assigned to ``name`` replaced by a literal of ``value``."""
    assignment = next(
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id == name
    ).value
    lines = [line.encode() for line in source.split("\n")]  # ast counts bytes
    head = lines[assignment.lineno - 1][: assignment.col_offset]
    end = assignment.end_lineno or assignment.lineno
    tail = lines[end - 1][assignment.end_col_offset :]
    lines[assignment.lineno - 1 : end] = [head + repr(value).encode() + tail]
    return b"\n".join(lines).decode()
