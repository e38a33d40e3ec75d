"""Lists that are made by points: rules are switched on and off, places and reasons move (unit 1)."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

import pandas as pd

from fairki import scoring, ui
from fairki.lessons.module_03.de import scored as de
from fairki.lessons.scene import Answers, Demonstration, Scene, Shown
from fairki.scoring import leads as scored
from fairki.scoring import tasks
from fairki.worlds import leads, service

GUILTY, SWITCHES = "03.punktwert", "03.regeln"
NOBODY = "keine"
"""Guess that no rule is to blame."""
LOUD, LOUD_SWITCHES = "03.laut", "03.laut.regeln"


def others_in(table: pd.DataFrame) -> float:
    """Share of other names among leads."""
    return float((table[leads.GROUP] == leads.OTHER).mean())


def guess_guilty() -> Scene:
    """Guess which rule keeps people of another name from the top, then see what changes without each."""
    whole = scored.everybody()
    question = de.guilty(others_in(whole.table), scored.top(whole, scored.without(()))[1])
    options = [*([rule, *words] for rule, words in de.RULES.items()), [NOBODY, *de.BY_CHANCE]]
    return Demonstration(
        ui.Guess(GUILTY, question=question, kind="choice", options=options), reveal=what_each_rule_does
    )


def what_each_rule_does(answers: Answers) -> Shown:
    """What the top of the list is worth without each rule, and whom it then holds."""
    whole = scored.everybody()
    all_on = scored.top(whole, scored.without(()))
    without = {rule: scored.top(whole, scored.without((rule,))) for rule in scored.RULES}
    worst = max(without, key=lambda rule: without[rule][1])
    useful = min((rule for rule in without if without[rule][1] <= all_on[1]), key=lambda rule: without[rule])
    north, south = (others_in(whole.table[whole.table["gebiet"] == side]) for side in scored.AREAS)
    verdict = {worst: de.RIGHT, NOBODY: de.NOT_CHANCE}.get(answers[GUILTY], de.ANOTHER)
    return Shown(
        de.blamed(verdict, all_on, without, worst, useful, (north, south)), hit=answers[GUILTY] == worst
    )


def switch_rules() -> Scene:
    """Twelve leads that stand for all: rules on and off, and the list moves."""
    block = ui.Ranking(
        SWITCHES,
        de.LIST,
        de.WHICH_COUNT,
        [[rule, *words] for rule, words in de.RULES.items()],
        legend=de.GROUPS,
        truth=de.TRUTH,
        end=de.END,
        columns=de.COLUMNS,
    )
    return Scene(block, first=the_leads, reveal=what_the_rules_make)


def the_leads() -> Shown:
    """The twelve leads."""
    items = [
        {
            "name": de.request(lead["nummer"]),
            "group": leads.GROUPS.index(lead[leads.GROUP]),
            "yes": bool(lead[leads.TRUTH]),
        }
        for _, lead in scored.shown().table.iterrows()
    ]
    return Shown(traits={ui.Ranking: {"items": items}})


def what_the_rules_make(answers: Answers) -> Shown:
    """The list with the rules that are on, what its top is worth and whom it holds."""
    off = answers[SWITCHES] or ()
    on = scored.without(off)
    sheet, whole = scored.shown(), scored.everybody()
    top = round(scored.CALLED * len(sheet.table))
    first = sheet.first(on, scored.CALLED)
    order = list(sheet.order(on))
    same = bool(off) and order == list(sheet.order(scored.without(())))
    remark = de.NO_RULE if not on else de.SAME_PLACES if same else ""
    ranking = listed(sheet, on, de.SHORT, about_lead) | {
        "top": top,
        "headline": de.called(
            top, int(first[leads.TRUTH].sum()), int((first[leads.GROUP] == leads.OTHER).sum())
        ),
        "more": de.more(de.whole(len(whole.table), scored.top(whole, on), others_in(whole.table)), remark),
    }
    return Shown(traits={ui.Ranking: {"ranking": ranking}})


def listed(
    sheet: scoring.Sheet,
    on: Collection[str],
    names: Mapping[str, str],
    told: Callable[[int], tuple[str, str, str]],
) -> dict[str, Any]:
    """The lines of a list in order, and the rows of its table.

    Args:
        names: rule → what it is called as a reason.
        told: for the position of an item its name, group and truth in German.
    """
    lines, rows = [], []
    for place, at in enumerate(sheet.order(on), start=1):
        given = [(names[rule], points) for rule, points in sheet.reasons(at, on)]
        points = sum(n for _, n in given)
        name, group, truth = told(at)
        lines.append([int(at), points, given])
        rows.append(de.row(place, name, group, points, given, truth))
    return {"lines": lines, "rows": rows}


def about_lead(at: int) -> tuple[str, str, str]:
    """A lead of the list that is shown: its name, group and truth."""
    lead = scored.shown().table.iloc[at]
    group = de.GROUPS[leads.GROUPS.index(lead[leads.GROUP])]
    return de.request(lead["nummer"]), group, de.TRUTH[0 if lead[leads.TRUTH] else 1]


def guess_loud() -> Scene:
    """Guess how many of the most urgent requests an assistant puts first that listens to loudness, then see."""
    return Demonstration(ui.Guess(LOUD, question=de.LOUD_COUNT, unit=de.OF_100), reveal=what_loudness_does)


def what_loudness_does(_answers: Answers) -> Shown:
    """With all rules, with those on need alone, with those on loudness alone."""
    need = tasks.without(tasks.LOUD)
    return Shown(de.loud(*(tasks.of_100(off) for off in ((), tasks.LOUD, need))))


def switch_loud() -> Scene:
    """A day's requests in order, with reasons: rules on and off."""
    block = ui.Ranking(
        LOUD_SWITCHES,
        de.TASKS_LIST,
        de.WHICH_COUNT,
        [[rule, *words] for rule, words in de.TASK_RULES.items()],
        legend=de.LANGUAGES,
        truth=de.NEED,
        end=de.TASKS_END,
        columns=de.TASKS_COLUMNS,
    )
    return Scene(block, first=the_requests, reveal=what_the_day_makes)


def the_requests() -> Shown:
    """The requests of the day."""
    day = tasks.shown()
    most = tasks.most_in_need(day)
    items = [
        {
            "name": de.request(one["nummer"]),
            "group": service.GROUPS.index(one[service.GROUP]),
            "yes": at in most,
        }
        for at, (_, one) in enumerate(day.table.iterrows())
    ]
    return Shown(traits={ui.Ranking: {"items": items}})


def what_the_day_makes(answers: Answers) -> Shown:
    """The day's list with the rules that are on, and who waits quietly."""
    off = answers[LOUD_SWITCHES] or ()
    day = tasks.shown()
    names = {rule: name for rule, (name, _) in de.TASK_RULES.items()}
    waiting = [about_task(at)[0] for at in tasks.quiet(day, off)]
    ranking = listed(day, tasks.without(off), names, about_task) | {
        "top": tasks.FIRST,
        "headline": de.done_first(tasks.found(day, off)),
        "more": de.more(de.waits(waiting), de.many_days(len(tasks.days()), tasks.of_100(off))),
    }
    return Shown(traits={ui.Ranking: {"ranking": ranking}})


def about_task(at: int) -> tuple[str, str, str]:
    """A request of the day that is shown: its name, language and truth."""
    day = tasks.shown()
    one = day.table.iloc[at]
    group = de.LANGUAGES[service.GROUPS.index(one[service.GROUP])]
    return de.request(one["nummer"]), group, de.NEED[0 if at in tasks.most_in_need(day) else 1]
