"""The minutes of the KI-Ethikrat as a document: the case, what was heard, what was decided and why."""

from collections.abc import Mapping
from typing import Any

from fairki import company
from fairki.documents.layout import Heading, Items, Part, Prose, Table
from fairki.documents.section import Section
from fairki.governance import board

OPEN = "noch offen"
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
        Prose(
            f"Ein Übungsfall {company.current().genitive}. Die Form passt auch für echte Fälle.", muted=True
        ),
        Heading(f"Der Fall: {board.TITLE}", 2),
        *map(Prose, board.CASE),
        Heading("Gehört wurden", 2),
        Table(
            ("Wer", "Was gesagt wurde"),
            tuple(((voice.name, voice.stands_for), voice.says) for voice in board.VOICES),
            (1, 3),
        ),
        Heading("Beschluss", 2),
        Prose(_decided(decision)),
    ]
    if conditions:
        made += [Prose("Dazu gehört:"), Items(tuple(board.CONDITIONS[key] for key in conditions))]
    made += [
        Heading("Begründung", 2),
        Prose(reason or OPEN),
        Heading("Der stärkste Einwand", 2),
        Prose(objection or OPEN),
        Heading("Beschlossen von", 2),
        Table(("Name und Rolle", "Datum", "Unterschrift"), (("", "", ""),) * SEATS, (3, 1.5, 3), 1.0),
    ]
    return made


def _decided(decision: str | None) -> str:
    if decision is None:
        return OPEN
    title, meaning = board.DECISIONS[decision]
    return f"{title}. {meaning}"


SECTION = Section(
    "Protokoll des KI-Ethikrats",
    "Modul 4, Einheit „Der Ethikrat tagt“",
    (board.DECISION_KEY, board.CONDITIONS_KEY, board.REASON_KEY, board.OBJECTION_KEY),
    parts,
)
