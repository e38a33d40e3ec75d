"""Pictures of rates and gaps: bars, one below the other."""

from collections.abc import Collection, Sequence

import pandas as pd

from fairki import groups
from fairki.charts import de, look
from fairki.charts.look import AMBER, COMPANY, GROUP_COLOURS, PETROL, ZERO, Picture
from fairki.mirror import DIFFERENCE, Reflection
from fairki.mirror.de import wording
from fairki.speech import number, percent, points
from fairki.worlds.world import MAN, WOMAN


def rates_by_group(
    rates: pd.DataFrame,
    title: str | None = None,
    summary: str | None = None,
    verb: str = de.INVITED,
    told: Collection[str] | None = None,
) -> Picture:
    """Rate per group with its interval; a group too small for a judgement is shown and called so.

    Args:
        rates: one row per group with ``gruppe`` (weiblich, männlich, divers), ``rate``, ``von``, ``bis``
            (shares 0 to 1, 95 % interval), ``n`` (people in the group) and ``zu_klein``; as from
            ``metrics.group_rates``. Any number of groups and any names; three or more have their smallest named. Its
            ``ohne_entscheidung`` is shown if anybody is without one.
        title, summary: sentences of the caller's own; otherwise they are built. The built title says of other groups
            than women and men which two are furthest apart, and that only if chance does not explain it.
        verb: what happens to people, as a participle.
        told: the groups that the title says are worse off, in amber among grey ones; None: each has its own colour.
    """
    labels = [de.GROUPS.get(group, str(group)) for group in rates["gruppe"]]
    names = [de.small(name) if small else name for name, small in zip(labels, rates["zu_klein"], strict=True)]
    figure = look.bars(
        names,
        rates["rate"],
        [percent(rate, 1) for rate in rates["rate"]],
        colours=[
            GROUP_COLOURS.get(group, COMPANY) if told is None else AMBER if group in told else COMPANY
            for group in rates["gruppe"]
        ],
        interval=(rates["von"], rates["bis"]),
        opacity=0.45 if told is None else [0.85 if group in told else 0.45 for group in rates["gruppe"]],
    )
    look.share_axis(figure, rates["bis"].max(), de.share_who_are(verb))
    shown = list(
        zip(names, rates["rate"], rates["von"], rates["bis"], rates["n"], rates["zu_klein"], strict=True)
    )
    parts = [de.rate(name, rate, low, high) for name, rate, low, high, *_ in shown]
    table = pd.DataFrame(
        [
            [
                name,
                percent(rate, 1),
                de.span(low, high),
                number(n),
                de.TOO_SMALL if small else de.YES,
            ]
            for name, rate, low, high, n, small in shown
        ],
        columns=[de.GROUP, de.heading(verb), de.INTERVAL, de.PEOPLE, de.JUDGEABLE],
    )
    missing = rates["ohne_entscheidung"] if "ohne_entscheidung" in rates else pd.Series([], dtype=int)
    gaps = ""
    if missing.any():
        table[de.UNDECIDED] = [number(float(n)) for n in missing]
        gaps = de.undecided(int(missing.sum()))
    if len(rates) > 2:
        at = int(rates["n"].to_numpy().argmin())
        gaps = de.smallest(labels[at], int(rates["n"].iloc[at]), bool(rates["zu_klein"].iloc[at])) + gaps
    return Picture(
        figure,
        title or _title(rates, labels, parts, verb),
        (summary or de.rates_summary(verb, parts)) + gaps,
        table,
    )


def _title(rates: pd.DataFrame, labels: Sequence[str], parts: Sequence[str], verb: str) -> str:
    known = dict(zip(rates["gruppe"], labels, strict=True))
    if set(known) <= set(de.GROUPS):
        large = rates[rates["gruppe"].isin([WOMAN, MAN]) & ~rates["zu_klein"].astype(bool)]
        of_hundred = [
            de.of_hundred(known[group], rate)
            for group, rate in zip(large["gruppe"], large["rate"], strict=True)
        ]
        return de.rates_title(verb, of_hundred or parts)
    found = groups.furthest(rates)
    if found is None:
        return de.TOO_FEW
    if not found.low:
        return de.NO_GAP
    return de.furthest(verb, known[found.better], found.rate_better, known[found.worse], found.rate_worse)


def against_chance(
    models: Sequence[tuple[str, Reflection]], title: str | None = None, summary: str | None = None
) -> Picture:
    """The gap of models of the mirror, each beside the range that chance alone produces.

    Args:
        models: name and what this model learnt; none of them ``mirror.NOT_LEARNABLE``.
        title, summary: sentences of the caller's own; otherwise they are built.
    """
    names, learnt = [name for name, _ in models], [one for _, one in models]
    more = [one.verdict == DIFFERENCE for one in learnt]
    chance = [wording.chance(one) for one in learnt]
    texts = [f"{wording.short(one.gap)}: {wording.verdict(one)}" for one in learnt]
    low, high = (pd.Series([one.chance[end] / 1000 for one in learnt]) for end in (0, 1))
    figure = look.bars(
        names,
        high - low,
        [de.chance_alone(span) for span in chance],
        [COMPANY] * len(names),
        base=low,
        labels=texts,
        opacity=0.35,
    )
    figure.points(
        x=[one.gap / 10 for one in learnt],
        y=range(len(names)),
        mode="markers",
        marker={
            "size": 18,
            "color": [AMBER if yes else COMPANY for yes in more],
            "symbol": ["diamond" if yes else "diamond-open" for yes in more],
            "line": {"width": 3},
        },
        customdata=[f"{name}: {text}" for name, text in zip(names, texts, strict=True)],
        hovertemplate="%{customdata}<extra></extra>",
    )
    reach = 0.11 * max(50, *(abs(end) for one in learnt for end in (one.gap, *one.chance)))
    figure.change(
        xaxis={
            "range": [-reach, reach],
            "zeroline": True,
            "nticks": 5,
            "title": {"text": de.GAP_POINTS},
        }
    )
    look.ends(figure, de.WOMEN_AHEAD, de.MEN_AHEAD)
    found = [name for name, yes in zip(names, more, strict=True) if yes]
    if not found:
        built = de.ALL_OPEN
    elif len(found) == len(names):
        built = de.ALL_FOUND
    else:
        rest = [name for name, yes in zip(names, more, strict=True) if not yes]
        built = de.some_found(found, rest)
    parts = [de.compared(name, text, span) for name, text, span in zip(names, texts, chance, strict=True)]
    table = pd.DataFrame(
        {
            de.MODEL: names,
            de.GAP_POINTS: [wording.short(one.gap) for one in learnt],
            de.RESULT: [wording.verdict(one) for one in learnt],
            de.CHANCE_ALONE: chance,
        }
    )
    return Picture(
        figure,
        title or built,
        summary or de.against_chance(parts),
        table,
    )


