"""Pictures of what changes with time."""

import pandas as pd

from fairki.charts import de, look
from fairki.charts.figure import Figure
from fairki.charts.look import LINE, LONGEST_AXIS, SERIES, Picture
from fairki.speech import number, percent


def rounds(history: pd.DataFrame, title: str | None = None, summary: str | None = None) -> Picture:
    """A model that learns from its own decisions, round after round.

    Args:
        history: one row per round with ``round`` (number), ``pool`` (share of women among applicants),
            ``gap`` (rate of men minus rate of women) and ``agreement`` (share of decisions that agree with
            true suitability); as from ``rounds.run``.
        title, summary: sentences of the caller's own; otherwise they are built.
    """
    first, last = history.iloc[0], history.iloc[-1]
    return lines(
        history.rename(columns=de.ROUNDS)[list(de.ROUNDS.values())],
        title or de.women_apply(first["pool"], last["pool"]),
        summary or de.rounds(*((first[name], last[name]) for name in ("pool", "gap", "agreement"))),
    )


def lines(table: pd.DataFrame, title: str, summary: str) -> Picture:
    """Shares over time, up to four lines.

    Args:
        table: first column: whole numbers for the axis below; every other column: one line (shares 0 to 1).
            The column names are the labels.
        title, summary: the caller's sentences.
    """
    axis, *series = table.columns
    above = LINE * len(series) + 24
    figure = Figure(look.layout(220))
    for name, (colour, dash, symbol) in zip(series, SERIES, strict=False):
        figure.points(
            x=table[axis],
            y=100 * table[name],
            name=name,
            mode="lines+markers",
            line={"color": colour, "dash": dash, "width": 3},
            marker={"symbol": symbol, "size": 10, "color": colour},
            customdata=[percent(share, 1) for share in table[name]],
            hovertemplate=f"{axis} %{{x}}: {name} %{{customdata}}<extra></extra>",
        )
    look.legend_above(figure, 270, above)
    last, many = table[axis].iloc[-1], len(table) > LONGEST_AXIS
    figure.change(
        xaxis={
            "title": {"text": axis},
            "dtick": 2 if many else 1,
            "tick0": last,
            "tickangle": 0,
            "showgrid": False,
        },
        yaxis={
            "range": [0, 100],
            "ticksuffix": "\N{NO-BREAK SPACE}%",
            "dtick": 25,
            "ticklabelposition": "inside top",
            "showline": False,
        },
    )
    shown = pd.DataFrame({axis: [number(value) for value in table[axis]]})
    for name in series:
        shown[name] = [percent(share, 1) for share in table[name]]
    return Picture(figure, title, summary, shown)
