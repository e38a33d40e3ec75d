"""The reveals of unit 4, and the report made of answers."""

import datetime as dt

import pytest

from fairki.audit import TEXTS_KEY
from fairki.documents import audit as document
from fairki.documents import layout
from fairki.kodex import stored
from fairki.kodex.example import EXAMPLE_TEXTS
from fairki.lessons import bench
from fairki.lessons.module_03 import figures, unit_1, unit_2, unit_4
from fairki.lessons.module_03.de import unit_4 as de
from fairki.systems import TEXTS

DAY = dt.date(2026, 11, 3)
EXAMPLE = stored.to_value(bench.EXAMPLE)
NOTHING = dict.fromkeys((unit_2.AUDIT, TEXTS_KEY, *unit_2.OWN, *unit_4.THOUGHTS))
AUDITED = NOTHING | {unit_2.AUDIT: {"erste": EXAMPLE, "letzte": EXAMPLE}}


def test_three_entries_identify_most_people():
    said = unit_4.how_many_are_unique({unit_4.UNIQUE: 30}).says
    assert "Es sind etwa <strong>84 von 100</strong>." in said
    assert "10.200 Menschen" in said and "58.440 Kombinationen" in said


@pytest.mark.parametrize("chosen", [None, []])
def test_without_a_column_nobody_is_counted(chosen):
    assert unit_4.how_many_are_alone({unit_4.COLUMNS: chosen}).says == de.CHOOSE


def test_more_columns_identify_more_people():
    one = unit_4.how_many_are_alone({unit_4.COLUMNS: ["geschlecht"]}).says
    assert "Mit 1 Spalte sind <strong>0 von 2.000</strong> Personen einmalig (0" in one
    assert "Noch haben mindestens 99 von 100 Personen dieselben Angaben" in one
    two = unit_4.how_many_are_alone({unit_4.COLUMNS: ["fachkenntnisse", "test"]}).says
    assert "Mit 2 Spalten" in two


@pytest.mark.parametrize(
    ("share", "hint"),
    [
        (0.009, "Noch haben"),
        (0.01, "ein Teil der Menschen"),
        (0.49, "ein Teil"),
        (0.5, "mindestens die Hälfte"),
    ],
)
def test_a_share_of_unique_people_has_its_sentence(share, hint):
    assert hint in de.alone(3, share, 2000)


def test_noise_makes_the_smallest_group_useless_first(monkeypatch):
    import pandas as pd

    counts = pd.Series({"divers": 7, "männlich": 418, "weiblich": 175})
    monkeypatch.setattr(figures, "invited", lambda: counts)

    def said(epsilon):
        return unit_4.what_protection_costs({unit_4.EPSILON: epsilon}).says

    assert "Bei keiner Gruppe ist der Fehler" in said(2.0)
    assert "Für die Gruppe „divers“" in said(0.5)
    assert "weiblich" in said(0.02).partition("größer sein als die halbe Zahl bei:")[2]


def test_noise_is_shown_beside_the_true_counts():
    said = unit_4.what_protection_costs({unit_4.EPSILON: 0.05}).says
    assert "<caption>Einladungen: genau und mit Rauschen gezeigt</caption>" in said
    assert "größer sein als die halbe Zahl" in said
    for group, count in figures.invited().items():
        assert f'<th scope="row">{group}</th><td>{count}</td>' in said
    assert said == unit_4.what_protection_costs({unit_4.EPSILON: 0.05}).says  # the same again


def test_a_report_needs_an_audit():
    with pytest.raises(layout.EmptyPaperError, match="Es ist noch nichts geprüft"):
        unit_4.paper(NOTHING, DAY)


def test_the_report_says_whose_systems_were_examined_and_what_was_thought():
    first, *_ = unit_4.THOUGHTS
    text = layout.markdown(unit_4.paper(AUDITED | {first: "Frau Kaya fragen"}, DAY))
    assert "Prüfbericht" in text and "Frau Kaya fragen" in text
    assert de.EXAMPLE_SYSTEMS in text and document.OWN_TITLE not in text
    own = AUDITED | {unit_1.REGISTER: [{"id": "chatbot", "verborgen": False}]}
    text = layout.markdown(unit_4.paper(own, DAY))
    assert document.OWN_TITLE in text and de.EXAMPLE_SYSTEMS not in text


def test_the_report_lists_the_systems_that_write_once_module_08_has_examined_them():
    title = document.de.PRACTICE[TEXTS]
    kodex = stored.to_value(EXAMPLE_TEXTS)
    assert title not in layout.markdown(unit_4.paper(AUDITED, DAY))
    both = AUDITED | {TEXTS_KEY: {"erste": kodex, "letzte": kodex}}
    assert title in layout.markdown(unit_4.paper(both, DAY))


def test_the_report_comes_as_word_and_as_plain_text():
    word, markdown = (scene.make(AUDITED) for scene in unit_4.report())
    assert word.startswith(b"PK") and "Prüfbericht" in markdown.decode()
    assert [scene.blocks[0].filename for scene in unit_4.report()] == ["pruefbericht.docx", "pruefbericht.md"]
