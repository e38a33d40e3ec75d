"""Unit 2, delete the column: what stays, what gives it away, what a popular test does not see."""

import pandas as pd

from fairki import charts, ui, worlds
from fairki.lessons.module_01 import figures
from fairki.lessons.module_01.de import unit_2 as de
from fairki.lessons.module_01.figures import GENDER
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

STAYS, STAND_IN, COLUMNS, FLIP = "01.spalte", "01.stellvertreter", "01.spalten", "01.umdrehen"


def drop_column() -> Scene:
    """Guess how much of the gap stays without the column gender, then see."""
    return Demonstration(
        ui.Guess(STAYS, question=de.STAYS, unit="%", step=5),
        ui.Chart(visible=False),
        reveal=what_stays,
    )


def what_stays(_answers: Answers) -> Shown:
    """Both gaps, and the share that stays."""
    from fairki import metrics

    before, after = figures.without().gap, figures.without(GENDER).gap
    share = metrics.share_that_stays(before, after)
    return Shown(de.stays(share, before, after), charts.stay_share(before.value, after.value))


def find_stand_ins() -> Scene:
    """Guess which column gives the gender away."""
    return Demonstration(
        ui.Guess(STAND_IN, question=de.STAND_IN, kind="choice", options=_column_options()),
        reveal=what_gives_it_away,
    )


def what_gives_it_away(answers: Answers) -> Shown:
    """The best stand-in, whether it was guessed, and all of them together."""
    ranked, together = figures.stand_ins()
    name, others, hit, best = strongest(ranked, answers[STAND_IN])
    return Shown(de.stand_ins(name, others, hit, best, together), hit=hit)


def all_stand_ins() -> Scene:
    """Every column in a picture, once the guess is made."""
    return Scene(
        ui.Text(de.GUESS_FIRST),
        ui.Chart(visible=False, height=420),
        needs=[STAND_IN],
        reveal=how_much_each_tells,
    )


def how_much_each_tells(answers: Answers) -> Shown:
    """All columns and what they tell together; not before the guess."""
    if answers[STAND_IN] is None:
        return Shown(de.GUESS_FIRST)
    return Shown(picture=charts.proxy_strength(*figures.stand_ins()))


def strongest(ranked: pd.DataFrame, guessed: str) -> tuple[str, int, bool, int]:
    """The most telling column, how many look as strong, whether it was guessed, and its strength of 100.

    Args:
        ranked: ``metrics.proxies``, the most telling first. Columns that look the same in the picture (percent) are
            equally good guesses.
        guessed: name of a column.
    """
    shown = (100 * ranked["auc"]).round().astype(int)
    top = ranked[shown == shown.iloc[0]].set_index("column")["name"]
    hit = guessed in top.index
    return top[guessed] if hit else top.iloc[0], len(top) - 1, hit, int(shown.iloc[0])


def choose_columns() -> Scene:
    """Take columns away and watch gap and fit."""
    return Scene(
        ui.Choice(COLUMNS, label=de.COLUMNS, options=_column_options(), kind="checkbox"),
        ui.Text(de.COLUMNS_FIRST),
        waits=True,
        reveal=what_remains,
    )


def what_remains(answers: Answers) -> Shown:
    """Gap and fit of a model without the chosen columns."""
    removed = answers[COLUMNS] or []
    if len(removed) == len(_column_options()):
        return Shown(de.NO_COLUMN_LEFT)
    return Shown(de.columns(figures.without(GENDER, *removed), figures.without(GENDER)))


def flip_test() -> Scene:
    """A popular test that a model without the column passes by construction."""
    return Demonstration(
        ui.Guess(FLIP, question=de.FLIP, kind="choice", options=de.FLIP_OPTIONS), reveal=what_the_test_sees
    )


def what_the_test_sees(answers: Answers) -> Shown:
    """The test's result for both models, beside the gap."""
    seeing, unseeing = figures.flips()
    return Shown(
        de.flip(seeing.changed, unseeing.changed, figures.without(GENDER).gap), hit=answers[FLIP] == "nichts"
    )


def _column_options() -> list[list[str]]:
    from fairki import models

    return [[name, worlds.recruiting.LABELS[name]] for name in models.WITHOUT_GENDER]
