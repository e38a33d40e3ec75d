"""Pictures of mitigation: who comes in and who goes, and what that costs on two yardsticks."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from fairki.charts import de, look
from fairki.charts.figure import Figure
from fairki.charts.look import AMBER, COMPANY, INK, LINE, PETROL, Picture
from fairki.speech import number, percent

SHAPES = ("circle", "square", "triangle-up")
"""Shape of a group, in the order of the groups."""
COLUMNS, MARK, CELL = 12, 15, 22  # marks in a row at a width of 360, size and distance in CSS pixels
HEADING = 34


def swaps(moved: pd.DataFrame, names: Mapping[str, str], each: int, title: str, summary: str) -> Picture:
    """Who is invited now and was not, and who no longer is: a mark for so many people each.

    Shape says the group; full marks come in, rings go. Amber marks with a point in them are wrong decisions.

    Args:
        moved: one row per side and group with ``new`` (comes in), ``gruppe``, ``right`` and ``wrong`` (people).
        names: group → the people, one of them (as in „eine Frau“ without the article).
        each: people per mark.
        title, summary: the caller's sentences.
    """
    figure = Figure(look.layout(10))
    shape = dict(zip(dict.fromkeys(moved["gruppe"]), SHAPES, strict=False))
    height = 0
    for new, heading in ((True, de.COMES_IN), (False, de.GOES)):
        side = moved[moved["new"] == new]
        people = int(side[["right", "wrong"]].to_numpy().sum())
        figure.note(
            f"<b>{heading}: {number(people)}</b>",
            xref="paper",
            x=0,
            xanchor="left",
            y=-height,
            yanchor="top",
        )
        height += HEADING
        at = 0
        for right in (True, False):
            for row in side.to_dict("records"):
                count = round(row["right" if right else "wrong"] / each)
                places = range(at, at + count)
                at += count
                ring = "" if new else "-open"
                told = f"{names[row['gruppe']]}, {de.SUITABLE if new == right else de.UNSUITABLE}"
                if not count:
                    continue
                figure.points(
                    x=[CELL * (0.5 + place % COLUMNS) for place in places],
                    y=[-height - CELL * (0.5 + place // COLUMNS) for place in places],
                    mode="markers",
                    name=told,
                    marker={
                        "symbol": shape[row["gruppe"]] + ring + ("" if right else "-dot"),
                        "size": MARK,
                        "color": PETROL if right else AMBER,
                        "line": {"width": 1.6 if right else 2.6, "color": PETROL if right else INK},
                    },
                    hovertemplate=f"{told}<extra></extra>",
                )
        height += CELL * max(1, -(-at // COLUMNS)) + 10
    kinds = len(figure.data)
    look.legend_above(figure, height + 20, LINE * kinds + 12)
    # the same scale both ways, so that marks stand close together on a wide screen as well
    close = {"visible": False, "constrain": "domain"}
    figure.change(
        margin={"b": 4, "l": 4, "r": 4},
        xaxis=close | {"range": [0, CELL * COLUMNS], "constraintoward": "left"},
        yaxis=close | {"range": [-height, 0], "scaleanchor": "x", "constraintoward": "top"},
    )
    rows = [
        [de.COMES_IN if one["new"] else de.GOES, names[one["gruppe"]], *_by_suitability(one)]
        for one in moved.to_dict("records")
    ]
    return Picture(figure, title, summary, pd.DataFrame(rows, columns=list(de.SWAPS)))


def _by_suitability(row: Mapping[Any, Any]) -> tuple[str, str]:
    """Suitable and unsuitable people: it is right that suitable ones come in and that others go."""
    suitable, others = (row["right"], row["wrong"]) if row["new"] else (row["wrong"], row["right"])
    return number(suitable), number(others)


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
