"""What the page of module 06 says about set-ups and what they lead to: numbers, tables, pictures, German HTML."""

from functools import cache
from html import escape

import pandas as pd

from fairki import charts, german, people
from fairki.documents import review_setup as paper
from fairki.lessons.lesson import paragraphs
from fairki.people import AUTOMATIC, COMBINED, HUMAN, RANDOM, Outcome, Setup
from fairki.worlds import recruiting

MACHINE = Setup(AUTOMATIC)
ALONE = Setup(HUMAN, people.FAIR, people.APPLICATIONS, RANDOM)
EXAMPLE = Setup()
"""The combination that the page shows: 500 proposals near the bar, six minutes each."""
SETUPS = {AUTOMATIC: MACHINE, HUMAN: ALONE, COMBINED: EXAMPLE}
YEARS = len(people.SEEDS)


def mean(setup: Setup, measure: str) -> float:
    """A measure of ``people.Outcome`` on average over the twenty years."""
    return people.band(_years(setup), measure).mean


def mean_gain(setup: Setup) -> float:
    """How much larger the share of women is than with the machine alone, on average."""
    return mean(setup, "women") - mean(MACHINE, "women")


def _years(setup: Setup) -> list[Outcome]:
    return [people.run(setup, seed) for seed in people.SEEDS]


@cache
def outcomes(team: str) -> dict[Setup, list[Outcome]]:
    """Every set-up of the grid with this team, and its twenty years."""
    return {setup: _years(setup) for setup in people.grid(people.REVIEWERS[team])}


def reliable(goal: people.Goal, years: list[Outcome]) -> bool:
    """Whether the goal is reached in enough of the years."""
    return sum(map(goal.reached, years)) >= people.RELIABLE * len(years)


