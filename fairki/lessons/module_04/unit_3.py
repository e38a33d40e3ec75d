"""Unit 3, twelve months of operation: a year with a hidden fault, and a plan that watches it."""

import pandas as pd

from fairki import charts, ui
from fairki.documents import life_cycle
from fairki.governance import operation
from fairki.lessons.module_04 import figures, paper, run
from fairki.lessons.module_04.de import unit_3 as de
from fairki.lessons.module_04.figures import LOOSE, SHOWN_MONTH, STRICT, YEARS
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown

MONTH, ALARMS = "04.monat", "04.alarme"
INTERVAL, LIMITS = life_cycle.INTERVAL_KEY, life_cycle.LIMIT_KEYS
RAN = "plan.gelaufen"
"""Under this name the page knows which plans ran through a year; it is kept nowhere."""
BOUNDS = ((1, operation.MONTHS), (2, 40), (2, 40), (2, 60))
"""What the sliders of a plan can be set to, in their order."""
MANY_FALSE, SOME_FALSE, FEW_FOUND, LATE = 4.0, 2.0, 0.5, 6.0
"""From so many false alarms in a year, below such a share of faults, after so many months a plan gets a word."""


def guess_month() -> list[Scene]:
    """A year in a chart; guess in which month something went wrong."""
    return [
        Scene(ui.Chart(), first=lambda: Shown(picture=year_of(figures.shown_year()))),
        Demonstration(
            ui.Guess(MONTH, question=de.MONTH, unit="", low=1, high=operation.MONTHS),
            reveal=when_it_went_wrong,
        ),
    ]


def year_of(year: operation.Year) -> charts.Picture:
    """Month by month, the rates of both groups and the share of women who apply."""
    table = year.table
    women, men = table["eingeladen_frauen"] / table["frauen"], table["eingeladen_maenner"] / table["maenner"]
    pool = table["frauen"] / table["bewerbungen"]
    return charts.lines(
        pd.DataFrame(dict(zip(de.YEAR_COLUMNS, (table["monat"], women, men, pool), strict=True))),
        title=de.YEAR_TITLE,
        summary=de.year_summary((women.min(), women.max()), (men.min(), men.max())),
    )


def when_it_went_wrong(answers: Answers) -> Shown:
    """The month, how far the guess is from it, and what happened."""
    kind = figures.shown_year().kind
    assert kind is not None  # the year on the page is one in which something changes
    story = operation.KINDS[kind].story
    return Shown(
        de.month(abs(round(answers[MONTH]) - SHOWN_MONTH), SHOWN_MONTH, story, operation.APPLICATIONS)
    )


def guess_alarms() -> Scene:
    """Guess how often a very strict plan cries wolf, then see."""
    return Demonstration(
        ui.Guess(
            ALARMS,
            question=de.alarms(STRICT.limits["abstand"]),
            unit=de.ALARMS_UNIT,
            high=operation.MONTHS,
        ),
        reveal=what_extremes_bring,
    )


def what_extremes_bring(_answers: Answers) -> Shown:
    """The false alarms of a strict plan, and what a loose one overlooks."""
    strict, loose = figures.extremes()
    return Shown(de.extremes(strict.false_alarms, LOOSE.limits["abstand"], loose.found, loose.faults))


def plan() -> Scene:
    """Set interval and limits."""
    return Scene(
        *(
            ui.Slider(
                key, de.SLIDERS[key], value=life_cycle.START[key], low=low, high=high, unit=de.UNITS[key]
            )
            for key, (low, high) in zip(life_cycle.START, BOUNDS, strict=True)
        )
    )


def twelve_months() -> Scene:
    """Let a year run with the plan."""
    months = ui.Months(de.GROUPS, BOUNDS, label=de.MONTHS)
    return Scene(months, unkept={RAN: months}, needs=[*life_cycle.START], reveal=what_a_year_brings)


def what_a_year_brings(answers: Answers) -> Shown:
    """Each year of the picture as the plan sees it."""
    own = _own(answers)
    picture = {
        "lanes": [run.lane(name, limit) for name, limit in own.limits.items()],
        "years": [run.of(own, year) for year in figures.run_years()],
        "plan": _numbers(answers),
    }
    return Shown(traits={ui.Months: picture})


def _numbers(answers: Answers) -> list[int]:
    """The four numbers of the learner's plan."""
    return [int(answers[key]) for key in life_cycle.START]


def _own(answers: Answers) -> operation.Plan:
    own = life_cycle.plan(answers)
    assert own is not None  # each slider has a value from the start
    return own


def many_years() -> Scene:
    """The plan over many years: how much it finds, how late, how often it cries wolf; and beside the plan before."""
    return Scene(ui.Text(), reveal=what_the_plan_brings, needs=[*life_cycle.START, RAN])


def what_the_plan_brings(answers: Answers) -> Shown:
    """The plan over many years, in the year of the page, and beside the last other plan that ran."""
    own = _own(answers)
    result = figures.score(own)
    alarms = [month for month in operation.watch(own, figures.shown_year()) if month >= SHOWN_MONTH]
    said = de.plan(result, YEARS, operation.FOUND_BY_AUDIT, word_on(result), alarms[0] if alarms else None)
    ran = [numbers for numbers in answers.get(RAN) or [] if numbers != _numbers(answers)]
    if not ran:
        return Shown(said + de.NO_OTHER)
    before = _own(dict(zip(life_cycle.START, ran[-1], strict=True)))
    return Shown(
        said
        + de.compared(
            (before, figures.score(before)),
            (own, result),
            YEARS,
            operation.FOUND_BY_AUDIT,
            operation.HOURS_TO_LOOK,
            operation.HOURS_TO_FOLLOW,
        )
    )


def word_on(result: operation.Result) -> str:
    """What a plan is worth, in a German sentence or two; both lazy extremes are told why."""
    if result.false_alarms >= MANY_FALSE:
        return de.CONSTANT_ALARM
    if result.share_found < FEW_FOUND:
        return de.NEVER_ALARM
    if result.delay >= LATE:
        return de.LATE_ALARM
    if result.false_alarms >= SOME_FALSE:
        return de.NOISY_ALARM
    return de.BALANCED


def life_cycle_paper() -> Scene:
    """The life-cycle plan as a Word file."""
    return paper.save(life_cycle.SECTION, de.SAVE, de.FILE)
