"""Unit 3, eight years: a model that learns from what models did."""

from fairki import charts, ui
from fairki.lessons.module_01 import figures
from fairki.lessons.module_01.de import unit_3 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

YEARS, REACTION = "01.jahre", "01.reaktion"


def eight_years() -> Scene:
    """Guess what becomes of the gap, then see eight rounds."""
    return Demonstration(
        ui.Guess(YEARS, question=de.YEARS, kind="choice", options=de.YEARS_OPTIONS),
        ui.Chart(visible=False),
        reveal=what_becomes_of_it,
    )


def what_becomes_of_it(_answers: Answers) -> Shown:
    """The gap in the first and in the last year."""
    years = figures.rounds_of("bleiben")
    return Shown(
        de.years(years["gap"].iloc[0], years["gap"].iloc[-1]), charts.rounds(years, title=de.YEARS_TITLE)
    )


def reactions() -> Scene:
    """What if people react, and what if the firm learns from what really happened."""
    return Scene(
        ui.Choice(REACTION, label=de.REACTION, options=de.REACTION_OPTIONS),
        ui.Text(),
        ui.Chart(visible=False),
        reveal=what_happens,
    )


def what_happens(answers: Answers) -> Shown:
    """Eight years under the chosen assumption."""
    what = answers[REACTION]
    if what is None:
        return Shown(de.REACTION_FIRST)
    years = figures.rounds_of(what)
    return Shown(de.reaction(what, years), charts.rounds(years))