def stay_share(
    with_column: float,
    without_column: float,
    column: str = de.GENDER,
    title: str | None = None,
    summary: str | None = None,
) -> Picture:
    """How much of a gap stays when a column is deleted.

    Args:
        with_column: the gap (−1 to 1) of a model that sees the column.
        without_column: the gap of one that does not.
        column: name of the column.
        title, summary: sentences of the caller's own; otherwise they are built.
    """
    names = [de.with_column(column), de.without_column(column)]
    gaps = pd.Series([with_column, without_column])
    shown = [points(gap) for gap in gaps]
    figure = look.bars(names, gaps, shown, [COMPANY, AMBER])
    gone = max(with_column - max(without_column, 0), 0)
    figure.bars(
        x=[100 * gone],
        y=[1],
        base=[100 * max(without_column, 0)],
        width=figure.data[0]["width"],
        marker={
            "color": "rgba(0,0,0,0)",
            "line": {"color": ZERO, "width": 1.5},
            "pattern": {"shape": "/", "fgcolor": ZERO, "size": 8},
        },
        hovertemplate=f"{de.falls_away(gone)}<extra></extra>",
    )
    figure.change(
        xaxis={
            "range": [110 * min(gaps.min(), 0), 105 * max(gaps.max(), 0.01)],
            "zeroline": True,
            "nticks": 6,
            "title": {"text": de.GAP_PERCENTAGE_POINTS},
        }
    )
    table = pd.DataFrame(
        {
            de.MODEL: de.rows_of_gaps(column),
            de.GAP: [*shown, points(with_column - without_column)],
        }
    )
    return Picture(
        figure,
        title or de.stays(column, with_column, without_column),
        summary or de.stay_summary(*shown),
        table,
    )


def proxy_strength(
    proxies: pd.DataFrame,
    together: float | None = None,
    title: str | None = None,
    summary: str | None = None,
) -> Picture:
    """How well each column gives away the gender, from the toss of a coin to always.

    Args:
        proxies: one row per column with ``name`` and ``auc``: the chance that, of one woman and one man, the
            column tells who is who (0.5 is a toss of a coin); as from ``metrics.proxies``.
        together: the same for all columns together.
        title, summary: sentences of the caller's own; otherwise they are built.
    """
    ordered = proxies.sort_values("auc", ascending=False)
    names, chances = list(ordered["name"]), list(ordered["auc"])
    colours = [PETROL] * len(names)
    built = de.tells_most(names[0])
    if together is not None:
        names, chances = [de.ALL_TOGETHER, *names], [together, *chances]
        colours = [AMBER, *colours]
        built = de.tell_together(together)
    shown = [percent(chance) for chance in chances]
    figure = look.bars(names, pd.Series(chances) - 0.5, shown, colours, base=0.5)
    figure.change(
        xaxis={
            "range": [min(50, 100 * min(chances)), 100],
            "tickvals": [50, 75, 100],
            "ticktext": ["50\N{NO-BREAK SPACE}%", "75\N{NO-BREAK SPACE}%", "100\N{NO-BREAK SPACE}%"],
            "title": {"text": de.TOLD_AXIS},
        }
    )
    look.ends(figure, de.COIN, de.ALWAYS)
    parts = [f"{name} {chance}" for name, chance in zip(names, shown, strict=True)]
    return Picture(
        figure,
        title or built,
        summary or de.told(parts),
        pd.DataFrame({de.COLUMN: names, de.TOLD: [percent(chance, 1) for chance in chances]}),
    )


def bars(table: pd.DataFrame, title: str, summary: str, axis_title: str = "") -> Picture:
    """Shares as horizontal bars, in the order given.

    Args:
        table: first column: names; second column: shares 0 to 1. The column names are the labels. A third
            and a fourth column, if there are any, are the lowest and the highest value that a share took.
        title, summary: the caller's sentences.
        axis_title: what the shares are shares of.
    """
    names, shares, *ends = table.columns
    shown = [percent(share, 1) for share in table[shares]]
    interval = (table[ends[0]], table[ends[1]]) if ends else None
    figure = look.bars(
        list(table[names]),
        table[shares],
        shown,
        [PETROL] * len(table),
        interval=interval,
        opacity=0.45 if ends else 1.0,
    )
    look.share_axis(figure, table[ends[-1] if ends else shares].max(), axis_title or shares)
    numbers = pd.DataFrame({names: table[names], shares: shown})
    if interval:
        numbers[de.RANGE] = [de.span(low, high) for low, high in zip(*interval, strict=True)]
    return Picture(figure, title, summary, numbers)
