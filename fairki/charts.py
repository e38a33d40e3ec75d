"""Pictures: each with a title that is a sentence, a summary, a figure and the numbers as a table.

One palette and one layout for the whole course. Colour is never alone: bars and dots carry their name and
their value, lines differ in dash and marker. plotly is imported only when a picture is made.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from fairki.german import number, percent, points

INK = "#1b2430"
GRID = "#d9d4c8"
ZERO = "#7d8693"
PETROL = "#0b5c66"
AMBER = "#b45309"
COMPANY = "#5b6470"
PAPER = "#ffffff"

GROUP_COLOURS = {"weiblich": "#7b3fa0", "männlich": "#1f6f4a", "divers": "#8a5a00"}
GROUP_LABELS = {"weiblich": "Frauen", "männlich": "Männer", "divers": "divers"}
GROUP_SYMBOLS = {"weiblich": "circle", "männlich": "square", "divers": "diamond"}

DARK = {
    INK: "#e8edf2",
    PAPER: "#12181f",
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


@dataclass(frozen=True)
class Picture:
    """What a chart shows, in four forms that say the same.

    Attributes:
        figure: a finished ``plotly.graph_objects.Figure``.
        title: one sentence: what is to be seen.
        summary: one sentence with the figures that matter.
        table: the numbers behind the figure as finished German text, with German column names.
    """

    figure: Any
    title: str
    summary: str
    table: pd.DataFrame


def rates_by_group(
    rates: pd.DataFrame, title: str | None = None, summary: str | None = None, verb: str = "eingeladen"
) -> Picture:
    """Rate per group with its interval.

    Args:
        rates: one row per group with ``group`` (weiblich, männlich, divers), ``rate``, ``low``, ``high``
            (shares 0 to 1, 95 % interval) and ``n`` (people in the group).
        title, summary: sentences of the caller's own; otherwise they are built.
        verb: what happens to people, as a participle.
    """
    names = [GROUP_LABELS.get(group, str(group)) for group in rates["group"]]
    figure = _bars(
        names,
        rates["rate"],
        [percent(rate, 1) for rate in rates["rate"]],
        colours=[GROUP_COLOURS.get(group, COMPANY) for group in rates["group"]],
        low=rates["low"],
        high=rates["high"],
    )
    _percent_axis(figure, max(rates["high"].max() * 1.25, 0.1), f"Anteil, der {verb} wird")
    shown = list(zip(names, rates["rate"], rates["low"], rates["high"], rates["n"], strict=True))
    parts = [f"{name} {percent(rate, 1)} ({_span(low, high)})" for name, rate, low, high, _ in shown]
    table = pd.DataFrame(
        [[name, percent(rate, 1), _span(low, high), number(n)] for name, rate, low, high, n in shown],
        columns=["Gruppe", verb.capitalize(), "95-%-Bereich", "Personen"],
    )
    of_hundred = [
        f"von 100 {name}{'' if name.endswith('n') else 'n'} {number(100 * rate)}"
        for name, rate, *_ in shown
        if name in ("Frauen", "Männer")
    ]
    built = f"{verb.capitalize()} werden {_join(of_hundred or parts)}."
    return Picture(
        figure,
        title or built,
        summary or f"{verb.capitalize()} werden: {_join(parts)}; in Klammern der 95-%-Bereich.",
        table,
    )


def gap_comparison(gaps: pd.DataFrame, title: str | None = None, summary: str | None = None) -> Picture:
    """Gaps between men and women side by side: own model, the firm's model, the control.

    Args:
        gaps: one row per model with ``name``, ``gap`` (rate of men minus rate of women, −1 to 1), ``low``
            and ``high`` (95 % interval). A gap counts as shown if the interval leaves out zero.
        title, summary: sentences of the caller's own; otherwise they are built.
    """
    import plotly.graph_objects as go

    names = list(gaps["name"])
    shown = [low > 0 or high < 0 for low, high in zip(gaps["low"], gaps["high"], strict=True)]
    verdicts = ["nachweisbar" if yes else "nicht nachweisbar" for yes in shown]
    figure = go.Figure(layout=_layout())
    figure.add_trace(
        go.Scatter(
            x=100 * gaps["gap"],
            y=names,
            mode="markers+text",
            marker={
                "size": 15,
                "color": [AMBER if yes else COMPANY for yes in shown],
                "symbol": ["circle" if yes else "circle-open" for yes in shown],
                "line": {"width": 3},
            },
            error_x=_error(gaps["gap"], gaps["low"], gaps["high"]),
            text=[points(gap) for gap in gaps["gap"]],
            textposition="top center",
            customdata=verdicts,
            hovertemplate="%{y}: %{text}, %{customdata}<extra></extra>",
        )
    )
    reach = 100 * max(gaps["high"].max(), -gaps["low"].min(), 0.05) * 1.15
    figure.update_xaxes(range=[-reach, reach], title_text="Abstand in Prozentpunkten", zeroline=True)
    figure.update_yaxes(autorange="reversed", range=[len(names) - 0.5, -0.7], showgrid=False)
    for side, x, anchor in (("← Frauen öfter", 0, "left"), ("Männer öfter →", 1, "right")):
        figure.add_annotation(
            text=side,
            xref="paper",
            x=x,
            xanchor=anchor,
            yref="paper",
            y=1.02,
            yanchor="bottom",
            showarrow=False,
        )
    rows = list(zip(names, gaps["gap"], gaps["low"], gaps["high"], verdicts, strict=True))
    with_gap = [name for name, yes in zip(names, shown, strict=True) if yes]
    if not with_gap:
        built = "Ein Unterschied zwischen Frauen und Männern ist hier nirgends nachweisbar."
    elif len(with_gap) == len(names):
        built = "Überall ist ein Unterschied zwischen Frauen und Männern nachweisbar."
    else:
        built = f"Ein Unterschied zwischen Frauen und Männern ist nachweisbar bei: {_join(with_gap)}."
    parts = [f"{name} {points(gap)} ({_point_span(low, high)})" for name, gap, low, high, _ in rows]
    table = pd.DataFrame(
        [[name, points(gap), _point_span(low, high), verdict] for name, gap, low, high, verdict in rows],
        columns=["Modell", "Abstand Männer − Frauen", "95-%-Bereich", "Unterschied"],
    )
    return Picture(figure, title or built, summary or f"Abstand Männer minus Frauen: {_join(parts)}.", table)


def stay_share(
    with_column: float,
    without_column: float,
    column: str = "Geschlecht",
    title: str | None = None,
    summary: str | None = None,
) -> Picture:
    """How much of a gap stays when a column is deleted.

    Args:
        with_column: the gap (−1 to 1) of a model that sees the column.
        without_column: the gap of one that does not.
        column: German name of the column.
        title, summary: sentences of the caller's own; otherwise they are built.
    """
    import plotly.graph_objects as go

    names = [f"mit der Spalte<br>{column}", f"ohne die Spalte<br>{column}"]
    gone = max(with_column - without_column, 0)
    figure = go.Figure(layout=_layout())
    figure.add_trace(
        go.Bar(
            x=[100 * with_column, 100 * without_column],
            y=names,
            orientation="h",
            marker={"color": [COMPANY, AMBER]},
            text=[points(with_column), points(without_column)],
            textposition="inside",
            insidetextanchor="middle",
            textfont={"color": PAPER},
            hovertemplate="%{text}<extra></extra>",
        )
    )
    figure.add_trace(
        go.Bar(
            x=[0, 100 * gone],
            y=names,
            orientation="h",
            marker={
                "color": "rgba(0,0,0,0)",
                "line": {"color": ZERO, "width": 1.5},
                "pattern": {"shape": "/", "fgcolor": ZERO, "size": 7},
            },
            text=["", "fällt weg"],
            textposition="outside",
            hovertemplate="%{text}<extra></extra>",
        )
    )
    figure.update_layout(barmode="stack")
    figure.update_xaxes(
        range=[0, 100 * max(with_column, without_column, 0.01) * 1.3], title_text="Abstand in Prozentpunkten"
    )
    figure.update_yaxes(autorange="reversed", showgrid=False)
    if with_column <= 0:
        built = f"Schon mit der Spalte {column} haben Männer hier keinen Vorsprung."
    elif without_column >= with_column:
        built = f"Ohne die Spalte {column} wird der Abstand nicht kleiner."
    elif without_column <= 0:
        built = f"Ohne die Spalte {column} bleibt kein Vorsprung der Männer."
    else:
        built = f"Ohne die Spalte {column} bleiben {percent(without_column / with_column)} des Abstands."
    table = pd.DataFrame(
        [
            [f"mit {column}", points(with_column)],
            [f"ohne {column}", points(without_column)],
            ["Unterschied", points(with_column - without_column)],
        ],
        columns=["Modell", "Abstand Männer − Frauen"],
    )
    return Picture(
        figure,
        title or built,
        summary or f"Mit der Spalte {points(with_column)}, ohne die Spalte {points(without_column)}.",
        table,
    )


def proxy_strength(proxies: pd.DataFrame, title: str | None = None, summary: str | None = None) -> Picture:
    """How well each column gives away the gender.

    Args:
        proxies: one row per column (and one for all together, if wanted) with ``name`` and ``auc``: the
            chance that, of one woman and one man, the column tells who is who (0.5 is a toss of a coin).
        title, summary: sentences of the caller's own; otherwise they are built.
    """
    ordered = proxies.sort_values("auc", ascending=False)
    names = list(ordered["name"])
    figure = _bars(
        names,
        ordered["auc"],
        [percent(auc) for auc in ordered["auc"]],
        colours=[AMBER if auc >= 0.65 else COMPANY for auc in ordered["auc"]],
    )
    _percent_axis(figure, 1.12, "richtig erkannt, von 100 Paaren")
    figure.update_xaxes(tickvals=[0, 25, 50, 75, 100])
    figure.add_vline(x=50, line={"color": INK, "width": 1.5, "dash": "dot"})
    figure.add_annotation(
        text="Münzwurf", x=50, xanchor="center", yref="paper", y=1, yanchor="bottom", showarrow=False
    )
    best, auc = names[0], ordered["auc"].iloc[0]
    built = f"„{best}“ verrät am meisten über das Geschlecht: {percent(auc)} richtig erkannt."
    table = pd.DataFrame(
        {"Spalte": names, "richtig erkannt": [percent(auc, 1) for auc in ordered["auc"]]},
    )
    parts = [f"{name} {percent(auc)}" for name, auc in zip(names, ordered["auc"], strict=True)]
    return Picture(
        figure,
        title or built,
        summary or f"So oft wird das Geschlecht erkannt (50 % wäre ein Münzwurf): {_join(parts)}.",
        table,
    )


def rounds(history: pd.DataFrame, title: str | None = None, summary: str | None = None) -> Picture:
    """A model that learns from its own decisions, round after round.

    Args:
        history: one row per round with ``round`` (number), ``pool`` (share of women among applicants),
            ``gap`` (rate of men minus rate of women) and ``agreement`` (share of decisions that agree with
            true suitability).
        title, summary: sentences of the caller's own; otherwise they are built.
    """
    first, last = history.iloc[0], history.iloc[-1]
    change = f"von {percent(first['pool'])} auf {percent(last['pool'])}"
    if last["pool"] < first["pool"] - 0.02:
        built = f"Der Anteil der Frauen unter den Bewerbungen sinkt {change}."
    elif last["pool"] > first["pool"] + 0.02:
        built = f"Der Anteil der Frauen unter den Bewerbungen steigt {change}."
    else:
        built = "Der Anteil der Frauen unter den Bewerbungen bleibt etwa gleich."
    return lines(
        history.rename(
            columns={
                "round": "Runde",
                "pool": "Frauen unter den Bewerbungen",
                "gap": "Abstand Männer − Frauen",
                "agreement": "richtige Entscheidungen",
            }
        )[["Runde", "Frauen unter den Bewerbungen", "Abstand Männer − Frauen", "richtige Entscheidungen"]],
        title or built,
        summary
        or (
            f"Frauen unter den Bewerbungen: {change}; Abstand: am Anfang {points(first['gap'])},"
            f" am Ende {points(last['gap'])}; richtige Entscheidungen: am Anfang"
            f" {percent(first['agreement'], 1)}, am Ende {percent(last['agreement'], 1)}."
        ),
    )


def lines(table: pd.DataFrame, title: str, summary: str) -> Picture:
    """Shares over time, up to four lines.

    Args:
        table: first column: whole numbers for the axis below; every other column: one line (shares 0 to 1).
            The column names are the German labels.
        title, summary: the caller's sentences.
    """
    import plotly.graph_objects as go

    axis, *series = table.columns
    figure = go.Figure(layout=_layout())
    for name, (colour, dash, symbol) in zip(series, SERIES, strict=False):
        figure.add_trace(
            go.Scatter(
                x=table[axis],
                y=100 * table[name],
                name=name,
                mode="lines+markers",
                line={"color": colour, "dash": dash, "width": 3},
                marker={"symbol": symbol, "size": 10, "color": colour},
                customdata=[percent(share, 1) for share in table[name]],
                hovertemplate=f"{axis} %{{x}}: {name} %{{customdata}}<extra></extra>",
            )
        )
    figure.update_layout(
        showlegend=True,
        legend={"orientation": "h", "x": 0, "xanchor": "left", "y": 1.02, "yanchor": "bottom"},
    )
    figure.update_xaxes(title_text=axis, dtick=1, showgrid=False)
    figure.update_yaxes(range=[0, 100], ticksuffix=" %", dtick=25)
    shown = pd.DataFrame({axis: [number(value) for value in table[axis]]})
    for name in series:
        shown[name] = [percent(share, 1) for share in table[name]]
    return Picture(figure, title, summary, shown)


def bars(table: pd.DataFrame, title: str, summary: str, axis_title: str = "") -> Picture:
    """Shares as horizontal bars, in the order given.

    Args:
        table: first column: names; second column: shares 0 to 1. The column names are the German labels.
        title, summary: the caller's sentences.
        axis_title: what the shares are shares of.
    """
    names, shares = table.columns[:2]
    shown = [percent(share, 1) for share in table[shares]]
    figure = _bars(list(table[names]), table[shares], shown, colours=[PETROL] * len(table))
    _percent_axis(figure, max(table[shares].max() * 1.25, 0.1), axis_title or shares)
    return Picture(figure, title, summary, pd.DataFrame({names: table[names], shares: shown}))


def _bars(names, shares, texts, colours, low=None, high=None):
    """Horizontal bars from zero, each with its name and value."""
    import plotly.graph_objects as go

    figure = go.Figure(layout=_layout())
    figure.add_trace(
        go.Bar(
            x=100 * shares,
            y=names,
            orientation="h",
            marker={"color": colours},
            error_x=None if low is None else _error(shares, low, high),
            text=texts,
            textposition="outside" if low is None else "inside",
            insidetextanchor="start",
            textfont=None if low is None else {"color": PAPER},
            cliponaxis=False,
            hovertemplate="%{y}: %{text}<extra></extra>",
        )
    )
    figure.update_yaxes(autorange="reversed", showgrid=False)
    return figure


def _error(middle, low, high) -> dict:
    return {
        "type": "data",
        "symmetric": False,
        "array": list(100 * (high - middle)),
        "arrayminus": list(100 * (middle - low)),
        "color": INK,
        "thickness": 2,
        "width": 7,
    }


def _percent_axis(figure, top: float, title: str) -> None:
    figure.update_xaxes(range=[0, 100 * min(top, 1.12)], ticksuffix=" %", title_text=title)


def _layout() -> dict:
    """The one look of all figures: quiet, readable at phone width, nothing to drag or zoom."""
    axis = {
        "automargin": True,
        "fixedrange": True,
        "gridcolor": GRID,
        "linecolor": GRID,
        "zeroline": False,
        "zerolinecolor": ZERO,
        "zerolinewidth": 2,
        "title": {"standoff": 12, "font": {"size": 14}},
        "tickfont": {"size": 14},
    }
    return {
        "template": "none",
        "autosize": True,
        "separators": ",.",
        "dragmode": False,
        "hovermode": "closest",
        "showlegend": False,
        "bargap": 0.35,
        "font": {"family": FONT, "size": 14, "color": INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 16, "t": 36, "b": 8},
        "xaxis": axis,
        "yaxis": axis | {"ticksuffix": "  "},
    }


def _span(low: float, high: float) -> str:
    return f"{number(100 * low, 1)} bis {percent(high, 1)}"


def _point_span(low: float, high: float) -> str:
    return f"{number(100 * low, 1)} bis {points(high)}"


def _join(parts: list[str]) -> str:
    """Parts as a German enumeration: a, b und c."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " und " + parts[-1]
