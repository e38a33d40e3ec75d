"""Pictures say the same in their title, summary, table and figure."""

import json
import re
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from plotly import graph_objects

from fairki import charts, metrics, mirror
from fairki.charts.figure import Figure

NBSP = "\N{NO-BREAK SPACE}"


def rates(women=0.213, men=0.398):
    return pd.DataFrame(
        {
            "gruppe": ["weiblich", "männlich", "divers"],
            "rate": [women, men, 0.3],
            "von": [women - 0.02, men - 0.02, 0.11],
            "bis": [women + 0.02, men + 0.02, 0.54],
            "n": [890, 1090, 20],
            "zu_klein": [False, False, True],
        }
    )


def learnt(gap: int, low: int, high: int) -> mirror.Reflection:
    """A model of the mirror with this gap and this range of chance (tenths of a point)."""
    return mirror.Reflection(
        verdict=mirror.OPEN if low <= gap <= high else mirror.DIFFERENCE,
        reason="",
        n=16,
        discordant=6,
        rates={"weiblich": 300, "männlich": 300 + gap},
        too_small={},
        decisions=np.empty(0),
        control=np.array([gap]),
        chance=(low, high),
        as_far=1.0,
    )


def models(own_shown=False, firm_shown=True):
    return [
        ("Ihr Modell", learnt(130 if own_shown else -80, -110, 120)),
        ("Das Modell der Firma", learnt(185 if firm_shown else 30, -30, 40)),
    ]


PROXIES = pd.DataFrame({"name": ["Verein", "Studienfach", "Note"], "auc": [0.8, 0.81, 0.5]})


def history(last_pool=0.21):
    return pd.DataFrame(
        {
            "round": [1, 2, 3],
            "pool": [0.45, 0.3, last_pool],
            "gap": [0.148] * 3,
            "agreement": [0.869, 0.87, 0.879],
        }
    )


def fields(names="abcdefg"):
    """Things of which all but the last lie on the right at the top, every second with the mark."""
    inside = [name != names[-1] for name in names]
    marked = [at % 2 == 1 for at in range(len(names))]
    things = pd.DataFrame({"name": list(names), "right": inside, "top": inside, "marked": marked})
    answers = {"across": ("wenige", "viele"), "up": ("unten", "oben"), "marks": ("Kreis", "Raute")}
    return charts.four_fields(things, "Wie viele?", **answers, title="Titel.", summary="Satz.")


def set_ups(marked=(False, True, False)):
    things = pd.DataFrame(
        {
            "name": ["ohne", "wenig", "viel"],
            "kind": ["Maschine", "Mensch", "Mensch"],
            "across": [0, 50, 1200],
            "up": [0.325, 0.41, 0.449],
            "marked": marked,
        }
    )
    return charts.trade_off(things, "Stunden", "Frauen", ("verfehlt", "erreicht"), "Titel.", "Satz.")


def spans():
    table = pd.DataFrame({"Wer": ["a", "b"], "Anteil": [0.1, 0.2], "von": [0.05, 0.15], "bis": [0.2, 0.3]})
    return charts.bars(table, "Titel.", "Satz.")


PICTURES = {
    "set-ups": set_ups,
    "spans": spans,
    "fields": fields,
    "rates": lambda: charts.rates_by_group(rates()),
    "chance": lambda: charts.against_chance(models()),
    "stay": lambda: charts.stay_share(0.186, 0.148),
    "proxies": lambda: charts.proxy_strength(PROXIES, together=0.96),
    "rounds": lambda: charts.rounds(history()),
    "bars": lambda: charts.bars(pd.DataFrame({"Wer": ["a", "b"], "Anteil": [0.1, 0.2]}), "Titel.", "Satz."),
}


@pytest.fixture(params=PICTURES)
def picture(request):
    return PICTURES[request.param]()


def test_title_and_summary_are_sentences(picture):
    assert picture.title.endswith(".")
    assert picture.summary.endswith(".")


def test_numbers_are_german(picture):
    text = " ".join([picture.title, picture.summary, *picture.table.to_numpy().ravel()])
    assert not re.search(r"\d\.\d(?!\d\d)", text)
    assert not re.search(r"\d %|\d Punkt", text), "a number and its unit belong together"
    assert picture.figure.layout["separators"] == ",."


def test_the_table_is_finished_text(picture):
    assert len(picture.table) > 0
    assert all(isinstance(cell, str) for cell in picture.table.to_numpy().ravel())


def test_nothing_can_be_dragged_zoomed_or_hidden(picture):
    layout = picture.figure.layout
    assert layout["dragmode"] is False
    assert layout["xaxis"]["fixedrange"]
    assert layout["yaxis"]["fixedrange"]
    assert not layout["showlegend"] or layout["legend"]["itemclick"] is False


def test_every_colour_has_a_partner_in_the_dark(picture):
    used = set(re.findall(r"#[0-9a-f]{6}", json.dumps(picture.figure.json())))
    assert used
    assert used <= set(charts.DARK)


