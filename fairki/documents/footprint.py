"""The footprint of a use of AI with its assumptions, and whether AI is needed for it."""

from collections.abc import Mapping
from typing import Any

from fairki import footprint, need, register, speech
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
KINDS = {
    footprint.WRITE: "Texte schreiben",
    footprint.SORT: "Texte einordnen",
    footprint.DRAW: "Bilder erzeugen",
}
CASE = "07.braucht.fall"
OTHER = "anderer"
NEED_KEYS = (CASE, *(f"07.braucht.{question.id}" for question in need.QUESTIONS))
RESULTS = {
    need.NO_AI: "Nein. Hier braucht es keine KI.",
    need.SMALLER: "Es geht kleiner.",
    need.NOT_THIS_WAY: "So noch nicht.",
    need.OPEN: "Noch offen.",
    need.WITH_CARE: "Ja, mit Sorgfalt.",
}
"""Result of ``need.judge`` → what it means."""


def use(answers: Mapping[str, Any]) -> Use | None:
    """What the calculator is set to; None as long as no kind of task is chosen. Raises BadAnswerError."""
    if KIND not in answers:
        return None
    names = {PER_DAY: "per_day", PEOPLE: "people", DAYS: "days", GRID: "grid"}
    kind = answers[KIND]
    if not isinstance(kind, str):
        raise BadAnswerError("Die Annahmen zum Fußabdruck sind beschädigt.", "Stellen Sie sie bitte neu ein.")
    return Use(kind, **{name: answers[key] for key, name in names.items() if key in answers})


def line(answers: Mapping[str, Any]) -> str:
    """The footprint in one line, "" without one. Raises BadAnswerError."""
    set_to = use(answers)
    if set_to is None:
        return ""
    return f"Fußabdruck: {span([one.grams for one in footprint.year(set_to)], MASS_UNITS)} CO₂ im Jahr"


def need_line(answers: Mapping[str, Any]) -> str:
    """What „Braucht es hier KI?“ came to in one line, "" as long as an answer is missing. Raises BadAnswerError."""
    verdict = judged(answers)
    return (
        f"„Braucht es hier KI?“ für {case(answers)}: {RESULTS[verdict.result]}".rstrip(".") if verdict else ""
    )


def judged(answers: Mapping[str, Any]) -> need.Verdict | None:
    """The verdict, None as long as an answer is missing. Raises BadAnswerError."""
    return need.judge(
        {q.id: _text(answers[key]) for q in need.QUESTIONS if (key := f"07.braucht.{q.id}") in answers}
    )


def case(answers: Mapping[str, Any]) -> str:
    """The use that was looked at, in quotation marks, or „einen anderen Fall“. Raises BadAnswerError."""
    chosen = answers.get(CASE, OTHER)
    names = {one.id: f"„{one.name}“" for one in register.USES} | {OTHER: "einen anderen Fall"}
    if _text(chosen) not in names:
        raise BadAnswerError("Diesen Fall kennt der Kurs nicht.", "Wählen Sie bitte einen aus der Liste.")
    return names[chosen]


def assumptions(set_to: Use) -> list[tuple[str, str]]:
    """What was assumed: name, value."""
    return [
        ("Aufgabe", KINDS[set_to.kind]),
        ("Anfragen je Person und Arbeitstag", speech.number(set_to.per_day)),
        ("Personen", speech.number(set_to.people)),
        ("Arbeitstage im Jahr", speech.number(set_to.days)),
        ("Strommix", f"{speech.number(set_to.grid)} g CO₂ je Kilowattstunde"),
    ]


def table(set_to: Use) -> tuple[tuple[str, ...], list[tuple[tuple[str, str], str, str, str]]]:
    """Headers and rows of a year: (who, what is counted), energy, CO₂, water."""
    columns = ("Wer rechnet wie?", "Strom, etwa", "CO₂, etwa", "Wasser, etwa")
    lines = [
        (
            (one.figure.who, one.figure.what),
            "keine Angabe" if one.wh is None else quantity(one.wh, ENERGY_UNITS),
            quantity(one.grams, MASS_UNITS),
            "keine Angabe" if one.ml is None else quantity(one.ml, WATER_UNITS),
        )
        for one in footprint.year(set_to)
    ]
    return columns, lines


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise BadAnswerError(
            "Eine Antwort zu „Braucht es hier KI?“ ist beschädigt.", "Antworten Sie bitte neu."
        )
    return value


def _parts(answers: Mapping[str, Any]) -> list[Part]:
    set_to, verdict, parts = use(answers), judged(answers), []
    if set_to is not None:
        columns, lines = table(set_to)
        year = footprint.year(set_to)
        parts += [
            Prose(
                f"Ein Jahr mit unseren Annahmen: {span([one.grams for one in year], MASS_UNITS)} CO₂. "
                + (
                    "Die Spanne ist breit, weil jede Quelle etwas anderes mitzählt."
                    if len(year) > 1
                    else "Für diese Aufgabe gibt es hier nur eine Messung."
                )
            ),
            Heading("Unsere Annahmen", 2),
            Table(("Annahme", "Wert"), tuple(assumptions(set_to)), (3, 2)),
            Heading("Ein Jahr, verschieden gerechnet", 2),
            Table(columns, tuple(lines), (6, 2.6, 2.6, 2.8)),
            Prose(
                "Ohne eigene Angabe zum CO₂ ist mit dem Strommix aus den Annahmen gerechnet. "
                "Quellen: siehe Modul 7.",
                muted=True,
            ),
        ]
    if verdict is not None:
        parts += [
            Heading("Braucht es hier KI?", 2),
            Prose(f"Geprüft für {case(answers)}. Ergebnis: {RESULTS[verdict.result]}"),
        ]
        if verdict.because:
            parts.append(Items(tuple(f"{q.text} {q.todo}" for q in verdict.because)))
    return parts


SECTION = Section(
    "Fußabdruck und Bedarf", "Modul 7, Einheit „Braucht es hier KI?“", (*USE_KEYS, *NEED_KEYS), _parts
)
