"""Unit 1, the mirror: sixteen decisions, the model that learns from them, and what chance alone does."""

import pandas as pd

from fairki import charts, groups, ui
from fairki.html import Markup
from fairki.lessons import misconceptions
from fairki.lessons.module_01 import figures, pictures
from fairki.lessons.module_01.de import pictures as words
from fairki.lessons.module_01.de import unit_1 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.mirror import NOT_LEARNABLE, Reflection, firm
from fairki.mirror.de import wording
from fairki.worlds.de.attributes import NAMES
from fairki.worlds.world import MAN, WOMAN

CARDS, MIRROR, GROUPS = "01.karten", "01.spiegel", "01.gruppen"


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


def other_groups() -> Scene:
    """Guess at which other groups the own model shows a gap, then see all groups."""
    return Demonstration(
        ui.Guess(GROUPS, question=de.GROUPS, kind="choice", options=de.GROUP_OPTIONS),
        ui.Chart(visible=False),
        needs=[CARDS, MIRROR],
        reveal=what_other_groups_get,
    )


def what_other_groups_get(answers: Answers) -> Shown:
    """All groups of every attribute, the smallest named; whether another gap than that of the mirror can be shown."""
    own = revealed(answers)
    if isinstance(own, Markup):
        return Shown(own)
    rates = figures.rates_of_groups(own)
    apart = groups.surest([table for name, table in rates.items() if name != figures.GENDER])
    hit = answers[GROUPS] == de.NONE
    shown = pd.concat(rates.values(), ignore_index=True)
    shown = shown[~shown["gruppe"].isin([WOMAN, MAN])]  # they have their picture above
    return Shown(
        de.other_groups(hit, apart),
        charts.rates_by_group(
            shown.assign(gruppe=shown["gruppe"].map(NAMES)),
            title=de.groups_title(apart),
            summary=de.GROUPS_SUMMARY,
            told=[NAMES[apart.worse]] if apart else (),
        ),
        hit=hit if apart is None else None,  # a gap that is chance is nothing to know
    )


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
