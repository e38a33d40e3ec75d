"""Worked answers as a form shows them once a learner has handed in or gives up guessing."""

from fairki import manifest, reference
from fairki.ui import de, in_words
from fairki.ui.base import Json
from fairki.ui.exercise import Exercise, Question


def of(exercise: Exercise, name: str) -> dict[str, Json]:
    """The worked answer to the question with this grade id, for the block that shows it.

    Its keys: ``title`` of the question; ``found``, lines of a good answer, or ``rows`` for one with several parts, each
    ``[name, answer, reason]``; ``many`` (there are other good answers); ``right``, the option for each row of a table
    or for the one choice, to compare with; ``text`` (paragraphs); ``ideas`` (of a free text); ``look`` and ``link``
    (where to read on).
    """
    answer = reference.worked_answers(exercise.slug)[name]
    question = exercise.questions.get(name)
    found: list[str] = []
    rows: list[list[str]] = []
    if question is not None and answer.value is not None:
        literal = question.literal(answer.value)
        found = [] if answer.why else in_words.lines(question, literal)
        rows = [[*_row(question, literal, key), why] for key, why in answer.why.items()]
    return {
        "title": name.upper(),
        "found": found,
        "many": answer.many,
        "right": _comparable(question, answer),
        "rows": rows,
        "text": answer.text.split("\n\n"),
        "ideas": list(answer.ideas),
        **_place(answer.unit),
    }


def _row(question: Question, literal: Json, key: str) -> tuple[str, str]:
    """What a row or an option is called, and the answer to it ("" where it is just chosen)."""
    match question.kind:
        case "table":
            name = f"{key}. {question.rows[int(key) - 1]}"
            return name, in_words.choice(question, int(key), literal[int(key)])
        case "rules":
            return in_words.name_of(question, key), in_words.rule(question, key, literal[key])
        case "checkbox":
            return in_words.name_of(question, key), ""
    return (
        in_words.name_of(question, key),
        f"{in_words.choice(question, key, literal[key])} {question.unit}".strip(),
    )


def _comparable(question: Question | None, answer: reference.WorkedAnswer) -> list[str]:
    """The options of an answer that is the only right one, row by row."""
    if question is None or answer.many or question.kind not in ("table", "choice"):
        return []
    return [answer.value] if question.kind == "choice" else list(answer.value.values())


def _place(unit: str) -> dict[str, str]:
    """Where to read on, in words and as an address seen from a form's page."""
    module_id, _, unit_id = unit.partition(".")
    module = manifest.read().module(module_id)
    title = next(unit.title for unit in module.units if unit.id == unit_id)
    return {
        "look": de.read_on(module.number, unit_id, title),
        "link": f"../modul/{module.slug}.html#einheit-{unit_id}",
    }
