"""Unit 3, three traps: the wrong label, small numbers, and the beautiful explanation."""

import pandas as pd

from fairki import charts, explanations, metrics, reference, ui
from fairki.audit import audit
from fairki.html import Markup
from fairki.kodex import stored
from fairki.lessons import bench
from fairki.lessons.module_03 import figures
from fairki.lessons.module_03.de import unit_3 as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.systems import DECISIONS
from fairki.systems.faults import CROSSING
from fairki.worlds import attributes, crossings, recruiting

LABEL, ALARMS, SIZE, CASE = "03.lernziel", "03.fehlalarm", "03.gruppe", "03.erklaerung"
CROSSED, APPLICATIONS, SYSTEMS = "03.kreuzung", "03.kreuzung.personen", "03.kreuzung.systeme"
TOLD = ("geschlecht", "test", "fachkenntnisse", "auszeit_monate", "teilzeit", "wortstil")
"""What the card of the rejected person shows."""
ALWAYS_EXPLAINED = ("geschlecht", "auszeit_monate")
REASONS = 5
"""How many reasons an explanation names, the strongest first, before those that it always names."""
STRONG = 1.0
"""From this share of the score on, a reason counts as strong."""


def wrong_label() -> Scene:
    """Guess how many places the countryside gets from a model of costs, then see."""
    return Demonstration(ui.Guess(LABEL, question=de.LABEL), ui.Chart(visible=False), reveal=what_costs_teach)


def what_costs_teach(_answers: Answers) -> Shown:
    """The places that a model of costs gives to the country, beside those of a model of need."""
    costs, need = figures.learnt(figures.COSTS), figures.learnt(figures.NEED)
    return Shown(
        de.label(costs),
        charts.bars(
            pd.DataFrame(de.shares(costs, need), columns=de.SHARES_COLUMNS),
            title=de.SHARES_TITLE,
            summary=de.shares_summary(costs, need),
            axis_title=de.SHARES_AXIS,
        ),
    )


def published_case() -> Markup:
    """The published counterpart."""
    return de.quoted(reference.finding("obermeyer"))


def small_samples() -> Scene:
    """Guess how often the four-fifths rule cries wolf, then see."""
    return Demonstration(
        ui.Guess(ALARMS, question=de.small(figures.SIZES[0]), unit=de.OF_100),
        ui.Chart(visible=False),
        reveal=how_often_chance_alarms,
    )


def how_often_chance_alarms(_answers: Answers) -> Shown:
    """False alarms in small groups, and how they become rarer in larger ones."""
    alarms = {size: figures.false_alarms(size) for size in figures.SIZES}
    bars = [(de.each(size), share) for size, share in alarms.items()]
    return Shown(
        de.by_chance(alarms[figures.SIZES[0]]),
        charts.bars(
            pd.DataFrame(bars, columns=de.ALARMS_COLUMNS),
            title=de.ALARMS_TITLE,
            summary=de.alarms_summary(alarms),
            axis_title=de.ALARMS_AXIS,
        ),
    )


def own_size() -> Scene:
    """Try the own group size."""
    return Scene(
        ui.Slider(SIZE, de.SIZE, low=10, high=1000, step=10, unit=de.PEOPLE, value=50),
        ui.Text(),
        reveal=how_often_at_this_size,
    )


def how_often_at_this_size(answers: Answers) -> Shown:
    """False alarms in groups of the chosen size, and what the Kodex does instead."""
    size = round(answers[SIZE])
    return Shown(de.own_size(size, figures.false_alarms(size)))


def crossed_groups() -> Scene:
    """Guess whether groups that look fair alone settle it, and see the crossings."""
    return Demonstration(
        ui.Guess(CROSSED, question=de.CROSSED, kind="choice", options=de.CROSSED_OPTIONS),
        ui.Chart(visible=False),
        reveal=what_crossings_show,
    )


def crossed_years() -> Scene:
    """How many people it takes to see a crossing, and a firm in which there is nothing to be seen."""
    return Scene(
        ui.Slider(
            APPLICATIONS,
            de.APPLICATIONS,
            low=100,
            high=1000,
            step=100,
            unit=de.APPLICATIONS_UNIT,
            value=200,
            visible=False,
        ),
        ui.Text(),
        ui.Chart(visible=False),
        reveal=how_many_it_takes,
        needs=[CROSSED],
    )


def what_crossings_show(answers: Answers) -> Shown:
    """Each group alone, and the crossings in which a disadvantage shows."""
    year = figures.crossed()
    gender = metrics.group_rates(year[recruiting.LABEL], year["geschlecht"])
    name = metrics.group_rates(year[recruiting.LABEL], year["name"])
    crossed = rates_of_crossings(year)
    rates = pd.concat([gender, name, crossed], ignore_index=True)
    shown = rates.assign(gruppe=[de.CROSSED_GROUPS.get(group, group) for group in rates["gruppe"]])
    rarest = [de.CROSSED_GROUPS[group] for group in crossed.nsmallest(2, "rate")["gruppe"]]
    return Shown(
        de.crossed(rates.set_index("gruppe"), len(year)),
        charts.rates_by_group(shown, title=de.CROSSED_TITLE, summary=de.crossed_summary(rarest), told=rarest),
        hit=answers[CROSSED] == "ja",
    )