def test_no_text_in_a_figure_is_smaller_than_16_pixels(picture):
    sizes = re.findall(r'font": \{[^}]*"size": (\d+)', json.dumps(picture.figure.json()))
    assert sizes
    assert min(map(int, sizes)) >= 16


def test_a_bar_or_dot_carries_its_name_and_value():
    figure = charts.rates_by_group(rates()).figure
    texts = [note["text"] for note in figure.layout["annotations"]]
    assert any("Frauen" in text and f"21,3{NBSP}%" in text for text in texts)


def test_the_groups_of_the_title_stand_out_and_no_other():
    names = list(rates()["gruppe"])
    marker = charts.rates_by_group(rates(), told=names[:1]).figure.data[0]["marker"]
    assert marker["color"].count(marker["color"][0]) == marker["opacity"].count(marker["opacity"][0]) == 1
    calm = charts.rates_by_group(rates(), told=()).figure.data[0]["marker"]
    assert len({*calm["color"]}) == len({*calm["opacity"]}) == 1  # nobody is worse off: nobody stands out


def test_lines_differ_in_dash_and_marker():
    traces = charts.rounds(history()).figure.data
    assert len({trace["line"]["dash"] for trace in traces}) == len(traces)
    assert len({trace["marker"]["symbol"] for trace in traces}) == len(traces)


def test_rates_are_told_per_hundred_people():
    assert (
        charts.rates_by_group(rates()).title == "Eingeladen werden von 100 Frauen 21 und von 100 Männern 40."
    )


def test_a_small_group_is_shown_and_called_small():
    picture = charts.rates_by_group(rates())
    row = picture.table.iloc[2]
    assert "klein" in row["Gruppe"]
    assert row["Urteil möglich"].startswith("nein")


def many(*rates, n=400, small=5):
    """Rates of groups a, b, c … of ``n`` people, and of a last one that is small."""
    names = [*(f"Gruppe {chr(97 + i)}" for i in range(len(rates))), "selten"]
    sizes = np.array([*(n for _ in rates), small])
    shares = np.array([*rates, 0.4])
    low, high = metrics.wilson(np.rint(shares * sizes), sizes)
    columns = {"gruppe": names, "rate": shares, "von": low, "bis": high, "n": sizes}
    return pd.DataFrame(columns | {"zu_klein": sizes < metrics.MINIMUM})


def test_of_many_groups_the_two_that_are_surely_apart_are_named():
    picture = charts.rates_by_group(many(0.3, 0.31, 0.18, 0.33))
    assert picture.title == (
        "Von 100 in der Gruppe „Gruppe d“ werden 33 eingeladen, in der Gruppe „Gruppe c“ 18."
    )
    assert len(picture.table) == 5


def test_of_many_groups_that_chance_alone_puts_apart_none_is_accused():
    assert charts.rates_by_group(many(0.3, 0.27, 0.33)).title.startswith("Kein Abstand zwischen den Gruppen")


def test_one_large_group_alone_is_compared_with_nobody():
    assert charts.rates_by_group(many(0.3)).title.startswith("Keine zwei Gruppen sind groß genug")


@pytest.mark.parametrize(("small", "said"), [(5, "5 Personen: zu klein zum Messen."), (90, "90 Personen.")])
def test_the_smallest_of_many_groups_is_named_and_whether_it_can_be_measured(small, said):
    assert charts.rates_by_group(many(0.3, 0.3, small=small)).summary.endswith(f"„selten“ mit {said}")


@pytest.mark.parametrize(
    ("own", "firm", "expected"),
    [
        (False, False, "Offen: Der Abstand kann Zufall sein."),
        (False, True, "Mehr als Zufall: Das Modell der Firma. Offen: Ihr Modell."),
        (True, True, "größer, als der Zufall erklärt"),
    ],
)
def test_the_title_claims_a_difference_only_where_it_is_proven(own, firm, expected):
    assert expected in charts.against_chance(models(own, firm)).title


def test_proven_and_unproven_gaps_differ_in_shape_and_word():
    picture = charts.against_chance(models())
    assert picture.figure.data[1]["marker"]["symbol"] == ["diamond-open", "diamond"]
    assert list(picture.table["Ergebnis"]) == ["offen", "mehr als Zufall"]
    assert list(picture.table["Abstand in Punkten"]) == ["8,0 (Frauen)", "18,5 (Männer)"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (0.186, 0.148, f"bleiben 80{NBSP}% des Abstands"),
        (0.186, 0.2, "wird der Abstand nicht kleiner"),
        (0.186, -0.01, "bleibt kein Vorsprung"),
        (0.0, 0.0, "Schon mit der Spalte"),
    ],
)
def test_what_stays_is_said_for_every_outcome(before, after, expected):
    assert expected in charts.stay_share(before, after).title


