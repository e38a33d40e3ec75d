"""Unit 2, the whole and its parts: admissions at Berkeley, and firms that are unfair to different people or nobody."""

import pandas as pd

from fairki import charts, groups, reference, ui
from fairki.lessons import misconceptions
from fairki.lessons.module_02 import figures
from fairki.lessons.module_02.de import unit_2 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.worlds import admissions, attributes, firms
from fairki.worlds.de.attributes import NAMES
from fairki.worlds.world import DIVERS, MAN, WOMAN

PARTS, LEVEL = "02.fachbereiche", "02.ebene"
WHO_LOSES, FIRM, RARE = "02.firmen", "02.firma", "02.divers"
HOUSE = 500
"""People in a firm of whom is asked how many have a rare entry."""
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


def groups_before() -> Scene:
    """Does a firm that treats women and men alike treat all alike?"""
    return misconceptions.before(misconceptions.GROUPS)


def who_loses() -> Scene:
    """Say of each firm whom its way to choose disadvantages, one after the other."""
    cards: list[dict[str, object]] = [
        {"id": id, "title": card.name, "facts": [[de.WANTS, card.wants], [de.REASON, card.reason]]}
        for id, card in de.CARDS.items()
    ]

    def with_replies() -> Shown:
        return Shown(
            traits={ui.Cards: {"cards": [card | {"reply": reply(str(card["id"]))} for card in cards]}}
        )

    return Scene(ui.Cards(WHO_LOSES, cards, de.WHO, seconds=0, label=de.FIRMS), first=with_replies)


def reply(firm: str) -> dict[str, object]:
    """Whom a firm (id) disadvantages, and what shows it; as a card of ``ui.Cards`` has it."""
    card = de.CARDS[firm]
    return {"answer": card.answer, "why": de.why(card, figures.apart(firm)), "known": True}


def all_groups() -> Scene:
    """See all groups of a firm, once every firm is decided."""
    return Scene(
        ui.Choice(FIRM, de.FIRM, options=de.FIRM_OPTIONS, kind="select", visible=False),
        ui.Text(),
        ui.Chart(visible=False),
        reveal=how_groups_fare,
        needs=[WHO_LOSES],
    )


def how_groups_fare(answers: Answers) -> Shown:
    """Once every firm is decided: how often the chosen one invites each group of every attribute."""
    if len(answers[WHO_LOSES] or {}) < len(de.CARDS):
        return Shown(de.CARDS_FIRST, visible={FIRM: False})
    if answers[FIRM] is None:
        return Shown(visible={FIRM: True})
    rates = pd.concat(figures.rates_of_firm(answers[FIRM]).values(), ignore_index=True)
    shown = rates.assign(gruppe=rates["gruppe"].map(NAMES))
    apart = figures.apart(answers[FIRM])
    return Shown(
        de.EQUALLY_SUITABLE,
        charts.rates_by_group(
            shown,
            title=de.firm_title(de.CARDS[answers[FIRM]].name, apart),
            summary=de.FIRM_SUMMARY,
            told=[NAMES[apart.worse]] if apart else (),
        ),
        visible={FIRM: True},
    )


def too_few_to_measure() -> Scene:
    """Guess how many people of a firm have the entry *divers*; then what statistics cannot do and design can."""
    return Demonstration(
        ui.Guess(RARE, question=de.rare(HOUSE), unit=de.PERSONS, high=20), reveal=what_design_can_do
    )


def what_design_can_do(_answers: Answers) -> Shown:
    """How many are to be expected, what a firm's table shows of them, and what helps."""
    share = attributes.CENSUS_DIVERS
    rates = figures.rates_of_firm(firms.FORM.id)[attributes.GENDER]
    return Shown(
        de.few(
            groups.expected(share, HOUSE),
            groups.people_for(share),
            rates[rates["gruppe"] == DIVERS].iloc[0],
            firms.YEAR,
        )
        + de.read_there(reference.finding("zensus_divers"), reference.law("anrede"))
    )
