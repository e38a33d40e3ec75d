"""The history of the Kodex: which rule was changed when, why, and on what occasion."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from fairki import speech
from fairki.documents.layout import EmptyPaperError, Heading, Items, Paper, Part, Prose, Table
from fairki.documents.section import Section
from fairki.kodex import Kodex, Rule, history
from fairki.kodex.history import Change, Difference, History
from fairki.speech import day

TITLE = "Geschichte unseres Kodex"
PURPOSE = (
    "Ein Kodex ist nie fertig. Hier steht, welche Regel wir geändert haben, warum und wann. So kann später jede und"
    " jeder nachlesen, woher eine Regel kommt."
)
NO_OCCASION, NO_REASON = "nicht genannt", "nicht genannt"


def parts(answers: Mapping[str, Any]) -> list[Part]:
    """The history in words; empty as long as nothing has been changed.

    Raises:
        BadAnswerError: a damaged history.
    """
    if answers.get(history.KEY) is None:
        return []
    return _told(history.from_value(answers[history.KEY]))


SECTION = Section(TITLE, "Modul 5, Einheit „Vom Einspruch zur Regel“", (history.KEY,), parts)


def paper(kept: History | None, on: dt.date) -> Paper:
    """The history as a document of its own.

    Raises:
        EmptyPaperError: nothing has been changed yet.
    """
    told = _told(kept) if kept else []
    if not told:
        raise EmptyPaperError(
            "Es ist noch keine Änderung festgehalten.", "Ändern Sie in Einheit 4 zuerst eine Regel."
        )
    today = [Heading("Der Kodex heute"), _rules(kept.latest), Heading("Was sich geändert hat")]
    return Paper(TITLE, kept.latest.title, on, [Prose(PURPOSE), *today, *told])


def _told(kept: History) -> list[Part]:
    if not kept.changes:
        return []
    steps = list(kept.steps())
    count = speech.count_of(len(steps), "Änderung", "Änderungen")
    told: list[Part] = [
        Prose(f"{count} seit dem {day(kept.day)}."),
        Table(
            ("Datum", "Anlass", "Warum"),
            tuple((day(one.day), one.occasion or NO_OCCASION, one.why or NO_REASON) for one, _ in steps),
            (2, 3, 5),
        ),
    ]
    for number, (change, found) in enumerate(steps, 1):
        told += _step(number, change, found)
    return [*told, Heading("Die erste Fassung", 2), _rules(kept.start)]


def _step(number: int, change: Change, found: Difference) -> list[Part]:
    lines = [f"Neu: {sentence(rule)}" for rule in found.new]
    for before, after in found.changed:
        lines += [f"Vorher: {sentence(before)}", f"Jetzt: {sentence(after)}"]
    lines += [f"Entfallen: {sentence(rule)}" for rule in found.dropped]
    return [Heading(f"{number}. Änderung vom {day(change.day)}", 2), Items(tuple(lines))] if lines else []


def _rules(kodex: Kodex) -> Part:
    return Items(tuple(map(sentence, kodex.rules))) if kodex.rules else Prose("Sie hatte noch keine Regel.")


def sentence(rule: Rule) -> str:
    """A rule with those who answer for it, as far as they are known."""
    who = [
        f"Zuständig: {rule.owner}." if rule.owner else "",
        f"Meldeweg: {rule.channel}." if rule.channel else "",
    ]
    return " ".join(filter(None, [rule.sentence, *who]))
