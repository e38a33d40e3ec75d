"""Rates of groups whose names nobody knows beforehand."""

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
