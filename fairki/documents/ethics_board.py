"""The minutes of the KI-Ethikrat as a document: the case, what was heard, what was decided and why."""

from collections.abc import Mapping
from typing import Any

from fairki.company import cast
from fairki.documents.de import ethics_board as de
from fairki.documents.de import shared
from fairki.documents.layout import Heading, Items, Part, Pictures, Prose, Table
from fairki.documents.section import Section
from fairki.governance import board

SEATS = 4
"""Empty rows to sign in."""


def parts(answers: Mapping[str, Any]) -> list[Part]:
    """The minutes; empty as long as nothing was decided or argued.

    Raises:
        BadAnswerError: a decision or condition that the course does not know, or a reason that is no text.
    """
    given = answers.get(board.DECISION_KEY)
    decision = None if given is None else board.decision_from(given)
    conditions = board.conditions_from(answers.get(board.CONDITIONS_KEY) or [])
    reason, objection = (
        board.text_from(answers.get(key) or "") for key in (board.REASON_KEY, board.OBJECTION_KEY)
    )
    if not (decision or conditions or reason or objection):
        return []
    made: list[Part] = [
        Prose(de.EXERCISE, muted=True),
        Heading(de.case(board.TITLE), 2),
        *map(Prose, board.CASE),
        Heading(de.HEARD, 2),
        *_heads(),
        Table(
            de.HEARD_COLUMNS,
            tuple(((voice.name, voice.stands_for), voice.says) for voice in board.VOICES),
            (1, 3),
        ),
        Heading(de.DECISION, 2),
        Prose(_decided(decision)),
    ]
    if conditions:
        made += [Prose(de.CONDITIONS), Items(tuple(board.CONDITIONS[key] for key in conditions))]
    made += [
        Heading(de.REASON, 2),
        Prose(reason or shared.OPEN),
        Heading(de.OBJECTION, 2),
        Prose(objection or shared.OPEN),
        Heading(shared.SIGNED_BY, 2),
        Table(shared.SIGNATURE, (("", "", ""),) * SEATS, (3, 1.5, 3), 1.0),
    ]
    return made


def _heads() -> list[Part]:
    """The drawn people of the firm who were heard; nothing if nobody is drawn."""
    people = [voice.person for voice in board.VOICES if voice.person and voice.person.drawing]
    return (
        [Pictures(tuple((cast.picture(one.drawing), de.head(one.name)) for one in people))] if people else []
    )


def _decided(decision: str | None) -> str:
    if decision is None:
        return shared.OPEN
    return de.decided(*board.DECISIONS[decision])


SECTION = Section(
    "ethikrat",
    de.TITLE,
    de.PLACE,
    (board.DECISION_KEY, board.CONDITIONS_KEY, board.REASON_KEY, board.OBJECTION_KEY),
    parts,
)
