"""What the page works with: the questions of the course, the answers in the grading folder, the gradebook."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from coursetools.grading.gradebook import Gradebook
from coursetools.grading.marking import answers, second
from coursetools.grading.marking.answers import Answer
from coursetools.grading.marking.decision import Decision
from coursetools.grading.marking.ledger import Ledger, Opinion
from coursetools.grading.marking.questions import Question


class Desk(Protocol):
    """Answers to questions, and what is decided about them."""

    second: bool
    """Whether this is a second opinion."""
    questions: Mapping[str, Question]

    def answers(self, question: Question) -> list[Answer]: ...

    def decisions(self, question: Question) -> dict[str, Decision]: ...

    def opinions(self, question: Question) -> dict[str, Opinion]: ...

    def decide(
        self, question: Question, who: str, wanted: Decision, edit: str, seen: Decision | None = None
    ) -> Decision: ...

    def steps(self) -> int: ...

    def undo(self) -> tuple[str, str, Decision] | None: ...


class FirstDesk:
    """The desk of whoever is responsible for the marks. ``folder`` is the grading folder."""

    second = False

    def __init__(self, folder: Path, book: Gradebook, questions: Mapping[str, Question]):
        self.folder, self.seed, self.ledger = Path(folder), book.seed(), Ledger(book)
        self.questions = questions

    def answers(self, question: Question) -> list[Answer]:
        """Everybody's answer that is graded, in an order of this question."""
        who = self.ledger.decisions(question)
        return answers.shuffled(answers.read(self.folder, question, who), self.seed, question.key)

    def decisions(self, question: Question) -> dict[str, Decision]:
        """Pseudonym → what is decided."""
        return self.ledger.decisions(question)

    def opinions(self, question: Question) -> dict[str, Opinion]:
        """Pseudonym → what a second person decided."""
        return self.ledger.opinions(question)

    def decide(
        self, question: Question, who: str, wanted: Decision, edit: str, seen: Decision | None = None
    ) -> Decision:
        """See ``Ledger.decide``."""
        return self.ledger.decide(question, who, wanted, edit, seen)

    def steps(self) -> int:
        """How many steps can be taken back."""
        return self.ledger.steps()

    def undo(self) -> tuple[str, str, Decision] | None:
        """See ``Ledger.undo``."""
        return self.ledger.undo(self.questions)

    def for_a_second_person(self, question: Question) -> str:
        """The file for a second opinion."""
        return second.packed(question, self.answers(question), self.seed)

    def take_in(self, question: Question, content: bytes) -> int:
        """Keep what a second person decided; about how many answers.

        Raises:
            BadFileError: see ``second.opinions``.
        """
        found = second.opinions(content, question, self.answers(question), self.seed)
        self.ledger.take_in(question, found)
        return len(found)
