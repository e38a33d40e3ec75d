"""The footprint of a use of AI with its assumptions, and whether AI is needed for it."""

from collections.abc import Mapping
from typing import Any

from fairki import footprint, need, register, speech
from fairki.documents.de import footprint as de
from fairki.documents.layout import Heading, Items, Part, Prose, Table
from fairki.documents.section import Section
from fairki.errors import BadAnswerError
from fairki.footprint import ENERGY_UNITS, MASS_UNITS, WATER_UNITS, Use, quantity, span

KIND, PER_DAY, PEOPLE, DAYS, GRID = USE_KEYS = (
    "07.fuss.art",
    "07.fuss.anfragen",
    "07.fuss.personen",
    "07.fuss.tage",
    "07.fuss.strommix",
)
"""What the calculator is set to. A slider that was never moved has no answer and stands at its start."""
KINDS = de.KINDS
CASE = "07.braucht.fall"
OTHER = "anderer"
NEED_KEYS = (CASE, *(f"07.braucht.{question.id}" for question in need.QUESTIONS))
RESULTS = de.RESULTS
"""Result of ``need.judge`` → what it means."""


def use(answers: Mapping[str, Any]) -> Use | None:
    """What the calculator is set to; None as long as no kind of task is chosen. Raises BadAnswerError."""
    if KIND not in answers:
        return None
    names = {PER_DAY: "per_day", PEOPLE: "people", DAYS: "days", GRID: "grid"}
    kind = answers[KIND]
    if not isinstance(kind, str):
        raise BadAnswerError(*de.USE_DAMAGED)
    return Use(kind, **{name: answers[key] for key, name in names.items() if key in answers})


def line(answers: Mapping[str, Any]) -> str:
    """The footprint in one line, "" without one. Raises BadAnswerError."""
    set_to = use(answers)
    if set_to is None:
        return ""
    return de.line(span([one.grams for one in footprint.year(set_to)], MASS_UNITS))


def need_line(answers: Mapping[str, Any]) -> str:
    """What „Braucht es hier KI?“ came to in one line, "" as long as an answer is missing. Raises BadAnswerError."""
    verdict = judged(answers)
    return de.need_line(case(answers), RESULTS[verdict.result]) if verdict else ""


def judged(answers: Mapping[str, Any]) -> need.Verdict | None:
    """The verdict, None as long as an answer is missing. Raises BadAnswerError."""
    return need.judge(
        {q.id: _text(answers[key]) for q in need.QUESTIONS if (key := f"07.braucht.{q.id}") in answers}
    )


def case(answers: Mapping[str, Any]) -> str:
    """The use that was looked at, in quotation marks, or „einen anderen Fall“. Raises BadAnswerError."""
    chosen = answers.get(CASE, OTHER)
    names = {one.id: de.case(one.name) for one in register.USES} | {OTHER: de.ANOTHER_CASE}
    if _text(chosen) not in names:
        raise BadAnswerError(*de.UNKNOWN_CASE)
    return names[chosen]


def assumptions(set_to: Use) -> list[tuple[str, str]]:
    """What was assumed: name, value."""
    return [
        (de.KIND, KINDS[set_to.kind]),
        (de.PER_DAY, speech.number(set_to.per_day)),
        (de.PEOPLE, speech.number(set_to.people)),
        (de.DAYS, speech.number(set_to.days)),
        (de.GRID, de.grid(speech.number(set_to.grid))),
    ]


def table(set_to: Use) -> tuple[tuple[str, ...], list[tuple[tuple[str, str], str, str, str]]]:
    """Headers and rows of a year: (who, what is counted), energy, CO₂, water."""
    lines = [
        (
            (one.figure.who, one.figure.what),
            de.UNKNOWN if one.wh is None else quantity(one.wh, ENERGY_UNITS),
            quantity(one.grams, MASS_UNITS),
            de.UNKNOWN if one.ml is None else quantity(one.ml, WATER_UNITS),
        )
        for one in footprint.year(set_to)
    ]
    return de.YEAR_COLUMNS, lines


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise BadAnswerError(*de.NEED_DAMAGED)
    return value


def _parts(answers: Mapping[str, Any]) -> list[Part]:
    set_to, verdict = use(answers), judged(answers)
    parts: list[Part] = []
    if set_to is not None:
        columns, lines = table(set_to)
        year = footprint.year(set_to)
        parts += [
            Prose(de.year(span([one.grams for one in year], MASS_UNITS), len(year))),
            Heading(de.ASSUMPTIONS, 2),
            Table(de.ASSUMPTION_COLUMNS, tuple(assumptions(set_to)), (3, 2)),
            Heading(de.YEAR, 2),
            Table(columns, tuple(lines), (6, 2.6, 2.6, 2.8)),
            Prose(de.SOURCES, muted=True),
        ]
    if verdict is not None:
        parts += [
            Heading(de.NEED, 2),
            Prose(de.judged(case(answers), RESULTS[verdict.result])),
        ]
        if verdict.because:
            parts.append(Items(tuple(de.reason(q.text, q.todo) for q in verdict.because)))
    return parts


SECTION = Section("fussabdruck", de.TITLE, de.PLACE, (*USE_KEYS, *NEED_KEYS), _parts)
