"""Pictures: each with a title that is a sentence, a summary, a figure and the numbers as a table.

One palette and one layout for the whole course. Colour is never alone: bars and dots carry their name and
their value, lines differ in dash and marker. plotly is imported only when a picture is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from fairki import speech
from fairki.mirror import DIFFERENCE, Reflection
from fairki.mirror.de import wording
from fairki.speech import count_of, number, percent, points

INK = "#1b2430"
GRID = "#d9d4c8"
ZERO = "#7d8693"
PETROL = "#0b5c66"
AMBER = "#b45309"
COMPANY = "#5b6470"

GROUP_COLOURS = {"weiblich": "#7b3fa0", "männlich": "#1f6f4a", "divers": "#8a5a00"}
GROUP_LABELS = {"weiblich": "Frauen", "männlich": "Männer", "divers": "divers"}

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
ONE_LINE_ROW = 74
SIGNS_PER_ROW = 3
SIGN_ROW = 46
LONGEST_AXIS = 9  # whole numbers that fit side by side below a figure at a width of 360
LONGEST_LINE = 25  # characters of name and value that fit side by side at a width of 360


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
    """Rate per group with its interval; a group too small for a judgement is shown and called so.

    Args:
        rates: one row per group with ``gruppe`` (weiblich, männlich, divers), ``rate``, ``von``, ``bis``
            (shares 0 to 1, 95 % interval), ``n`` (people in the group) and ``zu_klein``; as from
            ``metrics.group_rates``. Its ``ohne_entscheidung`` is shown if anybody is without one.
        title, summary: sentences of the caller's own; otherwise they are built.
        verb: what happens to people, as a participle.
    """
    names = [
        GROUP_LABELS.get(group, str(group)) + (" (kleine Gruppe)" if small else "")
        for group, small in zip(rates["gruppe"], rates["zu_klein"], strict=True)
    ]
    figure = _bars(
        names,
        rates["rate"],
        [percent(rate, 1) for rate in rates["rate"]],
        colours=[GROUP_COLOURS.get(group, COMPANY) for group in rates["gruppe"]],
        interval=(rates["von"], rates["bis"]),
        opacity=0.45,
    )
    _share_axis(figure, rates["bis"].max(), f"Anteil, der {verb} wird")
    shown = list(
        zip(names, rates["rate"], rates["von"], rates["bis"], rates["n"], rates["zu_klein"], strict=True)
    )
    parts = [f"{name} {percent(rate, 1)} ({_span(low, high)})" for name, rate, low, high, *_ in shown]
    table = pd.DataFrame(
        [
            [
                name,
                percent(rate, 1),
                _span(low, high),
                number(n),
                "nein, zu klein" if small else "ja",
            ]
            for name, rate, low, high, n, small in shown
        ],
        columns=["Gruppe", verb.capitalize(), "95-%-Bereich", "Personen", "Urteil möglich"],
    )
    missing = rates["ohne_entscheidung"] if "ohne_entscheidung" in rates else pd.Series([], dtype=int)
    gaps = ""
    if missing.any():
        table["Ohne Entscheidung"] = [number(n) for n in missing]
        gaps = f" Nicht mitgezählt: {count_of(missing.sum(), 'Person', 'Personen')} ohne Entscheidung."
    of_hundred = [
        f"von 100 {name}{'' if name.endswith('n') else 'n'} {number(100 * rate)}"
        for name, rate, *_ in shown
        if name in ("Frauen", "Männer")
    ]
    built = f"{verb.capitalize()} werden {speech.together(of_hundred or parts)}."
    return Picture(
        figure,
        title or built,
        (summary or f"{verb.capitalize()} werden: {speech.together(parts)}; in Klammern der 95-%-Bereich.")
        + gaps,
        table,
    )


def against_chance(
    models: Sequence[tuple[str, Reflection]], title: str | None = None, summary: str | None = None
) -> Picture:
    """The gap of models of the mirror, each beside the range that chance alone produces.

    Args:
        models: German name and what this model learnt; none of them ``mirror.NOT_LEARNABLE``.
        title, summary: sentences of the caller's own; otherwise they are built.
    """
    import plotly.graph_objects as go

    names, learnt = [name for name, _ in models], [one for _, one in models]
    more = [one.verdict == DIFFERENCE for one in learnt]
    chance = [wording.chance(one) for one in learnt]
    texts = [f"{wording.short(one.gap)}: {wording.verdict(one)}" for one in learnt]
    low, high = (pd.Series([one.chance[end] / 1000 for one in learnt]) for end in (0, 1))
    figure = _bars(
        names,
        high - low,
        [f"Zufall allein: {span}" for span in chance],
        [COMPANY] * len(names),
        base=low,
        labels=texts,
        opacity=0.35,
    )
    figure.add_trace(
        go.Scatter(
            x=[one.gap / 10 for one in learnt],
            y=list(range(len(names))),
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
    )
    reach = 0.11 * max(50, *(abs(end) for one in learnt for end in (one.gap, *one.chance)))
    figure.update_xaxes(range=[-reach, reach], zeroline=True, nticks=5, title_text="Abstand in Punkten")
    _ends(figure, "← Frauen", "Männer →")
    found = [name for name, yes in zip(names, more, strict=True) if yes]
    if not found:
        built = "Offen: Der Abstand kann Zufall sein."
    elif len(found) == len(names):
        built = "Der Abstand ist größer, als der Zufall erklärt."
    else:
        rest = speech.together([name for name, yes in zip(names, more, strict=True) if not yes])
        built = f"Mehr als Zufall: {speech.together(found)}. Offen: {rest}."
    parts = [
        f"{name} {text}, Zufall allein {span}" for name, text, span in zip(names, texts, chance, strict=True)
    ]
    table = pd.DataFrame(
        {
            "Modell": names,
            "Abstand in Punkten": [wording.short(one.gap) for one in learnt],
            "Ergebnis": [wording.verdict(one) for one in learnt],
            "Zufall allein": chance,
        }
    )
    return Picture(
        figure,
        title or built,
        summary or f"Abstand in Punkten: {'; '.join(parts)}. Grauer Balken: Zufall, Raute: Modell.",
        table,
    )


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

    names = [f"mit der Spalte {column}", f"ohne die Spalte {column}"]
    gaps = pd.Series([with_column, without_column])
    shown = [points(gap) for gap in gaps]
    figure = _bars(names, gaps, shown, [COMPANY, AMBER])
    gone = max(with_column - max(without_column, 0), 0)
    figure.add_trace(
        go.Bar(
            x=[100 * gone],
            y=[1],
            base=[100 * max(without_column, 0)],
            width=figure.data[0].width,
            orientation="h",
            marker={
                "color": "rgba(0,0,0,0)",
                "line": {"color": ZERO, "width": 1.5},
                "pattern": {"shape": "/", "fgcolor": ZERO, "size": 8},
            },
            hovertemplate=f"fällt weg: {points(gone)}<extra></extra>",
        )
    )
    figure.update_xaxes(
        range=[110 * min(gaps.min(), 0), 105 * max(gaps.max(), 0.01)],
        zeroline=True,
        nticks=6,
        title_text="Abstand in Prozentpunkten",
    )
    if with_column <= 0:
        built = f"Schon mit der Spalte {column} haben Männer hier keinen Vorsprung."
    elif without_column >= with_column:
        built = f"Ohne die Spalte {column} wird der Abstand nicht kleiner."
    elif without_column <= 0:
        built = f"Ohne die Spalte {column} bleibt kein Vorsprung der Männer."
    else:
        built = f"Ohne die Spalte {column} bleiben {percent(without_column / with_column)} des Abstands."
    table = pd.DataFrame(
        {
            "Modell": [f"mit {column}", f"ohne {column}", "Unterschied"],
            "Abstand Männer − Frauen": [*shown, points(with_column - without_column)],
        }
    )
    return Picture(
        figure,
        title or built,
        summary
        or f"Abstand mit der Spalte: {shown[0]}; ohne die Spalte: {shown[1]}. Gestreift: was wegfällt.",
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
    built = f"„{names[0]}“ verrät am meisten über das Geschlecht."
    if together is not None:
        names, chances = ["alle zusammen", *names], [together, *chances]
        colours = [AMBER, *colours]
        built = f"Zusammen verraten die Spalten in {number(100 * together)} von 100 Paaren das Geschlecht."
    shown = [percent(chance) for chance in chances]
    figure = _bars(names, pd.Series(chances) - 0.5, shown, colours, base=0.5)
    figure.update_xaxes(
        range=[min(50, 100 * min(chances)), 100],
        tickvals=[50, 75, 100],
        ticktext=["50\N{NO-BREAK SPACE}%", "75\N{NO-BREAK SPACE}%", "100\N{NO-BREAK SPACE}%"],
        title_text="Frau und Mann richtig erkannt",
    )
    _ends(figure, "Münzwurf", "immer richtig")
    parts = [f"{name} {chance}" for name, chance in zip(names, shown, strict=True)]
    return Picture(
        figure,
        title or built,
        summary
        or f"So oft wird richtig erkannt, wer die Frau und wer der Mann ist: {speech.together(parts)}.",
        pd.DataFrame({"Spalte": names, "richtig erkannt": [percent(chance, 1) for chance in chances]}),
    )


def rounds(history: pd.DataFrame, title: str | None = None, summary: str | None = None) -> Picture:
    """A model that learns from its own decisions, round after round.

    Args:
        history: one row per round with ``round`` (number), ``pool`` (share of women among applicants),
            ``gap`` (rate of men minus rate of women) and ``agreement`` (share of decisions that agree with
            true suitability); as from ``rounds.run``.
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
    labels = {
        "round": "Jahr",
        "pool": "Bewerbungen von Frauen",
        "gap": "Abstand Männer − Frauen",
        "agreement": "richtige Entscheidungen",
    }
    return lines(
        history.rename(columns=labels)[list(labels.values())],
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
    above = LINE * len(series) + 24
    figure = go.Figure(layout=_layout(220))
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
    _legend_above(figure, 320, above)
    last, many = table[axis].iloc[-1], len(table) > LONGEST_AXIS
    figure.update_xaxes(title_text=axis, dtick=2 if many else 1, tick0=last, tickangle=0, showgrid=False)
    figure.update_yaxes(
        range=[0, 100],
        ticksuffix="\N{NO-BREAK SPACE}%",
        dtick=25,
        ticklabelposition="inside top",
        showline=False,
    )
    shown = pd.DataFrame({axis: [number(value) for value in table[axis]]})
    for name in series:
        shown[name] = [percent(share, 1) for share in table[name]]
    return Picture(figure, title, summary, shown)


def _legend_above(figure, height: int, above: int) -> None:
    """A legend of ``above`` pixels on top of ``height`` pixels; nothing in it can be clicked away."""
    corner = {"x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom"}
    figure.update_layout(
        height=height + above,
        margin_t=above,
        showlegend=True,
        legend=corner | {"itemclick": False, "itemdoubleclick": False},
    )


def plans(table: pd.DataFrame, title: str, summary: str) -> Picture:
    """Monitoring plans: how long a fault runs against how often they cry wolf; nearer to the corner is better.

    Args:
        table: one row per plan, at most four: ``name``, ``delay`` (months), ``false_alarms`` (per year) and
            ``found`` (share of the faults).
        title, summary: the caller's sentences.
    """
    import plotly.graph_objects as go

    above = LINE * len(table) + 24
    figure = go.Figure(layout=_layout(240))
    for one, (colour, _, symbol) in zip(table.itertuples(), SERIES, strict=False):
        figure.add_trace(
            go.Scatter(
                x=[one.false_alarms],
                y=[one.delay],
                name=one.name,
                mode="markers",
                marker={"symbol": symbol, "size": 18, "color": colour},
                customdata=[f"{number(one.delay, 1)} Monate, {number(one.false_alarms, 1)} falsche Alarme"],
                hovertemplate=f"{one.name}<br>%{{customdata}}<extra></extra>",
            )
        )
    _legend_above(figure, 340, above)
    figure.update_xaxes(title_text="falsche Alarme in einem Jahr", range=[-0.4, 12.4], dtick=2)
    figure.update_yaxes(title_text="Monate bis zur Entdeckung", range=[0, 13], dtick=3)
    shown = pd.DataFrame(
        [
            [one.name, number(one.delay, 1), number(one.false_alarms, 1), percent(one.found)]
            for one in table.itertuples()
        ],
        columns=["Plan", "Monate bis zur Entdeckung", "Falsche Alarme im Jahr", "Gefundene Fehler"],
    )
    return Picture(figure, title, summary, shown)


def bars(table: pd.DataFrame, title: str, summary: str, axis_title: str = "") -> Picture:
    """Shares as horizontal bars, in the order given.

    Args:
        table: first column: names; second column: shares 0 to 1. The column names are the German labels. A third
            and a fourth column, if there are any, are the lowest and the highest value that a share took.
        title, summary: the caller's sentences.
        axis_title: what the shares are shares of.
    """
    names, shares, *ends = table.columns
    shown = [percent(share, 1) for share in table[shares]]
    interval = tuple(table[end] for end in ends) or None
    figure = _bars(
        list(table[names]),
        table[shares],
        shown,
        [PETROL] * len(table),
        interval=interval,
        opacity=0.45 if ends else 1.0,
    )
    _share_axis(figure, table[ends[-1] if ends else shares].max(), axis_title or shares)
    numbers = pd.DataFrame({names: table[names], shares: shown})
    if ends:
        numbers["Spanne"] = [_span(low, high) for low, high in zip(*interval, strict=True)]
    return Picture(figure, title, summary, numbers)


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
    import plotly.graph_objects as go

    kinds = list(dict.fromkeys(things["kind"]))
    above = LINE * (len(kinds) + 2) + 24
    figure = go.Figure(layout=_layout(300))
    for kind, (colour, _, symbol) in zip(kinds, SERIES, strict=False):
        drawn = things[things["kind"] == kind]
        figure.add_trace(
            go.Scatter(
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
        )
    figure.add_annotation(
        text=f"offen: {marks[0]}<br>gefüllt: {marks[1]}",
        align="left",
        xref="paper",
        x=0,
        xanchor="left",
        yref="paper",
        y=1,
        yanchor="bottom",
        showarrow=False,
    )
    figure.update_layout(
        height=400 + above,
        margin_t=above,
        showlegend=True,
        legend={
            "x": 0,
            "xanchor": "left",
            "y": 1.15,
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
        },
    )
    reach = max(things["across"].max(), 1)
    figure.update_xaxes(title_text=across, range=[-0.04 * reach, 1.06 * reach], nticks=6)
    figure.update_yaxes(ticksuffix="\N{NO-BREAK SPACE}%", nticks=6)
    table = pd.DataFrame(
        [
            [one.name, number(one.across), percent(one.up, 1), marks[one.marked]]
            for one in things.itertuples()
        ],
        columns=["Aufbau", across, up, "Ziel"],
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
    import plotly.graph_objects as go

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
    figure = go.Figure(layout=_layout(ceilings[1] + LINE + 10))
    for marked, symbol, colour in ((False, "circle-open", PETROL), (True, "diamond-open", AMBER)):
        drawn = table[table["marked"] == marked]
        figure.add_trace(
            go.Scatter(
                x=drawn["x"],
                y=drawn["y"],
                mode="markers+text",
                marker={"symbol": symbol, "size": 30 + 4 * marked, "color": colour, "line": {"width": 3}},
                text=[f"<b>{number}</b>" for number in drawn["number"]],
                customdata=[f"{one.number} {one.name}: {marks[marked]}" for one in drawn.itertuples()],
                hovertemplate="%{customdata}<extra></extra>",
            )
        )
    for top, (floor, ceiling) in enumerate(zip((0, ceilings[1] - high), ceilings, strict=True)):
        figure.add_annotation(
            text=f"<b>{up[top]}</b>", x=0, xanchor="left", y=ceiling, yanchor="bottom", showarrow=False
        )
        for right in (0, 1):
            figure.add_shape(
                type="rect", x0=right, x1=right + 1, y0=floor, y1=ceiling, line={"color": ZERO, "width": 1.5}
            )
    figure.add_shape(
        type="rect",
        x0=1,
        x1=2,
        y0=ceilings[1] - high,
        y1=ceilings[1],
        fillcolor=AMBER,
        opacity=0.12,
        line_width=0,
    )
    figure.update_layout(margin_l=4, margin_r=4)
    figure.update_xaxes(
        range=[0, 2],
        tickvals=[0.5, 1.5],
        ticktext=list(across),
        title_text=question,
        showgrid=False,
        showline=False,
    )
    figure.update_yaxes(range=[0, ceilings[1] + LINE + 10], visible=False)
    shown = [
        [f"{one.number} {one.name}", across[one.right], up[one.top], marks[one.marked]]
        for one in table.itertuples()
    ]
    columns = ["Nummer und Name", question, "Was geschieht", "Zeichen"]
    return Picture(figure, title, summary, pd.DataFrame(shown, columns=columns))


def _bars(names, lengths, texts, colours, *, base=0.0, interval=None, labels=None, opacity=1.0):
    """Horizontal bars from ``base`` on (shares), each under its name and its label (or else its text)."""
    import plotly.graph_objects as go

    labels = labels or texts
    height = _row_height(names, labels)
    figure = go.Figure(layout=_layout(height * len(names)))
    figure.add_trace(
        go.Bar(
            x=100 * lengths,
            base=100 * base,
            y=list(range(len(names))),
            width=BAR / height,
            orientation="h",
            marker={"color": colours, "opacity": opacity},
            error_x=None if interval is None else _error(lengths, *interval),
            customdata=[f"{name}: {text}" for name, text in zip(names, texts, strict=True)],
            hovertemplate="%{customdata}<extra></extra>",
        )
    )
    half = BAR / 2 / height
    between = "<br>" if height > ONE_LINE_ROW else "  "
    for row, (name, label) in enumerate(zip(names, labels, strict=True)):
        figure.add_annotation(
            text=f"<b>{name}</b>{between}{label}",
            align="left",
            xref="paper",
            x=0,
            xanchor="left",
            y=row - half,
            yanchor="bottom",
            showarrow=False,
        )
    figure.update_xaxes(ticklabeloverflow="allow")
    figure.update_yaxes(range=[len(names) - 1 + 1.7 * half, 1.7 * half - 1], visible=False)
    return figure


def _row_height(names, labels) -> int:
    """Height of a row in CSS pixels; where one name is too long, all labels stand on a line of their own."""
    longest = max(len(name) + len(label) for name, label in zip(names, labels, strict=True))
    return ONE_LINE_ROW if longest <= LONGEST_LINE else ONE_LINE_ROW + LINE


def _ends(figure, left: str, right: str) -> None:
    """Say above the figure what its two ends mean."""
    figure.update_layout(margin_t=28, height=figure.layout.height + 20)
    for text, x, anchor in ((left, 0, "left"), (right, 1, "right")):
        figure.add_annotation(
            text=text, xref="paper", x=x, xanchor=anchor, yref="paper", y=1, yanchor="bottom", showarrow=False
        )


def _error(middle, low, high) -> dict:
    return {
        "type": "data",
        "symmetric": False,
        "array": list(100 * (high - middle)),
        "arrayminus": list(100 * (middle - low)),
        "color": INK,
        "thickness": 2.5,
        "width": 8,
    }


def _share_axis(figure, highest: float, title: str) -> None:
    top = 100 * min(max(1.08 * highest, 0.1), 1)
    figure.update_xaxes(range=[0, top], ticksuffix="\N{NO-BREAK SPACE}%", nticks=5, title_text=title)


def _layout(height: int) -> dict:
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
        "template": "none",
        "autosize": True,
        "height": 80 + height,
        "barmode": "overlay",
        "separators": ",.",
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


def _span(low: float, high: float) -> str:
    return f"{number(100 * low, 1)} bis {percent(high, 1)}"
