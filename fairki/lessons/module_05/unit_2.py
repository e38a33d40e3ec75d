"""Unit 2, who does not complain: how few are heard through a letter, whom other channels reach, and what to settle."""

import pandas as pd

from fairki import charts, ui
from fairki.feedback import plan, silence
from fairki.lessons.module_05.de import unit_2 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

SILENT = "05.melden"


def guess_silence() -> Scene:
    """Guess how many of those who were harmed complain by letter, then see who does."""
    return Demonstration(
        ui.Guess(SILENT, question=de.SILENT, unit=de.OF_A_HUNDRED),
        ui.Chart(visible=False),
        reveal=who_complains_by_letter,
    )


def who_complains_by_letter(_answers: Answers) -> Shown:
    """How few there are, and from which group."""
    found = silence.expected([silence.LETTER])
    return Shown(de.by_letter(found, silence.reached([silence.LETTER])), heard(found, de.BY_LETTER_TITLE))


def heard(found: pd.DataFrame, title: str) -> charts.Picture:
    """How likely the harmed people of each group complain (``found`` as from ``silence.expected``)."""
    return charts.bars(
        found[["gruppe", "chance"]].set_axis(de.HEARD_COLUMNS, axis="columns"),
        title=title,
        summary=de.heard(found),
        axis_title=de.HEARD_AXIS,
    )


def channels() -> Scene:
    """Switch channels on; see whom they reach."""
    options = [[key, measure.name, f"{measure.sentence}."] for key, measure in silence.MEASURES.items()]
    return Scene(
        ui.Choice(plan.CHANNELS_KEY, de.CHANNELS, options, kind="checkbox"),
        ui.Text(),
        ui.Chart(visible=False),
        reveal=whom_the_channels_reach,
    )


def whom_the_channels_reach(answers: Answers) -> Shown:
    """How many complain on these ways and what that costs; a picture as soon as anything is offered."""
    offered = answers[plan.CHANNELS_KEY] or []
    if not offered:
        return Shown(de.no_channel())
    found = silence.expected(offered)
    picture = heard(found, de.CHANNELS_TITLE)
    if not any(silence.MEASURES[key].channel for key in offered):
        return Shown(de.no_channel(), picture)
    everything = len(offered) == len(silence.MEASURES)
    return Shown(
        de.channels(found, silence.reached(offered), silence.cost(offered), everything),
        picture,
    )


def settle(*names: str) -> Scene:
    """Questions of the feedback plan, by the last part of their keys; later units ask some, too.

    Args:
        names: last parts of keys in ``plan.DECISIONS``.
    """
    return Scene(*(_question(one) for one in plan.DECISIONS if one.key.rpartition(".")[2] in names))


def _question(one: plan.Decision) -> ui.Choice | ui.Note:
    if one.options:
        return ui.Choice(one.key, one.question, list(one.options.items()), kind="select")
    optional = "" if one.key == plan.ANSWERING else one.question
    return ui.Note(one.key, one.question, one.hint, rows=1, optional=optional)
