"""Rates and differences of groups whose names nobody knows beforehand."""

from collections.abc import Sequence

import pandas as pd
from markupsafe import escape

from fairki.charts import de, look
from fairki.charts.look import AMBER, COMPANY, Picture
from fairki.speech import percent

MOST_BARS = 24
"""Bars of one figure; the table behind it has all groups."""


def rates_of_groups(
    rates: pd.DataFrame,
    rows: Sequence[Sequence[str]],
    columns: Sequence[str],
    title: str,
    summary: str,
    axis: str,
    worse: str = "",
) -> Picture:
    """The rate of each group with its interval, the largest groups where there are many.

    Args:
        rates: as from ``metrics.rates_of_counts``, with at least one group.
        rows, columns: the table behind the figure.
        title, summary: the caller's sentences.
        axis: what the shares are shares of.
        worse: the group that the title says is worse off, in amber.
    """
    shown = rates.loc[rates["n"].nlargest(MOST_BARS).index.sort_values()]
    names = [
        str(escape(de.small(str(name)) if small else str(name)))  # plotly.js reads tags
        for name, small in zip(shown["gruppe"], shown["zu_klein"], strict=True)
    ]
    figure = look.bars(
        names,
        shown["rate"],
        [percent(rate, 1) for rate in shown["rate"]],
        [AMBER if worse and name == worse else COMPANY for name in shown["gruppe"]],
        interval=(shown["von"], shown["bis"]),
        opacity=[0.85 if worse and name == worse else 0.45 for name in shown["gruppe"]],
    )
    look.share_axis(figure, shown["bis"].max(), str(escape(axis)))
    return Picture(figure, title, summary, pd.DataFrame(rows, columns=list(columns)))


def differences(
    measured: Sequence[tuple[str, float, float, float]],
    rows: Sequence[Sequence[str]],
    columns: Sequence[str],
    title: str,
    summary: str,
    axis: str,
    ends: tuple[str, str],
) -> Picture:
    """Differences between two groups with their intervals, around zero.

    Args:
        measured: name, difference, and both ends of its interval, of at least one.
        rows, columns: the table behind the figure; what stands last in a row is said beside the name.
        title, summary: the caller's sentences.
        axis: what is measured.
        ends: who is ahead left of zero, and right of it.
    """
    names, texts = [str(escape(one[0])) for one in measured], [str(escape(row[-1])) for row in rows]
    values = [value for _, value, _, _ in measured]
    low, high = pd.Series([below for _, _, below, _ in measured]), pd.Series([one[3] for one in measured])
    sure = [bool(below > 0 or above < 0) for below, above in zip(low, high, strict=True)]
    colours = [AMBER if one else COMPANY for one in sure]
    figure = look.bars(names, (high - low) / 100, texts, colours, base=low / 100, labels=texts, opacity=0.35)
    figure.points(
        x=values,
        y=range(len(names)),
        mode="markers",
        marker={
            "size": 18,
            "color": colours,
            "symbol": ["diamond" if one else "diamond-open" for one in sure],
            "line": {"width": 3},
        },
        hoverinfo="skip",
    )
    reach = 1.1 * max(5, *low.abs(), *high.abs())
    figure.change(
        xaxis={"range": [-reach, reach], "zeroline": True, "nticks": 5, "title": {"text": str(escape(axis))}}
    )
    look.ends(figure, *(str(escape(end)) for end in ends))
    return Picture(figure, title, summary, pd.DataFrame(rows, columns=list(columns)))
