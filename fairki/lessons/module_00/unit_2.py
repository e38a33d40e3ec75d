"""Unit 2, where AI takes part: a guess, a list to pick from, and the first map."""

from collections.abc import Sequence

import pandas as pd

from fairki import charts, register, ui
from fairki.lessons.module_00.de import unit_2 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

GUESS, REGISTER, EXAMPLE = "00.schaetzung", "00.register", "00.beispiel"


def guess_uses() -> Scene:
    """Guess how many of the cases one will find; the list answers."""
    total = len(register.USES)
    return Demonstration(
        ui.Guess(
            GUESS, question=de.guess(total), unit=de.guess_unit(total), high=total, button=de.GUESS_BUTTON
        ),
        needs=[REGISTER],
        reveal=what_was_found,
    )


def what_was_found(answers: Answers) -> Shown:
    """The number of cases found so far, beside the guess."""
    return Shown(de.against_guess(round(answers[GUESS]), len(register.entries(answers[REGISTER]))))


def collect() -> Scene:
    """The cases to pick from, each with the mark „unnoticed“."""
    return Scene(
        ui.PickList(
            REGISTER,
            label=de.PICKED,
            items=[
                {"id": use.id, "title": use.name, "text": use.description, "group": use.area}
                for use in register.USES
            ],
            mark=("verborgen", de.UNNOTICED),
        )
    )


def map() -> Scene:
    """The first map, people affected by autonomy, and the register beside it."""
    return Scene(
        ui.Choice(EXAMPLE, de.EXAMPLE, options=de.EXAMPLE_OPTIONS, kind="checkbox"),
        ui.Chart(visible=False),
        ui.Text(),
        needs=[REGISTER],
        reveal=where_to_look_first,
    )


def where_to_look_first(answers: Answers) -> Shown:
    """Map and register of the learner's cases or, if asked for, of those of the company."""
    found = register.entries(register.EXAMPLE if answers[EXAMPLE] else answers[REGISTER])
    return Shown(de.own_register(found), map_of(found)) if found else Shown(de.NO_CASE)


def map_of(found: Sequence[register.Entry]) -> charts.Picture:
    """The map of a register (at least one entry): few or many people, suggests or decides."""
    hidden = sum(entry.hidden for entry in found)
    return charts.four_fields(
        pd.DataFrame(
            {
                "name": [entry.use.name for entry in found],
                "right": [entry.use.how_many == register.MANY for entry in found],
                "top": [entry.use.autonomy == register.DECIDES for entry in found],
                "marked": [entry.hidden for entry in found],
            }
        ),
        question=de.MAP_QUESTION,
        across=(register.FEW, register.MANY),
        up=de.UP,
        marks=de.MARKS,
        title=de.map_title(sum(entry.urgent for entry in found), len(found)),
        summary=de.map_summary(len(found) - hidden, hidden),
    )
