"""What was handed in to a question: texts of strangers and their pictures, as data and as harmless HTML."""

import html
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from coursetools.grading.harmless import markdown
from coursetools.grading.marking import pictures
from coursetools.grading.marking.questions import Question
from coursetools.grading.person import AUTOGRADED

LONGEST = 50_000
"""Characters of an answer that are shown."""
MOST_PICTURES = 12


@dataclass(frozen=True)
class Answer:
    """One answer.

    Attributes:
        id: the pseudonym, or in a file for a second opinion a name that says nothing.
        text: what was written.
        code: whether it is code.
        pictures: what was pasted.
    """

    id: str
    text: str
    code: bool = False
    pictures: tuple[bytes, ...] = ()

    @property
    def digest(self) -> str:
        """Changes with the answer."""
        return sha256(b"\0".join((self.text.encode("utf-8", "replace"), *self.pictures))).hexdigest()

    @property
    def shown(self) -> str:
        """The text as HTML in which nothing acts, loads anything or poses as the page."""
        text = self.text[:LONGEST]
        return f"<pre><code>{html.escape(text)}</code></pre>" if self.code else markdown(text)


def read(folder: Path, question: Question, pseudonyms: Iterable[str]) -> list[Answer]:
    """The answers of these people, out of their graded notebooks in the grading folder ``folder``."""
    return [_answer(folder, question, who) for who in pseudonyms]


def shuffled(answers: Iterable[Answer], seed: int, purpose: str) -> list[Answer]:
    """In an order that says nothing, is the same every time, and another one for each purpose (a question, a file)."""
    return sorted(answers, key=lambda one: sha256(f"{seed}\0{purpose}\0{one.id}".encode()).digest())


def _answer(folder: Path, question: Question, pseudonym: str) -> Answer:
    path = Path(folder) / AUTOGRADED / pseudonym / question.slug / f"{question.slug}.ipynb"
    for cell in _cells(path):
        about = cell.get("metadata", {}).get("nbgrader", {})
        if about.get("grade_id") == question.cell:
            source = cell["source"]
            text = source if isinstance(source, str) else "".join(source)
            return Answer(
                pseudonym, text, cell["cell_type"] == "code", _pictures(cell.get("attachments", {}))
            )
    return Answer(pseudonym, "")


def _cells(path: Path) -> list[dict[str, Any]]:
    """Nothing if the file is gone, or somebody damaged it."""
    try:
        cells: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return cells
    except (OSError, ValueError, LookupError, TypeError):
        return []


def _pictures(attachments: Mapping[str, Mapping[str, str]]) -> tuple[bytes, ...]:
    found = [pictures.decoded(data) for bundle in attachments.values() for data in bundle.values()]
    return tuple(one for one in found if pictures.address(one))[:MOST_PICTURES]
