"""A second opinion: a file with the answers to one question, without names, that another person marks.

It tells the two apart by names that say nothing and follow from the grade book's secret seed. What the first person
decided is not in it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from coursetools.files import write_atomically
from coursetools.grading.marking import de, pictures
from coursetools.grading.marking.answers import Answer, shuffled
from coursetools.grading.marking.decision import Decision, NotAllowed, checked, must_fit
from coursetools.grading.marking.ledger import Gone, Opinion
from coursetools.grading.marking.questions import Question
from fairki.errors import BadFileError

KIND, VERSION = "fairki-zweitmeinung", 1
LARGEST = 64 << 20
"""Bytes of such a file."""
SPACE_FOR_OPINIONS = 8 << 20
MOST_ANSWERS, LONGEST = 5_000, 200_000


def name(question: Question, answer: Answer, seed: int) -> str:
    """What an answer is called in the file; another one once it has changed."""
    parts = str(seed), question.key, question.version, answer.id, answer.digest
    return sha256("\0".join(parts).encode()).hexdigest()[:24]


def packed(question: Question, answers: Iterable[Answer], seed: int) -> str:
    """The file for a second person. Of pictures only what is seen goes along.

    Raises:
        BadFileError: it is so large that nobody could open it.
    """
    called = [replace(one, id=name(question, one, seed)) for one in answers]
    file = _written(question.slug, question.cell, question.version, shuffled(called, seed, KIND), {})
    if len(file.encode()) > LARGEST - SPACE_FOR_OPINIONS:
        raise BadFileError(*de.FILE_TOO_LARGE)
    return file


def opinions(content: bytes, question: Question, answers: Iterable[Answer], seed: int) -> dict[str, Opinion]:
    """What a second person decided, by the ids of ``answers``; about others it says nothing.

    Raises:
        BadFileError: it is no such file, or it is about another question.
    """
    found = File.read(content)
    if (found.slug, found.cell) != (question.slug, question.cell):
        raise BadFileError(*de.other_question(f"{found.slug}/{found.cell}"))
    names = {name(question, one, seed): one.id for one in answers}
    said: dict[str, Opinion] = {}
    for called, given in found.opinions.items():
        if called in names:
            decision = _checked(question, given)
            said[names[called]] = {
                "points": decision.points,
                "criteria": list(decision.criteria),
                "comment": decision.comment,
            }
    return said


class File:
    """Such a file as data: which question of which version, the answers, and what was decided about them."""

    def __init__(self, slug: str, cell: str, version: str, answers: list[Answer], said: dict[str, Any]):
        self.slug, self.cell, self.version = slug, cell, version
        self.answers, self.opinions = answers, said

    @classmethod
    def read(cls, content: bytes) -> "File":
        """What stands in a file that came from somebody.

        Raises:
            BadFileError: it is damaged, none of ours, or newer than this course.
        """
        try:
            if len(content) > LARGEST:
                raise ValueError("too large")
            said = json.loads(content.decode("utf-8"))
            if said["kind"] != KIND:
                raise ValueError("of another kind")
            if said["version"] != VERSION:
                raise BadFileError(*de.NEWER_FILE)
            about = [_text(said[key], 128) for key in ("exercise", "cell", "exercise_version")]
            answers = [_answer(one) for one in said["answers"][:MOST_ANSWERS]]
            decided = {_text(called, 64): dict(one) for called, one in said["opinions"].items()}
            return cls(about[0], about[1], about[2], answers, decided)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise BadFileError(*de.NO_SECOND_FILE) from None

    def __str__(self) -> str:
        return _written(self.slug, self.cell, self.version, self.answers, self.opinions)


class SecondDesk:
    """What the second person works with: the file alone, which keeps each decision at once.

    Args:
        path: the file.
        questions: of this course, by key.

    Raises:
        BadFileError: the file is none, or this course has another version of the exercise.
    """

    second = True

    questions: Mapping[str, Question]

    def __init__(self, path: Path, questions: Mapping[str, Question]):
        self.path = Path(path)
        try:
            content = self.path.read_bytes()
        except OSError:
            raise BadFileError(*de.no_file(str(path))) from None
        self.file = File.read(content)
        key = f"{self.file.slug}/{self.file.cell}"
        if key not in questions:
            raise BadFileError(*de.other_course(key))
        self.question = questions[key]
        if self.question.version != self.file.version:
            raise BadFileError(*de.other_course(key))
        self.questions = {key: self.question}
        self._steps: list[tuple[str, str, Decision, Decision]] = []
        self._decided = {
            one.id: _checked(self.question, self.file.opinions[one.id])
            for one in self.file.answers
            if one.id in self.file.opinions
        }

    def answers(self, question: Question) -> list[Answer]:
        """In the order of the file, which is shuffled."""
        return self.file.answers

    def decisions(self, question: Question) -> dict[str, Decision]:
        """Id → what is decided."""
        return {one.id: self._decided.get(one.id, Decision()) for one in self.file.answers}

    def opinions(self, question: Question) -> dict[str, Opinion]:
        """Nobody's: a second opinion is one's own."""
        return {}

    def decide(
        self, question: Question, who: str, wanted: Decision, edit: str, seen: Decision | None = None
    ) -> Decision:
        """See ``Ledger.decide``."""
        before = self.decisions(question).get(who)
        if before is None:
            raise Gone
        must_fit(seen, before, wanted)
        if wanted != before:
            last = self._steps[-1] if self._steps else None
            if last and edit and last[:2] == (edit, who):
                self._steps[-1] = (edit, who, last[2], wanted)
            else:
                self._steps.append((edit, who, before, wanted))
            self._keep(who, wanted)
        return wanted

    def steps(self) -> int:
        """How many steps can be taken back, since the page was opened by the command."""
        return len(self._steps)

    def undo(self) -> tuple[str, str, Decision] | None:
        """See ``Ledger.undo``."""
        if not self._steps:
            return None
        _, who, before, _ = self._steps.pop()
        self._keep(who, before)
        return self.question.key, who, before

    def _keep(self, who: str, decision: Decision) -> None:
        self._decided[who] = decision
        self.file.opinions[who] = {
            "points": decision.points,
            "criteria": list(decision.criteria),
            "comment": decision.comment,
        }
        write_atomically(self.path, str(self.file), mode=0o600)


def _checked(question: Question, given: Any) -> Decision:
    """A decision out of a file; what the question does not know counts as none."""
    try:
        return checked(question, given["points"], given["criteria"], given["comment"])
    except (NotAllowed, LookupError, TypeError):
        return Decision()


def _written(slug: str, cell: str, version: str, answers: Iterable[Answer], said: Mapping[str, Any]) -> str:
    content = {
        "kind": KIND,
        "version": VERSION,
        "exercise": slug,
        "exercise_version": version,
        "cell": cell,
        "answers": [
            {
                "id": one.id,
                "text": one.text,
                "code": one.code,
                "pictures": [
                    pictures.address(bare) for data in one.pictures if (bare := pictures.bare(data))
                ],
            }
            for one in answers
        ],
        "opinions": said,
    }
    return json.dumps(content, indent=1, ensure_ascii=False)


def _answer(said: Mapping[str, Any]) -> Answer:
    addresses = [_text(one, LARGEST) for one in said["pictures"]]
    found = [pictures.decoded(one.partition(";base64,")[2]) for one in addresses]
    shown = tuple(one for one in found if pictures.address(one))
    return Answer(_text(said["id"], 64), _text(said["text"], LONGEST), said["code"] is True, shown)


def _text(value: object, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError("no such text")
    return value.encode("utf-8", "replace").decode()
