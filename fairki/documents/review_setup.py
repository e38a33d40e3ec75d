"""How people and machine decide together: the set-up that was chosen in module 06, and what to expect of it."""

import math
from collections.abc import Mapping
from typing import Any

from fairki import people, speech
from fairki.documents.de import review_setup as de
from fairki.documents.layout import Heading, Items, Part, Prose, Table
from fairki.documents.section import Section
from fairki.errors import BadAnswerError

SETUP_KEYS = {name: f"06.aufbau.{name}" for name in ("weg", "team", "auswahl", "faelle", "minuten")}
"""Part of a set-up in its plain form → name in the browser store."""
GOAL_KEYS = {name: f"06.ziel.{name}" for name in ("frauen", "fehler", "stunden")}
"""Wish → name in the browser store; percent of women, wrong decisions in a year, hours in a year."""
START = {"faelle": 1000, "minuten": 3, "frauen": 38, "fehler": 250, "stunden": 60}
"""Where the sliders stand as long as nobody has moved them."""

WAYS, WHICH = de.WAYS, de.WHICH
MEASURES = de.MEASURES
"""Attribute of ``people.Outcome`` → name."""
minutes = de.minutes


def setup_of(answers: Mapping[str, Any]) -> people.Setup | None:
    """The chosen set-up; None as long as way or team, or what to review, is open.

    Raises:
        BadAnswerError: an answer that cannot come from this course.
    """
    value = {name: answers.get(key, START.get(name)) for name, key in SETUP_KEYS.items()}
    if value["weg"] is None:
        return None
    if value["weg"] == people.AUTOMATIC:
        value["team"] = value["team"] or "fair"
    if value["weg"] != people.COMBINED:
        value["auswahl"] = value["auswahl"] or people.RANDOM
    if value["team"] is None or value["auswahl"] is None:
        return None
    return people.Setup.from_value(value)


def goal_of(answers: Mapping[str, Any]) -> people.Goal:
    """The goal, where nobody has changed it the one that the page starts with.

    Raises:
        BadAnswerError: an answer that is no number.
    """
    women, wrong, hours = _wishes(answers)
    return people.Goal(women=women, wrong=wrong, hours=hours)


def _wishes(answers: Mapping[str, Any]) -> tuple[float, float, float]:
    """Share of women, wrong decisions and hours of the goal."""
    value = {name: answers.get(key, START[name]) for name, key in GOAL_KEYS.items()}
    if not all(type(wish) in (int, float) and 0 <= wish < math.inf for wish in value.values()):
        raise BadAnswerError(*de.GOAL_DAMAGED)
    return value["frauen"] / 100, value["fehler"], value["stunden"]


def shown(measure: str, value: float) -> str:
    """A value of one of ``MEASURES`` as text."""
    return speech.percent(value, 1) if measure in ("women", "fit") else speech.number(value)


def span(measure: str, band: people.Band) -> str:
    """The smallest and the largest year as text."""
    if measure in ("women", "fit"):
        return de.span(speech.number(100 * band.low, 1), speech.percent(band.high, 1))
    return de.span(speech.number(band.low), speech.number(band.high))


def description(setup: people.Setup) -> tuple[str, ...]:
    """The set-up in words, one line per decision."""
    lines = [de.way(WAYS[setup.way])]
    if setup.way == people.AUTOMATIC:
        return tuple(lines)
    lines.append(de.team(setup.reviewer.name))
    if setup.way == people.HUMAN:
        lines.append(de.reads(setup.cases))
    else:
        lines.append(de.reviews(setup.cases, WHICH[setup.which]))
    lines.append(de.time(minutes(setup.minutes)))
    return tuple(lines)


def parts(answers: Mapping[str, Any]) -> list[Part]:
    """The chosen set-up, what it leads to, whether it reaches the goal, and what that rests on."""
    setup, goal = setup_of(answers), goal_of(answers)
    if setup is None:
        return []
    outcomes = [people.run(setup, seed) for seed in people.SEEDS]
    machine = [people.run(people.Setup(people.AUTOMATIC), seed) for seed in people.SEEDS]
    rows = []
    for measure, name in MEASURES.items():
        band = people.band(outcomes, measure)
        rows.append(
            (
                name,
                shown(measure, band.mean),
                span(measure, band),
                shown(measure, people.band(machine, measure).mean),
            )
        )
    reached = people.years_reached(setup, goal)
    return [
        Heading(de.SETUP, 2),
        Items(description(setup)),
        Heading(de.FIGURES, 2),
        Table(de.COLUMNS, tuple(rows), (5.5, 2.5, 4, 3)),
        Prose(de.goal(*_wishes(answers), reached, len(people.SEEDS))),
        Prose(de.ASSUMED, muted=True),
    ]


SECTION = Section(
    "aufbau",
    de.TITLE,
    de.PLACE,
    (*SETUP_KEYS.values(), *GOAL_KEYS.values()),
    parts,
)
