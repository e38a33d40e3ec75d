"""Pictures of several things side by side: what they cost and bring, and in which field they lie."""

from typing import Any

import pandas as pd

from fairki.charts import de, look
from fairki.charts.figure import Figure
from fairki.charts.look import AMBER, LINE, PETROL, SERIES, SIGN_ROW, SIGNS_PER_ROW, ZERO, Picture
from fairki.speech import number, percent


def trade_off(
    things: pd.DataFrame, across: str, up: str, marks: tuple[str, str], title: str, summary: str
) -> Picture:
    """What set-ups cost and what they bring, one sign each.

    Args:
        things: one row per set-up with ``name``, ``kind`` (up to four kinds, each with its own sign), ``across`` (a
            number), ``up`` (a share 0 to 1) and ``marked`` (a large filled sign in place of a small open one).
        across, up: what the two axes count.
        marks: what an open and a filled sign mean.
        title, summary: the caller's sentences.
    """
    kinds = list(dict.fromkeys(things["kind"]))
    above = LINE * (len(kinds) + 2) + 24
    figure = Figure(look.layout(300))
    for kind, (colour, _, symbol) in zip(kinds, SERIES, strict=False):
        drawn = things[things["kind"] == kind]
        figure.points(
            x=drawn["across"],
            y=100 * drawn["up"],
            name=kind,
            mode="markers",
            marker={
                "symbol": [symbol if yes else f"{symbol}-open" for yes in drawn["marked"]],
                "size": [16 if yes else 10 for yes in drawn["marked"]],
                "color": colour,
                "line": {"width": 2},
            },
            customdata=[
                f"{one.name}<br>{across} {number(one.across)}, {up} {percent(one.up, 1)}"
                for one in drawn.itertuples()
            ],
            hovertemplate="%{customdata}<extra></extra>",
        )
    figure.note(
        de.key(*marks),
        align="left",
        xref="paper",
        x=0,
        xanchor="left",
        yref="paper",
        y=1,
        yanchor="bottom",
    )
    reach = max(things["across"].max(), 1)
    figure.change(
        height=400 + above,
        margin={"t": above},
        showlegend=True,
        legend={
            "x": 0,
            "xanchor": "left",
            "y": 1.15,
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
        },
        xaxis={"title": {"text": across}, "range": [-0.04 * reach, 1.06 * reach], "nticks": 6},
        yaxis={"ticksuffix": "\N{NO-BREAK SPACE}%", "nticks": 6},
    )
    everything: list[Any] = list(things.itertuples())
    table = pd.DataFrame(
        [[one.name, number(one.across), percent(one.up, 1), marks[one.marked]] for one in everything],
        columns=[de.SETUP, across, up, de.GOAL],
    )
    return Picture(figure, title, summary, table)


def four_fields(
    things: pd.DataFrame,
    question: str,
    across: tuple[str, str],
    up: tuple[str, str],
    marks: tuple[str, str],
    title: str,
    summary: str,
) -> Picture:
    """Things in the four fields that two questions make; each is a sign with its number, in the order given.

    Args:
        things: one row per thing with ``name`` and three truth values: ``right`` and ``top`` (its field; the
            one on the right at the top is tinted) and ``marked`` (a diamond in place of a circle).
        question: what is asked from left to right.
        across: the answer on the left and on the right.
        up: what is the case at the bottom and at the top.
        marks: what a circle and a diamond mean.
        title, summary: the caller's sentences.
    """
    table = things.assign(number=range(1, len(things) + 1))
    place = table.groupby(["right", "top"]).cumcount()
    row, column = place // SIGNS_PER_ROW, place % SIGNS_PER_ROW
    # From the bottom, in CSS pixels: the lower fields, their heading, the upper fields, their heading.
    low, high = (
        SIGN_ROW * (1 + row[table["top"] == top].max() if any(table["top"] == top) else 1) for top in (0, 1)
    )
    ceilings = (low, low + LINE + 10 + high)
    table["x"] = table["right"] + (column + 0.5) / SIGNS_PER_ROW
    table["y"] = table["top"].map(lambda top: ceilings[top]) - SIGN_ROW * (row + 0.5)
    figure = Figure(look.layout(ceilings[1] + LINE + 10))
    for marked, symbol, colour in ((False, "circle-open", PETROL), (True, "diamond-open", AMBER)):
        drawn = table[table["marked"] == marked]
        figure.points(
            x=drawn["x"],
            y=drawn["y"],
            mode="markers+text",
            marker={"symbol": symbol, "size": 30 + 4 * marked, "color": colour, "line": {"width": 3}},
            text=[f"<b>{number}</b>" for number in drawn["number"]],
            customdata=[f"{one.number} {one.name}: {marks[marked]}" for one in drawn.itertuples()],
            hovertemplate="%{customdata}<extra></extra>",
        )
    for top, (floor, ceiling) in enumerate(zip((0, ceilings[1] - high), ceilings, strict=True)):
        figure.note(f"<b>{up[top]}</b>", x=0, xanchor="left", y=ceiling, yanchor="bottom")
        for right in (0, 1):
            figure.shape(
                type="rect", x0=right, x1=right + 1, y0=floor, y1=ceiling, line={"color": ZERO, "width": 1.5}
            )
    figure.shape(
        type="rect",
        x0=1,
        x1=2,
        y0=ceilings[1] - high,
        y1=ceilings[1],
        fillcolor=AMBER,
        opacity=0.12,
        line={"width": 0},
    )
    figure.change(
        margin={"l": 4, "r": 4},
        xaxis={
            "range": [0, 2],
            "tickvals": [0.5, 1.5],
            "ticktext": across,
            "title": {"text": question},
            "showgrid": False,
            "showline": False,
        },
        yaxis={"range": [0, ceilings[1] + LINE + 10], "visible": False},
    )
    everything: list[Any] = list(table.itertuples())
    shown = [
        [f"{one.number} {one.name}", across[one.right], up[one.top], marks[one.marked]] for one in everything
    ]
    columns = [de.NUMBER_AND_NAME, question, de.HAPPENS, de.SIGN]
    return Picture(figure, title, summary, pd.DataFrame(shown, columns=columns))
