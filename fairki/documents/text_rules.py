"""„Spielregeln für KI-Texte“: one page on what a program may write, what never goes in, who reads, and whom to ask."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from fairki import reference
from fairki.documents.de import shared
from fairki.documents.de import text_rules as de
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

CARDS = "08.karten"
USES, NEVER, READS, LABELS, ASKS = (
    "08.regeln.wofuer",
    "08.regeln.nie",
    "08.regeln.liest",
    "08.regeln.zeigen",
    "08.regeln.fragen",
)
FIELDS = dict(zip((USES, NEVER, READS, LABELS, ASKS), de.FIELDS, strict=True))
"""Name in the store → title, question, hint; in the order of the page."""
MARK = re.compile(r"^[-–•*·](\s+|$)")
"""What people type before each line of a list."""
LAWS = ("transparenzpflichten", "antwortvorschlag")
"""The legal statements that the page quotes below what the company says about its labels."""


def sorted_cards(value: Any) -> dict[str, list[reference.DataCase]]:
    """What the learner decided about the data cases: a key of ``reference.DATA_ANSWERS`` → cases.

    Raises:
        BadAnswerError: a case or an answer that the course does not know.
    """
    cases = {case.id: case for case in reference.data_cases()}
    if value is None:
        value = {}
    if not isinstance(value, dict) or not all(
        id in cases and isinstance(answer, str) and answer in reference.DATA_ANSWERS
        for id, answer in value.items()
    ):
        raise BadAnswerError(*de.CARDS_DAMAGED)
    return {
        answer: [case for id, case in cases.items() if value.get(id) == answer]
        for answer in reference.DATA_ANSWERS
    }


def looser(case: reference.DataCase, answer: str) -> bool:
    """Whether ``answer`` (a key of ``reference.DATA_ANSWERS``) lets data in that the course would keep out."""
    strict = list(reference.DATA_ANSWERS)
    return strict.index(answer) < strict.index(case.answer)


def lines(answers: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """What stands in a field, line by line, without the marks of a typed list. Raises BadAnswerError."""
    text = answers.get(key)
    if text is not None and not isinstance(text, str):
        raise BadAnswerError(*de.damaged(FIELDS[key].title))
    told = (MARK.sub("", line.strip()) for line in (text or "").splitlines())
    return tuple(line for line in told if line)


def parts(answers: Mapping[str, Any]) -> list[Part]:
    """The page, with what is still open; empty as long as nothing is sorted or written.

    Raises:
        BadAnswerError: an answer that cannot come from this course.
    """
    written = {key: lines(answers, key) for key in FIELDS}
    cards = sorted_cards(answers.get(CARDS))
    if not any(written.values()) and not any(cards.values()):
        return []
    told: list[Part] = []
    for key, field in FIELDS.items():
        told += [Heading(field.title, 2), Items(written[key]) if written[key] else Prose(shared.OPEN)]
        if key == LABELS:
            told += [Prose(de.law(law.text, law.citation), muted=True) for law in map(reference.law, LAWS)]
    if any(cards.values()):
        rows = tuple(
            (
                reference.DATA_ANSWERS[answer],
                (
                    de.kinds([case.kind for case in cases]),
                    de.looser([case.kind for case in cases if looser(case, answer)]),
                ),
            )
            for answer, cases in cards.items()
            if cases
        )
        told += [Heading(de.SORTED, 2), Table(de.SORTED_COLUMNS, rows, (1, 3))]
    return told


SECTION = Section("texte", de.TITLE, de.PLACE, (CARDS, *FIELDS), parts)


def paper(answers: Mapping[str, Any], on: dt.date, thoughts: Sequence[tuple[str, str]] = ()) -> Paper:
    """The page as a document of its own.

    Args:
        answers: as for ``parts``.
        on: today.
        thoughts: the learner's own notes: question, answer.

    Raises:
        EmptyPaperError: nothing is sorted or written yet.
        BadAnswerError: as in ``parts``.
    """
    told = parts(answers)
    if not told:
        raise EmptyPaperError(*de.EMPTY)
    return Paper(de.TITLE, de.SUBTITLE, on, [Prose(de.PURPOSE), *below(told, 1), *own_thoughts(thoughts)])
