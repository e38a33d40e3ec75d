"""Unit 3, mitigating: where something can be done, a room of eight ways, what they cost, and what the law says."""

import pandas as pd

from fairki import charts, reference, ui
from fairki.lessons.module_06 import mitigated
from fairki.lessons.module_06.de import many_years as words
from fairki.lessons.module_06.de import measures
from fairki.lessons.module_06.de import unit_3 as de
from fairki.lessons.module_06.many_years import YEARS, kept
from fairki.lessons.module_06.mitigated import BY_GROUP, WAYS
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

PLACE, WAY, YARDSTICK, FAIR, LAW, MEASURE, HOLDS = (
    "06.stelle",
    "06.verfahren",
    "06.massstab",
    "06.faire_firma",
    "06.gruppengrenze",
    "06.weiteres_mass",
    "06.jahrgaenge",
)
EXAMPLE = "angleichen"
"""The way that stands for all that close the gap."""
CLOSE = "umschreiben"
"""The way that misses the goal by little in the year of the page, and reaches it in some others."""


def places() -> Scene:
    """Guess where most can be done, then see the best and the worst way of each place."""
    return Demonstration(
        ui.Guess(PLACE, question=de.PLACE, kind="choice", options=de.PLACES), reveal=what_each_place_does
    )


def what_each_place_does(answers: Answers) -> Shown:
    """The smallest and the largest gap that ways of each place leave."""
    gaps = {
        place: {way: mitigated.result(way).outcome.gap.value for way, where in WAYS.items() if where == place}
        for place in dict.fromkeys(WAYS.values())
    }
    return Shown(de.places(answers[PLACE], mitigated.result("").outcome.gap.value, gaps))


def room() -> Scene:
    """Pick a way of mitigating; does it reach the goal, and who pays? Computed at the first answer."""
    return Scene(
        ui.Choice(WAY, label=de.WAY, options=[[way, de.WAYS[way]] for way in WAYS]),
        ui.Text(),
        ui.Swaps(label=de.SWAPS, visible=False),
        reveal=what_a_way_does,
    )


def what_a_way_does(answers: Answers) -> Shown:
    """The verdict on the way that was picked, and who changes places."""
    way = answers[WAY]
    if way is None:
        return Shown(de.WAY_FIRST, traits={ui.Swaps: {"visible": False}})
    today, now = mitigated.result(""), mitigated.result(way)
    moved = mitigated.swapped(way)
    return Shown(
        de.verdict(
            way,
            today,
            now,
            (mitigated.reaches_gap(way), mitigated.keeps_suitable(way)),
            mitigated.too_small() if way in BY_GROUP else {},
        ),
        traits={
            ui.Swaps: {
                "groups": de.everybody(moved),
                "come": moved.loc[moved["new"], ["right", "wrong"]].to_numpy().tolist(),
                "go": moved.loc[~moved["new"], ["right", "wrong"]].to_numpy().tolist(),
                "headline": de.swapped(moved, today.invited),
                "more": de.who_pays(moved),
                "table": de.swaps_table(moved),
                "visible": True,
            }
        },
    )


def yardsticks() -> Scene:
    """Guess what mitigating costs, then see every way on two yardsticks."""
    return Demonstration(
        ui.Guess(YARDSTICK, question=de.YARDSTICK, kind="choice", options=de.YARDSTICKS),
        ui.Chart(visible=False),
        ui.Text(),
        reveal=what_it_costs,
    )