def rates_of_crossings(year: pd.DataFrame) -> pd.DataFrame:
    """As ``metrics.group_rates``: the crossings of two groups; who belongs to none is left out."""
    crossing = crossings.crossing(year)
    known = crossing.notna()
    return metrics.group_rates(year.loc[known, recruiting.LABEL], crossing[known])


def how_many_it_takes(answers: Answers) -> Shown:
    """In how many years the disadvantage is seen, and a firm of the same size in which there is none."""
    if answers[CROSSED] is None:
        return Shown(visible={APPLICATIONS: False})
    size = round(answers[APPLICATIONS])
    fair = crossings.generate(size, penalties=crossings.NOBODY_LOSES)
    rates = rates_of_crossings(fair)
    shown = rates.assign(gruppe=rates["gruppe"].map(de.CROSSED_GROUPS))
    return Shown(
        de.seen(size, *figures.years_seen(size)),
        charts.rates_by_group(shown, title=de.FAIR_TITLE, told=()),
        visible={APPLICATIONS: True},
    )


def two_systems() -> Scene:
    """Guess which of two systems disadvantages somebody, then let rules look at groups and at crossings."""
    return Demonstration(
        ui.Guess(SYSTEMS, question=de.SYSTEMS, kind="choice", options=de.SYSTEMS_OPTIONS),
        ui.Chart(visible=False),
        reveal=what_rules_see,
        needs=[stored.KEY],
    )


def what_rules_see(answers: Answers) -> Shown:
    """The crossings of the system with the fault, why the other has none, and which rules find it."""
    sound, faulty = figures.two_systems()
    kodex = bench.kodex_of(answers[stored.KEY], DECISIONS)
    hit = answers[SYSTEMS] == de.FINDER
    (verdict,) = audit(kodex, [faulty.system]).verdicts
    order = [f"{group}, {age}" for group in recruiting.GROUPS for age in attributes.SHARES[attributes.AGE]]
    rates = metrics.group_rates(faulty.decisions, pd.Categorical(faulty.system.crossings, order))
    large = rates[~rates["zu_klein"].astype(bool)]
    shown = large.assign(gruppe=large["gruppe"].map(de.crossing_of))
    rarest = shown.nsmallest(2, "rate")["gruppe"]
    return Shown(
        de.systems(
            hit,
            rates.set_index("gruppe")["rate"],
            [(one.rates, one.crossed_rates(metrics.MINIMUM)) for one in (sound, faulty)],
        )
        + de.too_few(rates[rates["zu_klein"].astype(bool)]["n"])
        + de.own_kodex(CROSSING in (verdict.found if verdict else ()), kodex is bench.EXAMPLES[DECISIONS]),
        charts.rates_by_group(
            shown, title=de.FINDER_TITLE, summary=de.crossed_summary(list(rarest)), told=list(rarest)
        ),
        hit=hit,
    )


def two_explanations() -> list[Scene]:
    """One decision, two true explanations that contradict each other."""
    return [
        Scene(ui.Text(live=False), first=who_was_rejected),
        Demonstration(
            ui.Guess(CASE, question=de.CASE, kind="choice", options=de.CASE_OPTIONS),
            reveal=which_one_is_right,
        ),
    ]


def who_was_rejected() -> Shown:
    """The person and both explanations."""
    case = figures.case()
    person = case.person.iloc[0]
    told = {column: person[column] for column in TOLD}
    return Shown(de.rejected(person["nummer"], told, [reasons(case.first), reasons(case.second)]))


def reasons(explanation: explanations.Explanation) -> list[tuple[str, int, bool]]:
    """What counted: column, 1 for the person, −1 against or 0, whether strongly; the strongest first."""
    counted = [column for column in explanation.parts.index if explanation.sign(column)][:REASONS]
    shown = dict.fromkeys((*counted, *ALWAYS_EXPLAINED))
    return [
        (column, explanation.sign(column), bool(abs(explanation.parts[column]) >= STRONG)) for column in shown
    ]


def which_one_is_right(answers: Answers) -> Shown:
    """Both are."""
    return Shown(de.both(figures.case()), hit=answers[CASE] == "beide")


def outcomes() -> Scene:
    """What can be counted, whatever the explanations say."""
    return Scene(ui.Chart(), first=what_can_be_counted)


def what_can_be_counted() -> Shown:
    """How often women and men are invited."""
    case = figures.case()
    rates = metrics.group_rates(case.decisions, case.people[explanations.GENDER])
    return Shown(picture=charts.rates_by_group(rates))


def fooled_explanations() -> Markup:
    """What a study showed about popular explanation methods."""
    return de.quoted(reference.finding("slack"))
