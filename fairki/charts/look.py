"""The one look of all pictures: colours, sizes, bars and axes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from fairki.charts import de
from fairki.charts.figure import Figure

INK = "#1b2430"
GRID = "#d9d4c8"
ZERO = "#7d8693"
PETROL = "#0b5c66"
AMBER = "#b45309"
COMPANY = "#5b6470"

GROUP_COLOURS = {"weiblich": "#7b3fa0", "männlich": "#1f6f4a", "divers": "#8a5a00"}

DARK = {
    INK: "#e8edf2",
    GRID: "#39434f",
    ZERO: "#96a1ae",
    PETROL: "#5cc4cf",
    AMBER: "#f0a35e",
    COMPANY: "#a9b4c0",
    GROUP_COLOURS["weiblich"]: "#c79be6",
    GROUP_COLOURS["männlich"]: "#6fcf9f",
    GROUP_COLOURS["divers"]: "#e3b25c",
}
"""Each colour's partner on a dark page; the page swaps them, so a figure is built once."""

SERIES = (
    (GROUP_COLOURS["weiblich"], "solid", "circle"),
    (AMBER, "dash", "square"),
    (PETROL, "dot", "diamond"),
    (COMPANY, "dashdot", "triangle-up"),
)

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

# CSS pixels in horizontal charts: each row has its name and value above its bar.
BAR = 24
LINE = 24
ONE_LINE_ROW = 62
SIGNS_PER_ROW = 3
SIGN_ROW = 46
LONGEST_AXIS = 9  # whole numbers that fit side by side below a figure at a width of 360
LONGEST_LINE = 25  # characters of name and value that fit side by side at a width of 360


@dataclass(frozen=True)
class Picture:
    """What a chart shows, in four forms that say the same.

    Attributes:
        figure: what plotly.js draws.
        title: one sentence: what is to be seen.
        summary: one sentence with the figures that matter.
        table: the numbers behind the figure as finished text, with names of columns to be read.
    """

    figure: Figure
    title: str
    summary: str
    table: pd.DataFrame


def bars(
    names: Sequence[str],
    lengths: Any,
    texts: Sequence[str],
    colours: Sequence[str],
    *,
    base: Any = 0.0,
    interval: tuple[Any, Any] | None = None,
    labels: Sequence[str] | None = None,
    opacity: float | Sequence[float] = 1.0,
) -> Figure:
    """Horizontal bars from ``base`` on (shares), each under its name and its label (or else its text)."""
    labels = labels or texts
    height = row_height(names, labels)
    figure = Figure(layout(height * len(names)))
    figure.bars(
        x=100 * lengths,
        base=100 * base,
        y=range(len(names)),
        width=BAR / height,
        marker={"color": colours, "opacity": opacity},
        error_x=None if interval is None else error(lengths, *interval),
        customdata=[f"{name}: {text}" for name, text in zip(names, texts, strict=True)],
        hovertemplate="%{customdata}<extra></extra>",
    )
    half = BAR / 2 / height
    between = "<br>" if height > ONE_LINE_ROW else "  "
    for row, (name, label) in enumerate(zip(names, labels, strict=True)):
        figure.note(
            f"<b>{name}</b>{between}{label}",
            align="left",
            xref="paper",
            x=0,
            xanchor="left",
            y=row - half,
            yanchor="bottom",
        )
    figure.change(
        xaxis={"ticklabeloverflow": "allow"},
        yaxis={"range": [len(names) - 1 + 1.7 * half, 1.7 * half - 1], "visible": False},
    )
    return figure


def row_height(names: Sequence[str], labels: Sequence[str]) -> int:
    """Height of a row in CSS pixels; where one name is too long, all labels stand on a line of their own."""
    longest = max(len(name) + len(label) for name, label in zip(names, labels, strict=True))
    return ONE_LINE_ROW if longest <= LONGEST_LINE else ONE_LINE_ROW + LINE


def ends(figure: Figure, left: str, right: str) -> None:
    """Say above the figure what its two ends mean."""
    figure.change(margin={"t": 28}, height=figure.layout["height"] + 20)
    for text, x, anchor in ((left, 0, "left"), (right, 1, "right")):
        figure.note(text, xref="paper", x=x, xanchor=anchor, yref="paper", y=1, yanchor="bottom")


def legend_above(figure: Figure, height: int, above: int) -> None:
    """A legend of ``above`` pixels on top of ``height`` pixels; nothing in it can be clicked away."""
    corner = {"x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom"}
    figure.change(
        height=height + above,
        margin={"t": above},
        showlegend=True,
        legend=corner | {"itemclick": False, "itemdoubleclick": False},
    )


def error(middle: Any, low: Any, high: Any) -> dict[str, Any]:
    """What plotly draws as an interval."""
    return {
        "type": "data",
        "symmetric": False,
        "array": list(100 * (high - middle)),
        "arrayminus": list(100 * (middle - low)),
        "color": INK,
        "thickness": 2.5,
        "width": 8,
    }


def share_axis(figure: Figure, highest: float, title: str) -> None:
    """An axis of shares that reaches a little further than the highest."""
    top = 100 * min(max(1.08 * highest, 0.1), 1)
    figure.change(
        xaxis={
            "range": [0, top],
            "ticksuffix": "\N{NO-BREAK SPACE}%",
            "nticks": 5,
            "title": {"text": title},
        }
    )


def layout(height: int) -> dict[str, Any]:
    """The one look of all figures: quiet, readable at phone width, nothing to drag or zoom.

    ``height`` is that of the plot itself in CSS pixels; axis and title below it come on top.
    """
    axis = {
        "automargin": True,
        "fixedrange": True,
        "gridcolor": GRID,
        "linecolor": GRID,
        "zeroline": False,
        "zerolinecolor": ZERO,
        "zerolinewidth": 2,
        "tickfont": {"color": INK},
        "title": {"standoff": 12, "font": {"size": 16}},
    }
    return {
        "autosize": True,
        "height": 80 + height,
        "barmode": "overlay",
        "separators": de.SEPARATORS,
        "dragmode": False,
        "hovermode": "closest",
        "showlegend": False,
        "font": {"family": FONT, "size": 16, "color": INK},
        "hoverlabel": {"font": {"size": 16}},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 20, "r": 20, "t": 8, "b": 8},
        "xaxis": axis,
        "yaxis": axis,
    }
