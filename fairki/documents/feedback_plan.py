"""The feedback plan: on which ways an objection comes in, who answers by when, and how the silent are asked."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from fairki import speech
from fairki.documents.layout import EmptyPaperError, Heading, Items, Paper, Part, Prose, Table, below
from fairki.documents.section import Section
from fairki.errors import BadAnswerError
from fairki.feedback import plan, silence

TITLE = "Feedback-Plan"
OPEN = "noch offen"
PURPOSE = (
    "Dieser Plan sagt, wie Betroffene einer Entscheidung widersprechen können und was danach geschieht. Wer sich"
    " meldet, hat dadurch keinen Nachteil."
)
SURVEY_RULES = (
    "Wir nennen zu jedem Ergebnis, wie viele gefragt wurden und wie viele geantwortet haben.",
    "Wir sehen jede Gruppe für sich an und sagen dazu, wie ungenau die Zahl ist.",
    "Zu kleine Gruppen bekommen keine Zahl. Mit ihnen sprechen wir, wenn sie das möchten.",
    "Schweigen werten wir nicht als Zustimmung.",
)
"""How the course reads a survey."""


def parts(answers: Mapping[str, Any]) -> list[Part]:
    """The plan in words, with what is still open; empty as long as nothing is settled.

    Raises:
        BadAnswerError: an answer that cannot come from this course.
    """
    offered, settled, letter = _channels(answers), _settled(answers), _text(answers, plan.REPLY_KEY)
    if not (offered or letter or any(settled.values())):
        return []
    told: list[Part] = [Heading("Wege für einen Einspruch", 2), *_ways(offered), Heading("Was gilt", 2)]
    told.append(
        Table(
            ("Was", "Wer oder wann"),
            tuple((one.title, settled[one.key] or OPEN) for one in plan.DECISIONS),
            (3, 5),
        )
    )
    told += [Heading("Wie wir Umfragen lesen", 2), Items(SURVEY_RULES)]
    if letter:
        told += [Heading("Vorlage für eine Absage", 2), *map(Prose, filter(None, letter.splitlines()))]
    missing = [one.title for one in plan.DECISIONS if not settled[one.key]]
    if not any(silence.MEASURES[key].channel for key in offered):
        missing.insert(0, "ein Weg für den Einspruch")
    if missing:
        told += [Heading("Noch offen", 2), Items(tuple(missing))]
    return told


SECTION = Section(
    TITLE,
    "Modul 5, Einheit „Wer sich nicht meldet“",
    (plan.CHANNELS_KEY, *(one.key for one in plan.DECISIONS), plan.REPLY_KEY),
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
        raise EmptyPaperError(
            "Ihr Feedback-Plan ist noch leer.", "Wählen Sie in Einheit 2 zuerst die Wege für Einsprüche."
        )
    told = below(told, 1)
    answered = [(question, answer) for question, answer in thoughts if answer]
    if answered:
        told.append(Heading("Unsere Überlegungen"))
        for question, answer in answered:
            told += [Heading(question, 2), Prose(answer)]
    return Paper(TITLE, "Vom Einspruch zur Antwort", on, [Prose(PURPOSE), *told])


def _ways(offered: Sequence[str]) -> list[Part]:
    if not offered:
        return [Prose("Noch ist kein Weg gewählt.")]
    rows = tuple((silence.MEASURES[key].name, f"{silence.MEASURES[key].sentence}.") for key in offered)
    days = speech.count_of(silence.cost(offered), "Arbeitstag", "Arbeitstage")
    return [
        Table(("Weg oder Hilfe", "Was das heißt"), rows, (2, 5)),
        Prose(f"Aufwand nach der Annahme des Kurses: etwa {days} im Jahr.", muted=True),
    ]


def _channels(answers: Mapping[str, Any]) -> list[str]:
    chosen = answers.get(plan.CHANNELS_KEY) or []
    if not isinstance(chosen, list) or any(key not in list(silence.MEASURES) for key in chosen):
        raise _damaged("die Wege für Einsprüche")
    return [key for key in silence.MEASURES if key in chosen]


def _settled(answers: Mapping[str, Any]) -> dict[str, str]:
    """Key of a decision → German words; "" as long as it is open."""
    found = {}
    for one in plan.DECISIONS:
        value = _text(answers, one.key)
        if value and one.options and value not in one.options:
            raise _damaged(f"„{one.title}“")
        found[one.key] = one.options.get(value, "") if one.options else value
    return found


def _text(answers: Mapping[str, Any], key: str) -> str:
    value = answers.get(key)
    if value is not None and not isinstance(value, str):
        raise _damaged("ein Text")
    return (value or "").strip()


def _damaged(what: str) -> BadAnswerError:
    return BadAnswerError(
        f"Im Feedback-Plan ist {what} beschädigt.", "Bitte antworten Sie in Modul 5 noch einmal."
    )
