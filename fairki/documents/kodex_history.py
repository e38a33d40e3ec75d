"""The history of the Kodex: which rule was changed when, why, and on what occasion."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from fairki.documents.de import kodex_history as de
from fairki.documents.layout import EmptyPaperError, Heading, Items, Paper, Part, Prose, Table
from fairki.documents.section import Section
from fairki.feedback.complaints import occasion
from fairki.kodex import Kodex, Rule, history
from fairki.kodex.history import Change, Difference, History
from fairki.speech import day


def parts(answers: Mapping[str, Any]) -> list[Part]:
    """The history in words; empty as long as nothing has been changed.

    Raises:
        BadAnswerError: a damaged history.
    """
    if answers.get(history.KEY) is None:
        return []
    return _told(history.from_value(answers[history.KEY]))


SECTION = Section("geschichte", de.TITLE, de.PLACE, (history.KEY,), parts)


def paper(kept: History | None, on: dt.date) -> Paper:
    """The history as a document of its own.

    Raises:
        EmptyPaperError: nothing has been changed yet.
    """
    told = _told(kept) if kept else []
    if not kept or not told:
        raise EmptyPaperError(*de.EMPTY)
    today = [Heading(de.TODAY), _rules(kept.latest), Heading(de.CHANGED)]
    return Paper(de.TITLE, kept.latest.title, on, [Prose(de.PURPOSE), *today, *told])


def _told(kept: History) -> list[Part]:
    if not kept.changes:
        return []
    steps = list(kept.steps())
    told: list[Part] = [
        Prose(de.since(len(steps), day(kept.day))),
        Table(
            de.COLUMNS,
            tuple(
                (day(one.day), occasion(one.occasion) or de.NOT_SAID, one.why or de.NOT_SAID)
                for one, _ in steps
            ),
            (2, 3, 5),
        ),
    ]
    for number, (change, found) in enumerate(steps, 1):
        told += _step(number, change, found)
    return [*told, Heading(de.FIRST, 2), _rules(kept.start)]


def _step(number: int, change: Change, found: Difference) -> list[Part]:
    lines = [de.new(sentence(rule)) for rule in found.new]
    for before, after in found.changed:
        lines += [de.before(sentence(before)), de.after(sentence(after))]
    lines += [de.dropped(sentence(rule)) for rule in found.dropped]
    return [Heading(de.change(number, day(change.day)), 2), Items(tuple(lines))] if lines else []


def _rules(kodex: Kodex) -> Part:
    return Items(tuple(map(sentence, kodex.rules))) if kodex.rules else Prose(de.NO_RULE)


def sentence(rule: Rule) -> str:
    """A rule with those who answer for it, as far as they are known."""
    who = [
        de.owner(rule.owner) if rule.owner else "",
        de.channel(rule.channel) if rule.channel else "",
    ]
    return " ".join(filter(None, [rule.sentence, *who]))
