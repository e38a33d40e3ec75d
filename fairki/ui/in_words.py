"""An answer in the words of its question, for people who read it again."""

from collections.abc import Mapping
from typing import Any

from fairki import speech
from fairki.errors import FairkiError
from fairki.kodex import Rule
from fairki.ui import de
from fairki.ui.exercise import Question


def lines(question: Question, value: object) -> list[str]:
    """What an answer says, line by line.

    Args:
        question: the question that it answers.
        value: the answer as plain Python data, as a hand-in holds it; it may be anything.
    """
    labels = dict(question.options)
    match value:
        case dict():
            if question.kind == "rules":
                return [rule(question, pattern, blanks) for pattern, blanks in value.items()]
            return [
                f"{name_of(question, key)} – {choice(question, key, entry)}" for key, entry in value.items()
            ]
        case set():  # the order of a set differs from process to process, a page should not
            return sorted(_words(entry, labels) for entry in value)
        case list() | tuple():
            return [_words(entry, labels) for entry in value]
    return [f"{_words(value, labels)} {question.unit}".strip()]


def name_of(question: Question, key: Any) -> str:
    """What a row of a table (counted from 1) or an option is called."""
    rows = dict(enumerate(question.rows, 1))
    return rows.get(key, dict(question.options).get(key, str(key)))


def choice(question: Question, key: Any, entry: object) -> str:
    """What was chosen or written for a row or an option."""
    return _words(entry, {**dict(question.options), **dict(question.choices.get(key, ()))})


def rule(question: Question, pattern: str, blanks: Any) -> str:
    """The sentence of a rule; if its blanks do not fit, what was written in them."""
    labels = dict(question.options)
    try:
        return Rule(pattern, blanks).sentence
    except (FairkiError, TypeError, AttributeError):
        return f"{labels.get(pattern, pattern)} – {_words(blanks, labels)}"


def _words(value: object, labels: Mapping[Any, str]) -> str:
    match value:
        case None:
            return de.NO_ANSWER
        case dict():
            return (
                ", ".join(f"{key} = {_words(entry, labels)}" for key, entry in value.items()) or de.NO_ENTRIES
            )
        case bool() | str():
            return labels.get(value, str(value))
        case int() | float():
            return speech.number(value, len(str(value).partition(".")[2].rstrip("0")))
    return str(value)
