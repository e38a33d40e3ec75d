"""Unit 2, who reviews: a fair, a hurried and a biased team, and what is left when proposals are waved through."""

from fairki import people, reference, ui
from fairki.html import Markup, html
from fairki.lessons.module_06 import figures
from fairki.lessons.module_06.de import unit_2 as de
from fairki.lessons.module_06.de.shared import MACHINE_ALONE
from fairki.lessons.module_06.figures import EXAMPLE, MACHINE, YEARS, mean, mean_gain
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.people import Setup

BIASED, WAVING = "06.einseitig", "06.durchwinken"


def three_teams() -> Scene:
    """Guess what a biased team does to the share of women, then see three teams."""
    return Demonstration(
        ui.Guess(BIASED, question=de.BIASED, unit=de.BIASED_UNIT, high=60),
        ui.Chart(visible=False),
        reveal=what_a_team_does,
    )


def what_a_team_does(_answers: Answers) -> Shown:
    """Shares of women."""
    return Shown(
        de.biased(mean(Setup(reviewer=people.BIASED), "women"), mean(MACHINE, "women")),
        figures.share_of_women(de.TEAMS_TITLE, {MACHINE_ALONE: MACHINE} | _teams()),
    )


def _teams() -> dict[str, Setup]:
    return {reviewer.name: Setup(reviewer=reviewer) for reviewer in people.REVIEWERS.values()}


def promises() -> Scene:
    """How often each team keeps the promise, once the guess is made."""
    return Scene(ui.Text(de.GUESS_FIRST), needs=[BIASED], reveal=who_keeps_the_promise)


def who_keeps_the_promise(answers: Answers) -> Shown:
    """In how many years each team is better than the machine alone."""
    if answers[BIASED] is None:
        return Shown(de.GUESS_FIRST)
    return Shown(
        de.kept(
            {name: people.years_better(setup) for name, setup in _teams().items()},
            YEARS,
            mean_gain(Setup(reviewer=people.RUBBER_STAMPING)) / mean_gain(EXAMPLE),
        )
    )


def waving() -> Scene:
    """How much of the gain stays when a share of the proposals is waved through."""
    return Scene(
        ui.Slider(WAVING, de.WAVING, low=0, high=100, step=5, unit=de.WAVING_UNIT, value=80),
        ui.Text(de.WAVING_FIRST),
        waits=True,
        reveal=what_waving_leaves,
    )


def what_waving_leaves(answers: Answers) -> Shown:
    """Gain and hours, beside those of a team that reads everything."""
    share = answers[WAVING] / 100
    setup = Setup(reviewer=people.Reviewer(de.WAVES_THROUGH, people.FAIR.penalties, rubber_stamps=share))
    gain, hours = mean_gain(setup), mean(setup, "hours")
    return Shown(de.waving(gain, mean_gain(EXAMPLE), hours, mean(EXAMPLE, "hours"), share >= 0.5))


def studies() -> Markup:
    """What studies found about people who get advice from a program."""
    found = [reference.finding("goddard"), reference.finding("green_chen")]
    return html('<div class="fairki">{}</div>', de.studies(found))
