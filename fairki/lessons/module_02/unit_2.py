"""Unit 2, the whole and its parts: admissions at Berkeley, all together and department by department."""

from fairki import ui
from fairki.lessons.module_02 import figures
from fairki.lessons.module_02.de import unit_2 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.worlds import admissions
from fairki.worlds.world import MAN, WOMAN

PARTS, LEVEL = "02.fachbereiche", "02.ebene"
LATE = ("C", "D", "E", "F")
"""The departments that refuse most applications."""


def the_whole() -> Scene:
    """Admissions at Berkeley, all departments together."""
    together = admissions.aggregate(figures.berkeley())
    row = de.Row(de.ADMITTED, together[WOMAN], together[MAN])
    return Scene(ui.Text(de.rates(de.TOGETHER, [row]), live=False))


def the_parts() -> Scene:
    """Guess in how many departments men had the higher rate, then see all of them."""
    return Demonstration(
        ui.Guess(PARTS, question=de.PARTS, unit=de.PARTS_UNIT, high=len(admissions.DEPARTMENTS)),
        reveal=what_the_parts_show,
    )


def what_the_parts_show(_answers: Answers) -> Shown:
    """Both rates in each department, and where women applied."""
    table = figures.berkeley()
    found = admissions.rates(table).pivot(index="fach", columns="geschlecht")
    rows = [
        de.Row(
            name,
            found["rate", WOMAN][name],
            found["rate", MAN][name],
            (found["n", WOMAN][name], found["n", MAN][name]),
        )
        for name in admissions.DEPARTMENTS
    ]
    late = table["fach"].isin(LATE)
    share = late[table["geschlecht"] == WOMAN].mean()
    refused, elsewhere = (1 - table.loc[which, "zugelassen"].mean() for which in (late, ~late))
    same_mix = admissions.standardised(table)
    return Shown(de.parts(rows, share, refused, elsewhere, same_mix[WOMAN], same_mix[MAN]))


def which_level() -> Scene:
    """Which level is the right one to look at?"""
    return Scene(ui.Choice(LEVEL, label=de.LEVEL, options=de.LEVELS), ui.Text(), reveal=what_the_level_shows)


def what_the_level_shows(answers: Answers) -> Shown:
    """What one sees on the chosen level, once there is one."""
    chosen = answers[LEVEL]
    return Shown() if chosen is None else Shown(de.level(chosen))
