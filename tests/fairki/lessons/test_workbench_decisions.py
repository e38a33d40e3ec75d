"""The first tool of „Eigene Daten prüfen“ without a browser: examples, the gate, what is out of date, the report."""

import datetime as dt
import io

import pytest
from docx import Document

from fairki import ui
from fairki.documents import layout, own_data
from fairki.documents.word_file import word
from fairki.errors import FairkiError
from fairki.kodex import Kodex, Rule, stored
from fairki.lessons.workbench import Workbench, gate
from fairki.lessons.workbench.de import decisions as de
from fairki.lessons.workbench.decisions import DECISION, GOOD, GROUPS, RESULT, ROLES
from fairki.workbench.figures import examine
from fairki.workbench.roles import Roles
from fairki.workbench.table import table


@pytest.fixture
def page():
    bench = Workbench()
    for part in (bench.gate, bench.table, bench.examples, bench.columns, bench.findings, bench.report):
        part()
    return bench


def block(page, name):
    return page.page._blocks[name]


def click(page, scene):
    return page.page._scenes[scene].button.run()


def shown(page, scene):
    return next(one for one in page.page._scenes[scene].blocks if isinstance(one, ui.Text)).html


@pytest.mark.parametrize(
    ("number", "says"), [(0, "4.526 Personen"), (1, "6.150 Personen"), (2, "576 Personen")]
)
def test_an_example_is_examined_with_one_click(page, number, says):
    click(page, f"example-{number}")
    assert says in shown(page, "findings-0")
    report = page.page._scenes["report-1"].download.make().decode()
    assert says in report and "Was dieser Bericht nicht zeigt" in report


def test_no_block_of_the_page_has_a_key(page):
    assert [one.key for scene in page.page._scenes.values() for one in scene.blocks if one.key] == []


def test_a_file_can_be_chosen_once_all_is_settled_and_the_purpose_is_named(page):
    assert not page.decisions.file.visible
    block(page, gate.SETTLED).value = list(gate.POINTS)
    assert not page.decisions.file.visible
    block(page, gate.PURPOSE).value = "Wir prüfen Einladungen."
    assert page.decisions.file.visible
    block(page, gate.SETTLED).value = list(gate.POINTS)[1:]
    assert not page.decisions.file.visible


def test_columns_that_say_who_somebody_is_are_pointed_out_and_others_are_not(page):
    block(page, gate.SETTLED).value, block(page, gate.PURPOSE).value = list(gate.POINTS), "Wir prüfen."
    rows = [
        f"{4711 + at};Person {at};{'ab'[at % 2]};{at / 8:.3f};{'ja' if at % 3 else 'nein'}"
        for at in range(60)
    ]

    def said(rows):
        content = "\n".join(["Personalnr;Name;Gruppe;Jahre;Ergebnis", *rows])
        page.decisions.take("neu.csv", content.encode(), lambda text: None)
        return shown(page, "table")

    assert "In den Spalten „Personalnr“ und „Name“ steht in (fast) jeder Zeile etwas anderes." in said(rows)
    namesake = f"4999;Person 7;{rows[7].partition(';')[2].partition(';')[2]}"
    assert "In den Spalten „Personalnr“ und „Name“ steht" in said([*rows, namesake])
    assert "etwas anderes" not in said(rows + rows)  # twice each: two years of the same people
    assert "etwas anderes" not in said(rows[:10])


def test_an_own_table_shows_nothing_as_long_as_something_is_not_settled_and_is_there_again(page):
    settled = block(page, gate.SETTLED)
    settled.value, block(page, gate.PURPOSE).value = list(gate.POINTS), "Wir prüfen Einladungen."
    people = "".join(f"{group};{'ja' if at % 3 else 'nein'}\n" for at in range(60) for group in "ab")
    page.decisions.take("neu.csv", f"g;e\n{people}".encode(), lambda text: None)
    block(page, DECISION).value, block(page, GOOD).value, block(page, GROUPS).value = "1", "ja", ["0"]
    assert click(page, "columns-1") == de.EXAMINED
    said, save = shown(page, "findings-0"), page.page._scenes["report-1"].download.make
    assert "120 Personen" in said and save()
    settled.value = list(gate.POINTS)[1:]
    assert "Bestätigen Sie zuerst" in shown(page, "findings-0")
    assert click(page, "columns-1") == de.CLOSED_AGAIN
    with pytest.raises(FairkiError):
        save()
    settled.value = list(gate.POINTS)
    assert shown(page, "findings-0") == said and save()
    settled.value = []
    click(page, "example-0")
    assert "4.526 Personen" in shown(page, "findings-0")  # an example needs nobody's leave


def test_another_answer_makes_the_findings_out_of_date_and_the_report_waits(page):
    click(page, "example-0")
    block(page, GOOD).value = "abgelehnt"
    assert shown(page, "findings-0") == str(de.OUT_OF_DATE)
    found, rules, own = page.decisions.judged(
        {name: block(page, name).value for name in (*ROLES, RESULT, "kodex")}
    )
    assert (found, rules, own) == (None, (), False)
    assert click(page, "columns-1") == de.EXAMINED
    assert "Mit „abgelehnt“ entschieden: 61,2" in shown(page, "findings-0")


def test_another_table_takes_the_place_of_the_first_and_its_columns_are_anybodys_guess(page):
    click(page, "example-1")
    page.decisions.take("neu.csv", b"a;b\nx;ja\ny;nein\n", lambda text: None)
    assert (block(page, DECISION).value, block(page, GOOD).value) == (None, None)
    assert [option[1] for option in block(page, DECISION).options] == ["a", "b"]
    assert "fehlt die Spalte mit der Entscheidung" in click(page, "columns-1")


def test_a_group_that_is_a_formula_stays_text_in_both_reports():
    evil = ["=1+1", "+49", "-2+3", "@SUMME(A1)", '=HYPERLINK("http://boese.example")']
    rows = [(name, decision) for name in evil for decision in ("ja", "nein") for _ in range(20)]
    made = table("=cmd.csv", ["Gruppe", "E"], list(zip(*rows, strict=True)), True)
    paper = own_data.paper(examine(made, Roles(1, "ja", (0,))), (), dt.date(2026, 11, 30))
    (rates,) = [
        part for part in paper.parts if isinstance(part, layout.Table) and len(part.rows) == len(evil)
    ]
    assert [row[0] for row in rates.rows] == evil
    document = Document(io.BytesIO(word(paper)))
    assert set(evil) <= {cell.text for one in document.tables for row in one.rows for cell in row.cells}
    assert "fldChar" not in document.element.body.xml and "instrText" not in document.element.body.xml
    assert "| =1+1 |" in layout.markdown(paper)


def test_the_learners_own_kodex_judges_if_it_has_a_rule_about_decisions(page):
    click(page, "example-0")
    assert str(de.EXAMPLE_KODEX) in shown(page, "findings-3")
    own = Kodex("", (Rule("auswahlquoten", {"abstand": 3}),))
    block(page, "kodex").value = {stored.KEY: stored.to_value(own)}
    text = shown(page, "findings-3")
    assert de.OWN_KODEX in text and "erlaubt sind 3" in text and "Verletzt." in text
    block(page, "kodex").value = {stored.KEY: "beschädigt"}
    assert str(de.EXAMPLE_KODEX) in shown(page, "findings-3")


def test_sample_values_with_a_decimal_comma_can_be_told_apart():
    assert de.values(["1.644,58", "1.670,32"], 9) == "1.644,58; 1.670,32 … (9 Werte)"
    assert de.values(["ja", "nein"], 2) == "ja, nein"