def grouped(caption: str, columns: tuple[str, ...], groups: dict[str, list[tuple[str, ...]]]) -> str:
    """A narrow table in groups, each below a title of its own; the first cell of a row names it."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    bodies = "".join(
        f'<tbody><tr><th scope="rowgroup" colspan="{len(columns)}">{escape(title)}</th></tr>'
        + "".join(
            f'<tr><th scope="row">{escape(first)}</th>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
            + "</tr>"
            for first, *cells in rows
        )
        + "</tbody>"
        for title, rows in groups.items()
    )
    return (
        f'<table class="fk-groups"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead>{bodies}</table>"
    )


def comparison(caption: str, setups: dict[str, Setup]) -> str:
    """Set-ups side by side, measure by measure: the mean, and the smallest and the largest year."""
    groups = {}
    for measure, name in paper.MEASURES.items():
        bands = {label: people.band(_years(setup), measure) for label, setup in setups.items()}
        groups[name] = [
            (label, paper.shown(measure, band.mean), paper.span(measure, band))
            for label, band in bands.items()
        ]
    return grouped(f"{caption}; Spanne: kleinstes bis größtes Jahr", ("Weg", "Mittel", "Spanne"), groups)


def share_of_women(title: str, setups: dict[str, Setup]) -> charts.Picture:
    """The share of women among the invited as bars with the span of the years."""
    bands = {name: people.band(_years(setup), "women") for name, setup in setups.items()}
    shares = pd.DataFrame(
        [[name, band.mean, band.low, band.high] for name, band in bands.items()],
        columns=["Aufbau", "Frauen unter den Eingeladenen", "von", "bis"],
    )
    parts = ", ".join(f"{name} {german.percent(band.mean, 1)}" for name, band in bands.items())
    return charts.bars(
        shares,
        title=title,
        summary=(
            f"Frauen unter den Eingeladenen, im Mittel aus 20 Jahren: {parts}. Der Strich zeigt das kleinste und das "
            f"größte Jahr. Unter den Bewerbungen sind {german.percent(recruiting.SHARE_WOMEN)} Frauen."
        ),
        axis_title="Frauen unter den Eingeladenen",
    )


def verdict(setup: Setup, goal: people.Goal) -> str:
    """Whether the set-up reaches the goal, wish by wish, and whether others with the same team do."""
    years = _years(setup)
    reached = sum(map(goal.reached, years))
    limits = {
        "women": f"mindestens {german.percent(goal.women)}",
        "wrong": f"höchstens {german.number(goal.wrong)}",
        "hours": f"höchstens {german.number(goal.hours)}",
    }
    groups = {}
    for measure, limit in limits.items():
        band = people.band(years, measure)
        kept = sum(goal.met(outcome)[measure] for outcome in years)
        sign = "✓" if kept >= people.RELIABLE * YEARS else "✗"
        own = f"{paper.shown(measure, band.mean)} ({paper.span(measure, band)})"
        groups[paper.MEASURES[measure]] = [(limit, own, f"{sign} {kept} von {YEARS} Jahren")]
    enough = german.number(people.RELIABLE * YEARS)
    first = (
        f"<strong>Ziel erreicht:</strong> in {reached} von {YEARS} Jahren."
        if reached >= people.RELIABLE * YEARS
        else f"<strong>Ziel noch nicht erreicht:</strong> alles zugleich klappt in {reached} von {YEARS} Jahren. "
        f"Wir verlangen {enough}."
    )
    return (
        paragraphs(first)
        + grouped(
            "Ihr Ziel und Ihr Aufbau; in Klammern: kleinstes bis größtes Jahr",
            ("Ziel", "Ihr Aufbau", "Erfüllt in"),
            groups,
        )
        + hint(setup, goal)
    )


def hint(setup: Setup, goal: people.Goal) -> str:
    """How many set-ups of the grid reach the goal with this team; which ones, to unfold. Nothing without a team."""
    if setup.way == AUTOMATIC:
        return ""
    team = next(id for id, reviewer in people.REVIEWERS.items() if reviewer == setup.reviewer)
    known = outcomes(team)
    good = [one for one, years in known.items() if reliable(goal, years)]
    tried = german.number(len(known))
    whose = f"Das Team {setup.reviewer.name}."
    if not good:
        return paragraphs(
            f"{whose} Wir haben {tried} Aufbauten mit ihm durchgerechnet: <strong>Keiner</strong> erreicht dieses "
            "Ziel. Ändern Sie das Ziel oder das Team."
        )
    items = "".join(f"<li>{escape(short(one))}</li>" for one in good)
    count = german.count_of(len(good), "Aufbau erreicht", "Aufbauten erreichen")
    return (
        paragraphs(f"{whose} Wir haben {tried} Aufbauten mit ihm durchgerechnet: {count} dieses Ziel.")
        + f"<details><summary>Welche sind das?</summary><ul>{items}</ul></details>"
    )


def short(setup: Setup) -> str:
    """A set-up in one line."""
    if setup.way == AUTOMATIC:
        return "Programm allein"
    time = paper.minutes(setup.minutes)
    if setup.way == HUMAN:
        return f"Mensch allein: {german.number(setup.cases)} Bewerbungen, je {time}"
    return f"Mensch mit Vorschlag: {german.number(setup.cases)} Fälle, je {time}, {paper.WHICH[setup.which]}"


def winners(average: dict[Setup, dict[str, float]]) -> str:
    """Who wins in one point, and what it costs elsewhere; ``average`` holds means by measure."""
    found = {
        "Meiste Frauen": max(average, key=lambda setup: average[setup]["women"]),
        "Wenigste Fehlentscheidungen": min(average, key=lambda setup: average[setup]["wrong"]),
        "Wenigste Stunden": min(average, key=lambda setup: average[setup]["hours"]),
    }
    items = ""
    for wish, setup in found.items():
        women, wrong, hours = (
            paper.shown(name, average[setup][name]) for name in ("women", "wrong", "hours")
        )
        items += (
            f"<li><strong>{wish}:</strong> {escape(short(setup))}. Das bringt {women} Frauen, {wrong} "
            f"Fehlentscheidungen und {hours} Stunden.</li>"
        )
    return f"<ul>{items}</ul>"


def case_html(person: pd.Series, rank: int) -> str:
    """The card of the application that unit 4 is about, with the machine's proposal."""
    labels = recruiting.LABELS
    facts = [
        (labels["abschlussnote"], german.number(person["abschlussnote"], 1)),
        (f"{labels['test']} (bis 100)", german.number(person["test"])),
        (f"{labels['fachkenntnisse']} (bis 10)", german.number(person["fachkenntnisse"], 1)),
        (f"{labels['erfahrung']} in Jahren", german.number(person["erfahrung"], 1)),
        (f"{labels['auszeit_monate']} in Monaten", german.number(person["auszeit_monate"])),
        (labels["teilzeit"], "ja" if person["teilzeit"] else "nein"),
        (labels["studienfach"], str(person["studienfach"])),
    ]
    items = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts)
    places = round(recruiting.SHARE_INVITED * people.APPLICATIONS)
    return (
        '<div class="fk-card"><h4 class="fk-card-title">Lena Hoffmann, Bewerbung '
        f'{german.number(person["nummer"])}</h4><dl class="fk-facts">{items}</dl>'
        f'<p class="fk-card-note">Vorschlag des Programms: <strong>Absage</strong>. Platz {german.number(rank)}; '
        f"eingeladen werden {german.number(places)}.</p></div>"
    )
