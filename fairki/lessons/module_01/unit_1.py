"""Unit 1, the mirror: sixteen decisions, the model that learns from them, and what chance alone does."""

from fairki import charts, ui
from fairki.html import Markup
from fairki.lessons import misconceptions
from fairki.lessons.module_01 import figures, pictures
from fairki.lessons.module_01.de import pictures as words
from fairki.lessons.module_01.de import unit_1 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.mirror import NOT_LEARNABLE, Reflection, firm
from fairki.mirror.de import wording

CARDS, MIRROR = "01.karten", "01.spiegel"


def decide() -> Scene:
    """Sixteen applicants, one card each."""
    return Scene(ui.Cards(CARDS, label=de.CARDS, cards=figures.cards()))


def asked_before() -> Scene:
    """What does a model without a gap say about who decided?"""
    return misconceptions.before(misconceptions.MODEL, "4")


def mirror() -> list[Scene]:
    """The model that learnt from the learner's own decisions; first, what it can show at all."""
    return [
        Scene(ui.Text(de.beforehand())),
        Demonstration(
            ui.Guess(MIRROR, question=de.MIRROR, kind="choice", options=de.MIRROR_OPTIONS),
            needs=[CARDS],
            reveal=what_the_mirror_shows,
        ),
    ]


def what_the_mirror_shows(answers: Answers) -> Shown:
    """The finding, once all cards are decided."""
    if missing := figures.undecided(answers[CARDS]):
        return Shown(de.decisions_missing(missing))
    return Shown(de.mirror(figures.own_model(answers[CARDS])))


def people() -> Scene:
    """Two hundred people sorted by that model, and what the finding means."""
    return Scene(
        ui.Mirror(label=words.PEOPLE, visible=False),
        ui.Text(),
        needs=[CARDS, MIRROR],
        reveal=what_the_people_show,
    )


def what_the_people_show(answers: Answers) -> Shown:
    """The picture and the comparison with chance, once the mirror is revealed and if something could be learnt."""
    own = revealed(answers)
    if isinstance(own, Markup):
        return Shown(own, traits={ui.Mirror: {"visible": False}})
    return Shown(de.meaning(own), traits={ui.Mirror: pictures.people(answers[CARDS])})


def revealed(answers: Answers) -> Reflection | Markup:
    """The learner's own model, or why there is no picture of it yet."""
    if answers[MIRROR] is None or figures.undecided(answers[CARDS]):
        return de.LATER
    own = figures.own_model(answers[CARDS])
    return de.NO_PICTURE if own.verdict == NOT_LEARNABLE else own


def colleagues() -> Scene:
    """The own model among those of a hundred colleagues, half of them fair."""
    return Scene(
        ui.Text(),
        ui.Swarm(label=words.SWARM, visible=False),
        needs=[CARDS, MIRROR],
        reveal=what_colleagues_show,
    )


def what_colleagues_show(answers: Answers) -> Shown:
    """The swarm, once the mirror is revealed and if the own model has learnt something."""
    own = revealed(answers)
    if isinstance(own, Markup):
        return Shown(own, traits={ui.Swarm: {"visible": False}})
    return Shown(traits={ui.Swarm: pictures.swarm(own.gap)})


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
