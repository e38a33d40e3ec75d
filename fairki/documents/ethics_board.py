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
    """The minutes of each case; empty as long as nothing was decided or argued.

    Raises:
        BadAnswerError: a decision or condition that the course does not know, or a reason that is no text.
    """
    decided = [minutes for case in board.KNOWN if (minutes := _minutes(case, answers))]
    if not decided:
        return []
    return [
        Prose(de.EXERCISE, muted=True),
        *(part for minutes in decided for part in minutes),
        Heading(shared.SIGNED_BY, 2),
        Table(shared.SIGNATURE, (("", "", ""),) * SEATS, (3, 1.5, 3), 1.0),
    ]


def _minutes(case: board.Case, answers: Mapping[str, Any]) -> list[Part]:
    given = answers.get(case.decision_key)
    decision = None if given is None else case.decision_from(given)
    conditions = case.conditions_from(answers.get(case.conditions_key) or [])
    reason, objection = (
        board.text_from(answers.get(key) or "") for key in (case.reason_key, case.objection_key)
    )
    if not (decision or conditions or reason or objection):
        return []
    made: list[Part] = [
        Heading(de.case(case.title), 2),
        *map(Prose, case.told),
        Heading(de.HEARD, 2),
        *_heads(case),
        Table(
            de.HEARD_COLUMNS,
            tuple(((voice.name, voice.stands_for), voice.says) for voice in case.voices),
            (1, 3),
        ),
        Heading(de.DECISION, 2),
        Prose(de.decided(*case.decisions[decision]) if decision else shared.OPEN),
    ]
    if conditions:
        made += [Prose(de.CONDITIONS), Items(tuple(case.conditions[key] for key in conditions))]
    return [
        *made,
        Heading(de.REASON, 2),
        Prose(reason or shared.OPEN),
        Heading(de.OBJECTION, 2),
        Prose(objection or shared.OPEN),
    ]


def _heads(case: board.Case) -> list[Part]:
    """The drawn people of the firm who were heard; nothing if nobody is drawn."""
    people = [voice.person for voice in case.voices if voice.person and voice.person.drawing]
    return (
        [Pictures(tuple((cast.picture(one.drawing), de.head(one.name)) for one in people))] if people else []
    )


SECTION = Section(
    "ethikrat",
    de.TITLE,
    de.PLACE,
    tuple(key for case in board.KNOWN for key in case.keys),
    parts,
)
