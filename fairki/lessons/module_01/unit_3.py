"""Unit 3, eight years: a model that learns from what models did."""

from fairki import charts, ui
from fairki.lessons.module_01 import figures
from fairki.lessons.module_01.de import unit_3 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

YEARS, REACTION, URN = "01.jahre", "01.reaktion", "01.urne"


def eight_years() -> Scene:
    """Guess what becomes of the gap, then see eight rounds."""
    return Demonstration(
        ui.Guess(YEARS, question=de.YEARS, kind="choice", options=de.YEARS_OPTIONS),
        ui.Chart(visible=False),
        reveal=what_becomes_of_it,
    )


def what_becomes_of_it(answers: Answers) -> Shown:
    """The gap in the first and in the last year."""
    years = figures.rounds_of("bleiben")
    return Shown(
        de.years(years["gap"].iloc[0], years["gap"].iloc[-1]),
        charts.rounds(years, title=de.YEARS_TITLE),
        hit=answers[YEARS] == "gleich",
    )


def reactions() -> Scene:
    """What if people react, and what if the firm learns from what really happened."""
    return Scene(
        ui.Choice(REACTION, label=de.REACTION, options=de.REACTION_OPTIONS),
        ui.Queue(de.GROUPS, label=de.QUEUE, visible=False),
        ui.Text(),
        reveal=what_happens,
    )


def what_happens(answers: Answers) -> Shown:
    """Eight years under the chosen assumption: who stands in the queue, who stays away."""
    what = answers[REACTION]
    if what is None:
        return Shown(de.REACTION_FIRST, traits={ui.Queue: {"visible": False}})
    years, queue = figures.rounds_of(what), figures.queue_of(what)
    by_year = [rows for _, rows in queue.groupby("round")]
    picture = {
        "years": [
            {name: rows[name].tolist() for name in ("here", "invited", "suitable")} for rows in by_year
        ],
        "table": de.queue_table(by_year, years),
        "note": de.queue_note(int(by_year[0]["here"].sum())),
        "visible": True,
    }
    return Shown(de.reaction(what, years), traits={ui.Queue: picture})


def urn() -> Scene:
    """Where do firms end that draw from a bag and put more of the same colour into it?"""
    return Scene(
        ui.Choice(URN, label=de.URN, options=de.URN_OPTIONS),
        ui.Text(),
        ui.Chart(visible=False),
        reveal=where_urns_end,
    )


def where_urns_end(answers: Answers) -> Shown:
    """Four firms, each with an end of its own."""
    if answers[URN] is None:
        return Shown(de.URN_FIRST)
    shares = figures.urns()
    table = shares.rename(columns=de.firm).rename_axis(de.YEAR).reset_index()
    return Shown(
        de.urns(answers[URN] == "verschieden", shares),
        charts.lines(table, de.URN_TITLE, de.urn_summary(shares)),
    )