def test_the_striped_bar_is_what_falls_away():
    whole, gone = charts.stay_share(0.186, 0.148).figure.data
    assert gone["base"][0] + gone["x"][0] == pytest.approx(whole["x"][0])


def test_stand_ins_are_ordered_and_start_at_the_toss_of_a_coin():
    picture = charts.proxy_strength(PROXIES)
    assert list(picture.table["Spalte"]) == ["Studienfach", "Verein", "Note"]
    assert picture.figure.data[0]["base"] == 50
    assert list(picture.figure.data[0]["x"]) == pytest.approx([31, 30, 0])


def test_each_sign_lies_in_its_own_field_and_on_no_other():
    picture = fields()
    tinted = picture.figure.layout["shapes"][-1]
    columns = ([trace[name] for name in ("text", "x", "y")] for trace in picture.figure.data)
    signs = [sign for trace in columns for sign in zip(*trace, strict=True)]
    assert len({(x, y) for _, x, y in signs}) == 7
    inside = {
        text for text, x, y in signs if tinted["x0"] < x < tinted["x1"] and tinted["y0"] < y < tinted["y1"]
    }
    assert inside == {f"<b>{number}</b>" for number in range(1, 7)}
    assert picture.table.iloc[1].tolist() == ["2 b", "viele", "oben", "Raute"]
    assert picture.table.iloc[6].tolist() == ["7 g", "wenige", "unten", "Kreis"]


def test_a_field_without_signs_is_drawn_as_well():
    assert len(fields("a").figure.layout["shapes"]) == 5


@pytest.mark.parametrize(("months", "every"), [(8, 1), (12, 2)])
def test_a_long_axis_names_every_second_place_and_always_the_last(months, every):
    table = pd.DataFrame({"Monat": range(1, months + 1), "Anteil": [0.5] * months})
    axis = charts.lines(table, "Titel.", "Satz.").figure.layout["xaxis"]
    assert (axis["dtick"], axis["tick0"], axis["tickangle"]) == (every, months, 0)


@pytest.mark.parametrize(("last", "expected"), [(0.21, "sinkt"), (0.44, "etwa gleich"), (0.6, "steigt")])
def test_the_title_of_the_rounds_follows_the_pool(last, expected):
    assert expected in charts.rounds(history(last)).title


def test_a_bar_shows_how_far_its_value_goes():
    picture = spans()
    bar = picture.figure.data[0]
    assert list(bar["error_x"]["array"]) == pytest.approx([10, 10])
    assert list(bar["error_x"]["arrayminus"]) == pytest.approx([5, 5])
    assert list(picture.table["Spanne"]) == [f"5,0 bis 20,0{NBSP}%", f"15,0 bis 30,0{NBSP}%"]
    assert picture.figure.layout["xaxis"]["range"][1] > 30


def test_what_reaches_the_goal_differs_in_shape_size_and_word():
    picture = set_ups()
    machine, people = picture.figure.data
    assert machine["marker"]["symbol"] == ["circle-open"]
    assert people["marker"]["symbol"] == ["square", "square-open"]
    assert people["marker"]["size"][0] > people["marker"]["size"][1]
    assert list(picture.table["Ziel"]) == ["verfehlt", "erreicht", "verfehlt"]
    assert picture.figure.layout["xaxis"]["range"][0] < 0 < 1200 < picture.figure.layout["xaxis"]["range"][1]


def test_the_callers_sentences_come_first():
    picture = charts.stay_share(0.186, 0.148, title="Eigener Titel.", summary="Eigener Satz.")
    assert (picture.title, picture.summary) == ("Eigener Titel.", "Eigener Satz.")


def test_a_figure_is_plain_data_without_what_is_not_there():
    figure = Figure({"xaxis": {"nticks": 5, "title": {"standoff": 12}}})
    figure.bars(x=pd.Series([1.5, np.nan]), y=range(2), base=np.float64(0.5), error_x=None)
    figure.change(xaxis={"title": {"text": "Anteil"}, "range": np.array([0, 1])})
    assert figure.json() == {
        "data": [{"type": "bar", "orientation": "h", "x": [1.5, None], "y": [0, 1], "base": 0.5}],
        "layout": {
            "xaxis": {"nticks": 5, "title": {"standoff": 12, "text": "Anteil"}, "range": [0, 1]},
        },
    }


@pytest.mark.parametrize("name", PICTURES)
def test_plotly_knows_every_part_of_a_figure(name):
    """Its Python half, which no page needs, knows what plotly.js can draw and refuses all else."""
    figure = PICTURES[name]().figure.json()
    assert (
        json.loads(graph_objects.Figure(figure).to_json())["layout"]["height"] == figure["layout"]["height"]
    )


def test_a_picture_needs_no_plotly():
    code = (
        "import sys, pandas as pd; from fairki import charts\n"
        "charts.bars(pd.DataFrame({'Wer': ['a'], 'Anteil': [0.1]}), 'Titel.', 'Satz.')\n"
        "sys.exit('plotly' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
