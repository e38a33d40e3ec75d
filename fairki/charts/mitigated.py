"""Pictures of mitigation: what it costs on two yardsticks."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from fairki.charts import look
from fairki.charts.figure import Figure
from fairki.charts.look import COMPANY, LINE, PETROL, Picture
from fairki.speech import percent


def two_yardsticks(
    things: pd.DataFrame, labels: tuple[str, str], columns: Sequence[str], title: str, summary: str
) -> Picture:
    """Each thing on two yardsticks at once, a ring and a full mark joined by a line.

    Args:
        things: one row per thing with ``name``, ``note`` (in brackets behind it), ``one`` and ``other`` (shares).
        labels: what the ring (one) and the full mark (other) mean.
        columns: of the table: name, note, and the two yardsticks.
        title, summary: the caller's sentences.
    """
    rows: list[Any] = list(things.itertuples())
    figure = Figure(look.layout(10))
    height = 2 * LINE + 6
    for place, row in enumerate(rows):
        figure.points(
            x=[100 * row.one, 100 * row.other],
            y=[-place, -place],
            mode="lines",
            line={"color": COMPANY, "width": 1.6},
            hoverinfo="skip",
            showlegend=False,
        )
        figure.note(
            f"{row.name} <b>({row.note})</b>",
            xref="paper",
            x=0,
            xanchor="left",
            y=-place + 0.2,
            yanchor="bottom",
        )
    for label, name, symbol, colour in zip(
        labels, ("one", "other"), ("square-open", "circle"), (COMPANY, PETROL), strict=True
    ):
        figure.points(
            x=100 * things[name],
            y=[-place for place in range(len(rows))],
            mode="markers",
            name=label,
            marker={"symbol": symbol, "size": 14, "color": colour, "line": {"width": 2.6}},
            customdata=[percent(share, 1) for share in things[name]],
            hovertemplate=f"{label}: %{{customdata}}<extra></extra>",
        )
    look.legend_above(figure, height * len(rows) + 60, 2 * LINE + 12)
    low, high = (100 * getattr(things[["one", "other"]].to_numpy(), end)() for end in ("min", "max"))
    figure.change(
        margin={"l": 4, "r": 4},
        xaxis={
            "range": [low - 1.5, min(100, high + 1.5)],
            "ticksuffix": "\N{NO-BREAK SPACE}%",
            "nticks": 5,
        },
        yaxis={"range": [0.4 - len(rows), 0.8], "visible": False},
    )
    table = pd.DataFrame(
        [[row.name, row.note, percent(row.one, 1), percent(row.other, 1)] for row in rows],
        columns=list(columns),
    )
    return Picture(figure, title, summary, table)