def what_it_costs(answers: Answers) -> Shown:
    """Right decisions, measured against past decisions and against suitability."""
    results = {way: mitigated.result(way) for way in ("", *WAYS)}
    today, example = results[""].outcome, results[EXAMPLE].outcome
    hit = answers[YARDSTICK] == "mehr"
    better = sum(one.outcome.as_suitable >= today.as_suitable for way, one in results.items() if way)
    rows = [
        (
            de.WAYS.get(way, de.TODAY),
            de.gap_note(one.outcome.gap.value),
            one.outcome.as_before,
            one.outcome.as_suitable,
        )
        for way, one in results.items()
    ]
    return Shown(
        de.costs(hit, de.WAYS[EXAMPLE], today, example, better, len(WAYS)),
        charts.two_yardsticks(
            pd.DataFrame(rows, columns=["name", "note", "one", "other"]),
            de.MEASURED,
            de.YARDSTICK_COLUMNS,
            de.YARDSTICK_TITLE,
            de.yardstick_summary(today, example, de.WAYS[EXAMPLE]),
        ),
        de.TRUE_OUTCOME,
        hit=hit,
    )


def many_years() -> Scene:
    """Guess in how many of twenty years the example reaches the goal; the figures of all ways are kept."""
    return Demonstration(
        ui.Guess(HOLDS, question=words.ask(CLOSE, len(YEARS)), unit=words.ASK_UNIT, high=len(YEARS)),
        reveal=what_holds,
    )


def what_holds(_answers: Answers) -> Shown:
    """Gap and goal of every way in all years."""
    return Shown(words.found(CLOSE, kept(), len(YEARS)))


def fair_firm() -> Scene:
    """Guess what mitigating does where the past was fair."""
    return Demonstration(
        ui.Guess(FAIR, question=de.FAIR, unit=de.PEOPLE, high=200, step=5), reveal=what_it_does_to_a_fair_firm
    )


def what_it_does_to_a_fair_firm(_answers: Answers) -> Shown:
    """A gap that may be chance, before and after, and people who get another answer."""
    return Shown(de.fair(mitigated.fair_firm()))


def group_bars() -> Scene:
    """Guess whether the law allows a bar per group; the law answers."""
    return Demonstration(
        ui.Guess(LAW, question=de.LAW, kind="choice", options=de.LAWS), reveal=what_the_law_says
    )


def what_the_law_says(answers: Answers) -> Shown:
    """On positive measures, and on who has to prove what."""
    laws = [reference.law(id) for id in ("agg_ausgleich", "agg_gruppe", "agg_beweis")]
    hit = answers[LAW] == "pruefen"
    return Shown(de.law(hit, *laws), hit=hit)


def more_measures() -> Scene:
    """Further measures, each of today's program and of the example."""
    return Scene(
        ui.Choice(MEASURE, label=measures.MEASURE, options=measures.MEASURES),
        ui.Text(),
        ui.Chart(visible=False),
        reveal=what_a_measure_shows,
    )


def what_a_measure_shows(answers: Answers) -> Shown:
    """The measure that was picked, among women and men."""
    picked = answers[MEASURE]
    if picked is None:
        return Shown(measures.MEASURE_FIRST)
    if picked == measures.TENTHS:
        return _tenths()
    before, after = mitigated.fields(""), mitigated.fields(EXAMPLE)
    if picked == measures.ODDS:
        return Shown(measures.odds(mitigated.odds(""), mitigated.odds(EXAMPLE)))
    return Shown(measures.measure(picked, before, after))


def _tenths() -> Shown:
    """What the score of today's program means among women and among men."""
    found = mitigated.calibration()
    rates = found.pivot(index="klasse", columns="gruppe", values="rate")
    people = found.assign(sum=found["n"] * found["erwartet"]).groupby("klasse")[["sum", "n"]].sum()
    shown = pd.DataFrame({measures.TENTH: rates.index})
    for group in dict.fromkeys(found["gruppe"]):
        shown[measures.suitable(group)] = rates[group].to_numpy()
    shown[measures.SAID] = people["sum"].to_numpy() / people["n"].to_numpy()
    widest = (rates.max(axis=1) - rates.min(axis=1)).idxmax()
    return Shown(
        measures.tenths(found[found["klasse"] == widest]),
        charts.lines(shown, measures.TENTHS_TITLE, measures.tenths_summary(found[found["klasse"] == widest])),
    )
