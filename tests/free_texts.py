"""A course with graded free texts, made without a sandbox: the gradebook, and notebooks as grading writes them."""

import base64
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from banks import grade_id, released
from graded import graded
from piles import course

from coursetools.grading import grade
from coursetools.grading.gradebook import Gradebook
from coursetools.grading.job import Assignment, Grade, Result
from coursetools.grading.marking import questions
from coursetools.grading.marking.questions import Question

SLUG = "werte"


@dataclass(frozen=True)
class Text:
    """A free text and the attachments of its cell."""

    text: str
    attachments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    automatic: float | None = None


def written(root: Path, texts: Mapping[str, Text]) -> Path:
    """The course in the folder ``root``, with a hand-in of each person (pseudonym → text)."""
    course(root, SLUG)
    add(root, texts)
    return root


def add(root: Path, texts: Mapping[str, Text]) -> None:
    """Some more hand-ins, or others of the same people."""
    task = Assignment.load(root, SLUG)
    with Gradebook(root) as book:
        book.prepare(task)
        for who, one in texts.items():
            notebook = released(SLUG)
            for cell in notebook["cells"]:
                if grade_id(cell) == "f1":
                    cell |= {"source": one.text, "attachments": one.attachments}
            path = root / grade.FOLDER / "autograded" / who / SLUG / f"{SLUG}.ipynb"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(notebook), encoding="utf-8")
            grades = tuple(
                Grade(cell, one.automatic if cell == "f1" else most, most)
                for cell, most in graded(task).items()
            )
            key = str(zlib.crc32(one.text.encode("utf-8", "replace")))
            book.record(who, SLUG, Result(key, grades, (), b"", 0.1, 0.1))


def question(root: Path) -> Question:
    """The question of that exercise."""
    (found,) = questions.questions(Assignment.load(root, SLUG))
    return found


def picture(**parts: bytes) -> bytes:
    """A PNG of one point; ``parts``: further chunks, before its end."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + kind + data + check

    head = (1).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    more = b"".join(chunk(kind.encode(), data) for kind, data in parts.items())
    body = chunk(b"IDAT", zlib.compress(b"\0\x80\x20\x40"))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + more + body + chunk(b"IEND", b"")


def attached(data: bytes, kind: str = "image/png") -> dict[str, dict[str, str]]:
    """The attachments of a cell into which somebody pasted this."""
    return {"bild-1": {kind: base64.b64encode(data).decode()}}
