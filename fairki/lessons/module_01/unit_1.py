"""Unit 1, the mirror: sixteen decisions, the model that learns from them, and what chance alone does."""

from fairki import charts, ui
from fairki.lessons.module_01 import figures
from fairki.lessons.module_01.de import unit_1 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.mirror import NOT_LEARNABLE, Reflection, firm
from fairki.mirror.de import wording

CARDS, MIRROR = "01.karten", "01.spiegel"


def decide() -> Scene:
    """Sixteen applicants, one card each."""
    return Scene(ui.Cards(CARDS, label=de.CARDS, cards=figures.cards()))


def mirror() -> list[Scene]:
    """The model that learnt from the learner's own decisions; first, what it can show at all."""
    return [
        Scene(ui.Text(de.beforehand())),
        Demonstration(
            ui.Guess(MIRROR, question=de.MIRROR, kind="choice", options=de.MIRROR_OPTIONS),
            ui.Chart(visible=False),
            needs=[CARDS],
            reveal=what_the_mirror_shows,
        ),
    ]


def what_the_mirror_shows(answers: Answers) -> Shown:
    """Finding and comparison with chance once all cards are decided; a picture if something could be learnt."""
    if missing := figures.undecided(answers[CARDS]):
        return Shown(de.decisions_missing(missing))
    own = figures.own_model(answers[CARDS])
    return Shown(de.mirror(own), None if own.verdict == NOT_LEARNABLE else picture_of(own))


def picture_of(own: Reflection) -> charts.Picture:
    """Whom the learner's own model invites, in the same numbers as the sentence above it."""
    return charts.rates_by_group(figures.rates(own), title=wording.result(own, wording.OWN))


def control() -> Scene:
    """Own model and the firm's model beside what chance alone does."""
    return Scene(ui.Text(), ui.Chart(visible=False), needs=[CARDS, MIRROR], reveal=what_the_control_shows)


def what_the_control_shows(answers: Answers) -> Shown:
    """Both models beside chance, once the mirror is revealed."""
    if answers[MIRROR] is None or figures.undecided(answers[CARDS]):
        return Shown(de.CONTROL_LATER)
    own = figures.own_model(answers[CARDS])
    models = [] if own.verdict == NOT_LEARNABLE else [(wording.OWN, own)]
    return Shown(de.control(firm()), charts.against_chance([*models, (wording.FIRM, firm())]))
