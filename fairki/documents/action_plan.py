"""The action plan: commitments, the room for experiments, what the firm says outside, and when it looks again."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fairki.documents.de import action_plan as de
from fairki.documents.de import shared
from fairki.documents.layout import Heading, Items, Part, Prose, Table, cut
from fairki.documents.section import Section
from fairki.errors import BadAnswerError
from fairki.speech import day

KEY, ROOM, SENTENCES, AGAIN = "07.zusagen", "07.raum", "07.saetze", "07.wieder"
FIELDS = [[name, *words] for name, words in de.FIELDS.items()]
"""Name in the store, question, hint."""
DAY, ROWS = de.DAY, de.ROWS
LONGEST_WHAT, LONGEST_WHO = 60, 30
"""Characters of a commitment on the folder's first page: two lines."""

RULES = de.RULES
"""Rules for trying things safely: stored value → sentence."""
TIMES = de.TIMES
"""When to look again: stored value → words."""
EXAMPLE_SENTENCES = de.EXAMPLE_SENTENCES
"""Occasion → what the company says outside; taken over as it is, it says nothing about anybody else."""


@dataclass(frozen=True)
class Commitment:
    """What somebody promises; a text is "" and the day None where nothing was entered."""

    what: str
    who: str
    until: dt.date | None
    sign: str

    @property
    def missing(self) -> list[str]:
        """What is not said yet, in words."""
        parts = {"wer": self.who, "bis": self.until, "zeichen": self.sign}
        return [de.MISSING[name] for name, value in parts.items() if not value]


def commitments(value: Any) -> list[Commitment]:
    """The commitments in a value of the browser store; rows without a promise are left out.

    Raises:
        BadAnswerError: it does not have the form of a plan, or names a day that does not exist.
    """
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise BadAnswerError(*de.COMMITMENTS_DAMAGED)
    rows = [
        Commitment(_line(row, "was"), _line(row, "wer"), _day(row), _line(row, "zeichen")) for row in value
    ]
    return [row for row in rows if row.what]


def line(answers: Mapping[str, Any]) -> str:
    """The commitments in one line, "" without one. Raises BadAnswerError."""
    made = commitments(answers.get(KEY, []))
    if not made:
        return ""
    whole = sum(not one.missing for one in made)
    return de.commitments(len(made), whole)


def room_line(answers: Mapping[str, Any]) -> str:
    """The room for experiments in one line, "" without one. Raises BadAnswerError."""
    chosen = room(answers)
    return de.room(len(chosen)) if chosen else ""


def sentences_line(answers: Mapping[str, Any]) -> str:
    """What the firm says outside in one line, "" if nothing. Raises BadAnswerError."""
    own = [sentence for sentence in _sentences(answers) if sentence not in EXAMPLE_SENTENCES.values()]
    return de.OWN_SENTENCES if own else ""


def room(answers: Mapping[str, Any]) -> list[str]:
    """The chosen rules of the room for experiments, as sentences. Raises BadAnswerError."""
    chosen = answers.get(ROOM, [])
    if not isinstance(chosen, list) or not all(isinstance(one, str) and one in RULES for one in chosen):
        raise BadAnswerError(*de.RULES_DAMAGED)
    return [sentence for name, sentence in RULES.items() if name in chosen]


def _sentences(answers: Mapping[str, Any]) -> list[str]:
    text = answers.get(SENTENCES, "")
    if not isinstance(text, str):
        raise BadAnswerError(*de.SENTENCES_DAMAGED)
    return [line.strip() for line in text.splitlines() if line.strip()]


def _line(row: Mapping[str, Any], name: str) -> str:
    text = row.get(name, "")
    if not isinstance(text, str):
        raise BadAnswerError(*de.NO_TEXT)
    return " ".join(text.split())


def _day(row: Mapping[str, Any]) -> dt.date | None:
    if "bis" not in row:
        return None
    try:
        return dt.datetime.strptime(row["bis"], "%Y-%m-%d").date()
    except (TypeError, ValueError) as error:
        raise BadAnswerError(*de.NO_DAY) from error


def _parts(answers: Mapping[str, Any]) -> list[Part]:
    made, rules, sentences = commitments(answers.get(KEY, [])), room(answers), _sentences(answers)
    again = answers.get(AGAIN)
    if again is not None and (not isinstance(again, str) or again not in TIMES):
        raise BadAnswerError(*de.TIME_DAMAGED)
    parts: list[Part] = []
    if made:
        rows = tuple(
            (
                one.what,
                one.who or shared.OPEN,
                day(one.until) if one.until else shared.OPEN,
                one.sign or shared.OPEN,
            )
            for one in made
        )
        parts += [Heading(de.COMMITMENTS, 2), Table(de.COLUMNS, rows, (4.5, 3, 2.6, 4))]
    if sentences:
        parts += [Heading(de.OUTSIDE, 2), Items(tuple(sentences))]
    if rules:
        parts += [Heading(de.ROOM, 2), Items(tuple(rules))]
    if again:
        parts += [Heading(de.AGAIN, 2), Prose(de.again(TIMES[again]))]
    return parts


def _short(answers: Mapping[str, Any]) -> list[Part]:
    """The commitments: what, who, until when."""
    made = commitments(answers.get(KEY, []))
    if not made:
        return [Prose(de.NO_COMMITMENT, muted=True)]
    shown = made[: len(ROWS)]
    lines = [
        de.commitment(
            cut(one.what, LONGEST_WHAT),
            cut(one.who, LONGEST_WHO) or shared.OPEN,
            day(one.until) if one.until else shared.OPEN,
        )
        for one in shown
    ]
    parts: list[Part] = [Items(tuple(lines))]
    if shown != made or any(len(one.what) > LONGEST_WHAT or len(one.who) > LONGEST_WHO for one in shown):
        parts.append(Prose(shared.cut(de.TITLE), muted=True))
    return parts


SECTION = Section("aktionsplan", de.TITLE, de.PLACE, (KEY, SENTENCES, ROOM, AGAIN), _parts, _short)
