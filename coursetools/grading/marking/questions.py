"""What people mark: the questions of the exercises whose points a person gives, and the criteria for them."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from coursetools.grading.feedback import title
from coursetools.grading.harmless import markdown
from coursetools.grading.job import Assignment
from coursetools.grading.marking import de
from fairki.company.marks import exchange_known

_SCHEME = re.compile(r"### BEGIN MARK SCHEME\n(.*?)### END MARK SCHEME", re.DOTALL)
_CRITERION = re.compile(r"^\d+\. +\*\*(.+?)\*\* *(.*)$", re.MULTILINE)
_WORTH = re.compile(rf"\((\d+(?:[.,]\d+)?) (?:{'|'.join(de.POINTS)})\)")
_HEADING = re.compile(r"^#{2,3} (.+?)(?: \(\d+ \w+\))?$", re.MULTILINE)


@dataclass(frozen=True)
class Criterion:
    """One thing that earns points: its name, what is meant by it, and how many."""

    name: str
    meaning: str
    points: float


@dataclass(frozen=True)
class Question:
    """A question whose points a person gives.

    Attributes:
        slug, cell: the exercise and the grade id of the answer.
        version: of the exercise.
        exercise, title: what both are called.
        task: what was asked (HTML).
        guidance: the whole mark scheme (HTML); "" if there is none.
        most: points to be reached.
        criteria: of the mark scheme; none if it has no numbered list.
    """

    slug: str
    cell: str
    version: str
    exercise: str
    title: str
    task: str
    guidance: str
    most: float
    criteria: tuple[Criterion, ...]

    @property
    def key(self) -> str:
        """Its name in addresses and files."""
        return f"{self.slug}/{self.cell}"

    def points(self, names: Iterable[str]) -> float:
        """What these criteria are worth together."""
        met = set(names)
        return min(self.most, sum(one.points for one in self.criteria if one.name in met))


def questions(assignment: Assignment) -> list[Question]:
    """The questions of an exercise whose points a person gives, in its order."""
    found, above = [], ""
    for cell in json.loads(assignment.source)["cells"]:
        source, about = "".join(cell["source"]), cell["metadata"].get("nbgrader", {})
        if about.get("grade") and about.get("solution"):
            found.append(_question(assignment, about, above))
        if about.get("solution"):
            above = ""
        elif cell["cell_type"] == "markdown":
            above = source
    return found


def _question(assignment: Assignment, about: Mapping[str, Any], above: str) -> Question:
    told = exchange_known(above, assignment.slug)
    scheme = "\n".join(_SCHEME.findall(told))
    asked = _SCHEME.sub("", told).strip()
    most = float(about["points"])
    heading = _HEADING.search(asked)
    return Question(
        assignment.slug,
        about["grade_id"],
        assignment.version,
        title(assignment),
        heading[1] if heading else about["grade_id"].upper(),
        markdown(_HEADING.sub("", asked, count=1)),
        markdown(scheme) if scheme else "",
        most,
        _criteria(scheme, most),
    )


def _criteria(scheme: str, most: float) -> tuple[Criterion, ...]:
    """The numbered list of a mark scheme. A line may say „(2 Punkte)“; what is left is shared by the others."""
    lines = list(dict(_CRITERION.findall(scheme)).items())
    said = [_WORTH.search(f"{name} {meaning}") for name, meaning in lines]
    worth = [float(one[1].replace(",", ".")) if one else None for one in said]
    left, others = most - sum(one or 0 for one in worth), worth.count(None)
    each = max(0.0, left / others) if others else 0.0
    return tuple(
        Criterion(_bare(name), _bare(meaning), each if points is None else points)
        for (name, meaning), points in zip(lines, worth, strict=True)
    )


def _bare(text: str) -> str:
    return _WORTH.sub("", text).strip().removesuffix(":").strip()
