"""The Kodex as a document: the rules, what they are good for, what is still open, and room for signatures."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from fairki import manifest
from fairki.documents.de import kodex as de
from fairki.documents.de import shared
from fairki.documents.layout import (
    EmptyPaperError,
    Heading,
    Items,
    Paper,
    Part,
    Prose,
    Table,
    cut,
    own_thoughts,
)
from fairki.documents.section import Section
from fairki.kodex import Kodex, stored

SIGNATURES = 4
"""Empty rows to sign in."""
LINES = 5
"""Rules on the folder's first page."""
LONGEST = 150
"""Characters of a rule there: two lines."""


def paper(
    kodex: Kodex,
    on: dt.date,
    aspects: Mapping[str, str],
    thoughts: Sequence[tuple[str, str]] = (),
    clashes: Sequence[str] = (),
) -> Paper:
    """The document of a Kodex.

    Args:
        kodex: the Kodex.
        on: today.
        aspects: key → name of the course's aspects.
        thoughts: the learner's own notes: question, answer.
        clashes: sentences about rules that do not go together.

    Raises:
        EmptyPaperError: the Kodex has no rules.
    """
    if not kodex.rules:
        raise EmptyPaperError(*de.EMPTY)
    parts = [
        *_body(kodex, aspects, clashes),
        *own_thoughts(thoughts),
        *_signatures(),
        Prose(shared.ORIGIN, muted=True),
    ]
    return Paper(kodex.title, de.subtitle(len(kodex.rules)), on, parts)


def _section(answers: Mapping[str, Any]) -> list[Part]:
    """The Kodex as a part of the folder; the notes of all modules have a part of their own there."""
    kodex = stored.from_value(answers[stored.KEY]) if stored.KEY in answers else Kodex()
    if not kodex.rules:
        return []
    title = Prose(de.titled(kodex.title, len(kodex.rules)))
    return [title, *_body(kodex, manifest.read().aspects), *_signatures()]


def _short(answers: Mapping[str, Any]) -> list[Part]:
    """The first rules that the learner changed or confirmed; without any, the first of the example, called so."""
    rules = stored.from_value(answers[stored.KEY]).rules
    own = [rule for rule in rules if not rule.from_example]
    shown = (own or rules)[:LINES]
    parts: list[Part] = [Items(tuple(cut(rule.sentence, LONGEST) for rule in shown))]
    if any(len(rule.sentence) > LONGEST for rule in shown):
        parts.append(Prose(shared.cut(de.TITLE), muted=True))
    if not own:
        parts.append(Prose(de.FROM_EXAMPLE, muted=True))
    if more := len(rules) - len(shown):
        parts.append(Prose(de.more(more), muted=True))
    return parts


SECTION = Section("kodex", de.TITLE, de.PLACE, (stored.KEY,), _section, _short)


def _body(kodex: Kodex, aspects: Mapping[str, str], clashes: Sequence[str] = ()) -> list[Part]:
    parts: list[Part] = [
        Heading(de.PURPOSE_TITLE),
        *map(Prose, de.PURPOSE),
        Heading(de.RULES),
        _rules(kodex),
        Heading(de.COVERAGE),
        _coverage(kodex, aspects),
    ]
    if points := [*_not_anchored(kodex), *_uncovered(kodex, aspects), *clashes]:
        parts += [Heading(shared.OPEN_POINTS), Items(tuple(points))]
    return parts


def _signatures() -> list[Part]:
    return [
        Heading(shared.SIGNED_BY),
        Table(shared.SIGNATURE, (("", "", ""),) * SIGNATURES, (3, 1.5, 3), 1.0),
    ]


def _rules(kodex: Kodex) -> Table:
    rows = tuple(
        (str(number), (rule.sentence, rule.kind.hint), rule.owner or shared.OPEN, rule.channel or shared.OPEN)
        for number, rule in enumerate(kodex.rules, 1)
    )
    return Table(shared.RULE_COLUMNS, rows, (0.8, 6.3, 3.3, 3.6))


def _coverage(kodex: Kodex, aspects: Mapping[str, str]) -> Table:
    rows = tuple((name, _numbers(kodex, key) or de.NO_RULE) for key, name in aspects.items())
    return Table(de.COVERAGE_COLUMNS, rows, (3, 2))


def _numbers(kodex: Kodex, aspect: str) -> str:
    return ", ".join(
        str(number) for number, rule in enumerate(kodex.rules, 1) if aspect in (rule.aspects or ())
    )


def _not_anchored(kodex: Kodex) -> list[str]:
    missing = [str(number) for number, rule in enumerate(kodex.rules, 1) if not rule.anchored]
    return [de.not_anchored(missing)] if missing else []


def _uncovered(kodex: Kodex, aspects: Mapping[str, str]) -> list[str]:
    missing = [name for key, name in aspects.items() if not _numbers(kodex, key)]
    return [de.uncovered(missing)] if missing else []
