"""The feedback plan: on which ways an objection comes in, who answers by when, and how the silent are asked."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from fairki.documents.de import feedback_plan as de
from fairki.documents.de import shared
from fairki.documents.layout import (
    EmptyPaperError,
    Heading,
    Items,
    Paper,
    Part,
    Prose,
    Table,
    below,
    own_thoughts,
)
from fairki.documents.section import Section
from fairki.errors import BadAnswerError
from fairki.feedback import letter, plan, silence


def parts(answers: Mapping[str, Any]) -> list[Part]:
    """The plan in words, with what is still open; empty as long as nothing is settled.

    Raises:
        BadAnswerError: an answer that cannot come from this course.
    """
    offered, settled = _channels(answers), _settled(answers)
    written = [(one, text) for one in letter.KNOWN if (text := _text(answers, one.reply_key))]
    if not (offered or written or any(settled.values())):
        return []
    told: list[Part] = [Heading(de.WAYS, 2), *_ways(offered), Heading(de.SETTLED, 2)]
    told.append(
        Table(
            de.SETTLED_COLUMNS,
            tuple((one.title, settled[one.key] or shared.OPEN) for one in plan.DECISIONS),
            (3, 5),
        )
    )
    told += [Heading(de.SURVEYS, 2), Items(de.SURVEY_RULES)]
    for one, text in written:
        told += [Heading(de.letter(one.title) if one.own else de.LETTER, 2)]
        told += map(Prose, filter(None, text.splitlines()))
    missing = [one.title for one in plan.DECISIONS if not settled[one.key]]
    if not any(silence.MEASURES[key].channel for key in offered):
        missing.insert(0, de.MISSING_WAY)
    if missing:
        told += [Heading(de.MISSING, 2), Items(tuple(missing))]
    return told


SECTION = Section(
    "feedback",
    de.TITLE,
    de.PLACE,
    (plan.CHANNELS_KEY, *(one.key for one in plan.DECISIONS), *(one.reply_key for one in letter.KNOWN)),
    parts,
)


def paper(answers: Mapping[str, Any], on: dt.date, thoughts: Sequence[tuple[str, str]] = ()) -> Paper:
    """The plan as a document of its own.

    Args:
        answers: as for ``parts``.
        on: today.
        thoughts: the learner's own notes: question, answer.

    Raises:
        EmptyPaperError: nothing is settled yet.
        BadAnswerError: as in ``parts``.
    """
    told = parts(answers)
    if not told:
        raise EmptyPaperError(*de.EMPTY)
    told = [*below(told, 1), *own_thoughts(thoughts)]
    return Paper(de.TITLE, de.SUBTITLE, on, [Prose(de.PURPOSE), *told])


def _ways(offered: Sequence[str]) -> list[Part]:
    if not offered:
        return [Prose(de.NO_WAY)]
    rows = tuple((silence.MEASURES[key].name, de.sentence(silence.MEASURES[key].sentence)) for key in offered)
    return [
        Table(de.WAY_COLUMNS, rows, (2, 5)),
        Prose(de.effort(silence.cost(offered)), muted=True),
    ]


def _channels(answers: Mapping[str, Any]) -> list[str]:
    chosen = answers.get(plan.CHANNELS_KEY) or []
    if not isinstance(chosen, list) or any(key not in list(silence.MEASURES) for key in chosen):
        raise BadAnswerError(*de.damaged(de.DAMAGED_WAYS))
    return [key for key in silence.MEASURES if key in chosen]


def _settled(answers: Mapping[str, Any]) -> dict[str, str]:
    """Key of a decision → words; "" as long as it is open."""
    found = {}
    for one in plan.DECISIONS:
        value = _text(answers, one.key)
        if value and one.options and value not in one.options:
            raise BadAnswerError(*de.damaged(de.damaged_decision(one.title)))
        found[one.key] = one.options.get(value, "") if one.options else value
    return found


def _text(answers: Mapping[str, Any], key: str) -> str:
    value = answers.get(key)
    if value is not None and not isinstance(value, str):
        raise BadAnswerError(*de.damaged(de.DAMAGED_TEXT))
    return (value or "").strip()
