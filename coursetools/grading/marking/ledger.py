"""Decisions in the gradebook: points and comments where nbgrader keeps them, and beside them criteria and each step.

Each change is one transaction, with the step that takes it back.
"""

import getpass
import json
import socket
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from coursetools.grading.gradebook import Gradebook, by_cell, marking, marking_steps, upsert
from coursetools.grading.marking.decision import ChangedElsewhere, Decision, must_fit
from coursetools.grading.marking.questions import Question
from coursetools.nbgrader_parts import api

Opinion = Mapping[str, Any]
"""A second person's decision: ``points``, ``criteria``, ``comment``."""


class Gone(LookupError):
    """There is no such answer (any more)."""


class Ledger:
    """The decisions in a gradebook; only the steps of whoever uses this machine are taken back."""

    def __init__(self, book: Gradebook):
        self.book = book
        with suppress(OSError, KeyError):
            self.who = sha256(f"{getpass.getuser()}@{socket.gethostname()}".encode()).hexdigest()[:16]
            return
        self.who = ""

    def decisions(self, question: Question) -> dict[str, Decision]:
        """Pseudonym → what is decided about the answer; everybody who is graded."""
        with self.book.engine.connect() as connection:
            return _decisions(connection, question)

    def opinions(self, question: Question) -> dict[str, Opinion]:
        """Pseudonym → what a second person decided."""
        with self.book.engine.connect() as connection:
            rows = connection.execute(
                sa.select(marking.c.pseudonym, marking.c.second).where(
                    marking.c.slug == question.slug, marking.c.cell == question.cell
                )
            )
            return {who: json.loads(second) for who, second in rows if second}

    def decide(
        self, question: Question, pseudonym: str, wanted: Decision, edit: str, seen: Decision | None = None
    ) -> Decision:
        """Write a decision. All with the same ``edit`` (such as letters of one comment) are one step.

        Args:
            seen: what stood there before for whoever decides; None: whatever it was.

        Raises:
            Gone: there is no such answer.
            ChangedElsewhere: something else than ``seen`` stands there now.
            SetupError: the gradebook cannot be written.
        """
        with self.book.writing() as connection:
            before = _decisions(connection, question, pseudonym).get(pseudonym)
            if before is None:
                raise Gone
            must_fit(seen, before, wanted)
            after = replace(before, points=wanted.points, criteria=wanted.criteria, comment=wanted.comment)
            after = replace(after, again=False)
            if after != before:
                _write(connection, question, pseudonym, after)
                self._note(connection, question, pseudonym, edit, before, after)
            return after

    def steps(self) -> int:
        """How many steps can be taken back."""
        with self.book.engine.connect() as connection:
            own = sa.select(sa.func.count()).select_from(marking_steps).where(marking_steps.c.who == self.who)
            return connection.scalar(own) or 0

    def undo(self, questions: Mapping[str, Question]) -> tuple[str, str, Decision] | None:
        """Take the last step back; which question and whose answer it was, and what holds now. None if there is none.

        Raises:
            ChangedElsewhere: it was changed since. The step is forgotten.
            SetupError: the gradebook cannot be written.
        """
        with self.book.writing() as connection:
            last = (
                sa.select(marking_steps)
                .where(marking_steps.c.who == self.who)
                .order_by(marking_steps.c.id.desc())
                .limit(1)
            )
            row = connection.execute(last).first()
            if row is None:
                return None
            connection.execute(marking_steps.delete().where(marking_steps.c.id == row.id))
            question = questions.get(f"{row.slug}/{row.cell}")
            now = _decisions(connection, question, row.pseudonym).get(row.pseudonym) if question else None
            if question and now and now.kept() == _read(row.after):
                before = now.back(_read(row.before))
                _write(connection, question, row.pseudonym, before)
                return question.key, row.pseudonym, before
        raise ChangedElsewhere

    def take_in(self, question: Question, opinions: Mapping[str, Opinion]) -> None:
        """Keep what a second person decided, by pseudonym; of others nothing changes."""
        with self.book.writing() as connection:
            for pseudonym, opinion in opinions.items():
                upsert(
                    connection,
                    marking,
                    {"pseudonym": pseudonym, "slug": question.slug, "cell": question.cell},
                    {"second": json.dumps(opinion, ensure_ascii=False)},
                )

    def _note(
        self,
        connection: sa.Connection,
        question: Question,
        pseudonym: str,
        edit: str,
        before: Decision,
        after: Decision,
    ) -> None:
        about = {"pseudonym": pseudonym, "slug": question.slug, "cell": question.cell, "who": self.who}
        newest = sa.select(marking_steps).where(marking_steps.c.who == self.who)
        row = connection.execute(newest.order_by(marking_steps.c.id.desc()).limit(1)).first()
        said = json.dumps(after.kept(), ensure_ascii=False)
        if (
            row
            and edit
            and row.edit == edit
            and (row.pseudonym, row.slug, row.cell) == tuple(about.values())[:3]
        ):
            connection.execute(marking_steps.update().where(marking_steps.c.id == row.id).values(after=said))
            return
        first = json.dumps(before.kept(), ensure_ascii=False)
        connection.execute(marking_steps.insert().values(**about, edit=edit, before=first, after=said))


