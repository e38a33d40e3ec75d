"""Points for answers in this very process, as fast as the checks themselves.

Real hand-ins go through the sandbox; here are only answers that stand in this repository. Each question is judged
for itself: its answer and its test cells, after all locked cells. What is costly is computed once for all answers.
"""

import contextlib
import io
from functools import cache
from unittest.mock import patch

from banks import grade_id, most_points, released, solution

from fairki import audit, checks, fresh, metrics, systems, worlds


class Paper:
    """An exercise whose answers can be judged one by one.

    Attributes:
        most: grade id → points, of the cells that are judged by tests.
        questions: ids of the questions in order, such as ``"a1"``.
    """

    def __init__(self, slug: str):
        self.slug = slug
        self.most = {name: points for name, points in most_points(slug).items() if "-test-" in name}
        self.questions = list(dict.fromkeys(name.split("-")[0] for name in self.most))
        self._tests: dict[str, dict[str, str]] = {question: {} for question in self.questions}
        self._names: dict = {"__name__": "__main__"}
        for cell in solution(slug)["cells"]:
            if grade_id(cell) in self.most:
                self._tests[grade_id(cell).split("-")[0]][grade_id(cell)] = _source(cell)
            elif cell["cell_type"] == "code" and not cell["metadata"].get("nbgrader", {}).get("solution"):
                _run(_source(cell), self._names)
        self._released = {grade_id(cell): _source(cell) for cell in released(slug)["cells"]}
        self._known: dict[tuple[int, str, str], dict[str, str]] = {}

    def complaints(self, question: str, source: str) -> dict[str, str]:
        """Grade id → what is said to this answer; empty where it earns the points."""
        key = fresh.seed, question, source
        if key not in self._known:
            names = dict(self._names)
            _run(source, names)
            self._known[key] = {name: _run(code, names) for name, code in self._tests[question].items()}
        return self._known[key]

    def points(self, answers: dict[str, str]) -> dict[str, float]:
        """Grade id → points for answers (question → source); a question left out stays as it was released."""
        found = {}
        for question in self.questions:
            said = self.complaints(question, answers.get(question, self._released[question]))
            found |= {name: 0 if said[name] else self.most[name] for name in said}
        return found

    def of_question(self, question: str, source: str) -> float:
        """Points of one question."""
        return sum(self.most[name] for name, said in self.complaints(question, source).items() if not said)

    def most_of(self, question: str) -> float:
        """Points that one question can earn."""
        return sum(self.most[name] for name in self._tests[question])


@cache
def paper(slug: str) -> Paper:
    """The exercise, prepared once."""
    return Paper(slug)


def _source(cell: dict) -> str:
    return "".join(cell["source"])


def _run(source: str, names: dict) -> str:
    """Run a cell; what it complains of."""
    with contextlib.redirect_stdout(io.StringIO()), _remembered():
        try:
            exec(compile(source, "cell", "exec"), names)
        except checks.NotYetRight as error:
            return str(error)
        except Exception as error:  # as for nbgrader: whatever ends a cell costs its points
            return f"{type(error).__name__}: {error}"
    return ""


_exemplary, _exemplary_but = cache(systems.exemplary), cache(systems.exemplary_but)
_fresh_year = cache(worlds.recruiting.fresh_year)
_gathered: dict[int, tuple] = {}
_outcomes: dict[tuple, tuple] = {}


def _gather(system, gather=audit.gather):
    if id(system) not in _gathered:
        _gathered[id(system)] = system, gather(system)  # who is kept alive keeps its id
    return _gathered[id(system)][1]


def _without(table, removed, applicants=None, without=metrics.without_columns):
    key = tuple(sorted(removed)), id(applicants)
    if key not in _outcomes:
        _outcomes[key] = applicants, without(table, removed, applicants)
    return _outcomes[key][1]


@contextlib.contextmanager
def _remembered():
    """The course with a memory for what many answers ask again."""
    with contextlib.ExitStack() as stack:
        for where, name, what in (
            (systems, "exemplary", _exemplary),
            (systems, "exemplary_but", _exemplary_but),
            (worlds.recruiting, "fresh_year", _fresh_year),
            (audit, "gather", _gather),
            (metrics, "without_columns", _without),
        ):
            stack.enter_context(patch.object(where, name, what))
        yield
