"""The chart block: what it sends for a picture, and how it hands out plotly.js."""

import gzip
import json

import pandas as pd
import pytest

from fairki import charts, ui

RATES = pd.DataFrame({"Verfahren": ["vorher", "nachher"], "Anteil": [0.297, 0.451]})


@pytest.fixture
def picture():
    return charts.bars(RATES, "Der Anteil steigt.", "Von 29,7 % auf 45,1 %.")


def test_a_chart_of_a_picture_carries_title_summary_table_and_figure(picture):
    chart = ui.Chart.of(picture, level=3)
    assert (chart.title, chart.summary, chart.level) == ("Der Anteil steigt.", "Von 29,7 % auf 45,1 %.", 3)
    assert chart.table["columns"] == ["Verfahren", "Anteil"]
    assert chart.table["rows"][0] == ["vorher", "29,7\N{NO-BREAK SPACE}%"]
    assert json.dumps(chart.figure_json)
    assert chart.height == picture.figure.layout["height"]


def test_show_replaces_the_whole_picture_in_one_message(picture):
    chart = ui.Chart()
    sent = []
    chart.send_state = lambda names: sent.append(set(names))
    chart.show(picture)
    assert sent == [{"title", "summary", "table", "figure_json", "height"}]


def test_plotly_is_handed_out_gzipped_and_below_what_a_server_lets_pass(picture):
    chart = ui.Chart.of(picture)
    sent = []
    chart.send = lambda content, buffers: sent.append((content, buffers))
    chart._handle_custom_msg({"type": "plotly"}, [])
    (content, (packed,)) = sent[0]
    assert content == {"type": "plotly"}
    assert b"plotly.js" in gzip.decompress(packed)[:200]
    assert len(packed) < 3_000_000


def test_other_messages_are_left_alone(picture):
    chart = ui.Chart.of(picture)
    sent = []
    chart.send = lambda *args, **kwargs: sent.append(args)
    for content in ({"type": "datei"}, {}, {"type": "plotly", "path": "/etc/passwd"}):
        chart._handle_custom_msg(content, [])
    assert sent == []