def _read(text: str) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(text)
    return kept | {"criteria": tuple(kept["criteria"])}


def _decisions(connection: sa.Connection, question: Question, only: str = "") -> dict[str, Decision]:
    grade, comment = api.Grade.__table__, api.Comment.__table__
    own = sa.select(marking).where(marking.c.slug == question.slug, marking.c.cell == question.cell)
    columns = grade.c.auto_score, grade.c.manual_score, grade.c.extra_credit, grade.c.needs_manual_grade
    grades = by_cell(question.slug, grade, *columns)
    comments = by_cell(question.slug, comment, comment.c.manual_comment)
    person = api.SubmittedAssignment.__table__.c.student_id
    named = api.BaseCell.__table__.c.name == question.cell
    grades, comments = grades.where(named), comments.where(named)
    if only:
        own, grades, comments = (
            own.where(marking.c.pseudonym == only),
            grades.where(person == only),
            comments.where(person == only),
        )
    known = {one.name for one in question.criteria}
    met = {row.pseudonym: json.loads(row.criteria or "[]") for row in connection.execute(own)}
    said = {row.student_id: row.manual_comment or "" for row in connection.execute(comments)}
    return {
        row.student_id: Decision(
            row.manual_score,
            tuple(name for name in met.get(row.student_id, ()) if name in known),
            said.get(row.student_id, ""),
            bool(row.needs_manual_grade) and row.manual_score is not None,
            row.auto_score,
            row.extra_credit or 0.0,
        )
        for row in connection.execute(grades)
    }


def _write(connection: sa.Connection, question: Question, pseudonym: str, what: Decision) -> None:
    """As the formgrader does: an answer without any points waits for a person."""
    grade, comment = api.Grade.__table__, api.Comment.__table__
    waits = what.again or (what.points is None and what.automatic is None)
    for table, values in (
        (grade, {"manual_score": what.points, "needs_manual_grade": waits}),
        (comment, {"manual_comment": what.comment or None}),
    ):
        rows = by_cell(question.slug, table, table.c.id).where(
            api.BaseCell.__table__.c.name == question.cell,
            api.SubmittedAssignment.__table__.c.student_id == pseudonym,
        )
        ids = [row.id for row in connection.execute(rows)]
        connection.execute(table.update().where(table.c.id.in_(ids)).values(**values))
    upsert(
        connection,
        marking,
        {"pseudonym": pseudonym, "slug": question.slug, "cell": question.cell},
        {"criteria": json.dumps(what.criteria, ensure_ascii=False)},
    )
